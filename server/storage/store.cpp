#include "server/storage/store.h"

namespace storage {

void Store::insert(Tx &tx, const FileRow &row)
{
    tx.insert("stored_files", row);
}

std::optional<FileRow> Store::find(Tx &tx, Id<StoredFile> id)
{
    return tx.one<FileRow>("FROM stored_files WHERE id = ?", id);
}

int Store::countUnclaimed(Tx &tx, Id<Account> owner)
{
    return int(tx.number("count(*) FROM stored_files WHERE owner_id = ? AND claimed_at IS NULL", owner));
}

qint64 Store::bytesOf(Tx &tx, Id<Account> owner)
{
    return tx.number("CAST(COALESCE(sum(size), 0) AS BIGINT) FROM stored_files WHERE owner_id = ?", owner);
}

QList<Usage> Store::usage(Tx &tx)
{
    return tx.all<Usage>("FROM (SELECT purpose, count(*) AS files, CAST(sum(size) AS BIGINT) AS bytes FROM stored_files"
                         " GROUP BY purpose) AS sums ORDER BY purpose");
}

bool Store::claim(Tx &tx, Id<StoredFile> id, Id<Account> owner, FilePurpose purpose, Instant now)
{
    return tx.run("UPDATE stored_files SET claimed_at = COALESCE(claimed_at, ?4) WHERE id = ?1 AND owner_id = ?2"
                  " AND purpose = ?3 AND scan_state <> 'quarantined'",
                  id, owner, purpose, now) == 1;
}

QList<FileRow> Store::unclaimedBefore(Tx &tx, Instant limit)
{
    constexpr int batch = 500;
    return tx.all<FileRow>("FROM stored_files WHERE claimed_at IS NULL AND created_at < ? ORDER BY created_at LIMIT ?",
                           limit, batch);
}

QList<FileRow> Store::after(Tx &tx, Id<StoredFile> id, FilePurpose purpose, int limit)
{
    return tx.all<FileRow>("FROM stored_files WHERE id > ? AND purpose = ? ORDER BY id LIMIT ?", sql::idBytes(id.uuid),
                           purpose, limit);
}

QList<FileRow> Store::unscanned(Tx &tx, int limit)
{
    return tx.all<FileRow>("FROM stored_files WHERE scan_state = 'unscanned' ORDER BY id LIMIT ?", limit);
}

bool Store::noteScan(Tx &tx, Id<StoredFile> id, ScanState state, Instant now)
{
    return tx.run("UPDATE stored_files SET scan_state = ?2, scanned_at = ?3 WHERE id = ?1"
                  " AND scan_state = 'unscanned'",
                  id, state, now) == 1;
}

QList<FileRow> Store::ofOwner(Tx &tx, Id<Account> owner, int limit)
{
    return tx.all<FileRow>("FROM stored_files WHERE owner_id = ? ORDER BY id DESC LIMIT ?", owner, limit);
}

QList<FileRow> Store::ofOwnerAfter(Tx &tx, Id<Account> owner, Id<StoredFile> id, int limit)
{
    return tx.all<FileRow>("FROM stored_files WHERE owner_id = ? AND id > ? ORDER BY id LIMIT ?", owner,
                           sql::idBytes(id.uuid), limit);
}

void Store::remove(Tx &tx, Id<StoredFile> id)
{
    tx.run("DELETE FROM stored_files WHERE id = ?", id);
}

void Store::rename(Tx &tx, Id<StoredFile> id, const QString &name)
{
    tx.run("UPDATE stored_files SET name = ?2 WHERE id = ?1", id, name);
}

bool Store::removeUnclaimed(Tx &tx, Id<StoredFile> id)
{
    return tx.run("DELETE FROM stored_files WHERE id = ? AND claimed_at IS NULL", id) == 1;
}

} // namespace storage
