#include "server/jobs/service.h"

#include "server/core/cursor.h"
#include "server/core/patience.h"
#include "server/core/permit.h"
#include "server/jobs/rules.h"

#include <QHash>
#include <QScopeGuard>

#include <algorithm>
#include <chrono>

namespace jobs {

namespace {

// How long a worker waits for work. An enqueue is announced before its transaction is committed, so after a hint the
// worker looks again soon, some times, before it goes back to the slow pace.
constexpr std::chrono::milliseconds slowPace(500);
constexpr std::chrono::milliseconds quickPace(4);
constexpr int quickLooks = 50;

ClaimedJob withoutPayload(ClaimedJob job)
{
    job.payload.clear();
    return job;
}

} // namespace

Service::Service(Db &db, const Clock &clock, const Ids &ids)
    : m_db(db)
    , m_clock(clock)
    , m_ids(ids)
{
    every("jobs.forget_done", 3'600'000, [this] { forgetDone(); });
}

Service::~Service()
{
    stop();
}

Result<Page<Job>> Service::listJobs(const Caller &caller, const ListJobs &wish)
{
    MUST(permit(caller, Permission::ManageJobs));
    LET(before, cursor::idOf<Job>(wish.cursor));
    return cursor::pageById(m_db.read([&](Tx &tx) { return m_store.list(tx, wish, before, wish.limit + 1); }),
                            wish.limit);
}

Result<Job> Service::retryJob(const Caller &caller, Id<Job> id)
{
    MUST(permit(caller, Permission::ManageJobs));
    const Result<Job> job = m_db.write(caller, [&](Tx &tx) -> Result<Job> {
        MUST(m_store.revive(tx, id, tx.now()));
        return *m_store.find(tx, id);
    });
    m_wake.notify_all();
    return job;
}

// What this server does; a row of what only another version does is nobody's promise here.
Result<QList<JobSchedule>> Service::listSchedules(const Caller &caller)
{
    MUST(permit(caller, Permission::ManageJobs));
    QHash<QString, Instant> next;
    const QList<ScheduleRow> rows = m_db.read([&](Tx &tx) { return m_store.schedules(tx); });
    for (const ScheduleRow &row : rows)
        next.insert(row.name, row.nextAt);
    QList<JobSchedule> out;
    for (const auto &each : m_schedules) {
        const QString name = QString::fromUtf8(each->name);
        out +=
            JobSchedule{name, each->intervalMs, next.contains(name) ? std::optional(next.value(name)) : std::nullopt};
    }
    std::sort(out.begin(), out.end(), [](const JobSchedule &a, const JobSchedule &b) { return a.name < b.name; });
    return out;
}

void Service::add(Tx &tx, std::string_view kind, const QByteArray &payload, Instant runAt, int maxAttempts, Turn turn)
{
    const Instant now = tx.now();
    m_store.insert(tx, {.id = m_ids.next<Job>(),
                        .kind = QString::fromUtf8(kind.data(), qsizetype(kind.size())),
                        .payload = payload,
                        .runAt = std::max(now, runAt),
                        .maxAttempts = maxAttempts,
                        .createdAt = now,
                        .turn = turn});
    {
        const std::lock_guard lock(m_mutex);
        ++m_hints;
    }
    m_wake.notify_one();
}

void Service::on(std::string_view kind, Work work, Payload payload)
{
    m_work[std::string(kind)] = std::move(work);
    const QString name = QString::fromUtf8(kind.data(), qsizetype(kind.size()));
    m_kinds += name;
    if (payload == Payload::Secret)
        m_secretKinds += name;
}

std::unique_ptr<Service::Schedule> Service::schedule(std::string_view name, qint64 intervalMs,
                                                     std::function<void()> work)
{
    auto out = std::make_unique<Schedule>();
    out->name = QByteArray(name.data(), qsizetype(name.size()));
    out->intervalMs = intervalMs;
    out->work = std::move(work);
    return out;
}

void Service::every(std::string_view name, qint64 intervalMs, std::function<void()> work)
{
    m_schedules.push_back(schedule(name, intervalMs, std::move(work)));
    m_scheduleNames += QString::fromUtf8(m_schedules.back()->name);
}

void Service::everywhere(std::string_view name, qint64 intervalMs, std::function<void()> work)
{
    m_ownSchedules.push_back(schedule(name, intervalMs, std::move(work)));
}

int Service::inherit()
{
    return m_db.write([&](Tx &tx) -> Result<int> { return m_store.endLeases(tx, tx.now()); }).value_or(0);
}

void Service::start(int threads)
{
    if (!m_threads.empty())
        return;
    registerSchedules();
    m_stopped = false;
    m_isStopping = false;
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { workLoop(); });
}

void Service::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        m_isStopping = true;
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
    if (!m_threads.empty()) {
        for (const auto &own : m_ownSchedules)
            run(*own);
    }
    m_threads.clear();
}

int Service::runDue()
{
    registerSchedules();
    int done = 0;
    while (runOneOwnSchedule() || runOneSchedule() || runOneJob())
        ++done;
    return done;
}

void Service::workLoop()
{
    Attention attention;
    while (!m_stopped) {
        try {
            giveWay();
            if (!runOneOwnSchedule() && !runOneSchedule() && !runOneJob())
                waitForWork(attention);
        } catch (const std::exception &fault) {
            // The database is away for a moment; the queue is still in it, so waiting is all there is to do.
            qWarning("jobs: %s", fault.what());
            waitForWork(attention);
        }
    }
}

// A job can wait a second; whoever stands at the counter should not.
void Service::giveWay()
{
    std::unique_lock lock(m_mutex);
    letRequestsPass(m_db, lock, m_wake, [this] { return m_stopped.load(); });
}

void Service::waitForWork(Attention &attention)
{
    std::unique_lock lock(m_mutex);
    // While looking quickly a worker does not let further hints wake it, or a busy shop would keep it spinning.
    if (attention.looksLeft > 0) {
        --attention.looksLeft;
        m_wake.wait_for(lock, quickPace, [&] { return m_stopped.load(); });
    } else if (m_wake.wait_for(lock, slowPace, [&] { return m_stopped || m_hints != attention.seenHints; })) {
        attention = {.seenHints = m_hints, .looksLeft = quickLooks};
    }
}

bool Service::runOneJob()
{
    const auto job = claim();
    if (!job)
        return false;
    conclude(*job, perform(*job));
    return true;
}

std::optional<ClaimedJob> Service::claim()
{
    // Looking is a read; only when something is due, a transaction that writes is opened.
    const Instant now = m_clock.now();
    if (!m_db.read([&](Tx &tx) { return m_store.isAnyDue(tx, now, m_kinds); }))
        return std::nullopt;
    const auto claimed = m_db.write([&](Tx &tx) -> Result<std::optional<ClaimedJob>> {
        m_store.buryExhausted(tx, now, m_secretKinds);
        return m_store.claim(tx, now, now.after(leaseMs), m_kinds);
    });
    return claimed ? *claimed : std::nullopt;
}

Result<> Service::perform(const ClaimedJob &job)
{
    try {
        return m_work.at(job.kind.toStdString())(job.payload.toUtf8());
    } catch (const std::exception &fault) {
        return failure(ErrorCode::Internal, QString::fromUtf8(fault.what()));
    }
}

void Service::conclude(const ClaimedJob &job, const Result<> &outcome)
{
    const Instant now = m_clock.now();
    const auto concluded = m_db.write([&](Tx &tx) -> Result<bool> {
        if (outcome)
            return m_store.finish(tx, job, now);
        const QString problem = outcome.error().message.left(problemMax);
        if (job.attempts >= job.maxAttempts || !isPassing(outcome.error().code))
            return m_store.bury(tx, m_secretKinds.contains(job.kind) ? withoutPayload(job) : job, now, problem);
        return m_store.putBack(tx, job, now.after(backoffMs(job.attempts)), problem);
    });
    if (!concluded || !*concluded)
        qWarning("jobs: the lease of a %s job ran out before it was finished", qUtf8Printable(job.kind));
}

void Service::registerSchedules()
{
    if (m_schedulesRegistered)
        return;
    const Instant now = m_clock.now();
    const Result<> registered = m_db.write([&](Tx &tx) -> Result<> {
        for (const auto &schedule : m_schedules)
            m_store.registerSchedule(tx, schedule->name, now);
        return {};
    });
    m_schedulesRegistered = registered.has_value();
}

bool Service::runOneSchedule()
{
    const Instant now = m_clock.now();
    const auto due = m_db.read([&](Tx &tx) { return m_store.dueSchedules(tx, now, m_scheduleNames); });
    for (const auto &schedule : m_schedules) {
        if (!due.contains(schedule->name))
            continue;
        // One run at a time in this process; the UPDATE below decides between the nodes.
        if (schedule->isRunning.exchange(true))
            continue;
        const auto release = qScopeGuard([&] { schedule->isRunning = false; });
        const bool claimed = *m_db.write([&](Tx &tx) -> Result<bool> {
            return m_store.claimSchedule(tx, schedule->name, now, now.after(schedule->intervalMs));
        });
        if (!claimed)
            continue;
        run(*schedule);
        return true;
    }
    return false;
}

bool Service::runOneOwnSchedule()
{
    const qint64 now = m_clock.now().ms;
    for (const auto &own : m_ownSchedules) {
        qint64 due = own->dueMs;
        // It may take longer than its interval; then no other thread begins it a second time.
        if (due > now || own->isRunning.exchange(true))
            continue;
        const auto release = qScopeGuard([&] { own->isRunning = false; });
        // Whoever moves the time on is the one thread that does the work.
        if (!own->dueMs.compare_exchange_strong(due, now + own->intervalMs))
            continue;
        run(*own);
        return true;
    }
    return false;
}

void Service::run(const Schedule &schedule)
{
    try {
        schedule.work();
    } catch (const std::exception &fault) {
        qWarning("jobs: schedule %s: %s", schedule.name.constData(), fault.what());
    }
}

void Service::forgetDone()
{
    const Instant before = m_clock.now().after(-keepDoneMs);
    while (*m_db.write([&](Tx &tx) -> Result<qint64> { return m_store.forgetDone(tx, before, forgetAtOnce); }) ==
           forgetAtOnce) {
    }
}

} // namespace jobs
