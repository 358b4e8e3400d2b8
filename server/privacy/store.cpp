#include "server/privacy/store.h"

namespace privacy {

bool Store::insertNew(Tx &tx, const CopyRow &row)
{
    return tx.insertNew("personal_copies", row);
}

std::optional<CopyRow> Store::find(Tx &tx, Id<PersonalCopy> id)
{
    return tx.one<CopyRow>("FROM personal_copies WHERE id = ?", id);
}

QList<CopyRow> Store::ofAccount(Tx &tx, Id<Account> account, int limit)
{
    return tx.all<CopyRow>("FROM personal_copies WHERE account_id = ? ORDER BY id DESC LIMIT ?", account, limit);
}

qint64 Store::countSince(Tx &tx, Id<Account> account, Instant since)
{
    return tx.number("count(*) FROM personal_copies WHERE account_id = ? AND requested_at > ?", account, since);
}

bool Store::finish(Tx &tx, Id<PersonalCopy> id, qint64 fileSize, Instant expiresAt)
{
    return tx.run("UPDATE personal_copies SET state = 'ready', finished_at = ?2, file_size = ?3, expires_at = ?4"
                  " WHERE id = ?1 AND state = 'waiting'",
                  id, tx.now(), fileSize, expiresAt) == 1;
}

qint64 Store::failRequestedBefore(Tx &tx, Instant time)
{
    return tx.run("UPDATE personal_copies SET state = 'failed', finished_at = ?2 WHERE state = 'waiting'"
                  " AND requested_at <= ?1",
                  time, tx.now());
}

QList<CopyRow> Store::expired(Tx &tx, Instant now, int limit)
{
    return tx.all<CopyRow>("FROM personal_copies WHERE expires_at <= ? ORDER BY expires_at LIMIT ?", now, limit);
}

QList<CopyRow> Store::readyAfter(Tx &tx, Id<PersonalCopy> id, int limit)
{
    return tx.all<CopyRow>("FROM personal_copies WHERE id > ? AND state = 'ready' ORDER BY id LIMIT ?",
                           sql::idBytes(id.uuid), limit);
}

void Store::remove(Tx &tx, Id<PersonalCopy> id)
{
    tx.run("DELETE FROM personal_copies WHERE id = ?", id);
}

void Store::erase(Tx &tx, Id<Account> account)
{
    tx.run("DELETE FROM personal_copies WHERE account_id = ?", account);
}

} // namespace privacy
