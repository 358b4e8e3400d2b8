// PAY-17: how the providers are set up in the console, over what the file of the server says.

#include "server/payments/providers.h"
#include "tests/money/counter.h"
#include "tests/support/runner.h"

namespace {

struct GatewayDesk : Counter
{
    GatewaySetup of(GatewayName name)
    {
        const auto setups = all.listGateways(world.admin);
        for (const GatewaySetup &each : *setups)
            if (each.provider == name)
                return each;
        return {};
    }
    Result<GatewaySetup> change(GatewayName name, const ChangeGateway &wish)
    {
        return all.changeGateway(world.admin, names::text(name).toString(), wish);
    }
    GatewayFinding check(GatewayName name)
    {
        return all.checkGateway(world.admin, names::text(name).toString())->finding;
    }
    QStringList offered()
    {
        QStringList out;
        const auto methods = all.listPaymentMethods(world.buyer.caller);
        for (const PaymentMethod &each : *methods)
            out += each.provider;
        return out;
    }
    qint64 audited() { return world.db.number("count(*) FROM audit_log WHERE action = 'payments.gateway_changed'"); }
    // A service of its own over the same database, like another node.
    payments::Service another(const Secrets &secrets)
    {
        return {*world.db,    world.db.clock, world.ids,   world.accounts, world.auth,
                world.ledger, world.settings, world.audit, secrets,        {config, stripe, sslcommerz, upi}};
    }
};

struct KeptKey
{
    sql::Blob keySealed;

    FIELDS(KeptKey, FIELD(keySealed))
};

ChangeGateway asItIs(const GatewaySetup &seen)
{
    return {.mode = seen.mode, .isOn = seen.isOn, .place = seen.place, .version = seen.version};
}

} // namespace

class TestOfGateways : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void whatTheFileSaysIsToldAsTheFilesAndNothingOfItInClear()
    {
        GatewayDesk desk;

        const GatewaySetup razorpay = desk.of(GatewayName::Razorpay);
        const QByteArray told = json::bytes(*desk.all.listGateways(desk.world.admin));

        QCOMPARE(razorpay.mode, GatewayMode::Mock);
        QVERIFY(razorpay.isOn);
        QCOMPARE(razorpay.source, GatewaySource::File);
        QCOMPARE(razorpay.keySecret.source, std::optional(GatewaySource::File));
        QCOMPARE(razorpay.keySecret.lastFour, std::nullopt); // it is too short to show a part of it
        QCOMPARE(razorpay.webhookSecret.lastFour, std::optional(QStringLiteral("cret")));
        QCOMPARE(razorpay.version, 0);
        QVERIFY(!desk.of(GatewayName::StripeConnect).isOn);
        QCOMPARE(desk.of(GatewayName::StripeConnect).keySecret.source, std::nullopt);
        for (const QByteArray &secret : {keySecret, webhookSecret, stripeKey, stripeSecret, storePassword})
            QVERIFY2(!told.contains(secret), secret.constData());
        QVERIFY(!told.contains("market@bank"));
    }

    void whatIsSetInTheConsoleRulesAtOnceAndIsNeverTold()
    {
        GatewayDesk desk;
        const QByteArray wrong = "another-secret-4711";
        ChangeGateway wish = asItIs(desk.of(GatewayName::Razorpay));
        wish.keySecret = QString::fromLatin1(wrong);

        const auto changed = desk.change(GatewayName::Razorpay, wish);

        QCOMPARE(changed->source, GatewaySource::Console);
        QCOMPARE(changed->keySecret.source, std::optional(GatewaySource::Console));
        QCOMPARE(changed->keySecret.lastFour, std::optional(QStringLiteral("4711")));
        QCOMPARE(changed->keySecret.changedAt, std::optional(desk.world.db.clock.now()));
        QCOMPARE(changed->keyId.source, std::optional(GatewaySource::File));
        QCOMPARE(changed->version, 1);
        QCOMPARE(changed->changedBy, std::optional(QStringLiteral("boss")));
        QVERIFY(!json::bytes(*changed).contains(wrong));
        QCOMPARE(desk.check(GatewayName::Razorpay), GatewayFinding::Refused);
        QCOMPARE(desk.all.rechargeWallet(desk.world.buyer.caller, {{50'000}}).error().code, ErrorCode::GatewayFailed);
        QCOMPARE(desk.audited(), 1);
        QCOMPARE(desk.world.db.number("count(*) FROM outbox WHERE topic = 'payments.gateway_changed'"), 1);

        ChangeGateway back = asItIs(*changed);
        back.keySecret = QString::fromLatin1(keySecret);
        QVERIFY(desk.change(GatewayName::Razorpay, back));
        QCOMPARE(desk.check(GatewayName::Razorpay), GatewayFinding::Works);
        QVERIFY(desk.all.rechargeWallet(desk.world.buyer.caller, {{50'000}}));
    }

    void keysLieSealedAndStandInNoLogOfWhoDidWhat()
    {
        GatewayDesk desk;
        const QByteArray secret = "a-secret-of-the-console";
        ChangeGateway wish = asItIs(desk.of(GatewayName::Stripe));
        wish.keySecret = QString::fromLatin1(secret);
        wish.webhookSecret = QString::fromLatin1("whsec_" + secret);
        QVERIFY(desk.change(GatewayName::Stripe, wish));

        const auto kept = desk.world.db->read([](Tx &tx) { return tx.all<KeptKey>("FROM payment_gateway_keys"); });

        QCOMPARE(kept.size(), 2);
        for (const KeptKey &each : kept)
            QVERIFY(!each.keySealed.bytes.contains(secret) && each.keySealed.bytes.size() > secret.size());
        QCOMPARE(desk.world.db.number("count(*) FROM audit_log WHERE details LIKE '%a-secret%'"), 0);
        QCOMPARE(desk.world.db.number("count(*) FROM audit_log WHERE details LIKE '%key_secret%'"), 1);
        QCOMPARE(desk.world.db.number("count(*) FROM outbox WHERE body LIKE '%a-secret%'"), 0);
    }

    void whatCannotBeIsRefusedAndChangesNothing_data()
    {
        QTest::addColumn<GatewayName>("name");
        QTest::addColumn<QByteArray>("wish"); // beside its version
        QTest::addColumn<QString>("field");
        const auto row = [](const char *what, GatewayName name, const QByteArray &wish, const char *field) {
            QTest::newRow(what) << name << wish << QString::fromLatin1(field);
        };
        const QByteArray on = "\"mode\":\"mock\",\"is_on\":true,\"place\":0,";
        const QByteArray live = "\"mode\":\"live\",\"is_on\":true,\"place\":0,";
        row("an empty key", GatewayName::Razorpay, on + "\"key_secret\":\"\"", "key_secret");
        row("a key with blanks", GatewayName::Razorpay, on + "\"key_secret\":\"a b c d e f g\"", "key_secret");
        row("a key that it has not", GatewayName::Upi, on + "\"key_secret\":\"12345678\"", "key_secret");
        row("an id that it has not", GatewayName::StripeConnect, on + "\"key_id\":\"12345678\"", "key_id");
        row("no UPI address", GatewayName::Upi, on + "\"key_id\":\"market\"", "key_id");
        row("open without a key", GatewayName::StripeConnect, on + "\"webhook_secret\":\"12345678\"", "key_secret");
        row("a key of another mode", GatewayName::Razorpay, live + "\"key_id\":\"rzp_test_1234\"", "key_id");
        row("a secret of another mode", GatewayName::StripeConnect,
            live + "\"key_secret\":\"sk_test_1234\",\"webhook_secret\":\"12345678\"", "key_secret");
        row("a place far away", GatewayName::Razorpay, "\"mode\":\"mock\",\"is_on\":true,\"place\":100", "place");
    }
    void whatCannotBeIsRefusedAndChangesNothing()
    {
        QFETCH(GatewayName, name);
        QFETCH(QByteArray, wish);
        QFETCH(QString, field);
        GatewayDesk desk;
        const GatewaySetup before = desk.of(name);

        const auto read = json::parse<ChangeGateway>("{\"version\":0," + wish + '}');
        const auto changed = read ? desk.change(name, *read) : Result<GatewaySetup>(tl::unexpected(read.error()));

        QVERIFY(!changed);
        QCOMPARE(changed.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(changed.error().fields.constFirst().field, field);
        QCOMPARE(json::bytes(desk.of(name)), json::bytes(before));
        QCOMPARE(desk.world.db.number("count(*) FROM payment_gateways"), 0);
        QCOMPARE(desk.world.db.number("count(*) FROM payment_gateway_keys"), 0);
        QCOMPARE(desk.audited(), 0);
    }

    void inProductionMoneyIsNotPlayedWith_data()
    {
        QTest::addColumn<GatewayMode>("mode");
        QTest::newRow("whoever pays at a stand-in has paid nothing") << GatewayMode::Mock;
        QTest::newRow("nor has whoever pays with a card for tests") << GatewayMode::Test;
    }
    void inProductionMoneyIsNotPlayedWith()
    {
        QFETCH(GatewayMode, mode);
        GatewayDesk desk;
        payments::GatewayConfig real = desk.config;
        real.isMockable = false;
        World &world = desk.world;
        payments::Service open(*world.db, world.db.clock, world.ids, world.accounts, world.auth, world.ledger,
                               world.settings, world.audit, world.secrets(), {real});
        ChangeGateway wish = asItIs(desk.of(GatewayName::Stripe));
        wish.mode = mode;

        const auto refused = open.changeGateway(world.admin, QStringLiteral("stripe"), wish);

        QCOMPARE(refused.error().fields.constFirst().field, QStringLiteral("mode"));
        QCOMPARE(world.db.number("count(*) FROM payment_gateways"), 0);
    }

    void onlyASuperAdminWhoHasShownWhoItIsSetsAProviderUp()
    {
        GatewayDesk desk;
        Caller staff = desk.world.admin, stale = desk.world.admin;
        staff.superAdmin = false;
        staff.permissions = {Permission::ManageSettings, Permission::ManagePayouts};
        stale.sessionId = desk.world.ids.next<Session>();
        const ChangeGateway wish = asItIs(desk.of(GatewayName::Stripe));

        QCOMPARE(desk.all.listGateways(staff).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(desk.all.changeGateway(staff, QStringLiteral("stripe"), wish).error().code,
                 ErrorCode::PermissionMissing);
        QCOMPARE(desk.all.checkGateway(staff, QStringLiteral("stripe")).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(desk.all.changeGateway(stale, QStringLiteral("stripe"), wish).error().code,
                 ErrorCode::ReauthenticationNeeded);
        QCOMPARE(desk.all.changeGateway(desk.world.admin, QStringLiteral("nobody"), wish).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(desk.world.db.number("count(*) FROM payment_gateways"), 0);
        QCOMPARE(desk.audited(), 0);
    }

    void ofTwoChangesAtOnceTheSecondIsRefused()
    {
        GatewayDesk desk;
        const ChangeGateway wish = asItIs(desk.of(GatewayName::Stripe));
        ChangeGateway other = wish;
        other.isOn = false;

        QVERIFY(desk.change(GatewayName::Stripe, wish));

        QCOMPARE(desk.change(GatewayName::Stripe, other).error().code, ErrorCode::Conflict);
        QVERIFY(desk.of(GatewayName::Stripe).isOn);
        other.version = 1;
        QVERIFY(desk.change(GatewayName::Stripe, other));
        QCOMPARE(desk.change(GatewayName::Stripe, other).error().code, ErrorCode::Conflict);
        QCOMPARE(desk.of(GatewayName::Stripe).version, 2);
    }

    void whoIsClosedTakesNothingNewAndGoesOnWithWhatWasBegun()
    {
        GatewayDesk desk;
        const Payment payment = desk.open(QStringLiteral("stripe"));
        ChangeGateway wish = asItIs(desk.of(GatewayName::Stripe));
        wish.isOn = false;
        QVERIFY(desk.change(GatewayName::Stripe, wish));

        QVERIFY(!desk.offered().contains(QStringLiteral("stripe")));
        QCOMPARE(
            desk.all.rechargeWallet(desk.world.buyer.caller, {{50'000}, Instrument::Card, QStringLiteral("stripe")})
                .error()
                .code,
            ErrorCode::ValidationFailed);
        desk.visit(payment, "pay");
        const auto news = desk.gateway.inbox.take(2);
        for (const RawBody &each : news)
            QVERIFY(desk.tell(QStringLiteral("stripe"), each));
        QCOMPARE(desk.balance(), Money{50'000});
    }

    void buyersAreOfferedTheProvidersInTheOrderOfTheConsole()
    {
        GatewayDesk desk;
        QCOMPARE(desk.offered().join(u' '), QStringLiteral("razorpay stripe sslcommerz upi"));
        ChangeGateway last = asItIs(desk.of(GatewayName::Razorpay)), first = asItIs(desk.of(GatewayName::Upi));
        last.place = 9;
        first.place = 0;

        QVERIFY(desk.change(GatewayName::Razorpay, last));
        QVERIFY(desk.change(GatewayName::Upi, first));

        QCOMPARE(desk.offered().join(u' '), QStringLiteral("upi stripe sslcommerz razorpay"));
    }

    // Effective without a restart, and a call that is under way keeps what it has in its hands.
    void whatWasFoundBeforeAChangeStaysAndWhoHasNotChangedStaysTheSame()
    {
        GatewayDesk desk;
        payments::Providers providers(desk.world.db.clock, {desk.config, desk.stripe});
        const payments::Providers::One *razorpay = providers.find(u"razorpay"), *stripe = providers.find(u"stripe");
        payments::GatewayConfig changed = desk.config;
        changed.keySecret = "changed";

        providers.replace({changed, desk.stripe});

        QCOMPARE(razorpay->config.keySecret, keySecret);
        QVERIFY(razorpay->gateway->open({50'000}, QStringLiteral("receipt")));
        QVERIFY(!providers.find(u"razorpay")->gateway->open({50'000}, QStringLiteral("receipt")));
        QCOMPARE(providers.find(u"stripe"), stripe);
        QCOMPARE(providers.all().size(), std::size_t(2));
    }

    void anotherNodeTakesAChangeOver()
    {
        GatewayDesk desk;
        payments::Service other = desk.another(desk.world.secrets());
        ChangeGateway wish = asItIs(desk.of(GatewayName::Stripe));
        wish.isOn = false;
        QVERIFY(desk.change(GatewayName::Stripe, wish));
        QCOMPARE(other.listPaymentMethods(desk.world.buyer.caller)->size(), 4);

        other.load();

        QCOMPARE(other.listPaymentMethods(desk.world.buyer.caller)->size(), 3);
    }

    // keys rotate
    void aRotationReachesTheKeys()
    {
        GatewayDesk desk;
        ChangeGateway wish = asItIs(desk.of(GatewayName::Razorpay));
        wish.keySecret = QString::fromLatin1(keySecret);
        wish.webhookSecret = QString::fromLatin1(webhookSecret);
        QVERIFY(desk.change(GatewayName::Razorpay, wish));
        const Secrets both({QByteArray(32, 'n'), QByteArray(32, 'm')}, 4), later({QByteArray(32, 'n')}, 4);

        payments::Service blind = desk.another(later);
        QVERIFY_EXCEPTION_THROWN(blind.reseal([](int) {}), DbFault); // instead of "0 keys", as if all were well

        payments::Service rotating = desk.another(both);
        QCOMPARE(rotating.reseal([](int) {}), 2);
        QCOMPARE(rotating.reseal([](int) {}), 0);

        payments::Service after = desk.another(later);
        after.load();
        QVERIFY(after.rechargeWallet(desk.world.buyer.caller, {{50'000}}));
        QVERIFY_EXCEPTION_THROWN(desk.all.load(), DbFault); // who knows only the old one opens nothing
    }

    void aCheckSaysWhetherTheProviderTakesTheKeys_data()
    {
        QTest::addColumn<GatewayName>("name");
        QTest::addColumn<GatewayFinding>("well");
        QTest::newRow("razorpay") << GatewayName::Razorpay << GatewayFinding::Works;
        QTest::newRow("stripe") << GatewayName::Stripe << GatewayFinding::Works;
        QTest::newRow("sslcommerz") << GatewayName::Sslcommerz << GatewayFinding::Works;
        QTest::newRow("upi") << GatewayName::Upi << GatewayFinding::NobodyToAsk;
    }
    void aCheckSaysWhetherTheProviderTakesTheKeys()
    {
        QFETCH(GatewayName, name);
        QFETCH(GatewayFinding, well);
        GatewayDesk desk;
        const bool isUpi = name == GatewayName::Upi;
        const QString path = names::text(name).toString();

        QCOMPARE(desk.check(name), well);
        if (isUpi)
            return;
        desk.gateway.post(name == GatewayName::Razorpay ? QStringLiteral("/control")
                                                        : u'/' + path + QStringLiteral("/control"),
                          {{"outages", 4}});
        QCOMPARE(desk.check(name), GatewayFinding::Unreachable);
        ChangeGateway wish = asItIs(desk.of(name));
        wish.keySecret = QStringLiteral("this-is-not-the-key");
        QVERIFY(desk.change(name, wish));
        QCOMPARE(desk.check(name), GatewayFinding::Refused);
        QCOMPARE(desk.count("payments"), 0);
        QCOMPARE(desk.all.checkGateway(desk.world.admin, QStringLiteral("stripe_connect")).error().code,
                 ErrorCode::Unavailable);
    }

    // PAY-19, AN-08: 95 % is asked for; what is still open counts for neither side.
    void howManyPaymentsComeThroughIsCountedByProviderAndWindow()
    {
        GatewayDesk desk;
        const auto ofRazorpay = [&] {
            const auto providers = desk.all.listProviders(desk.world.admin);
            return providers->constFirst();
        };
        QCOMPARE(ofRazorpay().success, std::nullopt);
        for (int i = 0; i < 2; ++i)
            QVERIFY(desk.tellCaptured(desk.recharge()->gatewayOrderId));
        const Payment failed = *desk.recharge();
        QVERIFY(desk.Till::tell(Till::signedBody(
            Till::event("payment.failed", failed.gatewayOrderId, QStringLiteral("failed")), "failed")));
        QVERIFY(desk.recharge()); // still open

        const ProviderHealth now = ofRazorpay();
        desk.world.db.clock.advance(31 * dayMs);
        const ProviderHealth later = ofRazorpay();

        QCOMPARE(now.provider, QStringLiteral("razorpay"));
        QCOMPARE(now.windowDays, 30);
        QCOMPARE(now.attempts, 4);
        QCOMPARE(now.paid, 2);
        QCOMPARE(now.failed, 1);
        QCOMPARE(now.success, std::optional(BasisPoints{6'667}));
        QCOMPARE(later.attempts, 0);
        QCOMPARE(later.success, std::nullopt);
    }
};

TEST_CLASS(TestOfGateways)
#include "tst_gateways.moc"
