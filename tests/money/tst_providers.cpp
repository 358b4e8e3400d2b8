// Stripe and SSLCommerz in their own protocols, over real sockets with the stand-ins behind them.

#include "server/payments/gateways/form.h"
#include "tests/money/counter.h"
#include "tests/support/runner.h"

#include <QCryptographicHash>
#include <QUrlQuery>

#include <algorithm>
#include <thread>

namespace {

void eachProvider()
{
    QTest::addColumn<QString>("provider");
    QTest::newRow("stripe") << QStringLiteral("stripe");
    QTest::newRow("sslcommerz") << QStringLiteral("sslcommerz");
}

// A notification of SSLCommerz, signed anew with these fields.
RawBody signedAnew(QMap<QByteArray, QByteArray> fields)
{
    for (const char *name : {"verify_sign", "verify_sign_sha2", "verify_key"})
        fields.remove(name);
    const QByteArray names = fields.keys().join(',');
    auto whole = fields;
    whole.insert("store_passwd", QCryptographicHash::hash(storePassword, QCryptographicHash::Md5).toHex());
    QByteArrayList pairs;
    for (auto each = whole.cbegin(); each != whole.cend(); ++each)
        pairs += each.key() + '=' + each.value();
    fields.insert("verify_key", names);
    fields.insert("verify_sign", QCryptographicHash::hash(pairs.join('&'), QCryptographicHash::Md5).toHex());
    payments::form::Fields form;
    for (auto each = fields.cbegin(); each != fields.cend(); ++each)
        form.append({each.key(), QString::fromUtf8(each.value())});
    return {payments::form::written(form), {}};
}

} // namespace

class TestOfProviders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // PAY-01, PAY-02, PAY-15, C36
    void buyersChooseAmongTheProvidersThatAreSetUp()
    {
        Counter counter;
        const auto wish = [&](Instrument instrument, const char *provider) {
            const auto name = provider ? std::optional(QString::fromLatin1(provider)) : std::nullopt;
            return counter.all.rechargeWallet(counter.world.buyer.caller, {{50'000}, instrument, name});
        };

        QStringList names;
        const auto methods = counter.all.listPaymentMethods(counter.world.buyer.caller);
        for (const PaymentMethod &method : *methods)
            names += method.provider;
        QCOMPARE(names, QStringList({"razorpay", "stripe", "sslcommerz", "upi"}));
        QCOMPARE(wish(Instrument::Upi, nullptr)->provider, QStringLiteral("razorpay"));
        QCOMPARE(wish(Instrument::Wallet, nullptr)->provider, QStringLiteral("stripe"));
        const Payment stripe = wish(Instrument::Card, "stripe").value();
        QVERIFY(stripe.gatewayOrderId.startsWith(u"pi_"));
        QVERIFY(stripe.checkoutToken.value().startsWith(stripe.gatewayOrderId + "_secret_"));
        QCOMPARE(stripe.keyId, QStringLiteral("pk_test_key"));
        const Payment hosted = wish(Instrument::Netbanking, "sslcommerz").value();
        QVERIFY(hosted.checkoutUrl.contains("/checkout/" + hosted.gatewayOrderId));
        QCOMPARE(counter.count("payments"), 4);

        QCOMPARE(wish(Instrument::Upi, "stripe").error().fields.first().field, QStringLiteral("instrument"));
        QCOMPARE(wish(Instrument::Card, "paypal").error().fields.first().field, QStringLiteral("provider"));
        QCOMPARE(counter.count("payments"), 4);
    }

    // WAL-13: at one touch, as far as the limits of a day allow
    void aRechargePageIsToldWhatToOffer()
    {
        Counter counter;
        const auto offered = [&] {
            return counter.all.listPaymentMethods(counter.world.buyer.caller)->constFirst().quickAmounts;
        };

        QCOMPARE(offered(),
                 QList<Money>({Money{500'00}, Money{1'000'00}, Money{2'000'00}, Money{5'000'00}, Money{10'000'00}}));
        counter.world.set(QStringLiteral("payments.recharge_min"), QStringLiteral("500.01"));
        counter.world.set(QStringLiteral("payments.recharge_max"), QStringLiteral("5000.00"));

        QCOMPARE(offered(), QList<Money>({Money{1'000'00}, Money{2'000'00}, Money{5'000'00}}));
    }

    // PAY-04, PAY-07, PAY-10, L11
    void eventsInEveryOrderAndOftenEndInOneState_data() { eachProvider(); }
    void eventsInEveryOrderAndOftenEndInOneState()
    {
        QFETCH(QString, provider);
        Counter counter;
        QList<int> turn{0, 1, 2, 3};
        qint64 expected = 0;

        do {
            const Payment payment = counter.open(provider);
            const QList<RawBody> events = story(counter, payment);
            QCOMPARE(events.size(), 4);
            expected += 50'000;
            for (const int at : turn)
                for (int again = 0; again < 5; ++again)
                    QVERIFY(counter.tell(provider, events[at]));
            QCOMPARE(counter.statusOf(payment), PaymentStatus::Paid);
            QCOMPARE(counter.balance(), Money{expected});
        } while (std::next_permutation(turn.begin(), turn.end()));

        QCOMPARE(counter.world.db.number("count(*) FROM wallet_entries WHERE type = 'recharge'"), 24);
        QCOMPARE(counter.count("webhook_events"), 24 * 4);
        QCOMPARE(counter.count("money_flags"), 0);
        QCOMPARE(counter.world.ledger.verify(), std::optional<QString>());
    }

    // PAY-07, L11: the provider was faster than our own second transaction.
    void anEventBeforeItsOrderIsKnownIsKeptAndApplied_data() { eachProvider(); }
    void anEventBeforeItsOrderIsKnownIsKeptAndApplied()
    {
        QFETCH(QString, provider);
        Counter counter;
        RepeatedCall call{.key = "key-1", .endpoint = "POST /api/v1/wallet/recharge", .bodyHash = "hash"};
        Caller caller = counter.world.buyer.caller;
        caller.repeat = &call;
        const RechargeWallet wish{{50'000}, Instrument::Card, provider};
        const Payment payment = counter.all.rechargeWallet(caller, wish).value();
        const RawBody paid = paidIn(story(counter, payment), provider);
        // As if the server had died before it noted the order.
        counter.sql("DELETE FROM idempotency_keys WHERE endpoint <> ?", QString());
        counter.sql("UPDATE payments SET gateway_order_id = NULL WHERE gateway_order_id = ?", payment.gatewayOrderId);
        QVERIFY(counter.tell(provider, paid));
        QCOMPARE(counter.events("parked"), 1);
        QCOMPARE(counter.balance(), Money{});

        const auto again = counter.all.rechargeWallet(caller, wish);

        QCOMPARE(again->id, payment.id);
        QCOMPARE(again->gatewayOrderId, payment.gatewayOrderId); // the provider knows the repeat
        QCOMPARE(again->status, PaymentStatus::Paid);
        QCOMPARE(counter.events("parked"), 0);
        QCOMPARE(counter.balance(), Money{50'000});
    }

    void theSameEventFromManySidesAtOnceCreditsOnce_data() { eachProvider(); }
    void theSameEventFromManySidesAtOnceCreditsOnce()
    {
        QFETCH(QString, provider);
        Counter counter;
        const Payment payment = counter.open(provider);
        const RawBody paid = paidIn(story(counter, payment), provider);
        std::atomic<int> accepted = 0;

        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] { accepted += counter.tell(provider, paid) ? 1 : 0; });
        for (std::thread &thread : threads)
            thread.join();

        QCOMPARE(accepted.load(), 8);
        QCOMPARE(counter.balance(), Money{50'000});
        QCOMPARE(counter.count("webhook_events"), 1);
    }

    // PAY-06, C37, L11: also a true event that somebody kept for ten minutes.
    void stripesEventsAreBelievedOnlySignedAndFresh()
    {
        Counter counter;
        const Payment payment = counter.open(QStringLiteral("stripe"));
        const RawBody truth = paidIn(story(counter, payment), payment.provider);
        RawBody changed = truth, bare = truth, ofNobody = truth, oneOfTwo = truth;
        changed.bytes.replace("50000", "50001");
        bare.headers.clear();
        ofNobody.headers["stripe-signature"] = "t=,v1=";
        oneOfTwo.headers["stripe-signature"] = truth.headers["stripe-signature"].split(',').first(2).join(',');
        payments::GatewayConfig secretless = counter.stripe;
        secretless.webhookSecret.clear();
        payments::Service open(*counter.world.db, counter.world.db.clock, counter.world.ids, counter.world.accounts,
                               counter.world.auth, counter.world.ledger, counter.world.settings, counter.world.audit,
                               counter.world.secrets(), {secretless});

        for (const RawBody &forged : {changed, bare, ofNobody, oneOfTwo})
            QCOMPARE(counter.tell("stripe", forged).error().code, ErrorCode::InvalidSignature);
        QCOMPARE(open.receiveWebhook({}, "stripe", truth).error().code, ErrorCode::InvalidSignature);
        counter.world.db.clock.advance(10 * minuteMs);
        QCOMPARE(counter.tell("stripe", truth).error().code, ErrorCode::InvalidSignature);
        QCOMPARE(counter.count("webhook_events"), 0);
        QCOMPARE(counter.balance(), Money{});

        counter.world.db.clock.advance(-7 * minuteMs);
        QVERIFY(counter.tell("stripe", truth)); // three minutes old, and one of the two signatures is right
        QCOMPARE(counter.balance(), Money{50'000});
    }

    // PAY-06, PAY-09
    void sslcommerzIsBelievedOnlySignedAndConfirmed()
    {
        Counter counter;
        const Payment payment = counter.open(QStringLiteral("sslcommerz"));
        const Payment another = counter.open(QStringLiteral("sslcommerz"));
        counter.visit(payment, "pay");
        const RawBody truth = counter.gateway.inbox.take(1).first();
        const auto fields = payments::form::read(truth.bytes);
        RawBody weak = truth, strong = truth, changed = truth;
        weak.bytes.replace("verify_sign=" + fields["verify_sign"], "verify_sign=" + QByteArray(32, '0'));
        strong.bytes.replace("verify_sign_sha2=" + fields["verify_sign_sha2"],
                             "verify_sign_sha2=" + QByteArray(64, '0'));
        changed.bytes.replace("currency_amount=500.00", "currency_amount=900.00");
        auto elsewhere = fields, invented = fields;
        elsewhere["tran_id"] = another.gatewayOrderId.toUtf8();
        invented["val_id"] = "val0";

        for (const RawBody &forged : {RawBody{}, weak, strong, changed, signedAnew(elsewhere), signedAnew(invented)})
            QCOMPARE(counter.tell("sslcommerz", forged).error().code, ErrorCode::InvalidSignature);
        QCOMPARE(counter.count("webhook_events"), 0);
        counter.control("sslcommerz", {{"outages", 4}});
        QCOMPARE(counter.tell("sslcommerz", truth).error().code, ErrorCode::GatewayFailed);
        QCOMPARE(counter.balance(), Money{});

        QVERIFY(counter.tell("sslcommerz", truth));
        QCOMPARE(counter.balance(), Money{50'000});
        QCOMPARE(counter.statusOf(another), PaymentStatus::Pending);
    }

    // PAY-08
    void anotherAmountIsFlaggedAndNotCredited_data() { eachProvider(); }
    void anotherAmountIsFlaggedAndNotCredited()
    {
        QFETCH(QString, provider);
        Counter counter;
        const Payment payment = counter.open(provider);
        if (provider == u"stripe")
            counter.gateway.inbox.take(1);
        counter.control(provider, {{"wrong_amount", 1}});
        counter.visit(payment, "pay");
        const RawBody news = counter.gateway.inbox.take(1).first();

        QVERIFY(counter.tell(provider, news));
        QVERIFY(counter.tell(provider, news));

        QCOMPARE(counter.balance(), Money{});
        QCOMPARE(counter.statusOf(payment), PaymentStatus::Pending);
        const QList<MoneyFlag> flags = counter.flags();
        QCOMPARE(flags.size(), 1);
        QCOMPARE(flags[0].kind, FlagKind::Excess);
        QCOMPARE(flags[0].amount, Money{50'100});
        QCOMPARE(flags[0].expectedAmount, std::optional(Money{50'000}));
        QCOMPARE(flags[0].paymentId, std::optional(payment.id));
        QCOMPARE(counter.world.db.number("count(*) FROM outbox WHERE topic = 'payments.flagged'"), 1);
        const auto entries =
            counter.world.audit.listAudit(counter.world.admin, {.objectId = flags[0].id.text()})->items;
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries[0].action, QStringLiteral("payment.flagged"));
    }

    // L11: at the latest a quarter of an hour after the webhook was lost.
    void whatNoWebhookToldIsFoundByAsking_data() { eachProvider(); }
    void whatNoWebhookToldIsFoundByAsking()
    {
        QFETCH(QString, provider);
        Counter counter;
        const Payment payment = counter.open(provider);
        counter.visit(payment, "pay");

        counter.world.db.clock.advance(10 * minuteMs);
        QCOMPARE(counter.all.reconcile(), 1);

        QCOMPARE(counter.statusOf(payment), PaymentStatus::Paid);
        QCOMPARE(counter.balance(), Money{50'000});
        QCOMPARE(counter.all.reconcile(), 0);
    }

    // Up to three days after it failed.
    void aLateAuthorisationIsTaken()
    {
        Counter counter;
        const Payment payment = counter.open(QStringLiteral("stripe"));
        counter.visit(payment, "fail");
        const RawBody failed = withWords(counter.gateway.inbox.take(2), "payment_failed");
        QVERIFY(counter.tell("stripe", failed));
        QCOMPARE(counter.statusOf(payment), PaymentStatus::Failed);

        counter.visit(payment, "authorize");
        counter.world.db.clock.advance(2 * dayMs);
        QCOMPARE(counter.all.reconcile(), 1);

        QCOMPARE(counter.statusOf(payment), PaymentStatus::Paid);
        QCOMPARE(counter.balance(), Money{50'000});
    }

    // PAY-18: the payer's word only says what is to be asked.
    void aReturnFromTheCheckoutIsAskedFor_data() { eachProvider(); }
    void aReturnFromTheCheckoutIsAskedFor()
    {
        QFETCH(QString, provider);
        Counter counter;
        const Payment payment = counter.open(provider);
        ConfirmPayment answer;
        (provider == u"stripe" ? answer.paymentIntent : answer.tranId) = payment.gatewayOrderId;
        const Customer stranger = counter.world.addBuyer(QStringLiteral("ravi"));
        const Caller buyer = counter.world.buyer.caller;

        QCOMPARE(counter.all.confirmPayment(stranger.caller, answer).error().code, ErrorCode::NotFound);
        QVERIFY(!counter.all.confirmPayment(buyer, {}));
        (void)counter.all.confirmPayment(buyer, answer);
        QCOMPARE(counter.statusOf(payment), PaymentStatus::Pending);
        counter.visit(payment, "pay");
        const auto confirmed = counter.all.confirmPayment(buyer, answer);
        QVERIFY(counter.all.confirmPayment(buyer, answer));

        QCOMPARE(confirmed->status, PaymentStatus::Paid);
        QVERIFY(!confirmed->checkoutToken);
        QCOMPARE(counter.balance(), Money{50'000});
    }

    // PAY-11, P75
    void anAilingProviderIsLeftAloneAndTheOthersAreNot_data() { eachProvider(); }
    void anAilingProviderIsLeftAloneAndTheOthersAreNot()
    {
        QFETCH(QString, provider);
        Counter counter;
        const auto tried = [&] {
            return counter.all.rechargeWallet(counter.world.buyer.caller, {{50'000}, Instrument::Card, provider});
        };
        const auto health = [&] {
            const auto providers = counter.all.listProviders(counter.world.admin);
            for (const ProviderHealth &each : *providers)
                if (each.provider == provider)
                    return each;
            return ProviderHealth{};
        };
        counter.control(provider, {{"outages", 5}});

        QCOMPARE(tried().error().code, ErrorCode::GatewayFailed);
        QVERIFY(health().isAnswering);
        QCOMPARE(health().failures, 4);
        QVERIFY(!tried()); // the fifth failure opens the breaker
        QVERIFY(!health().isAnswering);
        QVERIFY(counter.recharge());

        counter.world.db.clock.advance(30'000);
        QVERIFY(tried());
        QVERIFY(health().isAnswering);
        QCOMPARE(health().failures, 0);
    }
};

TEST_CLASS(TestOfProviders)
#include "tst_providers.moc"
