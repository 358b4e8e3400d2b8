#pragma once

// Razorpay's orders, payments and webhooks; the sandbox gateway speaks the same.

#include "server/payments/gateways/breaker.h"
#include "server/payments/gateways/gateway.h"

#include <QJsonObject>

#include <condition_variable>

namespace payments {

class Razorpay final : public Gateway
{
public:
    Razorpay(const Clock &clock, GatewayConfig config);

    Result<QString> createOrder(Money amount, const QString &receipt) override;
    Result<Attempt> attempt(const QString &id) override;
    Result<QList<Attempt>> attemptsOf(const QString &orderId) override;
    Result<Attempt> capture(const Attempt &authorized) override;
    Result<> refund(const Attempt &captured) override;
    QString checkoutUrl(const QString &orderId) const override;
    bool isCheckoutSigned(const ConfirmPayment &answer) const override;
    Result<GatewayEvent> readWebhook(const RawBody &body) const override;
    void stop() override;

private:
    // Whether a call whose answer was lost may be sent again.
    enum class Again { Always, WhenUnreached };

    Result<QJsonObject> ask(const QByteArray &method, const QString &path, const QJsonObject &body, Again again);
    // False when it was cut off by stop().
    bool pause(int ms);

    const GatewayConfig m_config;
    Breaker m_breaker;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_isStopped = false;
};

} // namespace payments
