#pragma once

// Pure decisions about orders: the life of an order, who may move it and what it costs.

#include "shared/base/geo.h"
#include "shared/contract/orders.h"

#include <array>

namespace orders {

constexpr int trackingBytes = 10; // of a tracking id

using Actors = unsigned;
constexpr Actors only(Actor actor)
{
    return 1u << unsigned(actor);
}
template <class... More>
constexpr Actors only(Actor actor, More... more)
{
    return only(actor) | only(more...);
}

struct Transition
{
    OrderStatus from;
    OrderStatus to;
    Actors actors;
};

// The life of an order (ORD-05, ORD-06, C10, C18, C71); an arrow that is not listed does not exist. Admins may walk
// every arrow. Until when a buyer may cancel is narrowed by a setting (ORD-11).
inline constexpr std::array transitions = {
    Transition{OrderStatus::Placed, OrderStatus::Confirmed, only(Actor::Vendor, Actor::Admin, Actor::System)},
    Transition{OrderStatus::Placed, OrderStatus::Failed, only(Actor::System)},
    Transition{OrderStatus::Confirmed, OrderStatus::Packed, only(Actor::Vendor, Actor::Admin)},
    Transition{OrderStatus::Packed, OrderStatus::Shipped, only(Actor::Vendor, Actor::Admin)},
    Transition{OrderStatus::Packed, OrderStatus::OutForDelivery, only(Actor::Vendor, Actor::Admin)},
    Transition{OrderStatus::Shipped, OrderStatus::OutForDelivery, only(Actor::Vendor, Actor::Admin)},
    Transition{OrderStatus::OutForDelivery, OrderStatus::Delivered, only(Actor::Vendor, Actor::Admin)},
    Transition{OrderStatus::Delivered, OrderStatus::Completed, only(Actor::System, Actor::Admin)},
    Transition{OrderStatus::Placed, OrderStatus::Cancelled,
               only(Actor::Buyer, Actor::Vendor, Actor::Admin, Actor::System)},
    Transition{OrderStatus::Confirmed, OrderStatus::Cancelled, only(Actor::Buyer, Actor::Vendor, Actor::Admin)},
    Transition{OrderStatus::Packed, OrderStatus::Cancelled, only(Actor::Buyer, Actor::Vendor, Actor::Admin)},
};

// Who may walk the arrow; nobody when there is none.
constexpr Actors actorsOf(OrderStatus from, OrderStatus to)
{
    for (const Transition &each : transitions)
        if (each.from == from && each.to == to)
            return each.actors;
    return 0;
}

// buyerUntil: the status that ends the buyer's right to cancel.
constexpr bool mayMove(OrderStatus from, OrderStatus to, Actor actor, OrderStatus buyerUntil)
{
    if ((actorsOf(from, to) & only(actor)) == 0)
        return false;
    return actor != Actor::Buyer || to != OrderStatus::Cancelled || from < buyerUntil;
}

// A buyer may report the receipt as soon as the order is on its last way; it completes when the store says so too.
constexpr bool mayConfirmReceipt(OrderStatus status, Actor actor)
{
    return actor == Actor::Buyer && (status == OrderStatus::OutForDelivery || status == OrderStatus::Delivered);
}

constexpr StatusGroup groupOf(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Placed: return StatusGroup::Pending;
    case OrderStatus::Confirmed:
    case OrderStatus::Packed:
    case OrderStatus::Shipped:
    case OrderStatus::OutForDelivery:
    case OrderStatus::Delivered: return StatusGroup::Active;
    case OrderStatus::Completed: return StatusGroup::Done;
    case OrderStatus::Cancelled:
    case OrderStatus::Failed:
    case OrderStatus::Refunded: return StatusGroup::Cancelled;
    }
    return StatusGroup::Pending;
}

// Money of an order goes back as long as the order stands: what was cancelled has been given back whole.
constexpr bool mayRefund(OrderStatus status)
{
    return groupOf(status) != StatusGroup::Cancelled;
}

// The money of an online order comes after it was placed. Until then, and when it never comes, it has not reached its
// store (C11). Whatever is said of an order is said by this one fact, here and in SQL.
template <class Row>
constexpr bool isUnpaid(const Row &order)
{
    return !order.reachedAt.has_value();
}

// Until both sides have confirmed the delivery. It is between them: the market holds and gives nothing (C14).
constexpr bool isDueInCash(PaymentMethodKind method, PaymentStatus status)
{
    return method == PaymentMethodKind::Cod && status == PaymentStatus::Pending;
}

// What an order's escrow is when it is placed. What waits for a gateway says as much as what was given back.
constexpr std::optional<EscrowStatus> firstEscrow(PaymentMethodKind method)
{
    switch (method) {
    case PaymentMethodKind::Escrow: return EscrowStatus::Held;
    case PaymentMethodKind::Online: return EscrowStatus::Refunded;
    case PaymentMethodKind::Cod: return std::nullopt;
    }
    return std::nullopt;
}

// What is not paid goes nowhere but to its end.
constexpr bool mayMoveUnpaid(OrderStatus to)
{
    return to == OrderStatus::Cancelled || to == OrderStatus::Failed;
}

// While the sides of an order do not agree, its ends wait for the decision; the steps before them go on. What is
// offered and what is refused is said by this one rule.
template <class Row>
constexpr bool waitsForDecision(const Row &order, OrderStatus to)
{
    const StatusGroup group = groupOf(to);
    return order.contestedAt.has_value() && (group == StatusGroup::Done || group == StatusGroup::Cancelled);
}

// What the actor may set now. Cancelling is not among them, because it asks for a reason.
QList<OrderStatus> nextStatuses(OrderStatus from, Actor actor);

// Empty: whatever status; without a value: there is none that is wished for.
std::optional<QList<OrderStatus>> wantedStatuses(const ListOrders &wish);

constexpr Money lineTotalMax{1'000'000'000'000'000}; // a hundred lines of it still fit into 64 bits

// What the lines cost by what was handed over, or by what was ordered where that is not known: the price and the rate
// stay those of the order. Empty when a line is worth nothing, or more than an order can be.
struct Charge
{
    QList<OrderLine> lines; // with the sums that follow from it
    Money subtotal;
    Money commission;
};
std::optional<Charge> chargeFor(QList<OrderLine> lines);

// The same for less: every line in its proportion, and worth something still. most: less than the charge, and a coin
// for each line.
Charge cutTo(const Charge &charge, Money most);

// Whether a store delivers there: the smaller of the platform's and the store's own radius decides (SRCH-16).
bool isWithinReach(const std::optional<GeoPoint> &store, const std::optional<GeoPoint> &address, qint64 radiusKm,
                   std::optional<int> storeRadiusKm);

// Who carries an order and under which number, as it stands in the one text there is for both.
QString carriedBy(const QString &carrier, const std::optional<QString> &trackingNumber);

Result<> refuseRepeated(const QList<PlaceOrderLine> &lines);

// "Copper wire, 46 kg" or "3 products".
QString summaryOf(const QList<OrderLine> &lines);

} // namespace orders
