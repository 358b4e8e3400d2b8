#pragma once

// A market with two stores, three categories of goods and buyers in several states, whose figures are counted.

#include "server/analytics/reactions.h"
#include "server/analytics/service.h"
#include "server/core/outbox.h"
#include "tests/money/world.h"

struct Observatory
{
    World world;
    Outbox outbox{*world.db};
    analytics::Service analytics{*world.db, world.db.clock, world.settings};

    Store second;
    Id<Category> paper;
    Id<Product> iron;   // of the first store, metals
    Id<Product> carton; // of the first store, paper
    Id<Product> brass;  // of the second store, metals
    QList<Customer> buyers;

    // It is noon in India on 21 September 2026.
    Observatory();

    Customer addBuyer(const QString &name, const QString &state);
    void pass(qint64 days) { world.db.clock.advance(days * dayMs); }
    void passMinutes(qint64 minutes) { world.db.clock.advance(minutes * 60'000); }
    Order place(const Customer &who, const QList<PlaceOrderLine> &lines);
    Order place(Quantity copper = World::kilograms(1))
    {
        return place(buyers.constFirst(), {{world.store.copper, copper}});
    }
    Order confirmedByPayment(); // which takes the store no time
    void cancel(const Order &order);
    void settle(const Order &order); // all steps at once
    void step(const Order &order, OrderStatus status);
    void confirmReceipt(const Order &order);
    void count();
    qint64 today() const { return analytics::dayOf(world.db.clock.now()); }

    Dashboard dashboard(const AskAnalytics &wish = {}) { return analytics.readDashboard(world.admin, wish).value(); }

    // Every row of the roll-ups as text, without the number of the edition.
    QStringList rows();
};
