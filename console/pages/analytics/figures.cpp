// What the analytics show of the answers.

#include "console/kit/display.h"
#include "console/kit/marketwords.h"
#include "console/pages/analytics/page.h"

#include <QDate>

namespace analytics {

using kit::Figures;
using kit::ListLine;
namespace market = kit::market;

namespace {

constexpr qint64 whole = 10'000;
constexpr qint64 secondMs = 1000;
constexpr qint64 minuteMs = 60'000;
// The strongest tint is reached by half of a month's buyers coming back; few markets see more.
constexpr qint64 strongestHeat = 5000;

QString titleOf(FunnelStage stage)
{
    switch (stage) {
    case FunnelStage::Viewed: return Page::tr("Products viewed");
    case FunnelStage::Ordered: return Page::tr("Orders placed");
    case FunnelStage::Settled: return Page::tr("Orders settled");
    }
    return {};
}

QString titleOf(TradeStep step)
{
    switch (step) {
    case TradeStep::Confirm: return Page::tr("Confirm");
    case TradeStep::Dispatch: return Page::tr("Dispatch");
    case TradeStep::Deliver: return Page::tr("Deliver");
    case TradeStep::Settle: return Page::tr("Settle");
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

void Page::show(const Revenue &revenue)
{
    QString note = tr("%1 placed, %2 before")
                       .arg(kit::display::rounded(revenue.sums.placed), kit::display::rounded(revenue.previous.placed));
    kit::Trend trend = market::trend(revenue.points, revenue.period);
    Figures figures = market::figuresOf(revenue.points);
    if (revenue.forecast) {
        market::addForecast(trend, *revenue.forecast);
        market::addForecast(figures, *revenue.forecast);
        note += QStringLiteral(" · ") + market::words(*revenue.forecast);
    } else if (period() != NamedPeriod::Quarter) {
        note += QStringLiteral(" · ") + tr("too little data for a forecast: fewer than 28 days");
    }
    m_revenueCard->say(tr("Sales"), note);
    m_trend->show(trend);
    m_revenueCard->setFigures(figures);
    m_revenueCard->showContent();
}

Figures Page::figuresOf(const Funnel &funnel)
{
    Figures out{.headings = {tr("Stage"), tr("Count"), tr("Of the stage before")}};
    for (const FunnelStep &step : funnel.steps)
        out.rows += {market::cell(titleOf(step.stage)), market::cell(step.count), market::cell(step.rate)};
    return out;
}

void Page::show(const Funnel &funnel)
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
        if (step.stage == FunnelStage::Ordered)
            line.key = QStringLiteral("all");
        if (step.stage == FunnelStage::Settled)
            line.key = names::text(OrderStatus::Completed);
        lines += line;
    }
    m_funnel->show(lines);
    m_funnelCard->setFigures(figuresOf(funnel));
    m_funnelCard->showContent();
}

void Page::show(const Top &top)
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

Figures Page::figuresOf(const Cohorts &cohorts)
{
    qsizetype longest = 0;
    for (const Cohort &cohort : cohorts.cohorts)
        longest = qMax(longest, cohort.cells.size());
    Figures out{.headings = {tr("First order"), tr("Buyers")}};
    for (qsizetype i = 1; i < longest; ++i)
        out.headings += tr("+%1 mo").arg(i);
    for (const Cohort &cohort : cohorts.cohorts) {
        const QDate month = QDate::fromString(cohort.month + QStringLiteral("-01"), Qt::ISODate);
        QList<Figures::Cell> row{{.text = QLocale().toString(month, QStringLiteral("MMM yyyy")), .plain = cohort.month},
                                 market::cell(cohort.buyers)};
        for (qsizetype i = 1; i < longest; ++i) {
            Figures::Cell cell{.isNumber = true};
            if (i < cohort.cells.size()) {
                cell = market::cell(std::optional(cohort.cells.at(i).retained));
                cell.heat = qMin(whole, cohort.cells.at(i).retained.value * whole / strongestHeat);
            }
            row += cell;
        }
        out.rows += row;
    }
    return out;
}

Figures Page::figuresOf(const Processing &processing)
{
    Figures out{.headings = {tr("Step"), tr("Median"), tr("9 of 10"), tr("Before"), tr("In target")}};
    for (const ProcessingTime &step : processing.steps) {
        QString name = titleOf(step.step);
        if (step.targetMinutes)
            name += QStringLiteral(" (≤ %1)").arg(kit::display::span(*step.targetMinutes * minuteMs));
        if (!step.medianSeconds)
            name += QStringLiteral(", ") + tr("too little data: n = %1").arg(step.orders);
        out.rows += {market::cell(name), duration(step.medianSeconds), duration(step.ninetiethSeconds),
                     duration(step.previousMedianSeconds), market::cell(step.withinTarget)};
    }
    return out;
}

Figures Page::figuresOf(const Operations &operations)
{
    Figures out{.headings = {tr("Figure"), tr("Now"), tr("Before"), tr("Target")}};
    const Figures::Cell none{.text = QStringLiteral("–"), .isNumber = true};
    const auto rate = [&](const QString &name, const RateFigure &figure) {
        out.rows += {market::cell(name), market::cell(figure.figure), market::cell(figure.previous),
                     figure.target ? market::cell(figure.target) : none};
    };
    const auto amount = [&](const QString &name, const auto &figure) {
        Figures::Cell now = market::cell(figure.figure);
        Figures::Cell before = market::cell(figure.previous);
        if constexpr (std::is_same_v<std::decay_t<decltype(figure)>, MoneyFigure>) {
            now.text = kit::display::rounded(figure.figure);
            before.text = kit::display::rounded(figure.previous);
        }
        out.rows += {market::cell(name), now, before, none};
    };
    rate(tr("Payments that succeeded"), operations.paymentSuccess);
    amount(tr("Payments"), operations.paymentsPaid);
    amount(tr("Failed payments"), operations.paymentsFailed);
    amount(tr("Paid in"), operations.paidIn);
    amount(tr("Payouts"), operations.payoutsProcessed);
    amount(tr("Paid out"), operations.paidOut);
    rate(tr("Buyers of the month before who came back"), operations.monthlyRetention);
    out.rows += {market::cell(tr("Active buyers a day")), market::cell(operations.dailyActiveBuyers), none, none};
    out.rows +=
        {market::cell(tr("Active buyers in 30 days")), market::cell(operations.monthlyActiveBuyers), none, none};
    amount(tr("New buyers"), operations.buyersJoined);
    amount(tr("First orders"), operations.firstTimeBuyers);
    amount(tr("New distributors"), operations.distributorsJoined);
    amount(tr("New vendors"), operations.vendorsJoined);
    amount(tr("Stores that applied"), operations.storesApplied);
    amount(tr("Stores approved"), operations.storesApproved);
    rate(tr("Applications approved"), operations.onboardingRate);
    rate(tr("Orders completed"), operations.orderCompletion);
    amount(tr("Looks at stores"), operations.storeViews);
    const auto time = [](const std::optional<qint64> &ms) {
        return Figures::Cell{.text = ms ? tr("%1 ms").arg(kit::display::text(*ms)) : QStringLiteral("–"),
                             .plain = ms ? QString::number(*ms) : QString(),
                             .isNumber = true};
    };
    const TimeFigure &answer = operations.responseTime;
    out.rows += {market::cell(tr("Average response of the server")), time(answer.figureMs), time(answer.previousMs),
                 time(answer.targetMs)};
    rate(tr("Minutes in which the server was up"), operations.uptime);
    return out;
}

} // namespace analytics
