#pragma once

// Stripe's PaymentIntents, refunds and webhooks.

#include "server/payments/gateways/line.h"

namespace payments {

class Stripe final : public Gateway
{
public:
    Stripe(const Clock &clock, const GatewayConfig &config);

    Result<Opened> open(Money amount, const QString &receipt) override;
    Result<QList<Attempt>> attemptsOf(const QString &orderId) override;
    Result<Attempt> capture(const Attempt &authorized) override;
    Result<> refund(const Attempt &captured, Turn turn) override;
    bool isRefunding() const override { return true; }
    QList<Instrument> instruments() const override { return {Instrument::Card, Instrument::Wallet}; }
    QString checkoutUrl(const QString &orderId, Money amount) const override;
    Result<std::optional<CheckoutReturn>> returnIn(const ConfirmPayment &answer) const override;
    Result<GatewayEvent> readWebhook(const RawBody &body) override;
    GatewayHealth health() const override { return m_line.health(); }
    Result<Probe> probe() override;
    void stop() override { m_line.stop(); }

private:
    using Form = QList<std::pair<QByteArray, QString>>;

    Result<QJsonObject> read(const QString &path);
    Result<QJsonObject> post(const QString &path, const Form &form, const QString &key,
                             Line::No no = Line::No::IsFault);

    const Clock &m_clock;
    const GatewayConfig m_config;
    Line m_line;
};

} // namespace payments
