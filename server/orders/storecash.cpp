// What Store knows of orders that are paid in cash.

#include "server/orders/store.h"

namespace orders {

bool Store::turnToCash(Tx &tx, const OrderRow &seen)
{
    return tx.run(
               "UPDATE orders SET payment_method = 'cod', escrow_status = NULL, updated_at = ?, version = version + 1"
               " WHERE id = ? AND version = ? AND payment_method = 'online' AND payment_status = 'pending'"
               " AND order_status = 'placed'",
               tx.now(), seen.id, seen.version) == 1;
}

} // namespace orders
