#pragma once

// Figures of the market and of one store. Each figure has one definition, here; reports use the same.
//
// A day is a business day of India (UTC+05:30, C35), a period is whole days, both ends included, and the previous
// period is as many days right before it. Of a period that ends today the previous one ends at the same time of day;
// looks at stores, of which only the day is known, are compared with whole days. What is counted on which day:
//
// - placed (GMV): the total_amount of all orders, whatever became of them later, on the day the order was placed;
// - cancelled: the hold that went back to the buyer, on the day the order was cancelled;
// - settled: gross = total_amount, commission, and net = gross - commission, on the day the escrow was released;
// - a step (confirm, dispatch, deliver, settle): on the day the step ended;
// - a payment: paid on the day the books took it, failed on the day it was opened;
// - an account: on the day it was opened; a store: on the days of its first KYC submission and of its approval.
//
// With a category only the lines of that category (by which it was sold, not what lies below it) are summed, and an
// order counts once in each category it has lines in. The state is the one of the delivery address.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/contract/catalog.h"
#include "shared/contract/orders.h"

// Up to and including today: 1, 7, 30 and 90 days.
NAMED_ENUM(NamedPeriod, Today, Week, Month, Quarter)
NAMED_ENUM(SeriesStep, Day, Week, Month)
NAMED_ENUM(TopKind, Vendors, Products, Categories, Cities, States)
NAMED_ENUM(TradeStep, Confirm, Dispatch, Deliver, Settle)
NAMED_ENUM(DecisionKind, KycWaiting, PayoutsToApprove, PayoutsToProcess, OrdersAtRisk, OrdersLate, JobsDead, EventsDead,
           StockLow)
NAMED_ENUM(FunnelStage, Viewed, Ordered, Settled)
// SeasonalNaive: as a week before. HoltWinters: level, trend and weekday, smoothed.
NAMED_ENUM(ForecastMethod, SeasonalNaive, HoltWinters)

constexpr int periodDaysMax = 731;
constexpr int topLimitMax = 50;
constexpr int forecastDaysMax = 60;
constexpr int cohortMonthsMax = 24;

#define ANALYTICS_FIELDS                                                                                               \
    FIELD(period)                                                                                                      \
    , FIELD(from, .lengthMin = 10, .lengthMax = 10, .pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}")                           \
    , FIELD(to, .lengthMin = 10, .lengthMax = 10, .pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}")                             \
    , FIELD(category)                                                                                                  \
    , FIELD(state, .lengthMin = 1, .lengthMax = 100)

// from and to ("2026-11-20") go together, and not with a named period; without either it is the last 30 days.
struct AskAnalytics
{
    std::optional<NamedPeriod> period;
    std::optional<QString> from;
    std::optional<QString> to;
    std::optional<Id<Category>> category;
    std::optional<QString> state;
    std::optional<Id<Vendor>> vendor; // admins only; a vendor always asks about the own store

    FIELDS(AskAnalytics, ANALYTICS_FIELDS, FIELD(vendor))
};

struct AskRevenue
{
    std::optional<NamedPeriod> period;
    std::optional<QString> from;
    std::optional<QString> to;
    std::optional<Id<Category>> category;
    std::optional<QString> state;
    std::optional<Id<Vendor>> vendor;
    SeriesStep step = SeriesStep::Day;
    int forecastDays = 0; // after today; 0: none

    FIELDS(AskRevenue, ANALYTICS_FIELDS, FIELD(vendor), FIELD(step, .standard = true),
           FIELD(forecastDays, .min = 0, .max = forecastDaysMax, .standard = true))
};

struct AskTop
{
    std::optional<NamedPeriod> period;
    std::optional<QString> from;
    std::optional<QString> to;
    std::optional<Id<Category>> category; // with vendors and states
    std::optional<QString> state;         // with vendors and categories
    std::optional<Id<Vendor>> vendor;     // with products, categories and states
    TopKind kind = TopKind::Vendors;
    int limit = 10;

    FIELDS(AskTop, ANALYTICS_FIELDS, FIELD(vendor), FIELD(kind, .standard = true),
           FIELD(limit, .min = 1, .max = topLimitMax, .standard = true))
};

struct AskCohorts
{
    int months = 12; // up to and including this one

    FIELDS(AskCohorts, FIELD(months, .min = 1, .max = cohortMonthsMax, .standard = true))
};

// What was asked about, as days and as the moments between which lists are to be filtered (from <= t < until).
struct CoveredPeriod
{
    QString from;
    QString to;
    QString previousFrom;
    QString previousTo;
    Instant previousUntil; // of a period that ends today: at this time of day; else the end of previousTo
    qint64 days = 0;
    Instant start;
    Instant until;

    FIELDS(CoveredPeriod, FIELD(from), FIELD(to), FIELD(previousFrom), FIELD(previousTo), FIELD(previousUntil),
           FIELD(days), FIELD(start), FIELD(until))
};

// change: from previous to figure, "12.40" is 12.4 % more; none when previous is nothing. The spark is the figure day
// by day, or in at most 92 equal pieces of a longer period.
struct MoneyFigure
{
    Money figure;
    Money previous;
    std::optional<BasisPoints> change;
    QList<Money> spark;

    FIELDS(MoneyFigure, FIELD(figure), FIELD(previous), FIELD(change), FIELD(spark))
};

struct CountFigure
{
    qint64 figure = 0;
    qint64 previous = 0;
    std::optional<BasisPoints> change;
    QList<qint64> spark;

    FIELDS(CountFigure, FIELD(figure), FIELD(previous), FIELD(change), FIELD(spark))
};

// A share of something; none where there was nothing to share. change is the difference in percentage points.
struct RateFigure
{
    std::optional<BasisPoints> figure;
    std::optional<BasisPoints> previous;
    std::optional<BasisPoints> change;
    std::optional<BasisPoints> target;

    FIELDS(RateFigure, FIELD(figure), FIELD(previous), FIELD(change), FIELD(target))
};

struct SalesSums
{
    qint64 ordersPlaced = 0;
    qint64 ordersCancelled = 0;
    qint64 ordersSettled = 0;
    Money placed;
    Money cancelled;
    Money settled;
    Money commission; // of what was settled
    Money net;
    std::optional<Money> averageOrder; // placed / ordersPlaced

    FIELDS(SalesSums, FIELD(ordersPlaced), FIELD(ordersCancelled), FIELD(ordersSettled), FIELD(placed),
           FIELD(cancelled), FIELD(settled), FIELD(commission), FIELD(net), FIELD(averageOrder))
};

// One day, week (from Monday) or month, cut off at the ends of the period. previousPlaced is of as many days at the
// same place of the previous period.
struct SeriesPoint
{
    QString from;
    QString to;
    SalesSums sums;
    Money previousPlaced;

    FIELDS(SeriesPoint, FIELD(from), FIELD(to), FIELD(sums), FIELD(previousPlaced))
};

struct ForecastPoint
{
    QString day;
    Money expected;
    Money low;
    Money high;

    FIELDS(ForecastPoint, FIELD(day), FIELD(expected), FIELD(low), FIELD(high))
};

// Of what will be placed, day by day from tomorrow on. The band holds the coverage because it held it in the past: it
// is made of the errors the same method would have made so many days ahead.
struct Forecast
{
    ForecastMethod method = ForecastMethod::SeasonalNaive;
    qint64 learnedDays = 0;
    BasisPoints coverage;
    QList<ForecastPoint> points;

    FIELDS(Forecast, FIELD(method), FIELD(learnedDays), FIELD(coverage), FIELD(points))
};

// forecast: none when it was not asked for, or with less than 28 days of history.
struct Revenue
{
    CoveredPeriod period;
    SalesSums sums;
    SalesSums previous;
    QList<SeriesPoint> points;
    std::optional<Forecast> forecast;

    FIELDS(Revenue, FIELD(period), FIELD(sums), FIELD(previous), FIELD(points), FIELD(forecast))
};

// key: the id of the vendor, product or category, else the name itself. share: of everything placed in the period.
struct TopEntry
{
    QString key;
    QString name;
    std::optional<QString> note; // a vendor's city, a product's vendor
    qint64 orders = 0;
    Money placed;
    Money previous;
    std::optional<BasisPoints> change;
    std::optional<BasisPoints> share;

    FIELDS(TopEntry, FIELD(key), FIELD(name, .label = QT_TRANSLATE_NOOP("fields", "Name")), FIELD(note),
           FIELD(orders, .label = QT_TRANSLATE_NOOP("fields", "Orders")),
           FIELD(placed, .label = QT_TRANSLATE_NOOP("fields", "Revenue")),
           FIELD(previous, .label = QT_TRANSLATE_NOOP("fields", "Before")),
           FIELD(change, .label = QT_TRANSLATE_NOOP("fields", "Change")),
           FIELD(share, .label = QT_TRANSLATE_NOOP("fields", "Share")))
};

struct Top
{
    CoveredPeriod period;
    TopKind kind = TopKind::Vendors;
    Money placed; // of everything, also of what is not in the list
    QList<TopEntry> entries;

    FIELDS(Top, FIELD(period), FIELD(kind), FIELD(placed), FIELD(entries))
};

// Open orders as they are now. Late: longer in this stage than its target; none where only the other side can act.
struct FlightStage
{
    OrderStatus status = OrderStatus::Placed;
    qint64 orders = 0;
    Money total;
    qint64 late = 0;
    std::optional<qint64> targetMinutes;

    FIELDS(FlightStage, FIELD(status), FIELD(orders), FIELD(total), FIELD(late), FIELD(targetMinutes))
};

// Held in escrow is what was held at the end of the period; up to today it is what is held now. The cancellation rate
// is cancelled / placed. Active buyers are different ones that placed an order; they and the open orders are not
// narrowed by category or state, active buyers not by vendor either.
struct Dashboard
{
    CoveredPeriod period;
    MoneyFigure placed;
    CountFigure ordersPlaced;
    MoneyFigure held;
    MoneyFigure commission;
    RateFigure cancellationRate;
    CountFigure activeBuyers;
    qint64 ordersHeld = 0;
    std::optional<Money> averageOrder;
    std::optional<BasisPoints> takeRate; // commission / settled
    QList<SeriesPoint> days;
    QList<FlightStage> flight;
    Top categories;
    Top vendors;
    SalesSums lifetime;  // since the first order, whatever the period
    qint64 stockLow = 0; // products at or below their low-stock level, now

    FIELDS(Dashboard, FIELD(period), FIELD(placed), FIELD(ordersPlaced), FIELD(held), FIELD(commission),
           FIELD(cancellationRate), FIELD(activeBuyers), FIELD(ordersHeld), FIELD(averageOrder), FIELD(takeRate),
           FIELD(days), FIELD(flight), FIELD(categories), FIELD(vendors), FIELD(lifetime), FIELD(stockLow))
};
