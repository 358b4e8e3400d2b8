#include "shared/contract/orders.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QTest>

namespace {

// A session whose token can be renewed once, twice, or never.
struct PaperSession : kit::Credentials
{
    QByteArray token = "old";
    bool mayRenew = true;
    int renewals = 0;
    int expiries = 0;

    QByteArray bearer() const override { return token; }
    QFuture<bool> renew() override
    {
        ++renewals;
        token = mayRenew ? "new" : token;
        return QtFuture::makeReadyFuture(mayRenew);
    }
    void expire() override { ++expiries; }
};

struct Sample
{
    QString name;
    int limit = 20;
    QList<QString> tags;
    std::optional<QString> city;

    FIELDS(Sample, FIELD(name), FIELD(limit), FIELD(tags), FIELD(city))
};

constexpr Endpoint<Sample, Page<Sample>> listSamples{.method = Method::Get,
                                                     .path = "/api/v1/samples",
                                                     .access = Access::SignedIn,
                                                     .owner = Owner::Nobodys,
                                                     .rate = Rate::Browse,
                                                     .summary = ""};
constexpr Endpoint<Sample, Sample, Id<Sample>> changeSample{.method = Method::Post,
                                                            .path = "/api/v1/samples/{id}/change",
                                                            .access = Access::SignedIn,
                                                            .owner = Owner::Everybodys,
                                                            .rate = Rate::Money,
                                                            .summary = "",
                                                            .repeat = Repeat::Keyed};
constexpr Endpoint<Nothing, Sample, Id<Sample>> showSample{.method = Method::Get,
                                                           .path = "/api/v1/samples/{id}",
                                                           .access = Access::SignedIn,
                                                           .owner = Owner::Everybodys,
                                                           .rate = Rate::Browse,
                                                           .summary = ""};

constexpr Endpoint<Nothing, Sample> showEverybody{.method = Method::Get,
                                                  .path = "/api/v1/everybody",
                                                  .access = Access::Public,
                                                  .owner = Owner::Nobodys,
                                                  .rate = Rate::Browse,
                                                  .summary = ""};
constexpr Endpoint<Sample, Sample> enter{.method = Method::Post,
                                         .path = "/api/v1/enter",
                                         .access = Access::Public,
                                         .owner = Owner::Nobodys,
                                         .rate = Rate::Browse,
                                         .summary = ""};
constexpr Endpoint<Sample, Sample> enterByPassword{.method = Method::Post,
                                                   .path = "/api/v1/enter/password",
                                                   .access = Access::Public,
                                                   .owner = Owner::Nobodys,
                                                   .rate = Rate::Browse,
                                                   .summary = "",
                                                   .hashes = true};

const Id<Sample> someId{QUuid(QStringLiteral("0192f7a0-1111-7000-8000-000000000009"))};

} // namespace

class TestApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQueryIsEncodedAndAbsentMembersAreLeftOut()
    {
        FakeTransport server;
        kit::Api api(server);
        server.answer(listSamples, {.items = {{.name = "a"}}, .nextCursor = "c2", .limit = 5, .total = 7});

        const auto page = api.call(listSamples, {.name = "copper & wire/50%", .tags = {"a", "b"}}).result();

        QCOMPARE(server.asked.first().target,
                 "/api/v1/samples?limit=20&name=copper%20%26%20wire%2F50%25&tags=a&tags=b");
        QVERIFY(page);
        QCOMPARE(page->items.size(), 1);
        QCOMPARE(*page->nextCursor, "c2");
        QCOMPARE(page->limit, 5);
        QCOMPARE(*page->total, 7);
    }

    void aRefusalBringsTheFieldsAndTheRequestId()
    {
        FakeTransport server;
        kit::Api api(server);
        server.refuse(changeSample,
                      {.code = ErrorCode::ValidationFailed, .message = "Bad.", .fields = {{"name", "is required"}}},
                      someId);

        const auto outcome = api.call(changeSample, {}, someId).result();

        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(outcome.error().fields, (QList<FieldError>{{"name", "is required"}}));
        QCOMPARE(kit::wire::requestIdOf(outcome.error()), "req-7");
        QVERIFY(!kit::wire::isUnreachable(outcome.error()));
    }

    void anExpiredTokenIsRenewedOnceAndTheCallRepeatedWithTheSameKey()
    {
        FakeTransport server;
        kit::Api api(server);
        PaperSession session;
        api.actFor(&session);
        server.refuse(changeSample, ErrorCode::TokenExpired, someId);

        const auto outcome = api.call(changeSample, {.name = "x"}, someId).result();

        QVERIFY(!outcome);
        QCOMPARE(server.asked.size(), 2);
        QCOMPARE(server.asked.at(0).bearer, "old");
        QCOMPARE(server.asked.at(1).bearer, "new");
        QVERIFY(!server.asked.at(0).idempotencyKey.isEmpty());
        QCOMPARE(server.asked.at(0).idempotencyKey, server.asked.at(1).idempotencyKey);
        QCOMPARE(session.renewals, 1);
        QCOMPARE(session.expiries, 1);
    }

    // Everybody behind one address shares the allowance of those who say no name.
    void whatEverybodyMayReadIsReadInTheCallersName()
    {
        FakeTransport server;
        kit::Api api(server);
        PaperSession session;
        api.actFor(&session);

        api.call(showEverybody).waitForFinished();
        api.fetch(QStringLiteral("/api/v1/files/7?expires=1&signature=s")).waitForFinished();
        api.call(enter, {.name = "x"}).waitForFinished();
        api.actFor(nullptr);
        api.call(showEverybody).waitForFinished();

        QCOMPARE(server.asked.at(0).bearer, "old");
        QCOMPARE(server.asked.at(1).bearer, "old");
        QCOMPARE(server.asked.at(2).bearer, "");
        QCOMPARE(server.asked.at(3).bearer, "");
    }

    // Passwords wait for threads of their own; an account whose answer was not waited for cannot be registered again.
    void whatHashesAPasswordMayTakeLonger()
    {
        FakeTransport server;
        kit::Api api(server);

        api.call(enter, {.name = "x"}).waitForFinished();
        api.call(enterByPassword, {.name = "x"}).waitForFinished();

        QCOMPARE(server.asked.at(0).timeoutMs, 10'000);
        QCOMPARE(server.asked.at(1).timeoutMs, 30'000);
    }

    void aRenewalThatFailsIsNotRepeated()
    {
        FakeTransport server;
        kit::Api api(server);
        PaperSession session;
        session.mayRenew = false;
        api.actFor(&session);
        server.refuse(showSample, ErrorCode::Unauthenticated, someId);

        QVERIFY(!api.call(showSample, someId).result());

        QCOMPARE(server.asked.size(), 1);
        QCOMPARE(session.expiries, 0);
    }

    void theSameWishAfterABrokenLineKeepsItsKey()
    {
        FakeTransport server;
        kit::Api api(server);
        server.cut();
        QVERIFY(!api.call(changeSample, {.name = "x"}, someId).result());
        QVERIFY(!api.call(changeSample, {.name = "y"}, someId).result());
        server.mend();
        server.answer(changeSample, {.name = "x"}, someId);

        QVERIFY(api.call(changeSample, {.name = "x"}, someId).result());
        QVERIFY(api.call(changeSample, {.name = "x"}, someId).result());

        QCOMPARE(server.asked.at(2).idempotencyKey, server.asked.at(0).idempotencyKey);
        QVERIFY(server.asked.at(1).idempotencyKey != server.asked.at(0).idempotencyKey);
        QVERIFY(server.asked.at(3).idempotencyKey != server.asked.at(0).idempotencyKey);
    }

    void aNewerServersMembersArePassedOver()
    {
        const kit::Reply reply{.status = 200,
                               .body = R"({"success":true,"data":{"name":"a","limit":1,"tags":[],"colour":"red"}})"};
        QVERIFY(kit::wire::outcome<Sample>(reply));
    }

    void garbageIsAnErrorAndNotACrash_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("html") << QByteArray("<html>Welcome to nginx</html>");
        QTest::newRow("cut short") << QByteArray("{\"success\":true,\"data\":{\"name\"");
        QTest::newRow("another type") << QByteArray("{\"success\":true,\"data\":[1,2]}");
        QTest::newRow("deep") << QByteArray(100'000, '[');
    }
    void garbageIsAnErrorAndNotACrash()
    {
        QFETCH(QByteArray, body);

        const auto outcome = kit::wire::outcome<Sample>({.status = 200, .body = body});

        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Internal);
    }

    void aLinkToAnotherServerIsNotFollowed_data()
    {
        QTest::addColumn<QString>("link");
        for (const char *link : {"https://evil.example/x", "//evil.example/x", "file:///etc/passwd", "x"})
            QTest::newRow(link) << QString::fromLatin1(link);
    }
    void aLinkToAnotherServerIsNotFollowed()
    {
        QFETCH(QString, link);
        FakeTransport server;
        kit::Api api(server);

        QVERIFY(!api.fetch(link).result());

        QVERIFY(server.asked.isEmpty());
    }

    void anAnswerForAWidgetThatIsGoneIsDropped()
    {
        FakeTransport server;
        kit::Api api(server);
        server.answer(showSample, {.name = "a"}, someId);
        server.hold();
        auto widget = std::make_unique<QObject>();
        bool wasCalled = false;
        kit::whenDone(widget.get(), api.call(showSample, someId), [&](const Result<Sample> &) { wasCalled = true; });

        widget.reset();
        server.release();

        QVERIFY(!wasCalled);
    }
};

CONSOLE_TEST(TestApi)
#include "tst_api.moc"
