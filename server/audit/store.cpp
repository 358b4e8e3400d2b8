#include "server/audit/store.h"

namespace audit {

void Store::insert(Tx &tx, const AuditEntry &entry)
{
    tx.insert("audit_log", entry);
}

// Ids grow with time, so that they are the order and the cursor.
QList<AuditEntry> Store::list(Tx &tx, const ListAudit &wish, const std::optional<Id<AuditEntry>> &before)
{
    std::string from = "FROM audit_log WHERE created_at >= ?";
    sql::Values values{sql::value(wish.from.value_or(Instant{}))};
    const auto also = [&](std::string_view condition, const sql::Value &value) {
        from += " AND " + std::string(condition);
        values.push_back(value);
    };
    if (wish.to)
        also("created_at < ?", sql::value(wish.to));
    if (wish.action)
        also("action = ?", sql::value(wish.action));
    if (wish.actor)
        also("actor_id = ?", sql::value(wish.actor));
    if (wish.objectId)
        also("object_id = ?", sql::value(wish.objectId));
    if (before)
        also("id < ?", sql::value(before));
    values.push_back(sql::value(wish.limit + 1));
    return tx.all<AuditEntry>(from + " ORDER BY id DESC LIMIT ?", values);
}

// Each half by its own index, so that a busy person does not make the other one slow.
QList<AuditEntry> Store::ofPerson(Tx &tx, Id<Account> id, const std::optional<Id<AuditEntry>> &before, int limit)
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
    return tx.all<AuditEntry>("FROM (" + mine + " UNION ALL " + others + ") AS entries ORDER BY id DESC LIMIT ?",
                              values);
}

} // namespace audit
