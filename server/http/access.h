#pragma once

// Who may call what: a pure function of the endpoint's declaration and the caller.

#include "server/core/caller.h"
#include "shared/base/result.h"

#include <optional>

namespace http {

// C06: whether vendors may buy like everybody else is a setting.
enum class VendorBuying { Allowed, Refused };

std::optional<Error> accessRefusal(Access access, Permission permission, VendorBuying buying, const Caller &caller);

} // namespace http
