#pragma once

#include "server/core/sealchain.h"
#include "shared/contract/audit.h"

namespace audit {

// An entry as it is kept. Seals cover every column in this order, so a new one needs a new version of the seal
// (core/sealchain).
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

class Store : public seals::Book
{
public:
    void insert(Tx &tx, const AuditRow &entry);
    QList<AuditRow> ofPerson(Tx &tx, Id<Account> id, const std::optional<Id<AuditEntry>> &before, int limit);
    QList<AuditRow> list(Tx &tx, const ListAudit &wish, const std::optional<Id<AuditEntry>> &before);

    QList<seals::Standing> standingsAfter(Tx &tx, Id<seals::Row> id, int limit) override;
    QHash<Id<seals::Row>, QByteArray> messagesOf(Tx &tx, const QList<Id<seals::Row>> &ids) override;
    QList<seals::Seal> sealsAfter(Tx &tx, qint64 seq, int limit) override;
    std::optional<seals::Seal> lastSeal(Tx &tx) override;
    bool insertSeal(Tx &tx, const seals::Seal &seal) override;
};

} // namespace audit
