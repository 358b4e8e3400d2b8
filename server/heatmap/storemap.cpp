#include "server/heatmap/storemap.h"

#include "shared/base/geo.h"

namespace heatmap {

namespace {

constexpr auto level = geocell::Level::Middle;
// A degree of longitude is never shorter than 87 km where we count, one of latitude is longer.
constexpr double cellKm = 87 * geocell::degrees(level);
constexpr int ringsMax = 64; // from one end of what is counted to the other

double distanceKm(const GeoPoint &a, const GeoPoint &b)
{
    return geo::distanceKm(a.latitude, a.longitude, b.latitude, b.longitude);
}

} // namespace

StoreMap::StoreMap(QList<StorePlace> stores, const Atlas &atlas)
    : m_stores(std::move(stores))
{
    m_stores.removeIf([](const StorePlace &store) { return !store.location; });
    QMap<int, qint64> counts;
    for (qsizetype i = 0; i < m_stores.size(); ++i) {
        const GeoPoint &place = *m_stores[i].location;
        m_byCell[cellOf(place).id()] += i;
        ++m_byRegion[atlas.regionAt(place)];
        ++counts[geocell::at(place.latitude, place.longitude).id()];
    }
    m_byRegion.remove(QString());
    for (auto each = counts.cbegin(); each != counts.cend() && m_shown.size() < heatCellsMax; ++each) {
        const GeoPoint middle = Atlas::middleOf({HeatLevel::Fine, each.key()});
        m_shown += {middle.latitude, middle.longitude, each.value()};
    }
}

geocell::Cell StoreMap::cellOf(const GeoPoint &place)
{
    return geocell::raise(geocell::at(place.latitude, place.longitude), geocell::Level::Fine, level);
}

int StoreMap::ringsFor(qint64 radiusKm)
{
    return std::min(int(double(radiusKm) / cellKm) + 1, ringsMax);
}

// Visits the stores of the cells so far from home until one visit says yes.
template <class Visit>
bool StoreMap::anyInRing(geocell::Cell home, int ring, Visit &&visit) const
{
    for (int row = -ring; row <= ring; ++row) {
        const int step = std::abs(row) == ring ? 1 : 2 * ring;
        for (int column = -ring; column <= ring; column += step) {
            const auto stores = m_byCell.constFind(geocell::Cell{home.row + row, home.column + column}.id());
            if (stores == m_byCell.cend())
                continue;
            if (std::any_of(stores->begin(), stores->end(), [&](qsizetype i) { return visit(m_stores[i]); }))
                return true;
        }
    }
    return false;
}

bool StoreMap::isReached(const GeoPoint &place, qint64 radiusKm) const
{
    const auto comes = [&](const StorePlace &store) {
        const qint64 own = std::min(radiusKm, qint64(store.radiusKm.value_or(int(radiusKm))));
        return distanceKm(*store.location, place) <= double(own);
    };
    for (int ring = 0; ring <= ringsFor(radiusKm); ++ring)
        if (anyInRing(cellOf(place), ring, comes))
            return true;
    return false;
}

qint64 StoreMap::countWithin(const GeoPoint &place, qint64 radiusKm) const
{
    qint64 out = 0;
    for (int ring = 0; ring <= ringsFor(radiusKm); ++ring)
        anyInRing(cellOf(place), ring, [&](const StorePlace &store) {
            out += distanceKm(*store.location, place) <= double(radiusKm) ? 1 : 0;
            return false;
        });
    return out;
}

// What lies in a further ring is at least as far as the rings between; then nothing nearer can come.
std::optional<double> StoreMap::nearestKm(const GeoPoint &place) const
{
    std::optional<double> out;
    for (int ring = 0; ring <= ringsMax && (!out || *out > (ring - 1) * cellKm); ++ring)
        anyInRing(cellOf(place), ring, [&](const StorePlace &store) {
            const double away = distanceKm(*store.location, place);
            out = std::min(out.value_or(away), away);
            return false;
        });
    return out;
}

} // namespace heatmap
