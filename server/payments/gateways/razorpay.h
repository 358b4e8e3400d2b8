#pragma once

// Razorpay's orders, payments and webhooks; the sandbox gateway speaks the same.

#include "server/payments/gateways/line.h"

namespace payments {

class Razorpay final : public Gateway
{
public:
    Razorpay(const Clock &clock, const GatewayConfig &config);

    Result<Opened> open(Money amount, const QString &receipt) override;
    Result<QList<Attempt>> attemptsOf(const QString &orderId) override;
    Result<Attempt> capture(const Attempt &authorized) override;
    Result<> refund(const Attempt &captured, Turn turn) override;
    bool isRefunding() const override { return true; }
    QList<Instrument> instruments() const override;
    QString checkoutUrl(const QString &orderId, Money amount) const override;
    Result<std::optional<CheckoutReturn>> returnIn(const ConfirmPayment &answer) const override;
    Result<GatewayEvent> readWebhook(const RawBody &body) override;
    GatewayHealth health() const override { return m_line.health(); }
    Result<Probe> probe() override;
    void stop() override { m_line.stop(); }

private:
    Result<QJsonObject> ask(const QByteArray &method, const QString &path, const QJsonObject &body, Line::Again again,
                            Line::No no = Line::No::IsFault);

    const Clock &m_clock;
    const GatewayConfig m_config;
    Line m_line;
};

} // namespace payments
