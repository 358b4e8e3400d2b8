// The icons of kit/theme: Lucide files recoloured while painting.

#include "console/kit/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QPointer>
#include <QSvgRenderer>

namespace kit {

namespace {

class LucideEngine : public QIconEngine
{
public:
    LucideEngine(const Theme &theme, QString name, Ink ink)
        : m_theme(&theme)
        , m_name(std::move(name))
        , m_ink(ink)
    {}

    void paint(QPainter *painter, const QRect &where, QIcon::Mode mode, QIcon::State) override
    {
        if (m_theme)
            m_theme->drawIcon(*painter, m_name, where, color(mode));
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        return m_theme ? m_theme->pixmap(m_name, qRound(size.width() / scale), color(mode), scale) : QPixmap();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QIconEngine *clone() const override { return new LucideEngine(*this); }

private:
    QColor color(QIcon::Mode mode) const { return mode == QIcon::Disabled ? m_theme->disabled : m_theme->ink(m_ink); }

    QPointer<const Theme> m_theme;
    QString m_name;
    Ink m_ink;
};

} // namespace

QIcon Theme::icon(const QString &name, Ink ink) const
{
    return QIcon(new LucideEngine(*this, name, ink));
}

void Theme::drawIcon(QPainter &painter, const QString &name, const QRectF &where, const QColor &color) const
{
    const int size = qRound(qMin(where.width(), where.height()));
    const QPointF corner = where.center() - QPointF(size / 2.0, size / 2.0);
    painter.drawPixmap(QPointF(qRound(corner.x()), qRound(corner.y())),
                       pixmap(name, size, color, painter.device()->devicePixelRatioF()));
}

QPixmap Theme::pixmap(const QString &name, int size, const QColor &color, qreal ratio) const
{
    const QString key = QStringLiteral("kit/%1/%2/%3/%4").arg(name).arg(size).arg(color.rgba()).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;

    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("There is no icon %s.", qUtf8Printable(name));
        return {};
    }
    // Qt Svg paints currentColor black whatever the pen is.
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    svg.replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, size, size));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace kit
