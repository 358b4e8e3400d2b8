#include "server/reports/jobs.h"

#include "server/jobs/service.h"
#include "server/reports/rules.h"
#include "server/reports/service.h"

namespace reports {

void jobs(::jobs::Service &queue, Service &reports)
{
    const auto isStopping = [&queue] { return queue.isStopping(); };
    queue.on(workKind, [&reports, isStopping](const QByteArray &) -> Result<> {
        reports.workOff(isStopping);
        return {};
    });
    queue.every("reports.schedules", minuteMs, [&] { reports.startDue(); });
    // Runs whose server is gone.
    queue.every("reports.resume", minuteMs, [&reports, isStopping] { reports.workOff(isStopping); });
    queue.every("reports.sweep", hourMs, [&] { reports.sweep(); });
}

} // namespace reports
