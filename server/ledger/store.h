#pragma once

// SQL of the books.

#include "server/core/db.h"
#include "shared/contract/ledger.h"

namespace ledger {

class Store
{};

} // namespace ledger
