#pragma once

// Who looks at what while something is weighed.

#include "server/orders/service.h"
#include "server/weighing/service.h"

namespace weighing {

constexpr int ticketsMax = 200; // of one order

struct Service::Seat
{
    orders::OrderRow order;
    Actor actor = Actor::System;
};

struct Service::Case
{
    TicketRow row;
    Standing standing;
    Seat seat;
};

// Between packing and the end of the escrow; a contested order can still be weighed anew.
inline bool isOnTheScale(const orders::OrderRow &order)
{
    using enum OrderStatus;
    const bool isOnItsWay = order.orderStatus == Packed || order.orderStatus == Shipped ||
                            order.orderStatus == OutForDelivery || order.orderStatus == Delivered;
    return isOnItsWay && !order.settledAt &&
           (order.escrowStatus == EscrowStatus::Held || order.escrowStatus == EscrowStatus::Disputed ||
            order.paymentMethod == PaymentMethodKind::Cod);
}

inline auto notOnTheScale()
{
    return failure(ErrorCode::Conflict, QStringLiteral("This order is not being handed over."));
}

inline auto changedMeanwhile()
{
    return failure(ErrorCode::Conflict, QStringLiteral("The weight has changed meanwhile."));
}

} // namespace weighing
