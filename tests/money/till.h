#pragma once

// The payments of a world with the stand-in gateway behind them, reached through a real socket.

#include "server/core/crypto.h"
#include "server/paygate/bank.h"
#include "server/paygate/door.h"
#include "server/paygate/sslcommerz.h"
#include "server/paygate/stripe.h"
#include "server/payments/gateways/webcall.h"
#include "server/payments/service.h"
#include "tests/money/world.h"

#include <QJsonDocument>
#include <QThread>

#include <condition_variable>
#include <future>
#include <mutex>
#include <utility>

inline const QByteArray keySecret = "key-secret", webhookSecret = "webhook-secret";
inline const QByteArray stripeKey = "sk_test_key", stripeSecret = "whsec_test";
inline const QByteArray storePassword = "store-password";

// What providers have posted, until the test hands it to the payments in the order that it wants.
class Inbox
{
public:
    void put(const QHttpServerRequest &request)
    {
        RawBody post{request.body(), {}};
        for (const auto &[name, value] : request.headers())
            post.headers.insert(name.toLower(), value);
        const std::lock_guard lock(m_mutex);
        m_posts += post;
        m_arrived.notify_all();
    }
    // All of them, once there are that many.
    QList<RawBody> take(qsizetype count)
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait_for(lock, std::chrono::seconds(20), [&] { return m_posts.size() >= count; });
        return std::exchange(m_posts, {});
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    QList<RawBody> m_posts;
};

// The stand-in gateways in a thread of their own, reached through real sockets.
class PaygateThread : public QThread
{
public:
    explicit PaygateThread(const Clock &clock)
        : m_clock(clock)
    {
        start();
        m_port = m_listening.get_future().get();
    }
    ~PaygateThread() override
    {
        quit();
        wait();
    }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    QString postUrl() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_postPort); }
    Inbox inbox;

    QJsonObject post(const QString &path, const QJsonObject &body = {}) const
    {
        return ask("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact));
    }
    QJsonObject read(const QString &path) const { return ask("GET", path, {}); }
    // At the checkout of a provider that has its own path: pay, fail …
    QJsonObject visit(const QString &provider, const QString &order, const char *button) const
    {
        return post(QStringLiteral("/%1/checkout/%2/%3").arg(provider, order, QString::fromLatin1(button)));
    }

protected:
    void run() override
    {
        paygate::Gateway gateway({.keyId = "key-id", .keySecret = keySecret, .webhookSecret = webhookSecret}, m_clock,
                                 *QRandomGenerator::system());
        paygate::Webhooks webhooks({});
        paygate::Door door(gateway, webhooks);
        QHttpServer post;
        post.route("/api/v1/webhooks/<arg>", [this](const QString &, const QHttpServerRequest &request) {
            inbox.put(request);
            return QHttpServerResponse("application/json", "{}");
        });
        m_postPort = post.listen(QHostAddress::LocalHost);
        paygate::Webhooks stripeNews({.url = QUrl(postUrl() + QStringLiteral("/api/v1/webhooks/stripe")),
                                      .secret = stripeSecret,
                                      .style = paygate::Style::Stripe,
                                      .clock = &m_clock});
        paygate::Stripe stripe(stripeKey, m_clock, *QRandomGenerator::system(), stripeNews);
        paygate::Webhooks storeNews({.secret = storePassword, .style = paygate::Style::Sslcommerz});
        paygate::Sslcommerz sslcommerz({"store", storePassword}, *QRandomGenerator::system(), storeNews);
        paygate::Bank bank(m_clock);
        stripe.connect().setNewsUrl(QUrl(postUrl() + QStringLiteral("/api/v1/webhooks/stripe_connect")));
        door.add(QStringLiteral("stripe"), stripe);
        door.add(QStringLiteral("sslcommerz"), sslcommerz);
        door.add(QStringLiteral("upi"), bank);
        const quint16 port = door.listen(0);
        stripe.connect().setBaseUrl(QStringLiteral("http://127.0.0.1:%1/stripe").arg(port));
        m_listening.set_value(port);
        exec();
    }

private:
    QJsonObject ask(const QByteArray &method, const QString &path, const QByteArray &body) const
    {
        const auto answer = payments::call(
            {.method = method, .url = url() + path, .user = "key-id", .password = keySecret, .body = body});
        return QJsonDocument::fromJson(answer.body).object();
    }

    const Clock &m_clock;
    std::promise<quint16> m_listening;
    quint16 m_port = 0, m_postPort = 0;
};

struct Till
{
    World world;
    PaygateThread gateway{world.db.clock};
    payments::GatewayConfig config{.baseUrl = gateway.url(),
                                   .checkoutUrl = gateway.url() + QStringLiteral("/checkout/{order}"),
                                   .keyId = QStringLiteral("key-id"),
                                   .keySecret = keySecret,
                                   .webhookSecret = webhookSecret,
                                   .firstRetryMs = 1};
    payments::Service payments{*world.db,    world.db.clock, world.ids,   world.accounts,  world.auth,
                               world.ledger, world.settings, world.audit, world.secrets(), {config}};

    Result<Payment> recharge(qint64 paise = 50'000) { return payments.rechargeWallet(world.buyer.caller, {{paise}}); }
    Payment read(Id<Payment> id) { return payments.readPayment(world.buyer.caller, id).value(); }
    Money balance() { return world.wallet().currentBalance; }

    static RawBody signedBody(const QByteArray &bytes, const QByteArray &eventId,
                              const QByteArray &secret = webhookSecret)
    {
        return {
            bytes,
            {{"x-razorpay-signature", crypto::hmacSha256(secret, bytes).toHex()}, {"x-razorpay-event-id", eventId}}};
    }
    static QByteArray event(const QByteArray &kind, const QString &order, const QString &status, qint64 paise = 50'000,
                            const QString &currency = QStringLiteral("INR"), const QString &attempt = {})
    {
        const QJsonObject entity{{"id", attempt.isEmpty() ? "pay_of_" + order : attempt},
                                 {"order_id", order},
                                 {"amount", paise},
                                 {"currency", currency},
                                 {"status", status},
                                 {"vpa", "asha@bank"},
                                 {"email", "asha@example.org"},
                                 {"contact", "+919800000002"},
                                 {"error_description", "declined"}};
        return QJsonDocument(QJsonObject{{"event", QString::fromLatin1(kind)},
                                         {"payload", QJsonObject{{"payment", QJsonObject{{"entity", entity}}}}}})
            .toJson(QJsonDocument::Compact);
    }
    Result<> tell(const RawBody &body) { return payments.receiveWebhook({}, QStringLiteral("razorpay"), body); }
    Result<> tellCaptured(const QString &order, qint64 paise = 50'000)
    {
        return tell(signedBody(event("payment.captured", order, QStringLiteral("captured"), paise),
                               "captured" + order.toUtf8()));
    }
    // A visit to the gateway's checkout; gives the id of the attempt that paid.
    QString payAt(const QString &order)
    {
        return gateway.post(QStringLiteral("/checkout/%1/pay").arg(order))["razorpay_payment_id"].toString();
    }
    QString statusAt(const QString &attempt)
    {
        return gateway.read(QStringLiteral("/v1/payments/") + attempt)["status"].toString();
    }
    void sql(std::string_view statement, const QString &value)
    {
        const Result<> done = world.db->write([&](Tx &tx) -> Result<> {
            tx.run(statement, value);
            return {};
        });
        Q_ASSERT(done);
    }
    qint64 events(const char *outcome)
    {
        return world.db.number("count(*) FROM webhook_events WHERE outcome = ?", std::string_view(outcome));
    }
};
