#pragma once

// A store by its id, for clients that know stores as a list (API-15): the same acts as of /vendor/profile and of
// /admin/vendors.

#include "shared/contract/vendors.h"

// As VendorReason, in the query of a call without a body.
struct CloseStore
{
    QString reason;

    FIELDS(CloseStore, FIELD(reason, .lengthMin = 5, .lengthMax = 500))
};

namespace api {

inline constexpr Endpoint<PutVendor, Vendor, Id<Vendor>> updateStore{.method = Method::Put,
                                                                     .path = "/api/v1/stores/{id}",
                                                                     .access = Access::Vendor,
                                                                     .owner = Owner::Stores,
                                                                     .rate = Rate::Account,
                                                                     .summary = "Change the own store by its id"};

// A vendor has a store from the day of the registration, so opening one is giving it what it is called and where it is.
inline constexpr Endpoint<PutVendor, Vendor> openStore{.method = Method::Post,
                                                       .path = "/api/v1/stores",
                                                       .access = Access::Vendor,
                                                       .owner = Owner::Nobodys,
                                                       .rate = Rate::Account,
                                                       .summary = "Say what the own store is called and where it is"};

inline constexpr Endpoint<CloseStore, VendorDetail, Id<Vendor>> closeStore{
    .method = Method::Delete,
    .path = "/api/v1/stores/{id}",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "Make a store inactive: nothing is offered, payouts go on",
    .permission = Permission::ManageVendors};

inline constexpr auto ownStore = std::tuple{updateStore, openStore, closeStore};

} // namespace api
