#include "server/payouts/reactions.h"

#include "server/core/outbox.h"
#include "server/payouts/service.h"

void payouts::reactions(Outbox &outbox, Service &payouts)
{
    outbox.on<PayoutProviderTold>("payouts.provider_told", [&](Tx &tx, const PayoutProviderTold &event) {
        return payouts.onProviderTold(tx, event);
    });
}
