#include "shared/contract/discovery.h"
#include "shared/contract/payouts.h"
#include "tests/analytics/observatory.h"
#include "tests/support/runner.h"

namespace {

constexpr Money kilogram = World::copperPrice; // of copper

const FlightStage &stage(const QList<FlightStage> &flight, OrderStatus status)
{
    return *std::find_if(flight.begin(), flight.end(), [&](const FlightStage &each) { return each.status == status; });
}

} // namespace

class TestOfFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // AN-04, AN-06, CADM-02
    void theDashboardComparesWithThePeriodBefore()
    {
        Observatory market;
        market.settle(market.place()); // belongs to the week before
        market.pass(7);
        market.settle(market.place(World::kilograms(2)));
        market.cancel(market.place());
        market.place();
        market.count();

        const Dashboard said = market.dashboard({.period = NamedPeriod::Week});

        QCOMPARE(said.period.from, QStringLiteral("2026-09-22"));
        QCOMPARE(said.period.to, QStringLiteral("2026-09-28"));
        QCOMPARE(said.period.previousFrom, QStringLiteral("2026-09-15"));
        QCOMPARE(said.period.previousTo, QStringLiteral("2026-09-21"));
        QCOMPARE(said.placed.figure, Money{4 * kilogram.minor});
        QCOMPARE(said.placed.previous, kilogram);
        QCOMPARE(said.placed.change, BasisPoints{30'000});
        QCOMPARE(said.placed.spark.size(), 7);
        QCOMPARE(said.placed.spark.constLast(), Money{4 * kilogram.minor});
        QCOMPARE(said.ordersPlaced.figure, 3);
        QCOMPARE(said.averageOrder, Money{100'000});
        QCOMPARE(said.commission.figure, Money{3'000}); // 2 % of two kilograms
        QCOMPARE(said.commission.previous, Money{1'500});
        QCOMPARE(said.takeRate, BasisPoints{200});
        QCOMPARE(said.cancellationRate.figure, BasisPoints{3'333});
        QCOMPARE(said.cancellationRate.previous, BasisPoints{0});
        QCOMPARE(said.held.figure, kilogram);
        QCOMPARE(said.held.previous, Money{});
        QCOMPARE(said.ordersHeld, 1);
        QCOMPARE(said.activeBuyers.figure, 1);
        QCOMPARE(said.days.size(), 7);
        QCOMPARE(said.days.constLast().previousPlaced, kilogram);
        QCOMPARE(stage(said.flight, OrderStatus::Placed).orders, 1);
        QCOMPARE(said.vendors.entries.size(), 1);
        QCOMPARE(said.vendors.entries[0].name, QStringLiteral("Iron Yard"));
        QCOMPARE(said.vendors.entries[0].note, QStringLiteral("Mumbai"));
        QCOMPARE(said.vendors.entries[0].orders, 3);
        QCOMPARE(said.vendors.entries[0].previous, kilogram);
        QCOMPARE(said.vendors.entries[0].share, BasisPoints{10'000});
        QCOMPARE(said.categories.entries[0].name, QStringLiteral("Metals"));
    }

    void anEmptyMarketShowsNothingAndFailsNowhere()
    {
        Observatory market;
        market.count();

        const Dashboard said = market.dashboard();

        QCOMPARE(said.placed.figure, Money{});
        QCOMPARE(said.placed.change, std::nullopt);
        QCOMPARE(said.averageOrder, std::nullopt);
        QCOMPARE(said.cancellationRate.figure, std::nullopt);
        QVERIFY(said.vendors.entries.isEmpty());
        QCOMPARE(said.days.size(), 30);
        QCOMPARE(said.flight.size(), 6);
        QVERIFY(market.analytics.listDecisions(market.world.admin)->isEmpty());
        QVERIFY(market.analytics.readCohorts(market.world.admin, {})->cohorts.isEmpty());
        QCOMPARE(market.analytics.readFunnel(market.world.admin, {})->steps.size(), 2);
        const auto sales = market.analytics.readVendorAnalytics(market.world.store.caller, {.forecastDays = 7});
        QVERIFY(sales);
        QCOMPARE(sales->revenue.forecast, std::nullopt);
        QVERIFY(market.analytics.readVendorDashboard(market.world.store.caller));
        QVERIFY(market.analytics.readOperations(market.world.admin, {}));
    }

    // AN-01: a day ends at midnight in India, not in Greenwich.
    void anOrderBelongsToTheDayInIndia()
    {
        Observatory market;
        market.passMinutes(12 * 60 - 1); // 23:59
        market.place();
        market.passMinutes(1);
        market.place(World::kilograms(2));
        market.count();

        const auto said = market.analytics.readRevenue(
            market.world.admin, {.from = QStringLiteral("2026-09-21"), .to = QStringLiteral("2026-09-22")});

        QVERIFY(said);
        QCOMPARE(said->points.size(), 2);
        QCOMPARE(said->points[0].sums.placed, kilogram);
        QCOMPARE(said->points[1].sums.placed, Money{2 * kilogram.minor});
        QCOMPARE(said->period.start, Instant::parse(u"2026-09-20T18:30:00.000Z").value());
        QCOMPARE(said->period.until, Instant::parse(u"2026-09-22T18:30:00.000Z").value());
    }

    // AN-04, CADM-12
    void theBestSellersAreRanked()
    {
        Observatory market;
        const Customer &goa = market.buyers[1];
        market.place(goa, {{market.iron, World::kilograms(10)}, {market.carton, World::kilograms(10)}}); // 400 + 150
        market.place(market.buyers[2], {{market.brass, World::kilograms(1)}});                           // 450
        market.count();
        const auto top = [&](TopKind kind, AskTop wish = {}) {
            wish.kind = kind;
            return market.analytics.readTop(market.world.admin, wish).value();
        };

        QCOMPARE(top(TopKind::Vendors).placed, Money{100'000});
        QCOMPARE(top(TopKind::Vendors).entries[0].name, QStringLiteral("Iron Yard"));
        QCOMPARE(top(TopKind::Vendors).entries[0].share, BasisPoints{5'500});
        const Top products = top(TopKind::Products);
        QCOMPARE(products.entries.size(), 3);
        QCOMPARE(products.entries[0].name, QStringLiteral("Brass taps"));
        QCOMPARE(products.entries[0].note, QStringLiteral("Brass House"));
        QCOMPARE(products.entries[0].key, market.brass.text());
        QCOMPARE(products.entries[1].placed, Money{40'000});
        const Top categories = top(TopKind::Categories);
        QCOMPARE(categories.entries[0].name, QStringLiteral("Metals"));
        QCOMPARE(categories.entries[0].orders, 2);
        QCOMPARE(categories.entries[0].placed, Money{85'000});
        QCOMPARE(categories.entries[1].placed, Money{15'000});
        QCOMPARE(top(TopKind::States).entries[0].name, QStringLiteral("Goa"));
        QCOMPARE(top(TopKind::Cities).entries[0].name, QStringLiteral("Town of Goa"));
        QCOMPARE(top(TopKind::Vendors, {.limit = 1}).entries.size(), 1);
        QCOMPARE(top(TopKind::Vendors, {.category = market.paper}).entries.size(), 1);
        QCOMPARE(top(TopKind::Vendors, {.category = market.paper}).placed, Money{15'000});
        QCOMPARE(top(TopKind::States, {.vendor = market.second.id}).entries[0].name, QStringLiteral("Gujarat"));
        QCOMPARE(top(TopKind::Products, {.state = QStringLiteral("Goa")}).entries.size(), 2);
        const auto refused =
            market.analytics.readTop(market.world.admin, {.vendor = market.second.id, .kind = TopKind::Cities});
        QVERIFY(!refused);
        QCOMPARE(refused.error().fields[0].field, QStringLiteral("kind"));
    }

    // AN-11: the orders of the period are followed, wherever they are settled.
    void theFunnelFollowsTheOrdersOfThePeriod()
    {
        Observatory market;
        const Order kept = market.place();
        market.place();
        market.pass(3);
        market.settle(kept);
        market.count();
        const AskAnalytics firstDay{.from = QStringLiteral("2026-09-21"), .to = QStringLiteral("2026-09-21")};

        const Funnel said = market.analytics.readFunnel(market.world.admin, firstDay).value();

        QCOMPARE(said.steps.size(), 2);
        QCOMPARE(said.steps[0].stage, FunnelStage::Ordered);
        QCOMPARE(said.steps[0].count, 2);
        QCOMPARE(said.steps[0].rate, std::nullopt);
        QCOMPARE(said.steps[1].stage, FunnelStage::Settled);
        QCOMPARE(said.steps[1].count, 1);
        QCOMPARE(said.steps[1].rate, BasisPoints{5'000});
    }

    void looksAtProductsOpenTheFunnel() // AN-02, AN-11
    {
        Observatory market;
        const Instant now = market.world.db.clock.now();
        market.place();
        QVERIFY(market.world.db->write([&](Tx &tx) {
            return market.analytics.onFootfall(tx, {.views = {{market.world.store.copper, now, 6},
                                                              {market.carton, now, 3},
                                                              {market.brass, now, 1},
                                                              {market.world.ids.next<Product>(), now, 9}},
                                                    .missed = {}});
        }));
        market.count();
        QVERIFY(market.analytics.rebuild());
        const auto first = [&](const AskAnalytics &wish) {
            return market.analytics.readFunnel(market.world.admin, wish).value().steps[0];
        };

        QCOMPARE(first({}).stage, FunnelStage::Viewed);
        QCOMPARE(first({}).count, 10);
        QCOMPARE(first({.category = market.paper}).count, 3);
        QCOMPARE(first({.vendor = market.second.id}).count, 1);
        QCOMPARE(first({.category = market.world.metals, .vendor = market.world.store.id}).count, 6);
        QCOMPARE(first({.state = QStringLiteral("Goa")}).stage, FunnelStage::Ordered);
        const auto own = market.analytics.readVendorAnalytics(market.world.store.caller, {}).value();
        QCOMPARE(own.funnel.steps[0].count, 9);
        QCOMPARE(own.funnel.steps[1].rate, BasisPoints{1'111});
    }

    // AN-04, AN-08: retention
    void cohortsShowWhoCameBack()
    {
        Observatory market;
        market.place(market.buyers[0], {{market.iron, World::kilograms(1)}}); // September
        market.place(market.buyers[1], {{market.iron, World::kilograms(1)}});
        market.pass(30); // October
        market.place(market.buyers[0], {{market.iron, World::kilograms(1)}});
        market.place(market.buyers[2], {{market.iron, World::kilograms(1)}});
        market.pass(31); // November
        market.place(market.buyers[1], {{market.iron, World::kilograms(1)}});
        market.count();

        const QList<Cohort> said = market.analytics.readCohorts(market.world.admin, {}).value().cohorts;

        QCOMPARE(said.size(), 2);
        QCOMPARE(said[0].month, QStringLiteral("2026-09"));
        QCOMPARE(said[0].buyers, 2);
        QCOMPARE(said[0].cells.size(), 3);
        QCOMPARE(said[0].cells[0].retained, BasisPoints{10'000});
        QCOMPARE(said[0].cells[1].buyers, 1);
        QCOMPARE(said[0].cells[1].retained, BasisPoints{5'000});
        QCOMPARE(said[0].cells[2].placed, Money{4'000});
        QCOMPARE(said[1].month, QStringLiteral("2026-10"));
        QCOMPARE(said[1].cells.size(), 2);
        QCOMPARE(said[1].cells[1].buyers, 0);
        const Operations operations = market.analytics.readOperations(market.world.admin, {}).value();
        QCOMPARE(operations.monthlyRetention.figure, BasisPoints{5'000}); // of September's buyers in October
        QCOMPARE(operations.monthlyRetention.target, BasisPoints{7'000});
        QCOMPARE(operations.monthlyActiveBuyers, 1);
        QCOMPARE(operations.firstTimeBuyers.figure, 0);
        QCOMPARE(operations.firstTimeBuyers.previous, 1);
    }

    // AN-05, AN-02: how long the steps take, and how fast a store answers
    void stepsAreTimed()
    {
        using enum OrderStatus;
        Observatory market;
        for (const qint64 minutes : {30, 60, 180}) {
            const Order order = market.place();
            market.passMinutes(minutes);
            market.step(order, Confirmed);
        }
        market.step(market.confirmedByPayment(), Packed);
        market.count();

        const Processing said = market.analytics.readProcessing(market.world.admin, {}).value();

        QCOMPARE(said.steps.size(), 4);
        const ProcessingTime &confirm = said.steps[0];
        QCOMPARE(confirm.step, TradeStep::Confirm);
        QCOMPARE(confirm.orders, 3);
        QCOMPARE(confirm.averageSeconds, 90 * 60);
        QVERIFY(qAbs(*confirm.medianSeconds - 3'600) < 3'600 / 5);
        QVERIFY(qAbs(*confirm.ninetiethSeconds - 10'800) < 10'800 / 5);
        QCOMPARE(confirm.targetMinutes, 120);
        QCOMPARE(confirm.withinTarget, BasisPoints{6'667});
        QCOMPARE(said.steps[1].orders, 0);
        QCOMPARE(said.steps[1].medianSeconds, std::nullopt);
        const auto own = market.analytics.readVendorAnalytics(market.world.store.caller, {}).value();
        QCOMPARE(own.steps[0].orders, 3);
        const auto other = market.analytics.readVendorAnalytics(market.second.caller, {}).value();
        QCOMPARE(other.steps[0].orders, 0);
        QVERIFY(!market.analytics.readProcessing(market.world.admin, {.state = QStringLiteral("Goa")}));
    }

    // AN-05, AN-08, AN-09
    void operationsCountPeoplePaymentsAndStores()
    {
        Observatory market;
        market.world.verifyBank(market.world.store);
        market.settle(market.place());
        const auto payout = market.world.payouts.requestPayout(market.world.store.caller).value();
        QVERIFY(market.world.payouts.approvePayout(market.world.admin, payout.id));
        QVERIFY(market.world.payouts.processPayout(market.world.admin, payout.id, {QStringLiteral("UTR-1")}));
        market.count();

        const Operations said = market.analytics.readOperations(market.world.admin, {}).value();

        QCOMPARE(said.buyersJoined.figure, 3);
        QCOMPARE(said.vendorsJoined.figure, 2);
        QCOMPARE(said.distributorsJoined.figure, 0);
        QCOMPARE(said.storesApplied.figure, 1);
        QCOMPARE(said.storesApproved.figure, 1);
        QCOMPARE(said.onboardingRate.figure, BasisPoints{10'000});
        QCOMPARE(said.payoutsProcessed.figure, 1);
        QCOMPARE(said.paidOut.figure, Money{73'500});
        QCOMPARE(said.paymentSuccess.figure, std::nullopt);
        QCOMPARE(said.paymentSuccess.target, BasisPoints{9'500});
        QCOMPARE(said.orderCompletion.figure, BasisPoints{10'000});
        QCOMPARE(said.dailyActiveBuyers, 0); // one buyer on one of thirty days
        QCOMPARE(said.monthlyActiveBuyers, 1);
    }

    // AN-08: a payment that failed and was paid after all has not failed.
    void aPaymentIsCountedByHowItEnded()
    {
        Observatory market;
        const auto payment = market.world.ids.next<Payment>();
        const auto write = [&](std::string_view statement, const auto &...values) {
            QVERIFY(market.world.db->write([&](Tx &tx) -> Result<> {
                tx.run(statement, values...);
                return market.analytics.onPaymentSettled(tx, {.paymentId = payment});
            }));
        };
        const auto said = [&] { return market.analytics.readOperations(market.world.admin, {}).value(); };

        write("INSERT INTO payments (id, account_id, provider, amount, currency, instrument, status, created_at,"
              " updated_at) VALUES (?, ?, 'razorpay', 50000, 'INR', 'upi', 'failed', ?, ?)",
              payment, market.world.buyer.caller.id, market.world.db.clock.now(), market.world.db.clock.now());
        QCOMPARE(said().paymentSuccess.figure, BasisPoints{0});

        QVERIFY(market.world.db->write([&](Tx &tx) {
            return market.world.ledger.recharge(tx, market.world.buyer.caller.id, {50'000}, payment,
                                                QStringLiteral("pay_1"));
        }));
        write("UPDATE payments SET status = 'paid', gateway_payment_id = 'pay_1' WHERE id = ?", payment);

        QCOMPARE(said().paymentSuccess.figure, BasisPoints{10'000});
        QCOMPARE(said().paymentsFailed.figure, 0);
        QCOMPARE(said().paidIn.figure, Money{50'000});
        market.count();
        const QStringList running = market.rows();
        QVERIFY(market.analytics.rebuild());
        QCOMPARE(market.rows(), running);
    }

    // CADM-02
    void decisionsThatWaitAreListedWithTheirAge()
    {
        Observatory market;
        market.world.set(QStringLiteral("orders.unconfirmed_cancel_minutes"), QStringLiteral("100"));
        market.world.set(QStringLiteral("orders.confirm_target_minutes"), QStringLiteral("10"));
        const Instant placedAt = market.world.db.clock.now();
        market.place();
        market.passMinutes(75);
        market.place();
        market.world.addProduct(market.world.store, QStringLiteral("Tin"), {100}, {0});

        const QList<Decision> said = market.analytics.listDecisions(market.world.admin).value();

        QCOMPARE(said.size(), 3);
        QCOMPARE(said[0].kind, DecisionKind::OrdersAtRisk);
        QCOMPARE(said[0].count, 1);
        QCOMPARE(said[0].oldest, placedAt);
        QCOMPARE(said[0].amount, kilogram);
        QCOMPARE(said[0].targetMinutes, 100);
        QCOMPARE(said[1].kind, DecisionKind::OrdersLate);
        QCOMPARE(said[1].count, 1);
        QCOMPARE(said[1].amount, kilogram);
        QCOMPARE(said[1].oldest, placedAt);
        QCOMPARE(said[2].kind, DecisionKind::StockLow);
        QCOMPARE(said[2].count, 1);
        QCOMPARE(stage(market.dashboard().flight, OrderStatus::Placed).late, 1);
        QCOMPARE(stage(market.dashboard().flight, OrderStatus::Placed).orders, 2);
    }

    void payoutsAndSubmissionsWaitForADecision() // CADM-02
    {
        Observatory market;
        market.world.verifyBank(market.world.store);
        market.settle(market.place());
        const auto payout = market.world.payouts.requestPayout(market.world.store.caller).value();

        const auto requested = market.analytics.listDecisions(market.world.admin).value();
        QVERIFY(market.world.payouts.approvePayout(market.world.admin, payout.id));
        const auto approved = market.analytics.listDecisions(market.world.admin).value();

        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested[0].kind, DecisionKind::PayoutsToApprove);
        QCOMPARE(requested[0].amount, Money{73'500});
        QCOMPARE(approved.size(), 1);
        QCOMPARE(approved[0].kind, DecisionKind::PayoutsToProcess);
    }

    void onlyThosePermittedRead()
    {
        Observatory market;
        Caller clerk = market.world.admin;
        clerk.superAdmin = false;

        QCOMPARE(market.analytics.readDashboard(clerk, {}).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(market.analytics.listDecisions(market.world.store.caller).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(market.analytics.readVendorDashboard(market.world.admin).error().code, ErrorCode::Forbidden);
        QCOMPARE(market.analytics.readVendorAnalytics(market.world.buyer.caller, {}).error().code,
                 ErrorCode::Forbidden);
        clerk.permissions = {Permission::ReadReports};
        QVERIFY(market.analytics.readDashboard(clerk, {}));
    }
};

TEST_CLASS(TestOfFigures)
#include "tst_figures.moc"
