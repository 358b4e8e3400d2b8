#include "server/demo/calendar.h"

#include "server/demo/plan.h"

#include <QDate>

namespace demo {

namespace {

constexpr double growthFrom = 0.55, growthBy = 0.9; // of a usual day's trade: at the start, and what the year adds
constexpr int weeks = yearDays / 7 + 2;
constexpr int whole = 10'000;
constexpr qint64 priceStep = 10; // prices are whole tens of paise

double festivalFactor(const SeasonTable &seasons, QDate date)
{
    double factor = 1;
    for (const FestivalTable &festival : seasons.festivals) {
        const qint64 days = date.daysTo(QDate::fromString(festival.date, Qt::ISODate));
        if (days <= festival.daysBefore && -days <= festival.daysAfter)
            factor = factor * festival.percent / 100;
    }
    return factor;
}

} // namespace

Calendar::Calendar(const SeasonTable &seasons, Instant start, Instant today)
    : m_firstDay(india::dayNumber(start))
{
    const qint64 lastDay = india::dayNumber(today);
    double sum = 0;
    for (qint64 day = m_firstDay; day <= lastDay; ++day) {
        const QDate date = india::dateOf(day);
        const double growth = growthFrom + growthBy * double(day - m_firstDay) / double(lastDay - m_firstDay);
        sum += growth * seasons.months.value(date.month() - 1, 100) *
               seasons.weekdays.value(date.dayOfWeek() - 1, 100) * festivalFactor(seasons, date);
        m_sums.push_back(sum);
    }
    for (const int weight : seasons.hours)
        m_hours.add(weight);
}

double Calendar::weightOf(qint64 day) const
{
    const qint64 at = day - m_firstDay;
    return at < 0 || at >= qint64(m_sums.size()) ? 0 : m_sums[std::size_t(at)] - (at ? m_sums[std::size_t(at) - 1] : 0);
}

double Calendar::sumUntil(Instant time) const
{
    const qint64 day = india::dayNumber(time), at = day - m_firstDay;
    if (at < 0)
        return 0;
    if (at >= qint64(m_sums.size()))
        return m_sums.back();
    const double passed = double(time.ms - atIndianHour(day, 0).ms) / double(dayMs);
    return m_sums[std::size_t(at)] - weightOf(day) * (1 - passed);
}

Instant Calendar::pick(Chance &chance, Instant from, Instant to) const
{
    constexpr int tries = 6;
    const double low = sumUntil(from), high = sumUntil(to);
    for (int attempt = 0; attempt < tries; ++attempt) {
        const double at = low + chance.share() * (high - low);
        const auto found = std::lower_bound(m_sums.begin(), m_sums.end(), at);
        const qint64 day = m_firstDay + std::min<qint64>(found - m_sums.begin(), qint64(m_sums.size()) - 1);
        const Instant time = atIndianHour(day, m_hours.draw(chance)).after(chance.between(0, hourMs - 1));
        if (time >= from && time <= to)
            return time;
    }
    return {chance.between(from.ms, to.ms)};
}

PriceBook::PriceBook(const Trade &trade, quint64 seed, Instant start)
    : m_start(start)
{
    for (qsizetype drift = 0; drift < trade.drift.size(); ++drift) {
        const DriftTable &table = trade.drift[drift];
        Chance chance(seed, "prices of " + table.category.toUtf8());
        const double phase = chance.share();
        double walk = 0;
        std::vector<int> index;
        for (int week = 0; week < weeks; ++week) {
            const double passed = double(week) / weeks;
            // A tenth of the way is taken back each week, so that prices stay near their course.
            walk = walk * 0.9 + table.noise * (chance.share() + chance.share() - 1);
            const double season = table.swing * std::sin(2 * M_PI * (passed + phase));
            index.push_back(whole + int(table.yearChange * passed + season + walk));
        }
        m_index.push_back(std::move(index));
    }
    for (const GoodsTable &good : trade.goods) {
        int drift = 0;
        for (qsizetype i = 0; i < trade.drift.size(); ++i)
            if (trade.drift[i].category == good.category)
                drift = int(i);
        m_base.push_back(good.price);
        m_drift.push_back(drift);
    }
}

Money PriceBook::price(int good, int factor, Instant at) const
{
    const auto week = std::size_t(std::clamp<qint64>((at.ms - m_start.ms) / (7 * dayMs), 0, weeks - 1));
    const qint64 index = m_index[std::size_t(m_drift[std::size_t(good)])][week];
    const qint64 minor = m_base[std::size_t(good)].minor * index / whole * factor / whole;
    return {std::max(priceStep, (minor + priceStep / 2) / priceStep * priceStep)};
}

} // namespace demo
