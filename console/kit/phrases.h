#pragma once

// Words that more than one page says: they are the same everywhere and are translated once. What a field is called
// comes from its contract (display::label), what a status is called from its word (display::text), and a page's name
// from the registry (titleOf).

#include <QString>

namespace kit::phrase {

QString all();
QString closeDetails();
QString view();
QString reject();
QString reasonForVendor();
QString attempt(int number);
QString documents();
QString onSale(bool isActive);
QString atLeast(int characters);
QString saved();
QString saveCopy();
QString notWritten();
QString sending(const QString &file);
QString tooLarge(qint64 size, qint64 sizeMax);

} // namespace kit::phrase
