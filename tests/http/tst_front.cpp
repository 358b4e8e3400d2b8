#include "tests/http/house.h"

#include <QRandomGenerator>

// Heads and bodies that two servers could read differently must be refused by this one, and nothing of them may run.
class TestOfFront : public QObject
{
    Q_OBJECT

private:
    // A good request with one to four changes: a byte that is another, some that are gone, some that come twice.
    static QByteArray mutilated(int number, QRandomGenerator &dice)
    {
        static const QList<QByteArray> corpus{
            House::request("GET", "/api/v1/items?limit=3&cursor=a%20b", "Accept-Encoding: gzip\r\n"),
            House::request("POST", "/api/v1/echo", "Content-Type: application/json\r\n", "{\"text\":\"abc\"}"),
            "POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
            "e\r\n{\"text\":\"abc\"}\r\n0\r\n\r\n",
            "GET /ws/me HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            "Authorization: Bearer buyer\r\n\r\n\x81\x85\x01\x02\x03\x04ijohn"};
        QByteArray bytes = corpus[number % corpus.size()];
        for (int change = dice.bounded(1, 5); change > 0; --change) {
            const int at = dice.bounded(int(bytes.size()));
            switch (dice.bounded(3)) {
            case 0: bytes[at] = char(dice.bounded(256)); break;
            case 1: bytes.remove(at, dice.bounded(1, 6)); break;
            default: bytes.insert(at, bytes.mid(dice.bounded(int(bytes.size())), dice.bounded(1, 12)));
            }
        }
        return bytes;
    }

private Q_SLOTS:
    void anAmbiguousRequestIsRefusedAndClosed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const QByteArray post = "POST /api/v1/echo HTTP/1.1\r\nHost: a\r\n";
        const QByteArray body = "{\"text\":\"x\"}";
        const auto row = [](const char *name, const QByteArray &bytes, int status) {
            QTest::newRow(name) << bytes << status;
        };
        row("a negative length", post + "Content-Length: -5\r\n\r\n" + body, 400);
        row("a length of 2^64-1", post + "Content-Length: 18446744073709551615\r\n\r\n", 400);
        row("a length with a letter", post + "Content-Length: 5x\r\n\r\n" + body, 400);
        row("a hexadecimal length", post + "Content-Length: 0x5\r\n\r\n" + body, 400);
        row("a list of lengths", post + "Content-Length: 5, 5\r\n\r\n" + body, 400);
        row("two lengths", post + "Content-Length: 0\r\nContent-Length: 34\r\n\r\n" + body, 400);
        row("the same length twice", post + "Content-Length: 12\r\nContent-Length: 12\r\n\r\n" + body, 400);
        row("an empty length", post + "Content-Length: \r\n\r\n" + body, 400);
        row("length and chunks", post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
        row("an unknown coding", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 501);
        row("a list of codings", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501);
        row("chunked twice", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
        row("a chunk size of letters", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n", 400);
        row("a negative chunk", post + "Transfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n", 400);
        row("a huge chunk", post + "Transfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\n", 400);
        row("a chunk without its end", post + "Transfer-Encoding: chunked\r\n\r\n1\r\nxyz\r\n0\r\n\r\n", 400);
        row("trailers", post + "Transfer-Encoding: chunked\r\n\r\n0\r\nX: y\r\n\r\n", 400);
        row("a bare line feed in a chunk line", post + "Transfer-Encoding: chunked\r\n\r\n1\nx\r\n0\r\n\r\n", 400);
        row("no host", "GET /health HTTP/1.1\r\n\r\n", 400);
        row("two hosts", "GET /health HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400);
        row("a host that is a bracket", "GET /health HTTP/1.1\r\nHost: [\r\n\r\n", 400);
        row("a host with a path", "GET /health HTTP/1.1\r\nHost: a/b\r\n\r\n", 400);
        row("a host with a user", "GET /health HTTP/1.1\r\nHost: a@b\r\n\r\n", 400);
        row("a second slash", "GET //evil/users HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("an absolute target", "GET http://evil/health HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("an encoded line feed", "GET /health%0a HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("an encoded NUL", "GET /api/v1/texts/a%00 HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("half an encoding", "GET /api/v1/texts/a%4 HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("a backslash", "GET /a\\b HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("a byte above ASCII", "GET /\xc3\xa4 HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("a raw NUL", QByteArray("GET /a\0b HTTP/1.1\r\nHost: a\r\n\r\n", 33), 400);
        row("a blank before the colon", "GET /health HTTP/1.1\r\nHost : a\r\n\r\n", 400);
        row("a line without colon", "GET /health HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n", 400);
        row("a folded line", "GET /health HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n", 400);
        row("a control byte in a value", "GET /health HTTP/1.1\r\nHost: a\r\nX: b\x01\r\n\r\n", 400);
        row("a bare carriage return in a value", "GET /health HTTP/1.1\r\nHost: a\r\nX: b\rY: c\r\n\r\n", 400);
        row("bare line feeds", "GET /health HTTP/1.1\nHost: a\n\n", 400);
        row("a bare line feed between fields", "GET /health HTTP/1.1\r\nHost: a\nX: b\r\n\r\n", 400);
        row("two blanks in the request line", "GET  /health HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("HTTP/9.9", "GET /health HTTP/9.9\r\nHost: a\r\n\r\n", 505);
        row("HTTP/0.9", "GET /health\r\n\r\n", 400);
        row("no version at all", "GET /health FTP\r\nHost: a\r\n\r\n", 400);
        row("a brace in the method", "G{T /health HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("chunks in HTTP/1.0", "POST /api/v1/echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
        row("another expectation", post + "Expect: 200-ok\r\nContent-Length: 12\r\n\r\n" + body, 417);
        row("65 fields", "GET /health HTTP/1.1\r\nHost: a\r\n" + QByteArray("X: y\r\n").repeated(64) + "\r\n", 431);
        row("a long line", "GET /health HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(8200, 'a') + "\r\n\r\n", 431);
        row("a long target", "GET /" + QByteArray(8200, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414);
        row("a TLS client hello", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n\n", 13), 400);
    }
    void anAmbiguousRequestIsRefusedAndClosed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        House house(House::quickOptions());
        Client client(house.port());

        // A request hidden behind the bad one must not be answered.
        const Answer answer = client.ask(bytes + House::request("GET", "/health"));

        QCOMPARE(answer.status, status);
        QCOMPARE(answer.headers.value("connection"), "close");
        QCOMPARE(answer.at("success").toBool(true), false);
        QCOMPARE(client.receiveAll(), QByteArray());
        QVERIFY(client.isClosed());
        QCOMPARE(house.echoed.load(), 0);
    }

    void aHarmlessRequestIsRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("text");
        const QByteArray post = "POST /api/v1/echo HTTP/1.1\r\nHost: a\r\n";
        const QByteArray chunked = post + "Transfer-Encoding: chunked\r\n\r\n";
        QTest::newRow("chunks") << chunked + "9\r\n{\"text\":\"\r\n3;x=y\r\nab\"\r\n1\r\n}\r\n0\r\n\r\n" << 200 << "ab";
        QTest::newRow("an IPv6 host") << QByteArray("GET /api/v1/texts/x HTTP/1.1\r\nHost: [::1]:80\r\n\r\n") << 200
                                      << "x";
        QTest::newRow("empty lines first")
            << QByteArray("\r\n\r\nGET /api/v1/texts/x HTTP/1.1\r\nHost: a\r\n\r\n") << 200 << "x";
        QTest::newRow("an encoded slash stays in its segment")
            << QByteArray("GET /api/v1/texts/a%2fb%20%E2%82%B9 HTTP/1.1\r\nHost: a\r\n\r\n") << 200 << "a/b ₹";
    }
    void aHarmlessRequestIsRead()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        QFETCH(QString, text);
        House house(House::quickOptions());

        const Answer answer = Client(house.port()).ask(bytes);

        QCOMPARE(answer.status, status);
        QCOMPARE(answer.text(), text);
    }

    void aRequestMayArriveByteByByte()
    {
        House house(House::quickOptions());
        Client client(house.port());
        const QByteArray body = "9\r\n{\"text\":\"\r\n4\r\nab\"}\r\n0\r\n\r\n";

        for (const char c : "POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + body) {
            if (c == 0)
                break;
            client.send(QByteArray(1, c));
            client.socket().waitForBytesWritten(100);
        }

        QCOMPARE(client.receive().text(), QStringLiteral("ab"));
    }

    void pipelinedRequestsAreAnsweredInTheirOrder()
    {
        House house(House::quickOptions());
        Client client(house.port());
        house.gate.release(1);

        // The first one waits on a worker, the others could be answered at once.
        client.send(
            House::request("POST", "/api/v1/wait") + House::request("GET", "/api/v1/texts/second") +
            House::request("POST", "/api/v1/echo", "Content-Type: application/json\r\n", "{\"text\":\"third\"}"));

        QCOMPARE(client.receive().text(), QStringLiteral("waited"));
        QCOMPARE(client.receive().text(), QStringLiteral("second"));
        QCOMPARE(client.receive().text(), QStringLiteral("third"));
    }

    void aClientOfHttp10IsAnsweredAndClosed()
    {
        House house(House::quickOptions());
        Client client(house.port());

        const Answer answer = client.ask("GET /health HTTP/1.0\r\n\r\n");

        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.headers.value("connection"), "close");
        QVERIFY(client.isClosed());
    }

    void whoAsksForTheEndGetsIt()
    {
        House house(House::quickOptions());
        Client client(house.port());
        QCOMPARE(client.ask(House::request("GET", "/health", "Connection: Keep-Alive, Close\r\n")).status, 200);
        QVERIFY(client.isClosed());
    }

    void aClientThatWaitsForContinueIsToldTo()
    {
        House house(House::quickOptions());
        Client client(house.port());

        client.send("POST /api/v1/echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 14\r\n\r\n");
        QCOMPARE(client.receive().status, 100);
        QCOMPARE(client.ask("{\"text\":\"late\"}").status, 400); // 15 bytes; the 14 first are not JSON
    }

    void mutilatedRequestsHarmNobody() // N4
    {
        constexpr int rounds = 100, each = 100;
        // Of a round all may still be waiting when the last one asks; what one address may hold is not the question.
        http::ServerOptions options = House::quickOptions();
        options.limits.connectionsPerIp = 2 * rounds * each;
        options.limits.connections = 2 * rounds * each;
        House house(std::move(options));
        const quint32 seed = qEnvironmentVariableIsSet("MUTANTS_SEED")
                                 ? quint32(qEnvironmentVariable("MUTANTS_SEED").toUInt())
                                 : QRandomGenerator::global()->generate();
        qInfo("MUTANTS_SEED=%u repeats this run", seed);
        QRandomGenerator dice(seed);

        for (int round = 0; round < rounds; ++round) {
            for (int i = 0; i < each; ++i) {
                Client client(house.port());
                client.send(mutilated(i, dice));
            }
            // That it answers shows that it lives; that it has come to this one, that the round does not pile up.
            const Answer answer = house.ask("GET", "/health");
            QVERIFY2(answer.status == 200, qPrintable(QStringLiteral("after round %1").arg(round)));
        }
    }

    void aHandlerThatHasLostItsClientHarmsNobody()
    {
        House house(House::quickOptions());
        for (int i = 0; i < 50; ++i) {
            Client client(house.port());
            client.send(House::request("POST", "/api/v1/wait"));
            house.arrived.acquire();
            client.leave();
        }
        house.gate.release(50);

        for (int i = 0; i < 20; ++i)
            QCOMPARE(house.ask("GET", "/api/v1/texts/alive").text(), QStringLiteral("alive"));
    }
};

TEST_CLASS(TestOfFront)
#include "tst_front.moc"
