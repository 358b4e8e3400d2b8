#pragma once

// Parts of a whole and changes against it, which server and console count to the same hundredth of a percent.

#include "shared/base/values.h"

#include <optional>

// Half away from zero.
constexpr qint64 roundedQuotient(__int128 part, __int128 by)
{
    const __int128 half = by / 2;
    return qint64((part + (part >= 0 ? half : -half)) / by);
}

// Nothing without a whole.
constexpr std::optional<BasisPoints> share(qint64 part, qint64 ofWhole)
{
    constexpr __int128 whole = 10'000;
    return ofWhole > 0 ? std::optional(BasisPoints{roundedQuotient(part * whole, ofWhole)}) : std::nullopt;
}

constexpr std::optional<BasisPoints> change(qint64 before, qint64 now)
{
    return share(now - before, before);
}
