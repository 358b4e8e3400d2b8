#include "server/core/clock.h"
#include "server/core/sqlite.h"
#include "shared/contract/auth.h"
#include "tests/http/house.h"

#include <QProcess>
#include <QTcpServer>

#include <csignal>
#include <thread>

namespace {

// The real program with a request that cannot end: somebody else holds the database's file.
class Stuck
{
public:
    explicit Stuck(const QString &shutdownSeconds)
    {
        QTcpServer free;
        (void)free.listen(QHostAddress::LocalHost);
        m_port = free.serverPort();
        free.close();
        server.setReadChannel(QProcess::StandardError);
        server.start(QStringLiteral(SERVER),
                     {QStringLiteral("serve"), QStringLiteral("--data"), m_folder.path(), QStringLiteral("--http-port"),
                      QString::number(m_port), QStringLiteral("--http-threads"), QStringLiteral("1"),
                      QStringLiteral("--limits-shutdown-seconds"), shutdownSeconds});
    }
    ~Stuck()
    {
        m_release.release();
        if (m_holder.joinable())
            m_holder.join();
        server.kill();
        server.waitForFinished();
    }

    // False when the program did not come so far.
    bool begin()
    {
        if (!said("Ready on"))
            return false;
        m_holder = std::thread([this] {
            SystemClock clock;
            SqliteDb db(m_folder.filePath(QStringLiteral("kabaadwala.db")), clock);
            (void)db.write([this](Tx &) -> Result<> {
                m_held.release();
                m_release.acquire();
                return {};
            });
        });
        m_held.acquire();
        m_client = std::make_unique<Client>(m_port);
        const AskMail wish{.email = QStringLiteral("asha@example.org")};
        m_client->send(House::request("POST", "/api/v1/auth/forgot-password", "Content-Type: application/json\r\n",
                                      json::bytes(wish)));
        // There is one thread for the network and it has answered the next one, so the first one has arrived.
        return Client(m_port).ask(House::request("GET", "/health")).status > 0;
    }

    bool said(const QByteArray &words)
    {
        constexpr int patienceMs = 20'000;
        while (!m_said.contains(words) && server.waitForReadyRead(patienceMs))
            m_said += server.readAllStandardError();
        return m_said.contains(words);
    }
    QString folder() const { return m_folder.path(); }
    void signal() const { ::kill(pid_t(server.processId()), SIGTERM); }

    QProcess server;

private:
    QTemporaryDir m_folder;
    quint16 m_port = 0;
    std::unique_ptr<Client> m_client;
    std::binary_semaphore m_held{0}, m_release{0};
    std::thread m_holder;
    QByteArray m_said;
};

} // namespace

// How the program ends when something does not.
class TestOfProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void booksThatAreNotThereAreNotFoundRight()
    {
        const QTemporaryDir folder;
        const QString nowhere = folder.filePath(QStringLiteral("nowhere"));
        QProcess program;

        program.start(QStringLiteral(SERVER),
                      {QStringLiteral("ledger"), QStringLiteral("verify"), QStringLiteral("--data"), nowhere});

        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), EXIT_FAILURE);
        QVERIFY(program.readAllStandardError().startsWith("There is no database at " + nowhere.toUtf8()));
        QVERIFY(!QFile::exists(nowhere));
    }

    void aSecondServerDoesNotBeginOnTheSameBooks()
    {
        Stuck first(QStringLiteral("1"));
        QVERIFY(first.said("Ready on"));
        QProcess second;

        second.start(QStringLiteral(SERVER), {QStringLiteral("serve"), QStringLiteral("--data"), first.folder(),
                                              QStringLiteral("--http-port"), QStringLiteral("0")});

        QVERIFY(second.waitForFinished());
        QCOMPARE(second.exitCode(), EXIT_FAILURE);
        QVERIFY(second.readAllStandardError().contains("Another server runs on " + first.folder().toUtf8()));
    }

    void whatHangsIsCutOffWhenTheTimeIsOver()
    {
        Stuck stuck(QStringLiteral("0"));
        QVERIFY(stuck.begin());

        stuck.signal();

        QVERIFY(stuck.said("what still runs is cut off"));
        QVERIFY(stuck.server.waitForFinished(3000));
        QCOMPARE(stuck.server.exitStatus(), QProcess::NormalExit);
        QCOMPARE(stuck.server.exitCode(), EXIT_FAILURE);
    }

    void aSecondSignalEndsItAtOnce()
    {
        Stuck stuck(QStringLiteral("600"));
        QVERIFY(stuck.begin());
        stuck.signal();
        QVERIFY(stuck.said("Stopping"));

        stuck.signal();

        QVERIFY(stuck.server.waitForFinished(3000));
        QCOMPARE(stuck.server.exitStatus(), QProcess::CrashExit); // by the signal
    }
};

TEST_CLASS(TestOfProcess)
#include "tst_process.moc"
