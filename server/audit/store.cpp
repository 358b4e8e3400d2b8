#include "server/audit/store.h"

namespace audit {

void Store::insert(Tx &tx, const AuditRow &entry)
{
    tx.insert("audit_log", entry);
}

std::optional<AuditRow> Store::find(Tx &tx, Id<AuditEntry> id)
{
    return tx.one<AuditRow>("FROM audit_log WHERE id = ?", id);
}

// Ids grow with time, so that they are the order and the cursor.
QList<AuditRow> Store::list(Tx &tx, const ListAudit &wish, const std::optional<Id<AuditEntry>> &before)
{
    std::string from = "FROM audit_log WHERE created_at >= ?";
    sql::Values values{sql::value(wish.from.value_or(Instant{}))};
    const auto also = [&](std::string_view condition, const sql::Value &value) {
        from += " AND " + std::string(condition);
        values.push_back(value);
    };
    if (wish.to)
        also("created_at < ?", sql::value(wish.to));
    if (wish.action && wish.action->endsWith(QLatin1Char('.'))) {
        also("action >= ?", sql::value(wish.action));
        also("action < ?", sql::value(wish.action->chopped(1) + QLatin1Char('/'))); // '/' follows '.'
    } else if (wish.action) {
        also("action = ?", sql::value(wish.action));
    }
    if (wish.actor)
        also("actor_id = ?", sql::value(wish.actor));
    if (wish.objectType)
        also("object_type = ?", sql::value(wish.objectType));
    if (wish.objectId)
        also("object_id = ?", sql::value(wish.objectId));
    if (before)
        also("id < ?", sql::value(before));
    values.push_back(sql::value(wish.limit + 1));
    return tx.all<AuditRow>(from + " ORDER BY id DESC LIMIT ?", values);
}

std::optional<SealRow> Store::lastSeal(Tx &tx)
{
    return tx.one<SealRow>("FROM audit_seals ORDER BY seq DESC LIMIT 1");
}

bool Store::insertSeal(Tx &tx, const SealRow &seal)
{
    return tx.insertNew("audit_seals", seal);
}

QList<SealedEntry> Store::sealedAfter(Tx &tx, qint64 seq, int limit)
{
    return tx.all<SealedEntry>("FROM (SELECT * FROM audit_seals WHERE seq > ? ORDER BY seq LIMIT ?) AS piece"
                               " LEFT JOIN audit_log ON audit_log.id = piece.audit_id ORDER BY seq",
                               seq, limit);
}

QList<Standing> Store::standingsAfter(Tx &tx, Id<AuditEntry> id, int limit)
{
    return tx.all<Standing>("FROM (SELECT id, created_at FROM audit_log WHERE id > ? ORDER BY id LIMIT ?) AS piece"
                            " LEFT JOIN audit_seals ON audit_seals.audit_id = piece.id ORDER BY id",
                            sql::idBytes(id.uuid), limit);
}

// Each half by its own index, so that a busy person does not make the other one slow.
QList<AuditRow> Store::ofPerson(Tx &tx, Id<Account> id, const std::optional<Id<AuditEntry>> &before, int limit)
{
    const std::string older = before ? " AND id < ?" : "";
    const std::string mine =
        "SELECT * FROM (SELECT * FROM audit_log WHERE actor_id = ?" + older + " ORDER BY id DESC LIMIT ?) AS mine";
    const std::string others = "SELECT * FROM (SELECT * FROM audit_log WHERE object_id = ? AND object_type = 'account'"
                               " AND (actor_id IS NULL OR actor_id <> ?)" +
                               older + " ORDER BY id DESC LIMIT ?) AS others";
    sql::Values values{sql::value(id)};
    const auto end = [&] {
        if (before)
            values.push_back(sql::value(before));
        values.push_back(sql::value(limit));
    };
    end();
    values.push_back(sql::value(id.text()));
    values.push_back(sql::value(id));
    end();
    values.push_back(sql::value(limit));
    return tx.all<AuditRow>("FROM (" + mine + " UNION ALL " + others + ") AS entries ORDER BY id DESC LIMIT ?", values);
}

} // namespace audit
