#pragma once

// The way to one provider: calls with a deadline, repeated after 1, 2 and 4 seconds (PAY-11) while somebody has the
// patience, each try logged, and left alone for a while when the provider is down.

#include "server/payments/gateways/breaker.h"
#include "server/payments/gateways/webcall.h"

#include <QJsonObject>

#include <condition_variable>
#include <functional>

namespace payments {

class Line
{
public:
    // Whether a call whose answer was lost may be sent again.
    enum class Again { Always, WhenUnreached };

    // Waits so long before a repeat; false when it was cut off.
    using Pause = std::function<bool(int ms)>;

    // pause: in tests instead of waiting.
    Line(const Clock &clock, const GatewayConfig &config, Pause pause = {});

    // Whatever was answered, also a no; nothing of it when the body is no object.
    struct Heard
    {
        int status = 0;
        std::optional<QJsonObject> object = {};
    };
    Result<Heard> hear(WebCall what, Again again);

    // Whether a provider that does not want what it was asked is out of order, or has decided.
    enum class No { IsFault, IsAnswer };

    // The answer's object; NotFound when the provider knows no such thing.
    Result<QJsonObject> ask(const WebCall &what, Again again, No no = No::IsFault);
    // What a harmless call shows of the keys.
    Result<Probe> probe(const WebCall &what);
    GatewayHealth health() const { return m_breaker.health(); }
    void stop();

private:
    // Cut off by stop().
    bool wait(int ms);

    const QString m_provider;
    const int m_timeoutMs, m_firstRetryMs, m_patienceMs;
    const Pause m_pause;
    Breaker m_breaker;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_isStopped = false;
};

} // namespace payments
