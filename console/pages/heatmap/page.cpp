#include "console/pages/heatmap/page.h"

#include "console/kit/display.h"
#include "console/pages/heatmap/mapview.h"
#include "console/pages/heatmap/sidecard.h"
#include "console/pages/heatmap/timeline.h"
#include "shared/base/indiatime.h"

#include <QAction>
#include <QMenu>
#include <QProgressBar>
#include <QStackedWidget>

namespace heatmap {

using kit::Type;

namespace {

constexpr std::array<HeatMetric, 5> metrics{HeatMetric::Orders, HeatMetric::Gmv, HeatMetric::Buyers,
                                            HeatMetric::Vendors, HeatMetric::Searches};
constexpr int settleMs = 80;
constexpr int patienceMs = 150;

struct Length
{
    HeatStep step;
    int bars; // up to and including the one of now: the same days as everywhere else
};
constexpr std::array<Length, 3> lengths{{{HeatStep::Hour, 72}, {HeatStep::Day, 30}, {HeatStep::Month, 24}}};
constexpr int lengthFirst = 1; // in one hour of a young market nothing can be shown of enough people

Instant beginningOf(const Length &length, Instant now)
{
    const int earlier = length.bars - 1;
    switch (length.step) {
    case HeatStep::Hour: return india::hourOf(now).after(-earlier * hourMs);
    case HeatStep::Day: return india::dayOf(now).after(-earlier * dayMs);
    case HeatStep::Month: break;
    }
    const QDate today = india::dateOf(india::dayNumber(now));
    return india::startOf(india::dayNumber(QDate(today.year(), today.month(), 1).addMonths(-earlier)));
}

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : kit::Page(kit, parent)
    , m_title(new kit::Label(kit.theme, Type::Heading1, "", this))
    , m_subtitle(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_metric(new kit::Segments(kit.theme, this))
    , m_span(new kit::Segments(kit.theme, this))
    , m_tableButton(new kit::Button(kit.theme, QStringLiteral("table"), "", this))
    , m_layersButton(new kit::Button(kit.theme, QStringLiteral("layers"), "", this))
    , m_exportButton(new kit::Button(kit.theme, QStringLiteral("download"), "", this))
    , m_layers(new QMenu(this))
    , m_exports(new QMenu(this))
    , m_savePicture(m_exports->addAction(QString()))
    , m_saveTable(m_exports->addAction(QString()))
    , m_banner(new kit::Banner(kit.theme, this))
    , m_gapTrouble(new kit::Banner(kit.theme, this))
    , m_sparse(new kit::Banner(kit.theme, this))
    , m_progress(new QProgressBar(this))
    , m_stack(new QStackedWidget(this))
    , m_views(new QStackedWidget(this))
    , m_state(new kit::PageState(kit.theme, this))
    , m_map(new MapView(kit.theme, this))
    , m_zoomIn(new kit::IconButton(kit.theme, QStringLiteral("zoom-in"), m_map))
    , m_zoomOut(new kit::IconButton(kit.theme, QStringLiteral("zoom-out"), m_map))
    , m_zoomWhole(new kit::IconButton(kit.theme, QStringLiteral("maximize"), m_map))
    , m_play(new kit::IconButton(kit.theme, QStringLiteral("play"), this))
    , m_timeline(new Timeline(kit.theme, this))
    , m_side(new SideCard(kit.theme, this))
    , m_table(new kit::TableView(kit.theme, m_rows, this))
{
    m_map->setObjectName(QStringLiteral("map"));
    m_table->setObjectName(QStringLiteral("table"));
    m_play->setObjectName(QStringLiteral("play"));
    m_tableButton->setObjectName(QStringLiteral("asTable"));
    m_timeline->setObjectName(QStringLiteral("timeline"));
    m_beat.setSingleShot(true);
    m_settling.setSingleShot(true);
    m_settling.setInterval(settleMs);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    addColumns();
    build();
    retranslate();
    m_span->choose(lengthFirst);
    addActions();
}

void Page::addColumns()
{
    m_rows.show(&PlaceRow::place, &PlaceRow::kind, &PlaceRow::count, &PlaceRow::amount, &PlaceRow::previousCount,
                &PlaceRow::stores);
    auto &place = m_rows.column(&PlaceRow::place);
    place.heading.stretches = true;
    place.heading.width = 200;
    m_rows.column(&PlaceRow::kind).look = kit::Cell::Look::Quiet;
    m_rows.column(&PlaceRow::kind).heading.width = 190;
    m_rows.column(&PlaceRow::previousCount).heading.priority = 2;
    m_rows.column(&PlaceRow::stores).heading.priority = 1;
    m_rows.settle();
}

void Page::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *words = kit::column(2);
    words->addWidget(m_title);
    words->addWidget(m_subtitle->eliding());
    auto *head = kit::row(theme.px(8));
    head->addLayout(words, 1);
    head->addWidget(m_tableButton, 0, Qt::AlignTop);
    head->addWidget(m_layersButton, 0, Qt::AlignTop);
    head->addWidget(m_exportButton, 0, Qt::AlignTop);
    auto *choices = kit::row(theme.px(8));
    choices->addWidget(m_metric);
    choices->addStretch(1);
    choices->addWidget(m_span);

    auto *board = new QFrame(this);
    kit::wear(board, "card");
    auto *tableCard = kit::column(0);
    tableCard->setContentsMargins(1, 1, 1, 1);
    tableCard->addWidget(m_table);
    board->setLayout(tableCard);
    m_views->addWidget(buildMap());
    m_views->addWidget(board);
    auto *content = new QWidget(this);
    auto *beside = kit::row(theme.px(12));
    beside->setContentsMargins(0, 0, 0, 0);
    beside->addWidget(m_views, 1);
    beside->addWidget(m_side);
    content->setLayout(beside);
    m_stack->addWidget(m_state);
    m_stack->addWidget(content);

    auto *layout = kit::column(theme.px(12));
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16));
    layout->addLayout(head);
    layout->addLayout(choices);
    layout->addWidget(m_banner);
    layout->addWidget(m_gapTrouble);
    layout->addWidget(m_sparse);
    layout->addWidget(m_stack, 1);
    setLayout(layout);
}

QWidget *Page::buildMap()
{
    const kit::Theme &theme = m_kit.theme;
    auto *card = new QFrame(this);
    kit::wear(card, "card");
    auto *zoom = kit::column(theme.px(4));
    zoom->setContentsMargins(theme.px(10), theme.px(10), theme.px(10), theme.px(10));
    for (kit::IconButton *button : {m_zoomIn, m_zoomOut, m_zoomWhole})
        zoom->addWidget(button, 0, Qt::AlignRight);
    zoom->addStretch(1);
    m_map->setLayout(zoom);
    auto *time = kit::row(theme.px(12));
    time->setContentsMargins(theme.px(14), theme.px(6), theme.px(14), theme.px(6));
    time->addWidget(m_play);
    time->addWidget(m_timeline, 1);
    m_progress->setObjectName(QStringLiteral("progress"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(2);
    QSizePolicy keepsPlace = m_progress->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsPlace);
    m_progress->hide();
    auto *layout = kit::column(0);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_map, 1);
    layout->addWidget(kit::line(card));
    layout->addLayout(time);
    card->setLayout(layout);
    return card;
}

void Page::addActions()
{
    for (const auto layer :
         {MapView::Layer::Density, MapView::Layer::Stores, MapView::Layer::Gaps, MapView::Layer::Cities}) {
        QAction *action = m_layerActions.at(int(layer));
        action->setCheckable(true);
        action->setChecked(m_map->shows(layer));
        connect(action, &QAction::toggled, this,
                [this, layer](bool isOn) { isOn ? m_map->showLayer(layer) : m_map->hideLayer(layer); });
    }
    m_layersButton->setMenu(m_layers);
    m_exportButton->setMenu(m_exports);
    m_tableButton->setCheckable(true);
    connect(m_tableButton, &QPushButton::toggled, this, [this](bool isOn) { m_views->setCurrentIndex(isOn); });
    connect(m_metric, &kit::Segments::chosenChanged, this, &Page::fetchSeries);
    connect(m_span, &kit::Segments::chosenChanged, this, &Page::fetchSeries);
    connect(m_timeline, &QAbstractSlider::valueChanged, this, [this] {
        m_seeksLeft = 0;
        m_timeline->isSliderDown() ? m_settling.start() : fetchMap();
    });
    connect(&m_settling, &QTimer::timeout, this, &Page::fetchMap);
    connect(m_timeline, &Timeline::played, this, &Page::play);
    connect(m_map, &MapView::played, this, &Page::play);
    connect(m_play, &QToolButton::clicked, this, &Page::play);
    connect(m_zoomIn, &QToolButton::clicked, m_map, [this] { m_map->zoom(1.5); });
    connect(m_zoomOut, &QToolButton::clicked, m_map, [this] { m_map->zoom(1 / 1.5); });
    connect(m_zoomWhole, &QToolButton::clicked, m_map, [this] { m_map->zoomOut(); });
    connect(m_banner, &kit::Banner::acted, this, &Page::refresh);
    connect(m_gapTrouble, &kit::Banner::acted, this, [this] {
        fetchGaps();
        fetchGapsThen();
    });
    connect(&m_patience, &QTimer::timeout, this,
            [this] { m_progress->setVisible(m_isSeriesUnderWay || m_isMapUnderWay); });
    connect(m_sparse, &kit::Banner::acted, this, &Page::lengthen);
    connect(m_state, &kit::PageState::acted, this, [this] { isQuiet() ? lengthen() : refresh(); });
    connect(&m_beat, &QTimer::timeout, this, &Page::step);
    connect(m_savePicture, &QAction::triggered, this,
            [this] { askWhere(tr("Save the map"), QStringLiteral("heatmap.png"), &Page::savePicture); });
    connect(m_saveTable, &QAction::triggered, this,
            [this] { askWhere(tr("Save the figures"), QStringLiteral("heatmap.csv"), &Page::saveTable); });
}

HeatMetric Page::metric() const
{
    return metrics[std::size_t(std::clamp(m_metric->chosen(), 0, int(metrics.size()) - 1))];
}

ReadHeatSeries Page::span() const
{
    const Length length = lengths[std::size_t(std::clamp(m_span->chosen(), 0, int(lengths.size()) - 1))];
    const Instant now = m_kit.clock.now();
    return {.metric = metric(), .from = beginningOf(length, now), .to = now, .step = length.step};
}

void Page::refresh()
{
    fetchSeries();
}

void Page::fetchSeries()
{
    stop();
    const int asked = ++m_askedSeries;
    m_isSeriesUnderWay = true;
    showProgress();
    // Those of another time say nothing about this one.
    if (std::exchange(m_gapsSpan, m_span->chosen()) != m_span->chosen())
        forgetGaps();
    whenDone(this, m_kit.api.call(api::readHeatSeries, span()), [this, asked](const Result<HeatSeries> &series) {
        if (asked != m_askedSeries)
            return;
        m_isSeriesUnderWay = false;
        take(series);
        showProgress();
    });
    fetchGaps();
}

// What is on screen stays while the next is under way, and this says that it is the one before. Playing shows by itself
// that it goes on.
void Page::showProgress()
{
    if (!m_isSeriesUnderWay && (!m_isMapUnderWay || m_isPlaying)) {
        m_patience.stop();
        m_progress->hide();
    } else if (!m_progress->isVisible() && !m_patience.isActive()) {
        m_patience.start();
    }
}

void Page::take(const Result<HeatSeries> &series)
{
    if (!series) {
        m_hasSeries ? m_banner->showTrouble(series.error()) : m_state->showTrouble(series.error());
        showGapTrouble();
        return;
    }
    const bool isSame = m_hasSeries && m_timeline->series().step == series->step;
    m_banner->clear();
    m_hasSeries = true;
    showGapTrouble();
    m_map->startScale();
    {
        const QSignalBlocker quiet(m_timeline);
        m_timeline->show(*series, metric());
    }
    if (!isSame)
        startSeeking();
    m_timeline->update();
    showState();
    fetchMap();
}

void Page::showState()
{
    if (isQuiet()) {
        m_state->showEmpty(QStringLiteral("map"), tr("Nothing happened in this time"),
                           longer().isEmpty() ? tr("Choose something else to look at.")
                                              : tr("Choose a longer time, or something else to look at."),
                           longer().isEmpty() ? QString() : tr("Show %1").arg(longer()));
        m_sparse->clear();
    }
    m_stack->setCurrentIndex(isQuiet() ? 0 : 1);
}

void Page::fetchMap()
{
    m_settling.stop();
    const HeatBar *bar = m_timeline->chosen();
    if (!bar)
        return;
    const int asked = ++m_asked;
    m_isMapUnderWay = true;
    showProgress();
    whenDone(this, m_kit.api.call(api::readHeatMap, {.metric = metric(), .from = bar->from, .to = bar->to}),
             [this, asked](const Result<HeatMap> &map) {
                 if (asked != m_asked)
                     return;
                 m_isMapUnderWay = false;
                 take(map);
                 showProgress();
             });
}

void Page::take(const Result<HeatMap> &map)
{
    if (!map) {
        stop();
        m_banner->showTrouble(map.error());
        return;
    }
    m_banner->clear();
    if (seekOn(*map))
        return;
    m_figures = *map;
    m_map->show(m_figures);
    m_gapsThen = {}; // what another time lacked is not said of this one
    m_gapThenError.reset();
    showSparse();
    showFigures();
    if (m_isPlaying)
        m_beat.start(playMs());
    else
        fetchGapsThen();
}

void Page::showFigures()
{
    const HeatBar *bar = m_timeline->chosen();
    const QString time = bar ? Timeline::nameOf(m_timeline->series().step, *bar) : QString();
    m_side->show(time, m_figures, m_gapsThen);
    m_rows.setRows(placesOf(m_figures, m_gapsThen));
    const QString peak = m_figures.cities.isEmpty() ? QString() : CityRows::nameOf(m_figures.cities.constFirst().city);
    m_map->setAccessibleName(tr("Map of India. %1, %2: %3. %4")
                                 .arg(SideCard::nameOf(m_figures.metric), time,
                                      m_figures.metric == HeatMetric::Gmv ? kit::display::rounded(m_figures.amount)
                                                                          : kit::display::text(m_figures.count),
                                      peak.isEmpty() ? QString() : tr("Most in %1.").arg(peak)));
}

void Page::retranslate()
{
    m_title->say(tr("Heatmap"));
    m_subtitle->say(tr("Where orders, buyers and vendors are, and when"));
    m_metric->offer({tr("Orders"), tr("GMV"), tr("Buyers"), tr("Vendors"), tr("Searches in vain")});
    m_metric->setAccessibleName(tr("What is shown"));
    m_spanNames = {tr("3 days"), tr("30 days"), tr("2 years")};
    m_span->offer(m_spanNames);
    m_span->setAccessibleName(tr("Time"));
    m_tableButton->say(tr("Table"));
    m_layersButton->say(tr("Layers"));
    m_exportButton->say(tr("Export"));
    if (m_layerActions.isEmpty())
        for (int i = 0; i < 4; ++i)
            m_layerActions += m_layers->addAction(QString());
    const QStringList layers{tr("Heat"), tr("Vendors"), tr("Gaps: demand without vendors"), tr("Cities")};
    for (int i = 0; i < layers.size(); ++i)
        m_layerActions[i]->setText(layers[i]);
    m_savePicture->setText(tr("Map as picture (PNG)…"));
    m_saveTable->setText(tr("Figures as table (CSV)…"));
    m_zoomIn->say(tr("Zoom in"));
    m_zoomOut->say(tr("Zoom out"));
    m_zoomWhole->say(tr("Whole country"));
    m_play->say(m_isPlaying ? tr("Pause") : tr("Play"));
    m_timeline->setAccessibleName(tr("Time on the map"));
    m_table->setAccessibleName(tr("Figures of the map"));
    m_side->retranslate();
    m_rows.retranslate();
    showFigures();
    if (!m_hasSeries)
        return;
    showState();
    showSparse();
}

} // namespace heatmap
