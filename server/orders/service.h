#pragma once

// The life of an order from the held money to the settled one.

#include "server/core/clock.h"
#include "server/core/db.h"
#include "server/core/ids.h"
#include "server/orders/store.h"
#include "shared/contract/orders.h"

struct Payout;

namespace accounts {
class Service;
}
namespace audit {
class Service;
}
namespace catalog {
class Service;
}
namespace ledger {
class Service;
}
namespace settings {
class Service;
}

namespace orders {

// Who an order is between, for capabilities that write to them.
struct Parties
{
    Id<Account> buyer;
    Id<Vendor> vendor;
    Id<Account> vendorAccount;
    QString orderNumber;
    QString storeName;
    QString customerName;
};

// What a settled order brought its vendor.
struct SettledOrder
{
    Id<Order> id;
    QString orderNumber;
    Money gross;
    Money commission;
    Money net;
    Instant settledAt;
    std::optional<Id<Payout>> payoutId;

    FIELDS(SettledOrder, FIELD(id), FIELD(orderNumber), FIELD(gross), FIELD(commission), FIELD(net), FIELD(settledAt),
           FIELD(payoutId))
};

// Where a list of settled orders goes on.
struct SettledBefore
{
    Instant settledAt;
    Id<Order> id;
};

class Service
{
public:
    Service(Db &db, const Clock &clock, const Ids &ids, catalog::Service &catalog, ledger::Service &ledger,
            accounts::Service &accounts, settings::Service &settings, audit::Service &audit);

    Result<PlacedOrders> placeOrder(const Caller &caller, const PlaceOrder &wish);
    Result<Page<OrderCard>> listOrders(const Caller &caller, const ListOrders &wish);
    Result<Page<OrderCard>> listVendorOrders(const Caller &caller, const ListOrders &wish);
    Result<Page<OrderCard>> listAllOrders(const Caller &caller, const ListOrders &wish);
    Result<OrderCounts> countVendorOrders(const Caller &caller);
    Result<OrderCounts> countAllOrders(const Caller &caller);
    Result<Order> readOrder(const Caller &caller, Id<Order> id);
    Result<Order> advanceOrder(const Caller &caller, Id<Order> id, const AdvanceOrder &wish);
    Result<Order> cancelOrder(const Caller &caller, Id<Order> id, const CancelOrder &wish);
    Result<Order> confirmDelivery(const Caller &caller, Id<Order> id);
    Result<Order> releaseEscrow(const Caller &caller, Id<Order> id);

    // What time does; each order in its own transaction. They say how many orders changed.
    int completeOverdue();
    int cancelUnconfirmed();

    std::optional<Parties> partiesOf(Tx &tx, Id<Order> id);
    Money heldFor(Tx &tx, Id<Vendor> vendor);
    Money commissionOf(Tx &tx, Id<Vendor> vendor); // of all settled orders

    // Settled orders of a store, newest first.
    QList<SettledOrder> settledOf(Tx &tx, Id<Vendor> vendor, const std::optional<SettledBefore> &before, int limit);

    // Settled orders that no payout has yet, oldest first, marked as the payout's; an order has at most one (PAYO-04).
    QList<SettledOrder> takeForPayout(Tx &tx, Id<Vendor> vendor, Id<Payout> payout, int limit);
    QList<SettledOrder> ordersOfPayout(Tx &tx, Id<Payout> payout);
    void returnFromPayout(Tx &tx, Id<Payout> payout);

private:
    Db &m_db;
    const Clock &m_clock;
    const Ids &m_ids;
    catalog::Service &m_catalog;
    ledger::Service &m_ledger;
    accounts::Service &m_accounts;
    settings::Service &m_settings;
    audit::Service &m_audit;
    Store m_store;
};

} // namespace orders
