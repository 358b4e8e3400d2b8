#include "tests/http/house.h"

#include <QFile>
#include <QProcess>

#include <zlib.h>

namespace {

const QByteArray itemPath = "/items/0192f7a0-0000-7000-8000-000000000001";

QByteArray gunzip(const QByteArray &packed)
{
    QByteArray out(1 << 20, Qt::Uninitialized);
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
    stream.avail_in = uInt(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    const int state = inflate(&stream, Z_FINISH);
    out.resize(state == Z_STREAM_END ? qsizetype(stream.total_out) : 0);
    inflateEnd(&stream);
    return out;
}

} // namespace

class TestOfReplies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSuccessHasTheOneEnvelope() // API-02
    {
        House house(House::quickOptions());
        const Answer answer = house.ask("GET", "/api/v1" + itemPath, "X-Request-Id: my-request-1\r\n");

        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.headers.value("content-type"), "application/json");
        QCOMPARE(answer.headers.value("x-request-id"), "my-request-1");
        QCOMPARE(answer.body,
                 "{\"success\":true,\"data\":{\"id\":\"0192f7a0-0000-7000-8000-000000000001\",\"name\":\"Copper\","
                 "\"price\":\"750.50\"},\"message\":\"OK\",\"timestamp\":\"2026-09-21T14:13:20.000Z\","
                 "\"request_id\":\"my-request-1\"}");
    }

    void aListCarriesItsMeta() // API-02
    {
        House house(House::quickOptions());
        const Answer answer = house.ask("GET", "/api/v1/items?limit=2");

        QCOMPARE(answer.at("data").toArray().size(), 2);
        QCOMPARE(answer.at("meta").toObject(), (QJsonObject{{"next_cursor", "abc"}, {"limit", 2}, {"total", 57}}));
    }

    void aRefusalNamesItsFields() // API-03, API-07
    {
        House house(House::quickOptions());
        const Answer answer = house.ask("POST", "/api/v1/items", "Authorization: Bearer vendor\r\n", "{\"name\":\"\"}");

        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.code(), QStringLiteral("VALIDATION_FAILED"));
        const QJsonArray fields = answer.at("error.details.fields").toArray();
        QCOMPARE(fields.size(), 2);
        QCOMPARE(fields[0].toObject(), (QJsonObject{{"field", "name"}, {"message", "must have 1 to 20 characters"}}));
        QCOMPARE(fields[1].toObject(), (QJsonObject{{"field", "price"}, {"message", "is required"}}));
        QVERIFY(!answer.at("request_id").toString().isEmpty());
        QCOMPARE(house.added.load(), 0);
    }

    void everyWayToWriteAPathLeadsToTheSameRoute_data() // C09, API-01
    {
        QTest::addColumn<QByteArray>("path");
        for (const QByteArray &path :
             {"/api/v1" + itemPath, "/v1" + itemPath, "/api" + itemPath, "/api/v1" + itemPath + '/',
              "/v1" + itemPath + '/', "/old/item/" + itemPath.mid(7), "/old/item/" + itemPath.mid(7) + '/'})
            QTest::newRow(path.constData()) << path;
    }
    void everyWayToWriteAPathLeadsToTheSameRoute()
    {
        QFETCH(QByteArray, path);
        House house(House::quickOptions());
        QCOMPARE(house.ask("GET", path).at("data.name").toString(), QStringLiteral("Copper"));
    }

    void aPostWithATrailingSlashIsNotRedirected() // C09
    {
        House house(House::quickOptions());
        const Answer answer = house.ask("POST", "/v1/echo/", "Content-Type: application/json\r\n", "{\"text\":\"a\"}");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.text(), QStringLiteral("a"));
    }

    void whatIsNotThereIsSaidPrecisely_data() // API-04
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::newRow("no such path") << QByteArray("GET") << QByteArray("/api/v1/nothing") << 404;
        QTest::newRow("more behind a path") << QByteArray("GET") << QByteArray("/api/v1/items/x/y") << 404;
        QTest::newRow("an id that is none") << QByteArray("GET") << QByteArray("/api/v1/items/42") << 404;
        QTest::newRow("an id of nothing")
            << QByteArray("GET") << QByteArray("/api/v1/items/0192f7a0-0000-7000-8000-0000000000ff") << 404;
        QTest::newRow("a dot is a dot") << QByteArray("GET") << QByteArray("/api/v1/itemsX") << 404;
        QTest::newRow("another method") << QByteArray("POST") << "/api/v1" + itemPath << 405;
        QTest::newRow("an unknown method") << QByteArray("BREW") << "/api/v1" + itemPath << 405;
    }
    void whatIsNotThereIsSaidPrecisely()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        House house(House::quickOptions());

        const Answer answer = house.ask(method, path);

        QCOMPARE(answer.status, status);
        QCOMPARE(answer.headers.value("allow"), status == 405 ? "GET, HEAD, DELETE, OPTIONS" : "");
    }

    void headSaysWhatGetWouldSay()
    {
        House house(House::quickOptions());
        Client client(house.port());
        client.send(House::request("HEAD", "/health") + House::request("GET", "/health"));

        const Answer head = client.receiveHead();
        const Answer get = client.receive();

        QCOMPARE(head.status, 200);
        QCOMPARE(head.headers.value("content-length"), QByteArray::number(get.body.size()));
        QCOMPARE(get.body, "{\"status\":\"healthy\"}");
    }

    void wholeRepliesAreReplacedByTheirTag()
    {
        House house(House::quickOptions());
        const QByteArray tag = house.ask("GET", "/api/v1" + itemPath).headers.value("etag");
        QVERIFY(tag.startsWith('"'));

        // The timestamp moves on, the data stays.
        house.clock.advance(5000);
        const Answer again = house.ask("GET", "/api/v1" + itemPath, "If-None-Match: " + tag + "\r\n");
        const Answer other = house.ask("GET", "/api/v1" + itemPath, "If-None-Match: \"other\"\r\n");

        QCOMPARE(again.status, 304);
        QCOMPARE(again.headers.value("etag"), tag);
        QVERIFY(again.body.isEmpty());
        QCOMPARE(other.status, 200);
        QCOMPARE(other.headers.value("etag"), tag);
    }

    void longRepliesAreCompressedForWhoTakesIt() // API-09
    {
        House house(House::quickOptions());
        const Answer plain = house.ask("GET", "/api/v1/items", "X-Request-Id: request-1\r\n");
        const Answer packed =
            house.ask("GET", "/api/v1/items", "X-Request-Id: request-1\r\nAccept-Encoding: br, gzip\r\n");
        const Answer declined = house.ask("GET", "/api/v1/items", "Accept-Encoding: gzip;q=0\r\n");
        const Answer small = house.ask("GET", "/api/v1" + itemPath, "Accept-Encoding: gzip\r\n");

        QCOMPARE(packed.headers.value("content-encoding"), "gzip");
        QVERIFY(packed.body.size() < plain.body.size() / 3);
        QCOMPARE(gunzip(packed.body), plain.body);
        QVERIFY(!declined.headers.contains("content-encoding"));
        QVERIFY(!small.headers.contains("content-encoding"));
    }

    void aListMayBeCutDownToSomeMembers() // API-08
    {
        House house(House::quickOptions());
        const Answer list = house.ask("GET", "/api/v1/items?fields=name,price&limit=1");
        const Answer one = house.ask("GET", "/api/v1" + itemPath + "?fields=name");

        QCOMPARE(list.at("data.0").toObject(), (QJsonObject{{"name", "Copper wire, grade 0"}, {"price", "750.50"}}));
        QCOMPARE(one.at("data").toObject(), (QJsonObject{{"name", "Copper"}}));
    }

    void everyReplyCarriesTheSecurityHeaders()
    {
        House house(House::quickOptions());
        for (const QByteArray &path :
             {QByteArray("/health"), QByteArray("/api/v1/nothing"), QByteArray("/api/v1/fault")}) {
            const Answer answer = house.ask("GET", path);
            QCOMPARE(answer.headers.value("x-content-type-options"), "nosniff");
            QCOMPARE(answer.headers.value("x-frame-options"), "DENY");
            QCOMPARE(answer.headers.value("referrer-policy"), "no-referrer");
            QCOMPARE(answer.headers.value("content-security-policy"), "default-src 'none'; frame-ancestors 'none'");
            QCOMPARE(answer.headers.value("cache-control"), "no-store");
            QCOMPARE(answer.headers.value("date"), "Mon, 21 Sep 2026 14:13:20 GMT");
            QVERIFY(!answer.headers.contains("server"));
        }
    }

    void aFaultOfOursTellsOnlyItsRequestId() // API-06, SEC-12
    {
        House house(House::quickOptions());
        QTest::ignoreMessage(QtCriticalMsg, "the-request-9 /api/v1/fault the disk is on fire");

        const Answer answer = house.ask("GET", "/api/v1/fault", "X-Request-Id: the-request-9\r\n");

        QCOMPARE(answer.status, 500);
        QCOMPARE(answer.code(), QStringLiteral("INTERNAL"));
        QCOMPARE(answer.at("request_id").toString(), QStringLiteral("the-request-9"));
        QVERIFY(!answer.body.contains("fire"));
    }

    void aFileIsOfferedForSavingAndNeverRun()
    {
        House house(House::quickOptions());
        const Answer answer = house.ask("GET", "/api/v1/files/small");

        QCOMPARE(answer.body, "0123456789");
        QCOMPARE(answer.headers.value("content-type"), "text/plain");
        QVERIFY(answer.headers.value("content-disposition").startsWith("attachment; filename=\""));
        QVERIFY(answer.headers.value("content-disposition").endsWith("%3Cx%3E.txt"));
        QVERIFY(answer.headers.value("content-security-policy").startsWith("sandbox;"));
        QCOMPARE(answer.headers.value("x-content-type-options"), "nosniff");
        QCOMPARE(answer.headers.value("cache-control"), "no-store");
    }

    void partsOfAFileCanBeAskedFor_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("contentRange");
        QTest::newRow("a part") << QByteArray("bytes=2-4") << 206 << QByteArray("234") << QByteArray("bytes 2-4/10");
        QTest::newRow("to the end") << QByteArray("bytes=7-") << 206 << QByteArray("789") << QByteArray("bytes 7-9/10");
        QTest::newRow("the last") << QByteArray("bytes=-2") << 206 << QByteArray("89") << QByteArray("bytes 8-9/10");
        QTest::newRow("too far") << QByteArray("bytes=5-99") << 206 << QByteArray("56789")
                                 << QByteArray("bytes 5-9/10");
        QTest::newRow("behind the end") << QByteArray("bytes=10-") << 416 << QByteArray() << QByteArray("bytes */10");
        QTest::newRow("several") << QByteArray("bytes=0-1,3-4") << 200 << QByteArray("0123456789") << QByteArray();
        QTest::newRow("nonsense") << QByteArray("bytes=b-a") << 200 << QByteArray("0123456789") << QByteArray();
    }
    void partsOfAFileCanBeAskedFor()
    {
        QFETCH(QByteArray, range);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, contentRange);
        House house(House::quickOptions());

        const Answer answer = house.ask("GET", "/api/v1/files/small", "Range: " + range + "\r\n");

        QCOMPARE(answer.status, status);
        QCOMPARE(answer.body, body);
        QCOMPARE(answer.headers.value("content-range"), contentRange);
    }

    void aLargeFileIsStreamedWithoutBeingHeldInMemory()
    {
        House house(House::quickOptions());
        constexpr qint64 size = 40'000'000;
        QFile file(house.folder.filePath(QStringLiteral("large")));
        QVERIFY(file.open(QFile::WriteOnly) && file.resize(size));
        file.seek(size - 3);
        file.write("end");
        file.close();
        Client client(house.port());

        client.send(House::request("GET", "/api/v1/files/large") + House::request("GET", "/health"));
        const Answer answer = client.receive();

        QCOMPARE(answer.body.size(), size);
        QVERIFY(answer.body.endsWith("end"));
        QCOMPARE(answer.headers.value("cache-control"), "private, max-age=60");
        QCOMPARE(client.receive().body, "{\"status\":\"healthy\"}");
    }

    // ADS-04
    void aRedirectLeadsToTheStoredAddressAndIsNotKept()
    {
        House house(House::quickOptions());

        const Answer answer = house.ask("GET", "/api/v1/ways/out?url=https://evil.example/");
        const Answer broken = house.ask("GET", "/api/v1/ways/nowhere");

        QCOMPARE(answer.status, 302);
        QCOMPARE(answer.headers.value("location"), "https://shop.example/a?b=%20c");
        QCOMPARE(answer.headers.value("cache-control"), "no-store");
        QVERIFY(answer.body.isEmpty());
        QCOMPARE(broken.status, 404);
        QVERIFY(!broken.headers.contains("location"));
    }

    // ADS-04
    void aVisitSaysWhichProgramItIsAndWhetherSomebodyLooks_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QString>("visit");
        const auto row = [](const char *name, const QByteArray &headers, const QString &visit) {
            QTest::newRow(name) << headers << visit;
        };
        row("a browser", "User-Agent: Firefox/128\r\n", QStringLiteral("Firefox/128 looks"));
        row("prefetching", "User-Agent: a\r\nSec-Purpose: prefetch;prerender\r\n", QStringLiteral("a waits"));
        row("an older one", "User-Agent: a\r\nPurpose: prefetch\r\n", QStringLiteral("a waits"));
        row("signed in", "User-Agent: a\r\nAuthorization: Bearer buyer\r\n", QStringLiteral("a looks"));
        row("nameless", {}, QStringLiteral(" looks"));
        row("endless", "User-Agent: " + QByteArray(3000, 'x') + "\r\n", QString(200, u'x') + QStringLiteral(" looks"));
    }
    void aVisitSaysWhichProgramItIsAndWhetherSomebodyLooks()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QString, visit);
        House house(House::quickOptions());
        QCOMPARE(house.ask("GET", "/api/v1/visitor", headers).text(), visit);
    }

    void aWebhookSeesItsBytesAndHeaders()
    {
        House house(House::quickOptions());
        const Answer answer =
            house.ask("POST", "/api/v1/webhook", "X-Signature: s1\r\nContent-Type: text/plain\r\n", "{ \"raw\" : 1 }");
        QCOMPARE(answer.text(), QStringLiteral("{ \"raw\" : 1 }|s1"));
    }

    void aChangeSaysOfWhichVersionItWasMade() // API-13
    {
        House house(House::quickOptions());
        const QByteArray json = "Content-Type: application/json\r\n";
        const auto write = [&](const QByteArray &ifMatch, const QByteArray &body) {
            return house.ask("PUT", "/api/v1/note", json + "If-Match: " + ifMatch + "\r\n", body);
        };
        const QByteArray tag = house.ask("GET", "/api/v1/note").headers.value("etag");
        QVERIFY2(tag.startsWith("\"7.") && tag.endsWith('"'), tag.constData());

        const Answer first = write(tag, "{\"text\":\"Open\"}");
        const Answer second = write(tag, "{\"text\":\"Ajar\"}");

        QCOMPARE(first.status, 200);
        QVERIFY2(first.body.contains("\"text\":\"Open\",\"version\":8"), first.body.constData());
        QCOMPARE(second.status, 409);
        QVERIFY(house.ask("GET", "/api/v1/note").body.contains("\"text\":\"Open\",\"version\":8"));
        QCOMPARE(write("W/\"8.gone-gz\"", " { \"text\" : \"Shut\" } ").status, 200);
        QCOMPARE(write("*", "{\"text\":\"Open\"}").status, 200);
        QCOMPARE(write("\"10\"", "{\"text\":\"Shut\",\"version\":10}").status, 200);
        QCOMPARE(write("\"11\"", "no JSON").status, 400);
        const Answer two = write("\"11\"", "{\"text\":\"Open\",\"version\":10}");
        QCOMPARE(two.status, 400);
        QVERIFY2(two.body.contains("is not the one that If-Match names"), two.body.constData());
        for (const char *nonsense :
             {"11", "\"eleven\"", "\"0\"", "\"11x\"", "\"99999999999999999999\"", "\"11\", \"12\""})
            QVERIFY2(write(nonsense, "{\"text\":\"Open\"}").body.contains("is not the ETag of this"), nonsense);
        QVERIFY(house.ask("GET", "/api/v1/note").body.contains("\"text\":\"Shut\",\"version\":11"));
    }

    void aConditionThatNobodyLooksAtIsRefused() // API-13
    {
        House house(House::quickOptions());
        const QByteArray json = "Content-Type: application/json\r\n";

        const Answer refused = house.ask("POST", "/api/v1/echo", json + "If-Match: \"7\"\r\n", "{\"text\":\"a\"}");
        const Answer served = house.ask("POST", "/api/v1/echo", json + "If-Match: *\r\n", "{\"text\":\"a\"}");

        QCOMPARE(refused.status, 400);
        QVERIFY2(refused.body.contains("is not taken at this address"), refused.body.constData());
        QCOMPARE(served.status, 200);
        QCOMPARE(house.echoed.load(), 1);
    }
};

TEST_CLASS(TestOfReplies)
#include "tst_replies.moc"
