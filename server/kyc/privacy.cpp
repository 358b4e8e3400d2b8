// What Service gives and forgets of one vendor (PRIV-02, PRIV-03).

#include "server/kyc/service.h"

namespace kyc {

namespace {

QList<Id<StoredFile>> filesOf(const QList<SubmissionRow> &rows)
{
    QList<Id<StoredFile>> out;
    for (const SubmissionRow &row : rows) {
        out += {row.panFileId, row.gstinFileId};
        if (row.chequeFileId)
            out += *row.chequeFileId;
    }
    return out;
}

} // namespace

personal::Parts Service::exportOf(Tx &tx, const Account &account)
{
    if (!account.vendorId)
        return {};
    const Caller owner{.id = account.id, .role = account.role, .vendorId = account.vendorId};
    QList<KycSubmission> out = shownAll(tx, m_store.all(tx, *account.vendorId, personal::rowsMax), owner);
    for (KycSubmission &submission : out)
        hideFromVendor(submission);
    return {personal::part("kyc", out)};
}

QList<Id<StoredFile>> Service::eraseOf(Tx &tx, Id<Vendor> vendor)
{
    m_store.eraseUnverified(tx, vendor);
    return filesOf(m_store.all(tx, vendor, personal::rowsMax));
}

QList<Id<StoredFile>> Service::erasePapers(Tx &tx, Id<Vendor> vendor)
{
    const auto files = filesOf(m_store.all(tx, vendor, personal::rowsMax));
    m_store.eraseAll(tx, vendor);
    return files;
}

} // namespace kyc
