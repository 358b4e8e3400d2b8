#pragma once

// SQL of runs and definitions.

#include "server/core/db.h"
#include "shared/contract/reports.h"

namespace reports {

struct RunRow
{
    Id<ReportRun> id;
    ReportName name = ReportName::DailySales;
    QString title;
    std::optional<Id<ReportDefinition>> definitionId;
    std::optional<Instant> dueAt;
    ReportFormat format = ReportFormat::Xlsx;
    QString language;
    bool byteOrderMark = false;
    ReportScope scope;
    std::optional<QString> fromDay;
    std::optional<QString> toDay;
    QList<Id<Account>> recipients;
    RunStatus status = RunStatus::Waiting;
    qint64 rowsDone = 0;
    qint64 rowsEstimated = 0;
    int attempts = 0;
    int fence = 0;
    Instant readyAt;
    std::optional<Instant> notedAt;
    std::optional<QString> requestedBy;
    std::optional<Id<Account>> requestedById;
    Instant createdAt;
    std::optional<Instant> startedAt;
    std::optional<Instant> finishedAt;
    std::optional<QString> problem;
    std::optional<QString> fileId;
    std::optional<QString> fileName;
    std::optional<qint64> fileSize;
    std::optional<Instant> fileExpiresAt;

    FIELDS(RunRow, FIELD(id), FIELD(name), FIELD(title), FIELD(definitionId), FIELD(dueAt), FIELD(format),
           FIELD(language), FIELD(byteOrderMark), FIELD(scope), FIELD(fromDay), FIELD(toDay), FIELD(recipients),
           FIELD(status), FIELD(rowsDone), FIELD(rowsEstimated), FIELD(attempts), FIELD(fence), FIELD(readyAt),
           FIELD(notedAt), FIELD(requestedBy), FIELD(requestedById), FIELD(createdAt), FIELD(startedAt),
           FIELD(finishedAt), FIELD(problem), FIELD(fileId), FIELD(fileName), FIELD(fileSize), FIELD(fileExpiresAt))
};

struct DefinitionRow
{
    Id<ReportDefinition> id;
    ReportName name = ReportName::DailySales;
    QString title;
    ReportFormat format = ReportFormat::Pdf;
    QString language;
    bool byteOrderMark = false;
    ReportScope scope;
    ReportFrequency frequency = ReportFrequency::Never;
    int hour = 0;
    bool isPaused = false;
    QList<Id<Account>> recipients;
    std::optional<Instant> nextAt;
    QString createdBy;
    Id<Account> createdById;
    Instant createdAt;
    std::optional<Instant> removedAt;
    int version = 1;

    FIELDS(DefinitionRow, FIELD(id), FIELD(name), FIELD(title), FIELD(format), FIELD(language), FIELD(byteOrderMark),
           FIELD(scope), FIELD(frequency), FIELD(hour), FIELD(isPaused), FIELD(recipients), FIELD(nextAt),
           FIELD(createdBy), FIELD(createdById), FIELD(createdAt), FIELD(removedAt), FIELD(version))
};

// What a finished run has made.
struct MadeFile
{
    QString fileId;
    QString name;
    qint64 size = 0;
    Instant expiresAt;
};

struct AdminRow
{
    Id<Account> id;
    QString username;
    std::optional<QString> fullName;
    std::optional<QString> email;

    FIELDS(AdminRow, FIELD(id), FIELD(username), FIELD(fullName), FIELD(email))
};

class Store
{
public:
    void insert(Tx &tx, const RunRow &row);
    // False when the schedule's period has its run already.
    bool insertNew(Tx &tx, const RunRow &row);
    std::optional<RunRow> run(Tx &tx, Id<ReportRun> id);
    // That a store asked for itself, newest first.
    QList<RunRow> statementsOf(Tx &tx, Id<Account> by, const std::optional<Id<ReportRun>> &before, int limit);
    qint64 countOpenOf(Tx &tx, Id<Account> by);
    QList<RunRow> runs(Tx &tx, const ListRuns &wish, const std::optional<Id<ReportRun>> &before, int limit);
    std::optional<RunRow> lastRunOf(Tx &tx, Id<ReportDefinition> id);
    qint64 countOpen(Tx &tx);

    // The oldest run that waits, or whose server is gone.
    std::optional<RunRow> nextOpen(Tx &tx, Instant now, Instant staleBefore);
    bool begin(Tx &tx, const RunRow &seen, Instant now);
    // False when the run was cancelled or is somebody else's.
    bool note(Tx &tx, const RunRow &mine, qint64 rowsDone, qint64 rowsEstimated, Instant now);
    bool finish(Tx &tx, const RunRow &mine, qint64 rows, const MadeFile &file, Instant now);
    bool putBack(Tx &tx, const RunRow &mine, Instant readyAt, const QString &problem);
    bool leave(Tx &tx, const RunRow &mine, Instant readyAt); // as if it had not been tried
    int putBackAll(Tx &tx, Instant readyAt);                 // of those that run
    bool fail(Tx &tx, const RunRow &mine, Instant now, const QString &problem);
    bool cancel(Tx &tx, Id<ReportRun> id, Instant now);
    bool revive(Tx &tx, Id<ReportRun> id, Instant now);

    QList<RunRow> expiredFiles(Tx &tx, Instant now, int limit);
    bool forgetFile(Tx &tx, Id<ReportRun> id);
    bool namesFile(Tx &tx, const QString &fileId); // whether some run does

    void insert(Tx &tx, const DefinitionRow &row);
    std::optional<DefinitionRow> definition(Tx &tx, Id<ReportDefinition> id);
    QList<DefinitionRow> definitions(Tx &tx, int limit);
    qint64 countDefinitions(Tx &tx);
    bool hadDefinitions(Tx &tx); // also removed ones
    bool change(Tx &tx, const DefinitionRow &next, int seenVersion);
    QList<DefinitionRow> dueDefinitions(Tx &tx, Instant now, int limit);
    bool moveOn(Tx &tx, const DefinitionRow &seen, Instant nextAt);
    QList<AdminRow> admins(Tx &tx, int limit);
};

} // namespace reports
