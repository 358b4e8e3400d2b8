#include "console/pages/books/asof.h"

#include "shared/base/indiatime.h"

#include <QEvent>

namespace books {

namespace {

constexpr int roomForArrow = 64; // of the button and the paddings of the style sheet

} // namespace

AsOfEdit::AsOfEdit(const kit::Clock &clock, QWidget *parent)
    : QDateEdit(parent)
    , m_today(india::dateOf(india::dayNumber(clock.now())))
{
    setObjectName(QStringLiteral("day"));
    setLocale(QLocale());
    setCalendarPopup(true);
    setDisplayFormat(QStringLiteral("d MMM yyyy"));
    setMaximumDate(m_today);
    setDate(m_today);
    setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("88 MMM 8888")) + roomForArrow);
}

// Names of months come from its own locale, which it keeps from when it was made.
void AsOfEdit::changeEvent(QEvent *event)
{
    QDateEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setLocale(QLocale());
}

std::optional<Instant> AsOfEdit::at() const
{
    if (date() >= m_today)
        return std::nullopt;
    return india::startOf(india::dayNumber(date()) + 1).after(-1);
}

} // namespace books
