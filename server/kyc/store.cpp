#include "server/kyc/store.h"

#include "server/kyc/rules.h"

namespace kyc {

namespace {

struct SameVendor
{
    Id<Vendor> vendorId;

    FIELDS(SameVendor, FIELD(vendorId))
};

int vendorsWith(Tx &tx, const std::string &column, const QStringList &indexes, Id<Vendor> except)
{
    constexpr int counted = 1000; // more is as bad
    std::string marks;
    sql::Values values;
    for (const QString &index : indexes) {
        marks += marks.empty() ? "?" : ", ?";
        values.push_back(sql::value(index));
    }
    values.push_back(sql::value(except));
    values.push_back(sql::value(counted));
    return int(tx.all<SameVendor>("FROM kyc_submissions WHERE " + column + " IN (" + marks +
                                      ") AND vendor_id <> ? AND status <> 'rejected' GROUP BY vendor_id LIMIT ?",
                                  values)
                   .size());
}

} // namespace

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

int Store::vendorsWithPan(Tx &tx, const QStringList &indexes, Id<Vendor> except)
{
    return vendorsWith(tx, "pan_index", indexes, except);
}

int Store::vendorsWithBank(Tx &tx, const QStringList &indexes, Id<Vendor> except)
{
    return vendorsWith(tx, "bank_index", indexes, except);
}

QList<SubmissionRow> Store::after(Tx &tx, Id<KycSubmission> id, int limit)
{
    return tx.all<SubmissionRow>("FROM kyc_submissions WHERE id > ? ORDER BY id LIMIT ?", sql::idBytes(id.uuid), limit);
}

void Store::reseal(Tx &tx, const SubmissionRow &row)
{
    tx.run("UPDATE kyc_submissions SET pan_sealed = ?2, pan_index = ?3, gstin_sealed = ?4, bank_sealed = ?5,"
           " bank_index = ?6 WHERE id = ?1",
           row.id, row.panSealed, row.panIndex, row.gstinSealed, row.bankSealed, row.bankIndex);
}

bool Store::decide(Tx &tx, Id<KycSubmission> id, const Decision &decision)
{
    return tx.run("UPDATE kyc_submissions SET status = ?2, decided_by_id = ?3, decided_by = ?4, reason = ?5,"
                  " decided_at = ?6 WHERE id = ?1 AND status = 'pending'",
                  id, decision.status, decision.by, decision.byName, decision.reason, decision.at) == 1;
}

} // namespace kyc
