#include "tests/people/open.h"
#include "tests/support/googletoken.h"
#include "tests/support/onepage.h"
#include "tests/support/runner.h"

namespace {

const QString nonce = QStringLiteral("a-nonce-of-the-client");
const QString clientId = QStringLiteral("market.apps.example");

// Made once, because one of RSA takes up to a second.
struct Keys
{
    GoogleKey rsa{GoogleKey::Kind::Rsa, QStringLiteral("key-1")};
    GoogleKey ec{GoogleKey::Kind::Ec, QStringLiteral("key-2")};
    GoogleKey stranger{GoogleKey::Kind::Rsa, QStringLiteral("key-1")}; // under the same name
};

const Keys &keys()
{
    static const Keys all;
    return all;
}

struct Google
{
    const GoogleKey &rsa = keys().rsa, &ec = keys().ec, &stranger = keys().stranger;
    OnePage page;

    Google() { page.answer(200, jwksOf({&rsa, &ec})); }
    auth::Outside outside() const { return {.google = {.clientId = clientId, .keys = page.url(), .timeoutMs = 500}}; }
    static QJsonObject claims(const People &people, const QString &email = mail)
    {
        const qint64 now = people.db.clock.now().ms / 1000;
        return {{"iss", "https://accounts.google.com"},
                {"aud", clientId},
                {"sub", "108204268033311374519"},
                {"email", email},
                {"email_verified", true},
                {"nonce", nonce},
                {"iat", now - 5},
                {"exp", now + 3600}};
    }
};

// AUTH-18
class TestOfGoogle : public QObject
{
    Q_OBJECT

    static Result<OtpChallenge> ask(Open &people, const QByteArray &token, const QString &of = nonce)
    {
        return people.doors.signInWithGoogle(people.stranger(), {QString::fromLatin1(token), of});
    }

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aTokenOfGoogleStandsInForThePassword_data()
    {
        QTest::addColumn<bool>("isRsa");
        QTest::newRow("RS256") << true;
        QTest::newRow("ES256") << false;
    }
    void aTokenOfGoogleStandsInForThePassword()
    {
        QFETCH(bool, isRsa);
        Google google;
        Open people(google.outside());
        const Account asha = people.person(name);

        const auto challenge = ask(people, (isRsa ? google.rsa : google.ec).token(Google::claims(people)));
        QVERIFY(challenge);
        const auto tokens = people.guess(*challenge, people.newestCode());

        QCOMPARE(tokens->account.id, asha.id);
        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE action = 'auth.google_linked'"), 1);
        // The link holds when the address has changed at Google.
        const auto again = ask(people, google.rsa.token(Google::claims(people, QStringLiteral("new@example.com"))));
        QCOMPARE(again->sentTo, QStringLiteral("a•••a@example.com"));
        QCOMPARE(people.db.number("count(*) FROM accounts WHERE role = 'buyer'"), 1);
    }

    // S4: the code is what stands behind a stolen account of Google.
    void theCodeBehindGoogleIsGuessedThirtyTimesADay()
    {
        Google google;
        Open people(google.outside());
        people.person(name);
        for (int i = 0; i < 10; ++i) {
            const auto challenge = ask(people, google.rsa.token(Google::claims(people)));
            const QString code = people.newestCode();
            const QString wrong = code == u"000000" ? QStringLiteral("000001") : QStringLiteral("000000");
            for (int guess = 0; guess < 3; ++guess)
                QCOMPARE(codeOf(people.guess(*challenge, wrong)), ErrorCode::InvalidOtp);
            people.db.clock.advance(minuteMs);
        }

        QCOMPARE(codeOf(ask(people, google.rsa.token(Google::claims(people)))), ErrorCode::TooManyRequests);

        QCOMPARE(people.db.number("count(*) FROM otp_challenges"), 10);
        QCOMPARE(people.db.number("count(*) FROM sessions"), 0);
    }

    void somebodyNewBecomesABuyerAndCanSetAPassword()
    {
        Google google;
        Open people(google.outside());

        const auto challenge = ask(people, google.rsa.token(Google::claims(people)));
        const auto tokens = people.guess(*challenge, people.newestCode());

        QVERIFY(tokens);
        QVERIFY(tokens->isLimited); // until the profile is complete
        QCOMPARE(tokens->account.role, Role::Buyer);
        QCOMPARE(tokens->account.email, std::optional(mail));
        QVERIFY(tokens->account.username.startsWith(QLatin1String("asha.")));
        // AUTH-46
        const Caller asha = people.auth.callerOf(tokens->accessToken.toLatin1()).value();
        QVERIFY(!people.auth.readSecurity(asha)->passwordChangedAt);
        QCOMPARE(codeOf(people.askCode(mail)), ErrorCode::InvalidCredentials);
        QCOMPARE(codeOf(people.auth.setUpPassword(asha, {QStringLiteral("weak")})), ErrorCode::ValidationFailed);
        QVERIFY(people.auth.setUpPassword(asha, {People::password}));
        QCOMPARE(codeOf(people.auth.setUpPassword(asha, {QStringLiteral("Other#2027")})), ErrorCode::Conflict);
        QVERIFY(people.enter(mail));
        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE action = 'auth.password_set'"), 1);
    }

    void vendorsAdminsAndUnverifiedOnesKeepTheirPassword_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<ErrorCode>("refusal");
        QTest::newRow("vendor") << "role = 'vendor'" << ErrorCode::Forbidden;
        QTest::newRow("admin") << "role = 'admin'" << ErrorCode::Forbidden;
        QTest::newRow("registered by who knows whom") << "is_verified = 0" << ErrorCode::NotVerified;
        QTest::newRow("banned") << "is_banned = 1" << ErrorCode::AccountBanned;
    }
    void vendorsAdminsAndUnverifiedOnesKeepTheirPassword()
    {
        QFETCH(QString, state);
        QFETCH(ErrorCode, refusal);
        Google google;
        Open people(google.outside());
        people.person(name);
        people.change("UPDATE accounts SET " + state.toStdString() + " WHERE username = 'asha'");

        QCOMPARE(codeOf(ask(people, google.rsa.token(Google::claims(people)))), refusal);
        QCOMPARE(people.db.number("count(*) FROM otp_challenges"), 0);
    }

    void aTokenThatIsNotGooglesWordIsRefused_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("for somebody else") << "aud" << QJsonValue("other.apps.example");
        QTest::newRow("of somebody else") << "iss" << QJsonValue("https://accounts.example");
        QTest::newRow("over") << "exp" << QJsonValue(0);
        QTest::newRow("from the future") << "iat" << QJsonValue(qint64(9'999'999'999));
        QTest::newRow("of another sign-in") << "nonce" << QJsonValue("another-nonce-of-it");
        QTest::newRow("without one") << "nonce" << QJsonValue();
        QTest::newRow("not verified") << "email_verified" << QJsonValue(false);
        QTest::newRow("verified as text") << "email_verified" << QJsonValue("true");
        QTest::newRow("nobody") << "sub" << QJsonValue("");
        QTest::newRow("no address") << "email" << QJsonValue();
    }
    void aTokenThatIsNotGooglesWordIsRefused()
    {
        QFETCH(QString, claim);
        QFETCH(QJsonValue, value);
        Google google;
        Open people(google.outside());
        people.person(name);
        QJsonObject claims = Google::claims(people);
        claims[claim] = value;

        QCOMPARE(codeOf(ask(people, google.rsa.token(claims))), ErrorCode::Unauthenticated);
        QCOMPARE(people.db.number("count(*) FROM otp_challenges"), 0);
        QCOMPARE(people.db.number("count(*) FROM identities"), 0);
    }

    void aTokenCannotChooseHowItIsChecked()
    {
        Google google;
        Open people(google.outside());
        people.person(name);
        const QJsonObject claims = Google::claims(people);
        const QByteArray good = google.rsa.token(claims);
        QJsonObject none = google.rsa.head(), other = google.rsa.head(), unknown = google.rsa.head();
        none["alg"] = "none";
        other["alg"] = "ES256";
        unknown["kid"] = "key-9";
        QJsonObject own = google.stranger.head(); // with a key of its own in the head
        own["jwk"] = google.stranger.jwk();
        const QByteArrayList bad{google.stranger.token(claims),
                                 google.stranger.token(own, claims),
                                 google.rsa.token(none, claims),
                                 google.rsa.token(other, claims),
                                 google.rsa.token(unknown, claims),
                                 good.left(good.lastIndexOf('.') + 1),
                                 good.left(good.size() - 4) + "AAAA",
                                 "a.b.c",
                                 QByteArray(100'000, 'a')};

        for (const QByteArray &token : bad)
            QCOMPARE(codeOf(ask(people, token)), ErrorCode::Unauthenticated);
        QVERIFY(ask(people, good));
    }

    void keysAreKeptForAnHourAndFetchedAnewForAKeyThatIsNew()
    {
        Google google;
        Open people(google.outside());
        people.person(name);
        QVERIFY(ask(people, google.rsa.token(Google::claims(people))));
        QVERIFY(ask(people, google.ec.token(Google::claims(people))));
        QCOMPARE(google.page.asked().size(), 1);
        QVERIFY(google.page.asked()[0].startsWith("GET / HTTP/1.1\r\n"));

        const GoogleKey next(GoogleKey::Kind::Ec, QStringLiteral("key-3"));
        google.page.answer(200, jwksOf({&next}));
        QCOMPARE(codeOf(ask(people, next.token(Google::claims(people)))), ErrorCode::Unauthenticated);
        QCOMPARE(google.page.asked().size(), 1); // not sooner than a minute after
        people.db.clock.advance(minuteMs);
        QVERIFY(ask(people, next.token(Google::claims(people))));
        QCOMPARE(google.page.asked().size(), 2);
    }

    void whenTheKeysCannotBeHadItIsSaidSo_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("fault") << 500 << QByteArray("{}");
        QTest::newRow("nothing in it") << 200 << QByteArray("{}");
        QTest::newRow("no JSON") << 200 << QByteArray("<html>");
        QTest::newRow("endless") << 200 << QByteArray(100'000, ' ');
        QTest::newRow("silent") << 0 << QByteArray();
    }
    void whenTheKeysCannotBeHadItIsSaidSo()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        Google google;
        Open people(google.outside());
        people.person(name);
        status == 0 ? google.page.fallSilent() : google.page.answer(status, body);

        QCOMPARE(codeOf(ask(people, google.rsa.token(Google::claims(people)))), ErrorCode::Unavailable);
        QCOMPARE(people.db.number("count(*) FROM otp_challenges"), 0);
    }

    void withoutAnIdAtGoogleItIsNotThere()
    {
        Google google;
        Open people({});

        QCOMPARE(codeOf(ask(people, google.rsa.token(Google::claims(people)))), ErrorCode::NotFound);
        QCOMPARE(google.page.asked().size(), 0);
    }
};

} // namespace

TEST_CLASS(TestOfGoogle)
#include "tst_google.moc"
