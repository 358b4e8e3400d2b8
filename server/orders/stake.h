#pragma once

// What is at stake in an order, for capabilities that decide about its money after it was placed.

#include "shared/contract/orders.h"

namespace orders {

struct StakeLine
{
    Id<OrderLine> id;
    QString title;
    Money total;
    Money commission;
};

struct Stake
{
    Id<Order> id;
    qint64 version = 0; // what it was when it was seen
    QString orderNumber;
    Id<Account> buyer;
    Id<Vendor> vendor;
    Id<Account> vendorAccount;
    QString storeName;
    QString customerName;
    OrderStatus status = OrderStatus::Placed;
    std::optional<EscrowStatus> escrow;
    bool isContested = false; // its money waits for a decision, wherever it is
    PaymentStatus payment = PaymentStatus::Paid;
    PaymentMethodKind method = PaymentMethodKind::Escrow;
    Money paid; // what the buyer gives for it, refunds apart
    Money commission;
    Money refunded;
    Money refundedCommission;
    QList<StakeLine> lines; // whose totals are what was paid
    std::optional<Instant> completedAt;
    std::optional<Instant> settledAt;

    Money left() const { return paid - refunded; }
};

// A part of what was paid, and the commission on it.
struct Given
{
    Money amount;
    Money commission;
};

} // namespace orders
