#include "console/pages/analytics/storepage.h"

#include "console/kit/display.h"
#include "console/kit/marketwords.h"
#include "console/kit/regions.h"
#include "shared/base/share.h"

#include <QHBoxLayout>

namespace analytics {

namespace market = kit::market;

namespace {

MoneyFigure figureOf(Money now, Money before)
{
    return {.figure = now, .previous = before, .change = change(before.minor, now.minor)};
}

CountFigure figureOf(qint64 now, qint64 before)
{
    return {.figure = now, .previous = before, .change = change(before, now)};
}

} // namespace

StorePage::StorePage(kit::Kit &kit, QWidget *parent)
    : Board(kit, QStringLiteral("storeanalytics"), QStringLiteral("vendor.orders"), parent)
    , m_placed(new kit::FigureTile(kit.theme, QStringLiteral("indian-rupee"), this))
    , m_orders(new kit::FigureTile(kit.theme, QStringLiteral("shopping-bag"), this))
    , m_net(new kit::FigureTile(kit.theme, QStringLiteral("wallet"), this))
    , m_fulfilled(new kit::FigureTile(kit.theme, QStringLiteral("circle-check"), this))
    , m_views(new kit::FigureTile(kit.theme, QStringLiteral("eye"), this))
{
    const std::pair<QWidget *, const char *> named[] = {
        {m_placed, "placed"}, {m_orders, "orders"}, {m_net, "net"}, {m_fulfilled, "fulfilled"}, {m_views, "views"}};
    for (const auto &[widget, name] : named)
        widget->setObjectName(QLatin1StringView(name));
    for (kit::Card *card : cards()) {
        offerExports(card);
        connect(card, &kit::Card::retried, this, &StorePage::fetch);
    }
    for (kit::FigureTile *tile : tiles())
        connect(tile, &kit::FigureTile::retried, this, &StorePage::fetch);
    for (kit::FigureTile *tile : {m_placed, m_orders})
        connect(tile, &kit::FigureTile::opened, this, [this] { openOrders({}); });
    connect(m_net, &kit::FigureTile::opened, this, [this] { m_kit.navigator.open(QStringLiteral("vendor.payouts")); });
    // A share is no number of orders, and the list knows no day of settlement.
    m_fulfilled->setCursor(Qt::ArrowCursor);
    connect(m_views, &kit::FigureTile::opened, this,
            [this] { m_kit.navigator.open(QStringLiteral("vendor.products")); });
    layOut();
    retranslate();
}

void StorePage::layOut()
{
    auto *figures = kit::row(m_kit.theme.px(12));
    for (kit::FigureTile *tile : tiles())
        figures->addWidget(tile, 1);
    frame({figures, beside(m_revenueCard, m_funnelCard, 300, 3), beside(m_topCard, m_processingCard, 250, 4)});
}

void StorePage::refresh()
{
    m_hasAsked = true;
    fetch();
    if (m_categories.isEmpty())
        fetchCategories();
}

// Only the answer to the last asking lands: an earlier one may be about another period.
void StorePage::fetch()
{
    AskVendorAnalytics ask{.period = period(), .step = step(), .forecastDays = daysExpected()};
    if (!m_category->value().isEmpty())
        ask.category = Id<Category>::parse(m_category->value());
    if (!m_state->value().isEmpty())
        ask.state = m_state->value();
    for (kit::FigureTile *tile : tiles())
        tile->showLoading();
    // How long orders take is narrowed by the store only.
    for (kit::Card *card : cards())
        await(card, card == m_processingCard ? QList<kit::ChoiceFilter *>() : filters());
    const int asked = ++m_asked;
    whenDone(this, m_kit.api.call(api::readVendorAnalytics, ask), [this, asked](const Result<VendorAnalytics> &out) {
        if (asked != m_asked)
            return;
        if (out)
            return show(*out);
        for (kit::FigureTile *tile : tiles())
            tile->showTrouble(out.error());
        for (kit::Card *card : cards())
            fail(card, out.error());
    });
}

void StorePage::fetchTop()
{
    if (m_shown)
        Board::show(m_kinds->chosen() <= 0 ? m_shown->products : m_shown->categories);
}

// Addresses bear the states in English, whatever the console speaks.
QList<kit::ChoiceFilter::Choice> StorePage::states() const
{
    QList<kit::ChoiceFilter::Choice> out;
    for (const auto &[code, name] : kit::regions())
        out += {kit::regionOnAddresses(code), name};
    return out;
}

// A category has no page of its own here.
void StorePage::openTop(int row)
{
    if (m_shownTop.kind == TopKind::Products)
        m_kit.navigator.open(QStringLiteral("vendor.products"), m_shownTop.entries.at(row).key);
}

void StorePage::show(const VendorAnalytics &analytics)
{
    m_shown = analytics;
    showTiles(analytics);
    const SalesSums &now = analytics.revenue.sums, &before = analytics.revenue.previous;
    if (now.ordersPlaced == 0 && before.ordersPlaced == 0 && !analytics.revenue.forecast)
        m_revenueCard->showEmpty(QStringLiteral("chart-line"), tr("No sales yet"),
                                 tr("No order in this period: n = 0"));
    else
        Board::show(analytics.revenue);
    Board::show(analytics.funnel);
    fetchTop();
    showSteps(analytics.steps);
    for (kit::Card *card : cards())
        settle(card, analytics.revenue.period);
}

void StorePage::showTiles(const VendorAnalytics &analytics)
{
    const SalesSums &now = analytics.revenue.sums, &before = analytics.revenue.previous;
    const QString against = market::against(period());
    const auto show = [&](kit::FigureTile *tile, kit::TileFigure figure) {
        figure.of = market::span(analytics.revenue.period);
        tile->show(figure);
    };
    show(m_placed, market::tile(figureOf(now.placed, before.placed), against));
    const QString average = now.averageOrder ? tr("avg %1").arg(kit::display::rounded(*now.averageOrder)) : QString();
    show(m_orders, market::tile(figureOf(now.ordersPlaced, before.ordersPlaced), average));
    show(m_net, market::tile(figureOf(now.net, before.net),
                             tr("after %1 commission").arg(kit::display::rounded(now.commission))));
    show(m_fulfilled, market::tile(analytics.fulfilment, against, market::Better::More));
    show(m_views, market::tile(analytics.storeViews, against));
    // The list of orders cannot be narrowed by the buyers' state.
    for (kit::FigureTile *tile : {m_placed, m_orders})
        tile->setCursor(isWider() ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

void StorePage::retranslate()
{
    m_title->say(kit::titleOf(QLatin1StringView("vendor.analytics")));
    m_subtitle->say(tr("How your store does, and against its own past"));
    m_kinds->offer({tr("Products"), tr("Categories")});
    m_placed->say(tr("Orders placed"));
    m_placed->explain(tr("The total of all orders on the day they were placed with you, whatever became of them later. "
                         "Source: orders."));
    m_orders->say(tr("Orders"));
    m_orders->explain(tr("How many orders were placed with you; avg is their total divided by their number. Source: "
                         "orders."));
    m_net->say(tr("You earned"));
    m_net->explain(tr("What was settled less commission, on the day the escrow was released. Source: settled orders."));
    m_fulfilled->say(tr("Fulfilled"));
    m_fulfilled->explain(tr("Settled orders divided by settled and cancelled together. Source: orders."));
    m_views->say(tr("Looks at your store"));
    m_views->explain(tr("How often others looked at your store's page, of all categories and states. Source: views."));
    Board::retranslate();
}

} // namespace analytics
