#pragma once

// What happens between a head and its handler, in this order: request id, peer, host, rate, route, session, access,
// idempotency, content type. Each step may refuse; the first refusal is the reply. One per I/O thread.

#include "server/core/clock.h"
#include "server/http/peers.h"
#include "server/http/policy.h"
#include "server/http/request.h"
#include "server/http/router.h"

#include <functional>

namespace http {

struct Head;

// Where a head came from.
struct Arrival
{
    const QHostAddress &peer;
    const QString &peerText;
};

class Chain
{
public:
    // Who holds this access token. Called on every request with one, so it must not go to the database.
    using Session = std::function<Result<Caller>(QByteArrayView bearer)>;

    Chain(const Router &router, const Clock &clock, const Proxies &proxies, RateLimiter &limiter, Session session,
          Policy policy);

    void apply(Policy policy) { m_policy = std::move(policy); }

    // Fills in the call; call.refusal is set when its handler must not run.
    void admit(const Head &head, const Arrival &arrival, Call &call);

    // The same for the opening of a WebSocket. token: from its protocols, empty when there is none.
    std::optional<Error> admitSocket(const Head &head, const Arrival &arrival, QByteArrayView token, Call &call);

    // Request id, time and peer; all that a refusal of the front itself has.
    void identify(const Head *head, const Arrival *arrival, Call &call);

    bool isOriginAllowed(QByteArrayView origin) const;

    // Whether somebody works from where it is not allowed (SEC-17), whatever it was that said who it is.
    std::optional<Error> networkRefusal(const Caller &who, const QString &ip) const;

private:
    std::optional<Error> nothingThere(const Head &head, unsigned allow, Call &call);
    std::optional<Error> checkHost(const Head &head) const;
    std::optional<Error> checkRate(Rate rate, Call &call);
    std::optional<Error> signIn(QByteArrayView bearer, Call &call);
    void countFor(QByteArrayView bearer);
    std::optional<Error> checkCaller(const Route &route, Call &call);
    std::optional<Error> checkInput(const Head &head, Call &call);
    static std::optional<Error> rateRefusal(const RateLimiter::Verdict &verdict, Call &call);
    void answerPreflight(const Head &head, unsigned allow, Call &call);
    void allowOrigin(Call &call);
    void copyFields(const Head &head, Call &call);
    QByteArray freshId();

    const Router &m_router;
    const Clock &m_clock;
    const Proxies &m_proxies;
    RateLimiter &m_limiter;
    const Session m_session;
    Policy m_policy;
    QByteArray m_idStart;
    qint64 m_idCount = 0;
    quint64 m_subscriber = 0;        // of the request at hand
    std::optional<Caller> m_counted; // when that is somebody else than the caller
    QString m_language;              // that the request at hand asks for; empty: none that we speak
};

qint64 steadyNs();

} // namespace http
