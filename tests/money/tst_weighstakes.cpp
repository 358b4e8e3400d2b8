// What is at stake of an order that is weighed in several parts: nobody makes it less by saying no, and nothing that
// was refunded is asked for again.

#include "server/core/outbox.h"
#include "server/refunds/reactions.h"
#include "tests/money/yard.h"
#include "tests/support/runner.h"

namespace {

struct Weighbridge
{
    Yard yard;
    World &world = yard.world;
    Outbox outbox{*world.db};

    explicit Weighbridge(const QString &tolerance = {})
        : yard(tolerance)
    {
        refunds::reactions(outbox, world.refunds);
    }
    bool flag(Id<WeighTicket> ticket)
    {
        return world.weighing.flagWeighTicket(world.buyer.caller, ticket, {QStringLiteral("It weighs less")})
            .has_value();
    }
    Dispute newest()
    {
        outbox.drain();
        return world.refunds.listDisputes(world.store.caller, {})->items.constFirst();
    }
    bool answer(Id<Dispute> dispute)
    {
        return world.refunds
            .addStatement(world.store.caller, dispute, {.text = QStringLiteral("It was weighed before his eyes.")})
            .has_value();
    }
    bool decide(Id<Dispute> dispute, Money toBuyer, Money toVendor)
    {
        return world.refunds
            .decideDispute(world.admin, dispute, {toBuyer, toVendor, QStringLiteral("Decided by what was weighed.")})
            .has_value();
    }
    // Asked for by the store, approved and processed.
    bool giveBack(Money amount)
    {
        const auto asked = world.refunds.requestRefund(
            world.store.caller, yard.order,
            {.amount = amount, .reason = RefundReason::Damaged, .text = QStringLiteral("It is rusty")});
        return asked && world.refunds.decideRefund(world.admin, asked->id, {.status = RefundStatus::Approved}) &&
               world.refunds.decideRefund(world.admin, asked->id, {.status = RefundStatus::Processed});
    }
    orders::Stake stake()
    {
        return world.db->read([&](Tx &tx) { return world.orders.stakeOf(tx, yard.order); }).value();
    }
};

} // namespace

class TestOfWeighStakes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // WAL-14, REF-06: what was agreed on of a first part is no price of the whole.
    void aNoToTheSecondPartLeavesAtStakeWhatWasHeld_data()
    {
        QTest::addColumn<bool>("isDeclined");
        QTest::newRow("to paying more") << true;
        QTest::newRow("to the weight") << false;
    }
    void aNoToTheSecondPartLeavesAtStakeWhatWasHeld()
    {
        QFETCH(bool, isDeclined);
        Weighbridge given;
        Yard &yard = given.yard;
        yard.agreed({4'000});
        QCOMPARE(yard.now().totalAmount, Money{300'000});
        const WeighTicket second = yard.weigh({7'000}); // together worth 8,250.00, and 7,500.00 are held

        if (isDeclined) {
            yard.agree(second.id);
            QCOMPARE(yard.settlement().missing, Money{75'000});
            QVERIFY(given.world.weighing.declineTopUp(given.world.buyer.caller, yard.order,
                                                      {QStringLiteral("It was ten kilograms")}));
        } else {
            QVERIFY(given.flag(second.id));
        }

        const Dispute dispute = given.newest();
        QCOMPARE(dispute.atStake, Money{750'000});
        QVERIFY(given.answer(dispute.id));
        QVERIFY(given.decide(dispute.id, {}, {750'000}));
        QCOMPARE(given.world.funds().released, Money{735'000});
        QCOMPARE(given.world.wallet().currentBalance, Money{1'250'000});
        const OrderLine line = yard.now().lines.constFirst();
        QCOMPARE(line.lineTotal, Money{750'000});
        QCOMPARE(line.settledQuantity, Quantity{10'000});
        QVERIFY(yard.isSound());
    }

    // WAL-14: neither is what was topped up.
    void whatWasToppedUpStaysAtStake()
    {
        Weighbridge given;
        Yard &yard = given.yard;
        yard.agreed({12'000});
        QVERIFY(yard.pay({150'000}));

        QVERIFY(given.flag(yard.weigh({1'000}).id));

        const Dispute dispute = given.newest();
        QCOMPARE(dispute.atStake, Money{900'000});
        QVERIFY(given.answer(dispute.id));
        QVERIFY(given.decide(dispute.id, {100'000}, {800'000}));
        QCOMPARE(given.world.funds().released, Money{784'000});
        QCOMPARE(given.world.wallet().currentBalance, Money{1'200'000});
        QCOMPARE(yard.now().lines.constFirst().settledQuantity, Quantity{13'000});
        QVERIFY(yard.isSound());
    }

    // WAL-14, REF-05: no side raises what is disputed, and both see what is.
    void noFurtherTicketRaisesWhatIsDisputed()
    {
        Weighbridge given(QStringLiteral("10")); // 8,250.00 are held
        World &world = given.world;
        Yard &yard = given.yard;
        const WeighTicket first = yard.weigh({10'200});
        QVERIFY(given.flag(first.id));
        QCOMPARE(given.newest().atStake, Money{765'000});
        const QList<qint64> before = world.traces();

        const auto refused = yard.record(yard.reading({500}));

        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(refused.error().message.contains(QLatin1String("7650.00")));
        QCOMPARE(world.traces(), before);
        QCOMPARE(given.stake().left(), Money{765'000});
        QVERIFY(world.weighing.voidWeighTicket(world.store.caller, first.id, {QStringLiteral("it was wrong")}));
        const Dispute now = given.newest();
        QCOMPARE(now.status, DisputeStatus::Open);
        QCOMPARE(now.atStake, Money{750'000}); // the estimate again
        QCOMPARE(world.refunds.readDispute(world.buyer.caller, now.id)->dispute.atStake, Money{750'000});
        QVERIFY(yard.record(yard.reading({9'900})));
        QVERIFY(given.answer(now.id));
        QVERIFY(given.decide(now.id, {50'000}, {700'000}));
        QCOMPARE(given.newest().atStake, Money{750'000});
        QVERIFY(yard.isSound());
    }

    // What is held beyond the estimate is at stake as far as the scale says so.
    void aToleranceIsAtStakeAsFarAsItIsWeighed_data()
    {
        QTest::addColumn<qint64>("grams");
        QTest::addColumn<qint64>("atStake");
        QTest::newRow("less than ordered") << qint64(8'000) << qint64(750'000);
        QTest::newRow("within the tolerance") << qint64(10'300) << qint64(772'500);
        QTest::newRow("beyond it") << qint64(11'000) << qint64(787'500);
    }
    void aToleranceIsAtStakeAsFarAsItIsWeighed()
    {
        QFETCH(qint64, grams);
        QFETCH(qint64, atStake);
        Weighbridge given(QStringLiteral("5"));

        QVERIFY(given.flag(given.yard.weigh({grams}).id));

        const Dispute dispute = given.newest();
        QCOMPARE(dispute.atStake, Money{atStake});
        QVERIFY(given.answer(dispute.id));
        QVERIFY(given.decide(dispute.id, {}, {atStake}));
        QCOMPARE(given.world.wallet().currentBalance, Money{2'000'000 - atStake});
        QCOMPARE(given.world.wallet().heldAmount, Money{});
        QVERIFY(given.yard.isSound());
    }

    // REF-08: more may be weighed until the order is delivered.
    void theFirstOfSeveralWeightsEndsNothing()
    {
        Weighbridge given;
        Yard &yard = given.yard;
        QVERIFY(given.giveBack({400'000}));

        yard.agreed({5'000}); // worth 3,750.00

        QCOMPARE(yard.now().orderStatus, OrderStatus::Packed);
        QCOMPARE(yard.now().paymentStatus, PaymentStatus::Paid);
        QCOMPARE(yard.settlement().charge, Money{});
        yard.agreed({5'000});
        QCOMPARE(yard.settlement().charge, Money{350'000});
        QCOMPARE(given.stake().refunded, Money{400'000});
        QCOMPARE(given.stake().refundedCommission, Money{8'000});
        QCOMPARE(yard.deliver().orderStatus, OrderStatus::Completed);
        QCOMPARE(given.world.funds().released, Money{343'000});
        QCOMPARE(given.world.wallet().available, Money{1'650'000});
        QCOMPARE(given.world.wallet().heldAmount, Money{});
        QVERIFY(yard.isSound());
    }

    // REF-03: also while the money waits for a decision.
    void whatWasRefundedStaysSoWhileTheOrderIsDisputed()
    {
        Weighbridge given;
        Yard &yard = given.yard;
        QVERIFY(given.giveBack({400'000}));
        const auto dispute = given.world.refunds.openDispute(
            given.world.buyer.caller, yard.order,
            {.kind = DisputeKind::Quality, .text = QStringLiteral("It is not what was agreed on.")});
        QVERIFY(dispute && given.answer(dispute->id));

        yard.agreed({5'000});
        yard.agreed({5'000});

        QCOMPARE(given.stake().refunded, Money{400'000});
        QCOMPARE(given.stake().left(), Money{350'000});
        QCOMPARE(given.stake().payment, PaymentStatus::Paid);
        QVERIFY(given.decide(dispute->id, {}, {350'000}));
        QCOMPARE(given.world.funds().released, Money{343'000});
        QCOMPARE(given.world.wallet().currentBalance, Money{1'650'000});
        QVERIFY(yard.isSound());
    }
};

TEST_CLASS(TestOfWeighStakes)
#include "tst_weighstakes.moc"
