#include "server/payments/gateways/line.h"

#include "server/core/log.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>
#include <chrono>

namespace payments {

namespace {

Q_LOGGING_CATEGORY(gatewayLog, "gateway")

constexpr int retriesMax = 3;

bool isWell(const WebAnswer &answer)
{
    constexpr int tooMany = 429, ownFault = 500;
    return answer.fate == WebAnswer::Fate::Answered && answer.status != tooMany && answer.status < ownFault;
}

Line::Heard heard(const WebAnswer &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    return {answer.status, document.isObject() ? std::optional(document.object()) : std::nullopt};
}

constexpr int redirected = 300;

// What was understood and is not wanted. Wrong keys, too much at once and the like say nothing about what was asked.
bool isRefusal(int status)
{
    constexpr int bad = 400, unpaid = 402, unprocessable = 422;
    return status == bad || status == unpaid || status == unprocessable;
}

} // namespace

Line::Line(const Clock &clock, const GatewayConfig &config, Pause pause)
    : m_provider(config.provider)
    , m_timeoutMs(config.timeoutMs)
    , m_firstRetryMs(config.firstRetryMs)
    , m_patienceMs(config.patienceMs)
    , m_pause(pause ? std::move(pause) : [this](int ms) { return wait(ms); })
    , m_breaker(clock)
{}

Result<Line::Heard> Line::hear(WebCall what, Again again)
{
    QElapsedTimer waited;
    waited.start();
    for (int attempt = 0;; ++attempt) {
        if (!m_breaker.mayCall())
            return gatewayFailed();
        what.timeoutMs = int(std::clamp<qint64>(m_patienceMs - waited.elapsed(), 1, m_timeoutMs));
        const WebAnswer answer = call(what);
        m_breaker.note(isWell(answer));
        // The path alone: a query may carry a password.
        logging::event(gatewayLog(), "call",
                       {{"provider", m_provider},
                        {"method", QString::fromLatin1(what.method)},
                        {"path", QUrl(what.url).path()},
                        {"attempt", QString::number(attempt + 1)},
                        {"status", QString::number(answer.status)},
                        {"problem", answer.problem}});
        if (isWell(answer))
            return heard(answer);
        const bool mayRepeat = again == Again::Always || answer.fate == WebAnswer::Fate::Unreached;
        const int pauseMs = m_firstRetryMs << attempt;
        const bool isInTime = waited.elapsed() + pauseMs < m_patienceMs;
        if (attempt == retriesMax || !mayRepeat || !isInTime || !m_pause(pauseMs))
            return gatewayFailed();
    }
}

Result<QJsonObject> Line::ask(const WebCall &what, Again again, No no)
{
    constexpr int unknown = 404;
    LET(answer, hear(what, again));
    if (answer.status == unknown)
        return notFound(QLatin1StringView("payment at the gateway"));
    if (no == No::IsAnswer && isRefusal(answer.status))
        return gatewayRefused();
    if (answer.status >= redirected || !answer.object)
        return gatewayFailed();
    return std::move(*answer.object);
}

Result<Probe> Line::probe(const WebCall &what)
{
    constexpr int unauthorized = 401, forbidden = 403;
    LET(answer, hear(what, Again::Always));
    if (answer.status == unauthorized || answer.status == forbidden)
        return Probe::Refused;
    if (answer.status >= redirected || !answer.object)
        return gatewayFailed();
    return Probe::Works;
}

bool Line::wait(int ms)
{
    std::unique_lock lock(m_mutex);
    return !m_wake.wait_for(lock, std::chrono::milliseconds(ms), [&] { return m_isStopped; });
}

void Line::stop()
{
    const std::lock_guard lock(m_mutex);
    m_isStopped = true;
    m_wake.notify_all();
}

} // namespace payments
