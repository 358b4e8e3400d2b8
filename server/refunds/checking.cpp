// Whether the books say of refunds what the refunds say.

#include "server/ledger/service.h"
#include "server/orders/service.h"
#include "server/refunds/service.h"

namespace refunds {

namespace {

constexpr int refundsPerPiece = 200;
constexpr qint64 slackMs = hourMs; // two nodes need not have the same time

// What was held is left out of the settlement; only what was settled before has a posting of its own.
bool needsPosting(const RefundRow &refund, const std::optional<Instant> &settledAt)
{
    return refund.status == RefundStatus::Processed && settledAt &&
           refund.decidedAt.value_or(Instant()) > settledAt->after(slackMs);
}

bool mayHavePosting(const RefundRow &refund, const std::optional<Instant> &settledAt)
{
    return refund.status == RefundStatus::Processed && settledAt &&
           refund.decidedAt.value_or(Instant()) >= settledAt->after(-slackMs);
}

std::optional<QString> problemOf(const RefundRow &refund, Money given, const std::optional<Instant> &settledAt)
{
    const bool isGiven = given > Money{};
    const bool isRight =
        isGiven ? given == refund.amount && mayHavePosting(refund, settledAt) : !needsPosting(refund, settledAt);
    if (isRight)
        return std::nullopt;
    return QStringLiteral("refund %1 of %2 is %3, the books gave back %4")
        .arg(refund.refundNumber, refund.amount.text(), names::text(refund.status), given.text());
}

} // namespace

std::optional<QString> Service::difference(Tx &tx, ledger::Place &place)
{
    const QList<RefundRow> rows = m_store.after(tx, place.after.uuid, refundsPerPiece);
    place.isAtEnd = rows.size() < refundsPerPiece;
    QList<QUuid> ids;
    QList<Id<Order>> about;
    for (const RefundRow &row : rows) {
        ids += row.id.uuid;
        about += row.orderId;
    }
    QHash<QUuid, Money> given;
    for (const ledger::Movement &move : m_ledger.movements(tx, ids))
        if (move.kind == PostingKind::Refund)
            given[move.subjectId.uuid] = given.value(move.subjectId.uuid) + move.amount;
    QHash<Id<Order>, Instant> settled;
    for (const orders::SettledOrder &order : m_orders.settledAmong(tx, about))
        settled.insert(order.id, order.settledAt);
    for (const RefundRow &row : rows) {
        place.after = {row.id.uuid};
        const auto settledAt = settled.contains(row.orderId) ? std::optional(settled.value(row.orderId)) : std::nullopt;
        if (const auto found = problemOf(row, given.value(row.id.uuid), settledAt))
            return found;
    }
    return std::nullopt;
}

std::optional<QString> Service::stray(Tx &tx, const QList<ledger::Transaction> &postings)
{
    return ledger::stray(postings, {QStringLiteral("refund"), ledger::subjectsOf({ledger::Step::Refund}),
                                    [&](const QList<QUuid> &ids) { return m_store.known(tx, ids); }});
}

} // namespace refunds
