#include "server/books/store.h"

namespace books {

std::optional<Acknowledgement> Store::acknowledgement(Tx &tx, WalletMode mode)
{
    return tx.one<Acknowledgement>("FROM custody_acknowledgements WHERE mode = ?", mode);
}

bool Store::insertNew(Tx &tx, const Acknowledgement &row)
{
    return tx.insertNew("custody_acknowledgements", row);
}

bool Store::insertNew(Tx &tx, const BalanceRow &row)
{
    return tx.insertNew("custody_balances", row);
}

std::optional<CustodyBalance> Store::newestBalance(Tx &tx)
{
    return tx.one<CustodyBalance>("FROM custody_balances ORDER BY day DESC, id DESC LIMIT 1");
}

QList<CustodyBalance> Store::balances(Tx &tx, const std::optional<Id<CustodyBalance>> &before, int limit)
{
    return before
               ? tx.all<CustodyBalance>("FROM custody_balances WHERE id < ? ORDER BY id DESC LIMIT ?", *before, limit)
               : tx.all<CustodyBalance>("FROM custody_balances ORDER BY id DESC LIMIT ?", limit);
}

} // namespace books
