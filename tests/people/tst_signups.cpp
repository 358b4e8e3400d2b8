#include "tests/people/counter.h"
#include "tests/support/runner.h"

#include <atomic>
#include <thread>

namespace {

// ACC-19, C73
class TestOfSigningUpByPhone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aPhoneThatNobodyHasBecomesABuyerWithAMadeUpName()
    {
        Counter counter;

        const auto tokens = counter.signUp();

        QVERIFY(tokens);
        const Account account = tokens->account;
        QCOMPARE(account.role, Role::Buyer);
        QCOMPARE(account.phone, std::optional(freshPhone));
        QCOMPARE(account.email, std::nullopt);
        QVERIFY(account.isActive && account.isPhoneVerified && !account.isVerified);
        QVERIFY(account.username.startsWith(QLatin1String("buyer.")) && !account.username.contains(u"99999999"));
        QCOMPARE(counter.db.number("count(*) FROM audit_log WHERE action = 'auth.registered' AND object_id = ?",
                                   account.id.text()),
                 1);
        QVERIFY(tokens->isLimited && counter.callerOf(*tokens).limited);
    }

    void nothingIsMadeWhereItIsNotOffered_data()
    {
        QTest::addColumn<bool>("isSwitchedOn");
        QTest::addColumn<bool>("sendsSms");
        QTest::newRow("switched off") << false << true;
        QTest::newRow("no provider") << true << false;
    }
    void nothingIsMadeWhereItIsNotOffered()
    {
        QFETCH(bool, isSwitchedOn);
        QFETCH(bool, sendsSms);
        Counter counter(isSwitchedOn ? Counter::SignUp::On : Counter::SignUp::Off, {.sendsSms = sendsSms});
        const qint64 before = counter.accountsNow();

        const auto challenge = counter.doors.askCode(counter.stranger(), {freshPhone});
        counter.outbox.drain();

        QCOMPARE(challenge.has_value(), sendsSms);
        QCOMPARE(counter.codes.size(), 0);
        QCOMPARE(counter.db.number("count(*) FROM contact_codes"), 0);
        if (challenge)
            QCOMPARE(codeOf(counter.show(*challenge, QStringLiteral("000000"))), ErrorCode::InvalidOtp);
        QCOMPARE(counter.accountsNow(), before);
    }

    void whatWasSwitchedOffMeanwhileMakesNothing()
    {
        Counter counter;
        const OtpChallenge challenge = counter.ask();
        const qint64 before = counter.accountsNow();
        counter.switchTo(QStringLiteral("false"));

        QCOMPARE(codeOf(counter.show(challenge, counter.newestCode())), ErrorCode::InvalidOtp);

        QCOMPARE(counter.accountsNow(), before);
        QCOMPARE(counter.db.number("count(*) FROM sessions WHERE account_id NOT IN (SELECT id FROM accounts WHERE"
                                   " role = 'admin')"),
                 0);
    }

    // AUTH-29
    void aKnownPhoneAndAnUnknownOneAreAnsweredAlike()
    {
        Counter counter;
        QVERIFY(counter.verifyPhone(counter.withPhone(name)));

        const OtpChallenge known = counter.ask(phone);
        const OtpChallenge unknown = counter.ask();

        QCOMPARE(known.sentTo.size(), unknown.sentTo.size());
        QCOMPARE(known.expiresAt, unknown.expiresAt);
        QCOMPARE(known.resendAt, unknown.resendAt);
        QCOMPARE(known.asksTotp, unknown.asksTotp);
        const QString wrong = other(counter.newestCode());
        const auto ofKnown = counter.show(known, wrong), ofUnknown = counter.show(unknown, wrong);
        QCOMPARE(codeOf(ofKnown), ErrorCode::InvalidOtp);
        QCOMPARE(codeOf(ofUnknown), ErrorCode::InvalidOtp);
        QCOMPARE(ofKnown.error().message, ofUnknown.error().message);
        for (const OtpChallenge &each : {known, unknown})
            QCOMPARE(codeOf(counter.doors.resendOtp(counter.stranger(), {each.challengeId})), ErrorCode::InvalidOtp);
    }

    void whatIsNoPhoneGetsNoCode()
    {
        Counter counter;

        QVERIFY(counter.doors.askCode(counter.stranger(), {QStringLiteral("+91 phone")}));
        counter.outbox.drain();

        QCOMPARE(counter.codes.size(), 0);
        QCOMPARE(counter.db.number("count(*) FROM contact_codes"), 0);
    }

    // AUTH-15
    void aCodeIsGoodOnceForThreeGuessesAndTenMinutes()
    {
        Counter counter;
        const OtpChallenge guessed = counter.ask();
        const QString code = counter.newestCode();
        const qint64 before = counter.accountsNow();
        for (int i = 0; i < 3; ++i)
            QCOMPARE(codeOf(counter.show(guessed, other(code))), ErrorCode::InvalidOtp);
        QCOMPARE(codeOf(counter.show(guessed, code)), ErrorCode::InvalidOtp);
        const OtpChallenge late = counter.ask();
        const QString lateCode = counter.newestCode();
        counter.db.clock.advance(10 * minuteMs);
        QCOMPARE(codeOf(counter.show(late, lateCode)), ErrorCode::InvalidOtp);
        QCOMPARE(counter.accountsNow(), before);

        const OtpChallenge good = counter.ask();
        const QString goodCode = counter.newestCode();
        QVERIFY(counter.show(good, goodCode));
        QCOMPARE(codeOf(counter.show(good, goodCode)), ErrorCode::InvalidOtp);
        QCOMPARE(counter.accountsNow(), before + 1);
    }

    // Many codes do not add up to a guess.
    void aPhoneIsGuessedThirtyTimesADay()
    {
        Counter counter;
        for (int i = 0; i < 10; ++i) {
            const OtpChallenge challenge = counter.ask();
            const QString wrong = other(counter.newestCode());
            for (int guess = 0; guess < 3; ++guess)
                QCOMPARE(codeOf(counter.show(challenge, wrong)), ErrorCode::InvalidOtp);
            counter.db.clock.advance(minuteMs);
        }
        counter.outbox.drain();
        const qsizetype sent = counter.codes.size();

        (void)counter.ask();
        counter.outbox.drain();

        QCOMPARE(counter.codes.size(), sent);
        counter.db.clock.advance(dayMs);
        QVERIFY(counter.signUp());
    }

    // AUTH-27
    void onePhoneGetsFiveCodesAMinute()
    {
        Counter counter;
        for (int i = 0; i < 5; ++i)
            (void)counter.ask();

        QCOMPARE(codeOf(counter.doors.askCode(counter.stranger(), {freshPhone})), ErrorCode::TooManyRequests);
        QCOMPARE(counter.db.number("count(*) FROM contact_codes"), 5);
    }

    void twoWhoShowCodesOfOnePhoneAtOnceGetOneAccount()
    {
        Counter counter;
        QList<std::pair<OtpChallenge, QString>> asked;
        for (int i = 0; i < 4; ++i) {
            const OtpChallenge challenge = counter.ask();
            asked.emplaceBack(challenge, counter.newestCode());
        }
        const qint64 before = counter.accountsNow();
        std::atomic<int> entered = 0;
        {
            std::vector<std::jthread> clients;
            for (const auto &[challenge, code] : std::as_const(asked))
                clients.emplace_back([&, from = counter.stranger(), id = challenge.challengeId, shown = code] {
                    entered += counter.doors.verifyOtp(from, {id, shown, {}, {}}).has_value() ? 1 : 0;
                });
        }
        QCOMPARE(entered.load(), 4);
        QCOMPARE(counter.accountsNow(), before + 1);
        QCOMPARE(counter.db.number("count(*) FROM accounts WHERE phone = ?", freshPhone), 1);
    }

    void theSessionStaysLimitedUntilAnAddressIsVerified()
    {
        Counter counter;
        const auto tokens = counter.signUp();
        const Caller asha = counter.callerOf(*tokens);
        counter.completeProfile(asha);
        counter.outbox.drain();
        QVERIFY(counter.accounts.account(asha.id)->isProfileComplete);
        QVERIFY(counter.callerOf(*tokens).limited);
        const auto waiting = counter.doors.refreshSession(counter.stranger(), {tokens->refreshToken});
        QVERIFY(waiting->isLimited && counter.callerOf(*waiting).limited);

        const auto account = counter.takeEmail(asha, {.email = mail, .username = name});

        QVERIFY(account);
        QCOMPARE(account->email, std::optional(mail));
        QCOMPARE(account->username, name);
        QVERIFY(account->isVerified && account->isPhoneVerified);
        QCOMPARE(counter.changed.size(), 0);
        const auto full = counter.doors.refreshSession(counter.stranger(), {waiting->refreshToken});
        QVERIFY(!full->isLimited && !counter.callerOf(*full).limited);
        counter.db.clock.advance(minuteMs);
        QVERIFY(!counter.signUp()->isLimited); // now a phone like any other
        QCOMPARE(counter.db.number("count(*) FROM accounts WHERE phone = ?", freshPhone), 1);
    }

    void withoutAnAddressThePhoneStays()
    {
        Counter counter;
        const Caller asha = counter.callerOf(*counter.signUp());

        const auto changed = counter.accounts.updateMe(asha, {QStringLiteral("Asha Rao"), phone});

        QCOMPARE(codeOf(changed), ErrorCode::Conflict);
        QCOMPARE(counter.accounts.account(asha.id)->phone, std::optional(freshPhone));
        QCOMPARE(counter.accounts.account(asha.id)->fullName, std::nullopt);
    }

    void withAPasswordTheSecondFactorGoesToThePhone()
    {
        Counter counter;
        const auto tokens = counter.signUp();
        QVERIFY(counter.doors.setUpPassword(counter.callerOf(*tokens), {People::password}));

        const auto challenge = counter.doors.signIn(counter.stranger(), {tokens->account.username, People::password});

        QCOMPARE(challenge->sentTo, QStringLiteral("+91••••••99"));
        const auto entered = counter.show(*challenge, counter.newestCode());
        QCOMPARE(counter.codes.constLast().phone, std::optional(freshPhone));
        QVERIFY(entered->isLimited);
    }

    void somebodyBannedIsNotMadeAnew()
    {
        Counter counter;
        QVERIFY(counter.signUp());
        counter.change("UPDATE accounts SET is_banned = 1, ban_reason = 'fraud' WHERE phone = '+919899999999'");
        const qsizetype sent = counter.codes.size();
        const qint64 before = counter.accountsNow();

        const OtpChallenge challenge = counter.ask();
        counter.outbox.drain();

        QCOMPARE(counter.codes.size(), sent);
        QCOMPARE(codeOf(counter.show(challenge, QStringLiteral("000000"))), ErrorCode::InvalidOtp);
        QCOMPARE(counter.accountsNow(), before);
    }
};

} // namespace

TEST_CLASS(TestOfSigningUpByPhone)
#include "tst_signups.moc"
