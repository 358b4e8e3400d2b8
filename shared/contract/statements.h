#pragma once

// What a store gets to check its money against: the statement of a period, as a file (PAYO-09).

#include "shared/contract/reports.h"

// Money is the whole statement; the others are the summaries that admins read of all stores (COM-06, PAYO-07).
NAMED_ENUM(StatementKind, Money, Commission, Payouts)

// Both days belong to it; without them it is the month that is over.
struct AskStatement
{
    StatementKind kind = StatementKind::Money;
    ReportFormat format = ReportFormat::Pdf;
    QString language = QStringLiteral("en");
    std::optional<QString> from;
    std::optional<QString> to;

    FIELDS(AskStatement, FIELD(kind, .label = QT_TRANSLATE_NOOP("fields", "Kind"), .standard = true),
           FIELD(format, .label = QT_TRANSLATE_NOOP("fields", "Format")),
           FIELD(language, .pattern = "en|hi", .standard = true), REPORT_DAY(from, QT_TRANSLATE_NOOP("fields", "From")),
           REPORT_DAY(to, QT_TRANSLATE_NOOP("fields", "To")))
};

struct ListStatements
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;

    FIELDS(ListStatements, PAGE_FIELDS)
};

namespace api {

inline constexpr Endpoint<AskStatement, ReportRun> askStatement{
    .method = Method::Post,
    .path = "/api/v1/vendor/statements",
    .access = Access::Vendor,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Begin to make a statement of the own store: balances, sales, commission, refunds and payouts by day",
    .repeat = Repeat::Keyed,
    .status = 202};

inline constexpr Endpoint<ListStatements, Page<ReportRun>> listStatements{
    .method = Method::Get,
    .path = "/api/v1/vendor/statements",
    .access = Access::Vendor,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Statements that were asked for, newest first"};

inline constexpr Endpoint<Nothing, ReportRun, Id<ReportRun>> readStatement{.method = Method::Get,
                                                                           .path = "/api/v1/vendor/statements/{id}",
                                                                           .access = Access::Vendor,
                                                                           .owner = Owner::Callers,
                                                                           .rate = Rate::Account,
                                                                           .summary = "How far a statement is"};

inline constexpr Endpoint<Nothing, FileBody, Id<ReportRun>> downloadStatement{.method = Method::Get,
                                                                              .path =
                                                                                  "/api/v1/vendor/statements/{id}/file",
                                                                              .access = Access::Vendor,
                                                                              .owner = Owner::Callers,
                                                                              .rate = Rate::Account,
                                                                              .summary = "The file of a statement"};

inline constexpr auto statements = std::tuple{askStatement, listStatements, readStatement, downloadStatement};

} // namespace api
