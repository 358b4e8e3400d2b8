// What the check of the books asks of the orders.

#include "server/core/known.h"
#include "server/orders/store.h"

namespace orders {

QList<MoneyRow> Store::moneyAfter(Tx &tx, const QUuid &id, int limit)
{
    return tx.all<MoneyRow>("FROM orders WHERE id > ? ORDER BY id LIMIT ?", sql::idBytes(id), limit);
}

QSet<QUuid> Store::known(Tx &tx, const QList<QUuid> &ids)
{
    return knownAmong(tx, "FROM orders", ids);
}

} // namespace orders
