// Accounts at the provider and transfers to them, of Store.

#include "server/payouts/store.h"

namespace payouts {

std::optional<AccountRow> Store::account(Tx &tx, Id<Vendor> vendor)
{
    return tx.one<AccountRow>("FROM payout_accounts WHERE vendor_id = ?", vendor);
}

bool Store::insertNew(Tx &tx, const AccountRow &row)
{
    return tx.insertNew("payout_accounts", row);
}

QList<AccountRow> Store::accountsToAsk(Tx &tx, Instant now, int limit)
{
    return tx.all<AccountRow>("FROM payout_accounts WHERE ask_at <= ? ORDER BY ask_at LIMIT ?", now, limit);
}

void Store::opened(Tx &tx, Id<Vendor> vendor, Instant now, Instant askAt)
{
    tx.run("UPDATE payout_accounts SET opened_at = ?2, ask_at = ?3 WHERE vendor_id = ?1", vendor, now, askAt);
}

void Store::noteAccount(Tx &tx, Id<Vendor> vendor, PayoutAccountStatus status, const std::optional<Instant> &askAt)
{
    tx.run("UPDATE payout_accounts SET status = ?2, ask_at = ?3, updated_at = ?4 WHERE vendor_id = ?1", vendor, status,
           askAt, tx.now());
}

void Store::askAgainAt(Tx &tx, Id<Vendor> vendor, const std::optional<Instant> &askAt)
{
    tx.run("UPDATE payout_accounts SET ask_at = ?2 WHERE vendor_id = ?1", vendor, askAt);
}

void Store::askAccount(Tx &tx, const QString &accountRef)
{
    tx.run("UPDATE payout_accounts SET ask_at = ?2 WHERE account_ref = ?1", accountRef, tx.now());
}

void Store::insert(Tx &tx, const TransferRow &row)
{
    tx.insert("payout_transfers", row);
}

QList<PayoutTransfer> Store::transfersOf(Tx &tx, Id<Payout> payout)
{
    return tx.all<PayoutTransfer>("FROM payout_transfers WHERE payout_id = ? LIMIT 1", payout);
}

bool Store::isUnderWay(Tx &tx, Id<Payout> payout)
{
    return tx.number("count(*) FROM payout_transfers WHERE payout_id = ? AND status IN ('wanted', 'sending')", payout) >
           0;
}

bool Store::isSent(Tx &tx, Id<Payout> payout)
{
    return tx.number("count(*) FROM payout_transfers WHERE payout_id = ? AND status = 'paid'", payout) > 0;
}

bool Store::cancelTransfer(Tx &tx, Id<Payout> payout)
{
    return tx.run("UPDATE payout_transfers SET status = 'cancelled', next_try_at = NULL, updated_at = ?2"
                  " WHERE payout_id = ?1 AND status = 'wanted'",
                  payout, tx.now()) == 1;
}

QList<TransferRow> Store::transfersDue(Tx &tx, Instant now, int limit)
{
    return tx.all<TransferRow>("FROM payout_transfers WHERE next_try_at <= ? ORDER BY next_try_at LIMIT ?", now, limit);
}

bool Store::claim(Tx &tx, const TransferRow &seen, TransferStatus next, Instant until)
{
    return tx.run("UPDATE payout_transfers SET status = ?3, tries = tries + 1, next_try_at = ?4, updated_at = ?5"
                  " WHERE payout_id = ?1 AND status = ?2 AND next_try_at <= ?5",
                  seen.payoutId, seen.status, next, until, tx.now()) == 1;
}

void Store::putOff(Tx &tx, Id<Payout> payout, const QString &problem, Instant until)
{
    tx.run("UPDATE payout_transfers SET problem = ?2, next_try_at = ?3, updated_at = ?4 WHERE payout_id = ?1"
           " AND next_try_at IS NOT NULL",
           payout, problem, until, tx.now());
}

bool Store::endTransfer(Tx &tx, Id<Payout> payout, TransferStatus seen, const TransferEnd &end)
{
    return tx.run("UPDATE payout_transfers SET status = ?3, transfer_ref = coalesce(?4, transfer_ref), problem = ?5,"
                  " next_try_at = NULL, updated_at = ?6 WHERE payout_id = ?1 AND status = ?2",
                  payout, seen, end.status, end.transferRef, end.problem, tx.now()) == 1;
}

void Store::askTransfer(Tx &tx, const QString &transferRef)
{
    tx.run("UPDATE payout_transfers SET next_try_at = ?2 WHERE transfer_ref = ?1 AND status = 'paid'", transferRef,
           tx.now());
}

} // namespace payouts
