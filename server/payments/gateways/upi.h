#pragma once

// UPI without an intermediary: the payer's app gets a link (or its QR code) with our reference, and the money is seen
// on the bank's statement. There is nobody to ask and nobody who tells.

#include "server/payments/gateways/gateway.h"

namespace payments {

class Upi final : public Gateway
{
public:
    explicit Upi(const GatewayConfig &config);

    Result<Opened> open(Money amount, const QString &receipt) override;
    Result<QList<Attempt>> attemptsOf(const QString &orderId) override;
    Result<Attempt> capture(const Attempt &authorized) override;
    Result<> refund(const Attempt &captured, Turn turn) override;
    bool isRefunding() const override { return false; }
    bool isPrompt() const override { return false; }
    bool isAsked() const override { return false; }
    QList<Instrument> instruments() const override { return {Instrument::Upi}; }
    // upi://pay?…, everything in it percent-encoded.
    QString checkoutUrl(const QString &orderId, Money amount) const override;
    Result<std::optional<CheckoutReturn>> returnIn(const ConfirmPayment &answer) const override;
    Result<GatewayEvent> readWebhook(const RawBody &body) override;
    GatewayHealth health() const override { return {}; }
    Result<Probe> probe() override { return Probe::NobodyToAsk; }
    void stop() override {}

private:
    const GatewayConfig m_config;
};

} // namespace payments
