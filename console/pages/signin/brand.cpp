#include "console/pages/signin/brand.h"

#include <QLinearGradient>
#include <QPainter>

namespace signin {

Brand::Brand(const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    retranslate();
}

void Brand::retranslate()
{
    m_claim = tr("Scrap has a price.\nHere it is fair.");
    m_promises = {{QStringLiteral("lock"), tr("Money is held, then released"),
                   tr("The buyer pays into escrow; you are paid when both sides confirm.")},
                  {QStringLiteral("badge-check"), tr("Every store is checked"),
                   tr("Documents are reviewed by people before a store may sell.")},
                  {QStringLiteral("message-square"), tr("One conversation per order"),
                   tr("Photos, weighbridge slips and agreements stay with the order.")}};
    setAccessibleName(tr("Kabaadwala, the scrap marketplace"));
    update();
}

void Brand::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient ground(0, 0, width(), height());
    ground.setColorAt(0, QColor(0x11, 0x72, 0x7C));
    ground.setColorAt(1, QColor(0x06, 0x33, 0x3A));
    painter.fillRect(rect(), ground);
    // The mark, large and faint, as the ground's pattern.
    painter.setOpacity(0.07);
    const int large = qMax(width(), height()) * 7 / 10;
    m_theme.drawIcon(painter, QStringLiteral("recycle"),
                     QRectF(width() - large * 0.62, height() - large * 0.66, large, large), Qt::white);
    painter.setOpacity(1);

    const int left = m_theme.px(56);
    const int room = width() - 2 * left;
    painter.setBrush(QColor(255, 255, 255, 34));
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(QRectF(left, m_theme.px(52), m_theme.px(44), m_theme.px(44)), 12, 12);
    m_theme.drawIcon(painter, QStringLiteral("recycle"),
                     QRectF(left + m_theme.px(9), m_theme.px(61), m_theme.px(26), m_theme.px(26)), Qt::white);
    painter.setPen(Qt::white);
    painter.setFont(m_theme.font(kit::Type::Heading2));
    painter.drawText(QRect(left + m_theme.px(58), m_theme.px(52), room, m_theme.px(44)), Qt::AlignVCenter,
                     QStringLiteral("Kabaadwala"));

    QFont claim = m_theme.font(kit::Type::Figure);
    claim.setPixelSize(m_theme.px(34));
    painter.setFont(claim);
    int y = height() / 2 - m_theme.px(170);
    QRect used;
    painter.drawText(QRect(left, y, room, m_theme.px(130)), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_claim,
                     &used);
    y = used.bottom() + m_theme.px(34);
    for (const Promise &promise : std::as_const(m_promises)) {
        m_theme.drawIcon(painter, promise.icon, QRectF(left, y, m_theme.px(20), m_theme.px(20)),
                         QColor(0x8A, 0xDA, 0xE0));
        painter.setFont(m_theme.font(kit::Type::BodyStrong));
        painter.setPen(Qt::white);
        const int words = left + m_theme.px(36);
        painter.drawText(QRect(words, y - 1, room - m_theme.px(36), m_theme.px(22)), Qt::AlignLeft | Qt::AlignTop,
                         promise.title);
        painter.setFont(m_theme.font(kit::Type::Body));
        painter.setPen(QColor(255, 255, 255, 200));
        painter.drawText(QRect(words, y + m_theme.px(21), room - m_theme.px(36), m_theme.px(44)),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, promise.text, &used);
        y = used.bottom() + m_theme.px(20);
    }
}

} // namespace signin
