// What Store keeps of balances that went back.

#include "server/payments/store.h"

namespace payments {

// Of what has gone back or is disputed there is a flag, whatever part of the payment that was.
QList<PaymentRow> Store::refundable(Tx &tx, Id<Account> account, Instant since, int limit)
{
    return tx.all<PaymentRow>(
        "FROM payments p WHERE account_id = ? AND status = 'paid' AND gateway_order_id IS NOT NULL"
        " AND created_at >= ? AND NOT EXISTS (SELECT 1 FROM payment_refunds r"
        " WHERE r.provider = p.provider AND r.gateway_payment_id = p.gateway_payment_id)"
        " AND NOT EXISTS (SELECT 1 FROM money_flags f WHERE f.payment_id = p.id"
        " AND f.kind NOT IN ('mismatch', 'partial', 'excess', 'duplicate', 'unknown'))"
        " ORDER BY id DESC LIMIT ?",
        account, since, limit);
}

std::optional<ClosureRow> Store::waitingClosure(Tx &tx, Id<Account> account)
{
    return tx.one<ClosureRow>("FROM wallet_closures WHERE account_id = ? AND status = 'waiting'", account);
}

bool Store::insertNew(Tx &tx, const ClosureRow &row)
{
    return tx.insertNew("wallet_closures", row);
}

bool Store::withdraw(Tx &tx, Id<WalletClosure> waiting)
{
    return tx.run("DELETE FROM wallet_closures WHERE id = ? AND status = 'waiting'", waiting) == 1;
}

std::optional<ClosureRow> Store::lastClosure(Tx &tx, Id<Account> account)
{
    return tx.one<ClosureRow>("FROM wallet_closures WHERE account_id = ? AND status = 'done' ORDER BY id DESC LIMIT 1",
                              account);
}

bool Store::hasOpenWayBack(Tx &tx, Id<Account> account)
{
    return tx.number("count(*) FROM money_flags f JOIN payments p ON p.id = f.payment_id WHERE p.account_id = ?"
                     " AND f.status = 'open' AND f.kind IN ('returned', 'disputed', 'charged_back')",
                     account) > 0;
}

} // namespace payments
