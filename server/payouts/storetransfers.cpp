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

QList<AccountRow> Store::accountsToAsk(Tx &tx, Instant now, const AccountRow &last, int limit)
{
    return tx.all<AccountRow>("FROM payout_accounts WHERE ask_at <= ? AND (ask_at, vendor_id) > (?, ?)"
                              " ORDER BY ask_at, vendor_id LIMIT ?",
                              now, last.askAt.value_or(Instant()), sql::idBytes(last.vendorId.uuid), limit);
}

void Store::opened(Tx &tx, Id<Vendor> vendor, Instant now, Instant askAt)
{
    tx.run("UPDATE payout_accounts SET opened_at = ?2, ask_at = ?3 WHERE vendor_id = ?1", vendor, now, askAt);
}

void Store::noteAccount(Tx &tx, const AccountRow &seen, PayoutAccountStatus status, const std::optional<Instant> &askAt)
{
    tx.run("UPDATE payout_accounts SET status = ?3, ask_at = CASE WHEN told = ?2 THEN ?4 ELSE ask_at END,"
           " updated_at = ?5 WHERE vendor_id = ?1",
           seen.vendorId, seen.told, status, askAt, tx.now());
}

void Store::noteHolder(Tx &tx, Id<Vendor> vendor, const QString &holder)
{
    tx.run("UPDATE payout_accounts SET holder = ?2 WHERE vendor_id = ?1", vendor, holder);
}

void Store::askAgainAt(Tx &tx, const AccountRow &seen, Instant askAt)
{
    tx.run("UPDATE payout_accounts SET ask_at = ?3 WHERE vendor_id = ?1 AND told = ?2", seen.vendorId, seen.told,
           askAt);
}

void Store::askAccount(Tx &tx, const QString &accountRef)
{
    tx.run("UPDATE payout_accounts SET ask_at = ?2, told = told + 1 WHERE account_ref = ?1", accountRef, tx.now());
}

void Store::insert(Tx &tx, const TransferRow &row)
{
    tx.insert("payout_transfers", row);
}

std::optional<TransferRow> Store::transfer(Tx &tx, Id<Payout> payout)
{
    return tx.one<TransferRow>("FROM payout_transfers WHERE payout_id = ?", payout);
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

bool Store::hasTransfersUnderWay(Tx &tx)
{
    return tx.number("count(*) FROM payout_transfers WHERE status IN ('wanted', 'sending')") > 0;
}

bool Store::cancelTransfer(Tx &tx, Id<Payout> payout)
{
    return tx.run("UPDATE payout_transfers SET status = 'cancelled', next_try_at = NULL, updated_at = ?2"
                  " WHERE payout_id = ?1 AND status = 'wanted'",
                  payout, tx.now()) == 1;
}

QList<TransferRow> Store::transfersDue(Tx &tx, Instant now, const TransferRow &last, int limit)
{
    return tx.all<TransferRow>("FROM payout_transfers WHERE next_try_at <= ? AND (next_try_at, payout_id) > (?, ?)"
                               " ORDER BY next_try_at, payout_id LIMIT ?",
                               now, last.nextTryAt.value_or(Instant()), sql::idBytes(last.payoutId.uuid), limit);
}

bool Store::claim(Tx &tx, const TransferRow &seen, TransferStatus next, Instant until)
{
    return tx.run("UPDATE payout_transfers SET status = ?3, tries = tries + 1, next_try_at = ?4, updated_at = ?5"
                  " WHERE payout_id = ?1 AND status = ?2 AND next_try_at <= ?5",
                  seen.payoutId, seen.status, next, until, tx.now()) == 1;
}

bool Store::claimIdle(Tx &tx, Id<Payout> payout, Instant since, Instant until)
{
    return tx.run("UPDATE payout_transfers SET next_try_at = ?3, updated_at = ?4 WHERE payout_id = ?1"
                  " AND status = 'sending' AND updated_at <= ?2",
                  payout, since, until, tx.now()) == 1;
}

void Store::putOff(Tx &tx, const TransferRow &seen, const QString &problem, Instant until)
{
    tx.run("UPDATE payout_transfers SET problem = ?3, next_try_at = ?4, updated_at = ?5,"
           " refusals = CASE WHEN refusals < ?6 THEN ?6 ELSE refusals END WHERE payout_id = ?1 AND told = ?2"
           " AND next_try_at IS NOT NULL",
           seen.payoutId, seen.told, problem, until, tx.now(), seen.refusals);
}

void Store::leaveAlone(Tx &tx, const TransferRow &seen)
{
    tx.run("UPDATE payout_transfers SET problem = NULL, next_try_at = NULL, updated_at = ?3 WHERE payout_id = ?1"
           " AND told = ?2 AND status = 'paid'",
           seen.payoutId, seen.told, tx.now());
}

// What is paid is asked about once more: what was told of it before its reference was known here was about nobody.
bool Store::endTransfer(Tx &tx, Id<Payout> payout, TransferStatus seen, const TransferEnd &end)
{
    const auto askAt = end.status == TransferStatus::Paid ? std::optional(tx.now()) : std::nullopt;
    return tx.run("UPDATE payout_transfers SET status = ?3, transfer_ref = coalesce(?4, transfer_ref), problem = ?5,"
                  " next_try_at = ?7, updated_at = ?6 WHERE payout_id = ?1 AND status = ?2",
                  payout, seen, end.status, end.transferRef, end.problem, tx.now(), askAt) == 1;
}

bool Store::isLate(Tx &tx, Id<Payout> payout)
{
    return tx.number("count(*) FROM payout_transfers WHERE payout_id = ? AND status IN ('cancelled', 'failed')"
                     " AND transfer_ref IS NOT NULL",
                     payout) > 0;
}

bool Store::noteLate(Tx &tx, Id<Payout> payout, const QString &transferRef, const QString &problem)
{
    return tx.run("UPDATE payout_transfers SET transfer_ref = ?2, problem = ?3, updated_at = ?4 WHERE payout_id = ?1"
                  " AND status IN ('cancelled', 'failed') AND transfer_ref IS NULL",
                  payout, transferRef, problem, tx.now()) == 1;
}

void Store::askTransfer(Tx &tx, const QString &transferRef)
{
    tx.run("UPDATE payout_transfers SET next_try_at = ?2, told = told + 1 WHERE transfer_ref = ?1 AND status = 'paid'",
           transferRef, tx.now());
}

} // namespace payouts
