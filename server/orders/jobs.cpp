#include "server/orders/jobs.h"

#include "server/jobs/service.h"
#include "server/orders/service.h"

namespace {

constexpr qint64 cancelEveryMs = minuteMs;
constexpr qint64 completeEveryMs = 15 * minuteMs;

} // namespace

void orders::jobs(::jobs::Service &jobs, Service &orders)
{
    jobs.every("orders.cancel_unconfirmed", cancelEveryMs, [&] { orders.cancelUnconfirmed(); });
    jobs.every("orders.cancel_unpaid", cancelEveryMs, [&] { orders.cancelUnpaid(); });
    jobs.every("orders.complete_overdue", completeEveryMs, [&] { orders.completeOverdue(); });
}
