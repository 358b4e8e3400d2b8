#include "server/auth/rules.h"
#include "tests/people/people.h"
#include "tests/support/runner.h"

#include <QThread>

#include <atomic>
#include <thread>

namespace {

const QString name = QStringLiteral("asha");

Register wish(const QString &username = name)
{
    return {.username = username, .email = username + QStringLiteral("@example.com"), .password = People::password};
}

class TestOfAuthRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // AUTH-04
    void aPasswordHasLettersDigitsAndSpecialCharacters_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("good") << "Kabaad#2026" << true;
        QTest::newRow("Hindi letters") << QStringLiteral("कबाड़#2026") << true;
        QTest::newRow("seven") << "Ab#2026" << false;
        QTest::newRow("no digit") << "Kabaadwala#" << false;
        QTest::newRow("no special") << "Kabaad2026" << false;
        QTest::newRow("no letter") << "20262026##" << false;
        QTest::newRow("blank is not special") << "Kabaad 2026" << false;
        QTest::newRow("72 bytes") << QStringLiteral("a1#") + QString(69, QLatin1Char('x')) << true;
        QTest::newRow("73 bytes") << QStringLiteral("a1#") + QString(70, QLatin1Char('x')) << false;
        QTest::newRow("30 Hindi letters are 90 bytes") << QStringLiteral("1#") + QString(30, QChar(0x915)) << false;
    }
    void aPasswordHasLettersDigitsAndSpecialCharacters()
    {
        QFETCH(QString, password);
        QTEST(auth::checkPassword(QStringLiteral("password"), password).has_value(), "isGood");
    }

    void aHouseholdIsOneNetwork_data()
    {
        QTest::addColumn<QString>("ip");
        QTest::addColumn<QString>("network");
        QTest::newRow("IPv4") << "203.0.113.9"
                              << "203.0.113.9";
        QTest::newRow("IPv6") << "2001:db8:1:2:3:4:5:6"
                              << "2001:db8:1:2::/64";
        QTest::newRow("mapped") << "::ffff:203.0.113.9"
                                << "203.0.113.9";
    }
    void aHouseholdIsOneNetwork()
    {
        QFETCH(QString, ip);
        QTEST(auth::networkOf(ip), "network");
    }
};

class TestOfSigningIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // AUTH-01, AUTH-07, AUTH-14, AUTH-16, C70
    void somebodyRegistersActivatesAndSignsIn()
    {
        People people;

        const auto registered = people.auth.registerAccount(people.stranger(), wish());
        QVERIFY(registered);
        QCOMPARE(registered->sentTo, QStringLiteral("a•••a@example.com"));
        people.outbox.drain();
        QCOMPARE(people.activations.size(), 1);
        QCOMPARE(people.db.number("count(*) FROM accounts WHERE is_active = 0 AND is_verified = 0"), 1);

        const auto activated = people.auth.verifyEmail(people.stranger(), {people.activations.constFirst().token});
        QVERIFY(activated);
        QVERIFY(activated->isLimited);
        QVERIFY(activated->account.isActive && activated->account.isVerified);

        const auto tokens = people.enter(name);
        QVERIFY(tokens);
        QVERIFY(tokens->isLimited);
        const auto caller = people.auth.callerOf(tokens->accessToken.toLatin1());
        QVERIFY(caller);
        QCOMPARE(caller->id, registered->accountId);
        QCOMPARE(caller->role, Role::Buyer);
        QVERIFY(caller->known && caller->limited);
    }

    // AUTH-11, AUTH-12
    void whoMayNotEnterIsToldWhyOnlyWithTheRightPassword_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<ErrorCode>("refusal");
        QTest::newRow("not verified") << "is_verified = 0" << ErrorCode::NotVerified;
        QTest::newRow("banned") << "is_banned = 1, ban_reason = 'fraud'" << ErrorCode::AccountBanned;
        QTest::newRow("inactive") << "is_active = 0" << ErrorCode::AccountInactive;
        QTest::newRow("verified comes first") << "is_verified = 0, is_banned = 1" << ErrorCode::NotVerified;
    }
    void whoMayNotEnterIsToldWhyOnlyWithTheRightPassword()
    {
        QFETCH(QString, state);
        QFETCH(ErrorCode, refusal);
        People people;
        people.person(name);
        people.change("UPDATE accounts SET " + state.toStdString());

        QCOMPARE(codeOf(people.askCode(name, QStringLiteral("Wrong#2026"))), ErrorCode::InvalidCredentials);
        QCOMPARE(codeOf(people.askCode(name)), refusal);
        QCOMPARE(people.db.number("count(*) FROM otp_challenges"), 0);
    }

    // AUTH-09
    void theIdentifierIsTheUsernameOrTheEmail()
    {
        People people;
        people.person(name);
        QVERIFY(people.enter(QStringLiteral("ASHA")));
        QVERIFY(people.enter(QStringLiteral(" Asha@Example.COM ")));
    }

    // AUTH-29
    void anUnknownUserAndAWrongPasswordLookAlike()
    {
        People people;
        people.person(name);

        const auto wrong = people.askCode(name, QStringLiteral("Wrong#2026"));
        const auto unknown = people.askCode(QStringLiteral("nobody"), QStringLiteral("Wrong#2026"));

        QCOMPARE(codeOf(wrong), ErrorCode::InvalidCredentials);
        QCOMPARE(codeOf(unknown), ErrorCode::InvalidCredentials);
        QCOMPARE(wrong.error().message, unknown.error().message);
    }

    // AUTH-10, AUTH-25
    void fiveWrongPasswordsLockKnownAndUnknownAlike_data()
    {
        QTest::addColumn<QString>("identifier");
        QTest::newRow("known") << name;
        QTest::newRow("unknown") << "nobody";
    }
    void fiveWrongPasswordsLockKnownAndUnknownAlike()
    {
        QFETCH(QString, identifier);
        People people;
        people.person(name);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(codeOf(people.askCode(identifier, QStringLiteral("Wrong#2026"))), ErrorCode::InvalidCredentials);

        const auto locked = people.askCode(identifier);

        QCOMPARE(codeOf(locked), ErrorCode::AccountLocked);
        QCOMPARE(locked.error().retryAfterSeconds, 1800);
        QVERIFY(locked.error().message.endsWith(u"Try again in 1800 s."));
        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE action = 'auth.locked'"), 1);
        // AUD-02: that somebody tried is one entry, however often.
        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE action = 'auth.sign_in_failed'"), 1);
        QCOMPARE(people.db.number("count(*) FROM otp_challenges"), 0);
    }

    // AUD-02
    void aFailedSignInIsRecordedOncePerRun()
    {
        People people;
        const Account asha = people.person(name);
        const auto failures = [&] {
            return people.db.number("count(*) FROM audit_log WHERE action = 'auth.sign_in_failed' AND object_id = ?",
                                    asha.id.text());
        };
        const auto guessWrong = [&] {
            QCOMPARE(codeOf(people.askCode(name, QStringLiteral("Wrong#2026"))), ErrorCode::InvalidCredentials);
        };

        QVERIFY(people.askCode(name));
        QCOMPARE(failures(), 0);
        for (int i = 0; i < 4; ++i)
            guessWrong();
        QCOMPARE(failures(), 1);
        QVERIFY(people.askCode(name));
        guessWrong();
        QCOMPARE(failures(), 2);
        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE details LIKE '%Wrong%' OR object_id LIKE '%Wrong%'"),
                 0);
    }

    // AUD-02
    void aWrongCodeIsRecordedOncePerCode()
    {
        People people;
        people.person(name);
        const OtpChallenge challenge = people.askCode(name).value();
        const QString wrong =
            people.newestCode() == QLatin1String("000000") ? QStringLiteral("000001") : QStringLiteral("000000");

        QCOMPARE(codeOf(people.guess(challenge, wrong)), ErrorCode::InvalidOtp);
        QCOMPARE(codeOf(people.guess(challenge, wrong)), ErrorCode::InvalidOtp);

        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE action = 'auth.code_failed'"), 1);
    }

    // AUTH-25
    void aLockOutlivesARestartAndEndsAfterHalfAnHour()
    {
        People people;
        people.person(name);
        for (int i = 0; i < 5; ++i)
            (void)people.askCode(name, QStringLiteral("Wrong#2026"));
        const auto other = people.db.another();
        settings::Service settings(*other, people.audit);
        auth::Service restarted(*other, people.db.clock, people.ids, people.accounts, settings, people.audit,
                                people.secrets);

        QCOMPARE(codeOf(restarted.signIn(people.stranger(), {name, People::password})), ErrorCode::AccountLocked);
        people.db.clock.advance(30 * minuteMs - 1);
        QCOMPARE(codeOf(people.askCode(name)), ErrorCode::AccountLocked);
        people.db.clock.advance(1);
        QVERIFY(people.askCode(name));
    }

    void aRightPasswordForgetsTheWrongOnes()
    {
        People people;
        people.person(name);
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < 4; ++i)
                QCOMPARE(codeOf(people.askCode(name, QStringLiteral("Wrong#2026"))), ErrorCode::InvalidCredentials);
            QVERIFY(people.askCode(name));
            people.db.clock.advance(minuteMs); // no more than ten tries in one (AUTH-27)
        }
        QCOMPARE(people.db.number("count(*) FROM sign_in_locks"), 0);
    }

    // AUTH-26
    void theSixthFailedAttemptFromOneAddressHasToWait()
    {
        People people;
        people.person(name);
        const QString ip = QStringLiteral("203.0.113.5");
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(codeOf(people.auth.signIn(people.stranger(ip), {QStringLiteral("user%1").arg(i), name})),
                     ErrorCode::InvalidCredentials);
            people.db.clock.advance(minuteMs);
        }

        const auto sixth = people.auth.signIn(people.stranger(ip), {name, People::password});
        const auto elsewhere = people.auth.signIn(people.stranger(), {name, People::password});

        QCOMPARE(codeOf(sixth), ErrorCode::TooManyRequests);
        QCOMPARE(sixth.error().message, QStringLiteral("Too many failed attempts. Try again in 600 s."));
        QCOMPARE(sixth.error().retryAfterSeconds, 10 * 60); // until the first failure is 15 minutes old
        QVERIFY(elsewhere);
        people.db.clock.advance(10 * minuteMs);
        QVERIFY(people.auth.signIn(people.stranger(ip), {name, People::password}));
    }

    // AUTH-25, S5: what runs at the same time does not slip past the count.
    void parallelGuessesAreCountedBeforeTheyAreLookedAt()
    {
        People people;
        people.person(name);
        std::atomic<int> evaluated = 0;
        {
            std::vector<std::jthread> guessers;
            for (int i = 0; i < 12; ++i)
                guessers.emplace_back([&, caller = people.stranger()] {
                    const auto refused = people.auth.signIn(caller, {name, QStringLiteral("Wrong#2026")});
                    evaluated += codeOf(refused) == ErrorCode::InvalidCredentials ? 1 : 0;
                });
        }
        QCOMPARE(evaluated.load(), 5);
        QCOMPARE(codeOf(people.askCode(name)), ErrorCode::AccountLocked);
    }

    // AUTH-15
    void aCodeMayBeGuessedThreeTimes()
    {
        People people;
        people.person(name);
        const auto challenge = people.askCode(name);
        const QString code = people.newestCode();
        const QString wrong = code == QLatin1String("000000") ? QStringLiteral("000001") : QStringLiteral("000000");
        for (int i = 0; i < 3; ++i)
            QCOMPARE(codeOf(people.guess(*challenge, wrong)), ErrorCode::InvalidOtp);

        QCOMPARE(codeOf(people.guess(*challenge, code)), ErrorCode::InvalidOtp);
        QCOMPARE(people.db.number("count(*) FROM sessions"), 0);
        QCOMPARE(people.db.number("attempts FROM otp_challenges"), 3);
    }

    // AUTH-15
    void aCodeEndsAfterTenMinutesAndIsGoodOnce()
    {
        People people;
        people.person(name);
        const auto late = people.askCode(name);
        const QString lateCode = people.newestCode();
        people.db.clock.advance(10 * minuteMs);
        QCOMPARE(codeOf(people.guess(*late, lateCode)), ErrorCode::InvalidOtp);

        const auto challenge = people.askCode(name);
        const QString code = people.newestCode();
        QVERIFY(people.guess(*challenge, code));
        QCOMPARE(codeOf(people.guess(*challenge, code)), ErrorCode::InvalidOtp);
        QCOMPARE(people.db.number("count(*) FROM sessions"), 1);
    }

    // S4
    void aCodeBelongsToItsSignInOnly()
    {
        People people;
        people.person(name);
        people.person(QStringLiteral("bela"));
        const auto first = people.askCode(name);
        const QString code = people.newestCode();
        auto other = people.askCode(QStringLiteral("bela"));
        while (people.newestCode() == code) // by chance
            other = people.askCode(QStringLiteral("bela"));

        QCOMPARE(codeOf(people.guess(*other, code)), ErrorCode::InvalidOtp);
        QCOMPARE(people.db.number("count(*) FROM otp_challenges WHERE code_hash = ?", code), 0);
    }

    void aNewCodeReplacesTheOldOneAndBuysNoGuesses()
    {
        People people;
        people.person(name);
        const auto challenge = people.askCode(name);
        const QString old = people.newestCode();
        const auto tooSoon = people.auth.resendOtp(people.stranger(), {challenge->challengeId});
        QCOMPARE(codeOf(tooSoon), ErrorCode::TooManyRequests);
        QCOMPARE(people.newestCode(), old);
        QCOMPARE(people.codes.size(), 1);
        do {
            people.db.clock.advance(30'000);
            QVERIFY(people.auth.resendOtp(people.stranger(), {challenge->challengeId}));
        } while (people.newestCode() == old); // by chance
        const QString code = people.newestCode();

        QCOMPARE(codeOf(people.guess(*challenge, old)), ErrorCode::InvalidOtp);
        QVERIFY(people.guess(*challenge, code));
        people.db.clock.advance(30'000);
        QCOMPARE(codeOf(people.auth.resendOtp(people.stranger(), {challenge->challengeId})), ErrorCode::InvalidOtp);
    }

    // AUTH-05
    void aWeakerHashIsReplacedAtTheNextSignIn()
    {
        People people;
        people.person(name);
        const Secrets stronger({QByteArray(32, 'm')}, People::quickCost + 1);
        auth::Service today(*people.db, people.db.clock, people.ids, people.accounts, people.settings, people.audit,
                            stronger);

        QVERIFY(today.signIn(people.stranger(), {name, People::password}));

        QCOMPARE(people.db.number("count(*) FROM credentials WHERE password_hash LIKE '$2b$05$%'"), 1);
        QVERIFY(people.askCode(name));
    }
};

} // namespace

TEST_CLASS(TestOfAuthRules)
TEST_CLASS(TestOfSigningIn)
#include "tst_signin.moc"
