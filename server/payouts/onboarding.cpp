// How a store gets its account at the provider that pays it, of Service (PAY-22).

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/core/permit.h"
#include "server/kyc/service.h"
#include "server/payments/service.h"
#include "server/payouts/rules.h"
#include "server/payouts/service.h"

namespace payouts {

namespace {

struct AuditedAccount
{
    PayoutProvider provider = PayoutProvider::StripeConnect;
    QString accountRef;
    PayoutAccountStatus status = PayoutAccountStatus::Pending;

    FIELDS(AuditedAccount, FIELD(provider), FIELD(accountRef), FIELD(status))
};

Json audited(const AccountRow &row, PayoutAccountStatus status)
{
    return {json::bytes(AuditedAccount{row.provider, row.accountRef, status})};
}

} // namespace

Result<PayoutAccount> Service::readPayoutAccount(const Caller &caller)
{
    LET(vendor, storeOf(caller));
    return m_db.read([&](Tx &tx) -> Result<PayoutAccount> {
        PayoutAccount out{.provider = plannedProvider()};
        if (const auto row = m_store.account(tx, vendor)) {
            out.status = row->status;
            out.accountRef = row->accountRef;
            out.updatedAt = row->updatedAt;
            out.holder = row->holder;
        }
        return out;
    });
}

// The page decides where the store's money goes, so it is for whoever has shown that it is still him, and for a store
// of which it is known whose it is.
Result<> Service::mayOpenAccount(Tx &tx, const Caller &caller, Id<Vendor> vendor)
{
    MUST(m_auth.requireFresh(tx, caller));
    if (!m_kyc.verifiedBankOf(tx, vendor))
        return failure(ErrorCode::NotVerified, QStringLiteral("There is no verified bank account yet."));
    return {};
}

void Service::tellOfAccount(Tx &tx, Id<Vendor> vendor, PayoutAccountAct act)
{
    if (const auto store = m_accounts.vendor(tx, vendor))
        tx.publish(PayoutAccountChanged{vendor, store->accountId, act});
}

// A store can be set up before payouts go this way. Of two calls at once both get the same account: its key is the
// store's id.
Result<OnboardingLink> Service::openPayoutAccount(const Caller &caller)
{
    LET(vendor, storeOf(caller));
    payments::Connect *const provider = m_payments.connect();
    if (!provider || !m_payments.isConnectOpen())
        return failure(ErrorCode::Unavailable, QStringLiteral("No provider pays stores here."));
    LET(known, m_db.read([&](Tx &tx) -> Result<std::optional<AccountRow>> {
        MUST(mayOpenAccount(tx, caller, vendor));
        return m_store.account(tx, vendor);
    }));
    QString ref = known ? known->accountRef : QString();
    if (!known) {
        LET(made, provider->openAccount(vendor.text()));
        ref = made;
    }
    LET(link, provider->onboard(ref));
    MUST(m_db.write([&](Tx &tx) -> Result<> {
        const AccountRow row{
            .vendorId = vendor, .accountRef = ref, .openedAt = tx.now(), .createdAt = tx.now(), .updatedAt = tx.now()};
        if (m_store.insertNew(tx, row))
            m_audit.record(tx, caller, "payouts.account_opened", "vendor", vendor.text(), audited(row, row.status));
        m_store.opened(tx, vendor, tx.now(), nextAccountAsk(tx.now(), tx.now()).value());
        tellOfAccount(tx, vendor, PayoutAccountAct::Opened);
        return {};
    }));
    return link;
}

// True when it stands otherwise than before.
bool Service::askAccount(payments::Connect &provider, const AccountRow &row)
{
    const auto seen = provider.accountFor(row.accountRef);
    const std::optional status = seen ? std::optional(seen->status) : std::nullopt;
    const bool isOther = status && *status != row.status;
    (void)m_db.write([&](Tx &tx) -> Result<> {
        if (!status) {
            m_store.askAgainAt(tx, row, tx.now().after(accountRetryMs));
            return {};
        }
        const auto next = nextAccountAsk(row.openedAt, tx.now());
        m_store.noteAccount(tx, row, *status, *status == PayoutAccountStatus::Active ? std::nullopt : next);
        noteHolder(tx, row, seen->holder);
        if (!isOther)
            return {};
        m_audit.record(tx, {}, "payouts.account_changed", "vendor", row.vendorId.text(), audited(row, *status));
        if (*status == PayoutAccountStatus::Active)
            tellOfAccount(tx, row.vendorId, PayoutAccountAct::Active);
        if (*status == PayoutAccountStatus::Restricted)
            tellOfAccount(tx, row.vendorId, PayoutAccountAct::Restricted);
        return {};
    });
    return isOther;
}

} // namespace payouts
