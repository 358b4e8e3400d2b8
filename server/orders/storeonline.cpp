// What Store knows of orders that are paid through a gateway.

#include "server/orders/store.h"

namespace orders {

namespace {

struct UnpaidRow
{
    Id<Order> id;

    FIELDS(UnpaidRow, FIELD(id))
};

} // namespace

QList<Id<Order>> Store::unpaidBefore(Tx &tx, Instant time, int limit)
{
    QList<Id<Order>> out;
    const auto rows = tx.all<UnpaidRow>("FROM orders WHERE payment_status = 'pending' AND payment_method = 'online'"
                                        " AND order_status = 'placed' AND placed_at <= ? ORDER BY placed_at LIMIT ?",
                                        time, limit);
    for (const UnpaidRow &row : rows)
        out += row.id;
    return out;
}

QList<OrderRow> Store::ofCheckout(Tx &tx, Id<PlacedOrders> checkout)
{
    return tx.all<OrderRow>("FROM orders WHERE checkout_id = ? ORDER BY id", checkout);
}

QList<OrderRow> Store::awaited(Tx &tx, Id<PlacedOrders> checkout)
{
    return tx.all<OrderRow>("FROM orders WHERE checkout_id = ? AND payment_status = 'pending'"
                            " AND payment_method = 'online' AND order_status = 'placed' ORDER BY id",
                            checkout);
}

} // namespace orders
