// The entries of Service about saved reports, and the schedules.

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/core/permit.h"
#include "server/jobs/service.h"
#include "server/reports/rules.h"
#include "server/reports/service.h"
#include "shared/base/check.h"

#include <array>

namespace reports {

namespace {

constexpr QLatin1StringView definitionWord("saved report");
constexpr int dueAtOnce = 20;
constexpr int adminsMax = api::listRecipients.most;
// REP-01 and REP-07; each as often as its kind usually runs.
constexpr std::array usualSchedules{ReportName::DailySales, ReportName::VendorPerformance,
                                    ReportName::PlatformAnalytics, ReportName::Financial, ReportName::UserActivity};
constexpr int catchUpMax = 7; // periods that a schedule makes up for after a standstill; older ones are left out

struct AuditedDefinition
{
    ReportName name = ReportName::DailySales;
    QString title;
    ReportFormat format = ReportFormat::Csv;
    ReportScope scope;
    ReportFrequency frequency = ReportFrequency::Never;
    int hour = 0;
    bool isPaused = false;
    QList<Id<Account>> recipients;

    FIELDS(AuditedDefinition, FIELD(name), FIELD(title), FIELD(format), FIELD(scope), FIELD(frequency), FIELD(hour),
           FIELD(isPaused), FIELD(recipients))
};

Json audited(const DefinitionRow &row)
{
    return {json::bytes(AuditedDefinition{row.name, row.title, row.format, row.scope, row.frequency, row.hour,
                                          row.isPaused, row.recipients})};
}

std::optional<Instant> nextOf(const DefinitionRow &row, Instant after)
{
    return row.isPaused ? std::nullopt : nextRun(row.frequency, row.hour, after);
}

ReportScope scopeOf(const DefinitionRow &definition)
{
    ReportScope out = definition.scope;
    if (definition.frequency != ReportFrequency::Never)
        out.period = periodOf(definition.frequency);
    return out;
}

// A run of the definition for the period that is over at this time.
Result<RunRow> runOf(const DefinitionRow &definition, Instant at)
{
    RunRow out{.name = definition.name,
               .title = definition.title,
               .definitionId = definition.id,
               .format = definition.format,
               .language = definition.language,
               .byteOrderMark = definition.byteOrderMark,
               .scope = scopeOf(definition),
               .readyAt = at,
               .createdAt = at};
    LET(span, spanOf(out.scope, at));
    if (span) {
        out.fromDay = dayText(span->from);
        out.toDay = dayText(span->to);
    }
    return out;
}

} // namespace

ReportDefinition Service::describe(Tx &tx, const DefinitionRow &row)
{
    ReportDefinition out{.id = row.id,
                         .name = row.name,
                         .title = row.title,
                         .format = row.format,
                         .language = row.language,
                         .byteOrderMark = row.byteOrderMark,
                         .scope = row.scope,
                         .frequency = row.frequency,
                         .hour = row.hour,
                         .isPaused = row.isPaused,
                         .recipients = row.recipients,
                         .nextAt = row.nextAt,
                         .createdBy = row.createdBy,
                         .createdAt = row.createdAt,
                         .version = row.version};
    if (const auto last = m_store.lastRunOf(tx, row.id)) {
        out.lastRunId = last->id;
        out.lastStatus = last->status;
        out.lastRunAt = last->createdAt;
    }
    return out;
}

// Everything of it that can be wrong, by the field's name.
Result<DefinitionRow> Service::checked(Tx &tx, const PutReportDefinition &wish)
{
    if (const auto problem = fields::lineProblemOf(wish.title))
        return refusal(QStringLiteral("title"), *problem);
    MUST(checkFilters(tx, m_kinds.of(wish.name), wish.scope));
    MUST(spanOf(wish.scope, tx.now()));
    if (wish.frequency != ReportFrequency::Never && wish.scope.period != ReportPeriod::Everything)
        return refusal(QStringLiteral("scope.period"), QStringLiteral("is given by the schedule"));
    if (wish.frequency == ReportFrequency::Never && !wish.recipients.isEmpty())
        return refusal(QStringLiteral("recipients"), QStringLiteral("are only mailed by a schedule"));
    for (qsizetype i = 0; i < wish.recipients.size(); ++i)
        if (!mayReceive(tx, wish.recipients[i], wish.name))
            return refusal(QStringLiteral("recipients.%1").arg(i), QStringLiteral("may not read this report"));
    return DefinitionRow{.name = wish.name,
                         .title = wish.title,
                         .format = wish.format,
                         .language = wish.language,
                         .byteOrderMark = wish.byteOrderMark,
                         .scope = wish.scope,
                         .frequency = wish.frequency,
                         .hour = wish.hour,
                         .isPaused = wish.isPaused,
                         .recipients = wish.recipients};
}

Result<QList<ReportDefinition>> Service::listDefinitions(const Caller &caller)
{
    MUST(permit(caller, Permission::ReadReports));
    return m_db.read([&](Tx &tx) -> Result<QList<ReportDefinition>> {
        QList<ReportDefinition> out;
        for (const DefinitionRow &row : m_store.definitions(tx, definitionsMax))
            out += describe(tx, row);
        return out;
    });
}

Result<ReportDefinition> Service::addDefinition(const Caller &caller, const PutReportDefinition &wish)
{
    MUST(mayRead(caller, wish.name));
    return m_db.write(caller, [&](Tx &tx) { return save(tx, caller, wish); });
}

Result<ReportDefinition> Service::save(Tx &tx, const Caller &caller, const PutReportDefinition &wish)
{
    LET(row, checked(tx, wish));
    if (m_store.countDefinitions(tx) >= definitionsMax)
        return failure(ErrorCode::TooManyRequests, QStringLiteral("There are too many saved reports."));
    row.id = m_ids.next<ReportDefinition>();
    row.nextAt = nextOf(row, tx.now());
    row.createdBy = nameOf(tx, caller);
    row.createdById = caller.id;
    row.createdAt = tx.now();
    m_store.insert(tx, row);
    m_audit.record(tx, caller, "reports.definition_added", "report_definition", row.id.text(), audited(row));
    return describe(tx, row);
}

Result<int> Service::addUsualSchedules(const Caller &caller)
{
    for (const ReportName name : usualSchedules)
        MUST(mayRead(caller, name));
    return m_db.write(caller, [&](Tx &tx) -> Result<int> {
        if (m_store.hadDefinitions(tx))
            return 0;
        for (const ReportName name : usualSchedules) {
            const Kind &kind = m_kinds.of(name);
            PutReportDefinition wish{.name = name,
                                     .title = m_words.in(caller.language, kind.title),
                                     // Without the program that draws there is no PDF.
                                     .format = m_sandbox.isEmpty() ? ReportFormat::Xlsx : ReportFormat::Pdf,
                                     .language = caller.language,
                                     .frequency = kind.usualFrequency};
            for (const ReportRecipient &admin : recipientsOf(tx, name).mid(0, recipientsMax))
                wish.recipients += admin.id;
            MUST(save(tx, caller, wish));
        }
        return int(usualSchedules.size());
    });
}

Result<ReportDefinition> Service::changeDefinition(const Caller &caller, Id<ReportDefinition> id,
                                                   const PutReportDefinition &wish)
{
    MUST(mayRead(caller, wish.name));
    return m_db.write(caller, [&](Tx &tx) -> Result<ReportDefinition> {
        const auto old = m_store.definition(tx, id);
        if (!old)
            return notFound(definitionWord);
        MUST(mayRead(caller, old->name));
        if (!wish.version)
            return refusal(QStringLiteral("version"), QStringLiteral("is required"));
        LET(row, checked(tx, wish));
        row.id = id;
        row.nextAt = nextOf(row, tx.now());
        if (!m_store.change(tx, row, *wish.version))
            return failure(ErrorCode::Conflict, QStringLiteral("The saved report has changed meanwhile."));
        m_audit.record(tx, caller, "reports.definition_changed", "report_definition", id.text(), audited(row));
        return describe(tx, *m_store.definition(tx, id));
    });
}

Result<> Service::removeDefinition(const Caller &caller, Id<ReportDefinition> id)
{
    MUST(permit(caller, Permission::ReadReports));
    return m_db.write(caller, [&](Tx &tx) -> Result<> {
        auto row = m_store.definition(tx, id);
        if (!row)
            return notFound(definitionWord);
        MUST(mayRead(caller, row->name));
        row->removedAt = tx.now();
        row->nextAt.reset();
        if (!m_store.change(tx, *row, row->version))
            return failure(ErrorCode::Conflict, QStringLiteral("The saved report has changed meanwhile."));
        m_audit.record(tx, caller, "reports.definition_removed", "report_definition", id.text(), audited(*row));
        return {};
    });
}

Result<ReportRun> Service::runDefinition(const Caller &caller, Id<ReportDefinition> id)
{
    MUST(permit(caller, Permission::ReadReports));
    const auto known = m_db.read([&](Tx &tx) { return m_store.definition(tx, id); });
    if (!known)
        return notFound(definitionWord);
    MUST(mayRead(caller, known->name));
    LET(rows, estimated(m_kinds.of(known->name), scopeOf(*known), known->format));
    return m_db.write(caller, [&](Tx &tx) -> Result<ReportRun> {
        const auto definition = m_store.definition(tx, id);
        if (!definition)
            return notFound(definitionWord);
        MUST(mayRead(caller, definition->name));
        LET(row, runOf(*definition, tx.now()));
        row.rowsEstimated = rows;
        row.id = m_ids.next<ReportRun>();
        row.requestedBy = nameOf(tx, caller);
        row.requestedById = caller.id;
        LET(added, add(tx, row));
        m_audit.record(tx, caller, "reports.run_requested", "report_run", added.id.text(), audited(*definition));
        return describe(added, caller);
    });
}

Result<QList<ReportRecipient>> Service::listRecipients(const Caller &caller)
{
    MUST(permit(caller, Permission::ReadReports));
    return m_db.read(
        [&](Tx &tx) -> Result<QList<ReportRecipient>> { return recipientsOf(tx, ReportName::DailySales); });
}

QList<ReportRecipient> Service::recipientsOf(Tx &tx, ReportName name)
{
    QList<ReportRecipient> out;
    for (const AdminRow &admin : m_store.admins(tx, adminsMax))
        if (mayReceive(tx, admin.id, name))
            out += ReportRecipient{admin.id, admin.fullName.value_or(admin.username), admin.email};
    return out;
}

int Service::startDue()
{
    int begun = 0;
    const Instant now = m_clock.now();
    for (const DefinitionRow &due : m_db.read([&](Tx &tx) { return m_store.dueDefinitions(tx, now, dueAtOnce); }))
        begun += m_db.write([&](Tx &tx) -> Result<int> { return beginPeriods(tx, due); }).value_or(0);
    return begun;
}

// Each period that ended has its run once, also after a standstill: whoever moves next_at on makes the runs, and the
// table takes no second one for the same time. Where the queue is full the schedule stays due and is looked at again.
int Service::beginPeriods(Tx &tx, const DefinitionRow &definition)
{
    QList<Instant> times;
    Instant at = *definition.nextAt;
    for (; at <= tx.now(); at = *nextRun(definition.frequency, definition.hour, at)) {
        times += at;
        if (times.size() > catchUpMax)
            times.removeFirst();
    }
    if (m_store.countOpen(tx) + times.size() > openWithSchedules || !m_store.moveOn(tx, definition, at))
        return 0;
    int begun = 0;
    for (const Instant time : times) {
        auto run = runOf(definition, time);
        if (!run)
            continue;
        run->id = m_ids.next<ReportRun>();
        run->dueAt = time;
        run->recipients = definition.recipients;
        run->createdAt = tx.now();
        run->readyAt = tx.now();
        begun += m_store.insertNew(tx, *run) ? 1 : 0;
    }
    m_jobs.enqueue(tx, workKind, Nothing{});
    return begun;
}

} // namespace reports
