#include "console/pages/weighing/digits.h"

#include <QPainter>

namespace weighing {

namespace {

constexpr int boxHeight = 132, pad = 16, digitsHeight = 72, unitHeight = 26;

} // namespace

Digits::Digits(const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &kit::Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize Digits::sizeHint() const
{
    return {m_theme.px(320), m_theme.px(boxHeight)};
}

void Digits::say(const QString &number, const QString &unit, const QString &state, kit::Tone tone)
{
    m_number = number;
    m_unit = unit;
    m_state = state;
    m_tone = tone;
    setAccessibleName(number + u' ' + unit + QStringLiteral(", ") + state);
    update();
}

void Digits::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.border);
    painter.setBrush(m_theme.sunken);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(8), m_theme.px(8));
    const QRect inside = rect().adjusted(m_theme.px(pad), m_theme.px(10), -m_theme.px(pad), -m_theme.px(10));

    QFont font = m_theme.font(kit::Type::Figure);
    font.setPixelSize(m_theme.px(unitHeight));
    painter.setFont(font);
    painter.setPen(m_theme.text2);
    const int unitWidth = painter.fontMetrics().horizontalAdvance(m_unit) + m_theme.px(10);
    const QRect digits = inside.adjusted(0, 0, -unitWidth, -m_theme.px(26));
    painter.drawText(inside.adjusted(0, 0, 0, -m_theme.px(34)), Qt::AlignRight | Qt::AlignBottom, m_unit);
    font.setPixelSize(m_theme.px(digitsHeight));
    painter.setFont(font);
    painter.setPen(m_theme.text);
    painter.drawText(digits, Qt::AlignRight | Qt::AlignVCenter, m_number);

    painter.setFont(m_theme.font(kit::Type::BodyStrong));
    painter.setPen(m_theme.tone(m_tone).ink);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignBottom, m_state);
}

} // namespace weighing
