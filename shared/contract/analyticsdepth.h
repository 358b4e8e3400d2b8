#pragma once

// The deeper figures: cohorts, funnel, processing times, operations, decisions that wait, and what one store sees.

#include "shared/contract/analytics.h"

// What somebody has to decide or look at, as it is now. late: older than the target; oldest: when it began to wait.
struct Decision
{
    DecisionKind kind = DecisionKind::KycWaiting;
    qint64 count = 0;
    qint64 late = 0;
    std::optional<Money> amount;
    std::optional<Instant> oldest;
    std::optional<qint64> targetMinutes;

    FIELDS(Decision, FIELD(kind), FIELD(count), FIELD(late), FIELD(amount), FIELD(oldest), FIELD(targetMinutes))
};

// Buyers by the month of their first order, and how many of them ordered again so many months later.
struct CohortCell
{
    qint64 monthsLater = 0;
    qint64 buyers = 0;
    qint64 orders = 0;
    Money placed;
    BasisPoints retained;

    FIELDS(CohortCell, FIELD(monthsLater), FIELD(buyers), FIELD(orders), FIELD(placed), FIELD(retained))
};

struct Cohort
{
    QString month; // "2026-11"
    qint64 buyers = 0;
    QList<CohortCell> cells; // from the month itself on; a month in which nobody came back is there with zeros

    FIELDS(Cohort, FIELD(month), FIELD(buyers), FIELD(cells))
};

struct Cohorts
{
    QList<Cohort> cohorts;

    FIELDS(Cohorts, FIELD(cohorts))
};

// Of the orders placed in the period: how many have been settled by now. rate: of the stage before; none without one.
struct FunnelStep
{
    FunnelStage stage = FunnelStage::Ordered;
    qint64 count = 0;
    std::optional<BasisPoints> rate;

    FIELDS(FunnelStep, FIELD(stage), FIELD(count), FIELD(rate))
};

// Viewed is how often products were looked at, which is not known by state; it is only there when somebody looked.
struct Funnel
{
    CoveredPeriod period;
    QList<FunnelStep> steps;

    FIELDS(Funnel, FIELD(period), FIELD(steps))
};

// Confirm: placed to confirmed. Dispatch: to shipped or out for delivery. Deliver: to delivered. Settle: to the release
// of the escrow. Median, 90th percentile and the share within the target come from a histogram whose buckets grow by
// 19 %, straight lines within a bucket. Only the vendor narrows these times.
struct ProcessingTime
{
    TradeStep step = TradeStep::Confirm;
    qint64 orders = 0;
    std::optional<qint64> averageSeconds;
    std::optional<qint64> medianSeconds;
    std::optional<qint64> ninetiethSeconds;
    std::optional<qint64> previousMedianSeconds;
    std::optional<qint64> targetMinutes;
    std::optional<BasisPoints> withinTarget;

    FIELDS(ProcessingTime, FIELD(step), FIELD(orders), FIELD(averageSeconds), FIELD(medianSeconds),
           FIELD(ninetiethSeconds), FIELD(previousMedianSeconds), FIELD(targetMinutes), FIELD(withinTarget))
};

struct Processing
{
    CoveredPeriod period;
    QList<ProcessingTime> steps;

    FIELDS(Processing, FIELD(period), FIELD(steps))
};

// A duration against its target; none where nothing was measured.
struct TimeFigure
{
    std::optional<qint64> figureMs;
    std::optional<qint64> previousMs;
    qint64 targetMs = 0;

    FIELDS(TimeFigure, FIELD(figureMs), FIELD(previousMs), FIELD(targetMs))
};

// Of the whole market, whatever the filter. Targets are those of the platform (AN-08). Monthly retention: buyers of the
// last complete month before the period's last day that had also ordered in the month before that, of the buyers of
// that month.
struct Operations
{
    CoveredPeriod period;
    RateFigure paymentSuccess; // paid / (paid + failed)
    CountFigure paymentsPaid;
    CountFigure paymentsFailed;
    MoneyFigure paidIn;
    CountFigure payoutsProcessed;
    MoneyFigure paidOut;
    RateFigure monthlyRetention;
    qint64 dailyActiveBuyers = 0;   // average of the period's days, rounded
    qint64 monthlyActiveBuyers = 0; // different ones in the 30 days up to the period's end
    CountFigure buyersJoined;
    CountFigure distributorsJoined;
    CountFigure vendorsJoined;
    CountFigure storesApplied;
    CountFigure storesApproved;
    RateFigure onboardingRate;   // approved / applied
    RateFigure orderCompletion;  // settled / (settled + cancelled)
    CountFigure firstTimeBuyers; // whose first order was in the period
    TimeFigure responseTime;     // average of all answers of the server
    RateFigure uptime;           // minutes in which a server was up, of all minutes since this is measured
    CountFigure storeViews;      // how often stores' pages were looked at

    FIELDS(Operations, FIELD(period), FIELD(paymentSuccess), FIELD(paymentsPaid), FIELD(paymentsFailed), FIELD(paidIn),
           FIELD(payoutsProcessed), FIELD(paidOut), FIELD(monthlyRetention), FIELD(dailyActiveBuyers),
           FIELD(monthlyActiveBuyers), FIELD(buyersJoined), FIELD(distributorsJoined), FIELD(vendorsJoined),
           FIELD(storesApplied), FIELD(storesApproved), FIELD(onboardingRate), FIELD(orderCompletion),
           FIELD(firstTimeBuyers), FIELD(responseTime), FIELD(uptime), FIELD(storeViews))
};

// A product with no more in stock than its low-stock level, as the list of products filters it.
struct LowStock
{
    Id<Product> productId;
    QString title;
    Unit unit = Unit::Kg;
    Quantity stockQuantity;
    Quantity minStockLevel;

    FIELDS(LowStock, FIELD(productId), FIELD(title, .label = QT_TRANSLATE_NOOP("fields", "Product")),
           FIELD(unit, .label = QT_TRANSLATE_NOOP("fields", "Unit")),
           FIELD(stockQuantity, .label = QT_TRANSLATE_NOOP("fields", "Stock")),
           FIELD(minStockLevel, .label = QT_TRANSLATE_NOOP("fields", "Low-stock level")))
};

struct AskVendorAnalytics
{
    std::optional<NamedPeriod> period;
    std::optional<QString> from;
    std::optional<QString> to;
    std::optional<Id<Category>> category;
    std::optional<QString> state;
    SeriesStep step = SeriesStep::Day;
    int forecastDays = 0;

    FIELDS(AskVendorAnalytics, ANALYTICS_FIELDS, FIELD(step, .standard = true),
           FIELD(forecastDays, .min = 0, .max = forecastDaysMax, .standard = true))
};

struct VendorAnalytics
{
    Revenue revenue;
    SalesSums lifetime;
    Top products;
    Top categories;
    Funnel funnel;
    QList<ProcessingTime> steps; // confirm is how fast the store answers
    RateFigure fulfilment;       // settled / (settled + cancelled)
    qint64 stockLow = 0;
    CountFigure storeViews; // how often others looked at the store's page

    FIELDS(VendorAnalytics, FIELD(revenue), FIELD(lifetime), FIELD(products), FIELD(categories), FIELD(funnel),
           FIELD(steps), FIELD(fulfilment), FIELD(stockLow), FIELD(storeViews))
};

struct VendorDashboard
{
    CoveredPeriod period; // today
    SalesSums lifetime;
    MoneyFigure today; // placed; previous: yesterday; the spark is the last 30 days
    MoneyFigure week;  // the last 7 days, and the 7 before
    MoneyFigure month; // the last 30 days, and the 30 before
    CountFigure ordersToday;
    QList<FlightStage> flight; // placed: to accept or reject
    QList<OrderCard> waiting;  // the oldest orders to accept or reject
    qint64 stockLow = 0;
    QList<LowStock> lowest;
    Money released; // can be paid out
    Money held;

    FIELDS(VendorDashboard, FIELD(period), FIELD(lifetime), FIELD(today), FIELD(week), FIELD(month), FIELD(ordersToday),
           FIELD(flight), FIELD(waiting), FIELD(stockLow), FIELD(lowest), FIELD(released), FIELD(held))
};

namespace api {

inline constexpr Endpoint<AskAnalytics, Dashboard> readDashboard{.method = Method::Get,
                                                                 .path = "/api/v1/admin/analytics/dashboard",
                                                                 .access = Access::Admin,
                                                                 .owner = Owner::Nobodys,
                                                                 .rate = Rate::Account,
                                                                 .summary = "The market at a glance",
                                                                 .permission = Permission::ReadReports,
                                                                 .aliases = "/api/v1/owner/analytics/dashboard"};

inline constexpr Endpoint<Nothing, QList<Decision>> listDecisions{.method = Method::Get,
                                                                  .path = "/api/v1/admin/analytics/decisions",
                                                                  .access = Access::Admin,
                                                                  .owner = Owner::Nobodys,
                                                                  .rate = Rate::Account,
                                                                  .summary = "What waits for a decision now",
                                                                  .permission = Permission::ReadReports,
                                                                  .most = int(namesOf(DecisionKind{}).names.size())};

inline constexpr Endpoint<AskRevenue, Revenue> readRevenue{.method = Method::Get,
                                                           .path = "/api/v1/admin/analytics/revenue",
                                                           .access = Access::Admin,
                                                           .owner = Owner::Nobodys,
                                                           .rate = Rate::Account,
                                                           .summary = "Sales by day, week or month, and a forecast",
                                                           .permission = Permission::ReadReports,
                                                           .aliases = "/api/v1/owner/analytics/revenue"};

inline constexpr Endpoint<AskTop, Top> readTop{.method = Method::Get,
                                               .path = "/api/v1/admin/analytics/top",
                                               .access = Access::Admin,
                                               .owner = Owner::Nobodys,
                                               .rate = Rate::Account,
                                               .summary = "The vendors, products, categories or places that sell most",
                                               .permission = Permission::ReadReports};

inline constexpr Endpoint<AskCohorts, Cohorts> readCohorts{.method = Method::Get,
                                                           .path = "/api/v1/admin/analytics/cohorts",
                                                           .access = Access::Admin,
                                                           .owner = Owner::Nobodys,
                                                           .rate = Rate::Account,
                                                           .summary = "How many buyers of each month came back",
                                                           .permission = Permission::ReadReports};

inline constexpr Endpoint<AskAnalytics, Funnel> readFunnel{.method = Method::Get,
                                                           .path = "/api/v1/admin/analytics/funnel",
                                                           .access = Access::Admin,
                                                           .owner = Owner::Nobodys,
                                                           .rate = Rate::Account,
                                                           .summary = "From the view of a product to the settled order",
                                                           .permission = Permission::ReadReports};

inline constexpr Endpoint<AskAnalytics, Processing> readProcessing{.method = Method::Get,
                                                                   .path = "/api/v1/admin/analytics/processing",
                                                                   .access = Access::Admin,
                                                                   .owner = Owner::Nobodys,
                                                                   .rate = Rate::Account,
                                                                   .summary = "How long orders take, step by step",
                                                                   .permission = Permission::ReadReports};

inline constexpr Endpoint<AskAnalytics, Operations> readOperations{
    .method = Method::Get,
    .path = "/api/v1/admin/analytics/operations",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Payments, payouts, buyers and stores against the platform's targets",
    .permission = Permission::ReadReports};

inline constexpr Endpoint<AskVendorAnalytics, VendorAnalytics> readVendorAnalytics{
    .method = Method::Get,
    .path = "/api/v1/vendor/analytics",
    .access = Access::Vendor,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Sales and performance of the own store"};

inline constexpr Endpoint<Nothing, VendorDashboard> readVendorDashboard{.method = Method::Get,
                                                                        .path = "/api/v1/vendor/dashboard",
                                                                        .access = Access::Vendor,
                                                                        .owner = Owner::Nobodys,
                                                                        .rate = Rate::Account,
                                                                        .summary = "The own store at a glance"};

inline constexpr auto analytics = std::tuple{readDashboard,       listDecisions,      readRevenue,    readTop,
                                             readCohorts,         readFunnel,         readProcessing, readOperations,
                                             readVendorAnalytics, readVendorDashboard};

} // namespace api
