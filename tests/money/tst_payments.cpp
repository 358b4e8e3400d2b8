#include "server/payments/gateways/line.h"
#include "tests/money/till.h"
#include "tests/support/refusal.h"
#include "tests/support/runner.h"

#include <algorithm>
#include <thread>

class TestOfPayments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // WAL-04, PAY-02
    void aRechargeOpensAnOrderAtTheGatewayAndCreditsNothingYet()
    {
        Till till;

        const auto payment = till.recharge();

        QVERIFY(payment);
        QCOMPARE(payment->status, PaymentStatus::Pending);
        QVERIFY(payment->gatewayOrderId.startsWith(QLatin1String("order_")));
        QCOMPARE(payment->checkoutUrl, till.gateway.url() + "/checkout/" + payment->gatewayOrderId);
        QCOMPARE(payment->keyId, QStringLiteral("key-id"));
        QCOMPARE(till.balance(), Money{});
    }

    // WAL-04
    void aRechargeStaysWithinItsBounds_data()
    {
        QTest::addColumn<qint64>("paise");
        QTest::addColumn<ErrorCode>("refusal");
        QTest::newRow("a paisa too little") << qint64(9'999) << ErrorCode::BelowMinimum;
        QTest::newRow("a paisa too much") << qint64(5'000'001) << ErrorCode::ValidationFailed;
    }
    void aRechargeStaysWithinItsBounds()
    {
        QFETCH(qint64, paise);
        QFETCH(ErrorCode, refusal);
        Till till;

        const auto refused = till.recharge(paise);

        QCOMPARE(refused.error().code, refusal);
        QCOMPARE(till.world.db.number("count(*) FROM payments"), 0);
        QVERIFY(till.recharge(10'000));
        QVERIFY(till.recharge(5'000'000));
    }

    // WAL-04, C64: with what has come, what is held and what may still come
    void aWalletHoldsNoMoreThanItsLimit()
    {
        Till till;
        till.world.set(QStringLiteral("wallet.balance_max"), QStringLiteral("1200.00"));
        const Payment first = till.recharge(50'000).value();
        QVERIFY(till.tellCaptured(first.gatewayOrderId));
        QVERIFY(till.recharge(50'000)); // waits

        const auto refused = till.recharge(20'001);

        QCOMPARE(refused.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(refused.error().fields.value(0).field, QStringLiteral("amount"));
        QVERIFY(refused.error().fields.value(0).problem.contains(QStringLiteral("200.00")));
        QCOMPARE(till.world.db.number("count(*) FROM payments"), 2);
        QCOMPARE(till.balance(), Money{50'000});
        QVERIFY(till.recharge(20'000));
        const auto inFull = till.recharge(10'000); // what waits counts

        QCOMPARE(codeOf(inFull), ErrorCode::ValidationFailed);
        QCOMPARE(inFull.error().fields.value(0).field, QStringLiteral("amount"));
        QCOMPARE(till.world.db.number("count(*) FROM payments"), 3);
        QCOMPARE(till.balance(), Money{50'000});
        till.world.set(QStringLiteral("wallet.balance_max"), QStringLiteral("0.00"));
        QVERIFY(till.recharge(5'000'000));
    }

    // P30, PAY-04, PAY-07, PAY-10, C54: whatever the order and however often.
    void webhooksInEveryOrderCreditExactlyOnce()
    {
        Till till;
        const QList<std::pair<QByteArray, QString>> story{{"payment.authorized", QStringLiteral("authorized")},
                                                          {"payment.failed", QStringLiteral("failed")},
                                                          {"payment.captured", QStringLiteral("captured")},
                                                          {"order.paid", QStringLiteral("captured")}};
        QList<int> turn{0, 1, 2, 3};
        qint64 expected = 0;
        do {
            const Payment payment = till.recharge().value();
            expected += 50'000;
            for (const int at : turn) {
                const RawBody body =
                    Till::signedBody(Till::event(story[at].first, payment.gatewayOrderId, story[at].second),
                                     story[at].first + payment.gatewayOrderId.toUtf8());
                QVERIFY(till.tell(body));
                QVERIFY(till.tell(body));
            }
            QCOMPARE(till.read(payment.id).status, PaymentStatus::Paid);
            QCOMPARE(till.balance(), Money{expected});
        } while (std::next_permutation(turn.begin(), turn.end()));

        QCOMPARE(till.world.db.number("count(*) FROM wallet_entries WHERE type = 'recharge'"), 24);
        QCOMPARE(till.world.db.number("count(*) FROM webhook_events"), 24 * 4);
        QCOMPARE(till.world.ledger.verify(), std::optional<QString>());
    }

    // PAY-12, AUD-02, P64
    void everyAttemptToPayIsRecordedWithItsTransactionAndStatus()
    {
        Till till;
        const Payment payment = till.recharge().value();
        QVERIFY(till.tellCaptured(payment.gatewayOrderId));
        QVERIFY(till.tellCaptured(payment.gatewayOrderId));
        const Caller admin{.role = Role::Admin, .known = true, .superAdmin = true};

        const auto entries = till.world.audit.listAudit(admin, {.objectId = payment.id.text()})->items;

        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries[1].action, QStringLiteral("payment.attempted"));
        QCOMPARE(entries[1].actorId, std::optional(till.world.buyer.caller.id));
        QCOMPARE(entries[0].action, QStringLiteral("payment.paid"));
        QVERIFY(!entries[0].actorId);
        QCOMPARE(entries[0].details.text,
                 "{\"provider\":\"razorpay\",\"amount\":\"500.00\",\"status\":\"paid\",\"transaction_id\":\"pay_of_" +
                     payment.gatewayOrderId.toUtf8() + "\",\"reason\":null}");
        QVERIFY(!entries[0].details.text.contains("asha"));
    }

    // PAY-12, AUD-02
    void aPaymentThatFailedIsRecordedWithItsTransactionAndReason()
    {
        Till till;
        const Payment payment = till.recharge().value();
        QVERIFY(till.tell(
            Till::signedBody(Till::event("payment.failed", payment.gatewayOrderId, QStringLiteral("failed")), "no")));
        const Caller admin{.role = Role::Admin, .known = true, .superAdmin = true};

        const auto entries = till.world.audit.listAudit(admin, {.objectId = payment.id.text()})->items;

        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries[1].action, QStringLiteral("payment.attempted"));
        QCOMPARE(entries[0].action, QStringLiteral("payment.failed"));
        QVERIFY(!entries[0].actorId);
        QCOMPARE(entries[0].details.text,
                 "{\"provider\":\"razorpay\",\"amount\":\"500.00\",\"status\":\"failed\",\"transaction_id\":\"pay_of_" +
                     payment.gatewayOrderId.toUtf8() + "\",\"reason\":\"declined\"}");
        QVERIFY(!till.payments.readPayment(till.world.buyer.caller, payment.id)->gatewayPaymentId);
    }

    void theSameEventManyTimesAtOnceCreditsOnce()
    {
        Till till;
        const Payment payment = till.recharge().value();
        std::atomic<int> accepted = 0;

        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] { accepted += till.tellCaptured(payment.gatewayOrderId) ? 1 : 0; });
        for (std::thread &thread : threads)
            thread.join();

        QCOMPARE(accepted.load(), 8);
        QCOMPARE(till.balance(), Money{50'000});
        QCOMPARE(till.world.db.number("count(*) FROM webhook_events"), 1);
        QCOMPARE(till.world.db.number("count(*) FROM outbox WHERE topic = 'payments.settled'"), 1);
    }

    // P33, PAY-06, C37
    void whatIsNotSignedByTheGatewayChangesNothing()
    {
        Till till;
        const Payment payment = till.recharge().value();
        const QByteArray truth = Till::event("payment.captured", payment.gatewayOrderId, QStringLiteral("captured"));
        RawBody changed = Till::signedBody(truth, "e1");
        changed.bytes.replace("50000", "50001");
        payments::GatewayConfig secretless = till.config;
        secretless.webhookSecret.clear();
        payments::Service open(*till.world.db, till.world.db.clock, till.world.ids, till.world.accounts,
                               till.world.auth, till.world.ledger, till.world.settings, till.world.audit,
                               till.world.secrets(), {secretless});

        QCOMPARE(till.tell({truth, {}}).error().code, ErrorCode::InvalidSignature);
        QCOMPARE(till.tell(Till::signedBody(truth, "e1", "wrong")).error().code, ErrorCode::InvalidSignature);
        QCOMPARE(till.tell(changed).error().code, ErrorCode::InvalidSignature);
        QCOMPARE(open.receiveWebhook({}, QStringLiteral("razorpay"), Till::signedBody(truth, "e1", "")).error().code,
                 ErrorCode::InvalidSignature);
        QCOMPARE(till.payments.receiveWebhook({}, QStringLiteral("stripe"), Till::signedBody(truth, "e1")).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(till.tell(Till::signedBody("[]", "e1")).error().code, ErrorCode::MalformedRequest);

        QCOMPARE(till.read(payment.id).status, PaymentStatus::Pending);
        QCOMPARE(till.balance(), Money{});
        QCOMPARE(till.world.db.number("count(*) FROM webhook_events"), 0);
    }

    // PAY-08
    void anotherAmountOrCurrencyIsNotCredited()
    {
        Till till;
        const Payment payment = till.recharge().value();
        const QString order = payment.gatewayOrderId;

        QVERIFY(till.tell(
            Till::signedBody(Till::event("payment.captured", order, QStringLiteral("captured"), 50'100), "more")));
        QVERIFY(till.tell(Till::signedBody(
            Till::event("payment.captured", order, QStringLiteral("captured"), 50'000, QStringLiteral("USD")), "usd")));

        QCOMPARE(till.read(payment.id).status, PaymentStatus::Pending);
        QCOMPARE(till.balance(), Money{});
        QCOMPARE(till.events("mismatch"), 2);
    }

    // PAY-07: the gateway was faster than our own second transaction.
    void anEventBeforeItsOrderIsKnownIsKeptAndApplied()
    {
        Till till;
        RepeatedCall call{.key = "key-1", .endpoint = "POST /api/v1/wallet/recharge", .bodyHash = "hash"};
        Caller caller = till.world.buyer.caller;
        caller.repeat = &call;
        const Payment payment = till.payments.rechargeWallet(caller, {{50'000}}).value();
        const auto run = [&](std::string_view statement, const QString &order) {
            return bool(till.world.db->write([&](Tx &tx) -> Result<> {
                tx.run(statement, order);
                return {};
            }));
        };
        // As if the server had died before it noted the order, and the customer had paid meanwhile.
        QVERIFY(run("DELETE FROM idempotency_keys WHERE endpoint <> ?", QString()));
        QVERIFY(run("UPDATE payments SET gateway_order_id = NULL WHERE gateway_order_id = ?", payment.gatewayOrderId));
        QVERIFY(till.tellCaptured(payment.gatewayOrderId));
        QCOMPARE(till.events("parked"), 1);
        QCOMPARE(till.balance(), Money{});
        QVERIFY(run("UPDATE payments SET gateway_order_id = ?", payment.gatewayOrderId));

        const auto again = till.payments.rechargeWallet(caller, {{50'000}});

        QCOMPARE(again->id, payment.id);
        QCOMPARE(again->status, PaymentStatus::Paid);
        QCOMPARE(till.events("parked"), 0);
        QCOMPARE(till.balance(), Money{50'000});
    }

    // PAY-13, ORD-23
    void aRepeatedRechargeIsTheSamePayment()
    {
        Till till;
        RepeatedCall call{.key = "key-1", .endpoint = "POST /api/v1/wallet/recharge", .bodyHash = "hash"};
        Caller caller = till.world.buyer.caller;
        caller.repeat = &call;

        QVERIFY(till.payments.rechargeWallet(caller, {{50'000}}));
        const QByteArray first = call.reply;
        QVERIFY(till.payments.rechargeWallet(caller, {{50'000}}));

        QVERIFY(call.replayed);
        QCOMPARE(call.reply, first);
        QCOMPARE(till.world.db.number("count(*) FROM payments"), 1);
        QCOMPARE(till.payments.rechargeWallet(caller, {{60'000}}).error().code, ErrorCode::IdempotencyMismatch);
    }

    // PAY-18
    void theCheckoutsAnswerCountsOnlyWithItsSignature()
    {
        Till till;
        const Payment payment = till.recharge().value();
        const QJsonObject paid = till.gateway.post("/checkout/" + payment.gatewayOrderId + "/pay");
        ConfirmPayment answer{paid["razorpay_order_id"].toString(), paid["razorpay_payment_id"].toString(),
                              paid["razorpay_signature"].toString()};
        ConfirmPayment forged = answer;
        forged.razorpaySignature = QString(64, u'0');
        const Customer stranger = till.world.addBuyer(QStringLiteral("ravi"));

        QCOMPARE(till.payments.confirmPayment(till.world.buyer.caller, forged).error().code,
                 ErrorCode::InvalidSignature);
        QCOMPARE(till.payments.confirmPayment(stranger.caller, answer).error().code, ErrorCode::NotFound);
        QCOMPARE(till.balance(), Money{});
        const auto confirmed = till.payments.confirmPayment(till.world.buyer.caller, answer);
        QVERIFY(till.tellCaptured(payment.gatewayOrderId));
        QVERIFY(till.payments.confirmPayment(till.world.buyer.caller, answer));

        QCOMPARE(confirmed->status, PaymentStatus::Paid);
        QCOMPARE(till.balance(), Money{50'000});
        QCOMPARE(till.payments.readPayment(stranger.caller, payment.id).error().code, ErrorCode::NotFound);
    }

    // The gateway's own story over its own socket, with the webhook lost.
    void whatNoWebhookToldIsFoundByAsking()
    {
        Till till;
        const Payment paid = till.recharge().value();
        const Payment abandoned = till.recharge().value();
        till.gateway.post("/checkout/" + paid.gatewayOrderId + "/pay");

        const int early = till.payments.reconcile();
        till.world.db.clock.advance(15 * 60'000);
        const int inTime = till.payments.reconcile();
        QCOMPARE(till.read(abandoned.id).status, PaymentStatus::Pending);
        till.world.db.clock.advance(3 * 24 * 3600 * 1000LL);
        till.payments.reconcile();

        QCOMPARE(early, 0);
        QCOMPARE(inTime, 1);
        QCOMPARE(till.read(paid.id).status, PaymentStatus::Paid);
        QCOMPARE(till.read(abandoned.id).status, PaymentStatus::Failed);
        QCOMPARE(till.balance(), Money{50'000});
        QCOMPARE(till.payments.reconcile(), 0);
    }

    void aFailedAttemptCanBeFollowedByASuccess()
    {
        Till till;
        const Payment payment = till.recharge().value();

        QVERIFY(till.tell(Till::signedBody(
            Till::event("payment.failed", payment.gatewayOrderId, QStringLiteral("failed")), "failed")));
        const Payment failed = till.read(payment.id);
        QVERIFY(till.tellCaptured(payment.gatewayOrderId));

        QCOMPARE(failed.status, PaymentStatus::Failed);
        QCOMPARE(failed.failureReason, QStringLiteral("declined"));
        QCOMPARE(till.read(payment.id).status, PaymentStatus::Paid);
        QVERIFY(!till.read(payment.id).failureReason);
        QCOMPARE(till.balance(), Money{50'000});
    }

    // P75, PAY-11
    void anAilingGatewayIsAskedFourTimesAndThenLeftAlone()
    {
        Till till;
        till.gateway.post(QStringLiteral("/control"), {{"outages", 3}});
        QVERIFY(till.recharge());
        till.gateway.post(QStringLiteral("/control"), {{"outages", 4}});
        QCOMPARE(till.recharge().error().code, ErrorCode::GatewayFailed);
        QVERIFY(till.recharge()); // no outage is left: it was asked exactly four times

        till.gateway.post(QStringLiteral("/control"), {{"outages", 5}});
        QVERIFY(!till.recharge());
        QVERIFY(!till.recharge()); // the fifth failure opens the breaker
        QCOMPARE(till.recharge().error().code, ErrorCode::GatewayFailed);
        till.world.db.clock.advance(30'000);
        QVERIFY(till.recharge());
    }

    // PAY-11: after one, two and four seconds.
    void aCallIsRepeatedAfterOneTwoAndFourSeconds()
    {
        Till till;
        payments::GatewayConfig patient = till.config;
        patient.firstRetryMs = payments::GatewayConfig().firstRetryMs;
        QList<int> pauses;
        payments::Line line(till.world.db.clock, patient, [&](int ms) {
            pauses += ms;
            return true;
        });
        const payments::WebCall orders{
            .url = patient.baseUrl + QStringLiteral("/v1/orders?count=1"), .user = "key-id", .password = keySecret};

        till.gateway.post(QStringLiteral("/control"), {{"outages", 3}});
        QVERIFY(line.ask(orders, payments::Line::Again::Always));
        QCOMPARE(pauses, QList<int>({1000, 2000, 4000}));

        till.gateway.post(QStringLiteral("/control"), {{"outages", 4}});
        QCOMPARE(line.ask(orders, payments::Line::Again::Always).error().code, ErrorCode::GatewayFailed);
        QCOMPARE(pauses, QList<int>({1000, 2000, 4000, 1000, 2000, 4000}));
    }

    // C46: whoever is erased while the request is on its way has no wallet any more that money could come to.
    void nothingIsPaidForAnAccountThatHasGone()
    {
        Till till;
        (void)till.world.db->write([&](Tx &tx) -> Result<> {
            tx.run("UPDATE accounts SET is_active = 0 WHERE id = ?", till.world.buyer.caller.id);
            return {};
        });

        const auto refused = till.recharge();

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::AccountInactive);
        QCOMPARE(till.world.db.number("count(*) FROM payments"), 0);
    }

    void nothingIsPaidWhileNoGatewayIsSetUp()
    {
        World world;
        payments::Service closed(*world.db, world.db.clock, world.ids, world.accounts, world.auth, world.ledger,
                                 world.settings, world.audit, world.secrets(), {});

        QCOMPARE(closed.rechargeWallet(world.buyer.caller, {{50'000}}).error().code, ErrorCode::Unavailable);
        QVERIFY(closed.listPaymentMethods(world.buyer.caller)->isEmpty());
        QCOMPARE(world.db.number("count(*) FROM payments"), 0);
    }
};

TEST_CLASS(TestOfPayments)
#include "tst_payments.moc"
