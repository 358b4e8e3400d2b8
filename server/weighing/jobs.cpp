#include "server/weighing/jobs.h"

#include "server/core/clock.h"
#include "server/jobs/service.h"
#include "server/weighing/service.h"

namespace {

constexpr qint64 expireEveryMs = 5 * minuteMs;
constexpr qint64 acceptEveryMs = 15 * minuteMs;

} // namespace

void weighing::jobs(::jobs::Service &jobs, Service &weighing)
{
    jobs.every("weighing.expire_top_ups", expireEveryMs,
               [&] { weighing.expireTopUps([&] { return jobs.isStopping(); }); });
    jobs.every("weighing.accept_silent", acceptEveryMs, [&] { weighing.acceptSilent(); });
}
