// PAY-01, PAY-06: the stand-in gateway speaks the provider's protocol over a real socket, so that the server's adapter
// is tested against what it will meet outside.

#include "server/paygate/door.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace paygate;

namespace {

constexpr int patienceMs = 5000;

struct FixedClock : Clock
{
    Instant now() const override { return {1'763'700'000'000}; }
};

struct Answer
{
    int status = 0;
    QJsonObject body;
    QByteArray bytes;
};

// The merchant's side of the webhooks: keeps what arrives and answers what the test says.
class Merchant
{
public:
    struct Post
    {
        QByteArray body, signature, eventId;
        QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
        QString event() const { return json().value("event").toString(); }
    };

    Merchant()
    {
        m_server.route("/hook", QHttpServerRequest::Method::Post, [this](const QHttpServerRequest &request) {
            Post post{.body = request.body()};
            for (const auto &[key, value] : request.headers()) {
                if (key.toLower() == "x-razorpay-signature")
                    post.signature = value;
                if (key.toLower() == "x-razorpay-event-id")
                    post.eventId = value;
            }
            posts += post;
            const bool isRefused = refusals > 0 && refusals-- > 0;
            return QHttpServerResponse("text/plain", QByteArray("noted"),
                                       isRefused ? QHttpServerResponder::StatusCode::InternalServerError
                                                 : QHttpServerResponder::StatusCode::Ok);
        });
        port = m_server.listen(QHostAddress::LocalHost);
    }

    QStringList events() const
    {
        QStringList names;
        for (const Post &post : posts)
            names += post.event();
        return names;
    }

    QList<Post> posts;
    int refusals = 0;
    quint16 port = 0;

private:
    QHttpServer m_server;
};

// A gateway, its merchant and a caller with the right key.
class World
{
public:
    World() { port = door.listen(0); }

    Answer call(const char *method, const QString &path, const QJsonObject &body = {},
                const QByteArray &credentials = "rzp_test_key:key-secret")
    {
        QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(port).arg(path)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
        request.setRawHeader("Authorization", "Basic " + credentials.toBase64());
        QNetworkReply *reply = m_network.sendCustomRequest(request, method, QJsonDocument(body).toJson());
        QSignalSpy(reply, &QNetworkReply::finished).wait(patienceMs);
        reply->deleteLater();
        const QByteArray bytes = reply->readAll();
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                QJsonDocument::fromJson(bytes).object(), bytes};
    }

    QString newOrder(const QJsonObject &more = {})
    {
        QJsonObject wish{{"amount", 50000}, {"currency", "INR"}, {"receipt", "R-1"}};
        for (auto it = more.begin(); it != more.end(); ++it)
            wish.insert(it.key(), it.value());
        return call("POST", QStringLiteral("/v1/orders"), wish).body.value("id").toString();
    }

    Answer checkout(const QString &order, const char *button)
    {
        return call("POST", QStringLiteral("/checkout/%1/%2").arg(order, QString::fromLatin1(button)), {}, "");
    }

    FixedClock clock;
    QRandomGenerator random{7};
    Merchant merchant;
    Gateway gateway{{"rzp_test_key", "key-secret", "hook-secret"}, clock, random};
    Webhooks webhooks{{QUrl(QStringLiteral("http://127.0.0.1:%1/hook").arg(merchant.port)), "hook-secret", 10}};
    Door door{gateway, webhooks};
    quint16 port = 0;

private:
    QNetworkAccessManager m_network;
};

// A value inside nested objects: "payload.payment.entity.amount".
QJsonValue member(QJsonValue in, const char *path)
{
    for (const QString &step : QString::fromLatin1(path).split(u'.'))
        in = in.toObject().value(step);
    return in;
}

QString errorOf(const Answer &answer)
{
    return answer.body.value("error").toObject().value("description").toString();
}

} // namespace

class PaygateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOrderHasTheFieldsOfTheProvider()
    {
        World world;

        const Answer made = world.call(
            "POST", "/v1/orders",
            {{"amount", 50000}, {"currency", "INR"}, {"receipt", "R-1"}, {"notes", QJsonObject{{"recharge", "abc"}}}});

        QCOMPARE(made.status, 200);
        const QString id = made.body.value("id").toString();
        QVERIFY(id.startsWith(u"order_") && id.size() == 20);
        const QJsonObject wanted{{"id", id},
                                 {"entity", "order"},
                                 {"amount", 50000},
                                 {"amount_paid", 0},
                                 {"amount_due", 50000},
                                 {"currency", "INR"},
                                 {"receipt", "R-1"},
                                 {"offer_id", QJsonValue()},
                                 {"status", "created"},
                                 {"attempts", 0},
                                 {"notes", QJsonObject{{"recharge", "abc"}}},
                                 {"created_at", 1'763'700'000}};
        QCOMPARE(made.body, wanted);
        QCOMPARE(world.call("GET", "/v1/orders/" + id).body, wanted);
    }

    void aBadOrderIsRefusedAndNothingIsKept_data()
    {
        QTest::addColumn<QJsonObject>("wish");
        QTest::addColumn<QString>("description");
        QTest::newRow("no amount") << QJsonObject{{"currency", "INR"}} << "The amount must be an integer.";
        QTest::newRow("half a paisa") << QJsonObject{{"amount", 100.5}, {"currency", "INR"}}
                                      << "The amount must be an integer.";
        QTest::newRow("less than a rupee")
            << QJsonObject{{"amount", 99}, {"currency", "INR"}} << "Order amount less than minimum amount allowed";
        QTest::newRow("dollars") << QJsonObject{{"amount", 100}, {"currency", "USD"}} << "Currency is not supported";
        QTest::newRow("long receipt") << QJsonObject{{"amount", 100},
                                                     {"currency", "INR"},
                                                     {"receipt", QString(41, u'x')}}
                                      << "The receipt may not be greater than 40 characters.";
    }
    void aBadOrderIsRefusedAndNothingIsKept()
    {
        QFETCH(QJsonObject, wish);
        QFETCH(QString, description);
        World world;

        const Answer refused = world.call("POST", "/v1/orders", wish);

        QCOMPARE(refused.status, 400);
        QCOMPARE(errorOf(refused), description);
        QCOMPARE(refused.body.value("error").toObject().value("code").toString(), QString("BAD_REQUEST_ERROR"));
        QVERIFY(!refused.body.contains("id"));
    }

    void strangersAreRefused()
    {
        World world;

        const Answer refused =
            world.call("POST", "/v1/orders", {{"amount", 100}, {"currency", "INR"}}, "rzp_test_key:x");

        QCOMPARE(refused.status, 401);
        QCOMPARE(errorOf(refused), QString("Authentication failed"));
    }

    void aPaidOrderIsSignedAndAnnouncedInOrder()
    {
        World world;
        const QString order = world.newOrder();

        const Answer paid = world.checkout(order, "pay");

        const QString payment = paid.body.value("razorpay_payment_id").toString();
        QCOMPARE(paid.body.value("razorpay_order_id").toString(), order);
        QCOMPARE(paid.body.value("razorpay_signature").toString().toLatin1(),
                 hexHmac((order + "|" + payment).toUtf8(), "key-secret"));
        QTRY_COMPARE(world.merchant.posts.size(), 3);
        QCOMPARE(world.merchant.events(), QStringList({"payment.authorized", "payment.captured", "order.paid"}));
        for (const Merchant::Post &post : std::as_const(world.merchant.posts)) {
            QCOMPARE(post.signature, hexHmac(post.body, "hook-secret"));
            QCOMPARE(post.eventId.size(), 14);
            const QJsonObject entity = member(post.json(), "payload.payment.entity").toObject();
            QCOMPARE(entity.value("order_id").toString(), order);
            QCOMPARE(entity.value("amount").toInteger(), 50000);
        }
        QCOMPARE(member(world.merchant.posts[0].json(), "payload.payment.entity.captured").toBool(), false);
        QCOMPARE(member(world.merchant.posts[2].json(), "payload.order.entity.status").toString(), QString("paid"));
        const QJsonObject now = world.call("GET", "/v1/orders/" + order).body;
        QCOMPARE(now.value("amount_due").toInteger(), 0);
        QCOMPARE(now.value("attempts").toInteger(), 1);
    }

    void aPaidOrderCannotBePaidAgain()
    {
        World world;
        const QString order = world.newOrder();
        world.checkout(order, "pay");

        const Answer again = world.checkout(order, "pay");

        QCOMPARE(again.status, 400);
        QCOMPARE(errorOf(again), QString("Order already paid"));
        QCOMPARE(world.call("GET", "/v1/orders/" + order + "/payments").body.value("count").toInteger(), 1);
    }

    void aFailedAttemptMayBeFollowedByAPaidOne()
    {
        World world;
        const QString order = world.newOrder();

        const Answer failed = world.checkout(order, "fail");
        world.checkout(order, "pay");

        QCOMPARE(member(failed.body, "error.reason").toString(), QString("payment_failed"));
        QTRY_COMPARE(world.merchant.posts.size(), 4);
        QVERIFY(world.merchant.events().contains("payment.failed"));
        const QJsonArray attempts =
            world.call("GET", "/v1/orders/" + order + "/payments").body.value("items").toArray();
        QCOMPARE(attempts.size(), 2);
        QCOMPARE(member(attempts[0], "status").toString(), QString("failed"));
        QCOMPARE(member(attempts[0], "error_code").toString(), QString("BAD_REQUEST_ERROR"));
        QCOMPARE(member(attempts[1], "status").toString(), QString("captured"));
    }

    void aPaymentIsCapturedOnceAndOnlyInFull()
    {
        World world;
        const QString order = world.newOrder({{"payment_capture", false}});
        const QString payment = world.checkout(order, "pay").body.value("razorpay_payment_id").toString();
        const QString capture = "/v1/payments/" + payment + "/capture";

        const Answer short1 = world.call("POST", capture, {{"amount", 49999}, {"currency", "INR"}});
        const Answer done = world.call("POST", capture, {{"amount", 50000}, {"currency", "INR"}});
        const Answer again = world.call("POST", capture, {{"amount", 50000}, {"currency", "INR"}});

        QCOMPARE(errorOf(short1), QString("Capture amount must be equal to the amount authorized"));
        QCOMPARE(done.body.value("status").toString(), QString("captured"));
        QCOMPARE(again.status, 400);
        QCOMPARE(errorOf(again), QString("This payment has already been captured"));
        QTRY_COMPARE(world.merchant.posts.size(), 3);
    }

    void refundsNeverExceedThePayment()
    {
        World world;
        const QString order = world.newOrder();
        const QString payment = world.checkout(order, "pay").body.value("razorpay_payment_id").toString();
        const QString refund = "/v1/payments/" + payment + "/refund";

        const Answer part = world.call("POST", refund, {{"amount", 20000}});
        const Answer tooMuch = world.call("POST", refund, {{"amount", 30001}});
        const Answer rest = world.call("POST", refund);
        const Answer more = world.call("POST", refund);

        QCOMPARE(part.body.value("entity").toString(), QString("refund"));
        QCOMPARE(part.body.value("status").toString(), QString("processed"));
        QCOMPARE(tooMuch.status, 400);
        QCOMPARE(rest.body.value("amount").toInteger(), 30000);
        QCOMPARE(more.status, 400);
        const QJsonObject now = world.call("GET", "/v1/payments/" + payment).body;
        QCOMPARE(now.value("amount_refunded").toInteger(), 50000);
        QCOMPARE(now.value("refund_status").toString(), QString("full"));
    }

    void aRefusedEventComesAgainWithTheSameId()
    {
        World world;
        world.merchant.refusals = 2;

        world.checkout(world.newOrder(), "fail");

        QTRY_COMPARE(world.merchant.posts.size(), 3);
        QCOMPARE(world.merchant.posts[2].eventId, world.merchant.posts[0].eventId);
        QCOMPARE(world.merchant.posts[2].body, world.merchant.posts[0].body);
        QTRY_COMPARE(world.call("GET", "/control").body.value("delivered").toInteger(), 1);
    }

    void itMisbehavesOnCommand_data()
    {
        QTest::addColumn<QJsonObject>("wish");
        QTest::addColumn<QStringList>("events");
        QTest::newRow("duplicate") << QJsonObject{{"duplicate", 1}}
                                   << QStringList{"payment.authorized", "payment.authorized", "payment.captured",
                                                  "order.paid"};
        QTest::newRow("reorder") << QJsonObject{{"reorder", 1}}
                                 << QStringList{"order.paid", "payment.captured", "payment.authorized"};
        QTest::newRow("drop") << QJsonObject{{"drop", 2}} << QStringList{"order.paid"};
        QTest::newRow("pause") << QJsonObject{{"pause_ms", 50}}
                               << QStringList{"payment.authorized", "payment.captured", "order.paid"};
    }
    void itMisbehavesOnCommand()
    {
        QFETCH(QJsonObject, wish);
        QFETCH(QStringList, events);
        World world;
        QCOMPARE(world.call("POST", "/control", wish).status, 200);

        world.checkout(world.newOrder(), "pay");

        QTRY_COMPARE(world.merchant.events(), events);
    }

    void itForgesSignaturesAndAmountsOnCommand()
    {
        World world;
        world.call("POST", "/control", {{"wrong_signature", 1}});
        world.checkout(world.newOrder(), "fail");
        QTRY_COMPARE(world.merchant.posts.size(), 1);
        world.call("POST", "/control", {{"wrong_amount", 1}});
        world.checkout(world.newOrder(), "fail");
        QTRY_COMPARE(world.merchant.posts.size(), 2);

        const Merchant::Post forged = world.merchant.posts[0];
        const Merchant::Post dearer = world.merchant.posts[1];

        QVERIFY(forged.signature != hexHmac(forged.body, "hook-secret"));
        QCOMPARE(dearer.signature, hexHmac(dearer.body, "hook-secret"));
        QCOMPARE(member(dearer.json(), "payload.payment.entity.amount").toInteger(), 50100);
    }

    void anOutageAnswersServerError()
    {
        World world;
        world.call("POST", "/control", {{"outages", 1}});

        const Answer out = world.call("GET", "/v1/orders/order_x");
        const Answer back = world.call("GET", "/v1/orders/order_x");

        QCOMPARE(out.status, 500);
        QCOMPARE(member(out.body, "error.code").toString(), QString("SERVER_ERROR"));
        QCOMPARE(back.status, 400);
        QCOMPARE(errorOf(back), QString("The id provided does not exist"));
    }

    void theCheckoutPageShowsTheAmount()
    {
        World world;

        const Answer page = world.call("GET", "/checkout/" + world.newOrder());

        QCOMPARE(page.status, 200);
        QVERIFY(page.bytes.contains("₹500.00"));
        QVERIFY(page.bytes.contains(">Pay<") && page.bytes.contains(">Fail<"));
        QVERIFY(!page.bytes.contains("<script"));
    }
};

QTEST_GUILESS_MAIN(PaygateTest)
#include "tst_paygate.moc"
