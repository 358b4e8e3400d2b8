#include "server/ledger/store.h"

namespace ledger {

namespace {

struct AmountRow
{
    Money amount;

    FIELDS(AmountRow, FIELD(amount))
};

struct EntryRow
{
    Id<WalletEntry> id;
    Id<Account> accountId;
    Id<Transaction> transactionId;
    WalletEntryType type = WalletEntryType::Recharge;
    WalletEntryStatus status = WalletEntryStatus::Completed;
    Money amount;
    Money balanceBefore;
    Money balanceAfter;
    Money heldAfter;
    QString description;
    std::optional<Id<Order>> orderId;
    std::optional<QString> gatewayReference;
    Instant processedAt;

    FIELDS(EntryRow, FIELD(id), FIELD(accountId), FIELD(transactionId), FIELD(type), FIELD(status), FIELD(amount),
           FIELD(balanceBefore), FIELD(balanceAfter), FIELD(heldAfter), FIELD(description), FIELD(orderId),
           FIELD(gatewayReference), FIELD(processedAt))
};

Id<Transaction> key(const BookAccount &account)
{
    return {account.id()};
}

} // namespace

void Store::openAccounts(Tx &tx, std::initializer_list<BookAccount> accounts)
{
    for (const BookAccount &account : accounts)
        tx.run("INSERT INTO ledger_accounts (id, kind, owner_id, balance, created_at) VALUES (?, ?, ?, ?, ?)"
               " ON CONFLICT DO NOTHING",
               key(account), account.kind, Id<Account>{account.owner},
               account.isPlatforms() ? std::optional<Money>() : Money{}, tx.now());
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
    qint64 matching = 0;
    for (qsizetype i = 0; i < transfers.size(); ++i) {
        const Transfer &each = transfers[i];
        matching += tx.number("count(*) FROM ledger_transfers WHERE transaction_id = ? AND line = ?"
                              " AND debit_account_id = ? AND credit_account_id = ? AND amount = ?",
                              transaction, int(i) + 1, Id<Transaction>{each.debit.id()},
                              Id<Transaction>{each.credit.id()}, each.amount);
    }
    return matching == transfers.size() &&
           tx.number("count(*) FROM ledger_transfers WHERE transaction_id = ?", transaction) == matching;
}

void Store::insert(Tx &tx, Id<Transaction> transaction, int line, const Transfer &transfer)
{
    insert(tx, transaction, line, transfer.debit.id(), transfer.credit.id(), transfer.amount);
}

void Store::insert(Tx &tx, Id<Transaction> transaction, int line, const QUuid &debit, const QUuid &credit, Money amount)
{
    tx.run("INSERT INTO ledger_transfers (transaction_id, line, debit_account_id, credit_account_id, amount)"
           " VALUES (?, ?, ?, ?, ?)",
           transaction, line, Id<Transaction>{debit}, Id<Transaction>{credit}, amount);
}

bool Store::change(Tx &tx, QUuid account, Money delta)
{
    return tx.run("UPDATE ledger_accounts SET balance = balance + ?2 WHERE id = ?1 AND balance + ?2 >= 0",
                  Id<Transaction>{account}, delta) == 1;
}

Money Store::balance(Tx &tx, const BookAccount &account)
{
    return {tx.number("balance FROM ledger_accounts WHERE id = ?", key(account))};
}

std::optional<Money> Store::heldFor(Tx &tx, Id<Order> order)
{
    const auto row = tx.one<AmountRow>("FROM ledger_transfers WHERE line = 1 AND transaction_id ="
                                       " (SELECT id FROM ledger_transactions WHERE subject_id = ? AND step = 'hold')",
                                       order);
    return row ? std::optional(row->amount) : std::nullopt;
}

std::optional<WalletRow> Store::wallet(Tx &tx, Id<Account> buyer)
{
    return tx.one<WalletRow>("FROM (SELECT a.balance AS available, h.balance AS held, w.total_recharged, w.total_spent,"
                             " w.is_active FROM wallets w JOIN ledger_accounts a ON a.id = ?2"
                             " JOIN ledger_accounts h ON h.id = ?3 WHERE w.account_id = ?1) AS wallet",
                             buyer, key({AccountKind::BuyerAvailable, buyer.uuid}),
                             key({AccountKind::BuyerHeld, buyer.uuid}));
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
    if (wish.type) {
        from += " AND type = ?";
        values.push_back(sql::value(*wish.type));
    }
    if (before) {
        from += " AND id < ?";
        values.push_back(sql::value(*before));
    }
    values.push_back(sql::value(limit));
    return tx.all<WalletEntry>(from + " ORDER BY id DESC LIMIT ?", values);
}

} // namespace ledger
