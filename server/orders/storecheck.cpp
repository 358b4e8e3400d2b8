// What the check of the books asks of the orders.

#include "server/core/known.h"
#include "server/orders/store.h"

namespace orders {

namespace {

struct Listed
{
    std::string marks;
    sql::Values values;
};

Listed listed(const QList<Id<Order>> &ids)
{
    Listed out;
    for (const Id<Order> id : ids) {
        out.marks += out.marks.empty() ? "?" : ", ?";
        out.values.push_back(sql::value(id));
    }
    return out;
}

} // namespace

QList<MoneyRow> Store::moneyAfter(Tx &tx, const QUuid &id, int limit)
{
    return tx.all<MoneyRow>("FROM orders WHERE id > ? ORDER BY id LIMIT ?", sql::idBytes(id), limit);
}

QList<MoneyRow> Store::refundedAfter(Tx &tx, const QUuid &id, int limit)
{
    return tx.all<MoneyRow>("FROM orders WHERE id > ? AND refunded_amount > 0 ORDER BY id LIMIT ?", sql::idBytes(id),
                            limit);
}

QList<MoneyRow> Store::moneyOf(Tx &tx, const QList<Id<Order>> &ids)
{
    const auto [marks, values] = listed(ids);
    return ids.isEmpty() ? QList<MoneyRow>() : tx.all<MoneyRow>("FROM orders WHERE id IN (" + marks + ")", values);
}

QList<LineSum> Store::lineSums(Tx &tx, const QList<Id<Order>> &ids)
{
    const auto [marks, values] = listed(ids);
    return ids.isEmpty()
               ? QList<LineSum>()
               : tx.all<LineSum>("FROM (SELECT order_id, CAST(sum(line_total) AS BIGINT) AS total,"
                                 " CAST(coalesce(sum(commission_amount), 0) AS BIGINT) AS commission FROM order_lines"
                                 " WHERE order_id IN (" +
                                     marks + ") GROUP BY order_id) AS sums",
                                 values);
}

QSet<QUuid> Store::known(Tx &tx, const QList<QUuid> &ids)
{
    return knownAmong(tx, "FROM orders", ids);
}

} // namespace orders
