#pragma once

// Pure decisions about weights: who may say what to a ticket, how far an order is, and what a seal covers.

#include "shared/contract/weighing.h"

#include <algorithm>

namespace weighing {

// What the parties have said to a ticket.
struct Standing
{
    Id<WeighTicket> ticketId;
    Id<Order> orderId;
    Id<OrderLine> lineId;
    WeighTicketStatus status = WeighTicketStatus::Open;
    std::optional<Instant> vendorAcceptedAt;
    std::optional<Instant> buyerAcceptedAt;
    std::optional<Actor> flaggedBy;
    std::optional<QString> flagReason;
    std::optional<Instant> flaggedAt;
    std::optional<QString> voidReason;
    std::optional<Instant> voidedAt;
    Instant recordedAt; // or when a dispute about it was taken back
    qint64 version = 1;

    FIELDS(Standing, FIELD(ticketId), FIELD(orderId), FIELD(lineId), FIELD(status), FIELD(vendorAcceptedAt),
           FIELD(buyerAcceptedAt), FIELD(flaggedBy), FIELD(flagReason), FIELD(flaggedAt), FIELD(voidReason),
           FIELD(voidedAt), FIELD(recordedAt), FIELD(version))
};

inline bool counts(const Standing &standing)
{
    return standing.status != WeighTicketStatus::Voided;
}

inline bool mayAccept(const Standing &standing, Actor by)
{
    return counts(standing) &&
           ((by == Actor::Buyer && !standing.buyerAcceptedAt) || (by == Actor::Vendor && !standing.vendorAcceptedAt));
}

// Whoever has accepted a weight is bound by it.
inline bool mayFlag(const Standing &standing, Actor by)
{
    return standing.status == WeighTicketStatus::Open && mayAccept(standing, by);
}

inline bool mayVoid(const Standing &standing, Actor by)
{
    return by == Actor::Vendor && counts(standing) && !standing.buyerAcceptedAt;
}

// The own flag goes with it, and the buyer's word also clears up a question that nobody answered in time.
inline Standing accepted(Standing standing, Actor by, Instant at)
{
    (by == Actor::Buyer ? standing.buyerAcceptedAt : standing.vendorAcceptedAt) = at;
    if (standing.flaggedBy == by || (standing.flaggedBy == Actor::System && by == Actor::Buyer)) {
        standing.flaggedBy.reset();
        standing.flagReason.reset();
        standing.flaggedAt.reset();
    }
    const bool isAgreed = standing.buyerAcceptedAt && standing.vendorAcceptedAt;
    standing.status = standing.flaggedBy ? WeighTicketStatus::Flagged
                      : isAgreed         ? WeighTicketStatus::Accepted
                                         : WeighTicketStatus::Open;
    return standing;
}

// A buyer who does not pay what a weight is worth has not accepted it, whatever he said before.
inline Standing flagged(Standing standing, Actor by, const QString &reason, Instant at)
{
    standing.status = WeighTicketStatus::Flagged;
    standing.flaggedBy = by;
    standing.flagReason = reason;
    standing.flaggedAt = at;
    if (by != Actor::Vendor)
        standing.buyerAcceptedAt.reset();
    return standing;
}

// Nobody contests it any more, and not both have accepted it. Its time begins anew.
inline Standing reopened(Standing standing, Instant at)
{
    standing.status = WeighTicketStatus::Open;
    standing.flaggedBy.reset();
    standing.flagReason.reset();
    standing.flaggedAt.reset();
    standing.recordedAt = at;
    return standing;
}

inline Standing voided(Standing standing, const QString &reason, Instant at)
{
    standing.status = WeighTicketStatus::Voided;
    standing.voidReason = reason;
    standing.voidedAt = at;
    return standing;
}

// Of the tickets of one order. A line that was weighed and whose tickets were all taken back is to be weighed again:
// what was ordered is no answer any more.
inline bool hasHole(const QList<Standing> &standings)
{
    return std::any_of(standings.begin(), standings.end(), [&](const Standing &one) {
        return std::none_of(standings.begin(), standings.end(),
                            [&](const Standing &each) { return each.lineId == one.lineId && counts(each); });
    });
}

// As if enough were held.
inline WeighingStage stageOf(const QList<Standing> &standings)
{
    const auto isAny = [&](WeighTicketStatus status) {
        return std::any_of(standings.begin(), standings.end(),
                           [&](const Standing &each) { return each.status == status; });
    };
    if (standings.isEmpty())
        return WeighingStage::Unweighed;
    if (isAny(WeighTicketStatus::Flagged))
        return WeighingStage::Flagged;
    if (hasHole(standings) || isAny(WeighTicketStatus::Open))
        return WeighingStage::Open;
    return WeighingStage::Agreed;
}

// What is left of the gross weight; empty when that is nothing.
inline std::optional<Quantity> netOf(const RecordWeighTicket &wish)
{
    Quantity net = wish.gross - wish.tare;
    for (const WeighDeduction &each : wish.deductions)
        net = net - each.quantity;
    return net > Quantity{} ? std::optional(net) : std::nullopt;
}

} // namespace weighing
