#pragma once

// Payments that come from another system: over, one way or the other. The money itself is a posting of the ledger.

#include "shared/contract/payments.h"

namespace payments {

struct PastPayment
{
    Id<Payment> id;
    Id<Account> accountId;
    QString gatewayOrderId;
    std::optional<QString> gatewayPaymentId = {}; // of what was paid
    Money amount;
    Instrument instrument = Instrument::Upi;
    PaymentStatus status = PaymentStatus::Paid;
    std::optional<QString> failureReason = {};
    Instant createdAt;
    Instant endedAt;
};

} // namespace payments
