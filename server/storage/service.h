#pragma once

// Files that people hand in: checked by content, kept outside any web root under random names, served only by signed
// links that end after minutes. Documents for KYC are sealed on disk.

#include "server/core/db.h"
#include "server/storage/store.h"
#include "shared/contract/storage.h"

#include <QFileInfo>

#include <functional>

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

struct Place
{
    QString folder;       // where the files lie; created when missing
    QString sandbox = {}; // the program that decodes strangers' files; content is only sniffed when empty
};

struct Pixels
{
    int width = 0;
    int height = 0;
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

struct Reader
{
    Id<Account> id;
    Role role = Role::Buyer;
};

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
    Result<FileBody> downloadSealedFile(const Caller &caller, Id<StoredFile> id, const SealedLink &link);

    // Marks a file as used by its owner for what it was handed in for. Somebody else's file does not exist.
    Result<StoredFile> claim(Tx &tx, Id<StoredFile> id, Id<Account> owner, FilePurpose purpose);
    // With a fresh link. Whoever calls has decided that the reader may see it. A sealed document's link is good for
    // that reader only, and for nobody without one.
    std::optional<StoredFile> describe(Tx &tx, Id<StoredFile> id, const Reader &reader = {});

    // A fresh link without asking the database, for lists.
    QString link(Id<StoredFile> id) const;
    // The bytes themselves. Whoever calls has decided that the reader may have them.
    Result<FileBody> body(Tx &tx, Id<StoredFile> id);
    // The owner's picture cut to a place of that many pixels, as a file of its own that has to be claimed. The picture
    // itself where there is no sandbox to draw in. Starts a program, so it is called outside of any transaction.
    Result<Id<StoredFile>> fitted(Id<StoredFile> picture, Id<Account> owner, Pixels place);

    // Files that other capabilities make themselves. Here are only the bytes, readable by the server alone; who may
    // have them and how long they stay is said by whoever made them.
    Draft draft() const;
    Shelved shelve(const QString &draftPath) const; // durable when it returns
    QString shelfPath(const QString &id) const;
    void discard(const QString &id) const;

    // Seals anew what an older master sealed, at most that many files, and says how many those were. Can be cut off and
    // begun again at any time; nobody may upload meanwhile.
    int reseal(int most, const std::function<void(int)> &progress);

    // Removes what was handed in and never used. Returns how many files.
    int sweep();

    // Removes what a server that died was writing. Only for whoever is the one server of this folder and writes nothing
    // yet.
    void clearDrafts() const;

private:
    qint64 largest(FilePurpose purpose) const;
    QString pathOf(Id<StoredFile> id) const;
    StoredFile withLink(const FileRow &row, Instant now, const Reader &reader) const;
    QByteArray signatureOf(const QByteArray &key, const QByteArray &text) const;
    Result<> checkLink(const QByteArray &text, qint64 expires, const QString &signature) const;
    Result<QString> checkedType(FilePurpose purpose, const QString &path, const QByteArray &content) const;
    Result<> decodes(FilePurpose purpose, const QString &path) const;
    Result<QByteArray> sandboxed(const QStringList &arguments, const QString &path) const;
    // The file as others get to see it: a picture is drawn anew, everything else stays as it is.
    Result<> makePresentable(FileRow &row, QByteArray &content, const QString &path) const;
    QList<QFileInfo> drafts() const;
    void sweepDrafts() const;
    FileBody bodyOf(const FileRow &row) const;
    QString linkTo(Id<StoredFile> id, qint64 expires) const;
    QString sealedLinkTo(Id<StoredFile> id, qint64 expires, const Reader &reader) const;
    void keep(const FileRow &row, const QByteArray &content) const;
    bool isCurrent(const FileRow &row) const;

    Db &m_db;
    const Clock &m_clock;
    const Ids &m_ids;
    settings::Service &m_settings;
    audit::Service &m_audit;
    const Secrets &m_secrets;
    const QList<QByteArray> m_linkKeys; // the first one signs
    const Place m_place;
    Store m_store;
};

} // namespace storage
