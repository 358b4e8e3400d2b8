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

kit::display::Word dueWord(const Dispute &dispute, Instant now)
{
    using kit::Tone;
    switch (dispute.status) {
    case DisputeStatus::Answered: return {said(QT_TRANSLATE_NOOP("disputes::Due", "Answered")), Tone::Success};
    case DisputeStatus::Decided:
    case DisputeStatus::Withdrawn: return {QStringLiteral("–"), Tone::Neutral};
    case DisputeStatus::Open: break;
    }
    const qint64 leftMs = dispute.answerDueAt.ms - now.ms;
    if (leftMs <= 0)
        return {said(QT_TRANSLATE_NOOP("disputes::Due", "Late")), Tone::Danger};
    return {said(QT_TRANSLATE_NOOP("disputes::Due", "%1 left")).arg(kit::display::span(leftMs)),
            leftMs < soonMs ? Tone::Warning : Tone::Info};
}

} // namespace disputes
