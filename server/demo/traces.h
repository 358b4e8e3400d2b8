#pragma once

// What a living market leaves beside its books: looks at products and stores, searches that found nothing, wishes and
// favourites, reports that somebody keeps and has run.

#include "server/core/db.h"
#include "server/demo/plan.h"
#include "server/demo/tables.h"

class Market;
struct Caller;

namespace demo {

Result<> leaveFootfall(Market &market, Tx &tx, const Plan &plan, quint64 seed);
// What buyers wish for, and which stores they like: of those they have bought from.
Result<> leaveTastes(Market &market, Tx &tx, const Tables &tables, const Plan &plan, quint64 seed);
Result<> keepReports(Market &market, const Caller &admin);

} // namespace demo
