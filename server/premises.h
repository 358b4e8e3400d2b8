#pragma once

// What every command of the program stands on: the data folder, the database behind its engine-free face and the plan
// of the market, all taken from the configuration.

#include "server/core/config.h"
#include "server/core/sqlite.h"
#include "server/market.h"

#include <memory>

class Premises
{
public:
    // Makes the data folder and the master secret when they are missing. Throws Complaint when something is unusable,
    // DbFault when the database is. keeping: of a SQLite file.
    Premises(const Config &config, const Clock &clock, SqliteDb::Keeping keeping = SqliteDb::Keeping::Safe);

    const Config config;
    const MarketPlan plan;
    const std::unique_ptr<Db> db;
};
