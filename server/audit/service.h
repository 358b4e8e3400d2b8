#pragma once

// Who did what. Rows are written in the transaction of the deed, never change, and are sealed soon after
// (core/sealchain).

#include "server/audit/store.h"
#include "server/core/db.h"
#include "shared/contract/audit.h"

#include <QHash>
#include <QJsonObject>

class Clock;
class Ids;

namespace audit {

using Chain = SealChain;

// Of an entry: {"old":…,"new":…}.
Json details(const QJsonObject &object);

class Service
{
public:
    Service(Db &db, const Clock &clock, const Ids &ids, const Secrets &secrets, const QString &anchorPath = {})
        : m_db(db)
        , m_ids(ids)
        , m_chain(db, clock, secrets, {"audit", QStringLiteral("entry")}, anchorPath, m_store)
    {}

    // Accounts live on a floor above; who they are is said by whoever builds the house.
    using NamesOf = std::function<QHash<Id<Account>, QString>(Tx &tx, const QList<Id<Account>> &accounts)>;
    void nameActorsBy(NamesOf namesOf) { m_namesOf = std::move(namesOf); }

    // action: "kyc.approved"; details carry what changed as {"old":…,"new":…}, never a secret.
    void record(Tx &tx, const Caller &caller, std::string_view action, std::string_view objectType,
                const QString &objectId, const Json &details = {});

    // What somebody did and what was done to the account, newest first.
    QList<AuditEntry> ofPerson(Tx &tx, Id<Account> id, const std::optional<Id<AuditEntry>> &before, int limit);

    // What was done to something, newest first, and one more than the limit when there are so many.
    QList<AuditEntry> ofObject(Tx &tx, std::string_view objectType, const QString &objectId,
                               const std::optional<Id<AuditEntry>> &before, int limit);

    Result<Page<AuditEntry>> listAudit(const Caller &caller, const ListAudit &wish);

    Result<> seal(Chain::Reach reach = Chain::Reach::All);
    Chain::Finding verify(const std::function<bool()> &isToStop = {});

private:
    QList<AuditEntry> shown(Tx &tx, const QList<AuditRow> &rows) const;

    Db &m_db;
    const Ids &m_ids;
    Store m_store;
    Chain m_chain;
    NamesOf m_namesOf;
};

} // namespace audit
