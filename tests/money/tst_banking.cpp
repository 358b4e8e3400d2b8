// Payouts through the bank: two admins, files, answers, money that comes back, debts, and payouts made by themselves.

#include "server/core/crypto.h"
#include "shared/base/indiatime.h"
#include "tests/money/office.h"
#include "tests/support/refusal.h"
#include "tests/support/runner.h"

#include <thread>

namespace {

const QString columnsOfAnswers = QStringLiteral("payout_number,status,reference,reason\n");

} // namespace

class TestOfBanking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // PAYO-03
    void aLargePayoutTakesTwoAdmins()
    {
        Office office;
        office.world.set(QStringLiteral("payouts.second_approval_above"), QStringLiteral("1469.99"));
        const Caller other = office.world.addAdmin(QStringLiteral("second"));
        const Id<Payout> id = office.request()->id;

        const auto first = office.approve(id);
        const auto sameAgain = office.approve(id);
        const auto tooEarly = office.process(id);
        const auto second = office.approve(other, id);

        QCOMPARE(first->status, PayoutStatus::Requested);
        QCOMPARE(first->firstApprovedBy, QStringLiteral("boss"));
        QCOMPARE(first->firstApprovedById, std::optional(office.world.admin.id));
        QCOMPARE(codeOf(sameAgain), ErrorCode::IllegalTransition);
        QCOMPARE(codeOf(tooEarly), ErrorCode::IllegalTransition);
        QCOMPARE(second->status, PayoutStatus::Approved);
        QCOMPARE(second->processedBy, QStringLiteral("second"));
        const Payout seenByStore = office.world.payouts.listPayouts(office.store, {})->items[0];
        QVERIFY(!seenByStore.firstApprovedBy && !seenByStore.firstApprovedById);
        QCOMPARE(office.world.db.number("count(*) FROM audit_log WHERE action = 'payouts.first_approved'"), 1);
        QVERIFY(office.process(id));
    }

    // PAYO-03: the bound itself takes one admin, and zero asks for a second one never.
    void uptoTheBoundOneAdminIsEnough_data()
    {
        QTest::addColumn<QString>("above");
        QTest::newRow("the bound") << QStringLiteral("1470.00");
        QTest::newRow("never") << QStringLiteral("0.00");
    }
    void uptoTheBoundOneAdminIsEnough()
    {
        QFETCH(QString, above);
        Office office;
        office.world.set(QStringLiteral("payouts.second_approval_above"), above);

        QCOMPARE(office.approve(office.request()->id)->status, PayoutStatus::Approved);
    }

    // AUTH-33: whoever lets money leave shows first who it is; to say no takes nothing.
    void moneyLeavesOnlyForWhoHasShownWhoItIs()
    {
        Office office;
        const Id<Payout> id = office.request()->id;
        Caller elsewhere = office.world.admin;
        elsewhere.sessionId = office.world.ids.next<Session>();
        const auto before = office.world.traces();

        QCOMPARE(codeOf(office.approve(elsewhere, id)), ErrorCode::ReauthenticationNeeded);
        QCOMPARE(codeOf(office.world.payouts.processPayout(elsewhere, id, {QStringLiteral("UTR-1")})),
                 ErrorCode::ReauthenticationNeeded);
        QCOMPARE(codeOf(office.world.payouts.makePayoutBatch(elsewhere, {{id}, QStringLiteral("neft")})),
                 ErrorCode::ReauthenticationNeeded);
        QCOMPARE(codeOf(office.world.payouts.enterBankAnswer(elsewhere, {columnsOfAnswers})),
                 ErrorCode::ReauthenticationNeeded);
        QCOMPARE(office.world.traces(), before);
        QVERIFY(office.world.payouts.rejectPayout(elsewhere, id, {QStringLiteral("wrong holder")}));
    }

    // PAYO-08
    void aBankFileIsTheSameEveryTime()
    {
        Office office;
        const Payout payout = office.read(office.approved());

        const auto made = office.batch({payout.id});
        const auto opened = office.world.payouts.openPayoutBatch(office.world.admin, made->id);
        office.world.db.clock.advance(3 * dayMs);
        const auto again = office.world.payouts.openPayoutBatch(office.world.admin, made->id);

        const QString day = india::dayText(india::dayNumber(made->createdAt));
        QCOMPARE(opened->text, QStringLiteral("Mode,Amount,Value date,Beneficiary name,Beneficiary account number,"
                                              "IFSC,Reference,Remarks\r\n"
                                              "NEFT,1470.00,%1,Owner,123456786620,HDFC0000001,%2,Kabaadwala %2\r\n")
                                   .arg(day, payout.payoutNumber));
        QCOMPARE(again->text, opened->text);
        QCOMPARE(made->fileHash, QString::fromLatin1(crypto::sha256(opened->text.toUtf8()).toHex()));
        QCOMPARE(made->amount, Money{147'000});
        QCOMPARE(made->payoutsCount, 1);
        QCOMPARE(office.read(payout.id).batchNumber, made->batchNumber);
        QCOMPARE(office.world.db.number("count(*) FROM audit_log WHERE action = 'payouts.batch_opened'"), 2);
        QCOMPARE(office.world.db.number("count(*) FROM audit_log WHERE CAST(details AS TEXT) LIKE '%123456786620%'"),
                 0);
    }

    // PAYO-08: one file at a time; a cancelled one sets its payouts free.
    void aPayoutStandsInOneBankFileUntilThatIsCancelled()
    {
        Office office;
        const Id<Payout> id = office.approved();
        const PayoutBatch first = office.batch({id}).value();
        const auto before = office.world.traces();

        QCOMPARE(codeOf(office.batch({id})), ErrorCode::IllegalTransition);
        QCOMPARE(codeOf(office.reject(id)), ErrorCode::IllegalTransition);
        QCOMPARE(office.world.traces(), before);
        QCOMPARE(office.world.db.number("count(*) FROM payout_batches"), 1);
        const auto cancelled = office.world.payouts.cancelPayoutBatch(office.world.admin, first.id);
        const auto second = office.batch({id});

        QCOMPARE(cancelled->status, PayoutBatchStatus::Cancelled);
        QVERIFY(second);
        QCOMPARE(codeOf(office.world.payouts.openPayoutBatch(office.world.admin, first.id)), ErrorCode::Conflict);
        QVERIFY(office.process(id));
        QCOMPARE(codeOf(office.world.payouts.cancelPayoutBatch(office.world.admin, second->id)),
                 ErrorCode::IllegalTransition);
        QCOMPARE(office.world.payouts.listPayoutBatches(office.world.admin, {})->items.size(), 2);
    }

    void ofManyFilesAtOnceOneGetsThePayout()
    {
        Office office;
        const Id<Payout> id = office.approved();
        std::atomic<int> won = 0;

        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] { won += office.batch({id}) ? 1 : 0; });
        for (std::thread &thread : threads)
            thread.join();

        QCOMPARE(won.load(), 1);
        QCOMPARE(office.world.db.number("count(*) FROM payout_batch_items"), 1);
    }

    void whatDoesNotFitIntoAFileIsRefused()
    {
        Office office;
        const Id<Payout> asked = office.request()->id;

        QCOMPARE(codeOf(office.batch({asked})), ErrorCode::IllegalTransition);
        QVERIFY(office.approve(asked));
        QCOMPARE(office.batch({asked}, QStringLiteral("rtgs")).error().fields,
                 QList({FieldError{QStringLiteral("payout_ids.0"), QStringLiteral("is less than this layout takes")}}));
        QCOMPARE(codeOf(office.batch({asked}, QStringLiteral("none"))), ErrorCode::ValidationFailed);
        QCOMPARE(office.batch({asked, asked}).error().fields,
                 QList({FieldError{QStringLiteral("payout_ids.1"), QStringLiteral("stands in the list twice")}}));
        QCOMPARE(codeOf(office.batch({office.world.ids.next<Payout>()})), ErrorCode::ValidationFailed);
        QCOMPARE(office.world.db.number("count(*) FROM payout_batches"), 0);
        QVERIFY(!office.read(asked).batchNumber);
        QCOMPARE(office.world.payouts.listBankLayouts(office.world.admin)->size(), 2);
    }

    // What a store calls itself is no formula and no further column.
    void namesInABankFileAreHarmless_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("written");
        QTest::newRow("formula") << QStringLiteral("=HYPERLINK(\"http://x\")")
                                 << QStringLiteral("HYPERLINK( http //x )");
        QTest::newRow("plus") << QStringLiteral("+91-Traders") << QStringLiteral("91-Traders");
        QTest::newRow("columns") << QStringLiteral("A,B\r\nC") << QStringLiteral("A B C");
        QTest::newRow("Hindi") << QStringLiteral("राम कुमार") << QStringLiteral("राम कुमार");
        QTest::newRow("usual") << QStringLiteral("O'Neil & Sons (Pvt.)") << QStringLiteral("O'Neil & Sons (Pvt.)");
    }
    void namesInABankFileAreHarmless()
    {
        QFETCH(QString, name);
        QFETCH(QString, written);
        payouts::BankColumn holder{.title = QStringLiteral("Name"), .value = payouts::BankValue::Holder};
        const payouts::BankLayoutFile layout{.separator = QStringLiteral(","), .columns = {holder}};

        const QByteArray file = payouts::bankFile(layout, {}, {}, {{.holder = name}});

        QCOMPARE(QString::fromUtf8(file), QStringLiteral("Name\r\n%1\r\n").arg(written));
    }

    // PAYO-08: the bank's answer, row by row.
    void goodRowsOfAnAnswerAreEnteredAndOthersSaidWithTheirLine()
    {
        Office office;
        const Payout payout = office.read(office.approved());
        const QString text = columnsOfAnswers + QStringLiteral("PO-NONE,paid,UTR-1,\n\n%1,paid,x,\n%1,sent,UTR-1,\n"
                                                               "%1,failed,,\n\"%1\",PAID,UTR-77,\n")
                                                    .arg(payout.payoutNumber);

        const BankAnswer answer = office.answer(text);
        const BankAnswer again = office.answer(text);

        QCOMPARE(answer.paid, 1);
        QCOMPARE(answer.problems.size(), 4);
        QCOMPARE(answer.problems[0].line, 2);
        QCOMPARE(answer.problems[0].problem, QStringLiteral("There is no payout of this number."));
        QCOMPARE(answer.problems[1].line, 4);
        QCOMPARE(answer.problems[3].line, 6);
        QCOMPARE(again.paid, 0);
        QCOMPARE(again.known, 1);
        QCOMPARE(office.read(payout.id).transactionReference, QStringLiteral("UTR-77"));
        QCOMPARE(office.balance().paidOut, Money{147'000});
    }

    void anAnswerWithoutNamesIsRefused()
    {
        Office office;

        const auto refused = office.world.payouts.enterBankAnswer(office.world.admin, {QStringLiteral("PO-1,paid")});

        QCOMPARE(codeOf(refused), ErrorCode::ValidationFailed);
    }

    // PAYO-04: a failed payout returns its orders, whenever the bank says so.
    void whatTheBankRefusesOrReturnsIsInTheBalanceAgain_data()
    {
        QTest::addColumn<bool>("hasLeft");
        QTest::newRow("refused") << false;
        QTest::newRow("returned") << true;
    }
    void whatTheBankRefusesOrReturnsIsInTheBalanceAgain()
    {
        QFETCH(bool, hasLeft);
        Office office;
        const Payout payout = office.read(office.approved());
        if (hasLeft)
            QVERIFY(office.process(payout.id));
        const QString word = hasLeft ? QStringLiteral("returned") : QStringLiteral("failed");
        office.world.db.clock.advance(hourMs);

        const BankAnswer answer =
            office.answer(columnsOfAnswers + payout.payoutNumber + u',' + word + QStringLiteral(",,no such account"));

        QCOMPARE(hasLeft ? answer.returned : answer.failed, 1);
        const Payout now = office.read(payout.id);
        QCOMPARE(now.status, PayoutStatus::Failed);
        QCOMPARE(now.failureCode, hasLeft ? PayoutFailure::Returned : PayoutFailure::BankRefused);
        QCOMPARE(now.failureReason, QStringLiteral("no such account"));
        QCOMPARE(now.returnedAt.has_value(), hasLeft);
        QCOMPARE(office.balance().released, Money{147'000});
        QCOMPARE(office.balance().paidOut, Money{});
        QCOMPARE(office.request()->ordersCount, 2);
        QCOMPARE(office.world.ledger.verify(), std::optional<QString>());
    }

    // PAYO-04, PAYO-06
    void aReturnIsToldAndHappensOnce()
    {
        Office office;
        const Id<Payout> id = office.approved();
        QCOMPARE(codeOf(office.bounce(id)), ErrorCode::IllegalTransition);
        QVERIFY(office.process(id));
        const qint64 toldBefore = office.world.db.number("count(*) FROM outbox WHERE topic = 'payouts.changed'");

        const auto returned = office.bounce(id);
        const auto again = office.bounce(id);

        QCOMPARE(returned->failureReason, QStringLiteral("account closed"));
        QCOMPARE(returned->transactionReference, QStringLiteral("UTR-2026-77"));
        QCOMPARE(codeOf(again), ErrorCode::IllegalTransition);
        QCOMPARE(office.world.db.number("count(*) FROM outbox WHERE topic = 'payouts.changed'"), toldBefore + 1);
        QCOMPARE(office.world.db.number("count(*) FROM audit_log WHERE action = 'payouts.returned'"), 1);
        QCOMPARE(office.balance().released, Money{147'000});
    }

    // A refund after the payout is owed; the next sale pays it, and the payout after that is what is left.
    void whatAStoreOwesIsPaidBeforeItIsPaidOut()
    {
        Office office;
        office.world.set(QStringLiteral("payouts.minimum"), QStringLiteral("1.00"));
        const Order sold = office.world.settled();
        QVERIFY(office.process(office.approved()));
        office.refund(sold, {73'500});

        const auto refused = office.request();
        office.world.settled({1'500}); // brings 1,102.50
        const VendorBalance balance = office.balance();
        const auto payout = office.request();

        QCOMPARE(codeOf(refused), ErrorCode::BelowMinimum);
        QCOMPARE(refused.error().details,
                 QByteArray("{\"released\":\"0.00\",\"minimum\":\"1.00\",\"owed\":\"735.00\"}"));
        QCOMPARE(balance.owed, Money{});
        QCOMPARE(balance.released, Money{36'750});
        QCOMPARE(payout->amount, Money{36'750});
        QCOMPARE(payout->corrections, Money{-73'500});
        QCOMPARE(payout->ordersCount, 1);
        QCOMPARE(office.world.ledger.verify(), std::optional<QString>());
    }

    // PAYO-05: a refund from what is released makes the payout smaller, not wrong.
    void aRefundBeforeThePayoutIsTakenOffIt()
    {
        Office office;
        const Order sold = office.world.settled();
        office.refund(sold, {500'00});

        const auto payout = office.request();

        QCOMPARE(payout->amount, Money{170'500});
        QCOMPARE(payout->corrections, Money{-50'000});
        QCOMPARE(office.balance().released, Money{});
    }

    // PAYO-03: on its day, once, for whoever has enough.
    void payoutsAreMadeByThemselvesOnTheirDay()
    {
        Office office;
        World &world = office.world;
        world.set(QStringLiteral("payouts.weekday"), QStringLiteral("monday"));
        toMorning(world, 1);
        QCOMPARE(world.payouts.makeDue(), 0); // they are asked for

        world.set(QStringLiteral("payouts.mode"), QStringLiteral("automatic"));
        toMorning(world, 7);
        QCOMPARE(world.payouts.makeDue(), 0); // Sunday
        world.db.clock.advance(dayMs - 6 * hourMs);
        QCOMPARE(world.payouts.makeDue(), 0); // Monday, before the hour
        world.db.clock.advance(6 * hourMs);
        QCOMPARE(world.payouts.makeDue(), 1);
        world.settled();
        QCOMPARE(world.payouts.makeDue(), 0); // the day is done

        const auto made = world.payouts.listPayouts(office.store, {})->items;
        QCOMPARE(made.size(), 1);
        QCOMPARE(made[0].amount, Money{147'000});
        QCOMPARE(made[0].status, PayoutStatus::Requested);
        world.db.clock.advance(7 * dayMs);
        QCOMPARE(world.payouts.makeDue(), 1); // what was settled since
    }

    void smallAutomaticPayoutsApproveThemselves()
    {
        Office office;
        World &world = office.world;
        world.set(QStringLiteral("payouts.mode"), QStringLiteral("automatic"));
        world.set(QStringLiteral("payouts.schedule"), QStringLiteral("daily"));
        world.set(QStringLiteral("payouts.auto_approve_below"), QStringLiteral("1470.01"));
        toMorning(world, 3);

        QCOMPARE(world.payouts.makeDue(), 1);

        const auto made = world.payouts.listAllPayouts(world.admin, {})->items;
        QCOMPARE(made[0].status, PayoutStatus::Approved);
        QCOMPARE(made[0].processedBy, QStringLiteral("Kabaadwala"));
    }

    void aStoreThatOwesOrIsSuspendedGetsNothingByItself()
    {
        Office office;
        World &world = office.world;
        world.set(QStringLiteral("payouts.mode"), QStringLiteral("automatic"));
        world.set(QStringLiteral("payouts.schedule"), QStringLiteral("daily"));
        office.stand(StoreStatus::Suspended);
        toMorning(world, 3);

        QCOMPARE(world.payouts.makeDue(), 0);

        QCOMPARE(office.balance().released, Money{147'000});
    }

private:
    // Ten in the morning in India of the next such weekday, 1 to 7.
    static void toMorning(World &world, int weekday)
    {
        Instant at = india::dayOf(world.db.clock.now()).after(dayMs + 10 * hourMs);
        while (india::dateOf(india::dayNumber(at)).dayOfWeek() != weekday)
            at = at.after(dayMs);
        world.db.clock.advance(at.ms - world.db.clock.now().ms);
    }
};

TEST_CLASS(TestOfBanking)
#include "tst_banking.moc"
