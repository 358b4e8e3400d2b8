#pragma once

// What is likely to come next of a daily series with a weekly rhythm. Real numbers serve the statistics only; what goes
// out is whole, and nothing of it is stored.

#include "shared/contract/analyticsdepth.h"

namespace analytics {

constexpr qint64 learnedDaysMin = 28;
constexpr qint64 learnedDaysMax = 364;

struct Expected
{
    qint64 value = 0;
    qint64 low = 0;
    qint64 high = 0;
};

struct Outlook
{
    ForecastMethod method = ForecastMethod::SeasonalNaive;
    qint64 learnedDays = 0;
    BasisPoints coverage;
    QList<Expected> days;
};

// The past day by day, without gaps, the newest last; only the last learnedDaysMax are looked at. Both methods forecast
// from many days of the past what is known by now, and the one that erred less is taken. Its errors so many days ahead
// make the band. Nothing with less than learnedDaysMin.
std::optional<Outlook> forecast(const QList<qint64> &past, int days);

} // namespace analytics
