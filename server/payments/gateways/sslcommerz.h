#pragma once

// SSLCommerz v4: sessions with a hosted page, IPN with its validation call, refunds.

#include "server/payments/gateways/line.h"

#include <QMap>

namespace payments {

class Sslcommerz final : public Gateway
{
public:
    Sslcommerz(const Clock &clock, const GatewayConfig &config);

    Result<Opened> open(Money amount, const QString &receipt) override;
    Result<QList<Attempt>> attemptsOf(const QString &orderId) override;
    Result<Attempt> capture(const Attempt &authorized) override;
    Result<> refund(const Attempt &captured, Turn turn) override;
    bool isRefunding() const override { return true; }
    QList<Instrument> instruments() const override;
    QString checkoutUrl(const QString &orderId, Money amount) const override;
    Result<std::optional<CheckoutReturn>> returnIn(const ConfirmPayment &answer) const override;
    // The store's password signs; what the signed fields say is asked of the validation API once more (PAY-09).
    Result<GatewayEvent> readWebhook(const RawBody &body) override;
    GatewayHealth health() const override { return m_line.health(); }
    Result<Probe> probe() override;
    void stop() override { m_line.stop(); }

private:
    using Signed = QMap<QByteArray, QByteArray>;
    using Form = QList<std::pair<QByteArray, QString>>;

    std::optional<Signed> signedFields(const QMap<QByteArray, QByteArray> &fields) const;
    Result<Attempt> validated(const Signed &said);
    Result<QJsonObject> query(const QString &path, Form form, Line::Again again);

    const GatewayConfig m_config;
    Line m_line;
};

} // namespace payments
