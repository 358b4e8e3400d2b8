// Orders that are paid in cash at their delivery (C14). The market holds nothing of them and gives nothing back; when
// both sides have confirmed the delivery the store has the money and owes the commission.

#include "server/core/permit.h"
#include "server/ledger/service.h"
#include "server/orders/rules.h"
#include "server/orders/service.h"
#include "server/settings/service.h"

namespace orders {

namespace {

auto notDueInCash()
{
    return failure(ErrorCode::Conflict, QStringLiteral("This order does not wait for a payment."));
}

} // namespace

// sum: of all orders of a checkout.
Result<> Service::permitCash(Money sum) const
{
    const auto method = QStringLiteral("payment_method");
    if (!m_settings.truth(settings::Key::OrdersCodEnabled))
        return refusal(method, QStringLiteral("is not offered: cash on delivery is off"));
    const Money most = m_settings.money(settings::Key::OrdersCodMax);
    if (sum > most)
        return refusal(method, QStringLiteral("is not offered: at most %1 are paid in cash").arg(most.text()));
    return {};
}

// Whatever a gateway still brings for them is in the wallet.
Result<PlacedOrders> Service::payInCash(const Caller &caller, const PayInCash &wish)
{
    MUST(permitBuyer(caller));
    return m_db.write(caller, [&](Tx &tx) -> Result<PlacedOrders> {
        LET(order, seenBy(tx, caller, wish.orderId));
        const QList<OrderRow> waiting = m_store.awaited(tx, order.checkoutId);
        if (waiting.isEmpty())
            return notDueInCash();
        Money sum;
        for (const OrderRow &each : waiting)
            sum = sum + each.totalAmount;
        MUST(permitCash(sum));
        PlacedOrders placed{.checkoutId = order.checkoutId.text()};
        for (const OrderRow &each : waiting) {
            if (!m_store.turnToCash(tx, each))
                return notDueInCash();
            const OrderRow turned = m_store.find(tx, each.id).value();
            announce(tx, turned);
            placed.orders += described(tx, Actor::Buyer, turned);
        }
        return placed;
    });
}

Result<> Service::cancelInCash(Tx &tx, OrderRow &order, const Mover &mover)
{
    OrderRow next = order;
    next.orderStatus = OrderStatus::Cancelled;
    next.paymentStatus = PaymentStatus::Failed;
    MUST(move(tx, order, std::move(next), mover));
    restock(tx, order, mover);
    return {};
}

// A decision takes the place of what its status would allow.
Result<> Service::endInCash(Tx &tx, const Stake &seen, const Mover &mover)
{
    LET(order, seenAs(tx, seen));
    if (!isDueInCash(order.paymentMethod, order.paymentStatus) || !mayRefund(order.orderStatus))
        return notDueInCash();
    const bool isStillThere = order.orderStatus <= OrderStatus::Packed;
    OrderRow next = order;
    next.contestedAt.reset();
    next.orderStatus = OrderStatus::Cancelled;
    next.paymentStatus = PaymentStatus::Failed;
    MUST(step(tx, order, std::move(next), mover));
    if (isStillThere)
        restock(tx, order, mover);
    return {};
}

// At once, however escrow is released: there is none.
Result<> Service::takeCash(Tx &tx, OrderRow &order)
{
    OrderRow next = order;
    next.paymentStatus = PaymentStatus::Paid;
    next.settledAt = tx.now();
    MUST(store(tx, order, std::move(next)));
    MUST(m_ledger.chargeCommission(tx, order.vendorId, order.id, order.commissionAmount));
    m_store.markSettled(tx, order.id);
    if (order.weighState == WeighState::Agreed)
        shelveRest(tx, order);
    tx.publish(OrderSettled{order.id, order.orderNumber, order.buyerId, order.vendorId, order.vendorAccountId,
                            order.totalAmount, order.commissionAmount, order.totalAmount - order.commissionAmount,
                            order.paymentMethod});
    return {};
}

} // namespace orders
