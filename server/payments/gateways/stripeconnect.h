#pragma once

// Stripe Connect: express accounts of stores, the pages where they are set up, and transfers to them.

#include "server/payments/gateways/connect.h"
#include "server/payments/gateways/line.h"

namespace payments {

class StripeConnect final : public Connect
{
public:
    StripeConnect(const Clock &clock, const GatewayConfig &config);

    Result<QString> openAccount(const QString &receipt) override;
    Result<OnboardingLink> onboard(const QString &accountRef) override;
    Result<SeenAccount> accountFor(const QString &accountRef) override;
    Sent send(const TransferOrder &order) override;
    Result<std::optional<SeenTransfer>> transferFor(const QString &payoutId) override;
    Result<ConnectEvent> readWebhook(const RawBody &body) override;
    Result<Probe> probe() override;
    GatewayHealth health() const override { return m_line.health(); }
    void stop() override { m_line.stop(); }

private:
    using Form = QList<std::pair<QByteArray, QString>>;

    WebCall reading(const QString &path) const;
    WebCall posting(const QString &path, const Form &form, const QString &key) const;

    const Clock &m_clock;
    const GatewayConfig m_config;
    Line m_line;
};

} // namespace payments
