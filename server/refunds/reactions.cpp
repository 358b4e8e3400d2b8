#include "server/refunds/reactions.h"

#include "server/core/outbox.h"
#include "server/refunds/service.h"

void refunds::reactions(Outbox &outbox, Service &refunds)
{
    outbox.on<WeighTicketFlagged>("refunds.weigh_ticket_flagged", [&](Tx &tx, const WeighTicketFlagged &event) {
        return refunds.onWeighTicketFlagged(tx, event);
    });
    outbox.on<OrderAdvanced>("refunds.order_advanced",
                             [&](Tx &tx, const OrderAdvanced &event) { return refunds.onOrderAdvanced(tx, event); });
}
