#include "console/pages/analytics/board.h"

#include "console/kit/marketwords.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace analytics {

using kit::Type;
namespace market = kit::market;

namespace {

constexpr SeriesStep steps[] = {SeriesStep::Day, SeriesStep::Week, SeriesStep::Month};

} // namespace

Board::Board(kit::Kit &kit, const QString &room, const QString &orders, QWidget *parent)
    : kit::Page(kit, parent)
    , m_title(new kit::Label(kit.theme, Type::Heading1, "", this))
    , m_subtitle(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_periods(new kit::Segments(kit.theme, this))
    , m_steps(new kit::Segments(kit.theme, this))
    , m_kinds(new kit::Segments(kit.theme, this))
    , m_category(new kit::ChoiceFilter(kit.theme, this))
    , m_state(new kit::ChoiceFilter(kit.theme, this))
    , m_revenueCard(new kit::Card(kit.theme, this))
    , m_funnelCard(new kit::Card(kit.theme, this))
    , m_topCard(new kit::Card(kit.theme, this))
    , m_processingCard(new kit::Card(kit.theme, this))
    , m_trend(new kit::TrendChart(kit.theme, this))
    , m_funnel(new kit::LineList(kit.theme, this))
    , m_top(new kit::FiguresTable(kit.theme, this))
    , m_processing(new kit::FiguresTable(kit.theme, this))
    , m_keptPeriod(room + QStringLiteral("/period"))
    , m_orders(orders)
    , m_fetches(kit::column(kit.theme.px(8)))
{
    build();
    m_periods->offer(market::periodNames());
    m_steps->offer({{}, {}, {}});
    const auto kept = names::fromText<NamedPeriod>(m_kit.keepsakes.kept(m_keptPeriod));
    m_periods->choose(int(kept.value_or(NamedPeriod::Month)));
    settleStep();
    link();
}

void Board::build()
{
    const std::pair<QWidget *, const char *> named[] = {{m_periods, "periods"},
                                                        {m_steps, "steps"},
                                                        {m_kinds, "kinds"},
                                                        {m_category, "category"},
                                                        {m_state, "state"},
                                                        {m_trend, "trend"},
                                                        {m_funnel, "funnel"},
                                                        {m_top, "top"},
                                                        {m_processing, "processing"},
                                                        {m_revenueCard, "revenueCard"},
                                                        {m_funnelCard, "funnelCard"},
                                                        {m_topCard, "topCard"},
                                                        {m_processingCard, "processingCard"}};
    for (const auto &[widget, name] : named)
        widget->setObjectName(QLatin1StringView(name));
    m_revenueCard->put(m_trend);
    m_revenueCard->addBelow(m_steps); // beside the title it would hide how the forecast was made
    m_funnelCard->put(m_funnel);
    m_topCard->put(m_top);
    m_topCard->addBelow(m_kinds);
    m_processingCard->put(m_processing);
}

void Board::link()
{
    connect(m_periods, &kit::Segments::chosenChanged, this, [this] {
        m_kit.keepsakes.keep(m_keptPeriod, names::text(period()));
        settleStep();
        refresh();
    });
    connect(m_steps, &kit::Segments::chosenChanged, this, [this] { refresh(); });
    for (kit::ChoiceFilter *filter : {m_category, m_state})
        connect(filter, &kit::ChoiceFilter::changed, this, [this] { refresh(); });
    connect(m_kinds, &kit::Segments::chosenChanged, this, [this] {
        settleExports();
        fetchTop();
    });
    connect(m_funnel, &kit::LineList::opened, this, [this](const QString &status) {
        openOrders(status == QLatin1StringView("all") ? kit::Narrowing()
                                                      : kit::Narrowing{{QStringLiteral("status"), status}});
    });
    connect(m_top, &kit::FiguresTable::opened, this, [this](int row) {
        if (row < m_shownTop.entries.size())
            openTop(row);
    });
}

QLayout *Board::beside(kit::Card *wide, kit::Card *narrow, int height, int share)
{
    auto *row = kit::row(m_kit.theme.px(12));
    row->addWidget(wide, 5);
    row->addWidget(narrow, share);
    wide->setMinimumHeight(m_kit.theme.px(height));
    return row;
}

void Board::frame(const QList<QLayout *> &rows)
{
    const kit::Theme &theme = m_kit.theme;
    auto *words = kit::column(2);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    auto *head = kit::row(12);
    head->addLayout(words, 1);
    head->addWidget(m_periods, 0, Qt::AlignVCenter);
    auto *narrowing = kit::row(8);
    for (kit::ChoiceFilter *filter : filters())
        narrowing->addWidget(filter);
    narrowing->addStretch(1);
    auto *body = new QWidget(this);
    kit::wear(body, "body");
    auto *layout = kit::column(theme.px(12));
    layout->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    layout->addLayout(head);
    layout->addLayout(narrowing);
    layout->addLayout(m_fetches);
    for (QLayout *row : rows)
        layout->addLayout(row, 1);
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

NamedPeriod Board::period() const
{
    return market::periods[qBound(0, m_periods->chosen(), int(std::size(market::periods)) - 1)];
}

SeriesStep Board::step() const
{
    return steps[qBound(0, m_steps->chosen(), int(std::size(steps)) - 1)];
}

// Ninety days beside each other are too many to be told apart.
void Board::settleStep()
{
    const QSignalBlocker quiet(m_steps);
    m_steps->choose(int(period() == NamedPeriod::Quarter ? SeriesStep::Week : SeriesStep::Day));
}

bool Board::isWider() const
{
    return !m_category->value().isEmpty() || !m_state->value().isEmpty();
}

void Board::openOrders(kit::Narrowing by)
{
    // A list of other orders than the figure counted would be taken for its orders.
    if (isWider()) {
        m_kit.notices.toast(tr("The list of orders cannot be narrowed by category or by the buyers' state."),
                            kit::Tone::Info);
        return;
    }
    const kit::Narrowing also = narrowing();
    if (!by.contains(QStringLiteral("vendor")))
        by.insert(also);
    by.insert(QStringLiteral("days"), QString::number(market::daysOf(period())));
    m_kit.navigator.openNarrowed(m_orders, by);
}

void Board::narrow(const kit::Narrowing &by)
{
    const QSignalBlocker quiet[] = {QSignalBlocker(m_category), QSignalBlocker(m_state), QSignalBlocker(m_periods)};
    m_category->pick(by.value(QStringLiteral("category")));
    m_state->pick({});
    if (const auto wanted = names::fromText<NamedPeriod>(by.value(QStringLiteral("period")))) {
        m_periods->choose(int(*wanted));
        settleStep();
    }
}

void Board::fetchCategories()
{
    whenDone(this, m_kit.api.call(api::listCategories), [this](const Result<QList<Category>> &categories) {
        if (categories)
            m_categories = *categories;
        offerChoices();
    });
}

void Board::offerChoices()
{
    QList<kit::ChoiceFilter::Choice> categories;
    for (const Category &category : std::as_const(m_categories))
        categories += {category.id.text(), category.name};
    m_category->offer(tr("Category"), categories);
    m_state->offer(tr("State"), states());
}

void Board::retranslate()
{
    m_periods->offer(market::periodNames());
    m_periods->setAccessibleName(tr("Period"));
    m_steps->offer({tr("Day"), tr("Week"), tr("Month")});
    m_steps->setAccessibleName(tr("Steps of the chart"));
    m_kinds->setAccessibleName(tr("What sells most"));
    offerChoices();
    m_revenueCard->say(tr("Sales"));
    m_trend->say(tr("Sales"));
    m_funnelCard->say(tr("From view to settlement"));
    m_funnel->setAccessibleName(tr("From view to settlement"));
    m_topCard->say(tr("What sells most"));
    m_top->say(tr("What sells most"));
    m_processingCard->say(tr("How long orders take"));
    m_processing->say(tr("How long orders take"));
    settleExports();
    for (const Ways &ways : std::as_const(m_ways))
        ways.card->retranslate();
    // The tables are made of words: they are fetched in the new language.
    if (m_hasAsked)
        refresh();
}

} // namespace analytics
