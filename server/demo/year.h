#pragma once

// A year of trade around the story: made up from a seed, and taken in through the doors that an operator has for the
// history of another system (history.h of each capability). All of it is one unit of work: there is a whole year, or
// none.

#include "server/demo/people.h"
#include "server/demo/plan.h"
#include "server/demo/tables.h"

#include <functional>

class Market;

namespace demo {

constexpr quint64 standardSeed = 2026;

// The tables of the folder; what is wrong with them is our own fault.
Result<Tables> readTables(const QString &folder);

// The same for the same seed, day and tables, down to every id.
Plan planYear(const Tables &tables, const Terms &terms, const Atlas &atlas, Instant today, quint64 seed,
              const Scale &scale);

// Called now and then with how much is done.
using Progress = std::function<void(int percent, const char *phase)>;

enum class YearOutcome { Loaded, AlreadyThere };

// After the story, whose categories and admin it needs. folder: where the tables and specimens lie.
Result<YearOutcome> loadYear(Market &market, Instant today, const QString &folder, const Scale &scale,
                             const Progress &progress);

} // namespace demo
