#include "server/discovery/routes.h"

#include "server/discovery/service.h"
#include "server/http/router.h"
#include "shared/contract/inventory.h"

void discovery::routes(http::Router &router, Service &discovery)
{
    router.on(api::findProducts,
              [&](const Caller &caller, const FindProducts &wish) { return discovery.findProducts(caller, wish); });
    router.on(api::searchProducts,
              [&](const Caller &caller, const FindProducts &wish) { return discovery.findProducts(caller, wish); });
    router.on(api::findStoreProducts, [&](const Caller &caller, Id<Vendor> id, const FindProducts &wish) {
        FindProducts ofStore = wish;
        ofStore.vendor = id;
        return discovery.findProducts(caller, ofStore);
    });
    router.on(api::findStores,
              [&](const Caller &caller, const FindStores &wish) { return discovery.findStores(caller, wish); });
    router.on(api::readStore, [&](const Caller &caller, Id<Vendor> id) { return discovery.readStore(caller, id); });
}
