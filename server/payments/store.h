#pragma once

// SQL of the payments and of what gateways reported.

#include "server/core/db.h"
#include "shared/contract/payments.h"

namespace payments {

class Store
{};

} // namespace payments
