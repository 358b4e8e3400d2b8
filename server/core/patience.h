#pragma once

// How work that nobody waits for gives way to requests that somebody waits for.

#include "server/core/db.h"

#include <condition_variable>
#include <functional>
#include <mutex>

struct Patience
{
    qint64 crowdedUnits = 4; // waiting units of work above which the background steps aside
    int pauseMs = 25;        // before it looks again
    int pausesMax = 40;      // before it goes on all the same
};

// Returns when the database is no longer crowded, when patience is at its end, or at once when work is to stop. The
// caller holds the lock that guards isStopping; whoever sets that notifies woken.
void letRequestsPass(Db &db, std::unique_lock<std::mutex> &lock, std::condition_variable &woken,
                     const std::function<bool()> &isStopping, const Patience &patience = {});
