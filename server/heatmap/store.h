#pragma once

// SQL of the heatmap. It reads orders and stores where they live and writes only its own tables.

#include "server/core/db.h"
#include "server/heatmap/rules.h"
#include "shared/contract/accounts.h"
#include "shared/contract/orders.h"

namespace heatmap {

// What is told of an order and of a store; their owners keep the rest.
struct OrderPlace
{
    Id<Order> id;
    Id<Account> buyerId;
    Money totalAmount;
    Instant placedAt;
    Address deliveryAddress;

    FIELDS(OrderPlace, FIELD(id), FIELD(buyerId), FIELD(totalAmount), FIELD(placedAt), FIELD(deliveryAddress))
};

struct StorePlace
{
    Id<Vendor> id;
    std::optional<GeoPoint> location;
    std::optional<QString> pincode;
    std::optional<int> radiusKm;
    bool canSell = false;
    Instant createdAt;

    FIELDS(StorePlace, FIELD(id), FIELD(location), FIELD(pincode), FIELD(radiusKm), FIELD(canSell), FIELD(createdAt))
};

struct EventRow
{
    Kind kind = Kind::Order;
    Id<EventRow> id;
    Instant hour;
    int cell = 0; // 0: not known where
    Id<Account> person;
    Money amount;

    FIELDS(EventRow, FIELD(kind), FIELD(id), FIELD(hour), FIELD(cell), FIELD(person), FIELD(amount))

    friend bool operator==(const EventRow &, const EventRow &) = default;
};

// A time that has to be added up.
struct Mark
{
    Kind kind = Kind::Order;
    HeatStep step = HeatStep::Hour;
    Instant start;
    qint64 version = 0;

    FIELDS(Mark, FIELD(kind), FIELD(step), FIELD(start), FIELD(version))
};

struct Bucket
{
    qint64 generation = 0;
    Kind kind = Kind::Order;
    HeatStep step = HeatStep::Hour;
    Instant start;
    qint64 count = 0;
    Money amount;
    qint64 minimum = 1;
    bool isClosed = false;
    sql::Blob cells;

    FIELDS(Bucket, FIELD(generation), FIELD(kind), FIELD(step), FIELD(start), FIELD(count), FIELD(amount),
           FIELD(minimum), FIELD(isClosed), FIELD(cells))
};

struct BucketCells
{
    Instant start;
    sql::Blob cells;

    FIELDS(BucketCells, FIELD(start), FIELD(cells))
};

struct BucketTotal
{
    Instant start;
    qint64 count = 0;
    Money amount;

    FIELDS(BucketTotal, FIELD(start), FIELD(count), FIELD(amount))
};

struct Generations
{
    qint64 current = 1;
    std::optional<qint64> building;

    FIELDS(Generations, FIELD(current), FIELD(building))
};

class Store
{
public:
    // What others own.
    std::optional<OrderPlace> order(Tx &tx, Id<Order> id);
    std::optional<OrderPlace> firstOrderOf(Tx &tx, Id<Account> buyer);
    bool isFirstOfBuyer(Tx &tx, const OrderPlace &order);
    QList<OrderPlace> ordersAfter(Tx &tx, Id<Order> id, int limit);
    std::optional<StorePlace> store(Tx &tx, Id<Vendor> id);
    QList<StorePlace> storesAfter(Tx &tx, Id<Vendor> id, int limit);
    QList<StorePlace> sellingStores(Tx &tx, int limit);
    std::optional<Instant> approvedAt(Tx &tx, Id<Vendor> id);

    // What happened. put() and remove() return the hours that are not what they were.
    std::optional<EventRow> event(Tx &tx, Kind kind, Id<EventRow> id);
    QList<Instant> put(Tx &tx, const EventRow &event);
    QList<Instant> remove(Tx &tx, Kind kind, Id<EventRow> id);
    void addSearches(Tx &tx, Instant hour, int cell, qint64 count);
    Happenings happenings(Tx &tx, Kind kind, const Span &span);
    Sum total(Tx &tx, Kind kind, const Span &span);
    std::optional<Span> known(Tx &tx, Kind kind); // the first and the last hour

    // What has to be added up.
    void touch(Tx &tx, Kind kind, HeatStep step, Instant start);
    QList<Mark> marks(Tx &tx, HeatStep step, int limit);
    bool isUnchanged(Tx &tx, const Mark &mark);
    bool settle(Tx &tx, const Mark &mark); // false: it has been touched since

    // What is answered.
    Generations generations(Tx &tx);
    qint64 build(Tx &tx); // the number of the generation that is begun
    // False when it was given up meanwhile.
    bool workOn(Tx &tx, qint64 generation);
    void giveUp(Tx &tx, qint64 generation);
    // Whether there was one that nobody has worked on since then.
    bool giveUpDead(Tx &tx, Instant lastSeen);
    bool swap(Tx &tx, qint64 generation);   // false: another rebuild has taken over
    std::optional<qint64> leftOver(Tx &tx); // a generation that is neither shown nor made
    void forget(Tx &tx, qint64 generation, int limit);
    void put(Tx &tx, const Bucket &bucket);
    QList<Mark> otherMinimum(Tx &tx, qint64 generation, qint64 minimum, int limit);
    QList<BucketCells> cells(Tx &tx, qint64 generation, Kind kind, HeatStep step, const Span &span, qint64 minimum);
    QList<BucketTotal> totals(Tx &tx, qint64 generation, Kind kind, HeatStep step, const Span &span);
};

} // namespace heatmap
