#include "server/discovery/jobs.h"

#include "server/discovery/service.h"
#include "server/jobs/service.h"

namespace {

constexpr qint64 footfallEveryMs = 5'000;

} // namespace

// Each process has counted for itself.
void discovery::jobs(::jobs::Service &jobs, Service &discovery)
{
    jobs.everywhere("discovery.footfall", footfallEveryMs, [&] { discovery.tellFootfall(); });
}
