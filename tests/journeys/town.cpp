#include "tests/journeys/town.h"

#include "server/core/postgres.h"
#include "server/core/sqlite.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcluster.h"

#include <QCoreApplication>
#include <QDir>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace {

constexpr int readyMs = 30'000;
constexpr int mailMs = 20'000;
constexpr int commandMs = 60'000;

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

} // namespace

Town::Town(Engine engine)
    : m_engine(engine)
    , m_port(freePort())
{
    if (m_engine == Engine::Postgres) {
        m_database = QStringLiteral("j_%1_%2").arg(QCoreApplication::applicationPid()).arg(m_port);
        m_address = TestCluster::instance().create(m_database, {});
    } else {
        m_address = m_folder.filePath(QStringLiteral("kabaadwala.db"));
    }
}

Town::~Town()
{
    for (QProcess *process : {&m_server, &m_gateway}) {
        process->terminate();
        if (!process->waitForFinished(5000))
            process->kill();
        process->waitForFinished();
    }
    if (m_engine == Engine::Postgres)
        TestCluster::instance().drop(m_database);
}

QUrl Town::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

QStringList Town::place() const
{
    return {QStringLiteral("--data"), m_folder.path(), QStringLiteral("--database-url"), m_address};
}

QProcessEnvironment Town::surroundings(const QUrl &gateway)
{
    QProcessEnvironment out = QProcessEnvironment::systemEnvironment();
    out.insert(QStringLiteral("KABAADWALA_GATEWAY_URL"), gateway.toString());
    out.insert(QStringLiteral("KABAADWALA_GATEWAY_KEY_ID"), QStringLiteral("rzp_test_journey"));
    out.insert(QStringLiteral("KABAADWALA_GATEWAY_KEY_SECRET"), QStringLiteral("journey-key-secret"));
    out.insert(QStringLiteral("KABAADWALA_GATEWAY_WEBHOOK_SECRET"), QStringLiteral("journey-webhook-secret"));
    return out;
}

bool Town::open()
{
    if (m_gateway.state() == QProcess::NotRunning) {
        const quint16 port = freePort();
        m_gatewayUrl = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port));
        m_gateway.setProcessEnvironment(surroundings({}));
        m_gateway.start(QStringLiteral(GATEWAY),
                        {QStringLiteral("--port"), QString::number(port), QStringLiteral("--webhook-url"),
                         url().toString() + QStringLiteral("/api/v1/webhooks/razorpay")});
        if (!m_gateway.waitForReadyRead(readyMs))
            return false;
    }
    m_server.setProcessEnvironment(surroundings(m_gatewayUrl));
    m_server.setStandardErrorFile(m_folder.filePath(QStringLiteral("server.log")), QIODevice::Append);
    m_server.start(QStringLiteral(SERVER),
                   QStringList{QStringLiteral("serve"), QStringLiteral("--port"), QString::number(m_port)} + place());
    if (!m_server.waitForStarted(readyMs))
        return false;
    return QTest::qWaitFor([this] { return m_server.state() == QProcess::NotRunning || isOpen(); }, readyMs) &&
           m_server.state() == QProcess::Running;
}

bool Town::isOpen()
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    if (!socket.waitForConnected(200))
        return false;
    socket.write("GET /ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    return socket.waitForReadyRead(1000) && socket.readAll().startsWith("HTTP/1.1 200");
}

void Town::strike()
{
    m_server.kill();
    m_server.waitForFinished();
}

int Town::run(const QStringList &arguments)
{
    QProcess command;
    command.setProcessEnvironment(surroundings(m_gatewayUrl));
    command.setProcessChannelMode(QProcess::ForwardedChannels);
    command.start(QStringLiteral(SERVER), arguments + place());
    return command.waitForFinished(commandMs) ? command.exitCode() : -1;
}

QString Town::mail(const QString &letter, const QString &to)
{
    const QDir folder(m_folder.filePath(QStringLiteral("mails")));
    const QString pattern = QStringLiteral("*-%1-%2.eml").arg(letter, to);
    QString newest;
    const auto arrives = [&] {
        const QStringList names = folder.entryList({pattern}, QDir::Files, QDir::Name);
        newest = names.isEmpty() ? QString() : names.constLast();
        return !newest.isEmpty() && !m_read.contains(newest);
    };
    if (!QTest::qWaitFor(arrives, mailMs))
        return {};
    m_read += newest;
    QFile file(folder.filePath(newest));
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

qint64 Town::number(const QString &expression) const
{
    const FakeClock clock;
    std::unique_ptr<Db> db;
    if (m_engine == Engine::Sqlite)
        db = std::make_unique<SqliteDb>(m_address, clock);
    else
        db = std::make_unique<PostgresDb>(m_address, clock);
    return db->read([&](Tx &tx) { return tx.number(expression.toStdString()); });
}

QString Town::said() const
{
    QFile log(m_folder.filePath(QStringLiteral("server.log")));
    return log.open(QFile::ReadOnly) ? QString::fromUtf8(log.readAll().right(4000)) : QString();
}
