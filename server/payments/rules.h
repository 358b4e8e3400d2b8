#pragma once

// How a payment may change, and when the gateway is asked about one that no webhook has settled.

#include "shared/contract/closures.h"
#include "shared/contract/reconciliation.h"

namespace payments {

// What became of something a gateway reported.
NAMED_ENUM(Outcome, Applied, Ignored, Parked, Mismatch, Surplus)
using RefundStatus = WayBack;
// What a line of a settlement is about: a payment, what came of it later, or the provider's own fees and adjustments.
NAMED_ENUM(LineAbout, Payment, Later, Own)

// A late success follows a failure, because customers try again on the same order; nothing follows a success but its
// refund, so events that arrive out of order cannot take it back (PAY-07).
constexpr bool mayBecome(PaymentStatus from, PaymentStatus to)
{
    switch (from) {
    case PaymentStatus::Pending: return to == PaymentStatus::Paid || to == PaymentStatus::Failed;
    case PaymentStatus::Failed: return to == PaymentStatus::Paid;
    case PaymentStatus::Paid: return to == PaymentStatus::Refunded;
    case PaymentStatus::Refunded: return false;
    }
    return false;
}

constexpr qint64 firstCheckMs = 10 * 60'000;                 // a lost webhook is made good within a quarter of an hour
constexpr qint64 lastCheckMs = qint64(3) * 24 * 60 * 60'000; // so late a bank may still say yes
// So long a gateway is asked again that did not answer when a payment was to end: it may have been paid.
constexpr qint64 unheardMs = qint64(30) * 24 * 60 * 60'000;

// A payment gets its order in seconds; what is still without one then is not coming.
constexpr qint64 unclaimedMs = qint64(60) * 60'000;
constexpr qint64 parkedMs = qint64(7) * 24 * 60 * 60'000; // so long an event waits for its payment
constexpr int parkedMax = 10'000;                         // with more, further ones are to be told again later

// Ever rarer: at ten minutes, then whenever the payment is half as old again.
constexpr std::optional<Instant> nextCheck(Instant createdAt, Instant now)
{
    const qint64 ageMs = now.ms - createdAt.ms;
    if (ageMs >= lastCheckMs)
        return std::nullopt;
    return now.after(qMax(firstCheckMs, ageMs / 2));
}

// So long whoever has opened a checkout may be paying at it. What is paid later comes all the same, but most of what is
// still open then was left, and must not keep its payer from filling his wallet.
constexpr qint64 payingMs = qint64(60) * 60'000;

// What a recharge page offers at one touch, as far as a recharge may be so small and so large (WAL-13).
inline QList<Money> quickAmounts(Money least, Money most)
{
    QList<Money> out;
    for (const qint64 paise : {500'00, 1'000'00, 2'000'00, 5'000'00, 10'000'00})
        if (least.minor <= paise && paise <= most.minor)
            out += Money{paise};
    return out;
}

// Credit for what went back already would be money from nowhere.
constexpr bool mayResolve(FlagKind kind, FlagAction action)
{
    switch (kind) {
    case FlagKind::Returned:
    case FlagKind::ChargedBack: return action == FlagAction::Book || action == FlagAction::Dismiss;
    case FlagKind::Disputed:
    case FlagKind::Settlement: return action == FlagAction::Dismiss;
    case FlagKind::Reinstated: return action == FlagAction::Credit || action == FlagAction::Dismiss;
    case FlagKind::Mismatch:
    case FlagKind::Partial:
    case FlagKind::Excess:
    case FlagKind::Duplicate:
    case FlagKind::Unknown: return action != FlagAction::Book && action != FlagAction::Transfer;
    // It is owed, so it cannot be said to be none of ours.
    case FlagKind::Refused: return action == FlagAction::Refund || action == FlagAction::Transfer;
    }
    return false;
}

// A flag of a part, or of one of several disputes, has the sum behind the transaction.
inline QString partOf(const QString &transaction, Money sum)
{
    return transaction + u':' + QString::number(sum.minor);
}

// So often as it is given up, an admin is asked.
inline QString givenUp(const QString &transaction, Instant at)
{
    return transaction + u':' + QString::number(at.ms);
}

inline bool isAbout(const MoneyFlag &flag, const QString &transaction)
{
    return flag.transactionId.section(u':', 0, 0) == transaction.section(u':', 0, 0);
}

// The words of a dispute begin with its id at the provider: a payment may have several.
inline bool isOfDispute(const MoneyFlag &flag, const MoneyFlag &other)
{
    const auto idOf = [](const MoneyFlag &each) { return each.note.value_or(QString()).section(u':', 0, 0); };
    return isAbout(flag, other.transactionId) && idOf(flag) == idOf(other);
}

constexpr FlagStatus statusAfter(FlagKind kind, FlagAction action)
{
    if (kind == FlagKind::Settlement)
        return FlagStatus::Closed;
    switch (action) {
    case FlagAction::Credit: return FlagStatus::Credited;
    case FlagAction::Refund:
    case FlagAction::Transfer: return FlagStatus::Refunded;
    case FlagAction::Dismiss: return FlagStatus::Dismissed;
    case FlagAction::Book: return FlagStatus::Booked;
    }
    return FlagStatus::Dismissed;
}

// A no of the gateway may be about this day only: somebody else was faster, its account is empty. After these an admin
// is asked.
constexpr int refusalsMax = 3;
constexpr int refundTriesMax = 20; // about three days

constexpr Instant nextRefundTry(Instant createdAt, Instant now)
{
    constexpr qint64 longestMs = 6 * 60 * 60'000;
    return now.after(qBound(firstCheckMs, (now.ms - createdAt.ms) / 2, longestMs));
}

} // namespace payments
