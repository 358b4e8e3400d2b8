#pragma once

// Balances that were carried forward at the ends of months: whoever asks for one later adds only what was posted since.

#include "server/ledger/rules.h"

namespace ledger {

struct Transaction;

// What was posted from one place on and before another one.
struct Span
{
    qint64 edition = 1; // of what is carried
    Id<Transaction> since;
    Id<Transaction> before;
};

struct CarriedAccount
{
    qint64 edition = 1;
    Id<LedgerAccount> accountId;
    Id<Transaction> beforeId;
    Money balance;

    FIELDS(CarriedAccount, FIELD(edition), FIELD(accountId), FIELD(beforeId), FIELD(balance))
};

// All accounts of a kind that had ever moved.
struct CarriedKind
{
    qint64 edition = 1;
    Id<Transaction> beforeId;
    AccountKind kind = AccountKind::Bank;
    qint64 accounts = 0;
    Money balance;

    FIELDS(CarriedKind, FIELD(edition), FIELD(beforeId), FIELD(kind), FIELD(accounts), FIELD(balance))
};

} // namespace ledger
