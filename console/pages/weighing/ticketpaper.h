#pragma once

// A weigh ticket on a sheet of A6, for whoever takes the goods along.

#include "shared/contract/weighing.h"

namespace weighing {

QByteArray paperOf(const WeighTicket &ticket); // a PDF

} // namespace weighing
