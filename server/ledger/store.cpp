#include "server/ledger/store.h"

#include "server/core/ids.h"

#include <map>

namespace ledger {

namespace {

constexpr std::string_view changeBalance =
    "UPDATE ledger_accounts SET balance = balance + ?2 WHERE id = ?1"
    " AND CASE WHEN kind IN ('vendor_debt', 'buyer_debt') THEN balance + ?2 <= 0 ELSE balance + ?2 >= 0 END";
constexpr std::string_view changeUnfrozenBalance =
    "UPDATE ledger_accounts SET balance = balance + ?2 WHERE id = ?1 AND frozen_at IS NULL"
    " AND CASE WHEN kind IN ('vendor_debt', 'buyer_debt') THEN balance + ?2 <= 0 ELSE balance + ?2 >= 0 END";

using Sums = std::map<std::pair<QUuid, QUuid>, Money>;

void add(Sums &sums, const QUuid &debit, const QUuid &credit, Money amount)
{
    Money &sum = sums[{debit, credit}];
    sum = sum + amount;
}

// What a store or a buyer has and what it owes are one here, and so are a commission and its tax.
BookAccount standInOf(BookAccount account)
{
    if (account.kind == AccountKind::VendorDebt)
        account.kind = AccountKind::VendorPayable;
    if (account.kind == AccountKind::BuyerDebt)
        account.kind = AccountKind::BuyerAvailable;
    if (account.kind == AccountKind::GstDue)
        account.kind = AccountKind::CommissionIncome;
    return account;
}

constexpr int commissionTaxesMax = 100;

constexpr int commissionPartsMax = 1000; // more than an order has refunds

// What closed the order with a commission is its settlement, or its sale in cash.
constexpr std::string_view partsOfCommission =
    "FROM (SELECT t.id, t.subject_id, t.step, t.created_at, CAST(sum(x.amount) AS BIGINT) AS amount,"
    " CAST(sum(CASE WHEN a.kind = 'gst_due' THEN x.amount ELSE 0 END) AS BIGINT) AS tax"
    " FROM (SELECT id, subject_id, step, created_at FROM ledger_transactions WHERE subject_id = ?1 AND step = 'close'"
    " AND kind IN ('settle', 'cod_commission') UNION ALL"
    " SELECT id, subject_id, step, created_at FROM ledger_transactions WHERE order_id = ?1 AND kind = 'refund')"
    " AS t JOIN ledger_transfers x ON x.transaction_id = t.id JOIN ledger_accounts a"
    " ON a.id = CASE WHEN t.step = 'close' THEN x.credit_account_id ELSE x.debit_account_id END"
    " WHERE a.kind IN ('commission_income', 'gst_due')"
    " GROUP BY t.id, t.subject_id, t.step, t.created_at) AS parts ORDER BY id LIMIT ?2";

} // namespace

void Store::openAccounts(Tx &tx, std::initializer_list<BookAccount> accounts)
{
    for (const BookAccount &account : accounts) {
        // PostgreSQL lets an insertion wait for whoever changes the balance of the row that it meets; a look does not.
        if (tx.number("count(*) FROM ledger_accounts WHERE id = ?", key(account)) == 0)
            tx.run("INSERT INTO ledger_accounts (id, kind, owner_id, balance, created_at) VALUES (?, ?, ?, ?, ?)"
                   " ON CONFLICT DO NOTHING",
                   key(account), account.kind, Id<Account>{account.owner},
                   account.isPlatforms() ? std::optional<Money>() : Money{}, tx.now());
    }
}

void Store::openWallet(Tx &tx, Id<Account> buyer)
{
    tx.run("INSERT INTO wallets (account_id, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING", buyer, tx.now());
}

bool Store::insertNew(Tx &tx, const Transaction &transaction)
{
    return tx.insertNew("ledger_transactions", transaction);
}

std::optional<Transaction> Store::transaction(Tx &tx, QUuid subject, Step step)
{
    return tx.one<Transaction>("FROM ledger_transactions WHERE subject_id = ? AND step = ?", Id<Transaction>{subject},
                               step);
}

bool Store::consistsOf(Tx &tx, Id<Transaction> transaction, const QList<Transfer> &transfers)
{
    Sums wished, posted;
    std::map<QUuid, QUuid> standIns;
    const auto idOf = [&](const BookAccount &account) {
        const BookAccount same = standInOf(account);
        if (same.kind == AccountKind::VendorPayable)
            standIns[BookAccount{AccountKind::VendorDebt, same.owner}.id()] = same.id();
        if (same.kind == AccountKind::BuyerAvailable)
            standIns[BookAccount{AccountKind::BuyerDebt, same.owner}.id()] = same.id();
        if (same.kind == AccountKind::CommissionIncome)
            standIns[gstDue.id()] = same.id();
        return same.id();
    };
    for (const Transfer &each : transfers)
        add(wished, idOf(each.debit), idOf(each.credit), each.amount);
    const auto rows =
        tx.all<TransferRow>("FROM ledger_transfers WHERE transaction_id = ? LIMIT ?", transaction, linesMax + 1);
    const auto standInOf = [&](const QUuid &account) {
        const auto found = standIns.find(account);
        return found == standIns.end() ? account : found->second;
    };
    for (const TransferRow &row : rows)
        add(posted, standInOf(row.debitAccountId.uuid), standInOf(row.creditAccountId.uuid), row.amount);
    return wished == posted;
}

void Store::insert(Tx &tx, Id<Transaction> transaction, int line, const Transfer &transfer)
{
    insert(tx, transaction, line, transfer.debit.id(), transfer.credit.id(), transfer.amount);
}

void Store::insert(Tx &tx, Id<Transaction> transaction, int line, const QUuid &debit, const QUuid &credit, Money amount)
{
    tx.run("INSERT INTO ledger_transfers (transaction_id, line, debit_account_id, credit_account_id, amount)"
           " VALUES (?, ?, ?, ?, ?)",
           transaction, line, Id<LedgerAccount>{debit}, Id<LedgerAccount>{credit}, amount);
}

bool Store::change(Tx &tx, QUuid account, Money delta)
{
    return tx.run(changeBalance, Id<LedgerAccount>{account}, delta) == 1;
}

bool Store::changeUnfrozen(Tx &tx, QUuid account, Money delta)
{
    return tx.run(changeUnfrozenBalance, Id<LedgerAccount>{account}, delta) == 1;
}

bool Store::isFrozen(Tx &tx, QUuid account)
{
    return tx.number("count(*) FROM ledger_accounts WHERE id = ? AND frozen_at IS NOT NULL",
                     Id<LedgerAccount>{account}) == 1;
}

Money Store::balance(Tx &tx, const BookAccount &account)
{
    return {tx.number("balance FROM ledger_accounts WHERE id = ?", key(account))};
}

std::optional<Money> Store::escrowOf(Tx &tx, Id<Order> order)
{
    const Money amount{tx.number("CAST(coalesce(sum(x.amount), 0) AS BIGINT) FROM"
                                 " (SELECT id FROM ledger_transactions WHERE subject_id = ?1 AND step = 'hold'"
                                 " UNION ALL SELECT id FROM ledger_transactions WHERE order_id = ?1"
                                 " AND kind = 'top_up') AS t JOIN ledger_transfers x ON x.transaction_id = t.id",
                                 order)};
    return amount > Money{} ? std::optional(amount) : std::nullopt;
}

Money Store::spentOn(Tx &tx, Id<Order> order)
{
    return {tx.number("CAST(coalesce(sum(CASE WHEN t.kind = 'refund' THEN -x.amount WHEN a.kind = 'buyer_available'"
                      " THEN 0 ELSE x.amount END), 0) AS BIGINT) FROM (SELECT id, kind FROM ledger_transactions"
                      " WHERE subject_id = ?1 AND step = 'close' AND kind = 'settle' UNION ALL"
                      " SELECT id, kind FROM ledger_transactions WHERE order_id = ?1 AND kind = 'refund') AS t"
                      " JOIN ledger_transfers x ON x.transaction_id = t.id"
                      " JOIN ledger_accounts a ON a.id = x.credit_account_id",
                      order)};
}

QList<CommissionPart> Store::commissionParts(Tx &tx, Id<Order> order)
{
    return tx.all<CommissionPart>(partsOfCommission, order, commissionPartsMax);
}

QList<CommissionTax> Store::commissionTaxes(Tx &tx)
{
    return tx.all<CommissionTax>("FROM ledger_commission_tax ORDER BY from_day LIMIT ?", commissionTaxesMax);
}

void Store::replaceCommissionTaxes(Tx &tx, const QList<CommissionTax> &rates)
{
    tx.run("DELETE FROM ledger_commission_tax");
    for (const CommissionTax &each : rates)
        tx.insert("ledger_commission_tax", each);
}

BasisPoints Store::commissionTaxOn(Tx &tx, qint64 day)
{
    const auto found =
        tx.one<CommissionTax>("FROM ledger_commission_tax WHERE from_day <= ?1"
                              " AND (until_day IS NULL OR until_day > ?1) ORDER BY from_day DESC LIMIT 1",
                              day);
    return found ? found->rate : BasisPoints{};
}

std::optional<WalletRow> Store::wallet(Tx &tx, Id<Account> buyer)
{
    return tx.one<WalletRow>("FROM (SELECT a.balance AS available, h.balance AS held, w.total_recharged, w.total_spent,"
                             " CASE WHEN a.frozen_at IS NULL THEN 1 ELSE 0 END AS is_active,"
                             " coalesce(-d.balance, 0) AS owed FROM wallets w JOIN ledger_accounts a ON a.id = ?2"
                             " JOIN ledger_accounts h ON h.id = ?3 LEFT JOIN ledger_accounts d ON d.id = ?4"
                             " WHERE w.account_id = ?1) AS wallet",
                             buyer, key(available(buyer)), key(held(buyer)), key(debt(buyer)));
}

std::optional<WalletTimes> Store::walletTimes(Tx &tx, Id<Account> buyer)
{
    return tx.one<WalletTimes>("FROM (SELECT created_at, coalesce((SELECT processed_at FROM wallet_entries e"
                               " WHERE e.account_id = w.account_id ORDER BY e.id DESC LIMIT 1), created_at)"
                               " AS updated_at FROM wallets w WHERE w.account_id = ?) AS times",
                               buyer);
}

void Store::addRecharged(Tx &tx, Id<Account> buyer, Money amount)
{
    tx.run("UPDATE wallets SET total_recharged = total_recharged + ?2 WHERE account_id = ?1", buyer, amount);
}

void Store::addSpent(Tx &tx, Id<Account> buyer, Money amount)
{
    tx.run("UPDATE wallets SET total_spent = total_spent + ?2 WHERE account_id = ?1", buyer, amount);
}

void Store::insert(Tx &tx, Id<Account> buyer, Id<Transaction> transaction, const WalletEntry &entry)
{
    tx.insert("wallet_entries", EntryRow{entry.id, buyer, transaction, entry.type, entry.status, entry.amount,
                                         entry.balanceBefore, entry.balanceAfter, entry.heldAfter, entry.description,
                                         entry.orderId, entry.gatewayReference, entry.processedAt});
}

QList<WalletEntry> Store::allEntries(Tx &tx, Id<Account> buyer, int limit)
{
    return tx.all<WalletEntry>("FROM wallet_entries WHERE account_id = ? ORDER BY id DESC LIMIT ?", buyer, limit);
}

QList<WalletEntry> Store::entries(Tx &tx, Id<Account> buyer, const ListWalletEntries &wish,
                                  const std::optional<Id<WalletEntry>> &before, int limit)
{
    std::string from = "FROM wallet_entries WHERE account_id = ?";
    sql::Values values{sql::value(buyer)};
    const auto add = [&](std::string_view condition, const auto &value) {
        from += condition;
        values.push_back(sql::value(value));
    };
    if (wish.type)
        add(" AND type = ?", *wish.type);
    if (wish.status)
        add(" AND status = ?", *wish.status);
    // The ids grow with time, and the list is along them.
    if (wish.from) {
        add(" AND processed_at >= ?", *wish.from);
        add(" AND id >= ?", Ids::firstOf<WalletEntry>(wish.from->after(-Ids::slackMs)));
    }
    if (wish.to) {
        add(" AND processed_at < ?", *wish.to);
        add(" AND id < ?", Ids::firstOf<WalletEntry>(wish.to->after(Ids::slackMs)));
    }
    if (before)
        add(" AND id < ?", *before);
    values.push_back(sql::value(limit));
    return tx.all<WalletEntry>(from + " ORDER BY id DESC LIMIT ?", values);
}

} // namespace ledger
