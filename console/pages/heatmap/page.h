#pragma once

// Where the market happens, hour by hour: a map with a time slider, the figures beside it, and the same as a table.

#include "console/kit/banner.h"
#include "console/kit/contracttable.h"
#include "console/kit/page.h"
#include "console/kit/pagestate.h"
#include "console/kit/segments.h"
#include "console/kit/tableview.h"
#include "console/pages/heatmap/cityrows.h"
#include "console/pages/heatmap/export.h"

#include <QTimer>

class QListView;
class QMenu;
class QProgressBar;
class QStackedWidget;

namespace heatmap {

class MapView;
class SideCard;
class Timeline;

class Page : public kit::Page
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;

    // What the buttons of the export menu write; for tests without a file dialog.
    QByteArray table() const;
    bool isPlaying() const { return m_isPlaying; }

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    QWidget *buildMap();
    void addColumns();
    void addActions();
    HeatMetric metric() const;
    ReadHeatSeries span() const;

    void fetchSeries();
    void fetchMap();
    void showProgress();
    void take(const Result<HeatSeries> &series);
    void take(const Result<HeatMap> &map);
    void showFigures();
    void showState();

    // gaps.cpp
    void fetchGaps();
    void fetchGapsThen();
    void forgetGaps();
    void takeGaps(const Result<HeatGaps> &gaps);
    void showGapTrouble();

    // opening.cpp: the newest time that has something to show.
    void startSeeking();
    bool seekOn(const HeatMap &map);
    int lastWithCount(int below) const;
    void showTime(int bar);
    void showSparse();
    bool isQuiet() const;   // nothing happened in all of the time
    QString longer() const; // the next longer time; empty when there is none
    void lengthen();

    void play();
    void stop();
    void step();
    int playMs() const;
    void askWhere(const QString &title, const QString &name, void (Page::*save)(const QString &));
    void savePicture(const QString &path);
    void saveTable(const QString &path);
    enum class Outcome { Saved, Failed };
    void tell(Outcome outcome, const QString &path);

    kit::Label *m_title, *m_subtitle;
    kit::Segments *m_metric, *m_span;
    QStringList m_spanNames;
    kit::Button *m_tableButton, *m_layersButton, *m_exportButton;
    QMenu *m_layers, *m_exports;
    QList<QAction *> m_layerActions;
    QAction *m_savePicture, *m_saveTable;
    kit::Banner *m_banner;
    kit::Banner *m_gapTrouble;
    kit::Banner *m_sparse; // too few people to say where
    QProgressBar *m_progress;
    QStackedWidget *m_stack, *m_views;
    kit::PageState *m_state;
    MapView *m_map;
    kit::IconButton *m_zoomIn, *m_zoomOut, *m_zoomWhole, *m_play;
    Timeline *m_timeline;
    SideCard *m_side;
    kit::ContractTable<PlaceRow> m_rows;
    kit::TableView *m_table;

    HeatMap m_figures;
    HeatGaps m_gaps, m_gapsThen; // of the whole time, and of the chosen bar
    int m_gapsSpan = -1;
    std::optional<Error> m_gapError, m_gapThenError; // of the whole time, and of the chosen bar
    bool m_hasSeries = false;
    int m_seeksLeft = 0; // bars that are looked at before the first one is shown
    int m_soughtFrom = 0;
    int m_asked = 0, m_askedSeries = 0, m_askedGaps = 0, m_askedGapsThen = 0; // only the newest question counts
    bool m_isPlaying = false;
    QTimer m_settling; // of the slider: what is passed over is not asked for
    QTimer m_beat;
    QTimer m_patience; // a quick answer does not flicker
    bool m_isSeriesUnderWay = false, m_isMapUnderWay = false;
};

} // namespace heatmap
