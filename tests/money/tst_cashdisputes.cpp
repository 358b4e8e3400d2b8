// Orders in cash about which their sides do not agree: the market has no money of them, and still they wait.

#include "tests/money/cashshop.h"
#include "tests/support/runner.h"

class TestOfCashDisputes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // C14, REF-05
    void aDisputeDecidedForTheBuyerEndsItBeforeAnybodyPays()
    {
        CashShop shop;
        const Order order = shop.at(OrderStatus::OutForDelivery);
        const Dispute dispute = shop.disputed(order.id).value();
        QCOMPARE(shop.decided(dispute, {50'000}, {25'000}).error().code, ErrorCode::ValidationFailed);
        QCOMPARE(shop.read(order.id).orderStatus, OrderStatus::OutForDelivery);

        const auto decided = shop.decided(dispute, World::copperPrice, {});

        QCOMPARE(decided->status, DisputeStatus::Decided);
        QCOMPARE(shop.read(order.id).orderStatus, OrderStatus::Cancelled);
        QCOMPARE(shop.read(order.id).paymentStatus, PaymentStatus::Failed);
        QCOMPARE(shop.postings(), 0);
        QCOMPARE(shop.world.db.number("count(*) FROM refunds"), 0);
        QCOMPARE(shop.confirm(order.id).error().code, ErrorCode::IllegalTransition);
        QVERIFY(shop.isSound());
    }

    void aDisputeDecidedForTheStoreLeavesItToItsSides()
    {
        CashShop shop;
        const Order order = shop.at(OrderStatus::Delivered);
        const Dispute dispute = shop.disputed(order.id).value();

        QVERIFY(shop.decided(dispute, {}, World::copperPrice));

        QCOMPARE(shop.read(order.id).orderStatus, OrderStatus::Delivered);
        QCOMPARE(shop.postings(), 0);
        QVERIFY(shop.confirm(order.id));
        QCOMPARE(shop.owed(), CashShop::commission);
        const Dispute late = shop.disputed(order.id).value();
        QCOMPARE(shop.decided(late, World::copperPrice, {}).error().code, ErrorCode::ValidationFailed);
        QCOMPARE(shop.owed(), CashShop::commission);
        QVERIFY(shop.isSound());
    }

    // REF-05, D-01: what its sides do not agree on is not settled by silence, whichever way it is paid.
    void aDisputeStopsTheClockOfAnOrderInCashToo()
    {
        CashShop shop;
        const Order order = shop.at(OrderStatus::Delivered);
        shop.world.db.clock.advance(6 * dayMs);
        const Dispute dispute = shop.disputed(order.id).value();
        const QList<qint64> before = shop.world.traces();
        shop.world.db.clock.advance(30 * dayMs);

        const int bySilence = shop.orders.completeOverdue();
        const auto byBuyer = shop.confirm(order.id);
        const auto byAdmin =
            shop.world.advance(shop.world.admin, order.id, OrderStatus::Completed, QStringLiteral("By hand"));

        QCOMPARE(bySilence, 0);
        QCOMPARE(byBuyer.error().code, ErrorCode::Conflict);
        QCOMPARE(byAdmin.error().code, ErrorCode::Conflict);
        QCOMPARE(shop.world.traces(), before);
        QCOMPARE(shop.read(order.id).paymentStatus, PaymentStatus::Pending);
        QCOMPARE(shop.owed(), Money{});
        QCOMPARE(shop.decided(dispute, World::copperPrice, {})->outcome, DisputeOutcome::Refunded);
        QCOMPARE(shop.read(order.id).orderStatus, OrderStatus::Cancelled);
        QVERIFY(shop.isSound());
    }

    // REF-05, WAL-14: what would be refused is not offered, and the order says since when.
    void anOrderInCashThatIsContestedOffersNoEnd()
    {
        CashShop shop;
        const Order order = shop.at(OrderStatus::OutForDelivery);
        const Dispute dispute = shop.disputed(order.id).value();
        const std::optional<Instant> since = shop.world.db.clock.now();
        const auto seenBy = [&](const Caller &who) { return shop.world.orders.readOrder(who, order.id).value(); };
        QCOMPARE(seenBy(shop.world.store.caller).nextStatuses, QList<OrderStatus>{OrderStatus::Delivered});

        QVERIFY(shop.world.advance(order.id, OrderStatus::Delivered)); // which is no end

        QCOMPARE(seenBy(shop.world.store.caller).contestedAt, since);
        QCOMPARE(seenBy(shop.world.buyer.caller).contestedAt, since);
        QVERIFY(!seenBy(shop.world.buyer.caller).mayConfirmReceipt);
        QCOMPARE(seenBy(shop.world.admin).nextStatuses, QList<OrderStatus>());
        const OrderCard card = shop.world.orders.listVendorOrders(shop.world.store.caller, {})->items.constFirst();
        QCOMPARE(card.contestedAt, since);

        QVERIFY(shop.world.refunds.withdrawDispute(shop.world.buyer.caller, dispute.id));
        QCOMPARE(seenBy(shop.world.store.caller).contestedAt, std::optional<Instant>());
        QVERIFY(seenBy(shop.world.buyer.caller).mayConfirmReceipt);
        QCOMPARE(seenBy(shop.world.admin).nextStatuses, QList<OrderStatus>{OrderStatus::Completed});
    }

    // ORD-11, REF-05
    void anOrderThatIsContestedIsNotCancelled()
    {
        CashShop shop;
        World &world = shop.world;
        world.fill(world.buyer, {100'000});
        const Order order = world.placed();
        QVERIFY(shop.read(order.id).mayCancel);
        QVERIFY(world.db->write(
            [&](Tx &tx) { return world.orders.freeze(tx, world.orders.stakeOf(tx, order.id).value()); }));
        const QList<qint64> before = world.traces();

        const auto cancelled = world.orders.cancelOrder(world.buyer.caller, order.id, {QStringLiteral("Too late")});

        QCOMPARE(cancelled.error().code, ErrorCode::Conflict);
        QVERIFY(!shop.read(order.id).mayCancel);
        QCOMPARE(world.traces(), before);
        QCOMPARE(world.wallet().heldAmount, Money{75'000});
    }

    // REF-05, D-01
    void aDisputeInCashThatIsTakenBackLetsTheClockGoOn()
    {
        CashShop shop;
        const Order silent = shop.at(OrderStatus::Delivered);
        const Order confirmed = shop.at(OrderStatus::OutForDelivery);
        QVERIFY(shop.confirm(confirmed.id));
        const Dispute first = shop.disputed(silent.id).value(), second = shop.disputed(confirmed.id).value();
        QVERIFY(shop.world.advance(confirmed.id, OrderStatus::Delivered));
        QCOMPARE(shop.read(confirmed.id).orderStatus, OrderStatus::Delivered);
        QCOMPARE(shop.owed(), Money{});

        QVERIFY(shop.world.refunds.withdrawDispute(shop.world.buyer.caller, first.id));
        QVERIFY(shop.world.refunds.withdrawDispute(shop.world.buyer.caller, second.id));
        shop.world.db.clock.advance(7 * dayMs);

        QCOMPARE(shop.read(confirmed.id).paymentStatus, PaymentStatus::Paid); // both had confirmed it
        QCOMPARE(shop.orders.completeOverdue(), 1);
        QCOMPARE(shop.read(silent.id).paymentStatus, PaymentStatus::Paid);
        QCOMPARE(shop.owed(), CashShop::commission + CashShop::commission);
        QVERIFY(shop.isSound());
    }

    // REF-05: sides that agree on the weight may still not agree on the rest.
    void anAgreedWeightCompletesNoContestedOrderInCash()
    {
        CashShop shop;
        const Order order = shop.at(OrderStatus::Packed, World::kilograms(10));
        const RecordWeighTicket reading{.lineId = order.lines.constFirst().id,
                                        .gross = {10'000},
                                        .scaleSerial = QStringLiteral("MT-4711"),
                                        .operatorName = QStringLiteral("Ravi"),
                                        .weighedAt = shop.world.db.clock.now()};
        const WeighTicket ticket =
            shop.world.weighing.recordWeighTicket(shop.world.store.caller, order.id, reading).value();
        for (const OrderStatus step : {OrderStatus::Shipped, OrderStatus::OutForDelivery})
            QVERIFY(shop.world.advance(order.id, step));
        QVERIFY(shop.confirm(order.id));
        QVERIFY(shop.world.advance(order.id, OrderStatus::Delivered));
        const Dispute dispute = shop.disputed(order.id).value();

        QVERIFY(shop.world.weighing.acceptWeighTicket(shop.world.store.caller, ticket.id));
        QVERIFY(shop.world.weighing.acceptWeighTicket(shop.world.buyer.caller, ticket.id));

        QCOMPARE(shop.read(order.id).orderStatus, OrderStatus::Delivered);
        QCOMPARE(shop.owed(), Money{});
        QVERIFY(shop.world.refunds.withdrawDispute(shop.world.buyer.caller, dispute.id));
        QCOMPARE(shop.read(order.id).orderStatus, OrderStatus::Completed);
        QCOMPARE(shop.owed(), Money{15'000});
        QVERIFY(shop.isSound());
    }
};

TEST_CLASS(TestOfCashDisputes)
#include "tst_cashdisputes.moc"
