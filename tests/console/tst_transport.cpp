#include "console/kit/display.h"
#include "console/kit/transport.h"
#include "tests/console/registry.h"
#include "tests/support/evilserver.h"

#include <QTemporaryDir>
#include <QTest>

namespace {

kit::Reply replyOf(kit::NetworkTransport &transport, kit::Call call)
{
    const QFuture<kit::Reply> future = transport.send(call);
    const bool isDone = QTest::qWaitFor([&] { return future.isFinished(); }, 5000);
    return isDone ? future.result() : kit::Reply{.trouble = QStringLiteral("never ended")};
}

} // namespace

// The console in front of a hostile server: S17 of facts/security.md.
class TestTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void howLongToWaitIsSaidOnce()
    {
        QLocale::setDefault(QLocale(QStringLiteral("en_IN")));
        const Error told{.code = ErrorCode::TooManyRequests,
                         .message = QStringLiteral("Too many requests. Try again in 9 s."),
                         .retryAfterSeconds = 9};
        const Error untold{.code = ErrorCode::TooManyRequests,
                           .message = QStringLiteral("Too many reports are waiting."),
                           .retryAfterSeconds = 9};

        QCOMPARE(kit::display::trouble(told), told.message);
        QCOMPARE(kit::display::trouble(untold), QStringLiteral("Too many reports are waiting. Try again in 9 s."));
    }

    void anAnswerArrivesWithItsRequestId()
    {
        EvilServer server;
        server.answer = "HTTP/1.1 200 OK\r\nX-Request-Id: r-1\r\nContent-Length: 2\r\n\r\n{}";
        kit::NetworkTransport transport(server.url());

        const kit::Reply reply = replyOf(transport, {.target = "/api/v1/x?a=b", .bearer = "t"});

        QCOMPARE(reply.outcome, kit::Reply::Outcome::Answered);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, "{}");
        QCOMPARE(reply.requestId, "r-1");
        QVERIFY(server.heard.first().startsWith("GET /api/v1/x?a=b HTTP/1.1\r\n"));
        QVERIFY(server.heard.first().contains("Authorization: Bearer t\r\n"));
    }

    void aRefusalIsAnAnswer_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 401, 403, 404, 409, 422, 429, 500, 502, 503})
            QTest::addRow("%d", status) << status;
    }
    void aRefusalIsAnAnswer()
    {
        QFETCH(int, status);
        EvilServer server;
        server.answer = "HTTP/1.1 " + QByteArray::number(status) + " No\r\nContent-Length: 2\r\n\r\n{}";
        kit::NetworkTransport transport(server.url());

        const kit::Reply reply = replyOf(transport, {.target = "/x"});

        QCOMPARE(reply.outcome, kit::Reply::Outcome::Answered);
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.body, "{}");
    }

    void nobodyThereIsUnreachable()
    {
        kit::NetworkTransport transport(QUrl(QStringLiteral("http://127.0.0.1:1")));

        QCOMPARE(replyOf(transport, {.target = "/x"}).outcome, kit::Reply::Outcome::Unreachable);
    }

    void aDrippingAnswerEndsAtTheDeadline()
    {
        EvilServer server;
        server.answer = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n";
        server.drip = "x";
        kit::NetworkTransport transport(server.url());

        QCOMPARE(replyOf(transport, {.target = "/x", .timeoutMs = 200}).outcome, kit::Reply::Outcome::TimedOut);
    }

    void aSilentServerEndsAtTheDeadline()
    {
        EvilServer server;
        kit::NetworkTransport transport(server.url());

        QCOMPARE(replyOf(transport, {.target = "/x", .timeoutMs = 200}).outcome, kit::Reply::Outcome::TimedOut);
    }

    void anEndlessAnswerIsCutOff()
    {
        EvilServer server;
        server.answer = "HTTP/1.1 200 OK\r\n\r\n";
        server.drip = QByteArray(100'000, 'x');
        kit::NetworkTransport transport(server.url());

        QCOMPARE(replyOf(transport, {.target = "/x", .sizeMax = 500'000}).outcome, kit::Reply::Outcome::TooLarge);
    }

    void anAnnouncedGiantIsRefusedAtOnce()
    {
        EvilServer server;
        server.answer = "HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n";
        kit::NetworkTransport transport(server.url());

        QCOMPARE(replyOf(transport, {.target = "/x"}).outcome, kit::Reply::Outcome::TooLarge);
    }

    // A file is never held in memory, and stands in its place only when all of it has come.
    void aFileGoesStraightToTheDisk()
    {
        EvilServer server;
        server.answer = "HTTP/1.1 200 OK\r\nContent-Length: 400000\r\n\r\n" + QByteArray(400'000, 'r');
        kit::NetworkTransport transport(server.url());
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("report.csv"));
        qint64 seen = 0;
        QObject owner;

        const kit::Reply reply = replyOf(transport, {.target = "/x",
                                                     .sizeMax = 400'000,
                                                     .progress = [&](qint64 done, qint64) { seen = done; },
                                                     .savePath = path,
                                                     .wantedBy = &owner});

        QCOMPARE(reply.outcome, kit::Reply::Outcome::Answered);
        QCOMPARE(reply.body, "");
        QCOMPARE(seen, 400'000);
        QCOMPARE(QFileInfo(path).size(), 400'000);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"report.csv"});
    }

    void aFileThatDoesNotComeWholeLeavesNothing_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<kit::Reply::Outcome>("outcome");
        QTest::newRow("too large") << QByteArray("HTTP/1.1 200 OK\r\n\r\n") << kit::Reply::Outcome::TooLarge;
        QTest::newRow("refused") << QByteArray("HTTP/1.1 404 No\r\nContent-Length: 2\r\n\r\n{}")
                                 << kit::Reply::Outcome::Answered;
    }
    void aFileThatDoesNotComeWholeLeavesNothing()
    {
        QFETCH(QByteArray, answer);
        QFETCH(kit::Reply::Outcome, outcome);
        EvilServer server;
        server.answer = answer;
        if (outcome == kit::Reply::Outcome::TooLarge)
            server.drip = QByteArray(100'000, 'x');
        kit::NetworkTransport transport(server.url());
        const QTemporaryDir folder;
        QObject owner;

        const kit::Reply reply = replyOf(
            transport,
            {.target = "/x", .sizeMax = 500'000, .savePath = folder.filePath("report.csv"), .wantedBy = &owner});

        QCOMPARE(reply.outcome, outcome);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList());
    }

    void aFileThatNobodyWantsAnyMoreIsGivenUp()
    {
        EvilServer server;
        server.answer = "HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n";
        server.drip = QByteArray(10'000, 'x');
        kit::NetworkTransport transport(server.url());
        const QTemporaryDir folder;
        auto owner = std::make_unique<QObject>();
        qint64 seen = 0;

        const QFuture<kit::Reply> reply = transport.send({.target = "/x",
                                                          .sizeMax = kit::downloadMax,
                                                          .progress = [&](qint64 done, qint64) { seen = done; },
                                                          .savePath = folder.filePath("report.csv"),
                                                          .wantedBy = owner.get()});
        QTRY_VERIFY(seen > 0);
        owner.reset();

        QTRY_VERIFY(reply.isFinished());
        QCOMPARE(reply.result().outcome, kit::Reply::Outcome::Broken);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList());
    }

    void theTokenNeverGoesToAnotherServer()
    {
        EvilServer thief;
        thief.answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
        EvilServer server;
        server.answer =
            "HTTP/1.1 302 Found\r\nLocation: " + thief.url().toEncoded() + "/x\r\nContent-Length: 0\r\n\r\n";
        kit::NetworkTransport transport(server.url());

        const kit::Reply reply = replyOf(transport, {.target = "/x", .bearer = "secret"});

        QVERIFY(reply.outcome != kit::Reply::Outcome::Answered || reply.status == 302);
        QVERIFY(thief.heard.isEmpty());
    }

    void aRedirectToAFileIsNotFollowed()
    {
        EvilServer server;
        server.answer = "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n";
        kit::NetworkTransport transport(server.url());

        const kit::Reply reply = replyOf(transport, {.target = "/x"});

        QVERIFY(!reply.body.contains("root"));
        QVERIFY(reply.outcome != kit::Reply::Outcome::Answered || reply.status == 302);
    }

    void aFileNameFromTheServerIsOnlyAName_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << QByteArray("invoice.pdf") << "invoice.pdf";
        QTest::newRow("up the tree") << QByteArray("../../.bashrc") << "";
        QTest::newRow("absolute") << QByteArray("/etc/passwd") << "passwd";
        QTest::newRow("the other slash") << QByteArray("..\\..\\x.exe") << "x.exe";
    }
    void aFileNameFromTheServerIsOnlyAName()
    {
        QFETCH(QByteArray, sent);
        QFETCH(QString, name);
        EvilServer server;
        server.answer = "HTTP/1.1 200 OK\r\nContent-Disposition: attachment; filename=\"" + sent +
                        "\"\r\nContent-Length: 2\r\n\r\n{}";
        kit::NetworkTransport transport(server.url());

        QCOMPARE(replyOf(transport, {.target = "/x"}).fileName, name);
    }
};

CONSOLE_TEST(TestTransport)
#include "tst_transport.moc"
