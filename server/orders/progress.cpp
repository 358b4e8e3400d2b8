// Moving an order through its life. Every change carries the status and version it was decided on, so of two clicks at
// once only the first one changes anything.

#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/catalog/service.h"
#include "server/core/log.h"
#include "server/core/permit.h"
#include "server/ledger/service.h"
#include "server/orders/rules.h"
#include "server/orders/service.h"
#include "server/settings/service.h"

#include <algorithm>

namespace orders {

namespace {

Q_LOGGING_CATEGORY(ordersLog, "orders")
constexpr int ordersAtOnce = 100; // that a job reads; it goes on until none is left

struct AuditedMove
{
    OrderStatus old = OrderStatus::Placed;
    OrderStatus now = OrderStatus::Placed;
    std::optional<QString> reason;

    FIELDS(AuditedMove, FIELD(old), FIELD(now), FIELD(reason))
};

struct AuditedRelease
{
    Money gross;
    Money commission;

    FIELDS(AuditedRelease, FIELD(gross), FIELD(commission))
};

tl::unexpected<Error> illegal(OrderStatus from, OrderStatus to)
{
    return failure(ErrorCode::IllegalTransition,
                   QStringLiteral("An order that is %1 cannot become %2.").arg(names::text(from), names::text(to)));
}

tl::unexpected<Error> changedMeanwhile()
{
    return failure(ErrorCode::Conflict, QStringLiteral("The order has changed meanwhile."));
}

// A person may leave out a reason where only some have to give one.
bool isBlank(const std::optional<QString> &text)
{
    return !text || text->trimmed().isEmpty();
}

} // namespace

Result<> Service::store(Tx &tx, OrderRow &order, OrderRow next)
{
    next.updatedAt = tx.now();
    next.version = order.version + 1;
    if (!m_store.change(tx, order, next))
        return changedMeanwhile();
    order = std::move(next);
    return {};
}

// The one way from status to status: asks the table, changes the row, writes the history and tells the others.
Result<> Service::move(Tx &tx, OrderRow &order, OrderRow next, const Mover &mover)
{
    const OrderStatus from = order.orderStatus, to = next.orderStatus;
    if (actorsOf(from, to) == 0)
        return illegal(from, to);
    if ((actorsOf(from, to) & only(mover.actor)) == 0)
        return failure(ErrorCode::Forbidden, QStringLiteral("This step of the order is not yours."));
    if (!mayMove(from, to, mover.actor, buyerCancelUntil()))
        return illegal(from, to);
    if (isUnpaid(order) && !mayMoveUnpaid(to))
        return failure(ErrorCode::Conflict, QStringLiteral("The order is not paid yet."));
    if (mover.actor == Actor::Admin && isBlank(mover.reason))
        return refusal(QStringLiteral("reason"), QStringLiteral("is required"));
    return step(tx, order, std::move(next), mover);
}

// The step itself, for those that have asked whether it is allowed.
Result<> Service::step(Tx &tx, OrderRow &order, OrderRow next, const Mover &mover)
{
    const OrderStatus from = order.orderStatus, to = next.orderStatus;
    MUST(store(tx, order, std::move(next)));
    m_store.insert(tx, HistoryRow{.id = m_ids.next<StatusChange>(),
                                  .orderId = order.id,
                                  .fromStatus = from,
                                  .status = to,
                                  .actor = mover.actor,
                                  .actorId = mover.id,
                                  .actorName = mover.name,
                                  .reason = mover.reason,
                                  .at = tx.now()});
    tx.publish(OrderAdvanced{order.id, order.orderNumber, order.buyerId, order.vendorId, order.vendorAccountId, from,
                             to, mover.actor, mover.reason, !isUnpaid(order), order.paymentMethod});
    return {};
}

Result<> Service::moveTo(Tx &tx, OrderRow &order, OrderStatus to, const Mover &mover,
                         const std::optional<QString> &carrier)
{
    if (to == OrderStatus::Cancelled)
        return cancel(tx, order, mover);
    if (to == OrderStatus::Completed)
        return complete(tx, order, mover);
    OrderRow next = order;
    next.orderStatus = to;
    if (carrier)
        next.carrier = carrier;
    if (to == OrderStatus::Delivered) {
        MUST(requireWeights(tx, order, mover.actor));
        next.vendorConfirmedAt = tx.now();
    }
    MUST(move(tx, order, std::move(next), mover));
    if (to != OrderStatus::Delivered)
        return {};
    m_store.markDelivered(tx, order.id);
    return goOn(tx, order);
}

Result<> Service::complete(Tx &tx, OrderRow &order, const Mover &mover)
{
    if (waitsForDecision(order, OrderStatus::Completed))
        return refuseDisputed(order);
    if (order.weighState == WeighState::Open)
        return failure(ErrorCode::Conflict, QStringLiteral("The weight of this order is not agreed on yet."));
    OrderRow next = order;
    next.orderStatus = OrderStatus::Completed;
    MUST(move(tx, order, std::move(next), mover));
    for (const OrderLine &line : linesByShelf(tx, order.id))
        m_catalog.noteSold(tx, line.productId);
    if (order.paymentMethod == PaymentMethodKind::Cod)
        return takeCash(tx, order);
    if (m_settings.choice(settings::Key::EscrowReleaseMode) != QLatin1StringView("automatic"))
        return {};
    return settle(tx, order, std::nullopt);
}

// The held money goes to the store minus the commission that was frozen when the order was placed (COM-04); what was
// refunded before returns to the buyer with it.
Result<> Service::settle(Tx &tx, OrderRow &order, const std::optional<Id<Account>> &releasedBy)
{
    MUST(refuseDisputed(order));
    if (order.orderStatus != OrderStatus::Completed || order.escrowStatus != EscrowStatus::Held)
        return failure(ErrorCode::Conflict, QStringLiteral("Only the escrow of a completed order can be released."));
    OrderRow next = order;
    next.escrowStatus = EscrowStatus::Released;
    next.settledAt = tx.now();
    next.releasedBy = releasedBy;
    MUST(store(tx, order, std::move(next)));
    return pay(tx, order);
}

Result<> Service::cancel(Tx &tx, OrderRow &order, const Mover &mover)
{
    if (waitsForDecision(order, OrderStatus::Cancelled))
        return refuseDisputed(order);
    if (order.orderStatus == OrderStatus::Placed && isUnpaid(order)) {
        // One payment is of all orders of a checkout, so they end together (D-04).
        MUST(endUnpaid(tx, m_store.awaited(tx, order.checkoutId), OrderStatus::Cancelled, mover));
        order = m_store.find(tx, order.id).value();
        return {};
    }
    if (order.paymentMethod == PaymentMethodKind::Cod)
        return cancelInCash(tx, order, mover);
    OrderRow next = order;
    next.orderStatus = OrderStatus::Cancelled;
    next.escrowStatus = EscrowStatus::Refunded;
    next.paymentStatus = PaymentStatus::Refunded;
    MUST(move(tx, order, std::move(next), mover));
    restock(tx, order, mover);
    return m_ledger.release(tx, order.buyerId, order.id, QStringLiteral("Order %1 cancelled").arg(order.orderNumber));
}

// As placing does it: shelves by product, then the books, so that no two orders wait for each other in a circle.
QList<OrderLine> Service::linesByShelf(Tx &tx, Id<Order> id)
{
    QList<OrderLine> lines = m_store.lines(tx, id);
    std::sort(lines.begin(), lines.end(),
              [](const OrderLine &a, const OrderLine &b) { return a.productId < b.productId; });
    return lines;
}

// An admin who ends the escrow of others shows first that it is still him, and nothing leaves it while the books are in
// doubt. Asked of what a step has done, because some end more than they are called.
Result<> Service::permitForced(Tx &tx, const Caller &caller, const OrderRow &before, const OrderRow &after)
{
    const bool isEnd = after.orderStatus == OrderStatus::Completed || after.orderStatus == OrderStatus::Cancelled;
    if (!caller.isAdmin() || !isEnd || before.escrowStatus != EscrowStatus::Held)
        return {};
    MUST(m_auth.requireFresh(tx, caller));
    return after.escrowStatus == EscrowStatus::Held ? Result<>{} : m_ledger.booksAreSound(tx);
}

// Of both sides' confirmations the buyer's is the last one, and nothing else is waited for.
bool Service::endsWithReceipt(const OrderRow &order)
{
    return order.orderStatus == OrderStatus::Delivered && order.weighState != WeighState::Open;
}

// What admins do to other people's orders is on record.
void Service::note(Tx &tx, const Caller &caller, const OrderRow &before, const OrderRow &after, const Mover &mover)
{
    if (mover.actor != Actor::Admin)
        return;
    m_audit.record(tx, caller, "orders.moved", "order", after.id.text(),
                   {json::bytes(AuditedMove{before.orderStatus, after.orderStatus, mover.reason})});
}

Result<Order> Service::advanceOrder(const Caller &caller, Id<Order> id, const AdvanceOrder &wish)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<Order> {
        LET(order, seenBy(tx, caller, id));
        const Mover mover = moverOf(tx, caller, order, wish.reason);
        if (wish.status == OrderStatus::Cancelled && isBlank(wish.reason))
            return refusal(QStringLiteral("reason"), QStringLiteral("is required"));
        const OrderRow before = order;
        MUST(moveTo(tx, order, wish.status, mover, wish.carrier));
        MUST(permitForced(tx, caller, before, order));
        note(tx, caller, before, order, mover);
        return described(tx, mover.actor, order);
    });
}

// The short way of a store to the same step.
Result<Order> Service::markShipped(const Caller &caller, Id<Order> id, const MarkShipped &wish)
{
    MUST(storeOf(caller));
    return m_db.write(caller, [&](Tx &tx) -> Result<Order> {
        LET(order, seenBy(tx, caller, id));
        const Mover mover = moverOf(tx, caller, order, std::nullopt);
        const OrderRow before = order;
        MUST(moveTo(tx, order, OrderStatus::Shipped, mover, carriedBy(wish.carrier, wish.trackingNumber)));
        note(tx, caller, before, order, mover);
        return described(tx, mover.actor, order);
    });
}

Result<Order> Service::cancelOrder(const Caller &caller, Id<Order> id, const CancelOrder &wish)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<Order> {
        LET(order, seenBy(tx, caller, id));
        const Mover mover = moverOf(tx, caller, order, wish.reason);
        const OrderRow before = order;
        MUST(cancel(tx, order, mover));
        MUST(permitForced(tx, caller, before, order));
        note(tx, caller, before, order, mover);
        return described(tx, mover.actor, order);
    });
}

// The store's confirmation is the status "delivered"; the buyer's stands beside it, and the second of both completes.
Result<Order> Service::confirmDelivery(const Caller &caller, Id<Order> id)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<Order> {
        LET(order, seenBy(tx, caller, id));
        const Mover mover = moverOf(tx, caller, order, std::nullopt);
        if (mover.actor == Actor::Vendor) {
            MUST(moveTo(tx, order, OrderStatus::Delivered, mover));
            return described(tx, mover.actor, order);
        }
        if (mover.actor != Actor::Buyer)
            return failure(ErrorCode::Forbidden, QStringLiteral("Only the parties of an order confirm its delivery."));
        if (!mayConfirmReceipt(order.orderStatus, mover.actor))
            return illegal(order.orderStatus, OrderStatus::Completed);
        if (order.buyerConfirmedAt)
            return failure(ErrorCode::Conflict, QStringLiteral("The receipt is confirmed already."));
        OrderRow next = order;
        next.buyerConfirmedAt = tx.now();
        MUST(store(tx, order, std::move(next)));
        if (endsWithReceipt(order))
            MUST(complete(tx, order, Mover{}));
        return described(tx, mover.actor, order);
    });
}

// Like every other way by which money leaves: whoever lets it go shows who he is.
Result<Order> Service::releaseEscrow(const Caller &caller, Id<Order> id)
{
    MUST(permit(caller, Permission::ManageOrders));
    return m_db.write(caller, [&](Tx &tx) -> Result<Order> {
        MUST(m_auth.requireFresh(tx, caller));
        LET(order, seenBy(tx, caller, id));
        MUST(m_ledger.booksAreSound(tx));
        MUST(settle(tx, order, caller.id));
        const AuditedRelease given{order.totalAmount - order.refundedAmount,
                                   order.commissionAmount - order.refundedCommission};
        m_audit.record(tx, caller, "orders.escrow_released", "order", id.text(), {json::bytes(given)});
        return described(tx, Actor::Admin, order);
    });
}

// All that is due, page by page: what cannot move does not stand in the way of what is behind it.
int Service::walk(const NextDue &next, const MoveDue &move, const Stopping &isStopping)
{
    int moved = 0;
    Due last;
    for (QList<Due> due; !(due = m_db.read([&](Tx &tx) { return next(tx, last); })).isEmpty(); last = due.constLast())
        for (const Due &each : due) {
            if (isStopping())
                return moved;
            moved += tried(each.id, move);
        }
    return moved;
}

// In a transaction of its own. Whatever keeps an order where it is, is said, because it comes again at every run.
int Service::tried(Id<Order> id, const MoveDue &move)
{
    QString problem;
    try {
        const Result<int> done = m_db.write([&](Tx &tx) { return move(tx, id); });
        if (done)
            return *done;
        problem = done.error().message;
    } catch (const DbBusy &) {
        throw; // the others would meet the same; the next run takes them
    } catch (const DbFault &fault) {
        problem = QString::fromUtf8(fault.what());
    }
    qCCritical(ordersLog, "order %s cannot move on: %s", qUtf8Printable(id.text()), qUtf8Printable(problem));
    return 0;
}

// What somebody moved, disputed or weighed meanwhile is left alone.
Result<int> Service::moveDue(Tx &tx, Id<Order> id, OrderStatus from, OrderStatus to, const QString &reason)
{
    auto order = m_store.find(tx, id);
    if (!order || order->orderStatus != from || order->contestedAt || order->weighState == WeighState::Open)
        return 0;
    MUST(moveTo(tx, *order, to, {.reason = reason}));
    return 1;
}

// D-01: a silent buyer does not freeze the store's money for ever.
int Service::completeOverdue(const Stopping &isStopping)
{
    const qint64 days = m_settings.whole(settings::Key::EscrowAutoCompleteDays);
    if (days == 0 || m_settings.choice(settings::Key::EscrowReleaseMode) != QLatin1StringView("automatic"))
        return 0;
    const Instant latest = m_clock.now().after(-days * dayMs);
    const QString reason = QStringLiteral("The receipt was not disputed for %1 days.").arg(days);
    return walk(
        [&](Tx &tx, const Due &last) { return m_store.deliveredBefore(tx, latest, last, ordersAtOnce); },
        [&](Tx &tx, Id<Order> id) { return moveDue(tx, id, OrderStatus::Delivered, OrderStatus::Completed, reason); },
        isStopping);
}

// D-09: what a store leaves unconfirmed does not hold the buyer's money for ever. Its time begins when it hears of it.
int Service::cancelUnconfirmed(const Stopping &isStopping)
{
    const qint64 minutes = m_settings.whole(settings::Key::OrdersUnconfirmedCancelMinutes);
    const Instant latest = m_clock.now().after(-minutes * minuteMs);
    const auto reason = QStringLiteral("The store did not confirm the order in time.");
    return walk(
        [&](Tx &tx, const Due &last) { return m_store.reachedBefore(tx, latest, last, ordersAtOnce); },
        [&](Tx &tx, Id<Order> id) { return moveDue(tx, id, OrderStatus::Placed, OrderStatus::Cancelled, reason); },
        isStopping);
}

// D-09, STK-13: what nobody pays for goes back to the shelves. Money that comes later is in the wallet.
int Service::cancelUnpaid(const Stopping &isStopping)
{
    const qint64 minutes = m_settings.whole(settings::Key::OrdersUnpaidCancelMinutes);
    const Instant latest = m_clock.now().after(-minutes * minuteMs);
    return walk([&](Tx &tx, const Due &last) { return m_store.unpaidBefore(tx, latest, last, ordersAtOnce); },
                [&](Tx &tx, Id<Order> id) { return cancelCheckoutOf(tx, id); }, isStopping);
}

} // namespace orders
