#include "shared/base/cities.h"

#include "shared/base/geo.h"

#include <QFile>

Cities::Cities()
{
    constexpr qint64 fileMax = 1 << 20;
    QFile file(QStringLiteral(":/geo/cities.csv"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    for (const QString &line : QString::fromUtf8(file.read(fileMax)).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList part = line.split(u',');
        if (part.size() == 5)
            m_all += {part[0], part[1], part[2], part[3].toDouble(), part[4].toDouble()};
    }
}

const City *Cities::around(double latitude, double longitude) const
{
    const City *out = nullptr;
    double nearestKm = surroundingsKm;
    for (const City &city : m_all) {
        if (std::abs(city.latitude - latitude) * geo::kmPerDegree > nearestKm)
            continue;
        const double away = geo::distanceKm(latitude, longitude, city.latitude, city.longitude);
        if (away <= nearestKm) {
            nearestKm = away;
            out = &city;
        }
    }
    return out;
}

const City *Cities::named(const QString &name) const
{
    for (const City &city : m_all)
        if (city.name == name)
            return &city;
    return nullptr;
}
