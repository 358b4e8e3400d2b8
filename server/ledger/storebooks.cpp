// The books as somebody looks into them. The order of everything is that of the postings' ids, which grow with time, so
// that the balance at an instant is a sum along an index.

#include "server/ledger/store.h"

namespace ledger {

namespace {

// More than any balance, so that the platform's accounts come first.
constexpr qint64 fullest = 9'000'000'000'000'000'000;
constexpr std::string_view filledness = "coalesce(balance, 9000000000000000000)";

constexpr std::string_view bothSides =
    "FROM (SELECT m.transaction_id, m.line, t.created_at, t.kind, t.step, t.subject_id, t.order_id, t.note, m.amount,"
    " o.kind AS other_kind, o.owner_id AS other_owner FROM"
    " (SELECT * FROM (SELECT transaction_id, line, amount, debit_account_id AS other_id FROM ledger_transfers"
    " WHERE credit_account_id = ?1 AND transaction_id <= ?2 AND (transaction_id < ?2 OR line < ?3)"
    " ORDER BY transaction_id DESC, line DESC LIMIT ?4) AS credits UNION ALL"
    " SELECT * FROM (SELECT transaction_id, line, -amount AS amount, credit_account_id AS other_id"
    " FROM ledger_transfers WHERE debit_account_id = ?1 AND transaction_id <= ?2"
    " AND (transaction_id < ?2 OR line < ?3) ORDER BY transaction_id DESC, line DESC LIMIT ?4) AS debits) AS m"
    " JOIN ledger_transactions t ON t.id = m.transaction_id JOIN ledger_accounts o ON o.id = m.other_id) AS lines"
    " ORDER BY transaction_id DESC, line DESC LIMIT ?4";

constexpr std::string_view linesTold =
    "FROM (SELECT x.transaction_id, x.line, d.id AS debit_id, d.kind AS debit_kind, d.owner_id AS debit_owner,"
    " c.id AS credit_id, c.kind AS credit_kind, c.owner_id AS credit_owner, x.amount FROM ledger_transfers x"
    " JOIN ledger_accounts d ON d.id = x.debit_account_id JOIN ledger_accounts c ON c.id = x.credit_account_id"
    " WHERE x.transaction_id IN ";

struct SealNumber
{
    qint64 seq = 0;

    FIELDS(SealNumber, FIELD(seq))
};

// Appends "(?, ?)" and the values.
template <class Ids, class ValueOf>
void appendList(std::string &text, sql::Values &values, const Ids &ids, ValueOf &&valueOf)
{
    text += '(';
    for (const auto &id : ids) {
        text += text.back() == '(' ? "?" : ", ?";
        values.push_back(valueOf(id));
    }
    text += ')';
}

} // namespace

QList<AccountRow> Store::accounts(Tx &tx, const AccountsQuestion &question)
{
    if (question.owners && question.owners->isEmpty())
        return {};
    const std::string fill(filledness);
    std::string from = "FROM ledger_accounts WHERE created_at >= 0";
    sql::Values values;
    if (question.kind) {
        from += " AND kind = ?";
        values.push_back(sql::value(*question.kind));
    }
    if (question.owners) {
        from += " AND owner_id IN ";
        appendList(from, values, *question.owners, [](const QUuid &id) { return sql::value(Id<Account>{id}); });
    }
    if (question.after) {
        const Money balance = question.after->balance.value_or(Money{fullest});
        from += " AND (" + fill + " < ? OR (" + fill + " = ? AND id > ?))";
        values.insert(values.end(), {sql::value(balance), sql::value(balance), sql::value(question.after->id)});
    }
    values.push_back(sql::value(question.limit));
    return tx.all<AccountRow>(from + " ORDER BY " + fill + " DESC, id LIMIT ?", values);
}

std::optional<AccountRow> Store::account(Tx &tx, Id<LedgerAccount> id)
{
    return tx.one<AccountRow>("FROM ledger_accounts WHERE id = ?", id);
}

QList<StatementRow> Store::statement(Tx &tx, Id<LedgerAccount> id, const Before &before, int limit)
{
    return tx.all<StatementRow>(bothSides, id, before.transaction, before.line, limit);
}

std::optional<Transaction> Store::transaction(Tx &tx, Id<Transaction> id)
{
    return tx.one<Transaction>("FROM ledger_transactions WHERE id = ?", id);
}

QList<Transaction> Store::transactions(Tx &tx, const std::optional<Id<Transaction>> &before, int limit)
{
    return before
               ? tx.all<Transaction>("FROM ledger_transactions WHERE id < ? ORDER BY id DESC LIMIT ?", *before, limit)
               : tx.all<Transaction>("FROM ledger_transactions ORDER BY id DESC LIMIT ?", limit);
}

QList<Transaction> Store::ofOrder(Tx &tx, Id<Order> order, const std::optional<Id<Transaction>> &before, int limit)
{
    std::string from = "FROM (SELECT * FROM ledger_transactions WHERE subject_id = ?1 AND step IN ('hold', 'close')"
                       " UNION ALL SELECT * FROM ledger_transactions WHERE order_id = ?1) AS postings";
    sql::Values values{sql::value(order)};
    if (before) {
        from += " WHERE id < ?2";
        values.push_back(sql::value(*before));
    }
    values.push_back(sql::value(limit));
    return tx.all<Transaction>(from + " ORDER BY id DESC LIMIT ?" + std::to_string(values.size()), values);
}

QList<Transaction> Store::transactionsAfter(Tx &tx, Id<Transaction> id, int limit)
{
    return tx.all<Transaction>("FROM ledger_transactions WHERE id > ? ORDER BY id LIMIT ?", id, limit);
}

QList<Movement> Store::movements(Tx &tx, const QList<QUuid> &subjects)
{
    if (subjects.isEmpty())
        return {};
    std::string from = "FROM (SELECT t.subject_id, t.order_id, t.kind, t.step, x.debit_account_id AS debit_id,"
                       " x.credit_account_id AS credit_id, x.amount FROM (SELECT * FROM ledger_transactions"
                       " WHERE subject_id IN ";
    sql::Values values;
    const auto valueOf = [](const QUuid &id) { return sql::value(Id<Transaction>{id}); };
    appendList(from, values, subjects, valueOf);
    from += " UNION ALL SELECT * FROM ledger_transactions WHERE order_id IN ";
    appendList(from, values, subjects, valueOf);
    return tx.all<Movement>(from + ") AS t JOIN ledger_transfers x ON x.transaction_id = t.id) AS moves", values);
}

QList<LineRow> Store::lines(Tx &tx, const QList<Id<Transaction>> &transactions)
{
    if (transactions.isEmpty())
        return {};
    std::string from(linesTold);
    sql::Values values;
    appendList(from, values, transactions, [](Id<Transaction> id) { return sql::value(id); });
    return tx.all<LineRow>(from + ") AS lines ORDER BY transaction_id, line", values);
}

std::optional<qint64> Store::sealOf(Tx &tx, Id<Transaction> transaction)
{
    const auto seal = tx.one<SealNumber>("FROM ledger_seals WHERE transaction_id = ?", transaction);
    return seal ? std::optional(seal->seq) : std::nullopt;
}

bool Store::freeze(Tx &tx, Id<LedgerAccount> id, const QString &reason)
{
    return tx.run("UPDATE ledger_accounts SET frozen_at = ?2, frozen_reason = ?3 WHERE id = ?1 AND frozen_at IS NULL",
                  id, tx.now(), reason) == 1;
}

bool Store::unfreeze(Tx &tx, Id<LedgerAccount> id)
{
    return tx.run("UPDATE ledger_accounts SET frozen_at = NULL, frozen_reason = NULL WHERE id = ?"
                  " AND frozen_at IS NOT NULL",
                  id) == 1;
}

} // namespace ledger
