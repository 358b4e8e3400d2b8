#pragma once

// Hours and days as India's clocks show them, five and a half hours ahead of UTC all year round. Whatever is counted by
// the hour, the day or the month is counted by these, so that a bar of a chart begins when the clock strikes.

#include "shared/base/values.h"

#include <QDate>

#include <optional>

namespace india {

constexpr qint64 aheadMs = 19'800'000;

constexpr Instant floorTo(Instant time, qint64 stepMs)
{
    const qint64 local = time.ms + aheadMs;
    const qint64 rest = ((local % stepMs) + stepMs) % stepMs;
    return {local - rest - aheadMs};
}

// When the hour, the day began that this moment lies in.
constexpr Instant hourOf(Instant time)
{
    return floorTo(time, hourMs);
}
constexpr Instant dayOf(Instant time)
{
    return floorTo(time, dayMs);
}

// Books are checked when India sleeps. Which night it is, nothing by day; a check that missed the hours waits for the
// next one.
constexpr std::optional<Instant> nightOf(Instant now)
{
    constexpr qint64 startsMs = 2 * hourMs, lastsMs = 2 * hourMs;
    const Instant day = dayOf(now);
    const qint64 intoDayMs = now.ms - day.ms;
    return intoDayMs >= startsMs && intoDayMs < startsMs + lastsMs ? std::optional(day) : std::nullopt;
}

// Days are numbered from 1970-01-01.
constexpr qint64 dayNumber(Instant time)
{
    return (dayOf(time).ms + aheadMs) / dayMs;
}
constexpr Instant startOf(qint64 day)
{
    return {day * dayMs - aheadMs};
}
QDate dateOf(qint64 day);
qint64 dayNumber(const QDate &date);
// "2026-11-01", and back; nothing when there is no such day.
QString dayText(qint64 day);
std::optional<qint64> dayFrom(const QString &text);
// "2026-11-27T00:00:05+05:30", so that nobody has to guess.
QString timeText(Instant time);

} // namespace india
