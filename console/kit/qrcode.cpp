#include "console/kit/qrcode.h"

#include "console/kit/controls.h"

#include <QPainter>

#include <qrencode.h>

#include <memory>

namespace kit {

namespace {

constexpr int rim = 4; // modules, as the standard asks
constexpr int sidePx = 196;

QImage drawn(const QByteArray &text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(text.constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (!code)
        return {};
    QImage out(code->width + 2 * rim, code->width + 2 * rim, QImage::Format_Grayscale8);
    out.fill(Qt::white);
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if (code->data[y * code->width + x] & 1)
                out.setPixelColor(x + rim, y + rim, Qt::black);
    return out;
}

} // namespace

QrCode::QrCode(const Theme &theme, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_modules(drawn(text.toUtf8()))
{
    fixWidth(this, theme, sidePx);
    fixHeight(this, theme, sidePx);
}

// Whole pixels for each module: a camera trips over uneven ones.
void QrCode::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    if (m_modules.isNull())
        return;
    const int scale = qMax(1, qMin(width(), height()) / m_modules.width());
    const int side = scale * m_modules.width();
    painter.drawImage(QRect((width() - side) / 2, (height() - side) / 2, side, side), m_modules);
}

} // namespace kit
