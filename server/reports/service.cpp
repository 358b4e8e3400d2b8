#include "server/reports/service.h"

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"
#include "server/jobs/service.h"
#include "server/reports/rules.h"
#include "server/storage/service.h"

namespace reports {

namespace {

constexpr QLatin1StringView runWord("run");

struct AuditedRun
{
    ReportName name = ReportName::DailySales;
    ReportFormat format = ReportFormat::Csv;
    ReportScope scope;

    FIELDS(AuditedRun, FIELD(name), FIELD(format), FIELD(scope))
};

Json audited(const RunRow &row)
{
    return {json::bytes(AuditedRun{row.name, row.format, row.scope})};
}

} // namespace

Service::Service(Db &db, const Clock &clock, const Ids &ids, settings::Service &settings, audit::Service &audit,
                 jobs::Service &jobs, storage::Service &storage, accounts::Service &accounts, QString sandbox)
    : m_db(db)
    , m_clock(clock)
    , m_ids(ids)
    , m_settings(settings)
    , m_audit(audit)
    , m_jobs(jobs)
    , m_storage(storage)
    , m_accounts(accounts)
    , m_sandbox(std::move(sandbox))
{}

Result<> Service::mayRead(const Caller &caller, ReportName name) const
{
    MUST(permit(caller, Permission::ReadReports));
    const Permission further = permissionOf(name);
    return further == Permission::None ? Result<>() : permit(caller, further);
}

// The same for somebody who is not calling, by what the account may do now.
bool Service::mayReceive(Tx &tx, Id<Account> id, ReportName name)
{
    const auto account = m_accounts.find(tx, id);
    if (!account)
        return false;
    const Caller reader{.id = id,
                        .role = account->role,
                        .known = account->isActive && !account->isBanned,
                        .superAdmin = account->isSuperAdmin,
                        .permissions = m_accounts.permissionsOf(tx, id)};
    return mayRead(reader, name).has_value();
}

QString Service::nameOf(Tx &tx, const Caller &caller)
{
    const auto account = m_accounts.find(tx, caller.id);
    return account ? account->username : QString();
}

Result<QList<ReportKind>> Service::listReports(const Caller &caller)
{
    return listed(caller, ReportGroup::Report);
}

Result<QList<ReportKind>> Service::listExports(const Caller &caller)
{
    return listed(caller, ReportGroup::Export);
}

Result<QList<ReportKind>> Service::listed(const Caller &caller, ReportGroup group)
{
    MUST(permit(caller, Permission::ReadReports));
    QList<ReportKind> out;
    for (const Kind &kind : m_kinds.all())
        if (kind.group == group)
            out += ReportKind{.name = kind.name,
                              .title = m_words.in(caller.language, kind.title),
                              .description = m_words.in(caller.language, kind.description),
                              .group = kind.group,
                              .columns = kind.source.columns,
                              .parameters = kind.parameters,
                              .usualFrequency = kind.usualFrequency,
                              .mayRead = mayRead(caller, kind.name).has_value()};
    for (ReportKind &kind : out)
        for (ReportColumn &column : kind.columns)
            column.label = m_words.in(caller.language, column.label);
    return out;
}

ReportRun Service::describe(const RunRow &row, const Caller &caller) const
{
    const bool hasFile = row.fileId && row.fileExpiresAt && *row.fileExpiresAt > m_clock.now();
    return {.id = row.id,
            .name = row.name,
            .title = row.title,
            .definitionId = row.definitionId,
            .format = row.format,
            .language = row.language,
            .scope = row.scope,
            .from = row.fromDay,
            .to = row.toDay,
            .status = row.status,
            .rowsDone = row.rowsDone,
            .rowsEstimated = row.rowsEstimated,
            .requestedBy = row.requestedBy,
            .createdAt = row.createdAt,
            .startedAt = row.startedAt,
            .finishedAt = row.finishedAt,
            .problem = row.problem,
            .fileName = row.fileName,
            .fileSize = row.fileSize,
            .fileExpiresAt = row.fileExpiresAt,
            .hasFile = hasFile && (isOwn(row, caller) || mayRead(caller, row.name).has_value())};
}

Result<qint64> Service::estimated(const Kind &kind, const ReportScope &scope, ReportFormat format)
{
    if (format != ReportFormat::Pdf)
        return 0; // is counted when the file is made
    LET(span, spanOf(scope, m_clock.now()));
    const qint64 rows = m_db.read([&](Tx &tx) { return kind.source.count(tx, Filter(span, scope)); });
    if (rows > reportPdfRowsMax)
        return refusal(QStringLiteral("format"), tooLongForPaper(rows));
    return rows;
}

Result<> Service::checkQueue(Tx &tx)
{
    if (m_store.countOpen(tx) >= openRunsMax)
        return failure(ErrorCode::TooManyRequests, QStringLiteral("Too many reports are waiting. Please wait."));
    return {};
}

// The queue is bounded, and the workers are woken with the commit.
Result<RunRow> Service::add(Tx &tx, RunRow row)
{
    MUST(checkQueue(tx));
    m_store.insert(tx, row);
    m_jobs.enqueue(tx, workKind, Nothing{});
    return row;
}

// What the report does not know, and a state, store or category that there is none of, whose rows would be nothing
// without a word.
Result<> Service::checkFilters(Tx &tx, const Kind &kind, const ReportScope &scope, const QString &place) const
{
    MUST(checkScope(kind, scope, place));
    if (scope.region && !m_accounts.isState(*scope.region))
        return refusal(place + QStringLiteral("region"), QStringLiteral("is not a state of India"));
    if (scope.vendorId && !rows::hasStore(tx, *scope.vendorId))
        return refusal(place + QStringLiteral("vendor_id"), QStringLiteral("is not a store of this market"));
    if (scope.categoryId && !rows::hasCategory(tx, *scope.categoryId))
        return refusal(place + QStringLiteral("category_id"), QStringLiteral("is not a category"));
    return {};
}

Result<ReportRun> Service::runReport(const Caller &caller, ReportName name, const RunReport &wish)
{
    MUST(mayRead(caller, name));
    return begin(caller, name, wish, QStringLiteral("scope."));
}

// place stands before the names of the scope's fields in a refusal.
Result<ReportRun> Service::begin(const Caller &caller, ReportName name, const RunReport &wish, const QString &place)
{
    const Kind &kind = m_kinds.of(name);
    MUST(m_db.read([&](Tx &tx) { return checkFilters(tx, kind, wish.scope, place); }));
    MUST(spanOf(wish.scope, m_clock.now(), place));
    LET(rows, estimated(kind, wish.scope, wish.format));
    return m_db.write(caller, [&](Tx &tx) -> Result<ReportRun> {
        LET(span, spanOf(wish.scope, tx.now()));
        RunRow row{.id = m_ids.next<ReportRun>(),
                   .name = name,
                   .title = m_words.in(wish.language, kind.title),
                   .format = wish.format,
                   .language = wish.language,
                   .byteOrderMark = wish.byteOrderMark,
                   .scope = wish.scope,
                   .rowsEstimated = rows,
                   .readyAt = tx.now(),
                   .requestedBy = nameOf(tx, caller),
                   .requestedById = caller.id,
                   .createdAt = tx.now()};
        if (span) {
            row.fromDay = dayText(span->from);
            row.toDay = dayText(span->to);
        }
        LET(added, add(tx, row));
        m_audit.record(tx, caller, "reports.run_requested", "report_run", row.id.text(), audited(row));
        return describe(added, caller);
    });
}

Result<Page<ReportRun>> Service::listRuns(const Caller &caller, const ListRuns &wish)
{
    MUST(permit(caller, Permission::ReadReports));
    LET(before, cursor::idOf<ReportRun>(wish.cursor));
    return m_db.read([&](Tx &tx) -> Result<Page<ReportRun>> {
        QList<ReportRun> out;
        for (const RunRow &row : m_store.runs(tx, wish, before, wish.limit + 1))
            out += describe(row, caller);
        return cursor::pageById(std::move(out), wish.limit);
    });
}

// Runs of reports that somebody may not read are seen in the list, but nothing is done with them.
Result<RunRow> Service::seen(Tx &tx, const Caller &caller, Id<ReportRun> id)
{
    const auto row = m_store.run(tx, id);
    if (!row)
        return notFound(runWord);
    MUST(mayRead(caller, row->name));
    return *row;
}

Result<ReportRun> Service::readRun(const Caller &caller, Id<ReportRun> id)
{
    MUST(permit(caller, Permission::ReadReports));
    return m_db.read([&](Tx &tx) -> Result<ReportRun> {
        LET(row, seen(tx, caller, id));
        return describe(row, caller);
    });
}

Result<FileBody> Service::downloadRun(const Caller &caller, Id<ReportRun> id)
{
    MUST(permit(caller, Permission::ReadReports));
    return m_db.read([&](Tx &tx) -> Result<FileBody> {
        LET(row, seen(tx, caller, id));
        return fileOf(row, caller);
    });
}

Result<FileBody> Service::fileOf(const RunRow &row, const Caller &caller) const
{
    if (!describe(row, caller).hasFile)
        return failure(ErrorCode::Conflict, QStringLiteral("This run has no file, or no longer."));
    return FileBody{.path = m_storage.shelfPath(storage::Shelf::Reports, *row.fileId),
                    .contentType = contentType(row.format).toLatin1(),
                    .name = row.fileName.value_or(QString())};
}

Result<ReportRun> Service::cancelRun(const Caller &caller, Id<ReportRun> id)
{
    MUST(permit(caller, Permission::ReadReports));
    return m_db.write(caller, [&](Tx &tx) -> Result<ReportRun> {
        LET(row, seen(tx, caller, id));
        if (!m_store.cancel(tx, id, tx.now()))
            return failure(ErrorCode::Conflict, QStringLiteral("This run is over already."));
        m_audit.record(tx, caller, "reports.run_cancelled", "report_run", id.text(), audited(row));
        return describe(*m_store.run(tx, id), caller);
    });
}

Result<ReportRun> Service::retryRun(const Caller &caller, Id<ReportRun> id)
{
    MUST(permit(caller, Permission::ReadReports));
    return m_db.write(caller, [&](Tx &tx) -> Result<ReportRun> {
        LET(row, seen(tx, caller, id));
        MUST(checkQueue(tx));
        if (!m_store.revive(tx, id, tx.now()))
            return failure(ErrorCode::Conflict,
                           QStringLiteral("Only a run that failed or was cancelled can be run again."));
        m_jobs.enqueue(tx, workKind, Nothing{});
        m_audit.record(tx, caller, "reports.run_retried", "report_run", id.text(), audited(row));
        return describe(*m_store.run(tx, id), caller);
    });
}

Result<Page<Json>> Service::pullReport(const Caller &caller, ReportName name, const PullReport &wish)
{
    if (!caller.isIntegration() || !caller.scopes.contains(QString(names::text(name))))
        return failure(ErrorCode::PermissionMissing, QStringLiteral("This API key does not open this report."));
    const Kind &kind = m_kinds.of(name);
    ReportScope scope{.from = wish.from,
                      .to = wish.to,
                      .vendorId = wish.vendorId,
                      .categoryId = wish.categoryId,
                      .region = wish.region};
    scope.period = wish.from || wish.to ? ReportPeriod::Custom : ReportPeriod::Everything;
    MUST(m_db.read([&](Tx &tx) { return checkFilters(tx, kind, scope, {}); }));
    LET(span, spanOf(scope, m_clock.now(), {}));
    const sql::Values after = wish.cursor ? keyOf(*wish.cursor, kind.source.keyForm) : sql::Values();
    if (wish.cursor && after.empty())
        return cursor::refused();
    return m_db.read([&](Tx &tx) -> Result<Page<Json>> {
        const Piece piece = kind.source.read(tx, Filter(span, scope), after, wish.limit);
        Page<Json> out{.limit = wish.limit};
        for (const Cells &row : piece.rows)
            out.items += Json{object(kind.source.columns, row)};
        if (piece.rows.size() == wish.limit &&
            !kind.source.read(tx, Filter(span, scope), piece.lastKey, 1).rows.isEmpty())
            out.nextCursor = keyText(piece.lastKey);
        return out;
    });
}

} // namespace reports
