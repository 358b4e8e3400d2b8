#include "tests/money/world.h"
#include "tests/support/runner.h"

#include <thread>

class TestOfProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // WAL-08, ORD-08, C18
    void bothConfirmationsSettleTheEscrow()
    {
        World world;
        world.fill(world.buyer, {150'000});
        const Order order = world.placed(World::kilograms(2));
        world.walkTo(order.id, OrderStatus::Delivered);
        QCOMPARE(world.read(order.id).orderStatus, OrderStatus::Delivered);
        QCOMPARE(world.wallet().heldAmount, Money{150'000});

        const auto done = world.orders.confirmDelivery(world.buyer.caller, order.id);

        QVERIFY(done);
        QCOMPARE(done->orderStatus, OrderStatus::Completed);
        QCOMPARE(done->escrowStatus, EscrowStatus::Released);
        QVERIFY(done->settledAt);
        QCOMPARE(done->lines[0].deliveredQuantity, Quantity{2000});
        QCOMPARE(done->lines[0].settledQuantity, Quantity{2000});
        QCOMPARE(done->history.size(), 7);
        QCOMPARE(done->history.last().actor, Actor::System);
        QCOMPARE(world.wallet().currentBalance, Money{});
        QCOMPARE(world.wallet().totalSpent, Money{150'000});
        QCOMPARE(world.funds().released, Money{147'000});
        QCOMPARE(world.db.number("count(*) FROM outbox WHERE topic = 'orders.settled'"), 1);
        QCOMPARE(world.ledger.verify(), std::optional<QString>());
    }

    void theBuyerMayConfirmFirst()
    {
        World world;
        world.fill(world.buyer, {75'000});
        const Order order = world.placed();
        world.walkTo(order.id, OrderStatus::OutForDelivery);

        const auto received = world.orders.confirmDelivery(world.buyer.caller, order.id);
        const auto again = world.orders.confirmDelivery(world.buyer.caller, order.id);
        const auto delivered = world.orders.confirmDelivery(world.store.caller, order.id);

        QCOMPARE(received->orderStatus, OrderStatus::OutForDelivery);
        QVERIFY(!received->mayConfirmReceipt);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QCOMPARE(delivered->orderStatus, OrderStatus::Completed);
        QCOMPARE(world.funds().released, Money{73'500});
    }

    // COM-04
    void theCommissionIsTheOneOfTheDayOfTheOrder()
    {
        World world;
        world.fill(world.buyer, {150'000});
        const Order order = world.placed();
        world.set(QStringLiteral("commission.global_rate"), QStringLiteral("10.00"));

        world.walkTo(order.id, OrderStatus::Delivered);
        QVERIFY(world.orders.confirmDelivery(world.buyer.caller, order.id));

        QCOMPARE(world.funds().released, Money{73'500});
        QCOMPARE(world.read(world.placed().id).commissionAmount, Money{7'500});
    }

    // WAL-09
    void inManualModeTheEscrowWaitsForAnAdmin()
    {
        World world;
        world.set(QStringLiteral("escrow.release_mode"), QStringLiteral("manual"));
        world.fill(world.buyer, {75'000});
        const Order order = world.settled();
        QCOMPARE(order.escrowStatus, EscrowStatus::Held);
        QCOMPARE(world.funds().released, Money{});
        Caller powerless = world.admin;
        powerless.superAdmin = false;

        const auto refused = world.orders.releaseEscrow(powerless, order.id);
        const auto released = world.orders.releaseEscrow(world.admin, order.id);
        const auto again = world.orders.releaseEscrow(world.admin, order.id);

        QCOMPARE(refused.error().code, ErrorCode::PermissionMissing);
        QCOMPARE(released->escrowStatus, EscrowStatus::Released);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QCOMPARE(world.funds().released, Money{73'500});
        QCOMPARE(world.db.number("count(*) FROM audit_log WHERE action = 'orders.escrow_released'"), 1);
        QCOMPARE(world.db.number("count(*) FROM orders WHERE released_by IS NOT NULL"), 1);
    }

    // WAL-07, ORD-07, ORD-11, ORD-12
    void cancellingReturnsMoneyAndStock_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<OrderStatus>("at");
        QTest::addColumn<bool>("mayCancel");
        QTest::newRow("buyer, placed") << "buyer" << OrderStatus::Placed << true;
        QTest::newRow("buyer, confirmed") << "buyer" << OrderStatus::Confirmed << true;
        QTest::newRow("buyer, packed") << "buyer" << OrderStatus::Packed << false;
        QTest::newRow("vendor, placed") << "vendor" << OrderStatus::Placed << true;
        QTest::newRow("vendor, packed") << "vendor" << OrderStatus::Packed << true;
        QTest::newRow("vendor, shipped") << "vendor" << OrderStatus::Shipped << false;
        QTest::newRow("admin, packed") << "admin" << OrderStatus::Packed << true;
        QTest::newRow("admin, delivered") << "admin" << OrderStatus::Delivered << false;
    }
    void cancellingReturnsMoneyAndStock()
    {
        QFETCH(QString, who);
        QFETCH(OrderStatus, at);
        QFETCH(bool, mayCancel);
        World world;
        world.fill(world.buyer, {150'000});
        const Order order = world.placed(World::kilograms(2));
        world.walkTo(order.id, at);
        const Caller caller = who == "buyer" ? world.buyer.caller : who == "vendor" ? world.store.caller : world.admin;
        const auto before = world.traces();

        const auto cancelled = world.orders.cancelOrder(caller, order.id, {QStringLiteral("changed my mind")});

        QCOMPARE(bool(cancelled), mayCancel);
        if (mayCancel) {
            QCOMPARE(cancelled->orderStatus, OrderStatus::Cancelled);
            QCOMPARE(cancelled->escrowStatus, EscrowStatus::Refunded);
            QCOMPARE(cancelled->history.last().reason, QStringLiteral("changed my mind"));
            QCOMPARE(world.wallet().available, Money{150'000});
            QCOMPARE(world.stock(), World::kilograms(100));
            const auto again = world.orders.cancelOrder(caller, order.id, {QStringLiteral("once more")});
            QCOMPARE(again.error().code, ErrorCode::IllegalTransition);
            QCOMPARE(world.stock(), World::kilograms(100));
        } else {
            QCOMPARE(cancelled.error().code, ErrorCode::IllegalTransition);
            QCOMPARE(world.traces(), before);
        }
        QCOMPARE(world.ledger.verify(), std::optional<QString>());
    }

    // Two clicks at once: the second changes nothing.
    void ofTwoContradictingClicksOneWins()
    {
        World world;
        world.fill(world.buyer, {75'000});
        const Order order = world.placed();
        std::atomic<int> won = 0;

        std::thread cancelling([&] {
            won += world.orders.cancelOrder(world.buyer.caller, order.id, {QStringLiteral("too slow")}) ? 1 : 0;
        });
        std::vector<std::thread> confirming;
        for (int i = 0; i < 4; ++i)
            confirming.emplace_back([&] { won += world.advance(order.id, OrderStatus::Confirmed) ? 1 : 0; });
        cancelling.join();
        for (std::thread &thread : confirming)
            thread.join();

        // Confirming and then cancelling is legal too; twice the same step never is.
        const Order now = world.read(order.id);
        QCOMPARE(int(now.history.size()) - 1, won.load());
        QVERIFY(won.load() == 1 || (won.load() == 2 && now.orderStatus == OrderStatus::Cancelled));
        QCOMPARE(world.ledger.verify(), std::optional<QString>());
    }

    // P41, ORD-05, ORD-06
    void stepsOutOfTurnChangeNothing()
    {
        World world;
        world.fill(world.buyer, {75'000});
        const Order order = world.placed();
        const auto before = world.traces();

        QCOMPARE(world.advance(order.id, OrderStatus::Packed).error().code, ErrorCode::IllegalTransition);
        QCOMPARE(world.advance(order.id, OrderStatus::Completed).error().code, ErrorCode::IllegalTransition);
        QCOMPARE(world.advance(world.buyer.caller, order.id, OrderStatus::Confirmed).error().code,
                 ErrorCode::Forbidden);
        QCOMPARE(world.advance(world.admin, order.id, OrderStatus::Confirmed).error().code,
                 ErrorCode::ValidationFailed);
        QCOMPARE(world.advance(order.id, OrderStatus::Cancelled).error().code, ErrorCode::ValidationFailed);
        QCOMPARE(world.orders.confirmDelivery(world.buyer.caller, order.id).error().code, ErrorCode::IllegalTransition);

        QCOMPARE(world.traces(), before);
        QVERIFY(world.advance(world.admin, order.id, OrderStatus::Confirmed, QStringLiteral("by phone")));
        QCOMPARE(world.db.number("count(*) FROM audit_log WHERE action = 'orders.moved'"), 1);
    }

    // P43, ORD-13, C58: foreign and unknown look the same.
    void somebodyElsesOrderDoesNotExist()
    {
        World world;
        world.fill(world.buyer, {75'000});
        const Order order = world.placed();
        const Customer stranger = world.addBuyer(QStringLiteral("ravi"));
        const Store rival = world.openStore(QStringLiteral("Rival"));

        const auto unknown = world.orders.readOrder(stranger.caller, world.ids.next<Order>());
        for (const Caller &caller : {stranger.caller, rival.caller}) {
            const auto read = world.orders.readOrder(caller, order.id);
            QCOMPARE(read.error().code, ErrorCode::NotFound);
            QCOMPARE(read.error().message, unknown.error().message);
            QCOMPARE(world.advance(caller, order.id, OrderStatus::Confirmed).error().code, ErrorCode::NotFound);
            QCOMPARE(world.orders.cancelOrder(caller, order.id, {QStringLiteral("mine now")}).error().code,
                     ErrorCode::NotFound);
            QCOMPARE(world.orders.confirmDelivery(caller, order.id).error().code, ErrorCode::NotFound);
        }
        QVERIFY(world.orders.listOrders(stranger.caller, {})->items.isEmpty());
        QVERIFY(world.orders.listVendorOrders(rival.caller, {})->items.isEmpty());
        QCOMPARE(world.read(order.id).orderStatus, OrderStatus::Placed);
    }

    // P44, ORD-14, SRCH-09
    void adminsFilterAllOrders()
    {
        World world;
        const Customer dealer = world.addBuyer(QStringLiteral("dealer"), Role::Distributor);
        world.fill(world.buyer, {1'000'000});
        world.fill(dealer, {1'000'000});
        const Order first = world.placed();
        world.db.clock.advance(60'000);
        const Order second = world.placed();
        world.db.clock.advance(60'000);
        const Order third = world.order(dealer, {1000})->orders[0];
        QVERIFY(world.advance(second.id, OrderStatus::Confirmed));
        const auto found = [&](const ListOrders &wish) {
            QList<Id<Order>> ids;
            const auto page = world.orders.listAllOrders(world.admin, wish);
            for (const OrderCard &card : page->items)
                ids += card.id;
            return ids;
        };
        using Ids = QList<Id<Order>>;

        QCOMPARE(found({}), (Ids{third.id, second.id, first.id}));
        QCOMPARE(found({.status = OrderStatus::Confirmed}), Ids{second.id});
        QCOMPARE(found({.group = StatusGroup::Pending}), (Ids{third.id, first.id}));
        QCOMPARE(found({.status = OrderStatus::Confirmed, .group = StatusGroup::Pending}), Ids{});
        QCOMPARE(found({.role = Role::Distributor}), Ids{third.id});
        QCOMPARE(found({.from = second.placedAt, .to = third.placedAt}), Ids{second.id});
        QCOMPARE(found({.q = first.orderNumber.toLower()}), Ids{first.id});
        QCOMPARE(found({.q = QStringLiteral("DEALER")}), Ids{third.id});
        QCOMPARE(found({.q = QStringLiteral("%")}), Ids{});

        const auto page = world.orders.listAllOrders(world.admin, {.limit = 2});
        QVERIFY(page->nextCursor);
        QCOMPARE(found({.limit = 2, .cursor = page->nextCursor}), Ids{first.id});
        const auto counts = world.orders.countVendorOrders(world.store.caller);
        QCOMPARE(counts->all, 3);
        QCOMPARE(counts->placed, 2);
        QCOMPARE(counts->confirmed, 1);
        QCOMPARE(counts->held, Money{225'000});
    }

    void everyStepOnTheWayIsCountedOnItsOwn()
    {
        World world;
        world.fill(world.buyer, {150'000});
        const Order order = world.placed();
        QVERIFY(world.advance(order.id, OrderStatus::Confirmed));
        QVERIFY(world.advance(order.id, OrderStatus::Packed));

        QVERIFY(world.advance(order.id, OrderStatus::Shipped));
        const auto shipped = world.orders.countVendorOrders(world.store.caller);
        QVERIFY(world.advance(order.id, OrderStatus::OutForDelivery));
        const auto arriving = world.orders.countAllOrders(world.admin);

        QCOMPARE(shipped->packed, 0);
        QCOMPARE(shipped->shipped, 1);
        QCOMPARE(shipped->outForDelivery, 0);
        QCOMPARE(arriving->shipped, 0);
        QCOMPARE(arriving->outForDelivery, 1);
    }

    // D-09, ORD-15
    void whatNobodyConfirmsIsCancelledInTime()
    {
        World world;
        world.fill(world.buyer, {150'000});
        const Order left = world.placed(), confirmed = world.placed();
        QVERIFY(world.advance(confirmed.id, OrderStatus::Confirmed));
        const Instant due = *world.orders.listOrders(world.buyer.caller, {})->items[1].dueAt;

        world.db.clock.set(due.after(-1));
        const int early = world.orders.cancelUnconfirmed();
        world.db.clock.set(due);
        const int inTime = world.orders.cancelUnconfirmed();

        QCOMPARE(early, 0);
        QCOMPARE(inTime, 1);
        QCOMPARE(world.read(left.id).orderStatus, OrderStatus::Cancelled);
        QCOMPARE(world.read(left.id).history.last().actor, Actor::System);
        QCOMPARE(world.read(confirmed.id).orderStatus, OrderStatus::Confirmed);
        QCOMPARE(world.wallet().available, Money{75'000});
        QCOMPARE(world.orders.cancelUnconfirmed(), 0);
    }

    // WAL-07: what a store does with its stock is no way to keep the buyer's money.
    void aStoreThatIsFilledUpGivesTheMoneyBackAllTheSame()
    {
        World world;
        world.fill(world.buyer, {75'000});
        const Order order = world.placed();
        const Quantity most = catalog::stockMax, free = most - world.stock();
        QVERIFY(world.catalog.changeStock(world.store.caller, world.store.copper, {.delta = free}));

        const auto cancelled = world.orders.cancelOrder(world.buyer.caller, order.id, {QStringLiteral("too slow")});
        const auto more = world.catalog.changeStock(world.store.caller, world.store.copper, {.delta = {1}});
        const Quantity after = world.stock();
        const auto less = world.catalog.changeStock(world.store.caller, world.store.copper, {.delta = {-1}});

        QVERIFY(cancelled);
        QCOMPARE(world.wallet().available, Money{75'000});
        QCOMPARE(after, most + World::kilograms(1));
        QCOMPARE(more.error().code, ErrorCode::OutOfStock);
        QVERIFY(less);
        QCOMPARE(world.db.number("sum(quantity_after - quantity_before) FROM stock_movements"), world.stock().milli);
    }

    void anOrderThatCannotBeCancelledDoesNotHoldUpTheOthers()
    {
        World world;
        world.fill(world.buyer, {1'000'000});
        const Order broken = world.placed();
        const Id<Product> brass = world.addProduct(world.store, QStringLiteral("Brass"), {50'000}, {10'000});
        const auto behind =
            world.orders.placeOrder(world.buyer.caller, {.addressId = world.buyer.address, .lines = {{brass, {1000}}}});
        QVERIFY(world.db->write([&](Tx &tx) -> Result<> {
            tx.run("UPDATE products SET stock_quantity = ?2 WHERE id = ?1", world.store.copper,
                   std::numeric_limits<qint64>::max());
            return {};
        }));
        world.db.clock.set(broken.placedAt.after(24 * 60 * 60'000));

        const int cancelled = world.orders.cancelUnconfirmed();

        QCOMPARE(cancelled, 1);
        QCOMPARE(world.read(broken.id).orderStatus, OrderStatus::Placed);
        QCOMPARE(world.read(behind->orders[0].id).orderStatus, OrderStatus::Cancelled);
        QCOMPARE(world.wallet().heldAmount, Money{75'000});
        QCOMPARE(world.ledger.verify(), std::optional<QString>());
    }

    // D-01, C75
    void aSilentBuyerDoesNotFreezeTheMoney()
    {
        World world;
        world.fill(world.buyer, {75'000});
        const Order order = world.placed();
        world.walkTo(order.id, OrderStatus::Delivered);

        world.db.clock.advance(7 * dayMs - 1);
        const int early = world.orders.completeOverdue();
        world.db.clock.advance(1);
        world.set(QStringLiteral("escrow.auto_complete_days"), QStringLiteral("0"));
        const int switchedOff = world.orders.completeOverdue();
        world.set(QStringLiteral("escrow.auto_complete_days"), QStringLiteral("7"));
        const int inTime = world.orders.completeOverdue();

        QCOMPARE(early, 0);
        QCOMPARE(switchedOff, 0);
        QCOMPARE(inTime, 1);
        QCOMPARE(world.read(order.id).orderStatus, OrderStatus::Completed);
        QCOMPARE(world.funds().released, Money{73'500});
    }
};

TEST_CLASS(TestOfProgress)
#include "tst_progress.moc"
