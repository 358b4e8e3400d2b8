#pragma once

// How providers are called by people, and amounts as they came: not every one of them is in rupees.

#include "console/kit/display.h"
#include "shared/contract/reconciliation.h"

namespace reconciliation {

inline QString providerName(const QString &wire)
{
    if (wire == QLatin1StringView("razorpay"))
        return QStringLiteral("Razorpay");
    if (wire == QLatin1StringView("stripe"))
        return QStringLiteral("Stripe");
    if (wire == QLatin1StringView("sslcommerz"))
        return QStringLiteral("SSLCOMMERZ");
    return wire == QLatin1StringView("upi") ? QStringLiteral("UPI") : wire;
}

inline QString amountOf(const MoneyFlag &flag)
{
    const bool isForeign = !flag.currency.isEmpty() && flag.currency != QLatin1StringView("INR");
    return isForeign ? flag.currency + QChar(QChar::Nbsp) + flag.amount.text() : kit::display::text(flag.amount);
}

} // namespace reconciliation
