#pragma once

// Work that has to happen, now or later, even when the server dies in between. A job is enqueued in the transaction of
// its cause, claimed with a lease, tried again after 2, 4 and 8 seconds and then kept as dead for a person to look at.

#include "server/core/clock.h"
#include "server/core/db.h"
#include "server/core/ids.h"
#include "server/jobs/store.h"
#include "shared/contract/schedules.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace jobs {

// Runs outside of a transaction, at least once, so it must be idempotent. Unavailable, GatewayFailed, TooManyRequests,
// Internal and every exception are tried again; any other refusal is final.
using Work = std::function<Result<>(const QByteArray &payload)>;

class Service
{
public:
    Service(Db &db, const Clock &clock, const Ids &ids);
    ~Service();

    Result<Page<Job>> listJobs(const Caller &caller, const ListJobs &wish);
    Result<Job> retryJob(const Caller &caller, Id<Job> id);
    Result<QList<JobSchedule>> listSchedules(const Caller &caller);

    // Without runAt the job runs right after the commit.
    template <class T>
    void enqueue(Tx &tx, std::string_view kind, const T &payload, Instant runAt = {}, int maxAttempts = 4)
    {
        add(tx, kind, json::bytes(payload), runAt, maxAttempts);
    }

    // Runs before everything else that is due: for what somebody stands and waits for, however much there is to do.
    template <class T>
    void enqueueAhead(Tx &tx, std::string_view kind, const T &payload, int maxAttempts = 4)
    {
        add(tx, kind, json::bytes(payload), {}, maxAttempts, Turn::Ahead);
    }

    // What a job carries: a dead one keeps it, so that a person can have it run again, unless it is secret.
    enum class Payload { Plain, Secret };

    // Who works on a kind of job, and what happens every so often on one node. Both are said before start().
    void on(std::string_view kind, Work work, Payload payload = Payload::Plain);
    void every(std::string_view name, qint64 intervalMs, std::function<void()> work);
    // What every node does for itself, because it lies in its memory. stop() does it one last time.
    void everywhere(std::string_view name, qint64 intervalMs, std::function<void()> work);

    // What a server that died was working on is taken up again at once instead of when its lease is over. Only for
    // whoever is the one server of this database, and before start(). Says how many jobs those were.
    int inherit();

    // Worker threads. stop() lets running jobs finish and claims no more.
    void start(int threads);
    void stop();

    // True from stop() on: long work ends itself then. Without start(), as in commands, nobody stops it.
    bool isStopping() const { return m_isStopping; }

    // Runs in the caller's thread what is due by the clock and says how many pieces that were.
    int runDue();

private:
    struct Schedule
    {
        QByteArray name;
        qint64 intervalMs;
        std::function<void()> work;
        std::atomic<bool> isRunning = false;
        std::atomic<qint64> dueMs = 0; // of a schedule of this node alone; the others stand in the database
    };

    // What a worker knows of the hints and how often it looks quickly before it calms down.
    struct Attention
    {
        quint64 seenHints = 0;
        int looksLeft = 0;
    };

    static std::unique_ptr<Schedule> schedule(std::string_view name, qint64 intervalMs, std::function<void()> work);
    void add(Tx &tx, std::string_view kind, const QByteArray &payload, Instant runAt, int maxAttempts,
             Turn turn = Turn::InOrder);
    void workLoop();
    bool runOneJob();
    bool runOneSchedule();
    bool runOneOwnSchedule();
    static void run(const Schedule &schedule);
    std::optional<ClaimedJob> claim();
    Result<> perform(const ClaimedJob &job);
    void conclude(const ClaimedJob &job, const Result<> &outcome);
    void registerSchedules();
    void forgetDone();
    void giveWay();
    void waitForWork(Attention &attention);

    Db &m_db;
    const Clock &m_clock;
    const Ids &m_ids;
    Store m_store;

    std::unordered_map<std::string, Work> m_work;
    QStringList m_kinds; // the keys of m_work; only jobs of these are claimed
    QStringList m_secretKinds;
    std::vector<std::unique_ptr<Schedule>> m_schedules;
    QStringList m_scheduleNames;
    std::vector<std::unique_ptr<Schedule>> m_ownSchedules;
    bool m_schedulesRegistered = false;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    quint64 m_hints = 0; // grows with every enqueue
    std::atomic<bool> m_stopped = true;
    std::atomic<bool> m_isStopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace jobs
