#include "server/audit/service.h"

#include "server/core/clock.h"
#include "server/core/cursor.h"
#include "server/core/ids.h"
#include "server/core/permit.h"

#include <QJsonDocument>

namespace audit {

namespace {

QString latin1(std::string_view text)
{
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

} // namespace

Json details(const QJsonObject &object)
{
    return {QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

void Service::record(Tx &tx, const Caller &caller, std::string_view action, std::string_view objectType,
                     const QString &objectId, const Json &details)
{
    m_store.insert(tx, {.id = m_ids.next<AuditEntry>(),
                        .actorId = caller.known ? std::optional(caller.id) : std::nullopt,
                        .actorRole = caller.known ? QString(names::text(caller.role)) : QStringLiteral("nobody"),
                        .action = latin1(action),
                        .objectType = latin1(objectType),
                        .objectId = objectId,
                        .details = details,
                        .ip = caller.ip,
                        .requestId = QString::fromLatin1(caller.requestId),
                        .createdAt = tx.now()});
}

QList<AuditEntry> Service::ofPerson(Tx &tx, Id<Account> id, const std::optional<Id<AuditEntry>> &before, int limit)
{
    return shown(tx, m_store.ofPerson(tx, id, before, limit));
}

QList<AuditEntry> Service::ofObject(Tx &tx, std::string_view objectType, const QString &objectId,
                                    const std::optional<Id<AuditEntry>> &before, int limit)
{
    return shown(tx,
                 m_store.list(tx, {.limit = limit, .objectType = latin1(objectType), .objectId = objectId}, before));
}

Result<Page<AuditEntry>> Service::listAudit(const Caller &caller, const ListAudit &wish)
{
    MUST(permit(caller, Permission::ReadAudit));
    LET(before, cursor::idOf<AuditEntry>(wish.cursor));
    return cursor::pageById(m_db.read([&](Tx &tx) { return shown(tx, m_store.list(tx, wish, before)); }), wish.limit);
}

QList<AuditEntry> Service::shown(Tx &tx, const QList<AuditRow> &rows) const
{
    QHash<Id<Account>, QString> names;
    if (m_namesOf) {
        QList<Id<Account>> actors;
        for (const AuditRow &row : rows)
            if (row.actorId && !actors.contains(*row.actorId))
                actors += *row.actorId;
        names = m_namesOf(tx, actors);
    }
    QList<AuditEntry> out;
    for (const AuditRow &row : rows) {
        const auto name = row.actorId ? names.constFind(*row.actorId) : names.constEnd();
        out += {.id = row.id,
                .actorId = row.actorId,
                .actorName = name == names.constEnd() ? std::nullopt : std::optional(*name),
                .actorRole = row.actorRole,
                .action = row.action,
                .objectType = row.objectType,
                .objectId = row.objectId,
                .details = row.details == Json{} ? Json{"{}"} : row.details, // nothing was to be said
                .ip = row.ip,
                .requestId = row.requestId,
                .createdAt = row.createdAt};
    }
    return out;
}

Result<> Service::seal(Chain::Reach reach)
{
    return m_chain.seal(reach);
}

Chain::Finding Service::verify(const std::function<bool()> &isToStop)
{
    return m_chain.verify(isToStop);
}

} // namespace audit
