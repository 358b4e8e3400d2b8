// What Service gives of one person (PRIV-02). Invoices stay: the law wants them kept.

#include "server/invoices/service.h"
#include "shared/contract/accounts.h"

namespace invoices {

namespace {

// A store's copy is of the store: who bought is another person, who may have been erased since.
QList<Invoice> withoutBuyers(QList<Invoice> issued)
{
    for (Invoice &each : issued)
        each.buyerName.reset();
    return issued;
}

} // namespace

personal::Parts Service::exportOf(Tx &tx, const Account &account)
{
    personal::Parts out{personal::part("invoices", m_store.ofBuyer(tx, account.id, personal::rowsMax))};
    if (account.vendorId)
        out +=
            personal::part("store_invoices", withoutBuyers(m_store.ofVendor(tx, *account.vendorId, personal::rowsMax)));
    return out;
}

} // namespace invoices
