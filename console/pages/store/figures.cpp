// What the store's dashboard shows of the answers.

#include "console/kit/display.h"
#include "console/kit/marketwords.h"
#include "console/pages/store/page.h"
#include "shared/base/indiatime.h"
#include "shared/contract/accounts.h"
#include "shared/contract/catalog.h"

namespace store {

using kit::ListLine;
using kit::Tone;
namespace market = kit::market;

namespace {

constexpr int productsMost = 4;

QString titleOf(TradeStep step)
{
    switch (step) {
    case TradeStep::Confirm: return Page::tr("You answer in");
    case TradeStep::Dispatch: return Page::tr("Dispatched in");
    case TradeStep::Deliver: return Page::tr("Delivered in");
    case TradeStep::Settle: return Page::tr("Settled in");
    }
    return {};
}

kit::Figures figuresOf(const QList<OrderCard> &waiting)
{
    kit::Figures out{
        .headings = {kit::display::label(&OrderCard::orderNumber), kit::display::label(&OrderCard::customerName),
                     kit::display::label(&OrderCard::summary), kit::display::label(&OrderCard::totalAmount),
                     kit::display::label(&OrderCard::placedAt), kit::display::label(&OrderCard::dueAt)}};
    const auto time = [](const std::optional<Instant> &at) {
        return at ? kit::Figures::Cell{.text = kit::display::text(*at), .plain = india::timeText(*at)}
                  : kit::Figures::Cell{};
    };
    for (const OrderCard &card : waiting)
        out.rows += {market::cell(card.orderNumber),
                     market::cell(card.customerName),
                     market::cell(card.summary),
                     market::cell(card.totalAmount),
                     time(card.placedAt),
                     time(card.dueAt)};
    return out;
}

kit::Figures figuresOf(const QList<LowStock> &lowest)
{
    kit::Figures out{.headings = {kit::display::label(&LowStock::title), kit::display::label(&LowStock::stockQuantity),
                                  kit::display::label(&LowStock::minStockLevel), kit::display::label(&LowStock::unit)}};
    const auto amount = [](Quantity quantity, const QString &unit) {
        return kit::Figures::Cell{
            .text = kit::display::text(quantity, unit), .plain = quantity.text(), .isNumber = true};
    };
    for (const LowStock &product : lowest) {
        const QString unit = kit::display::text(product.unit);
        out.rows += {market::cell(product.title), amount(product.stockQuantity, unit),
                     amount(product.minStockLevel, unit), market::cell(unit)};
    }
    return out;
}

} // namespace

void Page::show(const VendorDashboard &dashboard)
{
    m_today->show(market::tile(dashboard.today, market::against(NamedPeriod::Today)));
    m_week->show(market::tile(dashboard.week, market::against(NamedPeriod::Week)));
    m_month->show(market::tile(dashboard.month, market::against(NamedPeriod::Month)));
    m_orders->show(market::tile(dashboard.ordersToday, market::against(NamedPeriod::Today)));
    m_released->show({.figure = kit::display::rounded(dashboard.released),
                      .note = tr("%1 in escrow").arg(kit::display::rounded(dashboard.held))});
    m_lifetime->show({.figure = kit::display::rounded(dashboard.lifetime.settled),
                      .note = tr("%Ln order(s)", nullptr, int(dashboard.lifetime.ordersSettled))});
    qint64 open = 0;
    for (const FlightStage &stage : dashboard.flight)
        open += stage.orders;
    m_stagesCard->say(tr("Orders in flight"), tr("%Ln open order(s) by stage", nullptr, int(open)));
    m_stages->show(market::stages(dashboard.flight));
    m_stagesCard->setFigures(market::figuresOf(dashboard.flight));
    m_stagesCard->showContent();
    showWaiting(dashboard);
    showStock(dashboard);
    const bool isNew = dashboard.lifetime.ordersPlaced == 0;
    m_stepsCard->setVisible(isNew);
    if (isNew)
        fetchSteps();
}

void Page::showWaiting(const VendorDashboard &dashboard)
{
    setWaiting(int(dashboard.waiting.size()));
    if (dashboard.waiting.isEmpty()) {
        m_waitingCard->showEmpty(QStringLiteral("circle-check"), tr("No order waits"),
                                 tr("New orders appear here, to be accepted or rejected."));
        m_waiting->show({});
        m_waitingCard->setFigures({});
        checkChosen();
        return;
    }
    QList<ListLine> lines;
    for (const OrderCard &card : dashboard.waiting) {
        const bool isPressing = card.dueAt && card.dueAt->ms - m_kit.clock.now().ms < hourMs;
        lines += {.key = card.id.text(),
                  .title = QStringLiteral("%1 · %2").arg(card.customerName, kit::display::text(card.totalAmount)),
                  .second = QStringLiteral("%1 · %2").arg(card.summary, card.orderNumber),
                  .chip = card.dueAt ? kit::display::span(card.dueAt->ms - m_kit.clock.now().ms)
                                     : kit::display::ago(card.placedAt, m_kit.clock.now()),
                  .chipTone = isPressing ? Tone::Danger : Tone::Warning,
                  .icon = QStringLiteral("shopping-bag"),
                  .iconTone = Tone::Info};
    }
    // The one that waits longest is offered first. When the chosen one is gone, none is: the next press of a button
    // must not hit an order that nobody chose.
    const bool isFirst = m_waiting->lines().isEmpty();
    m_waiting->show(lines);
    if (isFirst)
        m_waiting->setCurrentIndex(m_waiting->model()->index(0, 0));
    checkChosen();
    m_waitingCard->setFigures(figuresOf(dashboard.waiting));
    m_waitingCard->showContent();
}

void Page::showStock(const VendorDashboard &dashboard)
{
    m_stockCard->say(tr("Low in stock"), dashboard.stockLow > 0 ? tr("%Ln product(s) at the low-stock level", nullptr,
                                                                     int(dashboard.stockLow))
                                                                : QString());
    if (dashboard.lowest.isEmpty()) {
        m_stockCard->showEmpty(QStringLiteral("boxes"), tr("Enough of everything"),
                               tr("Products at their low-stock level appear here."));
        m_stockCard->setFigures({});
        return;
    }
    QList<ListLine> lines;
    for (const LowStock &product : dashboard.lowest)
        lines += {.key = product.productId.text(),
                  .title = product.title,
                  .note = kit::display::text(product.stockQuantity, kit::display::text(product.unit)),
                  .noteTone = product.stockQuantity.milli == 0 ? Tone::Danger : Tone::Warning};
    m_stock->show(lines);
    m_stockCard->setFigures(figuresOf(dashboard.lowest));
    m_stockCard->showContent();
}

void Page::show(const VendorAnalytics &analytics)
{
    const SalesSums &sums = analytics.revenue.sums;
    QString note = tr("%1 placed · %2 settled · %3 commission")
                       .arg(kit::display::rounded(sums.placed), kit::display::rounded(sums.settled),
                            kit::display::rounded(sums.commission));
    if (sums.averageOrder)
        note += QStringLiteral(" · ") + tr("%1 an order").arg(kit::display::rounded(*sums.averageOrder));
    kit::Trend trend = market::trend(analytics.revenue.points, analytics.revenue.period);
    kit::Figures figures = market::figuresOf(analytics.revenue.points);
    if (analytics.revenue.forecast) {
        market::addForecast(trend, *analytics.revenue.forecast);
        market::addForecast(figures, *analytics.revenue.forecast);
        note += QStringLiteral(" · ") + market::words(*analytics.revenue.forecast);
    }
    m_trendCard->say(tr("Sales by day"), note);
    m_trend->show(trend);
    m_trendCard->setFigures(figures);
    m_trendCard->showContent();
    showBest(analytics);
    showPerformance(analytics);
}

// A product leads to its page; a category has none here.
void Page::showBest(const VendorAnalytics &analytics)
{
    const bool isOfProducts = m_best->chosen() <= 0;
    const Top &all = isOfProducts ? analytics.products : analytics.categories;
    if (all.entries.isEmpty()) {
        m_productsCard->showEmpty(QStringLiteral("package"), tr("Nothing sold"), tr("No order in this period."));
        return;
    }
    Top top = all;
    top.entries = top.entries.first(qMin<qsizetype>(productsMost, top.entries.size()));
    for (TopEntry &entry : top.entries)
        entry.note.reset(); // the store's own name
    QList<ListLine> lines = market::best(top);
    for (ListLine &line : lines)
        line.key = isOfProducts ? line.key : QString();
    m_products->show(lines);
    m_productsCard->setFigures(market::figuresOf(all));
    m_productsCard->showContent();
}

void Page::showPerformance(const VendorAnalytics &analytics)
{
    QList<ListLine> lines;
    kit::Figures figures{.headings = {tr("Figure"), tr("Value"), tr("Orders")}};
    const auto add = [&](const QString &title, const QString &value, const kit::Figures::Cell &orders) {
        lines += {.title = title, .note = value};
        figures.rows += {market::cell(title), market::cell(value), orders};
    };
    for (const ProcessingTime &step : analytics.steps) {
        add(titleOf(step.step),
            step.medianSeconds ? kit::display::span(*step.medianSeconds * secondMs)
                               : tr("too little data: n = %1").arg(step.orders),
            market::cell(step.orders));
        if (step.medianSeconds && step.targetMinutes && *step.medianSeconds > *step.targetMinutes * 60)
            lines.last().noteTone = Tone::Danger;
    }
    add(tr("Fulfilled"), kit::display::text(analytics.fulfilment.figure), {});
    for (const FunnelStep &step : analytics.funnel.steps)
        if (step.stage == FunnelStage::Ordered && step.rate)
            add(tr("Views that became orders"), kit::display::text(*step.rate), {});
    add(tr("Looks at your store"), kit::display::text(analytics.storeViews.figure), {});
    m_performance->show(lines);
    m_performanceCard->setFigures(figures);
    m_performanceCard->showContent();
}

// Who was asked for more has to act again, though the case stays open.
Page::StepState Page::documentsOf(const Vendor &vendor)
{
    switch (vendor.kycStatus) {
    case KycStatus::Approved: return StepState::Done;
    case KycStatus::Pending: return vendor.kycReason ? StepState::ToDo : StepState::InReview;
    case KycStatus::None:
    case KycStatus::Rejected: break;
    }
    return StepState::ToDo;
}

// What a store without a single order needs before there can be one.
void Page::fetchSteps()
{
    showSteps();
    whenDone(this, m_kit.api.call(api::readVendorProfile), [this](const Result<Vendor> &vendor) {
        if (vendor)
            m_documents = documentsOf(*vendor);
        showSteps();
    });
    whenDone(this, m_kit.api.call(api::listOwnProducts, {.limit = 1}), [this](const Result<::Page<Product>> &products) {
        if (products)
            m_hasProduct = products->total.value_or(products->items.size()) > 0;
        showSteps();
    });
}

void Page::showSteps()
{
    m_steps->show({step(tr("Documents and bank account"), tr("Approved stores may sell and are paid"), m_documents,
                        QStringLiteral("vendor.onboarding")),
                   step(tr("First product"), tr("With a photo, a price and what is in stock"), stateOf(m_hasProduct),
                        QStringLiteral("vendor.products")),
                   step(tr("First order"), tr("Buyers near you find your products"), StepState::ToDo,
                        QStringLiteral("vendor.orders"))});
    m_steps->setFixedHeight(m_steps->sizeHint().height());
    m_stepsCard->showContent();
}

} // namespace store
