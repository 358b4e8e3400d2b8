// Chips and avatars as widgets; kit/paint draws them, here as in a table's cell.

#include "console/kit/controls.h"
#include "console/kit/paint.h"

#include <QPainter>

namespace kit {

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
    return {paint::chipWidth(m_theme, {.text = text(), .tone = m_tone, .icon = m_icon}), paint::chipHeight(m_theme)};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!text().isEmpty())
        paint::chip(painter, m_theme, rect(), {.text = text(), .tone = m_tone, .icon = m_icon});
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
    paint::avatar(painter, m_theme, rect(), text(), m_shape == Shape::Round ? paint::Face::Person : paint::Face::Store);
}

} // namespace kit
