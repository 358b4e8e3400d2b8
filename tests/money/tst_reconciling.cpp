#include "tests/money/till.h"
#include "tests/support/runner.h"

namespace {

// An order at the gateway that waits for its capture, with so many attempts that hold money ready, given to a payment.
QStringList holdReady(Till &till, int attempts)
{
    const QString order =
        till.gateway
            .post(QStringLiteral("/v1/orders"), {{"amount", 50'000}, {"currency", "INR"}, {"payment_capture", 0}})["id"]
            .toString();
    till.sql("UPDATE payments SET gateway_order_id = ?", order);
    QStringList ids;
    for (int i = 0; i < attempts; ++i)
        ids += till.payAt(order);
    return ids;
}

} // namespace

class TestOfReconciling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // What the gateway does not know is asked for ever rarer and ends; it never stands before the others.
    void paymentsThatTheGatewayRefusesDoNotHoldUpTheOthers()
    {
        Till till;
        for (int i = 0; i < 50; ++i)
            QVERIFY(till.recharge());
        till.sql("UPDATE payments SET gateway_order_id = gateway_order_id || ?", QStringLiteral("-gone"));
        till.world.db.clock.advance(1);
        const Payment paid = till.recharge().value();
        till.payAt(paid.gatewayOrderId);
        till.world.db.clock.advance(15 * minuteMs);

        const int first = till.payments.reconcile();
        const int second = till.payments.reconcile();

        QCOMPARE(first, 1);
        QCOMPARE(second, 0);
        QCOMPARE(till.read(paid.id).status, PaymentStatus::Paid);
        QCOMPARE(till.balance(), Money{50'000});
        till.world.db.clock.advance(3 * dayMs);
        QCOMPARE(till.payments.reconcile(), 50);
        QCOMPARE(till.world.db.number("count(*) FROM payments WHERE status = 'failed'"), 50);
        QCOMPARE(till.world.db.number("count(*) FROM payments WHERE next_check_at IS NOT NULL"), 0);
    }

    void whatIsTakenCountsBeforeWhatIsOnlyHeldReady()
    {
        Till till;
        const Payment payment = till.recharge().value();
        const QStringList attempts = holdReady(till, 2);
        till.gateway.post(QStringLiteral("/v1/payments/%1/capture").arg(attempts[1]),
                          {{"amount", 50'000}, {"currency", "INR"}});
        till.world.db.clock.advance(15 * minuteMs);

        QCOMPARE(till.payments.reconcile(), 1);

        QCOMPARE(till.read(payment.id).gatewayPaymentId, attempts[1]);
        QCOMPARE(till.statusAt(attempts[0]), QStringLiteral("authorized"));
        QCOMPARE(till.balance(), Money{50'000});
        QCOMPARE(till.world.db.number("count(*) FROM payment_refunds"), 0);
    }

    void moneyThatIsHeldReadyIsTakenOnce()
    {
        Till till;
        const Payment payment = till.recharge().value();
        const QStringList attempts = holdReady(till, 2);
        till.world.db.clock.advance(15 * minuteMs);

        QCOMPARE(till.payments.reconcile(), 1);

        QCOMPARE(till.read(payment.id).gatewayPaymentId, attempts[0]);
        QCOMPARE(till.statusAt(attempts[0]), QStringLiteral("captured"));
        QCOMPARE(till.statusAt(attempts[1]), QStringLiteral("authorized"));
        QCOMPARE(till.balance(), Money{50'000});
    }

    // PAY-08: the wallet is credited once, and what was taken a second time goes back to the payer.
    void aSecondPaymentOfTheSameOrderGoesBack()
    {
        Till till;
        const Payment payment = till.recharge().value();
        QVERIFY(till.tellCaptured(payment.gatewayOrderId));
        const QString second = till.payAt(payment.gatewayOrderId);
        const auto tellSecond = [&](const QByteArray &id) {
            return till.tell(
                Till::signedBody(Till::event("payment.captured", payment.gatewayOrderId, QStringLiteral("captured"),
                                             50'000, QStringLiteral("INR"), second),
                                 id));
        };

        QVERIFY(tellSecond("second"));
        QVERIFY(tellSecond("second, told again"));
        QCOMPARE(till.world.db.number("count(*) FROM payment_refunds WHERE status = 'wanted' AND amount = 50000"), 1);
        const int refunded = till.payments.refundSurplus();

        QCOMPARE(refunded, 1);
        QCOMPARE(till.events("surplus"), 2);
        QCOMPARE(till.statusAt(second), QStringLiteral("refunded"));
        QCOMPARE(till.balance(), Money{50'000});
        QCOMPARE(till.world.db.number("count(*) FROM payment_refunds WHERE status = 'refunded'"), 1);
        QCOMPARE(till.payments.refundSurplus(), 0);
        QCOMPARE(till.world.ledger.verify(), std::optional<QString>());
    }

    void aRefundWhoseAnswerWasLostIsNotGivenTwice()
    {
        Till till;
        const Payment payment = till.recharge().value();
        QVERIFY(till.tellCaptured(payment.gatewayOrderId));
        const QString second = till.payAt(payment.gatewayOrderId);
        QVERIFY(
            till.tell(Till::signedBody(Till::event("payment.captured", payment.gatewayOrderId,
                                                   QStringLiteral("captured"), 50'000, QStringLiteral("INR"), second),
                                       "second")));
        till.gateway.post(QStringLiteral("/control"), {{"outages", 4}});

        QCOMPARE(till.payments.refundSurplus(), 0);
        QCOMPARE(till.payments.refundSurplus(), 0); // not yet again
        QCOMPARE(till.statusAt(second), QStringLiteral("captured"));
        till.gateway.post(QStringLiteral("/v1/payments/%1/refund").arg(second));
        till.world.db.clock.advance(15 * minuteMs);

        QCOMPARE(till.payments.refundSurplus(), 1);
        QCOMPARE(till.statusAt(second), QStringLiteral("refunded"));
        QCOMPARE(till.world.db.number("count(*) FROM payment_refunds WHERE status = 'refunded'"), 1);
    }

    // L11: however many are due, and whoever stands behind them all.
    void oneRunAsksAboutAllThatAreDue()
    {
        Till till;
        const Payment paid = till.recharge().value();
        till.payAt(paid.gatewayOrderId);
        till.world.db.clock.advance(1);
        for (int i = 0; i < 120; ++i)
            QVERIFY(till.recharge());
        till.world.db.clock.advance(15 * minuteMs);

        QCOMPARE(till.payments.reconcile([] { return true; }), 0);
        QCOMPARE(till.read(paid.id).status, PaymentStatus::Pending);
        QCOMPARE(till.payments.reconcile(), 1);

        QCOMPARE(till.read(paid.id).status, PaymentStatus::Paid);
        QCOMPARE(till.balance(), Money{50'000});
    }

    // PAY-08: it has come, so an admin says whose it is; once, however often it is told.
    void moneyOfAPaymentThatIsNotKnownIsFlagged()
    {
        Till till;
        const auto flags = [&] { return till.payments.listMoneyFlags(till.world.admin, {})->items; };
        QVERIFY(till.tellCaptured(QStringLiteral("order_unknown")));
        QVERIFY(till.tell(Till::signedBody(
            Till::event("payment.failed", QStringLiteral("order_other"), QStringLiteral("failed")), "failed")));

        till.world.db.clock.advance(hourMs - 1);
        till.payments.sweep();
        QCOMPARE(flags().size(), 0);
        till.world.db.clock.advance(1);
        QCOMPARE(till.payments.sweep(), 0);
        QVERIFY(till.tell(Till::signedBody(
            Till::event("order.paid", QStringLiteral("order_unknown"), QStringLiteral("captured")), "again")));
        till.world.db.clock.advance(hourMs);
        till.payments.sweep();

        const QList<MoneyFlag> found = flags();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].kind, FlagKind::Unknown);
        QCOMPARE(found[0].transactionId, QStringLiteral("pay_of_order_unknown"));
        QCOMPARE(found[0].reference, std::optional(QStringLiteral("order_unknown")));
        QCOMPARE(found[0].amount, Money{50'000});
        QCOMPARE(till.events("parked"), 1);
        QCOMPARE(till.events("mismatch"), 2);
        QCOMPARE(till.balance(), Money{});
        till.world.db.clock.advance(8 * dayMs);
        QCOMPARE(till.payments.sweep(), 1); // what nobody paid is forgotten
        QCOMPARE(flags().size(), 1);
    }

    // Of the payer nothing is kept, and an event without its payment not for ever.
    void eventsKeepNothingOfThePayerAndDoNotWaitForEver()
    {
        Till till;
        QVERIFY(till.tell(Till::signedBody(
            Till::event("payment.failed", QStringLiteral("order_unknown"), QStringLiteral("failed")), "failed")));
        QCOMPARE(till.events("parked"), 1);
        QCOMPARE(
            till.world.db.number("count(*) FROM webhook_events WHERE attempt LIKE '%asha%' OR attempt LIKE '%+91%'"),
            0);

        till.world.db.clock.advance(7 * dayMs);
        const qint64 early = till.payments.sweep();
        till.world.db.clock.advance(1);
        const qint64 inTime = till.payments.sweep();

        QCOMPARE(early, 0);
        QCOMPARE(inTime, 1);
        QCOMPARE(till.world.db.number("count(*) FROM webhook_events"), 0);
    }

    // Nothing here waits: the pauses that would be made are longer than any test.
    void aCallIsRepeatedOnlyWhileSomebodyHasThePatience()
    {
        Till till;
        payments::GatewayConfig slow = till.config;
        slow.firstRetryMs = 3'600'000;
        payments::Service hasty(*till.world.db, till.world.db.clock, till.world.ids, till.world.accounts,
                                till.world.auth, till.world.ledger, till.world.settings, till.world.audit,
                                till.world.secrets(), {slow});
        slow.patienceMs = 2 * slow.firstRetryMs;
        payments::Service stopped(*till.world.db, till.world.db.clock, till.world.ids, till.world.accounts,
                                  till.world.auth, till.world.ledger, till.world.settings, till.world.audit,
                                  till.world.secrets(), {slow});
        stopped.stop();
        const Caller buyer = till.world.buyer.caller;

        till.gateway.post(QStringLiteral("/control"), {{"outages", 1}});
        QCOMPARE(hasty.rechargeWallet(buyer, {{50'000}}).error().code, ErrorCode::GatewayFailed);
        QVERIFY(hasty.rechargeWallet(buyer, {{50'000}}));
        till.gateway.post(QStringLiteral("/control"), {{"outages", 1}});
        QCOMPARE(stopped.rechargeWallet(buyer, {{50'000}}).error().code, ErrorCode::GatewayFailed);
        QVERIFY(stopped.rechargeWallet(buyer, {{50'000}}));
    }
};

TEST_CLASS(TestOfReconciling)
#include "tst_reconciling.moc"
