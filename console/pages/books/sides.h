#pragma once

// Balances and amounts as a trial balance has them: on the side where they stand. The contract counts credits less
// debits, so that what the market has in the bank would else read as less than nothing.

#include "shared/base/values.h"

namespace books {

QString sided(Money creditsLessDebits); // "₹12.00 Dr"
QString sidesHelp();

} // namespace books
