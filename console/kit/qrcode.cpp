#include "console/kit/qrcode.h"

#include "console/kit/controls.h"
#include "shared/base/qrmodules.h"

#include <QPainter>

namespace kit {

namespace {

constexpr int sidePx = 196;

QImage drawn(const QByteArray &text)
{
    const auto modules = qrModules(text);
    if (!modules)
        return {};
    QImage out(modules->side, modules->side, QImage::Format_Grayscale8);
    for (int y = 0; y < modules->side; ++y)
        for (int x = 0; x < modules->side; ++x)
            out.setPixelColor(x, y, modules->isDark(x, y) ? Qt::black : Qt::white);
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
