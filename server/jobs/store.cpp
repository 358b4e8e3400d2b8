#include "server/jobs/store.h"

namespace jobs {

namespace {

struct Due
{
    Id<Job> id;
    int attempts = 0;

    FIELDS(Due, FIELD(id), FIELD(attempts))
};

struct ScheduleName
{
    QByteArray name;

    FIELDS(ScheduleName, FIELD(name))
};

// What stands between the brackets of IN, never nothing.
std::string marksFor(const QStringList &names, sql::Values &values)
{
    std::string marks = "''";
    for (const QString &name : names) {
        marks += ", ?";
        values.push_back(sql::value(name));
    }
    return marks;
}

struct Condition
{
    std::string text;
    sql::Values values;
};

// Written out so that the partial indexes are used. SQLite has to be told: it would rather take the index by status and
// sort everything that waits.
Condition dueJobs(Tx &tx, Instant now, const QStringList &kinds, Turn turn = Turn::InOrder)
{
    const bool isAhead = turn == Turn::Ahead;
    const std::string index = isAhead ? " INDEXED BY jobs_ahead" : " INDEXED BY jobs_due";
    Condition out{.values = {sql::value(now)}};
    out.text = "FROM jobs" + (tx.engine() == Engine::Sqlite ? index : std::string()) +
               " WHERE status IN ('waiting', 'running')" + (isAhead ? " AND is_ahead = 1" : "") +
               " AND run_at <= ?"
               " AND (attempts >= max_attempts OR kind IN (" +
               marksFor(kinds, out.values) + "))";
    return out;
}

} // namespace

void Store::insert(Tx &tx, const NewJob &job)
{
    tx.run("INSERT INTO jobs (id, kind, payload, status, attempts, max_attempts, run_at, created_at, is_ahead)"
           " VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?)",
           job.id, job.kind, job.payload, JobStatus::Waiting, job.maxAttempts, job.runAt, job.createdAt,
           job.turn == Turn::Ahead);
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

bool Store::isAnyDue(Tx &tx, Instant now, const QStringList &kinds)
{
    const auto [due, values] = dueJobs(tx, now, kinds);
    return !tx.all<Due>(due + " LIMIT 1", values).isEmpty();
}

void Store::buryExhausted(Tx &tx, Instant now, const QStringList &secretKinds)
{
    // A waiting job always has an attempt left, so only the running ones are looked at, which are few. Hardly ever
    // there is an exhausted one, and looking costs a fraction of an UPDATE that finds nothing.
    if (tx.number("count(*) FROM (SELECT 1 FROM jobs WHERE status = 'running' AND run_at <= ?"
                  " AND attempts >= max_attempts LIMIT 1) AS exhausted",
                  now) == 0)
        return;
    for (const QString &kind : secretKinds)
        tx.run("UPDATE jobs SET payload = ''"
               " WHERE status = 'running' AND run_at <= ? AND attempts >= max_attempts AND kind = ?",
               now, kind);
    tx.run("UPDATE jobs SET status = ?2, finished_at = ?1, last_error = coalesce(last_error, ?3)"
           " WHERE status = 'running' AND run_at <= ?1 AND attempts >= max_attempts",
           now, JobStatus::Dead, QStringLiteral("The server stopped while the job was running."));
}

std::optional<ClaimedJob> Store::claim(Tx &tx, Instant now, Instant leaseUntil, const QStringList &kinds)
{
    const auto first = [&](Turn turn) {
        const auto [condition, values] = dueJobs(tx, now, kinds, turn);
        return tx.all<Due>(condition + " AND attempts < max_attempts ORDER BY run_at LIMIT 1", values);
    };
    QList<Due> found = first(Turn::Ahead);
    if (found.isEmpty())
        found = first(Turn::InOrder);
    if (found.isEmpty())
        return std::nullopt;
    const Due *const due = &found.first();
    if (tx.run("UPDATE jobs SET status = ?3, attempts = attempts + 1, run_at = ?4"
               " WHERE id = ?1 AND attempts = ?2 AND status IN ('waiting', 'running')",
               due->id, due->attempts, JobStatus::Running, leaseUntil) != 1)
        return std::nullopt;
    return tx.one<ClaimedJob>("FROM jobs WHERE id = ?", due->id);
}

int Store::endLeases(Tx &tx, Instant now)
{
    return int(tx.run("UPDATE jobs SET run_at = ?1 WHERE status = 'running' AND run_at > ?1", now));
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
    return tx.run("UPDATE jobs SET status = ?3, finished_at = ?4, last_error = ?5, payload = ?7"
                  " WHERE id = ?1 AND attempts = ?2 AND status = ?6",
                  job.id, job.attempts, JobStatus::Dead, now, problem, JobStatus::Running, job.payload) == 1;
}

Result<> Store::revive(Tx &tx, Id<Job> id, Instant now)
{
    if (tx.run("UPDATE jobs SET status = ?2, attempts = 0, run_at = ?3, finished_at = NULL"
               " WHERE id = ?1 AND status = ?4 AND payload <> ''",
               id, JobStatus::Waiting, now, JobStatus::Dead) == 1)
        return {};
    if (!find(tx, id))
        return notFound(QLatin1StringView("job"));
    return failure(ErrorCode::Conflict, QStringLiteral("Only a dead job that still knows its task can be run again."));
}

qint64 Store::forgetDone(Tx &tx, Instant before, int limit)
{
    return tx.run("DELETE FROM jobs WHERE id IN"
                  " (SELECT id FROM jobs WHERE status = 'done' AND finished_at < ? LIMIT ?)",
                  before, limit);
}

QList<ScheduleRow> Store::schedules(Tx &tx)
{
    return tx.all<ScheduleRow>("FROM job_schedules ORDER BY name");
}

void Store::registerSchedule(Tx &tx, const QByteArray &name, Instant firstAt)
{
    tx.run("INSERT INTO job_schedules (name, next_at) VALUES (?, ?) ON CONFLICT DO NOTHING", name, firstAt);
}

QList<QByteArray> Store::dueSchedules(Tx &tx, Instant now, const QStringList &names)
{
    sql::Values values{sql::value(now)};
    const std::string from = "FROM job_schedules WHERE next_at <= ? AND name IN (" + marksFor(names, values) + ")";
    QList<QByteArray> out;
    for (const ScheduleName &due : tx.all<ScheduleName>(from, values))
        out += due.name;
    return out;
}

bool Store::claimSchedule(Tx &tx, const QByteArray &name, Instant now, Instant nextAt)
{
    return tx.run("UPDATE job_schedules SET next_at = ?3 WHERE name = ?1 AND next_at <= ?2", name, now, nextAt) == 1;
}

} // namespace jobs
