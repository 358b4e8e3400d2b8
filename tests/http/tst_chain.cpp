#include "tests/http/house.h"

class TestOfChain : public QObject
{
    Q_OBJECT

private:
    static QByteArray bearer(const QByteArray &token) { return "Authorization: Bearer " + token + "\r\n"; }

private Q_SLOTS:
    void onlyWhoMayGetsThrough_data() // API-11
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const QByteArray item = "/api/v1/items/0192f7a0-0000-7000-8000-000000000001";
        const auto row = [](const char *name, const QByteArray &method, const QByteArray &path, const QByteArray &token,
                            int status, const char *code) {
            QTest::newRow(name) << method << path << token << status << QString::fromLatin1(code);
        };
        row("nobody on a public page", "GET", item, "", 200, "");
        row("nobody", "GET", "/api/v1/mine", "", 401, "UNAUTHENTICATED");
        row("somebody", "GET", "/api/v1/mine", "buyer", 200, "");
        row("a session that is over", "GET", "/api/v1/mine", "gone", 401, "TOKEN_EXPIRED");
        row("a session that is over on a public page", "GET", item, "gone", 401, "TOKEN_EXPIRED");
        row("a limited session", "GET", "/api/v1/mine", "limited", 403, "PROFILE_INCOMPLETE");
        row("a limited session on its way", "GET", "/api/v1/profile", "limited", 200, "");
        row("the wrong role", "DELETE", item, "vendor", 403, "FORBIDDEN");
        row("an admin without the permission", "DELETE", item, "admin", 403, "PERMISSION_MISSING");
        row("an admin with the permission", "DELETE", item, "catalog", 200, "");
        row("a super-admin", "DELETE", item, "root", 200, "");
    }
    void onlyWhoMayGetsThrough()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, token);
        QFETCH(int, status);
        QFETCH(QString, code);
        House house(House::quickOptions());

        const Answer answer = house.ask(method, path, token.isEmpty() ? QByteArray() : bearer(token));

        QCOMPARE(answer.status, status);
        QCOMPARE(answer.code(), code);
    }

    // SET-06
    void aPartOfTheMarketThatIsSwitchedOffIsNotThereForAnybody()
    {
        http::ServerOptions options = House::quickOptions();
        http::Policy on = options.policy;
        options.policy.off[std::size_t(Feature::Ads)] = true;
        House house(std::move(options));

        for (const QByteArray &who : {QByteArray(), bearer("vendor"), bearer("admin")}) {
            const Answer answer = house.ask("GET", "/api/v1/texts/iron", who);
            QCOMPARE(answer.status, 404);
            QCOMPARE(answer.code(), QByteArray("FEATURE_OFF"));
        }
        QCOMPARE(house.ask("GET", "/api/v1/items").status, 200);

        house.server->apply(on);
        QCOMPARE(house.ask("GET", "/api/v1/texts/iron").status, 200);
    }

    void theLanguageOnTheScreenGoesBeforeThatOfTheAccount_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<QByteArray>("known");
        QTest::newRow("the account's") << QByteArray("second") << QByteArray() << QByteArray("vendor hi");
        QTest::newRow("English on the screen")
            << QByteArray("second") << QByteArray("en-IN") << QByteArray("vendor en");
        QTest::newRow("Hindi on the screen") << QByteArray("buyer") << QByteArray("hi") << QByteArray("buyer hi");
        QTest::newRow("what we do not speak") << QByteArray("second") << QByteArray("fr") << QByteArray("vendor hi");
    }
    void theLanguageOnTheScreenGoesBeforeThatOfTheAccount()
    {
        QFETCH(QByteArray, token);
        QFETCH(QByteArray, asked);
        QFETCH(QByteArray, known);
        House house(House::quickOptions());

        const Answer answer =
            house.ask("GET", "/api/v1/mine",
                      bearer(token) + (asked.isEmpty() ? QByteArray() : "Accept-Language: " + asked + "\r\n"));

        QCOMPARE(answer.status, 200);
        QVERIFY2(answer.body.contains(known), answer.body);
    }

    void vendorsBuyOnlyWhereTheSettingLetsThem() // C06
    {
        const auto bought = [](http::VendorBuying buying) {
            http::ServerOptions options = House::quickOptions();
            options.policy.vendorBuying = buying;
            House house(std::move(options));
            return house
                .ask("POST", "/api/v1/purchases", bearer("vendor") + "Idempotency-Key: k\r\n",
                     "{\"name\":\"Iron\",\"price\":\"1\"}")
                .status;
        };
        QCOMPARE(bought(http::VendorBuying::Refused), 403);
        QCOMPARE(bought(http::VendorBuying::Allowed), 201);
    }

    void aRepeatIsAnsweredByteForByte() // D-05
    {
        House house(House::quickOptions());
        const QByteArray headers = bearer("buyer") + "Idempotency-Key: key-1\r\n";
        const QByteArray body = "{\"name\":\"Copper\",\"price\":\"12.50\"}";

        const Answer first = house.ask("POST", "/api/v1/purchases", headers, body);
        house.clock.advance(60'000);
        const Answer second = house.ask("POST", "/v1/purchases/", headers + "X-Request-Id: another-one\r\n", body);

        QCOMPARE(first.status, 201);
        QCOMPARE(second.status, 201);
        QCOMPARE(second.body, first.body);
        QVERIFY(!first.headers.contains("idempotent-replayed"));
        QCOMPARE(second.headers.value("idempotent-replayed"), "true");
        QCOMPARE(second.headers.value("x-request-id"), "another-one");
        QCOMPARE(house.purchases.load(), 1);
        QCOMPARE(first.at("data.price").toString(), QStringLiteral("12.50"));
    }

    void aKeyIsNeededAndMeansOneBody_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("none") << QByteArray() << 400 << "IDEMPOTENCY_MISSING";
        QTest::newRow("too long") << QByteArray(256, 'k') << 400 << "IDEMPOTENCY_MISSING";
        QTest::newRow("with a blank") << QByteArray("a b") << 400 << "IDEMPOTENCY_MISSING";
        QTest::newRow("of another body") << QByteArray("used") << 422 << "IDEMPOTENCY_MISMATCH";
    }
    void aKeyIsNeededAndMeansOneBody()
    {
        QFETCH(QByteArray, key);
        QFETCH(int, status);
        QFETCH(QString, code);
        House house(House::quickOptions());
        QCOMPARE(house
                     .ask("POST", "/api/v1/purchases", bearer("buyer") + "Idempotency-Key: used\r\n",
                          "{\"name\":\"Iron\",\"price\":\"1\"}")
                     .status,
                 201);

        const Answer answer =
            house.ask("POST", "/api/v1/purchases",
                      bearer("buyer") + (key.isEmpty() ? QByteArray() : "Idempotency-Key: " + key + "\r\n"),
                      "{\"name\":\"Copper\",\"price\":\"12.50\"}");

        QCOMPARE(answer.status, status);
        QCOMPARE(answer.code(), code);
        QCOMPARE(house.purchases.load(), 1);
    }

    void theAllowanceOfAnAccountIsExact() // C26, SEC-10
    {
        http::ServerOptions options = House::quickOptions();
        options.policy.rates.buyer = {20, 3600};
        House house(std::move(options));

        for (int i = 0; i < 20; ++i)
            QCOMPARE(house.ask("GET", "/api/v1/mine", bearer("buyer")).status, 200);
        const Answer refused = house.ask("GET", "/api/v1/mine", bearer("buyer"));

        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.code(), QStringLiteral("TOO_MANY_REQUESTS"));
        QCOMPARE(refused.headers.value("retry-after"), "180");
        QVERIFY2(refused.body.contains("Too many requests. Try again in 180 s."), refused.body.constData());
        QCOMPARE(refused.headers.value("ratelimit-limit"), "20");
        QCOMPARE(refused.headers.value("ratelimit-remaining"), "0");
        QCOMPARE(house.ask("GET", "/api/v1/mine", bearer("other")).status, 200);
        QCOMPARE(house.ask("GET", "/api/v1/mine", bearer("admin")).status, 200);
    }

    void newLimitsHoldAtOnce()
    {
        House house(House::quickOptions());
        QCOMPARE(house.ask("GET", "/api/v1/items").status, 200);
        http::Policy policy = House::quickOptions().policy;
        policy.rates.perAddress = {1, 3600};

        house.server->apply(policy);

        bool isRefused = false;
        QTRY_VERIFY(isRefused = isRefused || house.ask("GET", "/api/v1/items").status == 429);
        QCOMPARE(house.ask("GET", "/health").status, 200);
    }

    void onlyATrustedProxyMaySaySomebodyElseIsCalling() // SEC-16
    {
        for (const bool isTrusted : {false, true}) {
            http::ServerOptions options = House::quickOptions();
            options.policy.rates.perAddress = {3, 3600};
            if (isTrusted)
                options.trustedProxies = {QStringLiteral("127.0.0.0/8")};
            House house(std::move(options));
            int served = 0;
            for (int i = 0; i < 6; ++i)
                served += house
                              .ask("GET", "/api/v1/items",
                                   "X-Forwarded-For: 1.1.1.1, 9.9.9." + QByteArray::number(i) + ", 127.0.0.5\r\n")
                              .status == 200;
            QCOMPARE(served, isTrusted ? 6 : 3);
        }
    }

    void theLineThatTheProxyAddsCountsAndNotTheOneOfTheClient()
    {
        http::ServerOptions options = House::quickOptions();
        options.policy.rates.perAddress = {3, 3600};
        options.trustedProxies = {QStringLiteral("127.0.0.0/8")};
        House house(std::move(options));

        int served = 0;
        for (int i = 0; i < 6; ++i)
            served += house
                          .ask("GET", "/api/v1/items",
                               "X-Forwarded-For: 9.9.9." + QByteArray::number(i) + "\r\nX-Forwarded-For: 8.8.8.8\r\n")
                          .status == 200;

        QCOMPARE(served, 3);
    }

    // A console of many pictures must not use up what everybody at its address may ask.
    void aSignedLinkCountsForWhoShowsASession() // SEC-10
    {
        http::ServerOptions options = House::quickOptions();
        options.policy.rates.anonymous = {2, 3600};
        House house(std::move(options));
        const auto open = [&](const QByteArray &header) { return house.ask("GET", "/api/v1/signed", header); };

        QCOMPARE(open({}).status, 200);
        QCOMPARE(open({}).status, 200);
        QCOMPARE(open({}).status, 429);
        const Answer counted = open("Authorization: Bearer buyer\r\n");
        QCOMPARE(counted.status, 200);
        QVERIFY2(counted.body.contains("nobody"), counted.body.constData());
        QCOMPARE(open("Authorization: Bearer stranger\r\n").status, 429);
    }

    void adminsWorkFromTheirNetworksOnly() // SEC-17
    {
        const auto as = [](const char *who, const char *from) {
            return QByteArray("Authorization: Bearer ") + who + "\r\nX-Forwarded-For: " + from + "\r\n";
        };
        http::ServerOptions options = House::quickOptions();
        options.trustedProxies = {QStringLiteral("127.0.0.0/8")};
        options.policy.adminNetworks = Networks({QStringLiteral("10.8.0.0/16"), QStringLiteral("2001:db8::7")});
        House house(std::move(options));

        QCOMPARE(house.ask("GET", "/api/v1/mine", as("root", "10.8.3.4")).status, 200);
        QCOMPARE(house.ask("GET", "/api/v1/mine", as("root", "2001:db8::7")).status, 200);
        const Answer refused = house.ask("GET", "/api/v1/mine", as("root", "10.9.0.1"));
        QCOMPARE(refused.status, 403);
        QVERIFY2(refused.body.contains("Admins do not work from this network."), refused.body.constData());
        QCOMPARE(
            house.ask("DELETE", "/api/v1/items/" + House::itemId().text().toLatin1(), as("root", "10.9.0.1")).status,
            403);
        QCOMPARE(house.ask("GET", "/api/v1/mine", as("buyer", "10.9.0.1")).status, 200);
        QCOMPARE(house.ask("GET", "/api/v1/items", "X-Forwarded-For: 10.9.0.1\r\n").status, 200);
    }

    void pagesHaveTheRateOfTheAddressAndProbesHaveNone()
    {
        http::ServerOptions options = House::quickOptions();
        options.policy.rates.perAddress = {2, 3600};
        House house(std::move(options));

        QCOMPARE(house.ask("GET", "/about").status, 200);
        QCOMPARE(house.ask("GET", "/about").status, 200);
        QCOMPARE(house.ask("GET", "/about").status, 429);
        QCOMPARE(house.ask("GET", "/health").status, 200);
    }

    void otherNamesAreNotOurs_data() // SEC-19
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status"); // under one of our names
        QTest::newRow("the API") << QByteArray("/api/v1/items") << 200;
        QTest::newRow("a page") << QByteArray("/about") << 200;
        QTest::newRow("nothing") << QByteArray("/wp-login.php") << 404;
        QTest::newRow("a method that is not there") << QByteArray("/api/v1/echo") << 405;
    }
    void otherNamesAreNotOurs()
    {
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        http::ServerOptions options = House::quickOptions();
        options.policy.hosts = {"market.example", ".shops.example"};
        House house(std::move(options));
        const auto statusFor = [&](const QByteArray &host) {
            return Client(house.port()).ask("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status;
        };

        QCOMPARE(statusFor("market.example"), status);
        QCOMPARE(statusFor("Market.Example:8080"), status);
        QCOMPARE(statusFor("a.shops.example"), status);
        QCOMPARE(statusFor("evil.example"), 400);
        QCOMPARE(statusFor("market.example.evil"), 400);
        QCOMPARE(statusFor("evilshops.example"), 400);
    }

    void aMonitorOnThisMachineNeedsNoNameOfOurs() // SEC-19
    {
        http::ServerOptions options = House::quickOptions();
        options.policy.hosts = {"market.example"};
        House house(std::move(options));

        QCOMPARE(house.ask("GET", "/health").status, 200); // asks localhost
        QCOMPARE(house.ask("GET", "/health", "X-Forwarded-For: 9.9.9.9\r\n").status, 400);
        QCOMPARE(house.ask("GET", "/about").status, 400);
    }

    void whoAsksForWhatIsNotThereIsCountedToo() // SEC-10
    {
        http::ServerOptions options = House::quickOptions();
        options.policy.rates.perAddress = {2, 3600};
        House house(std::move(options));

        QCOMPARE(house.ask("GET", "/wp-login.php").status, 404);
        QCOMPARE(house.ask("GET", "/api/v1/echo").status, 405);
        QCOMPARE(house.ask("GET", "/wp-login.php").status, 429);
    }

    void onlyPagesOfListedOriginsMayCall_data() // SEC-08, S14
    {
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("listed") << QByteArray("https://market.example") << true;
        QTest::newRow("null") << QByteArray("null") << false;
        QTest::newRow("a suffix") << QByteArray("https://market.example.evil") << false;
        QTest::newRow("a prefix") << QByteArray("https://evilmarket.example") << false;
        QTest::newRow("another scheme") << QByteArray("http://market.example") << false;
        QTest::newRow("another port") << QByteArray("https://market.example:444") << false;
        QTest::newRow("other letters") << QByteArray("https://MARKET.example") << false;
        QTest::newRow("the usual port, written out") << QByteArray("https://market.example:443") << false;
        QTest::newRow("a name below") << QByteArray("https://a.market.example") << false;
        QTest::newRow("the dot of the root") << QByteArray("https://market.example.") << false;
        QTest::newRow("a user before another host") << QByteArray("https://market.example@evil.example") << false;
        QTest::newRow("a path") << QByteArray("https://market.example/") << false;
    }
    void onlyPagesOfListedOriginsMayCall()
    {
        QFETCH(QByteArray, origin);
        QFETCH(bool, isAllowed);
        House house(House::quickOptions());
        const QByteArray header = "Origin: " + origin + "\r\n";

        const Answer preflight =
            house.ask("OPTIONS", "/api/v1/items", header + "Access-Control-Request-Method: POST\r\n");
        const Answer call = house.ask("GET", "/api/v1/items", header);
        const Answer line = house.ask("GET", "/ws/me",
                                      header + bearer("buyer") +
                                          "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");

        QCOMPARE(line.status, isAllowed ? 101 : 403);
        QCOMPARE(preflight.status, 204);
        QCOMPARE(preflight.headers.value("access-control-allow-origin"), isAllowed ? origin : QByteArray());
        QCOMPARE(preflight.headers.value("access-control-allow-methods"), isAllowed ? "GET, HEAD, POST, OPTIONS" : "");
        QCOMPARE(call.headers.value("access-control-allow-origin"), isAllowed ? origin : QByteArray());
        QVERIFY(!call.headers.contains("access-control-allow-credentials"));
        QVERIFY(call.headers.value("vary").contains("Origin"));
    }

    void aBodyOfAnotherTypeIsRefused() // SEC-06
    {
        House house(House::quickOptions());
        const Answer answer = house.ask("POST", "/api/v1/echo", "Content-Type: text/plain\r\n", "{\"text\":\"a\"}");
        QCOMPARE(answer.status, 415);
        QCOMPARE(house.echoed.load(), 0);
    }

    void strangeRequestIdsAreReplaced()
    {
        House house(House::quickOptions());
        const QByteArray id =
            house.ask("GET", "/health", "X-Request-Id: a\"b<script>\r\n").headers.value("x-request-id");
        QVERIFY(id.size() > 16);
        QVERIFY(!id.contains('<'));
    }
};

TEST_CLASS(TestOfChain)
#include "tst_chain.moc"
