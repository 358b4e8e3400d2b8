// The admin's dashboard beside the lists behind it: every figure is what its list holds.

#include "shared/contract/discovery.h"
#include "shared/contract/payouts.h"
#include "tests/analytics/observatory.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

namespace {

constexpr Money kilogram = World::copperPrice; // of copper

QList<OrderCard> listed(Observatory &market, ListOrders wish)
{
    wish.limit = 100;
    return market.world.orders.listAllOrders(market.world.admin, wish).value().items;
}

const Decision *decision(const QList<Decision> &all, DecisionKind kind)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const Decision &each) { return each.kind == kind; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

class TestOfOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // CADM-02: an order that was placed long ago is settled or cancelled in the period, and the other way round.
    void theTilesAreTheLengthsOfTheirLists()
    {
        Observatory market;
        const Order oldSettled = market.place();
        const Order oldCancelled = market.place();
        market.place(market.buyers[2], {{market.brass, World::kilograms(1)}}); // held by another store
        market.pass(10);
        market.settle(oldSettled);
        market.cancel(oldCancelled);
        market.place();
        market.count();

        const Dashboard said = market.dashboard({.period = NamedPeriod::Week});

        const Instant from = said.period.start, until = said.period.until;
        QCOMPARE(said.ordersPlaced.figure, 1);
        QCOMPARE(listed(market, {.from = from, .to = until}).size(), 1);
        const auto held = listed(market, {.escrow = EscrowStatus::Held});
        QCOMPARE(said.ordersHeld, 2);
        QCOMPARE(held.size(), 2);
        QCOMPARE(said.held.figure, held[0].totalAmount + held[1].totalAmount);
        const auto settled = listed(market, {.settledFrom = from, .settledUntil = until});
        QCOMPARE(settled.size(), 1);
        QCOMPARE(settled[0].id, oldSettled.id);
        QCOMPARE(said.commission.figure, Money{1'500});
        const auto cancelled = listed(market, {.cancelledFrom = from, .cancelledUntil = until});
        QCOMPARE(cancelled.size(), 1);
        QCOMPARE(cancelled[0].id, oldCancelled.id);
        QCOMPARE(listed(market, {.cancelledFrom = until}).size(), 0);
        QCOMPARE(listed(market, {.settledUntil = from}).size(), 0);
        QCOMPARE(listed(market, {.vendor = market.second.id}).size(), 1);
        QCOMPARE(listed(market, {.vendor = market.second.id, .escrow = EscrowStatus::Released}).size(), 0);
    }

    void whatIsLateIsListedInEveryStage()
    {
        using enum OrderStatus;
        Observatory market;
        market.world.set(QStringLiteral("orders.confirm_target_minutes"), QStringLiteral("10"));
        market.world.set(QStringLiteral("orders.dispatch_target_minutes"), QStringLiteral("20"));
        market.world.set(QStringLiteral("orders.unconfirmed_cancel_minutes"), QStringLiteral("40"));
        const Instant first = market.world.db.clock.now();
        const Order packed = market.place(World::kilograms(2));
        market.step(packed, Confirmed);
        market.step(packed, Packed);
        const Order placed = market.place();
        market.passMinutes(25);
        const Order fresh = market.place();
        market.step(fresh, Confirmed);

        const auto said = market.analytics.listDecisions(market.world.admin).value();
        const auto early = listed(market, {.urgency = OrderUrgency::AtRisk});
        market.passMinutes(6);
        const auto risky = listed(market, {.urgency = OrderUrgency::AtRisk});

        const Decision *late = decision(said, DecisionKind::OrdersLate);
        QVERIFY(late);
        QCOMPARE(late->count, 2);
        QCOMPARE(late->late, 2);
        QCOMPARE(late->amount, Money{3 * kilogram.minor});
        QCOMPARE(late->oldest, first);
        const auto list = listed(market, {.urgency = OrderUrgency::Late});
        QCOMPARE(list.size(), 2);
        QCOMPARE(list[0].id, placed.id);
        QCOMPARE(list[1].id, packed.id);
        QCOMPARE(listed(market, {.status = Packed, .urgency = OrderUrgency::Late}).size(), 1);
        QCOMPARE(early.size(), 0);
        QCOMPARE(risky.size(), 1);
        QCOMPARE(risky[0].id, placed.id);
    }

    void targetsComeFromTheSettings()
    {
        Observatory market;
        market.world.set(QStringLiteral("orders.cancellation_target"), QStringLiteral("3.50"));
        market.world.set(QStringLiteral("payouts.target_hours"), QStringLiteral("2"));
        market.world.verifyBank(market.world.store);
        market.settle(market.place());
        const auto payout = market.world.payouts.requestPayout(market.world.store.caller).value();
        const auto waiting = [&](DecisionKind kind) {
            return *decision(market.analytics.listDecisions(market.world.admin).value(), kind);
        };

        const Decision early = waiting(DecisionKind::PayoutsToApprove);
        market.passMinutes(120);
        const Decision late = waiting(DecisionKind::PayoutsToApprove);
        QVERIFY(market.world.payouts.approvePayout(market.world.admin, payout.id));
        const Decision approved = waiting(DecisionKind::PayoutsToProcess);
        market.count();

        QCOMPARE(market.dashboard().cancellationRate.target, BasisPoints{350});
        QCOMPARE(early.targetMinutes, 120);
        QCOMPARE(early.late, 0);
        QCOMPARE(late.late, 1);
        QCOMPARE(approved.late, 0); // it waits for its payment since now
        QCOMPARE(approved.targetMinutes, 120);
    }

    // Property 49 (AN-07, CADM-02, STK-09): whatever happened, the dashboard says the revenue of all time, how many
    // orders there are and how many products run out, as the market's own tables say it. The property's fourth member,
    // active subscriptions, comes with the capability.
    void property49TheDashboardSaysRevenueOrdersAndLowStock()
    {
        Observatory market;
        QList<Order> open;

        HOLDS("Property 49: the dashboard says revenue, orders and low stock", [&] {
            switch (*rc::gen::inRange(0, 4)) {
            case 0:
                open += market.place(market.buyers[0], {{market.iron, World::kilograms(*rc::gen::inRange(1, 9))}});
                break;
            case 1: open += market.place(market.buyers[2], {{market.brass, World::kilograms(1)}}); break;
            case 2:
                if (!open.isEmpty())
                    market.cancel(open.takeFirst());
                break;
            default: market.pass(*rc::gen::inRange(0, 3));
            }
            const Id<Product> product = *rc::gen::element(market.iron, market.carton, market.brass);
            const qint64 level = *rc::gen::element(qint64(0), qint64(2'000'000'000));
            const auto set = market.world.db->write([&](Tx &tx) -> Result<> {
                tx.run("UPDATE products SET min_stock_level = ? WHERE id = ?", level, product);
                return {};
            });
            RC_ASSERT(set.has_value());
            market.count();

            const Dashboard said = market.dashboard({.period = NamedPeriod::Today});

            RC_ASSERT(said.lifetime.placed.minor ==
                      market.world.db.number("CAST(coalesce(sum(total_amount), 0) AS BIGINT) FROM orders"));
            RC_ASSERT(said.lifetime.ordersPlaced == market.world.db.number("count(*) FROM orders"));
            RC_ASSERT(said.stockLow == market.world.db.number("count(*) FROM products WHERE stock_quantity <="
                                                              " min_stock_level AND deleted_at IS NULL"));
        });
    }

    // AN-08
    void answersAndMinutesAreCountedByTheDay()
    {
        Observatory market;
        analytics::Service::Answered answered{.requests = 10, .totalMs = 3'000};
        market.analytics.listen([&] { return answered; });
        const auto said = [&] { return market.analytics.readOperations(market.world.admin, {}).value(); };
        QCOMPARE(said().uptime.figure, std::nullopt);
        QCOMPARE(said().responseTime.figureMs, std::nullopt);

        market.analytics.noteHealth();
        market.world.db.clock.advance(20'000);
        market.analytics.noteHealth(); // the same minute, and nothing was answered since
        for (int minute = 0; minute < 3; ++minute) {
            market.world.db.clock.advance(minuteMs);
            answered.requests += 10;
            answered.totalMs += 5'000;
            market.analytics.noteHealth();
        }
        market.passMinutes(4); // down
        market.analytics.noteHealth();

        QCOMPARE(said().responseTime.figureMs, 450);
        QCOMPARE(said().responseTime.targetMs, 2'000);
        QCOMPARE(market.world.db.number("minutes_up FROM analytics_health"), 5);
        QCOMPARE(said().uptime.figure, BasisPoints{5'714}); // four of the seven minutes that are over
        QCOMPARE(said().uptime.target, BasisPoints{9'990});
    }

    void twoServersDoNotMakeAMinuteTwo()
    {
        Observatory market;
        analytics::Service other(*market.world.db, market.world.db.clock, market.world.settings);
        other.listen([] { return analytics::Service::Answered{.requests = 4, .totalMs = 400}; });

        market.analytics.noteHealth();
        other.noteHealth();

        QCOMPARE(market.world.db.number("minutes_up FROM analytics_health"), 1);
        QCOMPARE(market.world.db.number("requests FROM analytics_health"), 4);
    }

    // AN-02
    void looksAtAStoreAreItsOwnAndTheMarkets()
    {
        Observatory market;
        const Instant now = market.world.db.clock.now();
        QVERIFY(market.world.db->write([&](Tx &tx) {
            return market.analytics.onFootfall(tx, {.stores = {{market.world.store.id, now, 6},
                                                               {market.second.id, now, 1},
                                                               {market.world.store.id, now.after(-3'600'000), 2}}});
        }));

        const auto own = market.analytics.readVendorAnalytics(market.world.store.caller, {}).value();

        QCOMPARE(own.storeViews.figure, 8);
        QCOMPARE(own.storeViews.previous, 0);
        QCOMPARE(market.analytics.readOperations(market.world.admin, {})->storeViews.figure, 9);
    }

    // A server that is to stop must not have to wait for the end of a walk through everything.
    void aRebuildEndsWhenTheServerStops()
    {
        Observatory market;
        market.settle(market.place());
        market.count();
        const QStringList rows = market.rows();
        int asked = 0;

        const auto rebuilt = market.analytics.rebuild([&] { return ++asked > 2; });

        QVERIFY(!rebuilt);
        QCOMPARE(rebuilt.error().code, ErrorCode::Unavailable);
        QCOMPARE(asked, 4); // before, on the way, where it was cut off, and afterwards
        QCOMPARE(market.rows(), rows);
        QVERIFY(market.analytics.rebuild());
        QCOMPARE(market.rows(), rows);
        QCOMPARE(market.world.db.number("count(*) FROM analytics_editions"), 1);
    }
};

TEST_CLASS(TestOfOverview)
#include "tst_overview.moc"
