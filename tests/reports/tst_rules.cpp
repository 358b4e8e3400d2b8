#include "server/reports/csv.h"
#include "server/reports/kinds.h"
#include "server/reports/rules.h"
#include "server/reports/words.h"
#include "shared/base/states.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

#include <QDate>

using namespace reports;

class TestOfReportRules : public QObject
{
    Q_OBJECT

    static Instant at(const char *utc) { return *Instant::parse(QString::fromLatin1(utc)); }

private Q_SLOTS:
    void aDayBeginsAtMidnightInIndia()
    {
        QCOMPARE(dayText(dayOf(at("2026-11-26T18:29:59.999Z"))), QStringLiteral("2026-11-26"));
        QCOMPARE(dayText(dayOf(at("2026-11-26T18:30:00.000Z"))), QStringLiteral("2026-11-27"));
        QCOMPARE(startOf(*dayOf(QStringLiteral("2026-11-27"))).text(), QStringLiteral("2026-11-26T18:30:00.000Z"));
    }

    // A run that still lives must not be taken over by another server: not while its rows come slowly, and not while
    // its PDF is drawn.
    void aRunSaysThatItLivesBeforeItCountsAsLost()
    {
        const Instant noted = at("2026-11-26T10:00:00.000Z");

        QVERIFY(isNoteDue(0, noted, noted));
        QVERIFY(isNoteDue(5, noted, noted));
        QVERIFY(!isNoteDue(3, noted, noted.after(14'999)));
        QVERIFY(isNoteDue(3, noted, noted.after(15'000)));
        QCOMPARE(drawMs, 100'000);
        QCOMPARE(staleMs, 180'000);
    }

    void periodsAreTheOnesThatAreOver_data()
    {
        QTest::addColumn<ReportPeriod>("period");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        // Thursday, the first hour of 26 February 2026 in India.
        QTest::newRow("today") << ReportPeriod::Today << "2026-02-26"
                               << "2026-02-26";
        QTest::newRow("yesterday") << ReportPeriod::Yesterday << "2026-02-25"
                                   << "2026-02-25";
        QTest::newRow("last week") << ReportPeriod::LastWeek << "2026-02-16"
                                   << "2026-02-22";
        QTest::newRow("this month") << ReportPeriod::ThisMonth << "2026-02-01"
                                    << "2026-02-26";
        QTest::newRow("last month") << ReportPeriod::LastMonth << "2026-01-01"
                                    << "2026-01-31";
        QTest::newRow("last quarter") << ReportPeriod::LastQuarter << "2025-10-01"
                                      << "2025-12-31";
    }
    void periodsAreTheOnesThatAreOver()
    {
        QFETCH(ReportPeriod, period);
        QFETCH(QString, from);
        QFETCH(QString, to);

        const auto span = spanOf({.period = period}, at("2026-02-25T19:00:00.000Z"));

        QVERIFY(span && *span);
        QCOMPARE(dayText((*span)->from), from);
        QCOMPARE(dayText((*span)->to), to);
    }

    void aCustomPeriodIsTwoDaysInTheirOrder()
    {
        const Instant now = at("2026-02-25T19:00:00.000Z");
        const auto custom = [&](const char *from, const char *to) {
            return spanOf(
                {.period = ReportPeriod::Custom, .from = QString::fromLatin1(from), .to = QString::fromLatin1(to)},
                now);
        };

        QCOMPARE((*custom("2026-01-31", "2026-02-01"))->to - (*custom("2026-01-31", "2026-02-01"))->from, 1);
        QCOMPARE(custom("2026-02-30", "2026-03-01").error().fields.first().field, QStringLiteral("scope.from"));
        QCOMPARE(
            spanOf({.period = ReportPeriod::Custom, .from = QStringLiteral("2026-02-01")}, now).error().fields.first(),
            (FieldError{QStringLiteral("scope.to"), QStringLiteral("is required for a custom period")}));
        QCOMPARE(custom("2026-02-02", "2026-02-01").error().fields.first().field, QStringLiteral("scope.to"));
        QCOMPARE(spanOf({.period = ReportPeriod::Today, .from = QStringLiteral("2026-01-01")}, now)
                     .error()
                     .fields.first()
                     .field,
                 QStringLiteral("scope.from"));
        QVERIFY(!*spanOf({}, now));
    }

    // Whatever the time: the next run is later, at its hour, on a day that begins a period, and there is none between.
    void theNextRunIsTheFirstOneAfter()
    {
        HOLDS("the next run is the first one after", [] {
            const Instant now{*rc::gen::inRange<qint64>(1'500'000'000'000, 2'000'000'000'000)};
            const int hour = *rc::gen::inRange(0, 24);
            const auto frequency = ReportFrequency(*rc::gen::inRange(1, 5));

            const Instant next = *nextRun(frequency, hour, now);
            const Instant afterNext = *nextRun(frequency, hour, next);
            const QDate date = QDate::fromString(dayText(dayOf(next)), Qt::ISODate);

            RC_ASSERT(next > now);
            RC_ASSERT(next.ms - startOf(dayOf(next)).ms == hour * hourMs);
            RC_ASSERT(*nextRun(frequency, hour, next.after(-1)) == next);
            switch (frequency) {
            case ReportFrequency::Never: break;
            case ReportFrequency::Daily:
                RC_ASSERT(next.ms - now.ms <= dayMs);
                RC_ASSERT(afterNext.ms - next.ms == dayMs);
                break;
            case ReportFrequency::Weekly:
                RC_ASSERT(date.dayOfWeek() == Qt::Monday);
                RC_ASSERT(afterNext.ms - next.ms == 7 * dayMs);
                break;
            case ReportFrequency::Monthly:
                RC_ASSERT(date.day() == 1);
                RC_ASSERT(afterNext.ms - next.ms == date.daysInMonth() * dayMs);
                break;
            case ReportFrequency::Quarterly:
                RC_ASSERT(date.day() == 1 && date.month() % 3 == 1);
                RC_ASSERT(afterNext.ms - next.ms == date.daysTo(date.addMonths(3)) * dayMs);
                break;
            }
        });
    }

    // What a schedule reports on ends the day before it runs, and periods follow each other without a gap.
    void schedulesLeaveNoDayOut()
    {
        HOLDS("the periods of a schedule touch", [] {
            const Instant now{*rc::gen::inRange<qint64>(1'500'000'000'000, 2'000'000'000'000)};
            const auto frequency = ReportFrequency(*rc::gen::inRange(1, 5));
            const int hour = *rc::gen::inRange(0, 24);
            const Instant first = *nextRun(frequency, hour, now);
            const Instant second = *nextRun(frequency, hour, first);

            const Span one = **spanOf({.period = periodOf(frequency)}, first);
            const Span other = **spanOf({.period = periodOf(frequency)}, second);

            RC_ASSERT(one.to == dayOf(first) - 1);
            RC_ASSERT(one.from <= one.to);
            RC_ASSERT(other.from == one.to + 1);
        });
    }

    // REP-05
    void whatASpreadsheetWouldRunBecomesAText_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("plain") << "Copper wire" << QByteArray("Copper wire");
        QTest::newRow("formula") << "=1+1" << QByteArray("'=1+1");
        QTest::newRow("plus") << "+919812345678" << QByteArray("'+919812345678");
        QTest::newRow("minus") << "-2" << QByteArray("'-2");
        QTest::newRow("at") << "@SUM(A1)" << QByteArray("'@SUM(A1)");
        QTest::newRow("tab") << "\t=1" << QByteArray("'\t=1");
        QTest::newRow("behind a blank") << " =1" << QByteArray("' =1");
        QTest::newRow("behind a quote") << "\"=1\"" << QByteArray("\"'\"\"=1\"\"\"");
        QTest::newRow("line break") << "\r=1" << QByteArray("\"'\r=1\"");
        QTest::newRow("sign inside") << "a=1" << QByteArray("a=1");
        QTest::newRow("comma") << "a,b" << QByteArray("\"a,b\"");
        QTest::newRow("quote") << "5\" pipe" << QByteArray("\"5\"\" pipe\"");
        QTest::newRow("lines") << "a\nb" << QByteArray("\"a\nb\"");
        QTest::newRow("empty") << "" << QByteArray();
    }
    void whatASpreadsheetWouldRunBecomesAText()
    {
        QFETCH(QString, words);
        QFETCH(QByteArray, cell);
        QCOMPARE(csvCell(ValueKind::Text, words), cell);
    }

    void numbersStayNumbers()
    {
        QCOMPARE(csvCell(ValueKind::Money, qint64(-123'450)), QByteArray("-1234.50"));
        QCOMPARE(csvCell(ValueKind::Number, qint64(-7)), QByteArray("-7"));
        QCOMPARE(csvCell(ValueKind::Quantity, qint64(46'500)), QByteArray("46.5"));
        QCOMPARE(csvCell(ValueKind::Rate, qint64(250)), QByteArray("2.50"));
        QCOMPARE(csvCell(ValueKind::Instant, at("2026-11-26T18:30:05.000Z").ms),
                 QByteArray("2026-11-27T00:00:05+05:30"));
        QCOMPARE(csvCell(ValueKind::Day, dayOf(at("2026-11-26T18:30:05.000Z"))), QByteArray("2026-11-27"));
        QCOMPARE(csvCell(ValueKind::Money, Cell()), QByteArray());
    }

    void keysTravelAsTextAndNothingElseIsTaken()
    {
        const sql::Values key{qint64(20'783), sql::idBytes(QUuid::createUuid())};
        const QString text = keyText(key);

        QCOMPARE(keyText(keyOf(text, "ni")), text);
        QVERIFY(keyOf(text, "in").empty());
        QVERIFY(keyOf(text, "n").empty());
        QVERIFY(keyOf(QStringLiteral("bm9uZQ"), "ni").empty());
        QVERIFY(keyOf(QStringLiteral("*"), "n").empty());
    }

    void everyWordOfEveryReportHasItsHindi()
    {
        const Kinds kinds;
        const Words words;
        QStringList missing;
        const auto ask = [&](const QString &english) {
            if (!words.knows(english))
                missing += english;
        };
        for (const Kind &kind : kinds.all()) {
            ask(kind.title);
            ask(kind.description);
            for (const ReportColumn &column : kind.source.columns)
                ask(column.label);
            for (const ChartPlan &chart : kind.charts)
                ask(chart.title);
            for (const QString &word : kind.source.words)
                ask(spoken(word));
        }
        for (const char *word : {"Total", "Rows"})
            ask(QString::fromLatin1(word));
        for (const IndianStateName &state : indianStates)
            ask(QString::fromLatin1(state.name));
        missing.removeDuplicates();
        QCOMPARE(missing.join(u'\n'), QString());
    }

    void totalsAndChartsNameColumnsThatThereAre()
    {
        const Kinds kinds;
        for (const Kind &kind : kinds.all()) {
            const auto has = [&](const QString &name) {
                return std::any_of(kind.source.columns.cbegin(), kind.source.columns.cend(),
                                   [&](const ReportColumn &column) { return column.name == name; });
            };
            QVERIFY2(!kind.title.isEmpty(), names::text(kind.name).data());
            for (const QString &total : kind.totals)
                QVERIFY2(has(total), qPrintable(kind.title + u' ' + total));
            for (const ChartPlan &chart : kind.charts)
                QVERIFY2(has(chart.label) && has(chart.value), qPrintable(kind.title + u' ' + chart.title));
        }
    }
};

TEST_CLASS(TestOfReportRules)

#include "tst_rules.moc"
