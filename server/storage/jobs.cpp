#include "server/storage/jobs.h"

#include "server/jobs/service.h"
#include "server/storage/service.h"

namespace storage {

namespace {

constexpr qint64 sweepEveryMs = 3'600'000;
constexpr qint64 rescanEveryMs = 60'000;

} // namespace

void jobs(::jobs::Service &jobs, Service &storage)
{
    jobs.every("storage.rescan", rescanEveryMs, [&] { storage.rescan(); });
    jobs.every("storage.sweep", sweepEveryMs, [&] { storage.sweep(); });
}

} // namespace storage
