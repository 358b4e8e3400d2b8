#pragma once

#include "server/core/db.h"
#include "shared/contract/storage.h"

namespace storage {

// Unscanned: taken while no scanner was configured. A quarantined file is kept and reaches nobody.
NAMED_ENUM(ScanState, Unscanned, Clean, Quarantined)

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
    ScanState scanState = ScanState::Unscanned;
    std::optional<Instant> scannedAt;

    FIELDS(FileRow, FIELD(id), FIELD(ownerId), FIELD(purpose), FIELD(name), FIELD(contentType), FIELD(size),
           FIELD(sha256), FIELD(createdAt), FIELD(claimedAt), FIELD(scanState), FIELD(scannedAt))
};

// What the files of one purpose take.
struct Usage
{
    FilePurpose purpose = FilePurpose::Kyc;
    qint64 files = 0;
    qint64 bytes = 0;

    FIELDS(Usage, FIELD(purpose), FIELD(files), FIELD(bytes))
};

class Store
{
public:
    void insert(Tx &tx, const FileRow &row);
    std::optional<FileRow> find(Tx &tx, Id<StoredFile> id);
    int countUnclaimed(Tx &tx, Id<Account> owner);
    qint64 bytesOf(Tx &tx, Id<Account> owner);
    QList<Usage> usage(Tx &tx);
    // False when the file is not the owner's or was handed in for something else.
    bool claim(Tx &tx, Id<StoredFile> id, Id<Account> owner, FilePurpose purpose, Instant now);
    QList<FileRow> unclaimedBefore(Tx &tx, Instant limit);
    QList<FileRow> after(Tx &tx, Id<StoredFile> id, FilePurpose purpose, int limit);
    QList<FileRow> unscanned(Tx &tx, int limit);
    bool noteScan(Tx &tx, Id<StoredFile> id, ScanState state, Instant now);
    QList<FileRow> ofOwner(Tx &tx, Id<Account> owner, int limit); // newest first
    QList<FileRow> ofOwnerAfter(Tx &tx, Id<Account> owner, Id<StoredFile> id, int limit);
    void remove(Tx &tx, Id<StoredFile> id);
    void rename(Tx &tx, Id<StoredFile> id, const QString &name);
    bool removeUnclaimed(Tx &tx, Id<StoredFile> id);
};

} // namespace storage
