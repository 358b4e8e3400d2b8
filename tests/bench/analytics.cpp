// How long the figures take to read over a million orders, and how many orders a second are counted. The roll-ups are
// filled by the code that counts, from orders that are made up; those of the last days stand in their tables with lines
// and history, beside vendors, buyers and products of which some run out.
// Usage: bench_analytics FILE|postgresql://… [orders] [rounds] [orders of the last 90 hours]

#include "server/analytics/service.h"
#include "server/audit/service.h"
#include "server/core/ids.h"
#include "server/core/migrate.h"
#include "server/core/postgres.h"
#include "server/core/secrets.h"
#include "server/core/sqlite.h"
#include "server/settings/service.h"
#include "shared/base/indiatime.h"
#include "tests/bench/measured.h"
#include "tests/bench/must.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <random>

namespace {

using namespace analytics;

constexpr int vendorCount = 1'000, productCount = 5'000, categoryCount = 40, stateCount = 36, cityCount = 300,
              buyerCount = 50'000, daysOfTrade = 730, ordersPerUnit = 2'000;

// Stands still, so that every run measures the same hour: the afternoon, then the next day just after midnight.
class TownClock : public Clock
{
public:
    Instant now() const override { return m_now; }
    void setNight() { m_now = india::dayOf(m_now).after(dayMs + 5 * minuteMs); }

private:
    Instant m_now = india::dayOf(SystemClock().now()).after(15 * hourMs);
};

class Town
{
public:
    Town(Db &db, const Clock &clock, const Ids &ids)
        : m_db(db)
        , m_clock(clock)
        , m_ids(ids)
    {
        for (int i = 0; i < vendorCount; ++i)
            m_vendors += ids.next<Vendor>();
        for (int i = 0; i < productCount; ++i)
            m_products += ids.next<Product>();
        for (int i = 0; i < categoryCount; ++i)
            m_categories += ids.next<Category>();
        for (int i = 0; i < buyerCount; ++i)
            m_buyers += ids.next<Account>();
    }

    Id<Vendor> vendor() const { return m_vendors.constFirst(); }
    Id<Category> category() const { return m_categories.constFirst(); }

    void trade(int orders)
    {
        Books books;
        RollupStore store;
        Rollup rollup(books, store);
        for (int done = 0; done < orders; done += ordersPerUnit) {
            QList<OrderFacts> unit;
            for (int i = 0; i < ordersPerUnit; ++i)
                unit += order(qint64(done + i) * daysOfTrade * 24 * hourMs / orders);
            must(m_db.write([&](Tx &tx) -> Result<bool> {
                rollup.count(tx, {1}, unit);
                return true;
            }));
        }
    }

    // What is open now, and the people it needs.
    void open(int orders)
    {
        must(m_db.write([&](Tx &tx) -> Result<bool> {
            const auto account = [&](const QUuid &id, std::string_view role) {
                const QString name = id.toString(QUuid::WithoutBraces);
                tx.run("INSERT INTO accounts (id, username, username_key, role, distributor_status, language,"
                       " date_joined) VALUES (?, ?, ?, ?, 'none', 'en', 0)",
                       sql::idBytes(id), name, name, role);
            };
            account(m_buyers.constFirst().uuid, "buyer");
            for (const Id<Vendor> vendor : m_vendors) {
                account(vendor.uuid, "vendor");
                tx.run("INSERT INTO vendors (id, account_id, store_name, store_key, city, created_at)"
                       " VALUES (?1, ?1, ?2, ?2, 'Pune', 0)",
                       vendor, vendor.text());
            }
            insertGoods(tx);
            for (int i = 0; i < orders; ++i)
                insertOpen(tx);
            return true;
        }));
    }

private:
    // A few vendors, products and places sell most of all.
    template <class T>
    T favourite(const QList<T> &all)
    {
        std::uniform_real_distribution<double> part(0, 1);
        const double at = part(m_random);
        return all[qsizetype(at * at * double(all.size() - 1))];
    }
    qint64 between(qint64 least, qint64 most) { return std::uniform_int_distribution<qint64>(least, most)(m_random); }

    // One after the other in time, as the books hold them.
    OrderFacts order(qint64 sinceStartMs)
    {
        const Instant placed = m_clock.now().after(sinceStartMs - qint64(daysOfTrade) * 24 * hourMs);
        OrderFacts facts{.id = m_ids.next<Order>(),
                         .buyerId = m_buyers[between(0, buyerCount - 1)],
                         .vendorId = favourite(m_vendors),
                         .totalAmount = {},
                         .city = QStringLiteral("City %1").arg(between(0, cityCount - 1)),
                         .state = QStringLiteral("State %1").arg(between(0, stateCount - 1)),
                         .placedAt = placed,
                         .reachedAt = placed,
                         .isConfirmedByPerson = true};
        const qint64 lines = between(1, 10) > 8 ? 2 : 1;
        for (qint64 i = 0; i < lines; ++i) {
            const qint64 product = between(0, productCount - 1);
            const Money total{between(1'000, 1'000'000)};
            facts.lines +=
                SoldLine{m_products[product], m_categories[product % categoryCount], total, BasisPoints{200}.of(total)};
            facts.totalAmount = facts.totalAmount + total;
        }
        const qint64 fate = between(1, 100);
        if (fate > 90) {
            facts.cancelledAt = placed.after(between(1, 20) * hourMs);
        } else if (fate > 5) {
            facts.confirmedAt = placed.after(between(1, 300) * hourMs / 60);
            facts.dispatchedAt = facts.confirmedAt->after(between(1, 40) * hourMs);
            facts.deliveredAt = facts.dispatchedAt->after(between(1, 90) * hourMs);
            facts.settledAt = facts.deliveredAt->after(between(1, 48) * hourMs);
        }
        return facts;
    }

    // One in twenty runs out.
    void insertGoods(Tx &tx)
    {
        for (const Id<Category> id : m_categories)
            tx.run("INSERT INTO categories (id, name, name_key, slug, sort_order, is_active, created_at, updated_at)"
                   " VALUES (?1, ?2, ?2, ?2, 0, 1, 0, 0)",
                   id, id.text());
        for (qsizetype i = 0; i < m_products.size(); ++i)
            tx.run("INSERT INTO products (id, vendor_id, region, category_id, title, description, unit, price,"
                   " stock_quantity, minimum_order_quantity, min_stock_level, sku, gst_rate, tags, specifications,"
                   " search_text, is_active, version, created_at, updated_at) VALUES (?1, ?2, '', ?3, ?4, '', 'kg',"
                   " 1000, ?5, 1000, 5000, ?4, 0, '[]', '{}', '', 1, 1, 0, 0)",
                   m_products[i], m_vendors[i % vendorCount], m_categories[i % categoryCount], m_products[i].text(),
                   qint64(i % 20 == 0 ? 1'000 : 500'000));
    }

    // Placed within the last days, with an id of that moment; each tenth is cancelled.
    void insertOpen(Tx &tx)
    {
        const Instant at = m_clock.now().after(-between(0, 90 * hourMs));
        const auto id = Ids::past<Order>(at, m_buyers.constFirst().uuid, quint32(++m_open));
        const Id<Vendor> vendor = favourite(m_vendors);
        static constexpr std::array statuses{OrderStatus::Placed, OrderStatus::Confirmed, OrderStatus::Shipped,
                                             OrderStatus::Delivered};
        const bool isCancelled = m_open % 10 == 0;
        tx.run("INSERT INTO orders (id, order_number, tracking_id, checkout_id, buyer_id, buyer_role, vendor_id,"
               " vendor_account_id, region, store_name, customer_name, customer_phone, city, summary,"
               " delivery_address, subtotal, discount_amount, tax_amount, delivery_charges, total_amount,"
               " placed_amount, commission_amount, payment_status, payment_method, order_status, escrow_status,"
               " placed_at, reached_at, updated_at, version)"
               " VALUES (?1, ?2, ?2, ?1, ?3, 'buyer', ?4, ?4, '', 'Store', 'Buyer', '+910000000000', 'Pune',"
               " 'Copper', ?7, 1000, 0, 0, 0, 1000, 1000, 20, 'pending', 'escrow', ?5, ?8, ?6, ?6, ?6, 1)",
               id, id.text(), m_buyers.constFirst(), vendor,
               isCancelled ? OrderStatus::Cancelled : statuses[std::size_t(between(0, 3))], at,
               QStringLiteral(R"({"city":"Pune","state":"State %1"})").arg(between(0, stateCount - 1)),
               isCancelled ? EscrowStatus::Refunded : EscrowStatus::Held);
        const qint64 product = between(0, productCount - 1);
        tx.run("INSERT INTO order_lines (id, order_id, position, product_id, title, sku, unit, unit_price,"
               " listed_quantity, ordered_quantity, line_total, placed_total, commission_rate, commission_amount,"
               " commission_level, product_snapshot)"
               " VALUES (?1, ?1, 1, ?2, 'Copper', '', 'kg', 1000, 1000, 1000, 1000, 1000, 200, 20,"
               " 'global', ?3)",
               id, m_products[product],
               QStringLiteral(R"({"title":"Copper","category_id":"%1","description":"%2"})")
                   .arg(m_categories[product % categoryCount].text(), QString(400, u'd')));
        tx.run("INSERT INTO order_history (id, order_id, status, actor, at) VALUES (?1, ?1, ?2, 'buyer', ?3)", id,
               isCancelled ? OrderStatus::Cancelled : OrderStatus::Placed, at);
    }

    Db &m_db;
    const Clock &m_clock;
    const Ids &m_ids;
    qint64 m_open = 0;
    std::mt19937_64 m_random{7};
    QList<Id<Vendor>> m_vendors;
    QList<Id<Product>> m_products;
    QList<Id<Category>> m_categories;
    QList<Id<Account>> m_buyers;
};

// When nearly all of the day before is not rolled up yet.
void measureAtNight(Measured &measured, Service &analytics, const Town &town)
{
    const Caller admin{.role = Role::Admin, .known = true, .superAdmin = true};
    const Caller vendor{.role = Role::Vendor, .known = true, .vendorId = town.vendor()};
    measured.ask("00:05, dashboard today",
                 [&](int) { return analytics.readDashboard(admin, {.period = NamedPeriod::Today}).has_value(); });
    measured.ask("00:05, dashboard 30 days, state", [&](int) {
        return analytics.readDashboard(admin, {.period = NamedPeriod::Month, .state = QStringLiteral("State 0")})
            .has_value();
    });
    for (const TopKind kind : {TopKind::Products, TopKind::Categories, TopKind::States})
        measured.ask(qPrintable(QStringLiteral("00:05, top 7 days, ") + names::text(kind)), [&](int) {
            return analytics.readTop(admin, {.period = NamedPeriod::Week, .kind = kind}).has_value();
        });
    measured.ask("00:05, vendor dashboard", [&](int) { return analytics.readVendorDashboard(vendor).has_value(); });
}

void measureAll(Measured &measured, Service &analytics, const Town &town)
{
    const Caller admin{.role = Role::Admin, .known = true, .superAdmin = true};
    const Caller vendor{.role = Role::Vendor, .known = true, .vendorId = town.vendor()};
    const QString state = QStringLiteral("State 0");
    using enum NamedPeriod;
    const auto dashboard = [&](const char *name, const AskAnalytics &wish) {
        measured.ask(name, [&](int) { return analytics.readDashboard(admin, wish).has_value(); });
    };
    dashboard("dashboard today", {.period = Today});
    dashboard("dashboard 30 days", {.period = Month});
    dashboard("dashboard 90 days", {.period = Quarter});
    dashboard("dashboard 90 days, category", {.period = Quarter, .category = town.category()});
    dashboard("dashboard 90 days, state", {.period = Quarter, .state = state});
    dashboard("dashboard 90 days, vendor", {.period = Quarter, .vendor = town.vendor()});
    measured.ask("decisions", [&](int) { return analytics.listDecisions(admin).has_value(); });
    measured.ask("revenue 90 days and forecast", [&](int) {
        return analytics.readRevenue(admin, {.period = Quarter, .forecastDays = 30}).has_value();
    });
    measured.ask("revenue 90 days, category, state", [&](int) {
        return analytics.readRevenue(admin, {.period = Quarter, .category = town.category(), .state = state})
            .has_value();
    });
    for (const TopKind kind :
         {TopKind::Vendors, TopKind::Products, TopKind::Categories, TopKind::Cities, TopKind::States})
        measured.ask(qPrintable(QStringLiteral("top 90 days, ") + names::text(kind)),
                     [&](int) { return analytics.readTop(admin, {.period = Quarter, .kind = kind}).has_value(); });
    measured.ask("cohorts", [&](int) { return analytics.readCohorts(admin, {}).has_value(); });
    measured.ask("funnel 90 days", [&](int) { return analytics.readFunnel(admin, {.period = Quarter}).has_value(); });
    measured.ask("processing 90 days",
                 [&](int) { return analytics.readProcessing(admin, {.period = Quarter}).has_value(); });
    measured.ask("operations 90 days",
                 [&](int) { return analytics.readOperations(admin, {.period = Quarter}).has_value(); });
    measured.ask("vendor 90 days, category, state", [&](int) {
        return analytics.readVendorAnalytics(vendor, {.period = Quarter, .category = town.category(), .state = state})
            .has_value();
    });
    measured.ask("vendor analytics 90 days", [&](int) {
        return analytics.readVendorAnalytics(vendor, {.period = Quarter, .forecastDays = 30}).has_value();
    });
    measured.ask("vendor dashboard", [&](int) { return analytics.readVendorDashboard(vendor).has_value(); });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() < 2) {
        std::fputs("bench_analytics FILE|postgresql://… [orders] [rounds] [orders of the last 90 hours]\n", stderr);
        return 64;
    }
    TownClock clock;
    const Ids ids(clock);
    const QString address = arguments[1];
    std::unique_ptr<Db> db;
    if (address.startsWith(u"postgresql:"))
        db = std::make_unique<PostgresDb>(address, clock, PostgresDb::Limits{.connections = 8});
    else
        db = std::make_unique<SqliteDb>(address, clock, SqliteDb::Limits{.keeping = SqliteDb::Keeping::Draft});
    migrate::run(*db);
    const Secrets secrets({QByteArray(32, 'b')}, 4);
    audit::Service audit(*db, clock, ids, secrets);
    settings::Service settings(*db, audit);
    Service analytics(*db, clock, settings);
    const int orders = arguments.value(2, QStringLiteral("1000000")).toInt();
    Town town(*db, clock, ids);
    QElapsedTimer filling;
    filling.start();
    town.trade(orders);
    std::printf("%d orders counted, %.0f a second\n", orders, orders * 1e3 / double(filling.elapsed()));
    town.open(arguments.value(4, QStringLiteral("20000")).toInt()); // four times as many a day as on the others
    Measured measured(arguments.value(3, QStringLiteral("100")).toInt());
    measureAll(measured, analytics, town);
    clock.setNight();
    measureAtNight(measured, analytics, town);
    return measured.exitCode();
}
