#pragma once

// Reports, runs, schedules and keys as the paper server lists them.

#include "shared/contract/apikeys.h"
#include "tests/console/pages/samples.h"
#include "tests/support/consolekit.h"

namespace samples {

inline ReportKind reportKind(ReportName name, const char *title, const char *description, ReportFrequency usual,
                             ReportGroup group = ReportGroup::Report)
{
    return {.name = name,
            .title = QString::fromUtf8(title),
            .description = QString::fromUtf8(description),
            .group = group,
            .columns = {{"day", "Day", ValueKind::Day}, {"orders", "Orders", ValueKind::Number, true}},
            // As the server has it: whole days of the market are not narrowed any further.
            .parameters = name == ReportName::PlatformAnalytics || name == ReportName::Financial ||
                                  name == ReportName::UserActivity
                              ? QList{ReportParameter::Period}
                              : QList{ReportParameter::Period, ReportParameter::Vendor, ReportParameter::Category,
                                      ReportParameter::Region},
            .usualFrequency = usual};
}

inline QList<ReportKind> reportKinds()
{
    using enum ReportFrequency;
    return {
        reportKind(ReportName::DailySales, "Daily sales",
                   "Orders placed, cancelled and settled on each day, by store and the store's state.", Daily),
        reportKind(ReportName::VendorPerformance, "Vendor performance",
                   "How each store did: orders, how many of these were cancelled, time to confirm and what it earned.",
                   Weekly),
        reportKind(ReportName::PlatformAnalytics, "Platform analytics",
                   "The whole market by day: orders, buyers, money and new accounts.", Monthly),
        reportKind(ReportName::Financial, "Financial report",
                   "From the books by day: what came in, went into escrow, was settled and paid out.", Quarterly),
        reportKind(ReportName::UserActivity, "User activity",
                   "New accounts, sign-ins, orders and messages of each day, by role.", Weekly)};
}

inline QList<ReportKind> exportKinds()
{
    QList<ReportKind> out{
        reportKind(ReportName::Orders, "Orders", "Orders by the day they were placed.", ReportFrequency::Never,
                   ReportGroup::Export),
        reportKind(ReportName::Payouts, "Payouts", "Payouts by the day they were asked for.", ReportFrequency::Never,
                   ReportGroup::Export),
        reportKind(ReportName::Audit, "Audit log", "Who did what.", ReportFrequency::Never, ReportGroup::Export)};
    out.last().mayRead = false;
    return out;
}

inline ReportRun reportRun(int number, const char *title, RunStatus status)
{
    ReportRun run{.id = id<ReportRun>(number),
                  .title = QString::fromUtf8(title),
                  .format = ReportFormat::Pdf,
                  .language = QStringLiteral("en"),
                  .scope = {.period = ReportPeriod::LastMonth},
                  .from = QStringLiteral("2026-10-01"),
                  .to = QStringLiteral("2026-10-31"),
                  .status = status,
                  .requestedBy = QStringLiteral("Ananya Rao"),
                  .createdAt = now.after(-number * 47 * minuteMs)};
    if (status != RunStatus::Waiting)
        run.startedAt = run.createdAt.after(800);
    if (status == RunStatus::Running) {
        run.rowsDone = 42'000;
        run.rowsEstimated = 100'000;
    }
    if (status == RunStatus::Done) {
        run.rowsDone = run.rowsEstimated = 3'481;
        run.finishedAt = run.startedAt->after(6'200);
        run.fileName = QStringLiteral("daily-sales-2026-10.pdf");
        run.fileSize = 1'843'200;
        run.hasFile = true;
    }
    if (status == RunStatus::Failed) {
        run.finishedAt = run.startedAt->after(1'200);
        run.problem = QStringLiteral("The storage did not take the file.");
    }
    return run;
}

inline QList<ReportRun> reportRuns()
{
    QList<ReportRun> out{reportRun(1, "Orders", RunStatus::Running),
                         reportRun(2, "Daily sales", RunStatus::Waiting),
                         reportRun(3, "Daily sales", RunStatus::Done),
                         reportRun(4, "Payouts", RunStatus::Failed),
                         reportRun(5, "Vendor performance", RunStatus::Cancelled),
                         reportRun(6, "Financial report", RunStatus::Done)};
    const ReportName names[] = {ReportName::Orders,  ReportName::DailySales,        ReportName::DailySales,
                                ReportName::Payouts, ReportName::VendorPerformance, ReportName::Financial};
    for (qsizetype i = 0; i < out.size(); ++i)
        out[i].name = names[i];
    out[0].format = ReportFormat::Xlsx;
    out[5].requestedBy.reset();
    return out;
}

inline QList<ReportDefinition> reportDefinitions()
{
    ReportDefinition daily{.id = id<ReportDefinition>(1),
                           .name = ReportName::DailySales,
                           .title = QStringLiteral("Sales for the morning round"),
                           .language = QStringLiteral("en"),
                           .frequency = ReportFrequency::Daily,
                           .hour = 7,
                           .recipients = {id<Account>(1), id<Account>(9)},
                           .nextAt = now.after(14 * hourMs),
                           .lastStatus = RunStatus::Done,
                           .lastRunAt = now.after(-10 * hourMs),
                           .createdBy = QStringLiteral("Ananya Rao"),
                           .version = 4};
    ReportDefinition weekly = daily;
    weekly.id = id<ReportDefinition>(2);
    weekly.name = ReportName::VendorPerformance;
    weekly.title = QStringLiteral("Vendors of the week");
    weekly.frequency = ReportFrequency::Weekly;
    weekly.isPaused = true;
    weekly.lastStatus = RunStatus::Failed;
    ReportDefinition byHand = daily;
    byHand.id = id<ReportDefinition>(3);
    byHand.name = ReportName::Financial;
    byHand.title = QStringLiteral("Quarter for the accountant");
    byHand.format = ReportFormat::Xlsx;
    byHand.frequency = ReportFrequency::Never;
    byHand.recipients.clear();
    byHand.nextAt.reset();
    byHand.lastStatus.reset();
    byHand.lastRunAt.reset();
    return {daily, weekly, byHand};
}

inline QList<ApiKey> apiKeys()
{
    ApiKey ledger{.id = id<ApiKey>(1),
                  .name = QStringLiteral("Accounting at head office"),
                  .prefix = QStringLiteral("kbk_3fA9c1"),
                  .scopes = {ReportName::Financial, ReportName::DailySales},
                  .createdBy = QStringLiteral("Ananya Rao"),
                  .createdAt = now.after(-40 * 24 * hourMs),
                  .expiresAt = now.after(325 * 24 * hourMs),
                  .lastUsedAt = now.after(-9 * minuteMs),
                  .calls = 18'204};
    ApiKey old = ledger;
    old.id = id<ApiKey>(2);
    old.name = QStringLiteral("Old dashboard");
    old.prefix = QStringLiteral("kbk_Zz81Qe");
    old.expiresAt.reset();
    old.revokedAt = now.after(-3 * 24 * hourMs);
    return {ledger, old};
}

inline void answerReports(FakeTransport &server)
{
    server.answer(api::listReports, reportKinds());
    server.answer(api::listExports, exportKinds());
    server.answer(api::listRuns, page(reportRuns()));
    server.answer(api::listDefinitions, reportDefinitions());
    server.answer(api::listApiKeys, apiKeys());
    server.answer(api::listRecipients, {{id<Account>(1), QStringLiteral("Ananya Rao"), QStringLiteral("a@example.in")},
                                        {id<Account>(9), QStringLiteral("Vikram Shah"), {}}});
    server.answer(api::listCategories, categories());
    server.answer(api::readTop, top(TopKind::Vendors));
}

} // namespace samples
