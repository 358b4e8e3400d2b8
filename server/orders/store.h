#pragma once

// SQL of the orders.

#include "server/core/db.h"
#include "shared/contract/orders.h"

namespace orders {

class Store
{};

} // namespace orders
