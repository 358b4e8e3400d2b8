#pragma once

// Of whom the money of an order is, refunds apart: what the server moves when it is settled, and has moved since.

#include "shared/contract/orders.h"

namespace kit {

struct OrderShares
{
    Money refunded;
    Money left; // for store and market together
    Money commission;
    Money vendor;
};

inline OrderShares sharesOf(const Order &order)
{
    // What was cancelled says nothing of refunds: all of it went back, or was never paid.
    if (order.orderStatus == OrderStatus::Cancelled || order.orderStatus == OrderStatus::Failed)
        return {.refunded = order.paymentStatus == PaymentStatus::Refunded ? order.totalAmount : Money{}};
    const Money left = order.totalAmount - order.refundedAmount;
    const Money commission = order.commissionAmount.value_or(Money{}) - order.refundedCommission.value_or(Money{});
    return {.refunded = order.refundedAmount, .left = left, .commission = commission, .vendor = left - commission};
}

} // namespace kit
