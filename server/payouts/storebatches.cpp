// Bank files and rounds, of Store.

#include "server/payouts/store.h"

namespace payouts {

std::optional<PayoutRow> Store::numbered(Tx &tx, const QString &payoutNumber)
{
    return tx.one<PayoutRow>("FROM payouts WHERE payout_number = ?", payoutNumber);
}

bool Store::approveFirst(Tx &tx, const PayoutRow &next)
{
    return tx.run("UPDATE payouts SET first_approved_by = ?, first_approved_by_id = ?, first_approved_at = ?"
                  " WHERE id = ? AND status = 'requested' AND first_approved_by_id IS NULL",
                  next.firstApprovedBy, next.firstApprovedById, next.firstApprovedAt, next.id) == 1;
}

bool Store::insertNew(Tx &tx, const BatchRow &batch)
{
    return tx.insertNew("payout_batches", batch);
}

void Store::addItem(Tx &tx, Id<PayoutBatch> batch, Id<Payout> payout)
{
    tx.run("INSERT INTO payout_batch_items (batch_id, payout_id) VALUES (?, ?)", batch, payout);
}

std::optional<BatchRow> Store::batch(Tx &tx, Id<PayoutBatch> id)
{
    return tx.one<BatchRow>("FROM payout_batches WHERE id = ?", id);
}

QList<PayoutBatch> Store::batches(Tx &tx, const std::optional<Id<PayoutBatch>> &before, int limit)
{
    if (before)
        return tx.all<PayoutBatch>("FROM payout_batches WHERE id < ? ORDER BY id DESC LIMIT ?", *before, limit);
    return tx.all<PayoutBatch>("FROM payout_batches ORDER BY id DESC LIMIT ?", limit);
}

QList<PayoutRow> Store::inBatch(Tx &tx, Id<PayoutBatch> id)
{
    return tx.all<PayoutRow>("FROM payouts WHERE id IN (SELECT payout_id FROM payout_batch_items WHERE batch_id = ?)"
                             " ORDER BY payout_number LIMIT ?",
                             id, payoutsPerBatchMax);
}

bool Store::putIntoBatch(Tx &tx, const BatchRow &batch, Id<Payout> payout)
{
    return tx.run("UPDATE payouts SET batch_id = ?, batch_number = ? WHERE id = ? AND status = 'approved'"
                  " AND batch_id IS NULL AND NOT EXISTS (SELECT 1 FROM payout_transfers WHERE payout_id = payouts.id"
                  " AND status IN ('wanted', 'sending'))",
                  batch.id, batch.batchNumber, payout) == 1;
}

void Store::noteOpened(Tx &tx, Id<PayoutBatch> id, Id<Account> admin)
{
    tx.run("UPDATE payout_batches SET opened_at = ?2 WHERE id = ?1 AND opened_at IS NULL", id, tx.now());
    tx.run("INSERT INTO payout_batch_openings (batch_id, admin_id, opened_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
           id, admin, tx.now());
}

bool Store::hasOpened(Tx &tx, Id<PayoutBatch> id, Id<Account> admin)
{
    return tx.number("count(*) FROM payout_batch_openings WHERE batch_id = ? AND admin_id = ?", id, admin) > 0;
}

bool Store::cancelBatch(Tx &tx, Id<PayoutBatch> id, Instant now)
{
    return tx.run("UPDATE payout_batches SET status = 'cancelled', cancelled_at = ?2 WHERE id = ?1 AND status = 'open'"
                  " AND opened_at IS NULL"
                  " AND NOT EXISTS (SELECT 1 FROM payouts WHERE batch_id = ?1 AND status <> 'approved')",
                  id, now) == 1;
}

bool Store::withdrawBatch(Tx &tx, Id<PayoutBatch> id, const QString &reference, Instant now)
{
    return tx.run("UPDATE payout_batches SET status = 'cancelled', cancelled_at = ?2, withdrawn_reference = ?3"
                  " WHERE id = ?1 AND status = 'open' AND opened_at IS NOT NULL"
                  " AND NOT EXISTS (SELECT 1 FROM payouts WHERE batch_id = ?1 AND status <> 'approved')",
                  id, now, reference) == 1;
}

void Store::emptyBatch(Tx &tx, Id<PayoutBatch> id)
{
    tx.run("UPDATE payouts SET batch_id = NULL, batch_number = NULL WHERE batch_id = ?", id);
}

bool Store::beginRound(Tx &tx, qint64 day, Instant now)
{
    tx.run("INSERT INTO payout_rounds (day, started_at) VALUES (?, ?) ON CONFLICT DO NOTHING", day, now);
    return tx.number("count(*) FROM payout_rounds WHERE day = ? AND finished_at IS NULL", day) == 1;
}

void Store::endRound(Tx &tx, qint64 day, Instant now)
{
    tx.run("UPDATE payout_rounds SET finished_at = ?2 WHERE day = ?1", day, now);
}

} // namespace payouts
