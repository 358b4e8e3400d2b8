#pragma once

// Who did what. Rows are written in the transaction of the deed and never change.

#include "server/audit/store.h"
#include "server/core/db.h"
#include "shared/contract/audit.h"

#include <QJsonObject>

class Clock;
class Ids;

namespace audit {

// Of an entry: {"old":…,"new":…}.
Json details(const QJsonObject &object);

class Service
{
public:
    Service(Db &db, const Clock &clock, const Ids &ids)
        : m_db(db)
        , m_clock(clock)
        , m_ids(ids)
    {}

    // action: "kyc.approved"; details carry what changed as {"old":…,"new":…}, never a secret.
    void record(Tx &tx, const Caller &caller, std::string_view action, std::string_view objectType,
                const QString &objectId, const Json &details = {});

    // What somebody did and what was done to the account, newest first.
    QList<AuditEntry> ofPerson(Tx &tx, Id<Account> id, const std::optional<Id<AuditEntry>> &before, int limit);

    Result<Page<AuditEntry>> listAudit(const Caller &caller, const ListAudit &wish);

private:
    Db &m_db;
    const Clock &m_clock;
    const Ids &m_ids;
    Store m_store;
};

} // namespace audit
