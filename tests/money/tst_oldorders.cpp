// Orders of the time when method and status of their payment said whether a store knows of them, and their escrow alone
// whether their sides agree.

#include "server/core/ids.h"
#include "server/orders/store.h"
#include "tests/support/oldschema.h"
#include "tests/support/runner.h"
#include "tests/support/testdb.h"

namespace {

constexpr int reached = 10, contested = 11; // the scripts that keep since when

// The table as it was, without what does not matter here.
constexpr OldSchema oldOrders{.owner = "orders",
                              .neighbours =
                                  "CREATE TABLE orders (id @id NOT NULL PRIMARY KEY, vendor_id @int NOT NULL,"
                                  " order_status TEXT NOT NULL, payment_method TEXT NOT NULL, payment_status TEXT"
                                  " NOT NULL, escrow_status TEXT, total_amount @int NOT NULL, refunded_amount @int"
                                  " NOT NULL, placed_at @int NOT NULL, updated_at @int NOT NULL DEFAULT 7) @strict;"
                                  "CREATE INDEX orders_unpaid ON orders (placed_at);"
                                  "CREATE INDEX orders_of_vendor ON orders (vendor_id);"
                                  "CREATE INDEX orders_in_escrow ON orders (vendor_id, total_amount);",
                              .first = reached};

} // namespace

class TestOfOldOrders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // DEP-06, C11
    void whatAStoreKnowsHasReachedIt_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("status");
        QTest::addColumn<qint64>("since"); // 0: never
        const auto row = [](const char *name, const char *method, const char *status, qint64 since) {
            QTest::newRow(name) << QString::fromLatin1(method) << QString::fromLatin1(status) << since;
        };
        row("held", "escrow", "paid", 5);
        row("paid online", "online", "paid", 5);
        row("given back", "online", "refunded", 5);
        row("to be paid in cash", "cod", "pending", 5);
        row("not taken in cash", "cod", "failed", 5);
        row("waits for its money", "online", "pending", 0);
        row("never paid", "online", "failed", 0);
    }
    void whatAStoreKnowsHasReachedIt()
    {
        QFETCH(QString, method);
        QFETCH(QString, status);
        QFETCH(qint64, since);
        TestDb db{TestDb::Schema::Empty};
        const Ids ids{db.clock};
        migrate::run(*db, oldOrders.until(1));
        QVERIFY(db->write([&](Tx &tx) -> Result<> {
            tx.run("INSERT INTO orders (id, vendor_id, order_status, payment_method, payment_status, total_amount,"
                   " refunded_amount, placed_at) VALUES (?, 1, 'placed', ?, ?, 75000, 0, 5)",
                   ids.next<Order>(), method, status);
            return {};
        }));

        migrate::run(*db, oldOrders.until(reached));

        QCOMPARE(db.number("coalesce(max(reached_at), 0) FROM orders"), since);
    }

    // DEP-06, WAL-14
    void whatWasDisputedIsContested()
    {
        TestDb db{TestDb::Schema::Empty};
        const Ids ids{db.clock};
        migrate::run(*db, oldOrders.until(reached));
        QVERIFY(db->write([&](Tx &tx) -> Result<> {
            for (const char *escrow : {"held", "disputed", "released"})
                tx.run("INSERT INTO orders (id, vendor_id, order_status, payment_method, payment_status, escrow_status,"
                       " total_amount, refunded_amount, placed_at) VALUES (?, 1, 'delivered', 'escrow', 'paid', ?,"
                       " 75000, 0, 5)",
                       ids.next<Order>(), QString::fromLatin1(escrow));
            return {};
        }));

        migrate::run(*db, oldOrders.until(contested));

        QCOMPARE(db.number("count(*) FROM orders WHERE contested_at IS NOT NULL"), 1);
        QCOMPARE(db.number("contested_at FROM orders WHERE escrow_status = 'disputed'"), 7);
    }
};

TEST_CLASS(TestOfOldOrders)
#include "tst_oldorders.moc"
