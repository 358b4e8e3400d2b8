#include "console/pages/ads/cutpreview.h"

#include "console/kit/display.h"

#include <QPainter>
#include <QPainterPath>

namespace ads {

namespace {

constexpr int frameHeight = 148;
constexpr int captionHeight = 22;

} // namespace

QRect cutOf(const QSize &picture, AdSlot slot)
{
    const AdSlotShape &shape = shapeOf(slot);
    const QSize kept = QSize(shape.width, shape.height).scaled(picture, Qt::KeepAspectRatio).expandedTo({1, 1});
    return {QPoint((picture.width() - kept.width()) / 2, (picture.height() - kept.height()) / 2), kept};
}

CutPreview::CutPreview(const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("cut"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    say();
}

void CutPreview::choose(AdSlot slot)
{
    m_slot = slot;
    say();
}

void CutPreview::show(const QPixmap &picture)
{
    m_picture = picture;
    m_cutFor.reset();
    say();
}

void CutPreview::showKept(const QPixmap &picture, AdSlot cutFor)
{
    m_picture = picture;
    m_cutFor = cutFor;
    say();
}

QString CutPreview::words() const
{
    const AdSlotShape &shape = shapeOf(m_slot);
    const QString slot = kit::display::text(m_slot);
    return (isCutAnew()          ? tr("%1, cut anew from the original to %2 × %3")
            : m_picture.isNull() ? tr("%1 needs a picture of %2 × %3")
                                 : tr("%1, cut to %2 × %3"))
        .arg(slot)
        .arg(shape.width)
        .arg(shape.height);
}

void CutPreview::say()
{
    setAccessibleName(words());
    update();
}

QSize CutPreview::sizeHint() const
{
    return {m_theme.px(320), m_theme.px(frameHeight + captionHeight)};
}

QRect CutPreview::frame() const
{
    const AdSlotShape &shape = shapeOf(m_slot);
    const QSize size = QSize(shape.width, shape.height).scaled(width(), m_theme.px(frameHeight), Qt::KeepAspectRatio);
    return {QPoint((width() - size.width()) / 2, (m_theme.px(frameHeight) - size.height()) / 2), size};
}

void CutPreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRect where = frame();
    const double radius = m_theme.px(7);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.fillPath(shape, m_theme.sunken);
    const bool isShown = !m_picture.isNull() && !isCutAnew();
    if (isShown) {
        painter.save();
        painter.setClipPath(shape);
        painter.drawPixmap(where, m_picture, cutOf(m_picture.size(), m_slot));
        painter.restore();
    } else {
        const int size = m_theme.px(20);
        m_theme.drawIcon(painter, QStringLiteral("image"),
                         QRectF(where.center() - QPoint(size / 2, size / 2), QSizeF(size, size)), m_theme.text3);
    }
    painter.setPen(QPen(m_theme.border, 1, isShown ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);
    painter.setFont(m_theme.font(kit::Type::Small));
    painter.setPen(m_theme.text2);
    painter.drawText(QRect(0, m_theme.px(frameHeight), width(), m_theme.px(captionHeight)),
                     Qt::AlignHCenter | Qt::AlignBottom, words());
}

} // namespace ads
