#pragma once

// What the server does by itself every so often, as an operator sees it.

#include "shared/contract/jobs.h"

constexpr int schedulesMax = 200;

struct JobSchedule
{
    QString name;
    qint64 intervalMs = 0;
    std::optional<Instant> nextAt; // unknown until a server has started with it

    FIELDS(JobSchedule, FIELD(name), FIELD(intervalMs), FIELD(nextAt))
};

namespace api {

inline constexpr Endpoint<Nothing, QList<JobSchedule>> listSchedules{.method = Method::Get,
                                                                     .path = "/api/v1/admin/schedules",
                                                                     .access = Access::Admin,
                                                                     .owner = Owner::Nobodys,
                                                                     .rate = Rate::Account,
                                                                     .summary = "What runs every so often, by name",
                                                                     .permission = Permission::ManageJobs,
                                                                     .most = schedulesMax};

inline constexpr auto schedules = std::tuple{listSchedules};

} // namespace api
