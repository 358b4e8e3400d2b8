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
    return wrongSum(tx, m_orders.moneyOf(tx, about));
}

// Also what a decision gave back of held money, which has no posting of its own: the order was settled without it, and
// that the books agree with the order has been seen by then.
std::optional<QString> Service::wrongSum(Tx &tx, const QList<orders::MoneyRow> &of)
{
    QList<QUuid> ids;
    for (const orders::MoneyRow &order : of)
        ids += order.id.uuid;
    const QHash<QUuid, Money> given = m_store.givenOf(tx, ids);
    for (const orders::MoneyRow &order : of)
        if (given.value(order.id.uuid) != order.refundedAmount)
            return QStringLiteral("of order %1 went back %2, its refunds say %3")
                .arg(order.orderNumber, order.refundedAmount.text(), given.value(order.id.uuid).text());
    return std::nullopt;
}

std::optional<QString> Service::differenceOfOrders(Tx &tx, ledger::Place &place)
{
    const QList<orders::MoneyRow> rows = m_orders.refundedAfter(tx, place.after.uuid, refundsPerPiece);
    place.isAtEnd = rows.size() < refundsPerPiece;
    if (!rows.isEmpty())
        place.after = {rows.constLast().id.uuid};
    return wrongSum(tx, rows);
}

// Of an order in cash nothing was given: its sides have what was decided.
std::optional<QString> Service::differenceOfDisputes(Tx &tx, ledger::Place &place)
{
    const QList<DisputeRow> rows = m_store.decidedAfter(tx, place.after.uuid, refundsPerPiece);
    place.isAtEnd = rows.size() < refundsPerPiece;
    QList<QUuid> ids;
    QList<Id<Order>> about;
    for (const DisputeRow &row : rows) {
        ids += row.id.uuid;
        about += row.orderId;
    }
    const QHash<QUuid, Money> given = m_store.givenBy(tx, ids);
    QHash<QUuid, Money> worth;
    for (const orders::MoneyRow &order : m_orders.moneyOf(tx, about))
        if (order.paymentMethod != PaymentMethodKind::Cod)
            worth.insert(order.id.uuid, order.totalAmount);
    for (const DisputeRow &row : rows) {
        place.after = {row.id.uuid};
        if (!worth.contains(row.orderId.uuid))
            continue;
        const Money toBuyer = row.toBuyer.value_or(Money{}), toVendor = row.toVendor.value_or(Money{});
        if (given.value(row.id.uuid) != toBuyer)
            return QStringLiteral("dispute %1 gave its buyer %2, its refund says %3")
                .arg(row.disputeNumber, toBuyer.text(), given.value(row.id.uuid).text());
        // Of what went back in the same millisecond it is not known which was first.
        const auto [before, atOnce] = m_store.givenBefore(tx, row);
        const Money left = worth.value(row.orderId.uuid) - toBuyer;
        if (toVendor != left - before && toVendor != left - atOnce)
            return QStringLiteral("dispute %1 gave its store %2, its order says %3")
                .arg(row.disputeNumber, toVendor.text(), (left - before).text());
    }
    return std::nullopt;
}

std::optional<QString> Service::stray(Tx &tx, const QList<ledger::Transaction> &postings)
{
    return ledger::stray(postings, {QStringLiteral("refund"), ledger::subjectsOf({ledger::Step::Refund}),
                                    [&](const QList<QUuid> &ids) { return m_store.known(tx, ids); }});
}

} // namespace refunds
