#pragma once

// Stands at the plain port beside an encrypted one and answers every request with the address of the same thing there
// (SEC-01). Nothing is ever read or done for a client that speaks in clear.

#include "server/http/loop.h"

namespace http {

class Redirects : public Desk
{
public:
    // target: "https://market.example", from the configuration and never from a request.
    Redirects(LoopShare &share, QList<QByteArray> hosts, QByteArray target, int listening);

    void drain() { m_front->drain(); }

    Admission admit(FrontSocket &socket) override;
    void serve(FrontSocket &socket) override;
    void upgrade(FrontSocket &socket) override;
    Outgoing refusal(int status, const FrontSocket &socket, const Call *call) override;

private:
    void begin(Call &call) const;
    Reply answerTo(const Head &head, const Call &call) const;

    LoopShare &m_share;
    const Wire m_wire;
    const QList<QByteArray> m_hosts;
    const QByteArray m_target;
    const std::optional<QSslConfiguration> m_noTls;
    const Proxies m_noProxies;
    FrontServer *m_front; // the door owns it
    std::unique_ptr<Door> m_door;
};

} // namespace http
