// What Service gives and forgets of one person (PRIV-02, PRIV-03).

#include "server/storage/service.h"

#include <QFile>

namespace storage {

personal::Parts Service::exportOf(Tx &tx, Id<Account> owner)
{
    return {personal::part("files", filesOf(tx, owner))};
}

QList<FileRow> Service::filesOf(Tx &tx, Id<Account> owner)
{
    return m_store.ofOwner(tx, owner, personal::rowsMax);
}

QList<Id<StoredFile>> Service::eraseOf(Tx &tx, Id<Account> owner, const QList<Id<StoredFile>> &kept)
{
    QList<Id<StoredFile>> removed;
    for (const FileRow &row : filesOf(tx, owner)) {
        const bool isOfChat = row.purpose == FilePurpose::Chat && row.claimedAt;
        if (isOfChat)
            m_store.rename(tx, row.id, QStringLiteral("file")); // its own name may be somebody's
        if (isOfChat || kept.contains(row.id))
            continue;
        m_store.remove(tx, row.id);
        removed += row.id;
    }
    return removed;
}

void Service::removeBytes(const QList<Id<StoredFile>> &files) const
{
    for (const Id<StoredFile> id : files)
        QFile::remove(pathOf(id));
}

} // namespace storage
