// How many order placements the database takes: 14 statements each (keyed call, stock, hold, ledger, order, outbox),
// each acknowledged after its durable commit. Usage: bench_db FILE|postgresql://… [seconds] [threads…]

#include "server/core/clock.h"
#include "server/core/ids.h"
#include "server/core/migrate.h"
#include "server/core/postgres.h"
#include "server/core/sqlite.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <thread>

namespace {

constexpr std::string_view tables = R"(
CREATE TABLE products (id @id PRIMARY KEY, vendor_id @id NOT NULL, price @int NOT NULL,
    stock @int NOT NULL CHECK (stock >= 0)) @strict;
CREATE TABLE wallets (account_id @id PRIMARY KEY, balance @int NOT NULL, held @int NOT NULL,
    CHECK (balance >= held)) @strict;
CREATE TABLE ledger_transactions (id @id PRIMARY KEY, kind TEXT NOT NULL, created_at @int NOT NULL) @strict;
CREATE TABLE ledger_entries (id @id PRIMARY KEY, transaction_id @id NOT NULL REFERENCES ledger_transactions (id),
    account_id @id NOT NULL, amount @int NOT NULL) @strict;
CREATE INDEX ledger_entries_by_account ON ledger_entries (account_id, id);
CREATE TABLE orders (id @id PRIMARY KEY, buyer_id @id NOT NULL, vendor_id @id NOT NULL, status TEXT NOT NULL,
    total @int NOT NULL, placed_at @int NOT NULL) @strict;
CREATE INDEX orders_by_buyer ON orders (buyer_id, placed_at);
CREATE INDEX orders_by_vendor ON orders (vendor_id, status, placed_at);
CREATE TABLE order_lines (id @id PRIMARY KEY, order_id @id NOT NULL REFERENCES orders (id),
    product_id @id NOT NULL REFERENCES products (id), quantity @int NOT NULL, price @int NOT NULL) @strict;
CREATE INDEX order_lines_by_order ON order_lines (order_id);
CREATE TABLE order_steps (id @id PRIMARY KEY, order_id @id NOT NULL REFERENCES orders (id), status TEXT NOT NULL,
    at @int NOT NULL) @strict;
)";

constexpr int productCount = 1'000, walletCount = 1'000;

struct Product
{
    Id<Product> id;
    Id<Vendor> vendorId;
    Money price;
    Quantity stock;

    FIELDS(Product, FIELD(id), FIELD(vendorId), FIELD(price), FIELD(stock))
};

struct Wallet
{
    Id<Account> accountId;
    Money balance;
    Money held;

    FIELDS(Wallet, FIELD(accountId), FIELD(balance), FIELD(held))
};

struct Order
{
    Id<Order> id;
    Id<Account> buyerId;
    Id<Vendor> vendorId;
    QString status;
    Money total;
    Instant placedAt;

    FIELDS(Order, FIELD(id), FIELD(buyerId), FIELD(vendorId), FIELD(status), FIELD(total), FIELD(placedAt))
};

struct OrderPlaced
{
    static constexpr std::string_view topic = "order_placed";

    Id<Order> id;
    Id<Vendor> vendorId;
    Money total;

    FIELDS(OrderPlaced, FIELD(id), FIELD(vendorId), FIELD(total))
};

struct Market
{
    Db &db;
    const Ids &ids;
    QList<Product> products;
    QList<Wallet> wallets;

    void open();
    Result<Order> place(const Caller &caller, int number) const;
};

void Market::open()
{
    for (int i = 0; i < productCount; ++i)
        products += {ids.next<Product>(), ids.next<Vendor>(), {100}, {1'000'000'000}};
    for (int i = 0; i < walletCount; ++i)
        wallets += {ids.next<Account>(), {1'000'000'000'000}, {0}};
    const Result<> filled = db.write([&](Tx &tx) -> Result<> {
        for (const Product &product : products)
            tx.insert("products", product);
        for (const Wallet &wallet : wallets)
            tx.insert("wallets", wallet);
        return {};
    });
    if (!filled)
        std::abort();
}

Result<Order> Market::place(const Caller &caller, int number) const
{
    return db.write(caller, [&](Tx &tx) -> Result<Order> {
        const auto product = tx.one<Product>("FROM products WHERE id = ?", products[number % productCount].id);
        const auto wallet = tx.one<Wallet>("FROM wallets WHERE account_id = ?", caller.id);
        const Money total = product->price;
        if (tx.run("UPDATE products SET stock = stock - ?2 WHERE id = ?1 AND stock >= ?2", product->id, 1000) != 1)
            return failure(ErrorCode::OutOfStock, QStringLiteral("sold"));
        if (tx.run("UPDATE wallets SET held = held + ?2 WHERE account_id = ?1 AND balance - held >= ?2",
                   wallet->accountId, total) != 1)
            return failure(ErrorCode::InsufficientFunds, QStringLiteral("poor"));
        const Order order{ids.next<Order>(), caller.id, product->vendorId, QStringLiteral("placed"), total, tx.now()};
        const auto booking = ids.next<Order>();
        tx.run("INSERT INTO ledger_transactions (id, kind, created_at) VALUES (?, 'hold', ?)", booking, tx.now());
        for (const Money amount : {total, -total})
            tx.run("INSERT INTO ledger_entries (id, transaction_id, account_id, amount) VALUES (?, ?, ?, ?)",
                   ids.next<Order>(), booking, caller.id, amount);
        tx.insert("orders", order);
        tx.run("INSERT INTO order_lines (id, order_id, product_id, quantity, price) VALUES (?, ?, ?, ?, ?)",
               ids.next<Order>(), order.id, product->id, 1000, product->price);
        tx.run("INSERT INTO order_steps (id, order_id, status, at) VALUES (?, ?, 'placed', ?)", ids.next<Order>(),
               order.id, tx.now());
        tx.publish(OrderPlaced{order.id, order.vendorId, order.total});
        return order;
    });
}

double cpuSeconds()
{
    rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    constexpr double micros = 1e6;
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / micros;
}

void measure(const Market &market, int threads, int seconds)
{
    std::atomic<bool> stop = false;
    std::atomic<int> number = 0;
    std::vector<std::vector<qint64>> latencies(static_cast<size_t>(threads));
    const DbFigures before = market.db.figures();
    const double cpu = cpuSeconds();
    QElapsedTimer clock;
    clock.start();
    std::vector<std::thread> crowd;
    for (int t = 0; t < threads; ++t)
        crowd.emplace_back([&, t] {
            while (!stop) {
                const int mine = ++number;
                RepeatedCall call{.key = market.ids.secret(16), .endpoint = "POST /api/v1/orders", .bodyHash = "hash"};
                Caller caller;
                caller.id = market.wallets[mine % walletCount].accountId;
                caller.repeat = &call;
                QElapsedTimer one;
                one.start();
                if (!market.place(caller, mine))
                    std::abort();
                latencies[size_t(t)].push_back(one.nsecsElapsed());
            }
        });
    std::this_thread::sleep_for(std::chrono::seconds(seconds));
    stop = true;
    for (std::thread &each : crowd)
        each.join();

    std::vector<qint64> all;
    for (const auto &some : latencies)
        all.insert(all.end(), some.begin(), some.end());
    std::sort(all.begin(), all.end());
    const DbFigures after = market.db.figures();
    const double passed = double(clock.elapsed()) / 1e3, count = double(all.size());
    std::printf("%3d threads: %8.0f orders/s  p50 %6.2f ms  p99 %6.2f ms  %5.1f units per commit  %5.0f us per commit"
                "  %5.0f us CPU per order  %lld retried\n",
                threads, count / passed, double(all[all.size() / 2]) / 1e6, double(all[all.size() * 99 / 100]) / 1e6,
                double(after.units - before.units) / double(after.groups - before.groups),
                double(after.commitMicros - before.commitMicros) / double(after.groups - before.groups),
                (cpuSeconds() - cpu) * 1e6 / count, after.retried - before.retried);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() < 2) {
        std::fputs("bench_db FILE|postgresql://… [seconds] [threads…]\n", stderr);
        return 64;
    }
    const SystemClock clock;
    const Ids ids(clock);
    const QString address = arguments[1];
    std::unique_ptr<Db> db;
    if (address.startsWith(u"postgresql:"))
        db = std::make_unique<PostgresDb>(address, clock, PostgresDb::Limits{.connections = 64});
    else
        db = std::make_unique<SqliteDb>(address, clock);
    std::vector<migrate::Script> scripts = migrate::scripts();
    std::erase_if(scripts, [](const migrate::Script &script) { return script.owner != "core"; });
    scripts.push_back({"bench", 1, tables});
    migrate::run(*db, scripts);
    Market market{*db, ids, {}, {}};
    market.open();
    const int seconds = arguments.value(2, QStringLiteral("5")).toInt();
    QStringList threads = arguments.mid(3);
    if (threads.isEmpty())
        threads = QStringList{QStringLiteral("1"), QStringLiteral("64")};
    for (const QString &count : threads)
        measure(market, count.toInt(), seconds);
    return 0;
}
