// What Store keeps of money that goes back through its gateway.

#include "server/payments/store.h"

namespace payments {

bool Store::insertNew(Tx &tx, const RefundRow &row)
{
    return tx.insertNew("payment_refunds", row);
}

QList<RefundRow> Store::dueForRefund(Tx &tx, Instant now, int limit)
{
    return tx.all<RefundRow>("FROM payment_refunds WHERE next_try_at <= ? ORDER BY next_try_at LIMIT ?", now, limit);
}

std::optional<RefundRow> Store::refundOf(Tx &tx, const QString &provider, const QString &gatewayPaymentId)
{
    return tx.one<RefundRow>("FROM payment_refunds WHERE provider = ? AND gateway_payment_id = ?", provider,
                             gatewayPaymentId);
}

QList<RefundRow> Store::refundsOf(Tx &tx, Id<WalletClosure> closure)
{
    return tx.all<RefundRow>("FROM payment_refunds WHERE closure_id = ? ORDER BY id LIMIT ?", closure, closurePartsMax);
}

bool Store::tryRefundAt(Tx &tx, Id<RefundRow> id, Instant at)
{
    return tx.run("UPDATE payment_refunds SET next_try_at = ?2 WHERE id = ?1 AND status = 'wanted'", id, at) == 1;
}

bool Store::markRefunded(Tx &tx, Id<RefundRow> id)
{
    return tx.run("UPDATE payment_refunds SET status = 'refunded', next_try_at = NULL WHERE id = ?"
                  " AND status = 'wanted'",
                  id) == 1;
}

bool Store::markTried(Tx &tx, const RefundRow &row)
{
    return tx.run("UPDATE payment_refunds SET tries = ?2, refusals = ?3 WHERE id = ?1 AND status = 'wanted'", row.id,
                  row.tries, row.refusals) == 1;
}

bool Store::giveUp(Tx &tx, Id<RefundRow> id)
{
    return tx.run("UPDATE payment_refunds SET status = 'refused', next_try_at = NULL WHERE id = ?"
                  " AND status = 'wanted'",
                  id) == 1;
}

bool Store::wantAgain(Tx &tx, Id<RefundRow> id)
{
    return tx.run("UPDATE payment_refunds SET status = 'wanted', next_try_at = ?2, tries = 0, refusals = 0"
                  " WHERE id = ?1 AND status = 'refused'",
                  id, tx.now()) == 1;
}

bool Store::markByHand(Tx &tx, Id<RefundRow> id, const QString &bankReference)
{
    return tx.run("UPDATE payment_refunds SET status = 'by_hand', bank_reference = ?2 WHERE id = ?1"
                  " AND status = 'refused'",
                  id, bankReference) == 1;
}

bool Store::isTransferred(Tx &tx, const QString &bankReference)
{
    return tx.number("count(*) FROM payment_refunds WHERE bank_reference = ?", bankReference) +
               tx.number("count(*) FROM wallet_closures WHERE bank_reference = ?", bankReference) >
           0;
}

} // namespace payments
