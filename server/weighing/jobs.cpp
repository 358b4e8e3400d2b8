#include "server/weighing/jobs.h"

#include "server/core/clock.h"
#include "server/core/log.h"
#include "server/jobs/service.h"
#include "server/weighing/service.h"
#include "shared/base/indiatime.h"

namespace {

Q_LOGGING_CATEGORY(weighingLog, "weighing")

constexpr qint64 expireEveryMs = 5 * minuteMs;
constexpr qint64 acceptEveryMs = 15 * minuteMs;
constexpr qint64 lookEveryMs = 15 * minuteMs;

void verify(::jobs::Service &jobs, weighing::Service &weighing)
{
    if (const auto problem = weighing.verify([&] { return jobs.isStopping(); }))
        qCCritical(weighingLog, "the check of the weigh tickets: %s", qUtf8Printable(*problem));
}

} // namespace

void weighing::jobs(::jobs::Service &jobs, Service &weighing, const Clock &clock)
{
    jobs.every("weighing.expire_top_ups", expireEveryMs,
               [&] { weighing.expireTopUps([&] { return jobs.isStopping(); }); });
    jobs.every("weighing.accept_silent", acceptEveryMs, [&] { weighing.acceptSilent(); });
    jobs.every("weighing.verify", lookEveryMs, [&, verified = Instant()]() mutable {
        const auto night = india::nightOf(clock.now());
        if (!night || *night == verified)
            return;
        verified = *night;
        verify(jobs, weighing);
    });
}
