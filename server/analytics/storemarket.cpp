#include "server/analytics/storemarket.h"

namespace analytics {

namespace {

struct Balance
{
    Money balance;

    FIELDS(Balance, FIELD(balance))
};

std::string together(std::initializer_list<std::string_view> parts)
{
    std::string out;
    for (const std::string_view part : parts)
        out.append(part);
    return out;
}

Waiting one(Tx &tx, std::string_view select, const sql::Values &values)
{
    return tx.all<Waiting>(together({"FROM (SELECT ", select, ") AS waiting"}), values).constFirst();
}

std::string_view tableOf(TopKind kind)
{
    switch (kind) {
    case TopKind::Vendors: return "FROM (SELECT id AS key, store_name AS name, city AS note FROM vendors WHERE id IN (";
    case TopKind::Products:
        return "FROM (SELECT p.id AS key, p.title AS name, v.store_name AS note FROM products p"
               " JOIN vendors v ON v.id = p.vendor_id WHERE p.id IN (";
    case TopKind::Categories:
        return "FROM (SELECT id AS key, name, CAST(NULL AS TEXT) AS note FROM categories WHERE id IN (";
    case TopKind::Cities:
    case TopKind::States: return {};
    }
    return {};
}

// Said as the index says it (schema/001), so that SQLite sees that it applies. Of what a gateway has not paid no store
// hears.
constexpr std::string_view openOrders = "FROM orders WHERE order_status IN ('placed', 'confirmed', 'packed', 'shipped',"
                                        " 'out_for_delivery', 'delivered') AND order_status = ?"
                                        " AND reached_at IS NOT NULL";

constexpr std::string_view lowProducts = "FROM products WHERE stock_quantity <= min_stock_level AND deleted_at IS NULL";

} // namespace

bool MarketStore::hasVendor(Tx &tx, Id<Vendor> id)
{
    return tx.number("count(*) FROM vendors WHERE id = ?", id) == 1;
}

QList<Name> MarketStore::names(Tx &tx, TopKind kind, const QList<sql::Blob> &keys)
{
    std::string text(tableOf(kind));
    if (text.empty() || keys.isEmpty())
        return {};
    sql::Values values;
    for (const sql::Blob &key : keys) {
        text += values.empty() ? "?" : ", ?";
        values.push_back(key);
    }
    return tx.all<Name>(text + ")) AS named", values);
}

// An order enters a status when it is changed for the last time; only the receipt that a buyer confirms early comes
// after that, and what was received is not late.
Waiting MarketStore::flight(Tx &tx, const OfVendor &vendor, OrderStatus status, Instant lateBefore)
{
    std::string select = together(
        {"count(*) AS count, CAST(coalesce(sum(CASE WHEN updated_at <= ? THEN 1 ELSE 0 END), 0) AS"
         " BIGINT) AS late, CAST(coalesce(sum(total_amount), 0) AS BIGINT) AS amount, min(updated_at) AS oldest ",
         openOrders});
    sql::Values values{sql::value(lateBefore), sql::value(status)};
    if (vendor) {
        select += " AND vendor_id = ?";
        values.push_back(sql::value(*vendor));
    }
    return one(tx, select, values);
}

// Ordered by what no index is: SQLite would take one that has the ids in order and look through the whole market.
QList<WaitingOrder> MarketStore::waitingOrders(Tx &tx, Id<Vendor> vendor, int limit)
{
    return tx.all<WaitingOrder>(together({openOrders, " AND vendor_id = ? ORDER BY coalesce(id, id) LIMIT ?"}),
                                OrderStatus::Placed, vendor, limit);
}

Waiting MarketStore::submissions(Tx &tx, Instant lateBefore)
{
    return one(tx,
               "count(*) AS count, CAST(coalesce(sum(CASE WHEN submitted_at <= ? THEN 1 ELSE 0 END), 0) AS BIGINT) AS"
               " late, 0 AS amount, min(submitted_at) AS oldest FROM kyc_submissions WHERE status = 'pending'",
               {sql::value(lateBefore)});
}

Waiting MarketStore::payouts(Tx &tx, PayoutStatus status, Instant lateBefore)
{
    return one(tx,
               "count(*) AS count, CAST(coalesce(sum(CASE WHEN coalesce(approved_at, requested_at) <= ? THEN 1 ELSE 0"
               " END), 0) AS BIGINT) AS late, CAST(coalesce(sum(amount), 0) AS BIGINT) AS amount,"
               " min(coalesce(approved_at, requested_at)) AS oldest FROM payouts WHERE status = ?",
               {sql::value(lateBefore), sql::value(status)});
}

// Nothing changes an order between its placing and its next status, so it was placed when it was changed last.
Waiting MarketStore::overdue(Tx &tx, OrderStatus status, Instant since)
{
    return one(
        tx,
        together({"count(*) AS count, count(*) AS late, CAST(coalesce(sum(total_amount), 0) AS BIGINT) AS amount,"
                  " min(updated_at) AS oldest ",
                  openOrders, " AND updated_at <= ?"}),
        {sql::value(status), sql::value(since)});
}

Waiting MarketStore::deadJobs(Tx &tx)
{
    return one(
        tx, "count(*) AS count, 0 AS late, 0 AS amount, min(created_at) AS oldest FROM jobs WHERE status = 'dead'", {});
}

Waiting MarketStore::deadEvents(Tx &tx)
{
    return one(tx,
               "count(*) AS count, 0 AS late, 0 AS amount, min(o.created_at) AS oldest FROM outbox_deliveries d"
               " JOIN outbox o ON o.seq = d.seq WHERE d.dead = 1",
               {});
}

qint64 MarketStore::lowStock(Tx &tx, const OfVendor &vendor)
{
    return vendor ? tx.number(together({"count(*) ", lowProducts, " AND vendor_id = ?"}), *vendor)
                  : tx.number(together({"count(*) ", lowProducts}));
}

QList<LowStock> MarketStore::lowest(Tx &tx, Id<Vendor> vendor, int limit)
{
    // Found by their own index first: SQLite would look through all products of the store.
    return tx.all<LowStock>(
        together({"FROM (SELECT id AS product_id, title, unit, stock_quantity, min_stock_level FROM products"
                  " WHERE id IN (SELECT id ",
                  lowProducts,
                  " AND vendor_id = ?)) AS low"
                  " ORDER BY stock_quantity, product_id LIMIT ?"}),
        vendor, limit);
}

Money MarketStore::released(Tx &tx, Id<Vendor> vendor)
{
    return tx.one<Balance>("FROM ledger_accounts WHERE kind = 'vendor_payable' AND owner_id = ?", vendor)
        .value_or(Balance{})
        .balance;
}

Money MarketStore::held(Tx &tx, Id<Vendor> vendor)
{
    return {tx.number("CAST(coalesce(sum(total_amount - refunded_amount), 0) AS BIGINT) FROM orders"
                      " WHERE escrow_status IN ('held', 'disputed') AND vendor_id = ?",
                      vendor)};
}

} // namespace analytics
