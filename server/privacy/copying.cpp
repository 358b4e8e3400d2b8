// The part of Service that makes copies. Each is one snapshot of everything, packed and sealed as a whole.

#include "server/accounts/service.h"
#include "server/auth/service.h"
#include "server/chat/service.h"
#include "server/core/clock.h"
#include "server/core/secrets.h"
#include "server/kyc/service.h"
#include "server/ledger/service.h"
#include "server/notifications/service.h"
#include "server/orders/service.h"
#include "server/payments/service.h"
#include "server/payouts/service.h"
#include "server/privacy/copyjob.h"
#include "server/privacy/rules.h"
#include "server/privacy/service.h"
#include "server/privacy/zipfile.h"
#include "server/storage/service.h"

#include <QFile>
#include <QScopeGuard>

namespace privacy {

struct Service::Contents
{
    struct Enclosed
    {
        QString name;
        FileBody body;
    };

    QString username;
    personal::Parts parts;
    QList<Enclosed> files;
    int leftOut = 0;
};

Service::Contents Service::contentsOf(Tx &tx, const Account &account)
{
    Contents out{.username = account.username, .parts = m_keepers.accounts.exportOf(tx, account.id)};
    out.parts += m_keepers.auth.exportOf(tx, account.id);
    out.parts += m_keepers.orders.exportOf(tx, account);
    out.parts += m_keepers.ledger.exportOf(tx, account.id);
    out.parts += m_keepers.payments.exportOf(tx, account.id);
    if (account.vendorId)
        out.parts += m_keepers.payouts.exportOf(tx, *account.vendorId);
    out.parts += m_keepers.kyc.exportOf(tx, account);
    out.parts += m_keepers.chat.exportOf(tx, account.id);
    out.parts += m_keepers.notifications.exportOf(tx, account.id);
    out.parts += m_keepers.storage.exportOf(tx, account.id);
    qint64 left = filesBytesMax;
    for (const storage::FileRow &row : m_keepers.storage.filesOf(tx, account.id)) {
        const auto body = row.size <= left ? m_keepers.storage.body(tx, row.id)
                                           : Result<FileBody>(failure(ErrorCode::PayloadTooLarge, QString()));
        if (!body) {
            ++out.leftOut;
            continue;
        }
        left -= row.size;
        out.files += Contents::Enclosed{entryName(row.id.text(), row.name), *body};
    }
    return out;
}

QByteArray Service::written(const Contents &contents) const
{
    const storage::Draft draft = m_keepers.storage.draft();
    ZipFile zip(draft.path());
    zip.add(QStringLiteral("README.txt"), readme(contents.username, m_clock.now(), contents.leftOut));
    for (const personal::Part &part : contents.parts)
        zip.add(part.name + QStringLiteral(".json"), part.json);
    for (const Contents::Enclosed &file : contents.files)
        file.body.path.isEmpty() ? zip.add(file.name, file.body.bytes) : zip.addFile(file.name, file.body.path);
    zip.close();
    QFile made(draft.path());
    if (!made.open(QIODevice::ReadOnly))
        throw std::runtime_error("cannot read " + made.fileName().toStdString());
    return made.readAll();
}

// The file is in its place before the copy is said to be there, and goes away again when nobody waits for it any more.
Result<> Service::keep(const CopyRow &row, const QByteArray &content)
{
    const storage::Draft draft = m_keepers.storage.draft();
    QFile file(draft.path());
    const QByteArray sealed = m_secrets.vault().seal(content, sealPlace(row.id));
    if (!file.open(QIODevice::WriteOnly) || file.write(sealed) != sealed.size())
        throw std::runtime_error("cannot write " + file.fileName().toStdString());
    file.close();
    const storage::Shelved shelved = m_keepers.storage.shelve(draft.path());
    auto away = qScopeGuard([&] { m_keepers.storage.discard(shelved.id); });
    const auto isKept = m_db.write([&](Tx &tx) -> Result<bool> {
        const MadeFile made{shelved.id, content.size(), tx.now().after(copyKeptMs)};
        if (!m_store.finish(tx, row.id, made))
            return false;
        tx.publish(CopyReady{row.accountId, row.id, made.expiresAt});
        return true;
    });
    if (isKept.value_or(false))
        away.dismiss();
    return {};
}

Result<> Service::makeCopy(const QByteArray &payload)
{
    LET(job, sql::stored<CopyJob>(payload));
    const std::lock_guard lock(m_sealing);
    std::optional<CopyRow> row;
    std::optional<Contents> contents;
    m_db.read([&](Tx &tx) {
        row = m_store.find(tx, job.id);
        const auto account = row ? m_keepers.accounts.find(tx, row->accountId) : std::nullopt;
        if (account && row->state == CopyState::Waiting)
            contents = contentsOf(tx, *account);
        return 0;
    });
    // Made already, given up, or of somebody who has gone meanwhile.
    if (!contents)
        return {};
    return keep(*row, written(*contents));
}

int Service::sweep()
{
    (void)m_db.write(
        [&](Tx &tx) -> Result<qint64> { return m_store.failRequestedBefore(tx, tx.now().after(-copyPatienceMs)); });
    const Instant now = m_clock.now();
    int removed = 0;
    for (const CopyRow &row : m_db.read([&](Tx &tx) { return m_store.expired(tx, now, copiesSweptAtOnce); })) {
        // The row goes first: a file that nobody knows is only wasted space.
        const auto isGone = m_db.write([&](Tx &tx) -> Result<bool> { return m_store.forgetFile(tx, row.id); });
        if (!isGone.value_or(false))
            continue;
        m_keepers.storage.discard(*row.fileId);
        ++removed;
    }
    return removed;
}

} // namespace privacy
