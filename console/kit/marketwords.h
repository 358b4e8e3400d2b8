#pragma once

// How figures of the market are said and drawn: on the dashboards, in the analytics, in what is exported.

#include "console/kit/figures.h"
#include "console/kit/figuretile.h"
#include "console/kit/filterbar.h"
#include "console/kit/linelist.h"
#include "console/kit/trendchart.h"
#include "shared/contract/analyticsdepth.h"

namespace kit::market {

// In the order of the segments above a dashboard.
constexpr NamedPeriod periods[] = {NamedPeriod::Today, NamedPeriod::Week, NamedPeriod::Month, NamedPeriod::Quarter};
int daysOf(NamedPeriod period);
QStringList periodNames();
QList<ChoiceFilter::Choice> periodChoices(); // days up to and including today
QString against(NamedPeriod period);         // vs previous 30 d
QString day(const QString &isoDate);         // 21 Oct
QString span(const CoveredPeriod &period);
QString spanWithYear(const CoveredPeriod &period); // on paper, which is kept: 22 Oct 2026 – 20 Nov 2026

using Better = TileFigure::Better;
TileFigure tile(const MoneyFigure &figure, const QString &note, Better better = Better::More);
TileFigure tile(const CountFigure &figure, const QString &note, Better better = Better::More);
TileFigure tile(const RateFigure &figure, const QString &note, Better better);

// Placed, day by day, and the same days of the previous period.
Trend trend(const QList<SeriesPoint> &points, const CoveredPeriod &period);
Figures figuresOf(const QList<SeriesPoint> &points);

// What is expected, with its band, after the counted days; and how it was made, in words.
void addForecast(Trend &trend, const Forecast &forecast);
void addForecast(Figures &figures, const Forecast &forecast);
QString words(const Forecast &forecast);

QList<ListLine> stages(const QList<FlightStage> &flight);
Figures figuresOf(const QList<FlightStage> &flight);
// What is not among the entries comes last as "Other", when there is any.
QList<ListLine> shares(const Top &top);
QList<ListLine> best(const Top &top);
Figures figuresOf(const Top &top);

Figures::Cell cell(Money money);
Figures::Cell cell(qint64 count);
Figures::Cell cell(const std::optional<BasisPoints> &share);
inline Figures::Cell cell(const QString &text)
{
    return {.text = text};
}

} // namespace kit::market
