#pragma once

// Keeps callers from waiting for a provider that is down: after some failures in a row it refuses for a while, then
// lets one caller try.

#include "server/core/clock.h"
#include "server/payments/gateways/gateway.h"

#include <mutex>

namespace payments {

class Breaker
{
public:
    explicit Breaker(const Clock &clock)
        : m_clock(clock)
    {}

    bool mayCall()
    {
        const std::lock_guard lock(m_mutex);
        if (m_failures < failuresMax)
            return true;
        if (m_clock.now() < m_closedUntil)
            return false;
        m_closedUntil = m_clock.now().after(pauseMs); // for everybody but this caller
        return true;
    }

    void note(bool isWell)
    {
        const std::lock_guard lock(m_mutex);
        m_failures = isWell ? 0 : m_failures + 1;
        if (m_failures >= failuresMax)
            m_closedUntil = m_clock.now().after(pauseMs);
    }

    GatewayHealth health() const
    {
        const std::lock_guard lock(m_mutex);
        const bool isOpen = m_failures >= failuresMax && m_clock.now() < m_closedUntil;
        return {m_failures, isOpen ? std::optional(m_closedUntil) : std::nullopt};
    }

    static constexpr int failuresMax = 5;
    static constexpr qint64 pauseMs = 30'000;

private:
    const Clock &m_clock;
    mutable std::mutex m_mutex;
    int m_failures = 0;
    Instant m_closedUntil;
};

} // namespace payments
