#include "server/kyc/store.h"

#include "server/core/ids.h"
#include "server/kyc/rules.h"

#include <QSet>

namespace kyc {

namespace {

struct SameVendor
{
    Id<Vendor> vendorId;

    FIELDS(SameVendor, FIELD(vendorId))
};

constexpr int measuredMax = 20'000; // submissions that one measure is made of

struct SubmittedAt
{
    Instant submittedAt;

    FIELDS(SubmittedAt, FIELD(submittedAt))
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
    return all(tx, vendor, historyMax);
}

QList<SubmissionRow> Store::queue(Tx &tx, const QueueQuestion &question)
{
    std::string from = "FROM kyc_submissions WHERE status = ?";
    sql::Values values{sql::value(question.status)};
    if (question.holder == KycHolder::Mine) {
        from += " AND claimed_by_id = ? AND claimed_until > ?";
        values.push_back(sql::value(question.asker));
        values.push_back(sql::value(question.now));
    }
    if (question.holder == KycHolder::Free) {
        from += " AND (claimed_until IS NULL OR claimed_until <= ?)";
        values.push_back(sql::value(question.now));
    }
    if (question.after) {
        from += " AND id > ?";
        values.push_back(sql::value(question.after));
    }
    values.push_back(sql::value(question.limit));
    return tx.all<SubmissionRow>(from + " ORDER BY id LIMIT ?", values);
}

QList<SubmissionRow> Store::all(Tx &tx, Id<Vendor> vendor, int limit)
{
    return tx.all<SubmissionRow>("FROM kyc_submissions WHERE vendor_id = ? ORDER BY attempt DESC LIMIT ?", vendor,
                                 limit);
}

Waiting Store::waiting(Tx &tx, Instant overdue)
{
    return tx
        .all<Waiting>("FROM (SELECT count(*) AS waiting, CAST(coalesce(sum(CASE WHEN submitted_at <= ? THEN 1 ELSE 0"
                      " END), 0) AS BIGINT) AS overdue, min(submitted_at) AS oldest_at FROM kyc_submissions"
                      " WHERE status = 'pending') AS queue",
                      overdue)
        .constFirst();
}

QList<QueueTime> Store::decidedSince(Tx &tx, Instant time)
{
    return tx.all<QueueTime>("FROM kyc_submissions WHERE decided_at >= ? ORDER BY decided_at DESC LIMIT ?", time,
                             measuredMax);
}

QList<Instant> Store::submittedSince(Tx &tx, Instant time)
{
    QList<Instant> out;
    for (const SubmittedAt &row :
         tx.all<SubmittedAt>("FROM kyc_submissions WHERE submitted_at >= ? AND id >= ? ORDER BY id DESC LIMIT ?", time,
                             Ids::firstOf<KycSubmission>(time.after(-Ids::slackMs)), measuredMax))
        out += row.submittedAt;
    return out;
}

void Store::eraseUnverified(Tx &tx, Id<Vendor> vendor)
{
    tx.run("DELETE FROM kyc_submissions WHERE vendor_id = ? AND status <> 'verified'", vendor);
}

void Store::eraseAll(Tx &tx, Id<Vendor> vendor)
{
    tx.run("DELETE FROM kyc_submissions WHERE vendor_id = ?", vendor);
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
                  " decided_at = ?6, claimed_by_id = NULL, claimed_by = NULL, claimed_until = NULL"
                  " WHERE id = ?1 AND status = 'pending'"
                  " AND (claimed_by_id IS NULL OR claimed_by_id = ?3 OR claimed_until <= ?6)",
                  id, decision.status, decision.by, decision.byName, decision.reason, decision.at) == 1;
}

bool Store::claim(Tx &tx, Id<KycSubmission> id, const KycClaim &claim)
{
    return tx.run("UPDATE kyc_submissions SET claimed_by_id = ?2, claimed_by = ?3, claimed_until = ?4"
                  " WHERE id = ?1 AND status = 'pending'"
                  " AND (claimed_by_id IS NULL OR claimed_by_id = ?2 OR claimed_until <= ?5)",
                  id, claim.adminId, claim.adminName, claim.until, tx.now()) == 1;
}

bool Store::release(Tx &tx, Id<KycSubmission> id, Id<Account> admin)
{
    return tx.run("UPDATE kyc_submissions SET claimed_by_id = NULL, claimed_by = NULL, claimed_until = NULL"
                  " WHERE id = ?1 AND claimed_by_id = ?2",
                  id, admin) == 1;
}

QList<SameNumber> Store::sharing(Tx &tx, KycNumber number, const QStringList &indexes, Id<Vendor> except)
{
    constexpr int seenMax = 100;
    std::string from = number == KycNumber::Pan ? "FROM kyc_submissions WHERE pan_index IN ("
                                                : "FROM kyc_submissions WHERE bank_index IN (";
    sql::Values values;
    for (const QString &index : indexes) {
        from += values.empty() ? "?" : ", ?";
        values.push_back(sql::value(index));
    }
    values.push_back(sql::value(except));
    values.push_back(sql::value(seenMax));
    QList<SameNumber> out;
    QSet<Id<Vendor>> seen;
    for (const SameNumber &each :
         tx.all<SameNumber>(from + ") AND vendor_id <> ? AND status <> 'rejected' ORDER BY id DESC LIMIT ?", values)) {
        if (!seen.contains(each.vendorId))
            out += each;
        seen.insert(each.vendorId);
    }
    return out;
}

} // namespace kyc
