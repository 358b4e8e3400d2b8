#include "server/core/sqltext.h"
#include "tests/support/runner.h"

#include <QTest>

class TestOfSqlText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCheckOfManyValuesIsAChainOfComparisonsOnSqlite_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QByteArray>("onSqlite");
        QTest::newRow("three values") << QByteArray("CREATE TABLE t (a TEXT CHECK (a IN ('x',\n 'y', 'z')), b TEXT)")
                                      << QByteArray("CREATE TABLE t (a TEXT CHECK ((a = 'x' OR a = 'y' OR a = 'z')), "
                                                    "b TEXT)");
        QTest::newRow("two tables") << QByteArray("CREATE TABLE t (a @id CHECK (b OR a IN ('x', 'y', 'z'))); "
                                                  "CREATE TABLE u (c TEXT CHECK (c IN ('1', '2', '3')));")
                                    << QByteArray("CREATE TABLE t (a BLOB CHECK (b OR (a = 'x' OR a = 'y' OR "
                                                  "a = 'z'))); CREATE TABLE u (c TEXT CHECK ((c = '1' OR c = '2' OR "
                                                  "c = '3')));");
        for (const char *same : {"CREATE TABLE t (a TEXT CHECK (a IN ('x', 'y')))",
                                 "CREATE TABLE t (a TEXT CHECK (a NOT IN ('x', 'y', 'z')))",
                                 "CREATE TABLE t (a INTEGER CHECK (a IN (1, 2, 3)))",
                                 "CREATE TABLE t (a TEXT DEFAULT 'a IN (''x'', ''y'', ''z'')')",
                                 "CREATE TABLE t (a TEXT); CREATE INDEX i ON t (a) WHERE a IN ('x', 'y', 'z')"})
            QTest::newRow(same) << QByteArray(same) << QByteArray(same);
    }
    void aCheckOfManyValuesIsAChainOfComparisonsOnSqlite()
    {
        QFETCH(QByteArray, script);
        QFETCH(QByteArray, onSqlite);

        QCOMPARE(QByteArray::fromStdString(sqltext::forEngine(script.toStdString(), Engine::Sqlite)), onSqlite);
        QCOMPARE(QByteArray::fromStdString(sqltext::forEngine(script.toStdString(), Engine::Postgres)),
                 script.replace("@id", "BYTEA"));
    }

    // ADR-06
    void aSpatialIndexIsATreeOfItsEngine()
    {
        const auto onSqlite = QByteArray::fromStdString(sqltext::forEngine("@spatial(homes);", Engine::Sqlite));
        const auto onPostgres = QByteArray::fromStdString(sqltext::forEngine("@spatial(homes);", Engine::Postgres));

        QVERIFY(onSqlite.startsWith("CREATE VIRTUAL TABLE homes_place USING rtree("));
        QCOMPARE(onPostgres.trimmed(),
                 QByteArray("CREATE INDEX homes_place ON homes USING gist (point(longitude, latitude));"));
        QVERIFY_EXCEPTION_THROWN((void)sqltext::forEngine("@spatial(homes)", Engine::Sqlite), DbFault);
        QCOMPARE(QByteArray::fromStdString(sqltext::forEngine("place@as_json ->> 'x'", Engine::Postgres)),
                 QByteArray("place::json ->> 'x'"));
        QCOMPARE(QByteArray::fromStdString(sqltext::forEngine("place@as_json ->> 'x'", Engine::Sqlite)),
                 QByteArray("place ->> 'x'"));
    }

    void whatOneEngineReadsIsLeftOutForTheOther()
    {
        const std::string script = "CREATE TABLE t (a @id@sqlite(, CHECK (a <> ')' AND length(a) = 16)));"
                                   "@postgres(ALTER TABLE t ADD CHECK (length(a) = 16));";

        const auto sqlite = sqltext::statements(sqltext::forEngine(script, Engine::Sqlite));
        const auto postgres = sqltext::statements(sqltext::forEngine(script, Engine::Postgres));

        QCOMPARE(sqlite, std::vector<std::string>{"CREATE TABLE t (a BLOB, CHECK (a <> ')' AND length(a) = 16))"});
        QCOMPARE(postgres,
                 (std::vector<std::string>{"CREATE TABLE t (a BYTEA)", "ALTER TABLE t ADD CHECK (length(a) = 16)"}));
        QVERIFY_EXCEPTION_THROWN((void)sqltext::forEngine("@sqlite(a", Engine::Sqlite), DbFault);
    }
};

TEST_CLASS(TestOfSqlText)
#include "tst_sqltext.moc"
