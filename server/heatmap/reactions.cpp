#include "server/heatmap/reactions.h"

#include "server/core/outbox.h"
#include "server/heatmap/service.h"
#include "shared/contract/discovery.h"
#include "shared/contract/kyc.h"
#include "shared/contract/orders.h"

void heatmap::reactions(Outbox &outbox, Service &heatmap)
{
    outbox.on<OrderPlaced>("heatmap.order",
                           [&](Tx &tx, const OrderPlaced &event) { return heatmap.noteOrder(tx, event.orderId); });
    outbox.on<KycDecided>("heatmap.store",
                          [&](Tx &tx, const KycDecided &event) { return heatmap.noteStore(tx, event.vendorId); });
    outbox.on<VendorChanged>("heatmap.moved",
                             [&](Tx &tx, const VendorChanged &event) { return heatmap.noteStore(tx, event.vendorId); });
    outbox.on<Footfall>("heatmap.footfall",
                        [&](Tx &tx, const Footfall &event) { return heatmap.noteSearches(tx, event.missed); });
}
