#include "tests/people/insider.h"
#include "tests/support/runner.h"

#include <atomic>
#include <thread>

namespace {

// AUTH-14: the app that shows codes.
class TestOfTheApp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void signingInAsksForTheAppAsWellAsForTheMail()
    {
        People people;
        Insider asha(people);
        QVERIFY(!people.askCode(name)->asksTotp);
        const RecoveryCodes codes = asha.setUp();
        asha.nextStep();

        QVERIFY(people.askCode(name)->asksTotp);
        QCOMPARE(codeOf(asha.enter(std::nullopt)), ErrorCode::InvalidOtp);
        QCOMPARE(codeOf(asha.enter(asha.appCode(5))), ErrorCode::InvalidOtp);
        QCOMPARE(people.db.number("count(*) FROM sessions"), 1);
        QVERIFY(asha.enter(asha.appCode()));

        QCOMPARE(codes.codes.size(), 10);
        QCOMPARE(asha.audited("auth.totp_offered"), 1);
        QCOMPARE(asha.audited("auth.totp_enabled"), 1);
        const auto security = people.auth.readSecurity(asha.caller);
        QVERIFY(security->totpSince);
        QCOMPARE(security->recoveryCodesLeft, 10);
    }

    void aWrongMailCodeDoesNotUseUpTheAppsCode()
    {
        People people;
        Insider asha(people);
        asha.setUp();
        asha.nextStep();
        const auto challenge = people.askCode(name);
        const QString mailed = people.newestCode();
        const QString wrong = mailed == QLatin1String("000000") ? QStringLiteral("000001") : QStringLiteral("000000");
        const auto with = [&](const QString &code) {
            return people.auth.verifyOtp(people.stranger(),
                                         {challenge->challengeId, code, std::nullopt, asha.appCode()});
        };

        QCOMPARE(codeOf(with(wrong)), ErrorCode::InvalidOtp);
        QVERIFY(with(mailed));
    }

    void aStepOfTimeIsGoodOnce()
    {
        People people;
        Insider asha(people);
        asha.setUp();
        const QString confirming = asha.appCode();
        QCOMPARE(codeOf(asha.enter(confirming)), ErrorCode::InvalidOtp); // it took the app into use
        asha.nextStep();
        const QString code = asha.appCode();
        QVERIFY(asha.enter(code));

        QCOMPARE(codeOf(asha.enter(code)), ErrorCode::InvalidOtp);
        QCOMPARE(codeOf(people.auth.reauthenticate(asha.caller, {.code = code})), ErrorCode::InvalidOtp);
        QCOMPARE(codeOf(asha.enter(asha.appCode(-1))), ErrorCode::InvalidOtp);
        QVERIFY(asha.enter(asha.appCode(1)));
    }

    void ofParallelUsesOfOneCodeOneCounts()
    {
        People people;
        Insider asha(people);
        asha.setUp();
        asha.nextStep();
        std::atomic<int> right = 0;
        {
            std::vector<std::jthread> clients;
            for (int i = 0; i < 4; ++i) {
                clients.emplace_back([&, caller = asha.caller, code = asha.appCode()]() mutable {
                    right += bool(people.auth.reauthenticate(caller, {.code = code}));
                });
            }
        }
        QCOMPARE(right.load(), 1);
    }

    void aRecoveryCodeIsGoodOnceAndOnlyItsHashIsKept()
    {
        People people;
        Insider asha(people);
        const RecoveryCodes codes = asha.setUp();
        const QString code = codes.codes[3];
        QVERIFY(QRegularExpression(QStringLiteral("^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$")).match(code).hasMatch());

        QVERIFY(asha.enter(code.toLower().replace(u'-', u' ')));
        QCOMPARE(codeOf(asha.enter(code)), ErrorCode::InvalidOtp);

        QCOMPARE(people.auth.readSecurity(asha.caller)->recoveryCodesLeft, 9);
        QCOMPARE(asha.audited("auth.recovery_code_used"), 1);
        QCOMPARE(people.db.number("count(*) FROM recovery_codes WHERE code_hash LIKE ?",
                                  u'%' + QString(code).remove(u'-') + u'%'),
                 0);
        const auto renewed = people.auth.renewRecoveryCodes(asha.caller);
        QCOMPARE(codeOf(renewed), ErrorCode::ReauthenticationNeeded);
        asha.nextStep();
        QVERIFY(people.auth.reauthenticate(asha.caller, {.code = asha.appCode()}));
        QVERIFY(people.auth.renewRecoveryCodes(asha.caller));
        QCOMPARE(codeOf(asha.enter(codes.codes[4])), ErrorCode::InvalidOtp);
    }

    // PRIV-06, SEC-02: sealed with the account it belongs to.
    void theSecretIsSealedInItsOwnRow()
    {
        People people;
        Insider asha(people);
        asha.setUp();
        const Account bela = people.admin(QStringLiteral("bela"), {});
        QCOMPARE(people.db.number("count(*) FROM totp_secrets WHERE sealed LIKE ?",
                                  u'%' + QString::fromLatin1(asha.secret.toBase64().first(20)) + u'%'),
                 0);

        (void)people.db->write([&](Tx &tx) -> Result<> {
            tx.run("UPDATE totp_secrets SET account_id = ?", bela.id);
            return {};
        });

        const auto challenge = people.askCode(QStringLiteral("bela"));
        QVERIFY(challenge->asksTotp);
        asha.nextStep();
        QVERIFY_THROWS_EXCEPTION(
            std::exception, (void)people.auth.verifyOtp(people.stranger(), {challenge->challengeId, people.newestCode(),
                                                                            std::nullopt, asha.appCode()}));
        QCOMPARE(people.db.number("count(*) FROM sessions WHERE account_id = ?", bela.id), 0);
    }

    void nothingIsSetUpOrTakenAwayByWhoeverMayNotBeTheSame()
    {
        People people;
        Insider asha(people);
        people.db.clock.advance(5 * minuteMs);
        QCOMPARE(codeOf(people.auth.startTotp(asha.caller)), ErrorCode::ReauthenticationNeeded);
        QVERIFY(people.auth.reauthenticate(asha.caller, {.password = People::password}));
        asha.setUp();

        // With an app in use the password alone changes nothing about it.
        const auto refused = people.auth.disableTotp(asha.caller);
        QCOMPARE(codeOf(refused), ErrorCode::ReauthenticationNeeded);
        QCOMPARE(refused.error().details, QByteArray("{\"takes_password\":false,\"takes_code\":true}"));
        QCOMPARE(codeOf(people.auth.startTotp(asha.caller)), ErrorCode::ReauthenticationNeeded);
        QVERIFY(people.auth.readSecurity(asha.caller)->totpSince);
        asha.nextStep();
        QVERIFY(people.auth.reauthenticate(asha.caller, {.code = asha.appCode()}));
        QVERIFY(people.auth.disableTotp(asha.caller));

        QCOMPARE(asha.audited("auth.totp_disabled"), 1);
        QCOMPARE(people.db.number("count(*) FROM totp_secrets"), 0);
        QCOMPARE(people.db.number("count(*) FROM recovery_codes"), 0);
        QCOMPARE(codeOf(people.auth.disableTotp(asha.caller)), ErrorCode::Conflict);
        QVERIFY(asha.enter(std::nullopt));
    }

    void anotherAppReplacesTheFirstOnlyWithACodeOfItsOwn()
    {
        People people;
        Insider asha(people);
        asha.setUp();
        const QByteArray first = asha.secret;
        asha.nextStep();
        QVERIFY(people.auth.reauthenticate(asha.caller, {.code = asha.appCode()}));
        const QByteArray second = secretOf(people.auth.startTotp(asha.caller).value());
        asha.nextStep();

        QCOMPARE(codeOf(people.auth.confirmTotp(asha.caller, {asha.appCode()})), ErrorCode::ValidationFailed);
        QVERIFY(asha.enter(asha.appCode()));
        asha.secret = second;
        QVERIFY(people.auth.confirmTotp(asha.caller, {asha.appCode()}));

        QCOMPARE(asha.audited("auth.totp_replaced"), 1);
        asha.nextStep();
        QVERIFY(asha.enter(asha.appCode()));
        asha.secret = first;
        asha.nextStep();
        QCOMPARE(codeOf(asha.enter(asha.appCode())), ErrorCode::InvalidOtp);
    }

    // The setting that admins must have an app: nobody is locked out, nothing else is open.
    void anAdminWithoutAnAppCanOnlySetItUpWhenOneIsNeeded()
    {
        People people;
        Insider asha(people);
        const Caller root = people.callerFor(people.admin(QStringLiteral("root"), {Permission::ManageSettings}));
        QVERIFY(people.settings.changeSetting(root, QStringLiteral("auth.admin_totp"), {QStringLiteral("true")}));

        const auto entered = people.enter(name);
        QVERIFY(entered->isLimited);
        QVERIFY(people.auth.callerOf(entered->accessToken.toLatin1())->limited);
        QVERIFY(people.auth.readSecurity(asha.caller)->mustHaveTotp);
        asha.setUp();

        const auto renewed = people.auth.refreshSession(people.stranger(), {entered->refreshToken});
        QVERIFY(!renewed->isLimited);
        QVERIFY(!people.auth.callerOf(renewed->accessToken.toLatin1())->limited);
        QCOMPARE(codeOf(people.auth.disableTotp(asha.caller)), ErrorCode::Conflict);
        QVERIFY(people.auth.readSecurity(asha.caller)->totpSince);
        people.person(QStringLiteral("vikram"), Role::Vendor);
        QVERIFY(!people.auth.readSecurity(people.callerFor(people.person(QStringLiteral("bela"))))->mustHaveTotp);
    }

    // SEC-02
    void secretsAreSealedAnewWithTheNewestMaster()
    {
        People people;
        Insider asha(people);
        asha.setUp();
        const QByteArray newest(32, 'n');
        const auto reopened = [&](const QList<QByteArray> &masters) {
            return std::make_unique<Secrets>(masters, People::quickCost);
        };
        const auto both = reopened({newest, QByteArray(32, 'm')}), alone = reopened({newest});
        auth::Service during(*people.db, people.db.clock, people.ids, people.accounts, people.settings, people.audit,
                             *both);
        auth::Service after(*people.db, people.db.clock, people.ids, people.accounts, people.settings, people.audit,
                            *alone);

        QCOMPARE(during.reseal(1000, [](int) {}), 1);
        QCOMPARE(during.reseal(1000, [](int) {}), 0);

        asha.nextStep();
        QVERIFY(after.reauthenticate(asha.caller, {.code = asha.appCode()}));
    }
};

} // namespace

TEST_CLASS(TestOfTheApp)
#include "tst_factors.moc"
