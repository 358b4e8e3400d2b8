// What Store knows of orders that are paid through a gateway.

#include "server/orders/store.h"

namespace orders {

QList<Due> Store::unpaidBefore(Tx &tx, Instant time, const Due &last, int limit)
{
    return tx.all<Due>("FROM (SELECT id, placed_at AS since FROM orders WHERE reached_at IS NULL"
                       " AND order_status = 'placed' AND placed_at <= ? AND (placed_at, id) > (?, ?)) AS due"
                       " ORDER BY since, id LIMIT ?",
                       time, last.since, sql::idBytes(last.id.uuid), limit);
}

QList<OrderRow> Store::ofCheckout(Tx &tx, Id<PlacedOrders> checkout)
{
    return tx.all<OrderRow>("FROM orders WHERE checkout_id = ? ORDER BY id", checkout);
}

QList<OrderRow> Store::awaited(Tx &tx, Id<PlacedOrders> checkout)
{
    return tx.all<OrderRow>("FROM orders WHERE checkout_id = ? AND reached_at IS NULL AND order_status = 'placed'"
                            " ORDER BY id",
                            checkout);
}

} // namespace orders
