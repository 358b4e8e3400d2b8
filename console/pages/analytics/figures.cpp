// What the analytics show of the answers, of the platform and of one store alike.

#include "console/kit/display.h"
#include "console/kit/marketwords.h"
#include "console/pages/analytics/board.h"

namespace analytics {

using kit::Figures;
using kit::ListLine;
namespace market = kit::market;

namespace {

constexpr qint64 whole = 10'000;

QString titleOf(FunnelStage stage)
{
    switch (stage) {
    case FunnelStage::Viewed: return Board::tr("Products viewed");
    case FunnelStage::Ordered: return Board::tr("Orders placed");
    case FunnelStage::Settled: return Board::tr("Orders settled");
    }
    return {};
}

QString titleOf(TradeStep step)
{
    switch (step) {
    case TradeStep::Confirm: return Board::tr("Confirm");
    case TradeStep::Dispatch: return Board::tr("Dispatch");
    case TradeStep::Deliver: return Board::tr("Deliver");
    case TradeStep::Settle: return Board::tr("Settle");
    }
    return {};
}

Figures::Cell duration(const std::optional<qint64> &seconds)
{
    return {.text = seconds ? kit::display::span(*seconds * secondMs) : QStringLiteral("–"),
            .plain = seconds ? QString::number(*seconds) : QString(),
            .isNumber = true};
}

} // namespace

void Board::show(const Revenue &revenue)
{
    QString note = tr("%1 placed, %2 before")
                       .arg(kit::display::rounded(revenue.sums.placed), kit::display::rounded(revenue.previous.placed));
    kit::Trend trend = market::trend(revenue.points, revenue.period);
    Figures figures = market::figuresOf(revenue.points);
    if (revenue.forecast) {
        market::addForecast(trend, *revenue.forecast);
        market::addForecast(figures, *revenue.forecast);
        note += QStringLiteral(" · ") + market::words(*revenue.forecast);
    } else if (step() == SeriesStep::Day) {
        note += QStringLiteral(" · ") + tr("too little data for a forecast: fewer than 28 days");
    }
    m_revenueCard->say(tr("Sales"), note);
    m_trend->show(trend);
    m_revenueCard->setFigures(figures);
    m_revenueCard->showContent();
}

Figures Board::figuresOf(const Funnel &funnel)
{
    Figures out{.headings = {tr("Stage"), tr("Count"), tr("Of the stage before")}};
    for (const FunnelStep &step : funnel.steps)
        out.rows += {market::cell(titleOf(step.stage)), market::cell(step.count), market::cell(step.rate)};
    return out;
}

void Board::show(const Funnel &funnel)
{
    qint64 most = 0;
    for (const FunnelStep &step : funnel.steps)
        most = qMax(most, step.count);
    if (most == 0) {
        m_funnelCard->showEmpty(QStringLiteral("chart-line"), tr("Too little data"),
                                tr("No order in this period: n = 0"));
        return;
    }
    QList<ListLine> lines;
    for (const FunnelStep &step : funnel.steps) {
        ListLine line{.title = titleOf(step.stage),
                      .figure = kit::display::text(step.count),
                      .note = step.rate ? kit::display::text(*step.rate) : QString(),
                      .bar = qint64(__int128(step.count) * whole / most)};
        if (step.stage == FunnelStage::Ordered && !isWider())
            line.key = QStringLiteral("all");
        if (step.stage == FunnelStage::Settled && !isWider())
            line.key = names::text(OrderStatus::Completed);
        lines += line;
    }
    m_funnel->show(lines);
    m_funnelCard->setFigures(figuresOf(funnel));
    m_funnelCard->showContent();
}

void Board::show(const Top &top)
{
    m_shownTop = top;
    if (top.entries.isEmpty()) {
        m_topCard->showEmpty(QStringLiteral("package"), tr("Nothing sold"), tr("No order in this period: n = 0"));
        return;
    }
    m_topCard->say(tr("What sells most"), tr("%1 placed in all").arg(kit::display::rounded(top.placed)));
    m_top->show(market::figuresOf(top));
    m_topCard->setFigures(market::figuresOf(top));
    m_topCard->showContent();
}

Figures Board::figuresOf(const QList<ProcessingTime> &steps)
{
    Figures out{.headings = {tr("Step"), tr("Median"), tr("9 of 10"), tr("Before"), tr("In target")}};
    for (const ProcessingTime &step : steps) {
        QString name = titleOf(step.step);
        if (step.targetMinutes)
            name += QStringLiteral(" (≤ %1)").arg(kit::display::span(*step.targetMinutes * minuteMs));
        Figures::Cell median = duration(step.medianSeconds);
        if (!step.medianSeconds)
            median.text = tr("too little: n = %1").arg(step.orders); // beside the step's name it would be cut
        out.rows += {market::cell(name), median, duration(step.ninetiethSeconds), duration(step.previousMedianSeconds),
                     market::cell(step.withinTarget)};
    }
    return out;
}

void Board::showSteps(const QList<ProcessingTime> &steps)
{
    m_processingCard->say(tr("How long orders take"), isWider() ? tr("of all categories and states") : QString());
    m_processing->show(figuresOf(steps));
    m_processingCard->setFigures(figuresOf(steps));
    m_processingCard->showContent();
}

} // namespace analytics
