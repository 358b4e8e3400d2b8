#include "server/analytics/forecast.h"
#include "server/analytics/rules.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

#include <random>

using namespace analytics;

namespace {

// Weekdays sell so much, week after week, growing by the day.
QList<qint64> weeks(int days, qint64 growth = 0, qint64 noise = 0, quint32 seed = 1)
{
    constexpr std::array<qint64, 7> rhythm{40'000, 42'000, 45'000, 43'000, 60'000, 90'000, 20'000};
    std::mt19937 random(seed);
    std::uniform_int_distribution<qint64> any(-noise, noise);
    QList<qint64> out;
    for (int day = 0; day < days; ++day)
        out += rhythm[std::size_t(day % 7)] + day * growth + any(random);
    return out;
}

} // namespace

class TestOfForecast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // AN-01
    void aSteadyWeekIsForecastExactly()
    {
        const auto outlook = forecast(weeks(56), 14);

        QVERIFY(outlook);
        QCOMPARE(outlook->days.size(), 14);
        QCOMPARE(outlook->learnedDays, 56);
        QCOMPARE(outlook->coverage, BasisPoints{8'000});
        const QList<qint64> next = weeks(70).sliced(56);
        for (int i = 0; i < 14; ++i) {
            QVERIFY(qAbs(outlook->days[i].value - next[i]) <= 1);
            QVERIFY(outlook->days[i].low <= outlook->days[i].value);
            QVERIFY(outlook->days[i].value <= outlook->days[i].high);
        }
    }

    void growthIsFollowedByHoltWinters() // AN-06
    {
        const auto outlook = forecast(weeks(140, 500), 7);

        QVERIFY(outlook);
        QCOMPARE(outlook->method, ForecastMethod::HoltWinters);
        const QList<qint64> next = weeks(147, 500).sliced(140);
        for (int i = 0; i < 7; ++i)
            QVERIFY2(qAbs(outlook->days[i].value - next[i]) < next[i] / 20, qPrintable(QString::number(i)));
    }

    void aShortPastForecastsNothing()
    {
        QVERIFY(!forecast(weeks(27), 7));
        QVERIFY(forecast(weeks(28), 7));
        QVERIFY(!forecast(weeks(56), 0));
    }

    void theBandHoldsAboutItsCoverage()
    {
        int inside = 0, all = 0;
        for (quint32 seed = 1; seed <= 60; ++seed) {
            const QList<qint64> days = weeks(120 + 7, 50, 15'000, seed);
            const auto outlook = forecast(days.first(120), 7);
            for (int i = 0; i < 7; ++i, ++all)
                inside += outlook->days[i].low <= days[120 + i] && days[120 + i] <= outlook->days[i].high;
        }

        QVERIFY2(inside * 100 >= all * 70 && inside * 100 <= all * 90,
                 qPrintable(QStringLiteral("%1 of %2").arg(inside).arg(all)));
    }

    void aForecastIsNeverBelowNothingNorOutsideItsBand()
    {
        HOLDS("a forecast is never below nothing nor outside its band", [] {
            QList<qint64> past(*rc::gen::inRange<qsizetype>(28, 200));
            for (qint64 &day : past)
                day = *rc::gen::inRange<qint64>(0, 1'000'000);
            const auto outlook = forecast(past, *rc::gen::inRange(1, 61));
            RC_ASSERT(outlook.has_value());
            qint64 width = 0;
            for (const Expected &day : outlook->days) {
                RC_ASSERT(day.low >= 0);
                RC_ASSERT(day.low <= day.value && day.value <= day.high);
                width = qMax(width, day.high - day.low);
            }
            RC_ASSERT(width > 0 || past.count(past[0]) == past.size());
        });
    }

    void bucketsHoldTheirDurations()
    {
        HOLDS("buckets hold their durations", [] {
            const qint64 ms = *rc::gen::inRange<qint64>(0, qint64(400) * 86'400'000);
            const int bucket = bucketOf(ms);
            RC_ASSERT(bucket >= 0 && bucket < bucketsMax);
            RC_ASSERT(bucketStartMs(bucket) <= ms && ms < bucketStartMs(bucket + 1));
        });
        QCOMPARE(bucketOf(999), 0);
        QCOMPARE(bucketOf(1'000), 1);
        QCOMPARE(bucketOf(16'000), 17);
        QCOMPARE(bucketOf(std::numeric_limits<qint64>::max() / 2), bucketsMax - 1);
    }

    void quantilesLieWithinTheirBucket()
    {
        HOLDS("quantiles lie within their bucket", [] {
            QList<qint64> durations(*rc::gen::inRange<qsizetype>(1, 300));
            for (qint64 &each : durations)
                each = *rc::gen::inRange<qint64>(1'000, 10'000'000);
            std::sort(durations.begin(), durations.end());
            std::map<int, qint64> counts;
            for (const qint64 each : durations)
                ++counts[bucketOf(each)];
            QList<Bucket> buckets;
            for (const auto &[bucket, orders] : counts)
                buckets += Bucket{bucket, orders, 0};

            for (const qint64 part : {1'000, 5'000, 9'000}) {
                const qsizetype at = qMax<qsizetype>(0, (durations.size() * part + 9'999) / 10'000 - 1);
                const qint64 exact = durations[at], said = quantileMs(buckets, {part}).value();
                RC_ASSERT(said * 100 <= exact * 119 + 200 && said * 119 >= exact * 100 - 200);
            }
        });
        QCOMPARE(quantileMs({}, {5'000}), std::nullopt);
        QCOMPARE(shareBelow({}, 1), std::nullopt);
        QCOMPARE(shareBelow({{17, 3, 0}, {25, 1, 0}}, bucketStartMs(18)), BasisPoints{7'500});
    }

    // C35: the business day begins at midnight in India, half past six in the evening before by UTC.
    void daysBeginAtMidnightInIndia()
    {
        const Instant midnight = Instant::parse(u"2026-11-19T18:30:00.000Z").value();

        QCOMPARE(dayText(dayOf(midnight)), QStringLiteral("2026-11-20"));
        QCOMPARE(dayText(dayOf(midnight.after(-1))), QStringLiteral("2026-11-19"));
        QCOMPARE(startOf(dayOf(midnight)), midnight);
        QCOMPARE(dayOf(Instant{-india::aheadMs - 1}), -1);
        QCOMPARE(monthText(monthOf(dayOf(midnight))), QStringLiteral("2026-11"));
        QCOMPARE(dayText(firstDayOf(monthOf(dayOf(midnight)))), QStringLiteral("2026-11-01"));
    }

    void aPeriodIsSplitIntoMonthsAndDays()
    {
        HOLDS("a period is split into months and days without gap or overlap", [] {
            const qint64 first = *rc::gen::inRange<qint64>(20'000, 21'000);
            const Span span{first, first + *rc::gen::inRange<qint64>(0, 800)};
            const Split parts = split(span);
            qint64 days = 0;
            for (const Span &each : parts.days) {
                RC_ASSERT(each.first >= span.first && each.last <= span.last && each.days() > 0);
                days += each.days();
            }
            if (parts.months) {
                RC_ASSERT(firstDayOf(parts.months->first) >= span.first);
                RC_ASSERT(firstDayOf(parts.months->last + 1) - 1 <= span.last);
                days += firstDayOf(parts.months->last + 1) - firstDayOf(parts.months->first);
            }
            RC_ASSERT(days == span.days());
            RC_ASSERT(parts.days.size() <= 2);
        });
    }

    void piecesCoverThePeriod()
    {
        HOLDS("pieces cover the period", [] {
            const qint64 first = *rc::gen::inRange<qint64>(20'000, 21'000);
            const Span span{first, first + *rc::gen::inRange<qint64>(0, 800)};
            const auto step = *rc::gen::element(SeriesStep::Day, SeriesStep::Week, SeriesStep::Month);
            for (const QList<Span> &all : {pieces(span, step), pieces(span, sparkMax)}) {
                qint64 next = span.first;
                for (const Span &piece : all) {
                    RC_ASSERT(piece.first == next && piece.last >= piece.first);
                    next = piece.last + 1;
                }
                RC_ASSERT(next == span.last + 1);
            }
            RC_ASSERT(pieces(span, sparkMax).size() <= sparkMax);
        });
    }

    void aPeriodThatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("field");
        QTest::newRow("only from") << "2026-11-01" << QString() << "to";
        QTest::newRow("only to") << QString() << "2026-11-01"
                                 << "from";
        QTest::newRow("no such day") << "2026-02-30"
                                     << "2026-11-01"
                                     << "from";
        QTest::newRow("backwards") << "2026-11-02"
                                   << "2026-11-01"
                                   << "to";
        QTest::newRow("too long") << "2024-01-01"
                                  << "2026-01-01"
                                  << "to";
    }
    void aPeriodThatMakesNoSenseIsRefused()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, field);
        const auto said = [](const QString &text) { return text.isEmpty() ? std::optional<QString>() : text; };

        const auto span = spanOf({}, said(from), said(to), 20'000);

        QVERIFY(!span);
        QCOMPARE(span.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(span.error().fields.size(), 1);
        QCOMPARE(span.error().fields[0].field, field);
    }

    void aNamedPeriodIsNotSaidTogetherWithDays()
    {
        const auto span = spanOf(NamedPeriod::Week, QStringLiteral("2024-10-01"), QStringLiteral("2024-10-02"), 20'000);

        QVERIFY(!span);
        QCOMPARE(span.error().fields[0].field, QStringLiteral("period"));
    }

    void namedPeriodsEndToday()
    {
        QCOMPARE(spanOf(NamedPeriod::Today, {}, {}, 20'000).value(), (Span{20'000, 20'000}));
        QCOMPARE(spanOf(NamedPeriod::Week, {}, {}, 20'000).value(), (Span{19'994, 20'000}));
        QCOMPARE(spanOf({}, {}, {}, 20'000).value(), (Span{19'971, 20'000}));
        QCOMPARE(spanOf(NamedPeriod::Quarter, {}, {}, 20'000).value(), (Span{19'911, 20'000}));
    }

    void sharesNeedAWhole()
    {
        QCOMPARE(share(1, 3), BasisPoints{3'333});
        QCOMPARE(share(2, 3), BasisPoints{6'667});
        QCOMPARE(share(1, 0), std::nullopt);
        QCOMPARE(change(200, 150), BasisPoints{-2'500});
        QCOMPARE(change(0, 150), std::nullopt);
        QCOMPARE(difference(BasisPoints{9'000}, BasisPoints{9'550}), BasisPoints{550});
        QCOMPARE(difference(std::nullopt, BasisPoints{9'550}), std::nullopt);
        QCOMPARE(average({1'000}, 3), Money{333});
        QCOMPARE(average({1'000}, 0), std::nullopt);
    }
};

TEST_CLASS(TestOfForecast)
#include "tst_forecast.moc"
