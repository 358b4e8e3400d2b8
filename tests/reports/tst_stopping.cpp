// What becomes of runs and their files when the server stops or dies, and how long the queue may grow.

#include "tests/reports/desk.h"
#include "tests/support/runner.h"

#include <QDateTime>
#include <QDirIterator>

#include <thread>

namespace {

class TestOfStopping : public QObject
{
    Q_OBJECT

    static RunReport csv() { return {.format = ReportFormat::Csv}; }

    // A program that says that it was begun and then draws for ever.
    struct EndlessDrawer
    {
        QTemporaryDir folder;
        QString begun = folder.filePath(QStringLiteral("begun"));
        QString program = folder.filePath(QStringLiteral("endless"));

        EndlessDrawer()
        {
            QFile script(program);
            if (!script.open(QIODevice::WriteOnly))
                qFatal("cannot write the program");
            script.write("#!/bin/sh\n: > '" + QFile::encodeName(begun) + "'\nexec sleep 86400\n");
            script.close();
            script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
    };

    // A file that no run names, made so long ago.
    static QString strangeFile(Desk &desk, qint64 ageMs)
    {
        const storage::Draft draft = desk.storage.draft();
        QFile file(draft.path());
        if (!file.open(QIODevice::WriteOnly) || file.write("asha@example.org") < 0)
            qFatal("cannot write the draft");
        file.close();
        return aged(desk, desk.storage.shelve(storage::Shelf::Reports, draft.path()).id, ageMs);
    }
    static QString aged(Desk &desk, const QString &id, qint64 ageMs)
    {
        QFile file(desk.storage.shelfPath(storage::Shelf::Reports, id));
        if (!file.open(QIODevice::ReadWrite) ||
            !file.setFileTime(QDateTime::fromMSecsSinceEpoch(desk.db.clock.now().ms - ageMs),
                              QFileDevice::FileModificationTime))
            qFatal("cannot set the time of a file");
        return id;
    }

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // REP-05, JOB-01: whoever stops the server is not kept waiting by a drawing, and the next one makes the run.
    void aDrawingDoesNotKeepTheServerAlive()
    {
        Desk desk;
        EndlessDrawer drawer;
        ::jobs::Service queue(*desk.db, desk.db.clock, desk.ids);
        reports::Service stopped{*desk.db, desk.db.clock, desk.ids,      desk.settings, desk.audit,
                                 queue,    desk.storage,  desk.accounts, drawer.program};
        reports::jobs(queue, stopped);
        const ReportRun drawn =
            stopped.runReport(desk.admin, ReportName::Vendors, {.format = ReportFormat::Pdf}).value();
        const ReportRun waiting = stopped.runReport(desk.admin, ReportName::Vendors, csv()).value();

        queue.start(1);
        while (!QFile::exists(drawer.begun))
            std::this_thread::yield();
        queue.stop();

        QCOMPARE(desk.read(drawn.id).status, RunStatus::Waiting);
        QCOMPARE(desk.read(drawn.id).problem, std::nullopt);
        QCOMPARE(desk.db.number("attempts FROM report_runs WHERE id = ?", drawn.id), 0);
        QCOMPARE(desk.read(waiting.id).status, RunStatus::Waiting);
        QCOMPARE(desk.filesKept(), 0);

        desk.jobs.runDue();
        QCOMPARE(desk.read(drawn.id).status, RunStatus::Done);
        QCOMPARE(desk.read(waiting.id).status, RunStatus::Done);
        QCOMPARE(desk.filesKept(), 2);
    }

    // REP-05: a server is brought up to date oftener than a run may be tried.
    void aRunThatIsLeftBetweenTwoPiecesIsNotATry()
    {
        Desk desk;
        desk.addUsers(3 * reports::chunkRows);
        const ReportRun asked = desk.reports.runReport(desk.admin, ReportName::Users, csv()).value();

        for (int server = 0; server <= reports::attemptsMax; ++server) {
            int looks = 0;
            desk.reports.workOff([&] { return ++looks > 3; });
            QCOMPARE(desk.read(asked.id).status, RunStatus::Waiting);
            QCOMPARE(desk.read(asked.id).rowsDone, 0);
        }
        desk.reports.workOff([] { return true; });
        const RunStatus untouched = desk.read(asked.id).status;
        desk.reports.workOff();

        QCOMPARE(untouched, RunStatus::Waiting);
        QCOMPARE(desk.read(asked.id).status, RunStatus::Done);
        QCOMPARE(desk.db.number("attempts FROM report_runs"), 1);
        QCOMPARE(desk.filesKept(), 1);
    }

    // PRIV-01: an export that a dying server left is not kept longer than one that somebody knows.
    void aFileThatNoRunNamesGoesAfterADay()
    {
        Desk desk;
        const ReportRun run = desk.made(ReportName::Vendors, csv());
        for (QDirIterator file(
                 desk.storage.shelfPath(storage::Shelf::Reports, QStringLiteral("x")).section(u'/', 0, -3), QDir::Files,
                 QDirIterator::Subdirectories);
             file.hasNext();)
            aged(desk, QFileInfo(file.next()).fileName(), 2 * dayMs);
        const QString fresh = strangeFile(desk, dayMs - 1'000);
        const QString old = strangeFile(desk, dayMs + 1'000);

        const int removed = desk.reports.sweep();

        QCOMPARE(removed, 1);
        QVERIFY(!QFile::exists(desk.storage.shelfPath(storage::Shelf::Reports, old)));
        QVERIFY(QFile::exists(desk.storage.shelfPath(storage::Shelf::Reports, fresh)));
        QVERIFY(desk.reports.downloadRun(desk.admin, run.id));
        QCOMPARE(desk.filesKept(), 2);
    }

    // API-14
    void whoTriesAgainFindsTheQueueFullToo()
    {
        Desk desk;
        const ReportRun stopped = desk.reports.runReport(desk.admin, ReportName::Vendors, csv()).value();
        QVERIFY(desk.reports.cancelRun(desk.admin, stopped.id));
        for (int i = 0; i < reports::openRunsMax; ++i)
            QVERIFY(desk.reports.runReport(desk.admin, ReportName::Vendors, csv()));

        const auto again = desk.reports.retryRun(desk.admin, stopped.id);

        QCOMPARE(again.error().code, ErrorCode::TooManyRequests);
        QCOMPARE(desk.read(stopped.id).status, RunStatus::Cancelled);
        QCOMPARE(desk.db.number("count(*) FROM audit_log WHERE action = 'reports.run_retried'"), 0);
    }

    // REP-07: the period is not lost, it waits until there is room.
    void aScheduleWaitsForRoomInTheQueue()
    {
        Desk desk;
        desk.setDay(QStringLiteral("2026-11-01"));
        const ReportDefinition saved = desk.reports
                                           .addDefinition(desk.admin, {.name = ReportName::DailySales,
                                                                       .title = QStringLiteral("Sales of yesterday"),
                                                                       .format = ReportFormat::Csv,
                                                                       .frequency = ReportFrequency::Daily,
                                                                       .hour = 7})
                                           .value();
        QVERIFY(desk.reports.runReport(desk.admin, ReportName::Vendors, csv()));
        QVERIFY(desk.db->write([&](Tx &tx) -> Result<> {
            reports::Store store;
            reports::RunRow row = store.runs(tx, {}, {}, 1).constFirst();
            for (int i = 1; i < reports::openWithSchedules; ++i) {
                row.id = desk.ids.next<ReportRun>();
                store.insert(tx, row);
            }
            return {};
        }));
        desk.setDay(QStringLiteral("2026-11-02"));

        const int whileFull = desk.reports.startDue();
        const auto due = desk.reports.listDefinitions(desk.admin)->first().nextAt;
        desk.reports.workOff();
        const int withRoom = desk.reports.startDue();

        QCOMPARE(whileFull, 0);
        QCOMPARE(due, saved.nextAt);
        QCOMPARE(withRoom, 1);
        QCOMPARE(desk.reports.listRuns(desk.admin, {.definition = saved.id})->items.first().from,
                 QStringLiteral("2026-11-01"));
    }

    // REP-05: the console offers what the contract says, and the server does just that.
    void whatMayBeDoneWithARunIsWhatTheContractSays()
    {
        Desk desk;
        const auto inState = [&](RunStatus status) {
            const Id<ReportRun> id = desk.reports.runReport(desk.admin, ReportName::Vendors, csv()).value().id;
            const bool isOver = status != RunStatus::Waiting && status != RunStatus::Running;
            const Result<> written = desk.db->write([&](Tx &tx) -> Result<> {
                tx.run("UPDATE report_runs SET status = ?2, finished_at = ?3 WHERE id = ?1", id, status,
                       isOver ? std::optional(tx.now()) : std::nullopt);
                return {};
            });
            if (!written)
                qFatal("cannot change the run");
            return id;
        };

        for (const RunStatus status :
             {RunStatus::Waiting, RunStatus::Running, RunStatus::Done, RunStatus::Failed, RunStatus::Cancelled}) {
            const auto cancelled = desk.reports.cancelRun(desk.admin, inState(status));
            const auto again = desk.reports.retryRun(desk.admin, inState(status));

            QCOMPARE(cancelled.has_value(), mayCancel(status));
            QCOMPARE(again.has_value(), mayRetry(status));
        }
    }
};

} // namespace

TEST_CLASS(TestOfStopping)

#include "tst_stopping.moc"
