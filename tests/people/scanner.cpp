#include "tests/people/scanner.h"

#include "server/storage/gateways/clamd.h"

#include <QFile>
#include <QTcpServer>
#include <QTest>

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qUtf8Printable(path));
}

// Name, any kind of file, anywhere in it, these bytes.
QByteArray signature(const char *name, const QByteArray &bytes)
{
    return QByteArray(name) + ":0:*:" + bytes.toHex() + '\n';
}

int freePort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("no port is free");
    return server.serverPort();
}

} // namespace

QByteArray Scanner::eicar()
{
    return QByteArray("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-") + "ANTIVIRUS-TEST-FILE!$H+H*";
}

Scanner &Scanner::instance()
{
    static Scanner scanner;
    return scanner;
}

Scanner::Scanner()
    : m_port(freePort())
{
    write(m_folder.filePath(QStringLiteral("own.ndb")), signature("Test.Eicar", eicar()) +
                                                            signature("Test.Script", "<script>document.location") +
                                                            signature("Test.Macro", "Sub AutoOpen()"));
    const QByteArray folder = m_folder.path().toUtf8();
    write(m_folder.filePath(QStringLiteral("clamd.conf")),
          "Foreground yes\nDatabaseDirectory " + folder + "\nLocalSocket " + socket().toUtf8() +
              "\nTCPAddr 127.0.0.1\nTCPSocket " + QByteArray::number(m_port) +
              "\nStreamMaxLength 11M\nMaxThreads 2\nSelfCheck 0\nConcurrentDatabaseReload no\nTemporaryDirectory " +
              folder + '\n');
    m_process.setStandardOutputFile(m_folder.filePath(QStringLiteral("clamd.log")));
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(QStringLiteral("/usr/sbin/clamd"),
                    {QStringLiteral("--config-file"), m_folder.filePath(QStringLiteral("clamd.conf"))});
    const storage::Clamd clamd(socket());
    constexpr int startMs = 60'000;
    if (!QTest::qWaitFor([&] { return clamd.answers() || m_process.state() == QProcess::NotRunning; }, startMs) ||
        m_process.state() == QProcess::NotRunning) {
        QFile log(m_folder.filePath(QStringLiteral("clamd.log")));
        (void)log.open(QIODevice::ReadOnly);
        qFatal("clamd did not start: %s", log.readAll().constData());
    }
}

Scanner::~Scanner()
{
    m_process.terminate();
    constexpr int endMs = 10'000;
    if (!m_process.waitForFinished(endMs))
        m_process.kill();
}
