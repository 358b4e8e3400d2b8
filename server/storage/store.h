#pragma once

#include "server/core/db.h"
#include "shared/contract/storage.h"

namespace storage {

struct FileRow
{
    Id<StoredFile> id;
    Id<Account> ownerId;
    FilePurpose purpose = FilePurpose::Kyc;
    QString name;
    QString contentType;
    qint64 size = 0;
    QString sha256;
    Instant createdAt;
    std::optional<Instant> claimedAt;

    FIELDS(FileRow, FIELD(id), FIELD(ownerId), FIELD(purpose), FIELD(name), FIELD(contentType), FIELD(size),
           FIELD(sha256), FIELD(createdAt), FIELD(claimedAt))
};

class Store
{
public:
    void insert(Tx &tx, const FileRow &row);
    std::optional<FileRow> find(Tx &tx, Id<StoredFile> id);
    int countUnclaimed(Tx &tx, Id<Account> owner);
    // False when the file is not the owner's or was handed in for something else.
    bool claim(Tx &tx, Id<StoredFile> id, Id<Account> owner, FilePurpose purpose, Instant now);
    QList<FileRow> unclaimedBefore(Tx &tx, Instant limit);
    QList<FileRow> after(Tx &tx, Id<StoredFile> id, FilePurpose purpose, int limit);
    bool removeUnclaimed(Tx &tx, Id<StoredFile> id);
};

} // namespace storage
