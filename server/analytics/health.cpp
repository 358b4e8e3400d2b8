// How the platform itself does: how fast it answers, how long it was up, how often stores are looked at.

#include "server/analytics/service.h"

namespace analytics {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 responseTargetMs = 2'000; // AN-08
constexpr BasisPoints uptimeTarget{9'990};

qint64 minuteOf(Instant at)
{
    return at.ms / minuteMs;
}

} // namespace

// Every server says what it answered since it said so last. What is not written for once is said the next time.
void Service::noteHealth()
{
    const std::lock_guard lock(m_healthMutex);
    const Answered now = m_answered ? m_answered() : Answered{};
    const Result<> noted = m_db.write([&](Tx &tx) -> Result<> {
        m_healthStore.note(tx, {.day = dayOf(tx.now()),
                                .requests = now.requests - m_noted.requests,
                                .totalMs = now.totalMs - m_noted.totalMs,
                                .minutesUp = 1,
                                .firstMinute = minuteOf(tx.now()),
                                .lastMinute = minuteOf(tx.now())});
        return {};
    });
    if (noted)
        m_noted = now;
}

TimeFigure Service::responseTime(const Reading &at, const Span &span)
{
    const auto average = [&](const Span &of) -> std::optional<qint64> {
        const HealthRow sum = m_healthStore.sum(at.tx, of);
        return sum.requests > 0 ? std::optional((sum.totalMs + sum.requests / 2) / sum.requests) : std::nullopt;
    };
    return {.figureMs = average(span), .previousMs = average(span.before()), .targetMs = responseTargetMs};
}

// Of the minutes that are over, from the first one that was ever noted.
std::optional<BasisPoints> Service::shareUp(const Reading &at, const Span &span)
{
    const auto first = m_healthStore.firstMinute(at.tx);
    if (!first)
        return std::nullopt;
    const qint64 from = std::max(minuteOf(startOf(span.first)), *first);
    const qint64 until = std::min(minuteOf(startOf(span.last + 1)), minuteOf(m_clock.now()));
    const qint64 all = until - from;
    return share(std::min(m_healthStore.sum(at.tx, span).minutesUp, all), all);
}

RateFigure Service::uptime(const Reading &at, const Span &span)
{
    RateFigure out{.figure = shareUp(at, span), .previous = shareUp(at, span.before()), .target = uptimeTarget};
    out.change = difference(out.previous, out.figure);
    return out;
}

CountFigure Service::storeViews(const Reading &at, const OfVendor &vendor, const Span &span)
{
    return countedIn(m_healthStore.storeViews(at.tx, vendor, {span.before().first, span.last}), span, 0);
}

} // namespace analytics
