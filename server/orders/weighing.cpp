// What weighing does to an order: the weight decides what it costs, at the price and the rate of the order.

#include "server/catalog/service.h"
#include "server/orders/rules.h"
#include "server/orders/service.h"
#include "shared/base/share.h"

namespace orders {

std::optional<OrderRow> Service::orderOf(Tx &tx, Id<Order> id)
{
    return m_store.find(tx, id);
}

QList<OrderLine> Service::linesOf(Tx &tx, Id<Order> id)
{
    return m_store.lines(tx, id);
}

Result<Charged> Service::chargeOf(Tx &tx, const OrderRow &order)
{
    const auto charge = chargeFor(m_store.lines(tx, order.id));
    if (!charge)
        return failure(ErrorCode::Conflict, QStringLiteral("What was weighed is worth nothing, or more than an order "
                                                           "can be."));
    const Money total = order.totalAmount - order.subtotal + charge->subtotal;
    if (total <= Money{} || charge->commission > total)
        return failure(ErrorCode::Conflict, QStringLiteral("What was weighed is worth less than the discount."));
    return Charged{charge->lines, charge->subtotal, total, charge->commission};
}

Result<> Service::noteWeights(Tx &tx, OrderRow &order, const QList<Weighed> &weights)
{
    if (!m_store.changeWeighState(tx, order, WeighState::Open))
        return failure(ErrorCode::Conflict, QStringLiteral("The order has changed meanwhile."));
    order.weighState = WeighState::Open;
    ++order.version;
    for (const Weighed &each : weights)
        m_store.noteWeight(tx, each);
    return {};
}

Result<> Service::agreeToWeights(Tx &tx, OrderRow &order)
{
    if (!m_store.changeWeighState(tx, order, WeighState::Agreed))
        return failure(ErrorCode::Conflict, QStringLiteral("The order has changed meanwhile."));
    order.weighState = WeighState::Agreed;
    ++order.version;
    MUST(chargeByWeight(tx, order));
    const bool isDue = isDueInCash(order.paymentMethod, order.paymentStatus);
    return order.escrowStatus == EscrowStatus::Held || isDue ? goOn(tx, order) : Result<>{};
}

// What waits for nobody any more ends by itself: refunded when nothing is left of it, completed when both sides have
// confirmed its delivery.
Result<> Service::goOn(Tx &tx, OrderRow &order)
{
    if (order.contestedAt)
        return {};
    if (order.refundedAmount > Money{} && order.refundedAmount == order.totalAmount)
        return endRefunded(tx, order, Mover{});
    const bool isConfirmed = order.orderStatus == OrderStatus::Delivered && order.buyerConfirmedAt;
    return isConfirmed && order.weighState != WeighState::Open ? complete(tx, order, Mover{}) : Result<>{};
}

QList<CardRow> Service::toWeigh(Tx &tx, Id<Vendor> vendor, const std::optional<Id<Order>> &before, int limit)
{
    return m_store.toWeigh(tx, vendor, before, limit);
}

// The estimate stays in what was ordered; every sum from here on is of what was weighed. Of a lighter order no more
// than all can have been refunded, and the commission on that part follows the new one.
Result<> Service::chargeByWeight(Tx &tx, OrderRow &order)
{
    LET(charge, chargeOf(tx, order));
    OrderRow next = order;
    next.subtotal = charge.subtotal;
    next.totalAmount = charge.total;
    next.commissionAmount = charge.commission;
    next.refundedAmount = std::min(order.refundedAmount, charge.total);
    next.refundedCommission = {roundedQuotient(
        static_cast<__int128>(charge.commission.minor) * next.refundedAmount.minor, charge.total.minor)};
    if (next.refundedAmount == next.totalAmount)
        next.paymentStatus = PaymentStatus::Refunded;
    MUST(store(tx, order, std::move(next)));
    for (const OrderLine &line : charge.lines)
        m_store.reprice(tx, line);
    return {};
}

// What a line has less than was ordered is still in the store.
void Service::shelveRest(Tx &tx, const OrderRow &order)
{
    for (const OrderLine &line : linesByShelf(tx, order.id)) {
        const Quantity left = line.orderedQuantity - line.deliveredQuantity.value_or(line.orderedQuantity);
        if (left > Quantity{})
            m_catalog.restore(tx, line.productId, left, StockCause::Settlement, {});
    }
}

} // namespace orders
