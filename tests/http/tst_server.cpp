#include "server/core/epoll.h"
#include "server/core/metrics.h"
#include "server/http/pages.h"
#include "server/http/tls.h"
#include "tests/http/house.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSslKey>
#include <QSslSocket>
#include <QTemporaryFile>
#include <QWebSocket>

#include <climits>
#include <fcntl.h>
#include <unistd.h>

class TestOfServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatRunsIsFinishedBeforeTheEnd()
    {
        House house(House::quickOptions());
        QVERIFY(house.readiness.isReady());
        Client working(house.port());
        Client idle(house.port());
        QCOMPARE(idle.ask(House::request("GET", "/health")).status, 200);
        working.send(House::request("POST", "/api/v1/wait"));
        house.arrived.acquire();
        QWebSocket socket;
        QNetworkRequest request(QUrl(QStringLiteral("ws://127.0.0.1:%1/ws/me").arg(house.port())));
        request.setRawHeader("Authorization", "Bearer buyer");
        socket.open(request);
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        QTRY_COMPARE(house.lines.size(), 1);

        bool wasClean = false;
        std::thread stopping([&] { wasClean = house.server->stop(10'000); });
        QTRY_VERIFY(!house.readiness.isReady());
        QVERIFY(idle.isClosed());
        QTRY_COMPARE(socket.closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
        house.gate.release(1);

        const Answer answer = working.receive();
        stopping.join();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.text(), QStringLiteral("waited"));
        QVERIFY(wasClean);
        QTcpSocket late;
        late.connectToHost(QHostAddress::LocalHost, house.port());
        QVERIFY(!late.waitForConnected(1000));
    }

    // The handler is only let go when stop() has long returned, and what waited for it was never begun.
    void aHandlerThatHangsDoesNotHoldTheEnd()
    {
        http::ServerOptions options = House::quickOptions();
        options.workers = 1;
        House house(std::move(options));
        Client working(house.port()), waiting(house.port());
        working.send(House::request("POST", "/api/v1/wait"));
        house.arrived.acquire();
        waiting.send(House::request("POST", "/api/v1/items", "Authorization: Bearer vendor\r\n",
                                    "{\"name\":\"Copper\",\"price\":\"12.50\"}"));

        const bool wasClean = house.server->stop(300);

        QVERIFY(!wasClean);
        house.gate.release(1);
        house.server.reset(); // waits for the handler
        QCOMPARE(house.added.load(), 0);
    }

    void anAddressThatIsTakenIsReported()
    {
        House house(House::quickOptions());
        http::ServerOptions options;
        options.port = house.port();
        prometheus::Registry registry;
        http::Readiness readiness;
        http::Server second(house.router, house.clock, registry, readiness, options);

        const Result<> started = second.start();

        QVERIFY(!started);
        QVERIFY(started.error().message.contains(QString::number(house.port())));
        QVERIFY(!readiness.isReady());
    }

    void aServerWithoutItsCertificateDoesNotStart()
    {
        http::Router router;
        FakeClock clock;
        prometheus::Registry registry;
        http::Readiness readiness;
        http::ServerOptions options;
        options.port = 0;
        options.certificatePath = QStringLiteral("/nowhere/cert.pem");
        http::Server server(router, clock, registry, readiness, options);
        QVERIFY(!server.start());
    }

    void requestsAreLoggedInTheFormatOfTheLog() // AUD-05
    {
        const auto logged = [](LogFormat format) {
            QTemporaryFile file;
            (void)file.open();
            http::ServerOptions options = House::quickOptions();
            options.logDescriptor = file.handle();
            options.logFormat = format;
            House house(std::move(options));
            house.ask("GET", "/api/v1/mine", "Authorization: Bearer buyer\r\n");
            Client(house.port()).ask("nonsense\r\n\r\n");
            house.server.reset(); // writes what is left
            QFile written(file.fileName());
            (void)written.open(QFile::ReadOnly);
            return written.readAll().split('\n');
        };
        const QByteArray buyer = House::callerOf("buyer").id.text().toLatin1();

        const QList<QByteArray> text = logged(LogFormat::Text);
        const QList<QByteArray> json = logged(LogFormat::Json);

        QCOMPARE(text.size(), 3); // the last line is empty
        static const QRegularExpression line(
            QStringLiteral(
                "^2026-09-21T14:13:20.000Z info    access: GET /api/v1/mine 200 \\d+ bytes \\d+ us 127.0.0.1 "
                "[0-9a-f]+-[0-9]+ %1$")
                .arg(QString::fromLatin1(buyer)));
        QVERIFY2(line.match(QString::fromUtf8(text[0])).hasMatch(), text[0].constData());
        QVERIFY2(text[1].contains(" access: - - 400 "), text[1].constData());
        QCOMPARE(json.size(), 3);
        const QJsonObject object = QJsonDocument::fromJson(json[0]).object();
        QCOMPARE(object["path"].toString(), QStringLiteral("/api/v1/mine"));
        QCOMPARE(object["account"].toString(), QString::fromLatin1(buyer));
        QCOMPARE(QJsonDocument::fromJson(json[1]).object()["status"].toInt(), 400);
    }

    // A pipe in packet mode shows where each write ends: pieces of whole lines do not mix with those of other writers.
    void aPipeGetsWholeLinesOnly()
    {
        int ends[2];
        QCOMPARE(::pipe2(ends, O_DIRECT | O_CLOEXEC), 0);
        QVERIFY(::fcntl(ends[1], F_SETPIPE_SZ, 1 << 20) > 0);
        http::ServerOptions options = House::quickOptions();
        options.logDescriptor = ends[1];
        House house(std::move(options));
        Client client(house.port());
        constexpr int requests = 200; // more bytes than a pipe takes in one piece
        for (int i = 0; i < requests; ++i)
            QCOMPARE(client.ask(House::request("GET", "/api/v1/items?limit=1")).status, 200);
        house.server.reset();
        ::close(ends[1]);

        qsizetype lines = 0;
        QByteArray piece(PIPE_BUF, Qt::Uninitialized);
        for (ssize_t size = 0; (size = ::read(ends[0], piece.data(), std::size_t(piece.size()))) > 0;) {
            QCOMPARE(piece.at(size - 1), '\n');
            lines += QByteArrayView(piece).first(size).count('\n');
        }
        ::close(ends[0]);

        QCOMPARE(lines, requests);
    }

    void encryptedClientsAreServedAndTurnedToHsts() // SEC-01
    {
        QTemporaryDir folder;
        const QString key = folder.filePath(QStringLiteral("key.pem"));
        const QString certificate = folder.filePath(QStringLiteral("cert.pem"));
        QCOMPARE(
            QProcess::execute(QStringLiteral("openssl"),
                              {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                               "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=localhost", "-batch"}),
            0);
        http::ServerOptions options = House::quickOptions();
        options.certificatePath = certificate;
        options.keyPath = key;
        House house(std::move(options));
        QSslSocket client;
        client.setPeerVerifyMode(QSslSocket::VerifyNone);
        client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), house.port());
        QVERIFY(client.waitForEncrypted(5000));
        QVERIFY(client.sessionProtocol() >= QSsl::TlsV1_2);

        client.write(House::request("GET", "/health", "Connection: close\r\n"));
        QByteArray all;
        while (client.waitForReadyRead(3000))
            all += client.readAll();

        QVERIFY(all.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(all.contains("Strict-Transport-Security: max-age="));
        QVERIFY(all.endsWith("{\"status\":\"healthy\"}"));
    }

    void theTrafficIsCountedByRoute()
    {
        House house(House::quickOptions());
        for (int i = 0; i < 3; ++i)
            house.ask("GET", "/v1/items/0192f7a0-0000-7000-8000-000000000001");
        house.ask("GET", "/api/v1/nothing");

        double found = 0;
        double lost = 0;
        for (const prometheus::MetricFamily &family : house.registry.Collect()) {
            if (family.name != "http_requests_total")
                continue;
            for (const prometheus::ClientMetric &metric : family.metric)
                for (const auto &label : metric.label) {
                    found += label.value == "/api/v1/items/{id}" ? metric.counter.value : 0;
                    lost += label.value == "none" ? metric.counter.value : 0;
                }
        }
        QCOMPARE(found, 3.0);
        QCOMPARE(lost, 1.0);
    }

    void theDocumentDescribesEveryRoute() // API-10
    {
        http::Router router;
        Metrics metrics;
        http::Readiness readiness;
        const http::Health health([] { return Result<>(); });
        router.on(house::readItem, [](const Caller &, Id<Item>) -> Result<Item> { return Item{}; });
        router.on(house::listItems,
                  [](const Caller &, const ListItems &) -> Result<Page<Item>> { return Page<Item>{}; });
        router.on(house::buy, [](const Caller &, const NewItem &) -> Result<Item> { return Item{}; });
        http::addPages(router, {.health = health, .readiness = readiness, .metrics = metrics});

        const http::Router::Match page = router.find("GET", "/openapi.json");
        QVERIFY(page.route);
        const QJsonObject document = QJsonDocument::fromJson(page.route->answer(http::Call()).body).object();

        QCOMPARE(within(document, "openapi").toString(), QStringLiteral("3.1.0"));
        QCOMPARE(within(document, "paths").toObject().keys(),
                 (QStringList{"/api/v1/items", "/api/v1/items/{id}", "/api/v1/purchases"}));
        const QJsonValue read = within(document, "paths./api/v1/items/{id}.get");
        QCOMPARE(within(read, "parameters.0.schema.format").toString(), QStringLiteral("uuid"));
        QCOMPARE(within(read, "responses.200.content.application/json.schema.properties.data.$ref").toString(),
                 QStringLiteral("#/components/schemas/Item"));
        const QJsonValue buy = within(document, "paths./api/v1/purchases.post");
        QCOMPARE(within(buy, "parameters.0.$ref").toString(), QStringLiteral("#/components/parameters/IdempotencyKey"));
        QCOMPARE(within(buy, "requestBody.content.application/json.schema.$ref").toString(),
                 QStringLiteral("#/components/schemas/NewItem"));
        QCOMPARE(within(document, "components.schemas.NewItem.properties.name.maxLength").toInt(), 20);
    }

    void healthIsToldWithoutTheEnvelope() // API-14
    {
        std::atomic<bool> isUp = true;
        const auto question = [&isUp]() -> Result<> {
            if (!isUp)
                throw std::runtime_error("no route to the database at 10.0.0.7");
            return {};
        };
        const auto told = [&](const char *path) {
            http::Router router;
            Metrics metrics;
            http::Readiness readiness;
            readiness.open();
            const http::Health health(question);
            http::addPages(router, {.health = health, .readiness = readiness, .metrics = metrics});
            const http::Reply reply = router.find("GET", path).route->answer(http::Call());
            return QByteArray::number(reply.status) + ' ' + reply.body;
        };
        const QByteArray time = ",\"timestamp\":\"1970-01-01T00:00:00.000Z\"}";

        QCOMPARE(told("/health"), R"(200 {"status":"healthy","database":"ok","cache":"ok","scanner":"off")" + time);
        QCOMPARE(told("/api/v1/health/"), told("/health"));
        QCOMPARE(told("/ready"), "200 {\"status\":\"ready\"" + time);
        isUp = false;
        QTest::ignoreMessage(QtWarningMsg, "no route to the database at 10.0.0.7");
        QCOMPARE(told("/health"), "503 {\"status\":\"unhealthy\",\"error\":\"the database does not answer\"" + time);
    }

    // MED-08: without the scanner the server works on, and whoever watches over it is told.
    void theScannersStateIsToldAndChangesNothingElse()
    {
        bool isUp = true;
        const http::Health database([] { return Result<>(); });
        const auto told = [&] {
            http::Router router;
            Metrics metrics;
            http::Readiness readiness;
            const http::Health scanner([&]() -> Result<> {
                if (!isUp)
                    return failure(ErrorCode::Unavailable, QStringLiteral("the virus scanner does not answer"));
                return {};
            });
            http::addPages(router,
                           {.health = database, .readiness = readiness, .metrics = metrics, .scanner = &scanner});
            const http::Reply reply = router.find("GET", "/health").route->answer(http::Call());
            return QByteArray::number(reply.status) + ' ' +
                   QJsonDocument::fromJson(reply.body)["scanner"].toString().toLatin1();
        };

        QCOMPARE(told(), "200 ok");
        isUp = false;
        QTest::ignoreMessage(QtWarningMsg, "the virus scanner does not answer");
        QCOMPARE(told(), "200 down");
    }

    void theDocumentationIsServedFromMemory()
    {
        QTemporaryDir folder;
        QFile page(folder.filePath(QStringLiteral("index.html")));
        QVERIFY(page.open(QFile::WriteOnly) && page.write("<html>") == 6);
        page.close();
        http::Router router;
        Metrics metrics;
        http::Readiness readiness;
        const http::Health health([] { return Result<>(); });
        http::addPages(router,
                       {.health = health, .readiness = readiness, .metrics = metrics, .docsFolder = folder.path()});
        const auto get = [&router](const char *path) {
            const http::Router::Match match = router.find("GET", path);
            http::Call call;
            call.params = match.params;
            return match.route->answer(call);
        };

        QCOMPARE(get("/docs").body, "<html>");
        QCOMPARE(get("/docs/").type, "text/html; charset=utf-8");
        QCOMPARE(get("/docs/index.html").body, "<html>");
        QVERIFY(get("/docs").contentPolicy.startsWith("default-src 'self'; style-src 'self' 'unsafe-inline'"));
        QCOMPARE(get("/docs/..%2fsecret").status, 404);
    }

    void onlyTheOperatorReadsTheFigures()
    {
        http::Router router;
        Metrics metrics;
        http::Readiness readiness;
        const http::Health health([] { return Result<>(); });
        http::addPages(router,
                       {.health = health, .readiness = readiness, .metrics = metrics, .metricsToken = "secret"});
        const auto status = [&router](const QString &ip, const QHash<QByteArray, QByteArray> &headers) {
            http::Call call;
            call.caller.ip = ip;
            call.headers = headers;
            return router.find("GET", "/metrics").route->answer(call).status;
        };

        QCOMPARE(status(QStringLiteral("127.0.0.1"), {}), 200);
        QCOMPARE(status(QStringLiteral("127.0.0.1"), {{"x-forwarded-for", "9.9.9.9"}}), 404);
        QCOMPARE(status(QStringLiteral("9.9.9.9"), {}), 404);
        QCOMPARE(status(QStringLiteral("9.9.9.9"), {{"authorization", "Bearer wrong"}}), 404);
        QCOMPARE(status(QStringLiteral("9.9.9.9"), {{"authorization", "Bearer secret"}}), 200);
    }

    void timersAndPostedEventsWorkInTheEpollLoop()
    {
        QThread thread;
        thread.setEventDispatcher(new EpollDispatcher);
        QObject inside;
        inside.moveToThread(&thread);
        thread.start();
        std::atomic<int> ticks = 0;
        std::binary_semaphore done{0};

        QMetaObject::invokeMethod(&inside, [&] {
            auto *timer = new QTimer(&inside);
            QObject::connect(timer, &QTimer::timeout, &inside, [&, timer] {
                if (++ticks < 3)
                    return;
                timer->stop();
                QTimer::singleShot(0, &inside, [&] { done.release(); });
            });
            timer->start(5);
        });
        const bool wasDone = done.try_acquire_for(std::chrono::seconds(3));
        thread.quit();
        thread.wait();

        QVERIFY(wasDone);
        QCOMPARE(ticks.load(), 3);
    }
};

TEST_CLASS(TestOfServer)
#include "tst_server.moc"
