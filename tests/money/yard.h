#pragma once

// A packed order of ten kilograms of copper at 750.00 each, 20,000.00 in the wallet of its buyer, and a scale.

#include "tests/money/world.h"

struct Yard
{
    World world;
    Id<Order> order;
    Id<OrderLine> line;

    explicit Yard(const QString &tolerance = {})
    {
        if (!tolerance.isEmpty())
            world.set(QStringLiteral("weighing.tolerance"), tolerance);
        world.fill(world.buyer, {2'000'000});
        order = world.placed(World::kilograms(10)).id;
        line = world.read(order).lines.constFirst().id;
        world.walkTo(order, OrderStatus::Packed);
    }

    RecordWeighTicket reading(Quantity gross, Quantity tare = {}) const
    {
        return {.lineId = line,
                .gross = gross,
                .tare = tare,
                .scaleSerial = QStringLiteral("MT-4711"),
                .operatorName = QStringLiteral("Ravi"),
                .weighedAt = world.db.clock.now()};
    }
    Result<WeighTicket> record(const RecordWeighTicket &wish)
    {
        return world.weighing.recordWeighTicket(world.store.caller, order, wish);
    }
    WeighTicket weigh(Quantity gross) { return record(reading(gross)).value(); }
    Result<WeighTicket> accept(const Caller &who, Id<WeighTicket> id)
    {
        return world.weighing.acceptWeighTicket(who, id);
    }
    void agree(Id<WeighTicket> id)
    {
        if (!accept(world.store.caller, id) || !accept(world.buyer.caller, id))
            qFatal("a weight cannot be agreed to");
    }
    WeighTicket agreed(Quantity gross)
    {
        const WeighTicket ticket = weigh(gross);
        agree(ticket.id);
        return ticket;
    }
    // The store says that it was delivered, the buyer that it was received.
    Order deliver()
    {
        using enum OrderStatus;
        for (const OrderStatus step : {Shipped, OutForDelivery, Delivered})
            (void)world.advance(order, step).value();
        return world.orders.confirmDelivery(world.buyer.caller, order).value();
    }
    Settlement settlement() { return world.weighing.readSettlement(world.buyer.caller, order).value(); }
    Result<Settlement> pay(Money amount) { return world.weighing.payTopUp(world.buyer.caller, order, {amount}); }
    Order now() { return world.read(order); }
    qint64 events(const char *topic)
    {
        return world.db.number("count(*) FROM outbox WHERE topic = ?", std::string_view(topic));
    }
    bool isSound() { return world.ledger.verify() == std::optional<QString>() && !world.weighing.verify(); }
};
