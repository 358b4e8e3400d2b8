#include "server/heatmap/service.h"

#include "server/accounts/service.h"
#include "server/settings/service.h"

#include <map>

namespace heatmap {

namespace {

constexpr int nowhere = 0;

} // namespace

Service::Service(Db &db, const Clock &clock, accounts::Service &accounts, settings::Service &settings)
    : m_db(db)
    , m_clock(clock)
    , m_accounts(accounts)
    , m_settings(settings)
{}

const Atlas &Service::atlas() const
{
    std::call_once(m_atlasMade, [this] { m_atlas.emplace(m_accounts.pincodeAreas()); });
    return *m_atlas;
}

int Service::cellOf(const std::optional<GeoPoint> &location, const std::optional<QString> &pincode) const
{
    const auto place = location ? location : m_accounts.centreOf(pincode.value_or(QString()));
    if (!place || !geocell::isCounted(place->latitude, place->longitude))
        return nowhere;
    return geocell::at(place->latitude, place->longitude).id();
}

EventRow Service::eventOf(const OrderPlace &order, Kind kind) const
{
    return {.kind = kind,
            .id = {kind == Kind::Order ? order.id.uuid : order.buyerId.uuid},
            .hour = india::hourOf(order.placedAt),
            .cell = cellOf(order.deliveryAddress.location, order.deliveryAddress.pincode),
            .person = order.buyerId,
            .amount = kind == Kind::Order ? order.totalAmount : Money{}};
}

Result<> Service::noteOrder(Tx &tx, Id<Order> id)
{
    if (const auto order = m_store.order(tx, id))
        note(tx, *order, Touching::Yes);
    return {};
}

void Service::note(Tx &tx, const OrderPlace &order, Touching touching)
{
    touch(tx, Kind::Order, m_store.put(tx, eventOf(order, Kind::Order)), touching);
    noteBuyer(tx, order, touching);
}

// Which order is the first one is asked of the orders, so that it does not depend on the order of the news.
void Service::noteBuyer(Tx &tx, const OrderPlace &order, Touching touching)
{
    if (touching == Touching::No) { // each order is walked by, so each tells only of itself
        if (m_store.isFirstOfBuyer(tx, order))
            m_store.put(tx, eventOf(order, Kind::Buyer));
        return;
    }
    const auto seen = m_store.event(tx, Kind::Buyer, {order.buyerId.uuid});
    if (seen && seen->hour <= india::hourOf(order.placedAt))
        return;
    if (const auto first = m_store.firstOrderOf(tx, order.buyerId))
        touch(tx, Kind::Buyer, m_store.put(tx, eventOf(*first, Kind::Buyer)), touching);
}

Result<> Service::noteStore(Tx &tx, Id<Vendor> id)
{
    if (const auto store = m_store.store(tx, id))
        note(tx, *store, Touching::Yes);
    return {};
}

// A store that moves is counted where it is now, at the time it was approved.
void Service::note(Tx &tx, const StorePlace &store, Touching touching)
{
    auto approvedAt = m_store.approvedAt(tx, store.id);
    if (!approvedAt && store.canSell)
        approvedAt = store.createdAt;
    const Id<EventRow> id{store.id.uuid};
    if (!approvedAt)
        return touch(tx, Kind::Vendor, m_store.remove(tx, Kind::Vendor, id), touching);
    const EventRow event{.kind = Kind::Vendor,
                         .id = id,
                         .hour = india::hourOf(*approvedAt),
                         .cell = cellOf(store.location, store.pincode),
                         .person = {store.id.uuid}};
    touch(tx, Kind::Vendor, m_store.put(tx, event), touching);
}

Result<> Service::noteSearches(Tx &tx, const QList<MissedSearches> &searches)
{
    // In one order, so that two servers that tell at the same time do not wait for each other.
    std::map<std::pair<Instant, int>, qint64> counts;
    for (const MissedSearches &each : searches)
        counts[{each.hour, each.cell}] += each.count;
    QList<Instant> hours;
    for (const auto &[key, count] : counts) {
        m_store.addSearches(tx, key.first, key.second, count);
        if (hours.isEmpty() || hours.constLast() != key.first)
            hours += key.first;
    }
    touch(tx, Kind::Search, hours, Touching::Yes);
    return {};
}

// The day and the month are marked when the hour is added up, which spares each order four statements.
void Service::touch(Tx &tx, Kind kind, const QList<Instant> &hours, Touching touching)
{
    if (touching == Touching::No)
        return;
    for (const Instant hour : hours)
        m_store.touch(tx, kind, HeatStep::Hour, hour);
}

qint64 Service::minimumOf(Kind kind) const
{
    return minimumFor(kind, m_settings.whole(settings::Key::HeatmapMinimumPeople));
}

} // namespace heatmap
