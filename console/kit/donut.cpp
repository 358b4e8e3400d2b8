#include "console/kit/donut.h"

#include <QPainter>

#include <numeric>

namespace kit {

namespace {

constexpr int turn = 360 * 16; // QPainter counts angles in sixteenths of a degree
constexpr int quarter = 90 * 16;

} // namespace

Donut::Donut(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(), update(); });
}

void Donut::show(const QList<qint64> &parts, const QString &middle, const QString &below)
{
    m_parts = parts;
    m_middle = middle;
    m_below = below;
    setAccessibleName(middle + QStringLiteral(", ") + below);
    update();
}

void Donut::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw(painter, rect(), m_theme);
}

void Donut::draw(QPainter &painter, const QRect &where, const Theme &theme) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const int side = qMin(where.width(), where.height());
    const double thick = side * 0.15;
    const QRectF ring =
        QRectF(where.left() + (where.width() - side) / 2.0, where.top() + (where.height() - side) / 2.0, side, side)
            .adjusted(thick / 2 + 1, thick / 2 + 1, -thick / 2 - 1, -thick / 2 - 1);
    const qint64 whole = std::accumulate(m_parts.begin(), m_parts.end(), qint64(0));
    painter.setPen(QPen(theme.sunken, thick, Qt::SolidLine, Qt::FlatCap));
    painter.drawEllipse(ring);
    const int space = m_parts.size() > 1 ? 24 : 0;
    int from = quarter;
    for (qsizetype i = 0; whole > 0 && i < m_parts.size(); ++i) {
        const int length = int(double(m_parts.at(i)) / double(whole) * turn);
        painter.setPen(QPen(theme.series.at(i % theme.series.size()), thick, Qt::SolidLine, Qt::FlatCap));
        if (length > space)
            painter.drawArc(ring, from - space / 2, -(length - space));
        from -= length;
    }
    painter.setFont(theme.font(Type::Heading2));
    painter.setPen(theme.text);
    const int words = painter.fontMetrics().height();
    const QRect middle = where;
    painter.drawText(middle.translated(0, -words / 2 + 1), Qt::AlignCenter, m_middle);
    painter.setFont(theme.font(Type::Small));
    painter.setPen(theme.text2);
    painter.drawText(middle.translated(0, words / 2 + 1), Qt::AlignCenter, m_below);
}

} // namespace kit
