// What Service knows of a store as a whole, for whoever looks after stores.

#include "server/orders/rules.h"
#include "server/orders/service.h"

namespace orders {

StoreFigures Service::figuresOf(Tx &tx, Id<Vendor> vendor)
{
    StoreFigures out{.settledSales = m_store.settledSales(tx, vendor),
                     .commission = m_store.commission(tx, vendor),
                     .held = m_store.held(tx, {.vendor = vendor})};
    for (const StatusCount &each : m_store.counts(tx, {.vendor = vendor})) {
        switch (groupOf(each.orderStatus)) {
        case StatusGroup::Pending:
        case StatusGroup::Active: out.open += each.orders; break;
        case StatusGroup::Done: out.completed += each.orders; break;
        case StatusGroup::Cancelled: out.cancelled += each.orders; break;
        }
    }
    return out;
}

QList<Id<Account>> Service::openBuyersOf(Tx &tx, Id<Vendor> vendor, const std::optional<Id<Account>> &after, int limit)
{
    return m_store.openBuyers(tx, vendor, after, limit);
}

} // namespace orders
