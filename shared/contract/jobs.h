#pragma once

// Background work as an operator sees it (JOB-01, JOB-04).

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/base/values.h"

NAMED_ENUM(JobStatus, Waiting, Running, Done, Dead)

struct Job
{
    Id<Job> id;
    QString kind;
    JobStatus status = JobStatus::Waiting;
    int attempts = 0;
    std::optional<QString> lastError;
    Instant createdAt;
    Instant runAt;

    FIELDS(Job, FIELD(id), FIELD(kind), FIELD(status), FIELD(attempts), FIELD(lastError), FIELD(createdAt),
           FIELD(runAt))
};

struct ListJobs
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<JobStatus> status;

    FIELDS(ListJobs, PAGE_FIELDS, FIELD(status))
};

namespace api {

inline constexpr Endpoint<ListJobs, Page<Job>> listJobs{.method = Method::Get,
                                                        .path = "/api/v1/admin/jobs",
                                                        .access = Access::Admin,
                                                        .owner = Owner::Nobodys,
                                                        .rate = Rate::Account,
                                                        .summary = "Background jobs, newest first",
                                                        .permission = Permission::ManageJobs};

inline constexpr Endpoint<Nothing, Job, Id<Job>> retryJob{.method = Method::Post,
                                                          .path = "/api/v1/admin/jobs/{id}/retry",
                                                          .access = Access::Admin,
                                                          .owner = Owner::Anyones,
                                                          .rate = Rate::Account,
                                                          .summary = "Run a dead job again",
                                                          .permission = Permission::ManageJobs};

inline constexpr auto jobs = std::tuple{listJobs, retryJob};

} // namespace api
