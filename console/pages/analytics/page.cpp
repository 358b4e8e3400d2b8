#include "console/pages/analytics/page.h"

#include "console/kit/display.h"
#include "console/kit/marketwords.h"
#include "console/kit/savefile.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace analytics {

using kit::Type;
namespace market = kit::market;

namespace {

constexpr int forecastDays = 14;
constexpr int topMost = 20;
constexpr int choicesMost = 50;
constexpr TopKind kinds[] = {TopKind::Vendors, TopKind::Products, TopKind::Categories, TopKind::Cities,
                             TopKind::States};
const QString keptPeriod = QStringLiteral("analytics/period");

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : kit::Page(kit, parent)
    , m_title(new kit::Label(kit.theme, Type::Heading1, "", this))
    , m_subtitle(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_periods(new kit::Segments(kit.theme, this))
    , m_kinds(new kit::Segments(kit.theme, this))
    , m_category(new kit::ChoiceFilter(kit.theme, this))
    , m_state(new kit::ChoiceFilter(kit.theme, this))
    , m_vendor(new kit::ChoiceFilter(kit.theme, this))
    , m_revenueCard(new kit::Card(kit.theme, this))
    , m_funnelCard(new kit::Card(kit.theme, this))
    , m_topCard(new kit::Card(kit.theme, this))
    , m_cohortsCard(new kit::Card(kit.theme, this))
    , m_processingCard(new kit::Card(kit.theme, this))
    , m_operationsCard(new kit::Card(kit.theme, this))
    , m_trend(new kit::TrendChart(kit.theme, this))
    , m_funnel(new kit::LineList(kit.theme, this))
    , m_top(new kit::FiguresTable(kit.theme, this))
    , m_cohorts(new kit::FiguresTable(kit.theme, this))
    , m_processing(new kit::FiguresTable(kit.theme, this))
    , m_operations(new kit::FiguresTable(kit.theme, this))
{
    build();
    layOut();
    retranslate();
    const auto kept = names::fromText<NamedPeriod>(m_kit.keepsakes.kept(keptPeriod));
    m_periods->choose(int(kept.value_or(NamedPeriod::Month)));
    link();
}

void Page::build()
{
    const std::pair<QWidget *, const char *> named[] = {{m_periods, "periods"},       {m_kinds, "kinds"},
                                                        {m_category, "category"},     {m_state, "state"},
                                                        {m_vendor, "vendor"},         {m_trend, "trend"},
                                                        {m_funnel, "funnel"},         {m_top, "top"},
                                                        {m_cohorts, "cohorts"},       {m_processing, "processing"},
                                                        {m_operations, "operations"}, {m_revenueCard, "revenueCard"},
                                                        {m_topCard, "topCard"},       {m_cohortsCard, "cohortsCard"}};
    for (const auto &[widget, name] : named)
        widget->setObjectName(QLatin1StringView(name));
    const std::pair<kit::Card *, QWidget *> contents[] = {
        {m_revenueCard, m_trend},   {m_funnelCard, m_funnel},         {m_topCard, m_top},
        {m_cohortsCard, m_cohorts}, {m_processingCard, m_processing}, {m_operationsCard, m_operations}};
    for (const auto &[card, content] : contents) {
        card->put(content);
        card->offerExport();
    }
    m_topCard->addTool(m_kinds);
}

void Page::layOut()
{
    const kit::Theme &theme = m_kit.theme;
    auto *words = kit::column(2);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    auto *head = kit::row(12);
    head->addLayout(words, 1);
    head->addWidget(m_periods, 0, Qt::AlignVCenter);
    auto *filters = kit::row(8);
    for (kit::ChoiceFilter *filter : {m_category, m_state, m_vendor})
        filters->addWidget(filter);
    filters->addStretch(1);
    const auto beside = [&](kit::Card *wide, kit::Card *narrow, int height, int share) {
        auto *row = kit::row(theme.px(12));
        row->addWidget(wide, 5);
        row->addWidget(narrow, share);
        wide->setMinimumHeight(theme.px(height));
        return row;
    };
    auto *body = new QWidget(this);
    kit::wear(body, "body");
    auto *layout = kit::column(theme.px(12));
    layout->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    layout->addLayout(head);
    layout->addLayout(filters);
    layout->addLayout(beside(m_revenueCard, m_funnelCard, 320, 3), 3);
    layout->addLayout(beside(m_topCard, m_processingCard, 320, 4), 3);
    layout->addLayout(beside(m_cohortsCard, m_operationsCard, 420, 4), 4);
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

void Page::link()
{
    connect(m_periods, &kit::Segments::chosenChanged, this, [this] {
        m_kit.keepsakes.keep(keptPeriod, names::text(period()));
        refresh();
    });
    for (kit::ChoiceFilter *filter : {m_category, m_state, m_vendor})
        connect(filter, &kit::ChoiceFilter::changed, this, &Page::refresh);
    connect(m_kinds, &kit::Segments::chosenChanged, this, &Page::fetchTop);
    connect(m_revenueCard, &kit::Card::retried, this, &Page::fetchRevenue);
    connect(m_funnelCard, &kit::Card::retried, this, &Page::fetchFunnel);
    connect(m_topCard, &kit::Card::retried, this, &Page::fetchTop);
    connect(m_cohortsCard, &kit::Card::retried, this, &Page::fetchCohorts);
    connect(m_processingCard, &kit::Card::retried, this, &Page::fetchProcessing);
    connect(m_operationsCard, &kit::Card::retried, this, &Page::fetchOperations);
    for (kit::Card *card : cards())
        connect(card, &kit::Card::exported, this, &Page::save);
    connect(m_funnel, &kit::LineList::opened, this, [this](const QString &status) {
        openOrders(status == QLatin1StringView("all") ? kit::Narrowing()
                                                      : kit::Narrowing{{QStringLiteral("status"), status}});
    });
    // A vendor's orders are a list; what is counted in other ways has none of its own.
    connect(m_top, &kit::FiguresTable::opened, this, [this](int row) {
        if (m_shownTop.kind == TopKind::Vendors && row < m_shownTop.entries.size())
            openOrders({{QStringLiteral("vendor"), m_shownTop.entries.at(row).key},
                        {QStringLiteral("vendor_name"), m_shownTop.entries.at(row).name}});
    });
}

NamedPeriod Page::period() const
{
    return market::periods[qBound(0, m_periods->chosen(), int(std::size(market::periods)) - 1)];
}

TopKind Page::kind() const
{
    return kinds[qBound(0, m_kinds->chosen(), int(std::size(kinds)) - 1)];
}

void Page::openOrders(kit::Narrowing by)
{
    by.insert(QStringLiteral("days"), QString::number(market::daysOf(period())));
    m_kit.navigator.openNarrowed(QStringLiteral("admin.orders"), by);
}

void Page::narrow(const kit::Narrowing &by)
{
    const QSignalBlocker quiet[] = {QSignalBlocker(m_category), QSignalBlocker(m_state), QSignalBlocker(m_vendor),
                                    QSignalBlocker(m_periods)};
    m_category->pick(by.value(QStringLiteral("category")));
    m_state->pick({});
    m_vendor->pick(by.value(QStringLiteral("vendor")));
    if (const auto wanted = names::fromText<NamedPeriod>(by.value(QStringLiteral("period"))))
        m_periods->choose(int(*wanted));
}

// Some lists cannot be narrowed by everything: the contract says by what.
template <class Ask>
void Page::filter(Ask &ask) const
{
    bool takesCategory = true, takesState = true, takesVendor = true;
    if constexpr (std::is_same_v<Ask, AskTop>) {
        takesCategory = ask.kind == TopKind::Vendors || ask.kind == TopKind::States;
        takesState = ask.kind == TopKind::Vendors || ask.kind == TopKind::Categories;
        takesVendor = ask.kind != TopKind::Vendors && ask.kind != TopKind::Cities;
    }
    ask.period = period();
    if (takesCategory && !m_category->value().isEmpty())
        ask.category = Id<Category>::parse(m_category->value());
    if (takesState && !m_state->value().isEmpty())
        ask.state = m_state->value();
    if (takesVendor && !m_vendor->value().isEmpty())
        ask.vendor = Id<Vendor>::parse(m_vendor->value());
}

// An answer to an older question must not land in the card.
template <class Out, class Show>
void Page::load(kit::Card *card, QFuture<Result<Out>> answer, Show show)
{
    card->showLoading();
    const int asked = ++m_asked[card];
    whenDone(this, answer, [this, card, asked, show](const Result<Out> &out) {
        if (asked != m_asked.value(card))
            return;
        if (out)
            show(*out);
        else
            card->showTrouble(out.error());
    });
}

void Page::refresh()
{
    fetchRevenue();
    fetchFunnel();
    fetchTop();
    fetchCohorts();
    fetchProcessing();
    fetchOperations();
    if (m_vendors.isEmpty() || m_categories.isEmpty())
        fetchChoices();
}

void Page::fetchRevenue()
{
    AskRevenue ask{.forecastDays = forecastDays};
    ask.step = period() == NamedPeriod::Quarter ? SeriesStep::Week : SeriesStep::Day;
    // Days that are expected cannot stand beside weeks that were.
    if (ask.step != SeriesStep::Day)
        ask.forecastDays = 0;
    filter(ask);
    load(m_revenueCard, m_kit.api.call(api::readRevenue, ask), [this](const Revenue &revenue) { show(revenue); });
}

void Page::fetchFunnel()
{
    AskAnalytics ask;
    filter(ask);
    load(m_funnelCard, m_kit.api.call(api::readFunnel, ask), [this](const Funnel &funnel) { show(funnel); });
}

void Page::fetchTop()
{
    AskTop ask{.kind = kind(), .limit = topMost};
    filter(ask);
    load(m_topCard, m_kit.api.call(api::readTop, ask), [this](const Top &top) { show(top); });
}

void Page::fetchCohorts()
{
    load(m_cohortsCard, m_kit.api.call(api::readCohorts), [this](const Cohorts &cohorts) {
        const kit::Figures figures = figuresOf(cohorts);
        if (figures.rows.isEmpty()) {
            m_cohortsCard->showEmpty(QStringLiteral("users"), tr("Too little data"),
                                     tr("Buyers are followed from the month of their first order: n = 0"));
            return;
        }
        m_cohorts->show(figures);
        m_cohortsCard->setFigures(figures);
        m_cohortsCard->showContent();
    });
}

void Page::fetchProcessing()
{
    // Only a vendor narrows these times.
    AskAnalytics ask;
    ask.period = period();
    if (!m_vendor->value().isEmpty())
        ask.vendor = Id<Vendor>::parse(m_vendor->value());
    const bool isWider = !m_category->value().isEmpty() || !m_state->value().isEmpty();
    m_processingCard->say(tr("How long orders take"), isWider ? tr("of all categories and states") : QString());
    load(m_processingCard, m_kit.api.call(api::readProcessing, ask), [this](const Processing &processing) {
        m_processing->show(figuresOf(processing));
        m_processingCard->setFigures(figuresOf(processing));
        m_processingCard->showContent();
    });
}

void Page::fetchOperations()
{
    AskAnalytics ask;
    filter(ask);
    load(m_operationsCard, m_kit.api.call(api::readOperations, ask), [this](const Operations &operations) {
        m_operations->show(figuresOf(operations));
        m_operationsCard->setFigures(figuresOf(operations));
        m_operationsCard->showContent();
    });
}

// What can be chosen: every category, and the states and vendors that sold most.
void Page::fetchChoices()
{
    whenDone(this, m_kit.api.call(api::listCategories), [this](const Result<QList<Category>> &categories) {
        if (categories)
            m_categories = *categories;
        offerChoices();
    });
    const auto fetch = [this](TopKind kind, QList<TopEntry> Page::*into) {
        const AskTop ask{.period = NamedPeriod::Quarter, .kind = kind, .limit = choicesMost};
        whenDone(this, m_kit.api.call(api::readTop, ask), [this, into](const Result<Top> &top) {
            if (top)
                this->*into = top->entries;
            offerChoices();
        });
    };
    fetch(TopKind::States, &Page::m_states);
    fetch(TopKind::Vendors, &Page::m_vendors);
}

void Page::offerChoices()
{
    QList<kit::ChoiceFilter::Choice> categories, states, vendors;
    for (const Category &category : std::as_const(m_categories))
        categories += {category.id.text(), category.name};
    for (const TopEntry &entry : std::as_const(m_states))
        states += {entry.key, entry.name};
    for (const TopEntry &entry : std::as_const(m_vendors))
        vendors += {entry.key, entry.name};
    m_category->offer(tr("Category"), categories);
    m_state->offer(tr("State"), states);
    m_vendor->offer(tr("Vendor"), vendors);
}

void Page::save(const QString &title, const kit::Figures &figures)
{
    kit::saveFigures(m_kit, this, title, figures);
}

void Page::retranslate()
{
    m_title->say(kit::titleOf(QLatin1StringView("admin.analytics")));
    m_subtitle->say(tr("How the market goes, and against what it is measured"));
    m_periods->offer(market::periodNames());
    m_periods->setAccessibleName(tr("Period"));
    m_kinds->offer({tr("Vendors"), tr("Products"), tr("Categories"), tr("Cities"), tr("States")});
    m_kinds->setAccessibleName(tr("What sells most"));
    offerChoices();
    m_revenueCard->say(tr("Sales"));
    m_trend->say(tr("Sales"));
    m_funnelCard->say(tr("From view to settlement"));
    m_funnel->setAccessibleName(tr("From view to settlement"));
    m_topCard->say(tr("What sells most"));
    m_top->say(tr("What sells most"));
    m_cohortsCard->say(tr("Buyers who come back"), tr("by the month of their first order"));
    m_cohorts->say(tr("Buyers who come back"));
    m_processingCard->say(tr("How long orders take"));
    m_processing->say(tr("How long orders take"));
    m_operationsCard->say(tr("Operations"), tr("of the whole market"));
    m_operations->say(tr("Operations"));
    for (kit::Card *card : cards())
        card->retranslate();
    // The tables are made of words: they are fetched in the new language.
    if (!m_asked.isEmpty())
        refresh();
}

} // namespace analytics
