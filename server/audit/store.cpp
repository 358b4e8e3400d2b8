#include "server/audit/store.h"

namespace audit {

namespace {

const std::string allSeals = "FROM (SELECT seq, audit_id AS row_id, key_id, hash FROM audit_seals) AS seals";

} // namespace

void Store::insert(Tx &tx, const AuditRow &entry)
{
    tx.insert("audit_log", entry);
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

std::optional<seals::Seal> Store::lastSeal(Tx &tx)
{
    return tx.one<seals::Seal>(allSeals + " ORDER BY seq DESC LIMIT 1");
}

bool Store::insertSeal(Tx &tx, const seals::Seal &seal)
{
    return tx.run("INSERT INTO audit_seals (seq, audit_id, key_id, hash) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                  seal.seq, seal.rowId, seal.keyId, seal.hash) == 1;
}

QList<seals::Seal> Store::sealsAfter(Tx &tx, qint64 seq, int limit)
{
    return tx.all<seals::Seal>(allSeals + " WHERE seq > ? ORDER BY seq LIMIT ?", seq, limit);
}

QHash<Id<seals::Row>, QByteArray> Store::messagesOf(Tx &tx, const QList<Id<seals::Row>> &ids)
{
    std::string marks;
    sql::Values values;
    for (const Id<seals::Row> id : ids) {
        marks += marks.empty() ? "?" : ", ?";
        values.push_back(sql::value(id));
    }
    QHash<Id<seals::Row>, QByteArray> out;
    if (!ids.isEmpty())
        for (const AuditRow &row : tx.all<AuditRow>("FROM audit_log WHERE id IN (" + marks + ")", values))
            seals::appendRow(out[{row.id.uuid}], row);
    return out;
}

QList<seals::Standing> Store::standingsAfter(Tx &tx, Id<seals::Row> id, int limit)
{
    return tx.all<seals::Standing>(
        "FROM (SELECT id, created_at FROM audit_log WHERE id > ? ORDER BY id LIMIT ?) AS piece"
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
