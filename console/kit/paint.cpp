#include "console/kit/paint.h"

#include "console/kit/display.h"

#include <QPainter>

namespace kit::paint {

namespace {

constexpr int pad = 9;
constexpr int dot = 6;
constexpr int glyph = 12;
constexpr int space = 6;

int leadWidth(const Theme &theme, const Chip &chip)
{
    if (!chip.icon.isEmpty())
        return theme.px(glyph + space - 1);
    return chip.mark == Mark::Dot ? theme.px(dot + space) : 0;
}

} // namespace

// Indic letters are taller than Latin ones at the same size; a fixed height would clip them.
int chipHeight(const Theme &theme)
{
    return qMax(theme.px(21), QFontMetrics(theme.font(Type::Caption)).height() + 2);
}

int chipWidth(const Theme &theme, const Chip &chip)
{
    const int words = QFontMetrics(theme.font(Type::Caption)).horizontalAdvance(chip.text);
    return words + leadWidth(theme, chip) + 2 * theme.px(pad);
}

int chip(QPainter &painter, const Theme &theme, const QRect &where, const Chip &chip)
{
    const ToneColors colors = theme.tone(chip.tone);
    const int height = chipHeight(theme);
    const int width = qMin(where.width(), chipWidth(theme, chip));
    const QRectF body(where.left(), where.center().y() - height / 2, width, height);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.ground);
    painter.drawRoundedRect(body, height / 2.0, height / 2.0);
    const qreal middle = body.center().y();
    const qreal left = body.left() + theme.px(pad);
    if (!chip.icon.isEmpty()) {
        theme.drawIcon(painter, chip.icon,
                       QRectF(left, middle - theme.px(glyph) / 2.0, theme.px(glyph), theme.px(glyph)), colors.ink);
    } else if (chip.mark == Mark::Dot) {
        painter.setBrush(colors.dot);
        painter.drawEllipse(QRectF(left, middle - theme.px(dot) / 2.0, theme.px(dot), theme.px(dot)));
    }
    const int lead = leadWidth(theme, chip);
    const QRectF words(left + lead, body.top(), width - lead - 2 * theme.px(pad) + 1, height);
    painter.setFont(theme.font(Type::Caption));
    painter.setPen(colors.ink);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(chip.text, Qt::ElideRight, int(words.width())));
    painter.restore();
    return width;
}

void avatar(QPainter &painter, const Theme &theme, const QRect &where, const QString &name, Face face)
{
    uint sum = 0;
    for (const QChar c : name)
        sum = sum * 31 + c.unicode();
    const int hue = int(sum % 12) * 30 + 10;
    const bool isDark = theme.shade() == Theme::Shade::Dark;
    const QColor ground = isDark ? QColor::fromHsl(hue, 90, 62) : QColor::fromHsl(hue, 120, 224);
    const QColor ink = isDark ? QColor::fromHsl(hue, 110, 205) : QColor::fromHsl(hue, 130, 72);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    const qreal radius = face == Face::Person ? where.height() / 2.0 : where.height() * 0.2;
    painter.drawRoundedRect(where, radius, radius);
    QFont font = theme.font(Type::BodyStrong);
    font.setPixelSize(qMax(8, qRound(where.height() * 0.38)));
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(where, Qt::AlignCenter, display::initials(name));
    painter.restore();
}

} // namespace kit::paint
