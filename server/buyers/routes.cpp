#include "server/buyers/routes.h"

#include "server/buyers/service.h"
#include "server/http/router.h"

namespace buyers {

void routes(http::Router &router, Service &buyers)
{
    router.on(api::readBuyerProfile, [&](const Caller &caller) { return buyers.readBuyerProfile(caller); });
    router.on(api::saveBuyerProfile,
              [&](const Caller &caller, const PutBuyerProfile &wish) { return buyers.saveBuyerProfile(caller, wish); });
    router.on(api::readBuyerDashboard, [&](const Caller &caller) { return buyers.readBuyerDashboard(caller); });
    router.on(api::listWishes,
              [&](const Caller &caller, const ListWishes &wish) { return buyers.listWishes(caller, wish); });
    router.on(api::addWish, [&](const Caller &caller, Id<Product> id) { return buyers.addWish(caller, id); });
    router.on(api::removeWish, [&](const Caller &caller, Id<Product> id) { return buyers.removeWish(caller, id); });
    router.on(api::listFavouriteStores, [&](const Caller &caller) { return buyers.listFavouriteStores(caller); });
    router.on(api::addFavouriteStore,
              [&](const Caller &caller, const ChooseStore &wish) { return buyers.addFavouriteStore(caller, wish); });
    router.on(api::removeFavouriteStore,
              [&](const Caller &caller, Id<Vendor> id) { return buyers.removeFavouriteStore(caller, id); });
    router.on(api::listSavedMethods, [&](const Caller &caller) { return buyers.listSavedMethods(caller); });
    router.on(api::saveMethod,
              [&](const Caller &caller, const SaveMethod &wish) { return buyers.saveMethod(caller, wish); });
    router.on(api::removeSavedMethod,
              [&](const Caller &caller, Id<SavedMethod> id) { return buyers.removeSavedMethod(caller, id); });
}

} // namespace buyers
