// REF-07: how many refunds and disputes there are, why, and how long decisions take.

#include "server/core/permit.h"
#include "server/refunds/service.h"

#include <limits>

namespace refunds {

namespace {

std::optional<qint64> minutes(const std::optional<qint64> &ms)
{
    return ms ? std::optional(*ms / minuteMs) : std::nullopt;
}

QList<ReasonCount> reasonsOf(const QList<Tally> &tallies)
{
    QList<ReasonCount> out;
    for (const Tally &tally : tallies)
        out += ReasonCount{tally.name, tally.count, tally.amount};
    return out;
}

void countRefunds(RefundStatistics &out, const QList<Tally> &tallies)
{
    for (const Tally &tally : tallies) {
        switch (names::fromText<RefundStatus>(tally.name).value_or(RefundStatus::Rejected)) {
        case RefundStatus::Requested: out.requested = tally.count; break;
        case RefundStatus::Approved: out.approved = tally.count; break;
        case RefundStatus::Processed:
            out.processed = tally.count;
            out.refunded = tally.amount;
            out.fromVendors = tally.fromVendor;
            out.fromCommission = tally.fromCommission;
            break;
        case RefundStatus::Rejected: out.rejected = tally.count; break;
        }
    }
}

// Named by their outcome, or by their status while there is none.
void countDisputes(RefundStatistics &out, const QList<Tally> &tallies)
{
    for (const Tally &tally : tallies) {
        if (const auto outcome = names::fromText<DisputeOutcome>(tally.name)) {
            switch (*outcome) {
            case DisputeOutcome::Released: out.disputesReleased = tally.count; break;
            case DisputeOutcome::Refunded: out.disputesRefunded = tally.count; break;
            case DisputeOutcome::Split: out.disputesSplit = tally.count; break;
            }
        } else {
            switch (names::fromText<DisputeStatus>(tally.name).value_or(DisputeStatus::Decided)) {
            case DisputeStatus::Open: out.disputesOpen = tally.count; break;
            case DisputeStatus::Answered: out.disputesAnswered = tally.count; break;
            case DisputeStatus::Withdrawn: out.disputesWithdrawn = tally.count; break;
            case DisputeStatus::Decided: break; // has an outcome
            }
        }
    }
}

} // namespace

Result<RefundStatistics> Service::refundStatistics(const Caller &caller, const AskStatistics &wish)
{
    MUST(permit(caller, Permission::ManageOrders));
    const Span span{wish.from.value_or(Instant{0}), wish.until.value_or(Instant{std::numeric_limits<qint64>::max()})};
    return m_db.read([&](Tx &tx) -> Result<RefundStatistics> {
        RefundStatistics out{.byReason = reasonsOf(m_store.refundsByReason(tx, span)),
                             .minutesToDecision = minutes(m_store.medianOfRefunds(tx, span)),
                             .disputesEscalated = m_store.escalated(tx, span),
                             .byKind = reasonsOf(m_store.disputesByKind(tx, span)),
                             .disputeMinutesToDecision = minutes(m_store.medianOfDisputes(tx, span))};
        countRefunds(out, m_store.refundsByStatus(tx, span));
        countDisputes(out, m_store.disputesByOutcome(tx, span));
        return out;
    });
}

} // namespace refunds
