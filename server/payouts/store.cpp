#include "server/payouts/store.h"

namespace payouts {

namespace {

// Payouts as they are shown, with through whom they go.
const std::string shown =
    "FROM (SELECT payouts.*, CASE WHEN EXISTS (SELECT 1 FROM payout_transfers t WHERE t.payout_id = payouts.id"
    " AND (t.status <> 'cancelled' OR t.transfer_ref IS NOT NULL)) THEN 'stripe_connect' ELSE 'manual' END AS provider"
    " FROM payouts) AS shown";

struct Way
{
    PayoutProvider provider = PayoutProvider::Manual;

    FIELDS(Way, FIELD(provider))
};

} // namespace

bool Store::insertNew(Tx &tx, const PayoutRow &row)
{
    return tx.insertNew("payouts", row);
}

void Store::insert(Tx &tx, const Share &share)
{
    tx.insert("payout_orders", share);
}

std::optional<PayoutRow> Store::find(Tx &tx, Id<Payout> id)
{
    return tx.one<PayoutRow>("FROM payouts WHERE id = ?", id);
}

QList<Payout> Store::list(Tx &tx, const Scope &scope, const ListPayouts &wish, const std::optional<Id<Payout>> &before,
                          int limit)
{
    std::string where;
    sql::Values values;
    const auto add = [&](std::string_view condition, sql::Value value) {
        where += where.empty() ? " WHERE " : " AND ";
        where += condition;
        values.push_back(std::move(value));
    };
    if (scope.vendor)
        add("vendor_id = ?", sql::value(*scope.vendor));
    if (wish.status)
        add("status = ?", sql::value(*wish.status));
    if (before)
        add("id < ?", sql::value(*before));
    values.push_back(sql::value(limit));
    return tx.all<Payout>(shown + where + " ORDER BY id DESC LIMIT ?", values);
}

QList<Payout> Store::ofVendor(Tx &tx, Id<Vendor> vendor, int limit)
{
    return tx.all<Payout>(shown + " WHERE vendor_id = ? ORDER BY id DESC LIMIT ?", vendor, limit);
}

QList<Payout> Store::named(Tx &tx, const QList<Id<Payout>> &ids)
{
    std::string marks;
    sql::Values values;
    for (const Id<Payout> id : ids) {
        marks += marks.empty() ? "?" : ", ?";
        values.push_back(sql::value(id));
    }
    return ids.isEmpty() ? QList<Payout>() : tx.all<Payout>(shown + " WHERE id IN (" + marks + ")", values);
}

QList<Share> Store::shares(Tx &tx, Id<Payout> id, int limit)
{
    return tx.all<Share>("FROM payout_orders WHERE payout_id = ? ORDER BY settled_at, order_id LIMIT ?", id, limit);
}

PayoutProvider Store::providerOf(Tx &tx, Id<Payout> id)
{
    return tx.one<Way>(shown + " WHERE id = ?", id).value().provider;
}

Money Store::paidOut(Tx &tx, Id<Vendor> vendor)
{
    return {tx.number("CAST(coalesce(sum(amount), 0) AS BIGINT) FROM payouts WHERE vendor_id = ? AND status ="
                      " 'processed'",
                      vendor)};
}

bool Store::change(Tx &tx, PayoutStatus seen, const PayoutRow &next)
{
    return tx.run("UPDATE payouts SET status = ?, transaction_reference = ?, failure_code = ?, failure_reason = ?,"
                  " processed_by = ?, processed_by_id = ?, approved_at = ?, processed_at = ?, returned_at = ?"
                  " WHERE id = ? AND status = ?",
                  next.status, next.transactionReference, next.failureCode, next.failureReason, next.processedBy,
                  next.processedById, next.approvedAt, next.processedAt, next.returnedAt, next.id, seen) == 1;
}

bool Store::noteHolder(Tx &tx, Id<Payout> id, const QString &note)
{
    return tx.run("UPDATE payouts SET holder_note = ?2 WHERE id = ?1 AND status IN ('requested', 'approved')", id,
                  note) == 1;
}

bool Store::takeReference(Tx &tx, const QString &reference)
{
    return tx.run("INSERT INTO payout_references (reference) VALUES (?) ON CONFLICT DO NOTHING", reference.toUpper()) ==
           1;
}

void Store::dismissShares(Tx &tx, Id<Payout> id)
{
    tx.run("UPDATE payout_orders SET is_current = 0 WHERE payout_id = ?", id);
}

QList<PayoutRow> Store::after(Tx &tx, Id<Payout> id, int limit)
{
    return tx.all<PayoutRow>("FROM payouts WHERE id > ? ORDER BY id LIMIT ?", sql::idBytes(id.uuid), limit);
}

void Store::reseal(Tx &tx, Id<Payout> id, const QByteArray &number)
{
    tx.run("UPDATE payouts SET bank_account_sealed = ?2 WHERE id = ?1", id, sql::Blob{number});
}

} // namespace payouts
