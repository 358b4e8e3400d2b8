#include "server/analytics/storerest.h"

#include "server/core/ids.h"

namespace analytics {

namespace {

// Ids and times of the rest of a day, in the order in which during() asks for them.
sql::Values valuesOf(const Rest &rest)
{
    return {sql::value(Ids::firstOf<Order>(rest.from.after(-Ids::slackMs))),
            sql::value(Ids::firstOf<Order>(rest.before.after(Ids::slackMs))), sql::value(rest.from),
            sql::value(rest.before)};
}

std::string during(const std::string &ids, const std::string &time)
{
    return " WHERE " + ids + " >= ? AND " + ids + " < ? AND " + time + " >= ? AND " + time + " < ?";
}

// What was never paid was no order.
const std::string paid = " AND payment_status NOT IN ('pending', 'failed')";

// The orders, as o, to which that was done then, of every store or of one.
std::string ordersOf(Fact fact, const std::optional<Id<Vendor>> &vendor, sql::Values &values)
{
    std::string out = " FROM orders o";
    if (fact == Fact::Cancelled)
        out += " JOIN order_history h ON h.order_id = o.id AND h.status = 'cancelled'" + during("h.id", "h.at");
    else if (fact == Fact::Settled)
        out += " JOIN ledger_transactions t ON t.subject_id = o.id AND t.kind IN ('settle', 'cod_commission')" +
               during("t.id", "o.settled_at");
    else
        out += during("o.id", "o.placed_at");
    out += paid;
    if (vendor) {
        // What was done then is few; the orders that a store ever had are many, and SQLite would begin with them.
        out += " AND coalesce(o.vendor_id, o.vendor_id) = ?";
        values.push_back(sql::value(*vendor));
    }
    return out;
}

// What is placed is worth what was ordered, also when the weight changed it later.
std::string amountOf(Fact fact)
{
    return fact == Fact::Placed ? "o.placed_amount" : "o.total_amount";
}

struct KeyAmount
{
    sql::Blob key;
    Money amount;

    FIELDS(KeyAmount, FIELD(key), FIELD(amount))
};

std::string bytesOf(Engine engine, const std::string &text)
{
    return engine == Engine::Sqlite ? "CAST(" + text + " AS BLOB)" : "convert_to(" + text + ", 'UTF8')";
}

std::string memberOf(Engine engine, const std::string &json, const std::string &name)
{
    return bytesOf(engine, engine == Engine::Sqlite ? "json_extract(" + json + ", '$." + name + "')"
                                                    : "(" + json + "::jsonb ->> '" + name + "')");
}

// Of the orders that were placed, as o, and of their lines, as l.
std::string keyOf(TopKind kind, Engine engine)
{
    switch (kind) {
    case TopKind::Vendors: return "o.vendor_id";
    case TopKind::Products: return "l.product_id";
    case TopKind::Categories: return memberOf(engine, "l.product_snapshot", "category_id");
    case TopKind::Cities: return bytesOf(engine, "o.city");
    case TopKind::States: return memberOf(engine, "o.delivery_address", "state");
    }
    return {};
}

// What the ledger moved for payments or payouts, as s.
std::string movedFor(const char *table, const char *kind, const char *time)
{
    return std::string(" FROM ledger_transactions t JOIN ") + table + " s ON s.id = t.subject_id AND t.kind = '" +
           kind + "'" + during("t.id", time);
}

// The statement that counts, with the values of valuesOf().
std::string statementOf(Count figure)
{
    const std::string count = "count(*)", sum = "CAST(coalesce(sum(s.amount), 0) AS BIGINT)";
    const auto joined = [&](const char *role) {
        return count + " FROM accounts" + during("id", "date_joined") + " AND role = '" + role + "'";
    };
    // Stores are few, and a decision does not carry its time in an id.
    const auto stores = [&](const char *first) {
        return count + " FROM (SELECT vendor_id, " + first +
               " AS at FROM kyc_submissions GROUP BY vendor_id) AS stores WHERE at >= ? AND at < ?";
    };
    switch (figure) {
    case Count::PaymentsPaid: return count + movedFor("payments", "recharge", "t.created_at");
    case Count::PaidIn: return sum + movedFor("payments", "recharge", "t.created_at");
    case Count::PaymentsFailed: return count + " FROM payments" + during("id", "created_at") + " AND status = 'failed'";
    case Count::PayoutsProcessed:
        return count + movedFor("payouts", "payout_complete", "s.processed_at") + " AND s.status = 'processed'";
    case Count::PaidOut:
        return sum + movedFor("payouts", "payout_complete", "s.processed_at") + " AND s.status = 'processed'";
    case Count::BuyersJoined: return joined("buyer");
    case Count::DistributorsJoined: return joined("distributor");
    case Count::VendorsJoined: return joined("vendor");
    case Count::StoresApplied: return stores("min(submitted_at)");
    case Count::StoresApproved: return stores("min(CASE WHEN status = 'verified' THEN decided_at END)");
    case Count::BuyersActive:
    case Count::BuyersKept:
    case Count::BuyersOfDay: break; // of whole days and months
    }
    return {};
}

bool isOfStores(Count figure)
{
    return figure == Count::StoresApplied || figure == Count::StoresApproved;
}

} // namespace

RestSum RestStore::sum(Tx &tx, Fact fact, const Rest &rest, const std::optional<Id<Vendor>> &vendor)
{
    sql::Values values = valuesOf(rest);
    const std::string orders = ordersOf(fact, vendor, values);
    return tx
        .all<RestSum>("FROM (SELECT count(*) AS orders, CAST(coalesce(sum(" + amountOf(fact) +
                          "), 0) AS BIGINT) AS amount,"
                          " CAST(coalesce(sum(o.commission_amount), 0) AS BIGINT) AS commission" +
                          orders + ") AS summed",
                      values)
        .constFirst();
}

QList<RestLine> RestStore::lines(Tx &tx, Fact fact, const Rest &rest, const std::optional<Id<Vendor>> &vendor)
{
    sql::Values values = valuesOf(rest);
    const std::string orders = ordersOf(fact, vendor, values);
    return tx.all<RestLine>("FROM (SELECT w.order_id, w.vendor_id, w.total_amount, w.city, w.delivery_address,"
                            " l.product_id, " +
                                std::string(fact == Fact::Placed ? "l.placed_total AS line_total" : "l.line_total") +
                                ", l.commission_amount, l.product_snapshot, l.position"
                                " FROM (SELECT o.id AS order_id, o.vendor_id, " +
                                amountOf(fact) + " AS total_amount, o.city, o.delivery_address" + orders +
                                ") AS w JOIN order_lines l ON l.order_id = w.order_id) AS lines"
                                " ORDER BY order_id, position",
                            values);
}

QHash<QByteArray, Money> RestStore::placedBy(Tx &tx, TopKind kind, const Rest &rest,
                                             const std::optional<Id<Vendor>> &vendor)
{
    sql::Values values = valuesOf(rest);
    const std::string orders = ordersOf(Fact::Placed, vendor, values);
    const std::string rows = "FROM (SELECT o.id, o.vendor_id, o.city, o.delivery_address, o.placed_amount" + orders +
                             ") AS o" + (isByLine(kind) ? " JOIN order_lines l ON l.order_id = o.id" : "");
    QHash<QByteArray, Money> out;
    for (const KeyAmount &each : tx.all<KeyAmount>("FROM (SELECT " + keyOf(kind, tx.engine()) + " AS key, CAST(sum(" +
                                                       (isByLine(kind) ? "l.placed_total" : "o.placed_amount") +
                                                       ") AS BIGINT) AS amount " + rows + " GROUP BY 1) AS placed",
                                                   values)) {
        const bool isUuidText = kind == TopKind::Categories;
        out.insert(isUuidText ? QUuid::fromString(QLatin1StringView(each.key.bytes)).toRfc4122() : each.key.bytes,
                   each.amount);
    }
    return out;
}

qint64 RestStore::amount(Tx &tx, Count figure, const Rest &rest)
{
    const std::string statement = statementOf(figure);
    if (statement.empty())
        return 0;
    if (isOfStores(figure))
        return tx.number(statement, rest.from, rest.before);
    const sql::Values values = valuesOf(rest);
    return tx.number(statement, std::get<sql::IdBytes>(values[0]), std::get<sql::IdBytes>(values[1]), rest.from,
                     rest.before);
}

// A buyer who came on that day is known by the day before it; whether he came in time is said by the orders.
qint64 RestStore::buyersInTime(Tx &tx, qint64 edition, const Rest &rest, qint64 lastDayBefore)
{
    const Rest early{startOf(rest.day), rest.from, rest.day};
    const sql::Values values = valuesOf(early);
    return tx.number("count(*) FROM analytics_buyer_days WHERE edition = ? AND day = ? AND previous_day <= ?"
                     " AND buyer_id IN (SELECT buyer_id FROM orders" +
                         during("id", "placed_at") + paid + ")",
                     edition, rest.day, lastDayBefore, std::get<sql::IdBytes>(values[0]),
                     std::get<sql::IdBytes>(values[1]), early.from, early.before);
}

} // namespace analytics
