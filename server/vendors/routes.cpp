#include "server/vendors/routes.h"

#include "server/http/router.h"
#include "server/vendors/service.h"
#include "shared/contract/ownstore.h"

namespace vendors {

namespace {

template <class In>
using Act = Result<VendorDetail> (Service::*)(const Caller &, Id<Vendor>, const In &);

template <class In>
void bind(http::Router &router, const Endpoint<In, VendorDetail, Id<Vendor>> &endpoint, Service &vendors, Act<In> act)
{
    router.on(endpoint, [&vendors, act](const Caller &caller, Id<Vendor> id, const In &wish) {
        return (vendors.*act)(caller, id, wish);
    });
}

} // namespace

void routes(http::Router &router, Service &vendors)
{
    router.on(api::listVendors,
              [&](const Caller &caller, const ListVendors &wish) { return vendors.listVendors(caller, wish); });
    router.on(api::readVendor, [&](const Caller &caller, Id<Vendor> id) { return vendors.readVendor(caller, id); });
    bind(router, api::suspendVendor, vendors, &Service::suspend);
    bind(router, api::activateVendor, vendors, &Service::activate);
    bind(router, api::deactivateVendor, vendors, &Service::deactivate);
    router.on(api::closeStore, [&](const Caller &caller, Id<Vendor> id, const CloseStore &wish) {
        return vendors.deactivate(caller, id, {wish.reason});
    });
    bind(router, api::setVendorRadius, vendors, &Service::setRadius);
    bind(router, api::setVendorCommission, vendors, &Service::setCommission);
    router.on(api::readCommission, [&](const Caller &caller) { return vendors.readCommission(caller); });
    router.on(api::setBusinessEmail, [&](const Caller &caller, const SetBusinessEmail &wish) {
        return vendors.setBusinessEmail(caller, wish);
    });
    router.on(api::confirmBusinessEmail, [&](const Caller &caller, const ConfirmBusinessEmail &wish) {
        return vendors.confirmBusinessEmail(caller, wish);
    });
}

} // namespace vendors
