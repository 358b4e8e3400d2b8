// SQL of what a store sees of its trade: its days and its customers.

#include "server/orders/store.h"
#include "shared/base/indiatime.h"

namespace orders {

namespace {

// What a gateway has not paid yet is no order of the store.
const std::string reached = " AND reached_at IS NOT NULL";

} // namespace

QList<DayRow> Store::days(Tx &tx, Id<Vendor> vendor, Instant from, Instant before)
{
    return tx.all<DayRow>(
        "FROM (SELECT day, count(*) AS orders, CAST(sum(total_amount) AS BIGINT) AS amount,"
        " CAST(sum(CASE WHEN order_status = 'completed' THEN 1 ELSE 0 END) AS BIGINT) AS completed,"
        " CAST(sum(CASE WHEN order_status = 'cancelled' THEN 1 ELSE 0 END) AS BIGINT) AS cancelled,"
        " CAST(sum(CASE WHEN settled_at IS NULL THEN 0 ELSE total_amount - refunded_amount END) AS BIGINT) AS settled"
        " FROM (SELECT (placed_at + ?2) / ?3 AS day, total_amount, refunded_amount, order_status, settled_at"
        " FROM orders WHERE vendor_id = ?1 AND placed_at >= ?4 AND placed_at < ?5" +
            reached + ") AS placed GROUP BY day) AS days ORDER BY day",
        vendor, india::aheadMs, dayMs, from, before);
}

// Grouped first and cut to a page, so that the newest order is looked for of that page's customers only.
QList<StoreCustomer> Store::customers(Tx &tx, Id<Vendor> vendor, const std::optional<CustomerPlace> &after, int limit)
{
    sql::Values values{sql::value(vendor), sql::value(limit)};
    std::string goingOn;
    if (after) {
        goingOn = " WHERE (last_order_at, buyer_id) < (?3, ?4)";
        values.push_back(sql::value(after->lastOrderAt));
        values.push_back(sql::value(after->id));
    }
    const std::string grouped =
        "(SELECT buyer_id, count(*) AS orders, CAST(sum(CASE WHEN order_status IN ('completed', 'cancelled', 'failed',"
        " 'refunded') THEN 0 ELSE 1 END) AS BIGINT) AS open_orders, CAST(sum(CASE WHEN settled_at IS NULL THEN 0"
        " ELSE total_amount - refunded_amount END) AS BIGINT) AS settled_amount, max(placed_at) AS last_order_at"
        " FROM orders WHERE vendor_id = ?1" +
        reached + " GROUP BY buyer_id)";
    const std::string newest = "(SELECT o.id FROM orders o WHERE o.vendor_id = ?1 AND o.buyer_id = g.buyer_id" +
                               reached + " ORDER BY o.id DESC LIMIT 1)";
    return tx.all<StoreCustomer>(
        "FROM (SELECT c.buyer_id AS id, l.customer_name, l.customer_phone, l.city, c.orders, c.open_orders,"
        " c.settled_amount, c.last_order_at FROM (SELECT g.*, " +
            newest + " AS newest_id FROM " + grouped + " AS g" + goingOn +
            " ORDER BY last_order_at DESC, buyer_id DESC LIMIT ?2) AS c JOIN orders l ON l.id = c.newest_id)"
            " AS customers ORDER BY last_order_at DESC, id DESC",
        values);
}

} // namespace orders
