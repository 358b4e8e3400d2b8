#pragma once

// When people trade, and at which price: growth, seasons, festivals, weekdays, hours.

#include "server/demo/chance.h"
#include "server/demo/tables.h"
#include "shared/base/indiatime.h"

#include <vector>

namespace demo {

// An hour of an Indian day.
constexpr Instant atIndianHour(qint64 day, qint64 hour)
{
    return india::startOf(day).after(hour * hourMs);
}

class Calendar
{
public:
    Calendar(const SeasonTable &seasons, Instant start, Instant today);

    // A time from one to another, likelier where there is more trade.
    Instant pick(Chance &chance, Instant from, Instant to) const;
    // The trade of a day, for drawing it.
    double weightOf(qint64 day) const;

private:
    double sumUntil(Instant time) const;

    qint64 m_firstDay;
    std::vector<double> m_sums; // of the weights, from the first day on
    Lots m_hours;
};

// What a good costs in a week of the year.
class PriceBook
{
public:
    PriceBook(const Trade &trade, quint64 seed, Instant start);

    // factor: of the store, in hundredths of a percent
    Money price(int good, int factor, Instant at) const;

private:
    Instant m_start;
    std::vector<Money> m_base;             // by good
    std::vector<int> m_drift;              // by good, its row in m_index
    std::vector<std::vector<int>> m_index; // by drift and week, in hundredths of a percent
};

} // namespace demo
