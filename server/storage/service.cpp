#include "server/storage/service.h"

#include "server/audit/service.h"
#include "server/core/clock.h"
#include "server/core/ids.h"
#include "server/core/permit.h"
#include "server/core/secrets.h"
#include "server/settings/service.h"
#include "server/storage/rules.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QSaveFile>

namespace storage {

using settings::Key;

namespace {

Q_LOGGING_CATEGORY(lcStorage, "storage")

// What the sandbox has to know: pictures and documents have different limits there.
QString sandboxPurpose(FilePurpose purpose)
{
    switch (purpose) {
    case FilePurpose::Kyc: return QStringLiteral("kyc");
    case FilePurpose::Chat: return QStringLiteral("chat");
    case FilePurpose::StoreLogo:
    case FilePurpose::StoreBanner:
    case FilePurpose::ProfilePhoto:
    case FilePurpose::Ad: return QStringLiteral("image");
    }
    return {};
}

constexpr qint64 chunkBytes = 64 << 10;

QByteArray sealPlace(Id<StoredFile> id)
{
    return "stored_files:" + id.text().toLatin1();
}

// Pictures of ads come from those who plan campaigns, or from a store that wants one.
bool mayHandIn(const Caller &caller, FilePurpose purpose)
{
    return purpose != FilePurpose::Ad || caller.role == Role::Vendor ||
           (caller.isAdmin() && caller.may(Permission::ManageAds));
}

} // namespace

Service::Service(Db &db, const Clock &clock, const Ids &ids, settings::Service &settings, audit::Service &audit,
                 const Secrets &secrets, const Place &place)
    : m_db(db)
    , m_clock(clock)
    , m_ids(ids)
    , m_settings(settings)
    , m_audit(audit)
    , m_secrets(secrets)
    , m_linkKeys(secrets.keys("storage.links"))
    , m_place(place)
    , m_scanner(place.scanner)
{
    if (m_place.sandbox.isEmpty() && m_place.undecoded == Undecoded::Refused)
        qCWarning(lcStorage) << "uploads are refused: the program that decodes them is missing";
}

qint64 Service::largest(FilePurpose purpose) const
{
    switch (purpose) {
    case FilePurpose::Kyc: return m_settings.whole(Key::UploadsKycMaxBytes);
    case FilePurpose::Chat: return m_settings.whole(Key::UploadsChatMaxBytes);
    case FilePurpose::StoreLogo:
    case FilePurpose::StoreBanner:
    case FilePurpose::ProfilePhoto:
    case FilePurpose::Ad: return m_settings.whole(Key::UploadsImageMaxBytes);
    }
    return 0;
}

// Two characters of the random end spread the files over folders.
QString Service::pathOf(Id<StoredFile> id) const
{
    const QString name = id.text();
    return QStringLiteral("%1/%2/%3").arg(m_place.folder, name.right(2), name);
}

QByteArray Service::signatureOf(const QByteArray &key, const QByteArray &text) const
{
    return crypto::hmacSha256(key, text).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Result<> Service::checkLink(const QByteArray &text, qint64 expires, const QString &signature) const
{
    const bool isOurs = std::any_of(m_linkKeys.begin(), m_linkKeys.end(), [&](const QByteArray &key) {
        return crypto::equal(signatureOf(key, text), signature.toLatin1());
    });
    if (!isOurs)
        return failure(ErrorCode::InvalidSignature, QStringLiteral("This link is not valid."));
    if (expires * 1000 <= m_clock.now().ms)
        return failure(ErrorCode::TokenExpired, QStringLiteral("This link has expired."));
    return {};
}

QString Service::linkTo(Id<StoredFile> id, qint64 expires) const
{
    return QStringLiteral("/api/v1/files/%1?expires=%2&signature=%3")
        .arg(id.text())
        .arg(expires)
        .arg(QString::fromLatin1(signatureOf(m_linkKeys.constFirst(), linkText(id, expires))));
}

QString Service::sealedLinkTo(Id<StoredFile> id, qint64 expires, Id<Account> reader) const
{
    return QStringLiteral("/api/v1/files/%1/sealed?expires=%2&signature=%3")
        .arg(id.text())
        .arg(expires)
        .arg(QString::fromLatin1(signatureOf(m_linkKeys.constFirst(), sealedLinkText(id, reader, expires))));
}

QString Service::link(Id<StoredFile> id) const
{
    return linkTo(id, m_clock.now().ms / 1000 + linkSeconds);
}

StoredFile Service::withLink(const FileRow &row, Instant now, Id<Account> reader) const
{
    const qint64 expires = now.ms / 1000 + linkSeconds;
    return {.id = row.id,
            .purpose = row.purpose,
            .name = row.name,
            .contentType = row.contentType,
            .size = row.size,
            .url = isRestricted(row.purpose) ? sealedLinkTo(row.id, expires, reader) : linkTo(row.id, expires),
            .urlExpiresAt = {expires * 1000}};
}

// The bytes are looked at where they lie.
Result<QString> Service::checkedType(FilePurpose purpose, const QString &path) const
{
    QFile file(path);
    const uchar *bytes = file.open(QIODevice::ReadOnly) ? file.map(0, file.size()) : nullptr;
    if (!bytes)
        throw std::runtime_error("cannot read " + path.toStdString());
    const QString type = sniffedType(QByteArray::fromRawData(reinterpret_cast<const char *>(bytes), file.size()));
    const FileTerms terms = fileTerms(purpose);
    if (!terms.types.contains(type))
        return failure(ErrorCode::UnsupportedMediaType, QStringLiteral("Files of this type are not taken here."),
                       {{QStringLiteral("file"),
                         QStringLiteral("must be one of: %1").arg(terms.types.join(QLatin1String(", ")))}});
    if (file.size() > terms.sizeMax)
        return failure(ErrorCode::PayloadTooLarge, QStringLiteral("This file is too large."),
                       {{QStringLiteral("file"), QStringLiteral("must be at most %1 bytes").arg(terms.sizeMax)}});
    MUST(decodes(purpose, path));
    return type;
}

// Strangers' bytes are decoded by a program that can do nothing else and is given little time. Without it nothing is
// taken, unless whoever runs the server wants it so.
Result<> Service::decodes(FilePurpose purpose, const QString &path) const
{
    if (m_place.sandbox.isEmpty() && m_place.undecoded == Undecoded::Taken)
        return {};
    if (m_place.sandbox.isEmpty())
        return failure(ErrorCode::Unavailable, QStringLiteral("Files cannot be taken at the moment."));
    MUST(sandboxed({QStringLiteral("check"), QStringLiteral("--purpose"), sandboxPurpose(purpose)}, path));
    return {};
}

// In pieces, but for a document: its seal covers the whole of it, so no more than one of them is in memory.
Service::Kept Service::keep(const FileRow &row, QIODevice &content) const
{
    const QString path = pathOf(row.id);
    QDir().mkpath(path.section(QLatin1Char('/'), 0, -2));
    QSaveFile file(path);
    bool isWritten = file.open(QIODevice::WriteOnly);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    Kept out;
    if (isRestricted(row.purpose)) {
        const std::lock_guard lock(m_sealing);
        const QByteArray plain = content.readAll();
        const QByteArray sealed = m_secrets.vault().seal(plain, sealPlace(row.id));
        hash.addData(plain);
        out.size = plain.size();
        isWritten = isWritten && file.write(sealed) == sealed.size();
    } else {
        for (QByteArray part = content.read(chunkBytes); !part.isEmpty(); part = content.read(chunkBytes)) {
            hash.addData(part);
            out.size += part.size();
            isWritten = isWritten && file.write(part) == part.size();
        }
    }
    if (!isWritten || !file.commit())
        throw std::runtime_error("cannot write " + path.toStdString());
    out.sha256 = QString::fromLatin1(hash.result().toHex());
    return out;
}

Result<StoredFile> Service::uploadFile(const Caller &caller, const Upload<FileQuery> &upload)
{
    const FilePurpose purpose = upload.query.purpose;
    if (!mayHandIn(caller, purpose))
        return failure(ErrorCode::Forbidden, QStringLiteral("You do not place ads."));
    if (upload.size > largest(purpose))
        return failure(ErrorCode::PayloadTooLarge,
                       QStringLiteral("This file is larger than %1 bytes.").arg(largest(purpose)));
    if (upload.size <= 0)
        return unacceptable(QStringLiteral("is empty"));
    LET(type, checkedType(purpose, upload.path));
    LET(state, scanned(caller, purpose, upload.path));

    FileRow row{.id = m_ids.next<StoredFile>(),
                .ownerId = caller.id,
                .purpose = purpose,
                .name = safeName(upload.query.name),
                .contentType = type,
                .createdAt = m_clock.now(),
                .scanState = state};
    if (state == ScanState::Clean)
        row.scannedAt = row.createdAt;
    LET(drawn, presentable(row, upload.path));
    QFile file(upload.path);
    QBuffer picture(&drawn);
    QIODevice &content = drawn.isEmpty() ? static_cast<QIODevice &>(file) : picture;
    if (!content.open(QIODevice::ReadOnly))
        throw std::runtime_error("cannot read " + upload.path.toStdString());
    const Kept kept = keep(row, content);
    row.size = kept.size;
    row.sha256 = kept.sha256;
    const Result<StoredFile> stored = m_db.write(caller, [&](Tx &tx) -> Result<StoredFile> {
        const Ration ration = caller.isAdmin() ? Ration::Houses : Ration::Accounts;
        MUST(insert(tx, row, ration, unclaimedMax));
        return withLink(row, tx.now(), caller.id);
    });
    if (!stored)
        QFile::remove(pathOf(row.id));
    return stored;
}

Result<> Service::mayTake(Tx &tx, const FileRow &row, Ration ration, int unclaimed)
{
    if (m_store.countUnclaimed(tx, row.ownerId) >= unclaimed)
        return failure(ErrorCode::TooManyRequests, QStringLiteral("Too many files are waiting to be used."));
    const qint64 quota = m_settings.whole(Key::UploadsAccountQuotaBytes);
    if (ration == Ration::Accounts && m_store.bytesOf(tx, row.ownerId) + row.size > quota)
        return failure(ErrorCode::PayloadTooLarge,
                       QStringLiteral("The files of one account may take %1 bytes together.").arg(quota));
    return {};
}

Result<> Service::insert(Tx &tx, const FileRow &row, Ration ration, int unclaimed)
{
    MUST(mayTake(tx, row, ration, unclaimed));
    m_store.insert(tx, row);
    return {};
}

Result<StoredFile> Service::readFile(const Caller &caller, Id<StoredFile> id)
{
    return m_db.read([&](Tx &tx) -> Result<StoredFile> {
        const auto row = m_store.find(tx, id);
        if (!row || row->ownerId != caller.id)
            return notFound(QLatin1StringView("file"));
        return withLink(*row, m_clock.now(), caller.id);
    });
}

Result<FileBody> Service::downloadFile(const Caller &, Id<StoredFile> id, const SignedLink &link)
{
    MUST(checkLink(linkText(id, link.expires), link.expires, link.signature));
    const auto row = m_db.read([&](Tx &tx) { return m_store.find(tx, id); });
    if (!row || isRestricted(row->purpose))
        return notFound(QLatin1StringView("file"));

    return bodyOf(*row);
}

// The owner and those who review read it, each by a link of his own. First it is written down who reads, then it is
// read (AUD-02).
Result<FileBody> Service::downloadSealedFile(const Caller &caller, Id<StoredFile> id, const SignedLink &link)
{
    if (caller.isAdmin()) {
        MUST(permit(caller, Permission::ReviewKyc));
    }
    LET(row, m_db.write([&](Tx &tx) -> Result<FileRow> {
        const auto row = m_store.find(tx, id);
        if (!row || !isRestricted(row->purpose) || !caller.known || (row->ownerId != caller.id && !caller.isAdmin()))
            return notFound(QLatin1StringView("file"));
        MUST(checkLink(sealedLinkText(id, caller.id, link.expires), link.expires, link.signature));
        MUST(mayBeRead(*row));
        m_audit.record(tx, caller, "kyc.document_read", "stored_file", id.text());
        return *row;
    }));
    return bodyOf(row);
}

// Fail closed: with a scanner nothing leaves that it has not seen (MED-08).
Result<> Service::mayBeRead(const FileRow &row) const
{
    if (row.scanState == ScanState::Quarantined)
        return notFound(QLatin1StringView("file"));
    if (m_scanner.isConfigured() && row.scanState == ScanState::Unscanned)
        return failure(ErrorCode::Unavailable, QStringLiteral("This file is still to be checked for viruses."));
    return {};
}

QByteArray Service::opened(const FileRow &row) const
{
    QFile file(pathOf(row.id));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("cannot read " + file.fileName().toStdString());
    const auto plain = m_secrets.vault().open(file.readAll(), sealPlace(row.id));
    if (!plain)
        throw std::runtime_error("a sealed file does not open: " + row.id.text().toStdString());
    return *plain;
}

Result<FileBody> Service::bodyOf(const FileRow &row) const
{
    MUST(mayBeRead(row));
    FileBody out{.path = pathOf(row.id), .contentType = row.contentType.toLatin1(), .name = row.name};
    if (isRestricted(row.purpose)) {
        out.bytes = opened(row);
        out.path.clear();
    }
    return out;
}

Result<FileBody> Service::body(Tx &tx, Id<StoredFile> id)
{
    const auto row = m_store.find(tx, id);
    if (!row)
        return notFound(QLatin1StringView("file"));
    return bodyOf(*row);
}

Result<StoredFile> Service::claim(Tx &tx, Id<StoredFile> id, Id<Account> owner, FilePurpose purpose)
{
    if (!m_store.claim(tx, id, owner, purpose, tx.now()))
        return notFound(QLatin1StringView("file"));
    return withLink(*m_store.find(tx, id), tx.now(), {});
}

std::optional<StoredFile> Service::describe(Tx &tx, Id<StoredFile> id, Id<Account> reader)
{
    const auto row = m_store.find(tx, id);
    return row ? std::optional(withLink(*row, m_clock.now(), reader)) : std::nullopt;
}

int Service::sweep()
{
    const Instant limit = m_clock.now().after(-unclaimedMs);
    int removed = 0;
    for (int some = sweepSome(limit); some > 0; some = sweepSome(limit))
        removed += some;
    sweepDrafts();
    return removed;
}

// The row goes first: a file without a row is only wasted space, a row without its file would be a broken promise.
int Service::sweepSome(Instant limit)
{
    int removed = 0;
    for (const FileRow &row : m_db.read([&](Tx &tx) { return m_store.unclaimedBefore(tx, limit); })) {
        const auto isGone = m_db.write([&](Tx &tx) -> Result<bool> { return m_store.removeUnclaimed(tx, row.id); });
        if (isGone.value_or(false)) {
            QFile::remove(pathOf(row.id));
            ++removed;
        }
    }
    return removed;
}

} // namespace storage
