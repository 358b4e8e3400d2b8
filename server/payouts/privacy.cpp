// What Service gives of one store (PRIV-02). Payouts stay with the books.

#include "server/payouts/service.h"

namespace payouts {

personal::Parts Service::exportOf(Tx &tx, Id<Vendor> vendor)
{
    QList<Payout> out = m_store.ofVendor(tx, vendor, personal::rowsMax);
    for (Payout &payout : out)
        hideAdmins(payout);
    return {personal::part("payouts", out)};
}

} // namespace payouts
