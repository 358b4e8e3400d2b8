#include "server/analytics/forecast.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace analytics {

namespace {

using Series = std::vector<double>;

constexpr int season = 7;
constexpr int originsMax = 120;         // days of the past from which a forecast is tried
constexpr int originFirst = 2 * season; // the first of them has two weeks to learn from
constexpr BasisPoints coverage{8'000};  // from the 10th to the 90th percentile of the errors
constexpr double lowest = 0.1, highest = 0.9;
constexpr std::array smoothings{0.05, 0.15, 0.3, 0.5};
constexpr std::array trends{0.0, 0.02, 0.1};
constexpr std::array rhythms{0.05, 0.15, 0.3};

struct Weights
{
    double level = 0.3;
    double trend = 0;
    double rhythm = 0.1;
};

// Level, trend and the seven weekdays, learned day by day.
struct HoltWinters
{
    Weights weights;
    double level = 0, trend = 0;
    std::array<double, season> rhythm{};
    qint64 day = 0;

    HoltWinters(const Weights &chosen, const Series &past)
        : weights(chosen)
    {
        for (int i = 0; i < season; ++i)
            level += past[std::size_t(i)] / season;
        for (int i = 0; i < season; ++i)
            rhythm[std::size_t(i)] = past[std::size_t(i)] - level;
        day = season;
    }

    double ahead(int days) const { return level + trend * days + rhythm[std::size_t((day + days - 1) % season)]; }

    void learn(double value)
    {
        double &weekday = rhythm[std::size_t(day % season)];
        const double before = level;
        level = weights.level * (value - weekday) + (1 - weights.level) * (level + trend);
        trend = weights.trend * (level - before) + (1 - weights.trend) * trend;
        weekday = weights.rhythm * (value - level) + (1 - weights.rhythm) * weekday;
        ++day;
    }
};

Weights bestWeights(const Series &past)
{
    Weights best;
    double least = std::numeric_limits<double>::max();
    for (const double level : smoothings) {
        for (const double trend : trends) {
            for (const double rhythm : rhythms) {
                HoltWinters model({level, trend, rhythm}, past);
                double squares = 0;
                for (std::size_t at = season; at < past.size(); ++at) {
                    const double error = past[at] - model.ahead(1);
                    squares += error * error;
                    model.learn(past[at]);
                }
                if (squares < least) {
                    least = squares;
                    best = model.weights;
                }
            }
        }
    }
    return best;
}

double naive(const Series &past, std::size_t known, int days)
{
    const auto weeksBack = std::size_t((days - 1) / season + 1);
    return past[known + std::size_t(days) - 1 - weeksBack * season];
}

// What each method erred from days of the past, by how many days it looked ahead.
struct Errors
{
    std::vector<std::vector<double>> byDays;
    double total = 0;
    qint64 count = 0;

    explicit Errors(int days)
        : byDays(std::size_t(days))
    {}

    void add(int days, double error)
    {
        byDays[std::size_t(days) - 1].push_back(error);
        total += std::abs(error);
        ++count;
    }
    double mean() const { return count == 0 ? 0 : total / double(count); }
};

template <class Predict, class Learn>
Errors tried(const Series &past, int days, Predict &&predict, Learn &&learn)
{
    Errors errors(days);
    const std::size_t start =
        std::max<std::size_t>(originFirst, past.size() > originsMax ? past.size() - originsMax : 0);
    for (std::size_t known = season; known < past.size(); ++known) {
        for (int ahead = 1; known >= start && ahead <= days && known + std::size_t(ahead) <= past.size(); ++ahead)
            errors.add(ahead, past[known + std::size_t(ahead) - 1] - std::max(0.0, predict(known, ahead)));
        learn(past[known]);
    }
    return errors;
}

double quantile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    const double at = part * double(values.size() - 1);
    const auto below = std::size_t(at);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (values[above] - values[below]) * (at - double(below));
}

// Far ahead there are few errors to go by; those of the days before stand in, and a band never narrows.
constexpr std::size_t errorsMin = 8;

struct Band
{
    double low = 0;
    double high = 0;
};

QList<Band> bandsOf(const Errors &errors)
{
    QList<Band> bands;
    Band band;
    for (const std::vector<double> &each : errors.byDays) {
        if (each.size() >= errorsMin) {
            band.low = std::min(band.low, quantile(each, lowest));
            band.high = std::max(band.high, quantile(each, highest));
        }
        bands += band;
    }
    return bands;
}

qint64 amount(double value)
{
    return qint64(std::llround(std::max(0.0, value)));
}

} // namespace

std::optional<Outlook> forecast(const QList<qint64> &all, int days)
{
    const QList<qint64> recent = all.last(std::min<qsizetype>(all.size(), learnedDaysMax));
    if (recent.size() < learnedDaysMin || days <= 0)
        return std::nullopt;
    const Series past(recent.begin(), recent.end());

    HoltWinters model(bestWeights(past), past);
    const Errors smoothed = tried(
        past, days, [&](std::size_t, int ahead) { return model.ahead(ahead); },
        [&](double value) { model.learn(value); });
    const Errors repeated = tried(
        past, days, [&](std::size_t known, int ahead) { return naive(past, known, ahead); }, [](double) {});

    const bool isSmoothed = smoothed.mean() < repeated.mean();
    Outlook out{.method = isSmoothed ? ForecastMethod::HoltWinters : ForecastMethod::SeasonalNaive,
                .learnedDays = recent.size(),
                .coverage = coverage,
                .days = {}};
    const QList<Band> bands = bandsOf(isSmoothed ? smoothed : repeated);
    for (int ahead = 1; ahead <= days; ++ahead) {
        const double value = isSmoothed ? model.ahead(ahead) : naive(past, past.size(), ahead);
        const Band &band = bands[ahead - 1];
        out.days += Expected{amount(value), amount(value + band.low), amount(value + band.high)};
    }
    return out;
}

} // namespace analytics
