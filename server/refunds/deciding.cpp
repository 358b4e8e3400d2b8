// What admins decide about a refund, of Service.

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/core/permit.h"
#include "server/ledger/service.h"
#include "server/orders/service.h"
#include "server/refunds/rules.h"
#include "server/refunds/service.h"
#include "server/refunds/words.h"
#include "server/settings/service.h"

#include <algorithm>

namespace refunds {

namespace {

// What ends a refund that waits together with its order.
std::optional<QString> reasonOf(OrderStatus ended)
{
    switch (ended) {
    case OrderStatus::Cancelled: return QStringLiteral("The order was cancelled.");
    case OrderStatus::Failed: return QStringLiteral("The order has failed.");
    case OrderStatus::Refunded: return QStringLiteral("All of the order was refunded.");
    case OrderStatus::Placed:
    case OrderStatus::Confirmed:
    case OrderStatus::Packed:
    case OrderStatus::Shipped:
    case OrderStatus::OutForDelivery:
    case OrderStatus::Delivered:
    case OrderStatus::Completed: return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

// A stolen session does not move money: who gives it shows first that it is still him.
Result<Refund> Service::decideRefund(const Caller &caller, Id<Refund> id, const DecideRefund &wish)
{
    MUST(permit(caller, Permission::ManageOrders));
    if (wish.status == RefundStatus::Rejected && !wish.reason)
        return refusal(QStringLiteral("reason"), QStringLiteral("is required"));
    return m_db.write(caller, [&](Tx &tx) -> Result<Refund> {
        if (wish.status == RefundStatus::Processed)
            MUST(m_auth.requireFresh(tx, caller));
        return decidedBy(tx, caller, id, wish);
    });
}

Result<Refund> Service::decidedBy(Tx &tx, const Caller &admin, Id<Refund> id, const DecideRefund &wish)
{
    const auto seen = m_store.find(tx, id);
    if (!seen)
        return notFound(QLatin1StringView("refund"));
    if (!mayBecome(seen->status, wish.status))
        return failure(ErrorCode::IllegalTransition, QStringLiteral("A refund that is %1 cannot become %2.")
                                                         .arg(names::text(seen->status), names::text(wish.status)));
    RefundRow next = *seen;
    next.status = wish.status;
    next.decidedBy = nameOf(tx, admin.id);
    next.decidedById = admin.id;
    if (wish.status == RefundStatus::Rejected)
        next.refusal = wish.reason;
    (wish.status == RefundStatus::Approved ? next.approvedAt : next.decidedAt) = tx.now();
    Left left = Left::Something;
    if (wish.status == RefundStatus::Processed) {
        LET(rest, letGo(tx, admin, *seen, next));
        left = rest;
    }
    MUST(keep(tx, admin, *seen, next));
    if (left == Left::Nothing)
        MUST(dismissWaiting(tx, admin, next.orderId, *reasonOf(OrderStatus::Refunded)));
    return describe(next);
}

// A large one takes two admins: whoever has approved or granted it is not the one who lets it go.
bool Service::needsAnother(const RefundRow &row, const orders::Stake &stake, Id<Account> admin) const
{
    const Money above = m_settings.money(settings::Key::PayoutsSecondApprovalAbove);
    return row.status == RefundStatus::Approved && row.decidedById == admin &&
           needsSecond(stake.refunded + row.amount, above);
}

Result<Service::Left> Service::letGo(Tx &tx, const Caller &caller, const RefundRow &seen, RefundRow &next)
{
    MUST(m_ledger.booksAreSound(tx));
    if (m_store.openOf(tx, seen.orderId))
        return failure(ErrorCode::Conflict, QStringLiteral("The order is disputed; the decision comes first."));
    const auto stake = m_orders.stakeOf(tx, seen.orderId);
    if (needsAnother(seen, *stake, caller.id))
        return failure(ErrorCode::IllegalTransition, QStringLiteral("Another admin has to process this refund."));
    MUST(give(tx, next, *stake, {.actor = Actor::Admin, .id = caller.id, .name = next.decidedBy, .reason = next.text}));
    return next.amount == stake->left() ? Left::Nothing : Left::Something;
}

// The order first, whose version is the fence; the books refuse what would be more than the order has brought.
Result<> Service::give(Tx &tx, RefundRow &row, const orders::Stake &stake, const orders::Mover &mover)
{
    LET(lines, sharesOf(tx, row, stake));
    row.lines = lines;
    // The last part takes all that is left, also when a weight has changed the lines between two of them.
    const Money commissionLeft = stake.commission - stake.refundedCommission;
    row.fromCommission = row.amount == stake.left() ? commissionLeft : std::min(commissionOf(lines), commissionLeft);
    row.fromVendor = row.amount - *row.fromCommission;
    const orders::Given part{row.amount, *row.fromCommission};
    MUST(stake.escrow == EscrowStatus::Disputed ? m_orders.divide(tx, stake, part, mover)
                                                : m_orders.refund(tx, stake, part, mover));
    if (stake.settledAt)
        MUST(m_ledger.refund(tx, row.buyerId, row.orderId, row.vendorId, row.id.uuid,
                             {*row.fromVendor, *row.fromCommission},
                             QStringLiteral("Refund %1 of order %2").arg(row.refundNumber, row.orderNumber)));
    tx.publish(RefundProcessed{.refundId = row.id,
                               .orderId = row.orderId,
                               .orderNumber = row.orderNumber,
                               .buyerId = row.buyerId,
                               .vendorId = row.vendorId,
                               .amount = row.amount,
                               .fromVendor = *row.fromVendor,
                               .fromCommission = *row.fromCommission,
                               .wasSettled = stake.settledAt.has_value(),
                               .isWhole = row.amount == stake.left(),
                               .at = tx.now()});
    return {};
}

Result<> Service::keep(Tx &tx, const Caller &caller, const RefundRow &seen, const RefundRow &next)
{
    if (!m_store.change(tx, seen.status, next))
        return failure(ErrorCode::Conflict, QStringLiteral("The refund has changed meanwhile."));
    m_audit.record(tx, caller, "refunds." + names::text(next.status).toString().toStdString(), "refund", next.id.text(),
                   audited(next, next.refusal));
    publish(tx, next);
    return {};
}

// What waits for a decision that nobody can give any more would keep both sides from leaving for ever (C46).
Result<> Service::dismissWaiting(Tx &tx, const Caller &caller, Id<Order> order, const QString &why)
{
    const QList<RefundRow> waiting = m_store.waitingOf(tx, order, waitingPerOrderMax);
    for (const RefundRow &seen : waiting) {
        RefundRow next = seen;
        next.status = RefundStatus::Rejected;
        next.decidedBy = caller.known ? nameOf(tx, caller.id) : accounts::marketName();
        next.decidedById = caller.known ? std::optional(caller.id) : std::nullopt;
        next.refusal = why;
        next.decidedAt = tx.now();
        MUST(keep(tx, caller, seen, next));
    }
    return {};
}

Result<> Service::onOrderAdvanced(Tx &tx, const OrderAdvanced &event)
{
    const auto why = reasonOf(event.to);
    return why ? dismissWaiting(tx, Caller{}, event.orderId, *why) : Result<>{};
}

} // namespace refunds
