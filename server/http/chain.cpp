#include "server/http/chain.h"

#include "server/core/crypto.h"
#include "server/http/census.h"
#include "server/http/gzip.h"
#include "server/http/head.h"
#include "shared/base/pen.h"

#include <ctime>

namespace http {

namespace {

constexpr qint64 nsPerMs = 1'000'000;
constexpr qsizetype agentBytesMax = 200;

bool isSaneId(QByteArrayView id)
{
    constexpr qsizetype shortest = 8;
    constexpr qsizetype longest = 64;
    if (id.size() < shortest || id.size() > longest)
        return false;
    return std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
               c == '.';
    });
}

bool isSaneKey(QByteArrayView key)
{
    constexpr qsizetype longest = 255;
    return key.size() <= longest && std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

QByteArrayView bearerOf(const Head &head)
{
    const QByteArrayView value = head.value("authorization");
    constexpr qsizetype prefix = 7;
    const bool isBearer = value.size() > prefix && sameName(value.first(prefix), "Bearer ");
    return isBearer ? value.sliced(prefix).trimmed() : QByteArrayView();
}

// "prefetch", "prefetch;prerender", "preview" of older browsers.
bool saysPrefetch(QByteArrayView purpose)
{
    return purpose.contains("prefetch") || purpose.contains("prerender") || purpose.contains("preview");
}

// The first one, when we speak it.
QString languageOf(QByteArrayView acceptLanguage)
{
    const auto isLetter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
    const bool isTag = acceptLanguage.size() >= 2 && isLetter(acceptLanguage[0]) && isLetter(acceptLanguage[1]) &&
                       (acceptLanguage.size() == 2 || !isLetter(acceptLanguage[2]));
    const QString language = isTag ? QString::fromLatin1(acceptLanguage.first(2)).toLower() : QString();
    return language == u"en" || language == u"hi" ? language : QString();
}

} // namespace

qint64 steadyNs()
{
    timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

Chain::Chain(const Router &router, const Clock &clock, const Proxies &proxies, RateLimiter &limiter, Session session,
             Policy policy)
    : m_router(router)
    , m_clock(clock)
    , m_proxies(proxies)
    , m_limiter(limiter)
    , m_session(std::move(session))
    , m_policy(std::move(policy))
{
    constexpr int randomBytes = 8;
    m_idStart = crypto::random(randomBytes).toHex() + '-';
}

QByteArray Chain::freshId()
{
    constexpr qsizetype countDigits = 20;
    QByteArray id;
    id.reserve(m_idStart.size() + countDigits);
    {
        json::Pen pen(id);
        pen.put(QByteArrayView(m_idStart));
        pen.number(++m_idCount);
    }
    return id;
}

void Chain::identify(const Head *head, const Arrival *arrival, Call &call)
{
    call.startedNs = steadyNs();
    call.time = m_clock.now();
    const QByteArrayView wanted = head ? head->value("x-request-id") : QByteArrayView();
    call.caller.requestId = isSaneId(wanted) ? wanted.toByteArray() : freshId();
    if (!arrival)
        return;
    if (head && m_proxies.contains(arrival->peer)) {
        // The proxy may add a line of its own below what the client made up, so all lines count.
        call.caller.ip = m_proxies.client(arrival->peer, head->list("x-forwarded-for"));
        m_subscriber = subscriberOf(QHostAddress(call.caller.ip));
    } else {
        call.caller.ip = arrival->peerText;
        m_subscriber = subscriberOf(arrival->peer);
    }
}

void Chain::admit(const Head &head, const Arrival &arrival, Call &call)
{
    identify(&head, &arrival, call);
    m_counted.reset();
    copyFields(head, call);
    Router::Match match = m_router.find(head.method, head.path);
    call.route = match.route;
    call.params = std::move(match.params);
    const bool isProbe = call.route && call.route->isProbe;
    // A monitor on this machine asks by address, whatever our names are; a proxy's word does not make one.
    const bool isOwnProbe = isProbe && arrival.peer.isLoopback() && head.value("x-forwarded-for").isNull();
    std::optional<Error> refusal;
    if (!isOwnProbe)
        refusal = checkHost(head);
    if (!refusal && !isProbe)
        refusal = checkRate(call.route ? call.route->rate : Rate::Browse, call);
    if (!refusal && call.route && m_policy.off[std::size_t(call.route->feature)])
        refusal = featureOff().value();
    if (!refusal && !call.route)
        refusal = nothingThere(head, match.allow, call);
    if (call.refusal)
        return;
    if (call.route && call.route->input == Route::Input::Raw)
        for (const auto &[name, value] : head.fields)
            call.headers.insert(name.toByteArray().toLower(), value.toByteArray());
    const bool isApi = call.route && !call.route->isPage;
    if (isApi && !refusal)
        refusal = signIn(bearerOf(head), call);
    if (isApi && !refusal)
        refusal = checkCaller(*call.route, call);
    if (isApi && !refusal)
        refusal = checkInput(head, call);
    if (!call.origin.isEmpty())
        allowOrigin(call);
    if (refusal)
        call.refusal = envelope::refusal(call, *refusal);
}

std::optional<Error> Chain::admitSocket(const Head &head, const Arrival &arrival, QByteArrayView token, Call &call)
{
    identify(&head, &arrival, call);
    copyFields(head, call);
    call.lastOnConnection = true;
    if (auto refusal = checkHost(head))
        return refusal;
    if (auto refusal = checkRate(Rate::Browse, call))
        return refusal;
    // A page of somebody else's site must not open a socket in our caller's name.
    if (!call.origin.isEmpty() && !isOriginAllowed(call.origin))
        return Error{ErrorCode::Forbidden, QStringLiteral("Pages of this origin may not connect.")};
    const QByteArrayView bearer = bearerOf(head);
    return signIn(bearer.isEmpty() ? token : bearer, call);
}

void Chain::copyFields(const Head &head, Call &call)
{
    call.method = head.method.toByteArray();
    call.path = head.path.toByteArray();
    call.query = head.query.toByteArray();
    call.headOnly = head.method == "HEAD";
    call.isSpeculative = call.headOnly;
    m_language.clear();
    for (const auto &[name, value] : head.fields) {
        switch (name.size()) {
        case 5:
            if (sameName(name, "range"))
                call.range = value.toByteArray();
            break;
        case 6:
            if (sameName(name, "origin"))
                call.origin = value.toByteArray();
            break;
        case 7:
            if (sameName(name, "purpose"))
                call.isSpeculative |= saysPrefetch(value);
            break;
        case 8:
            if (sameName(name, "if-match"))
                call.ifMatch = value.toByteArray();
            break;
        case 10:
            if (sameName(name, "user-agent"))
                call.agent = value.first(std::min(value.size(), agentBytesMax)).toByteArray();
            break;
        case 11:
            if (sameName(name, "sec-purpose"))
                call.isSpeculative |= saysPrefetch(value);
            break;
        case 12:
            if (sameName(name, "content-type"))
                call.contentType = value.toByteArray();
            break;
        case 13:
            if (sameName(name, "if-none-match"))
                call.ifNoneMatch = value.toByteArray();
            break;
        case 15:
            if (sameName(name, "accept-encoding"))
                call.takesGzip = acceptsGzip(value);
            else if (sameName(name, "accept-language"))
                m_language = languageOf(value);
            break;
        default: break;
        }
    }
    if (!m_language.isEmpty())
        call.caller.language = m_language;
}

// Unless the question is what there would be.
std::optional<Error> Chain::nothingThere(const Head &head, unsigned allow, Call &call)
{
    if (allow == 0)
        return Error{ErrorCode::NotFound, QStringLiteral("There is nothing at this address.")};
    if (head.method == "OPTIONS") {
        answerPreflight(head, allow, call);
        return std::nullopt;
    }
    call.replyHeaders += "Allow: " + Router::methodNames(allow) + "\r\n";
    return Error{ErrorCode::MethodNotAllowed, QStringLiteral("This address does not know this method.")};
}

void Chain::answerPreflight(const Head &head, unsigned allow, Call &call)
{
    const QByteArray methods = Router::methodNames(allow);
    Reply reply{.status = 204};
    reply.headers = "Allow: " + methods + "\r\n";
    if (!head.value("access-control-request-method").isNull() && isOriginAllowed(call.origin)) {
        reply.headers += "Access-Control-Allow-Methods: " + methods + "\r\n";
        reply.headers += "Access-Control-Allow-Headers: Authorization, Content-Type, Idempotency-Key, If-Match, "
                         "If-None-Match, Range, X-Request-Id\r\nAccess-Control-Max-Age: 600\r\n";
    }
    allowOrigin(call);
    call.refusal = std::move(reply);
}

bool Chain::isOriginAllowed(QByteArrayView origin) const
{
    return std::any_of(m_policy.origins.begin(), m_policy.origins.end(),
                       [&](const QByteArray &allowed) { return allowed == origin; });
}

void Chain::allowOrigin(Call &call)
{
    if (!isOriginAllowed(call.origin))
        return;
    call.replyHeaders += "Access-Control-Allow-Origin: " + call.origin +
                         "\r\nAccess-Control-Expose-Headers: ETag, Retry-After, RateLimit-Limit, RateLimit-Remaining, "
                         "RateLimit-Reset, Idempotent-Replayed, X-Request-Id, Content-Disposition\r\n";
}

std::optional<Error> Chain::checkHost(const Head &head) const
{
    if (isHostAllowed(m_policy.hosts, head.value("host")))
        return std::nullopt;
    return Error{ErrorCode::MalformedRequest, QStringLiteral("This server does not answer to this name.")};
}

std::optional<Error> Chain::checkRate(Rate rate, Call &call)
{
    const qint64 nowMs = call.startedNs / nsPerMs;
    return rateRefusal(m_limiter.takeForAddress(m_policy.rates, m_subscriber, rate, nowMs), call);
}

std::optional<Error> Chain::rateRefusal(const RateLimiter::Verdict &verdict, Call &call)
{
    if (verdict.limit == 0)
        return std::nullopt;
    call.rate = verdict; // the caller's own count says more than the address's
    if (verdict.isAllowed)
        return std::nullopt;
    return Error{.code = ErrorCode::TooManyRequests,
                 .message = QStringLiteral("Too many requests. Try again in %1 s.").arg(verdict.retrySeconds),
                 .retryAfterSeconds = verdict.retrySeconds};
}

std::optional<Error> Chain::networkRefusal(const Caller &who, const QString &ip) const
{
    const bool isAdmin = who.role == Role::Admin && !who.isIntegration();
    if (!isAdmin || m_policy.adminNetworks.isEmpty() || m_policy.adminNetworks.contains(QHostAddress(ip)))
        return std::nullopt;
    return Error{ErrorCode::Forbidden, QStringLiteral("Admins do not work from this network.")};
}

// Whoever shows a token must show a good one, also where none is needed: otherwise a caller whose session is over would
// silently be served as a stranger.
std::optional<Error> Chain::signIn(QByteArrayView bearer, Call &call)
{
    const bool isSigningIn = call.route && isForSigningIn(call.route->rate);
    if (bearer.isEmpty())
        return std::nullopt;
    if (call.route && call.route->access == Access::Signed) {
        countFor(bearer);
        return std::nullopt;
    }
    const bool takesKey = call.route && call.route->access == Access::Integration;
    Result<Caller> known = m_session(bearer);
    // A key opens what is made for keys, a session everything else; neither stands in for the other.
    if (known && known->isIntegration() != takesKey)
        known = failure(ErrorCode::Unauthenticated, takesKey ? QStringLiteral("This address takes an API key.")
                                                             : QStringLiteral("Please sign in."));
    if (known) {
        if (auto refusal = networkRefusal(*known, call.caller.ip))
            known = tl::unexpected(*std::move(refusal));
    }
    if (!known)
        return isSigningIn && call.route->access == Access::Public ? std::nullopt : std::optional(known.error());
    QString ip = std::move(call.caller.ip);
    QByteArray requestId = std::move(call.caller.requestId);
    call.caller = *std::move(known);
    call.caller.ip = std::move(ip);
    call.caller.requestId = std::move(requestId);
    // What is on the screen now says more than what the account was opened with.
    if (!m_language.isEmpty())
        call.caller.language = m_language;
    return std::nullopt;
}

// A link that is signed opens without a session. Who shows one all the same is counted as who it is, and not with all
// who share the address; the handler learns nothing of it.
void Chain::countFor(QByteArrayView bearer)
{
    if (const Result<Caller> known = m_session(bearer); known && !known->isIntegration())
        m_counted = *known;
}

std::optional<Error> Chain::checkCaller(const Route &route, Call &call)
{
    const qint64 nowMs = call.startedNs / nsPerMs;
    if (auto refusal = rateRefusal(m_limiter.takeForCaller(m_policy.rates, m_subscriber,
                                                           m_counted ? *m_counted : call.caller, route.rate, nowMs),
                                   call))
        return refusal;
    return accessRefusal(route.access, {route.permission, route.overseer}, m_policy.vendorBuying, call.caller);
}

std::optional<Error> Chain::checkInput(const Head &head, Call &call)
{
    const Route &route = *call.route;
    const bool isJson = call.contentType.isEmpty() || call.contentType.startsWith("application/json");
    if (route.input == Route::Input::Json && head.hasBody() && !isJson)
        return Error{ErrorCode::UnsupportedMediaType, QStringLiteral("The body has to be application/json.")};
    if (route.repeat != Repeat::Keyed)
        return std::nullopt;
    const QByteArrayView key = head.value("idempotency-key");
    if (key.isEmpty())
        return Error{ErrorCode::IdempotencyMissing, QStringLiteral("An Idempotency-Key header is needed here.")};
    if (!isSaneKey(key))
        return Error{ErrorCode::IdempotencyMissing,
                     QStringLiteral("The Idempotency-Key must be 1 to 255 visible ASCII characters.")};
    call.repeat.key = key.toByteArray();
    return std::nullopt;
}

} // namespace http
