#include "server/tax/reactions.h"

#include "server/core/outbox.h"
#include "server/tax/service.h"
#include "shared/contract/invoices.h"
#include "shared/contract/orders.h"
#include "shared/contract/refunds.h"

void tax::reactions(Outbox &outbox, Service &tax)
{
    outbox.on<OrderSettled>("tax.order_settled",
                            [&](Tx &tx, const OrderSettled &event) { return tax.onOrderSettled(tx, event); });
    outbox.on<RefundProcessed>("tax.refund_processed",
                               [&](Tx &tx, const RefundProcessed &event) { return tax.onRefundProcessed(tx, event); });
    outbox.on<InvoiceIssued>("tax.invoice_issued",
                             [&](Tx &tx, const InvoiceIssued &event) { return tax.onInvoiceIssued(tx, event); });
}
