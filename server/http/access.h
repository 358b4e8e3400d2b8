#pragma once

// Who may call what: a pure function of the endpoint's declaration and the caller.

#include "server/core/caller.h"
#include "shared/base/result.h"

#include <optional>

namespace http {

// C06: whether vendors may buy like everybody else is a setting.
enum class VendorBuying { Allowed, Refused };

// What an endpoint asks of an admin: to be let in at all, and to reach what belongs to others.
struct Needed
{
    Permission permission = Permission::None;
    Permission overseer = Permission::None;
};

std::optional<Error> accessRefusal(Access access, const Needed &needed, VendorBuying buying, const Caller &caller);

} // namespace http
