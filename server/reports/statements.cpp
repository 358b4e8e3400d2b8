// Statements of stores, of Service: a report that a store asks for itself, about nobody else.

#include "server/accounts/service.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"
#include "server/reports/rules.h"
#include "server/reports/service.h"
#include "server/storage/service.h"

namespace reports {

namespace {

constexpr qint64 openOfOneMax = 3; // that wait or are made, so that no store fills the queue of all

ReportName reportOf(StatementKind kind)
{
    switch (kind) {
    case StatementKind::Money: return ReportName::VendorStatement;
    case StatementKind::Commission: return ReportName::CommissionSummary;
    case StatementKind::Payouts: return ReportName::PayoutSummary;
    }
    return ReportName::VendorStatement;
}

// What a store may ask for itself.
bool isOfStores(ReportName name)
{
    return name == ReportName::VendorStatement || name == ReportName::CommissionSummary ||
           name == ReportName::PayoutSummary;
}

} // namespace

Result<ReportRun> Service::askStatement(const Caller &caller, const AskStatement &wish)
{
    LET(store, storeOf(caller));
    if (wish.from.has_value() != wish.to.has_value())
        return refusal(wish.from ? QStringLiteral("to") : QStringLiteral("from"), QStringLiteral("is required"));
    const RunReport asked{.format = wish.format,
                          .language = wish.language,
                          .scope = {.period = wish.from ? ReportPeriod::Custom : ReportPeriod::LastMonth,
                                    .from = wish.from,
                                    .to = wish.to,
                                    .vendorId = store}};
    const qint64 open = m_db.read([&](Tx &tx) { return m_store.countOpenOf(tx, caller.id); });
    if (open >= openOfOneMax)
        return failure(ErrorCode::TooManyRequests, QStringLiteral("Please wait for the statements that are made."));
    return begin(caller, reportOf(wish.kind), asked, {});
}

Result<Page<ReportRun>> Service::listStatements(const Caller &caller, const ListStatements &wish)
{
    MUST(storeOf(caller));
    LET(before, cursor::idOf<ReportRun>(wish.cursor));
    QList<ReportRun> out;
    for (const RunRow &row :
         m_db.read([&](Tx &tx) { return m_store.statementsOf(tx, caller.id, before, wish.limit + 1); }))
        out += describe(row, caller);
    return cursor::pageById(std::move(out), wish.limit);
}

Result<RunRow> Service::ownStatement(Tx &tx, const Caller &caller, Id<ReportRun> id)
{
    MUST(storeOf(caller));
    const auto row = m_store.run(tx, id);
    if (!row || !isOwn(*row, caller))
        return notFound(QLatin1StringView("statement"));
    return *row;
}

bool Service::isOwn(const RunRow &row, const Caller &caller)
{
    return isOfStores(row.name) && row.requestedById == caller.id && caller.vendorId &&
           row.scope.vendorId == caller.vendorId;
}

Result<ReportRun> Service::readStatement(const Caller &caller, Id<ReportRun> id)
{
    return m_db.read([&](Tx &tx) -> Result<ReportRun> {
        LET(row, ownStatement(tx, caller, id));
        return describe(row, caller);
    });
}

Result<FileBody> Service::downloadStatement(const Caller &caller, Id<ReportRun> id)
{
    return m_db.read([&](Tx &tx) -> Result<FileBody> {
        LET(row, ownStatement(tx, caller, id));
        return fileOf(row, caller);
    });
}

} // namespace reports
