#include "server/storage/service.h"

#include "server/audit/service.h"
#include "server/core/clock.h"
#include "server/core/ids.h"
#include "server/core/secrets.h"
#include "server/settings/service.h"
#include "server/storage/rules.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace storage {

using settings::Key;

namespace {

constexpr int unclaimedMax = 100; // files of one owner that are not used yet

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

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("cannot read " + path.toStdString());
    return file.readAll();
}

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
{}

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

QString Service::sealedLinkTo(Id<StoredFile> id, qint64 expires, const Reader &reader) const
{
    const QByteArray text = sealedLinkText(id, {.reader = reader.id, .role = reader.role, .expires = expires});
    return QStringLiteral("/api/v1/files/%1/sealed?reader=%2&role=%3&expires=%4&signature=%5")
        .arg(id.text(), reader.id.text(), names::text(reader.role))
        .arg(expires)
        .arg(QString::fromLatin1(signatureOf(m_linkKeys.constFirst(), text)));
}

QString Service::link(Id<StoredFile> id) const
{
    return linkTo(id, m_clock.now().ms / 1000 + linkSeconds);
}

StoredFile Service::withLink(const FileRow &row, Instant now, const Reader &reader) const
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

Result<QString> Service::checkedType(FilePurpose purpose, const QString &path, const QByteArray &content) const
{
    const QString type = sniffedType(content);
    const FileTerms terms = fileTerms(purpose);
    if (!terms.types.contains(type))
        return failure(ErrorCode::UnsupportedMediaType, QStringLiteral("Files of this type are not taken here."),
                       {{QStringLiteral("file"),
                         QStringLiteral("must be one of: %1").arg(terms.types.join(QLatin1String(", ")))}});
    if (content.size() > terms.sizeMax)
        return failure(ErrorCode::PayloadTooLarge, QStringLiteral("This file is too large."),
                       {{QStringLiteral("file"), QStringLiteral("must be at most %1 bytes").arg(terms.sizeMax)}});
    if (!m_place.sandbox.isEmpty() && isDecodable(type))
        MUST(decodes(purpose, path));
    return type;
}

// Strangers' bytes are decoded by a program that can do nothing else and is given little time.
Result<> Service::decodes(FilePurpose purpose, const QString &path) const
{
    MUST(sandboxed({QStringLiteral("check"), QStringLiteral("--purpose"), sandboxPurpose(purpose)}, path));
    return {};
}

void Service::keep(const FileRow &row, const QByteArray &content) const
{
    const QString path = pathOf(row.id);
    QDir().mkpath(path.section(QLatin1Char('/'), 0, -2));
    QSaveFile file(path);
    const QByteArray kept = isRestricted(row.purpose) ? m_secrets.vault().seal(content, sealPlace(row.id)) : content;
    if (!file.open(QIODevice::WriteOnly) || file.write(kept) != kept.size() || !file.commit())
        throw std::runtime_error("cannot write " + path.toStdString());
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
    QByteArray content = contentOf(upload.path);
    LET(type, checkedType(purpose, upload.path, content));

    FileRow row{.id = m_ids.next<StoredFile>(),
                .ownerId = caller.id,
                .purpose = purpose,
                .name = safeName(upload.query.name),
                .contentType = type,
                .createdAt = m_clock.now()};
    MUST(makePresentable(row, content, upload.path));
    row.size = content.size();
    row.sha256 = QString::fromLatin1(crypto::sha256(content).toHex());
    keep(row, content);
    const Result<StoredFile> stored = m_db.write(caller, [&](Tx &tx) -> Result<StoredFile> {
        if (m_store.countUnclaimed(tx, caller.id) >= unclaimedMax)
            return failure(ErrorCode::TooManyRequests, QStringLiteral("Too many files are waiting to be used."));
        m_store.insert(tx, row);
        return withLink(row, tx.now(), {caller.id, caller.role});
    });
    if (!stored)
        QFile::remove(pathOf(row.id));
    return stored;
}

Result<StoredFile> Service::readFile(const Caller &caller, Id<StoredFile> id)
{
    return m_db.read([&](Tx &tx) -> Result<StoredFile> {
        const auto row = m_store.find(tx, id);
        if (!row || row->ownerId != caller.id)
            return notFound(QLatin1StringView("file"));
        return withLink(*row, m_clock.now(), {caller.id, caller.role});
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

// First it is written down who reads, then it is read (AUD-02).
Result<FileBody> Service::downloadSealedFile(const Caller &caller, Id<StoredFile> id, const SealedLink &link)
{
    MUST(checkLink(sealedLinkText(id, link), link.expires, link.signature));
    Caller reader = caller;
    reader.id = link.reader;
    reader.role = link.role;
    reader.known = !link.reader.isNull();
    LET(row, m_db.write([&](Tx &tx) -> Result<FileRow> {
        const auto row = m_store.find(tx, id);
        if (!row || !isRestricted(row->purpose) || !reader.known)
            return notFound(QLatin1StringView("file"));
        m_audit.record(tx, reader, "kyc.document_read", "stored_file", id.text());
        return *row;
    }));
    return bodyOf(row);
}

FileBody Service::bodyOf(const FileRow &row) const
{
    FileBody out{.path = pathOf(row.id), .contentType = row.contentType.toLatin1(), .name = row.name};
    if (isRestricted(row.purpose)) {
        const auto opened = m_secrets.vault().open(contentOf(out.path), sealPlace(row.id));
        if (!opened)
            throw std::runtime_error("a sealed file does not open: " + row.id.text().toStdString());
        out.bytes = *opened;
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

std::optional<StoredFile> Service::describe(Tx &tx, Id<StoredFile> id, const Reader &reader)
{
    const auto row = m_store.find(tx, id);
    return row ? std::optional(withLink(*row, m_clock.now(), reader)) : std::nullopt;
}

// The row goes first: a file without a row is only wasted space, a row without its file would be a broken promise.
int Service::sweep()
{
    const Instant limit = m_clock.now().after(-unclaimedMs);
    int removed = 0;
    for (const FileRow &row : m_db.read([&](Tx &tx) { return m_store.unclaimedBefore(tx, limit); })) {
        const auto isGone = m_db.write([&](Tx &tx) -> Result<bool> { return m_store.removeUnclaimed(tx, row.id); });
        if (isGone.value_or(false)) {
            QFile::remove(pathOf(row.id));
            ++removed;
        }
    }
    sweepDrafts();
    return removed;
}

} // namespace storage
