#pragma once

// Reads the settlement file of a provider: one line for each thing that made what came to the bank more or less.
// Nothing is decided here but what a line says.

#include "server/payments/gateways/gateway.h"
#include "server/payments/rules.h"
#include "shared/base/result.h"
#include "shared/contract/settlements.h"

#include <algorithm>

namespace payments {

struct SettledLine
{
    int number = 0; // of the row in the file
    // Why there is nothing to post.
    std::optional<SettlementOutcome> idle = {};
    QString lineRef; // the provider's own name of the line
    LineAbout about = LineAbout::Payment;
    QString transaction; // of the attempt to pay that it is about
    Money gross;         // below zero: it went back; nothing of the provider's own
    Money fee;           // below zero: it was given back
    QString currency;
    QString settlementRef; // what came to the bank together
};

// What earlier lines say of the same attempt to pay.
struct EarlierLines
{
    Money payment;
    Money later; // below zero: that much has gone back
};

// A dispute may cost more than a small payment has brought.
constexpr Money feeMax{5'000'00};

// A payment comes once, whole and for less than all of it; what goes back was there, and what comes again was gone.
inline bool isPlausible(const SettledLine &line, Money brought, const EarlierLines &earlier)
{
    if (line.about == LineAbout::Payment)
        return earlier.payment == Money{} && line.gross == brought && line.fee >= Money{} && line.fee < line.gross;
    const Money later = earlier.later + line.gross;
    const Money kept = std::max(line.fee, -line.fee);
    return later <= Money{} && -later <= brought && kept <= std::max(brought, feeMax);
}

// Refuses what has not the columns of that provider, and what is too long.
Result<QList<SettledLine>> readSettlement(Provider provider, const QString &csv);

} // namespace payments
