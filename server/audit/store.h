#pragma once

#include "server/core/db.h"
#include "shared/contract/audit.h"

namespace audit {

class Store
{
public:
    void insert(Tx &tx, const AuditEntry &entry);
    QList<AuditEntry> ofPerson(Tx &tx, Id<Account> id, const std::optional<Id<AuditEntry>> &before, int limit);
    QList<AuditEntry> list(Tx &tx, const ListAudit &wish, const std::optional<Id<AuditEntry>> &before);
};

} // namespace audit
