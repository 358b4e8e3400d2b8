#include "server/jobs/routes.h"

#include "server/http/router.h"
#include "server/jobs/service.h"

void jobs::routes(http::Router &router, Service &jobs)
{
    router.on(api::listJobs, [&](const Caller &caller, const ListJobs &wish) { return jobs.listJobs(caller, wish); });
    router.on(api::listSchedules, [&](const Caller &caller) { return jobs.listSchedules(caller); });
    router.on(api::retryJob, [&](const Caller &caller, Id<Job> id) { return jobs.retryJob(caller, id); });
}
