#include "tests/analytics/observatory.h"
#include "tests/support/runner.h"

namespace {

constexpr Money kilogram = World::copperPrice; // of copper

} // namespace

class TestOfOwnFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // AN-01, AN-02, AN-07, CVEN-06
    void aStoreSeesItsOwnSales()
    {
        Observatory market;
        market.settle(market.place(market.buyers[0], {{market.iron, World::kilograms(10)}}));
        market.cancel(market.place(market.buyers[1], {{market.carton, World::kilograms(10)}}));
        market.place(market.buyers[2], {{market.brass, World::kilograms(1)}});
        market.count();

        const VendorAnalytics said =
            market.analytics.readVendorAnalytics(market.world.store.caller, {.period = NamedPeriod::Week}).value();

        QCOMPARE(said.revenue.sums.ordersPlaced, 2);
        QCOMPARE(said.revenue.sums.placed, Money{55'000});
        QCOMPARE(said.revenue.sums.settled, Money{40'000});
        QCOMPARE(said.revenue.sums.commission, Money{800});
        QCOMPARE(said.revenue.sums.net, Money{39'200});
        QCOMPARE(said.revenue.sums.averageOrder, Money{27'500});
        QCOMPARE(said.lifetime.settled, Money{40'000});
        QCOMPARE(said.products.entries.size(), 2);
        QCOMPARE(said.products.entries[0].name, QStringLiteral("Iron rods"));
        QCOMPARE(said.categories.entries[1].name, QStringLiteral("Paper"));
        QCOMPARE(said.fulfilment.figure, BasisPoints{5'000});
        QCOMPARE(said.funnel.steps.constLast().count, 1);
    }

    // AN-03, AN-07, P49
    void aStoreSeesItsDay()
    {
        Observatory market;
        market.settle(market.place());
        market.pass(1);
        const Order waiting = market.place(World::kilograms(2));
        market.world.addProduct(market.world.store, QStringLiteral("Tin"), {100}, {0});
        market.count();

        const VendorDashboard said = market.analytics.readVendorDashboard(market.world.store.caller).value();

        QCOMPARE(said.today.figure, Money{2 * kilogram.minor});
        QCOMPARE(said.today.previous, kilogram);
        QCOMPARE(said.today.spark.size(), 30);
        QCOMPARE(said.week.figure, Money{3 * kilogram.minor});
        QCOMPARE(said.month.figure, Money{3 * kilogram.minor});
        QCOMPARE(said.ordersToday.figure, 1);
        QCOMPARE(said.ordersToday.previous, 1);
        QCOMPARE(said.lifetime.ordersPlaced, 2);
        QCOMPARE(said.waiting.size(), 1);
        QCOMPARE(said.waiting[0].orderNumber, waiting.orderNumber);
        QCOMPARE(said.waiting[0].dueAt, waiting.placedAt.after(qint64(1'440) * 60'000));
        QCOMPARE(said.stockLow, 1);
        QCOMPARE(said.lowest[0].title, QStringLiteral("Tin"));
        QCOMPARE(said.released, Money{73'500});
        QCOMPARE(said.held, Money{2 * kilogram.minor});
        const VendorDashboard other = market.analytics.readVendorDashboard(market.second.caller).value();
        QCOMPARE(other.today.figure, Money{});
        QVERIFY(other.waiting.isEmpty());
    }

    // AN-01, AN-06
    void theForecastLearnsFromWholeDays()
    {
        Observatory market;
        for (int day = 0; day < 29; ++day) {
            market.place(market.buyers[0], {{market.iron, World::kilograms(1)}});
            market.pass(1);
        }
        market.place(market.buyers[0], {{market.iron, World::kilograms(100)}}); // today is not over
        market.count();

        const auto said = market.analytics.readRevenue(market.world.admin, {.forecastDays = 3}).value();

        QVERIFY(said.forecast);
        QCOMPARE(said.forecast->learnedDays, 29);
        QCOMPARE(said.forecast->points.size(), 3);
        QCOMPARE(said.forecast->points[0].day, analytics::dayText(market.today() + 1));
        QCOMPARE(said.forecast->points[0].expected, Money{4'000});
        QCOMPARE(said.forecast->points[0].low, Money{4'000});
    }
};

TEST_CLASS(TestOfOwnFigures)
#include "tst_ownfigures.moc"
