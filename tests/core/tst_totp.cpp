#include "server/core/totp.h"
#include "tests/support/runner.h"

#include <QTest>

// AUTH-14, RFC 6238, appendix B, and RFC 4226, appendix D
class TestOfTotp : public QObject
{
    Q_OBJECT

    static inline const QByteArray secret = "12345678901234567890";

private Q_SLOTS:
    void knownTimesGiveTheCodesOfTheStandard_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("1970") << qint64(59) << QByteArray("94287082");
        QTest::newRow("2005") << qint64(1'111'111'109) << QByteArray("07081804");
        QTest::newRow("a second later") << qint64(1'111'111'111) << QByteArray("14050471");
        QTest::newRow("2009") << qint64(1'234'567'890) << QByteArray("89005924");
        QTest::newRow("2033") << qint64(2'000'000'000) << QByteArray("69279037");
        QTest::newRow("2603") << qint64(20'000'000'000) << QByteArray("65353130");
    }
    void knownTimesGiveTheCodesOfTheStandard()
    {
        QFETCH(qint64, seconds);
        constexpr int digits = 8; // as in the appendix
        QTEST(totp::code(secret, totp::stepAt({seconds * 1000}), digits), "code");
    }

    void countersGiveTheSixDigitsOfTheStandard()
    {
        QByteArrayList codes;
        for (qint64 counter = 0; counter < 10; ++counter)
            codes += totp::code(secret, counter);
        QCOMPARE(codes.join(' '), QByteArray("755224 287082 359152 969429 338314 254676 287922 162583 399871 520489"));
    }

    void aCodeIsGoodForItsStepAndOneAround()
    {
        const QByteArray code = totp::code(secret, 100);
        const auto at = [&](qint64 seconds) { return totp::stepOf(secret, code, {seconds * 1000}); };

        QCOMPARE(at(2969), std::nullopt);
        QCOMPARE(at(2970), std::optional<qint64>(100));
        QCOMPARE(at(3000), std::optional<qint64>(100));
        QCOMPARE(at(3059), std::optional<qint64>(100));
        QCOMPARE(at(3060), std::nullopt);
        QCOMPARE(totp::stepOf(secret, code.first(5), {3'000'000}), std::nullopt);
        QCOMPARE(totp::stepOf(secret, "", {3'000'000}), std::nullopt);
    }

    // RFC 4648, 10
    void base32IsWhatAppsRead()
    {
        QCOMPARE(totp::base32(""), QByteArray());
        QCOMPARE(totp::base32("f"), QByteArray("MY"));
        QCOMPARE(totp::base32("fo"), QByteArray("MZXQ"));
        QCOMPARE(totp::base32("foo"), QByteArray("MZXW6"));
        QCOMPARE(totp::base32("foob"), QByteArray("MZXW6YQ"));
        QCOMPARE(totp::base32("fooba"), QByteArray("MZXW6YTB"));
        QCOMPARE(totp::base32("foobar"), QByteArray("MZXW6YTBOI"));
        QCOMPARE(totp::uri(secret, "Kabaadwala", "asha rao"),
                 QByteArray("otpauth://totp/Kabaadwala:asha%20rao?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                            "&issuer=Kabaadwala&algorithm=SHA1&digits=6&period=30"));
    }
};

TEST_CLASS(TestOfTotp)
#include "tst_totp.moc"
