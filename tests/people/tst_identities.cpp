#include "tests/people/open.h"
#include "tests/support/runner.h"

namespace {

// AUTH-09, AUTH-17, ACC-02, ACC-03: a phone counts once it is verified.
class TestOfPhones : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aPhoneIsVerifiedByACodeAndThenSignsIn()
    {
        Open people({.sendsSms = true});
        const Account asha = people.withPhone(name);
        QCOMPARE(codeOf(people.askCode(phone)), ErrorCode::InvalidCredentials);

        const auto challenge = people.doors.startPhone(people.callerFor(asha));
        QCOMPARE(challenge->sentTo, QStringLiteral("+91••••••78"));
        const QString code = people.newestCode();
        QCOMPARE(people.codes.constLast().phone, std::optional(phone));
        const auto verified = people.doors.confirmPhone(people.callerFor(asha), {challenge->challengeId, code});

        QVERIFY(verified->isPhoneVerified);
        QVERIFY(people.enter(phone));
        QCOMPARE(people.codes.constLast().phone, std::nullopt); // the second factor goes by mail
        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE action = 'auth.phone_verified'"), 1);
    }

    void aNumberBelongsToOneAccount()
    {
        Open people({.sendsSms = true});
        const Account asha = people.withPhone(name), bela = people.withPhone(QStringLiteral("bela"));
        QVERIFY(people.verifyPhone(asha));

        QCOMPARE(codeOf(people.verifyPhone(bela)), ErrorCode::AlreadyExists);

        QCOMPARE(people.db.number("count(*) FROM accounts WHERE is_phone_verified = 1"), 1);
        QCOMPARE(people.accounts.account(asha.id)->phone, std::optional(phone));
        QVERIFY(people.enter(phone)->account.id == asha.id);
    }

    void anotherNumberHasToBeVerifiedAnew()
    {
        Open people({.sendsSms = true});
        const Account asha = people.withPhone(name);
        QVERIFY(people.verifyPhone(asha));
        const auto late = people.doors.startPhone(people.callerFor(asha));
        QCOMPARE(codeOf(late), ErrorCode::Conflict);

        QVERIFY(people.accounts.updateMe(people.callerFor(asha), {.fullName = QStringLiteral("Asha Rao"),
                                                                  .phone = QStringLiteral("+919800000000")}));

        QVERIFY(!people.accounts.account(asha.id)->isPhoneVerified);
        QCOMPARE(codeOf(people.askCode(phone)), ErrorCode::InvalidCredentials);
        QVERIFY(people.verifyPhone(people.withPhone(QStringLiteral("bela"))));
    }

    void codesOfOneKindAreNoCodesOfAnother()
    {
        Open people({.sendsSms = true});
        const Account asha = people.withPhone(name), bela = people.withPhone(QStringLiteral("bela"));
        const auto ofPhone = people.doors.startPhone(people.callerFor(asha));
        const QString phoneCode = people.newestCode();
        const auto ofSignIn = people.askCode(name);
        const QString signInCode = people.newestCode();

        QCOMPARE(codeOf(people.guess(*ofPhone, phoneCode)), ErrorCode::InvalidOtp);
        QCOMPARE(codeOf(people.doors.confirmPhone(people.callerFor(asha), {ofSignIn->challengeId, signInCode})),
                 ErrorCode::InvalidOtp);
        QCOMPARE(codeOf(people.doors.confirmPhone(people.callerFor(bela), {ofPhone->challengeId, phoneCode})),
                 ErrorCode::InvalidOtp);

        QCOMPARE(people.db.number("count(*) FROM sessions"), 0);
        QCOMPARE(people.db.number("count(*) FROM accounts WHERE is_phone_verified = 1"), 0);
    }

    // S4
    void aPhoneIsGuessedThirtyTimesADayWhoeverAsks()
    {
        Open people({.sendsSms = true});
        const Account asha = people.withPhone(name), bela = people.withPhone(QStringLiteral("bela"));
        std::optional<OtpChallenge> kept;
        QString right;
        for (int i = 0; i < 10; ++i) {
            const Caller guesser = people.callerFor(i % 2 == 0 ? asha : bela);
            if (i == 9) {
                kept = people.doors.startPhone(people.callerFor(asha)).value();
                right = people.newestCode();
            }
            const OtpChallenge challenge = people.doors.startPhone(guesser).value();
            const QString code = people.newestCode();
            const QString wrong = code == u"000000" ? QStringLiteral("000001") : QStringLiteral("000000");
            for (int guess = 0; guess < 3; ++guess)
                QCOMPARE(codeOf(people.doors.confirmPhone(guesser, {challenge.challengeId, wrong})),
                         ErrorCode::InvalidOtp);
            if (i < 9)
                people.db.clock.advance(minuteMs);
        }

        const auto late = people.doors.confirmPhone(people.callerFor(asha), {kept->challengeId, right});
        const auto another = people.doors.startPhone(people.callerFor(bela));

        QCOMPARE(codeOf(late), ErrorCode::InvalidOtp);
        QCOMPARE(codeOf(another), ErrorCode::TooManyRequests);
        QCOMPARE(people.db.number("count(*) FROM accounts WHERE is_phone_verified = 1"), 0);
        people.db.clock.advance(dayMs);
        QVERIFY(people.verifyPhone(asha));
    }

    void withoutAProviderNothingIsSent()
    {
        Open people({});
        const Account asha = people.withPhone(name);

        QCOMPARE(codeOf(people.doors.startPhone(people.callerFor(asha))), ErrorCode::NotFound);
        QCOMPARE(codeOf(people.doors.askCode(people.stranger(), {phone})), ErrorCode::ValidationFailed);
        QCOMPARE(people.db.number("count(*) FROM otp_challenges"), 0);
    }
};

// AUTH-17, C03: a code alone, for buyers and distributors.
class TestOfCodesAlone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aBuyerEntersWithACodeAlone_data()
    {
        QTest::addColumn<QString>("identifier");
        QTest::addColumn<QString>("sentTo");
        QTest::newRow("mail") << mail << "a•••a@example.com";
        QTest::newRow("phone") << phone << "+91••••••78";
    }
    void aBuyerEntersWithACodeAlone()
    {
        QFETCH(QString, identifier);
        Open people({.sendsSms = true});
        const Account asha = people.withPhone(name);
        QVERIFY(people.verifyPhone(asha));

        const auto challenge = people.doors.askCode(people.stranger(), {identifier});
        QTEST(challenge->sentTo, "sentTo");
        const auto tokens = people.guess(*challenge, people.newestCode());

        QVERIFY(tokens);
        QCOMPARE(tokens->account.id, asha.id);
        QCOMPARE(people.codes.constLast().phone.has_value(), identifier == phone);
    }

    // AUTH-29: who is unknown and who must have a password is answered alike and gets nothing.
    void nobodyLearnsWhoIsHere_data()
    {
        QTest::addColumn<QString>("identifier");
        QTest::newRow("unknown mail") << "nobody@example.com";
        QTest::newRow("unknown phone") << "+919899999999";
        QTest::newRow("a phone that is not verified") << phone;
        QTest::newRow("a vendor") << "vikram@example.com";
        QTest::newRow("an admin") << "root@example.com";
        QTest::newRow("banned") << "bela@example.com";
    }
    void nobodyLearnsWhoIsHere()
    {
        QFETCH(QString, identifier);
        Open people({.sendsSms = true});
        people.withPhone(name);
        people.person(QStringLiteral("vikram"), Role::Vendor);
        people.person(QStringLiteral("bela"));
        people.change("UPDATE accounts SET is_banned = 1 WHERE username = 'bela'");

        const auto challenge = people.doors.askCode(people.stranger(), {identifier});
        people.outbox.drain();

        QVERIFY(challenge);
        QVERIFY(!challenge->sentTo.isEmpty());
        QCOMPARE(people.codes.size(), 0);
        QCOMPARE(people.db.number("count(*) FROM otp_challenges"), 0);
        QCOMPARE(codeOf(people.guess(*challenge, QStringLiteral("000000"))), ErrorCode::InvalidOtp);
    }

    void aCodeAloneIsNotSentAgainAndNotMoreThanFiveAMinute()
    {
        Open people({});
        people.person(name);
        const auto real = people.doors.askCode(people.stranger(), {mail});
        const auto none = people.doors.askCode(people.stranger(), {QStringLiteral("nobody@example.com")});
        people.db.clock.advance(minuteMs);

        for (const auto &challenge : {*real, *none})
            QCOMPARE(codeOf(people.auth.resendOtp(people.stranger(), {challenge.challengeId})), ErrorCode::InvalidOtp);
        for (int i = 0; i < 5; ++i)
            QVERIFY(people.doors.askCode(people.stranger(), {mail}));
        QCOMPARE(codeOf(people.doors.askCode(people.stranger(), {mail})), ErrorCode::TooManyRequests);
    }

    void whereItIsNotOfferedItIsNotThere()
    {
        People people;
        people.person(name);

        QCOMPARE(codeOf(people.auth.askCode(people.stranger(), {mail})), ErrorCode::NotFound);
        QCOMPARE(people.db.number("count(*) FROM otp_challenges"), 0);
    }
};

} // namespace

TEST_CLASS(TestOfPhones)
TEST_CLASS(TestOfCodesAlone)
#include "tst_identities.moc"
