// REF-05: money of a payout that was asked for before its order was disputed leaves when the dispute is over.

#include "shared/base/indiatime.h"
#include "tests/money/payer.h"
#include "tests/support/runner.h"

namespace {

// One of the two orders of the office is disputed.
Dispute contest(World &world)
{
    const Page<Earning> earned = world.payouts.listEarnings(world.store.caller, {}).value();
    return world.refunds
        .openDispute(world.buyer.caller, earned.items[0].orderId,
                     {.kind = DisputeKind::Damaged, .text = QStringLiteral("Half of it is rusty and bent.")})
        .value();
}

bool takeBack(World &world, const Dispute &dispute)
{
    return world.refunds.withdrawDispute(world.buyer.caller, dispute.id).has_value();
}

} // namespace

class TestOfContestedPayouts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void whatIsContestedAfterItWasAskedForIsNotApproved()
    {
        Office office;
        const Id<Payout> id = office.request()->id;
        const Dispute dispute = contest(office.world);
        const auto before = office.world.traces();

        const auto refused = office.approve(id);

        QCOMPARE(refused.error().code, ErrorCode::BalanceFrozen);
        QVERIFY(refused.error().message.contains(dispute.orderNumber));
        QCOMPARE(office.world.traces(), before);
        QCOMPARE(office.read(id).status, PayoutStatus::Requested);
        QVERIFY(takeBack(office.world, dispute));
        QVERIFY(office.approve(id));
        QVERIFY(office.process(id));
        QCOMPARE(office.balance().paidOut, Money{147'000});
        QCOMPARE(office.world.ledger.verify(), std::optional<QString>());
    }

    // The first of two approvals is none as well.
    void itIsNotApprovedForTheFirstTime()
    {
        Office office;
        office.world.set(QStringLiteral("payouts.second_approval_above"), QStringLiteral("1000"));
        const Id<Payout> id = office.request()->id;
        contest(office.world);
        const auto before = office.world.traces();

        QCOMPARE(office.approve(id).error().code, ErrorCode::BalanceFrozen);

        QCOMPARE(office.world.traces(), before);
        QVERIFY(!office.read(id).firstApprovedBy);
    }

    void whatWasApprovedStandsInNoFileAndIsNotPaid()
    {
        Office office;
        const Id<Payout> id = office.approved();
        const Dispute dispute = contest(office.world);
        const auto before = office.world.traces();

        QCOMPARE(office.batch({id}).error().code, ErrorCode::BalanceFrozen);
        QCOMPARE(office.process(id).error().code, ErrorCode::BalanceFrozen);

        QCOMPARE(office.world.traces(), before);
        QCOMPARE(office.world.db.number("count(*) FROM payout_batches"), 0);
        QVERIFY(takeBack(office.world, dispute));
        QVERIFY(office.batch({id}));
    }

    // An opened file may lie with the bank, and what the bank has paid is a fact.
    void aFileWithItIsNotOpened()
    {
        Office office;
        const Id<Payout> id = office.approved();
        const PayoutBatch batch = office.batch({id}).value();
        const auto open = [&] { return office.world.payouts.openPayoutBatch(office.world.admin, batch.id); };
        const Dispute dispute = contest(office.world);
        const auto before = office.world.traces();

        QCOMPARE(open().error().code, ErrorCode::BalanceFrozen);

        QCOMPARE(office.world.traces(), before);
        QCOMPARE(office.world.db.number("count(*) FROM payout_batches WHERE opened_at IS NULL"), 1);
        QVERIFY(takeBack(office.world, dispute));
        QVERIFY(open());
        contest(office.world);
        QVERIFY(office.process(id));
        QCOMPARE(office.balance().paidOut, Money{147'000});
    }

    void noTransferIsMadeOfIt()
    {
        Payer payer;
        payer.switchOn();
        payer.onboard();
        const Id<Payout> id = payer.approved();
        const Dispute dispute = contest(payer.world);

        QCOMPARE(payer.payouts.followUp(), 0);

        QCOMPARE(payer.made(id).size(), 0);
        QCOMPARE(payer.transfer(id).tries, 0);
        QVERIFY(takeBack(payer.world, dispute));
        payer.world.db.clock.advance(10 * minuteMs);
        QCOMPARE(payer.payouts.followUp(), 1);
        QCOMPARE(payer.read(id).status, PayoutStatus::Processed);
    }

    // PAYO-04: whoever does not want to wait asks again without it.
    void aRejectedOneIsMadeAnewWithoutIt()
    {
        Office office;
        const Id<Payout> id = office.request()->id;
        const Dispute dispute = contest(office.world);

        QVERIFY(office.reject(id));
        const Payout next = office.request().value();

        QCOMPARE(next.amount, Money{73'500});
        QCOMPARE(next.ordersCount, 1);
        QVERIFY(office.approve(next.id));
        QVERIFY(office.process(next.id));
        QCOMPARE(office.balance().contested, Money{73'500});
        QVERIFY(takeBack(office.world, dispute));
        QCOMPARE(office.request()->amount, Money{73'500});
        QCOMPARE(office.world.ledger.verify(), std::optional<QString>());
    }

    // PAYO-03
    void aRoundTakesAndApprovesTheOthersOnly()
    {
        Office office;
        World &world = office.world;
        world.set(QStringLiteral("payouts.mode"), QStringLiteral("automatic"));
        world.set(QStringLiteral("payouts.schedule"), QStringLiteral("daily"));
        world.set(QStringLiteral("payouts.auto_approve_below"), QStringLiteral("10000"));
        contest(world);
        const Instant now = world.db.clock.now();
        world.db.clock.advance(india::dayOf(now).after(dayMs + 10 * hourMs).ms - now.ms);

        QCOMPARE(world.payouts.makeDue(), 1);

        const Payout made = world.payouts.listAllPayouts(world.admin, {})->items.constFirst();
        QCOMPARE(made.amount, Money{73'500});
        QCOMPARE(made.status, PayoutStatus::Approved);
        QCOMPARE(office.balance().contested, Money{73'500});
    }
};

TEST_CLASS(TestOfContestedPayouts)
#include "tst_contestedpayouts.moc"
