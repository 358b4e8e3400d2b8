#include "shared/base/values.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

namespace {

constexpr qint64 moneyMax = 99'999'999'999'999'999; // fifteen digits before the point, two behind

qint64 within(qint64 most)
{
    return *rc::gen::inRange<qint64>(-most, most);
}

} // namespace

class TestOfValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void amountsOfMoneyAreReadExactly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fine");
        QTest::addColumn<qint64>("paise");
        const auto row = [](const char *text, bool fine, qint64 paise = 0) {
            QTest::newRow(text) << QString::fromUtf8(text) << fine << paise;
        };
        row("0", true, 0);
        row("0.01", true, 1);
        row("1234.5", true, 123'450);
        row("-1234.56", true, -123'456);
        row("999999999999999.99", true, moneyMax);
        row("1000000000000000", false);
        row("1.005", false);
        row("1.", false);
        row(".5", false);
        row("", false);
        row("-", false);
        row("--1", false);
        row("+1", false);
        row(" 1", false);
        row("1 ", false);
        row("1e3", false);
        row("1,000.00", false);
        row("0x10", false);
        row("NaN", false);
        row("१२", false);
    }
    void amountsOfMoneyAreReadExactly() // L12
    {
        QFETCH(QString, text);
        QFETCH(bool, fine);
        QFETCH(qint64, paise);

        const auto money = Money::parse(text);

        QCOMPARE(money.has_value(), fine);
        if (fine)
            QCOMPARE(money->minor, paise);
    }

    void textsOfNumbersComeBack()
    {
        HOLDS("money", [] {
            const Money money{within(moneyMax)};
            RC_ASSERT(Money::parse(money.text()) == money);
        });
        HOLDS("quantity", [] {
            const Quantity quantity{within(999'999'999'999'999'999)};
            RC_ASSERT(Quantity::parse(quantity.text()) == quantity);
        });
        HOLDS("basis points", [] {
            const BasisPoints rate{within(1'000'000)};
            RC_ASSERT(BasisPoints::parse(rate.text()) == rate);
        });
        HOLDS("instant", [] {
            const Instant instant{*rc::gen::inRange<qint64>(0, 4'102'444'800'000)};
            RC_ASSERT(Instant::parse(instant.text()) == instant);
        });
    }

    void textsHaveOneForm()
    {
        QCOMPARE(Money{-5}.text(), QStringLiteral("-0.05"));
        QCOMPARE(Money{100}.text(), QStringLiteral("1.00"));
        QCOMPARE(Quantity{46'500}.text(), QStringLiteral("46.5"));
        QCOMPARE(Quantity{-1}.text(), QStringLiteral("-0.001"));
        QCOMPARE(BasisPoints{250}.text(), QStringLiteral("2.50"));
        QCOMPARE(Instant{1'234}.text(), QStringLiteral("1970-01-01T00:00:01.234Z"));
    }

    void aShareAndTheRestAreTheWhole() // L12
    {
        HOLDS("commission splits exactly", [] {
            const Money whole{*rc::gen::inRange<qint64>(0, moneyMax)};
            const BasisPoints rate{*rc::gen::inRange<qint64>(0, 10'001)};
            const Money share = rate.of(whole);
            RC_ASSERT(share.minor >= 0);
            RC_ASSERT(share <= whole);
            RC_ASSERT(share + (whole - share) == whole);
            // within half a paisa of the exact share
            const __int128 error = __int128(share.minor) * 10'000 - __int128(whole.minor) * rate.value;
            RC_ASSERT(error <= 5'000 && error >= -5'000);
        });
        QCOMPARE(BasisPoints{3333}.of(Money{100}).minor, 33);
        QCOMPARE(BasisPoints{250}.of(Money{20}).minor, 1); // half a paisa goes up
        QCOMPARE(BasisPoints{250}.of(Money{-20}).minor, -1);
        QCOMPARE(BasisPoints{10'000}.of(Money{7}).minor, 7);
    }

    void linesAreRoundedOnceAndNeverOverflow()
    {
        QCOMPARE(lineTotal({75'000}, {46'500})->minor, 3'487'500); // 46.5 kg at 750.00
        QCOMPARE(lineTotal({1}, {500})->minor, 1);
        QCOMPARE(lineTotal({1}, {499})->minor, 0);
        QVERIFY(!lineTotal({moneyMax}, {999'999'999}));
        HOLDS("a line stays within half a paisa", [] {
            const Money price{within(1'000'000'000)};
            const Quantity quantity{*rc::gen::inRange<qint64>(0, 1'000'000'000)};
            const auto total = lineTotal(price, quantity);
            RC_ASSERT(total.has_value());
            const __int128 error = __int128(total->minor) * 1'000 - __int128(price.minor) * quantity.milli;
            RC_ASSERT(error <= 500 && error >= -500);
        });
    }

    void timesWithoutAZoneAreRefused()
    {
        QVERIFY(!Instant::parse(u"2026-11-20T09:31:00"));
        QVERIFY(!Instant::parse(u"yesterday"));
        QCOMPARE(Instant::parse(u"2026-11-20T15:01:00+05:30"), Instant::parse(u"2026-11-20T09:31:00Z"));
    }
};

TEST_CLASS(TestOfValues)
#include "tst_values.moc"
