#include "tests/access/tills.h"

#include "server/paygate/door.h"
#include "server/paygate/stripe.h"
#include "tests/support/fakeclock.h"

namespace {

const paygate::Keys keys{"rzp_test_access", "key-secret", "webhook-secret"};

} // namespace

Tills::Tills()
{
    start();
    m_port = m_listening.get_future().get();
    if (m_port == 0)
        qFatal("the gateway has no port");
}

Tills::~Tills()
{
    quit();
    wait();
}

void Tills::run()
{
    const FakeClock clock;
    paygate::Gateway gateway(keys, clock, *QRandomGenerator::system());
    paygate::Webhooks webhooks({.url = {}, .secret = keys.webhookSecret});
    paygate::Door door(gateway, webhooks);
    paygate::Webhooks payersNews({});
    paygate::Stripe payer("sk_test_access", clock, *QRandomGenerator::system(), payersNews);
    door.add(QStringLiteral("stripe"), payer);
    m_desk = std::make_unique<QObject>();
    m_gateway = &gateway;
    m_listening.set_value(door.listen(0));
    exec();
    m_desk.reset();
}

payments::GatewayConfig Tills::config() const
{
    const QString url = QStringLiteral("http://127.0.0.1:%1").arg(m_port);
    return {.baseUrl = url,
            .checkoutUrl = url + QStringLiteral("/checkout/{order}"),
            .keyId = QString::fromUtf8(keys.keyId),
            .keySecret = keys.keySecret,
            .webhookSecret = keys.webhookSecret};
}

payments::GatewayConfig Tills::payingConfig() const
{
    return {.provider = QStringLiteral("stripe_connect"),
            .baseUrl = QStringLiteral("http://127.0.0.1:%1/stripe").arg(m_port),
            .keySecret = "sk_test_access",
            .webhookSecret = "whsec_access",
            .siteUrl = QStringLiteral("https://market.example")};
}

ConfirmPayment Tills::pay(const QString &gatewayOrder)
{
    ConfirmPayment out;
    QMetaObject::invokeMethod(
        m_desk.get(),
        [&] {
            const QJsonObject reply = m_gateway->pay(gatewayOrder).value().reply;
            out = {reply.value("razorpay_order_id").toString(), reply.value("razorpay_payment_id").toString(),
                   reply.value("razorpay_signature").toString()};
        },
        Qt::BlockingQueuedConnection);
    return out;
}
