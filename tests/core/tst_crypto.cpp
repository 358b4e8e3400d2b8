#include "server/core/crypto.h"
#include "server/core/ids.h"
#include "tests/support/fakeclock.h"
#include "tests/support/runner.h"

#include <jwt.h>

#include <set>
#include <thread>

using crypto::Tokens;
using crypto::Vault;

namespace {

const QByteArray key = QByteArray(32, 'k');
const QString issuer = QStringLiteral("kabaadwala"), audience = QStringLiteral("api");

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

// A token with any head, signed with our key.
QByteArray forged(const QByteArray &head, const QByteArray &claims)
{
    const QByteArray body = base64Url(head) + '.' + base64Url(claims);
    return body + '.' + base64Url(crypto::hmacSha256(key, body));
}

} // namespace

class TestOfCrypto : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownAnswers()
    {
        QCOMPARE(crypto::sha256("abc").toHex(),
                 QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        // RFC 4231, case 2
        QCOMPARE(crypto::hmacSha256("Jefe", "what do ya want for nothing?").toHex(),
                 QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
        // RFC 5869, case 3: no salt, no info
        QCOMPARE(crypto::derive(QByteArray(22, '\x0b'), "", 42).toHex(),
                 QByteArray("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"));
        QVERIFY(crypto::derive(key, "a") != crypto::derive(key, "b"));
        QVERIFY(crypto::equal("abc", "abc"));
        QVERIFY(!crypto::equal("abc", "abd"));
        QVERIFY(!crypto::equal("abc", "ab"));
    }

    void bcryptKnowsAnOldHashAndRefusesEveryOtherKind()
    {
        const crypto::Passwords passwords(4);
        // crypt_blowfish's own test vector
        const QByteArray known = "$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

        QVERIFY(passwords.matches(QStringLiteral("U*U"), known));
        QVERIFY(!passwords.matches(QStringLiteral("U*V"), known));
        QVERIFY(!passwords.matches(QStringLiteral("U*U"), "garbage")); // crypt() alone would use DES
        QVERIFY(!passwords.matches(QStringLiteral("U*U"), QByteArray()));
        QVERIFY(!passwords.matches(QStringLiteral("U*U"), QByteArray(known).replace("$2b$", "$2y$")));
    }

    // Else the time of an answer would tell whether there is an account behind a name.
    void aPasswordThatCannotBeRightTakesAsLongAsAWrongOne_data()
    {
        QTest::addColumn<QString>("password");
        QTest::newRow("too long") << QString(73, u'x');
        QTest::newRow("with a zero") << QStringLiteral("a") + QChar(0) + u'b';
    }
    void aPasswordThatCannotBeRightTakesAsLongAsAWrongOne()
    {
        QFETCH(QString, password);
        const crypto::Passwords passwords(8);
        const QByteArray hash = passwords.hash(QStringLiteral("right")).value();
        const auto workOf = [&](const QString &tried) { // of the processor, whoever else is busy
            timespec start, end;
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start);
            const bool isRight = passwords.matches(tried, hash);
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
            return isRight ? -1 : (end.tv_sec - start.tv_sec) * 1'000'000'000 + end.tv_nsec - start.tv_nsec;
        };

        const qint64 wrong = workOf(QStringLiteral("wrong"));
        const qint64 impossible = workOf(password);

        QVERIFY2(impossible > wrong / 3, qPrintable(QStringLiteral("%1 of %2 ns").arg(impossible).arg(wrong)));
        QVERIFY(!passwords.matchesNobody(password));
    }

    void passwordsAreHashedWithTheirOwnSalt()
    {
        const crypto::Passwords passwords(4);
        const QString secret = QStringLiteral("कबाड़ wala 9!");

        const auto one = passwords.hash(secret), two = passwords.hash(secret);

        QVERIFY(one && two);
        QVERIFY(one->startsWith("$2b$04$"));
        QVERIFY(*one != *two);
        QVERIFY(passwords.matches(secret, *one));
        QVERIFY(!passwords.matches(secret + u'x', *one));
        QVERIFY(!passwords.matchesNobody(secret));
        QVERIFY(crypto::Passwords().hash(secret)->startsWith("$2b$12$")); // C16: production cost
    }

    void aPasswordThatBcryptWouldCutIsRefused()
    {
        const crypto::Passwords passwords(4);

        QVERIFY(passwords.hash(QString(72, u'x')));
        QVERIFY(!passwords.hash(QString(73, u'x')));
        QVERIFY(!passwords.hash(QString(25, u'क'))); // 75 bytes
        const auto hash = passwords.hash(QString(72, u'x'));
        QVERIFY(!passwords.matches(QString(73, u'x'), *hash));
    }

    void aSealedValueOpensOnlyAtItsPlace()
    {
        const Vault vault({key});

        const QByteArray sealed = vault.seal("ABCDE1234F", "vendors.pan:1");

        QVERIFY(!sealed.contains("ABCDE"));
        QVERIFY(sealed != vault.seal("ABCDE1234F", "vendors.pan:1"));
        QCOMPARE(vault.open(sealed, "vendors.pan:1"), QByteArray("ABCDE1234F"));
        QVERIFY(!vault.open(sealed, "vendors.pan:2"));
        QVERIFY(!Vault({QByteArray(32, 'x')}).open(sealed, "vendors.pan:1"));
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray bent = sealed;
            bent[i] = char(bent[i] ^ 1);
            QVERIFY2(!vault.open(bent, "vendors.pan:1"), qPrintable(QString::number(i)));
            QVERIFY(!vault.open(sealed.first(i), "vendors.pan:1"));
        }
    }

    void anOldMasterStillOpensAndTheNewOneSeals()
    {
        const QByteArray newKey(32, 'n');
        const QByteArray old = Vault({key}).seal("x", "p");
        const Vault rotated({newKey, key});

        QCOMPARE(rotated.open(old, "p"), QByteArray("x"));
        QCOMPARE(Vault({newKey}).open(rotated.seal("y", "p"), "p"), QByteArray("y"));
    }

    // SEC-02
    void aRotationIsVisibleInWhatIsSealedAndMarked()
    {
        const QByteArray newKey(32, 'n');
        const Vault before({key}), after({newKey, key});
        const QByteArray old = before.seal("x", "p");

        QVERIFY(before.isCurrent(old));
        QVERIFY(!after.isCurrent(old));
        QVERIFY(after.isCurrent(after.seal("x", "p").first(Vault::sealHeadBytes)));
        QVERIFY(!after.isCurrent({}));
        QCOMPARE(after.blindIndexes("A", "pan"),
                 (QList<QByteArray>{Vault({newKey}).blindIndex("A", "pan"), before.blindIndex("A", "pan")}));
        QCOMPARE(after.blindIndex("A", "pan"), after.blindIndexes("A", "pan").constFirst());
    }

    void aTokenOfTheOldKeyIsBelievedUntilItExpires()
    {
        const QByteArray newKey(32, 'n');
        const Instant now{1'790'000'000'000};
        const Tokens after({newKey, key}, issuer, audience);

        const QByteArray old = Tokens({key}, issuer, audience).issue({}, now, 900'000);

        QVERIFY(after.check(old, now.after(899'000)));
        QCOMPARE(after.check(old, now.after(900'000)).error().code, ErrorCode::TokenExpired);
        QVERIFY(Tokens({newKey}, issuer, audience).check(after.issue({}, now, 900'000), now));
        QCOMPARE(Tokens({newKey}, issuer, audience).check(old, now).error().code, ErrorCode::Unauthenticated);
    }

    void blindIndexesAreEqualOnlyForEqualValuesOfOneColumn()
    {
        const Vault vault({key});

        QCOMPARE(vault.blindIndex("A", "pan"), vault.blindIndex("A", "pan"));
        QVERIFY(vault.blindIndex("A", "pan") != vault.blindIndex("B", "pan"));
        QVERIFY(vault.blindIndex("A", "pan") != vault.blindIndex("A", "gstin"));
    }

    void aTokenComesBackUntilItExpires()
    {
        const Tokens tokens({key}, issuer, audience);
        const Instant now{1'790'000'000'000};
        constexpr qint64 lifetimeMs = 900'000;

        const QByteArray token = tokens.issue({{QStringLiteral("sub"), QStringLiteral("me")}}, now, lifetimeMs);

        QCOMPARE(tokens.check(token, now).value().value(QLatin1String("sub")), QStringLiteral("me"));
        QVERIFY(tokens.check(token, now.after(lifetimeMs - 1)));
        QCOMPARE(tokens.check(token, now.after(lifetimeMs)).error().code, ErrorCode::TokenExpired);
        QCOMPARE(Tokens({key}, issuer, QStringLiteral("other")).check(token, now).error().code,
                 ErrorCode::Unauthenticated);
        QCOMPARE(Tokens({key}, QStringLiteral("other"), audience).check(token, now).error().code,
                 ErrorCode::Unauthenticated);
        QCOMPARE(Tokens({QByteArray(32, 'z')}, issuer, audience).check(token, now).error().code,
                 ErrorCode::Unauthenticated);
        for (qsizetype i = 0; i < token.size(); ++i) {
            QByteArray bent = token;
            bent[i] = bent[i] == 'A' ? 'B' : 'A';
            QVERIFY2(!tokens.check(bent, now), qPrintable(QString::number(i)));
        }
    }

    void otherAlgorithmsAreRefusedEvenWithARightSignature() // S7
    {
        const Tokens tokens({key}, issuer, audience);
        const Instant now{1'000};
        const QByteArray claims = R"({"iss":"kabaadwala","aud":"api","exp":9999999999})";

        QVERIFY(tokens.check(forged(R"({"alg":"HS256","typ":"JWT"})", claims), now));
        for (const char *head : {R"({"alg":"none","typ":"JWT"})", R"({"alg":"HS384","typ":"JWT"})",
                                 R"({"typ":"JWT","alg":"HS256"})", R"({"alg":"HS256","typ":"JWT","kid":"../x"})"})
            QCOMPARE(tokens.check(forged(head, claims), now).error().code, ErrorCode::Unauthenticated);
        const QByteArray unsignedToken = base64Url(R"({"alg":"none"})") + '.' + base64Url(claims) + '.';
        QVERIFY(!tokens.check(unsignedToken, now));
        for (const char *junk :
             {"", ".", "..", "a.b.c", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9..", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"})
            QVERIFY(!tokens.check(junk, now));
        QVERIFY(!tokens.check(forged(R"({"alg":"HS256","typ":"JWT"})", R"({"iss":"kabaadwala","aud":"api"})"), now));
    }

    void anotherLibraryReadsOurTokens()
    {
        const Tokens tokens({key}, issuer, audience);
        const QByteArray token = tokens.issue({{QStringLiteral("sid"), QStringLiteral("s1")}}, {5'000}, 1'000);

        jwt_t *jwt = nullptr;
        QCOMPARE(jwt_decode(&jwt, token.constData(), reinterpret_cast<const unsigned char *>(key.constData()),
                            int(key.size())),
                 0);
        QCOMPARE(jwt_get_alg(jwt), JWT_ALG_HS256);
        QCOMPARE(jwt_get_grant(jwt, "sid"), "s1");
        QCOMPARE(jwt_get_grant_int(jwt, "exp"), 6L);
        jwt_free(jwt);
    }

    void idsGrowEvenWhenTheClockStandsStillOrJumpsBack()
    {
        FakeClock clock;
        const Ids ids(clock);
        struct Thing;
        Id<Thing> last;

        for (int i = 0; i < 20'000; ++i) {
            if (i == 10'000)
                clock.advance(-60'000);
            const auto next = ids.next<Thing>();
            const QByteArray bytes = next.uuid.toRfc4122();
            QVERIFY(last.isNull() || last.uuid.toRfc4122() < bytes);
            QCOMPARE(bytes[6] & 0xf0, 0x70);
            QCOMPARE(bytes[8] & 0xc0, 0x80);
            last = next;
        }
    }

    void anIdCarriesItsTime()
    {
        FakeClock clock;
        const Ids ids(clock);
        struct Thing;

        const QByteArray bytes = ids.next<Thing>().uuid.toRfc4122();

        QCOMPARE(bytes.first(6).toHex().toLongLong(nullptr, 16), clock.now().ms);
    }

    void idsOfManyThreadsDiffer()
    {
        const FakeClock clock;
        const Ids ids(clock);
        struct Thing;
        constexpr int threads = 8, each = 2'000;
        std::vector<std::vector<QUuid>> made(threads);

        std::vector<std::thread> crowd;
        for (int t = 0; t < threads; ++t)
            crowd.emplace_back([&, t] {
                for (int i = 0; i < each; ++i)
                    made[size_t(t)].push_back(ids.next<Thing>().uuid);
            });
        for (std::thread &thread : crowd)
            thread.join();

        std::set<QUuid> all;
        for (const auto &some : made)
            all.insert(some.begin(), some.end());
        QCOMPARE(int(all.size()), threads * each);
    }
};

TEST_CLASS(TestOfCrypto)
#include "tst_crypto.moc"
