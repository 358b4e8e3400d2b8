#include "shared/contract/reportnews.h"
#include "tests/reports/desk.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

// REP-01, JOB-03: saved reports run by themselves, once per period, and go out by mail.
class TestOfSchedules : public QObject
{
    Q_OBJECT

    static PutReportDefinition daily(const QList<Id<Account>> &recipients = {})
    {
        return {.name = ReportName::DailySales,
                .title = QStringLiteral("Sales of yesterday"),
                .format = ReportFormat::Csv,
                .frequency = ReportFrequency::Daily,
                .hour = 7,
                .recipients = recipients};
    }

    static QByteArray attachmentOf(const QByteArray &mail)
    {
        const qsizetype head = mail.indexOf("Content-Disposition: attachment");
        const qsizetype begin = mail.indexOf("\r\n\r\n", head) + 4;
        return QByteArray::fromBase64(mail.mid(begin, mail.indexOf("\r\n--", begin) - begin).replace("\r\n", ""));
    }

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aScheduleMailsWhatTheDayBeforeBrought()
    {
        Desk desk;
        desk.setDay(QStringLiteral("2026-11-01"));
        desk.fill(desk.buyer, {100'000'000});
        (void)desk.placed();
        const ReportDefinition saved = desk.reports.addDefinition(desk.admin, daily({desk.admin.id})).value();
        desk.jobs.runDue();
        const int before = desk.mailCount();

        desk.setDay(QStringLiteral("2026-11-02"));
        desk.jobs.runDue();
        desk.outbox.drain();
        desk.jobs.runDue();

        const auto runs = desk.reports.listRuns(desk.admin, {.definition = saved.id}).value().items;
        QCOMPARE(saved.nextAt->text(), QStringLiteral("2026-11-02T01:30:00.000Z")); // seven in the morning in India
        QCOMPARE(before, 0);
        QCOMPARE(runs.size(), 1);
        QCOMPARE(runs[0].from, QStringLiteral("2026-11-01"));
        QCOMPARE(runs[0].to, QStringLiteral("2026-11-01"));
        QCOMPARE(runs[0].status, RunStatus::Done);
        QVERIFY(!runs[0].requestedBy);
        QCOMPARE(desk.mailCount(), 1);
        const QByteArray mail = desk.newestMail();
        QVERIFY2(mail.contains("Subject: Sales of yesterday: 1 Nov 2026\r\n"), mail.constData());
        QVERIFY(mail.contains("filename=\"daily-sales-2026-11-01.csv\""));
        QCOMPARE(attachmentOf(mail), desk.file(runs[0]));
        QVERIFY(attachmentOf(mail).startsWith("Day,Store id,"));
    }

    // REP-01, REP-07: daily sales, the week of stores and of people, the month of the platform, the quarter's money.
    void aNewMarketIsReportedOnByItself()
    {
        Desk desk;
        desk.setDay(QStringLiteral("2026-11-03")); // a Tuesday
        const Caller reader = desk.staff(QStringLiteral("eye"), {Permission::ReadReports});
        (void)desk.staff(QStringLiteral("clerk"), {Permission::ManageOrders});

        const auto added = desk.reports.addUsualSchedules(desk.admin);

        QCOMPARE(added.value(), 5);
        const QList<ReportDefinition> usual = desk.reports.listDefinitions(desk.admin).value();
        QStringList said;
        for (const ReportDefinition &each : usual) {
            said += QStringLiteral("%1 %2 %3 %4")
                        .arg(names::text(each.name), names::text(each.frequency), names::text(each.format),
                             each.nextAt->text());
            QCOMPARE(each.recipients, (QList<Id<Account>>{desk.admin.id, reader.id}));
            QCOMPARE(each.createdBy, QStringLiteral("boss"));
        }
        said.sort();
        QCOMPARE(said, QStringList({"daily_sales daily pdf 2026-11-04T01:30:00.000Z",
                                    "financial quarterly pdf 2027-01-01T01:30:00.000Z",
                                    "platform_analytics monthly pdf 2026-12-01T01:30:00.000Z",
                                    "user_activity weekly pdf 2026-11-09T01:30:00.000Z",
                                    "vendor_performance weekly pdf 2026-11-09T01:30:00.000Z"}));
        QCOMPARE(desk.reports.addUsualSchedules(desk.store.caller).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(desk.db.number("count(*) FROM report_definitions"), 5);
    }

    void whatAnAdminPausedOrRemovedOfTheUsualSchedulesStaysSo() // REP-01
    {
        Desk desk;
        desk.setDay(QStringLiteral("2026-11-03"));
        QCOMPARE(desk.reports.addUsualSchedules(desk.admin).value(), 5);
        const QList<ReportDefinition> all = desk.reports.listDefinitions(desk.admin).value();
        const ReportDefinition &first = all.first();
        QVERIFY(desk.reports.changeDefinition(desk.admin, first.id,
                                              {.name = first.name,
                                               .title = first.title,
                                               .frequency = first.frequency,
                                               .isPaused = true,
                                               .version = first.version}));
        for (qsizetype i = 1; i < all.size(); ++i)
            QVERIFY(desk.reports.removeDefinition(desk.admin, all.at(i).id));

        const auto again = desk.reports.addUsualSchedules(desk.admin);
        QVERIFY(desk.reports.removeDefinition(desk.admin, first.id));
        const auto afterAll = desk.reports.addUsualSchedules(desk.admin);
        desk.setDay(QStringLiteral("2027-01-02"));

        QCOMPARE(again.value(), 0);
        QCOMPARE(afterAll.value(), 0);
        QVERIFY(desk.reports.listDefinitions(desk.admin)->isEmpty());
        QCOMPARE(desk.reports.startDue(), 0);
        QCOMPARE(desk.db.number("count(*) FROM report_definitions"), 5);
    }

    void onlyAdminsWhoReadReportsCanBeMailed()
    {
        Desk desk;
        const Caller reader = desk.staff(QStringLiteral("eye"), {Permission::ReadReports});
        (void)desk.staff(QStringLiteral("clerk"), {Permission::ManageOrders});

        const auto offered = desk.reports.listRecipients(desk.admin).value();

        QCOMPARE(offered.size(), 2);
        QCOMPARE(offered[0].id, desk.admin.id);
        QCOMPARE(offered[1].id, reader.id);
        QCOMPARE(offered[1].name, QStringLiteral("eye"));
        QCOMPARE(offered[1].email, QStringLiteral("eye@example.org"));
        QCOMPARE(desk.reports.listRecipients(desk.store.caller).error().code, ErrorCode::PermissionMissing);
    }

    void eachPeriodRunsOnceAlsoAfterAStandstill()
    {
        Desk desk;
        desk.setDay(QStringLiteral("2026-11-01"));
        const ReportDefinition saved = desk.reports.addDefinition(desk.admin, daily()).value();

        desk.setDay(QStringLiteral("2026-11-04"));
        const int begun = desk.reports.startDue();
        const int again = desk.reports.startDue();
        desk.jobs.runDue();

        QStringList days;
        const auto runs = desk.reports.listRuns(desk.admin, {.definition = saved.id}).value();
        for (const ReportRun &run : runs.items)
            days += *run.from;
        QCOMPARE(begun, 3);
        QCOMPARE(again, 0);
        QCOMPARE(days, QStringList(
                           {QStringLiteral("2026-11-03"), QStringLiteral("2026-11-02"), QStringLiteral("2026-11-01")}));
        const auto read = desk.reports.listDefinitions(desk.admin)->first();
        QCOMPARE(read.nextAt->text(), QStringLiteral("2026-11-05T01:30:00.000Z"));
        QCOMPARE(read.lastStatus, RunStatus::Done);
    }

    void aLongStandstillIsMadeUpForOneWeekOnly()
    {
        Desk desk;
        desk.setDay(QStringLiteral("2026-01-01"));
        (void)desk.reports.addDefinition(desk.admin, daily()).value();

        desk.setDay(QStringLiteral("2026-11-01"));

        QCOMPARE(desk.reports.startDue(), 7);
        QCOMPARE(desk.db.number("count(*) FROM report_runs"), 7);
    }

    // Whatever time passes between the looks of the scheduler, no period is left out and none runs twice.
    void howeverOftenOneLooksEachPeriodRunsOnce()
    {
        Desk desk;
        HOLDS("each period runs once", [&] {
            // Those of the last time are over, so that there is room in the queue.
            RC_ASSERT(desk.db
                          ->write([&](Tx &tx) -> Result<> {
                              tx.run("UPDATE report_runs SET status = 'done', finished_at = ? WHERE status = 'waiting'",
                                     tx.now());
                              return {};
                          })
                          .has_value());
            const Id<ReportDefinition> id = desk.reports.addDefinition(desk.admin, daily()).value().id;
            const Instant start = desk.db.clock.now();
            const int looks = *rc::gen::inRange(1, 6);
            for (int i = 0; i < looks; ++i) {
                desk.db.clock.advance(*rc::gen::inRange<qint64>(0, 6 * dayMs));
                desk.reports.startDue();
            }
            const qint64 passed =
                reports::dayOf(desk.db.clock.now().after(-7 * hourMs)) - reports::dayOf(start.after(-7 * hourMs));
            const qint64 runs = desk.db.number("count(*) FROM report_runs WHERE definition_id = ?", id);
            const qint64 days = desk.db.number("count(DISTINCT from_day) FROM report_runs WHERE definition_id = ?", id);
            RC_ASSERT(desk.reports.removeDefinition(desk.admin, id).has_value());
            RC_ASSERT(runs == passed);
            RC_ASSERT(days == passed);
        });
    }

    void aPausedScheduleWaitsAndGoesOnWithTheNextPeriod()
    {
        Desk desk;
        desk.setDay(QStringLiteral("2026-11-01"));
        const ReportDefinition saved = desk.reports.addDefinition(desk.admin, daily()).value();
        PutReportDefinition wish = daily();
        wish.version = saved.version;
        wish.isPaused = true;

        const ReportDefinition paused = desk.reports.changeDefinition(desk.admin, saved.id, wish).value();
        desk.setDay(QStringLiteral("2026-11-03"));
        const int whilePaused = desk.reports.startDue();
        wish.isPaused = false;
        const auto outdated = desk.reports.changeDefinition(desk.admin, saved.id, wish);
        wish.version = paused.version;
        const ReportDefinition resumed = desk.reports.changeDefinition(desk.admin, saved.id, wish).value();

        QVERIFY(!paused.nextAt);
        QCOMPARE(whilePaused, 0);
        QCOMPARE(outdated.error().code, ErrorCode::Conflict);
        QCOMPARE(resumed.nextAt->text(), QStringLiteral("2026-11-04T01:30:00.000Z"));
        QCOMPARE(desk.db.number("count(*) FROM audit_log WHERE action = 'reports.definition_changed'"), 2);
    }

    void aRemovedDefinitionRunsNoMoreAndItsRunsStay()
    {
        Desk desk;
        desk.setDay(QStringLiteral("2026-11-01"));
        const ReportDefinition saved = desk.reports.addDefinition(desk.admin, daily()).value();
        const ReportRun run = desk.reports.runDefinition(desk.admin, saved.id).value();

        QVERIFY(desk.reports.removeDefinition(desk.admin, saved.id));
        desk.setDay(QStringLiteral("2026-11-03"));

        QCOMPARE(desk.reports.startDue(), 0);
        QCOMPARE(desk.reports.removeDefinition(desk.admin, saved.id).error().code, ErrorCode::NotFound);
        QCOMPARE(desk.reports.runDefinition(desk.admin, saved.id).error().code, ErrorCode::NotFound);
        QVERIFY(desk.reports.listDefinitions(desk.admin)->isEmpty());
        QCOMPARE(desk.read(run.id).definitionId, saved.id);
    }

    void whatIsRunByHandIsMailedToNobody()
    {
        Desk desk;
        const ReportDefinition saved = desk.reports.addDefinition(desk.admin, daily({desk.admin.id})).value();

        const ReportRun run = desk.reports.runDefinition(desk.admin, saved.id).value();
        desk.jobs.runDue();
        desk.outbox.drain();
        desk.jobs.runDue();

        QCOMPARE(desk.read(run.id).status, RunStatus::Done);
        QCOMPARE(desk.read(run.id).requestedBy, QStringLiteral("boss"));
        QCOMPARE(desk.mailCount(), 0);
    }

    void onlyWhoMayReadAReportIsMailedIt()
    {
        Desk desk;
        const Caller reader = desk.staff(QStringLiteral("eye"), {Permission::ReadReports});
        PutReportDefinition users = daily({reader.id});
        users.name = ReportName::Users;

        const auto refused = desk.reports.addDefinition(desk.admin, users);
        const auto buyer = desk.reports.addDefinition(desk.admin, daily({desk.buyer.caller.id}));
        const auto accepted = desk.reports.addDefinition(desk.admin, daily({reader.id}));

        QCOMPARE(refused.error().fields.first().field, QStringLiteral("recipients.0"));
        QCOMPARE(buyer.error().fields.first().field, QStringLiteral("recipients.0"));
        QVERIFY(accepted);

        // The permission is gone when the report is ready.
        (void)desk.db->write([&](Tx &tx) -> Result<> {
            tx.run("UPDATE accounts SET permissions = '[]' WHERE id = ?", reader.id);
            return {};
        });
        desk.db.clock.advance(dayMs);
        desk.jobs.runDue();
        desk.outbox.drain();
        desk.jobs.runDue();
        QCOMPARE(desk.db.number("count(*) FROM report_runs WHERE status = 'done'"), 1);
        QCOMPARE(desk.mailCount(), 0);
    }

    void whatIsWrongWithADefinitionIsSaidByItsField()
    {
        Desk desk;
        const auto refused = [&](const PutReportDefinition &wish) {
            return desk.reports.addDefinition(desk.admin, wish).error().fields.first().field;
        };
        PutReportDefinition twoPeriods = daily();
        twoPeriods.scope.period = ReportPeriod::LastMonth;
        PutReportDefinition unscheduled = daily({desk.admin.id});
        unscheduled.frequency = ReportFrequency::Never;
        PutReportDefinition filtered = daily();
        filtered.scope.categoryId = desk.metals;
        PutReportDefinition nowhere = daily();
        nowhere.scope.region = QStringLiteral("IN-ZZ");
        PutReportDefinition strange = daily(), own = daily();
        strange.scope.vendorId = desk.ids.next<Vendor>();
        own.scope.vendorId = desk.store.id;
        PutReportDefinition blank = daily(), turned = daily();
        blank.title = QStringLiteral("   ");
        turned.title = QStringLiteral("Sales \u202Eselas");

        QCOMPARE(refused(twoPeriods), QStringLiteral("scope.period"));
        QCOMPARE(refused(unscheduled), QStringLiteral("recipients"));
        QCOMPARE(refused(filtered), QStringLiteral("scope.category_id"));
        QCOMPARE(refused(nowhere), QStringLiteral("scope.region"));
        QCOMPARE(refused(strange), QStringLiteral("scope.vendor_id"));
        QCOMPARE(refused(blank), QStringLiteral("title"));
        QCOMPARE(refused(turned), QStringLiteral("title"));
        QCOMPARE(desk.db.number("count(*) FROM report_definitions"), 0);
        QCOMPARE(desk.db.number("count(*) FROM audit_log WHERE object_type = 'report_definition'"), 0);
        QCOMPARE(desk.reports.addDefinition(desk.admin, own)->scope.vendorId, std::optional(desk.store.id));
    }

    void aFileThatIsTooLargeIsOnlyAnnounced()
    {
        Desk desk;
        (void)desk.db->write([&](Tx &tx) -> Result<> {
            tx.publish(ReportReady{.runId = desk.ids.next<ReportRun>(),
                                   .title = QStringLiteral("Orders"),
                                   .period = QStringLiteral("1 Nov 2026"),
                                   .language = QStringLiteral("hi"),
                                   .rows = 900'000,
                                   .fileId = QStringLiteral("0192f7a0-0000-7000-8000-00000000dead"),
                                   .fileName = QStringLiteral("orders-2026-11-01.csv"),
                                   .contentType = QStringLiteral("text/csv"),
                                   .fileSize = 9 << 20,
                                   .recipients = {desk.admin.id}});
            return {};
        });
        desk.outbox.drain();
        desk.jobs.runDue();

        QCOMPARE(desk.mailCount(), 1);
        const QByteArray mail = desk.newestMail().replace("=\r\n", "");
        QVERIFY(!mail.contains("attachment"));
        QVERIFY(mail.contains("orders-2026-11-01.csv"));
    }
};

TEST_CLASS(TestOfSchedules)

#include "tst_schedules.moc"
