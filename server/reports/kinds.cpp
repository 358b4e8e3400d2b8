#include "server/reports/kinds.h"

namespace reports {

namespace {

using enum ReportParameter;

Kind exportOf(ReportName name);

Kind adPerformance()
{
    return {.title = "Ad performance",
            .description = "How often each campaign was seen and followed in the slot it stood in.",
            .usualFrequency = ReportFrequency::Weekly,
            .parameters = {Period},
            .totals = {"impressions", "clicks"},
            .charts = {{ChartKind::Bar, "Impressions by campaign", "title", "impressions"},
                       {ChartKind::Donut, "Clicks by slot", "slot", "clicks"}},
            .source = rows::adPerformance()};
}

// Opening balance + sales - commission - refunds + adjustments - withheld - payouts = closing balance, line by line
// (PAYO-09).
Kind vendorStatement()
{
    return {.title = "Vendor statement",
            .description = "What each store had, sold, paid and was paid, by the days on which its money moved.",
            .usualFrequency = ReportFrequency::Monthly,
            .parameters = {Period, Vendor},
            .totals = {"sales", "commission", "refunds", "adjustments", "withheld", "payouts"},
            .source = rows::vendorStatement()};
}

// COM-06
Kind commissionSummary()
{
    return {.title = "Commission summary",
            .description = "From the books by day and store: commission, the GST within it and what refunds gave back.",
            .usualFrequency = ReportFrequency::Monthly,
            .parameters = {Period, Vendor, Region},
            .totals = {"orders", "gross", "commission", "gst", "refunded", "commission_back", "corrections", "earned",
                       "gst_due", "income", "net"},
            .charts = {{ChartKind::Line, "Commission kept by day", "day", "earned"},
                       {ChartKind::Bar, "Commission kept by store", "store_name", "earned"}},
            .source = rows::commissionSummary()};
}

// PAYO-07
Kind payoutSummary()
{
    return {
        .title = "Payout summary",
        .description = "Payouts by the day they were asked for and store: what waits, was paid and failed.",
        .usualFrequency = ReportFrequency::Monthly,
        .parameters = {Period, Vendor, Region},
        .totals = {"payouts", "orders", "of_orders", "corrections", "withheld", "amount", "waiting", "paid", "failed"},
        .charts = {{ChartKind::Line, "Payouts by day", "day", "amount"},
                   {ChartKind::Bar, "Payouts by store", "store_name", "amount"}},
        .source = rows::payoutSummary()};
}

Kind reportOf(ReportName name)
{
    switch (name) {
    case ReportName::DailySales:
        return {.title = "Daily sales",
                .description = "Orders placed, cancelled and settled on each day, by store and the store's state.",
                .usualFrequency = ReportFrequency::Daily,
                .parameters = {Period, Vendor, Region},
                .totals = {"orders", "cancelled", "settled_orders", "placed", "gross", "commission", "net"},
                .charts = {{ChartKind::Line, "Placed value by day", "day", "placed"},
                           {ChartKind::Bar, "Settled value by store", "store_name", "gross"},
                           {ChartKind::Donut, "Placed value by the store's state", "region", "placed"}},
                .source = rows::dailySales()};
    case ReportName::VendorPerformance:
        return {.title = "Vendor performance",
                .description =
                    "How each store did: orders, how many of these were cancelled, time to confirm and what it earned.",
                .usualFrequency = ReportFrequency::Weekly,
                .parameters = {Period, Vendor, Region},
                .totals = {"orders", "cancelled", "settled_orders", "gross", "commission", "net"},
                .charts = {{ChartKind::Bar, "Settled value by store", "store_name", "gross"},
                           {ChartKind::Donut, "Orders by the store's state", "region", "orders"}},
                .source = rows::vendorPerformance()};
    case ReportName::PlatformAnalytics:
        return {.title = "Platform analytics",
                .description = "The whole market by day: orders, buyers, money and new accounts.",
                .usualFrequency = ReportFrequency::Monthly,
                .parameters = {Period},
                .totals = {"orders", "placed", "cancelled", "settled_orders", "gross", "commission", "payments",
                           "recharged", "new_buyers", "new_vendors"},
                .charts = {{ChartKind::Line, "Placed value by day", "day", "placed"},
                           {ChartKind::Line, "Orders by day", "day", "orders"},
                           {ChartKind::Line, "Buyers who ordered by day", "day", "buyers"}},
                .source = rows::platform()};
    case ReportName::Financial:
        return {.title = "Financial report",
                .description = "From the books by day: what came in, went into escrow, was settled and paid out.",
                .usualFrequency = ReportFrequency::Quarterly,
                .parameters = {Period},
                .totals = {"recharged", "held", "returned", "gross", "commission", "net", "refunds", "paid_out"},
                .charts = {{ChartKind::Line, "Commission by day", "day", "commission"},
                           {ChartKind::Line, "Escrow balance by day", "day", "escrow_balance"}},
                .source = rows::financial()};
    case ReportName::UserActivity:
        return {.title = "User activity",
                .description = "New accounts, sign-ins, orders and messages of each day, by role.",
                .usualFrequency = ReportFrequency::Weekly,
                .parameters = {Period},
                .totals = {"new_accounts", "sign_ins", "orders", "messages"},
                .charts = {{ChartKind::Line, "Sign-ins by day", "day", "sign_ins"},
                           {ChartKind::Donut, "New accounts by role", "role", "new_accounts"}},
                .source = rows::userActivity()};
    case ReportName::AdPerformance: return adPerformance();
    case ReportName::VendorStatement: return vendorStatement();
    case ReportName::CommissionSummary: return commissionSummary();
    case ReportName::PayoutSummary: return payoutSummary();
    default: return exportOf(name);
    }
}

// The exports, and the books line by line.
Kind exportOf(ReportName name)
{
    const auto as = [](const char *title, const char *description, rows::Source source,
                       QList<ReportParameter> parameters, QStringList totals = {}) {
        return Kind{.title = QString::fromUtf8(title),
                    .description = QString::fromUtf8(description),
                    .group = ReportGroup::Export,
                    .parameters = std::move(parameters),
                    .totals = std::move(totals),
                    .source = std::move(source)};
    };
    switch (name) {
    case ReportName::Ledger:
        return as("Ledger", "Every transfer of the double-entry books.", rows::ledger(), {Period}, {"amount"});
    case ReportName::Users: return as("Users", "Accounts by the day they joined.", rows::users(), {Period});
    case ReportName::Vendors: return as("Vendors", "Stores by the day they opened.", rows::vendors(), {Period, Region});
    case ReportName::Products:
        return as("Products", "What stores list, by the day it was listed.", rows::products(),
                  {Period, Vendor, Category, Region});
    case ReportName::Orders:
        return as("Orders", "Orders by the day they were placed.", rows::orders(), {Period, Vendor, Region},
                  {"total_amount", "commission_amount"});
    case ReportName::Payments:
        return as("Payments", "Gateway payments by the day they were opened.", rows::payments(), {Period}, {"amount"});
    case ReportName::WalletTransactions:
        return as("Wallet transactions", "What moved in buyers' wallets.", rows::walletEntries(), {Period});
    case ReportName::Commissions:
        return as("Commissions", "Commission of each settled line, by the day of settlement.", rows::commissions(),
                  {Period, Vendor, Region}, {"line_total", "commission_amount"});
    case ReportName::Payouts:
        return as("Payouts", "Payouts by the day they were asked for.", rows::payouts(), {Period, Vendor, Region},
                  {"amount", "orders_count"});
    case ReportName::Audit: return as("Audit log", "Who did what.", rows::audit(), {Period});
    default: return {};
    }
}

} // namespace

Kinds::Kinds()
{
    for (std::size_t i = 0; i < count; ++i) {
        Kind kind = reportOf(ReportName(i));
        kind.name = ReportName(i);
        for (ReportColumn &column : kind.source.columns)
            column.hasTotal = kind.totals.contains(column.name);
        m_all[i] = std::move(kind);
    }
}

Result<> checkScope(const Kind &kind, const ReportScope &scope, const QString &place)
{
    const auto isForeign = [&](ReportParameter parameter) { return !kind.parameters.contains(parameter); };
    const auto refused = [&](QLatin1StringView field) {
        return refusal(place + field, QStringLiteral("is not a filter of this report"));
    };
    if (scope.vendorId && isForeign(Vendor))
        return refused(QLatin1StringView("vendor_id"));
    if (scope.categoryId && isForeign(Category))
        return refused(QLatin1StringView("category_id"));
    if (scope.region && isForeign(Region))
        return refused(QLatin1StringView("region"));
    return {};
}

} // namespace reports
