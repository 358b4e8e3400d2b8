// What the dashboard shows of the answers.

#include "console/kit/display.h"
#include "console/kit/marketwords.h"
#include "console/pages/dashboard/page.h"
#include "shared/base/indiatime.h"
#include "shared/contract/catalog.h"
#include "shared/contract/kyc.h"

namespace dashboard {

using kit::ListLine;
using kit::Tone;
namespace market = kit::market;

namespace {

constexpr int sharesMost = 5; // and "Other"
constexpr int vendorsMost = 4;

// Where a decision is made; empty where the console has no page for it.
struct Place
{
    QString page;
    kit::Narrowing by = {};
};

Place placeOf(DecisionKind kind)
{
    const auto status = [](const char *value) {
        return kit::Narrowing{{QStringLiteral("status"), QString::fromLatin1(value)}};
    };
    const auto urgency = [](OrderUrgency value) {
        return kit::Narrowing{{QStringLiteral("urgency"), QString(names::text(value))}};
    };
    switch (kind) {
    case DecisionKind::KycWaiting: return {QStringLiteral("admin.kyc")};
    case DecisionKind::PayoutsToApprove: return {QStringLiteral("admin.payouts"), status("requested")};
    case DecisionKind::PayoutsToProcess: return {QStringLiteral("admin.payouts"), status("approved")};
    case DecisionKind::OrdersAtRisk: return {QStringLiteral("admin.orders"), urgency(OrderUrgency::AtRisk)};
    case DecisionKind::OrdersLate: return {QStringLiteral("admin.orders"), urgency(OrderUrgency::Late)};
    case DecisionKind::JobsDead:
    case DecisionKind::EventsDead:
    case DecisionKind::StockLow: return {};
    }
    return {};
}

QString iconOf(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::KycWaiting: return QStringLiteral("badge-check");
    case DecisionKind::PayoutsToApprove: return QStringLiteral("landmark");
    case DecisionKind::PayoutsToProcess: return QStringLiteral("hand-coins");
    case DecisionKind::OrdersAtRisk: return QStringLiteral("clock");
    case DecisionKind::OrdersLate: return QStringLiteral("truck");
    case DecisionKind::JobsDead:
    case DecisionKind::EventsDead: return QStringLiteral("triangle-alert");
    case DecisionKind::StockLow: return QStringLiteral("boxes");
    }
    return {};
}

bool isEmpty(const Dashboard &dashboard)
{
    return dashboard.ordersPlaced.figure == 0 && dashboard.ordersPlaced.previous == 0 && dashboard.ordersHeld == 0;
}

// As many as fit; the rest is in the whole and becomes "Other".
Top firstOf(Top top, int most)
{
    top.entries = top.entries.first(qMin<qsizetype>(most, top.entries.size()));
    return top;
}

} // namespace

void Page::show(const Dashboard &dashboard)
{
    showTiles(dashboard);
    m_trendCard->say(tr("GMV by day"),
                     tr("%1 in %Ln order(s) since the beginning", nullptr, int(dashboard.lifetime.ordersPlaced))
                         .arg(kit::display::rounded(dashboard.lifetime.placed)));
    if (isEmpty(dashboard)) {
        m_trendCard->showEmpty(QStringLiteral("chart-line"), tr("No sales yet"), tr("No order in this period."));
    } else {
        m_trend->show(market::trend(dashboard.days, dashboard.period));
        m_trendCard->setFigures(market::figuresOf(dashboard.days));
        m_trendCard->showContent();
    }
    showStages(dashboard);
    if (dashboard.categories.entries.isEmpty()) {
        m_categoriesCard->showEmpty(QStringLiteral("package"), tr("Nothing sold"), tr("No order in this period."));
    } else {
        const Top top = firstOf(dashboard.categories, sharesMost);
        QList<qint64> parts;
        Money rest = top.placed;
        for (const TopEntry &entry : top.entries) {
            parts += entry.placed.minor;
            rest = rest - entry.placed;
        }
        parts += qMax<qint64>(0, rest.minor);
        m_donut->show(parts, kit::display::rounded(top.placed), market::periodNames().value(m_periods->chosen()));
        m_categories->show(market::shares(top));
        m_categoriesCard->setFigures(market::figuresOf(dashboard.categories));
        m_categoriesCard->showContent();
    }
    if (dashboard.vendors.entries.isEmpty()) {
        m_vendorsCard->showEmpty(QStringLiteral("store"), tr("No vendor sold"), tr("No order in this period."));
    } else {
        m_vendorsCard->say(tr("Top vendors"), market::span(dashboard.period));
        m_vendors->show(market::best(firstOf(dashboard.vendors, vendorsMost)));
        m_vendorsCard->setFigures(market::figuresOf(dashboard.vendors));
        m_vendorsCard->showContent();
    }
    m_stepsCard->setVisible(isEmpty(dashboard));
    if (isEmpty(dashboard))
        fetchSteps();
}

void Page::showTiles(const Dashboard &dashboard)
{
    const auto more = [](const QString &text, const auto &value) {
        return value ? text.arg(kit::display::text(*value)) : QString();
    };
    const auto show = [&](kit::FigureTile *tile, kit::TileFigure figure) {
        figure.of = market::span(dashboard.period);
        tile->show(figure);
    };
    show(m_placed, market::tile(dashboard.placed, market::against(period())));
    const QString average =
        dashboard.averageOrder ? tr("avg %1").arg(kit::display::rounded(*dashboard.averageOrder)) : QString();
    show(m_orders, market::tile(dashboard.ordersPlaced, average));
    show(m_held,
         market::tile(dashboard.held, tr("%Ln order(s)", nullptr, int(dashboard.ordersHeld)), market::Better::Neither));
    show(m_commission, market::tile(dashboard.commission, more(tr("%1 take rate"), dashboard.takeRate)));
    show(m_cancelled, market::tile(dashboard.cancellationRate, more(tr("target %1"), dashboard.cancellationRate.target),
                                   market::Better::Less));
}

void Page::showStages(const Dashboard &dashboard)
{
    qint64 open = 0;
    for (const FlightStage &stage : dashboard.flight)
        open += stage.orders;
    m_stagesCard->say(tr("Orders in flight"), tr("%Ln open order(s) by stage", nullptr, int(open)));
    m_stages->show(market::stages(dashboard.flight));
    m_stagesCard->setFigures(market::figuresOf(dashboard.flight));
    m_stagesCard->showContent();
}

namespace {

QString sentence(const Decision &decision)
{
    const int count = int(decision.count);
    switch (decision.kind) {
    case DecisionKind::KycWaiting: return Page::tr("%Ln vendor(s) waiting for KYC", nullptr, count);
    case DecisionKind::PayoutsToApprove: return Page::tr("%Ln payout(s) to approve", nullptr, count);
    case DecisionKind::PayoutsToProcess: return Page::tr("%Ln payout(s) to pay", nullptr, count);
    case DecisionKind::OrdersAtRisk: return Page::tr("%Ln order(s) about to be cancelled", nullptr, count);
    case DecisionKind::OrdersLate: return Page::tr("%Ln order(s) late", nullptr, count);
    case DecisionKind::JobsDead: return Page::tr("%Ln failed job(s)", nullptr, count);
    case DecisionKind::EventsDead: return Page::tr("%Ln undelivered event(s)", nullptr, count);
    case DecisionKind::StockLow: return Page::tr("%Ln product(s) low in stock", nullptr, count);
    }
    return {};
}

// Where the console has no page for it, what helps instead.
QString otherwise(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::JobsDead:
    case DecisionKind::EventsDead: return Page::tr("for the operator: see the server's log");
    case DecisionKind::StockLow: return Page::tr("each vendor sees its own");
    case DecisionKind::KycWaiting:
    case DecisionKind::PayoutsToApprove:
    case DecisionKind::PayoutsToProcess:
    case DecisionKind::OrdersAtRisk:
    case DecisionKind::OrdersLate: return {};
    }
    return {};
}

// How long the oldest waits against how long it may, and how much money hangs on it.
QString detail(const Decision &decision, Instant now)
{
    QStringList words;
    if (const QString elsewhere = otherwise(decision.kind); !elsewhere.isEmpty())
        words += elsewhere;
    if (decision.amount)
        words += kit::display::rounded(*decision.amount);
    if (decision.oldest)
        words += Page::tr("oldest %1").arg(kit::display::span(now.ms - decision.oldest->ms));
    // What is not accepted by then is cancelled: that is no target.
    const QString limit =
        decision.kind == DecisionKind::OrdersAtRisk ? Page::tr("cancelled after %1") : Page::tr("target %1");
    if (decision.targetMinutes)
        words += limit.arg(kit::display::span(*decision.targetMinutes * minuteMs));
    return words.isEmpty() ? Page::tr("as of now") : words.join(QStringLiteral(" · "));
}

// How many of them wait too long; where the sentence counts no others, the number would only be said twice.
QString urgency(const Decision &decision)
{
    switch (decision.kind) {
    case DecisionKind::OrdersAtRisk: return Page::tr("urgent");
    case DecisionKind::OrdersLate: return Page::tr("late");
    case DecisionKind::KycWaiting:
    case DecisionKind::PayoutsToApprove:
    case DecisionKind::PayoutsToProcess:
    case DecisionKind::JobsDead:
    case DecisionKind::EventsDead:
    case DecisionKind::StockLow: break;
    }
    return Page::tr("%1 late").arg(kit::display::text(decision.late));
}

ListLine lineOf(const Decision &decision, Instant now)
{
    const bool isLate = decision.late > 0;
    const bool isBroken = decision.kind == DecisionKind::JobsDead || decision.kind == DecisionKind::EventsDead;
    const Tone tone = isLate ? Tone::Danger : isBroken ? Tone::Warning : Tone::Info;
    return {.key = placeOf(decision.kind).page.isEmpty() ? QString() : QString(names::text(decision.kind)),
            .title = sentence(decision),
            .second = detail(decision, now),
            .chip = isLate                   ? urgency(decision)
                    : isBroken               ? Page::tr("look into it")
                    : decision.targetMinutes ? Page::tr("on time")
                                             : Page::tr("open"),
            .chipTone = isLate     ? Tone::Danger
                        : isBroken ? Tone::Warning
                                   : Tone::Neutral,
            .icon = iconOf(decision.kind),
            .iconTone = tone};
}

} // namespace

void Page::show(const QList<Decision> &decisions)
{
    QList<ListLine> lines;
    kit::Figures figures{
        .headings = {tr("Needs your decision"), tr("How many"), tr("Late"), tr("Amount"), tr("Oldest")}};
    qint64 late = 0;
    for (const Decision &decision : decisions) {
        late += decision.late;
        if (decision.count == 0)
            continue;
        lines += lineOf(decision, m_kit.clock.now());
        figures.rows += {market::cell(lines.last().title), market::cell(decision.count), market::cell(decision.late),
                         decision.amount ? market::cell(*decision.amount) : kit::Figures::Cell{},
                         decision.oldest ? kit::Figures::Cell{.text = kit::display::text(*decision.oldest),
                                                              .plain = india::timeText(*decision.oldest)}
                                         : kit::Figures::Cell{}};
    }
    m_decisionsCard->setFigures(figures);
    setWaiting(int(late));
    if (lines.isEmpty()) {
        m_decisionsCard->showEmpty(QStringLiteral("circle-check"), tr("Nothing waits for you"),
                                   tr("Reviews, payouts and late orders appear here."));
        return;
    }
    m_decisions->show(lines);
    m_decisionsCard->showContent();
}

void Page::openDecision(const QString &kind)
{
    const auto wanted = names::fromText<DecisionKind>(kind);
    if (!wanted)
        return;
    const Place place = placeOf(*wanted);
    if (place.by.isEmpty())
        m_kit.navigator.open(place.page);
    else
        m_kit.navigator.openNarrowed(place.page, place.by);
}

// What a platform without a single order needs before there can be one.
void Page::fetchSteps()
{
    showSteps();
    whenDone(this, m_kit.api.call(api::listCategories), [this](const Result<QList<Category>> &categories) {
        if (categories)
            m_hasCategories = !categories->isEmpty();
        showSteps();
    });
    whenDone(this, m_kit.api.call(api::listKyc, {.limit = 1, .status = SubmissionStatus::Verified}),
             [this](const Result<::Page<KycCase>> &approved) {
                 if (approved)
                     m_hasStore = approved->total.value_or(approved->items.size()) > 0;
                 showSteps();
             });
}

void Page::showSteps()
{
    m_steps->show({step(tr("Categories"), tr("Vendors choose one for each product"), stateOf(m_hasCategories), {}),
                   step(tr("First store approved"), tr("Review the documents of a vendor"), stateOf(m_hasStore),
                        QStringLiteral("admin.kyc")),
                   step(tr("First order"), tr("Buyers order from approved stores near them"), StepState::ToDo,
                        QStringLiteral("admin.orders"))});
    m_steps->setFixedHeight(m_steps->sizeHint().height());
    m_stepsCard->showContent();
}

} // namespace dashboard
