#include "console/pages/ads/thumbs.h"

#include "console/kit/display.h"

#include <QPainter>
#include <QPainterPath>
#include <QTimer>

namespace ads {

namespace {

constexpr int pixelsWide = 640;    // enough for the preview beside the timeline
constexpr qsizetype keptMax = 200; // pictures
constexpr int attemptsMax = 5;
constexpr int retrySeconds = 10, retrySecondsMax = 300; // where the server does not say when

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
        m_troubles.clear();
    }
    for (const Ad &ad : ads) {
        if (m_asked.contains(ad.imageUrl) || m_asked.size() > keptMax)
            continue;
        m_asked += ad.imageUrl;
        fetch(ad, 1);
    }
}

void Thumbs::fetch(const Ad &ad, int attempt)
{
    const QString name = ad.imageUrl;
    kit::whenDone(this, m_kit.api.fetch(ad.previewUrl), [this, ad, name, attempt](const Result<FileBody> &body) {
        if (!body)
            return fail(ad, body.error(), attempt);
        kit::whenDone(this, m_sandbox.render(body->bytes, pixelsWide, 1), [this, name](const Result<QImage> &image) {
            if (!image) {
                m_troubles.insert(name, kit::display::trouble(image.error()));
                Q_EMIT ready();
                return;
            }
            m_pictures.insert(name, QPixmap::fromImage(*image));
            m_troubles.remove(name);
            Q_EMIT ready();
        });
    });
}

// The link may have ended: then the next list brings a fresh one, and want() asks with it.
void Thumbs::fail(const Ad &ad, const Error &error, int attempt)
{
    m_troubles.insert(ad.imageUrl, kit::display::trouble(error));
    Q_EMIT ready();
    const bool mayPass = error.code == ErrorCode::TooManyRequests || error.code == ErrorCode::Unavailable;
    if (!mayPass || attempt >= attemptsMax) {
        m_asked.remove(ad.imageUrl);
        return;
    }
    const int wait = error.retryAfterSeconds > 0 ? qMin(error.retryAfterSeconds, retrySecondsMax) : retrySeconds;
    QTimer::singleShot(wait * 1'000, this, [this, ad, attempt] { fetch(ad, attempt + 1); });
}

QString Thumbs::trouble(const Ad &ad) const
{
    return m_troubles.value(ad.imageUrl);
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
        if (trouble(ad).isEmpty())
            return;
        const double size = qMin(place.height() - 2, double(m_kit.theme.px(20)));
        m_kit.theme.drawIcon(painter, QStringLiteral("image"),
                             QRectF(place.center() - QPointF(size / 2, size / 2), QSizeF(size, size)),
                             m_kit.theme.text3);
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
