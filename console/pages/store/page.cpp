#include "console/pages/store/page.h"

#include "console/kit/askdialog.h"
#include "console/kit/display.h"
#include "console/kit/marketwords.h"
#include "console/kit/savefile.h"

#include <QHBoxLayout>

namespace store {

namespace market = kit::market;

namespace {

constexpr int forecastDays = 14;

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : kit::Overview(kit, QStringLiteral("store"), parent)
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
    , m_best(new kit::Segments(kit.theme, this))
    , m_accept(new kit::Button(kit.theme, QStringLiteral("check"), "primary", this))
    , m_reject(new kit::Button(kit.theme, QStringLiteral("x"), "danger", this))
    , m_trouble(new kit::Banner(kit.theme, this))
{
    build();
    layOut();
    retranslate();
    link();
}

void Page::link()
{
    whenRetried(dashboardParts(), [this] { fetchDashboard(); });
    whenRetried(analyticsParts(), [this] { fetchAnalytics(); });
    const auto leadTo = [this](auto *from, auto signal, const char *page) {
        connect(from, signal, this, [this, page] { m_kit.navigator.open(QLatin1StringView(page)); });
    };
    const std::pair<kit::FigureTile *, NamedPeriod> tiles[] = {{m_today, NamedPeriod::Today},
                                                               {m_orders, NamedPeriod::Today},
                                                               {m_week, NamedPeriod::Week},
                                                               {m_month, NamedPeriod::Month}};
    for (const auto &[tile, period] : tiles)
        connect(tile, &kit::FigureTile::opened, this, [this, days = market::daysOf(period)] {
            openOrders({{QStringLiteral("days"), QString::number(days)}});
        });
    connect(m_lifetime, &kit::FigureTile::opened, this, [this] {
        openOrders({{QStringLiteral("status"), QString(names::text(OrderStatus::Completed))}});
    });
    leadTo(m_released, &kit::FigureTile::opened, "vendor.payouts");
    connect(m_stages, &kit::LineList::opened, this, [this](const QString &status) {
        openOrders({{QStringLiteral("status"), status}});
    });
    connect(m_best, &kit::Segments::chosenChanged, this, [this] {
        if (m_analytics)
            showBest(*m_analytics);
    });
    for (kit::Card *card : dashboardParts().cards + analyticsParts().cards)
        connect(card, &kit::Card::exported, this, [this](const QString &title, const kit::Figures &figures) {
            kit::saveFigures(m_kit, this, title, figures);
        });
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
    connect(m_waiting, &kit::LineList::chosenChanged, this, &Page::checkChosen);
}

void Page::build()
{
    const std::pair<QWidget *, const char *> named[] = {{m_today, "today"},
                                                        {m_week, "week"},
                                                        {m_month, "month"},
                                                        {m_orders, "orders"},
                                                        {m_released, "released"},
                                                        {m_lifetime, "lifetime"},
                                                        {m_trend, "trend"},
                                                        {m_waiting, "waiting"},
                                                        {m_stages, "stages"},
                                                        {m_products, "products"},
                                                        {m_stock, "stock"},
                                                        {m_steps, "steps"},
                                                        {m_accept, "accept"},
                                                        {m_reject, "reject"},
                                                        {m_performance, "performance"},
                                                        {m_best, "best"},
                                                        {m_trendCard, "trendCard"},
                                                        {m_waitingCard, "waitingCard"},
                                                        {m_stagesCard, "stagesCard"},
                                                        {m_productsCard, "productsCard"},
                                                        {m_stockCard, "stockCard"},
                                                        {m_performanceCard, "performanceCard"}};
    for (const auto &[widget, name] : named)
        widget->setObjectName(QLatin1StringView(name));
    auto *waiting = new QWidget(this);
    auto *buttons = kit::row(8);
    buttons->addStretch(1);
    buttons->addWidget(m_reject);
    buttons->addWidget(m_accept);
    auto *waitingLayout = kit::column(m_kit.theme.px(8));
    waitingLayout->addWidget(m_trouble);
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
    m_productsCard->addBelow(m_best);
    for (kit::Card *card : {m_trendCard, m_waitingCard, m_stagesCard, m_productsCard, m_stockCard, m_performanceCard})
        card->offerExport();
}

void Page::openOrders(const kit::Narrowing &by)
{
    m_kit.navigator.openNarrowed(QStringLiteral("vendor.orders"), by);
}

void Page::layOut()
{
    const kit::Theme &theme = m_kit.theme;
    auto *figures = kit::row(theme.px(12));
    for (kit::FigureTile *tile : dashboardParts().tiles)
        figures->addWidget(tile, 1);
    auto *middle = kit::row(theme.px(12));
    middle->addWidget(m_trendCard, 5);
    middle->addWidget(m_waitingCard, 3);
    m_trendCard->setMinimumHeight(theme.px(270));
    auto *lower = kit::row(theme.px(12));
    for (kit::Card *card : {m_stagesCard, m_productsCard, m_stockCard, m_performanceCard})
        lower->addWidget(card, 1);
    m_stagesCard->setMinimumHeight(theme.px(226));

    auto *body = kit::column(theme.px(12));
    body->addWidget(m_stepsCard);
    body->addLayout(figures);
    body->addLayout(middle, 3);
    body->addLayout(lower, 2);
    frame(body, {.tiles = dashboardParts().tiles,
                 .cards = {m_trendCard, m_waitingCard, m_stagesCard, m_productsCard, m_stockCard, m_performanceCard}});
}

std::optional<CoveredPeriod> Page::covered() const
{
    return m_analytics ? std::optional(m_analytics->revenue.period) : std::nullopt;
}

void Page::fetch()
{
    fetchDashboard();
    fetchAnalytics();
}

void Page::fetchDashboard()
{
    load<VendorDashboard>(dashboardParts(), m_askedDashboard, m_kit.api.call(api::readVendorDashboard),
                          [this](const VendorDashboard &dashboard) {
                              m_dashboard = dashboard;
                              show(dashboard);
                          });
}

void Page::fetchAnalytics()
{
    load<VendorAnalytics>(analyticsParts(), m_askedAnalytics,
                          m_kit.api.call(api::readVendorAnalytics, {.period = period(), .forecastDays = forecastDays}),
                          [this](const VendorAnalytics &analytics) {
                              m_analytics = analytics;
                              show(analytics);
                          });
}

bool Page::isNews(LiveKind kind) const
{
    return kind == LiveKind::NewOrder || kind == LiveKind::OrderUpdated || kind == LiveKind::OrderSettled ||
           kind == LiveKind::PayoutUpdated;
}

// By its id: news may have put another order into its row.
const OrderCard *Page::chosen() const
{
    const QString id = m_waiting->chosen();
    if (m_dashboard) {
        for (const OrderCard &card : m_dashboard->waiting) {
            if (card.id.text() == id)
                return &card;
        }
    }
    return nullptr;
}

void Page::checkChosen()
{
    const bool mayAct = chosen() && !m_isSending;
    m_accept->setEnabled(mayAct);
    m_reject->setEnabled(mayAct);
}

void Page::accept()
{
    const OrderCard *card = chosen();
    if (!card)
        return;
    m_isSending = true;
    m_trouble->clear();
    checkChosen();
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
    m_isSending = false;
    checkChosen();
    if (order)
        m_kit.notices.toast(tr("Order %1: %2").arg(order->orderNumber, kit::display::text(order->orderStatus)));
    else
        m_trouble->say(kit::display::trouble(order.error()), kit::Tone::Danger);
    refresh();
}

// In the words of the definitions in shared/contract/analytics.h.
void Page::explain()
{
    const QString placed = tr("The total of all orders placed with you on these days, today included, whatever became "
                              "of them later. Source: orders.");
    m_today->explain(placed);
    m_week->explain(placed);
    m_month->explain(placed);
    m_orders->explain(tr("How many orders were placed with you today. Source: orders."));
    m_released->explain(tr("What was released from escrow for your orders, less commission and less what was paid out "
                           "already or is asked for. Source: the books."));
    m_lifetime->explain(tr("The total of all your orders whose escrow was released, since the first one; commission "
                           "is still in it. Source: settled orders."));
}

void Page::retranslate()
{
    kit::Overview::retranslate();
    m_today->say(tr("Sales today"));
    m_week->say(tr("Last 7 days"));
    m_month->say(tr("Last 30 days"));
    m_orders->say(tr("Orders today"));
    m_released->say(tr("Can be paid out"));
    m_lifetime->say(tr("Total revenue"));
    explain();
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
    m_best->offer({tr("Products"), tr("Categories")});
    m_best->setAccessibleName(tr("Best sellers"));
    m_accept->say(tr("Accept"));
    m_reject->say(tr("Reject…"));
    if (m_dashboard)
        show(VendorDashboard(*m_dashboard));
    if (m_analytics)
        show(VendorAnalytics(*m_analytics));
}

} // namespace store
