// What ends a dispute without a decision: whoever opened it takes it back, or both sides have agreed to the weight that
// it is about. And what disputes of an earlier version are to their orders.

#include "server/audit/service.h"
#include "server/orders/service.h"
#include "server/refunds/rules.h"
#include "server/refunds/service.h"
#include "server/refunds/words.h"
#include "server/weighing/service.h"

namespace refunds {

namespace {

constexpr int disputesPerPiece = 200;

} // namespace

// Which orders these are, only the disputes know; after the first start there are none.
int Service::load()
{
    int contested = 0;
    QUuid after;
    for (bool isAtEnd = false; !isAtEnd;) {
        const auto open = m_db.read([&](Tx &tx) { return m_store.openAfter(tx, after, disputesPerPiece); });
        isAtEnd = open.size() < disputesPerPiece;
        QList<Id<Order>> orders;
        for (const DisputeRow &row : open)
            orders += row.orderId;
        const auto known = m_db.read([&](Tx &tx) { return m_orders.contestedAmong(tx, orders); });
        for (const DisputeRow &row : open) {
            after = row.id.uuid;
            if (known.contains(row.orderId.uuid))
                continue;
            const auto done = m_db.write([&](Tx &tx) -> Result<bool> {
                const auto now = m_store.find(tx, row.id);
                return now && !isOver(now->status) && m_orders.contestSince(tx, row.orderId, row.openedAt);
            });
            contested += done.value_or(false) ? 1 : 0;
        }
    }
    return contested;
}

// Its money goes on where it waited.
Result<DisputeRow> Service::takeBack(Tx &tx, const DisputeRow &seen, Actor by)
{
    DisputeRow next = seen;
    next.status = DisputeStatus::Withdrawn;
    next.closedAt = tx.now();
    if (!m_store.change(tx, seen.status, next))
        return failure(ErrorCode::Conflict, QStringLiteral("The dispute has changed meanwhile."));
    if (const auto stake = m_orders.stakeOf(tx, next.orderId); stake && stake->isContested)
        MUST(m_orders.thaw(tx, *stake));
    publish(tx, next, DisputeStep::Withdrawn, by);
    return next;
}

// Also one that nobody could take back, because time has opened it. A dispute about anything else goes on.
Result<> Service::endContest(Tx &tx, Id<Order> order)
{
    const auto open = m_store.openOf(tx, order);
    if (!open || open->kind != DisputeKind::Weight)
        return {};
    LET(ended, takeBack(tx, *open, Actor::System));
    m_audit.record(tx, Caller{}, "disputes.withdrawn", "dispute", ended.id.text(), audited(ended));
    return {};
}

} // namespace refunds
