#include "server/core/migrate.h"
#include "server/core/sqlite.h"
#include "tests/support/runner.h"
#include "tests/support/testdb.h"

#include <QTest>

#include <latch>
#include <thread>

namespace {

struct Shelf
{
    int number = 0;
    QString label;
    std::optional<QString> note;
    Money price;
    bool open = false;
    QList<QString> tags;
    Id<Shelf> id;

    FIELDS(Shelf, FIELD(number), FIELD(label), FIELD(note), FIELD(price), FIELD(open), FIELD(tags), FIELD(id))
};

constexpr std::string_view shelvesScript = R"(
-- A semicolon in a comment; and one in a literal must not cut.
CREATE TABLE shelves (number @int PRIMARY KEY, label TEXT NOT NULL DEFAULT 'a;b', note TEXT, price @int NOT NULL
    CHECK (price >= 0), open @int NOT NULL, tags TEXT NOT NULL, id @id NOT NULL UNIQUE) @strict;
CREATE TABLE diary (seq @serial, text TEXT NOT NULL) @strict;
@append_only(diary);
)";

const std::vector<migrate::Script> &shelves()
{
    static const std::vector<migrate::Script> all = [] {
        std::vector<migrate::Script> scripts = migrate::scripts();
        std::erase_if(scripts, [](const migrate::Script &script) { return script.owner != "core"; });
        scripts.push_back({"tests", 1, shelvesScript});
        return scripts;
    }();
    return all;
}

Id<Shelf> idOf(int number)
{
    return {QUuid(uint(number), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)};
}

Shelf shelf(int number, qint64 paise = 100)
{
    return {.number = number,
            .label = QStringLiteral("लोहा ?%1").arg(number),
            .price = {paise},
            .open = true,
            .tags = {QStringLiteral("a"), QStringLiteral("b")},
            .id = idOf(number)};
}

// A database with the tables of these tests.
struct Shop : TestDb
{
    Shop()
        : TestDb(Schema::Core)
    {
        migrate::run(**this, shelves());
    }

    Result<> put(const Shelf &row)
    {
        return (*this)->write([&](Tx &tx) -> Result<> {
            tx.insert("shelves", row);
            return {};
        });
    }
};

} // namespace

class TestOfDb : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aRowComesBackAsItWasWritten()
    {
        Shop shop;

        QVERIFY(shop.put(shelf(7, 123'45)));

        const auto back = shop->read([](Tx &tx) { return tx.one<Shelf>("FROM shelves WHERE id = ?", idOf(7)); });
        QVERIFY(back);
        QCOMPARE(json::bytes(*back), json::bytes(shelf(7, 123'45)));
        QVERIFY(!shop->read([](Tx &tx) { return tx.one<Shelf>("FROM shelves WHERE id = ?", idOf(8)); }));
    }

    void anErrorAsResultRollsBackEverything()
    {
        Shop shop;

        const Result<int> refused = shop->write([](Tx &tx) -> Result<int> {
            tx.insert("shelves", shelf(1));
            return failure(ErrorCode::OutOfStock, QStringLiteral("none left"));
        });

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::OutOfStock);
        QCOMPARE(shop.number("count(*) FROM shelves"), 0);
    }

    void anExceptionRollsBackAndReachesTheCaller()
    {
        Shop shop;

        QVERIFY_EXCEPTION_THROWN((void)shop->write([](Tx &tx) -> Result<> {
            tx.insert("shelves", shelf(1));
            tx.insert("shelves", shelf(2, -1)); // refused by the CHECK
            return {};
        }),
                                 DbFault);

        QCOMPARE(shop.number("count(*) FROM shelves"), 0);
        QVERIFY(shop.put(shelf(3)));
    }

    void changedRowsAreCounted()
    {
        Shop shop;
        for (int i = 1; i <= 3; ++i)
            QVERIFY(shop.put(shelf(i, i * 100)));

        const Result<QList<qint64>> changed = shop->write([](Tx &tx) -> Result<QList<qint64>> {
            return QList<qint64>{tx.run("UPDATE shelves SET price = price - ?1 WHERE price >= ?1", Money{200}),
                                 tx.run("UPDATE shelves SET price = 5 WHERE number = ?", 99),
                                 tx.run("DELETE FROM shelves WHERE number = ? AND price = ?", 2, Money{0}),
                                 tx.insertNew("shelves", shelf(1)) ? 1 : 0, tx.insertNew("shelves", shelf(4)) ? 1 : 0};
        });

        QCOMPARE(changed.value(), (QList<qint64>{2, 0, 1, 0, 1}));
    }

    void aReadSeesOneSnapshot()
    {
        Shop shop;
        QVERIFY(shop.put(shelf(1)));

        const auto counts = shop->read([&](Tx &tx) {
            const qint64 before = tx.number("count(*) FROM shelves");
            std::thread([&] { (void)shop.put(shelf(2)); }).join();
            return std::pair(before, tx.number("count(*) FROM shelves"));
        });

        QCOMPARE(counts, std::pair(qint64(1), qint64(1)));
        QCOMPARE(shop.number("count(*) FROM shelves"), 2);
    }

    void aUnitInsideAUnitIsRefused()
    {
        Shop shop;

        QVERIFY_EXCEPTION_THROWN((void)shop->write([&](Tx &) { return shop.put(shelf(1)); }), std::logic_error);
        QVERIFY_EXCEPTION_THROWN(shop->read([&](Tx &) { return shop.number("1"); }), std::logic_error);

        QCOMPARE(shop.number("count(*) FROM shelves"), 0);
    }

    void ofManyUnitsInOneGroupOnlyTheFailingOnesAreMissing()
    {
        Shop shop;
        constexpr int threads = 64, rounds = 20;
        std::latch start(threads);
        std::atomic<int> faults = 0, refusals = 0, commits = 0;

        std::vector<std::thread> crowd;
        for (int t = 0; t < threads; ++t)
            crowd.emplace_back([&, t] {
                start.arrive_and_wait();
                for (int round = 0; round < rounds; ++round) {
                    const int number = t * rounds + round;
                    try {
                        const Result<> done = shop->write([&](Tx &tx) -> Result<> {
                            tx.insert("shelves", shelf(number));
                            if (number % 7 == 0)
                                tx.run("UPDATE shelves SET price = -1 WHERE number = ?", number);
                            if (number % 5 == 0)
                                return failure(ErrorCode::Conflict, QStringLiteral("no"));
                            return {};
                        });
                        ++(done ? commits : refusals);
                    } catch (const DbFault &) {
                        ++faults;
                    }
                }
            });
        for (std::thread &each : crowd)
            each.join();

        int expected = 0;
        for (int number = 0; number < threads * rounds; ++number)
            expected += number % 7 != 0 && number % 5 != 0;
        QCOMPARE(commits, expected);
        QCOMPARE(faults, (threads * rounds + 6) / 7);
        QCOMPARE(refusals, threads * rounds - expected - faults);
        QCOMPARE(shop.number("count(*) FROM shelves"), expected);
        QCOMPARE(shop.number("count(*) FROM shelves WHERE number % 7 = 0 OR number % 5 = 0"), 0);
    }

    void whatWasCommittedIsThereAfterARestart()
    {
        Shop shop;
        QVERIFY(shop.put(shelf(1)));

        shop.reopen();

        QCOMPARE(shop.number("count(*) FROM shelves"), 1);
        QCOMPARE(migrate::run(*shop, shelves()), 0);
    }

    void anAppendOnlyTableRefusesChanges()
    {
        Shop shop;
        const auto run = [&](std::string_view statement) {
            return shop->write([&](Tx &tx) -> Result<> {
                tx.run(statement);
                return {};
            });
        };
        QVERIFY(run("INSERT INTO diary (text) VALUES ('first')"));

        QVERIFY_EXCEPTION_THROWN((void)run("UPDATE diary SET text = 'other'"), DbFault);
        QVERIFY_EXCEPTION_THROWN((void)run("DELETE FROM diary"), DbFault);

        QCOMPARE(shop.number("count(*) FROM diary WHERE text = 'first'"), 1);
    }

    void theTablesOfEveryCapabilityStandOnThisEngine() // DEP-06
    {
        const TestDb db(TestDb::Schema::All);

        QCOMPARE(db.number("count(*) FROM schema_versions"), qint64(migrate::scripts().size()));
    }

    void collidingUnitsAreRunAgainUntilEachHasItsEffect()
    {
        Shop shop;
        QVERIFY(shop.put(shelf(1, 0)));
        constexpr int threads = 8, rounds = 10;
        std::vector<std::thread> crowd;
        std::atomic<int> failures = 0;
        for (int t = 0; t < threads; ++t)
            crowd.emplace_back([&] {
                for (int round = 0; round < rounds; ++round)
                    try {
                        // Reading first and writing then is what stores must not do; here it provokes collisions.
                        const Result<> done = shop->write([](Tx &tx) -> Result<> {
                            const qint64 price = tx.number("price FROM shelves WHERE number = 1");
                            tx.run("UPDATE shelves SET price = ? WHERE number = 1", price + 1);
                            return {};
                        });
                        failures += done ? 0 : 1;
                    } catch (const DbBusy &) {
                        ++failures; // said to the caller, not lost
                    }
            });
        for (std::thread &each : crowd)
            each.join();

        QCOMPARE(shop.number("price FROM shelves WHERE number = 1"), threads * rounds - failures);
        QVERIFY(failures < threads * rounds / 2);
        if (shop->engine() == Engine::Postgres)
            QVERIFY(shop->figures().retried > 0);
    }

    void oneProcessLeads()
    {
        Shop shop;
        const std::unique_ptr<Db> other = shop.another();
        const bool several = shop->engine() == Engine::Postgres;

        QVERIFY(shop->leads("clock"));
        QVERIFY(shop->leads("clock"));
        QCOMPARE(other->leads("clock"), !several);
        QVERIFY(other->leads("another role"));

        shop.reopen();
        QVERIFY(other->leads("clock"));
    }

    void connectionsThatWereCutAreMadeAnew()
    {
        Shop shop;
        if (shop->engine() != Engine::Postgres)
            QSKIP("SQLite has no connections");
        QVERIFY(shop.put(shelf(1)));
        {
            const std::unique_ptr<Db> other = shop.another();
            other->read([](Tx &tx) {
                return tx.number("count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                                 " WHERE datname = current_database() AND pid <> pg_backend_pid()");
            });
        }

        QCOMPARE(shop.number("count(*) FROM shelves"), 1);
        QVERIFY(shop.put(shelf(2)));
    }

    void aStatementStandsAlone()
    {
        Shop shop;
        const auto write = [&](const char *text) {
            (void)shop->write([&](Tx &tx) -> Result<> {
                tx.run(text);
                return {};
            });
        };
        QVERIFY(shop.put(shelf(1)));

        QVERIFY_EXCEPTION_THROWN(write("DELETE FROM shelves WHERE 1 = 0; DELETE FROM shelves"), DbFault);

        QCOMPARE(shop.number("count(*) FROM shelves"), 1);
    }

    void writingThatDoesNotWorkIsNoticedThoughReadingDoes()
    {
        const TestDb place(Engine::Sqlite, TestDb::Schema::Core);
        SqliteDb db(place.address(), place.clock, {.busyMs = 1}), other(place.address(), place.clock);
        bool isRead = false, isRefused = false;
        QVERIFY(db.answers());

        (void)other.write([&](Tx &) -> Result<> { // which holds the file
            std::thread([&] {
                isRead = db.read([](Tx &tx) { return tx.number("1"); }) == 1;
                try {
                    isRefused = !db.answers();
                } catch (const DbBusy &) {
                    isRefused = true;
                }
            }).join();
            return {};
        });

        QVERIFY(isRead);
        QVERIFY(isRefused);
        QVERIFY(db.answers());
    }

    void aFullQueueIsSaidAndNotWaitedFor()
    {
        const TestDb place(Engine::Sqlite, TestDb::Schema::Core);
        SqliteDb db(place.address(), place.clock, {.queuedUnits = 2});
        std::latch entered(1), leave(1);
        std::thread first([&] {
            (void)db.write([&](Tx &) -> Result<> {
                entered.count_down();
                leave.wait();
                return {};
            });
        });
        entered.wait();
        std::vector<std::thread> queued;
        for (int i = 0; i < 2; ++i)
            queued.emplace_back([&] { (void)db.write([](Tx &) -> Result<> { return {}; }); });
        while (db.figures().queued < 2)
            std::this_thread::yield();

        QVERIFY_EXCEPTION_THROWN((void)db.write([](Tx &) -> Result<> { return {}; }), DbBusy);

        leave.count_down();
        first.join();
        for (std::thread &each : queued)
            each.join();
        QCOMPARE(db.figures().refused, 1);
        QCOMPARE(db.figures().units, 3);
    }

    void aNewerDatabaseIsRefused()
    {
        Shop shop;

        QVERIFY_EXCEPTION_THROWN(migrate::run(*shop), DbFault);
    }

    void aFailingScriptLeavesNothingBehind()
    {
        Shop shop;
        std::vector<migrate::Script> scripts = shelves();
        scripts.push_back({"tests", 2, "CREATE TABLE half (a @int) @strict; CREATE TABLE half (a @int) @strict;"});

        QVERIFY_EXCEPTION_THROWN(migrate::run(*shop, scripts), DbFault);
        QCOMPARE(shop.number("count(*) FROM schema_versions WHERE owner = 'tests'"), 1);

        scripts.back().sql = "CREATE TABLE half (a @int) @strict";
        QCOMPARE(migrate::run(*shop, scripts), 1);
    }
};

TEST_CLASS(TestOfDb)
#include "tst_db.moc"
