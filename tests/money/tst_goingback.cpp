// Money that goes back through the provider: what was taken twice, and what somebody gave back there.

#include "server/payments/gateways/sslcommerz.h"
#include "tests/money/counter.h"
#include "tests/support/runner.h"

class TestOfGoingBack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // PAY-08: taken twice, credited once, given back once, also when the first answer was lost.
    void aSecondPaymentOfTheSameSessionGoesBack()
    {
        Counter counter;
        const Payment payment = counter.open(QStringLiteral("sslcommerz"));
        counter.visit(payment, "pay");
        counter.visit(payment, "pay");
        for (const RawBody &news : counter.gateway.inbox.take(2))
            QVERIFY(counter.tell("sslcommerz", news));
        QCOMPARE(counter.world.db.number("count(*) FROM payment_refunds WHERE status = 'wanted' AND amount = 50000"),
                 1);

        counter.control("sslcommerz", {{"outages", 4}});
        QCOMPARE(counter.all.refundSurplus(), 0);
        counter.world.db.clock.advance(15 * minuteMs);
        QCOMPARE(counter.all.refundSurplus(), 1);

        QCOMPARE(counter.balance(), Money{50'000});
        QCOMPARE(counter.all.refundSurplus(), 0);
        QCOMPARE(counter.world.ledger.verify(), std::optional<QString>());
    }

    // What an admin of ours gave back at the provider is seen, and older news of it bring no money.
    void whatWentBackAtTheProviderIsFlagged()
    {
        Counter counter;
        const Payment payment = counter.open(QStringLiteral("stripe"));
        const QString charge = counter.visit(payment, "pay")["charge"].toString();
        payments::call({.method = "POST",
                        .url = counter.stripe.baseUrl + "/v1/refunds",
                        .user = stripeKey,
                        .body = "charge=" + charge.toLatin1()});
        const QList<RawBody> news = counter.gateway.inbox.take(3); // created, succeeded, refunded

        QVERIFY(counter.tell("stripe", withWords(news, "charge.refunded")));
        QVERIFY(counter.tell("stripe", withWords(news, "payment_intent.succeeded")));

        QCOMPARE(counter.balance(), Money{});
        QCOMPARE(counter.flags().size(), 1);
        QCOMPARE(counter.flags()[0].kind, FlagKind::Returned);
        const auto credit = counter.all.resolveMoneyFlag(counter.world.admin, counter.flags()[0].id,
                                                         {FlagAction::Credit, {}, QStringLiteral("Ours after all")});
        QCOMPARE(credit.error().code, ErrorCode::IllegalTransition);
        QCOMPARE(counter.balance(), Money{});
    }

    // Money of another amount can go back too, before or after an admin has credited it.
    void whatWentBackOfAnotherAmountIsFlagged_data()
    {
        QTest::addColumn<bool>("isCreditedBefore");
        QTest::newRow("before it was credited") << false;
        QTest::newRow("after it was credited") << true;
    }
    void whatWentBackOfAnotherAmountIsFlagged()
    {
        QFETCH(bool, isCreditedBefore);
        Counter counter;
        const Payment payment = counter.open(QStringLiteral("stripe"));
        counter.gateway.inbox.take(1);
        counter.control("stripe", {{"wrong_amount", 2}});
        const QString charge = counter.visit(payment, "pay")["charge"].toString();
        payments::call({.method = "POST",
                        .url = counter.stripe.baseUrl + "/v1/refunds",
                        .user = stripeKey,
                        .body = "charge=" + charge.toLatin1()});
        const QList<RawBody> news = counter.gateway.inbox.take(2);
        QVERIFY(counter.tell("stripe", withWords(news, "payment_intent.succeeded")));
        const MoneyFlag excess = counter.flags().first();
        const auto credit = [&] {
            return counter.all.resolveMoneyFlag(counter.world.admin, excess.id,
                                                {FlagAction::Credit, {}, QStringLiteral("Seen at Stripe")});
        };
        if (isCreditedBefore)
            QVERIFY(credit());

        QVERIFY(counter.tell("stripe", withWords(news, "charge.refunded")));

        QCOMPARE(counter.flags().size(), 2);
        QCOMPARE(counter.flags().first().kind, FlagKind::Returned);
        QCOMPARE(credit().error().code, ErrorCode::IllegalTransition);
        QCOMPARE(counter.balance(), isCreditedBefore ? Money{50'100} : Money{});
    }

    // Each attempt of a session has its own refund, and "already" is an answer only to who has asked before.
    void everySurplusOfASessionGoesBack()
    {
        Counter counter;
        const Payment payment = counter.open(QStringLiteral("sslcommerz"));
        for (int i = 0; i < 3; ++i)
            counter.visit(payment, "pay");
        for (const RawBody &news : counter.gateway.inbox.take(3))
            QVERIFY(counter.tell("sslcommerz", news));
        const auto refundOf = [&](const QString &attempt, const QString &name) {
            const QString path = "/validator/api/merchantTransIDvalidationAPI.php?refund_amount=500.00&bank_tran_id=%1"
                                 "&refund_trans_id=%2&store_id=store&store_passwd=store-password";
            const auto answer = payments::call({.url = counter.sslcommerz.baseUrl + path.arg(attempt, name)});
            return QJsonDocument::fromJson(answer.body)["errorReason"].toString();
        };
        QStringList surplus;
        const auto attempts =
            payments::Sslcommerz(counter.world.db.clock, counter.sslcommerz).attemptsOf(payment.gatewayOrderId);
        const auto credited = counter.all.readPayment(counter.world.buyer.caller, payment.id)->gatewayPaymentId;
        for (const payments::Attempt &each : *attempts)
            if (each.id != credited)
                surplus += each.id;
        QCOMPARE(surplus.size(), 2);
        QCOMPARE(refundOf(surplus[0], "by-hand"), QString()); // somebody was faster

        QCOMPARE(counter.all.refundSurplus(), 1);
        counter.world.db.clock.advance(15 * minuteMs);
        QCOMPARE(counter.all.refundSurplus(), 1);

        for (const QString &attempt : surplus)
            QVERIFY(refundOf(attempt, "to-see-" + attempt).contains("already refunded"));
        QCOMPARE(refundOf(credited.value(), "to-see"), QString()); // that one is still there
        QCOMPARE(counter.balance(), Money{50'000});
    }
};

TEST_CLASS(TestOfGoingBack)
#include "tst_goingback.moc"
