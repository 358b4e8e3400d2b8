#include "tests/console/pages/orderspage.h"
#include "tests/console/registry.h"

using namespace orderspage;

// CADM-02: what is said beside a list of orders is of that list.
class TestOrderSums : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // CADM-02: what stands beside a narrowed list is of that list, or does not stand there.
    void countsAndMoneyBesideANarrowedListAreNotOfAllOrders_data()
    {
        QTest::addColumn<kit::Narrowing>("by");
        QTest::addColumn<bool>("saysCounts");
        QTest::addColumn<bool>("saysHeld");
        QTest::newRow("all") << kit::Narrowing{} << true << true;
        QTest::newRow("cancelled") << kit::Narrowing{{"status", "cancelled"}} << true << false;
        QTest::newRow("placed in days") << kit::Narrowing{{"days", "30"}} << false << false;
        QTest::newRow("settled in days") << kit::Narrowing{{"days", "30"}, {"of", "settled"}} << false << false;
        QTest::newRow("released") << kit::Narrowing{{"escrow", "released"}} << false << false;
        QTest::newRow("held") << kit::Narrowing{{"escrow", "held"}} << false << true;
    }
    void countsAndMoneyBesideANarrowedListAreNotOfAllOrders()
    {
        QFETCH(kit::Narrowing, by);
        QFETCH(bool, saysCounts);
        QFETCH(bool, saysHeld);
        OrdersFixture given;
        given.open();

        given.page->narrow(by);
        given.page->refresh();

        const auto *tabs = given.page->findChild<QTabBar *>();
        QCOMPARE(tabs->tabData(0).toLongLong(), saysCounts ? 14 : -1);
        QCOMPARE(shows(*given.page, QStringLiteral("₹1,23,456.00 held in escrow")), saysHeld);
    }

    void aStageSaysWhatItComesToAsWell()
    {
        OrdersFixture given;
        given.console.server.answer(api::sumOrders, OrderSum{.count = 3, .amount = {4'365'000'00}});
        given.open();

        given.page->narrow({{"status", "confirmed"}});
        given.page->refresh();

        QVERIFY(shows(*given.page, QStringLiteral("3 in this list · ₹43,65,000.00 in all")));
        QCOMPARE(given.page->findChild<QTabBar *>()->tabData(0).toLongLong(), 14); // the other stages keep their counts
    }

    void aLongListSaysHowManyThereAreAndNotHowManyHaveCome()
    {
        OrdersFixture given;
        ::Page<OrderCard> first = samples::page(samples::cards());
        first.total.reset();
        first.nextCursor = QStringLiteral("more");
        given.console.server.answer(api::listAllOrders, first);
        given.console.server.answer(api::countAllOrders, OrderCounts{.all = 150'038, .completed = 136'802});
        given.open();
        given.page->refresh();
        QVERIFY(shows(*given.page, QStringLiteral("1,50,038 in this list")));

        given.page->narrow({{"days", "30"}});
        given.page->refresh();

        QVERIFY(shows(*given.page, QStringLiteral("the newest 14, more below")));
    }

    // CADM-02: the figure of a tile is that of the list behind it, whatever of it has come so far.
    void aNarrowedListSaysWhatItComesTo()
    {
        OrdersFixture given;
        ::Page<OrderCard> first = samples::page(samples::cards());
        first.total.reset();
        first.nextCursor = QStringLiteral("more");
        given.console.server.answer(api::listAllOrders, first);
        given.console.server.answer(api::sumOrders, OrderSum{.count = 23'123, .amount = {2'092'142'162}});
        given.open();

        given.page->narrow({{"days", "30"}});
        given.page->refresh();

        QVERIFY(shows(*given.page, QStringLiteral("23,123 in this list · ₹2,09,21,421.62 in all")));
        QCOMPARE(given.page->findChild<QTabBar *>()->tabData(0).toLongLong(), 23'123);

        given.console.server.answer(api::sumOrders, OrderSum{100'000, {9'000'000'00}, false});
        given.page->narrow({{"days", "365"}});
        given.page->refresh();

        QVERIFY(shows(*given.page, QStringLiteral("more than 1,00,000 in this list · the newest: ₹90,00,000.00")));
        QCOMPARE(given.page->findChild<QTabBar *>()->tabData(0).toLongLong(), -1);
    }
};

CONSOLE_TEST(TestOrderSums)
#include "tst_ordersums.moc"
