#include "console/pages/dashboard/page.h"

#include "console/kit/display.h"
#include "console/kit/marketwords.h"
#include "console/kit/savefile.h"

#include <QHBoxLayout>

namespace dashboard {

Page::Page(kit::Kit &kit, QWidget *parent)
    : kit::Overview(kit, QStringLiteral("dashboard"), parent)
    , m_placed(new kit::FigureTile(kit.theme, QStringLiteral("indian-rupee"), this))
    , m_orders(new kit::FigureTile(kit.theme, QStringLiteral("shopping-bag"), this))
    , m_held(new kit::FigureTile(kit.theme, QStringLiteral("lock"), this))
    , m_commission(new kit::FigureTile(kit.theme, QStringLiteral("percent"), this))
    , m_cancelled(new kit::FigureTile(kit.theme, QStringLiteral("circle-x"), this))
    , m_stepsCard(new kit::Card(kit.theme, this))
    , m_trendCard(new kit::Card(kit.theme, this))
    , m_decisionsCard(new kit::Card(kit.theme, this))
    , m_stagesCard(new kit::Card(kit.theme, this))
    , m_categoriesCard(new kit::Card(kit.theme, this))
    , m_vendorsCard(new kit::Card(kit.theme, this))
    , m_trend(new kit::TrendChart(kit.theme, this))
    , m_steps(new kit::LineList(kit.theme, this))
    , m_decisions(new kit::LineList(kit.theme, this))
    , m_stages(new kit::LineList(kit.theme, this))
    , m_categories(new kit::LineList(kit.theme, this))
    , m_vendors(new kit::LineList(kit.theme, this))
    , m_donut(new kit::Donut(kit.theme, this))
{
    build();
    retranslate();
    link();
}

void Page::link()
{
    whenRetried(parts(), [this] { fetchDashboard(); });
    whenRetried({.tiles = {}, .cards = {m_decisionsCard}}, [this] { fetchDecisions(); });
    for (kit::Card *card : parts().cards)
        connect(card, &kit::Card::exported, this, [this](const QString &title, const kit::Figures &figures) {
            kit::saveFigures(m_kit, this, title, figures);
        });
    connect(m_decisions, &kit::LineList::opened, this, &Page::openDecision);
    connect(m_stages, &kit::LineList::opened, this, [this](const QString &status) {
        m_kit.navigator.openNarrowed(QStringLiteral("admin.orders"), {{QStringLiteral("status"), status}});
    });
    connect(m_steps, &kit::LineList::opened, this, [this](const QString &page) { m_kit.navigator.open(page); });
    connect(m_placed, &kit::FigureTile::opened, this, [this] { openOrders({}); });
    connect(m_orders, &kit::FigureTile::opened, this, [this] { openOrders({}); });
    const QString of = QStringLiteral("of");
    // What is held is held now, whenever it was placed.
    connect(m_held, &kit::FigureTile::opened, this, [this] {
        m_kit.navigator.openNarrowed(QStringLiteral("admin.orders"),
                                     {{QStringLiteral("escrow"), QString(names::text(EscrowStatus::Held))}});
    });
    connect(m_commission, &kit::FigureTile::opened, this, [=, this] { openOrders({{of, QStringLiteral("settled")}}); });
    connect(m_cancelled, &kit::FigureTile::opened, this, [=, this] {
        openOrders({{of, QStringLiteral("cancelled")}});
    });
    connect(m_vendors, &kit::LineList::opened, this, &Page::openVendor);
    connect(m_categories, &kit::LineList::opened, this, [this](const QString &category) {
        m_kit.navigator.openNarrowed(
            QStringLiteral("admin.analytics"),
            {{QStringLiteral("category"), category}, {QStringLiteral("period"), QString(names::text(period()))}});
    });
}

QLayout *Page::buildLower()
{
    const kit::Theme &theme = m_kit.theme;
    auto *ring = new QWidget(this);
    auto *ringLayout = kit::row(theme.px(16));
    ringLayout->addWidget(m_donut, 0, Qt::AlignVCenter);
    auto *legend = kit::column(0);
    legend->addStretch(1);
    legend->addWidget(m_categories, 10);
    legend->addStretch(1);
    ringLayout->addLayout(legend, 1);
    ring->setLayout(ringLayout);
    m_stagesCard->put(m_stages);
    m_categoriesCard->put(ring);
    m_vendorsCard->put(m_vendors);
    auto *lower = kit::row(theme.px(12));
    for (kit::Card *card : {m_stagesCard, m_categoriesCard, m_vendorsCard}) {
        card->setMinimumHeight(theme.px(236));
        lower->addWidget(card, 1);
    }
    return lower;
}

void Page::build()
{
    const kit::Theme &theme = m_kit.theme;
    const std::pair<QWidget *, const char *> named[] = {{m_placed, "placed"},
                                                        {m_orders, "ordersPlaced"},
                                                        {m_held, "held"},
                                                        {m_commission, "commission"},
                                                        {m_cancelled, "cancelled"},
                                                        {m_trend, "trend"},
                                                        {m_decisions, "decisions"},
                                                        {m_stages, "stages"},
                                                        {m_categories, "categories"},
                                                        {m_vendors, "vendors"},
                                                        {m_steps, "steps"},
                                                        {m_trendCard, "trendCard"},
                                                        {m_decisionsCard, "decisionsCard"},
                                                        {m_stagesCard, "stagesCard"},
                                                        {m_categoriesCard, "categoriesCard"},
                                                        {m_vendorsCard, "vendorsCard"}};
    for (const auto &[widget, name] : named)
        widget->setObjectName(QLatin1StringView(name));
    m_stepsCard->put(m_steps);
    m_stepsCard->hide();
    m_trendCard->put(m_trend);
    m_decisionsCard->put(m_decisions);
    for (kit::Card *card : parts().cards)
        card->offerExport();
    m_decisionsCard->offerExport();
    auto *figures = kit::row(theme.px(12));
    for (kit::FigureTile *tile : parts().tiles)
        figures->addWidget(tile, 1);
    auto *middle = kit::row(theme.px(12));
    middle->addWidget(m_trendCard, 5);
    middle->addWidget(m_decisionsCard, 3);
    m_trendCard->setMinimumHeight(theme.px(270));

    auto *body = kit::column(theme.px(12));
    body->addWidget(m_stepsCard);
    body->addLayout(figures);
    body->addLayout(middle, 3);
    body->addLayout(buildLower(), 2);
    frame(body, {.tiles = parts().tiles, .cards = cards()});
}

void Page::openOrders(kit::Narrowing by)
{
    by.insert(QStringLiteral("days"), QString::number(kit::market::daysOf(period())));
    m_kit.navigator.openNarrowed(QStringLiteral("admin.orders"), by);
}

void Page::openVendor(const QString &vendor)
{
    const QList<TopEntry> entries = m_shown ? m_shown->vendors.entries : QList<TopEntry>();
    const auto entry =
        std::find_if(entries.begin(), entries.end(), [&](const TopEntry &each) { return each.key == vendor; });
    if (entry != entries.end())
        openOrders({{QStringLiteral("vendor"), vendor}, {QStringLiteral("vendor_name"), entry->name}});
}

void Page::fetch()
{
    fetchDecisions();
    fetchDashboard();
}

void Page::fetchDashboard()
{
    load<Dashboard>(parts(), m_asked, m_kit.api.call(api::readDashboard, {.period = period()}),
                    [this](const Dashboard &dashboard) {
                        m_shown = dashboard;
                        show(dashboard);
                    });
}

void Page::fetchDecisions()
{
    load<QList<Decision>>({.tiles = {}, .cards = {m_decisionsCard}}, m_askedDecisions,
                          m_kit.api.call(api::listDecisions), [this](const QList<Decision> &decisions) {
                              m_waiting = decisions;
                              show(decisions);
                          });
}

std::optional<CoveredPeriod> Page::covered() const
{
    return m_shown ? std::optional(m_shown->period) : std::nullopt;
}

bool Page::isNews(LiveKind kind) const
{
    switch (kind) {
    case LiveKind::NewOrder:
    case LiveKind::OrderUpdated:
    case LiveKind::OrderSettled:
    case LiveKind::PayoutUpdated:
    case LiveKind::KycSubmitted:
    case LiveKind::KycUpdated: return true;
    case LiveKind::Welcome:
    case LiveKind::Resync:
    case LiveKind::Pong:
    case LiveKind::Notice:
    case LiveKind::PersonChanged:
    case LiveKind::VendorChanged:
    case LiveKind::KycClaimed:
    case LiveKind::SettingChanged:
    case LiveKind::AdChanged:
    case LiveKind::WeighingChanged:
    case LiveKind::Message:
    case LiveKind::MessagesRead:
    case LiveKind::Typing:
    case LiveKind::RefundUpdated:
    case LiveKind::DisputeUpdated:
    case LiveKind::Error: return false;
    }
    return false;
}

// In the words of the definitions in shared/contract/analytics.h.
void Page::explain()
{
    m_placed->explain(tr("The total of all orders on the day they were placed, whatever became of them later. Source: "
                         "orders."));
    m_orders->explain(tr("How many orders were placed in the period; avg is their total divided by their number. "
                         "Source: orders."));
    m_held->explain(tr("Buyers' money that the escrow holds at the end of the period, until an order is settled or "
                       "cancelled. Source: the escrow of each order."));
    m_commission->explain(tr("The platform's share of what was settled, on the day the escrow was released; the take "
                             "rate is commission divided by the settled amount. Source: settled orders."));
    m_cancelled->explain(tr("Orders cancelled in the period divided by orders placed in it. Source: orders."));
}

void Page::retranslate()
{
    kit::Overview::retranslate();
    m_placed->say(tr("Gross merchandise value"));
    m_orders->say(tr("Orders"));
    m_held->say(tr("Held in escrow"));
    m_commission->say(tr("Commission earned"));
    m_cancelled->say(tr("Cancellation rate"));
    explain();
    m_stepsCard->say(tr("First steps of a new platform"));
    m_steps->setAccessibleName(tr("First steps of a new platform"));
    m_trendCard->say(tr("GMV by day"));
    m_trend->say(tr("GMV by day"));
    m_decisionsCard->say(tr("Needs your decision"));
    m_decisions->setAccessibleName(tr("Needs your decision"));
    m_stagesCard->say(tr("Orders in flight"));
    m_stages->setAccessibleName(tr("Orders in flight"));
    m_categoriesCard->say(tr("Revenue by category"));
    m_categories->setAccessibleName(tr("Revenue by category"));
    m_vendorsCard->say(tr("Top vendors"));
    m_vendors->setAccessibleName(tr("Top vendors"));
    for (kit::Card *card : cards() + QList{m_stepsCard})
        card->retranslate();
    if (m_shown)
        show(Dashboard(*m_shown));
    if (m_waiting)
        show(QList<Decision>(*m_waiting));
}

} // namespace dashboard
