#include "server/discovery/reactions.h"

#include "server/core/outbox.h"
#include "server/discovery/service.h"

// Told, not on: each process has a memory of its own.
void discovery::reactions(Outbox &outbox, Service &discovery)
{
    outbox.tell<ProductChanged>("discovery.product", [&](const ProductChanged &) { discovery.forgetAnswers(); });
    outbox.tell<VendorChanged>("discovery.vendor",
                               [&](const VendorChanged &event) { discovery.renewShop(event.vendorId); });
}
