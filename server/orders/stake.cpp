// What Service does with money that the sides of an order do not agree on, or that goes back. The version that was seen
// is in every change, so of two decisions at once only the first one moves anything.

#include "server/orders/stake.h"

#include "server/catalog/service.h"
#include "server/ledger/service.h"
#include "server/orders/rules.h"
#include "server/orders/service.h"

namespace orders {

namespace {

auto changedSince()
{
    return failure(ErrorCode::Conflict, QStringLiteral("The order has changed meanwhile."));
}

auto notDisputed()
{
    return failure(ErrorCode::Conflict, QStringLiteral("The order is not disputed."));
}

} // namespace

std::optional<Stake> Service::stakeOf(Tx &tx, Id<Order> id)
{
    const auto row = m_store.find(tx, id);
    if (!row)
        return std::nullopt;
    Stake out{.id = id,
              .version = row->version,
              .orderNumber = row->orderNumber,
              .buyer = row->buyerId,
              .vendor = row->vendorId,
              .vendorAccount = row->vendorAccountId,
              .storeName = row->storeName,
              .customerName = row->customerName,
              .status = row->orderStatus,
              .escrow = row->escrowStatus,
              .isContested = row->contestedAt.has_value(),
              .payment = row->paymentStatus,
              .method = row->paymentMethod,
              .paid = row->totalAmount,
              .commission = row->commissionAmount,
              .refunded = row->refundedAmount,
              .refundedCommission = row->refundedCommission,
              .completedAt = m_store.cameTo(tx, id, OrderStatus::Completed),
              .settledAt = row->settledAt};
    for (const OrderLine &line : m_store.lines(tx, id))
        out.lines += StakeLine{line.id, line.title, line.lineTotal, line.commissionAmount.value_or(Money{})};
    return out;
}

QSet<QUuid> Service::contestedAmong(Tx &tx, const QList<Id<Order>> &ids)
{
    QSet<QUuid> out;
    for (const MoneyRow &row : m_store.moneyOf(tx, ids))
        if (row.contestedAt)
            out.insert(row.id.uuid);
    return out;
}

QHash<Id<Order>, Money> Service::leftOf(Tx &tx, const QList<Id<Order>> &ids)
{
    QHash<Id<Order>, Money> out;
    for (const MoneyRow &row : m_store.moneyOf(tx, ids))
        out.insert(row.id, row.totalAmount - row.refundedAmount);
    return out;
}

Result<OrderRow> Service::seenAs(Tx &tx, const Stake &seen)
{
    auto row = m_store.find(tx, seen.id);
    if (!row || row->version != seen.version)
        return changedSince();
    return std::move(*row);
}

Result<> Service::refuseDisputed(const OrderRow &order)
{
    if (order.contestedAt)
        return failure(ErrorCode::Conflict, QStringLiteral("The order is disputed; its money waits for the decision."));
    return {};
}

// Whichever way the order is paid, and also when its store has the money: the contest is of the order.
Result<> Service::freeze(Tx &tx, const Stake &seen)
{
    LET(order, seenAs(tx, seen));
    MUST(refuseDisputed(order));
    OrderRow next = order;
    next.contestedAt = tx.now();
    if (order.escrowStatus == EscrowStatus::Held)
        next.escrowStatus = EscrowStatus::Disputed;
    return store(tx, order, std::move(next));
}

Result<> Service::thaw(Tx &tx, const Stake &seen)
{
    LET(order, seenAs(tx, seen));
    if (!order.contestedAt)
        return notDisputed();
    OrderRow next = order;
    next.contestedAt.reset();
    if (order.escrowStatus == EscrowStatus::Disputed)
        next.escrowStatus = EscrowStatus::Held;
    MUST(store(tx, order, std::move(next)));
    return order.settledAt ? Result<>{} : goOn(tx, order);
}

// What the row says is to be given, is given; the books return the rest of the held money to the buyer.
Result<> Service::pay(Tx &tx, const OrderRow &order)
{
    const Money gross = order.totalAmount - order.refundedAmount;
    const Money commission = order.commissionAmount - order.refundedCommission;
    if (gross <= Money{})
        return failure(ErrorCode::Conflict, QStringLiteral("More was refunded than the order is worth by now."));
    MUST(m_ledger.settle(tx, order.buyerId, order.id, order.vendorId, gross, commission,
                         QStringLiteral("Order %1").arg(order.orderNumber)));
    m_store.markSettled(tx, order.id);
    if (order.weighState == WeighState::Agreed)
        shelveRest(tx, order);
    tx.publish(OrderSettled{order.id, order.orderNumber, order.buyerId, order.vendorId, order.vendorAccountId, gross,
                            commission, gross - commission, order.paymentMethod});
    return {};
}

void Service::restock(Tx &tx, const OrderRow &order, const Mover &mover)
{
    for (const OrderLine &line : linesByShelf(tx, order.id))
        m_catalog.restore(tx, line.productId, line.orderedQuantity, StockCause::Cancel,
                          mover.id.value_or(Id<Account>()));
}

Result<> Service::refund(Tx &tx, const Stake &seen, const Given &part, const Mover &mover)
{
    LET(order, seenAs(tx, seen));
    MUST(refuseDisputed(order));
    const bool isSettled = order.settledAt.has_value();
    if (order.paymentMethod == PaymentMethodKind::Cod || !mayRefund(order.orderStatus) ||
        (!isSettled && order.escrowStatus != EscrowStatus::Held))
        return failure(ErrorCode::Conflict, QStringLiteral("Nothing of this order can be refunded."));
    if (part.amount <= Money{} || part.amount > order.totalAmount - order.refundedAmount ||
        part.commission > order.commissionAmount - order.refundedCommission)
        return failure(ErrorCode::Conflict, QStringLiteral("More would be refunded than was paid."));
    OrderRow next = order;
    next.refundedAmount = order.refundedAmount + part.amount;
    next.refundedCommission = order.refundedCommission + part.commission;
    const bool isWhole = next.refundedAmount == order.totalAmount;
    if (isWhole)
        next.paymentStatus = PaymentStatus::Refunded;
    MUST(store(tx, order, std::move(next)));
    return isWhole && !isSettled ? endRefunded(tx, order, mover) : Result<>{};
}

// C10, REF-08: an order that was not fulfilled ends refunded; a completed one stays completed, only its payment is.
Result<> Service::endRefunded(Tx &tx, OrderRow &order, const Mover &mover)
{
    OrderRow next = order;
    next.escrowStatus = EscrowStatus::Refunded;
    next.paymentStatus = PaymentStatus::Refunded;
    if (order.orderStatus == OrderStatus::Completed) {
        MUST(store(tx, order, std::move(next)));
    } else {
        const bool isStillThere = order.orderStatus <= OrderStatus::Packed;
        next.orderStatus = OrderStatus::Refunded;
        MUST(step(tx, order, std::move(next), mover));
        if (isStillThere)
            restock(tx, order, mover);
        else if (order.weighState == WeighState::Agreed)
            shelveRest(tx, order);
    }
    return m_ledger.release(tx, order.buyerId, order.id, QStringLiteral("Order %1 refunded").arg(order.orderNumber));
}

Result<> Service::divide(Tx &tx, const Stake &seen, const Given &part, const Mover &mover)
{
    LET(order, seenAs(tx, seen));
    if (order.escrowStatus != EscrowStatus::Disputed)
        return notDisputed();
    if (part.amount < Money{} || part.amount > order.totalAmount - order.refundedAmount)
        return failure(ErrorCode::Conflict, QStringLiteral("More would be refunded than was paid."));
    OrderRow next = order;
    next.contestedAt.reset();
    next.refundedAmount = order.refundedAmount + part.amount;
    next.refundedCommission = order.refundedCommission + part.commission;
    if (next.refundedAmount == order.totalAmount) {
        next.paymentStatus = PaymentStatus::Refunded;
        MUST(store(tx, order, std::move(next)));
        return endRefunded(tx, order, mover);
    }
    next.escrowStatus = EscrowStatus::Released;
    next.settledAt = tx.now();
    next.releasedBy = mover.id;
    if (order.orderStatus == OrderStatus::Completed) {
        MUST(store(tx, order, std::move(next)));
    } else {
        // Whatever was still to come: the decision takes the place of both sides' confirmations.
        next.orderStatus = OrderStatus::Completed;
        MUST(step(tx, order, std::move(next), mover));
        for (const OrderLine &line : linesByShelf(tx, order.id))
            m_catalog.noteSold(tx, line.productId);
    }
    return pay(tx, order);
}

} // namespace orders
