// A weight that somebody contests is a dispute, as long as he does.

#include "server/core/outbox.h"
#include "server/refunds/reactions.h"
#include "tests/money/yard.h"
#include "tests/support/runner.h"

namespace {

struct Contest
{
    Yard yard;
    Outbox outbox{*yard.world.db};
    const Caller &buyer = yard.world.buyer.caller;
    const Caller &store = yard.world.store.caller;
    const Id<WeighTicket> ticket = yard.weigh({11'000}).id;

    Contest() { refunds::reactions(outbox, yard.world.refunds); }
    bool flag(const Caller &who)
    {
        return yard.world.weighing.flagWeighTicket(who, ticket, {QStringLiteral("It weighs less")}).has_value();
    }
    QList<Dispute> disputes() { return yard.world.refunds.listDisputes(store, {})->items; } // newest first
    bool withdraw(const Caller &who, Id<Dispute> id) { return yard.world.refunds.withdrawDispute(who, id).has_value(); }
};

} // namespace

class TestOfContestedWeights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // REF-05: however often the news comes.
    void aContestedWeightOpensOneDispute()
    {
        Contest given;
        QVERIFY(given.flag(given.buyer));

        given.outbox.drain();

        const WeighTicketFlagged again{.orderId = given.yard.order,
                                       .ticketId = given.ticket,
                                       .buyerId = given.buyer.id,
                                       .vendorId = given.yard.world.store.id,
                                       .reason = QStringLiteral("It weighs less"),
                                       .by = Actor::Buyer};
        QVERIFY(given.yard.world.db->write(
            [&](Tx &tx) { return given.yard.world.refunds.onWeighTicketFlagged(tx, again); }));
        const QList<Dispute> open = given.disputes();
        QCOMPARE(open.size(), 1);
        QCOMPARE(open[0].kind, DisputeKind::Weight);
        QCOMPARE(open[0].weighTicketId, given.ticket);
        QCOMPARE(open[0].openedBy, Actor::Buyer);
        QVERIFY(open[0].isFrozen);
        QCOMPARE(given.yard.now().escrowStatus, EscrowStatus::Disputed);
        QCOMPARE(given.yard.world.wallet().heldAmount, Money{750'000});
    }

    // Whoever gives in before the news has come has contested nothing.
    void aWeightThatIsAcceptedMeanwhileFreezesNothing()
    {
        Contest given;
        QVERIFY(given.flag(given.buyer));
        QVERIFY(given.yard.accept(given.buyer, given.ticket));

        given.outbox.drain();

        QCOMPARE(given.disputes().size(), 0);
        QCOMPARE(given.yard.now().escrowStatus, EscrowStatus::Held);
    }

    // REF-05: one dispute that was taken back does not end the right to contest.
    void aTicketOpensADisputeAgainWhenTheEarlierOneIsOver()
    {
        Contest given;
        QVERIFY(given.flag(given.buyer));
        given.outbox.drain();
        QVERIFY(given.withdraw(given.buyer, given.disputes().constFirst().id));
        given.outbox.drain();
        QCOMPARE(given.disputes().size(), 1); // what was said before opens no further one
        QVERIFY(given.yard.accept(given.buyer, given.ticket));

        QVERIFY(given.flag(given.store));
        given.outbox.drain();

        const QList<Dispute> both = given.disputes();
        QCOMPARE(both.size(), 2);
        QCOMPARE(both[0].openedBy, Actor::Vendor);
        QCOMPARE(both[0].status, DisputeStatus::Open);
        QCOMPARE(both[1].status, DisputeStatus::Withdrawn);
        QCOMPARE(given.yard.world.db.number("count(*) FROM disputes WHERE weigh_ticket_id = ?", given.ticket), 2);
        QCOMPARE(given.yard.now().escrowStatus, EscrowStatus::Disputed);
        QVERIFY(given.yard.isSound());
    }

    // WAL-06: a further no to the same question is heard as well.
    void aTopUpThatIsDeclinedAgainIsDisputedAgain()
    {
        Contest given;
        given.yard.agree(given.ticket); // worth 8,250.00, and 7,500.00 are held
        const auto decline = [&] {
            return given.yard.world.weighing.declineTopUp(given.buyer, given.yard.order, {QStringLiteral("too much")});
        };
        QVERIFY(decline());
        given.outbox.drain();
        QVERIFY(given.withdraw(given.buyer, given.disputes().constFirst().id));
        QVERIFY(given.yard.accept(given.buyer, given.ticket));

        QVERIFY(decline());
        given.outbox.drain();

        QCOMPARE(given.disputes().size(), 2);
        QCOMPARE(given.disputes().constFirst().status, DisputeStatus::Open);
        QCOMPARE(given.yard.now().escrowStatus, EscrowStatus::Disputed);
    }

    // REF-05, WAL-14: nothing is left to decide when both sides have agreed.
    void anAgreedWeightEndsTheDisputeAboutIt()
    {
        Contest given;
        QVERIFY(given.flag(given.buyer));
        given.outbox.drain();
        QCOMPARE(given.yard.now().escrowStatus, EscrowStatus::Disputed);
        QVERIFY(given.yard.world.weighing.voidWeighTicket(given.store, given.ticket, {QStringLiteral("it was wrong")}));
        given.yard.agreed({9'900});

        given.outbox.drain();

        QCOMPARE(given.disputes().size(), 1);
        QCOMPARE(given.disputes().constFirst().status, DisputeStatus::Withdrawn);
        QCOMPARE(given.yard.now().escrowStatus, EscrowStatus::Held);
        QCOMPARE(given.yard.now().totalAmount, Money{742'500});
        QCOMPARE(given.yard.deliver().orderStatus, OrderStatus::Completed);
        QCOMPARE(given.yard.world.db.number("count(*) FROM audit_log WHERE action = 'disputes.withdrawn'"), 1);
        QVERIFY(given.yard.isSound());
    }

    // Nobody could take it back: neither side has opened it.
    void aTopUpThatIsPaidLateEndsTheDisputeOfTheSystem()
    {
        Contest given;
        given.yard.agree(given.ticket); // worth 8,250.00, and 7,500.00 are held
        given.yard.deliver();
        given.yard.world.db.clock.advance(48 * hourMs);
        QCOMPARE(given.yard.world.weighing.expireTopUps(), 1);
        given.outbox.drain();
        QCOMPARE(given.disputes().constFirst().openedBy, Actor::System);

        QVERIFY(given.yard.accept(given.buyer, given.ticket));
        QVERIFY(given.yard.pay({75'000}));

        QCOMPARE(given.disputes().constFirst().status, DisputeStatus::Withdrawn);
        QCOMPARE(given.yard.now().orderStatus, OrderStatus::Completed);
        QCOMPARE(given.yard.world.funds().released, Money{808'500});
        QVERIFY(given.yard.isSound());
    }

    // REF-05
    void aDisputeAboutAnythingElseGoesOnWhenTheWeightIsAgreed()
    {
        Contest given;
        const auto other = given.yard.world.refunds.openDispute(
            given.buyer, given.yard.order,
            {.kind = DisputeKind::Quality, .text = QStringLiteral("It is not what was agreed on.")});
        QVERIFY(other);
        QVERIFY(given.yard.world.weighing.voidWeighTicket(given.store, given.ticket, {QStringLiteral("it was wrong")}));

        given.yard.agreed({9'900});
        given.outbox.drain();

        QCOMPARE(given.disputes().constFirst().status, DisputeStatus::Open);
        QCOMPARE(given.yard.now().escrowStatus, EscrowStatus::Disputed);
    }

    // D-01: whoever contests no more and says nothing does not keep the money for ever.
    void theTimeOfAWeightBeginsAnewWhenItsDisputeIsTakenBack()
    {
        Contest given;
        World &world = given.yard.world;
        QVERIFY(world.weighing.voidWeighTicket(given.store, given.ticket, {QStringLiteral("it was wrong")}));
        const WeighTicket ticket = given.yard.weigh({9'000});
        QVERIFY(world.weighing.flagWeighTicket(given.buyer, ticket.id, {QStringLiteral("It weighs less")}));
        given.outbox.drain();
        given.yard.deliver();
        world.db.clock.advance(20 * dayMs);
        QVERIFY(given.withdraw(given.buyer, given.disputes().constFirst().id));

        QCOMPARE(world.weighing.readWeighTicket(given.buyer, ticket.id)->status, WeighTicketStatus::Open);
        world.db.clock.advance(7 * dayMs - 1);
        QCOMPARE(world.weighing.acceptSilent(), 0);
        world.db.clock.advance(1);
        QCOMPARE(world.weighing.acceptSilent(), 1);

        QCOMPARE(given.yard.now().orderStatus, OrderStatus::Completed);
        QCOMPARE(world.funds().released, Money{661'500});
        QVERIFY(given.yard.isSound());
    }

    // What the one side contests is not ended by the other, whose dispute was in its way.
    void aWeightIsDisputedWhenTheDisputeBeforeItIsTakenBack()
    {
        Contest given;
        const auto other = given.yard.world.refunds.openDispute(
            given.store, given.yard.order,
            {.kind = DisputeKind::Payment, .text = QStringLiteral("He wants it for less than agreed.")});
        QVERIFY(other);
        QVERIFY(given.flag(given.buyer));
        given.outbox.drain();
        QCOMPARE(given.disputes().size(), 1);

        QVERIFY(given.withdraw(given.store, other->id));
        given.outbox.drain();

        QCOMPARE(given.disputes().size(), 2);
        QCOMPARE(given.disputes().constFirst().kind, DisputeKind::Weight);
        QCOMPARE(given.disputes().constFirst().openedBy, Actor::Buyer);
        QCOMPARE(given.yard.now().escrowStatus, EscrowStatus::Disputed);
    }
};

TEST_CLASS(TestOfContestedWeights)
#include "tst_contested.moc"
