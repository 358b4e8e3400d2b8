#include "server/heatmap/atlas.h"

#include <QResource>
#include <QtEndian>

namespace heatmap {

namespace {

constexpr int ringsMax = 4; // fine cells around, about 45 km

// A record of resources/geo/pincodes.bin; its README says what the bits are.
constexpr qsizetype recordBytes = 8;
constexpr double unitsPerDegree = 10'000;
constexpr int eastBase = 60;
constexpr quint64 placeMask = (quint64(1) << 19) - 1;
constexpr std::array<const char *, 37> states = {
    "",   "AN", "AP", "AR", "AS", "BR", "CG", "CH", "DH", "DL", "GA", "GJ", "HP", "HR", "JH", "JK", "KA", "KL", "LA",
    "LD", "MH", "ML", "MN", "MP", "MZ", "NL", "OD", "PB", "PY", "RJ", "SK", "TN", "TR", "TS", "UK", "UP", "WB"};

Spot spotAt(const GeoPoint &place, HeatLevel level)
{
    const geocell::Cell fine = geocell::at(place.latitude, place.longitude);
    return {level, geocell::raise(fine, geocell::Level::Fine, gridOf(level)).id()};
}

} // namespace

// The region with the most areas in a cell has it; of equal ones the first in the alphabet.
Atlas::Atlas()
{
    const QResource file(QStringLiteral(":/geo/pincodes.bin"));
    QHash<Spot, std::array<quint16, states.size()>> votes;
    for (qsizetype at = 0; at + recordBytes <= file.size(); at += recordBytes) {
        const auto record = qFromLittleEndian<quint64>(file.data() + at);
        const GeoPoint centre{double(record >> 25 & placeMask) / unitsPerDegree,
                              double(record >> 6 & placeMask) / unitsPerDegree + eastBase};
        const auto state = std::size_t(record & 63);
        if (state == 0 || state >= states.size())
            continue;
        ++votes[spotAt(centre, HeatLevel::Fine)][state];
        ++votes[spotAt(centre, HeatLevel::Middle)][state];
    }
    for (auto each = votes.cbegin(); each != votes.cend(); ++each) {
        const auto best = std::max_element(each->begin(), each->end()) - each->begin();
        m_regions[each.key()] = QStringLiteral("IN-") + QLatin1StringView(states[std::size_t(best)]);
    }
}

QString Atlas::regionOf(const Spot &spot) const
{
    if (spot.level == HeatLevel::Coarse)
        return {};
    if (const auto known = m_regions.constFind(spot); known != m_regions.cend())
        return *known;
    const geocell::Cell cell = geocell::Cell::of(spot.cell);
    for (int ring = 1; ring <= ringsMax; ++ring) {
        for (int row = -ring; row <= ring; ++row) {
            const int step = std::abs(row) == ring ? 1 : 2 * ring;
            for (int column = -ring; column <= ring; column += step) {
                const Spot near{spot.level, geocell::Cell{cell.row + row, cell.column + column}.id()};
                if (const auto known = m_regions.constFind(near); known != m_regions.cend())
                    return *known;
            }
        }
    }
    return {};
}

QString Atlas::regionAt(const GeoPoint &place) const
{
    return regionOf(spotAt(place, HeatLevel::Fine));
}

const City *Atlas::cityOf(const Spot &spot) const
{
    if (spot.level == HeatLevel::Coarse)
        return nullptr;
    const GeoPoint middle = middleOf(spot);
    return m_cities.around(middle.latitude, middle.longitude);
}

GeoPoint Atlas::middleOf(const Spot &spot)
{
    const geocell::Cell cell = geocell::Cell::of(spot.cell);
    return {geocell::latitude(cell, gridOf(spot.level)), geocell::longitude(cell, gridOf(spot.level))};
}

} // namespace heatmap
