#include "tests/http/frames.h"
#include "tests/http/house.h"

#include <QElapsedTimer>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QWebSocket>

#include <sys/resource.h>

namespace {

// Both ends of every line are in this process.
bool mayHoldOpen(rlim_t files)
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return false;
    if (limit.rlim_cur >= files)
        return true;
    limit.rlim_cur = std::min(limit.rlim_max, files);
    return setrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur >= files;
}

class Visitor
{
public:
    Visitor(quint16 port, const QByteArray &token, const QString &pathAndQuery = QStringLiteral("/ws/me"),
            const QByteArray &origin = {})
    {
        QNetworkRequest request(QUrl(QStringLiteral("ws://127.0.0.1:%1%2").arg(port).arg(pathAndQuery)));
        if (!token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + token);
        if (!origin.isEmpty())
            request.setRawHeader("Origin", origin);
        QObject::connect(&socket, &QWebSocket::textMessageReceived, [this](const QString &t) { texts += t; });
        socket.open(request);
    }

    QWebSocket socket;
    QStringList texts;
};

QByteArray handshake(const QByteArray &path, const QByteArray &headers)
{
    return "GET " + path +
           " HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
           headers + "\r\n";
}

} // namespace

class TestOfSockets : public QObject
{
    Q_OBJECT

private:
    static int openLines(House &house)
    {
        const std::lock_guard lock(house.mutex);
        return int(house.lines.size());
    }

private Q_SLOTS:
    void whoMayListenIsDecidedBeforeTheHandshake_data() // NOTIF-14
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &path, const QByteArray &headers, int status) {
            QTest::newRow(name) << path << headers << status;
        };
        row("a bearer", "/ws/me", "Authorization: Bearer buyer\r\n", 101);
        row("a token among the protocols", "/ws/me", "Sec-WebSocket-Protocol: kabaadwala, bearer.buyer\r\n", 101);
        row("a ticket", "/ws/me?ticket=good-ticket", "", 101);
        row("our own origin", "/ws/me", "Authorization: Bearer buyer\r\nOrigin: https://market.example\r\n", 101);
        row("nobody", "/ws/me", "", 401);
        row("a role in the query", "/ws/me?user_type=admin", "", 401);
        row("a bad ticket", "/ws/me?ticket=bad", "", 401);
        row("a session that is over", "/ws/me", "Authorization: Bearer gone\r\n", 401);
        row("who may not", "/ws/me", "Authorization: Bearer admin\r\n", 403);
        row("a foreign origin", "/ws/me", "Authorization: Bearer buyer\r\nOrigin: https://evil.example\r\n", 403);
        row("no such room", "/ws/nothing", "Authorization: Bearer buyer\r\n", 404);
    }
    void whoMayListenIsDecidedBeforeTheHandshake()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, headers);
        QFETCH(int, status);
        for (const http::ReadLane reads : {http::ReadLane::Inline, http::ReadLane::Pooled}) {
            http::ServerOptions options = House::quickOptions();
            options.reads = reads;
            House house(std::move(options));
            Client client(house.port());

            const Answer answer = client.ask(handshake(path, headers));

            QCOMPARE(answer.status, status);
            if (status == 101)
                QCOMPARE(answer.headers.value("sec-websocket-accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
            QCOMPARE(answer.headers.value("sec-websocket-protocol"),
                     headers.contains("kabaadwala") ? "kabaadwala" : "");
        }
    }

    void aTicketOfAnAdminOpensFromTheirNetworksOnly() // SEC-17
    {
        const auto answerFrom = [](const House &house, const QByteArray &address) {
            Client client(house.port());
            return client.ask(handshake("/ws/me?ticket=root-ticket", "X-Forwarded-For: " + address + "\r\n"));
        };
        http::ServerOptions options = House::quickOptions();
        options.trustedProxies = {QStringLiteral("127.0.0.0/8")};
        options.policy.adminNetworks = Networks({QStringLiteral("10.8.0.0/16")});
        House house(std::move(options));

        const Answer outside = answerFrom(house, "10.9.0.1"), inside = answerFrom(house, "10.8.3.4");

        QCOMPARE(outside.status, 403);
        QVERIFY2(outside.body.contains("Admins do not work from this network."), outside.body.constData());
        QVERIFY2(inside.body.contains("Not for admins."), inside.body.constData()); // the room's own word
    }

    void whatIsSaidIsHeardAndAnswered()
    {
        House house(House::quickOptions());
        Visitor visitor(house.port(), "buyer", QStringLiteral("/ws/me?after=41"));
        QTRY_COMPARE(visitor.texts, QStringList{"welcome to everything after 41"});

        for (int i = 0; i < 10; ++i)
            visitor.socket.sendTextMessage(QStringLiteral("word %1").arg(i));

        QTRY_COMPARE(visitor.texts.size(), 11);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(visitor.texts[i + 1], QStringLiteral("heard word %1").arg(i));
    }

    void newsFromAnyThreadReachesEverySocket()
    {
        House house(House::quickOptions());
        std::vector<std::unique_ptr<Visitor>> visitors;
        for (int i = 0; i < 20; ++i)
            visitors.push_back(std::make_unique<Visitor>(house.port(), "buyer"));
        for (const auto &visitor : visitors)
            QTRY_COMPARE(visitor->texts.size(), 1);

        std::thread([&house] {
            const std::lock_guard lock(house.mutex);
            for (const http::SocketLine &line : std::as_const(house.lines))
                for (int i = 0; i < 5; ++i)
                    line.send("news " + QByteArray::number(i));
        }).join();

        for (const auto &visitor : visitors) {
            QTRY_COMPARE(visitor->texts.size(), 6);
            QCOMPARE(visitor->texts.last(), QStringLiteral("news 4"));
        }
    }

    void aSocketIsHungUpAfterItsLastWords()
    {
        House house(House::quickOptions());
        Visitor visitor(house.port(), "buyer");
        QTRY_COMPARE(visitor.texts.size(), 1);

        house.lines.constBegin()->send("your session is over");
        house.lines.constBegin()->close(4001, "revoked");

        QTRY_COMPARE(visitor.socket.closeCode(), QWebSocketProtocol::CloseCode(4001));
        QCOMPARE(visitor.texts.last(), QStringLiteral("your session is over"));
        QTRY_COMPARE(house.lines.size(), 0);
    }

    void whoTalksTooMuchIsClosed()
    {
        House house(House::quickOptions());
        Visitor visitor(house.port(), "buyer");
        QTRY_COMPARE(visitor.texts.size(), 1);

        for (int i = 0; i < 200; ++i)
            visitor.socket.sendTextMessage(QStringLiteral("x"));

        QTRY_COMPARE(visitor.socket.closeCode(), QWebSocketProtocol::CloseCodePolicyViolated);
        QVERIFY(house.heard.size() <= 64);
    }

    void aMessageAboveTheLimitIsClosed()
    {
        House house(House::quickOptions());
        Visitor visitor(house.port(), "buyer");
        QTRY_COMPARE(visitor.texts.size(), 1);

        visitor.socket.sendTextMessage(QString(70'000, u'x'));

        QTRY_COMPARE(visitor.socket.closeCode(), QWebSocketProtocol::CloseCodeTooMuchData);
        QVERIFY(house.heard.isEmpty());
    }

    void aFrameWithoutMaskEndsTheConnection_data() // RFC 6455, 5.1
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<int>("heard");
        QTest::newRow("the first") << QByteArray() << 0;
        QTest::newRow("after a good one") << textFrame("hello", Mask::On) << 1;
        QTest::newRow("after a long one") << textFrame(QByteArray(5'000, 'x'), Mask::On) << 1;
        QTest::newRow("after an empty one") << textFrame("", Mask::On) << 1;
    }
    void aFrameWithoutMaskEndsTheConnection()
    {
        QFETCH(QByteArray, before);
        QFETCH(int, heard);
        House house(House::quickOptions());
        Client rude(house.port());
        QCOMPARE(rude.ask(handshake("/ws/me", "Authorization: Bearer buyer\r\n")).status, 101);
        const auto heardTexts = [&house] {
            const std::lock_guard lock(house.mutex);
            return int(house.heard.size());
        };
        rude.send(before);
        QTRY_COMPARE(heardTexts(), heard);

        rude.send(textFrame("forged", Mask::Off) + textFrame("and more", Mask::On));

        const QByteArray all = rude.receiveAll();
        QVERIFY(rude.isClosed());
        QVERIFY2(all.endsWith(QByteArray("\x88\x17\x03\xea") + "a frame is not masked"), all.toHex(' ').constData());
        QTRY_COMPARE(house.lines.size(), 0);
        QCOMPARE(heardTexts(), heard);
    }

    void aFrameWithoutMaskInThePacketOfTheHandshakeGivesItsSeatBack()
    {
        http::ServerOptions options = House::quickOptions();
        options.limits.connectionsPerIp = 3;
        House house(std::move(options));

        for (int i = 0; i < 10; ++i) {
            Client rude(house.port());
            rude.send(handshake("/ws/me", "Authorization: Bearer buyer\r\n") + textFrame("forged", Mask::Off));
            QCOMPARE(rude.receiveHead().status, 101);
            rude.leave(); // Qt 6.4 swallows what comes with the handshake, newer ones hang up by themselves
            const auto open = [&house] {
                const std::lock_guard lock(house.mutex);
                return int(house.lines.size());
            };
            QTRY_COMPARE(open(), 0);
        }

        // With three seats for this address none of the ten may have kept one.
        std::vector<std::unique_ptr<Client>> others;
        for (int i = 0; i < 3; ++i) {
            others.push_back(std::make_unique<Client>(house.port()));
            QCOMPARE(others.back()->ask(House::request("GET", "/health")).status, 200);
        }
        QVERIFY(house.heard.isEmpty());
    }

    // The positive control: what is masked is heard, however the bytes are cut on their way.
    void maskedFramesAreHeardHoweverTheyAreCut()
    {
        House house(House::quickOptions());
        Client client(house.port());
        QCOMPARE(client.ask(handshake("/ws/me", "Authorization: Bearer buyer\r\n")).status, 101);
        QList<QByteArray> texts{"",   "short", QByteArray(125, 'a'), QByteArray(126, 'b'), QByteArray(40'000, 'c'),
                                "end"};
        QByteArray bytes;
        for (const QByteArray &text : texts)
            bytes += textFrame(text, Mask::On);
        const auto heardTexts = [&house] {
            const std::lock_guard lock(house.mutex);
            return house.heard;
        };

        int cuts = 0;
        for (qsizetype at = 0; at < bytes.size(); ++cuts) {
            const qsizetype size = std::array{1, 2, 3, 1, 7, 1'000}[cuts % 6];
            client.send(bytes.mid(at, size));
            client.socket().waitForBytesWritten();
            at += size;
        }

        QTRY_COMPARE(heardTexts(), texts);
    }

    void binaryMessagesAreNotUnderstood()
    {
        House house(House::quickOptions());
        Visitor visitor(house.port(), "buyer");
        QTRY_COMPARE(visitor.texts.size(), 1);
        visitor.socket.sendBinaryMessage("x");
        QTRY_COMPARE(visitor.socket.closeCode(), QWebSocketProtocol::CloseCodeDatatypeNotSupported);
    }

    void whoNeverAnswersAPingIsDropped()
    {
        http::ServerOptions options = House::quickOptions();
        options.limits.socketPingMs = 150;
        House house(std::move(options));
        Client silent(house.port());
        QCOMPARE(silent.ask(handshake("/ws/me", "Authorization: Bearer buyer\r\n")).status, 101);
        Visitor lively(house.port(), "buyer");
        QTRY_COMPARE(lively.texts.size(), 1);

        // Waiting in the event loop, so that the lively one can answer.
        QTRY_COMPARE(silent.socket().state(), QAbstractSocket::UnconnectedState);

        QTRY_COMPARE(house.lines.size(), 1);
        QCOMPARE(lively.socket.state(), QAbstractSocket::ConnectedState);
    }

    void whoNeverReadsIsDropped()
    {
        House house(House::quickOptions());
        Client greedy(house.port());
        greedy.socket().setReadBufferSize(1024);
        greedy.send(handshake("/ws/me", "Authorization: Bearer buyer\r\n"));
        QTRY_COMPARE(house.lines.size(), 1);

        const http::SocketLine line = *house.lines.constBegin();
        for (int i = 0; i < 300; ++i)
            line.send(QByteArray(60'000, 'n'));

        QTRY_COMPARE(house.lines.size(), 0);
    }

    void aBrokenHandshakeIsRefused()
    {
        House house(House::quickOptions());
        const QByteArray good = handshake("/ws/me", "Authorization: Bearer buyer\r\n");
        QCOMPARE(Client(house.port()).ask(QByteArray(good).replace("Version: 13", "Version: 8")).status, 400);
        QCOMPARE(Client(house.port()).ask(QByteArray(good).replace("dGhlIHNhbXBsZSBub25jZQ==", "short")).status, 400);
    }

    void manySocketsComeAndGo() // NOTIF-15
    {
        http::ServerOptions options = House::quickOptions();
        options.limits.connectionsPerIp = 1000;
        House house(std::move(options));
        constexpr int count = 500;
        std::vector<std::unique_ptr<Client>> clients;
        for (int i = 0; i < count; ++i) {
            clients.push_back(std::make_unique<Client>(house.port()));
            clients.back()->send(handshake("/ws/me", "Authorization: Bearer buyer\r\n"));
        }
        for (const auto &client : clients)
            QCOMPARE(client->receiveHead().status, 101);
        const auto open = [&house] {
            const std::lock_guard lock(house.mutex);
            return int(house.lines.size());
        };
        QTRY_COMPARE(open(), count);

        clients.clear();

        QTRY_COMPARE(open(), 0);
    }

    // N6. How long it took is printed and not judged: what else runs on this machine decides that.
    void oneNewsReachesFiveThousandSockets() // NOTIF-15
    {
        constexpr int count = 5000, others = 500, patienceMs = 5000;
        QVERIFY2(mayHoldOpen(2 * count + others), "raise the hard limit of open files (ulimit -Hn) above 10,500");
        http::ServerOptions options = House::quickOptions();
        options.limits.connectionsPerIp = 2 * count;
        options.limits.socketPingMs = 600'000; // nothing but the news
        House house(std::move(options));
        std::vector<std::unique_ptr<Client>> clients;
        for (int i = 0; i < count; ++i) {
            clients.push_back(std::make_unique<Client>(house.port()));
            clients.back()->send(handshake("/ws/me", "Authorization: Bearer buyer\r\n"));
            QCOMPARE(clients.back()->receiveHead().status, 101);
        }
        QTRY_COMPARE(openLines(house), count);

        QElapsedTimer clock;
        clock.start();
        {
            const std::lock_guard lock(house.mutex);
            for (const http::SocketLine &line : std::as_const(house.lines))
                line.send("copper has risen");
        }

        std::vector<qint64> arrivals;
        for (const auto &client : clients) {
            QTcpSocket &socket = client->socket();
            QByteArray got = socket.readAll();
            while (!got.contains("copper has risen") && socket.waitForReadyRead(patienceMs))
                got += socket.readAll();
            QCOMPARE(got.count("copper has risen"), 1);
            arrivals.push_back(clock.elapsed());
        }
        qInfo("99 of 100 had it after %lld ms at most", arrivals[arrivals.size() * 99 / 100]);
        QCOMPARE(openLines(house), count);
    }
};

TEST_CLASS(TestOfSockets)
#include "tst_sockets.moc"
