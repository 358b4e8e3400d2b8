#include "server/heatmap/atlas.h"

#include "server/accounts/service.h"

#include <QMap>

#include <algorithm>

namespace heatmap {

namespace {

constexpr int ringsAround = 4; // fine cells around, about 45 km

Spot spotAt(const GeoPoint &place, HeatLevel level)
{
    const geocell::Cell fine = geocell::at(place.latitude, place.longitude);
    return {level, geocell::raise(fine, geocell::Level::Fine, gridOf(level)).id()};
}

} // namespace

// The region with the most areas in a cell has it; of equal ones the first in the alphabet.
Atlas::Atlas(const QList<accounts::PincodeArea> &areas)
{
    QHash<Spot, QMap<QString, int>> votes;
    for (const accounts::PincodeArea &area : areas) {
        ++votes[spotAt(area.centre, HeatLevel::Fine)][area.region];
        ++votes[spotAt(area.centre, HeatLevel::Middle)][area.region];
    }
    for (auto each = votes.cbegin(); each != votes.cend(); ++each)
        m_regions[each.key()] = std::max_element(each->cbegin(), each->cend()).key();
}

QString Atlas::regionOf(const Spot &spot) const
{
    if (spot.level == HeatLevel::Coarse)
        return {};
    if (const auto known = m_regions.constFind(spot); known != m_regions.cend())
        return *known;
    const geocell::Cell cell = geocell::Cell::of(spot.cell);
    for (int ring = 1; ring <= ringsAround; ++ring) {
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
