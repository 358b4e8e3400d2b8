// What keeps a payout from leaving, and what the bank says about one that has left all the same.

#include "shared/base/indiatime.h"
#include "tests/money/office.h"
#include "tests/support/refusal.h"
#include "tests/support/runner.h"

namespace {

const QString columnsWithAmount = QStringLiteral("payout_number,status,reference,reason,amount\n");

} // namespace

class TestOfLeaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // PAYO-05, REF-03: what was asked for before the refund stays, and sent back it pays the debt.
    void nothingLeavesForAStoreThatOwes()
    {
        Office office;
        const Order sold = office.world.settled();
        const Id<Payout> id = office.request()->id;
        office.refund(sold, {73'500});
        const auto before = office.world.traces();

        const auto approved = office.approve(id);
        const auto after = office.world.traces();
        const VendorBalance owing = office.balance();
        const auto rejected = office.reject(id);

        QCOMPARE(codeOf(approved), ErrorCode::BalanceFrozen);
        QCOMPARE(after, before);
        QCOMPARE(owing.owed, Money{73'500});
        QCOMPARE(owing.inPayouts, Money{220'500});
        QCOMPARE(rejected->status, PayoutStatus::Failed);
        QCOMPARE(office.balance().owed, Money{});
        QCOMPARE(office.balance().released, Money{147'000});
        QCOMPARE(office.balance().paidOut, Money{});
        QCOMPARE(office.world.ledger.verify(), std::optional<QString>());
    }

    // PAYO-05: a debt that comes after the approval.
    void anApprovedPayoutWaitsWhileItsStoreOwes()
    {
        Office office;
        const Order sold = office.world.settled();
        const Id<Payout> id = office.approved();
        office.refund(sold, {73'500});
        const auto before = office.world.traces();

        const auto processed = office.process(id);
        const auto made = office.batch({id});

        QCOMPARE(codeOf(processed), ErrorCode::BalanceFrozen);
        QCOMPARE(codeOf(made), ErrorCode::BalanceFrozen);
        QCOMPARE(office.world.traces(), before);
        QCOMPARE(office.world.db.number("count(*) FROM payout_batches"), 0);
        QCOMPARE(office.read(id).status, PayoutStatus::Approved);
    }

    // PAYO-08, VEN-10, WAL-16: the file does not leave the house any more; what it has brought about is a fact.
    void whatTheBankHasPaidIsEnteredWhateverHasHappenedSince_data()
    {
        QTest::addColumn<QString>("trouble");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("suspended") << QStringLiteral("suspended") << ErrorCode::BalanceFrozen;
        QTest::newRow("owing") << QStringLiteral("owing") << ErrorCode::BalanceFrozen;
        QTest::newRow("in doubt") << QStringLiteral("doubt") << ErrorCode::BooksInDoubt;
    }
    void whatTheBankHasPaidIsEnteredWhateverHasHappenedSince()
    {
        QFETCH(QString, trouble);
        QFETCH(ErrorCode, code);
        Office office;
        const Order sold = office.world.settled();
        const Payout payout = office.read(office.approved());
        const PayoutBatch made = office.batch({payout.id}).value();
        QVERIFY(office.world.payouts.openPayoutBatch(office.world.admin, made.id));
        if (trouble == u"suspended")
            office.stand(StoreStatus::Suspended);
        else if (trouble == u"owing")
            office.refund(sold, {73'500});
        else
            QCOMPARE(change(office, "UPDATE books_state SET difference = 'posting 1', found_at = 1"), 1);

        const auto before = office.world.traces();
        const auto opened = office.world.payouts.openPayoutBatch(office.world.admin, made.id);
        const auto after = office.world.traces();
        const BankAnswer answer =
            office.answer(columnsWithAmount + payout.payoutNumber + QStringLiteral(",paid,UTR-1,,"));

        QCOMPARE(codeOf(opened), code);
        QCOMPARE(after, before);
        QCOMPARE(answer.problems.size(), 0);
        QCOMPARE(answer.paid, 1);
        QCOMPARE(office.read(payout.id).status, PayoutStatus::Processed);
        QCOMPARE(office.balance().paidOut, Money{220'500});
        QCOMPARE(office.balance().inPayouts, Money{});
        QVERIFY(office.world.payouts.openPayoutBatch(office.world.admin, made.id)); // nothing of it can leave any more
        QCOMPARE(office.world.ledger.verify(), std::optional<QString>());
    }

    // AUTH-33: what has left is given to the store again only by who has shown who it is.
    void aReturnTakesAProofOfWhoEntersIt()
    {
        Office office;
        const Id<Payout> id = office.approved();
        QVERIFY(office.process(id));
        Caller elsewhere = office.world.admin;
        elsewhere.sessionId = office.world.ids.next<Session>();
        const auto before = office.world.traces();

        const auto refused = office.world.payouts.returnPayout(elsewhere, id, {QStringLiteral("account closed")});

        QCOMPARE(codeOf(refused), ErrorCode::ReauthenticationNeeded);
        QCOMPARE(office.world.traces(), before);
        QCOMPARE(office.balance().paidOut, Money{147'000});
        QCOMPARE(office.balance().released, Money{});
        QVERIFY(office.bounce(id));
    }

    // PAYO-08: one transfer of the bank pays one payout, however its reference is written and whoever enters it.
    void aReferenceOfTheBankPaysOnePayout()
    {
        Office office;
        const Id<Payout> first = office.approved();
        QVERIFY(office.process(first));
        office.world.settled();
        const Payout second = office.read(office.approved());
        const auto before = office.world.traces();

        const auto byHand = office.process(second.id);
        const BankAnswer copied =
            office.answer(columnsWithAmount + second.payoutNumber + QStringLiteral(",paid,utr-2026-77,,"));
        const auto after = office.world.traces();
        const VendorBalance waiting = office.balance();
        const BankAnswer own =
            office.answer(columnsWithAmount + second.payoutNumber + QStringLiteral(",paid,UTR-2026-78,,"));

        QCOMPARE(codeOf(byHand), ErrorCode::AlreadyExists);
        QCOMPARE(copied.paid, 0);
        QCOMPARE(copied.problems.size(), 1);
        QCOMPARE(copied.problems[0].problem, QStringLiteral("The reference utr-2026-77 stands at another payout."));
        QCOMPARE(after, before);
        QCOMPARE(waiting.inPayouts, Money{73'500});
        QCOMPARE(own.paid, 1);
        QCOMPARE(office.balance().paidOut, Money{220'500});
    }

    // PAYO-04: what came back keeps its reference, and no other payout gets that.
    void aReferenceStaysTakenWhenItsPayoutComesBack()
    {
        Office office;
        const Id<Payout> first = office.approved();
        QVERIFY(office.process(first));
        QVERIFY(office.bounce(first));
        const Id<Payout> second = office.approved();

        QCOMPARE(codeOf(office.process(second)), ErrorCode::AlreadyExists);

        QCOMPARE(office.read(second).status, PayoutStatus::Approved);
        QVERIFY(office.world.payouts.processPayout(office.world.admin, second, {QStringLiteral("UTR-2026-78")}));
    }

    // PAYO-08: where the bank says how much it was, that has to be right.
    void anAmountInTheAnswerHasToAgree()
    {
        Office office;
        const Payout payout = office.read(office.approved());
        const QString row = payout.payoutNumber + QStringLiteral(",paid,UTR-1,,%1\n");
        const auto before = office.world.traces();

        const BankAnswer wrong = office.answer(columnsWithAmount + row.arg(QStringLiteral("1470.01")));
        const BankAnswer unreadable = office.answer(columnsWithAmount + row.arg(QStringLiteral("all")));
        const auto after = office.world.traces();
        const BankAnswer right = office.answer(columnsWithAmount + row.arg(QStringLiteral("\"1,470.00\"")));

        QCOMPARE(wrong.problems.size(), 1);
        QCOMPARE(wrong.problems[0].problem, QStringLiteral("The bank's amount is 1470.01, the payout's is 1470.00."));
        QCOMPARE(unreadable.problems.size(), 1);
        QCOMPARE(after, before);
        QCOMPARE(right.problems.size(), 0);
        QCOMPARE(right.paid, 1);
    }

    // PAYO-03: one that is broken gets nothing; the round goes on, and the day is done.
    void aBrokenStoreDoesNotHoldUpTheRoundOfTheOthers()
    {
        Office office;
        World &world = office.world;
        const Store rival = world.openStore(QStringLiteral("Rival"));
        world.verifyBank(rival);
        sell(world, rival);
        // What a refused payout held seems to be in it still.
        QVERIFY(office.reject(office.request()->id));
        QCOMPARE(change(office, "UPDATE payout_orders SET is_current = 1"), 2);
        world.set(QStringLiteral("payouts.mode"), QStringLiteral("automatic"));
        world.set(QStringLiteral("payouts.schedule"), QStringLiteral("daily"));
        const Instant now = world.db.clock.now();
        world.db.clock.advance(india::dayOf(now).after(dayMs + 10 * hourMs).ms - now.ms);

        const int made = world.payouts.makeDue();

        QCOMPARE(made, 1);
        QCOMPARE(world.payouts.listPayouts(rival.caller, {})->items.size(), 1);
        QCOMPARE(world.payouts.listPayouts(office.store, {})->items.size(), 1); // the refused one
        QCOMPARE(office.balance().released, Money{147'000});
        QCOMPARE(world.db.number("count(*) FROM payout_rounds WHERE finished_at IS NOT NULL"), 1);
        QCOMPARE(world.ledger.verify(), std::optional<QString>());
    }

private:
    // One order of a kilogram of copper, settled.
    static void sell(World &world, const Store &of)
    {
        using enum OrderStatus;
        const auto placed = world.orders.placeOrder(
            world.buyer.caller, {.addressId = world.buyer.address, .lines = {{of.copper, World::kilograms(1)}}});
        QVERIFY(placed);
        const Id<Order> id = placed->orders.constFirst().id;
        for (const OrderStatus step : {Confirmed, Packed, Shipped, OutForDelivery, Delivered})
            QVERIFY(world.advance(of.caller, id, step));
        QVERIFY(world.orders.confirmDelivery(world.buyer.caller, id));
    }
    static qint64 change(Office &office, const std::string &statement)
    {
        return *office.world.db->write([&](Tx &tx) -> Result<qint64> { return tx.run(statement); });
    }
};

TEST_CLASS(TestOfLeaving)
#include "tst_leaving.moc"
