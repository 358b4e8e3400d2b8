// What weighing does to an order: the weight decides what it costs, at the price and the rate of the order.

#include "shared/contract/weighing.h"
#include "server/catalog/service.h"
#include "server/ledger/service.h"
#include "server/orders/rules.h"
#include "server/orders/service.h"
#include "server/settings/service.h"
#include "shared/base/share.h"

#include <algorithm>

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
    return stakeEstimate(tx, order);
}

// While nobody knows yet what an order weighs it is worth what it was placed for, also after a part of it was agreed
// on, and what its tickets say beyond that as far as it is held. So no word of a party makes less of what is at stake.
Result<> Service::stakeEstimate(Tx &tx, OrderRow &order)
{
    const QList<OrderLine> seen = m_store.lines(tx, order.id);
    const auto weighed = chargeFor(seen);
    QList<OrderLine> ordered = seen;
    for (OrderLine &line : ordered)
        line.deliveredQuantity.reset();
    auto charge = chargeFor(std::move(ordered));
    if (!charge)
        return {};
    const Money beside = order.totalAmount - order.subtotal;
    const Money most = m_ledger.heldOf(tx, order.id) + order.refundedAmount - beside;
    if (weighed && std::min(weighed->subtotal, most) > charge->subtotal)
        charge = most < weighed->subtotal ? cutTo(*weighed, most) : *weighed;
    const bool isKnown = charge->subtotal == order.subtotal &&
                         std::equal(seen.begin(), seen.end(), charge->lines.begin(),
                                    [](const OrderLine &a, const OrderLine &b) { return a.lineTotal == b.lineTotal; });
    if (isKnown)
        return {};
    return chargeAs(tx, order, {charge->lines, charge->subtotal, charge->subtotal + beside, charge->commission});
}

Result<> Service::agreeToWeights(Tx &tx, OrderRow &order)
{
    if (!m_store.changeWeighState(tx, order, WeighState::Agreed))
        return failure(ErrorCode::Conflict, QStringLiteral("The order has changed meanwhile."));
    order.weighState = WeighState::Agreed;
    ++order.version;
    LET(charge, chargeOf(tx, order));
    MUST(chargeAs(tx, order, charge));
    m_store.noteCalculated(tx, order.id);
    return goOn(tx, order);
}

// What is delivered and waits for nobody any more ends by itself: refunded when nothing is left of it, completed when
// both sides have confirmed its delivery. Before it is delivered more of it may be weighed.
Result<> Service::goOn(Tx &tx, OrderRow &order)
{
    if (order.orderStatus != OrderStatus::Delivered || order.weighState == WeighState::Open || order.contestedAt)
        return {};
    if (order.refundedAmount > Money{} && order.refundedAmount == order.totalAmount)
        return endRefunded(tx, order, Mover{});
    return order.buyerConfirmedAt ? complete(tx, order, Mover{}) : Result<>{};
}

// A store that does not weigh would be paid the estimate. Until it says delivered a line knows its quantity only by its
// tickets. An admin may go past it: a scale can break.
Result<> Service::requireWeights(Tx &tx, const OrderRow &order, Actor by)
{
    if (by == Actor::Admin || order.orderStatus != OrderStatus::OutForDelivery ||
        !m_settings.truth(settings::Key::WeighingRequired))
        return {};
    for (const OrderLine &line : m_store.lines(tx, order.id))
        if (isByWeight(line.unit) && !line.deliveredQuantity)
            return failure(ErrorCode::Conflict, QStringLiteral("%1 is not weighed yet.").arg(line.title));
    return {};
}

QList<CardRow> Service::toWeigh(Tx &tx, Id<Vendor> vendor, const std::optional<Id<Order>> &before, int limit)
{
    return m_store.toWeigh(tx, vendor, before, limit);
}

// The estimate stays in what was ordered; every sum from here on is of what is charged. What was refunded stays as it
// is, so an order is worth at least that, and the commission on it follows the new one. The time of the last change
// stays.
Result<> Service::chargeAs(Tx &tx, OrderRow &order, const Charged &charge)
{
    const Money beyond = std::max(order.refundedAmount - charge.total, Money{});
    OrderRow next = order;
    next.subtotal = charge.subtotal + beyond;
    next.totalAmount = charge.total + beyond;
    next.commissionAmount = charge.commission;
    next.refundedCommission = {roundedQuotient(
        static_cast<__int128>(charge.commission.minor) * next.refundedAmount.minor, next.totalAmount.minor)};
    ++next.version;
    if (!m_store.change(tx, order, next))
        return failure(ErrorCode::Conflict, QStringLiteral("The order has changed meanwhile."));
    order = std::move(next);
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
