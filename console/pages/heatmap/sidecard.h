#pragma once

// Beside the map: the figures of the chosen time in words, what is missing somewhere, and the largest cities.

#include "console/kit/controls.h"
#include "console/pages/heatmap/cityrows.h"

class QListView;

namespace heatmap {

class SideCard : public QWidget
{
    Q_OBJECT

public:
    explicit SideCard(const kit::Theme &theme, QWidget *parent = nullptr);

    void show(const QString &time, const HeatMap &map, const HeatGaps &gaps);
    void retranslate();
    static QString nameOf(HeatMetric metric);

private:
    void buildFigures();
    kit::Label *addFact(QLayout *to, kit::Label *name);
    void showGap(const HeatGaps &gaps);

    const kit::Theme &m_theme;
    CityRows m_rows;
    QFrame *m_figures, *m_notice;
    kit::Label *m_time;
    kit::Label *m_countName, *m_changeName, *m_peakName, *m_coverageName, *m_hiddenName;
    kit::Label *m_count, *m_change, *m_peak, *m_coverage, *m_hidden;
    kit::Label *m_gap;
    kit::Label *m_citiesTitle, *m_noCities;
    QListView *m_cities;
};

} // namespace heatmap
