#include "server/accounts/routes.h"

#include "server/accounts/service.h"
#include "shared/contract/ownstore.h"

namespace accounts {

void routes(http::Router &router, Service &accounts)
{
    router.on(api::readMe, [&](const Caller &caller) { return accounts.readMe(caller); });
    router.on(api::updateMe,
              [&](const Caller &caller, const UpdateAccount &wish) { return accounts.updateMe(caller, wish); });
    router.on(api::readPreferences, [&](const Caller &caller) { return accounts.readPreferences(caller); });
    router.on(api::savePreferences,
              [&](const Caller &caller, const PutPreferences &wish) { return accounts.savePreferences(caller, wish); });
    router.on(api::listAddresses, [&](const Caller &caller) { return accounts.listAddresses(caller); });
    router.on(api::addAddress,
              [&](const Caller &caller, const PutAddress &wish) { return accounts.addAddress(caller, wish); });
    router.on(api::updateAddress, [&](const Caller &caller, Id<Address> id, const PutAddress &wish) {
        return accounts.updateAddress(caller, id, wish);
    });
    router.on(api::removeAddress,
              [&](const Caller &caller, Id<Address> id) { return accounts.removeAddress(caller, id); });
    router.on(api::setDefaultAddress,
              [&](const Caller &caller, Id<Address> id) { return accounts.setDefaultAddress(caller, id); });
    router.on(api::activateAddress,
              [&](const Caller &caller, Id<Address> id) { return accounts.activateAddress(caller, id); });
    router.on(api::listStates, [&](const Caller &caller) { return accounts.listStates(caller); });
    router.on(api::listCities,
              [&](const Caller &caller, const ListCities &wish) { return accounts.listCities(caller, wish); });
    router.on(api::readLegal, [&](const Caller &caller, LegalDocument document, const ReadLegal &wish) {
        return accounts.readLegal(caller, document, wish);
    });
    router.on(api::listConsents, [&](const Caller &caller) { return accounts.listConsents(caller); });
    router.on(api::acceptLegal,
              [&](const Caller &caller, const AcceptLegal &wish) { return accounts.acceptLegal(caller, wish); });
    router.on(api::readVendorProfile, [&](const Caller &caller) { return accounts.readVendorProfile(caller); });
    router.on(api::updateVendorProfile,
              [&](const Caller &caller, const PutVendor &wish) { return accounts.updateVendorProfile(caller, wish); });
    router.on(api::openStore,
              [&](const Caller &caller, const PutVendor &wish) { return accounts.updateVendorProfile(caller, wish); });
    router.on(api::updateStore, [&](const Caller &caller, Id<Vendor> id, const PutVendor &wish) {
        return accounts.updateStore(caller, id, wish);
    });
}

} // namespace accounts
