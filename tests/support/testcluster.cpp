#include "tests/support/testcluster.h"

#include "server/core/crypto.h"
#include "server/core/postgres.h"
#include "server/core/postgreshandle.h"
#include "tests/support/fakeclock.h"
#include "tests/support/place.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>

#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

const QString binaries = QStringLiteral("/usr/lib/postgresql/15/bin/");
constexpr const char *owner = "postgres"; // PostgreSQL refuses to run as root

// Runs a program of PostgreSQL, as its owner when we are root.
void runProgram(QString program, QStringList arguments)
{
    program.prepend(binaries);
    if (::geteuid() == 0) {
        arguments =
            QStringList{QStringLiteral("-u"), QString::fromLatin1(owner), QStringLiteral("--"), program} + arguments;
        program = QStringLiteral("runuser");
    }
    QProcess process;
    process.setWorkingDirectory(QStringLiteral("/tmp"));
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, arguments);
    constexpr int timeoutMs = 60'000;
    if (!process.waitForFinished(timeoutMs) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        throw DbFault(program.toStdString() + " failed: " + arguments.join(u' ').toStdString());
}

// A lock file that is held while the object lives.
class FileLock
{
public:
    FileLock(const QString &path, int mode)
        : m_file(::open(qPrintable(path), O_RDWR | O_CREAT | O_CLOEXEC, 0666))
    {
        m_held = ::flock(m_file, mode) == 0;
    }
    ~FileLock() { ::close(m_file); }
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;
    bool isHeld() const { return m_held; }

private:
    const int m_file;
    bool m_held = false;
};

// Whoever has a /tmp of his own has a cluster of his own, also in memory.
QString folderOf(const QString &lane)
{
    struct stat tmp = {};
    ::stat(qPrintable(QDir::tempPath()), &tmp);
    const QString where = place::quick(), name = QStringLiteral("/kabaadwala-pg-%1%2").arg(::geteuid()).arg(lane);
    return place::isInMemory(where) ? where + name + u'-' + QString::number(tmp.st_ino) : where + name;
}

QString templateName(const std::vector<migrate::Script> &scripts)
{
    QByteArray all;
    for (const migrate::Script &script : scripts)
        all += QByteArray(script.sql.data(), qsizetype(script.sql.size()));
    return QStringLiteral("kb_") + QString::fromLatin1(crypto::sha256(all).toHex().first(16));
}

} // namespace

TestCluster &TestCluster::instance()
{
    static TestCluster cluster;
    return cluster;
}

TestCluster::TestCluster()
    : m_folder(folderOf(qEnvironmentVariable("TEST_LANE")))
{
    QDir().mkpath(m_folder);
    if (::geteuid() == 0)
        if (const passwd *const user = ::getpwnam(owner))
            if (::chown(qPrintable(m_folder), user->pw_uid, user->pw_gid) != 0)
                throw DbFault("the folder of the test cluster cannot be given to postgres");
    const FileLock setup(m_folder + QStringLiteral("/setup.lock"), LOCK_EX);
    m_users = ::open(qPrintable(m_folder + QStringLiteral("/users.lock")), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    ::flock(m_users, LOCK_SH);
    start();
}

TestCluster::~TestCluster()
{
    const FileLock setup(m_folder + QStringLiteral("/setup.lock"), LOCK_EX);
    if (::flock(m_users, LOCK_EX | LOCK_NB) == 0) {
        try {
            runProgram(QStringLiteral("pg_ctl"),
                       {QStringLiteral("-D"), m_folder + QStringLiteral("/data"), QStringLiteral("-m"),
                        QStringLiteral("immediate"), QStringLiteral("stop")});
        } catch (const DbFault &fault) {
            qWarning("%s", fault.what());
        }
    }
    ::close(m_users);
}

void TestCluster::start()
{
    const QString data = m_folder + QStringLiteral("/data");
    try {
        PostgresHandle(address(QStringLiteral("postgres")).toUtf8(), 0, 0).run("SELECT 1");
        return;
    } catch (const DbFault &) {
        // not running
    }
    if (!QFileInfo::exists(data + QStringLiteral("/PG_VERSION")))
        runProgram(QStringLiteral("initdb"),
                   {QStringLiteral("-D"), data, QStringLiteral("-U"), QStringLiteral("kabaadwala"),
                    QStringLiteral("-A"), QStringLiteral("trust"), QStringLiteral("-E"), QStringLiteral("UTF8"),
                    QStringLiteral("--locale"), QStringLiteral("C.UTF-8"), QStringLiteral("-N")});
    const QString options =
        QStringLiteral("-c listen_addresses='' -c unix_socket_directories='%1' -c fsync=off -c full_page_writes=off"
                       " -c synchronous_commit=off -c autovacuum=off -c max_connections=300 -c shared_buffers=64MB"
                       " -c max_wal_size=512MB")
            .arg(m_folder);
    runProgram(QStringLiteral("pg_ctl"),
               {QStringLiteral("-D"), data, QStringLiteral("-l"), m_folder + QStringLiteral("/log"),
                QStringLiteral("-o"), options, QStringLiteral("-w"), QStringLiteral("start")});
    dropLeftovers();
}

// Test programs that were killed left their databases behind.
void TestCluster::dropLeftovers() const
{
    PostgresHandle handle(address(QStringLiteral("postgres")).toUtf8(), 0, 0);
    QList<QByteArray> names;
    handle.execute("SELECT datname FROM pg_database WHERE datname LIKE 't\\_%'", {},
                   [&](const sql::Row &row) { names += row.text(0).toByteArray(); });
    for (const QByteArray &name : names)
        handle.run("DROP DATABASE \"" + name + "\" WITH (FORCE)");
}

QString TestCluster::templateOf(const std::vector<migrate::Script> &scripts)
{
    const QString name = templateName(scripts);
    if (m_templates.contains(name))
        return name;
    const FileLock setup(m_folder + QStringLiteral("/setup.lock"), LOCK_EX);
    PostgresHandle handle(address(QStringLiteral("postgres")).toUtf8(), 0, 0);
    const std::array<sql::Value, 1> wanted{name.toUtf8()};
    if (handle.execute("SELECT 1 FROM pg_database WHERE datname = ?", wanted, {}) == 0) {
        const QString draft = name + QStringLiteral("_draft");
        handle.run("DROP DATABASE IF EXISTS " + draft.toUtf8());
        handle.run("CREATE DATABASE " + draft.toUtf8());
        {
            const FakeClock clock;
            PostgresDb db(address(draft), clock);
            migrate::run(db, scripts);
        }
        handle.run("ALTER DATABASE " + draft.toUtf8() + " RENAME TO " + name.toUtf8());
    }
    m_templates += name;
    return name;
}

QString TestCluster::create(const QString &name, const std::vector<migrate::Script> &scripts)
{
    const QByteArray model = scripts.empty() ? "template1" : templateOf(scripts).toUtf8();
    PostgresHandle(address(QStringLiteral("postgres")).toUtf8(), 0, 0)
        .run("CREATE DATABASE " + name.toUtf8() + " STRATEGY FILE_COPY TEMPLATE " + model);
    return address(name);
}

void TestCluster::drop(const QString &name)
{
    PostgresHandle(address(QStringLiteral("postgres")).toUtf8(), 0, 0)
        .run("DROP DATABASE " + name.toUtf8() + " WITH (FORCE)");
}

QString TestCluster::address(const QString &database) const
{
    return QStringLiteral("postgresql://kabaadwala@/%1?host=%2").arg(database, m_folder);
}
