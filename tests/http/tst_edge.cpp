#include "tests/http/house.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSslSocket>
#include <QTemporaryFile>

namespace {

struct Counted
{
    int served = 0;
    int refused = 0;
};

// Counts replies by their status line, which stands nowhere else in what this house answers.
Counted countReplies(QTcpSocket &socket, int expected)
{
    constexpr int patienceMs = 20'000;
    constexpr qsizetype lineBytes = 12;
    Counted counted;
    QByteArray bytes;
    while (counted.served + counted.refused < expected) {
        if (!socket.bytesAvailable() && !socket.waitForReadyRead(patienceMs))
            break;
        bytes += socket.readAll();
        const qsizetype whole = bytes.lastIndexOf("HTTP/1.1 ");
        const qsizetype end = whole >= 0 && bytes.size() - whole < lineBytes ? whole : bytes.size();
        const QByteArrayView seen = QByteArrayView(bytes).first(end);
        counted.served += int(seen.count("HTTP/1.1 200"));
        counted.refused += int(seen.count("HTTP/1.1 429"));
        bytes.remove(0, end - std::min(end, end == bytes.size() ? lineBytes - 1 : qsizetype(0)));
    }
    return counted;
}

struct Certificate
{
    QTemporaryDir folder;
    QString key = folder.filePath(QStringLiteral("key.pem"));
    QString chain = folder.filePath(QStringLiteral("cert.pem"));
    bool isMade =
        QProcess::execute(QStringLiteral("openssl"),
                          {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                           "-keyout", key, "-out", chain, "-days", "2", "-subj", "/CN=localhost", "-batch"}) == 0;
};

} // namespace

// The rim of the server: what every reply carries, whom it turns away first, and where the plain port leads.
class TestOfEdge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiftyConnectionsGetTheAllowanceOfOneAddressExactly() // SEC-10, C26
    {
        constexpr int connections = 50;
        constexpr int rounds = 50;
        constexpr int perRound = 100;
        http::ServerOptions options = House::quickOptions();
        options.policy.rates.perAddress = {};
        options.policy.rates.anonymous = {100, 360'000}; // the next one is an hour away
        House house(std::move(options));
        const QByteArray requests = House::request("GET", "/api/v1/texts/a").repeated(perRound);
        std::vector<std::unique_ptr<Client>> clients;
        for (int i = 0; i < connections; ++i)
            clients.push_back(std::make_unique<Client>(house.port()));

        Counted all;
        for (int round = 0; round < rounds; ++round) {
            for (const auto &client : clients)
                client->send(requests);
            for (const auto &client : clients) {
                const Counted counted = countReplies(client->socket(), perRound);
                all.served += counted.served;
                all.refused += counted.refused;
            }
        }

        QCOMPARE(all.served, 100);
        QCOMPARE(all.refused, connections * rounds * perRound - 100);
    }

    void theFrontsOwnRefusalsCarryTheHeadersOfEveryReply_data() // SEC-04, SEC-05
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &bytes, int status) {
            QTest::newRow(name) << bytes << status;
        };
        const QByteArray post = "POST /api/v1/echo HTTP/1.1\r\nHost: a\r\n";
        row("nonsense", "nonsense\r\n\r\n", 400);
        row("no host", "GET /health HTTP/1.1\r\n\r\n", 400);
        row("a version of the future", "GET /health HTTP/2.0\r\nHost: a\r\n\r\n", 505);
        row("a coding that is unknown", post + "Transfer-Encoding: gzip\r\n\r\n", 501);
        row("an expectation that is unknown", post + "Expect: wonders\r\n\r\n", 417);
        row("a long address", "GET /" + QByteArray(9000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414);
        row("a long head", "GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(20'000, 'a') + "\r\n\r\n", 431);
        row("a large body", post + "Content-Length: 20000000\r\n\r\n", 413);
        row("a head that never ends", "GET / HTTP/1.1\r\nHost: a\r\n", 408);
        row("another type", post + "Content-Type: text/plain\r\nContent-Length: 1\r\n\r\nx", 415);
        row("no JSON", post + "Content-Type: application/json\r\nContent-Length: 1\r\n\r\nx", 400);
        row("nothing there", House::request("GET", "/nothing"), 404);
        row("another method", House::request("GET", "/api/v1/echo"), 405);
        row("a stranger", House::request("GET", "/api/v1/mine"), 401);
        row("a question before", House::request("OPTIONS", "/api/v1/items"), 204);
        row("a fault", House::request("GET", "/api/v1/fault"), 500);
        row("a page", House::request("GET", "/about"), 200);
        row("a way out", House::request("GET", "/api/v1/ways/out"), 302);
        row("a socket without a session",
            "GET /ws/me HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
            401);
    }
    void theFrontsOwnRefusalsCarryTheHeadersOfEveryReply()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        House house(House::impatientOptions());
        if (status == 500)
            QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("the disk is on fire")));

        const Answer answer = Client(house.port()).ask(bytes);

        QCOMPARE(answer.status, status);
        QCOMPARE(missingHeaders(answer).join(u' '), QString());
    }

    void everyRouteCarriesTheHeadersOfEveryReply() // SEC-04, SEC-09
    {
        House house(House::quickOptions());
        house.gate.release(100);
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("the disk is on fire")));
        int asked = 0;
        for (const http::Route &route : house.router.routes()) {
            QByteArray path = route.path;
            if (const qsizetype open = path.indexOf('{'); open >= 0)
                path.replace(open, path.indexOf('}') - open + 1, "small");

            const Answer answer = house.ask(QString(names::text(route.method)).toUpper().toLatin1(), path);

            QVERIFY2(missingHeaders(answer).isEmpty(), qPrintable(path + ": " + missingHeaders(answer).join(u' ')));
            ++asked;
        }
        QVERIFY(asked >= 18);
    }

    void whoIsTurnedAwayIsToldWhenToComeBack()
    {
        http::ServerOptions options = House::quickOptions();
        options.limits.connectionsPerIp = 1;
        options.limits.handlerMs = 200;
        House house(std::move(options));
        Client first(house.port());

        const Answer late = first.ask(House::request("POST", "/api/v1/wait"));

        QCOMPARE(late.status, 503);
        QCOMPARE(late.headers.value("retry-after"), "5");
        QVERIFY(first.isClosed());

        bool isServed = false;
        QTRY_VERIFY(isServed = isServed || house.ask("GET", "/health").status == 200);
        std::unique_ptr<Client> only;
        const auto comesIn = [&] {
            only.reset(); // the seat of the one before is given back a moment after it has left
            only = std::make_unique<Client>(house.port());
            return only->ask(House::request("GET", "/health")).status == 200;
        };
        bool isIn = false;
        QTRY_VERIFY(isIn = isIn || comesIn());
        const Answer noRoom = Client(house.port()).receive();
        QCOMPARE(noRoom.status, 503);
        QCOMPARE(noRoom.headers.value("retry-after"), "5");
        QCOMPARE(noRoom.headers.value("x-content-type-options"), "nosniff");
    }

    // N8: a wave of sign-ins has a lane of its own with few places; everybody else is served beside it.
    void whoSignsInWaitsInAQueueOfItsOwn()
    {
        http::ServerOptions options = House::quickOptions();
        options.threads = 1;
        options.heavyThreads = 1;
        options.hashThreads = 1;
        House house(std::move(options));
        std::vector<std::unique_ptr<Client>> waiting;
        const auto begin = [&](const QByteArray &path) {
            waiting.push_back(std::make_unique<Client>(house.port()));
            waiting.back()->send(House::request("POST", path));
        };
        begin("/api/v1/password");
        house.arrived.acquire(); // it runs
        for (int i = 0; i < 16; ++i)
            begin("/api/v1/password");
        QCOMPARE(house.ask("GET", "/health").status, 200); // one thread: the lines before have been read

        const Answer tooMany = house.ask("POST", "/api/v1/password");
        begin("/api/v1/hash"); // in the lane beside it
        house.arrived.acquire();
        const Answer quick = house.ask("POST", "/api/v1/echo", {}, "{\"text\":\"x\"}");
        house.gate.release(18);

        QCOMPARE(tooMany.status, 503);
        QCOMPARE(tooMany.headers.value("retry-after"), "1");
        QCOMPARE(quick.status, 200);
        for (const auto &client : waiting)
            QCOMPARE(client->receive().status, 200);
    }

    // Exports and figures are the first to be refused; who signs in is still heard.
    void whatCanWaitIsRefusedFirst()
    {
        http::ServerOptions options = House::quickOptions();
        options.threads = 1;
        options.heavyThreads = 1;
        options.heavyQueue = 4;
        House house(std::move(options));
        std::vector<std::unique_ptr<Client>> waiting;
        const auto begin = [&](const QByteArray &method, const QByteArray &path) {
            waiting.push_back(std::make_unique<Client>(house.port()));
            waiting.back()->send(House::request(method, path));
        };
        begin("GET", "/api/v1/figures");
        house.arrived.acquire(); // it runs
        begin("GET", "/api/v1/figures");
        QCOMPARE(house.ask("GET", "/health").status, 200); // one thread: the line before has been read

        const Answer figures = house.ask("GET", "/api/v1/figures");
        for (int i = 0; i < 3; ++i)
            begin("POST", "/api/v1/hash");
        QCOMPARE(house.ask("GET", "/health").status, 200);
        const Answer hash = house.ask("POST", "/api/v1/hash");
        house.gate.release(5);

        QCOMPARE(figures.status, 503);
        QCOMPARE(figures.headers.value("retry-after"), "5");
        QCOMPARE(hash.status, 503);
        QCOMPARE(hash.headers.value("retry-after"), "1");
        for (const auto &client : waiting)
            QCOMPARE(client->receive().status, 200);
    }

    void whoAsksOftenInAdvanceIsServedInTurnsWithTheOthers()
    {
        constexpr int inAdvance = 1000;
        QTemporaryFile log;
        QVERIFY(log.open());
        http::ServerOptions options = House::quickOptions();
        options.threads = 1;
        options.logDescriptor = log.handle();
        House house(std::move(options));
        Client other(house.port());
        QCOMPARE(other.ask(House::request("GET", "/api/v1/texts/before")).status, 200);
        Client greedy(house.port());
        greedy.send(House::request("GET", "/hold"));
        house.arrived.acquire(); // now the only thread hears nobody

        greedy.send(House::request("GET", "/api/v1/texts/greedy").repeated(inAdvance));
        other.send(House::request("GET", "/api/v1/texts/other"));
        house.gate.release();

        QCOMPARE(other.receive().status, 200);
        for (int i = 0; i < inAdvance + 1; ++i)
            QCOMPARE(greedy.receive().status, 200);
        house.server.reset(); // writes what is left
        QFile written(log.fileName());
        QVERIFY(written.open(QFile::ReadOnly));
        const QByteArray lines = written.readAll();
        QCOMPARE(lines.count("/texts/greedy "), inAdvance);
        QVERIFY2(lines.first(lines.indexOf("/texts/other ")).count("/texts/greedy ") < 10, "the others had to wait");
    }

    void thePlainPortOnlyLeadsToTheEncryptedOne() // SEC-01
    {
        const Certificate certificate;
        QVERIFY(certificate.isMade);
        http::ServerOptions options = House::quickOptions();
        options.certificatePath = certificate.chain;
        options.keyPath = certificate.key;
        options.redirectTarget = "https://market.example:8443";
        options.policy.hosts = {"market.example"};
        House house(std::move(options));
        const quint16 port = house.server->redirectPort();
        QVERIFY(port != 0 && port != house.port());
        const QByteArray from = " HTTP/1.1\r\nHost: market.example\r\n";

        const Answer read = Client(port).ask("GET /api/v1/items?limit=2" + from + "\r\n");
        const Answer post = Client(port).ask("POST /api/v1/echo" + from + "Content-Length: 12\r\n\r\n{\"text\":\"a\"}");
        const Answer foreign = Client(port).ask("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
        const Answer broken = Client(port).ask("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");

        QCOMPARE(read.status, 308);
        QCOMPARE(read.headers.value("location"), "https://market.example:8443/api/v1/items?limit=2");
        QCOMPARE(post.status, 308);
        QCOMPARE(post.headers.value("location"), "https://market.example:8443/api/v1/echo");
        QCOMPARE(house.echoed.load(), 0);
        QCOMPARE(foreign.status, 400);
        QVERIFY(!foreign.headers.contains("location"));
        QCOMPARE(broken.status, 400);
        for (const Answer &answer : {read, post, foreign, broken})
            QCOMPARE(missingHeaders(answer).join(u' '), QString());
    }

    void whoIsBehindATlsProxyIsTurnedToHstsToo() // SEC-01
    {
        http::ServerOptions options = House::quickOptions();
        options.isBehindTls = true;
        House house(std::move(options));

        QCOMPARE(house.ask("GET", "/health").headers.value("strict-transport-security"),
                 "max-age=63072000; includeSubDomains");
        QVERIFY(!House(House::quickOptions()).ask("GET", "/health").headers.contains("strict-transport-security"));
    }

    void whoWantsTheNewestTlsOnlySpeaksNoOlderOne() // SEC-01
    {
        const Certificate certificate;
        QVERIFY(certificate.isMade);
        for (const TlsFloor floor : {TlsFloor::Tls12, TlsFloor::Tls13}) {
            http::ServerOptions options = House::quickOptions();
            options.certificatePath = certificate.chain;
            options.keyPath = certificate.key;
            options.tlsFloor = floor;
            House house(std::move(options));
            const auto isSpoken = [&](QSsl::SslProtocol protocol) {
                QSslSocket client;
                client.setPeerVerifyMode(QSslSocket::VerifyNone);
                client.setProtocol(protocol);
                client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), house.port());
                return client.waitForEncrypted(5000);
            };
            QCOMPARE(isSpoken(QSsl::TlsV1_2), floor == TlsFloor::Tls12);
            QVERIFY(isSpoken(QSsl::TlsV1_3));
        }
    }
};

TEST_CLASS(TestOfEdge)
#include "tst_edge.moc"
