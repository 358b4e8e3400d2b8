#pragma once

// Hours and days as India's clocks show them, five and a half hours ahead of UTC all year round. Whatever is counted by
// the hour, the day or the month is counted by these, so that a bar of a chart begins when the clock strikes.

#include "shared/base/values.h"

namespace india {

constexpr qint64 aheadMs = 19'800'000;
constexpr qint64 hourMs = 3'600'000;
constexpr qint64 dayMs = 24 * hourMs;

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

} // namespace india
