#include "server/heatmap/jobs.h"

#include "server/heatmap/service.h"
#include "server/jobs/service.h"

namespace {

constexpr qint64 addUpEveryMs = minuteMs;

} // namespace

void heatmap::jobs(::jobs::Service &jobs, Service &heatmap)
{
    jobs.every("heatmap.add_up", addUpEveryMs, [&] { heatmap.addUp([&] { return jobs.isStopping(); }); });
}
