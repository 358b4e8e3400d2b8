#include "server/reports/jobs.h"

#include "server/jobs/service.h"
#include "server/reports/rules.h"
#include "server/reports/service.h"

namespace reports {

void jobs(::jobs::Service &queue, Service &reports)
{
    queue.on(workKind, [&](const QByteArray &) -> Result<> {
        reports.workOff();
        return {};
    });
    queue.every("reports.schedules", minuteMs, [&] { reports.startDue(); });
    // Runs whose server is gone.
    queue.every("reports.resume", minuteMs, [&] { reports.workOff(); });
    queue.every("reports.sweep", hourMs, [&] { reports.sweep(); });
}

} // namespace reports
