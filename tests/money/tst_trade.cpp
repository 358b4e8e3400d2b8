#include "tests/money/world.h"
#include "tests/support/runner.h"

namespace {

QList<QByteArray> linesOf(const Result<FileBody> &file)
{
    QList<QByteArray> lines = file.value().bytes.split('\n');
    for (QByteArray &line : lines)
        line = line.trimmed();
    if (lines.constLast().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace

// What a store does with its orders beside the list.
class TestOfTrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // VEN-16, ORD-22
    void aStoreTakesItsOrdersAwayAsAFile()
    {
        World world;
        world.fill(world.buyer, {1'000'000});
        const Order paid = world.settled();
        const Order open = world.placed(World::kilograms(2));
        const Store other = world.openStore(QStringLiteral("Tin Yard"));
        const QString summary = world.orders.listVendorOrders(world.store.caller, {})->items[1].summary;

        const auto file = world.orders.exportVendorOrders(world.store.caller, {});
        const QList<QByteArray> lines = linesOf(file);

        QCOMPARE(file->name, QStringLiteral("orders-2026-09-21.csv"));
        QCOMPARE(file->contentType, QByteArray("text/csv; charset=utf-8"));
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0],
                 QByteArray("\xef\xbb\xbf"
                            "Order,Buyer,City,Items,Status,Escrow,Amount,Refunded,Placed,Settled,Commission"));
        QVERIFY(lines[1].startsWith(open.orderNumber.toUtf8() + ",asha,Mumbai,"));
        QVERIFY(lines[1].endsWith(",placed,held,1500.00,0.00,2026-09-21T19:43:20+05:30,,30.00"));
        QCOMPARE(lines[2], paid.orderNumber.toUtf8() + ",asha,Mumbai,\"" + summary.toUtf8() +
                               "\",completed,released,750.00,0.00,2026-09-21T19:43:20+05:30,"
                               "2026-09-21T19:43:20+05:30,15.00");
        QCOMPARE(linesOf(world.orders.exportVendorOrders(other.caller, {})).size(), 1);
        QCOMPARE(world.orders.exportVendorOrders(world.buyer.caller, {}).error().code, ErrorCode::Forbidden);
    }

    // VEN-16: the file holds what the list holds.
    void aFileFollowsTheFiltersOfTheList()
    {
        World world;
        world.fill(world.buyer, {1'000'000});
        (void)world.settled();
        const Order open = world.placed();

        const auto group = world.orders.exportVendorOrders(world.store.caller, {.group = StatusGroup::Pending});
        const auto none = world.orders.exportVendorOrders(world.store.caller,
                                                          {.status = OrderStatus::Placed, .group = StatusGroup::Done});
        const auto searched = world.orders.exportVendorOrders(world.store.caller, {.q = open.orderNumber});
        const auto earlier =
            world.orders.exportVendorOrders(world.store.caller, {.to = world.db.clock.now().after(-dayMs)});

        QCOMPARE(linesOf(group).size(), 2);
        QVERIFY(linesOf(group)[1].startsWith(open.orderNumber.toUtf8()));
        QCOMPARE(linesOf(none).size(), 1);
        QCOMPARE(linesOf(searched).size(), 2);
        QCOMPARE(linesOf(earlier).size(), 1);
    }

    // VEN-16: a list is read in pieces, and no order is lost or twice between two of them.
    void aBuyerTakesHisOwnOrdersWithoutWhatTheStorePays()
    {
        World world;
        world.fill(world.buyer, {1'000'000});
        const Customer other = world.addBuyer(QStringLiteral("ravi"));
        (void)world.placed();

        const QList<QByteArray> lines = linesOf(world.orders.exportOrders(world.buyer.caller, {}));

        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].endsWith("Order,Store,City,Items,Status,Escrow,Amount,Refunded,Placed,Settled"));
        QVERIFY(lines[1].contains(",Iron Yard,"));
        QVERIFY(!lines[1].contains("15.00"));
        QCOMPARE(linesOf(world.orders.exportOrders(other.caller, {})).size(), 1);
        QCOMPARE(world.orders.exportOrders(world.store.caller, {}).error().code, ErrorCode::Forbidden);
    }

    // VEN-16: what a spreadsheet would run is a text.
    void aNameIsNoFormulaInAFile()
    {
        World world;
        world.fill(world.buyer, {1'000'000});
        const auto evil = world.addProduct(world.store, QStringLiteral("=HYPERLINK(1)"), {1'000}, World::kilograms(9));
        QVERIFY(world.orders.placeOrder(world.buyer.caller,
                                        {.addressId = world.buyer.address, .lines = {{evil, World::kilograms(1)}}}));

        const QList<QByteArray> lines = linesOf(world.orders.exportVendorOrders(world.store.caller, {}));

        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[1].contains(",\"'=HYPERLINK(1), "), lines[1].constData());
    }

    // ORD-21
    void aStoreSeesItsOrdersDayByDay()
    {
        World world;
        world.fill(world.buyer, {1'000'000});
        (void)world.settled();
        QVERIFY(world.orders.cancelOrder(world.store.caller, world.placed().id, {QStringLiteral("Sold out")}));
        world.db.clock.advance(dayMs);
        (void)world.placed(World::kilograms(2));
        const Store other = world.openStore(QStringLiteral("Tin Yard"));

        const auto days = world.orders.listOrderDays(
            world.store.caller, {.from = QStringLiteral("2026-09-20"), .to = QStringLiteral("2026-09-22")});
        const auto usual = world.orders.listOrderDays(world.store.caller, {});
        const auto others = world.orders.listOrderDays(other.caller, {});

        QCOMPARE(days->size(), 3);
        QCOMPARE(json::bytes(days->at(0)), json::bytes(OrderDay{.day = QStringLiteral("2026-09-20")}));
        QCOMPARE(json::bytes(days->at(1)), json::bytes(OrderDay{.day = QStringLiteral("2026-09-21"),
                                                                .orders = 2,
                                                                .amount = {150'000},
                                                                .completed = 1,
                                                                .cancelled = 1,
                                                                .settled = {75'000}}));
        QCOMPARE(json::bytes(days->at(2)),
                 json::bytes(OrderDay{.day = QStringLiteral("2026-09-22"), .orders = 1, .amount = {150'000}}));
        QCOMPARE(usual->size(), orderDaysUsual);
        QCOMPARE(usual->constLast().day, QStringLiteral("2026-09-22"));
        QCOMPARE(others->constLast().orders, 0);
    }

    // ORD-21, AN-10: a day is one of India's.
    void aDayEndsWhenIndiaSleeps()
    {
        World world;
        world.fill(world.buyer, {1'000'000});
        world.db.clock.set({1'790'015'399'999}); // 23:59:59.999 in India
        (void)world.placed();
        world.db.clock.advance(hourMs);
        (void)world.placed();

        const auto days = world.orders.listOrderDays(
            world.store.caller, {.from = QStringLiteral("2026-09-21"), .to = QStringLiteral("2026-09-22")});

        QCOMPARE(days->at(0).orders, 1);
        QCOMPARE(days->at(1).orders, 1);
    }

    void daysThatAreNoneAreRefusedByTheirField_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("field");
        QTest::newRow("no day") << "2026-02-30"
                                << "2026-03-01"
                                << "from";
        QTest::newRow("no last day") << "2026-02-01"
                                     << "2026-13-01"
                                     << "to";
        QTest::newRow("backwards") << "2026-03-02"
                                   << "2026-03-01"
                                   << "from";
        QTest::newRow("too many") << "2026-01-01"
                                  << "2026-04-03"
                                  << "from";
    }
    void daysThatAreNoneAreRefusedByTheirField()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, field);
        World world;

        const auto days = world.orders.listOrderDays(world.store.caller, {.from = from, .to = to});

        QCOMPARE(days.error().fields.constFirst().field, field);
    }

    // VEN-02, ORD-13, C58
    void aStoresOrdersAreItsOwnByItsIdToo()
    {
        World world;
        world.fill(world.buyer, {1'000'000});
        const Order order = world.placed();
        const Store other = world.openStore(QStringLiteral("Tin Yard"));

        const auto own = world.orders.listStoreOrders(world.store.caller, world.store.id, {});
        const auto foreign = world.orders.listStoreOrders(other.caller, world.store.id, {});
        const auto unknown = world.orders.listStoreOrders(other.caller, world.ids.next<Vendor>(), {});

        QCOMPARE(own->items.size(), 1);
        QCOMPARE(own->items[0].id, order.id);
        QCOMPARE(foreign.error().code, ErrorCode::NotFound);
        QCOMPARE(foreign.error().message, unknown.error().message);
    }

    // CVEN-13, PRIV-06
    void aStoreSeesWhoOrderedAndHowToReachWhomItOwes()
    {
        World world;
        const Customer ravi = world.addBuyer(QStringLiteral("ravi"));
        world.fill(world.buyer, {1'000'000});
        world.fill(ravi, {1'000'000});
        (void)world.settled(World::kilograms(2));
        world.db.clock.advance(minuteMs);
        QVERIFY(world.order(ravi, World::kilograms(1)));
        const Store other = world.openStore(QStringLiteral("Tin Yard"));

        const auto first = world.orders.listCustomers(world.store.caller, {.limit = 1});
        const auto rest = world.orders.listCustomers(world.store.caller, {.limit = 1, .cursor = first->nextCursor});

        QCOMPARE(first->items.size(), 1);
        QCOMPARE(first->items[0].id, ravi.caller.id);
        QCOMPARE(first->items[0].customerPhone, QStringLiteral("+919800000002"));
        QCOMPARE(first->items[0].openOrders, 1);
        QCOMPARE(first->items[0].settledAmount, Money{});
        QCOMPARE(rest->items.size(), 1);
        QCOMPARE(rest->items[0].customerName, QStringLiteral("asha"));
        QCOMPARE(rest->items[0].customerPhone, QStringLiteral("+91••••••02"));
        QCOMPARE(rest->items[0].orders, 1);
        QCOMPARE(rest->items[0].openOrders, 0);
        QCOMPARE(rest->items[0].settledAmount, Money{150'000});
        QVERIFY(!rest->nextCursor);
        QCOMPARE(world.orders.listCustomers(other.caller, {})->items.size(), 0);
        QCOMPARE(world.orders.listCustomers(world.buyer.caller, {}).error().code, ErrorCode::Forbidden);
        QVERIFY(!world.orders.listCustomers(world.store.caller, {.cursor = QStringLiteral("MXwy")}));
    }

    // CVEN-13
    void aCustomersOrdersAreThoseAtTheOwnStore()
    {
        World world;
        const Customer ravi = world.addBuyer(QStringLiteral("ravi"));
        world.fill(world.buyer, {1'000'000});
        world.fill(ravi, {1'000'000});
        const Order order = world.placed();
        QVERIFY(world.order(ravi, World::kilograms(1)));
        const Store other = world.openStore(QStringLiteral("Tin Yard"));

        const auto own = world.orders.listCustomerOrders(world.store.caller, {.customerId = world.buyer.caller.id});
        const auto others = world.orders.listCustomerOrders(other.caller, {.customerId = world.buyer.caller.id});

        QCOMPARE(own->items.size(), 1);
        QCOMPARE(own->items[0].id, order.id);
        QCOMPARE(others->items.size(), 0);
    }

    // ORD-18
    void aStoreSaysWhoCarriesAnOrder()
    {
        World world;
        world.fill(world.buyer, {1'000'000});
        const Order order = world.placed();
        world.walkTo(order.id, OrderStatus::Packed);
        const Store other = world.openStore(QStringLiteral("Tin Yard"));
        const MarkShipped wish{QStringLiteral("Blue Dart"), QStringLiteral("7712345")};

        const auto foreign = world.orders.markShipped(other.caller, order.id, wish);
        const auto buyers = world.orders.markShipped(world.buyer.caller, order.id, wish);
        QCOMPARE(world.read(order.id).orderStatus, OrderStatus::Packed);
        const auto shipped = world.orders.markShipped(world.store.caller, order.id, wish);
        const auto again = world.orders.markShipped(world.store.caller, order.id, wish);

        QCOMPARE(foreign.error().code, ErrorCode::NotFound);
        QCOMPARE(buyers.error().code, ErrorCode::Forbidden);
        QCOMPARE(shipped->orderStatus, OrderStatus::Shipped);
        QCOMPARE(shipped->carrier, QStringLiteral("Blue Dart 7712345"));
        QCOMPARE(shipped->history.constLast().status, OrderStatus::Shipped);
        QCOMPARE(again.error().code, ErrorCode::IllegalTransition);
    }

    // ORD-18, ORD-05
    void whatIsNotPackedIsNotShipped()
    {
        World world;
        world.fill(world.buyer, {1'000'000});
        const Order order = world.placed();
        const QList<qint64> before = world.traces();

        const auto shipped = world.orders.markShipped(world.store.caller, order.id, {QStringLiteral("Blue Dart")});

        QCOMPARE(shipped.error().code, ErrorCode::IllegalTransition);
        QCOMPARE(world.traces(), before);
    }
};

TEST_CLASS(TestOfTrade)

#include "tst_trade.moc"
