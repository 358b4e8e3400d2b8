#include "console/pages/books/asof.h"

#include "shared/base/indiatime.h"

namespace books {

AsOfEdit::AsOfEdit(const kit::Clock &clock, QWidget *parent)
    : QDateEdit(parent)
    , m_today(india::dateOf(india::dayNumber(clock.now())))
{
    setObjectName(QStringLiteral("day"));
    setCalendarPopup(true);
    setDisplayFormat(QStringLiteral("d MMM yyyy"));
    setMaximumDate(m_today);
    setDate(m_today);
}

std::optional<Instant> AsOfEdit::at() const
{
    if (date() >= m_today)
        return std::nullopt;
    return india::startOf(india::dayNumber(date()) + 1).after(-1);
}

} // namespace books
