// Where somebody wants to buy and no store reaches: the cells of orders and searches in vain against the stores.

#include "server/core/permit.h"
#include "server/heatmap/service.h"
#include "server/heatmap/storemap.h"
#include "server/settings/service.h"

#include <algorithm>

namespace heatmap {

namespace {

constexpr qsizetype gapsMax = 100;
constexpr qint64 storesKeptMs = minuteMs;

struct Demand
{
    qint64 orders = 0;
    qint64 searches = 0;
};

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

        const auto stores = this->stores(tx);
        HeatGaps out{.radiusKm = radiusKm, .stores = stores->shown()};
        for (auto each = demand.cbegin(); each != demand.cend(); ++each) {
            const GeoPoint middle = Atlas::middleOf(each.key());
            if (each.key().level != HeatLevel::Coarse && !stores->isReached(middle, radiusKm))
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
            const GeoPoint middle{gap.latitude, gap.longitude};
            describe(gap, stores->nearestKm(middle));
            gap.storesInRadius = stores->countWithin(middle, radiusKm);
        }
        return out;
    });
}

// Every beat of a map that plays asks for them, so they are kept for a while, also when stores change meanwhile. They
// are read beside the lock: of two who find them old at the same time each reads them.
std::shared_ptr<const StoreMap> Service::stores(Tx &tx)
{
    const Instant now = m_clock.now();
    {
        const std::lock_guard lock(m_storesMutex);
        if (m_stores && now >= m_storesAt && now < m_storesAt.after(storesKeptMs))
            return m_stores;
    }
    auto stores = std::make_shared<const StoreMap>(m_store.sellingStores(tx, StoreMap::storesMax), atlas());
    const std::lock_guard lock(m_storesMutex);
    m_stores = stores;
    m_storesAt = now;
    return stores;
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
