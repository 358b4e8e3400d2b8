#include "tests/support/testdb.h"

#include "server/core/migrate.h"
#include "server/core/postgres.h"
#include "server/core/sqlite.h"
#include "tests/support/testcluster.h"

#include <QCoreApplication>
#include <QTest>

namespace {

const char *const engineColumn = "engine";

// Migrating takes longer than most tests, so each process does it once and copies the file.
QString migratedFile()
{
    static const QTemporaryDir folder;
    static const QString path = [] {
        QString file = folder.filePath(QStringLiteral("template.db"));
        const FakeClock clock;
        SqliteDb db(file, clock);
        migrate::run(db);
        return file;
    }();
    return path;
}

} // namespace

void TestDb::bothEngines()
{
    QTest::addColumn<Engine>(engineColumn);
    QTest::newRow("sqlite") << Engine::Sqlite;
    QTest::newRow("postgres") << Engine::Postgres;
}

Engine TestDb::engineOfRow()
{
    return *static_cast<Engine *>(QTest::qGlobalData(engineColumn, qMetaTypeId<Engine>()));
}

TestDb::TestDb(Engine engine, Schema schema)
    : m_engine(engine)
{
    if (m_engine == Engine::Sqlite) {
        m_address = m_folder.filePath(QStringLiteral("test.db"));
        if (schema == Schema::Migrated)
            QFile::copy(migratedFile(), m_address);
    } else {
        static std::atomic<int> databases = 0;
        m_name = QStringLiteral("t_%1_%2").arg(QCoreApplication::applicationPid()).arg(++databases);
        m_address = TestCluster::instance().create(m_name, schema == Schema::Migrated ? TestCluster::Content::Migrated
                                                                                      : TestCluster::Content::Empty);
    }
    m_db = open();
}

TestDb::~TestDb()
{
    m_db.reset();
    if (m_engine == Engine::Postgres)
        TestCluster::instance().drop(m_name);
}

std::unique_ptr<Db> TestDb::open() const
{
    if (m_engine == Engine::Sqlite)
        return std::make_unique<SqliteDb>(m_address, clock);
    return std::make_unique<PostgresDb>(m_address, clock);
}

std::unique_ptr<Db> TestDb::another() const
{
    return open();
}

void TestDb::reopen()
{
    m_db.reset();
    m_db = open();
}
