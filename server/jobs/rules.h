#pragma once

// When a job that failed is tried again.

#include "shared/base/result.h"

namespace jobs {

constexpr qint64 leaseMs = 5 * 60'000;
constexpr qint64 keepDoneMs = qint64(7) * 24 * 3'600'000;
constexpr int forgetAtOnce = 1000;
constexpr int problemMax = 1000; // characters
constexpr qint64 backoffMaxMs = 3'600'000;

// 2 s, 4 s, 8 s after the first, second and third failure (NOTIF-08), then doubling up to an hour.
constexpr qint64 backoffMs(int failures)
{
    qint64 wait = 2000;
    for (int i = 1; i < failures && wait < backoffMaxMs; ++i)
        wait *= 2;
    return wait < backoffMaxMs ? wait : backoffMaxMs;
}

// Whether trying again can help. Everything else was refused for a reason that stays.
constexpr bool isPassing(ErrorCode code)
{
    using enum ErrorCode;
    return code == Unavailable || code == GatewayFailed || code == TooManyRequests || code == Internal;
}

} // namespace jobs
