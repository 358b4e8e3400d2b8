#include "server/payments/providers.h"

#include "server/payments/gateways/razorpay.h"
#include "server/payments/gateways/sslcommerz.h"
#include "server/payments/gateways/stripe.h"
#include "server/payments/gateways/upi.h"

#include <stdexcept>

namespace payments {

namespace {

std::unique_ptr<Gateway> gatewayOf(const Clock &clock, const GatewayConfig &config)
{
    const auto provider = names::fromText<Provider>(config.provider);
    if (!provider)
        throw std::invalid_argument("nobody here speaks to the provider " + config.provider.toStdString());
    switch (*provider) {
    case Provider::Razorpay: return std::make_unique<Razorpay>(clock, config);
    case Provider::Stripe: return std::make_unique<Stripe>(clock, config);
    case Provider::Sslcommerz: return std::make_unique<Sslcommerz>(clock, config);
    case Provider::Upi: return std::make_unique<Upi>(config);
    }
    return nullptr;
}

} // namespace

Providers::Providers(const Clock &clock, const QList<GatewayConfig> &configs)
{
    for (const GatewayConfig &config : configs)
        m_all.push_back({config, gatewayOf(clock, config)});
}

const Providers::One *Providers::find(QStringView name) const
{
    for (const One &one : m_all)
        if (one.config.provider == name)
            return &one;
    return nullptr;
}

Result<const Providers::One *> Providers::chosen(const RechargeWallet &wish) const
{
    const One *taking = nullptr;
    int open = 0;
    for (const One &one : m_all) {
        if (!one.isOpen() || (wish.provider && one.config.provider != *wish.provider))
            continue;
        ++open;
        if (!taking && one.gateway->instruments().contains(wish.instrument))
            taking = &one;
    }
    if (taking)
        return taking;
    if (open > 0)
        return refusal(QStringLiteral("instrument"), QStringLiteral("is not taken by this provider"));
    if (wish.provider)
        return refusal(QStringLiteral("provider"), QStringLiteral("is not open"));
    return failure(ErrorCode::Unavailable, QStringLiteral("No payment gateway is open."));
}

void Providers::stop()
{
    for (const One &one : m_all)
        one.gateway->stop();
}

} // namespace payments
