#include "server/notifications/store.h"

namespace notifications {

void Store::insert(Tx &tx, Id<Account> account, const Notice &notice)
{
    tx.run("INSERT INTO notices (id, account_id, kind, title, text, object_id, is_read, created_at)"
           " VALUES (?, ?, ?, ?, ?, ?, 0, ?)",
           notice.id, account, notice.kind, notice.title, notice.text, notice.objectId, notice.createdAt);
}

bool Store::hasUnread(Tx &tx, Id<Account> account, NoticeKind kind, const QString &objectId)
{
    return tx.number("count(*) FROM notices WHERE account_id = ? AND kind = ? AND object_id = ? AND is_read = 0",
                     account, kind, objectId) > 0;
}

bool Store::hasUnread(Tx &tx, Id<Account> account, NoticeKind kind)
{
    return tx.number("count(*) FROM notices WHERE account_id = ? AND kind = ? AND is_read = 0", account, kind) > 0;
}

QList<Notice> Store::list(Tx &tx, Id<Account> account, const ListNotices &wish, const std::optional<Id<Notice>> &before,
                          int limit)
{
    std::string from = "FROM notices WHERE account_id = ?";
    sql::Values values{sql::value(account)};
    if (wish.unread)
        from += *wish.unread ? " AND is_read = 0" : " AND is_read = 1";
    if (before) {
        from += " AND id < ?";
        values.push_back(sql::value(*before));
    }
    values.push_back(qint64(limit));
    return tx.all<Notice>(from + " ORDER BY id DESC LIMIT ?", values);
}

qint64 Store::countUnread(Tx &tx, Id<Account> account)
{
    return tx.number("count(*) FROM notices WHERE account_id = ? AND is_read = 0", account);
}

Result<Notice> Store::markRead(Tx &tx, Id<Account> account, Id<Notice> id, Instant now)
{
    tx.run("UPDATE notices SET is_read = 1, read_at = ?3 WHERE id = ?1 AND account_id = ?2 AND is_read = 0", id,
           account, now);
    if (auto notice = tx.one<Notice>("FROM notices WHERE id = ? AND account_id = ?", id, account))
        return *std::move(notice);
    return notFound(QLatin1StringView("notification"));
}

void Store::markAboutRead(Tx &tx, Id<Account> account, NoticeKind kind, const QString &objectId)
{
    tx.run("UPDATE notices SET is_read = 1, read_at = ?4 WHERE account_id = ?1 AND kind = ?2 AND object_id = ?3"
           " AND is_read = 0",
           account, kind, objectId, tx.now());
}

QList<Notice> Store::ofAccount(Tx &tx, Id<Account> account, int limit)
{
    return tx.all<Notice>("FROM notices WHERE account_id = ? ORDER BY id DESC LIMIT ?", account, limit);
}

void Store::erase(Tx &tx, Id<Account> account)
{
    tx.run("DELETE FROM notices WHERE account_id = ?", account);
}

void Store::markAllRead(Tx &tx, Id<Account> account, Instant now)
{
    tx.run("UPDATE notices SET is_read = 1, read_at = ?2 WHERE account_id = ?1 AND is_read = 0", account, now);
}

} // namespace notifications
