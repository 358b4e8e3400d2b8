#include "server/analytics/jobs.h"

#include "server/analytics/service.h"
#include "server/core/log.h"
#include "server/jobs/service.h"

namespace {

Q_LOGGING_CATEGORY(analyticsLog, "analytics")

constexpr qint64 lookEveryMs = 60'000;

} // namespace

void analytics::jobs(::jobs::Service &jobs, Service &analytics)
{
    jobs.every("analytics.rebuild_once", lookEveryMs, [&] {
        if (const Result<> done = analytics.rebuildOnce(); !done)
            qCWarning(analyticsLog, "the figures could not be made: %s", qUtf8Printable(done.error().message));
    });
}
