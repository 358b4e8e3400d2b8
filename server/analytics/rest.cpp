// The part of Service that knows how far the period before is compared with one that has not ended.

#include "server/analytics/service.h"

#include <QSet>

namespace analytics {

namespace {

// Which lines of an order are meant, and what an order counts for at each: what the cells count, from the books.
struct Meant
{
    const Filter &filter;
    QSet<Id<Order>> met = {}; // orders that have had their first line

    bool has(const RestLine &line) const
    {
        return (!filter.state || stateOf(line.deliveryAddress) == *filter.state) &&
               (!filter.category || categoryOf(line.productSnapshot) == *filter.category);
    }
    // Whether this is the line at which the order counts.
    bool isFirst(const RestLine &line)
    {
        const bool isNew = !met.contains(line.orderId);
        met += line.orderId;
        return isNew;
    }
};

QByteArray keyOf(TopKind kind, const RestLine &line)
{
    switch (kind) {
    case TopKind::Vendors: return line.vendorId.uuid.toRfc4122();
    case TopKind::Products: return line.productId.uuid.toRfc4122();
    case TopKind::Categories: return categoryOf(line.productSnapshot).uuid.toRfc4122();
    case TopKind::Cities: return line.city.toUtf8();
    case TopKind::States: return stateOf(line.deliveryAddress).toUtf8();
    }
    return {};
}

Counters sumOf(Fact fact, const QList<RestLine> &lines, const Filter &filter)
{
    Meant meant{filter};
    qint64 orders = 0;
    Money amount, commission;
    for (const RestLine &line : lines) {
        if (!meant.has(line))
            continue;
        const bool isFirst = meant.isFirst(line);
        orders += isFirst;
        if (filter.category)
            amount = amount + line.lineTotal;
        else if (isFirst)
            amount = amount + line.totalAmount;
        commission = commission + line.commissionAmount;
    }
    return countersOf(fact, orders, amount, commission);
}

} // namespace

Counters Service::rest(const Reading &at, const Filter &filter, const Span &span)
{
    const auto rest = restOf(span, m_clock.now());
    if (!rest)
        return {};
    const auto of = [&](Fact fact) {
        if (filter.category || filter.state)
            return sumOf(fact, m_restStore.lines(at.tx, fact, *rest, filter.vendor), filter);
        const RestSum sum = m_restStore.sum(at.tx, fact, *rest, filter.vendor);
        return countersOf(fact, sum.orders, sum.amount, sum.commission);
    };
    const Counters placed = of(Fact::Placed), cancelled = of(Fact::Cancelled);
    Counters out = of(Fact::Settled);
    out.ordersPlaced = placed.ordersPlaced;
    out.placed = placed.placed;
    out.ordersCancelled = cancelled.ordersCancelled;
    out.cancelled = cancelled.cancelled;
    return out;
}

QHash<QByteArray, Money> Service::placedInRest(const Reading &at, TopKind kind, const Filter &filter, const Span &span)
{
    const auto rest = restOf(span, m_clock.now());
    QHash<QByteArray, Money> out;
    if (!rest)
        return out;
    const bool isByLine = kind == TopKind::Products || kind == TopKind::Categories || filter.category;
    Meant meant{filter};
    for (const RestLine &line : m_restStore.lines(at.tx, Fact::Placed, *rest, filter.vendor)) {
        if (!meant.has(line))
            continue;
        const bool isFirst = meant.isFirst(line);
        if (!isByLine && !isFirst)
            continue;
        Money &sum = out[keyOf(kind, line)];
        sum = sum + (isByLine ? line.lineTotal : line.totalAmount);
    }
    return out;
}

qint64 Service::buyersBefore(const Reading &at, const Span &span)
{
    const Span before = span.before();
    const auto rest = restOf(span, m_clock.now());
    if (!rest)
        return m_store.buyers(at.tx, at.edition, before);
    return m_store.buyers(at.tx, at.edition, {before.first, before.last - 1}) +
           m_restStore.buyersInTime(at.tx, at.edition, *rest, before.first - 1);
}

qint64 Service::firstTimeBuyersBefore(const Reading &at, const Span &span)
{
    constexpr qint64 noDayBefore = -1;
    const Span before = span.before();
    const auto rest = restOf(span, m_clock.now());
    if (!rest)
        return m_store.firstTimeBuyers(at.tx, at.edition, before);
    return m_store.firstTimeBuyers(at.tx, at.edition, {before.first, before.last - 1}) +
           m_restStore.buyersInTime(at.tx, at.edition, *rest, noDayBefore);
}

} // namespace analytics
