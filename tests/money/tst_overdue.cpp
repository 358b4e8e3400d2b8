// What time does to orders and stores does not stop at those that are broken.

#include "shared/base/indiatime.h"
#include "tests/money/office.h"
#include "tests/money/returns.h"
#include "tests/money/webshop.h"
#include "tests/support/runner.h"

#include <QRegularExpression>

#include <algorithm>

namespace {

// Copies of an order that are broken in some way.
template <class Break>
void addBroken(World &world, Id<Order> like, int count, const Break &breakIt)
{
    const auto written = world.db->write([&](Tx &tx) -> Result<> {
        const auto whole = tx.one<orders::OrderRow>("FROM orders WHERE id = ?", like);
        for (int i = 0; i < count; ++i) {
            orders::OrderRow broken = *whole;
            broken.id = world.ids.next<Order>();
            broken.orderNumber = QStringLiteral("KW-BROKEN-%1").arg(i);
            broken.trackingId = QStringLiteral("TR-BROKEN-%1").arg(i);
            breakIt(broken);
            tx.insert("orders", broken);
        }
        return {};
    });
    if (!written)
        qFatal("the broken orders cannot be added");
}

// Payouts by themselves, every day from the next morning on.
void startRounds(World &world)
{
    world.set(QStringLiteral("payouts.mode"), QStringLiteral("automatic"));
    world.set(QStringLiteral("payouts.schedule"), QStringLiteral("daily"));
    const Instant now = world.db.clock.now();
    world.db.clock.advance(india::dayOf(now).after(dayMs + 10 * hourMs).ms - now.ms);
}

} // namespace

class TestOfOverdue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // D-01: each of them is said, and the sound one behind them all is completed.
    void ordersThatCannotCompleteHoldUpNobody()
    {
        constexpr int broken = 520; // more than are read at once
        World world;
        world.fill(world.buyer, {75'000});
        const Order order = world.placed();
        world.walkTo(order.id, OrderStatus::Delivered);
        // Their money nobody holds, and they were confirmed earlier than the sound one.
        addBroken(world, order.id, broken,
                  [](orders::OrderRow &copy) { copy.vendorConfirmedAt = copy.vendorConfirmedAt->after(-hourMs); });
        world.db.clock.advance(7 * dayMs);
        for (int i = 0; i < broken; ++i)
            QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("cannot move on: The held money")));

        const int completed = world.orders.completeOverdue();

        QCOMPARE(completed, 1);
        QCOMPARE(world.read(order.id).orderStatus, OrderStatus::Completed);
        QCOMPARE(world.funds().released, Money{73'500});
        QCOMPARE(world.db.number("count(*) FROM orders WHERE order_status = 'delivered'"), broken);
    }

    // D-09, STK-13: the same for those that nobody pays for.
    void unpaidOrdersThatCannotEndHoldUpNobody()
    {
        constexpr int broken = 520; // more than are read at once
        WebShop shop;
        const Order order = shop.placed();
        // What says that its money is held cannot be cancelled.
        addBroken(shop.world, order.id, broken, [&](orders::OrderRow &copy) {
            copy.checkoutId = shop.world.ids.next<PlacedOrders>();
            copy.placedAt = copy.placedAt.after(-hourMs);
            copy.escrowStatus = EscrowStatus::Held;
        });
        shop.world.db.clock.advance(30 * minuteMs);
        QCOMPARE(shop.orders.cancelUnpaid([] { return true; }), 0); // a server that stops
        for (int i = 0; i < broken; ++i)
            QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("cannot move on: ")));

        const int cancelled = shop.orders.cancelUnpaid();

        QCOMPARE(cancelled, 1);
        QCOMPARE(shop.read(order.id).orderStatus, OrderStatus::Cancelled);
        QCOMPARE(shop.world.db.number("count(*) FROM orders WHERE order_status = 'placed'"), broken);
    }

    // A dispute that came between is no fault, and nothing is said.
    void whatIsDisputedIsLeftAlone()
    {
        Returns given;
        const Order order = given.at(OrderStatus::Delivered);
        QVERIFY(given.dispute(given.buyer(), order.id));
        given.world.db.clock.advance(30 * dayMs);

        QCOMPARE(given.world.orders.completeOverdue(), 0);

        QCOMPARE(given.world.read(order.id).orderStatus, OrderStatus::Delivered);
    }

    // REF-05, DEP-06: disputes of the version before, which held an escrow and nothing else.
    void whatWasDisputedBeforeIsContestedFromTheFirstStartOn()
    {
        Returns given;
        World &world = given.world;
        world.verifyBank(world.store);
        const Order order = given.settled();
        const Dispute dispute = given.dispute(given.buyer(), order.id).value();
        const Instant openedAt = dispute.openedAt;
        QVERIFY(world.db->write([&](Tx &tx) -> Result<> {
            tx.run("UPDATE orders SET contested_at = NULL");
            return {};
        }));
        world.db.clock.advance(hourMs);

        QCOMPARE(world.refunds.load(), 1);
        QCOMPARE(world.refunds.load(), 0);

        QCOMPARE(world.db.number("contested_at FROM orders"), openedAt.ms);
        QCOMPARE(world.payouts.requestPayout(given.store()).error().code, ErrorCode::BelowMinimum);
        QVERIFY(world.refunds.withdrawDispute(given.buyer(), dispute.id));
        QCOMPARE(world.refunds.load(), 0);
        QCOMPARE(world.payouts.requestPayout(given.store())->amount, Returns::total - Returns::commission);
    }

    // PAYO-03, COM-05: what was corrected is paid without waiting for the next sale.
    void aStoreThatHasOnlyACorrectionIsPaidByItself()
    {
        World world;
        world.verifyBank(world.store);
        QVERIFY(world.db->write([&](Tx &tx) {
            return world.ledger.adjust(tx, world.store.id, QUuid::createUuid(), {20'000},
                                       QStringLiteral("Too much commission"));
        }));
        startRounds(world);

        const int made = world.payouts.makeDue();

        QCOMPARE(made, 1);
        const Payout payout = world.payouts.listPayouts(world.store.caller, {})->items.constFirst();
        QCOMPARE(payout.amount, Money{20'000});
        QCOMPARE(payout.corrections, Money{20'000});
        QCOMPARE(payout.ordersCount, 0);
        QCOMPARE(world.ledger.verify(), std::optional<QString>());
    }

    // PAYO-03: by what is released and not by what was sold once.
    void onlyStoresWithEnoughAreVisited()
    {
        Returns given;
        World &world = given.world;
        const auto toPay = [&](qint64 least) {
            return world.db->read([&](Tx &tx) { return world.ledger.storesToPay(tx, {least}, {}, 10); });
        };
        const Order order = given.settled();
        const Money released = Returns::total - Returns::commission;
        QCOMPARE(toPay(released.minor), QList<Id<Vendor>>{world.store.id});
        QCOMPARE(toPay(released.minor + 1), QList<Id<Vendor>>{});

        QVERIFY(given.refunded(order.id));

        QCOMPARE(toPay(0), QList<Id<Vendor>>{}); // nothing is left, and nothing is not enough
    }

    void storesToPayComeInPages()
    {
        World world;
        QList<Id<Vendor>> all{world.store.id, world.openStore(QStringLiteral("Rival")).id,
                              world.openStore(QStringLiteral("Third")).id};
        std::sort(all.begin(), all.end());
        QVERIFY(world.db->write([&](Tx &tx) -> Result<> {
            for (const Id<Vendor> store : all)
                MUST(world.ledger.adjust(tx, store, QUuid::createUuid(), {1}, QStringLiteral("Rounded wrongly")));
            return {};
        }));

        const auto first = world.db->read([&](Tx &tx) { return world.ledger.storesToPay(tx, {}, {}, 2); });
        const auto second = world.db->read([&](Tx &tx) { return world.ledger.storesToPay(tx, {}, first[1], 2); });

        QCOMPARE(first + second, all);
    }
};

TEST_CLASS(TestOfOverdue)
#include "tst_overdue.moc"
