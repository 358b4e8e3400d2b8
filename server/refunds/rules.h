#pragma once

// The lives of refunds and disputes, and how an amount is shared out over the lines of an order so that any number of
// partial refunds takes back exactly what a single whole one does (REF-03).

#include "shared/base/result.h"
#include "shared/base/share.h"
#include "shared/base/spread.h"
#include "shared/contract/disputes.h"

namespace refunds {

constexpr bool mayBecome(RefundStatus from, RefundStatus to)
{
    switch (from) {
    case RefundStatus::Requested: return to == RefundStatus::Approved || to == RefundStatus::Rejected;
    case RefundStatus::Approved: return to == RefundStatus::Processed || to == RefundStatus::Rejected;
    case RefundStatus::Processed:
    case RefundStatus::Rejected: return false;
    }
    return false;
}

// Of one side at once. A store that asks again and again keeps nobody else from it.
constexpr int waitingPerSideMax = refundsPerOrderMax;
constexpr int waitingPerOrderMax = 2 * waitingPerSideMax; // stores and admins ask
// Of one order, by whoever; decisions of disputes always fit, so as many again are read.
constexpr int processedPerOrderMax = 500;

// From a size on it takes two admins. gone: all that has gone back of the order with it, so that parts are no way
// around it; above: the setting, and nothing takes a second one when it is zero.
constexpr bool needsSecond(Money gone, Money above)
{
    return above > Money{} && gone > above;
}

constexpr bool isOver(DisputeStatus status)
{
    switch (status) {
    case DisputeStatus::Open:
    case DisputeStatus::Answered: return false;
    case DisputeStatus::Decided:
    case DisputeStatus::Withdrawn: return true;
    }
    return true;
}

// Before a store has confirmed an order it is cancelled, not disputed; what was cancelled has been given back.
constexpr bool mayDispute(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Confirmed:
    case OrderStatus::Packed:
    case OrderStatus::Shipped:
    case OrderStatus::OutForDelivery:
    case OrderStatus::Delivered:
    case OrderStatus::Completed: return true;
    case OrderStatus::Placed:
    case OrderStatus::Cancelled:
    case OrderStatus::Failed:
    case OrderStatus::Refunded: return false;
    }
    return false;
}

// Both sides have to be heard, or the one that is asked has let its time go by.
constexpr bool isRipe(DisputeStatus status, Instant answerDueAt, Instant now)
{
    return status == DisputeStatus::Answered || (status == DisputeStatus::Open && now >= answerDueAt);
}

constexpr DisputeOutcome outcomeOf(Money toBuyer, Money toVendor)
{
    if (toBuyer == Money{})
        return DisputeOutcome::Released;
    return toVendor == Money{} ? DisputeOutcome::Refunded : DisputeOutcome::Split;
}

// The commission on what was refunded of a line so far, at the rate that was frozen with it. The whole line gives the
// whole commission, so the parts of any division add up to it.
constexpr Money reversedOf(Money commission, Money total, Money refunded)
{
    if (total <= Money{} || refunded >= total)
        return commission;
    return {roundedQuotient(static_cast<__int128>(commission.minor) * refunded.minor, total.minor)};
}

// A line of an order as far as it is refunded.
struct LineLeft
{
    Id<OrderLine> id;
    QString title;
    Money total;
    Money commission;
    Money refunded;

    Money left() const { return total - refunded; }
};

// What goes back of each line. wished: lines with amounts; empty, the amount is shared out over what is left of all.
Result<QList<RefundLine>> shareOut(const QList<LineLeft> &lines, const QList<RefundLine> &wished, Money amount);

Money commissionOf(const QList<RefundLine> &lines);
Money amountOf(const QList<RefundLine> &lines);

} // namespace refunds
