#include "server/payments/providers.h"

#include "server/payments/gateways/razorpay.h"
#include "server/payments/gateways/sslcommerz.h"
#include "server/payments/gateways/stripe.h"
#include "server/payments/gateways/stripeconnect.h"
#include "server/payments/gateways/upi.h"
#include "shared/contract/gateways.h"

#include <algorithm>
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

bool isPaying(const GatewayConfig &config)
{
    return config.provider == names::text(GatewayName::StripeConnect);
}

// Who of these takes this money.
Result<const Providers::One *> firstOf(const std::vector<const Providers::One *> &all, const RechargeWallet &wish)
{
    const Providers::One *taking = nullptr;
    int open = 0;
    for (const Providers::One *one : all) {
        if (!one->isOpen() || (wish.provider && one->config.provider != *wish.provider))
            continue;
        ++open;
        if (!taking && one->gateway->instruments().contains(wish.instrument))
            taking = one;
    }
    if (taking)
        return taking;
    if (open > 0)
        return refusal(QStringLiteral("instrument"), QStringLiteral("is not taken by this provider"));
    if (wish.provider)
        return refusal(QStringLiteral("provider"), QStringLiteral("is not open"));
    return failure(ErrorCode::Unavailable, QStringLiteral("No payment gateway is open."));
}

void end(const Providers::One &one)
{
    if (one.gateway)
        one.gateway->stop();
    if (one.connect)
        one.connect->stop();
}

} // namespace

Providers::Providers(const Clock &clock, const QList<GatewayConfig> &configs)
    : m_clock(clock)
{
    replace(configs);
}

void Providers::replace(const QList<GatewayConfig> &configs)
{
    const std::lock_guard lock(m_mutex);
    std::vector<const One *> next;
    for (const GatewayConfig &config : configs) {
        const auto same =
            std::find_if(m_now.cbegin(), m_now.cend(), [&](const One *one) { return one->config == config; });
        next.push_back(same != m_now.cend() ? *same : made(config));
    }
    m_now = std::move(next);
}

const Providers::One *Providers::made(const GatewayConfig &config)
{
    auto one = std::make_unique<One>();
    one->config = config;
    if (isPaying(config))
        one->connect = std::make_unique<StripeConnect>(m_clock, config);
    else
        one->gateway = gatewayOf(m_clock, config);
    if (m_isStopped)
        end(*one);
    m_kept.push_back(std::move(one));
    return m_kept.back().get();
}

std::vector<const Providers::One *> Providers::all() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<const One *> out;
    for (const One *one : m_now)
        if (one->gateway)
            out.push_back(one);
    return out;
}

std::vector<const Providers::One *> Providers::prompt() const
{
    std::vector<const One *> out = all();
    std::erase_if(out, [](const One *one) { return !one->gateway->isPrompt(); });
    return out;
}

const Providers::One *Providers::find(QStringView name) const
{
    for (const One *one : all())
        if (one->config.provider == name)
            return one;
    return nullptr;
}

const Providers::One *Providers::paying() const
{
    const std::lock_guard lock(m_mutex);
    for (const One *one : m_now)
        if (one->connect)
            return one;
    return nullptr;
}

Result<const Providers::One *> Providers::chosen(const RechargeWallet &wish) const
{
    return firstOf(all(), wish);
}

Result<const Providers::One *> Providers::chosenForOrders(const RechargeWallet &wish) const
{
    const One *wished = wish.provider ? find(*wish.provider) : nullptr;
    if (wished && wished->isOpen() && !wished->gateway->isPrompt())
        return refusal(QStringLiteral("provider"), QStringLiteral("does not tell in time that an order is paid"));
    return firstOf(prompt(), wish);
}

void Providers::stop()
{
    const std::lock_guard lock(m_mutex);
    m_isStopped = true;
    for (const std::unique_ptr<One> &one : m_kept)
        end(*one);
}

} // namespace payments
