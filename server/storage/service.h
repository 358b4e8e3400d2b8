#pragma once

// Files that people hand in: checked by content, kept outside any web root under random names, served only by signed
// links that end after minutes. Documents for KYC are sealed on disk.

#include "server/core/db.h"
#include "server/core/personal.h"
#include "server/storage/gateways/clamd.h"
#include "server/storage/store.h"
#include "shared/contract/storage.h"

#include <QFileInfo>
#include <QSet>

#include <functional>
#include <mutex>

class Clock;
class Ids;
class Secrets;

namespace audit {
class Service;
}
namespace settings {
class Service;
}

namespace storage {

// What becomes of strangers' files where the program that decodes them is missing. Taken: they are only sniffed.
enum class Undecoded { Refused, Taken };

// Whose room a file takes. The house's own pictures are not rationed.
enum class Ration { Accounts, Houses };

struct Place
{
    QString folder;       // where the files lie; created when missing
    QString sandbox = {}; // the program that decodes strangers' files
    Undecoded undecoded = Undecoded::Refused;
    QString scanner = {}; // of viruses: where clamd listens; nothing is scanned when empty
};

struct Pixels
{
    int width = 0;
    int height = 0; // 0: as high as it is then
};

// A file in the making. It lies where keeping it is a rename, and is gone with its owner unless it was kept.
class Draft
{
public:
    explicit Draft(QString path);
    ~Draft();
    Draft(const Draft &) = delete;
    Draft &operator=(const Draft &) = delete;

    const QString &path() const { return m_path; }

private:
    const QString m_path;
};

enum class Shelf { Reports, Copies };

struct Shelved
{
    QString id;
    qint64 size = 0;
};

class Service
{
public:
    Service(Db &db, const Clock &clock, const Ids &ids, settings::Service &settings, audit::Service &audit,
            const Secrets &secrets, const Place &place);

    Result<StoredFile> uploadFile(const Caller &caller, const Upload<FileQuery> &upload);
    Result<StoredFile> readFile(const Caller &caller, Id<StoredFile> id);
    Result<FileBody> downloadFile(const Caller &caller, Id<StoredFile> id, const SignedLink &link);
    Result<FileBody> downloadSealedFile(const Caller &caller, Id<StoredFile> id, const SignedLink &link);

    // Marks a file as used by its owner for what it was handed in for. Somebody else's file does not exist.
    Result<StoredFile> claim(Tx &tx, Id<StoredFile> id, Id<Account> owner, FilePurpose purpose);
    // With a fresh link. Whoever calls has decided that the reader may see it. A sealed document's link is good for
    // that reader only, and for nobody without one.
    std::optional<StoredFile> describe(Tx &tx, Id<StoredFile> id, Id<Account> reader = {});

    // A fresh link without asking the database, for lists.
    QString link(Id<StoredFile> id) const;
    // The bytes themselves. Whoever calls has decided that the reader may have them.
    Result<FileBody> body(Tx &tx, Id<StoredFile> id);
    // The owner's picture cut to a place of that many pixels, as a file of its own that has to be claimed. The picture
    // itself where there is no sandbox to draw in. Starts a program, so it is called outside of any transaction. It
    // counts like what the owner hands in, whoever draws it.
    Result<Id<StoredFile>> fitted(Id<StoredFile> picture, Id<Account> owner, Pixels place,
                                  Ration ration = Ration::Accounts);
    // Forgets those of the owner's files that nothing uses, before their day is over.
    void forgetUnused(const QList<Id<StoredFile>> &files, Id<Account> owner);

    // Files that other capabilities make themselves. Here are only the bytes, readable by the server alone; who may
    // have them and how long they stay is said by whoever made them, on a shelf of his own.
    Draft draft() const;
    Shelved shelve(Shelf shelf, const QString &draftPath) const; // durable when it returns
    // Under an id that its maker knows before, so that nothing is left over when he is cut off: what lies there already
    // is replaced.
    void shelve(Shelf shelf, const QString &draftPath, const QString &id) const;
    QString shelfPath(Shelf shelf, const QString &id) const;
    void discard(Shelf shelf, const QString &id) const;
    // Removes what has been there for a day and whoever made it does not name any more, and says how many files. They
    // are asked some at a time which of them they name.
    using Named = std::function<QSet<QString>(const QStringList &ids)>;
    int sweepShelf(Shelf shelf, const Named &named) const;

    personal::Parts exportOf(Tx &tx, Id<Account> owner);
    QList<FileRow> filesOf(Tx &tx, Id<Account> owner);
    // Forgets the owner's files but for these and what was sent in chats, which is the other side's too. Their bytes
    // go after the commit, by removeBytes().
    QList<Id<StoredFile>> eraseOf(Tx &tx, Id<Account> owner, const QList<Id<StoredFile>> &kept);
    // Files that nobody names any more; their bytes as above.
    void erase(Tx &tx, const QList<Id<StoredFile>> &files);
    void removeBytes(const QList<Id<StoredFile>> &files) const;

    // Seals anew what an older master sealed, at most that many files, and says how many those were. Can be cut off and
    // begun again at any time; nobody may upload meanwhile.
    int reseal(int most, const std::function<void(int)> &progress);

    // Removes what was handed in and never used. Returns how many files.
    int sweep();

    // Scans what was taken while no scanner was configured. Returns how many files have a verdict now.
    int rescan();
    bool hasScanner() const { return m_scanner.isConfigured(); }
    // Counts anew what is stored when the figures are old, and says whether the scanner is there. Waits for it, so it
    // is asked on a thread of its own.
    Result<> inspect();
    QList<Usage> usage() const; // as it was counted last
    qint64 freeBytes() const;   // of the disk that the files lie on
    // Removes what a server that died was writing. Only for whoever is the one server of this folder and writes nothing
    // yet.
    void clearDrafts() const;

private:
    struct Kept
    {
        qint64 size = 0;
        QString sha256;
    };

    qint64 largest(FilePurpose purpose) const;
    QString pathOf(Id<StoredFile> id) const;
    StoredFile withLink(const FileRow &row, Instant now, Id<Account> reader) const;
    QByteArray signatureOf(const QByteArray &key, const QByteArray &text) const;
    Result<> checkLink(const QByteArray &text, qint64 expires, const QString &signature) const;
    Result<QString> checkedType(FilePurpose purpose, const QString &path) const;
    Result<> decodes(FilePurpose purpose, const QString &path) const;
    Result<QByteArray> sandboxed(const QStringList &arguments, const QString &path) const;
    Result<ScanState> scanned(const Caller &caller, FilePurpose purpose, const QString &path);
    Result<bool> noteVerdict(const FileRow &row, const QString &found);
    // The file as others get to see it: a picture is drawn anew, everything else stays as it is and is empty here.
    Result<QByteArray> presentable(FileRow &row, const QString &path) const;
    QList<QFileInfo> drafts() const;
    void sweepDrafts() const;
    Result<> mayBeRead(const FileRow &row) const;
    Result<FileBody> bodyOf(const FileRow &row) const;
    QByteArray opened(const FileRow &row) const;
    QString linkTo(Id<StoredFile> id, qint64 expires) const;
    QString sealedLinkTo(Id<StoredFile> id, qint64 expires, Id<Account> reader) const;
    Kept keep(const FileRow &row, QIODevice &content) const;
    // unclaimed: how many files the owner may have that are not used yet.
    Result<> mayTake(Tx &tx, const FileRow &row, Ration ration, int unclaimed);
    Result<> insert(Tx &tx, const FileRow &row, Ration ration, int unclaimed);
    int sweepSome(Instant limit);
    bool isCurrent(const FileRow &row) const;

    Db &m_db;
    const Clock &m_clock;
    const Ids &m_ids;
    settings::Service &m_settings;
    audit::Service &m_audit;
    const Secrets &m_secrets;
    const QList<QByteArray> m_linkKeys; // the first one signs
    const Place m_place;
    const Clamd m_scanner;
    Store m_store;
    mutable std::mutex m_sealing; // held by who has a whole document in memory
    mutable std::mutex m_counting;
    QList<Usage> m_usage;
    std::optional<Instant> m_countedAt;
};

} // namespace storage
