#pragma once

// Pure decisions about what buyers say of themselves.

#include "shared/base/indiatime.h"

namespace buyers {

constexpr int yearsMost = 130; // nobody is older

// What is wrong with a date of birth, seen from that moment.
inline std::optional<QString> birthProblem(const QString &text, Instant now)
{
    const auto day = india::dayFrom(text);
    if (!day)
        return QStringLiteral("is not a day");
    const qint64 today = india::dayNumber(now);
    if (*day > today)
        return QStringLiteral("lies in the future");
    if (india::dateOf(*day).addYears(yearsMost) < india::dateOf(today))
        return QStringLiteral("lies too long ago");
    return std::nullopt;
}

} // namespace buyers
