#pragma once

// Orders that come from another system, from the first step to the last one that was taken. The steps have to be those
// that the rules allow; states, sums and the escrow follow from them. The money is taken in by the ledger, whose
// journal needs the postings of all orders, payments and payouts in the order of time.

#include "shared/contract/orders.h"

struct Payout;

namespace orders {

struct PastChange
{
    OrderStatus status = OrderStatus::Placed;
    Actor actor = Actor::System;
    std::optional<QString> reason = {};
    Instant at;
};

struct PastLine
{
    Product product; // as it was offered then
    Quantity listed;
    Quantity ordered;
    BasisPoints commissionRate;
    QString commissionLevel;
};

// Completed orders are settled at once, as the escrow's automatic release does.
struct PastOrder
{
    Id<Order> id;
    Id<PlacedOrders> checkoutId;
    Id<Account> buyerId;
    Role buyerRole = Role::Buyer;
    Id<Vendor> vendorId;
    QString customerName;
    QString customerPhone;
    std::optional<QString> customerEmail = {};
    Address deliveryAddress;
    std::optional<QString> notes = {};
    std::optional<QString> carrier = {};
    QList<PastLine> lines;
    QList<PastChange> changes; // the first one places it
    std::optional<Instant> buyerConfirmedAt = {};
    std::optional<Id<Payout>> payoutId = {}; // that took its settled money
};

// What people call the order.
QString numberOf(Id<Order> id);

} // namespace orders
