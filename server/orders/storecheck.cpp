// What the check of the books asks of the orders.

#include "server/core/known.h"
#include "server/orders/store.h"

namespace orders {

QList<MoneyRow> Store::moneyAfter(Tx &tx, const QUuid &id, int limit)
{
    return tx.all<MoneyRow>("FROM orders WHERE id > ? ORDER BY id LIMIT ?", sql::idBytes(id), limit);
}

QList<MoneyRow> Store::moneyOf(Tx &tx, const QList<Id<Order>> &ids)
{
    std::string marks;
    sql::Values values;
    for (const Id<Order> id : ids) {
        marks += marks.empty() ? "?" : ", ?";
        values.push_back(sql::value(id));
    }
    return ids.isEmpty() ? QList<MoneyRow>() : tx.all<MoneyRow>("FROM orders WHERE id IN (" + marks + ")", values);
}

QSet<QUuid> Store::known(Tx &tx, const QList<QUuid> &ids)
{
    return knownAmong(tx, "FROM orders", ids);
}

} // namespace orders
