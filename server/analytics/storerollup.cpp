#include "server/analytics/storerollup.h"

#include <array>

namespace analytics {

namespace {

struct Number
{
    qint64 edition = 0;

    FIELDS(Number, FIELD(edition))
};

struct Facts
{
    qint64 facts = 0;

    FIELDS(Facts, FIELD(facts))
};

struct CountedRow
{
    Id<CountedRow> subjectId;
    qint64 facts = 0;

    FIELDS(CountedRow, FIELD(subjectId), FIELD(facts))
};

struct DayRow
{
    qint64 day = 0;

    FIELDS(DayRow, FIELD(day))
};

struct SoldBy
{
    Id<Vendor> vendorId;
    Id<Category> categoryId;

    FIELDS(SoldBy, FIELD(vendorId), FIELD(categoryId))
};

constexpr std::string_view cells = "analytics_cells";
constexpr std::string_view sums = "analytics_sums";

// Adds to the row of this key, or makes it.
template <fields::Contract Key, fields::Contract More>
std::string addition(std::string_view table)
{
    std::string marks, keys, additions;
    fields::forEach<Key>([&](const auto &field) {
        keys += (keys.empty() ? "" : ", ") + std::string(field.wire.view());
        marks += marks.empty() ? "?" : ", ?";
    });
    fields::forEach<More>([&](const auto &field) {
        const std::string name(field.wire.view());
        additions +=
            (additions.empty() ? "" : ", ") + name + " = " + std::string(table) + '.' + name + " + excluded." + name;
        marks += ", ?";
    });
    return "INSERT INTO " + std::string(table) + " (" + keys + ", " + sql::columnList<More>() + ") VALUES (" + marks +
           ") ON CONFLICT (" + keys + ") DO UPDATE SET " + additions;
}

template <fields::Contract Key, fields::Contract More>
sql::Values together(const Key &key, const More &more)
{
    sql::Values values = sql::values(key);
    for (sql::Value &value : sql::values(more))
        values.push_back(std::move(value));
    return values;
}

// The table and its key within an edition, by which rows are removed in small portions.
struct Table
{
    std::string_view name;
    std::string_view key;
};

constexpr std::array tables{
    Table{"analytics_cells", "vendor_id, day, product_id, category_id, state"},
    Table{"analytics_sums", "cut, grain, day, key"},
    Table{"analytics_steps", "vendor_id, step, day, bucket"},
    Table{"analytics_buyer_days", "day, buyer_id"},
    Table{"analytics_buyer_months", "buyer_id, month"},
    Table{"analytics_cohorts", "cohort, month"},
    Table{"analytics_counts", "figure, day"},
    Table{"analytics_counted", "subject_id"},
};

} // namespace

qint64 RollupStore::currentEdition(Tx &tx)
{
    return tx.number("edition FROM analytics_editions WHERE state = 'current'");
}

QList<qint64> RollupStore::countingEditions(Tx &tx)
{
    QList<qint64> out;
    for (const Number &row : tx.all<Number>("FROM analytics_editions WHERE state <> 'old' ORDER BY edition"))
        out += row.edition;
    return out;
}

bool RollupStore::isBuilt(Tx &tx)
{
    return tx.number("count(*) FROM analytics_editions WHERE state = 'current' AND built_at IS NOT NULL") == 1;
}

qint64 RollupStore::counted(Tx &tx, qint64 edition, const QUuid &subject)
{
    return tx.one<Facts>("FROM analytics_counted WHERE edition = ? AND subject_id = ?", edition, sql::idBytes(subject))
        .value_or(Facts{})
        .facts;
}

QHash<QUuid, qint64> RollupStore::counted(Tx &tx, qint64 edition, const QUuid &first, const QUuid &last)
{
    QHash<QUuid, qint64> out;
    for (const CountedRow &row :
         tx.all<CountedRow>("FROM analytics_counted WHERE edition = ? AND subject_id >= ? AND subject_id <= ?", edition,
                            sql::idBytes(first), sql::idBytes(last)))
        out.insert(row.subjectId.uuid, row.facts);
    return out;
}

void RollupStore::setCounted(Tx &tx, qint64 edition, const QUuid &subject, qint64 facts)
{
    tx.run("INSERT INTO analytics_counted (edition, subject_id, facts) VALUES (?, ?, ?)"
           " ON CONFLICT (edition, subject_id) DO UPDATE SET facts = excluded.facts",
           edition, sql::idBytes(subject), facts);
}

void RollupStore::add(Tx &tx, const Cell &cell, const CellCounters &more)
{
    static const std::string statement = addition<Cell, CellCounters>(cells);
    tx.run(statement, together(cell, more));
}

void RollupStore::add(Tx &tx, const Place &place, const Counters &more)
{
    static const std::string statement = addition<Place, Counters>(sums);
    tx.run(statement, together(place, more));
}

void RollupStore::add(Tx &tx, const StepPlace &place, qint64 orders, qint64 totalMs)
{
    tx.run("INSERT INTO analytics_steps (edition, vendor_id, step, day, bucket, orders, total_ms)"
           " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (edition, vendor_id, step, day, bucket) DO UPDATE"
           " SET orders = analytics_steps.orders + excluded.orders,"
           " total_ms = analytics_steps.total_ms + excluded.total_ms",
           place.edition, sql::idBytes(place.vendorId.uuid), place.step, place.day, place.bucket, orders, totalMs);
}

void RollupStore::add(Tx &tx, qint64 edition, Count figure, qint64 day, qint64 more, Sinking sinking)
{
    tx.run("INSERT INTO analytics_counts (edition, figure, day, amount) VALUES (?, ?, ?, ?)"
           " ON CONFLICT (edition, figure, day) DO UPDATE SET amount = analytics_counts.amount + excluded.amount",
           edition, figure, day, more);
    if (sinking == Sinking::Yes)
        tx.run("DELETE FROM analytics_counts WHERE edition = ? AND figure = ? AND day = ? AND amount = 0", edition,
               figure, day);
}

// By the category the product has now; a product that nobody knows any more is passed over.
void RollupStore::addViews(Tx &tx, Id<Product> product, qint64 day, qint64 more)
{
    const auto sold = tx.one<SoldBy>("FROM products WHERE id = ?", product);
    if (!sold)
        return;
    const auto add = [&](const QUuid &vendor, const QUuid &id) {
        tx.run("INSERT INTO analytics_views (vendor_id, day, category_id, product_id, views) VALUES (?, ?, ?, ?, ?)"
               " ON CONFLICT (vendor_id, day, category_id, product_id) DO UPDATE"
               " SET views = analytics_views.views + excluded.views",
               sql::idBytes(vendor), day, sold->categoryId, sql::idBytes(id), more);
    };
    add(sold->vendorId.uuid, product.uuid);
    add({}, {});
}

QList<qint64> RollupStore::addToDays(Tx &tx, qint64 edition, Id<Account> buyer, const std::map<qint64, qint64> &orders)
{
    // What is there from the last day before the first one of these.
    const auto known = tx.all<DayRow>("FROM analytics_buyer_days WHERE edition = ?1 AND buyer_id = ?2 AND day >="
                                      " (SELECT coalesce(max(day), ?3) FROM analytics_buyer_days WHERE edition = ?1"
                                      " AND buyer_id = ?2 AND day < ?3) ORDER BY day",
                                      edition, buyer, orders.cbegin()->first);
    QList<qint64> out;
    qint64 previous = -1;
    auto next = known.cbegin();
    for (const auto &[day, count] : orders) {
        for (; next != known.cend() && next->day < day; ++next)
            previous = next->day;
        if (next != known.cend() && next->day == day) {
            tx.run("UPDATE analytics_buyer_days SET orders = orders + ? WHERE edition = ? AND day = ? AND buyer_id = ?",
                   count, edition, day, buyer);
            continue;
        }
        // An event that comes late puts its day between two others.
        if (next != known.cend())
            tx.run("UPDATE analytics_buyer_days SET previous_day = ? WHERE edition = ? AND day = ? AND buyer_id = ?",
                   day, edition, next->day, buyer);
        tx.run("INSERT INTO analytics_buyer_days (edition, day, buyer_id, previous_day, orders) VALUES (?, ?, ?, ?, ?)",
               edition, day, buyer, previous, count);
        out += day;
        previous = day;
    }
    return out;
}

QList<BuyerMonth> RollupStore::monthsOf(Tx &tx, qint64 edition, Id<Account> buyer)
{
    return tx.all<BuyerMonth>("FROM analytics_buyer_months WHERE edition = ? AND buyer_id = ? ORDER BY month", edition,
                              buyer);
}

void RollupStore::addToMonth(Tx &tx, qint64 edition, Id<Account> buyer, const BuyerMonth &more)
{
    tx.run("INSERT INTO analytics_buyer_months (edition, buyer_id, month, orders, placed) VALUES (?, ?, ?, ?, ?)"
           " ON CONFLICT (edition, buyer_id, month) DO UPDATE SET orders = analytics_buyer_months.orders +"
           " excluded.orders, placed = analytics_buyer_months.placed + excluded.placed",
           edition, buyer, more.month, more.orders, more.placed);
}

void RollupStore::addToCohort(Tx &tx, qint64 edition, qint64 cohort, const BuyerMonth &more, qint64 buyers,
                              Sinking sinking)
{
    tx.run("INSERT INTO analytics_cohorts (edition, cohort, month, buyers, orders, placed) VALUES (?, ?, ?, ?, ?, ?)"
           " ON CONFLICT (edition, cohort, month) DO UPDATE SET buyers = analytics_cohorts.buyers + excluded.buyers,"
           " orders = analytics_cohorts.orders + excluded.orders, placed = analytics_cohorts.placed + excluded.placed",
           edition, cohort, more.month, buyers, more.orders, more.placed);
    if (sinking == Sinking::Yes)
        tx.run("DELETE FROM analytics_cohorts WHERE edition = ? AND cohort = ? AND month = ? AND buyers = 0", edition,
               cohort, more.month);
}

// One that was begun before and never finished is given up.
qint64 RollupStore::begin(Tx &tx)
{
    tx.run("UPDATE analytics_editions SET state = 'old' WHERE state = 'building'");
    tx.run("UPDATE analytics_numbers SET edition = edition + 1 WHERE id = 1");
    const qint64 edition = tx.number("edition FROM analytics_numbers WHERE id = 1");
    tx.run("INSERT INTO analytics_editions (edition, state, worked_at) VALUES (?, 'building', ?)", edition, tx.now());
    return edition;
}

bool RollupStore::workOn(Tx &tx, qint64 edition)
{
    return tx.run("UPDATE analytics_editions SET worked_at = ? WHERE edition = ? AND state = 'building'", tx.now(),
                  edition) == 1;
}

void RollupStore::giveUp(Tx &tx, qint64 edition)
{
    tx.run("UPDATE analytics_editions SET state = 'old' WHERE edition = ? AND state = 'building'", edition);
}

bool RollupStore::giveUpDead(Tx &tx, Instant lastSeen)
{
    return tx.run("UPDATE analytics_editions SET state = 'old' WHERE state = 'building'"
                  " AND coalesce(worked_at, 0) < ?",
                  lastSeen) == 1;
}

bool RollupStore::isBuilding(Tx &tx, qint64 edition)
{
    return tx.number("count(*) FROM analytics_editions WHERE edition = ? AND state = 'building'", edition) == 1;
}

bool RollupStore::makeCurrent(Tx &tx, qint64 edition)
{
    if (!isBuilding(tx, edition))
        return false;
    tx.run("UPDATE analytics_editions SET state = 'old' WHERE state = 'current'");
    return tx.run("UPDATE analytics_editions SET state = 'current', built_at = ? WHERE edition = ?", tx.now(),
                  edition) == 1;
}

QList<indexes::Index> RollupStore::takeDownIndexes(Tx &tx)
{
    return indexes::takeDown(tx, cells) + indexes::takeDown(tx, sums);
}

qint64 RollupStore::oldEdition(Tx &tx)
{
    return tx.number("coalesce(min(edition), 0) FROM analytics_editions WHERE state = 'old'");
}

// In the order of the keys, up to the last one of a portion: a list of keys would be looked for row by row.
bool RollupStore::purge(Tx &tx, qint64 edition, int rows)
{
    qint64 removed = 0;
    for (const Table &table : tables) {
        const std::string name(table.name), key(table.key);
        const std::string all = "DELETE FROM " + name + " WHERE edition = ?1";
        const qint64 portion = tx.run(all + " AND (" + key + ") <= (SELECT " + key + " FROM " + name +
                                          " WHERE edition = ?1 ORDER BY " + key + " LIMIT 1 OFFSET ?2)",
                                      edition, rows - 1);
        removed += portion > 0 ? portion : tx.run(all, edition);
    }
    if (removed == 0)
        tx.run("DELETE FROM analytics_editions WHERE edition = ?", edition);
    return removed > 0;
}

} // namespace analytics
