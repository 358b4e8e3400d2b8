// An order that is weighed and of which something goes back: neither is asked for or said twice.

#include "tests/money/yard.h"
#include "tests/support/runner.h"

namespace {

// Asked for by the store, approved and processed.
bool giveBack(Yard &yard, Money amount)
{
    World &world = yard.world;
    const RequestRefund wish{.amount = amount, .reason = RefundReason::Damaged, .text = QStringLiteral("It is rusty")};
    const auto asked = world.refunds.requestRefund(world.store.caller, yard.order, wish);
    return asked && world.refunds.decideRefund(world.admin, asked->id, {.status = RefundStatus::Approved}) &&
           world.refunds.decideRefund(world.admin, asked->id, {.status = RefundStatus::Processed});
}

Settlement asStore(Yard &yard)
{
    return yard.world.weighing.readSettlement(yard.world.store.caller, yard.order).value();
}

// By the buyer, and answered by the store.
Id<Dispute> disputed(Yard &yard)
{
    World &world = yard.world;
    const auto dispute = world.refunds.openDispute(
        world.buyer.caller, yard.order,
        {.kind = DisputeKind::Quality, .text = QStringLiteral("It is not what was agreed on.")});
    if (!dispute ||
        !world.refunds.addStatement(world.store.caller, dispute->id, {.text = QStringLiteral("It is exactly that.")}))
        qFatal("the order cannot be disputed");
    return dispute->id;
}

bool decide(Yard &yard, Id<Dispute> dispute, Money toBuyer, Money toVendor)
{
    return yard.world.refunds
        .decideDispute(yard.world.admin, dispute, {toBuyer, toVendor, QStringLiteral("Decided by what was weighed.")})
        .has_value();
}

} // namespace

class TestOfWeighedRefunds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // WAL-06, REF-03: what went back is still held until the order is settled, so it pays for what was weighed more.
    void whatWasRefundedIsNotAskedFor()
    {
        Yard yard;
        QVERIFY(giveBack(yard, {300'000}));

        yard.agreed({12'000}); // worth 9,000.00, of which 3,000.00 went back; 7,500.00 are held

        QCOMPARE(yard.settlement().stage, WeighingStage::Agreed);
        QCOMPARE(yard.settlement().charge, Money{600'000});
        QCOMPARE(yard.settlement().missing, Money{});
        QCOMPARE(yard.settlement().returned, Money{150'000});
        QCOMPARE(asStore(yard).commission, Money{12'000});
        QCOMPARE(yard.events("weighing.top_up_changed"), 0);
        QCOMPARE(yard.deliver().orderStatus, OrderStatus::Completed);
        QCOMPARE(yard.world.wallet().available, Money{1'400'000});
        QCOMPARE(yard.world.wallet().heldAmount, Money{});
        QCOMPARE(yard.world.funds().released, Money{588'000});
        QVERIFY(yard.isSound());
    }

    // WAL-06
    void onlyTheRestIsAskedFor()
    {
        Yard yard;
        QVERIFY(giveBack(yard, {100'000}));

        yard.agreed({14'000}); // worth 10,500.00
        yard.deliver();

        QCOMPARE(yard.settlement().stage, WeighingStage::Short);
        QCOMPARE(yard.settlement().missing, Money{200'000});
        QCOMPARE(yard.settlement().topUp->amount, Money{200'000});
        QVERIFY(yard.pay({200'000}));
        QCOMPARE(yard.now().orderStatus, OrderStatus::Completed);
        QCOMPARE(yard.world.wallet().currentBalance, Money{1'050'000});
        QCOMPARE(yard.world.wallet().heldAmount, Money{});
        QCOMPARE(yard.world.funds().released, Money{931'000});
        QVERIFY(yard.isSound());
    }

    // Nobody has to pay what was refunded after it had been asked for.
    void aQuestionThatARefundHasAnsweredFlagsNothing()
    {
        Yard yard;
        const WeighTicket ticket = yard.agreed({10'500});
        QCOMPARE(yard.settlement().stage, WeighingStage::Short);
        QVERIFY(giveBack(yard, {100'000}));
        yard.world.db.clock.advance(48 * hourMs);

        QCOMPARE(yard.world.weighing.expireTopUps(), 1);

        const auto now = yard.world.weighing.readWeighTicket(yard.world.buyer.caller, ticket.id);
        QCOMPARE(now->status, WeighTicketStatus::Accepted);
        QCOMPARE(yard.settlement().topUp->status, TopUpStatus::Superseded);
        QCOMPARE(yard.settlement().stage, WeighingStage::Agreed);
        QCOMPARE(yard.events("weighing.ticket_flagged"), 0);
        QCOMPARE(yard.world.weighing.expireTopUps(), 0);
        QCOMPARE(yard.deliver().orderStatus, OrderStatus::Completed);
        QCOMPARE(yard.world.wallet().currentBalance, Money{1'312'500});
        QVERIFY(yard.isSound());
    }

    void ofASettledOrderWhatWasChargedIsSaid()
    {
        Yard yard;
        yard.agreed({9'000});
        yard.deliver();
        QCOMPARE(yard.settlement().charge, Money{675'000});
        QCOMPARE(asStore(yard).commission, Money{13'500});

        QVERIFY(giveBack(yard, {75'000}));

        QCOMPARE(yard.settlement().stage, WeighingStage::Settled);
        QCOMPARE(yard.settlement().charge, Money{600'000});
        QCOMPARE(yard.settlement().lines.constFirst().lineTotal, Money{675'000});
        QCOMPARE(yard.settlement().held, Money{});
        QCOMPARE(asStore(yard).commission, Money{12'000});
        QVERIFY(yard.isSound());
    }

    // The decision took the place of the weight that was contested.
    void ofADecidedOrderWhatTheDecisionChargedIsSaid()
    {
        Yard yard;
        World &world = yard.world;
        yard.weigh({11'000});
        const auto dispute = world.refunds.openDispute(
            world.buyer.caller, yard.order,
            {.kind = DisputeKind::Weight, .text = QStringLiteral("The scale says more than there is.")});
        QVERIFY(dispute);
        QVERIFY(world.refunds.addStatement(world.store.caller, dispute->id,
                                           {.text = QStringLiteral("It was weighed before his eyes.")}));
        QCOMPARE(yard.settlement().charge, Money{825'000});

        QVERIFY(world.refunds.decideDispute(world.admin, dispute->id,
                                            {{250'000}, {500'000}, QStringLiteral("Both sides gave in a little.")}));

        QCOMPARE(yard.settlement().stage, WeighingStage::Settled);
        QCOMPARE(yard.settlement().charge, Money{500'000});
        QCOMPARE(asStore(yard).commission, Money{10'000});
        QCOMPARE(world.funds().released, Money{490'000});
        QVERIFY(yard.isSound());
    }

    // WAL-14: what was topped up belongs to what is decided about.
    void aDisputeIsAboutAllOfAnAgreedWeight()
    {
        Yard yard;
        yard.agreed({12'000}); // worth 9,000.00
        QVERIFY(yard.pay({150'000}));
        const Id<Dispute> dispute = disputed(yard);

        QVERIFY(decide(yard, dispute, {}, {900'000}));

        QCOMPARE(yard.now().totalAmount, Money{900'000});
        QCOMPARE(yard.world.funds().released, Money{882'000});
        QCOMPARE(yard.world.wallet().currentBalance, Money{1'100'000});
        QCOMPARE(yard.world.wallet().heldAmount, Money{});
        QVERIFY(yard.isSound());
    }

    void aDisputeIsAboutNoMoreThanTheAgreedWeight()
    {
        Yard yard;
        yard.agreed({6'000}); // worth 4,500.00
        const Id<Dispute> dispute = disputed(yard);

        QVERIFY(!decide(yard, dispute, {}, {750'000}));
        QCOMPARE(yard.world.wallet().heldAmount, Money{750'000});
        QVERIFY(decide(yard, dispute, {50'000}, {400'000}));

        QCOMPARE(yard.world.funds().released, Money{392'000});
        QCOMPARE(yard.world.wallet().currentBalance, Money{1'600'000});
        QVERIFY(yard.isSound());
    }

    // REF-08: nothing is left to settle when all of it is delivered, so the order does not wait for it.
    void aRefundBeyondTheWeightEndsTheOrder()
    {
        Yard yard;
        QVERIFY(giveBack(yard, {600'000}));
        yard.agreed({4'000}); // worth 3,000.00
        QVERIFY(yard.world.advance(yard.order, OrderStatus::OutForDelivery));
        QCOMPARE(yard.now().escrowStatus, EscrowStatus::Held);

        QVERIFY(yard.world.advance(yard.order, OrderStatus::Delivered));

        QCOMPARE(yard.now().orderStatus, OrderStatus::Refunded);
        QCOMPARE(yard.now().paymentStatus, PaymentStatus::Refunded);
        QCOMPARE(yard.world.stock(), Quantity{96'000});
        QCOMPARE(yard.world.wallet().available, Money{2'000'000});
        QCOMPARE(yard.world.funds().released, Money{});
        QVERIFY(yard.isSound());
    }

    void anOrderThatWasCancelledChargedNothing()
    {
        Yard yard;
        yard.agreed({9'000});

        QVERIFY(yard.world.orders.cancelOrder(yard.world.store.caller, yard.order, {QStringLiteral("sold out")}));

        QCOMPARE(yard.settlement().charge, Money{});
        QCOMPARE(yard.settlement().held, Money{});
        QCOMPARE(asStore(yard).commission, Money{});
    }

    // WAL-09, AUD-01: what the store was given, and not what the order was worth before a part went back.
    void theAuditLogSaysWhatWasReleased()
    {
        Yard yard;
        yard.world.set(QStringLiteral("escrow.release_mode"), QStringLiteral("manual"));
        QVERIFY(giveBack(yard, {100'000}));
        yard.agreed({8'000}); // worth 6,000.00
        QCOMPARE(yard.deliver().escrowStatus, EscrowStatus::Held);

        QVERIFY(yard.world.orders.releaseEscrow(yard.world.admin, yard.order));

        QCOMPARE(yard.world.funds().released, Money{490'000});
        QCOMPARE(yard.world.db.number("count(*) FROM audit_log WHERE action = 'orders.escrow_released'"
                                      " AND CAST(details AS TEXT) LIKE '%\"5000.00\"%'"
                                      " AND CAST(details AS TEXT) LIKE '%\"100.00\"%'"),
                 1);
        QVERIFY(yard.isSound());
    }
};

TEST_CLASS(TestOfWeighedRefunds)
#include "tst_weighrefunds.moc"
