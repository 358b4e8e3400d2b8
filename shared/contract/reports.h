#pragma once

// Reports and exports: what there is, runs that make a file of it, definitions that run by themselves, and the same
// rows for other programs. A day is a day of business in India (Asia/Kolkata, C35). What is placed counts on the day it
// was placed, what is settled on the day it was settled, a payout on the day it was processed.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/base/values.h"
#include "shared/contract/catalog.h"
#include "shared/contract/reportdocument.h"

struct Account;
struct ReportDefinition;
struct ReportRun;

// New names go to the end. Reports, and exports of everything there is of one kind.
NAMED_ENUM(ReportName, DailySales, VendorPerformance, PlatformAnalytics, Financial, UserActivity, Ledger, Users,
           Vendors, Products, Orders, Payments, WalletTransactions, Commissions, Payouts, Audit, AdPerformance,
           VendorStatement, CommissionSummary, PayoutSummary)

// What a reader needs beside ReadReports; also whoever makes a key that opens the report.
constexpr Permission permissionOf(ReportName name)
{
    switch (name) {
    case ReportName::Users: return Permission::ManageUsers;
    case ReportName::Audit: return Permission::ReadAudit;
    case ReportName::DailySales:
    case ReportName::VendorPerformance:
    case ReportName::PlatformAnalytics:
    case ReportName::Financial:
    case ReportName::UserActivity:
    case ReportName::Ledger:
    case ReportName::Vendors:
    case ReportName::Products:
    case ReportName::Orders:
    case ReportName::Payments:
    case ReportName::WalletTransactions:
    case ReportName::Commissions:
    case ReportName::Payouts:
    case ReportName::AdPerformance:
    case ReportName::VendorStatement:
    case ReportName::CommissionSummary:
    case ReportName::PayoutSummary: break;
    }
    return Permission::None;
}

NAMED_ENUM(ReportGroup, Report, Export)
NAMED_ENUM(ReportFormat, Csv, Xlsx, Pdf)
NAMED_ENUM(ReportParameter, Period, Vendor, Category, Region)
// Weeks begin on Monday; "last" is the one that is over.
NAMED_ENUM(ReportPeriod, Everything, Custom, Today, Yesterday, LastWeek, ThisMonth, LastMonth, LastQuarter)
// At the hour in India: of every day, of Monday, of the first of the month, of the first of the quarter.
NAMED_ENUM(ReportFrequency, Never, Daily, Weekly, Monthly, Quarterly)
NAMED_ENUM(RunStatus, Waiting, Running, Done, Failed, Cancelled)

constexpr bool mayCancel(RunStatus status)
{
    return status == RunStatus::Waiting || status == RunStatus::Running;
}

constexpr bool mayRetry(RunStatus status)
{
    return status == RunStatus::Failed || status == RunStatus::Cancelled;
}

struct ReportKind
{
    ReportName name = ReportName::DailySales;
    QString title;
    QString description;
    ReportGroup group = ReportGroup::Report;
    QList<ReportColumn> columns;
    QList<ReportParameter> parameters;
    ReportFrequency usualFrequency = ReportFrequency::Never;
    bool mayRead = true; // the caller; some need a further permission

    FIELDS(ReportKind, FIELD(name), FIELD(title), FIELD(description), FIELD(group), FIELD(columns), FIELD(parameters),
           FIELD(usualFrequency), FIELD(mayRead))
};

#define REPORT_DAY(name, text)                                                                                         \
    FIELD(name, .label = text, .lengthMin = 10, .lengthMax = 10, .pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}")

// Of which part of the market. A report refuses what it does not know (ReportKind::parameters).
struct ReportScope
{
    ReportPeriod period = ReportPeriod::Everything;
    std::optional<QString> from; // "2026-11-01"; both days are said for a custom period and for no other
    std::optional<QString> to;   // the last day
    std::optional<Id<Vendor>> vendorId;
    std::optional<Id<Category>> categoryId;
    std::optional<QString> region; // of the store, ISO 3166-2: "IN-MH"

    FIELDS(ReportScope, FIELD(period, .label = QT_TRANSLATE_NOOP("fields", "Period"), .standard = true),
           REPORT_DAY(from, QT_TRANSLATE_NOOP("fields", "From")), REPORT_DAY(to, QT_TRANSLATE_NOOP("fields", "To")),
           FIELD(vendorId), FIELD(categoryId),
           FIELD(region, .label = QT_TRANSLATE_NOOP("fields", "State"), .lengthMin = 5, .lengthMax = 6,
                 .pattern = "[A-Z]{2}-[A-Z0-9]{2,3}"))
};

// A PDF is for reading: more rows are a thousand pages that take minutes to draw. Longer ones are XLSX or CSV.
constexpr int reportPdfRowsMax = 20'000;

struct RunReport
{
    ReportFormat format = ReportFormat::Xlsx;
    QString language = QStringLiteral("en");
    bool byteOrderMark = false; // of CSV: spreadsheets then read it as UTF-8
    ReportScope scope;

    FIELDS(RunReport, FIELD(format), FIELD(language, .pattern = "en|hi", .standard = true),
           FIELD(byteOrderMark, .standard = true), FIELD(scope, .standard = true))
};

struct ReportRun
{
    Id<ReportRun> id;
    ReportName name = ReportName::DailySales;
    QString title;
    std::optional<Id<ReportDefinition>> definitionId;
    ReportFormat format = ReportFormat::Xlsx;
    QString language;
    ReportScope scope;
    std::optional<QString> from; // what the period came to; absent: everything
    std::optional<QString> to;
    RunStatus status = RunStatus::Waiting;
    qint64 rowsDone = 0;
    qint64 rowsEstimated = 0;
    std::optional<QString> requestedBy; // nobody: the schedule
    Instant createdAt;
    std::optional<Instant> startedAt;
    std::optional<Instant> finishedAt;
    std::optional<QString> problem;
    std::optional<QString> fileName;
    std::optional<qint64> fileSize;
    std::optional<Instant> fileExpiresAt;
    bool hasFile = false; // to be downloaded

    FIELDS(ReportRun, FIELD(id), FIELD(name, .label = QT_TRANSLATE_NOOP("fields", "Report")),
           FIELD(title, .label = QT_TRANSLATE_NOOP("fields", "Title")), FIELD(definitionId),
           FIELD(format, .label = QT_TRANSLATE_NOOP("fields", "Format")), FIELD(language), FIELD(scope),
           FIELD(from, .label = QT_TRANSLATE_NOOP("fields", "From")),
           FIELD(to, .label = QT_TRANSLATE_NOOP("fields", "To")),
           FIELD(status, .label = QT_TRANSLATE_NOOP("fields", "Status")),
           FIELD(rowsDone, .label = QT_TRANSLATE_NOOP("fields", "Rows")), FIELD(rowsEstimated),
           FIELD(requestedBy, .label = QT_TRANSLATE_NOOP("fields", "Requested by")),
           FIELD(createdAt, .label = QT_TRANSLATE_NOOP("fields", "Requested")), FIELD(startedAt),
           FIELD(finishedAt, .label = QT_TRANSLATE_NOOP("fields", "Finished")),
           FIELD(problem, .label = QT_TRANSLATE_NOOP("fields", "Problem")), FIELD(fileName),
           FIELD(fileSize, .label = QT_TRANSLATE_NOOP("fields", "Size")), FIELD(fileExpiresAt), FIELD(hasFile))
};

struct ListRuns
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<ReportName> name;
    std::optional<RunStatus> status;
    std::optional<Id<ReportDefinition>> definition;

    FIELDS(ListRuns, PAGE_FIELDS, FIELD(name), FIELD(status), FIELD(definition))
};

// A report that somebody wants again: by hand, or by itself at its hour with a mail to the recipients.
struct ReportDefinition
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
    std::optional<Id<ReportRun>> lastRunId;
    std::optional<RunStatus> lastStatus;
    std::optional<Instant> lastRunAt;
    QString createdBy;
    Instant createdAt;
    int version = 1;

    FIELDS(ReportDefinition, FIELD(id), FIELD(name, .label = QT_TRANSLATE_NOOP("fields", "Report")),
           FIELD(title, .label = QT_TRANSLATE_NOOP("fields", "Title")),
           FIELD(format, .label = QT_TRANSLATE_NOOP("fields", "Format")), FIELD(language), FIELD(byteOrderMark),
           FIELD(scope), FIELD(frequency, .label = QT_TRANSLATE_NOOP("fields", "Schedule")), FIELD(hour),
           FIELD(isPaused), FIELD(recipients), FIELD(nextAt, .label = QT_TRANSLATE_NOOP("fields", "Next run")),
           FIELD(lastRunId), FIELD(lastStatus, .label = QT_TRANSLATE_NOOP("fields", "Last result")),
           FIELD(lastRunAt, .label = QT_TRANSLATE_NOOP("fields", "Last run")),
           FIELD(createdBy, .label = QT_TRANSLATE_NOOP("fields", "Owner")), FIELD(createdAt), FIELD(version))
};

constexpr int recipientsMax = 20;

// A schedule's period is the day, week, month or quarter that has just ended; the scope then says no other.
struct PutReportDefinition
{
    ReportName name = ReportName::DailySales;
    QString title;
    ReportFormat format = ReportFormat::Pdf;
    QString language = QStringLiteral("en");
    bool byteOrderMark = false;
    ReportScope scope;
    ReportFrequency frequency = ReportFrequency::Never;
    int hour = 7;
    bool isPaused = false;
    QList<Id<Account>> recipients; // admins who may read this report
    std::optional<int> version;    // as it was read, when it is changed

    FIELDS(PutReportDefinition, FIELD(name),
           FIELD(title, .label = QT_TRANSLATE_NOOP("fields", "Title"), .lengthMin = 1, .lengthMax = 120), FIELD(format),
           FIELD(language, .pattern = "en|hi", .standard = true), FIELD(byteOrderMark, .standard = true),
           FIELD(scope, .standard = true), FIELD(frequency, .standard = true),
           FIELD(hour, .label = QT_TRANSLATE_NOOP("fields", "Hour"), .min = 0, .max = 23, .standard = true),
           FIELD(isPaused, .standard = true), FIELD(recipients, .countMax = recipientsMax, .standard = true),
           FIELD(version, .min = 1))
};

// Whom a schedule can mail to: admins who read reports. Some reports need a further permission of each of them.
struct ReportRecipient
{
    Id<Account> id;
    QString name;
    std::optional<QString> email;

    FIELDS(ReportRecipient, FIELD(id), FIELD(name), FIELD(email))
};

// Rows for other programs; days and filters as in ReportScope, whose custom period this is.
struct PullReport
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<QString> from;
    std::optional<QString> to;
    std::optional<Id<Vendor>> vendorId;
    std::optional<Id<Category>> categoryId;
    std::optional<QString> region;

    FIELDS(PullReport, FIELD(limit, .min = 1, .max = 1000, .standard = true), FIELD(cursor, .lengthMax = 200),
           REPORT_DAY(from, nullptr), REPORT_DAY(to, nullptr), FIELD(vendorId), FIELD(categoryId),
           FIELD(region, .lengthMin = 5, .lengthMax = 6, .pattern = "[A-Z]{2}-[A-Z0-9]{2,3}"))
};

namespace api {

inline constexpr Endpoint<Nothing, QList<ReportKind>> listReports{.method = Method::Get,
                                                                  .path = "/api/v1/admin/reports",
                                                                  .access = Access::Admin,
                                                                  .owner = Owner::Nobodys,
                                                                  .rate = Rate::Account,
                                                                  .summary = "The reports there are",
                                                                  .permission = Permission::ReadReports,
                                                                  .most = int(namesOf(ReportName{}).names.size())};

inline constexpr Endpoint<Nothing, QList<ReportKind>> listExports{.method = Method::Get,
                                                                  .path = "/api/v1/admin/exports",
                                                                  .access = Access::Admin,
                                                                  .owner = Owner::Nobodys,
                                                                  .rate = Rate::Account,
                                                                  .summary = "What can be exported as a whole",
                                                                  .permission = Permission::ReadReports,
                                                                  .most = int(namesOf(ReportName{}).names.size())};

inline constexpr Endpoint<RunReport, ReportRun, ReportName> runReport{
    .method = Method::Post,
    .path = "/api/v1/admin/reports/{name}/run",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "Begin to make a file of a report or an export",
    .permission = Permission::ReadReports,
    .repeat = Repeat::Keyed,
    .status = 202,
    .aliases = "/api/v1/admin/exports/{name}/run"};

inline constexpr Endpoint<ListRuns, Page<ReportRun>> listRuns{.method = Method::Get,
                                                              .path = "/api/v1/admin/report-runs",
                                                              .access = Access::Admin,
                                                              .owner = Owner::Nobodys,
                                                              .rate = Rate::Account,
                                                              .summary = "Runs of reports and exports, newest first",
                                                              .permission = Permission::ReadReports};

inline constexpr Endpoint<Nothing, ReportRun, Id<ReportRun>> readRun{.method = Method::Get,
                                                                     .path = "/api/v1/admin/report-runs/{id}",
                                                                     .access = Access::Admin,
                                                                     .owner = Owner::Anyones,
                                                                     .rate = Rate::Account,
                                                                     .summary = "How far a run is",
                                                                     .permission = Permission::ReadReports};

inline constexpr Endpoint<Nothing, FileBody, Id<ReportRun>> downloadRun{.method = Method::Get,
                                                                        .path = "/api/v1/admin/report-runs/{id}/file",
                                                                        .access = Access::Admin,
                                                                        .owner = Owner::Anyones,
                                                                        .rate = Rate::Account,
                                                                        .summary = "The file that a run has made",
                                                                        .permission = Permission::ReadReports};

inline constexpr Endpoint<Nothing, ReportRun, Id<ReportRun>> cancelRun{.method = Method::Post,
                                                                       .path = "/api/v1/admin/report-runs/{id}/cancel",
                                                                       .access = Access::Admin,
                                                                       .owner = Owner::Anyones,
                                                                       .rate = Rate::Account,
                                                                       .summary =
                                                                           "Stop a run that is waiting or running",
                                                                       .permission = Permission::ReadReports};

inline constexpr Endpoint<Nothing, ReportRun, Id<ReportRun>> retryRun{.method = Method::Post,
                                                                      .path = "/api/v1/admin/report-runs/{id}/retry",
                                                                      .access = Access::Admin,
                                                                      .owner = Owner::Anyones,
                                                                      .rate = Rate::Account,
                                                                      .summary =
                                                                          "Run again what failed or was cancelled",
                                                                      .permission = Permission::ReadReports};

inline constexpr Endpoint<Nothing, QList<ReportDefinition>> listDefinitions{.method = Method::Get,
                                                                            .path = "/api/v1/admin/report-definitions",
                                                                            .access = Access::Admin,
                                                                            .owner = Owner::Nobodys,
                                                                            .rate = Rate::Account,
                                                                            .summary =
                                                                                "Saved reports and their schedules",
                                                                            .permission = Permission::ReadReports,
                                                                            .most = 200};

inline constexpr Endpoint<PutReportDefinition, ReportDefinition> addDefinition{
    .method = Method::Post,
    .path = "/api/v1/admin/report-definitions",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Save a report, with a schedule or without",
    .permission = Permission::ReadReports,
    .repeat = Repeat::Keyed,
    .status = 201};

inline constexpr Endpoint<PutReportDefinition, ReportDefinition, Id<ReportDefinition>> changeDefinition{
    .method = Method::Put,
    .path = "/api/v1/admin/report-definitions/{id}",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "Change a saved report; also pauses and resumes its schedule",
    .permission = Permission::ReadReports};

inline constexpr Endpoint<Nothing, Nothing, Id<ReportDefinition>> removeDefinition{
    .method = Method::Delete,
    .path = "/api/v1/admin/report-definitions/{id}",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "Forget a saved report; its runs stay",
    .permission = Permission::ReadReports};

inline constexpr Endpoint<Nothing, ReportRun, Id<ReportDefinition>> runDefinition{
    .method = Method::Post,
    .path = "/api/v1/admin/report-definitions/{id}/run",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "Run a saved report now; nobody is mailed",
    .permission = Permission::ReadReports,
    .repeat = Repeat::Keyed,
    .status = 202};

inline constexpr Endpoint<Nothing, QList<ReportRecipient>> listRecipients{.method = Method::Get,
                                                                          .path = "/api/v1/admin/report-recipients",
                                                                          .access = Access::Admin,
                                                                          .owner = Owner::Nobodys,
                                                                          .rate = Rate::Account,
                                                                          .summary =
                                                                              "Admins to whom a schedule can mail",
                                                                          .permission = Permission::ReadReports,
                                                                          .most = 200};

inline constexpr Endpoint<PullReport, Page<Json>, ReportName> pullReport{
    .method = Method::Get,
    .path = "/api/v1/integrations/reports/{name}",
    .access = Access::Integration,
    .owner = Owner::Everybodys,
    .rate = Rate::Integration,
    .summary = "The rows of a report, for other programs with an API key of its scope",
    .heavy = true};

inline constexpr auto reports =
    std::tuple{listReports,      listExports,      runReport,     listRuns,        readRun,
               downloadRun,      cancelRun,        retryRun,      listDefinitions, addDefinition,
               changeDefinition, removeDefinition, runDefinition, listRecipients,  pullReport};

} // namespace api
