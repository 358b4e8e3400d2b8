// The good requests about weights, and the objects of Stage that they are about.

#include "tests/access/samples.h"

namespace {

Caller buyerOf(const Order &order)
{
    return {.id = order.buyerId, .role = Role::Buyer, .known = true};
}

RecordWeighTicket reading(Stage &stage, Id<OrderLine> line)
{
    return {.lineId = line,
            .gross = {1'150},
            .tare = {50},
            .scaleSerial = QStringLiteral("MT-4711"),
            .operatorName = QStringLiteral("Ravi"),
            .weighedAt = stage.db.clock.now()};
}

} // namespace

// What was ordered is a kilogram; this is a hundred grams more.
WeighTicket Stage::weighed(const Order &order)
{
    const Caller vendor{
        .id = standing(Who::Vendor).caller.id, .role = Role::Vendor, .known = true, .vendorId = order.vendorId};
    return market.weighing.recordWeighTicket(vendor, order.id, reading(*this, order.lines.constFirst().id)).value();
}

Id<Order> Stage::shortOf(Who who)
{
    const Order packed = order(who, OrderStatus::Packed);
    const WeighTicket ticket = weighed(packed);
    const Caller vendor{
        .id = standing(Who::Vendor).caller.id, .role = Role::Vendor, .known = true, .vendorId = packed.vendorId};
    (void)market.weighing.acceptWeighTicket(vendor, ticket.id).value();
    (void)market.weighing.acceptWeighTicket(buyerOf(packed), ticket.id).value();
    recharge({.caller = buyerOf(packed)}, {7'200});
    return packed.id;
}

template <>
Sent sample<RecordWeighTicket>(Situation &at)
{
    const auto order =
        at.stage.market.orders.readOrder(at.stage.root.caller, Id<Order>::parse(QString::fromLatin1(at.object)));
    return said(reading(at.stage, order ? order->lines.constFirst().id : Id<OrderLine>()));
}

template <>
Sent sample<FlagWeighTicket>(Situation &)
{
    return said(FlagWeighTicket{QStringLiteral("The scale was not level")});
}

template <>
Sent sample<VoidWeighTicket>(Situation &)
{
    return said(VoidWeighTicket{QStringLiteral("The wrong pile")});
}

template <>
Sent sample<PayTopUp>(Situation &)
{
    return said(PayTopUp{{7'200}});
}

template <>
Sent sample<DeclineTopUp>(Situation &)
{
    return said(DeclineTopUp{QStringLiteral("It was less")});
}
