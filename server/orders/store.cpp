#include "server/orders/store.h"

#include "server/core/ids.h"

#include <limits>

namespace orders {

namespace {

struct BuyerRow
{
    Id<Account> buyerId;

    FIELDS(BuyerRow, FIELD(buyerId))
};

struct Sum
{
    Money held;

    FIELDS(Sum, FIELD(held))
};

// A condition that grows: constant text and its values.
struct Condition
{
    std::string text;
    sql::Values values;

    template <class... T>
    void add(std::string_view condition, const T &...each)
    {
        text += text.empty() ? " WHERE " : " AND ";
        text += condition;
        (values.push_back(sql::value(each)), ...);
    }
};

// Of what waits for its money, or never got it, no store hears and no figure tells.
constexpr std::string_view reachesStores = "reached_at IS NOT NULL";

Condition within(const Scope &scope)
{
    Condition where;
    if (scope.buyer)
        where.add("buyer_id = ?", *scope.buyer);
    if (scope.vendor) {
        where.add("vendor_id = ?", *scope.vendor);
        where.add(reachesStores);
    }
    if (scope.isEscrowOpen) {
        where.add("escrow_status IN ('held', 'disputed')");
        where.add(reachesStores);
    }
    return where;
}

// For LIKE … ESCAPE '!': what the person typed, anywhere in the text.
QString contains(const QString &typed)
{
    QString pattern = typed.toLower();
    for (const QChar special : {u'!', u'%', u'_'})
        pattern.replace(special, QString(u'!') + special);
    return u'%' + pattern + u'%';
}

constexpr std::string_view settledOrders =
    "FROM (SELECT id, order_number, total_amount - refunded_amount AS gross,"
    " commission_amount - refunded_commission AS commission, total_amount - refunded_amount"
    " - (commission_amount - refunded_commission) AS net, settled_at, payout_id, vendor_id, contested_at FROM orders"
    " WHERE settled_at IS NOT NULL AND payment_method <> 'cod') AS settled"; // of the rest the stores have all

} // namespace

bool Store::insertNew(Tx &tx, const OrderRow &order)
{
    return tx.insertNew("orders", order);
}

void Store::insert(Tx &tx, Id<Order> order, int position, const OrderLine &line, const Product &snapshot)
{
    tx.run("INSERT INTO order_lines (id, order_id, position, product_id, title, sku, unit, unit_price, listed_quantity,"
           " ordered_quantity, line_total, placed_total, commission_rate, commission_amount, commission_level,"
           " commission_at, product_snapshot) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
           line.id, order, position, line.productId, line.title, line.sku, line.unit, line.unitPrice,
           line.listedQuantity, line.orderedQuantity, line.lineTotal, line.lineTotal, line.commissionRate,
           line.commissionAmount, line.commissionLevel, line.commissionAt, snapshot);
}

void Store::insert(Tx &tx, const HistoryRow &change)
{
    tx.insert("order_history", change);
}

std::optional<OrderRow> Store::find(Tx &tx, Id<Order> id)
{
    return tx.one<OrderRow>("FROM orders WHERE id = ?", id);
}

QList<OrderLine> Store::lines(Tx &tx, Id<Order> id)
{
    return tx.all<OrderLine>("FROM order_lines WHERE order_id = ? ORDER BY position", id);
}

QList<StatusChange> Store::history(Tx &tx, Id<Order> id)
{
    return tx.all<StatusChange>("FROM order_history WHERE order_id = ? ORDER BY id", id);
}

namespace {

// The times at which money moved or an order ended. A cancelled order has one line of history that says when.
void addTimes(Condition &where, const ListOrders &wish)
{
    if (wish.from)
        where.add("placed_at >= ? AND id >= ?", *wish.from, Ids::firstOf<Order>(wish.from->after(-Ids::slackMs)));
    if (wish.to)
        where.add("placed_at < ? AND id < ?", *wish.to, Ids::firstOf<Order>(wish.to->after(Ids::slackMs)));
    if (wish.settledFrom)
        where.add("settled_at >= ?", *wish.settledFrom);
    if (wish.settledUntil)
        where.add("settled_at < ?", *wish.settledUntil);
    if (!wish.cancelledFrom && !wish.cancelledUntil)
        return;
    constexpr Instant ever{std::numeric_limits<qint64>::min()}, never{std::numeric_limits<qint64>::max()};
    where.add("EXISTS (SELECT 1 FROM order_history h WHERE h.order_id = orders.id AND h.status = 'cancelled'"
              " AND h.at >= ? AND h.at < ?)",
              wish.cancelledFrom.value_or(ever), wish.cancelledUntil.value_or(never));
}

void addOverdue(Condition &where, const QList<Overdue> &overdue)
{
    std::string either;
    for (const Overdue &each : overdue) {
        either += either.empty() ? "(" : " OR ";
        either += "(order_status = ? AND updated_at <= ?)";
        where.values.push_back(sql::value(each.status));
        where.values.push_back(sql::value(each.since));
    }
    if (!either.empty())
        where.add(either + ")");
}

Condition wanted(const Scope &scope, const ListOrders &wish, const QList<OrderStatus> &statuses,
                 const QList<Overdue> &overdue)
{
    Condition where = within(scope);
    if (!statuses.isEmpty()) {
        std::string marks;
        for (const OrderStatus status : statuses) {
            marks += marks.empty() ? "?" : ", ?";
            where.values.push_back(sql::value(status));
        }
        where.add("order_status IN (" + marks + ")");
    }
    if (wish.role)
        where.add("buyer_role = ?", *wish.role);
    if (wish.vendor)
        where.add("vendor_id = ?", *wish.vendor);
    if (wish.escrow)
        where.add("escrow_status = ?", *wish.escrow);
    if (wish.escrow || !overdue.isEmpty())
        where.add(reachesStores);
    if (wish.method)
        where.add("payment_method = ?", *wish.method);
    if (wish.payment)
        where.add("payment_status = ?", *wish.payment);
    addOverdue(where, overdue);
    addTimes(where, wish);
    if (wish.q) {
        const QString pattern = contains(*wish.q);
        where.add("(lower(order_number) LIKE ? ESCAPE '!' OR lower(customer_name) LIKE ? ESCAPE '!'"
                  " OR lower(store_name) LIKE ? ESCAPE '!')",
                  pattern, pattern, pattern);
    }
    return where;
}

template <class Row>
QList<Row> found(Tx &tx, Condition where, const std::optional<Id<Order>> &before, int limit)
{
    if (before)
        where.add("id < ?", *before);
    where.values.push_back(sql::value(limit));
    return tx.all<Row>("FROM orders" + where.text + " ORDER BY id DESC LIMIT ?", where.values);
}

} // namespace

QList<CardRow> Store::list(Tx &tx, const Scope &scope, const ListOrders &wish, const QList<OrderStatus> &statuses,
                           const QList<Overdue> &overdue, const std::optional<Id<Order>> &before, int limit)
{
    return found<CardRow>(tx, wanted(scope, wish, statuses, overdue), before, limit);
}

QList<OrderRow> Store::escrows(Tx &tx, const ListOrders &wish, const QList<OrderStatus> &statuses,
                               const QList<Overdue> &overdue, const std::optional<Id<Order>> &before, int limit)
{
    return found<OrderRow>(tx, wanted({.isEscrowOpen = !wish.escrow}, wish, statuses, overdue), before, limit);
}

QList<ExportRow> Store::exported(Tx &tx, const Scope &scope, const ListOrders &wish, const QList<OrderStatus> &statuses,
                                 const QList<Overdue> &overdue, const std::optional<Id<Order>> &before, int limit)
{
    return found<ExportRow>(tx, wanted(scope, wish, statuses, overdue), before, limit);
}

// One more is looked for, which says whether these are all.
OrderTotal Store::sum(Tx &tx, const ListOrders &wish, const QList<OrderStatus> &statuses, const QList<Overdue> &overdue,
                      int limit)
{
    Condition where = wanted({}, wish, statuses, overdue);
    where.values.insert(where.values.begin(), 3, sql::value(limit));
    where.values.push_back(sql::value(limit + 1));
    const auto sumOf = [](const std::string &what) {
        return "CAST(coalesce(sum(CASE WHEN place <= ? THEN " + what + " ELSE 0 END), 0) AS BIGINT)";
    };
    return tx
        .all<OrderTotal>("FROM (SELECT " + sumOf("1") + " AS orders, " + sumOf("total_amount") +
                             " AS amount, CASE WHEN count(*) > ? THEN 0 ELSE 1 END AS is_whole"
                             " FROM (SELECT total_amount, row_number() OVER (ORDER BY id DESC) AS place FROM orders" +
                             where.text + " ORDER BY id DESC LIMIT ?) AS found) AS summed",
                         where.values)
        .constFirst();
}

QList<StatusCount> Store::counts(Tx &tx, const Scope &scope)
{
    const Condition where = within(scope);
    return tx.all<StatusCount>("FROM (SELECT order_status, count(*) AS orders FROM orders" + where.text +
                                   " GROUP BY order_status) AS counted",
                               where.values);
}

Money Store::held(Tx &tx, const Scope &scope)
{
    Condition where = within(scope);
    where.add("escrow_status IN ('held', 'disputed')");
    const auto sums = tx.all<Sum>("FROM (SELECT CAST(coalesce(sum(total_amount - refunded_amount), 0) AS BIGINT)"
                                  " AS held FROM orders" +
                                      where.text + ") AS summed",
                                  where.values);
    return sums.constFirst().held;
}

bool Store::change(Tx &tx, const OrderRow &seen, const OrderRow &next)
{
    // Status and version in WHERE make two clicks at once safe: the second one changes no row.
    return tx.run(
               "UPDATE orders SET subtotal = ?, total_amount = ?, commission_amount = ?, order_status = ?,"
               " payment_status = ?, escrow_status = ?, carrier = ?, vendor_confirmed_at = ?, buyer_confirmed_at = ?,"
               " settled_at = ?, released_by = ?, refunded_amount = ?, refunded_commission = ?, updated_at = ?,"
               " version = ?, reached_at = ?, contested_at = ? WHERE id = ? AND order_status = ? AND version = ?",
               next.subtotal, next.totalAmount, next.commissionAmount, next.orderStatus, next.paymentStatus,
               next.escrowStatus, next.carrier, next.vendorConfirmedAt, next.buyerConfirmedAt, next.settledAt,
               next.releasedBy, next.refundedAmount, next.refundedCommission, next.updatedAt, next.version,
               next.reachedAt, next.contestedAt, seen.id, seen.orderStatus, seen.version) == 1;
}

void Store::markDelivered(Tx &tx, Id<Order> id)
{
    tx.run("UPDATE order_lines SET delivered_quantity = ordered_quantity WHERE order_id = ? AND delivered_quantity IS"
           " NULL",
           id);
}

void Store::markSettled(Tx &tx, Id<Order> id)
{
    // Weights that nobody agreed to are no quantities of the settlement: where the estimate was at stake, a decision
    // settles what was ordered.
    tx.run("UPDATE order_lines SET settled_quantity = CASE WHEN line_total = placed_total AND order_id IN"
           " (SELECT id FROM orders WHERE id = ?1 AND weigh_state = 'open') THEN ordered_quantity"
           " ELSE coalesce(delivered_quantity, ordered_quantity) END WHERE order_id = ?1",
           id);
}

QList<Due> Store::deliveredBefore(Tx &tx, Instant time, const Due &last, int limit)
{
    return tx.all<Due>("FROM (SELECT id, vendor_confirmed_at AS since FROM orders WHERE order_status = 'delivered'"
                       " AND contested_at IS NULL AND weigh_state <> 'open'"
                       " AND vendor_confirmed_at <= ?"
                       " AND (vendor_confirmed_at, id) > (?, ?)) AS due ORDER BY since, id LIMIT ?",
                       time, last.since, sql::idBytes(last.id.uuid), limit);
}

QList<Due> Store::reachedBefore(Tx &tx, Instant time, const Due &last, int limit)
{
    return tx.all<Due>("FROM (SELECT id, reached_at AS since FROM orders WHERE order_status = 'placed'"
                       " AND reached_at <= ? AND id > ?) AS due ORDER BY id LIMIT ?",
                       time, sql::idBytes(last.id.uuid), limit);
}

bool Store::hasOpen(Tx &tx, Id<Account> buyer, const std::optional<Id<Vendor>> &vendor)
{
    const std::string isOpen = " AND (order_status NOT IN ('completed', 'cancelled', 'failed', 'refunded')"
                               " OR escrow_status IN ('held', 'disputed')) LIMIT 1) AS open_ones";
    return tx.number("count(*) FROM (SELECT 1 FROM orders WHERE buyer_id = ?" + isOpen, buyer) > 0 ||
           (vendor && tx.number("count(*) FROM (SELECT 1 FROM orders WHERE vendor_id = ?" + isOpen, *vendor) > 0);
}

QList<Id<Account>> Store::openBuyers(Tx &tx, Id<Vendor> vendor, const std::optional<Id<Account>> &after, int limit)
{
    const auto rows = tx.all<BuyerRow>("FROM orders WHERE vendor_id = ? AND buyer_id > ? AND order_status NOT IN"
                                       " ('completed', 'cancelled', 'failed', 'refunded')"
                                       " GROUP BY buyer_id ORDER BY buyer_id LIMIT ?",
                                       vendor, sql::idBytes(after.value_or(Id<Account>()).uuid), limit);
    QList<Id<Account>> out;
    for (const BuyerRow &row : rows)
        out += row.buyerId;
    return out;
}

Money Store::settledSales(Tx &tx, Id<Vendor> vendor)
{
    return {tx.number("CAST(coalesce(sum(total_amount - refunded_amount), 0) AS BIGINT) FROM orders"
                      " WHERE vendor_id = ? AND settled_at IS NOT NULL",
                      vendor)};
}

Money Store::commission(Tx &tx, Id<Vendor> vendor)
{
    return {tx.number("CAST(coalesce(sum(commission_amount - refunded_commission), 0) AS BIGINT) FROM orders"
                      " WHERE vendor_id = ? AND settled_at IS NOT NULL",
                      vendor)};
}

QList<SettledOrder> Store::settled(Tx &tx, Id<Vendor> vendor, const std::optional<SettledBefore> &before, int limit)
{
    if (!before)
        return tx.all<SettledOrder>(std::string(settledOrders) +
                                        " WHERE vendor_id = ? ORDER BY settled_at DESC, id DESC LIMIT ?",
                                    vendor, limit);
    return tx.all<SettledOrder>(std::string(settledOrders) + " WHERE vendor_id = ? AND (settled_at, id) < (?, ?)"
                                                             " ORDER BY settled_at DESC, id DESC LIMIT ?",
                                vendor, before->settledAt, before->id, limit);
}

QList<SettledOrder> Store::ofPayout(Tx &tx, Id<Payout> payout, int limit)
{
    return tx.all<SettledOrder>(std::string(settledOrders) + " WHERE payout_id = ? ORDER BY settled_at, id LIMIT ?",
                                payout, limit);
}

qint64 Store::takeForPayout(Tx &tx, Id<Vendor> vendor, Id<Payout> payout, int limit)
{
    return tx.run("UPDATE orders SET payout_id = ?, version = version + 1 WHERE payout_id IS NULL AND id IN"
                  " (SELECT id FROM orders WHERE vendor_id = ? AND settled_at IS NOT NULL AND payout_id IS NULL"
                  " AND payment_method <> 'cod' AND refunded_amount < total_amount AND contested_at IS NULL"
                  " ORDER BY settled_at, id LIMIT ?)",
                  payout, vendor, limit);
}

Money Store::contested(Tx &tx, Id<Vendor> vendor)
{
    return {tx.number("CAST(coalesce(sum(net), 0) AS BIGINT) " + std::string(settledOrders) +
                          " WHERE vendor_id = ? AND payout_id IS NULL AND contested_at IS NOT NULL",
                      vendor)};
}

bool Store::contestSince(Tx &tx, Id<Order> id, Instant since)
{
    return tx.run("UPDATE orders SET contested_at = ?2, version = version + 1 WHERE id = ?1 AND contested_at IS NULL",
                  id, since) == 1;
}

std::optional<SettledOrder> Store::contestedIn(Tx &tx, Id<Payout> payout)
{
    return tx.one<SettledOrder>(std::string(settledOrders) + " WHERE payout_id = ? AND contested_at IS NOT NULL"
                                                             " ORDER BY settled_at, id LIMIT 1",
                                payout);
}

void Store::returnFromPayout(Tx &tx, Id<Payout> payout)
{
    tx.run("UPDATE orders SET payout_id = NULL, version = version + 1 WHERE payout_id = ?", payout);
}

} // namespace orders
