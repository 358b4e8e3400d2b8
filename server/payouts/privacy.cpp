// What Service gives of one store (PRIV-02). Payouts stay with the books.

#include "server/payouts/service.h"

namespace payouts {

personal::Parts Service::exportOf(Tx &tx, Id<Vendor> vendor)
{
    QList<Payout> out = m_store.ofVendor(tx, vendor, personal::rowsMax);
    for (Payout &payout : out)
        hideAdmins(payout);
    QList<PayoutAccount> accounts; // at the provider, if it has one
    if (const auto row = m_store.account(tx, vendor))
        accounts += PayoutAccount{row->provider, row->status, row->accountRef, row->updatedAt, row->holder};
    return {personal::part("payouts", out), personal::part("payout_accounts", accounts)};
}

bool Service::hasAccount(Tx &tx, Id<Vendor> vendor)
{
    return m_store.account(tx, vendor).has_value();
}

} // namespace payouts
