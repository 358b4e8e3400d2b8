#pragma once

// What the steps of the story have in common: the people's secrets, the sums, and waiting for what has to be seen.

#include "tests/console/pages/press.h"
#include "tests/journeys/story.h"

#include <QRegularExpression>

namespace sight {

inline const QString password = QStringLiteral("Kabaad#2026");
inline const QString vendorMail = QStringLiteral("ravi@example.in");
inline const QString adminMail = QStringLiteral("root@example.in");
inline const QString buyerMail = QStringLiteral("meera@example.in");

// 46.5 kg at 720.00 rupees, 2 % of it for the platform.
inline constexpr Money recharge{4'000'000};
inline constexpr Money total{3'348'000};
inline constexpr Money commission{66'960};

inline void see(bool isSo, const char *what)
{
    if (!isSo)
        throw Unseen(what);
}

template <class Condition>
void until(Condition condition, const char *what)
{
    constexpr int patienceMs = kit::hashDeadlineMs + 5'000; // the console's own longest
    see(QTest::qWaitFor(condition, patienceMs), what);
}

template <class T>
T got(QFuture<Result<T>> future, const char *what)
{
    const Result<T> out = outcomeOf(std::move(future));
    if (!out)
        throw Unseen((QString::fromUtf8(what) + QStringLiteral(": ") + out.error().message).toStdString());
    return *out;
}

inline QString within(const QString &text, const char *pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern)).match(text).captured(1);
}

inline void pressed(QWidget &where, const char *button)
{
    until([&] { return press(where, button); }, button);
}

} // namespace sight
