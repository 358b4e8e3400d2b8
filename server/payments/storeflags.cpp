// What Store keeps of money that did not come as it was asked for.

#include "server/payments/store.h"

namespace payments {

namespace {

// Conditions that are put together at run time: constant text of ours, values as parameters.
struct Filter
{
    std::string where;
    sql::Values values;

    template <class T>
    void add(std::string_view condition, const std::optional<T> &value)
    {
        if (!value)
            return;
        where += where.empty() ? " WHERE " : " AND ";
        where += condition;
        values.push_back(sql::value(*value));
    }
};

} // namespace

QList<PaymentRow> Store::list(Tx &tx, const ListAllPayments &wish, const std::optional<Id<Payment>> &before, int limit)
{
    Filter filter;
    filter.add("provider = ?", wish.provider);
    filter.add("status = ?", wish.status);
    filter.add("amount = ?", wish.amount);
    filter.add("gateway_order_id = ?", wish.reference);
    filter.add("id < ?", before);
    filter.values.push_back(sql::value(limit));
    return tx.all<PaymentRow>("FROM payments" + filter.where + " ORDER BY id DESC LIMIT ?", filter.values);
}

QList<PaymentRow> Store::ofAccount(Tx &tx, Id<Account> account, const ListPayments &wish,
                                   const std::optional<Id<Payment>> &before, int limit)
{
    Filter filter;
    filter.add("account_id = ?", std::optional(account));
    filter.add("status = ?", wish.status);
    filter.add("id < ?", before);
    filter.values.push_back(sql::value(limit));
    return tx.all<PaymentRow>("FROM payments" + filter.where + " ORDER BY id DESC LIMIT ?", filter.values);
}

int Store::countPending(Tx &tx, const QString &provider)
{
    return int(tx.number("count(*) FROM payments WHERE next_check_at IS NOT NULL AND status = 'pending'"
                         " AND provider = ?",
                         provider));
}

bool Store::isGoingBack(Tx &tx, const QString &provider, const QString &gatewayPaymentId)
{
    return tx.number("count(*) FROM payment_refunds WHERE provider = ? AND gateway_payment_id = ?", provider,
                     gatewayPaymentId) > 0;
}

bool Store::insertNew(Tx &tx, const MoneyFlag &flag)
{
    return tx.insertNew("money_flags", flag);
}

std::optional<MoneyFlag> Store::flag(Tx &tx, Id<MoneyFlag> id)
{
    return tx.one<MoneyFlag>("FROM money_flags WHERE id = ?", id);
}

QList<MoneyFlag> Store::flagsOf(Tx &tx, Id<Payment> payment)
{
    constexpr int most = 1000;
    return tx.all<MoneyFlag>("FROM money_flags WHERE payment_id = ? AND kind IN ('returned', 'disputed',"
                             " 'charged_back', 'reinstated') ORDER BY id LIMIT ?",
                             payment, most);
}

QList<MoneyFlag> Store::flags(Tx &tx, const ListMoneyFlags &wish, const std::optional<Id<MoneyFlag>> &before, int limit)
{
    Filter filter;
    filter.add("status = ?", wish.status);
    filter.add("id < ?", before);
    filter.values.push_back(sql::value(limit));
    return tx.all<MoneyFlag>("FROM money_flags" + filter.where + " ORDER BY id DESC LIMIT ?", filter.values);
}

bool Store::resolve(Tx &tx, const MoneyFlag &resolved)
{
    return tx.run("UPDATE money_flags SET status = ?2, payment_id = ?3, reason = ?4, resolved_by = ?5, resolved_at = ?6"
                  " WHERE id = ?1 AND status = 'open'",
                  resolved.id, resolved.status, resolved.paymentId, resolved.reason, resolved.resolvedBy,
                  resolved.resolvedAt) == 1;
}

bool Store::isReturned(Tx &tx, const QString &provider, const QString &transaction)
{
    return tx.number("count(*) FROM money_flags WHERE provider = ? AND transaction_id = ? AND kind = 'returned'",
                     provider, transaction) > 0;
}

bool Store::isOfNobody(Tx &tx, const QString &provider, const QString &transaction)
{
    return tx.number("count(*) FROM money_flags WHERE provider = ? AND transaction_id = ? AND kind = 'unknown'",
                     provider, transaction) > 0;
}

bool Store::insertNew(Tx &tx, const TakenLine &row)
{
    return tx.insertNew("statement_lines", row);
}

bool Store::insertNew(Tx &tx, const SettlementLineRow &row)
{
    return tx.insertNew("settlement_lines", row);
}

std::optional<SettlementLineRow> Store::lastEntry(Tx &tx, const QString &provider, const QString &lineRef)
{
    return tx.one<SettlementLineRow>("FROM settlement_lines WHERE provider = ? AND line_ref = ?"
                                     " ORDER BY entry DESC LIMIT 1",
                                     provider, lineRef);
}

QList<SettlementLineRow> Store::settled(Tx &tx, const QString &provider, const QString &transaction)
{
    constexpr int most = 10'000;
    return tx.all<SettlementLineRow>("FROM settlement_lines WHERE provider = ? AND transaction_id = ?"
                                     " ORDER BY id LIMIT ?",
                                     provider, transaction, most);
}

QList<MoneyFlag> Store::questions(Tx &tx, const QString &provider, const QString &lineRef)
{
    constexpr int most = 1000;
    const QString parts = lineRef + u':';
    return tx.all<MoneyFlag>("FROM money_flags WHERE provider = ?1 AND kind = 'settlement' AND (transaction_id = ?2 OR"
                             " substr(transaction_id, 1, length(CAST(?3 AS TEXT))) = ?3) ORDER BY id LIMIT ?4",
                             provider, lineRef, parts, most);
}

std::optional<FormRow> Store::lastForm(Tx &tx)
{
    return tx.one<FormRow>("FROM statement_forms ORDER BY id DESC LIMIT 1");
}

void Store::insert(Tx &tx, const FormRow &row)
{
    tx.insert("statement_forms", row);
}

} // namespace payments
