#pragma once

// Money that did not come as it was asked for, as the paper server says it.

#include "shared/contract/reconciliation.h"
#include "tests/console/pages/samples.h"

namespace samples {

inline MoneyFlag moneyFlag(int number, FlagKind kind)
{
    const bool isUnknown = kind == FlagKind::Unknown;
    return {.id = id<MoneyFlag>(number),
            .kind = kind,
            .provider = QStringLiteral("upi"),
            .transactionId = QStringLiteral("43300000000%1").arg(number),
            .paymentId = isUnknown ? std::nullopt : std::optional(id<Payment>(number)),
            .amount = {30'000},
            .expectedAmount = isUnknown ? std::nullopt : std::optional(Money{50'000}),
            .currency = QStringLiteral("INR"),
            .note = QStringLiteral("UPI-ASHA RAO-for the copper"),
            .createdAt = now};
}

inline QList<MoneyFlag> moneyFlags()
{
    return {moneyFlag(1, FlagKind::Partial), moneyFlag(2, FlagKind::Duplicate), moneyFlag(3, FlagKind::Unknown)};
}

inline QList<ProviderHealth> providers()
{
    return {{.provider = QStringLiteral("razorpay"), .pending = 3, .isBelieved = true},
            {.provider = QStringLiteral("stripe"),
             .isAnswering = false,
             .failures = 5,
             .closedUntil = now,
             .isBelieved = true}};
}

} // namespace samples
