#include "server/heatmap/store.h"

namespace heatmap {

namespace {

struct Decision
{
    Instant decidedAt;

    FIELDS(Decision, FIELD(decidedAt))
};

struct Doing
{
    Instant hour;
    int cell = 0;
    Id<Account> person;
    Money amount;

    FIELDS(Doing, FIELD(hour), FIELD(cell), FIELD(person), FIELD(amount))
};

struct SearchRow
{
    Instant hour;
    int cell = 0;
    qint64 count = 0;

    FIELDS(SearchRow, FIELD(hour), FIELD(cell), FIELD(count))
};

struct BucketKey
{
    Kind kind = Kind::Order;
    HeatStep step = HeatStep::Hour;
    Instant start;

    FIELDS(BucketKey, FIELD(kind), FIELD(step), FIELD(start))
};

// To its store.
const std::string isKnown = "reached_at IS NOT NULL";

} // namespace

std::optional<OrderPlace> Store::order(Tx &tx, Id<Order> id)
{
    return tx.one<OrderPlace>("FROM orders WHERE id = ?", id);
}

std::optional<OrderPlace> Store::firstOrderOf(Tx &tx, Id<Account> buyer)
{
    return tx.one<OrderPlace>("FROM orders WHERE buyer_id = ? AND " + isKnown + " ORDER BY id LIMIT 1", buyer);
}

bool Store::isFirstOfBuyer(Tx &tx, const OrderPlace &order)
{
    return tx.number("count(*) FROM (SELECT 1 FROM orders WHERE buyer_id = ? AND id < ? AND " + isKnown +
                         " LIMIT 1) AS earlier",
                     order.buyerId, order.id) == 0;
}

// Orders whose money has come, or is to be paid in cash: until then they are none.
QList<OrderPlace> Store::ordersAfter(Tx &tx, Id<Order> id, int limit)
{
    if (id.isNull())
        return tx.all<OrderPlace>("FROM orders WHERE " + isKnown + " ORDER BY id LIMIT ?", limit);
    return tx.all<OrderPlace>("FROM orders WHERE id > ? AND " + isKnown + " ORDER BY id LIMIT ?", id, limit);
}

std::optional<StorePlace> Store::store(Tx &tx, Id<Vendor> id)
{
    return tx.one<StorePlace>("FROM vendors WHERE id = ?", id);
}

QList<StorePlace> Store::storesAfter(Tx &tx, Id<Vendor> id, int limit)
{
    if (id.isNull())
        return tx.all<StorePlace>("FROM vendors ORDER BY id LIMIT ?", limit);
    return tx.all<StorePlace>("FROM vendors WHERE id > ? ORDER BY id LIMIT ?", id, limit);
}

QList<StorePlace> Store::sellingStores(Tx &tx, int limit)
{
    return tx.all<StorePlace>("FROM vendors WHERE can_sell = 1 ORDER BY id LIMIT ?", limit);
}

std::optional<Instant> Store::approvedAt(Tx &tx, Id<Vendor> id)
{
    // By the store and not by the status, of which the whole market has many.
    const auto first = tx.one<Decision>("FROM kyc_submissions WHERE vendor_id = ?"
                                        " AND coalesce(status, status) = 'verified' ORDER BY decided_at LIMIT 1",
                                        id);
    return first ? std::optional(first->decidedAt) : std::nullopt;
}

std::optional<EventRow> Store::event(Tx &tx, Kind kind, Id<EventRow> id)
{
    return tx.one<EventRow>("FROM heatmap_events WHERE kind = ? AND id = ?", kind, id);
}

QList<Instant> Store::put(Tx &tx, const EventRow &event)
{
    if (tx.insertNew("heatmap_events", event))
        return {event.hour};
    const auto seen = this->event(tx, event.kind, event.id);
    if (!seen || *seen == event)
        return {};
    tx.run("UPDATE heatmap_events SET hour = ?, cell = ?, person = ?, amount = ? WHERE kind = ? AND id = ?", event.hour,
           event.cell, event.person, event.amount, event.kind, event.id);
    return {seen->hour, event.hour};
}

QList<Instant> Store::remove(Tx &tx, Kind kind, Id<EventRow> id)
{
    const auto seen = event(tx, kind, id);
    if (!seen)
        return {};
    tx.run("DELETE FROM heatmap_events WHERE kind = ? AND id = ?", kind, id);
    return {seen->hour};
}

void Store::addSearches(Tx &tx, Instant hour, int cell, qint64 count)
{
    tx.run("INSERT INTO heatmap_searches (hour, cell, count) VALUES (?, ?, ?)"
           " ON CONFLICT (hour, cell) DO UPDATE SET count = heatmap_searches.count + excluded.count",
           hour, cell, count);
}

Happenings Store::happenings(Tx &tx, Kind kind, const Span &span)
{
    Happenings out;
    if (kind == Kind::Search) {
        for (const SearchRow &row : tx.all<SearchRow>(
                 "FROM heatmap_searches WHERE hour >= ? AND hour < ? ORDER BY hour, cell", span.from, span.to))
            out.push_back({.hour = row.hour, .cell = row.cell, .count = row.count});
        return out;
    }
    for (const Doing &row : tx.all<Doing>("FROM heatmap_events WHERE kind = ? AND hour >= ? AND hour < ?"
                                          " ORDER BY hour, cell, person",
                                          kind, span.from, span.to))
        out.push_back({.hour = row.hour, .cell = row.cell, .person = row.person, .amount = row.amount});
    return out;
}

Sum Store::total(Tx &tx, Kind kind, const Span &span)
{
    if (kind == Kind::Search)
        return {tx.number("CAST(coalesce(sum(count), 0) AS BIGINT) FROM heatmap_searches WHERE hour >= ? AND hour < ?",
                          span.from, span.to),
                {}};
    return {
        tx.number("count(*) FROM heatmap_events WHERE kind = ? AND hour >= ? AND hour < ?", kind, span.from, span.to),
        {tx.number("CAST(coalesce(sum(amount), 0) AS BIGINT) FROM heatmap_events"
                   " WHERE kind = ? AND hour >= ? AND hour < ?",
                   kind, span.from, span.to)}};
}

std::optional<Span> Store::known(Tx &tx, Kind kind)
{
    const bool isSearch = kind == Kind::Search;
    const Instant first{isSearch ? tx.number("coalesce(min(hour), -1) FROM heatmap_searches")
                                 : tx.number("coalesce(min(hour), -1) FROM heatmap_events WHERE kind = ?", kind)};
    const Instant last{isSearch ? tx.number("coalesce(max(hour), -1) FROM heatmap_searches")
                                : tx.number("coalesce(max(hour), -1) FROM heatmap_events WHERE kind = ?", kind)};
    return first.ms < 0 ? std::nullopt : std::optional(Span{first, last});
}

void Store::touch(Tx &tx, Kind kind, HeatStep step, Instant start)
{
    tx.run("INSERT INTO heatmap_dirty (kind, step, start, version) VALUES (?, ?, ?, 1)"
           " ON CONFLICT (kind, step, start) DO UPDATE SET version = heatmap_dirty.version + 1",
           kind, step, start);
}

QList<Mark> Store::marks(Tx &tx, HeatStep step, int limit)
{
    return tx.all<Mark>("FROM heatmap_dirty WHERE step = ? ORDER BY start, kind LIMIT ?", step, limit);
}

bool Store::isUnchanged(Tx &tx, const Mark &mark)
{
    return tx.number("count(*) FROM heatmap_dirty WHERE kind = ? AND step = ? AND start = ? AND version = ?", mark.kind,
                     mark.step, mark.start, mark.version) == 1;
}

bool Store::settle(Tx &tx, const Mark &mark)
{
    return tx.run("DELETE FROM heatmap_dirty WHERE kind = ? AND step = ? AND start = ? AND version = ?", mark.kind,
                  mark.step, mark.start, mark.version) == 1;
}

Generations Store::generations(Tx &tx)
{
    return tx.one<Generations>("FROM heatmap_state WHERE id = 1").value();
}

qint64 Store::build(Tx &tx)
{
    tx.run("UPDATE heatmap_state SET last = last + 1, building = last + 1, worked_at = ? WHERE id = 1", tx.now());
    return tx.number("last FROM heatmap_state WHERE id = 1");
}

bool Store::workOn(Tx &tx, qint64 generation)
{
    return tx.run("UPDATE heatmap_state SET worked_at = ? WHERE id = 1 AND building = ?", tx.now(), generation) == 1;
}

void Store::giveUp(Tx &tx, qint64 generation)
{
    tx.run("UPDATE heatmap_state SET building = NULL WHERE id = 1 AND building = ?", generation);
}

bool Store::giveUpDead(Tx &tx, Instant lastSeen)
{
    return tx.run("UPDATE heatmap_state SET building = NULL WHERE id = 1 AND building IS NOT NULL"
                  " AND coalesce(worked_at, 0) < ?",
                  lastSeen) == 1;
}

bool Store::swap(Tx &tx, qint64 generation)
{
    return tx.run("UPDATE heatmap_state SET current = ?, building = NULL WHERE id = 1 AND building = ?", generation,
                  generation) == 1;
}

// The numbers of generations only grow, so that what is left over lies on either side of what is kept.
std::optional<qint64> Store::leftOver(Tx &tx)
{
    const Generations kept = generations(tx);
    for (const char *end :
         {"coalesce(min(generation), 0) FROM heatmap_buckets", "coalesce(max(generation), 0) FROM heatmap_buckets"}) {
        const qint64 generation = tx.number(end);
        if (generation > 0 && generation != kept.current && generation != kept.building.value_or(kept.current))
            return generation;
    }
    return std::nullopt;
}

void Store::forget(Tx &tx, qint64 generation, int limit)
{
    for (const Bucket &row : tx.all<Bucket>("FROM heatmap_buckets WHERE generation = ? LIMIT ?", generation, limit))
        tx.run("DELETE FROM heatmap_buckets WHERE generation = ? AND kind = ? AND step = ? AND start = ?",
               row.generation, row.kind, row.step, row.start);
}

void Store::put(Tx &tx, const Bucket &bucket)
{
    tx.run("DELETE FROM heatmap_buckets WHERE generation = ? AND kind = ? AND step = ? AND start = ?",
           bucket.generation, bucket.kind, bucket.step, bucket.start);
    if (bucket.count > 0)
        tx.insert("heatmap_buckets", bucket);
}

QList<Mark> Store::otherMinimum(Tx &tx, qint64 generation, qint64 minimum, int limit)
{
    QList<Mark> out;
    for (const BucketKey &key : tx.all<BucketKey>("FROM heatmap_buckets WHERE generation = ? AND kind <> 'vendor'"
                                                  " AND minimum <> ? LIMIT ?",
                                                  generation, minimum, limit))
        out += {key.kind, key.step, key.start, 0};
    return out;
}

// Of this minimum of people and no other: a month of one and its days of another would tell of fewer by what is between
// them.
QList<BucketCells> Store::cells(Tx &tx, qint64 generation, Kind kind, HeatStep step, const Span &span, qint64 minimum)
{
    return tx.all<BucketCells>("FROM heatmap_buckets WHERE generation = ? AND kind = ? AND step = ? AND start >= ?"
                               " AND start < ? AND minimum = ? AND is_closed = 1 ORDER BY start",
                               generation, kind, step, span.from, span.to, minimum);
}

QList<BucketTotal> Store::totals(Tx &tx, qint64 generation, Kind kind, HeatStep step, const Span &span)
{
    return tx.all<BucketTotal>("FROM heatmap_buckets WHERE generation = ? AND kind = ? AND step = ? AND start >= ?"
                               " AND start < ? ORDER BY start",
                               generation, kind, step, span.from, span.to);
}

} // namespace heatmap
