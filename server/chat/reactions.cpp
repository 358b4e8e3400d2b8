#include "server/chat/reactions.h"

#include "server/chat/service.h"
#include "server/core/outbox.h"

void chat::reactions(Outbox &outbox, Service &chat)
{
    outbox.on<OrderPlaced>("chat.order_placed",
                           [&](Tx &tx, const OrderPlaced &event) { return chat.onOrderPlaced(tx, event); });
    outbox.on<OrderAdvanced>("chat.order_advanced",
                             [&](Tx &tx, const OrderAdvanced &event) { return chat.onOrderAdvanced(tx, event); });
}
