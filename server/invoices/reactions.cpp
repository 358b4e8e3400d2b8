#include "server/invoices/reactions.h"

#include "server/core/outbox.h"
#include "server/invoices/service.h"
#include "shared/contract/orders.h"
#include "shared/contract/refunds.h"

void invoices::reactions(Outbox &outbox, Service &invoices)
{
    outbox.on<OrderSettled>("invoices.order_settled",
                            [&](Tx &tx, const OrderSettled &event) { return invoices.onOrderSettled(tx, event); });
    outbox.on<RefundProcessed>("invoices.refund_processed", [&](Tx &tx, const RefundProcessed &event) {
        return invoices.onRefundProcessed(tx, event);
    });
}
