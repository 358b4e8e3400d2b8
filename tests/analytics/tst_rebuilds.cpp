#include "tests/analytics/observatory.h"
#include "tests/support/runner.h"

// What a rebuild that does not come to its end leaves behind: nothing.
class TestOfRebuilds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // AN-10: reactions count for an edition as long as it is being made.
    void oneThatIsStoppedIsNotCountedInto()
    {
        Observatory market;
        market.place();
        market.count();
        int pieces = 0;

        QVERIFY(!market.analytics.rebuild([&] { return ++pieces > 3; }));
        QCOMPARE(market.world.db.number("count(*) FROM analytics_editions WHERE state = 'building'"), 0);
        market.place();
        market.count();

        QCOMPARE(market.dashboard().ordersPlaced.figure, 2);
        QVERIFY(market.analytics.rebuild());
        QCOMPARE(market.world.db.number("count(*) FROM analytics_editions"), 1);
        QCOMPARE(market.dashboard().ordersPlaced.figure, 2);
    }

    void oneThatWasKilledIsGivenUp()
    {
        Observatory market;
        QVERIFY(market.analytics.rebuild());
        QVERIFY(market.world.db->write([](Tx &tx) -> Result<> {
            analytics::RollupStore().begin(tx);
            return {};
        }));

        market.passMinutes(9);
        QVERIFY(market.analytics.rebuildOnce());
        QCOMPARE(market.world.db.number("count(*) FROM analytics_editions WHERE state = 'building'"), 1);
        market.passMinutes(2);
        QVERIFY(market.analytics.rebuildOnce());

        QCOMPARE(market.world.db.number("count(*) FROM analytics_editions WHERE state = 'building'"), 0);
    }

    // Otherwise each try would leave what it has made so far until the disk is full.
    void oneThatFailsOverAndOverIsTriedEachHourAndLeavesNoEditions()
    {
        Observatory market;
        const Order order = market.place();
        market.count();
        const auto writeAddress = [&](const QString &address) {
            QVERIFY(market.world.db->write([&](Tx &tx) -> Result<> {
                tx.run("UPDATE orders SET delivery_address = ? WHERE id = ?", address, order.id);
                tx.run("UPDATE analytics_editions SET built_at = NULL");
                return {};
            }));
        };
        const QString good = json::bytes(order.deliveryAddress);
        writeAddress(QStringLiteral("{}"));

        int failures = 0;
        for (int minute = 0; minute < 5 * 60; ++minute) {
            market.passMinutes(1);
            try {
                failures += market.analytics.rebuildOnce() ? 0 : 1;
            } catch (const DbFault &) {
                ++failures;
            }
        }

        QCOMPARE(failures, 10); // after 1, 2, 4 and so on up to 60 minutes
        QCOMPARE(market.world.db.number("count(*) FROM analytics_editions"), 1);
        writeAddress(good);
        market.passMinutes(60);
        QVERIFY(market.analytics.rebuildOnce());
        QCOMPARE(market.world.db.number("count(*) FROM analytics_editions"), 1);
        QCOMPARE(market.world.db.number("count(*) FROM analytics_editions WHERE built_at IS NOT NULL"), 1);
    }
};

TEST_CLASS(TestOfRebuilds)

#include "tst_rebuilds.moc"
