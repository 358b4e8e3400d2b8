// Where somebody wants to buy and no store reaches: the cells of orders and searches in vain against the stores.

#include "server/core/permit.h"
#include "server/heatmap/service.h"
#include "server/settings/service.h"
#include "shared/base/geo.h"

#include <algorithm>

namespace heatmap {

namespace {

constexpr int storesMax = 100'000;
constexpr qsizetype gapsMax = 100;

struct Demand
{
    qint64 orders = 0;
    qint64 searches = 0;
};

// The stores by coarse cell, so that only those nearby are asked.
class Reach
{
public:
    Reach(const QList<StorePlace> &stores, qint64 radiusKm)
        : m_stores(stores)
        , m_radiusKm(radiusKm)
    {
        for (qsizetype i = 0; i < stores.size(); ++i) {
            if (!stores[i].location)
                continue;
            const geocell::Cell cell = coarse(*stores[i].location);
            m_byCell[cell.id()] += i;
        }
    }

    bool isReached(const GeoPoint &place) const
    {
        const geocell::Cell home = coarse(place);
        // A degree of longitude is never shorter than 87 km where we count.
        const int rings = int(double(m_radiusKm) / (87 * geocell::degrees(geocell::Level::Coarse))) + 1;
        for (int ring = 0; ring <= rings; ++ring) {
            for (int row = -ring; row <= ring; ++row) {
                const int step = std::abs(row) == ring ? 1 : 2 * ring;
                for (int column = -ring; column <= ring; column += step)
                    if (isReachedFrom({home.row + row, home.column + column}, place))
                        return true;
            }
        }
        return false;
    }

    // Also those that would come less far than the platform lets them.
    qint64 storesWithin(const GeoPoint &place) const
    {
        return std::count_if(m_stores.begin(), m_stores.end(), [&](const StorePlace &store) {
            return store.location && distanceKm(*store.location, place) <= double(m_radiusKm);
        });
    }

    std::optional<double> nearestKm(const GeoPoint &place) const
    {
        std::optional<double> out;
        for (const StorePlace &store : m_stores) {
            if (!store.location)
                continue;
            const double away = distanceKm(*store.location, place);
            if (!out || away < *out)
                out = away;
        }
        return out;
    }

private:
    static geocell::Cell coarse(const GeoPoint &place)
    {
        return geocell::raise(geocell::at(place.latitude, place.longitude), geocell::Level::Fine,
                              geocell::Level::Coarse);
    }
    static double distanceKm(const GeoPoint &a, const GeoPoint &b)
    {
        return geo::distanceKm(a.latitude, a.longitude, b.latitude, b.longitude);
    }
    bool isReachedFrom(geocell::Cell cell, const GeoPoint &place) const
    {
        const auto stores = m_byCell.constFind(cell.id());
        if (stores == m_byCell.cend())
            return false;
        return std::any_of(stores->begin(), stores->end(), [&](qsizetype i) {
            const qint64 radiusKm = std::min(m_radiusKm, qint64(m_stores[i].radiusKm.value_or(int(m_radiusKm))));
            return distanceKm(*m_stores[i].location, place) <= double(radiusKm);
        });
    }

    const QList<StorePlace> &m_stores;
    const qint64 m_radiusKm;
    QHash<int, QList<qsizetype>> m_byCell;
};

QList<HeatStores> shownStores(const QList<StorePlace> &stores)
{
    QMap<int, qint64> counts;
    for (const StorePlace &store : stores)
        if (store.location)
            ++counts[geocell::at(store.location->latitude, store.location->longitude).id()];
    QList<HeatStores> out;
    for (auto each = counts.cbegin(); each != counts.cend(); ++each) {
        const GeoPoint middle = Atlas::middleOf({HeatLevel::Fine, each.key()});
        out += {middle.latitude, middle.longitude, each.value()};
    }
    out.resize(std::min(out.size(), qsizetype(heatCellsMax)));
    return out;
}

} // namespace

// Coarse cells are passed over: their middle may be a day's travel away from the people in them.
Result<HeatGaps> Service::readHeatGaps(const Caller &caller, const ReadHeatGaps &wish)
{
    MUST(permit(caller, Permission::ReadReports));
    LET(span, spanOf(wish.from, wish.to));
    const qint64 radiusKm = m_settings.whole(settings::Key::DiscoveryRadiusKm);
    return m_db.read([&](Tx &tx) -> Result<HeatGaps> {
        QHash<Spot, Demand> demand;
        const Cells orders = figures(tx, Kind::Order, span, HeatLevel::Fine).cells;
        for (auto each = orders.cbegin(); each != orders.cend(); ++each)
            demand[each.key()].orders += each->count;
        const Cells searches = figures(tx, Kind::Search, span, HeatLevel::Fine).cells;
        for (auto each = searches.cbegin(); each != searches.cend(); ++each)
            demand[each.key()].searches += each->count;

        const QList<StorePlace> stores = m_store.sellingStores(tx, storesMax);
        const Reach reach(stores, radiusKm);
        HeatGaps out{.radiusKm = radiusKm, .stores = shownStores(stores)};
        for (auto each = demand.cbegin(); each != demand.cend(); ++each) {
            const GeoPoint middle = Atlas::middleOf(each.key());
            if (each.key().level != HeatLevel::Coarse && !reach.isReached(middle))
                out.gaps += {.latitude = middle.latitude,
                             .longitude = middle.longitude,
                             .level = each.key().level,
                             .orders = each->orders,
                             .searches = each->searches};
        }
        std::sort(out.gaps.begin(), out.gaps.end(), [](const HeatGap &a, const HeatGap &b) {
            return std::tuple(-a.orders - a.searches, a.latitude, a.longitude) <
                   std::tuple(-b.orders - b.searches, b.latitude, b.longitude);
        });
        out.gaps.resize(std::min(out.gaps.size(), gapsMax));
        for (HeatGap &gap : out.gaps) {
            describe(gap, reach.nearestKm({gap.latitude, gap.longitude}));
            gap.storesInRadius = reach.storesWithin({gap.latitude, gap.longitude});
        }
        return out;
    });
}

void Service::describe(HeatGap &gap, const std::optional<double> &nearestStoreKm) const
{
    const geocell::Cell fine = geocell::at(gap.latitude, gap.longitude);
    const Spot spot{gap.level, geocell::raise(fine, geocell::Level::Fine, gridOf(gap.level)).id()};
    if (const City *city = atlas().cityOf(spot))
        gap.city = city->name;
    if (const QString region = atlas().regionOf(spot); !region.isEmpty())
        gap.region = region;
    if (nearestStoreKm)
        gap.nearestStoreKm = std::round(*nearestStoreKm * 10) / 10;
}

} // namespace heatmap
