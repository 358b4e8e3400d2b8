// Whose the account is that a provider pays, of Service (PAY-22). The provider has asked the store itself, so what it
// knows is compared with whom the papers know, as a bank account is.

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/core/permit.h"
#include "server/kyc/service.h"
#include "server/payouts/service.h"

namespace payouts {

namespace {

struct AuditedHolder
{
    QString accountRef;
    QString provider; // whose name the provider has
    QString verified; // and the papers

    FIELDS(AuditedHolder, FIELD(accountRef), FIELD(provider), FIELD(verified))
};

struct AuditedNote
{
    QString note;

    FIELDS(AuditedNote, FIELD(note))
};

} // namespace

// Where the provider tells nothing there is nothing to compare.
bool Service::isPayee(const AccountRow &account, const PayoutRow &row)
{
    return !account.holder || kyc::Service::isSameHolder(*account.holder, row.bankAccountHolder) ||
           kyc::Service::isSameHolder(*account.holder, row.storeName);
}

Result<> Service::checkHolder(Tx &tx, const PayoutRow &row)
{
    const auto account = m_store.account(tx, row.vendorId);
    if (!account || row.holderNote || isPayee(*account, row))
        return {};
    return failure(ErrorCode::NotVerified,
                   QStringLiteral("The provider would pay %1, the papers of the store of %2 are those of %3; a note has"
                                  " to say why that is right.")
                       .arg(*account->holder, row.payoutNumber, row.bankAccountHolder));
}

void Service::noteHolder(Tx &tx, const AccountRow &row, const QString &holder)
{
    if (holder.isEmpty() || row.holder == holder)
        return;
    m_store.noteHolder(tx, row.vendorId, holder);
    const auto bank = m_kyc.verifiedBankOf(tx, row.vendorId);
    const auto store = m_accounts.vendor(tx, row.vendorId);
    const bool isKnown = bank && (kyc::Service::isSameHolder(holder, bank->holder) ||
                                  (store && kyc::Service::isSameHolder(holder, store->storeName)));
    if (!isKnown)
        m_audit.record(tx, {}, "payouts.holder_differs", "vendor", row.vendorId.text(),
                       {json::bytes(AuditedHolder{row.accountRef, holder, bank ? bank->holder : QString()})});
}

Result<Payout> Service::notePayoutHolder(const Caller &caller, Id<Payout> id, const NotePayoutHolder &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.write(caller, [&](Tx &tx) -> Result<Payout> {
        MUST(m_auth.requireFresh(tx, caller));
        if (!m_store.find(tx, id))
            return notFound(QLatin1StringView("payout"));
        if (!m_store.noteHolder(tx, id, wish.note))
            return failure(ErrorCode::IllegalTransition, QStringLiteral("This payout is decided."));
        m_audit.record(tx, caller, "payouts.holder_noted", "payout", id.text(), {json::bytes(AuditedNote{wish.note})});
        return describe(tx, *m_store.find(tx, id));
    });
}

} // namespace payouts
