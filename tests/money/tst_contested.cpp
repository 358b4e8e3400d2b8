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
};

TEST_CLASS(TestOfContestedWeights)
#include "tst_contested.moc"
