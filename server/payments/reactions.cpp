#include "server/payments/reactions.h"

#include "server/core/outbox.h"
#include "server/payments/service.h"

void payments::reactions(Outbox &outbox, Service &payments)
{
    outbox.tell<GatewayChanged>("payments.reload", [&](const GatewayChanged &) { payments.load(); });
}
