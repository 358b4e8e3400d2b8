#include "server/privacy/service.h"

#include "server/audit/service.h"
#include "server/core/clock.h"
#include "server/core/permit.h"
#include "server/core/secrets.h"
#include "server/jobs/service.h"
#include "server/privacy/jobloads.h"
#include "server/storage/service.h"

#include <QFile>

namespace privacy {

namespace {

constexpr QLatin1StringView copyWord("copy");
constexpr const char *fileName = "kabaadwala-my-data.zip";

QString signatureOf(const QByteArray &key, const QByteArray &text)
{
    return QString::fromLatin1(
        crypto::hmacSha256(key, text).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

auto gone()
{
    return failure(ErrorCode::Conflict, QStringLiteral("This copy is not there any more."));
}

QList<PersonalColumn> shipped()
{
    QFile file(QStringLiteral(":/privacy/inventory.csv"));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("the inventory is missing");
    return inventory(file.readAll());
}

} // namespace

Service::Service(Db &db, const Clock &clock, const Ids &ids, const Secrets &secrets, audit::Service &audit,
                 jobs::Service &jobs, const Keepers &keepers)
    : m_db(db)
    , m_clock(clock)
    , m_ids(ids)
    , m_secrets(secrets)
    , m_audit(audit)
    , m_jobs(jobs)
    , m_keepers(keepers)
    , m_linkKeys(secrets.keys("privacy.links"))
    , m_inventory(shipped())
{}

QString Service::linkTo(const CopyRow &row) const
{
    const qint64 expires = m_clock.now().ms / 1000 + linkSeconds;
    return QStringLiteral("/api/v1/users/me/exports/%1/file?expires=%2&signature=%3")
        .arg(row.id.text())
        .arg(expires)
        .arg(signatureOf(m_linkKeys.constFirst(), linkText(row.id, row.accountId, expires)));
}

PersonalCopy Service::described(const CopyRow &row) const
{
    PersonalCopy out{.id = row.id,
                     .state = row.state,
                     .requestedAt = row.requestedAt,
                     .finishedAt = row.finishedAt,
                     .fileSize = row.fileSize,
                     .expiresAt = row.expiresAt,
                     .url = {}};
    if (row.state == CopyState::Ready && row.expiresAt > m_clock.now())
        out.url = linkTo(row);
    return out;
}

Result<PersonalCopy> Service::requestCopy(const Caller &caller)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<PersonalCopy> {
        if (m_store.countSince(tx, caller.id, tx.now().after(-dayMs)) >= copiesPerDayMax)
            return failure(ErrorCode::TooManyRequests,
                           QStringLiteral("A copy can be asked for %1 times a day.").arg(copiesPerDayMax));
        const CopyRow row{.id = m_ids.next<PersonalCopy>(),
                          .accountId = caller.id,
                          .requestedAt = tx.now(),
                          .expiresAt = tx.now().after(copyKeptMs)};
        if (!m_store.insertNew(tx, row))
            return failure(ErrorCode::Conflict, QStringLiteral("A copy is being made already."));
        m_jobs.enqueue(tx, copyKind, CopyJob{row.id});
        m_audit.record(tx, caller, "privacy.copy_requested", "account", caller.id.text());
        return described(row);
    });
}

Result<QList<PersonalCopy>> Service::listCopies(const Caller &caller)
{
    return m_db.read([&](Tx &tx) -> Result<QList<PersonalCopy>> {
        QList<PersonalCopy> out;
        for (const CopyRow &row : m_store.ofAccount(tx, caller.id, api::listCopies.most))
            out += described(row);
        return out;
    });
}

// First it is written down that it is read, then it is read.
Result<FileBody> Service::downloadCopy(const Caller &caller, Id<PersonalCopy> id, const CopyLink &link)
{
    LET(row, m_db.write(caller, [&](Tx &tx) -> Result<CopyRow> {
        const auto row = m_store.find(tx, id);
        if (!row || !caller.known || row->accountId != caller.id)
            return notFound(copyWord);
        const bool isOurs = std::any_of(m_linkKeys.begin(), m_linkKeys.end(), [&](const QByteArray &key) {
            const QString right = signatureOf(key, linkText(id, caller.id, link.expires));
            return crypto::equal(right.toLatin1(), link.signature.toLatin1());
        });
        if (!isOurs)
            return failure(ErrorCode::InvalidSignature, QStringLiteral("This link is not valid."));
        if (link.expires * 1000 <= tx.now().ms)
            return failure(ErrorCode::TokenExpired, QStringLiteral("This link has expired."));
        if (row->state != CopyState::Ready || row->expiresAt <= tx.now())
            return gone();
        m_audit.record(tx, caller, "privacy.copy_downloaded", "account", caller.id.text());
        return *row;
    }));
    const std::lock_guard lock(m_sealing);
    QFile file(m_keepers.storage.shelfPath(storage::Shelf::Copies, row.id.text()));
    if (!file.open(QIODevice::ReadOnly)) // its end has come since
        return gone();
    const auto plain = m_secrets.vault().open(file.readAll(), sealPlace(id));
    if (!plain) // sealed with a master that is not in use any more
        return gone();
    return FileBody{
        .path = {}, .bytes = *plain, .contentType = "application/zip", .name = QString::fromLatin1(fileName)};
}

Result<QList<PersonalColumn>> Service::listPersonalColumns(const Caller &caller) const
{
    MUST(permit(caller, Permission::ReadAudit));
    return m_inventory;
}

} // namespace privacy
