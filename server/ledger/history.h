#pragma once

// Money that moved before this program kept the books. A journal is taken in as a whole and in the order of time, so
// that every balance between its postings is what it was then.

#include "server/ledger/rules.h"

struct Account;
struct Vendor;

namespace ledger {

struct PastPosting
{
    Posting kind = Posting::Recharge;
    QUuid subject; // the payment, order or payout
    Instant at;
    Id<Account> buyer = {}; // of recharge, hold, release and settle
    Id<Vendor> vendor = {}; // of settle and payouts
    Money amount;           // what is settled is all that was held
    Money commission = {};  // of settle
    QString description = {};
    std::optional<QString> gatewayReference = {};
};

} // namespace ledger
