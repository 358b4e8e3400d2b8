#include "server/core/migrate.h"
#include "server/core/postgres.h"
#include "tests/support/runner.h"
#include "tests/support/testdb.h"

#include <QTest>

// DEP-06: what copies a large table takes longer than any statement of a caller may.
class TestOfSlowScripts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScriptTakesTheTimeThatItNeeds()
    {
        const TestDb place(Engine::Postgres, TestDb::Schema::Core);
        PostgresDb hasty(place.address(), place.clock, {.connections = 2, .statementMs = 200});
        const auto count = [](Tx &tx) {
            return tx.number("count(*) FROM generate_series(1, 3000) AS a, generate_series(1, 3000) AS b");
        };
        std::vector<migrate::Script> scripts = migrate::scripts();
        std::erase_if(scripts, [](const migrate::Script &script) { return script.owner != "core"; });
        scripts.push_back({"tests", 1,
                           "CREATE TABLE pairs AS SELECT count(*) AS counted FROM generate_series(1, 3000) AS a,"
                           " generate_series(1, 3000) AS b;"});

        QVERIFY_EXCEPTION_THROWN(hasty.read(count), DbFault);
        QCOMPARE(migrate::run(hasty, scripts), 1);

        QCOMPARE(place.number("counted FROM pairs"), 9'000'000);
        QVERIFY_EXCEPTION_THROWN(hasty.read(count), DbFault); // for everybody else it is as before
    }
};

TEST_CLASS(TestOfSlowScripts)
#include "tst_slowscripts.moc"
