#include "console/pages/ads/thumbs.h"

#include <QPainter>
#include <QPainterPath>

namespace ads {

namespace {

constexpr int pixelsWide = 640;    // enough for the preview beside the timeline
constexpr qsizetype keptMax = 200; // pictures

} // namespace

Thumbs::Thumbs(kit::Kit &kit, QObject *parent)
    : QObject(parent)
    , m_kit(kit)
{}

void Thumbs::want(const QList<Ad> &ads)
{
    if (m_pictures.size() > keptMax) {
        m_pictures.clear();
        m_asked.clear();
    }
    for (const Ad &ad : ads) {
        if (m_asked.contains(ad.imageUrl) || m_asked.size() > keptMax)
            continue;
        m_asked += ad.imageUrl;
        fetch(ad);
    }
}

void Thumbs::fetch(const Ad &ad)
{
    const QString name = ad.imageUrl;
    kit::whenDone(this, m_kit.api.fetch(ad.previewUrl), [this, name](const Result<FileBody> &body) {
        if (!body) {
            m_asked.remove(name); // the link may have ended; the next list brings a fresh one
            return;
        }
        kit::whenDone(this, m_sandbox.render(body->bytes, pixelsWide, 1), [this, name](const Result<QImage> &image) {
            if (!image)
                return;
            m_pictures.insert(name, QPixmap::fromImage(*image));
            Q_EMIT ready();
        });
    });
}

QPixmap Thumbs::picture(const Ad &ad) const
{
    return m_pictures.value(ad.imageUrl);
}

void Thumbs::paint(QPainter &painter, const Ad &ad, const QRectF &place, double radius) const
{
    QPainterPath shape;
    shape.addRoundedRect(place, radius, radius);
    const QPixmap pixmap = picture(ad);
    if (pixmap.isNull()) {
        painter.fillPath(shape, m_kit.theme.sunken);
        return;
    }
    const QSizeF covering = QSizeF(pixmap.size()).scaled(place.size(), Qt::KeepAspectRatioByExpanding);
    const QRectF where(place.center() - QPointF(covering.width() / 2, covering.height() / 2), covering);
    painter.save();
    painter.setClipPath(shape, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(where, pixmap, QRectF(pixmap.rect()));
    painter.restore();
}

} // namespace ads
