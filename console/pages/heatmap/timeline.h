#pragma once

// The hours, days or months of the time that is looked at, as bars; one of them is on the map. It is a slider: dragged,
// or moved with the arrows, Home and End, and a screen reader hears which bar it is.

#include "console/kit/theme.h"
#include "shared/contract/heatmap.h"

#include <QAbstractSlider>

namespace heatmap {

class Timeline : public QAbstractSlider
{
    Q_OBJECT

public:
    explicit Timeline(const kit::Theme &theme, QWidget *parent = nullptr);

    void show(const HeatSeries &series, HeatMetric metric);
    const HeatSeries &series() const { return m_series; }
    const HeatBar *chosen() const;

    static QString nameOf(HeatStep step, const HeatBar &bar); // "Fri 20 Nov, 11:00–12:00"
    static QString shortNameOf(HeatStep step, const HeatBar &bar);

    QSize sizeHint() const override;

Q_SIGNALS:
    void played(); // Space

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void sliderChange(SliderChange change) override;

private:
    QRectF barArea() const;
    int barAt(double x) const;
    qint64 valueOf(const HeatBar &bar) const;
    void paintScale(QPainter &painter, const QRectF &area);

    const kit::Theme &m_theme;
    HeatSeries m_series;
    HeatMetric m_metric = HeatMetric::Orders;
};

} // namespace heatmap
