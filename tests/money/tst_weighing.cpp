// What is weighed at handover decides what an order costs, and never more than the buyer has agreed to.

#include "server/core/outbox.h"
#include "server/refunds/reactions.h"
#include "tests/money/yard.h"
#include "tests/support/runner.h"

class TestOfWeighing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // D-02, COM-04, WAL-08, LED-02: the price and the rate of the order, the quantity of the scale.
    void aLighterWeightIsChargedAndTheRestReturns()
    {
        Yard yard;
        QVERIFY(!yard.now().isWeighed);
        const WeighTicket ticket = yard.agreed({9'400});
        QCOMPARE(ticket.number, 1);
        QVERIFY(yard.now().isWeighed);
        QCOMPARE(yard.settlement().charge, Money{705'000});
        QCOMPARE(yard.settlement().returned, Money{45'000});
        QCOMPARE(yard.settlement().estimate, Money{750'000});
        QCOMPARE(yard.settlement().stage, WeighingStage::Agreed);

        const Order order = yard.deliver();

        QCOMPARE(order.orderStatus, OrderStatus::Completed);
        QCOMPARE(order.escrowStatus, EscrowStatus::Released);
        QCOMPARE(order.totalAmount, Money{705'000});
        const OrderLine line = yard.now().lines.constFirst();
        QCOMPARE(line.orderedQuantity, Quantity{10'000});
        QCOMPARE(line.deliveredQuantity, Quantity{9'400});
        QCOMPARE(line.settledQuantity, Quantity{9'400});
        QCOMPARE(line.lineTotal, Money{705'000});
        QCOMPARE(line.commissionAmount, Money{14'100});
        QCOMPARE(yard.world.funds().released, Money{690'900});
        QCOMPARE(yard.world.wallet().available, Money{1'295'000});
        QCOMPARE(yard.world.wallet().heldAmount, Money{});
        QCOMPARE(yard.world.wallet().totalSpent, Money{705'000});
        QCOMPARE(yard.world.stock(), Quantity{90'600});
        QCOMPARE(yard.settlement().stage, WeighingStage::Settled);
        QCOMPARE(yard.settlement().charge, Money{705'000});
        QCOMPARE(yard.settlement().estimate, Money{750'000});
        QVERIFY(yard.isSound());
    }

    void ticketsOfALineAddUpAndDeductionsComeOff()
    {
        Yard yard;
        RecordWeighTicket first = yard.reading({6'500}, {500});
        first.deductions = {{DeductionKind::Moisture, {120}, {}},
                            {DeductionKind::Other, {80}, QStringLiteral("a wooden pallet")}};
        const WeighTicket one = yard.record(first).value();
        const WeighTicket two = yard.weigh({4'000});
        yard.agree(one.id);
        yard.agree(two.id);

        QCOMPARE(one.net, Quantity{5'800});
        QCOMPARE(two.number, 2);
        QCOMPARE(yard.settlement().lines.constFirst().weighedQuantity, Quantity{9'800});
        QCOMPARE(yard.deliver().totalAmount, Money{735'000});
        QVERIFY(yard.isSound());
    }

    // WAL-08: both words are needed, whichever comes last.
    void theMoneyWaitsUntilBothHaveAcceptedTheWeight()
    {
        Yard yard;
        const WeighTicket ticket = yard.weigh({10'000});

        QCOMPARE(yard.deliver().orderStatus, OrderStatus::Delivered);
        QCOMPARE(yard.now().escrowStatus, EscrowStatus::Held);
        QCOMPARE(yard.world.advance(yard.world.admin, yard.order, OrderStatus::Completed, QStringLiteral("now"))
                     .error()
                     .code,
                 ErrorCode::Conflict);
        QVERIFY(yard.accept(yard.world.buyer.caller, ticket.id));
        QCOMPARE(yard.now().orderStatus, OrderStatus::Delivered);
        QCOMPARE(yard.world.funds().released, Money{});
        QVERIFY(yard.accept(yard.world.store.caller, ticket.id));

        QCOMPARE(yard.now().orderStatus, OrderStatus::Completed);
        QCOMPARE(yard.world.funds().released, Money{735'000});
        QVERIFY(yard.isSound());
    }

    void moreThanIsHeldIsAskedForAndOnlyTakenWhenTheBuyerPays()
    {
        Yard yard;
        yard.agreed({10'500});
        yard.deliver();
        QCOMPARE(yard.settlement().stage, WeighingStage::Short);
        QCOMPARE(yard.settlement().missing, Money{37'500});
        QCOMPARE(yard.settlement().topUp->deadline, yard.world.db.clock.now().after(48 * hourMs));
        QCOMPARE(yard.now().orderStatus, OrderStatus::Delivered);
        QCOMPARE(yard.world.wallet().heldAmount, Money{750'000});
        const QList<qint64> before = yard.world.traces();
        QCOMPARE(yard.pay({37'499}).error().code, ErrorCode::PriceChanged);
        QCOMPARE(yard.world.traces(), before);

        const auto paid = yard.pay({37'500});

        QVERIFY(paid);
        QCOMPARE(paid->stage, WeighingStage::Settled);
        QCOMPARE(yard.now().totalAmount, Money{787'500});
        QCOMPARE(yard.world.funds().released, Money{771'750});
        QCOMPARE(yard.world.wallet().currentBalance, Money{1'212'500});
        QCOMPARE(yard.world.wallet().heldAmount, Money{});
        QCOMPARE(yard.pay({37'500}).error().code, ErrorCode::Conflict);
        QVERIFY(yard.isSound());
    }

    void anEmptyWalletPaysNoTopUp()
    {
        Yard yard;
        yard.world.placed({16'000}); // the wallet has 500.00 left
        yard.agreed({10'800});
        const QList<qint64> before = yard.world.traces();

        const auto paid = yard.pay({60'000});

        QCOMPARE(paid.error().code, ErrorCode::InsufficientFunds);
        QCOMPARE(paid.error().details, QByteArray("{\"missing\":\"100.00\"}"));
        QCOMPARE(yard.world.traces(), before);
        QVERIFY(yard.isSound());
    }

    void whoDoesNotPayMoreContestsTheWeight_data()
    {
        QTest::addColumn<bool>("isDeclined");
        QTest::newRow("the buyer says no") << true;
        QTest::newRow("the buyer says nothing") << false;
    }
    void whoDoesNotPayMoreContestsTheWeight()
    {
        QFETCH(bool, isDeclined);
        Yard yard;
        Outbox outbox(*yard.world.db);
        refunds::reactions(outbox, yard.world.refunds);
        const WeighTicket ticket = yard.agreed({10'500});
        yard.deliver();

        if (isDeclined) {
            QVERIFY(yard.world.weighing.declineTopUp(yard.world.buyer.caller, yard.order,
                                                     {QStringLiteral("It was ten kilograms")}));
        } else {
            yard.world.db.clock.advance(48 * hourMs - 1);
            QCOMPARE(yard.world.weighing.expireTopUps(), 0);
            yard.world.db.clock.advance(1);
            QCOMPARE(yard.pay({37'500}).error().code, ErrorCode::Conflict);
            QCOMPARE(yard.world.weighing.expireTopUps(), 1);
            QCOMPARE(yard.world.weighing.expireTopUps(), 0);
        }
        outbox.drain();
        yard.world.db.clock.advance(30 * dayMs);

        const auto now = yard.world.weighing.readWeighTicket(yard.world.buyer.caller, ticket.id);
        QCOMPARE(now->status, WeighTicketStatus::Flagged);
        QCOMPARE(now->flaggedBy, isDeclined ? Actor::Buyer : Actor::System);
        QCOMPARE(yard.events("weighing.ticket_flagged"), 1);
        QCOMPARE(yard.world.weighing.acceptSilent(), 0);
        QCOMPARE(yard.world.orders.completeOverdue(), 0);
        QCOMPARE(yard.world.wallet().heldAmount, Money{750'000});
        QCOMPARE(yard.world.funds().released, Money{});
        QCOMPARE(yard.now().escrowStatus, EscrowStatus::Disputed);

        QVERIFY(yard.accept(yard.world.buyer.caller, ticket.id));
        QCOMPARE(yard.settlement().stage, WeighingStage::Short);
        QVERIFY(yard.pay({37'500}));
        outbox.drain();
        QCOMPARE(yard.now().orderStatus, OrderStatus::Completed);
        QCOMPARE(yard.now().escrowStatus, EscrowStatus::Released);
        QVERIFY(yard.isSound());
    }

    // D-01: silence means yes, but not to more than is held.
    void aWeightThatNobodyContestsIsAcceptedByTime_data()
    {
        QTest::addColumn<qint64>("grams");
        QTest::addColumn<OrderStatus>("status");
        QTest::addColumn<qint64>("released");
        QTest::newRow("within what is held") << qint64(9'000) << OrderStatus::Completed << qint64(661'500);
        QTest::newRow("more than is held") << qint64(10'001) << OrderStatus::Delivered << qint64(0);
    }
    void aWeightThatNobodyContestsIsAcceptedByTime()
    {
        QFETCH(qint64, grams);
        QFETCH(OrderStatus, status);
        QFETCH(qint64, released);
        Yard yard;
        yard.weigh({grams});
        yard.world.walkTo(yard.world.placed().id, OrderStatus::Placed); // another one that is not touched
        using enum OrderStatus;
        for (const OrderStatus step : {Shipped, OutForDelivery, Delivered})
            QVERIFY(yard.world.advance(yard.order, step));
        yard.world.db.clock.advance(7 * dayMs - 1);
        QCOMPARE(yard.world.weighing.acceptSilent(), 0);
        yard.world.db.clock.advance(1);

        QCOMPARE(yard.world.weighing.acceptSilent(), 1);
        yard.world.orders.completeOverdue();

        QCOMPARE(yard.now().orderStatus, status);
        QCOMPARE(yard.world.funds().released, Money{released});
        QCOMPARE(yard.world.weighing.acceptSilent(), 0);
        QVERIFY(yard.isSound());
    }

    void aToleranceIsHeldBesideTheEstimate()
    {
        Yard yard(QStringLiteral("5"));
        QCOMPARE(yard.world.wallet().heldAmount, Money{787'500});
        QCOMPARE(yard.now().totalAmount, Money{750'000});
        QCOMPARE(yard.settlement().held, Money{787'500});
        QCOMPARE(yard.settlement().returned, Money{37'500});

        yard.agreed({10'300});
        yard.deliver();

        QCOMPARE(yard.now().orderStatus, OrderStatus::Completed);
        QCOMPARE(yard.now().totalAmount, Money{772'500});
        QCOMPARE(yard.world.wallet().currentBalance, Money{1'227'500});
        QCOMPARE(yard.world.wallet().heldAmount, Money{});
        QCOMPARE(yard.events("weighing.top_up_changed"), 0);
        QVERIFY(yard.isSound());
    }

    // WAL-05
    void anOrderNeedsItsToleranceToo()
    {
        World world;
        world.set(QStringLiteral("weighing.tolerance"), QStringLiteral("10"));
        world.fill(world.buyer, {80'000});
        const QList<qint64> before = world.traces();

        const auto refused = world.order();

        QCOMPARE(refused.error().code, ErrorCode::InsufficientFunds);
        QCOMPARE(refused.error().details, QByteArray("{\"missing\":\"25.00\"}"));
        QCOMPARE(world.traces(), before);
    }

    // An order without tickets settles as it always did, also when a tolerance is held.
    void whatIsNotWeighedIsChargedAsOrdered()
    {
        Yard yard(QStringLiteral("5"));

        yard.deliver();

        QCOMPARE(yard.now().orderStatus, OrderStatus::Completed);
        QCOMPARE(yard.now().totalAmount, Money{750'000});
        QCOMPARE(yard.world.wallet().currentBalance, Money{1'250'000});
        QCOMPARE(yard.world.wallet().heldAmount, Money{});
        QVERIFY(yard.isSound());
    }

    // WAL-07
    void aCancelledOrderGivesEverythingBack()
    {
        Yard yard(QStringLiteral("2"));
        yard.agreed({10'500});
        QVERIFY(yard.pay({22'500}));
        QCOMPARE(yard.world.wallet().heldAmount, Money{787'500});

        QVERIFY(yard.world.orders.cancelOrder(yard.world.store.caller, yard.order, {QStringLiteral("sold out")}));

        QCOMPARE(yard.world.wallet().available, Money{2'000'000});
        QCOMPARE(yard.world.wallet().heldAmount, Money{});
        QCOMPARE(yard.record(yard.reading({1'000})).error().code, ErrorCode::Conflict);
        QVERIFY(yard.isSound());
    }

    void aVoidedTicketKeepsItsNumberAndIsWeighedAgain()
    {
        Yard yard;
        const WeighTicket wrong = yard.weigh({4'000});
        yard.deliver();

        const auto voided =
            yard.world.weighing.voidWeighTicket(yard.world.store.caller, wrong.id, {QStringLiteral("the wrong pile")});

        QCOMPARE(voided->status, WeighTicketStatus::Voided);
        QCOMPARE(voided->number, 1);
        QCOMPARE(yard.now().orderStatus, OrderStatus::Delivered); // not charged as ordered
        QCOMPARE(yard.settlement().stage, WeighingStage::Open);
        const WeighTicket right = yard.weigh({9'000});
        QCOMPARE(right.number, 2);
        yard.agree(right.id);
        QCOMPARE(yard.now().totalAmount, Money{675'000});
        QVERIFY(yard.isSound());
    }

    void whoHasAcceptedIsBound()
    {
        Yard yard;
        const WeighTicket ticket = yard.weigh({9'000});
        QVERIFY(yard.accept(yard.world.buyer.caller, ticket.id));
        const QList<qint64> before = yard.world.traces();

        QCOMPARE(yard.accept(yard.world.buyer.caller, ticket.id).error().code, ErrorCode::Conflict);
        QCOMPARE(yard.world.weighing.flagWeighTicket(yard.world.buyer.caller, ticket.id, {QStringLiteral("no")})
                     .error()
                     .code,
                 ErrorCode::Conflict);
        QCOMPARE(yard.world.weighing.voidWeighTicket(yard.world.store.caller, ticket.id, {QStringLiteral("no")})
                     .error()
                     .code,
                 ErrorCode::Conflict);
        QCOMPARE(yard.world.traces(), before);
    }

    // WAL-14: the event is what opens a dispute.
    void aContestedWeightHoldsTheMoneyUntilItIsClearedUp()
    {
        Yard yard;
        Outbox outbox(*yard.world.db);
        refunds::reactions(outbox, yard.world.refunds);
        const WeighTicket ticket = yard.weigh({11'000});
        const auto flagged = yard.world.weighing.flagWeighTicket(yard.world.buyer.caller, ticket.id,
                                                                 {QStringLiteral("the scale is wrong")});
        QCOMPARE(flagged->status, WeighTicketStatus::Flagged);
        QCOMPARE(flagged->flaggedBy, Actor::Buyer);
        QCOMPARE(yard.events("weighing.ticket_flagged"), 1);
        yard.deliver();
        outbox.drain();
        QCOMPARE(yard.now().escrowStatus, EscrowStatus::Disputed);
        QVERIFY(yard.accept(yard.world.store.caller, ticket.id));
        QCOMPARE(yard.now().orderStatus, OrderStatus::Delivered);
        yard.world.db.clock.advance(30 * dayMs);
        QCOMPARE(yard.world.orders.completeOverdue(), 0);

        QVERIFY(yard.world.weighing.voidWeighTicket(yard.world.store.caller, ticket.id, {QStringLiteral("it was")}));
        yard.agreed({9'900});
        outbox.drain();

        QCOMPARE(yard.now().orderStatus, OrderStatus::Completed);
        QCOMPARE(yard.now().escrowStatus, EscrowStatus::Released);
        QCOMPARE(yard.now().totalAmount, Money{742'500});
        QVERIFY(yard.isSound());
    }

    // WAL-09, D-01: an admin who releases by hand does not wait for a silent side for ever.
    void silenceMeansYesWhereAnAdminReleasesToo()
    {
        Yard yard;
        yard.world.set(QStringLiteral("escrow.release_mode"), QStringLiteral("manual"));
        yard.weigh({9'000});
        QCOMPARE(yard.deliver().orderStatus, OrderStatus::Delivered);
        yard.world.db.clock.advance(7 * dayMs);

        QCOMPARE(yard.world.weighing.acceptSilent(), 1);

        QCOMPARE(yard.now().orderStatus, OrderStatus::Completed);
        QCOMPARE(yard.now().escrowStatus, EscrowStatus::Held);
        QCOMPARE(yard.world.funds().released, Money{});
        QVERIFY(yard.world.orders.releaseEscrow(yard.world.admin, yard.order));
        QCOMPARE(yard.world.funds().released, Money{661'500});
        QVERIFY(yard.isSound());
    }

    // WAL-09
    void anEscrowThatIsReleasedByHandFollowsTheWeightToo()
    {
        Yard yard;
        yard.world.set(QStringLiteral("escrow.release_mode"), QStringLiteral("manual"));
        yard.agreed({8'000});
        QCOMPARE(yard.deliver().escrowStatus, EscrowStatus::Held);

        const auto released = yard.world.orders.releaseEscrow(yard.world.admin, yard.order);

        QCOMPARE(released->totalAmount, Money{600'000});
        QCOMPARE(yard.world.funds().released, Money{588'000});
        QVERIFY(yard.isSound());
    }
};

TEST_CLASS(TestOfWeighing)
#include "tst_weighing.moc"
