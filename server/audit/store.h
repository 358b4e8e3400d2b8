#pragma once

#include "server/core/db.h"
#include "shared/contract/audit.h"

namespace audit {

// An entry as it is kept. Seals cover every column in this order, so a new one needs a new version of the seal
// (seal.h).
struct AuditRow
{
    Id<AuditEntry> id;
    std::optional<Id<Account>> actorId;
    QString actorRole;
    QString action;
    QString objectType;
    QString objectId;
    Json details;
    QString ip;
    QString requestId;
    Instant createdAt;

    FIELDS(AuditRow, FIELD(id), FIELD(actorId), FIELD(actorRole), FIELD(action), FIELD(objectType), FIELD(objectId),
           FIELD(details), FIELD(ip), FIELD(requestId), FIELD(createdAt))
};

struct SealRow
{
    qint64 seq = 0;
    Id<AuditEntry> auditId;
    QString keyId;
    QString hash;

    FIELDS(SealRow, FIELD(seq), FIELD(auditId), FIELD(keyId), FIELD(hash))
};

// A seal and what it belongs to; action is empty when that is gone.
struct SealedEntry
{
    qint64 seq = 0;
    Id<AuditEntry> auditId;
    QString keyId;
    QString hash;
    std::optional<Id<Account>> actorId;
    std::optional<QString> actorRole;
    std::optional<QString> action;
    std::optional<QString> objectType;
    std::optional<QString> objectId;
    std::optional<Json> details;
    std::optional<QString> ip;
    std::optional<QString> requestId;
    std::optional<Instant> createdAt;

    FIELDS(SealedEntry, FIELD(seq), FIELD(auditId), FIELD(keyId), FIELD(hash), FIELD(actorId), FIELD(actorRole),
           FIELD(action), FIELD(objectType), FIELD(objectId), FIELD(details), FIELD(ip), FIELD(requestId),
           FIELD(createdAt))
};

// An entry and the number of its seal, if it has one.
struct Standing
{
    Id<AuditEntry> id;
    Instant createdAt;
    std::optional<qint64> seq;

    FIELDS(Standing, FIELD(id), FIELD(createdAt), FIELD(seq))
};

class Store
{
public:
    void insert(Tx &tx, const AuditRow &entry);
    std::optional<AuditRow> find(Tx &tx, Id<AuditEntry> id);
    QList<AuditRow> ofPerson(Tx &tx, Id<Account> id, const std::optional<Id<AuditEntry>> &before, int limit);
    QList<AuditRow> list(Tx &tx, const ListAudit &wish, const std::optional<Id<AuditEntry>> &before);

    std::optional<SealRow> lastSeal(Tx &tx);
    // False when the entry is sealed already.
    bool insertSeal(Tx &tx, const SealRow &seal);
    QList<SealedEntry> sealedAfter(Tx &tx, qint64 seq, int limit);
    QList<Standing> standingsAfter(Tx &tx, Id<AuditEntry> id, int limit);
};

} // namespace audit
