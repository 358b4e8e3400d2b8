#include "tests/commerce/works.h"
#include "tests/support/runner.h"

#include <latch>
#include <semaphore>
#include <thread>

namespace {

class TestOfJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // JOB-02
    void aJobOfARefusedUnitNeverRuns()
    {
        Works works;
        int runs = 0;
        works.jobs.on("count", [&](const QByteArray &) -> Result<> {
            ++runs;
            return {};
        });

        const Result<> refused = works.db->write([&](Tx &tx) -> Result<> {
            works.jobs.enqueue(tx, "count", Parcel{});
            return failure(ErrorCode::Conflict, QStringLiteral("no"));
        });
        works.jobs.runDue();

        QVERIFY(!refused);
        QCOMPARE(runs, 0);
        QCOMPARE(works.db.number("count(*) FROM jobs"), 0);
    }

    void aJobGetsItsPayloadOnceAndForgetsIt()
    {
        Works works;
        QList<QByteArray> seen;
        works.jobs.on("carry", [&](const QByteArray &payload) -> Result<> {
            seen += payload;
            return {};
        });

        QVERIFY(works.enqueue("carry", QStringLiteral("secret 123456")));
        works.jobs.runDue();
        works.jobs.runDue();

        QCOMPARE(seen, QList<QByteArray>{"{\"text\":\"secret 123456\"}"});
        QCOMPARE(works.newestStatus(), JobStatus::Done);
        QCOMPARE(works.db.number("count(*) FROM jobs WHERE payload = ''"), 1);
    }

    // NOTIF-08
    void aFailingJobIsTriedAfterTwoFourAndEightSecondsAndThenIsDead()
    {
        Works works;
        QList<qint64> times;
        works.jobs.on("fail", [&](const QByteArray &) -> Result<> {
            times += works.db.clock.now().ms;
            return failure(ErrorCode::Unavailable, QStringLiteral("Nobody answers."));
        });
        const qint64 start = works.db.clock.now().ms;

        QVERIFY(works.enqueue("fail"));
        for (int second = 0; second <= 60; ++second) {
            works.jobs.runDue();
            works.db.clock.advance(1000);
        }

        QCOMPARE(times, (QList<qint64>{start, start + 2000, start + 6000, start + 14'000}));
        QCOMPARE(works.newestStatus(), JobStatus::Dead);
        QCOMPARE(works.newestError(), QStringLiteral("Nobody answers."));
    }

    void aFinalRefusalIsNotTriedAgain()
    {
        Works works;
        int runs = 0;
        works.jobs.on("refuse", [&](const QByteArray &) -> Result<> {
            ++runs;
            return failure(ErrorCode::ValidationFailed, QStringLiteral("There is no such mailbox."));
        });

        QVERIFY(works.enqueue("refuse"));
        works.jobs.runDue();
        works.db.clock.advance(60'000);
        works.jobs.runDue();

        QCOMPARE(runs, 1);
        QCOMPARE(works.newestStatus(), JobStatus::Dead);
    }

    void anExceptionIsAFailureLikeAnyOther()
    {
        Works works;
        works.jobs.on("throw", [](const QByteArray &) -> Result<> { throw std::runtime_error("the disk is gone"); });

        QVERIFY(works.enqueue("throw"));
        works.jobs.runDue();

        QCOMPARE(works.newestStatus(), JobStatus::Waiting);
        QCOMPARE(works.newestError(), QStringLiteral("the disk is gone"));
    }

    // JOB-01: the one server of a database need not wait for a lease of the one that died.
    void whatADeadServerWasWorkingOnIsTakenUpAtOnce()
    {
        Works works;
        QList<QByteArray> seen;
        const auto work = [&](const QByteArray &payload) -> Result<> {
            seen += payload;
            return {};
        };
        works.jobs.on("carry", work);
        QVERIFY(works.enqueue("carry"));
        QVERIFY(works.db->write([&](Tx &tx) -> Result<> {
            tx.run("UPDATE jobs SET status = 'running', attempts = 1, run_at = ?", tx.now().after(300'000));
            return {};
        }));
        jobs::Service next(*works.db, works.db.clock, works.ids);
        next.on("carry", work);

        next.runDue();
        QCOMPARE(seen.size(), 0);
        QCOMPARE(next.inherit(), 1);
        next.runDue();

        QCOMPARE(seen.size(), 1);
        QCOMPARE(works.newestStatus(), JobStatus::Done);
        QCOMPARE(next.inherit(), 0);
    }

    // JOB-01, JOB-04
    void onlyADeadJobCanBeRunAgain()
    {
        Works works;
        bool mended = false;
        works.jobs.on("mend", [&](const QByteArray &) -> Result<> {
            if (mended)
                return {};
            return failure(ErrorCode::Conflict, QStringLiteral("broken"));
        });
        QVERIFY(works.enqueue("mend"));
        const Id<Job> id = works.jobs.listJobs(works.admin, {})->items.constFirst().id;

        const auto early = works.jobs.retryJob(works.admin, id);
        works.jobs.runDue();
        mended = true;
        const auto revived = works.jobs.retryJob(works.admin, id);
        works.jobs.runDue();
        const auto late = works.jobs.retryJob(works.admin, id);

        QCOMPARE(early.error().code, ErrorCode::Conflict);
        QVERIFY(revived);
        QCOMPARE(revived->status, JobStatus::Waiting);
        QCOMPARE(works.newestStatus(), JobStatus::Done);
        QCOMPARE(late.error().code, ErrorCode::Conflict);
        QCOMPARE(works.jobs.retryJob(works.admin, works.ids.next<Job>()).error().code, ErrorCode::NotFound);
    }

    // JOB-01: the job of a process that died comes back when its lease is over, and the dead one's late result is void.
    void aJobOfADeadServerIsReturnedAfterItsLease()
    {
        Works works;
        int runs = 0;
        works.jobs.on("slow", [&](const QByteArray &) -> Result<> {
            ++runs;
            return {};
        });
        QVERIFY(works.enqueue("slow"));
        jobs::Store store;
        const auto lost = works.db->write([&](Tx &tx) -> Result<std::optional<jobs::ClaimedJob>> {
            return store.claim(tx, tx.now(), tx.now().after(300'000), {QStringLiteral("slow")});
        });
        QVERIFY(lost && lost->has_value());

        works.jobs.runDue();
        QCOMPARE(runs, 0);
        works.db.clock.advance(300'000);
        works.jobs.runDue();

        QCOMPARE(runs, 1);
        const auto late = works.db->write(
            [&](Tx &tx) -> Result<bool> { return store.putBack(tx, **lost, tx.now(), QStringLiteral("late")); });
        QCOMPARE(*late, false);
        QCOMPARE(works.newestStatus(), JobStatus::Done);
    }

    void aJobThatKillsItsServerEachTimeIsDeadAfterFourAttempts()
    {
        Works works;
        QVERIFY(works.enqueue("deadly"));
        jobs::Store store;
        for (int i = 0; i < 4; ++i) {
            const auto claimed = works.db->write([&](Tx &tx) -> Result<std::optional<jobs::ClaimedJob>> {
                return store.claim(tx, tx.now(), tx.now().after(1000), {QStringLiteral("deadly")});
            });
            QVERIFY(claimed && claimed->has_value());
            works.db.clock.advance(1000);
        }

        works.jobs.runDue();

        QCOMPARE(works.newestStatus(), JobStatus::Dead);
    }

    void aJobForLaterWaitsForItsTime()
    {
        Works works;
        int runs = 0;
        works.jobs.on("later", [&](const QByteArray &) -> Result<> {
            ++runs;
            return {};
        });

        QVERIFY(works.enqueue("later", {}, works.db.clock.now().after(60'000)));
        works.jobs.runDue();
        const int before = runs;
        works.db.clock.advance(60'000);
        works.jobs.runDue();

        QCOMPARE(before, 0);
        QCOMPARE(runs, 1);
    }

    // JOB-07
    void aScheduleRunsOnceForAllNodes()
    {
        Works works;
        const std::unique_ptr<Db> second = works.db.another();
        jobs::Service node(*second, works.db.clock, works.ids);
        int runs = 0;
        works.jobs.every("sweep", 60'000, [&] { ++runs; });
        node.every("sweep", 60'000, [&] { ++runs; });

        works.jobs.runDue();
        node.runDue();
        QCOMPARE(runs, 1);
        works.db.clock.advance(59'999);
        works.jobs.runDue();
        node.runDue();
        QCOMPARE(runs, 1);
        works.db.clock.advance(1);
        node.runDue();
        works.jobs.runDue();
        QCOMPARE(runs, 2);
    }

    // JOB-05
    void stoppingLetsTheRunningJobFinishAndKeepsTheOthers()
    {
        Works works;
        std::binary_semaphore started(0), mayEnd(0);
        std::atomic<int> runs = 0;
        works.jobs.on("long", [&](const QByteArray &) -> Result<> {
            ++runs;
            started.release();
            mayEnd.acquire();
            return {};
        });
        QVERIFY(works.enqueue("long"));
        QVERIFY(works.enqueue("long"));

        works.jobs.start(1);
        started.acquire();
        std::thread stopper([&] { works.jobs.stop(); });
        // The stop is asked for before the first job may end, so the second one must not start.
        while (!works.jobs.isStopping())
            std::this_thread::yield();
        mayEnd.release();
        stopper.join();

        QCOMPARE(runs.load(), 1);
        QCOMPARE(works.db.number("count(*) FROM jobs WHERE status = 'done'"), 1);
        QCOMPARE(works.db.number("count(*) FROM jobs WHERE status = 'waiting'"), 1);
    }

    // A one-time code must be in the mail in less than 200 ms.
    void anEnqueuedJobStartsRightAfterItsCommit()
    {
        Works works;
        std::binary_semaphore ran(0);
        works.jobs.on("now", [&](const QByteArray &) -> Result<> {
            ran.release();
            return {};
        });
        works.jobs.start(2);

        QVERIFY(works.enqueue("now"));
        const bool inTime = ran.try_acquire_for(std::chrono::milliseconds(200));
        works.jobs.stop();

        QVERIFY(inTime);
    }

    void eachJobIsWorkedOnByOneThreadOnly()
    {
        Works works;
        constexpr int count = 60;
        std::atomic<int> runs = 0;
        std::latch all(count);
        works.jobs.on("one", [&](const QByteArray &) -> Result<> {
            ++runs;
            all.count_down();
            return {};
        });
        for (int i = 0; i < count; ++i)
            QVERIFY(works.enqueue("one"));

        works.jobs.start(4);
        all.wait();
        works.jobs.stop();

        QCOMPARE(runs.load(), count);
        QCOMPARE(works.db.number("count(*) FROM jobs WHERE status = 'done'"), count);
    }

    void onlyAdminsWithThePermissionSeeTheQueue()
    {
        Works works;
        QVERIFY(works.enqueue("dead"));
        const Caller clerk{.role = Role::Admin, .known = true, .permissions = {Permission::ReviewKyc}};
        const Id<Job> id = works.jobs.listJobs(works.admin, {})->items.constFirst().id;

        QCOMPARE(works.jobs.listJobs(clerk, {}).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(works.jobs.listJobs({}, {}).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(works.jobs.retryJob(clerk, id).error().code, ErrorCode::PermissionMissing);
    }

    void theListIsPagedAndFiltered()
    {
        Works works;
        works.jobs.on(
            "bad", [](const QByteArray &) -> Result<> { return failure(ErrorCode::Conflict, QStringLiteral("bad")); });
        QVERIFY(works.enqueue("bad"));
        works.jobs.runDue();
        for (int i = 0; i < 5; ++i)
            QVERIFY(works.enqueue("other"));

        const auto first = works.jobs.listJobs(works.admin, {.limit = 4});
        const auto rest = works.jobs.listJobs(works.admin, {.limit = 4, .cursor = first->nextCursor});
        const auto dead = works.jobs.listJobs(works.admin, {.status = JobStatus::Dead});

        QCOMPARE(first->items.size(), 4);
        QVERIFY(first->nextCursor);
        QCOMPARE(rest->items.size(), 2);
        QVERIFY(!rest->nextCursor);
        QCOMPARE(dead->items.size(), 1);
        QCOMPARE(dead->items.constFirst().kind, QStringLiteral("bad"));
        QCOMPARE(works.jobs.listJobs(works.admin, {.cursor = QStringLiteral("%%")}).error().code,
                 ErrorCode::ValidationFailed);
    }

    void doneJobsAreForgottenAfterAWeek()
    {
        Works works;
        works.jobs.on("done", [](const QByteArray &) -> Result<> { return {}; });
        QVERIFY(works.enqueue("done"));
        works.jobs.runDue();

        works.db.clock.advance(qint64(6) * 24 * 3'600'000);
        works.jobs.runDue();
        QCOMPARE(works.db.number("count(*) FROM jobs"), 1);
        works.db.clock.advance(qint64(2) * 24 * 3'600'000);
        works.jobs.runDue();

        QCOMPARE(works.db.number("count(*) FROM jobs"), 0);
    }

    // Another worker must not begin what one is still at.
    void whatTakesLongerThanItsIntervalIsNotBegunAgain()
    {
        Works works;
        int begun = 0;
        works.jobs.everywhere("test.long", 1'000, [&] {
            if (++begun > 1)
                return;
            works.db.clock.advance(5'000);
            std::thread([&] { works.jobs.runDue(); }).join();
            QCOMPARE(begun, 1);
        });

        works.jobs.runDue();

        QCOMPARE(begun, 2); // once more when it was over, because its time had come
    }
};

} // namespace

TEST_CLASS(TestOfJobs)

#include "tst_jobs.moc"
