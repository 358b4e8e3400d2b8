#include "shared/contract/apikeys.h"
#include "tests/reports/desk.h"
#include "tests/support/runner.h"

#include <QJsonDocument>

#include <sys/stat.h>
#include <thread>

// REP-05: runs wait, are made once, can be stopped and tried again.
class TestOfRuns : public QObject
{
    Q_OBJECT

    static RunReport csv() { return {.format = ReportFormat::Csv}; }

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aRunIsAskedForMadeAndHandedOut()
    {
        Desk desk;

        const ReportRun asked = desk.reports.runReport(desk.admin, ReportName::Vendors, csv()).value();
        const auto early = desk.reports.downloadRun(desk.admin, asked.id);
        desk.jobs.runDue();
        const ReportRun done = desk.read(asked.id);
        const FileBody body = desk.reports.downloadRun(desk.admin, asked.id).value();

        QCOMPARE(asked.status, RunStatus::Waiting);
        QVERIFY(!asked.hasFile);
        QCOMPARE(early.error().code, ErrorCode::Conflict);
        QCOMPARE(done.status, RunStatus::Done);
        QCOMPARE(done.rowsDone, 1);
        QCOMPARE(done.requestedBy, QStringLiteral("boss"));
        QVERIFY(done.hasFile);
        QCOMPARE(body.name, QStringLiteral("vendors-2026-09-21.csv"));
        QCOMPARE(body.contentType, QByteArray("text/csv; charset=utf-8"));
        QCOMPARE(QFileInfo(body.path).size(), *done.fileSize);
        QCOMPARE(QFileInfo(body.path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(desk.db.number("count(*) FROM audit_log WHERE action = 'reports.run_requested'"), 1);
        QCOMPARE(desk.filesKept(), 1);
    }

    void aCancelledRunLeavesNoFile()
    {
        Desk desk;
        const ReportRun asked = desk.reports.runReport(desk.admin, ReportName::Vendors, csv()).value();

        const ReportRun cancelled = desk.reports.cancelRun(desk.admin, asked.id).value();
        const auto again = desk.reports.cancelRun(desk.admin, asked.id);
        desk.jobs.runDue();

        QCOMPARE(cancelled.status, RunStatus::Cancelled);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QCOMPARE(desk.read(asked.id).status, RunStatus::Cancelled);
        QCOMPARE(desk.filesKept(), 0);
        QCOMPARE(desk.db.number("count(*) FROM audit_log WHERE action = 'reports.run_cancelled'"), 1);
    }

    // Cancelled at any moment while it is made: the run stays cancelled, and no file is left.
    void aRunningRunIsStopped()
    {
        Desk desk;
        desk.addUsers(20'000);
        const ReportRun asked = desk.reports.runReport(desk.admin, ReportName::Users, csv()).value();

        std::thread worker([&] { desk.reports.workOff(); });
        while (desk.read(asked.id).status == RunStatus::Waiting)
            std::this_thread::yield();
        const auto cancelled = desk.reports.cancelRun(desk.admin, asked.id);
        worker.join();

        const ReportRun run = desk.read(asked.id);
        QCOMPARE(run.status, cancelled ? RunStatus::Cancelled : RunStatus::Done);
        QCOMPARE(desk.filesKept(), cancelled ? 0 : 1);
    }

    void aStoppedRunCanBeRunAgain()
    {
        Desk desk;
        const ReportRun asked = desk.reports.runReport(desk.admin, ReportName::Vendors, csv()).value();
        QVERIFY(desk.reports.cancelRun(desk.admin, asked.id));

        const ReportRun again = desk.reports.retryRun(desk.admin, asked.id).value();
        desk.jobs.runDue();

        QCOMPARE(again.status, RunStatus::Waiting);
        QCOMPARE(desk.read(asked.id).status, RunStatus::Done);
        QCOMPARE(desk.reports.retryRun(desk.admin, asked.id).error().code, ErrorCode::Conflict);
        QCOMPARE(desk.reports.retryRun(desk.admin, desk.ids.next<ReportRun>()).error().code, ErrorCode::NotFound);
    }

    // A fault is tried again after 2 and 4 seconds; then the run has failed and says why.
    void aFaultIsTriedAgainAndThenSaid()
    {
        Desk desk;
        reports::Service broken{*desk.db,      desk.db.clock, desk.ids,
                                desk.settings, desk.audit,    desk.jobs,
                                desk.storage,  desk.accounts, QStringLiteral("/nowhere/at/all")};
        const ReportRun asked =
            broken.runReport(desk.admin, ReportName::Vendors, {.format = ReportFormat::Pdf}).value();

        broken.workOff();
        QCOMPARE(desk.read(asked.id).status, RunStatus::Waiting);
        broken.workOff(); // too early
        desk.db.clock.advance(2'000);
        broken.workOff();
        QCOMPARE(desk.read(asked.id).status, RunStatus::Waiting);
        desk.db.clock.advance(4'000);
        broken.workOff();

        const ReportRun failed = desk.read(asked.id);
        QCOMPARE(failed.status, RunStatus::Failed);
        QVERIFY2(failed.problem->contains(QStringLiteral("/nowhere/at/all")), qPrintable(*failed.problem));
        QCOMPARE(desk.filesKept(), 0);
    }

    // A server that dies while it makes a report leaves a running run; another one takes it over after some minutes.
    void aRunWhoseServerIsGoneIsTakenOverAndMadeOnce()
    {
        Desk desk;
        const ReportRun asked = desk.reports.runReport(desk.admin, ReportName::Vendors, csv()).value();
        (void)desk.db->write([&](Tx &tx) -> Result<> {
            tx.run("UPDATE report_runs SET status = 'running', fence = 1, attempts = 1, noted_at = ?", tx.now());
            return {};
        });

        desk.reports.workOff();
        const RunStatus early = desk.read(asked.id).status;
        desk.db.clock.advance(reports::staleMs + 1);
        desk.reports.workOff();
        desk.reports.workOff();

        QCOMPARE(early, RunStatus::Running);
        QCOMPARE(desk.read(asked.id).status, RunStatus::Done);
        QCOMPARE(desk.filesKept(), 1);
    }

    // JOB-01: with one server there is no other one that could be making it.
    void theOneServerTakesUpTheRunsOfTheOneThatDied()
    {
        Desk desk;
        const ReportRun asked = desk.reports.runReport(desk.admin, ReportName::Vendors, csv()).value();
        QVERIFY(desk.db->write([&](Tx &tx) -> Result<> {
            tx.run("UPDATE report_runs SET status = 'running', fence = 1, attempts = 1, noted_at = ?", tx.now());
            tx.run("UPDATE jobs SET status = 'done', payload = '', finished_at = 1");
            return {};
        }));

        desk.jobs.runDue();
        const RunStatus early = desk.read(asked.id).status;
        const int inherited = desk.reports.inherit();
        desk.jobs.runDue();

        QCOMPARE(early, RunStatus::Running);
        QCOMPARE(inherited, 1);
        QCOMPARE(desk.read(asked.id).status, RunStatus::Done);
        QCOMPARE(desk.filesKept(), 1);
        QCOMPARE(desk.reports.inherit(), 0);
    }

    void manyWorkersMakeEachRunOnce()
    {
        Desk desk;
        constexpr int runs = 8;
        for (int i = 0; i < runs; ++i)
            QVERIFY(desk.reports.runReport(desk.admin, ReportName::Vendors, csv()));
        reports::Service other{*desk.db,  desk.db.clock, desk.ids,      desk.settings, desk.audit,
                               desk.jobs, desk.storage,  desk.accounts, QString()};

        std::vector<std::thread> workers;
        for (int i = 0; i < 4; ++i)
            workers.emplace_back([&, i] { (i % 2 == 0 ? desk.reports : other).workOff(); });
        for (std::thread &worker : workers)
            worker.join();
        desk.reports.workOff();

        QCOMPARE(desk.db.number("count(*) FROM report_runs WHERE status = 'done'"), runs);
        QCOMPARE(desk.db.number("count(DISTINCT file_id) FROM report_runs"), runs);
        QCOMPARE(desk.filesKept(), runs);
    }

    // REP-05: somebody who wants a page does not wait for the books of years.
    void aShortRunDoesNotWaitBehindALongOne()
    {
        Desk desk;
        const QTemporaryDir folder;
        const QString gate = folder.filePath(QStringLiteral("gate")), program = folder.filePath(QStringLiteral("slow"));
        QVERIFY(::mkfifo(QFile::encodeName(gate).constData(), 0600) == 0);
        QFile script(program);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nread word < '" + QFile::encodeName(gate) + "'\ncat\n"); // draws when it is let
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        reports::Service reports{*desk.db,  desk.db.clock, desk.ids,      desk.settings, desk.audit,
                                 desk.jobs, desk.storage,  desk.accounts, program};
        const ReportRun drawn =
            reports.runReport(desk.admin, ReportName::Vendors, {.format = ReportFormat::Pdf}).value();

        std::thread worker([&] { reports.workOff(); });
        while (desk.read(drawn.id).status == RunStatus::Waiting)
            std::this_thread::yield();
        const ReportRun quick = reports.runReport(desk.admin, ReportName::Vendors, csv()).value();
        reports.workOff();
        const RunStatus quickly = desk.read(quick.id).status, meanwhile = desk.read(drawn.id).status;
        QFile word(gate);
        QVERIFY(word.open(QIODevice::WriteOnly) && word.write("draw\n") > 0);
        word.close();
        worker.join();

        QCOMPARE(quickly, RunStatus::Done);
        QCOMPARE(meanwhile, RunStatus::Running);
        QCOMPARE(desk.read(drawn.id).status, RunStatus::Done);
    }

    // REP-03
    void aPdfOfThousandsOfPagesIsRefusedBeforeItIsMade()
    {
        Desk desk;
        desk.addUsers(reportPdfRowsMax + 1);
        const RunReport pdf{.format = ReportFormat::Pdf};
        const qint64 users = desk.db.number("count(*) FROM accounts");

        const auto refused = desk.reports.runReport(desk.admin, ReportName::Users, pdf);
        const auto byHand = desk.reports.addDefinition(
            desk.admin, {.name = ReportName::Users, .title = QStringLiteral("Everybody"), .format = ReportFormat::Pdf});
        const auto ofDefinition = desk.reports.runDefinition(desk.admin, byHand->id);

        for (const auto &each : {refused, ofDefinition}) {
            QCOMPARE(each.error().code, ErrorCode::ValidationFailed);
            QCOMPARE(each.error().fields.first().field, QStringLiteral("format"));
            QVERIFY(each.error().fields.first().problem.contains(QStringLiteral("XLSX or CSV")));
        }
        QCOMPARE(desk.db.number("count(*) FROM report_runs"), 0);
        QCOMPARE(desk.db.number("count(*) FROM audit_log WHERE action = 'reports.run_requested'"), 0);
        QCOMPARE(desk.made(ReportName::Users, csv()).rowsDone, users);
        QCOMPARE(desk.reports.runReport(desk.admin, ReportName::Vendors, pdf)->rowsEstimated, 1);
    }

    // A schedule that has outgrown paper says so at once instead of trying again.
    void aScheduledPdfThatIsTooLongHasFailedAndSaysWhy()
    {
        Desk desk;
        const ReportRun asked =
            desk.reports.runReport(desk.admin, ReportName::Users, {.format = ReportFormat::Pdf}).value();
        desk.addUsers(reportPdfRowsMax + 1);

        desk.reports.workOff();

        const ReportRun failed = desk.read(asked.id);
        QCOMPARE(failed.status, RunStatus::Failed);
        QVERIFY2(failed.problem->contains(QStringLiteral("a PDF has at most 20000")), qPrintable(*failed.problem));
        QCOMPARE(desk.filesKept(), 0);
    }

    void theQueueIsBounded()
    {
        Desk desk;
        for (int i = 0; i < reports::openRunsMax; ++i)
            QVERIFY(desk.reports.runReport(desk.admin, ReportName::Vendors, csv()));

        QCOMPARE(desk.reports.runReport(desk.admin, ReportName::Vendors, csv()).error().code,
                 ErrorCode::TooManyRequests);
        QCOMPARE(desk.db.number("count(*) FROM report_runs"), reports::openRunsMax);
    }

    void filesGoWhenTheirTimeIsOver()
    {
        Desk desk;
        desk.set(QStringLiteral("reports.keep_days"), QStringLiteral("2"));
        const ReportRun run = desk.made(ReportName::Vendors, csv());

        desk.db.clock.advance(2 * reports::dayMs - 1);
        const int early = desk.reports.sweep();
        desk.db.clock.advance(1);
        const bool isStillOffered = desk.read(run.id).hasFile;
        const int late = desk.reports.sweep();

        QCOMPARE(early, 0);
        QVERIFY(!isStillOffered);
        QCOMPARE(late, 1);
        QCOMPARE(desk.filesKept(), 0);
        QCOMPARE(desk.read(run.id).status, RunStatus::Done);
        QCOMPARE(desk.reports.downloadRun(desk.admin, run.id).error().code, ErrorCode::Conflict);
    }

    void theHistoryIsPagedAndFiltered()
    {
        Desk desk;
        for (int i = 0; i < 5; ++i)
            (void)desk.made(i % 2 == 0 ? ReportName::Vendors : ReportName::Orders, csv());

        const auto first = desk.reports.listRuns(desk.admin, {.limit = 3}).value();
        const auto rest = desk.reports.listRuns(desk.admin, {.limit = 3, .cursor = first.nextCursor}).value();

        QCOMPARE(first.items.size(), 3);
        QCOMPARE(rest.items.size(), 2);
        QVERIFY(!rest.nextCursor);
        QCOMPARE(desk.reports.listRuns(desk.admin, {.name = ReportName::Orders})->items.size(), 2);
        QCOMPARE(desk.reports.listRuns(desk.admin, {.status = RunStatus::Failed})->items.size(), 0);
    }

    // REP-06
    void anotherProgramPullsTheRowsThatTheFileHas()
    {
        Desk desk;
        desk.fill(desk.buyer, {100'000'000});
        for (int i = 0; i < 5; ++i)
            (void)desk.placed();
        const Caller key{.apiKeyId = desk.ids.next<ApiKey>(), .scopes = {QStringLiteral("orders")}};

        QList<QByteArray> numbers;
        std::optional<QString> cursor;
        int pages = 0;
        do {
            const auto page = desk.reports.pullReport(key, ReportName::Orders, {.limit = 2, .cursor = cursor}).value();
            for (const Json &row : page.items)
                numbers += QJsonDocument::fromJson(row.text)[QStringLiteral("order_number")].toString().toLatin1();
            cursor = page.nextCursor;
            ++pages;
        } while (cursor);

        QList<QByteArray> written;
        for (const QByteArray &line : desk.lines(ReportName::Orders))
            written += line.split(',')[1];
        QCOMPARE(numbers, written);
        QCOMPARE(pages, 3);
        QCOMPARE(desk.reports.pullReport(key, ReportName::Payouts, {}).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(desk.reports.pullReport(desk.admin, ReportName::Orders, {}).error().code,
                 ErrorCode::PermissionMissing);
        QCOMPARE(desk.reports.pullReport(key, ReportName::Orders, {.cursor = QStringLiteral("bm9uZQ")})
                     .error()
                     .fields.first()
                     .field,
                 QStringLiteral("cursor"));
        QCOMPARE(desk.reports.pullReport(key, ReportName::Orders, {.from = QStringLiteral("2026-01-01")})
                     .error()
                     .fields.first()
                     .field,
                 QStringLiteral("to"));
    }
};

TEST_CLASS(TestOfRuns)

#include "tst_runs.moc"
