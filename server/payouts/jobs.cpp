#include "server/payouts/jobs.h"

#include "server/jobs/service.h"
#include "server/payouts/service.h"

namespace {

constexpr qint64 lookEveryMs = 15 * minuteMs;
constexpr qint64 followEveryMs = minuteMs; // each transfer has its own, longer pace

} // namespace

void payouts::jobs(::jobs::Service &jobs, Service &payouts)
{
    jobs.every("payouts.make_due", lookEveryMs, [&] { payouts.makeDue([&] { return jobs.isStopping(); }); });
    jobs.every("payouts.follow_up", followEveryMs, [&] { payouts.followUp([&] { return jobs.isStopping(); }); });
}
