#include "console/pages/reports/page.h"

#include "console/kit/phrases.h"
#include "console/pages/reports/keys.h"
#include "console/pages/reports/kinds.h"
#include "console/pages/reports/runs.h"
#include "console/pages/reports/schedules.h"
#include "shared/contract/analyticsdepth.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace reports {

Page::Page(kit::Kit &kit, QWidget *parent)
    : kit::Page(kit, parent)
    , m_title(new kit::Label(kit.theme, kit::Type::Heading1, "", this))
    , m_subtitle(new kit::Label(kit.theme, kit::Type::Body, "text2", this))
    , m_tabs(new kit::ViewTabs(kit.theme, this))
    , m_stack(new QStackedWidget(this))
    , m_reports(new Kinds(kit, ReportGroup::Report, m_offers, this))
    , m_exports(new Kinds(kit, ReportGroup::Export, m_offers, this))
    , m_schedules(new Schedules(
          kit, [this] { return reports(); }, m_offers, this))
    , m_runs(new Runs(kit, this))
    , m_keys(new Keys(
          kit, [this] { return reports(); }, this))
{
    m_tabs->setObjectName(QStringLiteral("tabs"));
    build();
    retranslate();
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        current()->refresh();
    });
    for (Kinds *kinds : {m_reports, m_exports}) {
        connect(kinds, &Kinds::began, this, &Page::begin);
        connect(kinds, &Kinds::loaded, m_schedules, &Schedules::takeKinds);
        connect(kinds, &Kinds::saved, this, [this](const ReportDefinition &definition) {
            m_kit.notices.toast(kit::phrase::saved());
            open(SchedulesTab);
            m_schedules->take(definition);
        });
    }
    connect(m_schedules, &Schedules::began, this, &Page::begin);
    connect(m_runs, &Runs::counted, this, [this](int underWay) {
        m_tabs->setCount(RunsTab, underWay > 0 ? underWay : -1);
        setWaiting(underWay);
    });
}

void Page::build()
{
    const kit::Theme &theme = m_kit.theme;
    for (int tab = ReportsTab; tab <= KeysTab; ++tab)
        m_tabs->setTabData(m_tabs->addTab(QString()), qint64(-1));
    for (Panel *panel : {static_cast<Panel *>(m_reports), static_cast<Panel *>(m_exports),
                         static_cast<Panel *>(m_schedules), static_cast<Panel *>(m_runs), static_cast<Panel *>(m_keys)})
        m_stack->addWidget(panel);
    auto *words = kit::column(2);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    auto *layout = kit::column(theme.px(12));
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16));
    layout->addLayout(words);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    setLayout(layout);
    setFocusProxy(m_tabs);
}

Panel *Page::current() const
{
    return static_cast<Panel *>(m_stack->currentWidget());
}

QList<ReportKind> Page::reports() const
{
    return m_reports->all() + m_exports->all();
}

void Page::open(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void Page::refresh()
{
    // Schedules and keys say which reports they are for, so both lists are needed everywhere; what could not be
    // fetched is asked for again the next time.
    for (Kinds *kinds : {m_reports, m_exports}) {
        if (kinds != current() && kinds->all().isEmpty())
            kinds->refresh();
    }
    fetchOffers();
    current()->refresh();
}

// What has come once stays; a dialog is never kept waiting for it.
void Page::fetchOffers()
{
    if (m_offers.recipients.isEmpty())
        kit::whenDone(this, m_kit.api.call(api::listRecipients), [this](const Result<QList<ReportRecipient>> &admins) {
            m_offers.recipients.clear();
            for (const ReportRecipient &admin : admins.value_or(QList<ReportRecipient>()))
                m_offers.recipients += {admin.id.text(), admin.name};
        });
    if (m_offers.categories.isEmpty())
        kit::whenDone(this, m_kit.api.call(api::listCategories), [this](const Result<QList<Category>> &categories) {
            m_offers.categories.clear();
            for (const Category &category : categories.value_or(QList<Category>()))
                m_offers.categories += {category.id.text(), category.name};
        });
    if (!m_offers.vendors.isEmpty())
        return;
    const AskTop best{.period = NamedPeriod::Quarter, .kind = TopKind::Vendors, .limit = topLimitMax};
    kit::whenDone(this, m_kit.api.call(api::readTop, best), [this](const Result<Top> &top) {
        m_offers.vendors.clear();
        for (const TopEntry &entry : top.value_or(Top()).entries)
            m_offers.vendors += {entry.key, entry.name};
    });
}

void Page::begin(const ReportRun &run)
{
    m_kit.notices.toast(tr("%1 is being made").arg(run.title), kit::Tone::Info);
    open(RunsTab);
    m_runs->take(run);
}

void Page::reveal(const QString &object)
{
    open(RunsTab);
    m_runs->choose(object);
}

void Page::retranslate()
{
    m_title->say(kit::titleOf(QLatin1StringView("admin.reports")));
    m_subtitle->say(tr("Sales, vendors, money and activity as PDF, Excel or CSV, by hand or by mail"));
    const QStringList names{tr("Reports"), tr("Exports"), tr("Saved and scheduled"), tr("Runs and files"),
                            tr("API keys")};
    for (int tab = ReportsTab; tab <= KeysTab; ++tab) {
        m_tabs->setTabText(tab, names.at(tab));
        m_tabs->setCount(tab, m_tabs->tabData(tab).toLongLong());
    }
    m_tabs->setAccessibleName(kit::phrase::view());
    for (Panel *panel : {static_cast<Panel *>(m_reports), static_cast<Panel *>(m_exports),
                         static_cast<Panel *>(m_schedules), static_cast<Panel *>(m_runs), static_cast<Panel *>(m_keys)})
        panel->retranslate();
}

} // namespace reports
