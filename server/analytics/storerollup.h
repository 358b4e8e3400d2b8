#pragma once

// SQL that adds to the roll-ups and renews them. What an addition means is decided in rollup.cpp.

#include "server/core/indexes.h"
#include "shared/contract/analyticsdepth.h"

#include <QHash>

#include <map>

namespace analytics {

struct Cell
{
    qint64 edition = 0;
    Id<Vendor> vendorId;
    qint64 day = 0;
    Id<Product> productId;
    Id<Category> categoryId;
    QString state;

    FIELDS(Cell, FIELD(edition), FIELD(vendorId), FIELD(day), FIELD(productId), FIELD(categoryId), FIELD(state))
};

struct CellCounters
{
    qint64 placedOrders = 0, placedCategories = 0, placedLines = 0;
    qint64 cancelledOrders = 0, cancelledCategories = 0, cancelledLines = 0;
    qint64 settledOrders = 0, settledCategories = 0, settledLines = 0;
    qint64 wonOrders = 0, wonCategories = 0, wonLines = 0;
    Money placedTotal, placedGoods, cancelledTotal, cancelledGoods, settledTotal, settledGoods;
    Money commission;

    FIELDS(CellCounters, FIELD(placedOrders), FIELD(placedCategories), FIELD(placedLines), FIELD(cancelledOrders),
           FIELD(cancelledCategories), FIELD(cancelledLines), FIELD(settledOrders), FIELD(settledCategories),
           FIELD(settledLines), FIELD(wonOrders), FIELD(wonCategories), FIELD(wonLines), FIELD(placedTotal),
           FIELD(placedGoods), FIELD(cancelledTotal), FIELD(cancelledGoods), FIELD(settledTotal), FIELD(settledGoods),
           FIELD(commission))
};

NAMED_ENUM(Cut, Market, Vendor, Product, Category, City, State)
NAMED_ENUM(Grain, Day, Month)

struct Place
{
    qint64 edition = 0;
    Cut cut = Cut::Market;
    Grain grain = Grain::Day;
    qint64 day = 0; // or month
    sql::Blob key;

    FIELDS(Place, FIELD(edition), FIELD(cut), FIELD(grain), FIELD(day), FIELD(key))
};

struct Counters
{
    qint64 ordersPlaced = 0, ordersCancelled = 0, ordersSettled = 0, ordersWon = 0;
    Money placed, cancelled, settled, commission;

    FIELDS(Counters, FIELD(ordersPlaced), FIELD(ordersCancelled), FIELD(ordersSettled), FIELD(ordersWon), FIELD(placed),
           FIELD(cancelled), FIELD(settled), FIELD(commission))
};

struct StepPlace
{
    qint64 edition = 0;
    Id<Vendor> vendorId; // null: the market
    TradeStep step = TradeStep::Confirm;
    qint64 day = 0;
    qint64 bucket = 0;
};

// What is counted by the day beside sales. BuyersActive and BuyersKept stand at the first day of their month;
// BuyersOfDay are those who placed an order on that day.
NAMED_ENUM(Count, PaymentsPaid, PaymentsFailed, PaidIn, PayoutsProcessed, PaidOut, BuyersJoined, DistributorsJoined,
           VendorsJoined, StoresApplied, StoresApproved, BuyersActive, BuyersKept, BuyersOfDay)

struct BuyerMonth
{
    qint64 month = 0;
    qint64 orders = 0;
    Money placed;

    FIELDS(BuyerMonth, FIELD(month), FIELD(orders), FIELD(placed))
};

// Whether something was taken away, so that nothing may be left of the row: then it goes, so that running totals and a
// rebuild are the same row for row.
enum class Sinking { No, Yes };

class RollupStore
{
public:
    qint64 currentEdition(Tx &tx);
    // The current one and the one that is being built.
    QList<qint64> countingEditions(Tx &tx);
    bool isBuilt(Tx &tx);

    // Bits of what has been counted of a subject.
    qint64 counted(Tx &tx, qint64 edition, const QUuid &subject);
    // The same for all from the first one to the last one; those that are not there have none.
    QHash<QUuid, qint64> counted(Tx &tx, qint64 edition, const QUuid &first, const QUuid &last);
    void setCounted(Tx &tx, qint64 edition, const QUuid &subject, qint64 facts);

    void add(Tx &tx, const Cell &cell, const CellCounters &more);
    void add(Tx &tx, const Place &place, const Counters &more);
    void add(Tx &tx, const StepPlace &place, qint64 orders, qint64 totalMs);
    void add(Tx &tx, qint64 edition, Count figure, qint64 day, qint64 more, Sinking sinking);

    void addViews(Tx &tx, Id<Product> product, qint64 day, qint64 more);

    // So many orders more on each day, at least one day; returns those on which the buyer had none before.
    QList<qint64> addToDays(Tx &tx, qint64 edition, Id<Account> buyer, const std::map<qint64, qint64> &orders);
    QList<BuyerMonth> monthsOf(Tx &tx, qint64 edition, Id<Account> buyer);
    void addToMonth(Tx &tx, qint64 edition, Id<Account> buyer, const BuyerMonth &more);
    void addToCohort(Tx &tx, qint64 edition, qint64 cohort, const BuyerMonth &more, qint64 buyers, Sinking sinking);

    // The life of an edition. A number of 0 is no edition.
    qint64 begin(Tx &tx);
    // False when it was given up meanwhile.
    bool workOn(Tx &tx, qint64 edition);
    void giveUp(Tx &tx, qint64 edition);
    // Whether there was one that nobody has worked on since then.
    bool giveUpDead(Tx &tx, Instant lastSeen);
    bool isBuilding(Tx &tx, qint64 edition);
    bool makeCurrent(Tx &tx, qint64 edition);
    qint64 oldEdition(Tx &tx);
    // Those of the largest tables, which counting does without.
    QList<indexes::Index> takeDownIndexes(Tx &tx);
    // At most that many rows of each table; false when nothing is left of it.
    bool purge(Tx &tx, qint64 edition, int rows);
};

} // namespace analytics
