// What providers settle to the bank goes into the books, without what they keep.

#include "server/payments/settlement.h"
#include "tests/money/counter.h"
#include "tests/support/runner.h"

#include <algorithm>

namespace {

const QString headOfRazorpay = QStringLiteral("entity_id,type,debit,credit,amount,currency,fee,tax,settlement_id,"
                                              "payment_id\n");
const QString headOfStripe = QStringLiteral("automatic_payout_id,balance_transaction_id,created,currency,gross,fee,net,"
                                            "reporting_category,charge_id\n");

Result<SettlementReport> take(Counter &counter, const QString &provider, const QString &csv)
{
    return counter.all.takeSettlement(counter.world.admin, {provider, csv});
}

QString paid(Counter &counter)
{
    const Payment payment = counter.open(QStringLiteral("razorpay"));
    if (!counter.tell(
            QStringLiteral("razorpay"),
            Till::signedBody(Till::event("payment.captured", payment.gatewayOrderId, QStringLiteral("captured")),
                             payment.gatewayOrderId.toLatin1())))
        qFatal("the news of the gateway are refused");
    return counter.all.readPayment(counter.world.buyer.caller, payment.id)->gatewayPaymentId.value();
}

} // namespace

class TestOfSettlements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // LED-01: out of the gateway into the bank, and the fee apart; once, however often the file is read.
    void whatAGatewaySettlesGoesToTheBankWithoutItsFee()
    {
        Counter counter;
        const QString attempt = paid(counter);
        const QString csv = headOfRazorpay + attempt +
                            QStringLiteral(",payment,0.00,488.20,500.00,INR,11.80,1.80,setl_1,\n"
                                           "setl_1,settlement,488.20,0.00,488.20,INR,0.00,0.00,setl_1,\n");

        const auto report = take(counter, QStringLiteral("razorpay"), csv);
        const auto again = take(counter, QStringLiteral("razorpay"), csv);

        QCOMPARE(report->posted, 1);
        QCOMPARE(report->gross, Money{50'000});
        QCOMPARE(report->fees, Money{1'180});
        QCOMPARE(report->net, Money{48'820});
        QCOMPARE(report->lines[1].outcome, SettlementOutcome::Passing);
        QCOMPARE(again->posted, 0);
        QCOMPARE(again->seen, 1);
        QCOMPARE(counter.balanceOf("gateway_clearing"), 0);
        QCOMPARE(counter.balanceOf("bank"), -48'820);
        QCOMPARE(counter.balanceOf("gateway_fees"), -1'180);
        QCOMPARE(counter.balance(), Money{50'000});
        QCOMPARE(counter.flags().size(), 0);
        QCOMPARE(counter.world.ledger.verify(), std::optional<QString>());
        QCOMPARE(counter.world.db.number("count(*) FROM audit_log WHERE action = 'payment.settlement_taken'"), 2);
    }

    // What went back to a payer makes less of what comes to the bank, and so does a fee without money.
    void whatWentBackIsTakenOff()
    {
        Counter counter;
        const QString attempt = paid(counter);
        const auto report = take(counter, QStringLiteral("razorpay"),
                                 headOfRazorpay + attempt +
                                     QStringLiteral(",payment,0,490.00,500.00,INR,10.00,0,setl_1,\nrfnd_1,refund,"
                                                    "205.00,0,200.00,INR,5.00,0,setl_1,") +
                                     attempt + u'\n');

        QCOMPARE(report->posted, 2);
        QCOMPARE(report->net, Money{28'500});
        QCOMPARE(counter.balanceOf("gateway_clearing"), -20'000); // until the way back is booked in its wallet
        QCOMPARE(counter.balanceOf("bank"), -28'500);
        QCOMPARE(counter.balanceOf("gateway_fees"), -1'500);
        QCOMPARE(counter.world.ledger.verify(), std::optional<QString>());
    }

    void aFileOfStripeIsReadByItsOwnColumns()
    {
        Counter counter;
        const Payment payment = counter.open(QStringLiteral("stripe"));
        const QString charge = counter.visit(payment, "pay")["charge"].toString();
        QVERIFY(counter.tell("stripe", paidIn(counter.gateway.inbox.take(2), QStringLiteral("stripe"))));

        const auto report =
            take(counter, QStringLiteral("stripe"),
                 headOfStripe + QStringLiteral("po_1,txn_1,2026-11-27,inr,500.00,15.00,485.00,charge,") + charge +
                     QStringLiteral("\npo_1,txn_2,2026-11-27,inr,-100.00,0.00,-100.00,refund,") + charge +
                     QStringLiteral("\npo_1,txn_3,2026-11-27,inr,-385.00,0.00,-385.00,payout,\n"));

        QCOMPARE(report->posted, 2);
        QCOMPARE(report->net, Money{38'500});
        QCOMPARE(counter.balanceOf("bank"), -38'500);
        QCOMPARE(counter.balanceOf("gateway_fees"), -1'500);
    }

    // The console offers those and nobody else.
    void whoseFilesAreReadStandsInTheContract()
    {
        for (const QString &name : names::all<payments::Provider>()) {
            const auto read = payments::readSettlement(*names::fromText<payments::Provider>(name), QString());
            const bool isOffered = std::any_of(settlementProviders.begin(), settlementProviders.end(),
                                               [&](GatewayName each) { return name == names::text(each); });

            QCOMPARE(read.error().fields.value(0).field,
                     isOffered ? QStringLiteral("csv") : QStringLiteral("provider"));
        }
    }

    // Of a payment that is not known, or of another amount: an admin hears of it, and the books stay as they are.
    void whatFitsNoPaymentIsFlaggedAndNotPosted()
    {
        Counter counter;
        const QString attempt = paid(counter);
        const QString csv = headOfRazorpay + attempt +
                            QStringLiteral(",payment,0,590.00,600.00,INR,10.00,0,setl_1,\n"
                                           "pay_other,payment,0,98.00,100.00,INR,2.00,0,setl_1,\n"
                                           "trf_1,transfer,30.00,0,30.00,INR,0,0,setl_1,\n"
                                           "pay_odd,payment,0,many,100.00,INR,2.00,0,setl_1,\n");

        const auto report = take(counter, QStringLiteral("razorpay"), csv);
        (void)take(counter, QStringLiteral("razorpay"), csv);

        QCOMPARE(report->posted, 0);
        QCOMPARE(report->flagged, 3);
        QCOMPARE(report->lines[0].outcome, SettlementOutcome::Differs);
        QCOMPARE(report->lines[1].outcome, SettlementOutcome::Unmatched);
        QCOMPARE(report->lines[2].outcome, SettlementOutcome::Unmatched);
        QCOMPARE(report->lines[3].outcome, SettlementOutcome::Unreadable);
        const QList<MoneyFlag> flags = counter.flags();
        QCOMPARE(flags.size(), 3);
        QCOMPARE(flags[0].transactionId, QStringLiteral("trf_1"));
        QCOMPARE(flags[0].amount, Money{-3'000});
        QCOMPARE(flags[1].kind, FlagKind::Settlement);
        QCOMPARE(flags[1].amount, Money{10'000});
        QCOMPARE(flags[2].kind, FlagKind::Settlement);
        QCOMPARE(flags[2].expectedAmount, std::optional(Money{50'000}));
        QCOMPARE(counter.balanceOf("bank"), 0);
        QCOMPARE(counter.world.db.number("count(*) FROM settlement_lines"), 0);
    }

    void aFileWithOtherColumnsOrOfNobodyIsRefused()
    {
        Counter counter;

        QCOMPARE(take(counter, QStringLiteral("razorpay"), headOfStripe).error().code, ErrorCode::ValidationFailed);
        QCOMPARE(take(counter, QStringLiteral("upi"), headOfRazorpay).error().code, ErrorCode::ValidationFailed);
        QCOMPARE(take(counter, QStringLiteral("paypal"), headOfRazorpay).error().code, ErrorCode::ValidationFailed);
        QCOMPARE(counter.all.takeSettlement(counter.world.buyer.caller, {QStringLiteral("razorpay"), headOfRazorpay})
                     .error()
                     .code,
                 ErrorCode::PermissionMissing);
        QCOMPARE(counter.world.db.number("count(*) FROM audit_log WHERE action = 'payment.settlement_taken'"), 0);
    }
};

TEST_CLASS(TestOfSettlements)
#include "tst_settlements.moc"
