#include "server/orders/jobs.h"

#include "server/jobs/service.h"
#include "server/orders/service.h"

namespace {

constexpr qint64 cancelEveryMs = minuteMs;
constexpr qint64 completeEveryMs = 15 * minuteMs;

} // namespace

void orders::jobs(::jobs::Service &jobs, Service &orders)
{
    const auto stopping = [&jobs] { return jobs.isStopping(); };
    jobs.every("orders.cancel_unconfirmed", cancelEveryMs, [&orders, stopping] { orders.cancelUnconfirmed(stopping); });
    jobs.every("orders.cancel_unpaid", cancelEveryMs, [&orders, stopping] { orders.cancelUnpaid(stopping); });
    jobs.every("orders.complete_overdue", completeEveryMs, [&orders, stopping] { orders.completeOverdue(stopping); });
}
