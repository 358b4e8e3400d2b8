#include "console/pages/disputes/due.h"

#include <QCoreApplication>

namespace disputes {

namespace {

constexpr qint64 soonMs = 12 * hourMs;

QString said(const char *text)
{
    return QCoreApplication::translate("disputes::Due", text);
}

} // namespace

kit::display::Word dueWord(Instant answerDueAt, Instant now)
{
    using kit::Tone;
    const qint64 leftMs = answerDueAt.ms - now.ms;
    if (leftMs <= 0)
        return {said(QT_TRANSLATE_NOOP("disputes::Due", "Late")), Tone::Danger};
    return {said(QT_TRANSLATE_NOOP("disputes::Due", "%1 left")).arg(kit::display::span(leftMs)),
            leftMs < soonMs ? Tone::Warning : Tone::Info};
}

} // namespace disputes
