// What Store knows of orders that are paid in cash.

#include "server/orders/store.h"

namespace orders {

bool Store::turnToCash(Tx &tx, const OrderRow &seen)
{
    return tx.run("UPDATE orders SET payment_method = 'cod', escrow_status = NULL, reached_at = ?1, updated_at = ?1,"
                  " version = version + 1 WHERE id = ?2 AND version = ?3 AND reached_at IS NULL"
                  " AND order_status = 'placed'",
                  tx.now(), seen.id, seen.version) == 1;
}

} // namespace orders
