#pragma once

// SQL of what is known of the account that keeps the wallets' money outside.

#include "server/core/db.h"
#include "shared/contract/custody.h"

namespace books {

struct Acknowledgement
{
    WalletMode mode = WalletMode::Own;
    QString acknowledgedBy;
    Id<Account> acknowledgedById;
    Instant acknowledgedAt;

    FIELDS(Acknowledgement, FIELD(mode), FIELD(acknowledgedBy), FIELD(acknowledgedById), FIELD(acknowledgedAt))
};

struct BalanceRow
{
    Id<CustodyBalance> id;
    QString day;
    Money amount;
    Money withdrawn;
    Money expected;
    Money difference;
    Money excess;
    QString reference;
    QString enteredBy;
    Id<Account> enteredById;
    Instant enteredAt;

    FIELDS(BalanceRow, FIELD(id), FIELD(day), FIELD(amount), FIELD(withdrawn), FIELD(expected), FIELD(difference),
           FIELD(excess), FIELD(reference), FIELD(enteredBy), FIELD(enteredById), FIELD(enteredAt))
};

class Store
{
public:
    std::optional<Acknowledgement> acknowledgement(Tx &tx, WalletMode mode);
    // False when it was acknowledged before.
    bool insertNew(Tx &tx, const Acknowledgement &row);
    // False when that day has the reference already.
    bool insertNew(Tx &tx, const BalanceRow &row);
    // Of the last day; of several of one day the newest.
    std::optional<CustodyBalance> newestBalance(Tx &tx);
    QList<CustodyBalance> balances(Tx &tx, const std::optional<Id<CustodyBalance>> &before, int limit); // newest first
};

} // namespace books
