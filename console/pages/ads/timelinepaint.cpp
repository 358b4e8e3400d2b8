// How the timeline looks: lanes, days, bars. Only what is on screen is painted.

#include "console/kit/display.h"
#include "console/pages/ads/thumbs.h"
#include "console/pages/ads/timeline.h"

#include <QCoreApplication>
#include <QPainter>
#include <QScrollBar>

namespace ads {

using kit::Type;

namespace {

QColor mixed(const QColor &a, const QColor &b, double share)
{
    return QColor::fromRgbF(float(a.redF() * share + b.redF() * (1 - share)),
                            float(a.greenF() * share + b.greenF() * (1 - share)),
                            float(a.blueF() * share + b.blueF() * (1 - share)));
}

// A colour that stays with the ad, whatever stands beside it.
QColor colorOf(const kit::Theme &theme, const Ad &ad)
{
    return theme.series.at(qsizetype(ad.id.uuid.data4[7] % quint32(theme.series.size())));
}

bool isWeekend(QDate day)
{
    return day.dayOfWeek() > 5;
}

} // namespace

void Timeline::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), m_theme.surface);
    if (!m_stretch.from.isValid())
        return;
    paintGrid(painter);
    painter.save();
    painter.setClipRect(QRect(sideWidth(), headHeight(), viewport()->width(), viewport()->height()));
    paintToday(painter);
    for (const Lane &lane : m_lanes)
        for (const Bar &bar : lane.bars)
            if (bar.ad.id.text() != m_chosen)
                paintBar(painter, bar);
    // The chosen one lies above its neighbours, also while it is dragged over them.
    if (const Bar *bar = find(m_chosen))
        paintBar(painter, *bar);
    painter.restore();
    paintSlots(painter);
    paintHead(painter);
}

void Timeline::paintGrid(QPainter &painter) const
{
    const int bottom = viewport()->height();
    for (int i = 0; i < m_stretch.days; ++i) {
        const QDate day = m_stretch.from.addDays(i);
        const QRectF column(xOf(day), headHeight(), dayWidth(), bottom - headHeight());
        if (isWeekend(day) && m_stretch.days <= 62)
            painter.fillRect(column, mixed(m_theme.sunken, m_theme.surface, 0.6));
        const bool isEdge = m_stretch.days > 62 ? day.day() == 1 : day.dayOfWeek() == 1;
        if (isEdge) {
            painter.setPen(m_theme.border);
            painter.drawLine(QPointF(column.left(), 0), QPointF(column.left(), bottom));
        }
    }
    painter.setPen(m_theme.border);
    for (const Lane &lane : m_lanes) {
        const int y = headHeight() + lane.top + lane.height - verticalScrollBar()->value();
        painter.drawLine(0, y, viewport()->width(), y);
    }
}

// Where days are narrow only every other one has its number, and today always.
bool Timeline::isNumbered(QDate day) const
{
    const int step = dayWidth() >= m_theme.px(21) ? 1 : 2;
    const bool isNextToToday = qAbs(day.daysTo(m_today)) == 1;
    return step == 1 || day == m_today || (day.dayOfWeek() % step == 1 && day.dayOfWeek() < 7 && !isNextToToday);
}

void Timeline::paintHead(QPainter &painter) const
{
    const int width = viewport()->width(), half = headHeight() / 2;
    painter.fillRect(QRect(0, 0, width, headHeight()), m_theme.surfaceAlt);
    painter.setPen(m_theme.border);
    painter.drawLine(0, headHeight(), width, headHeight());
    painter.drawLine(sideWidth(), 0, sideWidth(), viewport()->height());
    const bool isWide = m_stretch.days > 62;
    const QLocale locale;
    for (int i = 0; i < m_stretch.days; ++i) {
        const QDate day = m_stretch.from.addDays(i);
        const double x = xOf(day);
        const bool isHeading = i == 0 || (isWide ? day.day() == 1 : day.dayOfWeek() == 1);
        if (isHeading) {
            const int left = isWide ? day.daysInMonth() - day.day() + 1 : 8 - day.dayOfWeek();
            const QRectF where(x + m_theme.px(6), 0, left * dayWidth() - m_theme.px(8), half + m_theme.px(4));
            painter.setFont(m_theme.font(Type::Caption));
            painter.setPen(m_theme.text2);
            const QString words =
                isWide ? locale.toString(day, QStringLiteral("MMM yyyy"))
                       : tr("Week %1 · %2").arg(day.weekNumber()).arg(locale.toString(day, QStringLiteral("d MMM")));
            painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(words, Qt::ElideRight, int(where.width())));
        }
        if (isWide ? day.dayOfWeek() != 1 : !isNumbered(day))
            continue;
        const QRectF cell(x, half, isWide ? 7 * dayWidth() : dayWidth(), half - m_theme.px(2));
        const bool isToday = day == m_today || (isWide && day <= m_today && m_today < day.addDays(7));
        painter.setFont(m_theme.font(isToday ? Type::Caption : Type::Small));
        const QString number = m_stretch.days <= 14 ? locale.toString(day, QStringLiteral("ddd d"))
                                                    : locale.toString(isToday && isWide ? m_today.day() : day.day());
        if (isToday) {
            const double size = m_theme.px(20);
            const double wide = std::max(size, double(painter.fontMetrics().horizontalAdvance(number) + m_theme.px(8)));
            painter.setBrush(m_theme.accent);
            painter.setPen(Qt::NoPen);
            painter.drawRoundedRect(QRectF(cell.center().x() - wide / 2, cell.center().y() - size / 2, wide, size),
                                    size / 2, size / 2);
        }
        painter.setPen(isToday ? m_theme.onAccent : isWeekend(day) && !isWide ? m_theme.text3 : m_theme.text2);
        painter.drawText(cell, Qt::AlignCenter, number);
    }
}

void Timeline::paintSlots(QPainter &painter) const
{
    painter.fillRect(QRect(0, headHeight(), sideWidth(), viewport()->height()), m_theme.surface);
    for (const Lane &lane : m_lanes) {
        const int top = headHeight() + lane.top - verticalScrollBar()->value();
        if (top > viewport()->height() || top + lane.height < headHeight())
            continue;
        painter.setPen(m_theme.border);
        painter.drawLine(0, top + lane.height, sideWidth(), top + lane.height);
        const QRect words(m_theme.px(16), top, sideWidth() - m_theme.px(22), lane.height);
        painter.setFont(m_theme.font(Type::BodyStrong));
        painter.setPen(m_theme.text);
        QString name = nameOf(lane);
        // The name of a category tells more than the word in front of it.
        if (lane.category && painter.fontMetrics().horizontalAdvance(name) > words.width())
            name = m_categories.nameOf(*lane.category);
        painter.drawText(words.adjusted(0, 0, 0, -m_theme.px(17)), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(name, Qt::ElideRight, words.width()));
        painter.setFont(m_theme.font(Type::Small));
        painter.setPen(m_theme.text2);
        const QString about = shapeText(lane.slot);
        painter.drawText(words.adjusted(0, m_theme.px(17), 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(about, Qt::ElideRight, words.width()));
    }
    painter.setPen(m_theme.border);
    painter.drawLine(sideWidth(), 0, sideWidth(), viewport()->height());
}

QString Timeline::shapeText(AdSlot slot)
{
    const AdSlotShape &shape = shapeOf(slot);
    return tr("%1 × %2 · %Ln at a time", nullptr, shape.rotation).arg(shape.width).arg(shape.height);
}

void Timeline::paintToday(QPainter &painter) const
{
    if (m_today < m_stretch.from || m_today >= m_stretch.until())
        return;
    const double x = xOf(m_today) + dayWidth() / 2;
    const QColor color = m_theme.tone(kit::Tone::Danger).dot;
    painter.setPen(QPen(color, 1.5));
    painter.drawLine(QPointF(x, headHeight()), QPointF(x, viewport()->height()));
    painter.setBrush(color);
    painter.drawEllipse(QPointF(x, headHeight() + 1), m_theme.px(3), m_theme.px(3));
}

void Timeline::paintBar(QPainter &painter, const Bar &bar) const
{
    const QRectF where = rectOf(bar);
    if (where.bottom() < headHeight() || where.top() > viewport()->height() || where.right() <= sideWidth())
        return;
    const QString id = bar.ad.id.text();
    const bool isOver = bar.ad.state == AdState::Ended || bar.ad.state == AdState::Spent;
    const bool isSolid = bar.ad.state == AdState::Running || isOver;
    const bool isConflict = isMarked(id);
    const QColor hue = isOver ? m_theme.text3 : colorOf(m_theme, bar.ad);
    const double depth = isOver ? 0.10 : isSolid ? 0.24 : 0.10;
    const double radius = m_theme.px(5);

    QPen edge(Qt::NoPen);
    if (isConflict)
        edge = QPen(m_theme.tone(kit::Tone::Danger).dot, 1.5, Qt::DashLine);
    else if (id == m_chosen)
        edge = QPen(hasFocus() ? m_theme.focus : m_theme.accent, 2);
    else if (!isSolid)
        edge = QPen(hue, 1, Qt::DashLine);
    else if (id == m_hovered)
        edge = QPen(hue, 1);
    painter.setPen(edge);
    painter.setBrush(mixed(hue, m_theme.surface, depth));
    painter.drawRoundedRect(where, radius, radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(hue);
    painter.drawRoundedRect(QRectF(where.left() + 3, where.top() + 4, 3, where.height() - 8), 1.5, 1.5);
    paintWords(painter, bar, where.adjusted(m_theme.px(10), 0, -m_theme.px(8), 0),
               isOver ? m_theme.text2 : mixed(hue, m_theme.text, 0.35));
}

void Timeline::paintWords(QPainter &painter, const Bar &bar, const QRectF &where, const QColor &ink) const
{
    double left = where.left(), right = where.right();
    const QSizeF thumb(m_theme.px(26), m_theme.px(18));
    if (where.width() > m_theme.px(74)) {
        const QRectF place(QPointF(left, where.center().y() - thumb.height() / 2), thumb);
        m_thumbs.paint(painter, bar.ad, place, m_theme.px(3));
        left = place.right() + m_theme.px(6);
    }
    const bool isPaused = bar.ad.state == AdState::Paused, isConflict = isMarked(bar.ad.id.text());
    if ((isPaused || isConflict) && right - left > m_theme.px(22)) {
        const double size = m_theme.px(14);
        right -= size;
        m_theme.drawIcon(painter, isConflict ? QStringLiteral("triangle-alert") : QStringLiteral("pause"),
                         QRectF(right, where.center().y() - size / 2, size, size),
                         isConflict ? m_theme.tone(kit::Tone::Danger).dot : ink);
        right -= m_theme.px(6);
    }
    painter.setFont(m_theme.font(Type::Caption));
    painter.setPen(ink);
    const QFontMetrics metrics = painter.fontMetrics();
    if (bar.ad.impressions > 0) {
        const QString rate = tr("%1 CTR").arg(kit::display::text(bar.ad.ctr));
        const double wide = metrics.horizontalAdvance(rate);
        if (right - left > wide + m_theme.px(56)) {
            painter.drawText(QRectF(right - wide, where.top(), wide, where.height()), Qt::AlignCenter, rate);
            right -= wide + m_theme.px(8);
        }
    }
    if (right - left > m_theme.px(26)) // less would only show dots
        painter.drawText(QRectF(left, where.top(), right - left, where.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(bar.ad.title, Qt::ElideRight, int(right - left)));
}

} // namespace ads
