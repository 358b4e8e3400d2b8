// The statements of Store about the orders of one person.

#include "server/orders/store.h"

namespace orders {

namespace {

constexpr int erasedAtOnce = 500;

struct DeliveryRow
{
    Id<Order> id;
    Address deliveryAddress;

    FIELDS(DeliveryRow, FIELD(id), FIELD(deliveryAddress))
};

} // namespace

QList<OrderRow> Store::ofBuyer(Tx &tx, Id<Account> buyer, int limit)
{
    return tx.all<OrderRow>("FROM orders WHERE buyer_id = ? ORDER BY id DESC LIMIT ?", buyer, limit);
}

QList<SaleRow> Store::salesOf(Tx &tx, Id<Vendor> vendor, int limit)
{
    return tx.all<SaleRow>("FROM orders WHERE vendor_id = ? AND reached_at IS NOT NULL ORDER BY id DESC LIMIT ?",
                           vendor, limit);
}

// An invoice names the recipient and the address; the rest of the address goes.
void Store::eraseBuyer(Tx &tx, Id<Account> buyer)
{
    tx.run("UPDATE orders SET customer_phone = '', customer_email = NULL, notes = NULL WHERE buyer_id = ?", buyer);
    Id<Order> after;
    for (bool isMore = true; isMore;) {
        const auto rows = tx.all<DeliveryRow>("FROM orders WHERE buyer_id = ? AND id > ? ORDER BY id LIMIT ?", buyer,
                                              sql::idBytes(after.uuid), erasedAtOnce);
        for (DeliveryRow row : rows) {
            row.deliveryAddress.recipientPhone.clear();
            row.deliveryAddress.landmark.reset();
            row.deliveryAddress.location.reset();
            tx.run("UPDATE orders SET delivery_address = ?2 WHERE id = ?1", row.id, row.deliveryAddress);
            after = row.id;
        }
        isMore = rows.size() == erasedAtOnce;
    }
}

} // namespace orders
