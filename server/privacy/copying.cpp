// The part of Service that makes copies. Each is one snapshot of everything, packed and sealed as a whole.

#include "server/accounts/service.h"
#include "server/auth/service.h"
#include "server/buyers/service.h"
#include "server/chat/service.h"
#include "server/core/clock.h"
#include "server/core/secrets.h"
#include "server/invoices/service.h"
#include "server/kyc/service.h"
#include "server/ledger/service.h"
#include "server/notifications/service.h"
#include "server/orders/service.h"
#include "server/payments/service.h"
#include "server/payouts/service.h"
#include "server/privacy/jobloads.h"
#include "server/privacy/service.h"
#include "server/privacy/zipfile.h"
#include "server/refunds/service.h"
#include "server/storage/service.h"
#include "server/weighing/service.h"

#include <QFile>

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
    out.parts += m_keepers.weighing.exportOf(tx, account);
    out.parts += m_keepers.buyers.exportOf(tx, account.id);
    out.parts += m_keepers.ledger.exportOf(tx, account.id);
    out.parts += m_keepers.payments.exportOf(tx, account.id);
    out.parts += m_keepers.refunds.exportOf(tx, account);
    if (account.vendorId)
        out.parts += m_keepers.payouts.exportOf(tx, *account.vendorId);
    out.parts += m_keepers.invoices.exportOf(tx, account);
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
    ZipFile zip;
    zip.add(QStringLiteral("README.txt"), readme(contents.username, m_clock.now(), contents.leftOut));
    for (const personal::Part &part : contents.parts)
        zip.add(part.name + QStringLiteral(".json"), part.json);
    for (const Contents::Enclosed &file : contents.files)
        file.body.path.isEmpty() ? zip.add(file.name, file.body.bytes) : zip.addFile(file.name, file.body.path);
    return zip.close();
}

// Sealed, and under the id of the copy, in the place of what lies there.
void Service::shelve(Id<PersonalCopy> id, const QByteArray &content) const
{
    const storage::Draft draft = m_keepers.storage.draft();
    QFile file(draft.path());
    const QByteArray sealed = m_secrets.vault().seal(content, sealPlace(id));
    if (!file.open(QIODevice::WriteOnly) || file.write(sealed) != sealed.size())
        throw std::runtime_error("cannot write " + file.fileName().toStdString());
    file.close();
    m_keepers.storage.shelve(storage::Shelf::Copies, draft.path(), id.text());
}

// The file is in its place before the copy is said to be there, and goes away again when nobody waits for it any more.
// It lies under the id of the copy: whoever is cut off in between leaves nothing that the sweep does not find.
Result<> Service::keep(const CopyRow &row, const QByteArray &content)
{
    shelve(row.id, content);
    const bool isWanted = m_db.write([&](Tx &tx) -> Result<bool> {
                                  const Instant expiresAt = tx.now().after(copyKeptMs);
                                  if (m_store.finish(tx, row.id, content.size(), expiresAt)) {
                                      tx.publish(CopyReady{row.accountId, row.id, expiresAt});
                                      return true;
                                  }
                                  // Somebody else may have made it meanwhile; then this one lies in its place.
                                  const auto now = m_store.find(tx, row.id);
                                  return now && now->state == CopyState::Ready;
                              })
                              .value_or(false);
    if (!isWanted)
        m_keepers.storage.discard(storage::Shelf::Copies, row.id.text());
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
    for (bool isMore = true; isMore;) {
        const auto rows = m_db.read([&](Tx &tx) { return m_store.expired(tx, now, copiesSweptAtOnce); });
        // The file goes first: its row is what it is found by.
        for (const CopyRow &row : rows)
            m_keepers.storage.discard(storage::Shelf::Copies, row.id.text());
        const auto isDone = m_db.write([&](Tx &tx) -> Result<> {
            for (const CopyRow &row : rows)
                m_store.remove(tx, row.id);
            return {};
        });
        if (!isDone)
            break;
        removed += int(rows.size());
        isMore = rows.size() == copiesSweptAtOnce;
    }
    return removed;
}

} // namespace privacy
