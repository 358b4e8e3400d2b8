#pragma once

// A weigh ticket on a sheet of A6, for whoever takes the goods along.

#include "shared/contract/weighing.h"

namespace kit {

QByteArray ticketPaper(const WeighTicket &ticket); // a PDF

} // namespace kit
