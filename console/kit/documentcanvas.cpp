// The picture of kit/documentviewer: scrolled, zoomed and turned while painting.

#include "console/kit/documentviewer.h"

#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

namespace kit {

namespace {

constexpr double zoomLeast = 0.1;
constexpr double zoomMost = 8.0;
constexpr int margin = 16;

} // namespace

DocumentCanvas::DocumentCanvas(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::OpenHandCursor);
}

QSizeF DocumentCanvas::turned() const
{
    const QSizeF size = m_picture.size();
    return m_angle % 180 == 0 ? size : size.transposed();
}

void DocumentCanvas::show(const QImage &image)
{
    m_picture = QPixmap::fromImage(image);
    m_angle = 0;
    fit();
}

double DocumentCanvas::zoom() const
{
    return m_zoom;
}

void DocumentCanvas::fit()
{
    m_isFitted = true;
    if (!m_picture.isNull()) {
        const QSizeF room = viewport()->size() - QSize(2 * margin, 2 * margin);
        const QSizeF size = turned();
        m_zoom = qBound(zoomLeast, qMin(room.width() / size.width(), room.height() / size.height()), 1.0);
    }
    spread();
    Q_EMIT zoomChanged();
}

void DocumentCanvas::zoomBy(double factor, QPointF around)
{
    if (m_picture.isNull())
        return;
    if (around.x() < 0)
        around = QRectF(viewport()->rect()).center();
    const double before = m_zoom;
    m_zoom = qBound(zoomLeast, m_zoom * factor, zoomMost);
    m_isFitted = false;
    // The point under the pointer stays under it.
    const QPointF at = around + QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value());
    spread();
    const QPointF moved = at * (m_zoom / before) - around;
    horizontalScrollBar()->setValue(int(moved.x()));
    verticalScrollBar()->setValue(int(moved.y()));
    Q_EMIT zoomChanged();
}

void DocumentCanvas::turn()
{
    m_angle = (m_angle + 90) % 360;
    m_isFitted ? fit() : spread();
}

void DocumentCanvas::spread()
{
    const QSizeF size = turned() * m_zoom + QSizeF(2 * margin, 2 * margin);
    horizontalScrollBar()->setRange(0, qMax(0, int(size.width()) - viewport()->width()));
    verticalScrollBar()->setRange(0, qMax(0, int(size.height()) - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    verticalScrollBar()->setPageStep(viewport()->height());
    viewport()->update();
}

void DocumentCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.sunken);
    if (m_picture.isNull())
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QSizeF size = turned() * m_zoom;
    const QSizeF room = viewport()->size();
    const double x = size.width() + 2 * margin <= room.width()
                         ? room.width() / 2
                         : margin + size.width() / 2 - horizontalScrollBar()->value();
    const double y = size.height() + 2 * margin <= room.height()
                         ? room.height() / 2
                         : margin + size.height() / 2 - verticalScrollBar()->value();
    painter.translate(x, y);
    painter.rotate(m_angle);
    painter.scale(m_zoom, m_zoom);
    painter.drawPixmap(QPointF(-m_picture.width() / 2.0, -m_picture.height() / 2.0), m_picture);
}

void DocumentCanvas::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_isFitted ? fit() : spread();
}

void DocumentCanvas::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    zoomBy(event->angleDelta().y() > 0 ? 1.15 : 1 / 1.15, event->position());
    event->accept();
}

void DocumentCanvas::mousePressEvent(QMouseEvent *event)
{
    m_grip = event->position();
}

void DocumentCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF moved = event->position() - std::exchange(m_grip, event->position());
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - int(moved.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() - int(moved.y()));
}

} // namespace kit
