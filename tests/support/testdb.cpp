#include "tests/support/testdb.h"

#include "server/core/migrate.h"
#include "server/core/postgres.h"
#include "server/core/sqlite.h"
#include "tests/support/scratch.h"
#include "tests/support/testcluster.h"

#include <QCoreApplication>
#include <QTest>

namespace {

const char *const engineColumn = "engine";

QString nameForFolder()
{
    return scratch::folder() + QStringLiteral("/db-XXXXXX");
}

std::vector<migrate::Script> scriptsOf(TestDb::Schema schema)
{
    std::vector<migrate::Script> scripts;
    for (const migrate::Script &script : migrate::scripts())
        if (schema == TestDb::Schema::All || (schema == TestDb::Schema::Core && script.owner == "core"))
            scripts.push_back(script);
    return scripts;
}

// Migrating takes longer than most tests, so each process does it once and copies the file.
QString migratedFile(TestDb::Schema schema)
{
    static const QTemporaryDir folder(nameForFolder());
    static QHash<int, QString> files;
    QString &file = files[int(schema)];
    if (file.isEmpty()) {
        file = folder.filePath(QStringLiteral("template%1.db").arg(int(schema)));
        const FakeClock clock;
        SqliteDb db(file, clock);
        migrate::run(db, scriptsOf(schema));
    }
    return file;
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
    , m_folder(nameForFolder())
{
    if (m_engine == Engine::Sqlite) {
        m_address = m_folder.filePath(QStringLiteral("test.db"));
        if (schema != Schema::Empty)
            QFile::copy(migratedFile(schema), m_address);
    } else {
        static std::atomic<int> databases = 0;
        m_name = QStringLiteral("t_%1_%2").arg(QCoreApplication::applicationPid()).arg(++databases);
        m_address = TestCluster::instance().create(m_name, scriptsOf(schema));
    }
    m_db = another();
}

TestDb::~TestDb()
{
    m_db.reset();
    if (m_engine == Engine::Postgres)
        TestCluster::instance().drop(m_name);
}

std::unique_ptr<Db> TestDb::another(const Clock &clock) const
{
    if (m_engine == Engine::Sqlite)
        return std::make_unique<SqliteDb>(m_address, clock);
    return std::make_unique<PostgresDb>(m_address, clock);
}

void TestDb::reopen()
{
    m_db.reset();
    m_db = another();
}
