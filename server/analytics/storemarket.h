#pragma once

// What stands in the market's tables now: open orders, decisions that wait, low stock, and the names of things.

#include "server/core/db.h"
#include "shared/contract/analyticsdepth.h"
#include "shared/contract/payouts.h"

namespace analytics {

struct Name
{
    sql::Blob key;
    QString name;
    std::optional<QString> note;

    FIELDS(Name, FIELD(key), FIELD(name), FIELD(note))
};

struct Waiting
{
    qint64 count = 0;
    qint64 late = 0;
    Money amount;
    std::optional<Instant> oldest;

    FIELDS(Waiting, FIELD(count), FIELD(late), FIELD(amount), FIELD(oldest))
};

struct WaitingOrder
{
    Id<Order> id;
    QString orderNumber;
    Id<Vendor> vendorId;
    QString storeName;
    QString customerName;
    QString city;
    QString summary;
    OrderStatus orderStatus = OrderStatus::Placed;
    std::optional<EscrowStatus> escrowStatus;
    Money totalAmount;
    Instant placedAt;
    Instant reachedAt; // its store, which has its time to confirm from then on
    Instant updatedAt;

    FIELDS(WaitingOrder, FIELD(id), FIELD(orderNumber), FIELD(vendorId), FIELD(storeName), FIELD(customerName),
           FIELD(city), FIELD(summary), FIELD(orderStatus), FIELD(escrowStatus), FIELD(totalAmount), FIELD(placedAt),
           FIELD(reachedAt), FIELD(updatedAt))
};

// A vendor, or every one.
using OfVendor = std::optional<Id<Vendor>>;

class MarketStore
{
public:
    bool hasVendor(Tx &tx, Id<Vendor> id);

    // Vendors with their city, products with their store, categories.
    QList<Name> names(Tx &tx, TopKind kind, const QList<sql::Blob> &keys);

    // Open orders in this status; late are those that entered it at lateBefore or earlier.
    Waiting flight(Tx &tx, const OfVendor &vendor, OrderStatus status, Instant lateBefore);
    QList<WaitingOrder> waitingOrders(Tx &tx, Id<Vendor> vendor, int limit);

    Waiting submissions(Tx &tx, Instant lateBefore);
    // Late are those that came into this status at lateBefore or earlier.
    Waiting payouts(Tx &tx, PayoutStatus status, Instant lateBefore);
    // Open orders that entered this status at that moment or earlier; all of them are late.
    Waiting overdue(Tx &tx, OrderStatus status, Instant since);
    Waiting deadJobs(Tx &tx);
    Waiting deadEvents(Tx &tx);

    qint64 lowStock(Tx &tx, const OfVendor &vendor);
    QList<LowStock> lowest(Tx &tx, Id<Vendor> vendor, int limit);

    Money released(Tx &tx, Id<Vendor> vendor);
    Money held(Tx &tx, Id<Vendor> vendor);
};

} // namespace analytics
