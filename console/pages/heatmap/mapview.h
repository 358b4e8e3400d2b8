#pragma once

// The map: states, the heat over them, stores, gaps and cities. Zoomed with the wheel, + and −, moved by dragging and
// with the arrows; the cell and the state under the pointer (or the state chosen with Page Up and Page Down) tell their
// figures. The page shows the same numbers as a table for who cannot see this.

#include "console/kit/theme.h"
#include "console/pages/heatmap/camera.h"
#include "console/pages/heatmap/density.h"
#include "console/pages/heatmap/india.h"
#include "shared/base/cities.h"
#include "shared/contract/heatmap.h"

#include <QHash>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <array>
#include <memory>
#include <optional>

namespace heatmap {

class MapView : public QWidget
{
    Q_OBJECT

public:
    enum class Layer { Density, Stores, Gaps, Cities };

    explicit MapView(const kit::Theme &theme, QWidget *parent = nullptr);

    const India &india() const { return m_india; }
    // Another metric, step or time begins with a scale of its own; within one the colours mean the same all the time.
    void startScale() { m_full = 0; }
    void show(const HeatMap &map);
    void show(const HeatGaps &gaps);
    void showLayer(Layer layer);
    void hideLayer(Layer layer);
    bool shows(Layer layer) const { return m_layers[std::size_t(layer)]; }

    void zoom(double factor);
    void zoomOut(); // to the whole country
    double scale() const { return m_camera.scale; }
    // The whole map at twice its size, as it is shared with others.
    QImage picture();
    // As soon as whatever is being made on other threads is there; for tests and pictures.
    bool isSettled() const { return m_warming == 0 && !m_idle.isActive(); }
    // How often what is kept while the camera moves was made anew.
    int timesLaid() const { return m_laid; }
    // What the tip says, line by line; empty without one.
    QStringList tip() const;
    // Where a place is in the widget.
    QPointF pixelOf(double latitude, double longitude) const;

Q_SIGNALS:
    void played(); // Space

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    // What is kept while the camera moves: the land with its heat, larger than the widget, so that no edge shows at
    // once.
    struct Ground
    {
        QPixmap pixmap;
        Camera camera; // of the pixmap, whose size is its own
    };

    // While moving, what is kept is shown shifted and stretched; at rest it is made anew.
    enum class Motion { Moving, Resting };
    void look(const Camera &camera, Motion motion);
    double scaleMin() const;
    void warm();
    void take(const std::shared_ptr<const Warmth> &warmth, const Camera &camera);
    void layGround();
    std::vector<QRgb> ramp() const;
    QList<Spot> spotsFor(const Camera &camera, double shrink) const;
    qint64 valueOf(const HeatCell &cell) const;
    void point(const State *state, const QPointF &at);
    void meetCell();
    std::optional<HeatCell> cellAt(const QPointF &pixel) const;
    void chooseState(int by);

    void paintMarks(QPainter &painter);
    void paintCities(QPainter &painter);
    const QPixmap &written(const QString &name);
    void paintTip(QPainter &painter);
    void paintLegend(QPainter &painter);
    using Facts = QList<QPair<QString, QString>>;
    Facts factsOf(qint64 count, Money amount) const;
    Facts factsOf(const State &state) const;
    // The first line of the tip alone, the others as a name and a figure.
    std::pair<QString, Facts> told() const;

    const kit::Theme &m_theme;
    const India m_india;
    const Cities m_cities;
    HeatMap m_map;
    HeatGaps m_gaps;
    std::array<bool, 4> m_layers{true, false, true, true};

    Camera m_camera;
    bool m_isWhole = true; // the camera follows the widget's size until somebody zooms
    Ground m_ground;
    int m_laid = 0;
    QImage m_heat; // at a third of the ground's size
    Camera m_heatCamera;
    float m_full = 0;
    int m_warming = 0;
    bool m_isWarmAgain = false;
    QTimer m_idle;

    // Names of cities with the halo around them: outlining letters takes longer than all the rest of a picture.
    QHash<QString, QPixmap> m_written;

    const State *m_pointed = nullptr;
    std::optional<HeatCell> m_cell; // under the pointer
    QPointF m_pointer;
    bool m_isPointing = false; // the mouse is over the map and the keys have not taken over
    QPointF m_dragFrom;
    bool m_isDragging = false;
};

} // namespace heatmap
