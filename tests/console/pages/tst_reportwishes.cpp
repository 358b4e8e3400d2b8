// What the dialogs of reports ask for, and what is sent of it.

#include "tests/console/pages/reportspage.h"
#include "tests/console/registry.h"

#include <QListWidget>

using namespace reportspage;

class TestReportWishes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFailedToComeIsAskedForAgain()
    {
        Fixture given;
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
        Fixture given;
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

    // An export usually runs by hand, so nobody is mailed; its own period is given with its days.
    void anExportIsSavedToBeRunByHand()
    {
        Fixture given;
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
        Fixture given;
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

    void aScheduleIsSavedWithItsHourAndMailsMe()
    {
        Fixture given;
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
