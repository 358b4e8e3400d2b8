// Money that comes for somebody who was banned or erased meanwhile is in no wallet until an admin has said whose it is.

#include "tests/money/counter.h"
#include "tests/support/runner.h"

namespace {

void change(Counter &till, std::string_view statement)
{
    const Result<> done = till.world.db->write([&](Tx &tx) -> Result<> {
        tx.run(statement, till.world.buyer.caller.id);
        return {};
    });
    if (!done)
        qFatal("the account cannot be changed");
}

void ban(Counter &till)
{
    change(till, "UPDATE accounts SET is_active = 0 WHERE id = ?");
}

void readmit(Counter &till)
{
    change(till, "UPDATE accounts SET is_active = 1 WHERE id = ?");
}

Result<StatementReport> takeLine(Counter &till, const Payment &payment)
{
    const QString csv = QStringLiteral("Date,Narration,Chq./Ref.No.,Withdrawal Amt.,Deposit Amt.\n"
                                       "27/11/26,UPI %1,331200000001,,500.00\n");
    return till.all.takeStatement(till.world.admin, {{QStringLiteral("Date"), QStringLiteral("Narration"),
                                                      QStringLiteral("Deposit Amt."), QStringLiteral("Chq./Ref.No.")},
                                                     csv.arg(payment.gatewayOrderId)});
}

} // namespace

class TestOfLostPayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // PAY-08, C46
    void aLateLineOfTheBankIsFlagged()
    {
        Counter till;
        const Payment payment = till.open(QStringLiteral("upi"));
        till.world.db.clock.advance(4 * dayMs);
        till.all.reconcile();
        QCOMPARE(till.statusOf(payment), PaymentStatus::Failed);
        ban(till);

        const auto report = takeLine(till, payment);
        const auto again = takeLine(till, payment);

        QVERIFY(report);
        QCOMPARE(report->lines.constFirst().outcome, LineOutcome::Unknown);
        QCOMPARE(report->credited, 0);
        QCOMPARE(report->flagged, 1);
        QCOMPARE(again->lines.constFirst().outcome, LineOutcome::Seen);
        QCOMPARE(till.balance(), Money{});
        QCOMPARE(till.statusOf(payment), PaymentStatus::Failed);
        QCOMPARE(till.flags().size(), 1);
        const MoneyFlag flag = till.flags().constFirst();
        QCOMPARE(flag.kind, FlagKind::Unknown);
        QCOMPARE(flag.paymentId, std::optional(payment.id));
        QCOMPARE(flag.amount, Money{50'000});
        QCOMPARE(till.world.ledger.verify(), std::optional<QString>());

        // Who is let in again gets it.
        const ResolveFlag wish{FlagAction::Credit, {}, QStringLiteral("Seen with the bank")};
        QCOMPARE(till.all.resolveMoneyFlag(till.world.admin, flag.id, wish).error().code, ErrorCode::AccountInactive);
        readmit(till);
        QVERIFY(till.all.resolveMoneyFlag(till.world.admin, flag.id, wish));
        QCOMPARE(till.balance(), Money{50'000});
        QCOMPARE(till.statusOf(payment), PaymentStatus::Paid);
    }

    void whatAGatewayReportsIsFlaggedOnce()
    {
        Counter till;
        const Payment payment = till.recharge().value();
        ban(till);
        const QByteArray news = Till::event("payment.captured", payment.gatewayOrderId, QStringLiteral("captured"));

        QVERIFY(till.Till::tell(Till::signedBody(news, "first")));
        QVERIFY(till.Till::tell(Till::signedBody(news, "again")));

        QCOMPARE(till.events("mismatch"), 2);
        QCOMPARE(till.balance(), Money{});
        QCOMPARE(till.read(payment.id).status, PaymentStatus::Pending);
        QCOMPARE(till.flags().size(), 1);
        QCOMPARE(till.flags().constFirst().kind, FlagKind::Unknown);
        QCOMPARE(till.count("payment_refunds"), 0);

        // From here on only an admin credits it.
        readmit(till);
        QVERIFY(till.Till::tell(Till::signedBody(news, "and again")));
        QCOMPARE(till.events("ignored"), 1);
        QCOMPARE(till.balance(), Money{});
        QVERIFY(till.all.resolveMoneyFlag(till.world.admin, till.flags().constFirst().id,
                                          {FlagAction::Credit, {}, QStringLiteral("It is his")}));
        QCOMPARE(till.balance(), Money{50'000});
        QCOMPARE(till.read(payment.id).status, PaymentStatus::Paid);
        QCOMPARE(till.world.ledger.verify(), std::optional<QString>());
    }

    // What had come before stays as it is.
    void whatWasPaidBeforeIsNoNews()
    {
        Counter till;
        const Payment payment = till.recharge().value();
        QVERIFY(till.tellCaptured(payment.gatewayOrderId));
        ban(till);

        QVERIFY(till.Till::tell(Till::signedBody(
            Till::event("payment.captured", payment.gatewayOrderId, QStringLiteral("captured")), "told again")));

        QCOMPARE(till.events("ignored"), 1);
        QVERIFY(till.flags().isEmpty());
        QCOMPARE(till.balance(), Money{50'000});
    }
};

TEST_CLASS(TestOfLostPayers)
#include "tst_lostpayers.moc"
