// The part of Service that forgets somebody (PRIV-03, C46).

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/buyers/service.h"
#include "server/chat/service.h"
#include "server/invoices/service.h"
#include "server/jobs/service.h"
#include "server/kyc/service.h"
#include "server/ledger/service.h"
#include "server/notifications/service.h"
#include "server/orders/service.h"
#include "server/payments/service.h"
#include "server/payouts/service.h"
#include "server/privacy/jobloads.h"
#include "server/privacy/service.h"
#include "server/refunds/service.h"
#include "server/storage/service.h"
#include "server/vendors/service.h"

namespace privacy {

namespace {

struct Blocked
{
    QList<ErasureBlocker> blockers;

    FIELDS(Blocked, FIELD(blockers))
};

auto blocked(const QList<ErasureBlocker> &blockers)
{
    return tl::unexpected(Error{.code = ErrorCode::Conflict,
                                .message = QStringLiteral("The account cannot be erased while something is open."),
                                .details = json::bytes(Blocked{blockers})});
}

} // namespace

QList<ErasureBlocker> Service::blockersOf(Tx &tx, const Account &account)
{
    QList<ErasureBlocker> out;
    const auto add = [&out](ErasureBlocker blocker, bool isThere) {
        if (isThere)
            out += blocker;
    };
    const Wallet wallet = m_keepers.ledger.wallet(tx, account.id);
    ledger::VendorFunds funds;
    Money heldForStore;
    bool isSelling = false;
    if (account.vendorId) {
        const auto store = m_keepers.accounts.vendor(tx, *account.vendorId);
        isSelling = store && store->canSell && store->isOpen;
        funds = m_keepers.ledger.vendorFunds(tx, *account.vendorId);
        heldForStore = m_keepers.orders.heldFor(tx, *account.vendorId);
    }
    add(ErasureBlocker::OpenOrders, m_keepers.orders.hasOpen(tx, account) || m_keepers.refunds.hasOpen(tx, account));
    add(ErasureBlocker::HeldEscrow, wallet.heldAmount > Money{} || heldForStore > Money{});
    add(ErasureBlocker::Balance, wallet.available > Money{} || funds.released > Money{});
    add(ErasureBlocker::Debt, funds.owed > Money{});
    add(ErasureBlocker::PendingPayments, m_keepers.payments.hasPending(tx, account.id));
    add(ErasureBlocker::PendingPayouts, funds.inPayouts > Money{});
    add(ErasureBlocker::SellingStore, isSelling);
    // Whoever works for the market is let go by another admin first, who takes the powers back.
    add(ErasureBlocker::StaffAccount, account.role == Role::Admin);
    return out;
}

PayoutAccountHeld Service::payoutAccountOf(Tx &tx, const Account &account)
{
    const bool isHeld = account.vendorId && m_keepers.payouts.hasAccount(tx, *account.vendorId);
    return isHeld ? PayoutAccountHeld::Yes : PayoutAccountHeld::No;
}

Result<ErasureOutlook> Service::readErasure(const Caller &caller)
{
    return m_db.read([&](Tx &tx) -> Result<ErasureOutlook> {
        const auto account = m_keepers.accounts.find(tx, caller.id);
        if (!account)
            return notFound(QLatin1StringView("account"));
        const bool isKnown = account->vendorId && m_keepers.kyc.verifiedBankOf(tx, *account->vendorId);
        return ErasureOutlook{blockersOf(tx, *account),
                              keptRecords(isKnown ? KycHeld::Yes : KycHeld::No, payoutAccountOf(tx, *account))};
    });
}

// Rows that others name stay without saying who it was. What is only on the disk goes after the commit, by jobs.
// Again changes nothing.
KycHeld Service::forget(Tx &tx, const Account &account)
{
    QList<Id<StoredFile>> keptFiles;
    if (account.vendorId) {
        m_keepers.invoices.closeStore(tx, *account.vendorId);
        keptFiles = m_keepers.kyc.eraseOf(tx, *account.vendorId);
        m_keepers.vendors.eraseOf(tx, *account.vendorId);
        m_keepers.buyers.eraseStoreOf(tx, *account.vendorId);
    }
    m_keepers.chat.eraseOf(tx, account.id);
    m_keepers.orders.eraseOf(tx, account.id);
    m_keepers.buyers.eraseOf(tx, account.id);
    m_keepers.notifications.eraseOf(tx, account.id);
    m_keepers.auth.eraseOf(tx, account.id);
    m_keepers.accounts.eraseOf(tx, account);
    const auto files = m_keepers.storage.eraseOf(tx, account.id, keptFiles);
    removeLater(tx, files);
    FilesJob copies;
    for (const CopyRow &row : m_store.ofAccount(tx, account.id, copiesKeptMax))
        copies.copies += row.id;
    if (!copies.copies.isEmpty())
        m_jobs.enqueue(tx, filesKind, copies);
    m_store.erase(tx, account.id);
    return keptFiles.isEmpty() ? KycHeld::No : KycHeld::Yes;
}

void Service::removeLater(Tx &tx, const QList<Id<StoredFile>> &files)
{
    for (qsizetype from = 0; from < files.size(); from += filesPerJob)
        m_jobs.enqueue(tx, filesKind, FilesJob{.files = files.mid(from, filesPerJob), .copies = {}});
}

Result<Erased> Service::eraseMe(const Caller &caller)
{
    LET(erased, m_db.write([&](Tx &tx) -> Result<Erased> {
        const auto account = m_keepers.accounts.find(tx, caller.id);
        if (!account)
            return notFound(QLatin1StringView("account"));
        MUST(m_keepers.auth.requireFresh(tx, caller, auth::Service::Proof::StrongestThereIs));
        if (const auto blockers = blockersOf(tx, *account); !blockers.isEmpty())
            return blocked(blockers);
        const KycHeld kyc = forget(tx, *account);
        m_jobs.enqueue(tx, lateKind, LateTraces{account->id}, tx.now().after(lateTracesMs));
        if (kyc == KycHeld::Yes)
            m_jobs.enqueue(tx, papersKind, Papers{*account->vendorId}, papersEnd(tx.now()));
        m_audit.record(tx, caller, "privacy.erased", "account", caller.id.text());
        if (account->email)
            tx.publish(AccountErased{account->id, account->username, *account->email, account->language});
        return Erased{tx.now(), keptRecords(kyc, payoutAccountOf(tx, *account))};
    }));
    m_keepers.auth.noteRevoked({caller.id, std::nullopt, {}});
    return erased;
}

// What the account's last requests wrote after it was erased: they had been let in before.
Result<> Service::forgetLateTraces(const QByteArray &payload)
{
    LET(job, sql::stored<LateTraces>(payload));
    return m_db.write([&](Tx &tx) -> Result<> {
        if (const auto account = m_keepers.accounts.find(tx, job.account))
            forget(tx, *account);
        return {};
    });
}

// What the law asked to be kept of a store that has ended.
Result<> Service::forgetPapers(const QByteArray &payload)
{
    LET(job, sql::stored<Papers>(payload));
    return m_db.write([&](Tx &tx) -> Result<> {
        const auto files = m_keepers.kyc.erasePapers(tx, job.vendor);
        m_keepers.storage.erase(tx, files);
        removeLater(tx, files);
        m_audit.record(tx, Caller{}, "privacy.papers_erased", "vendor", job.vendor.text());
        return {};
    });
}

Result<> Service::removeFiles(const QByteArray &payload)
{
    LET(job, sql::stored<FilesJob>(payload));
    m_keepers.storage.removeBytes(job.files);
    for (const Id<PersonalCopy> copy : job.copies)
        m_keepers.storage.discard(storage::Shelf::Copies, copy.text());
    return {};
}

} // namespace privacy
