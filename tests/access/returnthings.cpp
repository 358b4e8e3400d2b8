// The refunds and disputes of Stage.

#include "tests/access/stage.h"

QByteArray Stage::refund(Who who)
{
    const Order placed = order(who, OrderStatus::Placed);
    const RequestRefund wish{.amount = Money{10'000}, .text = QStringLiteral("Half of it is rusty")};
    const Caller &vendor = standing(roleOf(who) == Role::Vendor ? who : Who::Vendor).caller;
    return market.refunds.requestRefund(vendor, placed.id, wish).value().id.text().toLatin1();
}

// Opened by that party, or by the buyer where it is none, and answered by the other one.
QByteArray Stage::dispute(Who who)
{
    const Order sent = order(who, OrderStatus::OutForDelivery);
    const Caller &vendor = standing(roleOf(who) == Role::Vendor ? who : Who::Vendor).caller;
    const Caller &buyer =
        standing(roleOf(who) == Role::Buyer || roleOf(who) == Role::Distributor ? who : Who::Buyer).caller;
    const auto opened = market.refunds
                            .openDispute(roleOf(who) == Role::Vendor ? vendor : buyer, sent.id,
                                         {.text = QStringLiteral("Half of it is rusty and bent.")})
                            .value();
    (void)market.refunds
        .addStatement(roleOf(who) == Role::Vendor ? buyer : vendor, opened.id,
                      {.text = QStringLiteral("It was all new.")})
        .value();
    return opened.id.text().toLatin1();
}
