#include "tests/people/counter.h"
#include "tests/support/runner.h"

namespace {

// ACC-03, AUTH-03: an e-mail address counts once its code was shown.
class TestOfOwnEmail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // ACC-01; who somebody is at Google is kept beside it (tst_google.cpp).
    void anAccountSaysWhatItIsKnownBy()
    {
        People people;
        const Instant joined = people.db.clock.now();
        const Account asha = people.person(QStringLiteral("asha"));
        const Caller caller = people.callerFor(asha);
        const auto photo = people.upload(caller, FilePurpose::ProfilePhoto, People::jpeg()).value().id;
        people.db.clock.advance(minuteMs);
        QVERIFY(people.enter(QStringLiteral("asha")));
        QVERIFY(people.accounts.updateMe(
            caller,
            {.fullName = QStringLiteral("Asha Rao"), .phone = QStringLiteral("+919812345678"), .photoId = photo}));
        people.change("UPDATE accounts SET is_banned = 1, ban_reason = 'fraud', is_phone_verified = 1");

        const Account said = people.accounts.readMe(caller).value();

        QCOMPARE(said.id, asha.id);
        QCOMPARE(said.username, QStringLiteral("asha"));
        QCOMPARE(said.email, std::optional(QStringLiteral("asha@example.com")));
        QCOMPARE(said.phone, std::optional(QStringLiteral("+919812345678")));
        QCOMPARE(said.fullName, std::optional(QStringLiteral("Asha Rao")));
        QCOMPARE(said.photoId, std::optional(photo));
        QCOMPARE(said.role, Role::Buyer);
        QVERIFY(said.isActive && said.isVerified && said.isPhoneVerified && said.isBanned);
        QCOMPARE(said.banReason, std::optional(QStringLiteral("fraud")));
        QCOMPARE(said.dateJoined, joined);
        QCOMPARE(said.lastLogin, std::optional(joined.after(minuteMs)));
    }

    void anotherAddressIsVerifiedAndTheFormerOneIsTold()
    {
        Counter counter;
        const Caller asha = counter.freshCallerFor(counter.person(name));
        const QString wanted = QStringLiteral("asha.rao@example.org");
        (void)counter.auth.forgotPassword(counter.stranger(), {mail});

        const auto account = counter.takeEmail(asha, {.email = wanted});
        counter.outbox.drain();

        QCOMPARE(account->email, std::optional(wanted));
        QVERIFY(account->isVerified);
        QCOMPARE(counter.changed.size(), 1);
        QCOMPARE(counter.changed[0].formerEmail, mail);
        QCOMPARE(counter.changed[0].shownEmail, QStringLiteral("a•••o@example.org"));
        QCOMPARE(counter.db.number("count(*) FROM mail_tokens"), 0);
        QCOMPARE(counter.db.number("count(*) FROM audit_log WHERE action = 'auth.email_verified'"), 1);
        QVERIFY(counter.enter(wanted));
        QCOMPARE(codeOf(counter.askCode(mail)), ErrorCode::InvalidCredentials);
    }

    void whoeverHasOneShowsFirstThatItIsStillHim()
    {
        Counter counter;
        const Account account = counter.person(name);
        const Caller asha = counter.auth.callerOf(counter.enter(name)->accessToken.toLatin1()).value();

        QCOMPARE(codeOf(counter.doors.startEmail(asha, {.email = QStringLiteral("thief@example.org")})),
                 ErrorCode::ReauthenticationNeeded);

        QCOMPARE(counter.db.number("count(*) FROM contact_codes"), 0);
        QCOMPARE(counter.accounts.account(account.id)->email, std::optional(mail));
    }

    // AUTH-29: only whoever reads mail there learns that somebody has the address.
    void anAddressOfSomebodyElseIsNotTaken()
    {
        Counter counter;
        counter.person(QStringLiteral("bela"));
        const Caller asha = counter.callerOf(*counter.signUp());
        const QString taken = QStringLiteral("Bela@Example.com");

        const auto challenge = counter.doors.startEmail(asha, {.email = taken});
        QVERIFY(challenge);
        const QString code = counter.newestMailed();
        QCOMPARE(codeOf(counter.doors.confirmEmail(asha, {challenge->challengeId, other(code)})),
                 ErrorCode::InvalidOtp);
        QCOMPARE(codeOf(counter.doors.confirmEmail(asha, {challenge->challengeId, code})), ErrorCode::AlreadyExists);

        QCOMPARE(counter.accounts.account(asha.id)->email, std::nullopt);
        QVERIFY(!counter.accounts.account(asha.id)->isVerified);
    }

    void aCodeBelongsToTheAccountThatAsked()
    {
        Counter counter;
        const Caller asha = counter.callerOf(*counter.signUp());
        const Caller bela = counter.freshCallerFor(counter.person(QStringLiteral("bela")));
        const auto challenge = counter.doors.startEmail(asha, {.email = mail});
        const QString code = counter.newestMailed();

        QCOMPARE(codeOf(counter.doors.confirmEmail(bela, {challenge->challengeId, code})), ErrorCode::InvalidOtp);
        QCOMPARE(codeOf(counter.show(*challenge, code)), ErrorCode::InvalidOtp);

        QCOMPARE(counter.db.number("count(*) FROM accounts WHERE email_key = 'asha@example.com'"), 0);
        QVERIFY(counter.doors.confirmEmail(asha, {challenge->challengeId, code}));
    }

    // S4
    void anAddressIsGuessedThirtyTimesADayHoweverItIsWritten()
    {
        Counter counter;
        const Caller asha = counter.callerOf(*counter.signUp());
        const OtpChallenge asked = counter.ask(QStringLiteral("+919811111111"));
        const auto second = counter.show(asked, counter.newestCode());
        const Caller bela = counter.callerOf(*second);
        std::optional<OtpChallenge> kept;
        QString right;
        for (int i = 0; i < 10; ++i) {
            const Caller &guesser = i % 2 == 0 ? asha : bela;
            if (i == 9) {
                kept = counter.doors.startEmail(asha, {.email = mail}).value();
                right = counter.newestMailed();
            }
            const OtpChallenge challenge =
                counter.doors.startEmail(guesser, {.email = i % 2 == 0 ? mail : mail.toUpper()}).value();
            const QString wrong = other(counter.newestMailed());
            for (int guess = 0; guess < 3; ++guess)
                QCOMPARE(codeOf(counter.doors.confirmEmail(guesser, {challenge.challengeId, wrong})),
                         ErrorCode::InvalidOtp);
            if (i < 9)
                counter.db.clock.advance(minuteMs);
        }

        QCOMPARE(codeOf(counter.doors.confirmEmail(asha, {kept->challengeId, right})), ErrorCode::InvalidOtp);
        QCOMPARE(codeOf(counter.doors.startEmail(bela, {.email = mail})), ErrorCode::TooManyRequests);

        QCOMPARE(counter.accounts.account(asha.id)->email, std::nullopt);
        counter.db.clock.advance(dayMs);
        QVERIFY(counter.takeEmail(asha, {.email = mail}));
    }

    void aNameIsChosenOnlyWithTheFirstAddress_data()
    {
        QTest::addColumn<QString>("username");
        QTest::addColumn<ErrorCode>("refusal");
        QTest::newRow("taken") << "Bela" << ErrorCode::AlreadyExists;
        QTest::newRow("no name") << "a b" << ErrorCode::ValidationFailed;
    }
    void aNameIsChosenOnlyWithTheFirstAddress()
    {
        QFETCH(QString, username);
        QFETCH(ErrorCode, refusal);
        Counter counter;
        const Caller bela = counter.freshCallerFor(counter.person(QStringLiteral("bela")));
        const auto tokens = counter.signUp();
        const Caller asha = counter.callerOf(*tokens);

        QCOMPARE(codeOf(counter.doors.startEmail(asha, {.email = mail, .username = username})), refusal);
        QCOMPARE(codeOf(counter.doors.startEmail(bela, {.email = mail, .username = QStringLiteral("maya")})),
                 ErrorCode::ValidationFailed);

        QCOMPARE(counter.accounts.account(asha.id)->username, tokens->account.username);
        QCOMPARE(counter.accounts.account(bela.id)->username, QStringLiteral("bela"));
        QCOMPARE(counter.db.number("count(*) FROM contact_codes WHERE account_id IS NOT NULL"), 0);
    }

    void whatIsNoAddressIsRefused()
    {
        Counter counter;
        const Caller asha = counter.callerOf(*counter.signUp());

        QCOMPARE(codeOf(counter.doors.startEmail(asha, {.email = QStringLiteral("not an address")})),
                 ErrorCode::ValidationFailed);
        QCOMPARE(counter.db.number("count(*) FROM contact_codes WHERE account_id IS NOT NULL"), 0);
    }
};

} // namespace

TEST_CLASS(TestOfOwnEmail)
#include "tst_ownemail.moc"
