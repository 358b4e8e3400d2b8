#include "console/kit/marketwords.h"

#include "console/kit/display.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>

namespace kit::market {

namespace {

constexpr qint64 whole = 10'000;
constexpr qint64 minuteMs = 60'000;

// A sentence of this room; lupdate finds them under this name.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MarketWords)
};

// Without a sign: the arrow before it says the direction, and the spoken text has a word.
QString share(qint64 basisPoints)
{
    return display::text(BasisPoints{qAbs(basisPoints)});
}

TileFigure tileOf(const QString &figure, const std::optional<BasisPoints> &change, const QString &note, Better better)
{
    TileFigure out{.figure = figure, .better = better, .note = note};
    if (change) {
        out.change = change->value;
        out.changeText = share(change->value);
    }
    return out;
}

// Beside a ring nobody reads hundredths.
QString wholePercent(qint64 basisPoints)
{
    return QLocale().toString((basisPoints + 50) / 100) + u'%';
}

QString lateness(const FlightStage &stage)
{
    if (stage.late > 0)
        return Words::tr("%1 late").arg(display::text(stage.late));
    if (stage.targetMinutes)
        return Words::tr("on time");
    return stage.status == OrderStatus::Delivered ? Words::tr("await confirm") : QString();
}

} // namespace

int daysOf(NamedPeriod period)
{
    switch (period) {
    case NamedPeriod::Today: return 1;
    case NamedPeriod::Week: return 7;
    case NamedPeriod::Month: return 30;
    case NamedPeriod::Quarter: return 90;
    }
    return 30;
}

QStringList periodNames()
{
    return {Words::tr("Today"), Words::tr("7 days"), Words::tr("30 days"), Words::tr("Quarter")};
}

QList<ChoiceFilter::Choice> periodChoices()
{
    QList<ChoiceFilter::Choice> out{{QStringLiteral("1"), Words::tr("Today")}};
    for (const NamedPeriod period : {NamedPeriod::Week, NamedPeriod::Month, NamedPeriod::Quarter})
        out += {QString::number(daysOf(period)), Words::tr("Last %1 days").arg(daysOf(period))};
    return out;
}

QString against(NamedPeriod period)
{
    if (period == NamedPeriod::Today)
        return Words::tr("vs yesterday at this time");
    return Words::tr("vs previous %1 d").arg(daysOf(period));
}

QString day(const QString &isoDate)
{
    return QLocale().toString(QDate::fromString(isoDate, Qt::ISODate), QStringLiteral("d MMM"));
}

QString span(const CoveredPeriod &period)
{
    return period.from == period.to ? day(period.from)
                                    : QStringLiteral("%1 – %2").arg(day(period.from), day(period.to));
}

QString spanWithYear(const CoveredPeriod &period)
{
    const auto dated = [](const QString &isoDate) {
        return QLocale().toString(QDate::fromString(isoDate, Qt::ISODate), QStringLiteral("d MMM yyyy"));
    };
    return period.from == period.to ? dated(period.from)
                                    : QStringLiteral("%1 – %2").arg(dated(period.from), dated(period.to));
}

TileFigure tile(const MoneyFigure &figure, const QString &note, Better better)
{
    TileFigure out = tileOf(display::rounded(figure.figure), figure.change, note, better);
    for (const Money &money : figure.spark)
        out.course += money.minor;
    return out;
}

TileFigure tile(const CountFigure &figure, const QString &note, Better better)
{
    TileFigure out = tileOf(display::text(figure.figure), figure.change, note, better);
    out.course = figure.spark;
    return out;
}

TileFigure tile(const RateFigure &figure, const QString &note, Better better)
{
    TileFigure out = tileOf(display::text(figure.figure), figure.change, note, better);
    if (figure.change)
        out.changeText = Words::tr("%1 pp").arg(share(figure.change->value).remove(u'%'));
    return out;
}

Trend trend(const QList<SeriesPoint> &points, const CoveredPeriod &period)
{
    Trend out{.shortly = [](qint64 paise) { return display::rounded(Money{paise}); },
              .exactly = [](qint64 paise) { return display::text(Money{paise}); },
              .unit = 100};
    TrendLine now{.name = span(period), .look = TrendLine::Look::Area};
    TrendLine before{.name = Words::tr("previous period"), .look = TrendLine::Look::Dashed};
    for (const SeriesPoint &point : points) {
        out.places += day(point.from);
        now.values += point.sums.placed.minor;
        before.values += point.previousPlaced.minor;
    }
    out.lines = {now, before};
    return out;
}

Figures figuresOf(const QList<SeriesPoint> &points)
{
    const bool isByDay =
        std::all_of(points.begin(), points.end(), [](const SeriesPoint &point) { return point.from == point.to; });
    Figures out{.headings = {isByDay ? Words::tr("Day") : Words::tr("Days"), Words::tr("Placed"), Words::tr("Before"),
                             Words::tr("Orders"), Words::tr("Settled"), Words::tr("Commission")}};
    for (const SeriesPoint &point : points) {
        const QString last = isByDay ? QString() : QStringLiteral(" – ") + day(point.to);
        out.rows += {Figures::Cell{.text = day(point.from) + last, .plain = point.from},
                     cell(point.sums.placed),
                     cell(point.previousPlaced),
                     cell(point.sums.ordersPlaced),
                     cell(point.sums.settled),
                     cell(point.sums.commission)};
    }
    return out;
}

// The expected days follow the counted ones, and the line starts where the last day ended.
void addForecast(Trend &trend, const Forecast &forecast)
{
    TrendLine expected{.name = Words::tr("expected"), .look = TrendLine::Look::Expected};
    const qsizetype past = trend.places.size();
    for (qsizetype i = 0; i < past; ++i) {
        expected.values += i + 1 == past ? trend.lines.first().values.last() : std::nullopt;
        trend.band += std::nullopt;
    }
    for (const ForecastPoint &point : forecast.points) {
        trend.places += day(point.day);
        expected.values += point.expected.minor;
        trend.band += std::pair(point.low.minor, point.high.minor);
    }
    trend.lines += expected;
    trend.bandName = Words::tr("%1 of the days").arg(display::text(forecast.coverage));
}

void addForecast(Figures &figures, const Forecast &forecast)
{
    const Figures::Cell none{.isNumber = true};
    const qsizetype known = figures.headings.size();
    figures.headings += {Words::tr("Expected"), Words::tr("Low"), Words::tr("High")};
    for (QList<Figures::Cell> &row : figures.rows)
        row += {none, none, none};
    for (const ForecastPoint &point : forecast.points) {
        QList<Figures::Cell> row{{.text = day(point.day), .plain = point.day}};
        while (row.size() < known)
            row += none;
        figures.rows += row + QList<Figures::Cell>{cell(point.expected), cell(point.low), cell(point.high)};
    }
}

QString words(const Forecast &forecast)
{
    QString method;
    switch (forecast.method) {
    case ForecastMethod::SeasonalNaive: method = Words::tr("as a week before"); break;
    case ForecastMethod::HoltWinters: method = Words::tr("Holt–Winters"); break;
    }
    return Words::tr("forecast: %1, learned from %Ln day(s)", nullptr, int(forecast.learnedDays)).arg(method);
}

QList<ListLine> stages(const QList<FlightStage> &flight)
{
    qint64 most = 1;
    for (const FlightStage &stage : flight)
        most = qMax(most, stage.orders);
    QList<ListLine> out;
    for (const FlightStage &stage : flight) {
        const bool isFirst = stage.status == OrderStatus::Placed;
        out += {.key = names::text(stage.status),
                .title = display::text(stage.status),
                .figure = display::text(stage.orders),
                .note = lateness(stage),
                .noteTone = stage.late > 0 ? std::optional(isFirst ? Tone::Warning : Tone::Danger) : std::nullopt,
                .bar = stage.orders * whole / most};
    }
    return out;
}

Figures figuresOf(const QList<FlightStage> &flight)
{
    Figures out{.headings = {Words::tr("Stage"), Words::tr("Orders"), Words::tr("Amount"), Words::tr("Late"),
                             Words::tr("Target")}};
    for (const FlightStage &stage : flight)
        out.rows += {cell(display::text(stage.status)), cell(stage.orders), cell(stage.total), cell(stage.late),
                     cell(stage.targetMinutes ? display::span(*stage.targetMinutes * minuteMs) : QString())};
    return out;
}

QList<ListLine> shares(const Top &top)
{
    QList<ListLine> out;
    Money rest = top.placed;
    for (const TopEntry &entry : top.entries) {
        rest = rest - entry.placed;
        out += {.key = entry.key,
                .title = entry.name,
                .figure = entry.share ? wholePercent(entry.share->value) : QString(),
                .series = int(out.size())};
    }
    if (rest.minor > 0 && top.placed.minor > 0)
        out += {.title = Words::tr("Other"),
                .figure = wholePercent(qint64(__int128(rest.minor) * whole / top.placed.minor)),
                .series = int(out.size())};
    return out;
}

QList<ListLine> best(const Top &top)
{
    QList<ListLine> out;
    for (const TopEntry &entry : top.entries) {
        QStringList below;
        if (entry.note)
            below += *entry.note;
        below += Words::tr("%Ln order(s)", nullptr, int(entry.orders));
        out += {.key = entry.key,
                .title = entry.name,
                .second = below.join(QStringLiteral(" · ")),
                .figure = display::rounded(entry.placed),
                .hasFace = true};
    }
    return out;
}

Figures figuresOf(const Top &top)
{
    Figures out{.headings = {Words::tr("Name"), Words::tr("Orders"), Words::tr("Placed"), Words::tr("Before"),
                             Words::tr("Change"), Words::tr("Share")}};
    for (const TopEntry &entry : top.entries)
        out.rows += {cell(entry.name),     cell(entry.orders), cell(entry.placed),
                     cell(entry.previous), cell(entry.change), cell(entry.share)};
    return out;
}

Figures::Cell cell(Money money)
{
    return {.text = display::text(money), .plain = money.text(), .isNumber = true};
}

Figures::Cell cell(qint64 count)
{
    return {.text = display::text(count), .plain = QString::number(count), .isNumber = true};
}

Figures::Cell cell(const std::optional<BasisPoints> &share)
{
    return {.text = display::text(share), .plain = share ? share->text() : QString(), .isNumber = true};
}

} // namespace kit::market
