#include "shared/base/indiatime.h"

#include <QDateTime>

namespace india {

namespace {

constexpr qint64 julianOfEpoch = 2'440'588;

} // namespace

QDate dateOf(qint64 day)
{
    return QDate::fromJulianDay(day + julianOfEpoch);
}

qint64 dayNumber(const QDate &date)
{
    return date.toJulianDay() - julianOfEpoch;
}

QString dayText(qint64 day)
{
    return dateOf(day).toString(Qt::ISODate);
}

std::optional<qint64> dayFrom(const QString &text)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    return date.isValid() ? std::optional(dayNumber(date)) : std::nullopt;
}

QString timeText(Instant time)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time.ms + aheadMs, Qt::UTC);
    return local.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) + QStringLiteral("+05:30");
}

} // namespace india
