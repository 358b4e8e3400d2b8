#include "server/payments/store.h"

namespace payments {

bool Store::insertNew(Tx &tx, const PaymentRow &row)
{
    return tx.insertNew("payments", row);
}

std::optional<PaymentRow> Store::find(Tx &tx, Id<Payment> id)
{
    return tx.one<PaymentRow>("FROM payments WHERE id = ?", id);
}

std::optional<PaymentRow> Store::findByKey(Tx &tx, Id<Account> account, const QString &key)
{
    return tx.one<PaymentRow>("FROM payments WHERE account_id = ? AND request_key = ?", account, key);
}

std::optional<PaymentRow> Store::findByOrder(Tx &tx, const QString &provider, const QString &gatewayOrderId)
{
    return tx.one<PaymentRow>("FROM payments WHERE provider = ? AND gateway_order_id = ?", provider, gatewayOrderId);
}

std::optional<PaymentRow> Store::findByCheckout(Tx &tx, Id<PlacedOrders> checkout)
{
    return tx.one<PaymentRow>("FROM payments WHERE checkout_id = ?", checkout);
}

std::optional<PaymentRow> Store::findByAttempt(Tx &tx, const QString &provider, const QString &gatewayPaymentId)
{
    return tx.one<PaymentRow>("FROM payments WHERE provider = ? AND gateway_payment_id = ?", provider,
                              gatewayPaymentId);
}

QList<PaymentRow> Store::ofAccount(Tx &tx, Id<Account> account, int limit)
{
    return tx.all<PaymentRow>("FROM payments WHERE account_id = ? ORDER BY id DESC LIMIT ?", account, limit);
}

bool Store::hasPending(Tx &tx, Id<Account> account)
{
    return tx.number("count(*) FROM payments WHERE account_id = ? AND status = 'pending' AND next_check_at IS NOT NULL",
                     account) > 0;
}

Money Store::pendingOf(Tx &tx, Id<Account> account, Instant since)
{
    return {tx.number("CAST(coalesce(sum(amount), 0) AS BIGINT) FROM payments WHERE account_id = ?"
                      " AND status = 'pending' AND checkout_id IS NULL AND created_at > ?",
                      account, since)};
}

QList<PaymentRow> Store::dueForCheck(Tx &tx, Instant now, int limit)
{
    return tx.all<PaymentRow>("FROM payments WHERE next_check_at <= ? ORDER BY created_at DESC, id DESC LIMIT ?", now,
                              limit);
}

bool Store::attach(Tx &tx, Id<Payment> id, const Opened &opened)
{
    const auto said = [](const QString &text) { return text.isEmpty() ? std::nullopt : std::optional(text); };
    return tx.run("UPDATE payments SET gateway_order_id = ?2, updated_at = ?3, checkout_url = ?4, checkout_token = ?5"
                  " WHERE id = ?1 AND status = 'pending' AND gateway_order_id IS NULL",
                  id, opened.orderId, tx.now(), said(opened.checkoutUrl), said(opened.checkoutToken)) == 1;
}

bool Store::markPaid(Tx &tx, Id<Payment> id, const QString &gatewayPaymentId)
{
    return tx.run("UPDATE payments SET status = 'paid', gateway_payment_id = ?2, failure_reason = NULL,"
                  " next_check_at = NULL, updated_at = ?3 WHERE id = ?1 AND status IN ('pending', 'failed')",
                  id, gatewayPaymentId, tx.now()) == 1;
}

bool Store::markFailed(Tx &tx, Id<Payment> id, const QString &reason)
{
    return tx.run("UPDATE payments SET status = 'failed', failure_reason = ?2, updated_at = ?3"
                  " WHERE id = ?1 AND status = 'pending'",
                  id, reason, tx.now()) == 1;
}

bool Store::takeBack(Tx &tx, Id<Payment> id, Money amount)
{
    return tx.run("UPDATE payments SET returned_amount = returned_amount + ?2, updated_at = ?3,"
                  " status = CASE WHEN returned_amount + ?2 = amount THEN 'refunded' ELSE status END"
                  " WHERE id = ?1 AND status = 'paid' AND returned_amount + ?2 <= amount",
                  id, amount, tx.now()) == 1;
}

void Store::checkAgainAt(Tx &tx, Id<Payment> id, const std::optional<Instant> &at)
{
    tx.run("UPDATE payments SET next_check_at = ?2 WHERE id = ?1 AND next_check_at IS NOT NULL", id, at);
}

bool Store::insertNew(Tx &tx, const EventRow &row)
{
    return tx.insertNew("webhook_events", row);
}

void Store::setOutcome(Tx &tx, Id<EventRow> id, Outcome outcome)
{
    tx.run("UPDATE webhook_events SET outcome = ? WHERE id = ?", outcome, id);
}

QList<EventRow> Store::parked(Tx &tx, const QString &provider, const QString &gatewayOrderId, int limit)
{
    return tx.all<EventRow>("FROM webhook_events WHERE provider = ? AND gateway_order_id = ? AND outcome = 'parked'"
                            " ORDER BY id LIMIT ?",
                            provider, gatewayOrderId, limit);
}

QList<EventRow> Store::parkedBefore(Tx &tx, Instant before, Id<EventRow> after, int limit)
{
    return tx.all<EventRow>("FROM webhook_events WHERE outcome = 'parked' AND received_at <= ? AND id > ?"
                            " ORDER BY id LIMIT ?",
                            before, sql::idBytes(after.uuid), limit);
}

int Store::countParked(Tx &tx)
{
    return int(tx.number("count(*) FROM webhook_events WHERE outcome = 'parked'"));
}

qint64 Store::removeParked(Tx &tx, Instant before)
{
    return tx.run("DELETE FROM webhook_events WHERE outcome = 'parked' AND received_at < ?", before);
}

} // namespace payments
