#include "tests/http/house.h"
#include "tests/support/processmemory.h"

#include <QDir>
#include <QElapsedTimer>

#include <csignal>
#include <sys/resource.h>

namespace {

// "/api/v1/wait 503 1": what the metrics say of requests.
QStringList counted(const prometheus::Registry &registry)
{
    QStringList out;
    for (const prometheus::MetricFamily &family : registry.Collect()) {
        if (family.name != "http_requests_total")
            continue;
        for (const prometheus::ClientMetric &metric : family.metric) {
            QHash<QString, QString> labels;
            for (const auto &label : metric.label)
                labels.insert(QString::fromStdString(label.name), QString::fromStdString(label.value));
            out += QStringLiteral("%1 %2 %3")
                       .arg(labels[QStringLiteral("endpoint")], labels[QStringLiteral("status")])
                       .arg(metric.counter.value);
        }
    }
    return out;
}

} // namespace

// Whoever sends too much, too slowly or never reads is cut off, and everybody else does not notice.
class TestOfLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBodyAboveTheLimitIsRefusedAtItsHead() // SEC-05
    {
        House house(House::quickOptions());
        Client client(house.port());

        const Answer answer = client.ask("POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000000\r\n\r\n");

        QCOMPARE(answer.status, 413);
        QCOMPARE(answer.code(), QStringLiteral("PAYLOAD_TOO_LARGE"));
        QVERIFY(client.isClosed());
        QCOMPARE(house.echoed.load(), 0);
    }

    void theRefusalReachesAClientThatIsStillSending()
    {
        House house(House::quickOptions());
        Client client(house.port());
        client.send("POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n" +
                    QByteArray(900'000, 'x'));

        QCOMPARE(client.receive().status, 413);
    }

    void chunksAreCutAtTheLimit() // SEC-05
    {
        House house(House::quickOptions());
        Client client(house.port());
        client.send("POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < 20; ++i)
            client.send("10000\r\n" + QByteArray(0x10000, 'x') + "\r\n");

        QCOMPARE(client.receive().status, 413);
        QCOMPARE(house.echoed.load(), 0);
    }

    void anEndlessHeadIsCut() // SEC-05
    {
        House house(House::impatientOptions());
        Client client(house.port());
        client.send("GET /health HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(20'000, 'a'));

        QCOMPARE(client.receive().status, 431);
        QVERIFY(client.isClosed());
    }

    void aHeadThatNeverEndsRunsIntoItsDeadline() // SEC-15
    {
        House house(House::impatientOptions());
        std::vector<std::unique_ptr<Client>> slow;
        for (int i = 0; i < 50; ++i) {
            slow.push_back(std::make_unique<Client>(house.port()));
            slow.back()->send("GET /health HTTP/1.1\r\nHost: a\r\nX: ");
        }
        QElapsedTimer taken;
        taken.start();

        for (const auto &client : slow) {
            QCOMPARE(client->receive().status, 408);
            QVERIFY(client->isClosed());
        }

        QVERIFY2(taken.elapsed() < 3000, "the deadline is 400 ms");
        QCOMPARE(house.ask("GET", "/health").status, 200);
    }

    void aBodyThatNeverEndsRunsIntoItsDeadline()
    {
        House house(House::impatientOptions());
        Client client(house.port());
        const Answer answer =
            client.ask("POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{\"text\":");
        QCOMPARE(answer.status, 408);
        QVERIFY(client.isClosed());
    }

    void anIdleConnectionIsClosed()
    {
        House house(House::impatientOptions());
        Client client(house.port());
        QCOMPARE(client.ask(House::request("GET", "/health")).status, 200);
        QVERIFY(client.isClosed(4000));
    }

    void aHandlerThatTakesTooLongIsAnsweredFor() // SEC-07
    {
        http::ServerOptions options = House::quickOptions();
        options.limits.handlerMs = 300;
        House house(std::move(options));
        Client client(house.port());

        const Answer answer = client.ask(House::request("POST", "/api/v1/wait", "X-Request-Id: waits-too-long\r\n"));
        house.gate.release(1);

        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.code(), QStringLiteral("UNAVAILABLE"));
        QCOMPARE(answer.headers.value("x-request-id"), "waits-too-long");
        QCOMPARE(answer.at("request_id").toString(), QStringLiteral("waits-too-long"));
        QVERIFY(client.receiveAll().isEmpty()); // the late answer is dropped
        QVERIFY(house.server->stop(5000));      // and the handler is over
        QCOMPARE(counted(house.registry), (QStringList{QStringLiteral("/api/v1/wait 503 1")}));
    }

    void aClientThatNeverReadsCannotFillTheMemory()
    {
        House house(House::impatientOptions());
        const QByteArray big = "{\"text\":\"" + QByteArray(500'000, 'x') + "\"}";
        Client greedy(house.port());
        greedy.socket().setReadBufferSize(1024);
        const qint64 before = processMemoryKiB("VmRSS");

        for (int i = 0; i < 200; ++i)
            greedy.send(House::request("POST", "/api/v1/echo", "Content-Type: application/json\r\n", big));
        for (int i = 0; i < 20; ++i)
            QCOMPARE(house.ask("GET", "/health").status, 200);

        QVERIFY2(house.echoed.load() < 100, "the server went on reading from a client that never reads");
        QVERIFY2(processMemoryKiB("VmRSS") - before - 200 * 500 < 30'000, "the replies piled up");
    }

    void oneAddressGetsOnlyItsShareOfConnections() // SEC-15
    {
        http::ServerOptions options = House::quickOptions();
        options.limits.connectionsPerIp = 3;
        House house(std::move(options));
        std::vector<std::unique_ptr<Client>> open;
        for (int i = 0; i < 3; ++i) {
            open.push_back(std::make_unique<Client>(house.port()));
            QCOMPARE(open.back()->ask(House::request("GET", "/health")).status, 200);
        }

        QCOMPARE(house.ask("GET", "/health").status, 503);

        open.front()->leave();
        bool isServed = false;
        QTRY_VERIFY(isServed = isServed || house.ask("GET", "/health").status == 200);
    }

    void anUploadGoesToAFileThatIsGoneAfterwards()
    {
        House house(House::quickOptions());
        const QByteArray body(3'000'000, 'y');

        const Answer answer = house.ask("POST", "/api/v1/files?note=hi",
                                        "Authorization: Bearer buyer\r\nContent-Type: image/png\r\n", body);

        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.text(), QStringLiteral("hi 3000000 1 image/png"));
        QTRY_COMPARE(QDir(house.folder.path()).entryList(QDir::Files).size(), 0);
    }

    void anUploadOfAStrangerIsRefusedBeforeItsBody()
    {
        House house(House::quickOptions());
        Client client(house.port());

        const Answer answer =
            client.ask("POST /api/v1/files?note=hi HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n");

        QCOMPARE(answer.status, 401);
        QCOMPARE(QDir(house.folder.path()).entryList(QDir::Files).size(), 0);
    }

    void anUploadWhoseLastBytesFindNoRoomIsRefused()
    {
        House house(House::quickOptions());
        const auto before = signal(SIGXFSZ, SIG_IGN);
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
        const rlim_t was = std::exchange(limit.rlim_cur, 1000);
        Client client(house.port()); // connected before, so that nothing else is written meanwhile
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);

        const Answer answer = client.ask(
            House::request("POST", "/api/v1/files?note=hi", "Authorization: Bearer buyer\r\n", QByteArray(5000, 'y')));

        limit.rlim_cur = was;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
        signal(SIGXFSZ, before);
        QCOMPARE(answer.status, 503);
        QTRY_COMPARE(QDir(house.folder.path()).entryList(QDir::Files).size(), 0);
    }

    void anUploadThatBreaksOffLeavesNothing()
    {
        http::ServerOptions options = House::quickOptions();
        options.limits.uploads = 1;
        House house(std::move(options));
        const auto upload = [&house] {
            return house.ask("POST", "/api/v1/files?note=hi", "Authorization: Bearer buyer\r\n", "small").status;
        };
        Client client(house.port());
        client.send("POST /api/v1/files?note=hi HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer buyer\r\n"
                    "Content-Length: 3000000\r\n\r\n" +
                    QByteArray(100'000, 'y'));
        bool isFull = false;
        QTRY_VERIFY(isFull = isFull || upload() == 503);

        client.leave();

        bool isServed = false;
        QTRY_VERIFY(isServed = isServed || upload() == 200);
        QTRY_COMPARE(QDir(house.folder.path()).entryList(QDir::Files).size(), 0);
    }
};

TEST_CLASS(TestOfLimits)
#include "tst_limits.moc"
