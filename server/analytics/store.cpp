#include "server/analytics/store.h"

namespace analytics {

namespace {

// A statement that grows: constant text and its values.
struct Text
{
    std::string sql;
    sql::Values values;

    template <class... T>
    void add(std::string_view more, const T &...each)
    {
        sql += more;
        (values.push_back(sql::value(each)), ...);
    }
};

// Which of the cells' columns count an order once: by order, by category or by line.
struct Basis
{
    std::string_view counts;
    std::string_view amounts;
};

constexpr Basis byOrder{"orders", "total"};
constexpr Basis byCategory{"categories", "goods"};
constexpr Basis byLine{"lines", "goods"};

constexpr std::string_view counterNames =
    "orders_placed, orders_cancelled, orders_settled, orders_won, placed, cancelled, settled, commission";

// The cells' columns under the names of the sums'.
std::string columnsOf(const Basis &basis)
{
    const std::string counts(basis.counts), amounts(basis.amounts);
    return "placed_" + counts + " AS orders_placed, cancelled_" + counts + " AS orders_cancelled, settled_" + counts +
           " AS orders_settled, won_" + counts + " AS orders_won, placed_" + amounts + " AS placed, cancelled_" +
           amounts + " AS cancelled, settled_" + amounts + " AS settled, commission";
}

std::string sumsOf(std::string_view names)
{
    std::string out;
    for (std::size_t at = 0; at < names.size();) {
        const std::size_t end = std::min(names.find(", ", at), names.size());
        const std::string name(names.substr(at, end - at));
        out += (out.empty() ? "" : ", ") + ("CAST(coalesce(sum(" + name) + "), 0) AS BIGINT) AS " + name;
        at = end + 2;
    }
    return out;
}

void narrow(Text &text, const Filter &filter)
{
    if (filter.vendor)
        text.add(" AND vendor_id = ?", *filter.vendor);
    if (filter.category)
        text.add(" AND category_id = ?", *filter.category);
    if (filter.state)
        text.add(" AND state = ?", *filter.state);
}

// Whether the sums know the answer by day, and under which key.
struct Summed
{
    Cut cut;
    sql::Blob key;
};

std::optional<Summed> summed(const Filter &filter)
{
    if (filter.isOpen())
        return Summed{Cut::Market, {""}};
    if (filter.vendor && !filter.category && !filter.state)
        return Summed{Cut::Vendor, {filter.vendor->uuid.toRfc4122()}};
    if (filter.category && !filter.vendor && !filter.state)
        return Summed{Cut::Category, {filter.category->uuid.toRfc4122()}};
    if (filter.state && !filter.vendor && !filter.category)
        return Summed{Cut::State, {filter.state->toUtf8()}};
    return std::nullopt;
}

// The rows of the filter in that span, with the day and the names of the sums.
Text rowsOf(qint64 edition, const Filter &filter, const Span &span)
{
    Text text;
    if (const auto place = summed(filter)) {
        // The cut stands in the text, so that SQLite sees that the index of the stores applies.
        text.add("SELECT day, " + std::string(counterNames) + " FROM analytics_sums WHERE edition = ? AND cut = '" +
                     std::string(names::text(place->cut).latin1()) +
                     "' AND grain = 'day' AND key = ? AND day BETWEEN ? AND ?",
                 edition, place->key, span.first, span.last);
        return text;
    }
    text.add("SELECT day, " + columnsOf(filter.category ? byCategory : byOrder) +
                 " FROM analytics_cells WHERE edition = ? AND day BETWEEN ? AND ?",
             edition, span.first, span.last);
    narrow(text, filter);
    return text;
}

std::string_view columnOf(Cut cut)
{
    switch (cut) {
    case Cut::Vendor: return "vendor_id";
    case Cut::Product: return "product_id";
    case Cut::Category: return "category_id";
    case Cut::State: return "state";
    case Cut::Market:
    case Cut::City: return "''"; // the cells do not know the city
    }
    return {};
}

// Both periods are read in one walk, so each row says which of them it belongs to.
enum class Period { Asked, Before };

std::string keyed(std::string_view key, Period period, const std::string &orders, const std::string &placed)
{
    const std::string select = "SELECT " + std::string(key) + " AS key, ";
    return period == Period::Asked ? select + orders + " AS orders, " + placed + " AS placed, 0 AS before"
                                   : select + "0 AS orders, 0 AS placed, " + placed + " AS before";
}

void narrowToKeys(Text &text, const QList<sql::Blob> &keys)
{
    for (qsizetype i = 0; i < keys.size(); ++i)
        text.add(i == 0 ? " AND key IN (?" : ", ?", keys.at(i));
    text.add(keys.isEmpty() ? "" : ")");
}

// The rows of one key each, from the sums by month where that saves reading; of all keys when none are named.
void addSummedRows(Text &text, qint64 edition, Cut cut, Period period, const Span &span, const QList<sql::Blob> &keys)
{
    const bool hasMonths = cut == Cut::Vendor || cut == Cut::Product || cut == Cut::City;
    const Split parts = hasMonths ? split(span) : Split{{span}, std::nullopt};
    const auto add = [&](std::string_view grain, qint64 first, qint64 last) {
        text.add(text.sql.empty() ? "" : " UNION ALL ");
        text.add(keyed("key", period, "orders_placed", "placed") +
                     " FROM analytics_sums WHERE edition = ? AND cut = ? AND grain = ? AND day BETWEEN ? AND ?",
                 edition, cut, grain, first, last);
        narrowToKeys(text, keys);
    };
    for (const Span &days : parts.days)
        add("day", days.first, days.last);
    if (parts.months)
        add("month", parts.months->first, parts.months->last);
}

void addCellRows(Text &text, Engine engine, qint64 edition, Cut cut, const Filter &filter, Period period,
                 const Span &span)
{
    const Basis basis = cut == Cut::Product ? byLine : cut == Cut::Category || filter.category ? byCategory : byOrder;
    std::string key(columnOf(cut));
    if (cut == Cut::State)
        key = engine == Engine::Sqlite ? "CAST(state AS BLOB)" : "convert_to(state, 'UTF8')";
    text.add(text.sql.empty() ? "" : " UNION ALL ");
    text.add(keyed(key, period, "placed_" + std::string(basis.counts), "placed_" + std::string(basis.amounts)) +
                 " FROM analytics_cells WHERE edition = ? AND day BETWEEN ? AND ?",
             edition, span.first, span.last);
    narrow(text, filter);
}

std::string grouped(const Text &rows)
{
    return "SELECT key, CAST(sum(orders) AS BIGINT) AS orders, CAST(sum(placed) AS BIGINT) AS placed, CAST(sum(before)"
           " AS BIGINT) AS before FROM (" +
           rows.sql + ") AS narrowed GROUP BY key";
}

// Those with orders in the period, the greatest first.
QList<KeyCounters> ranked(Tx &tx, Text &rows, int limit)
{
    rows.values.push_back(sql::value(limit));
    return tx.all<KeyCounters>(
        "FROM (" + grouped(rows) + ") AS grouped WHERE orders > 0 ORDER BY placed DESC, key LIMIT ?", rows.values);
}

} // namespace

QList<DayCounters> Store::byDay(Tx &tx, qint64 edition, const Filter &filter, const Span &span)
{
    const Text rows = rowsOf(edition, filter, span);
    return tx.all<DayCounters>("FROM (SELECT day, " + sumsOf(counterNames) + " FROM (" + rows.sql +
                                   ") AS narrowed GROUP BY day) AS days ORDER BY day",
                               rows.values);
}

Counters Store::total(Tx &tx, qint64 edition, const Filter &filter, const Span &span)
{
    const Text rows = rowsOf(edition, filter, span);
    return tx
        .all<Counters>("FROM (SELECT " + sumsOf(counterNames) + " FROM (" + rows.sql + ") AS narrowed) AS summed",
                       rows.values)
        .constFirst();
}

QList<KeyCounters> Store::top(Tx &tx, qint64 edition, Cut cut, const Filter &filter, const Span &span, int limit)
{
    Text rows;
    if (!filter.isOpen()) {
        addCellRows(rows, tx.engine(), edition, cut, filter, Period::Asked, span);
        addCellRows(rows, tx.engine(), edition, cut, filter, Period::Before, span.before());
        return ranked(tx, rows, limit);
    }
    // The whole market has so many keys that the period before is read only for those that are shown. Where a filter
    // narrows, its rows are found by the filter and not by the key, and one walk over both periods is quicker.
    addSummedRows(rows, edition, cut, Period::Asked, span, {});
    QList<KeyCounters> best = ranked(tx, rows, limit);
    QList<sql::Blob> keys;
    for (const KeyCounters &each : best)
        keys += each.key;
    if (keys.isEmpty())
        return best;
    Text earlier;
    addSummedRows(earlier, edition, cut, Period::Before, span.before(), keys);
    QHash<QByteArray, Money> before;
    for (const KeyCounters &each : tx.all<KeyCounters>("FROM (" + grouped(earlier) + ") AS grouped", earlier.values))
        before.insert(each.key.bytes, each.before);
    for (KeyCounters &each : best)
        each.before = before.value(each.key.bytes);
    return best;
}

qint64 Store::views(Tx &tx, const Filter &filter, const Span &span)
{
    const sql::IdBytes vendor = sql::idBytes(filter.vendor.value_or(Id<Vendor>{}).uuid);
    const std::string all = "CAST(coalesce(sum(views), 0) AS BIGINT) FROM analytics_views WHERE vendor_id = ?"
                            " AND day BETWEEN ? AND ?";
    return filter.category ? tx.number(all + " AND category_id = ?", vendor, span.first, span.last, *filter.category)
                           : tx.number(all, vendor, span.first, span.last);
}

QList<Bucket> Store::steps(Tx &tx, qint64 edition, const std::optional<Id<Vendor>> &vendor, TradeStep step,
                           const Span &span)
{
    return tx.all<Bucket>("FROM (SELECT bucket, CAST(sum(orders) AS BIGINT) AS orders, CAST(sum(total_ms) AS BIGINT) AS"
                          " total_ms FROM analytics_steps WHERE edition = ? AND vendor_id = ? AND step = ?"
                          " AND day BETWEEN ? AND ? GROUP BY bucket) AS buckets ORDER BY bucket",
                          edition, sql::idBytes(vendor.value_or(Id<Vendor>{}).uuid), step, span.first, span.last);
}

qint64 Store::amount(Tx &tx, qint64 edition, Count figure, const Span &span)
{
    return tx.number("CAST(coalesce(sum(amount), 0) AS BIGINT) FROM analytics_counts WHERE edition = ? AND figure = ?"
                     " AND day BETWEEN ? AND ?",
                     edition, figure, span.first, span.last);
}

QList<DayAmount> Store::amounts(Tx &tx, qint64 edition, Count figure, const Span &span)
{
    return tx.all<DayAmount>(
        "FROM analytics_counts WHERE edition = ? AND figure = ? AND day BETWEEN ? AND ? ORDER BY day", edition, figure,
        span.first, span.last);
}

// Each buyer once: at his first day in the span.
qint64 Store::buyers(Tx &tx, qint64 edition, const Span &span)
{
    return tx.number("count(*) FROM analytics_buyer_days WHERE edition = ?1 AND day BETWEEN ?2 AND ?3"
                     " AND previous_day < ?2",
                     edition, span.first, span.last);
}

qint64 Store::firstTimeBuyers(Tx &tx, qint64 edition, const Span &span)
{
    return tx.number("count(*) FROM analytics_buyer_days WHERE edition = ? AND day BETWEEN ? AND ?"
                     " AND previous_day = -1",
                     edition, span.first, span.last);
}

QList<CohortRow> Store::cohorts(Tx &tx, qint64 edition, qint64 fromMonth)
{
    return tx.all<CohortRow>("FROM analytics_cohorts WHERE edition = ? AND cohort >= ? ORDER BY cohort, month", edition,
                             fromMonth);
}

} // namespace analytics
