#include "console/pages/ads/detail.h"

#include "console/kit/display.h"
#include "console/kit/regions.h"
#include "console/pages/ads/calendar.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ads {

using kit::Tone;
using kit::Type;

namespace {

constexpr int margin = 16;

} // namespace

Preview::Preview(const kit::Theme &theme, Thumbs &thumbs, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_thumbs(thumbs)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&thumbs, &Thumbs::ready, this, QOverload<>::of(&QWidget::update));
}

void Preview::show(const Ad &ad)
{
    m_ad = ad;
    setAccessibleName(tr("Picture of %1").arg(ad.title));
    updateGeometry();
    update();
}

int Preview::heightForWidth(int width) const
{
    const AdSlotShape &shape = shapeOf(m_ad ? m_ad->slot : AdSlot::HomeHero);
    return width * shape.height / shape.width;
}

QSize Preview::sizeHint() const
{
    return {m_theme.px(256), heightForWidth(m_theme.px(256))};
}

void Preview::paintEvent(QPaintEvent *)
{
    if (!m_ad)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_thumbs.paint(painter, *m_ad, rect(), m_theme.px(7));
    if (m_thumbs.picture(*m_ad).isNull())
        m_theme.drawIcon(
            painter, QStringLiteral("image"),
            QRectF(rect().center() - QPoint(m_theme.px(10), m_theme.px(10)), QSizeF(m_theme.px(20), m_theme.px(20))),
            m_theme.text3);
}

Detail::Detail(kit::Kit &kit, Thumbs &thumbs, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_body(new QWidget(this))
    , m_hint(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_preview(new Preview(kit.theme, thumbs, this))
    , m_title(new kit::Label(kit.theme, Type::Heading3, "", this))
    , m_span(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_state(new kit::Chip(kit.theme, this))
    , m_rotation(new kit::Chip(kit.theme, this))
    , m_sparkline(new Sparkline(kit.theme, this))
    , m_pairLine(kit::line(this))
    , m_pair(new PairCard(kit.theme, this))
    , m_facts(new QGridLayout)
    , m_room(new kit::Banner(kit.theme, this))
    , m_edit(new kit::Button(kit.theme, QStringLiteral("sliders-horizontal"), "", this))
    , m_pause(new kit::Button(kit.theme, QStringLiteral("pause"), "", this))
    , m_copy(new kit::Button(kit.theme, QStringLiteral("copy"), "", this))
    , m_remove(new kit::Button(kit.theme, QStringLiteral("trash-2"), "danger", this))
{
    build();
    retranslate();
    m_edit->setObjectName(QStringLiteral("edit"));
    m_pause->setObjectName(QStringLiteral("pause"));
    m_copy->setObjectName(QStringLiteral("duplicate"));
    m_remove->setObjectName(QStringLiteral("remove"));
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editAsked(id()); });
    connect(m_pause, &QPushButton::clicked, this, [this] { Q_EMIT pauseAsked(id()); });
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT duplicateAsked(id()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeAsked(id()); });
    clear();
}

QWidget *Detail::buildFigures()
{
    auto *figures = new QWidget(this);
    auto *grid = new QGridLayout(figures);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(m_kit.theme.px(14));
    grid->setVerticalSpacing(0);
    for (int i = 0; i < int(m_figures.size()); ++i) {
        m_figureNames[std::size_t(i)] = new kit::Label(m_kit.theme, Type::Small, "text2", figures);
        m_figures[std::size_t(i)] = new kit::Label(m_kit.theme, Type::Heading2, "", figures);
        grid->addWidget(m_figureNames[std::size_t(i)], 0, i);
        grid->addWidget(m_figures[std::size_t(i)], 1, i);
    }
    grid->setColumnStretch(2, 1);
    return figures;
}

QWidget *Detail::buildFoot()
{
    const kit::Theme &theme = m_kit.theme;
    auto *foot = new QWidget(this);
    auto *pair = kit::row(theme.px(8));
    pair->addWidget(m_pause);
    pair->addWidget(m_copy, 1);
    pair->addWidget(m_remove);
    auto *layout = kit::column(theme.px(8));
    layout->setContentsMargins(theme.px(margin), theme.px(10), theme.px(margin), theme.px(margin));
    layout->addWidget(m_edit);
    layout->addLayout(pair);
    foot->setLayout(layout);
    return foot;
}

void Detail::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *chips = kit::row(theme.px(6));
    chips->addWidget(m_state);
    chips->addWidget(m_rotation);
    chips->addStretch(1);
    m_facts->setVerticalSpacing(theme.px(8));
    m_facts->setColumnStretch(1, 1);

    auto *inside = kit::column(theme.px(8));
    inside->setContentsMargins(theme.px(margin), theme.px(margin), theme.px(margin), theme.px(6));
    inside->addWidget(m_preview);
    inside->addWidget(m_title->wrapping());
    inside->addWidget(m_span->wrapping());
    inside->addLayout(chips);
    inside->addWidget(kit::line(this));
    inside->addWidget(buildFigures());
    inside->addWidget(m_sparkline);
    inside->addWidget(m_pairLine);
    inside->addWidget(m_pair);
    inside->addWidget(kit::line(this));
    inside->addLayout(m_facts);
    inside->addWidget(m_room);
    inside->addStretch(1);
    auto *content = new QWidget(this);
    kit::wear(content, "body");
    content->setLayout(inside);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *body = kit::column(0);
    body->addWidget(scroll, 1);
    body->addWidget(buildFoot());
    m_body->setLayout(body);
    m_hint->setAlignment(Qt::AlignCenter);
    auto *layout = kit::column(0);
    layout->addWidget(m_hint->wrapping(), 1);
    layout->addWidget(m_body, 1);
    setLayout(layout);
    m_hint->setContentsMargins(theme.px(24), 0, theme.px(24), 0);
}

void Detail::retranslate()
{
    m_hint->say(tr("Choose a campaign to see its picture and figures."));
    m_figureNames[0]->say(tr("Impressions"));
    m_figureNames[1]->say(tr("Clicks"));
    m_figureNames[2]->say(tr("CTR"));
    m_edit->say(tr("Edit campaign…"));
    m_copy->say(tr("Duplicate"));
    m_remove->say(QString());
    m_remove->setToolTip(tr("Delete campaign…"));
    m_remove->setAccessibleName(tr("Delete campaign…"));
    if (m_ad)
        show(Ad(*m_ad), Compared(m_compared), Categories(m_categories));
}

void Detail::clear()
{
    m_ad.reset();
    m_body->hide();
    m_hint->show();
}

void Detail::show(const Ad &ad, const Compared &compared, const Categories &categories)
{
    if (!m_ad || m_ad->id != ad.id)
        m_sparkline->show({});
    m_ad = ad;
    m_compared = compared;
    m_categories = categories;
    m_hint->hide();
    m_body->show();
    m_preview->show(ad);
    m_title->say(ad.title);
    m_span->say(placeName(ad, categories) + QStringLiteral(" · ") + spanText(ad));
    const auto word = kit::display::word(ad.state);
    m_state->say(word.text, word.tone);
    m_rotation->say(tr("1 of %1 at a time").arg(shapeOf(ad.slot).rotation), Tone::Neutral);
    m_figures[0]->say(kit::display::text(ad.impressions));
    m_figures[1]->say(kit::display::text(ad.clicks));
    m_figures[2]->say(kit::display::text(ad.ctr));
    m_pause->say(ad.isActive ? tr("Pause") : tr("Resume"));
    m_pause->draw(ad.isActive ? QStringLiteral("pause") : QStringLiteral("play"));
    m_pause->setEnabled(ad.state != AdState::Ended);
    const Ad *other = partner();
    m_pairLine->setVisible(other);
    other ? m_pair->show(ad, *other) : m_pair->hide();
    showFacts();
    showRoom();
}

const Ad *Detail::partner() const
{
    const QList<Ad> &all = m_compared.all;
    const auto other = std::find_if(all.begin(), all.end(), [&](const Ad &each) { return m_ad->partnerId == each.id; });
    return other == all.end() ? nullptr : &*other;
}

void Detail::showFacts()
{
    kit::empty(m_facts);
    const Ad &ad = *m_ad;
    const auto number = [](const auto &value) { return value ? kit::display::text(*value) : tr("None"); };
    const Ad *other = partner();
    const bool isShareKnown = m_compared.extent == Compared::Wholly && (other || !ad.partnerId);
    const QString url = QString(ad.clickUrl).remove(QStringLiteral("https://"));
    const QList<std::pair<QString, QString>> facts{
        {tr("Opens"), url},
        {tr("Audience"), ad.audience ? kit::display::text(*ad.audience) : tr("Everybody")},
        {tr("Region"), ad.region ? kit::regionName(*ad.region) : tr("All of India")},
        {tr("Category"), ad.categoryId ? m_categories.nameOf(*ad.categoryId) : tr("All")},
        {tr("Impression cap"), number(ad.impressionCap)},
        {tr("Per viewer and day"), number(ad.viewerDailyCap)},
        {tr("Priority · weight"), tr("%1 · %2").arg(ad.priority).arg(ad.weight)},
        {tr("Slot share"),
         isShareKnown ? tr("%1 %").arg(shareOf(ad, m_compared.all, m_categories)) : QStringLiteral("–")},
        {tr("Shares the place with"), isShareKnown
                                          ? tr("%Ln other(s)", nullptr, crowdOf(ad, m_compared.all, m_categories) - 1)
                                          : QStringLiteral("–")},
        {tr("A/B partner"), other          ? other->title
                            : ad.partnerId ? tr("Another campaign")
                                           : tr("None")},
        {tr("Created by"), ad.createdBy}};
    for (int row = 0; row < facts.size(); ++row) {
        auto *name = new kit::Label(m_kit.theme, Type::Small, "text2", this);
        auto *value = new kit::Label(m_kit.theme, Type::Small, "", this);
        name->say(facts[row].first);
        value->eliding()->say(facts[row].second);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_facts->addWidget(name, row, 0);
        m_facts->addWidget(value, row, 1);
        name->show(); // at once, so that the old ones do not leave a gap
        value->show();
    }
}

// The server's own rule, so that what is said here is what it allows.
void Detail::showRoom()
{
    const QString place = placeName(*m_ad, m_categories);
    if (isCrowded(*m_ad, m_compared.all, m_categories))
        m_room->say(tr("%Ln campaigns meet in %1, more than it shows at a time.", nullptr,
                       crowdOf(*m_ad, m_compared.all, m_categories))
                        .arg(place),
                    Tone::Warning);
    else if (m_compared.extent == Compared::Partly)
        m_room->clear();
    else
        m_room->say(
            tr("No conflict in %1 until %2.").arg(place, QLocale().toString(lastDay(*m_ad), QStringLiteral("d MMM"))),
            Tone::Success);
}

void Detail::showStatistics(const Result<AdStatistics> &statistics)
{
    if (statistics && m_ad && statistics->ad.id == m_ad->id)
        m_sparkline->show(statistics->days);
}

} // namespace ads
