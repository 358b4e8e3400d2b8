// How the analytics give their figures away: as paper, and as the report behind them.

#include "console/kit/banner.h"
#include "tests/console/pages/analyticspage.h"
#include "tests/console/registry.h"

#include <QFileDialog>
#include <QTemporaryDir>

namespace {

struct Fixture : analyticspage::AnalyticsFixture
{
    ReportRun run = samples::reportRun(1, "Daily sales", RunStatus::Running);

    // The report is under way.
    void begin()
    {
        console.server.answer(api::runReport, run, ReportName::DailySales);
        console.server.answer(api::readRun, run, run.id);
        open();
        choose("revenueCard", "reportXlsx");
    }
    void end()
    {
        run.status = RunStatus::Done;
        run.hasFile = true;
        run.fileName = QStringLiteral("daily-sales.xlsx");
        console.server.answer(api::readRun, run, run.id);
    }
    void askAgain() { page->findChild<QTimer *>("again")->start(0); }
    QFileDialog *dialog() { return page->findChild<QFileDialog *>(); }
    QWidget *line() { return page->findChild<QWidget *>("reportFetch"); }
    int timesRun() { return console.server.timesAsked(api::runReport, ReportName::DailySales); }
};

CoveredPeriod sevenDays()
{
    CoveredPeriod out = samples::thirtyDays();
    out.from = QStringLiteral("2026-11-14");
    out.days = 7;
    return out;
}

} // namespace

class TestAnalyticsGiving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // CADM-12
    void theReportBehindACardIsRunWatchedAndSaved()
    {
        Fixture given;
        ReportRun run = samples::reportRun(1, "Daily sales", RunStatus::Running);
        run.rowsDone = 20;
        run.rowsEstimated = 40;
        given.console.server.answer(api::runReport, run, ReportName::DailySales);
        given.console.server.answer(api::readRun, run, run.id);
        given.open();

        given.choose("revenueCard", "reportXlsx");

        QCOMPARE(given.console.server.lastBody(api::runReport, ReportName::DailySales),
                 json::bytes(RunReport{.format = ReportFormat::Xlsx,
                                       .scope = {.period = ReportPeriod::Custom,
                                                 .from = samples::thirtyDays().from,
                                                 .to = samples::thirtyDays().to}}));
        QVERIFY(shows(*given.page, QStringLiteral("20 of about 40 rows")));
        run.status = RunStatus::Done;
        run.hasFile = true;
        run.fileName = QStringLiteral("daily-sales.xlsx");
        given.console.server.answer(api::readRun, run, run.id);
        given.console.server.answer(api::downloadRun, {.bytes = "xlsx"}, run.id);
        given.page->findChild<QTimer *>("again")->start(0);
        QTRY_VERIFY(given.page->findChild<QFileDialog *>());
        const QTemporaryDir place;
        Q_EMIT given.page->findChild<QFileDialog *>()->fileSelected(place.filePath("sales.xlsx"));

        QCOMPARE(given.console.notices.toasts, QStringList{"Saved"});
        QFile file(place.filePath("sales.xlsx"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("xlsx"));
    }

    // CADM-12
    void aReportUnderWayIsStopped()
    {
        Fixture given;
        ReportRun run = samples::reportRun(1, "Platform analytics", RunStatus::Running);
        given.console.server.answer(api::runReport, run, ReportName::PlatformAnalytics);
        given.open();
        given.choose("operationsCard", "reportPdf");
        run.status = RunStatus::Cancelled;
        given.console.server.answer(api::cancelRun, run, run.id);

        QVERIFY(press(*given.page, "cancelActive"));

        QCOMPARE(given.console.notices.toasts, QStringList{"Platform analytics: Cancelled"});
        QTRY_VERIFY(!given.page->findChild<QWidget *>("reportFetch"));
        QVERIFY(!given.page->findChild<QFileDialog *>());
    }

    // CADM-12
    void aReportThatFailedSaysSoAndIsRunAgain()
    {
        Fixture given;
        given.console.server.refuse(api::runReport, Error{ErrorCode::Internal, QStringLiteral("It broke.")},
                                    ReportName::VendorPerformance);
        given.open();

        given.choose("topCard", "reportXlsx");

        auto *fetch = given.page->findChild<QWidget *>("reportFetch");
        QVERIFY(shows(*fetch, QStringLiteral("req-7")));
        QVERIFY(given.console.notices.toasts.isEmpty());
        given.console.server.answer(api::runReport, samples::reportRun(1, "Vendor performance", RunStatus::Running),
                                    ReportName::VendorPerformance);
        Q_EMIT fetch->findChild<kit::Banner *>()->acted();
        QCOMPARE(given.console.server.timesAsked(api::runReport, ReportName::VendorPerformance), 2);
        QVERIFY(!shows(*fetch, QStringLiteral("req-7")));
        QVERIFY(found<QAbstractButton>(*fetch, "cancelActive"));
    }

    // CADM-12: a report that would say something else than the card is not offered.
    void aReportThatCannotBeNarrowedLikeTheCardIsNotOffered()
    {
        Fixture given;
        given.open();
        QVERIFY(given.way("revenueCard", "reportXlsx")->isEnabled());
        QVERIFY(!given.way("cohortsCard", "reportXlsx"));
        QVERIFY(given.way("cohortsCard", "asPdf")->isEnabled());

        given.page->findChild<kit::ChoiceFilter *>("state")->pick(QStringLiteral("Goa"));

        QVERIFY(!given.way("revenueCard", "reportXlsx")->isEnabled());
        QCOMPARE(given.way("revenueCard", "reportXlsx")->toolTip(),
                 "The report cannot be narrowed by category or by the buyers' state.");
        QVERIFY(given.way("operationsCard", "reportXlsx")->isEnabled()); // of the whole market, as its card
        given.page->findChild<kit::ChoiceFilter *>("state")->pick({});
        given.page->findChild<kit::Segments *>("kinds")->choose(1);
        QVERIFY(!given.way("topCard", "reportPdf")->isEnabled());
    }

    // CADM-12
    void whatIsShownIsPrinted()
    {
        Fixture given;
        given.open();
        const QTemporaryDir place;
        given.choose("cohortsCard", "asPdf");

        QVERIFY(!given.facts("cohortsCard").first().contains("Period")); // of all months
        Q_EMIT given.page->findChild<QFileDialog *>()->fileSelected(place.filePath("cohorts.pdf"));

        QFile file(place.filePath("cohorts.pdf"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF-"));
    }

    // A card that kept its figures keeps the days that they are of.
    void thePaperSaysTheDaysOfWhatItsCardShows()
    {
        Fixture given;
        given.begin();
        Funnel week = samples::funnel();
        week.period = sevenDays();
        given.console.server.answer(api::readFunnel, week);
        given.console.server.refuse(api::readRevenue, ErrorCode::Internal);

        given.choosePeriod(1);

        QVERIFY(given.card("revenueCard").isTroubled());
        QCOMPARE(given.facts("revenueCard").first(), "Period: 22 Oct 2026 – 20 Nov 2026");
        QCOMPARE(given.facts("funnelCard").first(), "Period: 14 Nov 2026 – 20 Nov 2026");
        given.choose("revenueCard", "reportPdf");
        QCOMPARE(given.console.server.lastBody(api::runReport, ReportName::DailySales),
                 json::bytes(RunReport{.format = ReportFormat::Pdf,
                                       .scope = {.period = ReportPeriod::Custom,
                                                 .from = samples::thirtyDays().from,
                                                 .to = samples::thirtyDays().to}}));
    }

    void thePaperSaysTheFiltersThatNarrowedItsCard()
    {
        Fixture given;
        given.open();

        given.filter("category").pick(samples::categories().first().id.text());

        const QString period = QStringLiteral("Period: 22 Oct 2026 – 20 Nov 2026");
        const QString category = QStringLiteral("Category: ") + samples::categories().first().name;
        QCOMPARE(given.facts("revenueCard").first(), period + QStringLiteral(" · ") + category);
        QCOMPARE(given.facts("processingCard").first(), period);
        QCOMPARE(given.facts("operationsCard").first(), period);
        QCOMPARE(given.facts("cohortsCard").size(), 1); // of when, and for whom
    }

    void figuresThatAreBeingFetchedAreNotGivenAway()
    {
        Fixture given;
        given.open();
        given.console.server.hold();

        given.choosePeriod(1);

        QVERIFY(!given.way("revenueCard", "asPdf")->isEnabled());
        QVERIFY(!given.way("revenueCard", "reportXlsx")->isEnabled());
        QCOMPARE(given.way("revenueCard", "reportXlsx")->toolTip(), "These figures are not there yet.");
        given.console.server.release();
        QVERIFY(given.way("revenueCard", "asPdf")->isEnabled());
        QVERIFY(given.way("revenueCard", "reportXlsx")->isEnabled());
    }

    void aReportUnderWayIsNotRunTwice()
    {
        Fixture given;
        given.begin();

        given.choose("revenueCard", "reportXlsx");

        QCOMPARE(given.timesRun(), 1);
        QVERIFY(!given.way("revenueCard", "reportXlsx")->isEnabled());
        QVERIFY(given.way("revenueCard", "reportPdf")->isEnabled());
        given.run.status = RunStatus::Cancelled;
        given.console.server.answer(api::cancelRun, given.run, given.run.id);
        QVERIFY(press(*given.page, "cancelActive"));
        QVERIFY(given.way("revenueCard", "reportXlsx")->isEnabled());
    }

    void whatWasReadBeforeTheCancelDoesNotOfferTheFileAfterIt()
    {
        Fixture given;
        given.begin();
        given.end();
        given.console.server.hold();
        given.askAgain();
        QTRY_COMPARE(given.console.server.timesAsked(api::readRun, given.run.id), 1);
        ReportRun cancelled = given.run;
        cancelled.status = RunStatus::Cancelled;
        given.console.server.answer(api::cancelRun, cancelled, given.run.id);
        QVERIFY(press(*given.page, "cancelActive"));

        given.console.server.release();

        QVERIFY(!given.dialog());
        QCOMPARE(given.console.notices.toasts, QStringList{"Daily sales: Cancelled"});
        QTRY_VERIFY(!given.line());
    }

    // Neither a second run nor one that goes on unseen.
    void aCancelThatDoesNotArriveIsTriedAgainWhileTheRunIsWatched()
    {
        Fixture given;
        given.begin();
        given.console.server.refuse(api::cancelRun, ErrorCode::Internal, given.run.id);

        QVERIFY(press(*given.page, "cancelActive"));

        QVERIFY(given.page->findChild<QTimer *>("again")->isActive());
        QVERIFY(found<QAbstractButton>(*given.page, "cancelActive"));
        Q_EMIT given.line()->findChild<kit::Banner *>()->acted();
        QCOMPARE(given.console.server.timesAsked(api::cancelRun, given.run.id), 2);
        QCOMPARE(given.timesRun(), 1);
    }

    void aRunThatWasOverBeforeItsCancelIsOffered()
    {
        Fixture given;
        given.begin();
        given.end();
        given.console.server.refuse(api::cancelRun, ErrorCode::Conflict, given.run.id);

        QVERIFY(press(*given.page, "cancelActive"));
        given.askAgain();

        QTRY_VERIFY(given.dialog());
        QVERIFY(!shows(*given.line(), QStringLiteral("req-7")));
        QCOMPARE(given.timesRun(), 1);
    }

    void aFileThatDidNotArriveIsFetchedAgainWithoutANewRun()
    {
        Fixture given;
        given.run.status = RunStatus::Done;
        given.run.fileName = QStringLiteral("daily-sales.xlsx");
        given.begin();
        given.console.server.refuse(api::downloadRun, ErrorCode::Internal, given.run.id);
        const QTemporaryDir place;
        Q_EMIT given.dialog()->fileSelected(place.filePath("sales.xlsx"));
        QVERIFY(shows(*given.line(), QStringLiteral("req-7")));
        given.console.server.answer(api::downloadRun, {.bytes = "xlsx"}, given.run.id);

        Q_EMIT given.line()->findChild<kit::Banner *>()->acted();

        QCOMPARE(given.console.server.timesAsked(api::downloadRun, given.run.id), 2);
        QCOMPARE(given.timesRun(), 1);
        QCOMPARE(given.console.notices.toasts, QStringList{"Saved"});
        QVERIFY(QFile::exists(place.filePath("sales.xlsx")));
    }

    void aStoppedDownloadLeavesNoLineAndMayBeginAgain()
    {
        Fixture given;
        given.run.status = RunStatus::Done;
        given.run.fileName = QStringLiteral("daily-sales.xlsx");
        given.begin();
        given.console.server.hold();
        const QTemporaryDir place;
        Q_EMIT given.dialog()->fileSelected(place.filePath("sales.xlsx"));

        QVERIFY(press(*given.page, "stopSaving"));

        QTRY_VERIFY(!given.line());
        QVERIFY(given.way("revenueCard", "reportXlsx")->isEnabled());
        QVERIFY(given.console.notices.toasts.isEmpty());
    }
};

CONSOLE_TEST(TestAnalyticsGiving)
#include "tst_analyticsgiving.moc"
