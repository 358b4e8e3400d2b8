// The good requests about refunds and disputes.

#include "tests/access/samples.h"

namespace {

constexpr Money price{72'000}; // of every order of the stage

} // namespace

template <>
Sent sample<RequestRefund>(Situation &at)
{
    const QString object = QString::fromLatin1(at.object);
    const auto paid = at.stage.market.db().read(
        [&](Tx &tx) { return at.stage.market.orders.paidBy(tx, Id<Payment>::parse(object)); });
    const auto order = at.stage.market.orders.readOrder(
        at.stage.root.caller, paid && !paid->isEmpty() ? paid->constFirst().id : Id<Order>::parse(object));
    return said(RequestRefund{.lines = {{order ? order->lines.constFirst().id : Id<OrderLine>{}, {10'000}}},
                              .reason = RefundReason::Damaged,
                              .text = QStringLiteral("Half of it is rusty")});
}

template <>
Sent sample<DecideRefund>(Situation &)
{
    return said(DecideRefund{.status = RefundStatus::Approved});
}

template <>
Sent sample<OpenDispute>(Situation &)
{
    return said(OpenDispute{.kind = DisputeKind::Damaged, .text = QStringLiteral("Half of it is rusty and bent.")});
}

template <>
Sent sample<AddStatement>(Situation &)
{
    return said(AddStatement{.text = QStringLiteral("The photos were taken at the door.")});
}

template <>
Sent sample<DecideDispute>(Situation &)
{
    constexpr Money toBuyer{12'000};
    return said(DecideDispute{toBuyer, price - toBuyer, QStringLiteral("Both sides gave in a little.")});
}
