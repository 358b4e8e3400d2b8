#include "console/pages/heatmap/mapview.h"

#include "console/kit/display.h"
#include "console/kit/regions.h"
#include "shared/base/geo.h"
#include "shared/base/geocell.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <QThreadPool>
#include <QWheelEvent>

#include <cmath>

namespace heatmap {

namespace {

constexpr double heatShrink = 3;     // the heat is soft, a third of the pixels are enough
constexpr double groundMargin = 0.3; // of the widget on each side
constexpr int idleMs = 70;           // after the last movement the ground is laid anew
constexpr double keyStep = 60;       // pixels
constexpr double keyZoom = 1.3;
constexpr double edge = 18;
constexpr double pointReach = 6; // pixels

// How far the warmth of a cell reaches, in units of the map.
constexpr std::array<double, 3> reachOf{0.75, 1.0, 1.9};
constexpr double reachMin = 9; // pixels of the heat, so that it does not become a dot

} // namespace

MapView::MapView(const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(theme.px(320), theme.px(240));
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleMs);
    connect(&m_idle, &QTimer::timeout, this, &MapView::warm);
    connect(&theme, &kit::Theme::changed, this, &MapView::warm);
}

void MapView::show(const HeatMap &map)
{
    m_map = map;
    meetCell(); // the pointer rests while time passes
    warm();
}

void MapView::show(const HeatGaps &gaps)
{
    m_gaps = gaps;
    update();
}

void MapView::showLayer(Layer layer)
{
    m_layers[std::size_t(layer)] = true;
    meetCell();
    layGround();
}

void MapView::hideLayer(Layer layer)
{
    m_layers[std::size_t(layer)] = false;
    meetCell();
    layGround();
}

qint64 MapView::valueOf(const HeatCell &cell) const
{
    return m_map.metric == HeatMetric::Gmv ? cell.amount.minor : cell.count;
}

double MapView::scaleMin() const
{
    return Camera::whole(m_india.bounds(), size(), m_theme.px(edge)).scale;
}

void MapView::resizeEvent(QResizeEvent *)
{
    Camera camera = m_camera;
    camera.size = size();
    if (m_isWhole || camera.scale < scaleMin())
        camera = Camera::whole(m_india.bounds(), size(), m_theme.px(edge));
    m_camera = camera;
    warm();
}

void MapView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        update();
    QWidget::changeEvent(event);
}

void MapView::look(const Camera &camera, Motion motion)
{
    if (camera == m_camera)
        return;
    m_camera = camera;
    m_isWhole = camera.scale <= scaleMin() * 1.001;
    motion == Motion::Moving ? m_idle.start() : warm();
    update();
}

void MapView::zoom(double factor)
{
    look(m_camera.zoomed(QRectF(rect()).center(), factor, scaleMin()), Motion::Moving);
}

void MapView::zoomOut()
{
    look(Camera::whole(m_india.bounds(), size(), m_theme.px(edge)), Motion::Resting);
}

QList<Spot> MapView::spotsFor(const Camera &camera, double shrink) const
{
    QList<Spot> out;
    out.reserve(m_map.cells.size());
    for (const HeatCell &cell : m_map.cells) {
        const double radius = std::max(reachMin, reachOf[std::size_t(cell.level)] * camera.scale / shrink);
        // The same amount over a larger place is less hot.
        const double thin = reachOf[0] / reachOf[std::size_t(cell.level)];
        out += {camera.toScreen(projected(cell.latitude, cell.longitude)) / shrink, radius,
                double(valueOf(cell)) * thin * thin};
    }
    return out;
}

// Only one heat is made at a time; what changed meanwhile is made after it.
void MapView::warm()
{
    m_idle.stop();
    if (width() <= 1 || height() <= 1)
        return;
    if (m_warming > 0) {
        m_isWarmAgain = true;
        layGround();
        return;
    }
    Camera camera = m_camera;
    camera.size = QSizeF(size()) * (1 + 2 * groundMargin);
    const QSize pixels = (camera.size / heatShrink).toSize();
    ++m_warming;
    QThreadPool::globalInstance()->start(
        [guard = QPointer(this), spots = spotsFor(camera, heatShrink), pixels, camera] {
            const auto warmth = std::make_shared<const Warmth>(spots, pixels);
            // Back to the thread of the interface, where the guard says whether this map is still there.
            QMetaObject::invokeMethod(
                qApp,
                [guard, warmth, camera] {
                    if (guard)
                        guard->take(warmth, camera);
                },
                Qt::QueuedConnection);
        });
}

void MapView::take(const std::shared_ptr<const Warmth> &warmth, const Camera &camera)
{
    --m_warming;
    m_full = std::max(m_full, warmth->most());
    m_heat = warmth->image(ramp(), m_full);
    m_heatCamera = camera;
    layGround();
    if (std::exchange(m_isWarmAgain, false))
        warm();
}

std::vector<QRgb> MapView::ramp() const
{
    const auto at = [](QColor color, double alpha) {
        color.setAlphaF(float(alpha));
        return color;
    };
    const QColor hot = m_theme.series.value(1, m_theme.accent);
    const bool isDark = m_theme.shade() == kit::Theme::Shade::Dark;
    return rampOf({{0, at(m_theme.accent, 0)},
                   {0.04, at(m_theme.accent, 0.16)},
                   {0.25, at(m_theme.accent, 0.7)},
                   {0.5, at(hot, 0.9)},
                   {0.8, m_theme.tone(kit::Tone::Danger).dot},
                   {1, isDark ? m_theme.text : m_theme.tone(kit::Tone::Danger).ink}});
}

void MapView::layGround()
{
    ++m_laid;
    Camera camera = m_camera;
    camera.size = QSizeF(size()) * (1 + 2 * groundMargin);
    const qreal ratio = devicePixelRatioF();
    QPixmap pixmap((camera.size * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(m_theme.surface);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(camera.transform(), true);
    painter.fillPath(m_india.land(), m_theme.sunken);
    if (shows(Layer::Density) && !m_heat.isNull()) {
        // Whole, also over the sea: cut off at the coast it would leave small islands cold and halve every port. The
        // coast is drawn above it and still says where the land ends.
        const QRectF where(m_heatCamera.toMap({0, 0}),
                           m_heatCamera.toMap({m_heatCamera.size.width(), m_heatCamera.size.height()}));
        painter.drawImage(where, m_heat);
    }
    QPen border(m_theme.shade() == kit::Theme::Shade::Dark ? m_theme.canvas : m_theme.borderStrong, 1);
    border.setCosmetic(true);
    border.setJoinStyle(Qt::RoundJoin);
    painter.setPen(border);
    painter.setBrush(Qt::NoBrush);
    for (const State &state : m_india.states())
        painter.drawPath(state.outline);
    painter.end();
    m_ground = {pixmap, camera};
    update();
}

void MapView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.surface);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_ground.pixmap.isNull()) {
        const QPointF from = m_camera.toScreen(m_ground.camera.toMap({0, 0}));
        const double grown = m_camera.scale / m_ground.camera.scale;
        const QRectF where(from, m_ground.camera.size * grown);
        grown == 1 ? painter.drawPixmap(from, m_ground.pixmap)
                   : painter.drawPixmap(where, m_ground.pixmap, QRectF(QPointF(), QSizeF(m_ground.pixmap.size())));
    }
    if (m_pointed) {
        painter.save();
        painter.setTransform(m_camera.transform(), true);
        QPen pen(m_theme.accent, 2);
        pen.setCosmetic(true);
        painter.setPen(pen);
        painter.drawPath(m_pointed->outline);
        painter.restore();
    }
    paintMarks(painter);
    if (shows(Layer::Cities))
        paintCities(painter);
    paintLegend(painter);
    if (m_pointed || m_cell)
        paintTip(painter);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), m_theme.px(8), m_theme.px(8));
    }
}

QImage MapView::picture()
{
    constexpr qreal ratio = 2;
    QImage out(size() * ratio, QImage::Format_ARGB32_Premultiplied);
    out.setDevicePixelRatio(ratio);
    render(&out, QPoint(), QRegion(), QWidget::RenderFlags());
    return out;
}

void MapView::point(const State *state, const QPointF &at)
{
    const bool wasTold = m_pointed || m_cell;
    m_pointer = at;
    m_pointed = state;
    meetCell();
    if (wasTold || m_pointed || m_cell)
        update();
}

void MapView::meetCell()
{
    m_cell = m_isPointing && shows(Layer::Density) ? cellAt(m_pointer) : std::nullopt;
}

QPointF MapView::pixelOf(double latitude, double longitude) const
{
    return m_camera.toScreen(projected(latitude, longitude));
}

// The nearest middle among the cells that the pixel lies in. Seen from far a cell is smaller than a hand is steady, so
// it is met a little beside it, too.
std::optional<HeatCell> MapView::cellAt(const QPointF &pixel) const
{
    const QPointF place = m_camera.toMap(pixel);
    const double latitude = latitudeOf(place), narrow = std::cos(geo::radians(latitude));
    const double reach = m_theme.px(pointReach) / m_camera.scale;
    const HeatCell *nearest = nullptr;
    double least = 0;
    for (const HeatCell &cell : m_map.cells) {
        const double half = std::max(reach, geocell::degrees(geocell::Level(cell.level)) / 2);
        const double east = qAbs(cell.longitude - place.x()), north = qAbs(cell.latitude - latitude) / narrow;
        if (east > half || north * narrow > half)
            continue;
        const double away = east * east + north * north;
        if (!nearest || away < least)
            std::tie(nearest, least) = std::pair(&cell, away);
    }
    return nearest ? std::optional(*nearest) : std::nullopt;
}

void MapView::wheelEvent(QWheelEvent *event)
{
    look(m_camera.zoomed(event->position(), std::pow(1.0015, event->angleDelta().y()), scaleMin()), Motion::Moving);
    event->accept();
}

void MapView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragFrom = event->position();
    m_isDragging = true;
    setCursor(Qt::ClosedHandCursor);
}

void MapView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_isDragging) {
        look(m_camera.moved(event->position() - m_dragFrom, m_india.bounds()), Motion::Moving);
        m_dragFrom = event->position();
    }
    m_isPointing = true;
    point(m_india.at(m_camera.toMap(event->position())), event->position());
}

void MapView::mouseReleaseEvent(QMouseEvent *)
{
    m_isDragging = false;
    unsetCursor();
}

void MapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    look(m_camera.zoomed(event->position(), 2, scaleMin()), Motion::Resting);
}

void MapView::leaveEvent(QEvent *)
{
    m_isPointing = false;
    point(nullptr, m_pointer);
}

void MapView::keyPressEvent(QKeyEvent *event)
{
    const double step = m_theme.px(keyStep);
    const auto move = [&](double x, double y) { look(m_camera.moved({x, y}, m_india.bounds()), Motion::Moving); };
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoom(keyZoom);
    case Qt::Key_Minus: return zoom(1 / keyZoom);
    case Qt::Key_0: return zoomOut();
    case Qt::Key_Left: return move(step, 0);
    case Qt::Key_Right: return move(-step, 0);
    case Qt::Key_Up: return move(0, step);
    case Qt::Key_Down: return move(0, -step);
    case Qt::Key_PageUp: return chooseState(-1);
    case Qt::Key_PageDown: return chooseState(1);
    case Qt::Key_Space: Q_EMIT played(); return;
    default: QWidget::keyPressEvent(event);
    }
}

// The next state in the order of their codes; its figures are also what a screen reader is told.
void MapView::chooseState(int by)
{
    const auto &states = m_india.states();
    if (states.empty())
        return;
    const int count = int(states.size());
    const int now = m_pointed ? int(m_pointed - states.data()) : by > 0 ? -1 : 0;
    const State &next = states[std::size_t((now + by + count) % count)];
    m_isPointing = false;
    point(&next, m_camera.toScreen(next.bounds.center()));
    QStringList words{kit::regionName(next.region)};
    for (const auto &[name, figure] : factsOf(next))
        words += name + u' ' + figure;
    setAccessibleDescription(words.join(QStringLiteral(", ")));
}

} // namespace heatmap
