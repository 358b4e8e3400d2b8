#include "server/payments/jobs.h"

#include "server/jobs/service.h"
#include "server/payments/service.h"

namespace {

constexpr qint64 reconcileEveryMs = 5 * 60'000; // each payment has its own, longer pace
constexpr qint64 sweepEveryMs = 3'600'000;

} // namespace

void payments::jobs(::jobs::Service &jobs, Service &payments)
{
    const auto stopping = [&jobs] { return jobs.isStopping(); };
    jobs.every("payments.reconcile", reconcileEveryMs, [&payments, stopping] { payments.reconcile(stopping); });
    jobs.every("payments.refund_surplus", reconcileEveryMs,
               [&payments, stopping] { payments.refundSurplus(stopping); });
    jobs.every("payments.sweep", sweepEveryMs, [&payments, stopping] { payments.sweep(stopping); });
}
