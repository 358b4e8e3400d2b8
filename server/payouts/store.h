#pragma once

// SQL of the payouts.

#include "server/core/db.h"
#include "shared/contract/payouts.h"

namespace payouts {

class Store
{};

} // namespace payouts
