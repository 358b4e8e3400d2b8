#include "server/refunds/jobs.h"

#include "server/jobs/service.h"
#include "server/refunds/service.h"

namespace {

constexpr qint64 escalateEveryMs = 15 * minuteMs;

} // namespace

void refunds::jobs(::jobs::Service &jobs, Service &refunds)
{
    jobs.every("refunds.escalate", escalateEveryMs, [&] { refunds.escalate([&] { return jobs.isStopping(); }); });
}
