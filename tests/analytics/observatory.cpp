#include "tests/analytics/observatory.h"

#include <QTest>

namespace {

// 06:30 UTC is noon in India.
constexpr Instant noon{1'789'972'200'000};
constexpr Money pocketMoney{10'000'000'000};

template <class T>
auto must(Result<T> result)
{
    if (!result)
        qFatal("the test's market cannot be made: %s", qPrintable(result.error().message));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

struct TextRow
{
    QString row;

    FIELDS(TextRow, FIELD(row))
};

struct Rollup
{
    const char *table;
    QStringList columns;
};

const QList<Rollup> &rollups()
{
    static const QList<Rollup> all{{"analytics_cells",
                                    {"vendor_id",
                                     "day",
                                     "product_id",
                                     "category_id",
                                     "state",
                                     "placed_orders",
                                     "placed_categories",
                                     "placed_lines",
                                     "cancelled_orders",
                                     "cancelled_categories",
                                     "cancelled_lines",
                                     "settled_orders",
                                     "settled_categories",
                                     "settled_lines",
                                     "won_orders",
                                     "won_categories",
                                     "won_lines",
                                     "placed_total",
                                     "placed_goods",
                                     "cancelled_total",
                                     "cancelled_goods",
                                     "settled_total",
                                     "settled_goods",
                                     "commission"}},
                                   {"analytics_sums",
                                    {"cut", "grain", "day", "key", "orders_placed", "orders_cancelled",
                                     "orders_settled", "orders_won", "placed", "cancelled", "settled", "commission"}},
                                   {"analytics_steps", {"vendor_id", "step", "day", "bucket", "orders", "total_ms"}},
                                   {"analytics_buyer_days", {"day", "buyer_id", "previous_day", "orders"}},
                                   {"analytics_buyer_months", {"buyer_id", "month", "orders", "placed"}},
                                   {"analytics_cohorts", {"cohort", "month", "buyers", "orders", "placed"}},
                                   {"analytics_counts", {"figure", "day", "amount"}},
                                   {"analytics_counted", {"subject_id", "facts"}}};
    return all;
}

QString asText(Engine engine, const QString &column)
{
    static const QStringList bytes{"vendor_id", "product_id", "category_id", "key", "buyer_id", "subject_id"};
    if (!bytes.contains(column))
        return QStringLiteral("CAST(%1 AS TEXT)").arg(column);
    return QString(engine == Engine::Sqlite ? "hex(%1)" : "encode(%1, 'hex')").arg(column);
}

} // namespace

Observatory::Observatory()
{
    analytics::reactions(outbox, analytics);
    world.db.clock.set(noon);
    second = world.openStore(QStringLiteral("Brass House"));
    paper = must(world.catalog.addCategory(world.admin, {.name = QStringLiteral("Paper")})).id;
    const auto offer = [&](const Store &of, Id<Category> category, const QString &title, Money price) {
        return must(world.catalog.addProduct(of.caller, {.categoryId = category,
                                                         .title = title,
                                                         .description = QStringLiteral("Clean and sorted."),
                                                         .price = price,
                                                         .stockQuantity = World::kilograms(1'000'000),
                                                         .minimumOrderQuantity = {1}}))
            .id;
    };
    iron = offer(world.store, world.metals, QStringLiteral("Iron rods"), {4'000});
    carton = offer(world.store, paper, QStringLiteral("Carton"), {1'500});
    brass = offer(second, world.metals, QStringLiteral("Brass taps"), {45'000});
    buyers = {world.buyer, addBuyer(QStringLiteral("bina"), QStringLiteral("Goa")),
              addBuyer(QStringLiteral("chand"), QStringLiteral("Gujarat"))};
    world.fill(world.buyer, pocketMoney);
}

Customer Observatory::addBuyer(const QString &name, const QString &state)
{
    Customer out = world.addBuyer(name);
    out.address = must(world.accounts.addAddress(out.caller, {.recipientName = name,
                                                              .recipientPhone = QStringLiteral("+919800000003"),
                                                              .streetAddress = QStringLiteral("3 Lake Road"),
                                                              .city = QStringLiteral("Town of ") + state,
                                                              .pincode = QStringLiteral("400050"),
                                                              .state = state,
                                                              .location = World::mumbai}))
                      .id;
    world.fill(out, pocketMoney);
    return out;
}

Order Observatory::place(const Customer &who, const QList<PlaceOrderLine> &lines)
{
    return must(world.orders.placeOrder(who.caller, {.addressId = who.address, .lines = lines})).orders.constFirst();
}

void Observatory::cancel(const Order &order)
{
    must(world.orders.cancelOrder(world.admin, order.id, {QStringLiteral("A test ends it")}));
}

Order Observatory::confirmedByPayment()
{
    const Order order = place();
    const auto written = world.db->write([&](Tx &tx) -> Result<> {
        tx.insert("order_history", orders::HistoryRow{.id = world.ids.next<StatusChange>(),
                                                      .orderId = order.id,
                                                      .fromStatus = OrderStatus::Placed,
                                                      .status = OrderStatus::Confirmed,
                                                      .actor = Actor::System,
                                                      .at = tx.now()});
        tx.run("UPDATE orders SET order_status = 'confirmed' WHERE id = ?", order.id);
        return {};
    });
    if (!written)
        qFatal("the order cannot be confirmed");
    return order;
}

void Observatory::step(const Order &order, OrderStatus status)
{
    must(world.orders.advanceOrder(world.admin, order.id, {.status = status, .reason = QStringLiteral("A test")}));
}

void Observatory::confirmReceipt(const Order &order)
{
    must(world.orders.confirmDelivery({.id = order.buyerId, .role = Role::Buyer, .known = true}, order.id));
}

void Observatory::settle(const Order &order)
{
    using enum OrderStatus;
    for (const OrderStatus status : {Confirmed, Packed, Shipped, OutForDelivery, Delivered})
        step(order, status);
    confirmReceipt(order);
}

// PostgreSQL gives an event out when every older transaction of the cluster has ended, also those of its housekeeping.
void Observatory::count()
{
    if (world.db->engine() == Engine::Postgres)
        QTRY_COMPARE(world.db.number("count(*) FROM outbox"
                                     " WHERE txid >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint"),
                     0);
    outbox.drain();
}

QStringList Observatory::rows()
{
    QStringList out;
    for (const Rollup &rollup : rollups()) {
        QStringList columns;
        for (const QString &column : rollup.columns)
            columns += asText(world.db->engine(), column);
        const QString text =
            QStringLiteral("FROM (SELECT %1 AS row FROM %2 WHERE edition ="
                           " (SELECT edition FROM analytics_editions WHERE state = 'current')) AS texts")
                .arg(columns.join(QLatin1String(" || ' ' || ")), QLatin1String(rollup.table));
        const auto all = world.db->read([&](Tx &tx) { return tx.all<TextRow>(text.toStdString()); });
        for (const TextRow &each : all)
            out += QLatin1String(rollup.table) + u' ' + each.row;
    }
    out.sort();
    return out;
}
