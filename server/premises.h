#pragma once

// What every command of the program stands on: the data folder, the database behind its engine-free face and the plan
// of the market, all taken from the configuration.

#include "server/core/config.h"
#include "server/core/db.h"
#include "server/market.h"

#include <memory>

class Premises
{
public:
    // Makes the data folder and the master secret when they are missing. Throws Complaint when something is unusable,
    // DbFault when the database is.
    Premises(const Config &config, const Clock &clock);

    const Config config;
    const MarketPlan plan;
    const std::unique_ptr<Db> db;
};
