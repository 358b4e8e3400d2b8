#include "server/payments/jobs.h"

#include "server/jobs/service.h"
#include "server/payments/service.h"

namespace {

constexpr qint64 reconcileEveryMs = 5 * 60'000; // each payment has its own, longer pace

} // namespace

void payments::jobs(::jobs::Service &jobs, Service &payments)
{
    jobs.every("payments.reconcile", reconcileEveryMs, [&] { payments.reconcile(); });
}
