// Whether both sides of a dispute were heard.

#include "tests/money/yard.h"
#include "tests/support/runner.h"

class TestOfHearing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // REF-05: what time has opened has two sides to be heard.
    void aDisputeOfTheSystemIsAnsweredWhenBothSidesHaveSpoken()
    {
        Yard yard;
        World &world = yard.world;
        const Id<WeighTicket> ticket = yard.weigh({11'000}).id;
        QVERIFY(world.weighing.flagWeighTicket(world.buyer.caller, ticket, {QStringLiteral("It weighs less")}));
        const WeighTicketFlagged late{.orderId = yard.order,
                                      .ticketId = ticket,
                                      .buyerId = world.buyer.caller.id,
                                      .vendorId = world.store.id,
                                      .reason = QStringLiteral("The time is over."),
                                      .by = Actor::System};
        QVERIFY(world.db->write([&](Tx &tx) { return world.refunds.onWeighTicketFlagged(tx, late); }));
        const Dispute dispute = world.refunds.listDisputes(world.store.caller, {})->items.constFirst();
        QCOMPARE(dispute.openedBy, Actor::System);
        const auto say = [&](const Caller &who) {
            return world.refunds.addStatement(who, dispute.id, {.text = QStringLiteral("We weighed it twice.")});
        };
        const auto decide = [&] {
            return world.refunds.decideDispute(world.admin, dispute.id,
                                               {{}, dispute.atStake, QStringLiteral("The scale is sealed.")});
        };

        const auto alone = say(world.store.caller);
        const auto before = world.traces();
        const auto early = decide();
        const auto afterwards = world.traces();
        const auto both = say(world.buyer.caller);

        QCOMPARE(alone->dispute.status, DisputeStatus::Open);
        QCOMPARE(early.error().code, ErrorCode::Conflict);
        QCOMPARE(afterwards, before);
        QCOMPARE(both->dispute.status, DisputeStatus::Answered);
        QVERIFY(decide());
        QVERIFY(yard.isSound());
    }
};

TEST_CLASS(TestOfHearing)
#include "tst_heard.moc"
