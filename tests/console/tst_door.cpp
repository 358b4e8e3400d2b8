#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/registry.h"
#include "tests/support/paperconsole.h"

#include <QTest>

// Signing in, registering and activating, in the console's own window. AUTH-01, AUTH-07 to AUTH-15, CADM-01.
class TestDoor : public QObject
{
    Q_OBJECT

    static OtpChallenge challenge(const PaperConsole &house)
    {
        return {.challengeId = {QUuid::createUuid()},
                .sentTo = QStringLiteral("a•••@example.in"),
                .expiresAt = house.clock.at.after(600'000),
                .resendAt = house.clock.at.after(30'000)};
    }

private Q_SLOTS:
    void passwordAndCodeLeadToTheShell()
    {
        PaperConsole house;
        house.server.answer(api::signIn, challenge(house));
        house.server.answer(api::verifyOtp, house.tokens(Role::Admin));
        house.console.start();
        house.console.show();

        type(house.console, "identifier", QStringLiteral("ananya"));
        type(house.console, "password", QStringLiteral("secret-8!"));
        QVERIFY(press(*house.console.door(), "verb"));
        QVERIFY(!found<QLineEdit>(house.console, "app"));
        type(house.console, "code", QStringLiteral("123456"));
        QVERIFY(press(*house.console.door(), "verb"));

        QVERIFY(house.console.shell());
        QVERIFY(house.server.lastBody(api::signIn).contains("\"identifier\":\"ananya\""));
        QVERIFY(house.server.lastBody(api::verifyOtp).contains("\"code\":\"123456\""));
        QCOMPARE(house.console.session().bearer(), "access-1");
        QCOMPARE(house.vault.secrets.values(), QList<QByteArray>{"refresh-token-number-1"});
        QCOMPARE(house.preferences.identifier(), "ananya");
    }

    // AUTH-14: whoever has set up an app is asked for its code as well; a recovery code stands in for it.
    void theCodeOfTheAppIsAskedForBesideTheOneByMail_data()
    {
        QTest::addColumn<QString>("app");
        QTest::newRow("of the app") << "654321";
        QTest::newRow("recovery") << "ABCD-EFGH-IJKL-MNOP";
    }
    void theCodeOfTheAppIsAskedForBesideTheOneByMail()
    {
        QFETCH(QString, app);
        PaperConsole house;
        OtpChallenge both = challenge(house);
        both.asksTotp = true;
        house.server.answer(api::signIn, both);
        house.server.answer(api::verifyOtp, house.tokens(Role::Admin));
        house.console.start();
        house.console.show();
        type(house.console, "identifier", QStringLiteral("ananya"));
        type(house.console, "password", QStringLiteral("secret-8!"));
        QVERIFY(press(*house.console.door(), "verb"));

        type(house.console, "code", QStringLiteral("123456"));
        QVERIFY(press(*house.console.door(), "verb"));
        QCOMPARE(house.server.timesAsked(api::verifyOtp), 0);
        type(house.console, "app", app);
        QVERIFY(press(*house.console.door(), "verb"));

        QVERIFY(house.console.shell());
        QVERIFY(house.server.lastBody(api::verifyOtp).contains("\"totp\":\"" + app.toLatin1() + '"'));
    }

    void aWrongPasswordIsSaidAndNothingElseHappens()
    {
        PaperConsole house;
        house.server.refuse(api::signIn, ErrorCode::InvalidCredentials);
        house.console.start();
        house.console.show();

        type(house.console, "identifier", QStringLiteral("ananya"));
        type(house.console, "password", QStringLiteral("wrong"));
        QVERIFY(press(*house.console.door(), "verb"));

        QVERIFY(shows(house.console, QStringLiteral("No.")));
        QVERIFY(!house.console.shell());
        QVERIFY(house.vault.secrets.isEmpty());
        QVERIFY(found<QLineEdit>(house.console, "identifier"));
    }

    void theCodeCanBeSentAgainOnlyAfterItsPause()
    {
        PaperConsole house;
        house.server.answer(api::signIn, challenge(house));
        house.console.start();
        house.console.show();
        type(house.console, "identifier", QStringLiteral("ananya"));
        type(house.console, "password", QStringLiteral("secret-8!"));
        QVERIFY(press(*house.console.door(), "verb"));
        QVERIFY(!press(*house.console.door(), "resend"));

        house.clock.at = house.clock.at.after(31'000);
        QTRY_VERIFY(found<QPushButton>(house.console, "resend")->isEnabled());
        house.server.answer(api::resendOtp, challenge(house));
        QVERIFY(press(*house.console.door(), "resend"));

        QCOMPARE(house.server.timesAsked(api::resendOtp), 1);
        QVERIFY(!found<QPushButton>(house.console, "resend")->isEnabled());
    }

    void aVendorRegistersAndActivatesWithTheLinkOfTheMail()
    {
        PaperConsole house;
        SessionTokens limited = house.tokens(Role::Vendor);
        limited.isLimited = true;
        house.server.answer(api::registerAccount,
                            {.accountId = {QUuid::createUuid()}, .sentTo = QStringLiteral("r•••@example.in")});
        house.server.answer(api::verifyEmail, limited);
        house.console.start();
        house.console.show();

        QVERIFY(press(*house.console.door(), "register"));
        type(house.console, "username", QStringLiteral("ravi"));
        type(house.console, "email", QStringLiteral("ravi@example.in"));
        type(house.console, "password", QStringLiteral("secret-8!"));
        QVERIFY(press(*house.console.door(), "verb"));
        QVERIFY(house.server.lastBody(api::registerAccount).contains("\"role\":\"vendor\""));
        type(house.console, "token", QStringLiteral("http://127.0.0.1:8080/activate?token=abcdefghij"));
        QVERIFY(press(*house.console.door(), "verb"));

        QCOMPARE(house.server.lastBody(api::verifyEmail), "{\"token\":\"abcdefghij\"}");
        QVERIFY(house.console.shell());
    }

    void whatTheServerRefusesStandsBesideItsField()
    {
        PaperConsole house;
        house.server.refuse(api::registerAccount, {.code = ErrorCode::ValidationFailed,
                                                   .message = "Bad.",
                                                   .fields = {{"password", "needs a special character"}}});
        house.console.start();
        house.console.show();
        QVERIFY(press(*house.console.door(), "register"));
        type(house.console, "username", QStringLiteral("ravi"));
        type(house.console, "email", QStringLiteral("ravi@example.in"));
        type(house.console, "password", QStringLiteral("secret88"));
        QVERIFY(press(*house.console.door(), "verb"));

        QVERIFY(shows(house.console, QStringLiteral("Needs a special character")));
        QVERIFY(!house.console.shell());
    }

    // AUTH-40: what the desktop's keychain gives out, after whatever it asks for, renews the session.
    void aKeptSessionIsTakenUp()
    {
        PaperConsole house;
        house.vault.secrets.insert(house.preferences.server().toString(), "refresh-token-number-0");
        house.server.answer(api::refreshSession, house.tokens(Role::Vendor));

        house.console.start();

        QVERIFY(house.console.shell());
        QCOMPARE(house.server.lastBody(api::refreshSession), "{\"refresh_token\":\"refresh-token-number-0\"}");
        QCOMPARE(house.vault.secrets.values(), QList<QByteArray>{"refresh-token-number-1"});
    }

    void withoutAKeychainTheSessionLivesInMemoryAndTheUserIsTold()
    {
        PaperConsole house;
        house.vault.trouble = QStringLiteral("No keychain.");
        house.console.start();
        house.console.show();

        house.enter(Role::Admin);

        QVERIFY(shows(house.console, QStringLiteral("No keychain runs on this desktop")));
        QVERIFY(house.vault.secrets.isEmpty());
        QVERIFY(house.console.session().isSignedIn());
    }

    // AUTH-44
    void anEndedSessionLeadsBackToTheDoorAndForgetsTheToken()
    {
        PaperConsole house;
        house.console.start();
        house.console.show();
        house.enter(Role::Admin);

        house.console.session().expire();

        QVERIFY(!house.console.shell());
        QVERIFY(house.vault.secrets.isEmpty());
        QVERIFY(house.console.session().bearer().isEmpty());
        QVERIFY(shows(house.console, QStringLiteral("Your session has ended")));
    }

    void manyRenewalsAtOnceAreOne()
    {
        PaperConsole house;
        house.enter(Role::Admin);
        house.server.answer(api::refreshSession, house.tokens(Role::Admin));
        house.server.hold();
        QList<QFuture<bool>> asked{house.console.session().renew(), house.console.session().renew(),
                                   house.console.session().renew()};

        house.server.release();

        for (const QFuture<bool> &each : asked)
            QVERIFY(each.result());
        QCOMPARE(house.server.timesAsked(api::refreshSession), 1);
    }

    // AUTH-41: looked at each minute; also by a machine that has slept through the hour.
    void aTokenIsRenewedWhenLessThanFiveMinutesAreLeft_data()
    {
        QTest::addColumn<qint64>("passedMs");
        QTest::addColumn<int>("renewals");
        QTest::newRow("five minutes left") << qint64(10 * 60'000) << 0;
        QTest::newRow("less than five minutes left") << qint64(10 * 60'000 + 1) << 1;
        QTest::newRow("none left") << qint64(3'600'000) << 1;
    }
    void aTokenIsRenewedWhenLessThanFiveMinutesAreLeft()
    {
        QFETCH(qint64, passedMs);
        PaperConsole house;
        house.enter(Role::Admin);
        house.clock.at = house.clock.at.after(passedMs);
        house.server.answer(api::refreshSession, house.tokens(Role::Admin));

        house.console.session().check();
        QTEST(house.server.timesAsked(api::refreshSession), "renewals");
        house.console.session().check(); // a new one lasts

        QTEST(house.server.timesAsked(api::refreshSession), "renewals");
        QVERIFY(house.console.session().isSignedIn());
    }

    void whoIsNotSignedInRenewsNothing()
    {
        PaperConsole house;
        house.enter(Role::Admin);
        house.console.session().leave();

        house.console.session().check();

        QCOMPARE(house.server.timesAsked(api::refreshSession), 0);
    }

    // AUTH-41: the next minute tries again.
    void aRenewalThatDoesNotReachTheServerEndsNothing()
    {
        PaperConsole house;
        house.enter(Role::Admin);
        house.server.cut();

        QVERIFY(!house.console.session().renew().result());

        QVERIFY(house.console.session().isSignedIn());
        QVERIFY(house.console.shell());
        house.server.mend();
        house.server.answer(api::refreshSession, house.tokens(Role::Admin));
        house.clock.at = house.clock.at.after(11 * 60'000);
        house.console.session().check();
        QCOMPARE(house.server.timesAsked(api::refreshSession), 2);
    }

    void aServerThatWasAwayAtTheStartLetsTheUserInWhenItIsBack()
    {
        PaperConsole house;
        house.vault.secrets.insert(house.preferences.server().toString(), "refresh-token-number-0");
        house.server.answer(api::refreshSession, house.tokens(Role::Vendor));
        house.server.cut();
        house.console.show();
        house.console.start();
        QVERIFY(!house.console.shell());
        QVERIFY(shows(house.console, QStringLiteral("as soon as it answers")));
        house.server.mend();

        QVERIFY(house.console.session().renew().result());

        QVERIFY(house.console.shell());
    }

    // The tokens that arrive after signing out are nobody's.
    void aRenewalThatArrivesAfterSigningOutLetsNobodyIn()
    {
        PaperConsole house;
        house.console.start();
        house.enter(Role::Admin);
        house.server.answer(api::refreshSession, house.tokens(Role::Admin));
        house.server.hold();
        const QFuture<bool> renewed = house.console.session().renew();

        house.console.session().leave();
        house.server.release();

        QVERIFY(!renewed.result());
        QVERIFY(!house.console.shell());
        QVERIFY(house.console.session().bearer().isEmpty());
        QVERIFY(house.vault.secrets.isEmpty());
    }

    void aRenewalOfOneUserDoesNotBecomeTheNextOne()
    {
        PaperConsole house;
        house.console.start();
        house.enter(Role::Admin);
        house.server.answer(api::refreshSession, house.tokens(Role::Admin));
        house.server.hold();
        house.console.session().renew();
        house.console.session().leave();

        house.enter(Role::Vendor);
        house.server.release();

        QCOMPARE(house.console.shell()->pages().value(0).section(u'.', 0, 0), "vendor");
    }

    // The answer about the name comes while the password is being typed.
    void aTakenNameIsMarkedWithoutTakingTheFocus()
    {
        PaperConsole house;
        house.server.answer(api::usernameAvailable, {.isAvailable = false});
        house.console.start();
        house.console.show();
        house.console.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&house.console));
        QVERIFY(press(*house.console.door(), "register"));
        auto *name = found<QLineEdit>(house.console, "username");
        QTest::keyClicks(name, QStringLiteral("ravi"));
        auto *password = found<QLineEdit>(house.console, "password");
        password->setFocus();

        QTRY_VERIFY(name->property("wrong").toBool());

        QVERIFY(password->hasFocus());
    }

    void onlySafeServersAreTaken_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("server");
        QTest::newRow("a name") << "shop.example"
                                << "https://shop.example";
        QTest::newRow("https with a path") << "https://shop.example:8443/x?y"
                                           << "https://shop.example:8443";
        QTest::newRow("this machine") << "127.0.0.1:8080"
                                      << "http://127.0.0.1:8080";
        QTest::newRow("localhost") << "http://localhost:8080"
                                   << "http://localhost:8080";
        QTest::newRow("plain http elsewhere") << "http://shop.example"
                                              << "";
        QTest::newRow("a file") << "file:///etc/passwd"
                                << "";
        QTest::newRow("with a password") << "https://a:b@shop.example"
                                         << "";
        QTest::newRow("nothing") << "  "
                                 << "";
    }
    void onlySafeServersAreTaken()
    {
        QFETCH(QString, typed);
        QFETCH(QString, server);

        QCOMPARE(kit::originOf(typed).toString(), server);
    }

    void everyControlOfTheDoorHasAName()
    {
        PaperConsole house;
        house.console.start();
        house.console.show();

        QCOMPARE(nameless(house.console), "");
        QVERIFY(press(*house.console.door(), "register"));
        QCOMPARE(nameless(house.console), "");
    }
};

CONSOLE_TEST(TestDoor)
#include "tst_door.moc"
