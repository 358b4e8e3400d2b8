#include "server/analytics/jobs.h"

#include "server/analytics/service.h"
#include "server/core/log.h"
#include "server/jobs/service.h"

namespace {

Q_LOGGING_CATEGORY(analyticsLog, "analytics")

constexpr qint64 lookEveryMs = minuteMs;
constexpr qint64 healthEveryMs = 20'000; // so that no minute is missed when a worker comes late

} // namespace

void analytics::jobs(::jobs::Service &jobs, Service &analytics)
{
    jobs.every("analytics.rebuild_once", lookEveryMs, [&] {
        if (const Result<> done = analytics.rebuildOnce([&] { return jobs.isStopping(); }); !done)
            qCWarning(analyticsLog, "the figures could not be made: %s", qUtf8Printable(done.error().message));
    });
    jobs.everywhere("analytics.health", healthEveryMs, [&] { analytics.noteHealth(); });
}
