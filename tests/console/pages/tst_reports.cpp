// CADM-12 and CADM-18: reports are run, saved and downloaded, and keys are made, on the page for it.

#include "console/kit/tablemodel.h"
#include "tests/console/pages/reportspage.h"
#include "tests/console/pages/zone.h"
#include "tests/console/registry.h"

#include <QClipboard>
#include <QFileDialog>
#include <QListWidget>
#include <QProgressBar>
#include <QTemporaryDir>

using namespace reportspage;

class TestReportsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportIsRunWithPeriodAndFormat()
    {
        ReportsFixture given;
        given.open();
        given.console.server.answer(api::runReport, samples::reportRun(1, "Daily sales", RunStatus::Waiting),
                                    ReportName::DailySales);
        QVERIFY(!press(*given.page, "run")); // nothing is chosen

        given.choose("reports", 0);
        QVERIFY(press(*given.page, "run"));
        QDialog *dialog = dialogOf(*given.page);
        given.pick(*dialog, "period", "custom");
        type(*dialog, "from", "2026-11-01");
        type(*dialog, "to", "2026-11-15");
        given.pick(*dialog, "format", "xlsx");
        given.pick(*dialog, "language", "hi");
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::runReport, ReportName::DailySales),
                 json::bytes(RunReport{.format = ReportFormat::Xlsx,
                                       .language = "hi",
                                       .scope = {.period = ReportPeriod::Custom,
                                                 .from = QStringLiteral("2026-11-01"),
                                                 .to = QStringLiteral("2026-11-15")}}));
        QCOMPARE(given.page->findChild<QTabBar *>("tabs")->currentIndex(), int(RunsTab));
        QCOMPARE(given.console.notices.toasts, QStringList{"Daily sales is being made"});
    }

    void aRefusedPeriodStandsBesideItsField()
    {
        ReportsFixture given;
        given.open();
        given.console.server.refuse(api::runReport,
                                    Error{.code = ErrorCode::ValidationFailed,
                                          .message = QStringLiteral("The request has invalid fields."),
                                          .fields = {{"scope.to", "is before the first day"}}},
                                    ReportName::DailySales);

        given.choose("reports", 0);
        QVERIFY(press(*given.page, "run"));
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(press(*dialog, "verb"));

        QTRY_VERIFY(shows(*dialog, QStringLiteral("Is before the first day")));
        QCOMPARE(given.page->findChild<QTabBar *>("tabs")->currentIndex(), int(ReportsTab));
    }

    void anExportThatMayNotBeReadIsNotOffered()
    {
        ReportsFixture given;
        given.open(ExportsTab);

        given.choose("exports", 2);

        auto *run = found<QAbstractButton>(*given.page, "run");
        QVERIFY(!run->isEnabled());
        QCOMPARE(run->toolTip(), QStringLiteral("Your account may not read this."));
    }

    void runsShowTheirProgressAndCanBeStopped()
    {
        ReportsFixture given;
        given.open(RunsTab);
        const ReportRun running = samples::reportRuns().first();
        ReportRun stopped = running;
        stopped.status = RunStatus::Cancelled;
        given.console.server.answer(api::cancelRun, stopped, running.id);

        auto *bar = found<QProgressBar>(*given.page, "");
        QVERIFY(bar);
        QCOMPARE(bar->value(), 420);
        QVERIFY(shows(*given.page, QStringLiteral("42,000 of about 1,00,000 rows")));
        QCOMPARE(given.page->waiting(), 2);
        QVERIFY(press(*given.page, "cancelActive"));

        QCOMPARE(given.console.server.timesAsked(api::cancelRun, running.id), 1);
        QCOMPARE(given.cell(given.page->findChild<QAbstractItemView *>("runs"), 0, 2), QStringLiteral("Cancelled"));
        QCOMPARE(given.page->waiting(), 1);
    }

    void aFileIsSavedWhereTheUserSays()
    {
        ReportsFixture given;
        given.open(RunsTab);
        const ReportRun done = samples::reportRuns().at(2);
        given.console.server.answer(api::downloadRun, {.bytes = "%PDF-1.4 report", .contentType = "application/pdf"},
                                    done.id);
        const QTemporaryDir folder;

        QVERIFY(!press(*given.page, "download"));
        given.choose("runs", 2);
        QVERIFY(press(*given.page, "download"));
        auto *dialog = given.page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        const QString path = folder.filePath("sales.pdf");
        Q_EMIT dialog->fileSelected(path);

        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("%PDF-1.4 report"));
        QCOMPARE(given.console.server.asked.last().sizeMax, kit::downloadMax);
        QTRY_VERIFY(!given.page->findChild<QWidget *>("receiving"));
    }

    void aDownloadShowsHowFarItIsAndIsStopped()
    {
        ReportsFixture given;
        given.open(RunsTab);
        const ReportRun done = samples::reportRuns().at(2);
        const QTemporaryDir folder;
        given.choose("runs", 2);
        QVERIFY(press(*given.page, "download"));
        given.console.server.hold();
        Q_EMIT given.page->findChild<QFileDialog *>()->fileSelected(folder.filePath("sales.pdf"));
        const kit::Call call = given.console.server.asked.last();
        QVERIFY(call.wantedBy);

        call.progress(1'048'576, 4'194'304);
        QVERIFY(shows(*given.page, QStringLiteral("1 MB of 4.2 MB")) ||
                shows(*given.page, QStringLiteral("1.0 MB of 4.2 MB")));
        QVERIFY(press(*given.page, "stopSaving"));

        QTRY_VERIFY(!call.wantedBy);
        call.progress(2'097'152, 4'194'304); // what still comes reaches nobody
        given.console.server.release();
        QCOMPARE(given.console.notices.toasts, QStringList());
    }

    void aPollThatFailsDoesNotEndTheWatching()
    {
        ReportsFixture given;
        given.open(RunsTab);
        given.console.server.cut();
        const int before = given.console.server.timesAsked(api::listRuns);
        QTRY_COMPARE_WITH_TIMEOUT(given.console.server.timesAsked(api::listRuns), before + 1, 5000);

        given.console.server.mend();

        QTRY_COMPARE_WITH_TIMEOUT(given.console.server.timesAsked(api::listRuns), before + 2, 5000);
    }

    void aFailedRunSaysWhyAndRunsAgain()
    {
        ReportsFixture given;
        given.open(RunsTab);
        const ReportRun failed = samples::reportRuns().at(3);
        given.console.server.answer(api::retryRun, samples::reportRun(9, "Payouts", RunStatus::Waiting), failed.id);

        QAbstractItemView *runs = given.choose("runs", 3);
        QVERIFY(runs->model()->index(3, 0).data(Qt::AccessibleTextRole).toString().contains("did not take the file") ||
                runs->model()
                    ->index(3, 0)
                    .data(kit::TableModel::CellRole)
                    .value<kit::Cell>()
                    .second.contains("did not take the file"));
        QVERIFY(press(*given.page, "retry"));

        QCOMPARE(given.console.server.timesAsked(api::retryRun, failed.id), 1);
    }

    void pausingKeepsEverythingElse()
    {
        ReportsFixture given;
        given.open(SchedulesTab);
        ReportDefinition daily = samples::reportDefinitions().first();
        daily.isPaused = true;
        given.console.server.answer(api::changeDefinition, daily, daily.id);

        QAbstractItemView *list = given.choose("schedules", 0);
        QVERIFY(press(*given.page, "pause"));

        const auto sent =
            json::parse<PutReportDefinition>(given.console.server.lastBody(api::changeDefinition, daily.id));
        QVERIFY(sent);
        QVERIFY(sent->isPaused);
        QCOMPARE(sent->recipients, daily.recipients);
        QCOMPARE(sent->version, std::optional(4));
        QCOMPARE(given.cell(list, 0, 2), QStringLiteral("Paused"));
        QCOMPARE(found<QAbstractButton>(*given.page, "pause")->text().trimmed(), QStringLiteral("Resume"));
    }

    // CADM-12: what runs at seven in India next runs at seven, whatever zone the machine is set to.
    void theNextRunIsReadFromTheClockOfTheSchedule()
    {
        for (const char *name : {"America/New_York", "Pacific/Auckland", "Asia/Kolkata", "UTC"}) {
            const Zone zone(name);
            ReportDefinition daily = samples::reportDefinitions().first();
            daily.nextAt = *Instant::parse(u"2026-11-21T01:30:00.000Z");
            ReportsFixture given;
            given.console.server.answer(api::listDefinitions, QList<ReportDefinition>{daily});

            given.open(SchedulesTab);

            const auto cells = given.choose("schedules", 0)->model();
            QCOMPARE(cells->index(0, 1).data(kit::TableModel::CellRole).value<kit::Cell>().second,
                     QStringLiteral("at 07:00"));
            QCOMPARE(cells->index(0, 2).data().toString(), QStringLiteral("21 Nov, 07:00"));
        }
    }

    void aSavedReportIsRemovedOnlyAfterTheQuestion()
    {
        ReportsFixture given;
        given.open(SchedulesTab);
        const ReportDefinition last = samples::reportDefinitions().last();
        given.console.server.answer(api::removeDefinition, Nothing{}, last.id);

        given.choose("schedules", 2);
        QVERIFY(press(*given.page, "remove"));
        QCOMPARE(given.console.server.timesAsked(api::removeDefinition, last.id), 0);
        QVERIFY(press(*dialogOf(*given.page), "verb"));

        QCOMPARE(given.console.server.timesAsked(api::removeDefinition, last.id), 1);
    }

    void aKeyIsShownOnceToBeCopied()
    {
        ReportsFixture given;
        given.open(KeysTab);
        given.console.server.answer(api::createApiKey,
                                    {.key = samples::apiKeys().first(), .secret = "kbk_3fA9c1secret"});

        QVERIFY(press(*given.page, "create"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "name", "Accounting");
        QVERIFY(!press(*dialog, "verb")); // it opens nothing yet
        found<QListWidget>(*dialog, "scopes")->item(3)->setCheckState(Qt::Checked);
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::createApiKey),
                 json::bytes(CreateApiKey{.name = "Accounting", .scopes = {ReportName::Financial}, .days = 365}));
        QCOMPARE(found<QLineEdit>(*dialog, "secret")->text(), QStringLiteral("kbk_3fA9c1secret"));
        QTest::keyClick(dialog, Qt::Key_Escape); // it would be gone for good
        QVERIFY(dialog->isVisible());
        QVERIFY(press(*dialog, "copy"));
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("kbk_3fA9c1secret"));
    }

    void revokingAKeyIsAskedFirst()
    {
        ReportsFixture given;
        given.open(KeysTab);
        ApiKey key = samples::apiKeys().first();
        key.revokedAt = samples::now;
        given.console.server.answer(api::revokeApiKey, key, key.id);

        QAbstractItemView *list = given.choose("keys", 0);
        QCOMPARE(given.cell(list, 0, 2), QStringLiteral("Active"));
        QVERIFY(press(*given.page, "revoke"));
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(shows(*dialog, QStringLiteral("Accounting at head office")));
        QCOMPARE(given.console.server.timesAsked(api::revokeApiKey, key.id), 0);
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.cell(list, 0, 2), QStringLiteral("Revoked"));
        QVERIFY(!press(*given.page, "revoke"));
    }

    void emptyAndBrokenListsSaySo()
    {
        ReportsFixture given;
        given.console.server.answer(api::listRuns, samples::page<ReportRun>({}));
        given.console.server.refuse(api::listApiKeys, Error{ErrorCode::Internal, QStringLiteral("It broke.")});
        given.open(RunsTab);
        QVERIFY(shows(*given.page, QStringLiteral("Nothing was run yet")));

        given.page->findChild<QTabBar *>("tabs")->setCurrentIndex(KeysTab);

        QVERIFY(shows(*given.page, QStringLiteral("req-7")));
    }

    void everyControlHasAName()
    {
        ReportsFixture given;
        for (const Tab tab : {ReportsTab, ExportsTab, SchedulesTab, RunsTab, KeysTab}) {
            given.open(tab);
            QCOMPARE(nameless(*given.page), QString());
        }
    }
};

CONSOLE_TEST(TestReportsPage)
#include "tst_reports.moc"
