// PAY-06, PAY-17: what is open at a provider keeps it in its mode, and a secret that is changed is believed a day
// longer.

#include "server/core/crypto.h"
#include "server/payments/service.h"
#include "tests/money/payer.h"
#include "tests/support/runner.h"

namespace {

const QByteArray secretBefore = "whsec_before", secretAfter = "whsec_after_4711";

struct RollingKeys
{
    World world;
    payments::GatewayConfig razorpay{.baseUrl = QStringLiteral("http://127.0.0.1:8081"),
                                     .keyId = QStringLiteral("key-id"),
                                     .keySecret = keySecret,
                                     .webhookSecret = secretBefore};
    payments::GatewayConfig stripe{.provider = QStringLiteral("stripe"),
                                   .baseUrl = QStringLiteral("http://127.0.0.1:8081/stripe"),
                                   .keyId = QStringLiteral("pk_test_key"),
                                   .keySecret = stripeKey,
                                   .webhookSecret = secretBefore};
    payments::GatewayConfig connect{.provider = QStringLiteral("stripe_connect"),
                                    .baseUrl = QStringLiteral("http://127.0.0.1:8081/stripe"),
                                    .keySecret = stripeKey,
                                    .webhookSecret = secretBefore};
    payments::Service payments = over(world.secrets());

    payments::Service over(const Secrets &secrets)
    {
        return {*world.db,    world.db.clock, world.ids,   world.accounts, world.auth,
                world.ledger, world.settings, world.audit, secrets,        {razorpay, stripe, connect}};
    }
    Result<GatewaySetup> change(const QString &provider, const ChangeGateway &wish)
    {
        return payments.changeGateway(world.admin, provider, wish);
    }
    // News of nothing that anybody waits for.
    RawBody news(const QString &provider, const QByteArray &secret) const
    {
        const bool isRazorpay = provider == u"razorpay";
        const QByteArray bytes =
            isRazorpay ? "{\"event\":\"order.created\"}" : "{\"id\":\"evt_1\",\"type\":\"balance.available\"}";
        const QByteArray seconds = QByteArray::number(world.db.clock.now().ms / secondMs);
        RawBody out{bytes, {}};
        if (isRazorpay)
            out.headers.insert("x-razorpay-signature", crypto::hmacSha256(secret, bytes).toHex());
        else
            out.headers.insert("stripe-signature",
                               "t=" + seconds + ",v1=" + crypto::hmacSha256(secret, seconds + '.' + bytes).toHex());
        return out;
    }
    bool isBelieved(const QString &provider, const QByteArray &secret)
    {
        return payments.receiveWebhook({}, provider, news(provider, secret)).has_value();
    }
    qint64 kept() { return world.db.number("count(*) FROM payment_gateway_keys WHERE earlier_sealed IS NOT NULL"); }
};

ChangeGateway rolled(GatewayMode mode = GatewayMode::Mock)
{
    return {.mode = mode, .isOn = mode == GatewayMode::Mock, .webhookSecret = QString::fromLatin1(secretAfter)};
}

// A provider with real money, of which nobody is asked.
payments::GatewayConfig real()
{
    return {.keyId = QStringLiteral("rzp_live_1"), .keySecret = keySecret, .webhookSecret = secretBefore};
}

enum class Open { Asked, Declined, GoingBack };

void leaveOpen(Tx &tx, World &world, Open what)
{
    const payments::PaymentRow row{.id = world.ids.next<Payment>(),
                                   .accountId = world.buyer.caller.id,
                                   .provider = QStringLiteral("razorpay"),
                                   .gatewayOrderId = QStringLiteral("order_1"),
                                   .gatewayPaymentId =
                                       what == Open::GoingBack ? std::optional(QStringLiteral("pay_1")) : std::nullopt,
                                   .amount = {50'000},
                                   .currency = QStringLiteral("INR"),
                                   .status = what == Open::Asked      ? PaymentStatus::Pending
                                             : what == Open::Declined ? PaymentStatus::Failed
                                                                      : PaymentStatus::Paid,
                                   .createdAt = tx.now(),
                                   .updatedAt = tx.now(),
                                   .nextCheckAt = what == Open::GoingBack ? std::nullopt : std::optional(tx.now())};
    tx.insert("payments", row);
    if (what == Open::GoingBack)
        tx.insert("payment_refunds", payments::RefundRow{.id = world.ids.next<payments::RefundRow>(),
                                                         .paymentId = row.id,
                                                         .provider = row.provider,
                                                         .gatewayPaymentId = QStringLiteral("pay_2"),
                                                         .amount = row.amount,
                                                         .createdAt = tx.now(),
                                                         .nextTryAt = tx.now()});
}

} // namespace

class TestOfRolling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void whatWasSignedBeforeAChangeIsBelievedForADay_data()
    {
        QTest::addColumn<QString>("provider");
        for (const char *name : {"razorpay", "stripe", "stripe_connect"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void whatWasSignedBeforeAChangeIsBelievedForADay()
    {
        QFETCH(QString, provider);
        RollingKeys keys;
        QVERIFY(!keys.isBelieved(provider, secretAfter));

        QVERIFY(keys.change(provider, rolled()));

        QVERIFY(keys.isBelieved(provider, secretAfter));
        QVERIFY(keys.isBelieved(provider, secretBefore));
        QVERIFY(!keys.isBelieved(provider, "whsec_of_nobody"));
        keys.world.db.clock.advance(dayMs - 1);
        QVERIFY(keys.isBelieved(provider, secretBefore));
        keys.world.db.clock.advance(1);
        QVERIFY(!keys.isBelieved(provider, secretBefore));
        QVERIFY(keys.isBelieved(provider, secretAfter));
        QCOMPARE(keys.kept(), 1);
        QCOMPARE(keys.payments.sweep(), 0);
        QCOMPARE(keys.kept(), 0);
    }

    // Whoever changes it twice has made the first one nothing.
    void onlyTheLastSecretBeforeIsBelieved()
    {
        RollingKeys keys;
        QVERIFY(keys.change(QStringLiteral("stripe"), rolled()));
        ChangeGateway second = rolled();
        second.version = 1;
        second.webhookSecret = QStringLiteral("whsec_third");

        QVERIFY(keys.change(QStringLiteral("stripe"), second));

        QVERIFY(keys.isBelieved(QStringLiteral("stripe"), "whsec_third"));
        QVERIFY(keys.isBelieved(QStringLiteral("stripe"), secretAfter));
        QVERIFY(!keys.isBelieved(QStringLiteral("stripe"), secretBefore));
    }

    void aSecretOfAnotherModeIsNotBelieved()
    {
        RollingKeys keys;
        QVERIFY(keys.change(QStringLiteral("stripe"), rolled()));
        QVERIFY(keys.isBelieved(QStringLiteral("stripe"), secretBefore));
        ChangeGateway test = rolled(GatewayMode::Test);
        test.version = 1;
        test.webhookSecret = QStringLiteral("whsec_of_tests");

        QVERIFY(keys.change(QStringLiteral("stripe"), test));

        QVERIFY(keys.isBelieved(QStringLiteral("stripe"), "whsec_of_tests"));
        QVERIFY(!keys.isBelieved(QStringLiteral("stripe"), secretAfter));
        QVERIFY(!keys.isBelieved(QStringLiteral("stripe"), secretBefore));
        QCOMPARE(keys.kept(), 0);
    }

    // keys rotate
    void aRotationReachesTheEarlierSecret()
    {
        RollingKeys keys;
        QVERIFY(keys.change(QStringLiteral("stripe"), rolled()));
        const Secrets both({QByteArray(32, 'n'), QByteArray(32, 'm')}, 4), later({QByteArray(32, 'n')}, 4);

        payments::Service rotating = keys.over(both);
        QCOMPARE(rotating.reseal([](int) {}), 1);
        QCOMPARE(rotating.reseal([](int) {}), 0);

        payments::Service next = keys.over(later);
        next.load();
        QVERIFY(next.receiveWebhook({}, QStringLiteral("stripe"), keys.news(QStringLiteral("stripe"), secretBefore)));
    }

    void aProviderStaysInItsModeWhileAnythingIsOpenThere_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("a payment that may still be paid") << int(Open::Asked);
        QTest::newRow("a payment whose bank may still say yes") << int(Open::Declined);
        QTest::newRow("money that is to go back") << int(Open::GoingBack);
    }
    void aProviderStaysInItsModeWhileAnythingIsOpenThere()
    {
        QFETCH(int, what);
        World world;
        payments::Service payments(*world.db, world.db.clock, world.ids, world.accounts, world.auth, world.ledger,
                                   world.settings, world.audit, world.secrets(), {real()});
        QVERIFY(world.db->write([&](Tx &tx) -> Result<> {
            leaveOpen(tx, world, Open(what));
            return {};
        }));
        const auto change = [&](GatewayMode mode, qint64 version) {
            return payments.changeGateway(world.admin, QStringLiteral("razorpay"),
                                          {.mode = mode, .isOn = false, .version = version});
        };

        const auto refused = change(GatewayMode::Test, 0);

        QCOMPARE(refused.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(refused.error().fields.constFirst().field, QStringLiteral("mode"));
        QCOMPARE(world.db.number("count(*) FROM payment_gateways"), 0);
        QCOMPARE(world.db.number("count(*) FROM audit_log WHERE action = 'payments.gateway_changed'"), 0);
        QVERIFY(change(GatewayMode::Live, 0)); // it can be closed
        QCOMPARE(change(GatewayMode::Test, 1).error().code, ErrorCode::ValidationFailed);
        QVERIFY(world.db->write([&](Tx &tx) -> Result<> {
            tx.run("UPDATE payments SET next_check_at = NULL");
            tx.run("UPDATE payment_refunds SET status = 'refunded', next_try_at = NULL");
            return {};
        }));
        QCOMPARE(change(GatewayMode::Test, 1)->mode, GatewayMode::Test);
    }

    void whoPaysStoresStaysInItsModeWhileATransferIsUnderWay()
    {
        Payer payer;
        payer.switchOn();
        payer.onboard();
        const Id<Payout> id = payer.approved();
        payments::GatewayConfig config = real();
        config.provider = QStringLiteral("stripe_connect");
        config.baseUrl = QStringLiteral("https://api.stripe.com");
        config.keyId.clear();
        config.keySecret = "sk_live_4711";
        World &world = payer.world;
        payments::Service live(*world.db, world.db.clock, world.ids, world.accounts, world.auth, world.ledger,
                               world.settings, world.audit, world.secrets(), {config});
        live.payOut([&](Tx &tx) { return payer.payouts.isSending(tx); });
        const ChangeGateway wish{.mode = GatewayMode::Test, .isOn = false};

        const auto refused = live.changeGateway(world.admin, QStringLiteral("stripe_connect"), wish);

        QCOMPARE(refused.error().fields.constFirst().field, QStringLiteral("mode"));
        QCOMPARE(world.db.number("count(*) FROM payment_gateways"), 0);
        QCOMPARE(payer.payouts.followUp(), 1);
        QCOMPARE(payer.read(id).status, PayoutStatus::Processed);
        QVERIFY(live.changeGateway(world.admin, QStringLiteral("stripe_connect"), wish));
    }
};

TEST_CLASS(TestOfRolling)
#include "tst_rolling.moc"
