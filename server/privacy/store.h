#pragma once

// SQL of the copies.

#include "server/core/db.h"
#include "shared/contract/privacy.h"

namespace privacy {

struct CopyRow
{
    Id<PersonalCopy> id;
    Id<Account> accountId;
    CopyState state = CopyState::Waiting;
    Instant requestedAt;
    std::optional<Instant> finishedAt;
    std::optional<qint64> fileSize;
    Instant expiresAt;

    FIELDS(CopyRow, FIELD(id), FIELD(accountId), FIELD(state), FIELD(requestedAt), FIELD(finishedAt), FIELD(fileSize),
           FIELD(expiresAt))
};

class Store
{
public:
    // False when one of the account's is being made already.
    bool insertNew(Tx &tx, const CopyRow &row);
    std::optional<CopyRow> find(Tx &tx, Id<PersonalCopy> id);
    QList<CopyRow> ofAccount(Tx &tx, Id<Account> account, int limit); // newest first
    qint64 countSince(Tx &tx, Id<Account> account, Instant since);
    // False when it is waited for no more.
    bool finish(Tx &tx, Id<PersonalCopy> id, qint64 fileSize, Instant expiresAt);
    qint64 failRequestedBefore(Tx &tx, Instant time);
    QList<CopyRow> expired(Tx &tx, Instant now, int limit);
    QList<CopyRow> readyAfter(Tx &tx, Id<PersonalCopy> id, int limit);
    void remove(Tx &tx, Id<PersonalCopy> id);
    void erase(Tx &tx, Id<Account> account);
};

} // namespace privacy
