#include "tests/people/insider.h"
#include "tests/support/runner.h"

namespace {

// Who shows again that it is still the same person.
class TestOfReauthentication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aRightPasswordCountsForFiveMinutesOnThisSessionOnly()
    {
        People people;
        Insider asha(people);
        const auto other = people.auth.callerOf(people.enter(name)->accessToken.toLatin1());
        const auto isFresh = [&](const Caller &caller) {
            return bool(people.db->read([&](Tx &tx) { return people.auth.requireFresh(tx, caller); }));
        };

        const auto marked = people.auth.reauthenticate(asha.caller, {.password = People::password});

        QCOMPARE(marked->until.ms, people.db.clock.now().ms + 5 * minuteMs);
        QVERIFY(isFresh(asha.caller));
        QVERIFY(!isFresh(*other));
        people.db.clock.set(marked->until.after(-1));
        QVERIFY(isFresh(asha.caller));
        people.db.clock.set(marked->until);
        QVERIFY(!isFresh(asha.caller));
        QCOMPARE(people.codes.size(), 2); // of the two sign-ins
    }

    void fiveWrongGuessesEndTheSessionAndLockNobodyOut()
    {
        People people;
        Insider asha(people);
        people.db.clock.advance(5 * minuteMs);
        for (int i = 0; i < 5; ++i) {
            asha.caller.ip = QStringLiteral("192.0.2.%1").arg(i + 1);
            QCOMPARE(codeOf(people.auth.reauthenticate(asha.caller, {.password = QStringLiteral("Wrong#2026")})),
                     ErrorCode::InvalidCredentials);
        }

        QCOMPARE(people.db.number("count(*) FROM sessions WHERE revoked_at IS NULL"), 0);
        QCOMPARE(people.db.number("count(*) FROM sessions WHERE confirmed_until > ?", people.db.clock.now()), 0);
        QCOMPARE(asha.audited("auth.reauthentication_failed"), 1);
        QCOMPARE(asha.audited("auth.session_guessed"), 1);
        QVERIFY(people.enter(name));
    }

    void oneOfBothIsNeeded()
    {
        People people;
        Insider asha(people);
        const qint64 recorded = asha.audited("auth.reauthenticated");

        QCOMPARE(codeOf(people.auth.reauthenticate(asha.caller, {})), ErrorCode::ValidationFailed);
        QCOMPARE(codeOf(people.auth.reauthenticate(asha.caller,
                                                   {.password = People::password, .code = QStringLiteral("123456")})),
                 ErrorCode::ValidationFailed);
        QCOMPARE(codeOf(people.auth.reauthenticate(asha.caller, {.code = QStringLiteral("123456")})),
                 ErrorCode::InvalidOtp);

        QCOMPARE(asha.audited("auth.reauthenticated"), recorded);
    }

    void aSessionThatEndedIsNotMarked()
    {
        People people;
        Insider asha(people);
        QVERIFY(people.auth.signOut(asha.caller));

        QCOMPARE(codeOf(people.auth.reauthenticate(asha.caller, {.password = People::password})),
                 ErrorCode::Unauthenticated);
    }
};

// AUTH-27: for each identifier, wherever the tries come from.
class TestOfTries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void oneIdentifierSignsInTenTimesAMinute()
    {
        People people;
        people.person(name);
        people.person(QStringLiteral("bela"));
        for (int i = 0; i < 10; ++i)
            QVERIFY(people.askCode(name));

        const auto refused = people.askCode(name);
        QCOMPARE(codeOf(refused), ErrorCode::TooManyRequests);
        QCOMPARE(refused.error().retryAfterSeconds, 60);
        QCOMPARE(people.db.number("count(*) FROM otp_challenges"), 10);
        QVERIFY(people.askCode(QStringLiteral("bela")));
        people.db.clock.advance(minuteMs);
        QVERIFY(people.askCode(name));
    }

    void oneAccountsCodesAreTriedTenTimesAMinute()
    {
        People people;
        people.person(name);
        QList<OtpChallenge> challenges;
        for (int i = 0; i < 4; ++i)
            challenges += people.askCode(name).value();
        const QString right = people.newestCode();
        for (int i = 0; i < 10; ++i)
            QCOMPARE(codeOf(people.guess(challenges[i / 3], QStringLiteral("x"))), ErrorCode::InvalidOtp);

        QCOMPARE(codeOf(people.guess(challenges[3], right)), ErrorCode::TooManyRequests);
        QCOMPARE(people.db.number("count(*) FROM sessions"), 0);
        people.db.clock.advance(minuteMs);
        QVERIFY(people.guess(challenges[3], right));
    }
};

} // namespace

TEST_CLASS(TestOfReauthentication)
TEST_CLASS(TestOfTries)
#include "tst_reauthentication.moc"
