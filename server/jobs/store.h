#pragma once

// SQL of the queue and of the schedules.

#include "server/core/db.h"
#include "shared/contract/jobs.h"

namespace jobs {

// What is ahead is claimed before everything else that is due.
enum class Turn { InOrder, Ahead };

struct NewJob
{
    Id<Job> id;
    QString kind;
    QByteArray payload;
    Instant runAt;
    int maxAttempts = 4;
    Instant createdAt;
    Turn turn = Turn::InOrder;
};

// A job that this process works on. The number of the attempt is the fence: when the lease ran out and somebody else
// claimed the job, the late result of the first attempt changes nothing.
struct ClaimedJob
{
    Id<Job> id;
    QString kind;
    QString payload;
    int attempts = 0;
    int maxAttempts = 4;

    FIELDS(ClaimedJob, FIELD(id), FIELD(kind), FIELD(payload), FIELD(attempts), FIELD(maxAttempts))
};

struct ScheduleRow
{
    QString name;
    Instant nextAt;

    FIELDS(ScheduleRow, FIELD(name), FIELD(nextAt))
};

class Store
{
public:
    void insert(Tx &tx, const NewJob &job);
    QList<Job> list(Tx &tx, const ListJobs &wish, const std::optional<Id<Job>> &before, int limit);
    std::optional<Job> find(Tx &tx, Id<Job> id);

    // Of these kinds only: another version's node may work on the others.
    bool isAnyDue(Tx &tx, Instant now, const QStringList &kinds);
    void buryExhausted(Tx &tx, Instant now, const QStringList &secretKinds);
    std::optional<ClaimedJob> claim(Tx &tx, Instant now, Instant leaseUntil, const QStringList &kinds);
    int endLeases(Tx &tx, Instant now); // of all that run
    bool finish(Tx &tx, const ClaimedJob &job, Instant now);
    bool putBack(Tx &tx, const ClaimedJob &job, Instant runAt, const QString &problem);
    bool bury(Tx &tx, const ClaimedJob &job, Instant now, const QString &problem); // keeps the payload of the argument
    Result<> revive(Tx &tx, Id<Job> id, Instant now);
    qint64 forgetDone(Tx &tx, Instant before, int limit);

    QList<ScheduleRow> schedules(Tx &tx);
    void registerSchedule(Tx &tx, const QByteArray &name, Instant firstAt);
    // Of these: rows of schedules that another version has, or had, stay in the table.
    QList<QByteArray> dueSchedules(Tx &tx, Instant now, const QStringList &names);
    bool claimSchedule(Tx &tx, const QByteArray &name, Instant now, Instant nextAt);
};

} // namespace jobs
