#include "shared/base/indiatime.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

class TestOfIndiaTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // C35
    void aDayBeginsAtMidnightInIndiaAlsoBefore1970()
    {
        QCOMPARE(india::startOf(0).text(), QStringLiteral("1969-12-31T18:30:00.000Z"));
        QCOMPARE(india::dayNumber(india::startOf(0)), 0);
        QCOMPARE(india::dayNumber(india::startOf(0).after(-1)), -1);
        QCOMPARE(india::dayNumber(*Instant::parse(u"2026-11-26T18:29:59.999Z")), 20'783);
        QCOMPARE(india::dayText(20'783), QStringLiteral("2026-11-26"));
        QCOMPARE(india::dayFrom(QStringLiteral("2026-02-30")), std::nullopt);
        QCOMPARE(india::timeText(*Instant::parse(u"2026-11-26T18:30:05.000Z")),
                 QStringLiteral("2026-11-27T00:00:05+05:30"));
    }

    void daysTextsAndMomentsComeBack()
    {
        HOLDS("a day comes back", [] {
            const qint64 day = *rc::gen::inRange<qint64>(-200'000, 200'000);
            const qint64 within = *rc::gen::inRange<qint64>(0, dayMs);
            RC_ASSERT(india::dayNumber(india::startOf(day).after(within)) == day);
            RC_ASSERT(india::dayNumber(india::dateOf(day)) == day);
            RC_ASSERT(india::dayFrom(india::dayText(day)) == day);
        });
    }
};

TEST_CLASS(TestOfIndiaTime)
#include "tst_indiatime.moc"
