#include "console/pages/ads/page.h"

#include "console/kit/display.h"
#include "console/kit/pagestate.h"
#include "console/pages/ads/detail.h"
#include "console/pages/ads/figures.h"
#include "console/pages/ads/timeline.h"

#include <QStackedWidget>
#include <QTimer>

namespace ads {

using kit::Tone;
using kit::Type;

namespace {

constexpr int nudgePauseMs = 400;
constexpr int categoriesRetryMax = 300; // seconds
constexpr int pagesMax = 5;             // of 100 campaigns each, in one stretch of time

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : kit::Page(kit, parent)
    , m_thumbs(kit)
    , m_title(new kit::Label(kit.theme, Type::Heading1, "", this))
    , m_subtitle(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_range(new kit::Label(kit.theme, Type::BodyStrong, "", this))
    , m_views(new kit::Segments(kit.theme, this))
    , m_add(new kit::Button(kit.theme, QStringLiteral("plus"), "primary", this))
    , m_today(new kit::Button(kit.theme, {}, "", this))
    , m_back(new kit::IconButton(kit.theme, QStringLiteral("chevron-left"), this))
    , m_on(new kit::IconButton(kit.theme, QStringLiteral("chevron-right"), this))
    , m_calendarBar(new QWidget(this))
    , m_banner(new kit::Banner(kit.theme, this))
    , m_categoryTrouble(new kit::Banner(kit.theme, this))
    , m_conflict(new kit::Banner(kit.theme, this))
    , m_stack(new QStackedWidget(this))
    , m_state(new kit::PageState(kit.theme, this))
    , m_timeline(new Timeline(kit.theme, m_thumbs, m_categories, this))
    , m_table(new kit::TableView(kit.theme, m_ads, this))
    , m_figures(new Figures(kit, this))
    , m_detailPlace(new QWidget(this))
    , m_detail(new Detail(kit, m_thumbs, this))
    , m_stretch(stretchAround(Zoom::Week, today()))
{
    addColumns();
    build();
    bindKeys();
    m_pace.setSingleShot(true);
    m_pace.setInterval(nudgePauseMs);
    retranslate();
    m_views->choose(WeekView);

    listen();
}

void Page::listen()
{
    connect(m_views, &kit::Segments::chosenChanged, this, &Page::switchView);
    connect(m_add, &QPushButton::clicked, this, &Page::add);
    connect(m_today, &QPushButton::clicked, this, [this] { goTo(today()); });
    connect(m_back, &QToolButton::clicked, this, [this] { turn(-1); });
    connect(m_on, &QToolButton::clicked, this, [this] { turn(1); });
    connect(m_state, &kit::PageState::acted, this, [this] { m_hasLoaded ? add() : refresh(); });
    connect(m_banner, &kit::Banner::acted, this, &Page::refresh);
    connect(m_categoryTrouble, &kit::Banner::acted, this, &Page::fetchCategories);
    m_categoriesRetry.setSingleShot(true);
    connect(&m_categoriesRetry, &QTimer::timeout, this, &Page::fetchCategories);
    connect(m_conflict, &kit::Banner::acted, this, &Page::followSuggestion);
    connect(&m_pace, &QTimer::timeout, this, &Page::send);
    connect(m_timeline, &Timeline::chosenChanged, this, &Page::showDetail);
    connect(m_timeline, &Timeline::opened, this, &Page::edit);
    connect(m_timeline, &Timeline::dragged, this, [this](const QString &id, Instant start, Instant end) {
        move(id, start, end);
        send();
    });
    connect(m_timeline, &Timeline::nudged, this, &Page::move);
    connect(m_timeline, &Timeline::pauseAsked, this, &Page::pause);
    connect(m_timeline, &Timeline::duplicateAsked, this, &Page::duplicate);
    connect(m_timeline, &Timeline::removeAsked, this, &Page::remove);
    connect(m_timeline, &Timeline::zoomAsked, this, &Page::zoomBy);
    connect(m_timeline, &Timeline::panAsked, this, &Page::turn);
    connect(m_table, &kit::TableView::chosenChanged, this, &Page::showDetail);
    connect(m_table, &kit::TableView::opened, this, &Page::edit);
    connect(&m_ads, &kit::TableModel::failed, this, &Page::showFailure);
    connect(&m_ads, &kit::TableModel::loaded, this, [this] {
        m_banner->clear();
        describe();
    });
    connect(m_detail, &Detail::editAsked, this, &Page::edit);
    connect(m_detail, &Detail::pauseAsked, this, &Page::pause);
    connect(m_detail, &Detail::duplicateAsked, this, &Page::duplicate);
    connect(m_detail, &Detail::removeAsked, this, &Page::remove);
}

Zoom Page::zoom() const
{
    switch (m_views->chosen()) {
    case DayView: return Zoom::Day;
    case MonthView: return Zoom::Month;
    default: return Zoom::Week;
    }
}

void Page::switchView(int view)
{
    const bool isCalendar = view <= MonthView;
    // What was said of a move in the calendar says nothing beside a table or figures.
    if (!isCalendar || m_stack->currentIndex() != TimelineContent)
        forgetTrouble();
    m_calendarBar->setVisible(isCalendar);
    m_detailPlace->setVisible(view != FiguresView);
    if (isCalendar) {
        const Ad *ad = find(m_timeline->chosen());
        const QDate middle = m_stretch.from.addDays(m_stretch.days / 3);
        goTo(ad ? firstDay(*ad) : today() >= m_stretch.from && today() < m_stretch.until() ? today() : middle);
    } else if (view == TableView) {
        m_ads.refresh();
    } else {
        m_figures->refresh();
    }
    showContent();
    describe();
}

void Page::turn(int by)
{
    m_stretch = turned(zoom(), m_stretch, by);
    fetch();
}

void Page::goTo(QDate day)
{
    m_stretch = stretchAround(zoom(), day);
    fetch();
}

void Page::zoomBy(int by)
{
    m_views->choose(std::clamp(m_views->chosen() + by, int(DayView), int(MonthView)));
}

void Page::refresh()
{
    if (!m_hasLoaded) {
        m_state->showLoading();
        m_stack->setCurrentIndex(StateContent);
    }
    m_surroundings.reset();
    ++m_askedAround; // what is on its way was asked before
    fetchCategories();
    fetch();
    if (m_views->chosen() == TableView)
        m_ads.refresh();
    if (m_views->chosen() == FiguresView)
        m_figures->refresh();
}

void Page::fetch()
{
    ++m_asked;
    m_range->say(spanText(m_stretch.from, m_stretch.until().addDays(-1)));
    m_timeline->show(m_shown, m_stretch, today());
    fetchMore(m_stretch, {}, {}, 0);
}

// A stretch of time with more campaigns than one page holds is put together from several.
void Page::fetchMore(const Stretch &stretch, const std::optional<QString> &cursor, QList<Ad> sofar, int pages)
{
    const ListAllAds query{
        .limit = pageLimitMax, .cursor = cursor, .from = startOf(stretch.from), .until = startOf(stretch.until())};
    kit::whenDone(this, m_kit.api.call(api::listAllAds, query),
                  [this, stretch, sofar, pages, asked = m_asked](const Result<::Page<Ad>> &page) {
                      if (asked != m_asked)
                          return;
                      if (!page) {
                          showFailure(page.error());
                          return;
                      }
                      const QList<Ad> all = sofar + page->items;
                      if (page->nextCursor && pages + 1 < pagesMax)
                          fetchMore(stretch, page->nextCursor, all, pages + 1);
                      else
                          showAds(all, page->nextCursor ? Extent::Cut : Extent::Whole);
                  });
}

void Page::fetchCategories()
{
    kit::whenDone(this, m_kit.api.call(api::listCategories), [this](const Result<QList<Category>> &categories) {
        if (!categories) {
            const int seconds = qBound(1, categories.error().retryAfterSeconds, categoriesRetryMax);
            if (m_categories.sorted().isEmpty() && categories.error().retryAfterSeconds > 0)
                m_categoriesRetry.start(seconds * secondMs);
            showCategoryTrouble(categories.error());
            return;
        }
        m_categoryTrouble->clear();
        m_categories.take(*categories);
        m_timeline->show(m_shown, m_stretch, today());
        markConflicts();
        showDetail(m_timeline->chosen());
    });
}

void Page::fetchStatistics()
{
    if (!m_detail->ad())
        return;
    const Ad ad = *m_detail->ad();
    const AdPeriod period{.from = std::max(ad.startDate, ad.endDate.after(-qint64(adDaysMax) * dayMs)),
                          .until = std::min(m_kit.clock.now(), ad.endDate)};
    if (*period.until <= *period.from)
        return;
    kit::whenDone(this, m_kit.api.call(api::readAdStatistics, period, ad.id),
                  [this, id = ad.id](const Result<AdStatistics> &statistics) {
                      if (m_detail->ad() && m_detail->ad()->id == id)
                          m_detail->showStatistics(statistics);
                  });
}

// An earlier tree is better than none; without one nothing can be said of who meets whom.
void Page::showCategoryTrouble(const Error &error)
{
    if (m_categories.isKnown())
        return;
    m_categoryTrouble->say(
        [error] {
            return kit::Banner::Words{tr("The categories could not be fetched, so not every conflict is known. %1")
                                          .arg(kit::display::trouble(error)),
                                      tr("Try again")};
        },
        Tone::Warning);
}

void Page::showAds(QList<Ad> ads, Extent extent)
{
    m_isCut = extent == Extent::Cut;
    m_hasLoaded = true;
    m_banner->clear();
    // Moves that are on their way stay on screen as they were made.
    QList<Move> moves = m_queue;
    if (m_sending)
        moves.prepend(*m_sending);
    for (Ad &ad : ads)
        for (const Move &move : std::as_const(moves))
            if (move.id == ad.id)
                std::tie(ad.startDate, ad.endDate) = std::pair(move.start, move.end);
    m_shown = ads;
    m_thumbs.want(ads);
    if (const auto &ad = m_detail->ad(); ad && extent == Extent::Whole && !find(ad->id.text()) && isOnScreen(*ad))
        m_detail->clear(); // somebody else has removed it
    m_timeline->show(m_shown, m_stretch, today());
    markConflicts();
    const QString wanted = m_wanted.isEmpty() ? m_timeline->chosen() : std::exchange(m_wanted, {});
    if (find(wanted)) {
        m_timeline->choose(wanted);
        showDetail(wanted);
    } else if (!m_shown.isEmpty() && m_timeline->chosen().isEmpty()) {
        const auto running =
            std::find_if(m_shown.cbegin(), m_shown.cend(), [](const Ad &ad) { return ad.state == AdState::Running; });
        m_timeline->choose((running == m_shown.cend() ? m_shown.constFirst() : *running).id.text());
    }
    showContent();
    describe();
}

void Page::showContent()
{
    if (!m_hasLoaded)
        return;
    const int view = m_views->chosen();
    m_stack->setCurrentIndex(view == TableView ? TableContent : view == FiguresView ? FiguresContent : TimelineContent);
}

void Page::showFailure(const Error &error)
{
    if (m_hasLoaded) {
        m_banner->showTrouble(error);
        return;
    }
    m_state->showTrouble(error);
    m_stack->setCurrentIndex(StateContent);
}

void Page::describe()
{
    if (!m_hasLoaded)
        return;
    if (m_views->chosen() == FiguresView)
        return m_subtitle->say(tr("How campaigns did in the chosen time"));
    // The calendar shows some days, the table every campaign there is.
    const bool isTable = m_views->chosen() == TableView;
    const QList<Ad> &ads = isTable ? m_ads.rows() : m_shown;
    const qint64 count = isTable ? m_ads.total().value_or(ads.size()) : ads.size();
    const auto running =
        std::count_if(ads.cbegin(), ads.cend(), [](const Ad &ad) { return ad.state == AdState::Running; });
    const bool isCut = !isTable && m_isCut;
    QString words = isCut ? tr("The first %Ln campaign(s) of this time; a shorter one shows all", nullptr, int(count))
                          : tr("%Ln campaign(s)", nullptr, int(count));
    if (count == ads.size() && !isCut)
        words += QStringLiteral(" · ") + tr("%Ln running", nullptr, int(running));
    m_subtitle->say(count > 0 ? words : isTable ? QString() : tr("No campaigns in this time"));
}

bool Page::isOnScreen(const Ad &ad) const
{
    return firstDay(ad) < m_stretch.until() && lastDay(ad) >= m_stretch.from;
}

const Ad *Page::find(const QString &id) const
{
    for (const Ad &ad : m_shown)
        if (ad.id.text() == id)
            return &ad;
    return m_ads.find(id);
}

void Page::showDetail(const QString &id)
{
    const Ad *ad = find(id);
    if (!ad) {
        m_detail->clear();
        return;
    }
    const bool isNew = !m_detail->ad() || m_detail->ad()->id != ad->id;
    m_thumbs.want({*ad});
    showCompared(*ad);
    if (isNew)
        fetchStatistics();
    if (!isSurrounded(*ad))
        fetchAround(Ad(*ad));
    if (m_timeline->chosen() != id)
        m_timeline->choose(id);
    if (m_table->isVisible())
        m_table->choose(id);
}

void Page::reveal(const QString &object)
{
    m_wanted = object;
    kit::whenDone(this, m_kit.api.call(api::readAd, Id<Ad>::parse(object)), [this](const Result<Ad> &ad) {
        if (!ad) {
            showTrouble(ad.error());
            return;
        }
        goTo(firstDay(*ad));
    });
}

// Another admin may have changed what is on screen, or taken the place that somebody is about to choose.
void Page::hear(const LiveEvent &event)
{
    if (event.kind == LiveKind::AdChanged)
        noteNews();
}

void Page::put(const Ad &ad)
{
    const auto shown = std::find_if(m_shown.begin(), m_shown.end(), [&](const Ad &each) { return each.id == ad.id; });
    if (shown == m_shown.end())
        m_shown += ad;
    else
        *shown = ad;
    for (Ad &each : m_around)
        if (each.id == ad.id)
            each = ad;
    if (m_ads.find(ad.id.text()) || m_views->chosen() == TableView)
        m_ads.put(ad);
    m_thumbs.want({ad});
    m_timeline->show(m_shown, m_stretch, today());
    markConflicts();
    if (m_detail->ad() && m_detail->ad()->id == ad.id)
        showDetail(ad.id.text()); // its slot, time or partner may be another now
    describe();
}

} // namespace ads
