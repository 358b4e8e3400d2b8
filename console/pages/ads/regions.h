#pragma once

// The states and union territories by their code (ISO 3166-2), as an ad can be meant for them.

#include <QList>
#include <QString>

namespace ads {

// Code and name, in the order of the names.
QList<std::pair<QString, QString>> regions();
QString regionName(const QString &code);

} // namespace ads
