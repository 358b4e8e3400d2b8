#include "console/pages/heatmap/sidecard.h"

#include "console/kit/display.h"
#include "console/kit/regions.h"
#include "console/pages/heatmap/india.h"

#include <QHBoxLayout>
#include <QListView>

namespace heatmap {

using kit::Type;

namespace {

constexpr int gapWidth = 240; // of the card without its margins and the picture

} // namespace

SideCard::SideCard(const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_figures(new QFrame(this))
    , m_notice(new QFrame(m_figures))
    , m_time(new kit::Label(theme, Type::Heading3, "", m_figures))
    , m_countName(new kit::Label(theme, Type::Body, "text2", m_figures))
    , m_changeName(new kit::Label(theme, Type::Body, "text2", m_figures))
    , m_peakName(new kit::Label(theme, Type::Body, "text2", m_figures))
    , m_coverageName(new kit::Label(theme, Type::Body, "text2", m_figures))
    , m_hiddenName(new kit::Label(theme, Type::Body, "text2", m_figures))
    , m_gap(new kit::Label(theme, Type::Small, "warning", m_notice))
    , m_citiesTitle(new kit::Label(theme, Type::Heading3, "", this))
    , m_noCities(new kit::Label(theme, Type::Body, "text3", this))
    , m_cities(new QListView(this))
{
    buildFigures();
    auto *list = new QFrame(this);
    kit::wear(list, "card");
    m_cities->setModel(&m_rows);
    m_cities->setItemDelegate(new CityDelegate(theme, m_cities));
    m_cities->setFrameShape(QFrame::NoFrame);
    m_cities->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_cities->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_cities->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_cities->setObjectName(QStringLiteral("cities"));
    auto *cities = kit::column(theme.px(8));
    cities->setContentsMargins(theme.px(10), theme.px(14), theme.px(10), theme.px(8));
    m_citiesTitle->setContentsMargins(theme.px(6), 0, 0, 0);
    m_noCities->setContentsMargins(theme.px(6), 0, 0, 0);
    cities->addWidget(m_citiesTitle);
    cities->addWidget(m_noCities->wrapping(), 1, Qt::AlignTop);
    cities->addWidget(m_cities, 1);
    list->setLayout(cities);
    auto *layout = kit::column(theme.px(12));
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_figures);
    layout->addWidget(list, 1);
    setLayout(layout);
    setFixedWidth(theme.px(300));
}

kit::Label *SideCard::addFact(QLayout *to, kit::Label *name)
{
    auto *figure = new kit::Label(m_theme, Type::BodyStrong, "", m_figures);
    auto *row = kit::row(8);
    row->addWidget(name);
    row->addStretch(1);
    row->addWidget(figure);
    static_cast<QVBoxLayout *>(to)->addLayout(row);
    return figure;
}

void SideCard::buildFigures()
{
    kit::wear(m_figures, "card");
    auto *layout = kit::column(m_theme.px(7));
    layout->setContentsMargins(m_theme.px(16), m_theme.px(14), m_theme.px(16), m_theme.px(14));
    layout->addWidget(m_time->wrapping());
    m_count = addFact(layout, m_countName);
    m_change = addFact(layout, m_changeName);
    m_peak = addFact(layout, m_peakName);
    m_coverage = addFact(layout, m_coverageName);
    m_hidden = addFact(layout, m_hiddenName);
    auto *notice = kit::row(m_theme.px(8));
    notice->setContentsMargins(0, m_theme.px(4), 0, 0);
    notice->addWidget(new kit::Picture(m_theme, QStringLiteral("map-pin-off"), 16, kit::Ink::Warning, m_notice), 0,
                      Qt::AlignTop);
    notice->addWidget(m_gap->wrapping(), 1);
    m_notice->setLayout(notice);
    m_notice->hide();
    layout->addWidget(m_notice);
    m_figures->setLayout(layout);
}

QString SideCard::nameOf(HeatMetric metric)
{
    switch (metric) {
    case HeatMetric::Orders: return tr("Orders");
    case HeatMetric::Gmv: return tr("GMV");
    case HeatMetric::Buyers: return tr("New buyers");
    case HeatMetric::Vendors: return tr("New vendors");
    case HeatMetric::Searches: return tr("Searches in vain");
    }
    return {};
}

void SideCard::show(const QString &time, const HeatMap &map, const HeatGaps &gaps)
{
    const bool isMoney = map.metric == HeatMetric::Gmv;
    const QString change = isMoney ? CityRows::change(map.amount.minor, map.previousAmount.minor)
                                   : CityRows::change(map.count, map.previousCount);
    qsizetype states = 0;
    for (const HeatState &state : map.states)
        states += state.count > 0;
    m_time->say(time);
    m_countName->say(nameOf(map.metric));
    m_count->say(isMoney ? kit::display::rounded(map.amount) : kit::display::text(map.count));
    m_change->say(change.isEmpty() ? QStringLiteral("–") : change);
    m_peak->say(map.cities.isEmpty() ? QStringLiteral("–") : CityRows::nameOf(map.cities.constFirst().city));
    m_coverage->say(tr("%1 of 36").arg(QLocale().toString(states)));
    m_hidden->say(kit::display::text(map.count - map.shownCount));
    m_hidden->setToolTip(tr("Places with fewer than %1 people are not shown, so that nobody can be told from them.")
                             .arg(QLocale().toString(map.minimumPeople)));
    m_rows.show(map.cities, map.metric);
    m_cities->setVisible(!map.cities.isEmpty());
    m_noCities->setVisible(map.cities.isEmpty());
    m_noCities->say(tr("No city has enough people in this time. A longer time shows more."));
    showGap(gaps);
}

void SideCard::showGap(const HeatGaps &gaps)
{
    m_notice->setVisible(!gaps.gaps.isEmpty());
    if (gaps.gaps.isEmpty())
        return;
    const HeatGap &gap = gaps.gaps.constFirst();
    const QString place = gap.city     ? CityRows::nameOf(*gap.city)
                          : gap.region ? kit::regionName(*gap.region)
                                       : tr("%1° N %2° E").arg(gap.latitude, 0, 'f', 1).arg(gap.longitude, 0, 'f', 1);
    // Some may be near and still not deliver so far.
    const QString near = gap.storesInRadius > 0
                             ? tr("%Ln vendor(s) within %1 km, none delivers there", nullptr, int(gap.storesInRadius))
                             : tr("no vendor within %1 km");
    QString text = tr("Demand without vendors near %1: %2 searches, %3 orders, %4.")
                       .arg(place, kit::display::text(gap.searches), kit::display::text(gap.orders),
                            near.arg(kit::display::text(gaps.radiusKm)));
    if (gaps.gaps.size() > 1)
        text += u' ' + tr("And %Ln more place(s).", nullptr, int(gaps.gaps.size()) - 1);
    m_gap->say(text);
    // The layouts around it ask for the height at another width than the card has, and would cut it.
    m_gap->setMinimumHeight(qMax(0, m_gap->heightForWidth(m_theme.px(gapWidth))));
}

void SideCard::retranslate()
{
    m_changeName->say(tr("Against the time before"));
    m_peakName->say(tr("Peak city"));
    m_coverageName->say(tr("States and territories"));
    m_hiddenName->say(tr("Not shown on the map"));
    m_citiesTitle->say(tr("Top cities"));
    m_cities->setAccessibleName(tr("Top cities"));
}

} // namespace heatmap
