// What Service gives and forgets of one vendor (PRIV-02, PRIV-03).

#include "server/kyc/service.h"

namespace kyc {

personal::Parts Service::exportOf(Tx &tx, const Account &account)
{
    if (!account.vendorId)
        return {};
    const Caller owner{.id = account.id, .role = account.role, .vendorId = account.vendorId};
    QList<KycSubmission> out = shownAll(tx, m_store.ofVendor(tx, *account.vendorId), owner);
    for (KycSubmission &submission : out)
        hideFromVendor(submission);
    return {personal::part("kyc", out)};
}

QList<Id<StoredFile>> Service::eraseOf(Tx &tx, Id<Vendor> vendor)
{
    m_store.eraseUnverified(tx, vendor);
    QList<Id<StoredFile>> kept;
    for (const SubmissionRow &row : m_store.allVerified(tx, vendor)) {
        kept += {row.panFileId, row.gstinFileId};
        if (row.chequeFileId)
            kept += *row.chequeFileId;
    }
    return kept;
}

} // namespace kyc
