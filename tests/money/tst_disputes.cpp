#include "tests/money/returns.h"
#include "tests/support/runner.h"

class TestOfDisputes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // REF-05, WAL-14
    void aDisputeFreezesTheEscrow()
    {
        Returns given;
        const Order order = given.at(OrderStatus::Delivered);

        const auto opened = given.dispute(given.buyer(), order.id);

        QCOMPARE(opened->status, DisputeStatus::Open);
        QCOMPARE(opened->openedBy, Actor::Buyer);
        QCOMPARE(opened->atStake, Returns::total);
        QVERIFY(opened->isFrozen);
        QCOMPARE(opened->answerDueAt, given.world.db.clock.now().after(72 * hourMs));
        QCOMPARE(given.world.read(order.id).escrowStatus, EscrowStatus::Disputed);
        const auto before = given.world.traces();
        QCOMPARE(given.world.orders.confirmDelivery(given.buyer(), order.id).error().code, ErrorCode::Conflict);
        QCOMPARE(given.world.orders.releaseEscrow(given.admin(), order.id).error().code, ErrorCode::Conflict);
        QCOMPARE(given.world.advance(given.admin(), order.id, OrderStatus::Completed, QStringLiteral("By hand"))
                     .error()
                     .code,
                 ErrorCode::Conflict);
        QCOMPARE(given.dispute(given.store(), order.id).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(given.world.traces(), before);
        // D-01 stops for it too.
        given.world.db.clock.advance(30 * dayMs);
        QCOMPARE(given.world.orders.completeOverdue(), 0);
        QCOMPARE(given.world.payouts.readBalance(given.store())->inEscrow, Returns::total);
        QCOMPARE(given.world.wallet().heldAmount, Returns::total);
    }

    void aDisputedOrderIsNotCancelled()
    {
        Returns given;
        const Order order = given.at(OrderStatus::Confirmed);
        QVERIFY(given.dispute(given.store(), order.id));
        const auto before = given.world.traces();

        QCOMPARE(given.world.orders.cancelOrder(given.buyer(), order.id, {QStringLiteral("Not needed")}).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(given.world.traces(), before);
        // It may still travel on.
        QVERIFY(given.world.advance(order.id, OrderStatus::Packed));
    }

    // REF-06: every paisa of what is held has a receiver.
    void anAdminDecides_data()
    {
        QTest::addColumn<qint64>("toBuyer");
        QTest::addColumn<DisputeOutcome>("outcome");
        QTest::addColumn<OrderStatus>("status");
        QTest::addColumn<EscrowStatus>("escrow");
        QTest::addColumn<qint64>("commission");
        QTest::newRow("for the vendor") << qint64(0) << DisputeOutcome::Released << OrderStatus::Completed
                                        << EscrowStatus::Released << qint64(3'667);
        QTest::newRow("for the buyer") << qint64(183'333) << DisputeOutcome::Refunded << OrderStatus::Refunded
                                       << EscrowStatus::Refunded << qint64(0);
        QTest::newRow("split") << qint64(83'333) << DisputeOutcome::Split << OrderStatus::Completed
                               << EscrowStatus::Released << qint64(2'000);
    }
    void anAdminDecides()
    {
        QFETCH(qint64, toBuyer);
        QFETCH(DisputeOutcome, outcome);
        QFETCH(OrderStatus, status);
        QFETCH(EscrowStatus, escrow);
        QFETCH(qint64, commission);
        Returns given;
        const Order order = given.at(OrderStatus::Shipped);
        const Dispute dispute = given.dispute(given.buyer(), order.id).value();
        QVERIFY(given.answer(given.store(), dispute.id));

        const auto decided = given.resolve(dispute.id, {toBuyer}, Returns::total - Money{toBuyer});

        QCOMPARE(decided->status, DisputeStatus::Decided);
        QCOMPARE(decided->outcome, outcome);
        QCOMPARE(given.world.read(order.id).orderStatus, status);
        QCOMPARE(given.world.read(order.id).escrowStatus, escrow);
        QCOMPARE(given.world.wallet().heldAmount, Money{});
        QCOMPARE(given.world.wallet().available, Money{1'000'000 - 183'333 + toBuyer});
        QCOMPARE(given.world.wallet().totalSpent, Money{183'333 - toBuyer});
        QCOMPARE(given.commissionIncome(), Money{commission});
        QCOMPARE(given.world.funds().released, Money{183'333 - toBuyer - commission});
        QCOMPARE(given.world.db.number("count(*) FROM refunds WHERE reason = 'dispute'"), toBuyer > 0 ? 1 : 0);
        QCOMPARE(given.world.db.number("count(*) FROM audit_log WHERE action = 'disputes.decided'"), 1);
        const auto told = given.world.refunds.readDispute(given.store(), dispute.id);
        QCOMPARE(told->dispute.resolution, QStringLiteral("Both sides gave in a little."));
        QCOMPARE(told->dispute.decidedBy, QStringLiteral("Kabaadwala"));
        QCOMPARE(given.resolve(dispute.id, {}, Returns::total).error().code, ErrorCode::Conflict);
        QCOMPARE(given.world.ledger.verify(), std::optional<QString>());
    }

    void theAmountsHaveToBeWhatIsAtStake_data()
    {
        QTest::addColumn<qint64>("toBuyer");
        QTest::addColumn<qint64>("toVendor");
        QTest::newRow("one paisa short") << qint64(83'333) << qint64(99'999);
        QTest::newRow("one paisa too much") << qint64(83'334) << qint64(100'000);
    }
    void theAmountsHaveToBeWhatIsAtStake()
    {
        QFETCH(qint64, toBuyer);
        QFETCH(qint64, toVendor);
        Returns given;
        const Order order = given.at(OrderStatus::Delivered);
        const Dispute dispute = given.dispute(given.buyer(), order.id).value();
        QVERIFY(given.answer(given.store(), dispute.id));
        const auto before = given.world.traces();

        QCOMPARE(given.resolve(dispute.id, {toBuyer}, {toVendor}).error().code, ErrorCode::ValidationFailed);
        QCOMPARE(given.world.traces(), before);
        QCOMPARE(given.world.read(order.id).escrowStatus, EscrowStatus::Disputed);
    }

    // REF-05: both are heard, or the one that is asked lets its time go by.
    void nothingIsDecidedBeforeTheOtherSideWasHeard()
    {
        Returns given;
        const Order order = given.at(OrderStatus::Delivered);
        const Dispute dispute = given.dispute(given.buyer(), order.id).value();

        const auto early = given.resolve(dispute.id, Returns::total, {});
        QVERIFY(given.answer(given.buyer(), dispute.id)); // a further word of its own is no answer
        const auto stillEarly = given.resolve(dispute.id, Returns::total, {});
        QCOMPARE(given.world.refunds.escalate(), 0);
        given.world.db.clock.advance(72 * hourMs);
        const int late = given.world.refunds.escalate();
        const int again = given.world.refunds.escalate();

        QCOMPARE(early.error().code, ErrorCode::Conflict);
        QCOMPARE(stillEarly.error().code, ErrorCode::Conflict);
        QCOMPARE(late, 1);
        QCOMPARE(again, 0);
        const auto shown = given.world.refunds.readDispute(given.admin(), dispute.id);
        QVERIFY(shown->dispute.escalatedAt);
        QVERIFY(shown->mayDecide);
        QCOMPARE(given.world.wallet().heldAmount, Returns::total); // time alone moves no money
        QVERIFY(given.resolve(dispute.id, Returns::total, {}));
    }

    // REF-05
    void bothSidesShowWhatTheyHave()
    {
        Returns given;
        const Order order = given.at(OrderStatus::Delivered);
        OpenDispute claim = Returns::claim();
        claim.files = {given.world.photo(given.buyer())};
        claim.excerpt = QStringLiteral("Store: it is all new, I promise");
        const Dispute dispute = given.world.refunds.openDispute(given.buyer(), order.id, claim).value();

        const auto answered = given.world.refunds.addStatement(
            given.store(), dispute.id,
            {.text = QStringLiteral("It left our yard in one piece."), .files = {given.world.photo(given.store())}});
        const auto stolen = given.world.refunds.addStatement(
            given.store(), dispute.id,
            {.text = QStringLiteral("And this"), .files = {given.world.photo(given.buyer())}});

        QCOMPARE(answered->dispute.status, DisputeStatus::Answered);
        QCOMPARE(answered->statements.size(), 2);
        QCOMPARE(answered->statements[0].author, Actor::Buyer);
        QCOMPARE(answered->statements[0].excerpt, QStringLiteral("Store: it is all new, I promise"));
        QCOMPARE(answered->statements[0].files.size(), 1);
        QVERIFY(answered->statements[0].files[0].url.contains(QLatin1String("signature=")));
        QCOMPARE(answered->statements[1].authorName, QStringLiteral("Iron Yard"));
        QVERIFY(!answered->mayWithdraw);
        QVERIFY(!answered->mayDecide);
        QCOMPARE(stolen.error().code, ErrorCode::NotFound);
        QCOMPARE(given.world.refunds.readDispute(given.buyer(), dispute.id)->money.commission, Money{});
    }

    void aWithdrawnDisputeLetsTheOrderGoOn()
    {
        Returns given;
        const Order order = given.at(OrderStatus::Delivered);
        const Dispute dispute = given.dispute(given.buyer(), order.id).value();

        const auto byOther = given.world.refunds.withdrawDispute(given.store(), dispute.id);
        const auto done = given.world.refunds.withdrawDispute(given.buyer(), dispute.id);

        QCOMPARE(byOther.error().code, ErrorCode::Forbidden);
        QCOMPARE(done->status, DisputeStatus::Withdrawn);
        QCOMPARE(given.world.read(order.id).escrowStatus, EscrowStatus::Held);
        QCOMPARE(given.world.refunds.withdrawDispute(given.buyer(), dispute.id).error().code, ErrorCode::Conflict);
        QVERIFY(given.world.orders.confirmDelivery(given.buyer(), order.id));
        QCOMPARE(given.world.funds().released, Returns::total - Returns::commission);
        QCOMPARE(given.world.ledger.verify(), std::optional<QString>());
    }

    // WAL-08: nobody would have to confirm anything any more, so nobody could end it.
    void aWithdrawnDisputeCompletesWhatBothHaveConfirmed()
    {
        Returns given;
        const Order order = given.at(OrderStatus::OutForDelivery);
        QVERIFY(given.world.orders.confirmDelivery(given.buyer(), order.id));
        const Dispute dispute = given.dispute(given.buyer(), order.id).value();
        QVERIFY(given.world.advance(order.id, OrderStatus::Delivered));
        QCOMPARE(given.world.read(order.id).orderStatus, OrderStatus::Delivered);

        QVERIFY(given.world.refunds.withdrawDispute(given.buyer(), dispute.id));

        QCOMPARE(given.world.read(order.id).orderStatus, OrderStatus::Completed);
        QCOMPARE(given.world.funds().released, Returns::total - Returns::commission);
        QCOMPARE(given.world.ledger.verify(), std::optional<QString>());
    }

    // REF-05
    void anOrderCanBeDisputedForSomeDaysAfterItWasCompleted()
    {
        Returns given;
        const Order order = given.settled();
        given.world.db.clock.advance(7 * dayMs);
        const Dispute dispute = given.dispute(given.buyer(), order.id).value();
        QVERIFY(given.world.refunds.withdrawDispute(given.buyer(), dispute.id));
        given.world.db.clock.advance(1);

        QCOMPARE(given.dispute(given.buyer(), order.id).error().code, ErrorCode::Conflict);
        QCOMPARE(given.dispute(given.buyer(), given.placed().id).error().code, ErrorCode::Conflict); // cancel it
    }

    // REF-06: after the settlement the decision takes back from store and market.
    void aSettledOrderIsDecidedByARefund()
    {
        Returns given;
        const Order order = given.settled();
        const Dispute dispute = given.dispute(given.buyer(), order.id).value();
        const auto whileDisputed = given.refunded(order.id, Money{1});
        QVERIFY(given.answer(given.store(), dispute.id));

        const auto decided = given.resolve(dispute.id, {50'000}, Returns::total - Money{50'000});

        QVERIFY(!dispute.isFrozen);
        QCOMPARE(whileDisputed.error().code, ErrorCode::Conflict);
        QCOMPARE(decided->outcome, DisputeOutcome::Split);
        QCOMPARE(given.world.read(order.id).escrowStatus, EscrowStatus::Released);
        QCOMPARE(given.world.funds().released, Returns::total - Returns::commission - Money{49'000});
        QCOMPARE(given.world.wallet().available, Money{1'000'000} - Returns::total + Money{50'000});
        QCOMPARE(given.commissionIncome(), Returns::commission - Money{1'000});
        QCOMPARE(given.world.ledger.verify(), std::optional<QString>());
    }

    // CADM-16: also where an admin has to release by hand.
    void aCompletedOrderThatIsStillHeldStaysCompleted()
    {
        Returns given;
        given.world.set(QStringLiteral("escrow.release_mode"), QStringLiteral("manual"));
        const Order order = given.settled();
        const Dispute dispute = given.dispute(given.buyer(), order.id).value();
        QVERIFY(dispute.isFrozen);
        QVERIFY(given.answer(given.store(), dispute.id));

        QVERIFY(given.resolve(dispute.id, Returns::total, {}));

        QCOMPARE(given.world.read(order.id).orderStatus, OrderStatus::Completed);
        QCOMPARE(given.world.read(order.id).paymentStatus, PaymentStatus::Refunded);
        QCOMPARE(given.world.orders.releaseEscrow(given.admin(), order.id).error().code, ErrorCode::Conflict);
        QCOMPARE(given.world.wallet().available, Money{1'000'000});
        QCOMPARE(given.world.ledger.verify(), std::optional<QString>());
    }

    void strangersSeeNoDispute()
    {
        Returns given;
        const Order order = given.at(OrderStatus::Delivered);
        const Dispute dispute = given.dispute(given.store(), order.id).value();
        const ::Store rival = given.world.openStore(QStringLiteral("Rival"));
        const Customer other = given.world.addBuyer(QStringLiteral("other"));
        Caller powerless = given.admin();
        powerless.superAdmin = false;

        for (const Caller &caller : {rival.caller, other.caller}) {
            QCOMPARE(given.world.refunds.readDispute(caller, dispute.id).error().code, ErrorCode::NotFound);
            QCOMPARE(given.answer(caller, dispute.id).error().code, ErrorCode::NotFound);
            QCOMPARE(given.dispute(caller, order.id).error().code, ErrorCode::NotFound);
            QVERIFY(given.world.refunds.listDisputes(caller, {})->items.isEmpty());
        }
        QCOMPARE(given.world.refunds.readDispute(powerless, dispute.id).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(given.dispute(given.admin(), order.id).error().code, ErrorCode::Forbidden);
        QCOMPARE(given.world.refunds.listDisputes(given.buyer(), {})->items.size(), 1);
        QCOMPARE(given.world.refunds.listDisputes(given.store(), {.open = false})->items.size(), 0);
        QCOMPARE(given.world.refunds.listAllDisputes(given.admin(), {.open = true})->items.size(), 1);
    }

    // C46: nobody leaves while something may still go back.
    void whatIsOpenIsKnownForBothSides()
    {
        Returns given;
        const Order order = given.settled();
        const auto isOpenFor = [&](const Caller &who) {
            return given.world.db->read(
                [&](Tx &tx) { return given.world.refunds.hasOpen(tx, *given.world.accounts.find(tx, who.id)); });
        };
        QVERIFY(!isOpenFor(given.buyer()) && !isOpenFor(given.store()));

        const Dispute dispute = given.dispute(given.buyer(), order.id).value();
        QVERIFY(isOpenFor(given.buyer()) && isOpenFor(given.store()));
        QVERIFY(given.world.refunds.withdrawDispute(given.buyer(), dispute.id));
        QVERIFY(!isOpenFor(given.buyer()));
        QVERIFY(given.request(order.id));
        QVERIFY(isOpenFor(given.buyer()) && isOpenFor(given.store()));
    }

    // REF-05: a split needs its amount, and nothing else has one.
    void theAmountOfASplitIsAskedFor()
    {
        Returns given;
        const Order order = given.at(OrderStatus::Delivered);
        OpenDispute split = Returns::claim(), refund = Returns::claim();
        split.wish = DisputeWish::Split;
        refund.wish = DisputeWish::Refund;
        refund.amount = Money{5'000};
        const auto before = given.world.traces();

        const auto missing = given.world.refunds.openDispute(given.buyer(), order.id, split);
        const auto needless = given.world.refunds.openDispute(given.buyer(), order.id, refund);

        QVERIFY(!missing && !needless);
        QCOMPARE(missing.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(missing.error().fields.constFirst().field, QStringLiteral("amount"));
        QCOMPARE(missing.error().fields.constFirst().problem, QStringLiteral("is required of a split"));
        QCOMPARE(needless.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(needless.error().fields.constFirst().problem,
                 QStringLiteral("belongs to a split and to nothing else"));
        QCOMPARE(given.world.traces(), before);
    }

    // REF-07
    void theStatisticsCountWhatBecameOfThem()
    {
        Returns given;
        const Dispute first = given.dispute(given.buyer(), given.at(OrderStatus::Delivered).id).value();
        QVERIFY(given.answer(given.store(), first.id));
        given.world.db.clock.advance(hourMs);
        QVERIFY(given.resolve(first.id, {}, Returns::total));
        const Dispute second = given.dispute(given.buyer(), given.at(OrderStatus::Delivered).id).value();
        QVERIFY(given.world.refunds.withdrawDispute(given.buyer(), second.id));
        QVERIFY(given.dispute(given.buyer(), given.at(OrderStatus::Delivered).id));

        const auto said = given.world.refunds.refundStatistics(given.admin(), {});

        QCOMPARE(said->disputesReleased, 1);
        QCOMPARE(said->disputesWithdrawn, 1);
        QCOMPARE(said->disputesOpen, 1);
        QCOMPARE(said->disputesSplit + said->disputesRefunded, 0);
        QCOMPARE(said->byKind.constFirst().count, 3);
        QCOMPARE(said->disputeMinutesToDecision, 60);
    }
};

TEST_CLASS(TestOfDisputes)
#include "tst_disputes.moc"
