#include "server/core/patience.h"

#include <chrono>

void letRequestsPass(Db &db, std::unique_lock<std::mutex> &lock, std::condition_variable &woken,
                     const std::function<bool()> &isStopping, const Patience &patience)
{
    for (int pause = 0; pause < patience.pausesMax && !isStopping(); ++pause) {
        if (db.figures().queued <= patience.crowdedUnits)
            return;
        woken.wait_for(lock, std::chrono::milliseconds(patience.pauseMs), isStopping);
    }
}
