#include "tests/support/testdb.h"

#include "server/core/migrate.h"
#include "server/core/sqlite.h"

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
}

Engine TestDb::engineOfRow()
{
    return *static_cast<Engine *>(QTest::qGlobalData(engineColumn, qMetaTypeId<Engine>()));
}

TestDb::TestDb(Engine engine, Schema schema)
    : m_engine(engine)
{
    m_address = m_folder.filePath(QStringLiteral("test.db"));
    if (schema == Schema::Migrated)
        QFile::copy(migratedFile(), m_address);
    m_db = open();
}

TestDb::~TestDb()
{
    m_db.reset();
}

std::unique_ptr<Db> TestDb::open() const
{
    return std::make_unique<SqliteDb>(m_address, clock);
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
