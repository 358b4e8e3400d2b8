// What Service gives and forgets of one person (PRIV-02, PRIV-03).

#include "server/storage/service.h"

#include <QFile>

namespace storage {

namespace {

constexpr int erasedAtOnce = 500;

} // namespace

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
    Id<StoredFile> last;
    for (bool isMore = true; isMore;) {
        const QList<FileRow> rows = m_store.ofOwnerAfter(tx, owner, last, erasedAtOnce);
        for (const FileRow &row : rows) {
            const bool isOfChat = row.purpose == FilePurpose::Chat && row.claimedAt;
            if (isOfChat) {
                m_store.rename(tx, row.id, QStringLiteral("file")); // its own name may be somebody's
            } else if (!kept.contains(row.id)) {
                m_store.remove(tx, row.id);
                removed += row.id;
            }
            last = row.id;
        }
        isMore = rows.size() == erasedAtOnce;
    }
    return removed;
}

void Service::erase(Tx &tx, const QList<Id<StoredFile>> &files)
{
    for (const Id<StoredFile> id : files)
        m_store.remove(tx, id);
}

void Service::removeBytes(const QList<Id<StoredFile>> &files) const
{
    for (const Id<StoredFile> id : files)
        QFile::remove(pathOf(id));
}

} // namespace storage
