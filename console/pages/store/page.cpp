#include "console/pages/store/page.h"

#include "console/kit/askdialog.h"
#include "console/kit/display.h"
#include "console/kit/marketwords.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace store {

using kit::Type;

namespace {

constexpr int newsPauseMs = 4000;
const QString keptPeriod = QStringLiteral("store/period");

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : kit::Page(kit, parent)
    , m_greeting(new kit::Label(kit.theme, Type::Heading1, "", this))
    , m_date(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_periods(new kit::Segments(kit.theme, this))
    , m_today(new kit::FigureTile(kit.theme, QStringLiteral("indian-rupee"), this))
    , m_week(new kit::FigureTile(kit.theme, QStringLiteral("indian-rupee"), this))
    , m_month(new kit::FigureTile(kit.theme, QStringLiteral("chart-line"), this))
    , m_orders(new kit::FigureTile(kit.theme, QStringLiteral("shopping-bag"), this))
    , m_released(new kit::FigureTile(kit.theme, QStringLiteral("wallet"), this))
    , m_lifetime(new kit::FigureTile(kit.theme, QStringLiteral("landmark"), this))
    , m_stepsCard(new kit::Card(kit.theme, this))
    , m_trendCard(new kit::Card(kit.theme, this))
    , m_waitingCard(new kit::Card(kit.theme, this))
    , m_stagesCard(new kit::Card(kit.theme, this))
    , m_productsCard(new kit::Card(kit.theme, this))
    , m_stockCard(new kit::Card(kit.theme, this))
    , m_performanceCard(new kit::Card(kit.theme, this))
    , m_trend(new kit::TrendChart(kit.theme, this))
    , m_steps(new kit::LineList(kit.theme, this))
    , m_waiting(new kit::LineList(kit.theme, this))
    , m_stages(new kit::LineList(kit.theme, this))
    , m_products(new kit::LineList(kit.theme, this))
    , m_stock(new kit::LineList(kit.theme, this))
    , m_performance(new kit::LineList(kit.theme, this))
    , m_accept(new kit::Button(kit.theme, QStringLiteral("check"), "primary", this))
    , m_reject(new kit::Button(kit.theme, QStringLiteral("x"), "danger", this))
{
    build();
    layOut();
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
    connect(m_periods, &kit::Segments::chosenChanged, this, [this] {
        m_kit.keepsakes.keep(keptPeriod, names::text(period()));
        fetchAnalytics();
    });
    for (kit::FigureTile *tile : tiles())
        connect(tile, &kit::FigureTile::retried, this, &Page::fetchDashboard);
    for (kit::Card *card : dashboardCards())
        connect(card, &kit::Card::retried, this, &Page::fetchDashboard);
    for (kit::Card *card : analyticsCards())
        connect(card, &kit::Card::retried, this, &Page::fetchAnalytics);
    const auto leadTo = [this](auto *from, auto signal, const char *page) {
        connect(from, signal, this, [this, page] { m_kit.navigator.open(QLatin1StringView(page)); });
    };
    for (kit::FigureTile *tile : {m_today, m_week, m_month, m_orders, m_lifetime})
        leadTo(tile, &kit::FigureTile::opened, "vendor.orders");
    leadTo(m_released, &kit::FigureTile::opened, "vendor.payouts");
    leadTo(m_stages, &kit::LineList::opened, "vendor.orders");
    connect(m_waiting, &kit::LineList::opened, this,
            [this](const QString &order) { m_kit.navigator.open(QStringLiteral("vendor.orders"), order); });
    connect(m_products, &kit::LineList::opened, this,
            [this](const QString &product) { m_kit.navigator.open(QStringLiteral("vendor.products"), product); });
    connect(m_stock, &kit::LineList::opened, this, [this] {
        m_kit.navigator.openNarrowed(QStringLiteral("vendor.products"),
                                     {{QStringLiteral("stock"), QStringLiteral("low")}});
    });
    connect(m_steps, &kit::LineList::opened, this, [this](const QString &page) { m_kit.navigator.open(page); });
    connect(m_accept, &QPushButton::clicked, this, &Page::accept);
    connect(m_reject, &QPushButton::clicked, this, &Page::reject);
}

void Page::build()
{
    const std::pair<QWidget *, const char *> named[] = {
        {m_periods, "periods"}, {m_today, "today"},       {m_week, "week"},         {m_month, "month"},
        {m_orders, "orders"},   {m_released, "released"}, {m_lifetime, "lifetime"}, {m_trend, "trend"},
        {m_waiting, "waiting"}, {m_stages, "stages"},     {m_products, "products"}, {m_stock, "stock"},
        {m_steps, "steps"},     {m_accept, "accept"},     {m_reject, "reject"},     {m_performance, "performance"}};
    for (const auto &[widget, name] : named)
        widget->setObjectName(QLatin1StringView(name));
    auto *waiting = new QWidget(this);
    auto *buttons = kit::row(8);
    buttons->addStretch(1);
    buttons->addWidget(m_reject);
    buttons->addWidget(m_accept);
    auto *waitingLayout = kit::column(m_kit.theme.px(8));
    waitingLayout->addWidget(m_waiting, 1);
    waitingLayout->addLayout(buttons);
    waiting->setLayout(waitingLayout);
    m_stepsCard->put(m_steps);
    m_stepsCard->hide();
    m_trendCard->put(m_trend);
    m_waitingCard->put(waiting);
    m_stagesCard->put(m_stages);
    m_productsCard->put(m_products);
    m_stockCard->put(m_stock);
    m_performanceCard->put(m_performance);
}

void Page::layOut()
{
    const kit::Theme &theme = m_kit.theme;
    auto *words = kit::column(2);
    words->addWidget(m_greeting);
    words->addWidget(m_date);
    auto *head = kit::row(12);
    head->addLayout(words, 1);
    head->addWidget(m_periods, 0, Qt::AlignVCenter);
    auto *figures = kit::row(theme.px(12));
    for (kit::FigureTile *tile : tiles())
        figures->addWidget(tile, 1);
    auto *middle = kit::row(theme.px(12));
    middle->addWidget(m_trendCard, 5);
    middle->addWidget(m_waitingCard, 3);
    m_trendCard->setMinimumHeight(theme.px(270));
    auto *lower = kit::row(theme.px(12));
    for (kit::Card *card : {m_stagesCard, m_productsCard, m_stockCard, m_performanceCard})
        lower->addWidget(card, 1);
    m_stagesCard->setMinimumHeight(theme.px(226));

    auto *body = new QWidget(this);
    kit::wear(body, "body");
    auto *layout = kit::column(theme.px(12));
    layout->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    layout->addLayout(head);
    layout->addWidget(m_stepsCard);
    layout->addLayout(figures);
    layout->addLayout(middle, 3);
    layout->addLayout(lower, 2);
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

void Page::refresh()
{
    greet();
    fetchDashboard();
    fetchAnalytics();
}

void Page::fetchDashboard()
{
    for (kit::FigureTile *tile : tiles())
        tile->showLoading();
    for (kit::Card *card : dashboardCards())
        card->showLoading();
    whenDone(this, m_kit.api.call(api::readVendorDashboard), [this](const Result<VendorDashboard> &dashboard) {
        if (dashboard) {
            m_dashboard = *dashboard;
            show(*dashboard);
            return;
        }
        for (kit::FigureTile *tile : tiles())
            tile->showTrouble(dashboard.error());
        for (kit::Card *card : dashboardCards())
            card->showTrouble(dashboard.error());
    });
}

void Page::fetchAnalytics()
{
    for (kit::Card *card : analyticsCards())
        card->showLoading();
    // An answer about another period than the one that is chosen now must not land.
    const int asked = ++m_asked;
    whenDone(this, m_kit.api.call(api::readVendorAnalytics, {.period = period()}),
             [this, asked](const Result<VendorAnalytics> &analytics) {
                 if (asked != m_asked)
                     return;
                 if (analytics) {
                     m_analytics = *analytics;
                     show(*analytics);
                     return;
                 }
                 for (kit::Card *card : analyticsCards())
                     card->showTrouble(analytics.error());
             });
}

// At once, and then not again before the pause is over.
void Page::hear(const LiveEvent &event)
{
    const bool isAboutSales = event.kind == LiveKind::NewOrder || event.kind == LiveKind::OrderUpdated ||
                              event.kind == LiveKind::OrderSettled || event.kind == LiveKind::PayoutUpdated;
    if (!isAboutSales)
        return;
    m_isBehind = true;
    if (m_pause.isActive() || !isVisible())
        return;
    m_isBehind = false;
    refresh();
    m_pause.start();
}

// The chosen one, or the one that waits longest.
const OrderCard *Page::chosen() const
{
    if (!m_dashboard || m_dashboard->waiting.isEmpty())
        return nullptr;
    const int row = m_waiting->currentIndex().row();
    return &m_dashboard->waiting.at(qBound(0, row, int(m_dashboard->waiting.size()) - 1));
}

void Page::accept()
{
    const OrderCard *card = chosen();
    if (!card)
        return;
    m_accept->setEnabled(false);
    m_reject->setEnabled(false);
    whenDone(this, m_kit.api.call(api::advanceOrder, {.status = OrderStatus::Confirmed}, card->id),
             [this](const Result<Order> &order) { settle(order); });
}

void Page::reject()
{
    const OrderCard *card = chosen();
    if (!card)
        return;
    const Id<Order> id = card->id;
    auto *dialog = new kit::AskDialog(
        m_kit.theme,
        {.title = tr("Reject this order?"),
         .text = tr("The held money goes back to the buyer. This cannot be undone."),
         .facts = {{kit::display::label(&OrderCard::orderNumber), card->orderNumber},
                   {kit::display::label(&OrderCard::customerName), card->customerName},
                   {kit::display::label(&OrderCard::totalAmount), kit::display::text(card->totalAmount)}},
         .verb = tr("Reject order"),
         .look = "dangerFilled",
         .words = kit::Ask::Words::Lines,
         .label = tr("Reason (the buyer reads it)"),
         .lengthMin = 3},
        this);
    dialog->perform(
        [this, id](const QString &words) { return m_kit.api.call(api::cancelOrder, {.reason = words}, id); },
        [this](const Order &order) { settle(order); });
}

void Page::settle(const Result<Order> &order)
{
    m_accept->setEnabled(true);
    m_reject->setEnabled(true);
    if (order)
        m_kit.notices.toast(tr("Order %1: %2").arg(order->orderNumber, kit::display::text(order->orderStatus)));
    else
        m_kit.notices.toast(kit::display::trouble(order.error()), kit::Tone::Danger);
    refresh();
}

void Page::greet()
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_kit.clock.now().ms);
    const QString name = m_kit.me.name.section(u' ', 0, 0);
    const int hour = now.time().hour();
    m_greeting->say(hour < 12   ? tr("Good morning, %1").arg(name)
                    : hour < 17 ? tr("Good afternoon, %1").arg(name)
                                : tr("Good evening, %1").arg(name));
    m_date->say(QLocale().toString(now.date(), QStringLiteral("dddd d MMMM yyyy")));
}

void Page::retranslate()
{
    greet();
    m_periods->offer(kit::market::periodNames());
    m_periods->setAccessibleName(tr("Period"));
    m_today->say(tr("Sales today"));
    m_week->say(tr("Last 7 days"));
    m_month->say(tr("Last 30 days"));
    m_orders->say(tr("Orders today"));
    m_released->say(tr("Can be paid out"));
    m_lifetime->say(tr("Total revenue"));
    const std::tuple<kit::Card *, QWidget *, QString> cards[] = {
        {m_stepsCard, m_steps, tr("Before the first sale")}, {m_trendCard, m_trend, tr("Sales by day")},
        {m_waitingCard, m_waiting, tr("Orders to accept")},  {m_stagesCard, m_stages, tr("Orders in flight")},
        {m_productsCard, m_products, tr("Best sellers")},    {m_stockCard, m_stock, tr("Low in stock")},
        {m_performanceCard, m_performance, tr("How you do")}};
    for (const auto &[card, content, title] : cards) {
        card->say(title);
        card->retranslate();
        content->setAccessibleName(title);
    }
    m_trend->say(tr("Sales by day"));
    m_accept->say(tr("Accept"));
    m_reject->say(tr("Reject…"));
    if (m_dashboard)
        show(VendorDashboard(*m_dashboard));
    if (m_analytics)
        show(VendorAnalytics(*m_analytics));
}

} // namespace store
