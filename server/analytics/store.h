#pragma once

// SQL that reads the roll-ups. Two tables answer: the sums where nothing or little is filtered, else the cells.

#include "server/analytics/rules.h"
#include "server/analytics/storerollup.h"

namespace analytics {

struct Filter
{
    std::optional<Id<Vendor>> vendor = {};
    std::optional<Id<Category>> category = {};
    std::optional<QString> state = {};

    bool isOpen() const { return !vendor && !category && !state; }
};

struct DayCounters
{
    qint64 day = 0;
    qint64 ordersPlaced = 0, ordersCancelled = 0, ordersSettled = 0, ordersWon = 0;
    Money placed, cancelled, settled, commission;

    FIELDS(DayCounters, FIELD(day), FIELD(ordersPlaced), FIELD(ordersCancelled), FIELD(ordersSettled), FIELD(ordersWon),
           FIELD(placed), FIELD(cancelled), FIELD(settled), FIELD(commission))
};

struct KeyCounters
{
    sql::Blob key;
    qint64 orders = 0;
    Money placed;
    Money before; // what was placed in the period before

    FIELDS(KeyCounters, FIELD(key), FIELD(orders), FIELD(placed), FIELD(before))
};

struct CohortRow
{
    qint64 cohort = 0;
    qint64 month = 0;
    qint64 buyers = 0;
    qint64 orders = 0;
    Money placed;

    FIELDS(CohortRow, FIELD(cohort), FIELD(month), FIELD(buyers), FIELD(orders), FIELD(placed))
};

struct DayAmount
{
    qint64 day = 0;
    qint64 amount = 0;

    FIELDS(DayAmount, FIELD(day), FIELD(amount))
};

class Store
{
public:
    // Days on which nothing happened are left out.
    QList<DayCounters> byDay(Tx &tx, qint64 edition, const Filter &filter, const Span &span);
    Counters total(Tx &tx, qint64 edition, const Filter &filter, const Span &span);

    // Those with the most placed, the greatest first.
    QList<KeyCounters> top(Tx &tx, qint64 edition, Cut cut, const Filter &filter, const Span &span, int limit);

    // Looks at products; the state of who looks is not known.
    qint64 views(Tx &tx, const Filter &filter, const Span &span);

    QList<Bucket> steps(Tx &tx, qint64 edition, const std::optional<Id<Vendor>> &vendor, TradeStep step,
                        const Span &span);

    qint64 amount(Tx &tx, qint64 edition, Count figure, const Span &span);
    QList<DayAmount> amounts(Tx &tx, qint64 edition, Count figure, const Span &span);
    qint64 buyers(Tx &tx, qint64 edition, const Span &span);
    qint64 firstTimeBuyers(Tx &tx, qint64 edition, const Span &span);
    QList<CohortRow> cohorts(Tx &tx, qint64 edition, qint64 fromMonth);
};

} // namespace analytics
