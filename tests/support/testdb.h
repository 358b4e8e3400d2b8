#pragma once

// A fresh, migrated database for one test, on either engine. A test class that should run on both names them once:
//   void initTestCase_data() { TestDb::bothEngines(); }
// after which every test function runs once per engine and TestDb picks the engine of the row.

#include "server/core/db.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>

#include <memory>

class TestDb
{
public:
    // All: of every capability. Core: without capabilities, for the tests of core itself.
    enum class Schema { All, Core, Empty };

    static void bothEngines();
    static Engine engineOfRow();

    explicit TestDb(Schema schema = Schema::All)
        : TestDb(engineOfRow(), schema)
    {}
    explicit TestDb(Engine engine, Schema schema = Schema::All);
    ~TestDb();

    Db &operator*() const { return *m_db; }
    Db *operator->() const { return m_db.get(); }

    // A number from outside of the tested code: db.number("count(*) FROM orders").
    template <class... Args>
    qint64 number(std::string_view expression, const Args &...args) const
    {
        return m_db->read([&](Tx &tx) { return tx.number(expression, args...); });
    }

    // A second connection to the same database, like a second process or a server after its restart.
    std::unique_ptr<Db> another() const { return another(clock); }
    // The same under another clock.
    std::unique_ptr<Db> another(const Clock &clock) const;
    // Closes the database and opens it again, like a restart of the server.
    void reopen();
    QString address() const { return m_address; }

    FakeClock clock;

private:
    const Engine m_engine;
    QTemporaryDir m_folder;
    QString m_name;    // of the database in the cluster
    QString m_address; // path of the file, or postgresql://…
    std::unique_ptr<Db> m_db;
};
