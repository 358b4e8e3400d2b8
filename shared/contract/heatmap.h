#pragma once

// Where the market happens (AN-04, SRCH-13): counts by cells of a fixed grid (base/geocell.h) and by hours, days and
// months of India's clocks (base/indiatime.h).
//
// No answer lets anybody be told from a cell. What happens is added up until it is about enough people (five, a
// setting) in one cell and one time: first within the hour in a fine, then in a middle cell, else within the day, else
// within the month, there also in a coarse cell, else nowhere. Each happening is part of exactly one of these sums, and
// every figure of a cell is a total of them; so two answers of different levels or times differ by whole sums, too,
// never by what one person did. Nobody knows who searches without signing in, so there the people are the askers of
// each day and cell. Stores are public, so theirs are shown as they are.

#include "shared/base/endpoint.h"
#include "shared/base/values.h"

// Orders and their value count when they are placed, whatever becomes of them. Buyers count with their first order,
// vendors when they are approved, searches when they found nothing.
NAMED_ENUM(HeatMetric, Orders, Gmv, Buyers, Vendors, Searches)
// Cells of a tenth of a degree (11 km), half a degree and two degrees.
NAMED_ENUM(HeatLevel, Fine, Middle, Coarse)
NAMED_ENUM(HeatStep, Hour, Day, Month)

// Times are taken to whole hours, the first one down and the last one up. Without them: the last three days.
struct ReadHeatMap
{
    std::optional<HeatMetric> metric;
    std::optional<Instant> from;
    std::optional<Instant> to;
    std::optional<HeatLevel> level; // the finest wanted; what is known only for larger cells comes as such

    FIELDS(ReadHeatMap, FIELD(metric), FIELD(from), FIELD(to), FIELD(level))
};

struct HeatCell
{
    double latitude = 0; // of its middle
    double longitude = 0;
    HeatLevel level = HeatLevel::Fine;
    qint64 count = 0;
    Money amount; // of orders

    FIELDS(HeatCell, FIELD(latitude), FIELD(longitude), FIELD(level), FIELD(count), FIELD(amount))
};

// The cells in the surroundings of a city, and what they were in the time of equal length before.
struct HeatCity
{
    QString city;
    double latitude = 0;
    double longitude = 0;
    qint64 count = 0;
    Money amount;
    qint64 previousCount = 0;
    Money previousAmount;

    FIELDS(HeatCity, FIELD(city, .label = QT_TRANSLATE_NOOP("fields", "City")), FIELD(latitude), FIELD(longitude),
           FIELD(count, .label = QT_TRANSLATE_NOOP("fields", "Count")),
           FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Amount")), FIELD(previousCount), FIELD(previousAmount))
};

struct HeatState
{
    QString region; // ISO 3166-2, "IN-MH"
    qint64 count = 0;
    Money amount;
    qint64 stores = 0; // that may sell now

    FIELDS(HeatState, FIELD(region), FIELD(count), FIELD(amount), FIELD(stores))
};

constexpr int heatCellsMax = 20'000; // the largest; also of the cells with stores
constexpr int heatBarsMax = 2'000;

struct HeatMap
{
    HeatMetric metric = HeatMetric::Orders;
    Instant from;
    Instant to;
    qint64 minimumPeople = 0;
    qint64 count = 0; // of the whole country, also what no cell shows
    Money amount;
    qint64 previousCount = 0;
    Money previousAmount;
    qint64 shownCount = 0; // of the cells together
    QList<HeatCell> cells;
    QList<HeatCity> cities; // the largest first
    QList<HeatState> states;

    FIELDS(HeatMap, FIELD(metric), FIELD(from), FIELD(to), FIELD(minimumPeople), FIELD(count), FIELD(amount),
           FIELD(previousCount), FIELD(previousAmount), FIELD(shownCount), FIELD(cells, .countMax = heatCellsMax),
           FIELD(cities), FIELD(states))
};

struct ReadHeatSeries
{
    std::optional<HeatMetric> metric;
    std::optional<Instant> from;
    std::optional<Instant> to;
    std::optional<HeatStep> step; // without it the smallest that makes at most 200 bars

    FIELDS(ReadHeatSeries, FIELD(metric), FIELD(from), FIELD(to), FIELD(step))
};

struct HeatBar
{
    Instant from;
    Instant to;
    qint64 count = 0;
    Money amount;

    FIELDS(HeatBar, FIELD(from), FIELD(to), FIELD(count), FIELD(amount))
};

// One bar for each step, also for those in which nothing happened.
struct HeatSeries
{
    HeatStep step = HeatStep::Hour;
    QList<HeatBar> bars;

    FIELDS(HeatSeries, FIELD(step), FIELD(bars, .countMax = heatBarsMax))
};

struct ReadHeatGaps
{
    std::optional<Instant> from;
    std::optional<Instant> to;

    FIELDS(ReadHeatGaps, FIELD(from), FIELD(to))
};

// Demand (orders and searches in vain) where no store that may sell reaches.
struct HeatGap
{
    double latitude = 0;
    double longitude = 0;
    HeatLevel level = HeatLevel::Fine;
    std::optional<QString> city;
    std::optional<QString> region;
    qint64 orders = 0;
    qint64 searches = 0;
    std::optional<double> nearestStoreKm;
    qint64 storesInRadius = 0; // of the platform; each of them reaches less far

    FIELDS(HeatGap, FIELD(latitude), FIELD(longitude), FIELD(level), FIELD(city), FIELD(region), FIELD(orders),
           FIELD(searches), FIELD(nearestStoreKm), FIELD(storesInRadius))
};

// How many stores may sell in a fine cell.
struct HeatStores
{
    double latitude = 0;
    double longitude = 0;
    qint64 count = 0;

    FIELDS(HeatStores, FIELD(latitude), FIELD(longitude), FIELD(count))
};

struct HeatGaps
{
    qint64 radiusKm = 0; // of the platform; a store may reach less far
    QList<HeatGap> gaps; // the most wanted first
    QList<HeatStores> stores;

    FIELDS(HeatGaps, FIELD(radiusKm), FIELD(gaps), FIELD(stores, .countMax = heatCellsMax))
};

namespace api {

inline constexpr Endpoint<ReadHeatMap, HeatMap> readHeatMap{.method = Method::Get,
                                                            .path = "/api/v1/admin/analytics/heatmap",
                                                            .access = Access::Admin,
                                                            .owner = Owner::Nobodys,
                                                            .rate = Rate::Account,
                                                            .summary = "Where orders, buyers, vendors and searches are",
                                                            .permission = Permission::ReadReports};

inline constexpr Endpoint<ReadHeatSeries, HeatSeries> readHeatSeries{.method = Method::Get,
                                                                     .path = "/api/v1/admin/analytics/heatmap/series",
                                                                     .access = Access::Admin,
                                                                     .owner = Owner::Nobodys,
                                                                     .rate = Rate::Account,
                                                                     .summary =
                                                                         "The country's counts by hour, day or month",
                                                                     .permission = Permission::ReadReports};

inline constexpr Endpoint<ReadHeatGaps, HeatGaps> readHeatGaps{.method = Method::Get,
                                                               .path = "/api/v1/admin/analytics/heatmap/gaps",
                                                               .access = Access::Admin,
                                                               .owner = Owner::Nobodys,
                                                               .rate = Rate::Account,
                                                               .summary =
                                                                   "Demand out of every store's reach, and the stores",
                                                               .permission = Permission::ReadReports};

inline constexpr auto heatmap = std::tuple{readHeatMap, readHeatSeries, readHeatGaps};

} // namespace api
