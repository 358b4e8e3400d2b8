#pragma once

// What the books say of the rest of a day. The roll-ups know whole days; a period that has not ended is compared with
// one that ends at the same time of day, so what came later on that day is read here and taken off. One day is read,
// found by ids, which carry the time.

#include "server/analytics/rules.h"
#include "server/analytics/storebooks.h"
#include "server/analytics/storerollup.h"

namespace analytics {

// Of one deed to orders: how many there were and of what worth.
struct RestSum
{
    qint64 orders = 0;
    Money amount;
    Money commission;

    FIELDS(RestSum, FIELD(orders), FIELD(amount), FIELD(commission))
};

// A line of such an order, in the order of ids and positions. The texts are read only where they are asked about.
struct RestLine
{
    Id<Order> orderId;
    Id<Vendor> vendorId;
    Money totalAmount;
    QString city;
    Json deliveryAddress;
    Id<Product> productId;
    Money lineTotal;
    Money commissionAmount;
    Json productSnapshot;

    FIELDS(RestLine, FIELD(orderId), FIELD(vendorId), FIELD(totalAmount), FIELD(city), FIELD(deliveryAddress),
           FIELD(productId), FIELD(lineTotal), FIELD(commissionAmount), FIELD(productSnapshot))
};

class RestStore
{
public:
    // fact: placed, cancelled or settled.
    RestSum sum(Tx &tx, Fact fact, const Rest &rest, const std::optional<Id<Vendor>> &vendor);
    QList<RestLine> lines(Tx &tx, Fact fact, const Rest &rest, const std::optional<Id<Vendor>> &vendor);

    // The counts that are not of buyers' days and months.
    qint64 amount(Tx &tx, Count figure, const Rest &rest);

    // Different buyers who placed orders on that day before its rest began, and none on a day from lastDayBefore + 1 up
    // to then.
    qint64 buyersInTime(Tx &tx, qint64 edition, const Rest &rest, qint64 lastDayBefore);
};

} // namespace analytics
