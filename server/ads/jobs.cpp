#include "server/ads/jobs.h"

#include "server/ads/rules.h"
#include "server/ads/service.h"
#include "server/jobs/service.h"

namespace ads {

void jobs(::jobs::Service &jobs, Service &ads)
{
    jobs.everywhere("ads.flush", flushEveryMs, [&] { ads.flush(); });
}

} // namespace ads
