// The part of Service that seals every restricted file with the current master.

#include "server/core/secrets.h"
#include "server/storage/rules.h"
#include "server/storage/service.h"

#include <QBuffer>
#include <QFile>

namespace storage {

// A file that is gone needs no seal.
bool Service::isCurrent(const FileRow &row) const
{
    QFile file(pathOf(row.id));
    return !file.exists() ||
           (file.open(QIODevice::ReadOnly) && m_secrets.vault().isCurrent(file.read(crypto::Vault::sealHeadBytes)));
}

int Service::reseal(int most, const std::function<void(int)> &progress)
{
    constexpr int atOnce = 500;
    static_assert(isRestricted(FilePurpose::Kyc));
    int changed = 0;
    for (Id<StoredFile> at; changed < most;) {
        const auto files = m_db.read([&](Tx &tx) { return m_store.after(tx, at, FilePurpose::Kyc, atOnce); });
        for (const FileRow &row : files) {
            if (changed == most || isCurrent(row))
                continue;
            QByteArray plain = opened(row);
            QBuffer content(&plain);
            content.open(QIODevice::ReadOnly);
            keep(row, content);
            progress(++changed);
        }
        if (files.size() < atOnce)
            break;
        at = files.constLast().id;
    }
    return changed;
}

} // namespace storage
