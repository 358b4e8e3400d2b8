#pragma once

// Pure decisions about what buyers say of themselves.

#include "shared/base/indiatime.h"
#include "shared/base/result.h"
#include "shared/contract/savedmethods.h"

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

// What letters between digits are: a gateway's token is full of both, in what people write they only hide a number.
enum class Letters { AreNothing, EndARow };

// Whether the digits of a text, of whatever script and whatever stands between them, can be the number of a card:
// thirteen to nineteen of them in a row whose check digit is right.
bool looksLikeCard(const QString &text, Letters letters = Letters::AreNothing);

// What is wrong with a way to pay, by its field.
std::optional<FieldError> methodProblem(const SaveMethod &wish);

// "•••• 8h2K"
QString maskedToken(const QString &token);

} // namespace buyers
