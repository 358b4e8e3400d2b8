// What a line of a settlement says otherwise than is known here, and what becomes of it.

#include "server/books/service.h"
#include "tests/money/counter.h"
#include "tests/support/runner.h"

namespace {

const QString razorpay = QStringLiteral("razorpay");
const QString head = QStringLiteral("entity_id,type,debit,credit,amount,currency,fee,tax,settlement_id,payment_id\n");

// Lines without their head; of each the outcome.
struct Desk : Counter
{
    books::Service books{*world.db,  world.db.clock, world.ids,      world.ledger,   world.accounts,
                         world.auth, world.audit,    world.settings, world.secrets()};
    const Payment payment = open(razorpay);
    const QString attempt = QStringLiteral("pay_of_") + payment.gatewayOrderId;

    bool pay()
    {
        return tell(razorpay, Till::signedBody(
                                  Till::event("payment.captured", payment.gatewayOrderId, QStringLiteral("captured")),
                                  payment.gatewayOrderId.toLatin1()))
            .has_value();
    }
    SettlementReport take(QString lines)
    {
        return all.takeSettlement(world.admin, {razorpay, head + lines.replace(u'@', attempt) + u'\n'}).value();
    }
    SettlementOutcome outcome(const QString &line) { return take(line).lines.value(0).outcome; }
    Result<MoneyFlag> resolve(Id<MoneyFlag> flag, FlagAction action)
    {
        return all.resolveMoneyFlag(world.admin, flag, {.action = action, .reason = QStringLiteral("Looked at it")});
    }
    Id<LedgerPosting> newestPosting() { return books.listPostings(world.admin, {.limit = 1})->items.constFirst().id; }
    QList<qint64> outside() { return {balanceOf("gateway_clearing"), balanceOf("bank"), balanceOf("gateway_fees")}; }
};

const QString paidLine = QStringLiteral("@,payment,0,490.00,500.00,INR,10.00,0,setl_1,");

} // namespace

class TestOfSettlementLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // LED-01: its money is in a wallet, so that it cannot go out once more.
    void aLineThatDiffersMovesNoMoneyWhateverIsSaidOfIt()
    {
        Desk desk;
        QVERIFY(desk.pay());
        QCOMPARE(desk.outcome(QStringLiteral("@,payment,0,489.00,499.00,INR,10.00,0,setl_1,")),
                 SettlementOutcome::Differs);
        const MoneyFlag flag = desk.flags().constFirst();

        for (const FlagAction action : {FlagAction::Credit, FlagAction::Refund, FlagAction::Book})
            QCOMPARE(desk.resolve(flag.id, action).error().code, ErrorCode::IllegalTransition);

        QCOMPARE(flag.kind, FlagKind::Settlement);
        QCOMPARE(desk.flags().constFirst().status, FlagStatus::Open);
        QCOMPARE(desk.count("payment_refunds"), 0);
        QCOMPARE(desk.balance(), Money{50'000});
        QCOMPARE(desk.resolve(flag.id, FlagAction::Dismiss)->status, FlagStatus::Closed);
        QCOMPARE(desk.outside(), (QList<qint64>{-50'000, 0, 0}));
    }

    // PAY-08: the file can be faster than the news of the payment.
    void aPaymentThatASettlementHasNamedFirstIsCredited()
    {
        Desk desk;
        QCOMPARE(desk.outcome(paidLine), SettlementOutcome::Unmatched);
        QCOMPARE(desk.flags().constFirst().status, FlagStatus::Open);

        QVERIFY(desk.pay());

        QCOMPARE(desk.statusOf(desk.payment), PaymentStatus::Paid);
        QCOMPARE(desk.balance(), Money{50'000});
        QCOMPARE(desk.outcome(paidLine), SettlementOutcome::Posted);
        QCOMPARE(desk.flags().size(), 1);
        QCOMPARE(desk.flags().constFirst().status, FlagStatus::Closed);
        QCOMPARE(desk.outside(), (QList<qint64>{0, -49'000, -1'000}));
        QCOMPARE(desk.outcome(paidLine), SettlementOutcome::Seen);
    }

    void aChargebackThatIsGivenBackBringsItsFeeBackToo()
    {
        Desk desk;
        QVERIFY(desk.pay());
        QCOMPARE(
            desk.take(paidLine + QStringLiteral("\ndisp_1,adjustment,515.00,0,500.00,INR,15.00,0,setl_2,@")).posted, 2);
        QCOMPARE(desk.outside(), (QList<qint64>{-50'000, 2'500, -2'500}));

        const auto report = desk.take(QStringLiteral("disp_2,adjustment,0,515.00,500.00,INR,0,0,setl_3,@"));

        QCOMPARE(report.posted, 1);
        QCOMPARE(report.fees, Money{-1'500});
        QCOMPARE(report.net, Money{51'500});
        QCOMPARE(desk.outside(), (QList<qint64>{0, -49'000, -1'000}));
        QCOMPARE(desk.flags().size(), 0);
        QCOMPARE(desk.world.ledger.verify(), std::optional<QString>());
    }

    void feesWithoutAPaymentAreFeesAndComeBackAsSuch()
    {
        Desk desk;

        const auto report = desk.take(QStringLiteral("adj_1,adjustment,30.00,0,30.00,INR,0,0,setl_1,\n"
                                                     "adj_2,adjustment,0,10.00,10.00,INR,0,0,setl_1,"));

        QCOMPARE(report.posted, 2);
        QCOMPARE(report.gross, Money{});
        QCOMPARE(report.fees, Money{2'000});
        QCOMPARE(desk.outside(), (QList<qint64>{0, 2'000, -2'000}));
        QCOMPARE(desk.flags().size(), 0);
        QCOMPARE(desk.world.ledger.verify(), std::optional<QString>());
    }

    void aLineThatCannotBeIsAskedAboutAndNotPosted_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<qint64>("amount");
        QTest::newRow("more goes back than came")
            << QStringLiteral("rfnd_1,refund,500.01,0,500.01,INR,0,0,setl_2,@") << qint64(-50'001);
        QTest::newRow("a fee like no other")
            << QStringLiteral("rfnd_1,refund,900000000.00,0,1.00,INR,0,0,setl_2,@") << qint64(-100);
        QTest::newRow("what never went comes back")
            << QStringLiteral("disp_1,adjustment,0,500.00,500.00,INR,0,0,setl_2,@") << qint64(50'000);
        QTest::newRow("another currency")
            << QStringLiteral("rfnd_1,refund,100.00,0,100.00,USD,0,0,setl_2,@") << qint64(-10'000);
        QTest::newRow("a fee in another currency")
            << QStringLiteral("adj_1,adjustment,30.00,0,30.00,USD,0,0,setl_2,") << qint64(-3'000);
        QTest::newRow("the same line with other sums")
            << QStringLiteral("@,payment,0,480.00,500.00,INR,20.00,0,setl_2,") << qint64(50'000);
        QTest::newRow("as much once more")
            << QStringLiteral("pay_2,adjustment,0,490.00,500.00,INR,10.00,0,setl_2,@") << qint64(50'000);
    }
    void aLineThatCannotBeIsAskedAboutAndNotPosted()
    {
        QFETCH(QString, line);
        QFETCH(qint64, amount);
        Desk desk;
        QVERIFY(desk.pay());
        QCOMPARE(desk.outcome(paidLine), SettlementOutcome::Posted);

        const auto outcome = desk.outcome(line);

        QCOMPARE(outcome, SettlementOutcome::Differs);
        QCOMPARE(desk.flags().size(), 1);
        QCOMPARE(desk.flags().constFirst().kind, FlagKind::Settlement);
        QCOMPARE(desk.flags().constFirst().amount, Money{amount});
        QCOMPARE(desk.outside(), (QList<qint64>{0, -49'000, -1'000}));
        QCOMPARE(desk.count("settlement_lines"), 1);
    }

    void aPaymentIsNotPostedInAnotherCurrencyOrForItsFeeAlone_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("dollars") << QStringLiteral("@,payment,0,490.00,500.00,USD,10.00,0,setl_1,");
        QTest::newRow("nothing comes") << QStringLiteral("@,payment,0,0,500.00,INR,0,0,setl_1,");
        QTest::newRow("more than came") << QStringLiteral("@,payment,0,501.00,500.00,INR,0,0,setl_1,");
    }
    void aPaymentIsNotPostedInAnotherCurrencyOrForItsFeeAlone()
    {
        QFETCH(QString, line);
        Desk desk;
        QVERIFY(desk.pay());

        const auto outcome = desk.outcome(line);

        QCOMPARE(outcome, SettlementOutcome::Differs);
        QCOMPARE(desk.flags().size(), 1);
        QCOMPARE(desk.outside(), (QList<qint64>{-50'000, 0, 0}));
        QCOMPARE(desk.count("settlement_lines"), 0);
    }

    // Two refunds that are each possible, but not together.
    void whatGoesBackInPartsIsNotMoreThanCame()
    {
        Desk desk;
        QVERIFY(desk.pay());

        const auto report = desk.take(paidLine + QStringLiteral("\nrfnd_1,refund,300.00,0,300.00,INR,0,0,setl_1,@\n"
                                                                "rfnd_2,refund,200.01,0,200.01,INR,0,0,setl_1,@"));

        QCOMPARE(report.posted, 2);
        QCOMPARE(report.lines[2].outcome, SettlementOutcome::Differs);
        QCOMPARE(desk.outside(), (QList<qint64>{-30'000, -19'000, -1'000}));
    }

    // LED-02
    void aWrongLineIsTakenBackByAnotherPostingAndIsOpenForARightFile()
    {
        Desk desk;
        QVERIFY(desk.pay());
        QCOMPARE(desk.outcome(QStringLiteral("@,payment,0,390.00,500.00,INR,110.00,0,setl_1,")),
                 SettlementOutcome::Posted);
        const auto wrong = desk.newestPosting();
        QCOMPARE(desk.books.readPosting(desk.world.admin, wrong)->isReversible, true);
        QCOMPARE(desk.outcome(paidLine), SettlementOutcome::Differs);
        const Caller boss = desk.world.addAdmin(QStringLiteral("second-boss"));

        const auto back = desk.books.reversePosting(boss, wrong, {QStringLiteral("A wrong file")});

        QCOMPARE(back->kind, PostingKind::Reverse);
        QCOMPARE(desk.outside(), (QList<qint64>{-50'000, 0, 0}));
        QCOMPARE(desk.books.reversePosting(boss, wrong, {QStringLiteral("Once more")}).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(desk.outcome(paidLine), SettlementOutcome::Posted);
        QCOMPARE(desk.outcome(paidLine), SettlementOutcome::Seen);
        QCOMPARE(desk.outside(), (QList<qint64>{0, -49'000, -1'000}));
        QCOMPARE(desk.flags().constFirst().status, FlagStatus::Closed);
        QCOMPARE(desk.count("settlement_lines"), 2);
        QCOMPARE(desk.world.ledger.verify(), std::optional<QString>());
    }
};

TEST_CLASS(TestOfSettlementLines)
#include "tst_settlementlines.moc"
