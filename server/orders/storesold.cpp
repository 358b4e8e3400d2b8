// The statements of Store about what was settled, for whoever reckons its tax.

#include "server/orders/store.h"

namespace orders {

namespace {

struct SettledId
{
    Id<Order> id;

    FIELDS(SettledId, FIELD(id))
};

} // namespace

QList<Id<Order>> Store::settledAfter(Tx &tx, const std::optional<Id<Order>> &id, int limit)
{
    QList<Id<Order>> out;
    for (const SettledId &row : tx.all<SettledId>("FROM orders WHERE id > ? AND settled_at IS NOT NULL ORDER BY id"
                                                  " LIMIT ?",
                                                  sql::idBytes(id.value_or(Id<Order>()).uuid), limit))
        out += row.id;
    return out;
}

QList<SoldLineRow> Store::soldLines(Tx &tx, Id<Order> id)
{
    return tx.all<SoldLineRow>("FROM order_lines WHERE order_id = ? ORDER BY position", id);
}

} // namespace orders
