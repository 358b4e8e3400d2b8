#include "console/pages/dashboard/page.h"

#include "console/kit/display.h"
#include "console/kit/marketwords.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace dashboard {

using kit::Type;

namespace {

// On a busy day there is news each second; figures that change faster than they can be read help nobody.
constexpr int newsPauseMs = 4000;
const QString keptPeriod = QStringLiteral("dashboard/period");

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : kit::Page(kit, parent)
    , m_greeting(new kit::Label(kit.theme, Type::Heading1, "", this))
    , m_date(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_periods(new kit::Segments(kit.theme, this))
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
    const auto kept = names::fromText<NamedPeriod>(m_kit.keepsakes.kept(keptPeriod));
    m_periods->choose(int(kept.value_or(NamedPeriod::Month)));
    link();
}

void Page::link()
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(newsPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (std::exchange(m_isBehind, false) && isVisible())
            refresh();
    });
    connect(m_periods, &kit::Segments::chosenChanged, this, &Page::choosePeriod);
    for (kit::FigureTile *tile : tiles())
        connect(tile, &kit::FigureTile::retried, this, &Page::fetchDashboard);
    for (kit::Card *card : cards())
        connect(card, &kit::Card::retried, this, &Page::fetchDashboard);
    connect(m_decisionsCard, &kit::Card::retried, this, &Page::fetchDecisions);
    connect(m_decisions, &kit::LineList::opened, this, &Page::openDecision);
    connect(m_stages, &kit::LineList::opened, this, [this](const QString &status) {
        m_kit.navigator.openNarrowed(QStringLiteral("admin.orders"), {{QStringLiteral("status"), status}});
    });
    connect(m_steps, &kit::LineList::opened, this, [this](const QString &page) { m_kit.navigator.open(page); });
    connect(m_placed, &kit::FigureTile::opened, this, [this] { openOrders({}); });
    connect(m_orders, &kit::FigureTile::opened, this, [this] { openOrders({}); });
    connect(m_held, &kit::FigureTile::opened, this, [this] {
        m_kit.navigator.openNarrowed(QStringLiteral("admin.orders"), {{QStringLiteral("status"), QString()}});
    });
    connect(m_commission, &kit::FigureTile::opened, this, [this] { openOrders(QStringLiteral("completed")); });
    connect(m_cancelled, &kit::FigureTile::opened, this, [this] { openOrders(QStringLiteral("cancelled")); });
}

QWidget *Page::buildHead()
{
    m_periods->setObjectName(QStringLiteral("periods"));
    auto *words = kit::column(2);
    words->addWidget(m_greeting);
    words->addWidget(m_date);
    auto *head = new QWidget(this);
    auto *layout = kit::row(12);
    layout->addLayout(words, 1);
    layout->addWidget(m_periods, 0, Qt::AlignVCenter);
    head->setLayout(layout);
    return head;
}

QWidget *Page::buildLower()
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
    auto *lower = new QWidget(this);
    auto *layout = kit::row(theme.px(12));
    for (kit::Card *card : {m_stagesCard, m_categoriesCard, m_vendorsCard})
        layout->addWidget(card, 1);
    lower->setLayout(layout);
    lower->setMinimumHeight(theme.px(236));
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
                                                        {m_decisionsCard, "decisionsCard"}};
    for (const auto &[widget, name] : named)
        widget->setObjectName(QLatin1StringView(name));
    m_stepsCard->put(m_steps);
    m_stepsCard->hide();
    m_trendCard->put(m_trend);
    m_decisionsCard->put(m_decisions);
    auto *figures = kit::row(theme.px(12));
    for (kit::FigureTile *tile : tiles())
        figures->addWidget(tile, 1);
    auto *middle = kit::row(theme.px(12));
    middle->addWidget(m_trendCard, 5);
    middle->addWidget(m_decisionsCard, 3);
    m_trendCard->setMinimumHeight(theme.px(270));

    auto *body = new QWidget(this);
    kit::wear(body, "body");
    auto *layout = kit::column(theme.px(12));
    layout->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    layout->addWidget(buildHead());
    layout->addWidget(m_stepsCard);
    layout->addLayout(figures);
    layout->addLayout(middle, 3);
    layout->addWidget(buildLower(), 2);
    body->setLayout(layout);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *whole = kit::column(0);
    whole->addWidget(scroll);
    setLayout(whole);
}

NamedPeriod Page::period() const
{
    return kit::market::periods[qBound(0, m_periods->chosen(), int(std::size(kit::market::periods)) - 1)];
}

void Page::choosePeriod(int)
{
    m_kit.keepsakes.keep(keptPeriod, names::text(period()));
    fetchDashboard();
}

void Page::openOrders(const QString &status)
{
    kit::Narrowing by{{QStringLiteral("days"), QString::number(kit::market::daysOf(period()))}};
    if (!status.isEmpty())
        by.insert(QStringLiteral("status"), status);
    m_kit.navigator.openNarrowed(QStringLiteral("admin.orders"), by);
}

void Page::refresh()
{
    greet();
    fetchDashboard();
    fetchDecisions();
}

void Page::fetchDashboard()
{
    for (kit::FigureTile *tile : tiles())
        tile->showLoading();
    for (kit::Card *card : cards())
        card->showLoading();
    // An answer about another period than the one that is chosen now must not land.
    const int asked = ++m_asked;
    whenDone(this, m_kit.api.call(api::readDashboard, {.period = period()}),
             [this, asked](const Result<Dashboard> &dashboard) {
                 if (asked != m_asked)
                     return;
                 if (dashboard) {
                     m_shown = *dashboard;
                     show(*dashboard);
                     return;
                 }
                 for (kit::FigureTile *tile : tiles())
                     tile->showTrouble(dashboard.error());
                 for (kit::Card *card : cards())
                     card->showTrouble(dashboard.error());
             });
}

void Page::fetchDecisions()
{
    m_decisionsCard->showLoading();
    whenDone(this, m_kit.api.call(api::listDecisions), [this](const Result<QList<Decision>> &decisions) {
        if (!decisions) {
            m_decisionsCard->showTrouble(decisions.error());
            return;
        }
        m_waiting = *decisions;
        show(*decisions);
    });
}

// At once, and then not again before the pause is over.
void Page::hear(const LiveEvent &event)
{
    switch (event.kind) {
    case LiveKind::NewOrder:
    case LiveKind::OrderUpdated:
    case LiveKind::OrderSettled:
    case LiveKind::PayoutUpdated:
    case LiveKind::KycSubmitted:
    case LiveKind::KycUpdated: break;
    case LiveKind::Welcome:
    case LiveKind::Resync:
    case LiveKind::Pong:
    case LiveKind::Notice:
    case LiveKind::Message:
    case LiveKind::MessagesRead:
    case LiveKind::Typing:
    case LiveKind::Error: return;
    }
    m_isBehind = true;
    if (m_pause.isActive() || !isVisible())
        return;
    m_isBehind = false;
    refresh();
    m_pause.start();
}

void Page::greet()
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_kit.clock.now().ms);
    const QString name = m_kit.me.name.section(u' ', 0, 0);
    const int hour = now.time().hour();
    m_greeting->say(hour < 12   ? tr("Good morning, %1").arg(name)
                    : hour < 17 ? tr("Good afternoon, %1").arg(name)
                                : tr("Good evening, %1").arg(name));
    m_date->say(tr("%1 · all regions").arg(QLocale().toString(now.date(), QStringLiteral("dddd d MMMM yyyy"))));
}

void Page::retranslate()
{
    greet();
    m_periods->offer(kit::market::periodNames());
    m_periods->setAccessibleName(tr("Period"));
    m_placed->say(tr("Gross merchandise value"));
    m_orders->say(tr("Orders"));
    m_held->say(tr("Held in escrow"));
    m_commission->say(tr("Commission earned"));
    m_cancelled->say(tr("Cancellation rate"));
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
    for (kit::Card *card : cards() + QList{m_stepsCard, m_decisionsCard})
        card->retranslate();
    if (m_shown)
        show(Dashboard(*m_shown));
    if (m_waiting)
        show(QList<Decision>(*m_waiting));
}

} // namespace dashboard
