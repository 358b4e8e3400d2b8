#pragma once

// Payments that come from another system: over, one way or the other. The money itself is a posting of the ledger.

#include "shared/contract/payments.h"
#include "shared/contract/reconciliation.h"

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

// Money that did not come as it was asked for, and what was said of it. Who says that it was credited has it credited
// now, to the payer of its payment.
struct PastFlag
{
    MoneyFlag flag; // with its time; the id is given here
};

} // namespace payments
