#include "server/tax/reactions.h"

#include "server/core/outbox.h"
#include "server/tax/service.h"
#include "shared/contract/orders.h"

void tax::reactions(Outbox &outbox, Service &tax)
{
    outbox.on<OrderSettled>("tax.order_settled",
                            [&](Tx &tx, const OrderSettled &event) { return tax.onOrderSettled(tx, event); });
}
