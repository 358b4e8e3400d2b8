#include "server/tax/jobs.h"

#include "server/jobs/service.h"
#include "server/tax/service.h"

void tax::jobs(::jobs::Service &jobs, Service &tax)
{
    jobs.every("tax.catch_up", hourMs, [&] { (void)tax.catchUp([&] { return jobs.isStopping(); }); });
}
