#include "console/kit/api.h"
#include "console/kit/livefeed.h"
#include "console/kit/sandbox.h"
#include "shared/contract/orders.h"
#include "tests/console/registry.h"
#include "tests/support/evilline.h"
#include "tests/support/evilserver.h"
#include "tests/support/onetoken.h"
#include "tests/support/paperconsole.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QtEndian>

namespace {

// A transport that has the answer already.
struct OneReply : kit::Transport
{
    kit::Reply reply;
    QFuture<kit::Reply> send(const kit::Call &) override { return QtFuture::makeReadyFuture(kit::Reply(reply)); }
};

constexpr kit::LiveFeed::Pace hostilePace{
    .firstMs = 20, .mostMs = 80, .dialMs = 300, .heartbeatMs = 5000, .silenceMs = 10'000};

template <class T>
std::optional<Result<T>> outcomeOf(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 10'000))
        return {};
    return future.result();
}

void chunk(QByteArray &png, const QByteArray &type, const QByteArray &data)
{
    const auto number = [](quint32 value) {
        QByteArray out(4, '\0');
        qToBigEndian(value, out.data());
        return out;
    };
    quint32 crc = 0xffffffff;
    for (const char byte : type + data) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? (crc >> 1) ^ 0xedb88320 : crc >> 1;
    }
    png += number(quint32(data.size())) + type + data + number(~crc);
}

// A picture of side x side grey points, all the same, in a few bytes.
QByteArray pixelBomb(quint32 side)
{
    QByteArray png("\x89PNG\r\n\x1a\n", 8);
    QByteArray head(13, '\0');
    qToBigEndian(side, head.data());
    qToBigEndian(side, head.data() + 4);
    head[8] = 8;
    chunk(png, "IHDR", head);
    chunk(png, "IDAT", qCompress(QByteArray(20'000'000, '\0'), 9).mid(4));
    chunk(png, "IEND", {});
    return png;
}

} // namespace

// S17 of facts/security.md: whatever a server sends, the console stays in bounds and says what is wrong. How long the
// interface is kept from working and what it costs in memory is measured by tests/bench/hostile.cpp.
class TestHostile : public QObject
{
    Q_OBJECT

    static void addModes(bool areSlow)
    {
        QTest::addColumn<EvilMode>("mode");
        for (const EvilMode &mode : evilModes()) {
            if (mode.isSlow == areSlow)
                QTest::newRow(mode.name) << mode;
        }
    }
    static void arm(EvilServer &server, const EvilMode &mode)
    {
        server.answer = mode.answer;
        server.drip = mode.drip;
        server.dripMs = mode.dripMs;
        server.hangsUp = mode.hangsUp;
    }

private Q_SLOTS:
    // S17
    void everyHostileAnswerEndsInAClearError_data() { addModes(false); }
    void everyHostileAnswerEndsInAClearError()
    {
        QFETCH(EvilMode, mode);
        EvilServer server;
        arm(server, mode);
        kit::NetworkTransport transport(server.url());
        kit::Api api(transport);

        const auto orders = outcomeOf(api.call(api::listAllOrders));

        QVERIFY(orders);
        QVERIFY(!*orders);
        QCOMPARE(orders->error().message, QString::fromLatin1(mode.said));
    }

    // S17
    void whatNeverEndsIsEndedByTheDeadline_data() { addModes(true); }
    void whatNeverEndsIsEndedByTheDeadline()
    {
        QFETCH(EvilMode, mode);
        EvilServer server;
        arm(server, mode);
        kit::NetworkTransport transport(server.url());

        QFuture<kit::Reply> reply = transport.send({.target = "/x", .timeoutMs = 200});

        QVERIFY(QTest::qWaitFor([&] { return reply.isFinished(); }, 10'000));
        QCOMPARE(kit::wire::errorOf(reply.result()).message, QString::fromLatin1(mode.said));
        QCOMPARE(reply.result().body, QByteArray());
    }

    // S17: a refusal of megabytes is not read for its words.
    void aLongRefusalIsToldByItsNumber()
    {
        EvilServer server;
        const QByteArray words =
            "{\"error\":{\"code\":\"FORBIDDEN\",\"message\":\"" + QByteArray(300'000, 'x') + "\"}}";
        server.answer =
            "HTTP/1.1 403 No\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(words.size()) +
            "\r\n\r\n" + words;
        kit::NetworkTransport transport(server.url());
        kit::Api api(transport);

        const auto orders = outcomeOf(api.call(api::listAllOrders));

        QVERIFY(orders && !*orders);
        QCOMPARE(orders->error().code, ErrorCode::Forbidden);
        QCOMPARE(orders->error().message, "The server answered 403.");
    }

    // S17: what is read aside is told where the pages are.
    void aLargeGoodAnswerArrivesOnTheThreadOfTheInterface()
    {
        EvilServer server;
        server.sayJson("{\"success\":true,\"data\":[]" + QByteArray(300'000, ' ') + ",\"meta\":{\"limit\":7}}");
        kit::NetworkTransport transport(server.url());
        kit::Api api(transport);
        const QThread *where = nullptr;
        int limit = 0;

        kit::whenDone(&api, api.call(api::listAllOrders), [&](const Result<Page<OrderCard>> &orders) {
            where = QThread::currentThread();
            limit = orders ? orders->limit : -1;
        });

        QTRY_COMPARE(limit, 7);
        QCOMPARE(where, qApp->thread());
    }

    // S17: whoever has gone while an answer is read aside hears nothing of it.
    void anApiThatIsGoneTellsNobody()
    {
        const QByteArray body = "{\"success\":true,\"data\":[]" + QByteArray(3'000'000, ' ') + ",\"meta\":{}}";
        OneReply transport;
        transport.reply = {.status = 200, .body = body, .contentType = "application/json"};
        auto api = std::make_unique<kit::Api>(transport);
        bool isTold = false;
        kit::whenDone(this, api->call(api::listAllOrders), [&](const Result<Page<OrderCard>> &) { isTold = true; });
        QVERIFY(!isTold); // it is being read

        api.reset();

        QVERIFY(!QTest::qWaitFor([&] { return isTold; }, 20));
    }

    // S17: more rows than a page can have are no page.
    void aPageWithAThousandAndOneRowsIsNotShown()
    {
        EvilServer server;
        server.sayJson("{\"success\":true,\"data\":[{}" + QByteArray(",{}").repeated(1000) + "],\"meta\":{}}");
        kit::NetworkTransport transport(server.url());
        kit::Api api(transport);

        const auto orders = outcomeOf(api.call(api::listAllOrders));

        QVERIFY(orders && !*orders);
        QCOMPARE(orders->error().message, "The server's answer cannot be read.");
    }

    // S17: a picture is decoded by the helper, which refuses before it takes the memory.
    void aPictureThatUnpacksToGigabytesIsRefused()
    {
        const kit::Sandbox sandbox;
        const QByteArray bomb = pixelBomb(100'000);
        QVERIFY(bomb.size() < 100'000);

        const auto image = outcomeOf(const_cast<kit::Sandbox &>(sandbox).render(bomb, 640, 1));

        QVERIFY(image && !*image);
        QCOMPARE(image->error().code, ErrorCode::UnacceptableFile);
    }

    // S17: a line that misbehaves is hung up and dialled again; nothing of it piles up.
    void aLineThatMisbehavesIsHungUp_data()
    {
        QTest::addColumn<EvilLine::Mode>("mode");
        for (const EvilLine::Mode &mode : EvilLine::modes())
            QTest::newRow(mode.name) << mode;
    }
    void aLineThatMisbehavesIsHungUp()
    {
        QFETCH(EvilLine::Mode, mode);
        EvilLine line;
        line.mode = mode;
        OneToken token;
        kit::LiveFeed feed({.server = line.url(), .path = "/ws/me", .credentials = &token}, hostilePace);
        int heard = 0;
        connect(&feed, &kit::LiveFeed::received, &feed, [&] { ++heard; });

        feed.start();

        QTRY_VERIFY_WITH_TIMEOUT(line.calls >= 2, 10'000);
        QVERIFY2(heard <= 200 * line.calls, qPrintable(QString::number(heard)));
    }

    // S17: text of the server that turns the reading direction around, or cannot be seen, is shown as such.
    void controlCharactersAndTurnsOfDirectionAreDisarmed()
    {
        const auto data =
            json::document("{\"id\":\"0192f7a0-0000-7000-8000-000000000001\",\"username\":\"ra\\u202evi"
                           "\\u0007\\u2066x\\u009b\",\"full_name\":\"क्‍ष\\n\\tOk\",\"role\":\"vendor\"}");
        Account account;
        json::Reader reader(json::Reader::Source::Reply);

        reader.read(*data, {}, account);

        QCOMPARE(account.username, QString::fromUtf8("ra\xef\xbf\xbdvi\xef\xbf\xbd\xef\xbf\xbdx\xef\xbf\xbd"));
        QCOMPARE(account.fullName, QStringLiteral("क्‍ष\n\tOk")); // the joiner of Indian scripts stays
    }

    // S17: a machine whose clock is a day off stays signed in and does not ask for new tokens again and again.
    void aClockThatIsADayOffEndsNothing_data()
    {
        QTest::addColumn<qint64>("offMs");
        QTest::newRow("a day early") << -dayMs;
        QTest::newRow("a day late") << dayMs;
    }
    void aClockThatIsADayOffEndsNothing()
    {
        QFETCH(qint64, offMs);
        PaperConsole house;
        const SessionTokens tokens = house.tokens(Role::Admin);
        house.clock.at = house.clock.at.after(offMs);
        house.server.answer(api::refreshSession, tokens);

        house.console.start();
        house.console.session().adopt(tokens);
        QVERIFY(!QTest::qWaitFor([&] { return house.server.timesAsked(api::refreshSession) > 0; }, 50));

        QVERIFY(house.console.shell());
        QVERIFY(!house.console.session().isStale());
        QCOMPARE(house.console.session().bearer(), "access-1");
        QCOMPARE(house.server.timesAsked(api::refreshSession), 0);
    }
};

CONSOLE_TEST(TestHostile)
#include "tst_hostile.moc"
