#pragma once

// Products that come from another system, with every change of their stock from the first day on.

#include "server/catalog/store.h"

namespace catalog {

struct PastProduct
{
    Product product;                // as it is now
    QList<StockMovement> movements; // from an empty shelf to what is there now, oldest first
};

} // namespace catalog
