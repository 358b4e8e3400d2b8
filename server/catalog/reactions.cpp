#include "server/catalog/reactions.h"

#include "server/catalog/service.h"
#include "server/core/outbox.h"

void catalog::reactions(Outbox &outbox, Service &catalog)
{
    outbox.on<VendorChanged>("catalog.vendor_changed",
                             [&](Tx &tx, const VendorChanged &event) { return catalog.onVendorChanged(tx, event); });
}
