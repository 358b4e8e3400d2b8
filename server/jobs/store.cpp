#include "server/jobs/store.h"

namespace jobs {

namespace {

struct Due
{
    Id<Job> id;
    int attempts = 0;

    FIELDS(Due, FIELD(id), FIELD(attempts))
};

// Written out so that the partial index is used. SQLite has to be told: it would rather take the index by status and
// sort everything that waits.
std::string dueJobs(Tx &tx)
{
    return std::string("FROM jobs") + (tx.engine() == Engine::Sqlite ? " INDEXED BY jobs_due" : "") +
           " WHERE status IN ('waiting', 'running') AND run_at <= ?1";
}

} // namespace

void Store::insert(Tx &tx, const NewJob &job)
{
    tx.run("INSERT INTO jobs (id, kind, payload, status, attempts, max_attempts, run_at, created_at)"
           " VALUES (?, ?, ?, ?, 0, ?, ?, ?)",
           job.id, job.kind, job.payload, JobStatus::Waiting, job.maxAttempts, job.runAt, job.createdAt);
}

QList<Job> Store::list(Tx &tx, const ListJobs &wish, const std::optional<Id<Job>> &before, int limit)
{
    std::string from = "FROM jobs WHERE TRUE";
    sql::Values values;
    if (wish.status) {
        from += " AND status = ?";
        values.push_back(sql::value(*wish.status));
    }
    if (before) {
        from += " AND id < ?";
        values.push_back(sql::value(*before));
    }
    values.push_back(qint64(limit));
    return tx.all<Job>(from + " ORDER BY id DESC LIMIT ?", values);
}

std::optional<Job> Store::find(Tx &tx, Id<Job> id)
{
    return tx.one<Job>("FROM jobs WHERE id = ?", id);
}

bool Store::isAnyDue(Tx &tx, Instant now)
{
    return tx.number("count(*) FROM (SELECT 1 " + dueJobs(tx) + " LIMIT 1) AS due", now) > 0;
}

void Store::buryExhausted(Tx &tx, Instant now)
{
    // A waiting job always has an attempt left, so only the running ones are looked at, which are few. Hardly ever
    // there is an exhausted one, and looking costs a fraction of an UPDATE that finds nothing.
    if (tx.number("count(*) FROM (SELECT 1 FROM jobs WHERE status = 'running' AND run_at <= ?"
                  " AND attempts >= max_attempts LIMIT 1) AS exhausted",
                  now) == 0)
        return;
    tx.run("UPDATE jobs SET status = ?2, finished_at = ?1, last_error = coalesce(last_error, ?3)"
           " WHERE status = 'running' AND run_at <= ?1 AND attempts >= max_attempts",
           now, JobStatus::Dead, QStringLiteral("The server stopped while the job was running."));
}

std::optional<ClaimedJob> Store::claim(Tx &tx, Instant now, Instant leaseUntil)
{
    const auto due = tx.one<Due>(dueJobs(tx) + " AND attempts < max_attempts ORDER BY run_at LIMIT 1", now);
    if (!due)
        return std::nullopt;
    if (tx.run("UPDATE jobs SET status = ?3, attempts = attempts + 1, run_at = ?4"
               " WHERE id = ?1 AND attempts = ?2 AND status IN ('waiting', 'running')",
               due->id, due->attempts, JobStatus::Running, leaseUntil) != 1)
        return std::nullopt;
    return tx.one<ClaimedJob>("FROM jobs WHERE id = ?", due->id);
}

bool Store::finish(Tx &tx, const ClaimedJob &job, Instant now)
{
    // What a job carried may be secret, so it goes when it is done.
    return tx.run("UPDATE jobs SET status = ?3, payload = '', finished_at = ?4"
                  " WHERE id = ?1 AND attempts = ?2 AND status = ?5",
                  job.id, job.attempts, JobStatus::Done, now, JobStatus::Running) == 1;
}

bool Store::putBack(Tx &tx, const ClaimedJob &job, Instant runAt, const QString &problem)
{
    return tx.run("UPDATE jobs SET status = ?3, run_at = ?4, last_error = ?5"
                  " WHERE id = ?1 AND attempts = ?2 AND status = ?6",
                  job.id, job.attempts, JobStatus::Waiting, runAt, problem, JobStatus::Running) == 1;
}

bool Store::bury(Tx &tx, const ClaimedJob &job, Instant now, const QString &problem)
{
    return tx.run("UPDATE jobs SET status = ?3, finished_at = ?4, last_error = ?5"
                  " WHERE id = ?1 AND attempts = ?2 AND status = ?6",
                  job.id, job.attempts, JobStatus::Dead, now, problem, JobStatus::Running) == 1;
}

Result<> Store::revive(Tx &tx, Id<Job> id, Instant now)
{
    if (tx.run("UPDATE jobs SET status = ?2, attempts = 0, run_at = ?3, finished_at = NULL"
               " WHERE id = ?1 AND status = ?4",
               id, JobStatus::Waiting, now, JobStatus::Dead) == 1)
        return {};
    if (!find(tx, id))
        return notFound(QLatin1StringView("job"));
    return failure(ErrorCode::Conflict, QStringLiteral("Only a dead job can be run again."));
}

qint64 Store::forgetDone(Tx &tx, Instant before, int limit)
{
    return tx.run("DELETE FROM jobs WHERE id IN"
                  " (SELECT id FROM jobs WHERE status = 'done' AND finished_at < ? LIMIT ?)",
                  before, limit);
}

void Store::registerSchedule(Tx &tx, const QByteArray &name, Instant firstAt)
{
    tx.run("INSERT INTO job_schedules (name, next_at) VALUES (?, ?) ON CONFLICT DO NOTHING", name, firstAt);
}

bool Store::isAnyScheduleDue(Tx &tx, Instant now)
{
    return tx.number("count(*) FROM job_schedules WHERE next_at <= ?", now) > 0;
}

bool Store::claimSchedule(Tx &tx, const QByteArray &name, Instant now, Instant nextAt)
{
    return tx.run("UPDATE job_schedules SET next_at = ?3 WHERE name = ?1 AND next_at <= ?2", name, now, nextAt) == 1;
}

} // namespace jobs
