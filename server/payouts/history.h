#pragma once

// Payouts that come from another system. What is in one are the orders that name it; a refused one lists those that
// went back to the balance.

#include "shared/contract/payouts.h"

struct Order;

namespace payouts {

struct PastPayout
{
    Id<Payout> id;
    Id<Vendor> vendorId;
    Money amount;
    PayoutStatus status = PayoutStatus::Processed;
    QList<Id<Order>> returned = {}; // of a failed one
    std::optional<QString> transactionReference = {};
    std::optional<QString> failureReason = {};
    std::optional<QString> processedBy = {}; // with the id, whoever decided it
    std::optional<Id<Account>> processedById = {};
    Instant requestedAt;
    std::optional<Instant> approvedAt = {};
    std::optional<Instant> processedAt = {};
};

} // namespace payouts
