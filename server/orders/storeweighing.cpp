// The statements of Store about what was weighed.

#include "server/orders/store.h"

namespace orders {

// The time of the last change stays: weighing moves no order on, and lists tell by it which ones are late.
bool Store::changeWeighState(Tx &tx, const OrderRow &seen, WeighState next)
{
    return tx.run("UPDATE orders SET weigh_state = ?, version = version + 1 WHERE id = ? AND version = ?"
                  " AND order_status IN ('packed', 'shipped', 'out_for_delivery', 'delivered')"
                  " AND (escrow_status IN ('held', 'disputed') OR payment_method = 'cod') AND settled_at IS NULL",
                  next, seen.id, seen.version) == 1;
}

void Store::noteWeight(Tx &tx, const Weighed &weighed)
{
    tx.run("UPDATE order_lines SET delivered_quantity = ?2 WHERE id = ?1", weighed.lineId, weighed.net);
}

void Store::reprice(Tx &tx, const OrderLine &line)
{
    tx.run("UPDATE order_lines SET line_total = ?2, commission_amount = ?3 WHERE id = ?1", line.id, line.lineTotal,
           line.commissionAmount);
}

void Store::noteCalculated(Tx &tx, Id<Order> order)
{
    tx.run("UPDATE order_lines SET commission_at = ?2 WHERE order_id = ?1", order, tx.now());
}

QList<CardRow> Store::toWeigh(Tx &tx, Id<Vendor> vendor, const std::optional<Id<Order>> &before, int limit)
{
    const std::string ready = "FROM orders WHERE vendor_id = ? AND order_status IN ('packed', 'shipped',"
                              " 'out_for_delivery', 'delivered') AND (escrow_status IN ('held', 'disputed')"
                              " OR payment_method = 'cod')"
                              " AND EXISTS (SELECT 1 FROM order_lines l WHERE l.order_id = orders.id"
                              " AND l.unit IN ('kg', 'ton'))";
    if (!before)
        return tx.all<CardRow>(ready + " ORDER BY id DESC LIMIT ?", vendor, limit);
    return tx.all<CardRow>(ready + " AND id < ? ORDER BY id DESC LIMIT ?", vendor, *before, limit);
}

} // namespace orders
