#pragma once

// The states and union territories by their code (ISO 3166-2), as ads, figures, reports and the map name them.

#include <QList>
#include <QString>

namespace kit {

// Code and name, in the order of the names.
QList<std::pair<QString, QString>> regions();
QString regionName(const QString &code);
// In English, as delivery addresses bear it, whatever the console speaks.
QString regionOnAddresses(const QString &code);

} // namespace kit
