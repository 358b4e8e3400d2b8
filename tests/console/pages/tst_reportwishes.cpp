// What the dialogs of reports ask for, and what is sent of it.

#include "console/kit/tableview.h"
#include "tests/console/pages/reportspage.h"
#include "tests/console/registry.h"

#include <QCheckBox>
#include <QListWidget>

using namespace reportspage;

class TestReportWishes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFailedToComeIsAskedForAgain()
    {
        ReportsFixture given;
        given.console.server.cut();
        given.open(SchedulesTab);
        given.console.server.mend();

        given.page->refresh();

        QCOMPARE(given.console.server.timesAsked(api::listReports), 2);
        given.page->refresh();
        QCOMPARE(given.console.server.timesAsked(api::listReports), 2);
        QVERIFY(press(*given.page, "add"));
        QCOMPARE(found<QComboBox>(*dialogOf(*given.page), "name")->count(), 8);
    }

    void aReportIsNarrowedByStoreCategoryAndState()
    {
        ReportsFixture given;
        given.open(ExportsTab);
        const QString metals = samples::categories().first().id.text();
        const QString best = samples::top(TopKind::Vendors).entries.first().key;

        given.choose("exports", 0);
        QVERIFY(press(*given.page, "run"));
        QDialog *dialog = dialogOf(*given.page);
        given.pick(*dialog, "vendor_id", best);
        given.pick(*dialog, "category_id", metals);
        given.pick(*dialog, "region", "IN-MH");
        QVERIFY(press(*dialog, "verb"));

        const auto sent = json::parse<RunReport>(given.console.server.lastBody(api::runReport, ReportName::Orders));
        QVERIFY(sent);
        QCOMPARE(sent->scope.vendorId->text(), best);
        QCOMPARE(sent->scope.categoryId->text(), metals);
        QCOMPARE(sent->scope.region, std::optional(QStringLiteral("IN-MH")));
    }

    // CADM-12, REP-01: what is saved is narrowed as a run is.
    void aSavedReportIsNarrowedLikeARun()
    {
        ReportsFixture given;
        given.open();
        given.console.server.answer(api::addDefinition, samples::reportDefinitions().first());
        const QString best = samples::top(TopKind::Vendors).entries.first().key;

        given.choose("reports", 0);
        QVERIFY(press(*given.page, "save"));
        QDialog *dialog = dialogOf(*given.page);
        given.pick(*dialog, "vendor_id", best);
        given.pick(*dialog, "region", "IN-MH");
        given.pick(*dialog, "format", "csv");
        found<QCheckBox>(*dialog, "byte_order_mark")->setChecked(true);
        QVERIFY(press(*dialog, "verb"));

        const auto sent = json::parse<PutReportDefinition>(given.console.server.lastBody(api::addDefinition));
        QVERIFY(sent);
        QCOMPARE(sent->scope.vendorId->text(), best);
        QVERIFY(!sent->scope.categoryId);
        QCOMPARE(sent->scope.region, std::optional(QStringLiteral("IN-MH")));
        QVERIFY(sent->byteOrderMark);
    }

    // CADM-12: another kind has other filters; what was set for the old one goes with its field.
    void whatDoesNotFitTheKindIsNeitherShownNorKept()
    {
        ReportsFixture given;
        given.open();
        given.console.server.answer(api::addDefinition, samples::reportDefinitions().first());
        const QString best = samples::top(TopKind::Vendors).entries.first().key;

        given.choose("reports", 0);
        QVERIFY(press(*given.page, "save"));
        QDialog *dialog = dialogOf(*given.page);
        const auto isShown = [&](const char *field) { return found<QWidget>(*dialog, field) != nullptr; };
        given.pick(*dialog, "vendor_id", best);
        const bool before = isShown("vendor_id"), dayBefore = isShown("from"), hourBefore = isShown("hour");
        given.pick(*dialog, "name", "financial");
        given.pick(*dialog, "frequency", "never");

        QVERIFY(before && !dayBefore && hourBefore);
        QVERIFY(!isShown("vendor_id") && !isShown("category_id") && !isShown("region"));
        QVERIFY(isShown("from") && isShown("to") && isShown("period"));
        QVERIFY(!isShown("hour") && !isShown("recipients"));
        QVERIFY(press(*dialog, "verb"));
        const auto sent = json::parse<PutReportDefinition>(given.console.server.lastBody(api::addDefinition));
        QVERIFY(sent);
        QCOMPARE(sent->name, ReportName::Financial);
        QVERIFY(!sent->scope.vendorId);
        QCOMPARE(sent->recipients, QList<Id<Account>>());
    }

    // CADM-12: a store that is not among the best is still the saved report's.
    void anEditedReportKeepsTheStoreItWasSavedWith()
    {
        ReportsFixture given;
        QList<ReportDefinition> saved = samples::reportDefinitions();
        saved.first().scope.vendorId = samples::id<Vendor>(4711);
        given.console.server.answer(api::listDefinitions, saved);
        given.console.server.answer(api::changeDefinition, saved.first(), saved.first().id);
        given.open(SchedulesTab);

        given.choose("schedules", 0);
        QVERIFY(press(*given.page, "edit"));
        QDialog *dialog = dialogOf(*given.page);
        const QString shown = found<QComboBox>(*dialog, "vendor_id")->currentText();
        type(*dialog, "title", "Only that store");
        QVERIFY(press(*dialog, "verb"));

        const auto sent =
            json::parse<PutReportDefinition>(given.console.server.lastBody(api::changeDefinition, saved.first().id));
        QVERIFY(sent);
        QCOMPARE(shown, QStringLiteral("The one that was saved"));
        QCOMPARE(sent->scope.vendorId, std::optional(samples::id<Vendor>(4711)));
        QCOMPARE(sent->version, std::optional(4));
    }

    // CADM-12: a schedule that somebody has paused meanwhile is not begun again by who changes its title.
    void anEditThatMetAnotherTakesWhatTheyChanged()
    {
        ReportsFixture given;
        QList<ReportDefinition> saved = samples::reportDefinitions();
        given.console.server.answer(api::listDefinitions, saved);
        given.console.server.refuse(api::changeDefinition,
                                    Error{ErrorCode::Conflict, QStringLiteral("The saved report has changed.")},
                                    saved.first().id);
        given.open(SchedulesTab);
        given.choose("schedules", 0);
        QVERIFY(press(*given.page, "edit"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "title", "Every morning");
        saved.first().isPaused = !saved.first().isPaused;
        saved.first().version = 7;
        given.console.server.answer(api::listDefinitions, saved);

        QVERIFY(press(*dialog, "verb"));

        QVERIFY(shows(*dialog, QStringLiteral("Changed by somebody else meanwhile: Paused.")));
        given.console.server.answer(api::changeDefinition, saved.first(), saved.first().id);
        QVERIFY(press(*dialog, "verb"));
        const auto sent =
            json::parse<PutReportDefinition>(given.console.server.lastBody(api::changeDefinition, saved.first().id));
        QCOMPARE(sent->title, QStringLiteral("Every morning"));
        QCOMPARE(sent->isPaused, saved.first().isPaused);
        QCOMPARE(sent->version, std::optional(7));
    }

    // Without them the form could not name its report, nor tell what narrows it.
    void aSavedReportIsEditedOnceTheReportsThereAreHaveCome()
    {
        ReportsFixture given;
        given.console.server.refuse(api::listReports, ErrorCode::Internal);
        given.open(SchedulesTab);
        auto *saved = static_cast<kit::TableView *>(given.choose("schedules", 0));
        QVERIFY(!press(*given.page, "edit"));
        Q_EMIT saved->opened(saved->chosen());
        QVERIFY(!dialogOf(*given.page));
        given.console.server.answer(api::listReports, samples::reportKinds());

        given.page->refresh();

        QVERIFY(press(*given.page, "edit"));
        QCOMPARE(found<QComboBox>(*dialogOf(*given.page), "name")->currentText(), samples::reportKinds().first().title);
    }

    // An export usually runs by hand, so nobody is mailed; its own period is given with its days.
    void anExportIsSavedToBeRunByHand()
    {
        ReportsFixture given;
        given.open(ExportsTab);
        given.console.server.answer(api::addDefinition, samples::reportDefinitions().last());

        given.choose("exports", 0);
        QVERIFY(press(*given.page, "save"));
        QDialog *dialog = dialogOf(*given.page);
        given.pick(*dialog, "period", "custom");
        type(*dialog, "from", "2026-10-01");
        type(*dialog, "to", "2026-10-15");
        QVERIFY(press(*dialog, "verb"));

        const auto sent = json::parse<PutReportDefinition>(given.console.server.lastBody(api::addDefinition));
        QVERIFY(sent);
        QCOMPARE(sent->frequency, ReportFrequency::Never);
        QCOMPARE(sent->recipients, QList<Id<Account>>());
        QCOMPARE(sent->scope.period, ReportPeriod::Custom);
        QCOMPARE(sent->scope.from, std::optional(QStringLiteral("2026-10-01")));
        QCOMPARE(sent->scope.to, std::optional(QStringLiteral("2026-10-15")));
    }

    void aScheduleMailsWhomTheAdminPicks()
    {
        ReportsFixture given;
        given.open();
        given.console.server.answer(api::addDefinition, samples::reportDefinitions().first());

        given.choose("reports", 0);
        QVERIFY(press(*given.page, "save"));
        QDialog *dialog = dialogOf(*given.page);
        auto *people = found<QListWidget>(*dialog, "recipients");
        QCOMPARE(people->item(0)->checkState(), Qt::Checked); // me
        QCOMPARE(people->item(1)->text(), QStringLiteral("Vikram Shah"));
        people->item(0)->setCheckState(Qt::Unchecked);
        people->item(1)->setCheckState(Qt::Checked);
        QVERIFY(press(*dialog, "verb"));

        const auto sent = json::parse<PutReportDefinition>(given.console.server.lastBody(api::addDefinition));
        QCOMPARE(sent->recipients, QList<Id<Account>>{samples::id<Account>(9)});
    }

    // REP-05: whoever presses twice wants one run.
    void aSavedReportIsBegunOnceAtATime()
    {
        ReportsFixture given;
        given.open(SchedulesTab);
        const ReportDefinition saved = samples::reportDefinitions().first();
        given.console.server.answer(api::runDefinition, samples::reportRun(1, "Daily sales", RunStatus::Waiting),
                                    saved.id);
        given.choose("schedules", 0);

        given.console.server.hold();
        QVERIFY(press(*given.page, "runSaved"));
        const bool isHeld = !press(*given.page, "runSaved");
        const int asked = given.console.server.timesAsked(api::runDefinition, saved.id);
        given.console.server.release();
        given.page->findChild<QTabBar *>("tabs")->setCurrentIndex(SchedulesTab);

        QVERIFY(isHeld);
        QCOMPARE(asked, 1);
        QVERIFY(found<QAbstractButton>(*given.page, "runSaved")->isEnabled());
    }

    void aScheduleIsSavedWithItsHourAndMailsMe()
    {
        ReportsFixture given;
        given.open();
        given.console.server.answer(api::addDefinition, samples::reportDefinitions().first());

        given.choose("reports", 1);
        QVERIFY(press(*given.page, "save"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "title", "Vendors on Monday");
        type(*dialog, "hour", "6");
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::addDefinition),
                 json::bytes(PutReportDefinition{.name = ReportName::VendorPerformance,
                                                 .title = "Vendors on Monday",
                                                 .format = ReportFormat::Pdf,
                                                 .language = "en",
                                                 .frequency = ReportFrequency::Weekly,
                                                 .hour = 6,
                                                 .recipients = {samples::id<Account>(1)}}));
        QCOMPARE(given.page->findChild<QTabBar *>("tabs")->currentIndex(), int(SchedulesTab));
    }
};

CONSOLE_TEST(TestReportWishes)
#include "tst_reportwishes.moc"
