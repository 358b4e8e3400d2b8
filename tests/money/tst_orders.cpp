#include "tests/money/world.h"
#include "tests/support/runner.h"

#include <thread>

class TestOfOrders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // P32, P40, ORD-01, ORD-04, WAL-06, WAL-17, COM-03
    void aPlacedOrderTakesStockAndHoldsItsPrice()
    {
        World world;
        world.fill(world.buyer, {1'000'000});

        const auto placed = world.order({2'500});

        QVERIFY(placed);
        QCOMPARE(placed->orders.size(), 1);
        const Order &order = placed->orders[0];
        QVERIFY(order.orderNumber.startsWith(QLatin1String("KW-")));
        QCOMPARE(order.orderStatus, OrderStatus::Placed);
        QCOMPARE(order.statusGroup, StatusGroup::Pending);
        QCOMPARE(order.paymentStatus, PaymentStatus::Paid);
        QCOMPARE(order.escrowStatus, EscrowStatus::Held);
        QCOMPARE(order.totalAmount, Money{187'500});
        QCOMPARE(order.lines[0].listedQuantity, Quantity{100'000});
        QCOMPARE(order.lines[0].orderedQuantity, Quantity{2'500});
        QVERIFY(!order.lines[0].deliveredQuantity);
        QVERIFY(!order.lines[0].settledQuantity);
        QCOMPARE(order.history.size(), 1);
        QCOMPARE(order.deliveryAddress.city, QStringLiteral("Mumbai"));
        QVERIFY(order.mayCancel);
        QVERIFY(order.nextStatuses.isEmpty());
        QCOMPARE(world.stock(), Quantity{97'500});
        QCOMPARE(world.wallet().heldAmount, Money{187'500});
        QCOMPARE(world.db.number("count(*) FROM outbox WHERE topic = 'orders.placed'"), 1);
        const Order stored = world.orders.readOrder(world.buyer.caller, order.id).value();
        QCOMPARE(json::bytes(stored), json::bytes(order));
        const Order seen = world.orders.readOrder(world.store.caller, order.id).value();
        QCOMPARE(seen.commissionAmount, Money{3'750});
        QCOMPARE(seen.lines[0].commissionAmount, Money{3'750});
        QCOMPARE(seen.lines[0].commissionRate, BasisPoints{200});
        QCOMPARE(seen.lines[0].commissionLevel, QStringLiteral("global"));
    }

    // ADR-05
    void anOrderKeepsTheAddressAsItWas()
    {
        World world;
        world.fill(world.buyer, {1'000'000});
        const Order placed = world.placed();
        PutAddress moved{.recipientName = QStringLiteral("Somebody else"),
                         .recipientPhone = QStringLiteral("+919800000001"),
                         .streetAddress = QStringLiteral("1 Other Street"),
                         .city = QStringLiteral("Thane"),
                         .pincode = QStringLiteral("400601"),
                         .state = QStringLiteral("Maharashtra")};

        QVERIFY(world.accounts.updateAddress(world.buyer.caller, world.buyer.address, moved));

        QCOMPARE(json::bytes(world.read(placed.id).deliveryAddress), json::bytes(placed.deliveryAddress));
        QVERIFY(world.accounts.removeAddress(world.buyer.caller, world.buyer.address));
        QCOMPARE(world.read(placed.id).deliveryAddress.city, QStringLiteral("Mumbai"));
    }

    // What is between the store and the market is not the buyer's, and admins are nobody by name.
    void everybodyIsToldOfAnOrderWhatIsTheirs()
    {
        World world;
        world.fill(world.buyer, {75'000});
        const Order placed = world.placed();
        QVERIFY(world.advance(world.admin, placed.id, OrderStatus::Confirmed, QStringLiteral("by phone")));

        const Order bought = world.orders.readOrder(world.buyer.caller, placed.id).value();
        const Order sold = world.orders.readOrder(world.store.caller, placed.id).value();
        const Order overseen = world.read(placed.id);

        for (const Order &order : {placed, bought}) {
            QCOMPARE(order.commissionAmount, std::nullopt);
            QCOMPARE(order.refundedCommission, std::nullopt);
            QCOMPARE(order.lines[0].commissionAmount, std::nullopt);
            QCOMPARE(order.lines[0].commissionRate, std::nullopt);
            QCOMPARE(order.lines[0].commissionLevel, std::nullopt);
        }
        for (const Order &order : {sold, overseen}) {
            QCOMPARE(order.commissionAmount, Money{1'500});
            QCOMPARE(order.refundedCommission, Money{});
            QCOMPARE(order.lines[0].commissionRate, BasisPoints{200});
        }
        QCOMPARE(bought.history.last().actorName, QStringLiteral("Kabaadwala"));
        QCOMPARE(sold.history.last().actorName, QStringLiteral("Kabaadwala"));
        QCOMPARE(overseen.history.last().actorName, QStringLiteral("boss"));
        QCOMPARE(bought.history.first().actorName, QStringLiteral("asha"));
    }

    // P27, P70, STK-01, D-04, WAL-03, WAL-05: whatever is wrong, nothing remains.
    void aRefusedOrderLeavesNoTrace_data()
    {
        QTest::addColumn<qint64>("balance");
        QTest::addColumn<qint64>("milli");
        QTest::addColumn<qint64>("expectedPrice");
        QTest::addColumn<double>("latitude");
        QTest::addColumn<ErrorCode>("refusal");
        QTest::addColumn<QByteArray>("details");
        const double near = World::mumbai.latitude, far = World::delhi.latitude;
        QTest::newRow("one paisa short") << qint64(74'999) << qint64(1000) << qint64(75'000) << near
                                         << ErrorCode::InsufficientFunds << QByteArray("{\"missing\":\"0.01\"}");
        QTest::newRow("a gram short") << qint64(10'000'000) << qint64(100'001) << qint64(75'000) << near
                                      << ErrorCode::OutOfStock << QByteArray();
        QTest::newRow("another price") << qint64(10'000'000) << qint64(1000) << qint64(74'999) << near
                                       << ErrorCode::PriceChanged << QByteArray();
        QTest::newRow("too far") << qint64(10'000'000) << qint64(1000) << qint64(75'000) << far
                                 << ErrorCode::OutOfRadius << QByteArray();
    }
    void aRefusedOrderLeavesNoTrace()
    {
        QFETCH(qint64, balance);
        QFETCH(qint64, milli);
        QFETCH(qint64, expectedPrice);
        QFETCH(double, latitude);
        QFETCH(ErrorCode, refusal);
        QFETCH(QByteArray, details);
        World world;
        world.fill(world.buyer, {balance});
        const auto address =
            world.accounts.addAddress(world.buyer.caller, {.recipientName = QStringLiteral("Asha"),
                                                           .recipientPhone = QStringLiteral("+919800000002"),
                                                           .streetAddress = QStringLiteral("3 Far Road"),
                                                           .city = QStringLiteral("Far"),
                                                           .pincode = QStringLiteral("400050"),
                                                           .state = QStringLiteral("Maharashtra"),
                                                           .location = GeoPoint{latitude, World::mumbai.longitude}});
        const auto before = world.traces();

        const auto refused = world.orders.placeOrder(
            world.buyer.caller,
            {.addressId = address->id, .lines = {{world.store.copper, {milli}, Money{expectedPrice}}}});

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, refusal);
        if (!details.isEmpty())
            QCOMPARE(refused.error().details, details);
        QCOMPARE(world.traces(), before);
        QCOMPARE(world.wallet().available, Money{balance});
    }

    void whatIsNotTheCallersCannotBeOrdered()
    {
        World world;
        world.fill(world.buyer, {1'000'000});
        const Customer other = world.addBuyer(QStringLiteral("ravi"));
        const auto before = world.traces();

        const auto foreignAddress = world.orders.placeOrder(
            world.buyer.caller, {.addressId = other.address, .lines = {{world.store.copper, {1000}}}});
        const auto unknownProduct = world.orders.placeOrder(
            world.buyer.caller, {.addressId = world.buyer.address, .lines = {{world.ids.next<Product>(), {1000}}}});
        const auto byVendor = world.orders.placeOrder(
            world.store.caller, {.addressId = world.buyer.address, .lines = {{world.store.copper, {1000}}}});
        const auto twice = world.orders.placeOrder(
            world.buyer.caller,
            {.addressId = world.buyer.address, .lines = {{world.store.copper, {1000}}, {world.store.copper, {1000}}}});

        QCOMPARE(foreignAddress.error().code, ErrorCode::NotFound);
        QCOMPARE(unknownProduct.error().code, ErrorCode::NotFound);
        QCOMPARE(byVendor.error().code, ErrorCode::Forbidden);
        QCOMPARE(twice.error().fields[0].field, QStringLiteral("lines.1.product_id"));
        QCOMPARE(world.traces(), before);
    }

    // ORD-26, C19, D-04
    void oneCheckoutMakesOneOrderPerStoreOrNone()
    {
        World world;
        const Store second = world.openStore(QStringLiteral("Brass House"), World::pune);
        const auto brass = world.addProduct(second, QStringLiteral("Brass"), {50'000}, World::kilograms(10));
        const PlaceOrder wish{.addressId = world.buyer.address,
                              .lines = {{world.store.copper, {1000}}, {brass, {2000}}, {second.copper, {1000}}}};
        world.fill(world.buyer, {100'000});
        const auto before = world.traces();

        const auto refused = world.orders.placeOrder(world.buyer.caller, wish);
        const auto afterRefusal = world.traces();
        world.fill(world.buyer, {150'000});
        const auto placed = world.orders.placeOrder(world.buyer.caller, wish);

        QCOMPARE(refused.error().code, ErrorCode::InsufficientFunds);
        QCOMPARE(refused.error().details, QByteArray("{\"missing\":\"1500.00\"}"));
        QCOMPARE(afterRefusal, before);
        QVERIFY(placed);
        QCOMPARE(placed->orders.size(), 2);
        QCOMPARE(placed->orders[0].totalAmount, Money{75'000});
        QCOMPARE(placed->orders[1].totalAmount, Money{175'000});
        QCOMPARE(placed->orders[1].lines.size(), 2);
        QCOMPARE(world.wallet().available, Money{});
        QCOMPARE(world.wallet().heldAmount, Money{250'000});
    }

    // P69, STK-02, WAL-15: exactly one gets it.
    void manyBuyersRaceForTheLastPiece()
    {
        World world;
        const auto last = world.addProduct(world.store, QStringLiteral("Last anvil"), {10'000}, World::kilograms(1));
        constexpr int racers = 64;
        QList<Customer> buyers;
        for (int i = 0; i < racers; ++i) {
            buyers += world.addBuyer(QStringLiteral("racer%1").arg(i));
            world.fill(buyers.last(), {10'000});
        }
        std::atomic<int> won = 0, outOfStock = 0;

        std::vector<std::thread> threads;
        for (const Customer &buyer : buyers)
            threads.emplace_back([&world, &won, &outOfStock, buyer, last] {
                const auto placed =
                    world.orders.placeOrder(buyer.caller, {.addressId = buyer.address, .lines = {{last, {1000}}}});
                if (placed)
                    ++won;
                else if (placed.error().code == ErrorCode::OutOfStock)
                    ++outOfStock;
            });
        for (std::thread &thread : threads)
            thread.join();

        QCOMPARE(won.load(), 1);
        QCOMPARE(outOfStock.load(), racers - 1);
        QCOMPARE(world.stock(last), Quantity{});
        QCOMPARE(world.db.number("count(*) FROM orders"), 1);
        QCOMPARE(world.db.number("count(*) FROM ledger_transactions WHERE kind = 'hold'"), 1);
        QCOMPARE(world.ledger.verify(), std::optional<QString>());
    }

    // WAL-15
    void oneWalletIsNeverOverspent()
    {
        World world;
        world.fill(world.buyer, {5 * World::copperPrice.minor});
        std::atomic<int> won = 0, short_ = 0;

        std::vector<std::thread> threads;
        for (int i = 0; i < 16; ++i)
            threads.emplace_back([&] {
                const auto placed = world.order();
                if (placed)
                    ++won;
                else if (placed.error().code == ErrorCode::InsufficientFunds)
                    ++short_;
            });
        for (std::thread &thread : threads)
            thread.join();

        QCOMPARE(won.load(), 5);
        QCOMPARE(short_.load(), 11);
        QCOMPARE(world.wallet().available, Money{});
        QCOMPARE(world.stock(), World::kilograms(95));
        QCOMPARE(world.ledger.verify(), std::optional<QString>());
    }

    // CADM-02: who comes from a figure finds it at the end of the list.
    void aFilteredListIsCountedAndAddedUpAsAWhole()
    {
        World world;
        world.fill(world.buyer, {1'000'000});
        const Order first = world.placed();
        world.db.clock.advance(2 * dayMs);
        const Order second = world.placed();
        world.db.clock.advance(dayMs);
        const Order third = world.order(world.buyer, {1000})->orders[0];
        QVERIFY(world.advance(second.id, OrderStatus::Confirmed));
        const auto summed = [&](const ListOrders &wish) {
            const OrderSum sum = world.orders.sumOrders(world.admin, wish).value();
            return std::pair{sum.isWhole ? sum.count : -1, sum.amount};
        };
        using Sum = std::pair<qint64, Money>;
        const Money all = first.totalAmount + second.totalAmount + third.totalAmount;

        QCOMPARE(summed({}), (Sum{3, all}));
        QCOMPARE(summed({.limit = 1}), (Sum{3, all})); // a page is no filter
        QCOMPARE(summed({.status = OrderStatus::Confirmed}), (Sum{1, second.totalAmount}));
        QCOMPARE(summed({.from = second.placedAt, .to = third.placedAt}), (Sum{1, second.totalAmount}));
        QCOMPARE(summed({.to = third.placedAt}), (Sum{2, first.totalAmount + second.totalAmount}));
        QCOMPARE(summed({.vendor = world.store.id, .escrow = EscrowStatus::Held}), (Sum{3, all}));
        QCOMPARE(summed({.status = OrderStatus::Confirmed, .group = StatusGroup::Pending}), (Sum{0, Money{}}));
        const auto newest = world.db->read([](Tx &tx) { return orders::Store().sum(tx, {}, {}, {}, 2); });
        QCOMPARE(newest.orders, 2);
        QCOMPARE(newest.amount, second.totalAmount + third.totalAmount);
        QCOMPARE(newest.isWhole, 0);
        for (const char *ever : {"1970-01-01T00:00:00.000Z", "0001-01-01T00:00:00.000Z"})
            QCOMPARE(summed({.from = Instant::parse(QString::fromLatin1(ever)),
                             .to = Instant::parse(u"9999-12-31T00:00:00.000Z")}),
                     (Sum{3, all}));
        QCOMPARE(world.orders.sumOrders(world.store.caller, {}).error().code, ErrorCode::PermissionMissing);
    }
};

TEST_CLASS(TestOfOrders)
#include "tst_orders.moc"
