#include "server/kyc/store.h"

#include "server/kyc/rules.h"

namespace kyc {

bool Store::insert(Tx &tx, const SubmissionRow &row)
{
    return tx.insertNew("kyc_submissions", row);
}

std::optional<SubmissionRow> Store::find(Tx &tx, Id<KycSubmission> id)
{
    return tx.one<SubmissionRow>("FROM kyc_submissions WHERE id = ?", id);
}

QList<SubmissionRow> Store::ofVendor(Tx &tx, Id<Vendor> vendor)
{
    return tx.all<SubmissionRow>("FROM kyc_submissions WHERE vendor_id = ? ORDER BY attempt DESC LIMIT ?", vendor,
                                 historyMax);
}

QList<SubmissionRow> Store::queue(Tx &tx, SubmissionStatus status, int limit,
                                  const std::optional<Id<KycSubmission>> &after)
{
    if (after)
        return tx.all<SubmissionRow>("FROM kyc_submissions WHERE status = ? AND id > ? ORDER BY id LIMIT ?", status,
                                     *after, limit);
    return tx.all<SubmissionRow>("FROM kyc_submissions WHERE status = ? ORDER BY id LIMIT ?", status, limit);
}

std::optional<SubmissionRow> Store::verified(Tx &tx, Id<Vendor> vendor)
{
    return tx.one<SubmissionRow>("FROM kyc_submissions WHERE vendor_id = ? AND status = 'verified'"
                                 " ORDER BY attempt DESC LIMIT 1",
                                 vendor);
}

int Store::vendorsWithPan(Tx &tx, const QString &index, Id<Vendor> except)
{
    return int(tx.number("count(DISTINCT vendor_id) FROM kyc_submissions WHERE pan_index = ? AND vendor_id <> ?"
                         " AND status <> 'rejected'",
                         index, except));
}

int Store::vendorsWithBank(Tx &tx, const QString &index, Id<Vendor> except)
{
    return int(tx.number("count(DISTINCT vendor_id) FROM kyc_submissions WHERE bank_index = ? AND vendor_id <> ?"
                         " AND status <> 'rejected'",
                         index, except));
}

bool Store::decide(Tx &tx, Id<KycSubmission> id, const Decision &decision)
{
    return tx.run("UPDATE kyc_submissions SET status = ?2, decided_by_id = ?3, decided_by = ?4, reason = ?5,"
                  " decided_at = ?6 WHERE id = ?1 AND status = 'pending'",
                  id, decision.status, decision.by, decision.byName, decision.reason, decision.at) == 1;
}

} // namespace kyc
