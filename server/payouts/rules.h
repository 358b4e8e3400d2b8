#pragma once

// The life of a payout (C34), how many admins it takes, and on which days payouts are made by themselves. A rejection
// is a failure with a code of its own.

#include "shared/base/values.h"
#include "shared/contract/payouts.h"

namespace payouts {

// Why it fails; said when it is to become Failed and only then.
using Failure = std::optional<PayoutFailure>;

constexpr bool mayFail(PayoutStatus from, PayoutFailure why)
{
    switch (why) {
    case PayoutFailure::Rejected: return from == PayoutStatus::Requested || from == PayoutStatus::Approved;
    case PayoutFailure::BankRefused: return from == PayoutStatus::Approved;
    case PayoutFailure::Returned: return from == PayoutStatus::Processed;
    }
    return false;
}

constexpr bool mayBecome(PayoutStatus from, PayoutStatus to, const Failure &why = {})
{
    switch (to) {
    case PayoutStatus::Requested: return false;
    case PayoutStatus::Approved: return from == PayoutStatus::Requested;
    case PayoutStatus::Processed: return from == PayoutStatus::Approved;
    case PayoutStatus::Failed: return why && mayFail(from, *why);
    }
    return false;
}

// above: the setting; nothing needs a second admin when it is zero.
constexpr bool needsSecond(Money amount, Money above)
{
    return above > Money{} && amount > above;
}

// below: the setting; nothing is approved by itself when it is zero.
constexpr bool approvesItself(Money amount, Money below, Money secondAbove)
{
    return amount < below && !needsSecond(amount, secondAbove);
}

// What of the released money nobody contests. A store that owes may have less than its contested orders brought.
constexpr Money freeOf(Money released, Money contested)
{
    return released > contested ? released - contested : Money{};
}

// Of a payout that takes the free money as a whole. Orders that do not all fit into one leave their share, and no
// payout is more than what is free (PAYO-05).
enum class Taken { AllOrders, SomeOrders };
constexpr Money amountOf(Money ofOrders, Money free, Taken taken)
{
    return taken == Taken::AllOrders || free < ofOrders ? free : ofOrders;
}

// How long whoever sends a transfer keeps it for himself: longer than a call with all its repetitions takes.
constexpr qint64 claimMs = 5 * minuteMs;

// Whoever was held up between his claim and the call does not call any more: what is left of the claim has to be longer
// than the call, or somebody else is told meanwhile that the provider never got it.
constexpr bool maySendYet(Instant claimedUntil, Instant now)
{
    constexpr qint64 callMs = minuteMs;
    return now.after(callMs) <= claimedUntil;
}

// A transfer is owed until it is known how it ended: at first after minutes, then whenever it is half as old again.
constexpr Instant nextTransferTry(Instant createdAt, Instant now)
{
    constexpr qint64 soonestMs = 5 * minuteMs, latestMs = 6 * hourMs;
    return now.after(qBound(soonestMs, (now.ms - createdAt.ms) / 2, latestMs));
}

// A store that has opened its page is looked at for a week; after that it is told of by the provider.
constexpr std::optional<Instant> nextAccountAsk(Instant openedAt, Instant now)
{
    constexpr qint64 soonestMs = 2 * minuteMs, longestMs = 7 * dayMs;
    const qint64 ageMs = now.ms - openedAt.ms;
    return ageMs >= longestMs ? std::nullopt : std::optional(now.after(qMax(soonestMs, ageMs / 2)));
}

// The provider has not answered about an account. It may have become another one, so that is asked until it does.
constexpr qint64 accountRetryMs = 10 * minuteMs;

} // namespace payouts
