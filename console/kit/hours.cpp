#include "console/kit/hours.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTime>

namespace kit {

namespace {

constexpr int daysPerWeek = 7;
constexpr int secondsPerMinute = 60;

QString clock(int minute)
{
    if (minute == minutesPerDay)
        return QStringLiteral("24:00");
    return QTime(0, 0).addSecs(minute * secondsPerMinute).toString(QStringLiteral("HH:mm"));
}

// Minutes since midnight.
std::optional<int> minuteFrom(const QString &text)
{
    if (text == QLatin1String("24:00"))
        return minutesPerDay;
    const QTime time = QTime::fromString(text, QStringLiteral("H:mm"));
    if (!time.isValid())
        return std::nullopt;
    return time.msecsSinceStartOfDay() / (secondsPerMinute * 1000);
}

QString timesOf(const StoreHours &hours, Weekday day)
{
    const QString times = timesText(hours, day);
    return times.isEmpty() ? QCoreApplication::translate("hours", "closed") : times;
}

QString dayName(int day)
{
    return QLocale().standaloneDayName(day + 1, QLocale::ShortFormat);
}

} // namespace

QString timesText(const StoreHours &hours, Weekday day)
{
    QStringList out;
    for (const DayHours &each : hours.days)
        for (const OpenTime &open : each.open)
            if (each.day == day)
                out += QStringLiteral("%1–%2").arg(clock(open.fromMinute), clock(open.toMinute));
    return out.join(QStringLiteral(", "));
}

std::optional<QList<OpenTime>> timesFrom(const QString &text)
{
    QList<OpenTime> out;
    QString plain = text;
    plain.replace(QChar(0x2013), u'-').remove(u' ');
    for (const QString &span : plain.split(u',', Qt::SkipEmptyParts)) {
        const auto from = minuteFrom(span.section(u'-', 0, 0)), to = minuteFrom(span.section(u'-', 1));
        if (!from || !to || *from >= *to)
            return std::nullopt;
        out += OpenTime{*from, *to};
    }
    return out;
}

QString hoursText(const std::optional<StoreHours> &hours)
{
    if (!hours)
        return QCoreApplication::translate("hours", "No hours said: always open");
    QStringList lines;
    for (int first = 0; first < daysPerWeek;) {
        const QString times = timesOf(*hours, Weekday(first));
        int behind = first + 1;
        while (behind < daysPerWeek && timesOf(*hours, Weekday(behind)) == times)
            ++behind;
        const QString days =
            behind - first == 1 ? dayName(first) : QStringLiteral("%1–%2").arg(dayName(first), dayName(behind - 1));
        lines += QStringLiteral("%1  %2").arg(days, times);
        first = behind;
    }
    return lines.join(u'\n');
}

} // namespace kit
