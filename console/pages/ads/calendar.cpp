#include "console/pages/ads/calendar.h"

#include "shared/base/indiatime.h"
#include "shared/contract/adroom.h"

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

auto lineageIn(const Categories &categories)
{
    return [&categories](Id<Category> id) { return categories.lineage(id); };
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
    return india::dateOf(india::dayNumber(time));
}

Instant startOf(QDate day)
{
    return india::startOf(india::dayNumber(day));
}

QString dayText(QDate day)
{
    return QLocale().toString(day, QStringLiteral("d MMM yyyy"));
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
    return time.after(days * dayMs);
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

int shareOf(const Ad &ad, const QList<Ad> &all, const Categories &categories)
{
    const auto lineage = lineageIn(categories);
    QList<Ad> rivals = rivalsOf(ad, all, lineage);
    rivals.removeIf([&](const Ad &each) { return !each.isActive || each.priority != ad.priority; });
    QList<Booking> bookings = bookingsOf(ad, rivals, lineage);
    for (qsizetype i = 0; i < bookings.size(); ++i)
        bookings[i].weight = rivals[i].weight;
    const auto partner =
        std::find_if(all.begin(), all.end(), [&](const Ad &each) { return ad.partnerId == each.id && each.isActive; });
    // A half that runs at another time leaves the whole draw to this one.
    const bool isPair = partner != all.end() && partner->priority == ad.priority && partner->startDate < ad.endDate &&
                        ad.startDate < partner->endDate;
    const int own = isPair ? std::max(ad.weight, partner->weight) : ad.weight;
    const int whole = (own + heaviestBetween(bookings, ad.startDate, ad.endDate)) * (isPair ? 2 : 1);
    return (own * 100 + whole / 2) / whole;
}

int crowdOf(const Ad &ad, const QList<Ad> &all, const Categories &categories)
{
    const auto lineage = lineageIn(categories);
    return 1 + heaviestBetween(bookingsOf(ad, rivalsOf(ad, all, lineage), lineage), ad.startDate, ad.endDate);
}

} // namespace ads
