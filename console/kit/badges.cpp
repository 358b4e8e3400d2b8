// Chips and avatars of kit/controls: painted by the same code in a widget and in a table's cell.

#include "console/kit/controls.h"
#include "console/kit/display.h"

#include <QPainter>

namespace kit {

namespace {

// A name always has the same colour.
int hueOf(const QString &name)
{
    static constexpr int hues[] = {14, 35, 95, 150, 185, 222, 258, 320};
    uint sum = 0;
    for (const QChar c : name)
        sum = sum * 31 + c.unicode();
    return hues[sum % std::size(hues)];
}

} // namespace

QSize Chip::sizeOf(const Theme &theme, const QString &text)
{
    const QFontMetrics metrics(theme.font(Type::Caption));
    // A fixed Latin height would clip Devanagari.
    return {metrics.horizontalAdvance(text) + theme.px(27), qMax(theme.px(21), metrics.height() + 2)};
}

void Chip::paint(QPainter &painter, const Theme &theme, const QRect &where, const QString &text, Tone tone,
                 const QString &icon)
{
    const ToneColors colors = theme.tone(tone);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.ground);
    painter.drawRoundedRect(where, where.height() / 2.0, where.height() / 2.0);
    const int left = where.left() + theme.px(8);
    if (icon.isEmpty()) {
        painter.setBrush(colors.dot);
        painter.drawEllipse(QRectF(left, where.center().y() - theme.px(3) + 0.5, theme.px(6), theme.px(6)));
    } else {
        theme.drawIcon(painter, icon, QRectF(left - 2, where.center().y() - theme.px(6), theme.px(12), theme.px(12)),
                       colors.ink);
    }
    painter.setFont(theme.font(Type::Caption));
    painter.setPen(colors.ink);
    const QRect inner = where.adjusted(theme.px(18), 0, -theme.px(7), 0);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, inner.width()));
    painter.restore();
}

Chip::Chip(const Theme &theme, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void Chip::say(const QString &text, Tone tone, const QString &icon)
{
    m_tone = tone;
    m_icon = icon;
    setText(text);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return sizeOf(m_theme, text());
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!text().isEmpty())
        paint(painter, m_theme, rect(), text(), m_tone, m_icon);
}

void Avatar::paint(QPainter &painter, const Theme &theme, const QRectF &where, const QString &name, Shape shape)
{
    const int hue = hueOf(name);
    const bool isDark = theme.shade() == Theme::Shade::Dark;
    const double corner = shape == Shape::Round ? where.height() / 2 : where.height() / 5;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isDark ? QColor::fromHsl(hue, 75, 60) : QColor::fromHsl(hue, 120, 219));
    painter.drawRoundedRect(where, corner, corner);
    QFont font = theme.font(Type::BodyStrong);
    font.setPixelSize(qMax(7, int(where.height() * 0.38)));
    painter.setFont(font);
    painter.setPen(isDark ? QColor::fromHsl(hue, 150, 205) : QColor::fromHsl(hue, 140, 72));
    painter.drawText(where, Qt::AlignCenter, display::initials(name));
    painter.restore();
}

Avatar::Avatar(const Theme &theme, int size, Shape shape, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
    , m_shape(shape)
{
    setTextFormat(Qt::PlainText);
    const auto resize = [this, size] { setFixedSize(m_theme.px(size), m_theme.px(size)); };
    resize();
    connect(&theme, &Theme::changed, this, resize);
}

void Avatar::show(const QString &name)
{
    setText(name);
    update();
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, m_theme, rect(), text(), m_shape);
}

} // namespace kit
