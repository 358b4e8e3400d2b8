#pragma once

// What follows from the orders: stock that goes down and is brought up again, recharges before orders, payouts of what
// was settled, and the journal of all money in the order of time.

#include "server/demo/chance.h"
#include "server/demo/plan.h"
#include "server/demo/tables.h"

namespace demo {

// Movements of every product, oldest first; sales learn what the offer showed.
void moveStock(Plan &plan, const Tables &tables, quint64 seed);

void payOut(Plan &plan, const Tables &tables, const Terms &terms, quint64 seed);

// After the payouts, which are part of it.
void keepJournal(Plan &plan, const Tables &tables, const Terms &terms, quint64 seed);

} // namespace demo
