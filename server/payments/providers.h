#pragma once

// The providers that are set up, each by its own configuration, in the order in which buyers are offered them. They can
// change while calls are under way: those end with what they began with.

#include "server/core/clock.h"
#include "server/payments/gateways/connect.h"

#include <memory>
#include <mutex>
#include <vector>

namespace payments {

class Providers
{
public:
    struct One
    {
        GatewayConfig config;
        std::unique_ptr<Gateway> gateway; // of who takes money in
        std::unique_ptr<Connect> connect; // of who pays stores out

        bool isOpen() const { return config.isOn && !config.keyId.isEmpty(); }
    };

    // Throws when a name is none of those whose protocol is spoken.
    Providers(const Clock &clock, const QList<GatewayConfig> &configs);

    // From here on these. One that has not changed stays the same, with what it knows of the way to its provider.
    void replace(const QList<GatewayConfig> &configs);

    // Those that take money in.
    std::vector<const One *> all() const;
    // Null when it is not set up. What is found lives as long as this does.
    const One *find(QStringView name) const;
    const One *of(Provider provider) const { return find(names::text(provider).toString()); }
    // Who pays stores; null when it is not set up.
    const One *paying() const;
    // Those of them that say in time how a payment ended.
    std::vector<const One *> prompt() const;
    // Who takes this money: the one that is wished for, or the first that takes the instrument.
    Result<const One *> chosen(const RechargeWallet &wish) const;
    // The same for orders that wait for it.
    Result<const One *> chosenForOrders(const RechargeWallet &wish) const;
    void stop();

private:
    const One *made(const GatewayConfig &config);

    const Clock &m_clock;
    mutable std::mutex m_mutex;
    // Also those that were replaced, because somebody may still wait for their answers. Admins change them rarely.
    std::vector<std::unique_ptr<One>> m_kept;
    std::vector<const One *> m_now;
    bool m_isStopped = false;
};

} // namespace payments
