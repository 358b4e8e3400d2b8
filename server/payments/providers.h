#pragma once

// The gateways that are set up, each by its own configuration, in the order in which buyers are offered them.

#include "server/core/clock.h"
#include "server/payments/gateways/gateway.h"

#include <memory>
#include <vector>

namespace payments {

class Providers
{
public:
    struct One
    {
        GatewayConfig config;
        std::unique_ptr<Gateway> gateway;

        bool isOpen() const { return !config.keyId.isEmpty(); }
    };

    // Throws when a name is none of those whose protocol is spoken.
    Providers(const Clock &clock, const QList<GatewayConfig> &configs);

    const std::vector<One> &all() const { return m_all; }
    // Null when it is not set up.
    const One *find(QStringView name) const;
    const One *of(Provider provider) const { return find(names::text(provider).toString()); }
    // Who takes this money: the one that is wished for, or the first that takes the instrument.
    Result<const One *> chosen(const RechargeWallet &wish) const;
    void stop();

private:
    std::vector<One> m_all;
};

} // namespace payments
