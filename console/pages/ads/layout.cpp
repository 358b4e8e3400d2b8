// How the page is put together, and its words.

#include "console/kit/display.h"
#include "console/kit/pagestate.h"
#include "console/pages/ads/detail.h"
#include "console/pages/ads/figures.h"
#include "console/pages/ads/page.h"
#include "console/pages/ads/timeline.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>

namespace ads {

using kit::Cell;

namespace {

constexpr int detailWidth = 304;
constexpr AdState legend[] = {AdState::Running, AdState::Scheduled, AdState::Paused, AdState::Spent, AdState::Ended};

} // namespace

void Page::addColumns()
{
    m_ads.show(&Ad::title, &Ad::slot, &Ad::startDate, &Ad::endDate, &Ad::state, &Ad::impressions, &Ad::clicks,
               &Ad::ctr);
    const auto shape = [this](auto member, int width, int priority) -> auto &
    {
        auto &column = m_ads.column(member);
        column.heading.width = width;
        column.heading.priority = priority;
        return column;
    };
    auto &title = shape(&Ad::title, 200, 0);
    title.heading.stretches = true;
    title.look = Cell::Look::Strong;
    shape(&Ad::slot, 120, 2).cell = [this](const Ad &ad) { return Cell{.text = placeName(ad, m_categories)}; };
    shape(&Ad::startDate, 104, 0).cell = [](const Ad &ad) { return Cell{.text = dayText(firstDay(ad))}; };
    shape(&Ad::endDate, 104, 1).cell = [](const Ad &ad) { return Cell{.text = dayText(lastDay(ad))}; };
    shape(&Ad::state, 110, 0);
    shape(&Ad::impressions, 104, 3);
    shape(&Ad::clicks, 76, 4);
    shape(&Ad::ctr, 76, 1);
    m_ads.settle();
    m_ads.from([this](const std::optional<QString> &cursor) {
        return m_kit.api.call(api::listAllAds, ListAllAds{.limit = 50, .cursor = cursor});
    });
}

QLayout *Page::buildHead()
{
    auto *words = kit::column(2);
    words->addWidget(m_title);
    words->addWidget(m_subtitle->eliding());
    auto *head = kit::row(12);
    head->addLayout(words, 1);
    head->addWidget(m_views, 0, Qt::AlignVCenter);
    head->addWidget(m_add, 0, Qt::AlignVCenter);
    return head;
}

QLayout *Page::buildCalendarBar()
{
    auto *bar = kit::row(8);
    bar->addWidget(m_back);
    bar->addWidget(m_today);
    bar->addWidget(m_on);
    bar->addSpacing(m_kit.theme.px(4));
    bar->addWidget(m_range, 1);
    for (std::size_t i = 0; i <= std::size(legend); ++i) { // and one for conflicts
        m_legend += new kit::Chip(m_kit.theme, this);
        bar->addWidget(m_legend.constLast());
    }
    return bar;
}

void Page::build()
{
    const kit::Theme &theme = m_kit.theme;
    const auto card = [this](QWidget *inside) {
        auto *frame = new QFrame(this);
        kit::wear(frame, "card");
        auto *layout = new QVBoxLayout(frame);
        layout->setContentsMargins(1, 1, 1, 1);
        layout->addWidget(inside);
        return frame;
    };
    m_views->setObjectName(QStringLiteral("views"));
    m_timeline->setObjectName(QStringLiteral("timeline"));
    m_table->setObjectName(QStringLiteral("list"));
    m_add->setObjectName(QStringLiteral("add"));
    m_today->setObjectName(QStringLiteral("today"));
    m_back->setObjectName(QStringLiteral("back"));
    m_on->setObjectName(QStringLiteral("on"));
    m_conflict->setObjectName(QStringLiteral("conflict"));
    m_stack->addWidget(card(m_timeline));
    m_stack->addWidget(card(m_table));
    m_stack->addWidget(m_figures);
    m_stack->addWidget(m_state);
    m_stack->setCurrentIndex(StateContent);
    m_calendarBar->setLayout(buildCalendarBar());
    m_calendarBar->layout()->setContentsMargins(0, 0, 0, 0);

    auto *main = kit::column(theme.px(10));
    main->setContentsMargins(theme.px(24), theme.px(20), theme.px(16), theme.px(16));
    main->addLayout(buildHead());
    main->addWidget(m_calendarBar);
    main->addWidget(m_banner);
    main->addWidget(m_stack, 1);
    main->addWidget(m_conflict);
    kit::wear(m_detailPlace, "paneRight");
    auto *place = new QVBoxLayout(m_detailPlace);
    place->setContentsMargins(1, 0, 0, 0);
    place->addWidget(m_detail);
    m_detailPlace->setFixedWidth(theme.px(detailWidth));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(main, 1);
    layout->addWidget(m_detailPlace);
}

void Page::bindKeys()
{
    const auto bind = [this](const QKeySequence &keys, auto react) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, react);
    };
    bind(QKeySequence(QStringLiteral("Ctrl+N")), [this] { add(); });
    bind(QKeySequence(QStringLiteral("T")), [this] { goTo(today()); });
}

void Page::retranslate()
{
    m_title->say(tr("Ad schedule"));
    m_views->offer({tr("Day"), tr("Week"), tr("Month"), tr("Table"), tr("Figures")});
    m_add->say(tr("New campaign"));
    m_today->say(tr("Today"));
    m_back->say(tr("Earlier"));
    m_on->say(tr("Later"));
    m_table->setAccessibleName(tr("Campaigns"));
    m_legend.last()->say(tr("Conflict"), kit::Tone::Danger);
    for (qsizetype i = 0; i + 1 < m_legend.size(); ++i) {
        const auto word = kit::display::word(legend[i]);
        m_legend[i]->say(word.text, word.tone);
    }
    m_range->say(spanText(m_stretch.from, m_stretch.until().addDays(-1)));
    m_ads.retranslate();
    m_timeline->retranslate();
    m_figures->retranslate();
    m_detail->retranslate();
    describe();
}

} // namespace ads
