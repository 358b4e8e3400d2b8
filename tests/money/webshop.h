#pragma once

// A till whose money pays for orders.

#include "server/ledger/rules.h"
#include "tests/money/till.h"

struct WebShop : Till
{
    static constexpr Quantity kilogram = World::kilograms(1), allOfIt = World::kilograms(100);
    static constexpr qint64 pricePaise = World::copperPrice.minor; // of a kilogram

    WebShop()
    {
        payments.payFor({.paid = [this](Tx &tx, Id<PlacedOrders> of) { return orders.onlinePaid(tx, of); },
                         .isAwaited = [this](Tx &tx, Id<PlacedOrders> of) { return orders.isAwaited(tx, of); },
                         .failed = [this](Tx &tx, Id<PlacedOrders> of,
                                          const QString &reason) { return orders.onlineFailed(tx, of, reason); }});
    }

    orders::Service orders{*world.db, world.db.clock, world.ids,  world.catalog,  world.ledger,
                           payments,  world.accounts, world.auth, world.settings, world.audit};

    PlaceOrder wish(Quantity quantity = kilogram)
    {
        return {.addressId = world.buyer.address,
                .lines = {{world.store.copper, quantity}},
                .paymentMethod = PaymentMethodKind::Online};
    }
    Result<PlacedOrders> place() { return orders.placeOrder(world.buyer.caller, wish()); }
    Order placed() { return place().value().orders.constFirst(); }
    QString gatewayOrderOf(const PlacedOrders &placed) { return placed.payment.value().gatewayOrderId; }
    Result<> tellFailed(const QString &order, qint64 paise = pricePaise)
    {
        return tell(
            signedBody(event("payment.failed", order, QStringLiteral("failed"), paise), "failed" + order.toUtf8()));
    }
    Order read(Id<Order> id) { return world.read(id); }
    qint64 told(const char *topic, const char *words = "%")
    {
        return world.db.number("count(*) FROM outbox WHERE topic = ? AND body LIKE ?", std::string_view(topic),
                               std::string_view(words));
    }
    qint64 sold(const Caller &store) { return orders.listVendorOrders(store, {})->items.size(); }
};
