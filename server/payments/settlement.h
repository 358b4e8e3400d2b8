#pragma once

// Reads the settlement file of a provider: one line for each thing that made what came to the bank more or less.
// Nothing is decided here but what a line says.

#include "server/payments/gateways/gateway.h"
#include "shared/base/result.h"
#include "shared/contract/settlements.h"

namespace payments {

struct SettledLine
{
    int number = 0; // of the row in the file
    // Why there is nothing to post.
    std::optional<SettlementOutcome> idle = {};
    QString lineRef;       // the provider's own name of the line
    QString transaction;   // of the attempt to pay that it is about
    bool isPayment = true; // else something that came of it later: a refund, a dispute
    Money gross;           // below zero: it went back
    Money fee;
    QString settlementRef; // what came to the bank together
};

// Refuses what has not the columns of that provider, and what is too long.
Result<QList<SettledLine>> readSettlement(Provider provider, const QString &csv);

} // namespace payments
