// The statements of Store that take in orders from another system.

#include "server/orders/store.h"

namespace orders {

void Store::insertPast(Tx &tx, Id<Order> order, int position, const OrderLine &line, const Product &snapshot)
{
    tx.run("INSERT INTO order_lines (id, order_id, position, product_id, title, sku, unit, unit_price, listed_quantity,"
           " ordered_quantity, delivered_quantity, settled_quantity, line_total, placed_total, commission_rate, "
           "commission_amount,"
           " commission_level, commission_at, product_snapshot) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
           "?, ?, ?, ?)",
           line.id, order, position, line.productId, line.title, line.sku, line.unit, line.unitPrice,
           line.listedQuantity, line.orderedQuantity, line.deliveredQuantity, line.settledQuantity, line.lineTotal,
           line.lineTotal, line.commissionRate, line.commissionAmount, line.commissionLevel, line.commissionAt,
           snapshot);
}

std::optional<SettledOrder> Store::settledOne(Tx &tx, Id<Order> id)
{
    return tx.one<SettledOrder>("FROM (SELECT id, order_number, total_amount - refunded_amount AS gross,"
                                " commission_amount - refunded_commission AS commission, total_amount - refunded_amount"
                                " - (commission_amount - refunded_commission) AS net, settled_at, payout_id FROM orders"
                                " WHERE id = ? AND settled_at IS NOT NULL) AS settled",
                                id);
}

std::optional<Instant> Store::cameTo(Tx &tx, Id<Order> id, OrderStatus status)
{
    const auto step =
        tx.one<StatusChange>("FROM order_history WHERE order_id = ? AND status = ? ORDER BY id LIMIT 1", id, status);
    return step ? std::optional(step->at) : std::nullopt;
}

} // namespace orders
