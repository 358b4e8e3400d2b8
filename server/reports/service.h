#pragma once

// Reports and exports: runs that make files, definitions that run by themselves, rows for other programs.

#include "server/core/clock.h"
#include "server/core/db.h"
#include "server/core/ids.h"
#include "server/core/stopping.h"
#include "server/reports/kinds.h"
#include "server/reports/store.h"
#include "server/reports/words.h"
#include "server/reports/writer.h"
#include "shared/contract/statements.h"

#include <atomic>

namespace accounts {
class Service;
}
namespace audit {
class Service;
}
namespace jobs {
class Service;
}
namespace settings {
class Service;
}
namespace storage {
class Service;
}

namespace reports {

constexpr std::string_view workKind = "reports.work";
constexpr int handsMax = 2; // that make files at the same time: a short run does not wait behind a long one

class Service
{
public:
    // sandbox: the program that draws PDF; without it only the other formats are made.
    Service(Db &db, const Clock &clock, const Ids &ids, settings::Service &settings, audit::Service &audit,
            jobs::Service &jobs, storage::Service &storage, accounts::Service &accounts, QString sandbox);

    Result<QList<ReportKind>> listReports(const Caller &caller);
    Result<QList<ReportKind>> listExports(const Caller &caller);
    Result<ReportRun> runReport(const Caller &caller, ReportName name, const RunReport &wish);
    Result<Page<ReportRun>> listRuns(const Caller &caller, const ListRuns &wish);
    Result<ReportRun> readRun(const Caller &caller, Id<ReportRun> id);
    Result<FileBody> downloadRun(const Caller &caller, Id<ReportRun> id);
    Result<ReportRun> cancelRun(const Caller &caller, Id<ReportRun> id);
    Result<ReportRun> retryRun(const Caller &caller, Id<ReportRun> id);
    Result<ReportRun> askStatement(const Caller &caller, const AskStatement &wish);
    Result<Page<ReportRun>> listStatements(const Caller &caller, const ListStatements &wish);
    Result<ReportRun> readStatement(const Caller &caller, Id<ReportRun> id);
    Result<FileBody> downloadStatement(const Caller &caller, Id<ReportRun> id);
    Result<Page<Json>> pullReport(const Caller &caller, ReportName name, const PullReport &wish);

    Result<QList<ReportDefinition>> listDefinitions(const Caller &caller);
    Result<ReportDefinition> addDefinition(const Caller &caller, const PutReportDefinition &wish);
    // A new market's schedules, mailed to the admins who may read them; says how many were added. They are added once:
    // what was paused, changed or removed later stays so.
    Result<int> addUsualSchedules(const Caller &caller);
    Result<ReportDefinition> changeDefinition(const Caller &caller, Id<ReportDefinition> id,
                                              const PutReportDefinition &wish);
    Result<> removeDefinition(const Caller &caller, Id<ReportDefinition> id);
    Result<ReportRun> runDefinition(const Caller &caller, Id<ReportDefinition> id);
    Result<QList<ReportRecipient>> listRecipients(const Caller &caller);

    // Jobs: makes the files of the runs that wait, one after another; begins what schedules have come to; removes
    // files whose time is over, and those that no run names. The latter two say how many. What is being made when the
    // server stops waits again for whoever comes next, as if it had not been tried.
    void workOff(const Stopping &isStopping = goOn);
    // The runs that a server that died was making wait again, without the time that another server would give it. Only
    // for whoever is the one server of this database and has not begun yet. Says how many those were.
    int inherit();
    int startDue();
    int sweep();

    const Kinds &kinds() const { return m_kinds; }
    const Words &words() const { return m_words; }

private:
    struct Work;

    Result<QList<ReportKind>> listed(const Caller &caller, ReportGroup group);
    ReportRun describe(const RunRow &row, const Caller &caller) const;
    ReportDefinition describe(Tx &tx, const DefinitionRow &row);
    Result<> checkFilters(Tx &tx, const Kind &kind, const ReportScope &scope,
                          const QString &place = QStringLiteral("scope.")) const;
    Result<> mayRead(const Caller &caller, ReportName name) const;
    bool mayReceive(Tx &tx, Id<Account> account, ReportName name);
    QString nameOf(Tx &tx, const Caller &caller);
    Result<> checkQueue(Tx &tx);
    Result<RunRow> add(Tx &tx, RunRow row);
    // So many rows a run would have; looked at before there is a transaction, because it may take a while.
    Result<qint64> estimated(const Kind &kind, const ReportScope &scope, ReportFormat format);
    Result<RunRow> seen(Tx &tx, const Caller &caller, Id<ReportRun> id);
    Result<ReportRun> begin(const Caller &caller, ReportName name, const RunReport &wish, const QString &place);
    Result<RunRow> ownStatement(Tx &tx, const Caller &caller, Id<ReportRun> id);
    static bool isOwn(const RunRow &row, const Caller &caller);
    Result<FileBody> fileOf(const RunRow &row, const Caller &caller) const;

    Result<ReportDefinition> save(Tx &tx, const Caller &caller, const PutReportDefinition &wish);
    QList<ReportRecipient> recipientsOf(Tx &tx, ReportName name);
    Result<DefinitionRow> checked(Tx &tx, const PutReportDefinition &wish);
    int beginPeriods(Tx &tx, const DefinitionRow &definition);

    std::optional<RunRow> claim();
    void perform(const RunRow &run, const Stopping &isStopping);
    Result<> write(const RunRow &run, const Stopping &isStopping);
    Result<> keep(const RunRow &run, const QString &path, qint64 rows, Instant now);
    void giveUp(const RunRow &run, const Error &error);
    void leave(const RunRow &run);
    Cover coverOf(const RunRow &run, const Kind &kind) const;
    std::unique_ptr<Writer> writerOf(const RunRow &run, const Cover &cover, const QString &path,
                                     const Stopping &isStopping) const;
    void publish(Tx &tx, const RunRow &run, qint64 rows, const MadeFile &file);

    Db &m_db;
    const Clock &m_clock;
    const Ids &m_ids;
    settings::Service &m_settings;
    audit::Service &m_audit;
    jobs::Service &m_jobs;
    storage::Service &m_storage;
    accounts::Service &m_accounts;
    const QString m_sandbox;
    const Kinds m_kinds;
    const Words m_words;
    Store m_store;
    std::atomic<int> m_hands = 0; // that make files now
};

} // namespace reports
