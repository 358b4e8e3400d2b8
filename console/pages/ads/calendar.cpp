#include "console/pages/ads/calendar.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace ads {

namespace {

constexpr int weekDays = 7;
constexpr int dayViewDays = 14;
constexpr int weekViewDays = 35;
constexpr int monthViewDays = 182;

QDate mondayOf(QDate day)
{
    return day.addDays(1 - day.dayOfWeek());
}

bool overlap(const Ad &a, const Ad &b)
{
    return a.startDate < b.endDate && b.startDate < a.endDate;
}

} // namespace

Stretch stretchAround(Zoom zoom, QDate day)
{
    switch (zoom) {
    case Zoom::Day: return {day.addDays(-3), dayViewDays};
    case Zoom::Week: return {mondayOf(day).addDays(-weekDays), weekViewDays};
    case Zoom::Month: return {QDate(day.year(), day.month(), 1).addMonths(-1), monthViewDays};
    }
    return {};
}

Stretch turned(Zoom zoom, const Stretch &stretch, int by)
{
    switch (zoom) {
    case Zoom::Day: return {stretch.from.addDays(by * weekDays), stretch.days};
    case Zoom::Week: return {stretch.from.addDays(by * 2 * weekDays), stretch.days};
    case Zoom::Month: return {stretch.from.addMonths(by * 2), stretch.days};
    }
    return stretch;
}

QDate dayOf(Instant time)
{
    return QDateTime::fromMSecsSinceEpoch(time.ms).date();
}

Instant startOf(QDate day)
{
    return {day.startOfDay().toMSecsSinceEpoch()};
}

QDate firstDay(const Ad &ad)
{
    return dayOf(ad.startDate);
}

QDate lastDay(const Ad &ad)
{
    return dayOf(ad.endDate.after(-1));
}

Instant shifted(Instant time, qint64 days)
{
    return {QDateTime::fromMSecsSinceEpoch(time.ms).addDays(days).toMSecsSinceEpoch()};
}

QString spanText(QDate first, QDate last)
{
    const QLocale locale;
    const QString end = locale.toString(last, QStringLiteral("d MMM yyyy"));
    if (first == last)
        return end;
    const bool isOneMonth = first.month() == last.month() && first.year() == last.year();
    const bool isOneYear = first.year() == last.year();
    const QString form = isOneMonth  ? QStringLiteral("d")
                         : isOneYear ? QStringLiteral("d MMM")
                                     : QStringLiteral("d MMM yyyy");
    return locale.toString(first, form) + QStringLiteral(" – ") + end;
}

QList<Bar> packed(QList<Ad> ads)
{
    std::sort(ads.begin(), ads.end(),
              [](const Ad &a, const Ad &b) { return std::tie(a.startDate, a.id) < std::tie(b.startDate, b.id); });
    QList<Bar> out;
    QList<QDate> taken; // the last day of each row
    for (const Ad &ad : ads) {
        int track = 0;
        while (track < taken.size() && taken[track] >= firstDay(ad))
            ++track;
        if (track == taken.size())
            taken += QDate();
        taken[track] = lastDay(ad);
        out += Bar{ad, track};
    }
    return out;
}

int tracks(const QList<Bar> &bars)
{
    int most = 0;
    for (const Bar &bar : bars)
        most = std::max(most, bar.track + 1);
    return most;
}

int shareOf(const Ad &ad, const QList<Ad> &all)
{
    qint64 sum = 0;
    for (const Ad &each : all)
        if (each.slot == ad.slot && each.isActive && each.priority == ad.priority && overlap(each, ad))
            sum += each.weight;
    if (!ad.isActive)
        sum += ad.weight;
    return sum == 0 ? 100 : int((ad.weight * 100 + sum / 2) / sum);
}

int crowdOf(const Ad &ad, const QList<Ad> &all)
{
    // The crowd only grows where somebody comes in.
    const auto at = [&](Instant time) {
        return int(std::count_if(all.begin(), all.end(), [&](const Ad &each) {
            return each.slot == ad.slot && each.startDate <= time && time < each.endDate;
        }));
    };
    int most = at(ad.startDate);
    for (const Ad &each : all)
        if (each.slot == ad.slot && each.startDate > ad.startDate && each.startDate < ad.endDate)
            most = std::max(most, at(each.startDate));
    return std::max(most, 1);
}

} // namespace ads
