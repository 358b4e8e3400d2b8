// The part of Service that forgets somebody (PRIV-03, C46).

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/chat/service.h"
#include "server/core/clock.h"
#include "server/kyc/service.h"
#include "server/ledger/service.h"
#include "server/notifications/service.h"
#include "server/orders/service.h"
#include "server/payments/service.h"
#include "server/privacy/rules.h"
#include "server/privacy/service.h"
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

// What is only on disk goes after the commit.
struct Service::Forgotten
{
    Account account;
    Instant at;
    KycHeld kyc = KycHeld::No;
    QList<Id<StoredFile>> files;
    QStringList copies;
};

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
    add(ErasureBlocker::OpenOrders, m_keepers.orders.hasOpen(tx, account));
    add(ErasureBlocker::HeldEscrow, wallet.heldAmount > Money{} || heldForStore > Money{});
    add(ErasureBlocker::Balance, wallet.available > Money{} || funds.released > Money{});
    add(ErasureBlocker::PendingPayments, m_keepers.payments.hasPending(tx, account.id));
    add(ErasureBlocker::PendingPayouts, funds.inPayouts > Money{});
    add(ErasureBlocker::SellingStore, isSelling);
    // Whoever works for the market is let go by another admin first, who takes the powers back.
    add(ErasureBlocker::StaffAccount, account.role == Role::Admin);
    return out;
}

Result<ErasureOutlook> Service::readErasure(const Caller &caller)
{
    return m_db.read([&](Tx &tx) -> Result<ErasureOutlook> {
        const auto account = m_keepers.accounts.find(tx, caller.id);
        if (!account)
            return notFound(QLatin1StringView("account"));
        const bool isKnown = account->vendorId && m_keepers.kyc.verifiedBankOf(tx, *account->vendorId);
        return ErasureOutlook{blockersOf(tx, *account), keptRecords(isKnown ? KycHeld::Yes : KycHeld::No)};
    });
}

// Rows that others name stay without saying who it was; files go after the rows that name them.
Service::Forgotten Service::forget(Tx &tx, const Account &account)
{
    Forgotten out{.account = account, .at = tx.now()};
    QList<Id<StoredFile>> keptFiles;
    if (account.vendorId) {
        keptFiles = m_keepers.kyc.eraseOf(tx, *account.vendorId);
        m_keepers.vendors.eraseOf(tx, *account.vendorId);
    }
    out.kyc = keptFiles.isEmpty() ? KycHeld::No : KycHeld::Yes;
    m_keepers.chat.eraseOf(tx, account.id);
    m_keepers.orders.eraseOf(tx, account.id);
    m_keepers.notifications.eraseOf(tx, account.id);
    m_keepers.auth.eraseOf(tx, account.id);
    m_keepers.accounts.eraseOf(tx, account);
    out.files = m_keepers.storage.eraseOf(tx, account.id, keptFiles);
    for (const CopyRow &row : m_store.ofAccount(tx, account.id, copiesWithFileMax))
        if (row.fileId)
            out.copies += *row.fileId;
    m_store.erase(tx, account.id);
    return out;
}

Result<Erased> Service::eraseMe(const Caller &caller)
{
    LET(forgotten, m_db.write([&](Tx &tx) -> Result<Forgotten> {
        const auto account = m_keepers.accounts.find(tx, caller.id);
        if (!account)
            return notFound(QLatin1StringView("account"));
        MUST(m_keepers.auth.requireFresh(tx, caller, auth::Service::Proof::StrongestThereIs));
        if (const auto blockers = blockersOf(tx, *account); !blockers.isEmpty())
            return blocked(blockers);
        const Forgotten out = forget(tx, *account);
        m_audit.record(tx, caller, "privacy.erased", "account", caller.id.text());
        if (account->email)
            tx.publish(AccountErased{account->id, account->username, *account->email, account->language});
        return out;
    }));
    m_keepers.auth.noteRevoked({caller.id, std::nullopt, {}});
    m_keepers.storage.removeBytes(forgotten.files);
    for (const QString &copy : forgotten.copies)
        m_keepers.storage.discard(copy);
    return Erased{forgotten.at, keptRecords(forgotten.kyc)};
}

} // namespace privacy
