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

bool Store::claim(Tx &tx, Id<StoredFile> id, Id<Account> owner, FilePurpose purpose, Instant now)
{
    return tx.run("UPDATE stored_files SET claimed_at = COALESCE(claimed_at, ?4) WHERE id = ?1 AND owner_id = ?2"
                  " AND purpose = ?3",
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

bool Store::removeUnclaimed(Tx &tx, Id<StoredFile> id)
{
    return tx.run("DELETE FROM stored_files WHERE id = ? AND claimed_at IS NULL", id) == 1;
}

} // namespace storage
