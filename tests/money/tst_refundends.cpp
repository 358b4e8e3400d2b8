// What waits ends with its order, nobody keeps others from refunding, and large refunds take two admins.

#include "server/core/outbox.h"
#include "server/refunds/reactions.h"
#include "tests/money/returns.h"
#include "tests/money/yard.h"
#include "tests/support/refusal.h"
#include "tests/support/runner.h"

namespace {

Refund seen(World &world, Id<Refund> id)
{
    return world.refunds.readRefund(world.admin, id).value().refund;
}

bool isOpenFor(World &world, const Caller &who)
{
    return world.db->read([&](Tx &tx) { return world.refunds.hasOpen(tx, *world.accounts.find(tx, who.id)); });
}

} // namespace

class TestOfRefundEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // C46: a lighter weight has left nothing of the order for what waits.
    void aWholeRefundRejectsWhatWaits()
    {
        Yard yard;
        World &world = yard.world;
        const auto ask = [&](qint64 paise) {
            return world.refunds.requestRefund(world.store.caller, yard.order, Returns::wish(Money{paise})).value().id;
        };
        const Id<Refund> waiting = ask(100'000), whole = ask(600'000);
        yard.agreed({8'000}); // worth 6,000.00
        QVERIFY(world.refunds.decideRefund(world.admin, whole, {.status = RefundStatus::Approved}));

        QVERIFY(world.refunds.decideRefund(world.admin, whole, {.status = RefundStatus::Processed}));

        QCOMPARE(yard.now().orderStatus, OrderStatus::Refunded);
        QCOMPARE(seen(world, whole).status, RefundStatus::Processed);
        QCOMPARE(seen(world, waiting).status, RefundStatus::Rejected);
        QCOMPARE(seen(world, waiting).refusal, QStringLiteral("All of the order was refunded."));
        QCOMPARE(seen(world, waiting).decidedBy, QStringLiteral("boss"));
        QCOMPARE(world.db.number("count(*) FROM audit_log WHERE action = 'refunds.rejected'"), 1);
        QCOMPARE(yard.events("refunds.changed"), 5); // asked twice, approved, processed, rejected
        QVERIFY(!isOpenFor(world, world.buyer.caller) && !isOpenFor(world, world.store.caller));
        QVERIFY(yard.isSound());
    }

    // C46, REF-06
    void aDecisionRejectsWhatWaits_data()
    {
        QTest::addColumn<qint64>("toBuyer");
        QTest::newRow("for the vendor") << qint64(0);
        QTest::newRow("split") << qint64(83'333);
        QTest::newRow("for the buyer") << qint64(183'333);
    }
    void aDecisionRejectsWhatWaits()
    {
        QFETCH(qint64, toBuyer);
        Returns given;
        const Order order = given.at(OrderStatus::Delivered);
        const Refund asked = given.request(order.id, Money{10'000}).value();
        const Refund approved = given.request(order.id, Money{20'000}).value();
        QVERIFY(given.decide(approved.id, RefundStatus::Approved));
        const Dispute dispute = given.dispute(given.buyer(), order.id).value();
        QVERIFY(given.answer(given.store(), dispute.id));

        QVERIFY(given.resolve(dispute.id, {toBuyer}, Returns::total - Money{toBuyer}));

        for (const Id<Refund> id : {asked.id, approved.id}) {
            QCOMPARE(seen(given.world, id).status, RefundStatus::Rejected);
            QCOMPARE(seen(given.world, id).refusal, QStringLiteral("The dispute about the order was decided."));
        }
        QVERIFY(!isOpenFor(given.world, given.buyer()) && !isOpenFor(given.world, given.store()));
        QCOMPARE(given.world.wallet().available, Money{1'000'000 - 183'333 + toBuyer});
        QCOMPARE(given.world.ledger.verify(), std::optional<QString>());
    }

    // C46
    void aCancellationRejectsWhatWaits()
    {
        Returns given;
        Outbox outbox(*given.world.db);
        refunds::reactions(outbox, given.world.refunds);
        const Order order = given.at(OrderStatus::Packed);
        const Refund asked = given.request(order.id, Money{10'000}).value();
        outbox.drain();
        QCOMPARE(seen(given.world, asked.id).status, RefundStatus::Requested);
        QVERIFY(given.world.orders.cancelOrder(given.store(), order.id, {QStringLiteral("Sold out")}));
        const Wallet before = given.world.wallet();

        outbox.drain();

        QCOMPARE(seen(given.world, asked.id).status, RefundStatus::Rejected);
        QCOMPARE(seen(given.world, asked.id).refusal, QStringLiteral("The order was cancelled."));
        QCOMPARE(seen(given.world, asked.id).decidedBy, QStringLiteral("Kabaadwala"));
        QVERIFY(!isOpenFor(given.world, given.buyer()) && !isOpenFor(given.world, given.store()));
        QCOMPARE(given.world.wallet().available, before.available); // no money moves in a reaction
        QCOMPARE(given.world.wallet().heldAmount, Money{});
        QCOMPARE(given.world.ledger.verify(), std::optional<QString>());
    }

    // PAYO-01: what goes back to buyers is no money of the store.
    void whatIsInEscrowIsSaidWithoutWhatWasRefunded()
    {
        Returns given;
        const Order order = given.at(OrderStatus::Delivered);

        QVERIFY(given.refunded(order.id, Money{50'000}));

        const auto held =
            given.world.db->read([&](Tx &tx) { return given.world.orders.figuresOf(tx, given.world.store.id).held; });
        QCOMPARE(held, Returns::total - Money{50'000});
        QCOMPARE(given.world.payouts.readBalance(given.store())->inEscrow, Returns::total - Money{50'000});
        QCOMPARE(given.world.wallet().heldAmount, Returns::total); // until the rest is settled
    }

    // REF-09: a store that asks and asks keeps nobody from giving back.
    void whoeverAsksTooOftenIsRefusedAlone()
    {
        Returns given;
        const Order order = given.settled();
        QList<Id<Refund>> asked;
        for (int i = 0; i < refundsPerOrderMax; ++i)
            asked += given.request(order.id, Money{1}).value().id;
        const auto before = given.world.traces();

        const auto oneMore = given.request(order.id, Money{1});
        const auto afterRefusal = given.world.traces();
        const auto granted = given.world.refunds.grantRefund(given.admin(), order.id, Returns::wish(Money{700}));
        QVERIFY(given.decide(asked[0], RefundStatus::Rejected));
        const auto again = given.request(order.id, Money{1});

        QCOMPARE(codeOf(oneMore), ErrorCode::Conflict);
        QCOMPARE(afterRefusal, before);
        QVERIFY(granted);
        QVERIFY(again);
        QCOMPARE(given.world.refunds.listRefundsOf(given.store(), order.id)->size(), refundsPerOrderMax);
        QCOMPARE(given.world.refunds.listRefundsOf(given.store(), order.id)->constLast().id, again->id);
    }

    // REF-03: however many there are, each counts against its line.
    void moreThanFiftyRefundsAreAllCounted()
    {
        Returns given;
        const Order order = given.settled();
        RequestRefund wish = Returns::wish();
        wish.lines = {{order.lines[0].id, Money{1'000}}};
        for (int i = 0; i < refundsPerOrderMax + 2; ++i) {
            const auto granted = given.world.refunds.grantRefund(given.admin(), order.id, wish);
            QVERIFY(granted);
            QVERIFY(given.decide(granted->id, RefundStatus::Processed));
        }

        const auto last = given.refunded(order.id); // all that is left

        QCOMPARE(last->amount, Returns::total - Money{52'000});
        QCOMPARE(last->lines[0].amount, Money{150'000 - 52'000});
        QCOMPARE(last->lines[1].amount, Money{33'333});
        QCOMPARE(given.commissionIncome(), Money{});
        QCOMPARE(given.world.ledger.verify(), std::optional<QString>());
    }

    // REF-03: nothing was paid, so nothing goes back.
    void anOrderThatIsNotPaidHasNothingToRefund()
    {
        Returns given;
        const Order order = given.placed();
        QVERIFY(given.world.db->write([&](Tx &tx) -> Result<> {
            tx.run("UPDATE orders SET payment_method = 'online', payment_status = 'pending',"
                   " escrow_status = 'refunded' WHERE id = ?",
                   order.id);
            return {};
        }));
        const auto before = given.world.traces();

        QCOMPARE(codeOf(given.request(order.id, Money{100})), ErrorCode::Conflict);
        QCOMPARE(given.world.traces(), before);
    }

    // REF-01: a stolen session moves no money.
    void whoeverLetsMoneyGoShowsWhoItIs()
    {
        Returns given;
        const Order order = given.settled();
        const Refund asked = given.request(order.id, Money{5'000}).value();
        const Dispute dispute = given.dispute(given.buyer(), given.at(OrderStatus::Delivered).id).value();
        QVERIFY(given.answer(given.store(), dispute.id));
        Caller stale = given.admin();
        stale.sessionId = {};
        QVERIFY(given.world.refunds.decideRefund(stale, asked.id, {.status = RefundStatus::Approved}));
        const auto before = given.world.traces();

        const auto processed = given.world.refunds.decideRefund(stale, asked.id, {.status = RefundStatus::Processed});
        const auto decided = given.world.refunds.decideDispute(
            stale, dispute.id, {Returns::total, {}, QStringLiteral("Both sides gave in a little.")});
        const auto afterRefusals = given.world.traces();
        const auto rejected = given.world.refunds.decideRefund(
            stale, asked.id, {.status = RefundStatus::Rejected, .reason = QStringLiteral("There is no proof")});

        QCOMPARE(codeOf(processed), ErrorCode::ReauthenticationNeeded);
        QCOMPARE(codeOf(decided), ErrorCode::ReauthenticationNeeded);
        QCOMPARE(afterRefusals, before);
        QVERIFY(rejected); // whoever says no needs none
    }

    // REF-09: one hand does not both grant and let go what is large.
    void aLargeRefundTakesTwoAdmins()
    {
        Returns given;
        World &world = given.world;
        world.set(QStringLiteral("payouts.second_approval_above"), QStringLiteral("500.00"));
        const Caller second = world.addAdmin(QStringLiteral("second"));
        const Order order = given.settled();
        const auto granted = world.refunds.grantRefund(given.admin(), order.id, Returns::wish(Money{50'001}));
        const auto before = world.traces();

        const auto alone = given.decide(granted->id, RefundStatus::Processed);
        const auto afterRefusal = world.traces();
        const bool isForOther = world.refunds.readRefund(given.admin(), granted->id)->needsAnother;
        const bool isForSecond = !world.refunds.readRefund(second, granted->id)->needsAnother;
        const auto done = world.refunds.decideRefund(second, granted->id, {.status = RefundStatus::Processed});

        QCOMPARE(codeOf(alone), ErrorCode::IllegalTransition);
        QCOMPARE(afterRefusal, before);
        QVERIFY(isForOther && isForSecond);
        QCOMPARE(done->status, RefundStatus::Processed);
        QCOMPARE(done->decidedBy, QStringLiteral("second"));
        QCOMPARE(world.ledger.verify(), std::optional<QString>());
    }

    // REF-09: all that goes back of an order counts.
    void partsAreNoWayAroundTheSecondAdmin()
    {
        Returns given;
        given.world.set(QStringLiteral("payouts.second_approval_above"), QStringLiteral("500.00"));
        const Order order = given.settled();
        QVERIFY(given.refunded(order.id, Money{50'000})); // not above

        const auto onePaisa = given.refunded(order.id, Money{1});

        QCOMPARE(codeOf(onePaisa), ErrorCode::IllegalTransition);
        QCOMPARE(given.money(order.id).refunded, Money{50'000});
    }

    // REF-04: each side reads what is its, and others find nothing.
    void theSidesReadTheDetailsOfTheirRefund()
    {
        Returns given;
        const Order order = given.settled();
        const Refund first = given.refunded(order.id, Money{50'000}).value();
        const Refund other = given.request(order.id, Money{100}).value();
        const ::Store rival = given.world.openStore(QStringLiteral("Rival"));
        const Customer stranger = given.world.addBuyer(QStringLiteral("other"));
        Caller powerless = given.admin();
        powerless.superAdmin = false;

        const auto forStore = given.world.refunds.readRefund(given.store(), first.id);
        const auto forBuyer = given.world.refunds.readRefund(given.buyer(), first.id);

        QCOMPARE(forStore->refund.fromCommission, Money{1'000});
        QCOMPARE(forStore->refund.decidedBy, QStringLiteral("Kabaadwala"));
        QCOMPARE(forStore->refund.lines.size(), 2);
        QCOMPARE(forStore->customerName, QStringLiteral("asha"));
        QCOMPARE(forStore->money.left, Returns::total - Money{50'000});
        QCOMPARE(forStore->money.commission, Returns::commission);
        QCOMPARE(forStore->others.size(), 1);
        QCOMPARE(forStore->others[0].id, other.id);
        QVERIFY(!forBuyer->refund.fromCommission);
        QCOMPARE(forBuyer->money.commission, Money{});
        for (const Caller &caller : {rival.caller, stranger.caller})
            QCOMPARE(codeOf(given.world.refunds.readRefund(caller, first.id)), ErrorCode::NotFound);
        QCOMPARE(codeOf(given.world.refunds.readRefund(powerless, first.id)), ErrorCode::PermissionMissing);
    }
};

TEST_CLASS(TestOfRefundEnds)
#include "tst_refundends.moc"
