#include "console/pages/analytics/page.h"

#include "shared/contract/vendors.h"

#include <QHBoxLayout>

namespace analytics {

namespace {

constexpr int topMost = 20;
constexpr int choicesMost = 50;
constexpr TopKind kinds[] = {TopKind::Vendors, TopKind::Products, TopKind::Categories, TopKind::Cities,
                             TopKind::States};

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : Board(kit, QStringLiteral("analytics"), QStringLiteral("admin.orders"), parent)
    , m_vendor(new kit::SearchFilter(kit.theme, this))
    , m_cohortsCard(new kit::Card(kit.theme, this))
    , m_operationsCard(new kit::Card(kit.theme, this))
    , m_cohorts(new kit::FiguresTable(kit.theme, this))
    , m_operations(new kit::FiguresTable(kit.theme, this))
{
    const std::pair<QWidget *, const char *> named[] = {{m_vendor, "vendor"},
                                                        {m_cohorts, "cohorts"},
                                                        {m_operations, "operations"},
                                                        {m_cohortsCard, "cohortsCard"},
                                                        {m_operationsCard, "operationsCard"}};
    for (const auto &[widget, name] : named)
        widget->setObjectName(QLatin1StringView(name));
    m_cohortsCard->put(m_cohorts);
    m_operationsCard->put(m_operations);
    offerExports(m_revenueCard, ReportName::DailySales);
    offerExports(m_funnelCard);
    offerExports(m_topCard, ReportName::VendorPerformance);
    offerExports(m_processingCard);
    offerExports(m_cohortsCard);
    offerExports(m_operationsCard, ReportName::PlatformAnalytics);
    layOut();
    retranslate();
    link();
}

void Page::layOut()
{
    frame({beside(m_revenueCard, m_funnelCard, 320, 3), beside(m_topCard, m_processingCard, 320, 4),
           beside(m_cohortsCard, m_operationsCard, 420, 4)});
}

void Page::link()
{
    connect(m_vendor, &kit::ChoiceFilter::changed, this, &Page::refresh);
    connect(m_vendor, &kit::SearchFilter::searched, this, &Page::searchVendors);
    connect(m_revenueCard, &kit::Card::retried, this, &Page::fetchRevenue);
    connect(m_funnelCard, &kit::Card::retried, this, &Page::fetchFunnel);
    connect(m_topCard, &kit::Card::retried, this, &Page::fetchTop);
    connect(m_cohortsCard, &kit::Card::retried, this, &Page::fetchCohorts);
    connect(m_processingCard, &kit::Card::retried, this, &Page::fetchProcessing);
    connect(m_operationsCard, &kit::Card::retried, this, &Page::fetchOperations);
}

TopKind Page::kind() const
{
    return kinds[qBound(0, m_kinds->chosen(), int(std::size(kinds)) - 1)];
}

// A vendor's orders are a list; what is counted in other ways has none of its own.
void Page::openTop(int row)
{
    if (m_shownTop.kind == TopKind::Vendors)
        openOrders({{QStringLiteral("vendor"), m_shownTop.entries.at(row).key},
                    {QStringLiteral("vendor_name"), m_shownTop.entries.at(row).name}});
}

std::optional<Id<Vendor>> Page::vendor() const
{
    return m_vendor->value().isEmpty() ? std::nullopt : std::optional(Id<Vendor>::parse(m_vendor->value()));
}

bool Page::mayReport(ReportName report) const
{
    const bool areVendors = kind() == TopKind::Vendors && m_shownTop.kind == TopKind::Vendors;
    return report != ReportName::VendorPerformance || areVendors;
}

kit::Narrowing Page::narrowing() const
{
    if (m_vendor->value().isEmpty())
        return {};
    return {{QStringLiteral("vendor"), m_vendor->value()}, {QStringLiteral("vendor_name"), m_vendor->chosenText()}};
}

void Page::narrow(const kit::Narrowing &by)
{
    const QSignalBlocker quiet(m_vendor);
    m_vendor->take({by.value(QStringLiteral("vendor")), by.value(QStringLiteral("vendor_name"))});
    Board::narrow(by);
}

// Some lists cannot be narrowed by everything: the contract says by what. Gives the filters that it took.
template <class Ask>
QList<kit::ChoiceFilter *> Page::filter(Ask &ask) const
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
    if (takesVendor)
        ask.vendor = vendor();
    QList<kit::ChoiceFilter *> taken;
    for (const auto &[filter, isTaken] : {std::pair(m_category, takesCategory), std::pair(m_state, takesState),
                                          std::pair<kit::ChoiceFilter *, bool>(m_vendor, takesVendor)}) {
        if (isTaken)
            taken += filter;
    }
    return taken;
}

// An answer to an older question must not land in the card.
template <class Out, class Show>
void Page::load(kit::Card *card, const QList<kit::ChoiceFilter *> &by, QFuture<Result<Out>> answer, Show show)
{
    await(card, by);
    const int asked = ++m_asked[card];
    whenDone(this, answer, [this, card, asked, show](const Result<Out> &out) {
        if (asked != m_asked.value(card))
            return;
        if (!out)
            return fail(card, out.error());
        show(*out);
        if constexpr (requires { out->period; })
            settle(card, out->period);
        else
            settle(card, {});
    });
}

void Page::refresh()
{
    m_hasAsked = true;
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
    AskRevenue ask{.step = step(), .forecastDays = daysExpected()};
    const auto by = filter(ask);
    load(m_revenueCard, by, m_kit.api.call(api::readRevenue, ask), [this](const Revenue &revenue) { show(revenue); });
}

void Page::fetchFunnel()
{
    AskAnalytics ask;
    const auto by = filter(ask);
    load(m_funnelCard, by, m_kit.api.call(api::readFunnel, ask), [this](const Funnel &funnel) { show(funnel); });
}

void Page::fetchTop()
{
    AskTop ask{.kind = kind(), .limit = topMost};
    const auto by = filter(ask);
    load(m_topCard, by, m_kit.api.call(api::readTop, ask), [this](const Top &top) { show(top); });
}

void Page::fetchCohorts()
{
    load(m_cohortsCard, {}, m_kit.api.call(api::readCohorts), [this](const Cohorts &cohorts) {
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
    const AskAnalytics ask{.period = period(), .vendor = vendor()};
    load(m_processingCard, {m_vendor}, m_kit.api.call(api::readProcessing, ask),
         [this](const Processing &processing) { showSteps(processing.steps); });
}

void Page::fetchOperations()
{
    const AskAnalytics ask{.period = period()};
    load(m_operationsCard, {}, m_kit.api.call(api::readOperations, ask), [this](const Operations &operations) {
        m_operations->show(figuresOf(operations));
        m_operationsCard->setFigures(figuresOf(operations));
        m_operationsCard->showContent();
    });
}

// What can be chosen: every category, and the states and vendors that sold most.
void Page::fetchChoices()
{
    fetchCategories();
    const auto ask = [this](TopKind kind) {
        return m_kit.api.call(api::readTop, {.period = NamedPeriod::Quarter, .kind = kind, .limit = choicesMost});
    };
    whenDone(this, ask(TopKind::States), [this](const Result<Top> &top) {
        m_states.clear();
        for (const TopEntry &entry : top ? top->entries : QList<TopEntry>())
            m_states += {entry.key, entry.name};
        offerChoices();
    });
    whenDone(this, ask(TopKind::Vendors), [this](const Result<Top> &top) {
        if (top)
            m_vendors = top->entries;
        offerVendors();
    });
}

void Page::offerVendors()
{
    QList<kit::ChoiceFilter::Choice> vendors;
    for (const TopEntry &entry : std::as_const(m_vendors))
        vendors += {entry.key, entry.name};
    m_vendor->suggest(tr("Vendor"), tr("Store, owner, e-mail or phone"), vendors);
}

// Every store, also those that sold nothing.
void Page::searchVendors(const QString &words)
{
    whenDone(this, m_kit.api.call(api::listVendors, {.limit = choicesMost, .q = words}),
             [this, words](const Result<::Page<Vendor>> &page) {
                 if (!page)
                     return m_vendor->show(words, tl::unexpected(page.error()));
                 QList<kit::ChoiceFilter::Choice> found;
                 for (const Vendor &vendor : page->items)
                     found += {vendor.id.text(), vendor.storeName};
                 m_vendor->show(words, found);
             });
}

void Page::retranslate()
{
    m_title->say(kit::titleOf(QLatin1StringView("admin.analytics")));
    m_vendor->retranslate();
    m_subtitle->say(tr("How the market goes, and against what it is measured"));
    m_kinds->offer({tr("Vendors"), tr("Products"), tr("Categories"), tr("Cities"), tr("States")});
    offerVendors();
    m_cohortsCard->say(tr("Buyers who come back"), tr("by the month of their first order"));
    m_cohorts->say(tr("Buyers who come back"));
    m_operationsCard->say(tr("Operations"), tr("of the whole market"));
    m_operations->say(tr("Operations"));
    Board::retranslate();
}

} // namespace analytics
