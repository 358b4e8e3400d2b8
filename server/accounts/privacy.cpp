// What Service gives and forgets of one person (PRIV-02, PRIV-03).

#include "server/accounts/service.h"

namespace accounts {

personal::Parts Service::exportOf(Tx &tx, Id<Account> id)
{
    const auto account = m_store.find(tx, id);
    personal::Parts out{personal::part("account", account), personal::part("addresses", m_store.addresses(tx, id)),
                        personal::part("consents", m_store.consents(tx, id)),
                        personal::part("preferences", m_store.preferences(tx, id))};
    if (account && account->vendorId)
        out += personal::part("store", m_store.vendor(tx, *account->vendorId));
    return out;
}

// The row stays, because orders and the books name it; nothing in it says who it was. Unverified, so that no admin can
// open it again.
void Service::eraseOf(Tx &tx, const Account &account)
{
    for (const Address &address : m_store.addresses(tx, account.id))
        m_store.removeAddress(tx, account.id, address.id);
    if (account.vendorId) {
        m_store.eraseStore(tx, *account.vendorId);
        tx.publish(VendorChanged{*account.vendorId});
    }
    m_store.eraseConsentAddresses(tx, account.id);
    m_store.erasePreferences(tx, account.id);
    m_store.eraseAccount(tx, account.id);
}

} // namespace accounts
