#pragma once

// Stores of every standing for the page about them.

#include "shared/contract/vendors.h"
#include "tests/console/pages/samples.h"

namespace samples {

QList<Vendor> stores();
VendorDetail storeDetail(const Vendor &vendor);

} // namespace samples
