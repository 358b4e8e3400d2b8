// Admins who end orders of others.

#include "tests/money/world.h"
#include "tests/support/runner.h"

class TestOfForcedEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // AUTH-33, WAL-16: a stolen session ends nobody's escrow, and nothing leaves it while the books are in doubt.
    void whoEndsTheEscrowOfOthersShowsFirstWhoHeIs_data()
    {
        QTest::addColumn<OrderStatus>("from");
        QTest::addColumn<OrderStatus>("to");
        QTest::newRow("released by hand") << OrderStatus::Completed << OrderStatus::Completed;
        QTest::newRow("completed") << OrderStatus::Delivered << OrderStatus::Completed;
        QTest::newRow("cancelled") << OrderStatus::Confirmed << OrderStatus::Cancelled;
        QTest::newRow("delivered, which its buyer has confirmed")
            << OrderStatus::OutForDelivery << OrderStatus::Delivered;
    }
    void whoEndsTheEscrowOfOthersShowsFirstWhoHeIs()
    {
        QFETCH(OrderStatus, from);
        QFETCH(OrderStatus, to);
        World world;
        world.fill(world.buyer, {75'000});
        if (from == OrderStatus::Completed)
            world.set(QStringLiteral("escrow.release_mode"), QStringLiteral("manual"));
        const Id<Order> id = from == OrderStatus::Completed ? world.settled().id : world.placed().id;
        if (from != OrderStatus::Completed)
            world.walkTo(id, from);
        if (from == OrderStatus::OutForDelivery)
            QVERIFY(world.orders.confirmDelivery(world.buyer.caller, id));
        Caller elsewhere = world.admin;
        elsewhere.sessionId = world.ids.next<Session>();
        const QString why = QStringLiteral("By hand");
        const auto end = [&](const Caller &who) {
            if (from == OrderStatus::Completed)
                return world.orders.releaseEscrow(who, id);
            return to == OrderStatus::Cancelled ? world.orders.cancelOrder(who, id, {why})
                                                : world.advance(who, id, to, why);
        };
        const auto doubt = [&](const char *difference) {
            return world.db->write(
                [&](Tx &tx) -> Result<qint64> { return tx.run(std::string("UPDATE books_state SET ") + difference); });
        };
        const auto before = world.traces();

        const auto stolen = end(elsewhere);
        QCOMPARE(doubt("difference = 'posting 1', found_at = 1").value(), 1);
        const auto inDoubt = end(world.admin);
        QCOMPARE(world.traces(), before);
        QCOMPARE(world.wallet().heldAmount, Money{75'000});
        QCOMPARE(doubt("difference = NULL, found_at = NULL").value(), 1);
        const auto ended = end(world.admin);

        QCOMPARE(stolen.error().code, ErrorCode::ReauthenticationNeeded);
        QCOMPARE(inDoubt.error().code, ErrorCode::BooksInDoubt);
        QVERIFY(ended);
        QCOMPARE(world.wallet().heldAmount, Money{});
        QCOMPARE(world.ledger.verify(), std::optional<QString>());
    }

    // WAL-07: the parties show nothing, and neither does an admin who ends no escrow.
    void whoEndsNoEscrowOfOthersShowsNothing()
    {
        World world;
        world.fill(world.buyer, {150'000});
        const Order first = world.placed(), second = world.placed();
        Caller elsewhere = world.admin;
        elsewhere.sessionId = world.ids.next<Session>();

        QVERIFY(world.advance(elsewhere, first.id, OrderStatus::Confirmed, QStringLiteral("By phone")));
        QVERIFY(world.orders.cancelOrder(world.store.caller, first.id, {QStringLiteral("Sold out")}));
        QVERIFY(world.orders.cancelOrder(world.buyer.caller, second.id, {QStringLiteral("Not needed")}));

        QCOMPARE(world.wallet().available, Money{150'000});
    }
};

TEST_CLASS(TestOfForcedEnds)
#include "tst_forced.moc"
