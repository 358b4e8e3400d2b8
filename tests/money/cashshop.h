#pragma once

// A store whose orders may be paid in cash at their delivery (C14).

#include "tests/money/earned.h"
#include "tests/money/webshop.h"

struct CashShop : WebShop
{
    static constexpr Money commission{1'500}; // 2 % of 750.00

    CashShop() { world.set(QStringLiteral("orders.cod_enabled"), QStringLiteral("true")); }

    PlaceOrder cashWish(Quantity quantity = kilogram)
    {
        PlaceOrder out = wish(quantity);
        out.paymentMethod = PaymentMethodKind::Cod;
        return out;
    }
    Order cash(Quantity quantity = kilogram)
    {
        return orders.placeOrder(world.buyer.caller, cashWish(quantity)).value().orders.constFirst();
    }
    Order at(OrderStatus status, Quantity quantity = kilogram)
    {
        const Order order = cash(quantity);
        world.walkTo(order.id, status);
        return read(order.id);
    }
    Result<Order> confirm(Id<Order> id) { return world.orders.confirmDelivery(world.buyer.caller, id); }
    Order paid() { return confirm(at(OrderStatus::Delivered).id).value(); }
    Money owed() { return world.funds().owed; }
    qint64 postings() { return world.db.number("count(*) FROM ledger_transactions"); }
    Money earned() { return earnedOf(world.db); }
    std::optional<QString> difference()
    {
        return world.db->read([&](Tx &tx) {
            ledger::Place place;
            return world.orders.difference(tx, place);
        });
    }
    bool isSound() { return !world.ledger.verify() && !difference(); }
    Result<Dispute> disputed(Id<Order> order)
    {
        return world.refunds.openDispute(
            world.buyer.caller, order,
            {.kind = DisputeKind::NotDelivered, .text = QStringLiteral("Nobody came to our gate.")});
    }
    Result<Dispute> decided(const Dispute &dispute, Money toBuyer, Money toVendor)
    {
        MUST(world.refunds.addStatement(world.store.caller, dispute.id, {.text = QStringLiteral("We were there.")}));
        return world.refunds.decideDispute(
            world.admin, dispute.id,
            {.toBuyer = toBuyer, .toVendor = toVendor, .resolution = QStringLiteral("As both sides have said.")});
    }
};
