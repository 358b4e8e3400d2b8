#include "console/pages/analytics/page.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/reportsamples.h"
#include "tests/console/pages/samples.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QFileDialog>
#include <QMenu>
#include <QTemporaryDir>

namespace {

struct Fixture
{
    ConsoleKit console{Role::Admin};
    std::unique_ptr<kit::Page> page;

    Fixture()
    {
        console.server.answer(api::readRevenue, samples::revenue());
        console.server.answer(api::readFunnel, samples::funnel());
        console.server.answer(api::readTop, samples::top(TopKind::Vendors));
        console.server.answer(api::readCohorts, samples::cohorts());
        console.server.answer(api::readProcessing, samples::processing());
        console.server.answer(api::readOperations, samples::operations());
        console.server.answer(api::listCategories, samples::categories());
    }
    void open()
    {
        page = std::make_unique<analytics::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
    }
    kit::Card &card(const char *name) { return *page->findChild<kit::Card *>(QLatin1StringView(name)); }
    const kit::Figures &table(const char *name)
    {
        return page->findChild<kit::FiguresTable *>(QLatin1StringView(name))->figures();
    }
    // What the button of a card offers.
    QAction *way(const char *ofCard, const char *name)
    {
        for (const QMenu *menu : card(ofCard).findChildren<QMenu *>()) {
            for (QAction *action : menu->actions()) {
                if (action->objectName() == QLatin1StringView(name))
                    return action;
            }
        }
        return nullptr;
    }
    void choose(const char *ofCard, const char *name) { way(ofCard, name)->trigger(); }
    QStringList askedSince(int first) { return console.server.lines().mid(first); }
};

} // namespace

// CADM-12
class TestAnalyticsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theForecastFollowsTheSalesAndNamesItsMethod()
    {
        Fixture given;

        given.open();

        const auto *trend = found<kit::TrendChart>(*given.page, "trend");
        QVERIFY(trend);
        QCOMPARE(trend->spoken(30), "21 Nov, expected ₹30,90,000.00, ₹26,70,000.00 – ₹33,80,000.00");
        QVERIFY(shows(
            *given.page,
            QStringLiteral("₹8.94 Cr placed, ₹7.95 Cr before · forecast: Holt–Winters, learned from 182 day(s)")));
        QCOMPARE(given.card("revenueCard").figures().rows.size(), 44);
    }

    void withoutHistoryItSaysThatThereIsNone()
    {
        Fixture given;
        Revenue young = samples::revenue();
        young.forecast.reset();
        given.console.server.answer(api::readRevenue, young);
        given.console.server.answer(api::readCohorts, Cohorts{});

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("too little data for a forecast: fewer than 28 days")));
        QVERIFY(shows(*given.page, QStringLiteral("n = 0")));
    }

    void cohortsAreATintedTable()
    {
        Fixture given;

        given.open();

        const kit::Figures &cohorts = given.table("cohorts");
        QCOMPARE(cohorts.rows.size(), 6);
        QCOMPARE(cohorts.rows.at(0).at(0).text, "Jun 2026");
        QCOMPARE(cohorts.rows.at(0).at(1).text, "1,200");
        QCOMPARE(cohorts.rows.at(0).at(2).text, "54%");
        QCOMPARE(cohorts.rows.at(0).at(2).heat, 10'000);
        QCOMPARE(cohorts.rows.at(5).at(2).text, QString()); // not over yet
        QVERIFY(!cohorts.rows.at(5).at(2).heat);
    }

    void stepsWithoutOrdersSayHowLittleIsKnown()
    {
        Fixture given;

        given.open();

        const kit::Figures &steps = given.table("processing");
        QCOMPARE(steps.rows.at(0).at(0).text, "Confirm (≤ 1 h)");
        QCOMPARE(steps.rows.at(0).at(1).text, "23 min");
        QCOMPARE(steps.rows.at(3).at(0).text, "Settle, too little data: n = 0");
    }

    void operationsStandBesideTheirTargets()
    {
        Fixture given;

        given.open();

        const kit::Figures &operations = given.table("operations");
        QCOMPARE(operations.rows.at(0).at(1).text, "96.41%");
        QCOMPARE(operations.rows.at(0).at(3).text, "95%");
        const QList<kit::Figures::Cell> answer = operations.rows.at(operations.rows.size() - 2);
        QCOMPARE(answer.at(1).text, "184 ms");
        QCOMPARE(answer.at(3).text, "2,000 ms");
        QCOMPARE(operations.rows.last().at(1).text, "99.96%");
        QCOMPARE(operations.rows.last().at(3).text, "99.9%");
    }

    void aFilterNarrowsWhatCanBeNarrowed()
    {
        Fixture given;
        given.open();
        const int before = int(given.console.server.lines().size());
        const QString copper = samples::categories().first().id.text();

        given.page->findChild<kit::ChoiceFilter *>(QStringLiteral("category"))->pick(copper);

        const QStringList asked = given.askedSince(before);
        const QString base = QStringLiteral("get /api/v1/admin/analytics/");
        QVERIFY2(asked.contains(base + "funnel?category=" + copper + "&period=month"), qPrintable(asked.join(u'\n')));
        QVERIFY(asked.contains(base + "cohorts") || asked.contains(base + "cohorts?months=12"));
        given.page->findChild<kit::Segments *>(QStringLiteral("kinds"))->choose(1);
        QVERIFY2(!given.console.server.lines().last().contains("category="),
                 qPrintable(given.console.server.lines().last()));
    }

    // The server refuses a category or a state there, because only a vendor narrows these times.
    void processingTimesAreNarrowedByTheVendorOnly()
    {
        Fixture given;
        given.open();
        const QString copper = samples::categories().first().id.text();
        const QString vendor = samples::id<Vendor>(1).text();

        given.page->findChild<kit::ChoiceFilter *>(QStringLiteral("category"))->pick(copper);
        given.page->findChild<kit::ChoiceFilter *>(QStringLiteral("state"))->pick(QStringLiteral("Goa"));
        given.page->findChild<kit::ChoiceFilter *>(QStringLiteral("vendor"))->pick(vendor);

        const QStringList asked = given.console.server.lines().filter(QStringLiteral("/processing"));
        QCOMPARE(asked.last(), "get /api/v1/admin/analytics/processing?period=month&vendor=" + vendor);
        QVERIFY(shows(*given.page, QStringLiteral("of all categories and states")));
    }

    void anotherPageNarrowsItToACategory()
    {
        Fixture given;
        given.open();
        const QString copper = samples::categories().first().id.text();

        given.page->narrow({{"category", copper}, {"period", "week"}});
        given.page->refresh();

        const QStringList asked = given.console.server.lines().filter(QStringLiteral("/funnel"));
        QCOMPARE(asked.last(), "get /api/v1/admin/analytics/funnel?category=" + copper + "&period=week");
    }

    void figuresLeadToTheirOrders()
    {
        Fixture given;
        given.open();

        Q_EMIT given.page->findChild<kit::LineList *>(QStringLiteral("funnel"))->opened(QStringLiteral("completed"));
        Q_EMIT given.page->findChild<kit::FiguresTable *>(QStringLiteral("top"))->opened(1);

        QCOMPARE(given.console.navigator.opened,
                 QStringList(
                     {"admin.orders?days=30&status=completed",
                      "admin.orders?days=30&vendor=" + samples::id<Vendor>(2).text() + "&vendor_name=GreenScrap Co."}));
    }

    void onePartThatFailsAsksAgainByItself()
    {
        Fixture given;
        given.console.server.refuse(api::readTop, ErrorCode::Internal);
        given.open();
        QVERIFY(given.card("topCard").isTroubled());
        QVERIFY(!given.card("revenueCard").isTroubled());
        const int revenue = given.console.server.timesAsked(api::readRevenue);
        given.console.server.answer(api::readTop, samples::top(TopKind::Vendors));

        QVERIFY(press(given.card("topCard"), "stateButton"));

        QVERIFY(!given.card("topCard").isTroubled());
        QCOMPARE(given.console.server.timesAsked(api::readRevenue), revenue);
    }

    void whatIsShownIsSavedAsCsv()
    {
        Fixture given;
        given.open();
        QTemporaryDir place;
        given.choose("topCard", "asCsv");
        auto *dialog = given.page->findChild<QFileDialog *>();
        QVERIFY(dialog);

        Q_EMIT dialog->fileSelected(place.filePath(QStringLiteral("top.csv")));

        QFile file(place.filePath(QStringLiteral("top.csv")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QCOMPARE(lines.at(0), QByteArray("\xEF\xBB\xBFName,Orders,Placed,Before,Change,Share\r"));
        QCOMPARE(lines.at(1), QByteArray("Sharma Metals & Alloys,1012,4830000.00,4347000.00,11.11,5.40\r"));
        QCOMPARE(given.console.notices.toasts.size(), 1);
    }

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

        QVERIFY(shows(*given.page->findChild<QWidget *>("reportFetch"), QStringLiteral("req-7")));
        QVERIFY(given.console.notices.toasts.isEmpty());
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

        Q_EMIT given.page->findChild<QFileDialog *>()->fileSelected(place.filePath("cohorts.pdf"));

        QFile file(place.filePath("cohorts.pdf"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF-"));
    }

    // AN-03: by day, by week and by month; what is expected is expected by the day.
    void salesAreShownByTheDayTheWeekOrTheMonth()
    {
        Fixture given;
        given.open();

        given.page->findChild<kit::Segments *>("steps")->choose(2);

        QCOMPARE(given.console.server.lines().filter("/revenue").last(),
                 "get /api/v1/admin/analytics/revenue?forecast_days=0&period=month&step=month");
        given.page->findChild<kit::Segments *>("periods")->choose(3);
        QCOMPARE(given.console.server.lines().filter("/revenue").last(),
                 "get /api/v1/admin/analytics/revenue?forecast_days=0&period=quarter&step=week");
    }

    // CADM-12: the formula and the source of each figure (D-11).
    void everyLineOfTheOperationsSaysWhatItIsMadeOf()
    {
        Fixture given;
        given.open();

        const auto *model = given.page->findChild<kit::FiguresTable *>("operations")->view()->model();
        QCOMPARE(model->rowCount(), 20);
        for (int row = 0; row < model->rowCount(); ++row) {
            for (const Qt::ItemDataRole role : {Qt::ToolTipRole, Qt::AccessibleDescriptionRole})
                QVERIFY2(model->index(row, 1).data(role).toString().contains("Source: "),
                         qPrintable(model->index(row, 0).data().toString()));
        }
    }

    void aNameThatWouldBeAFormulaIsDefused()
    {
        const kit::Figures figures{.headings = {"Name", "Amount"},
                                   .rows = {{{.text = "=HYPERLINK(\"x\")"}, {.plain = "-5.00", .isNumber = true}},
                                            {{.text = "@a,b"}, {.plain = "1", .isNumber = true}}}};

        QCOMPARE(figures.csv(), QByteArray("\xEF\xBB\xBFName,Amount\r\n\"'=HYPERLINK(\"\"x\"\")\",-5.00\r\n"
                                           "\"'@a,b\",1\r\n"));
    }

    void everyControlHasAName()
    {
        Fixture given;
        given.open();

        QCOMPARE(nameless(*given.page), QString());
    }
};

CONSOLE_TEST(TestAnalyticsPage)
#include "tst_analytics.moc"
