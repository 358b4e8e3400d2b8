#include "console/pages/ads/sparkline.h"

#include "console/kit/display.h"

#include <QDate>
#include <QPainter>
#include <QPainterPath>

namespace ads {

namespace {

constexpr int daysMax = 366;

} // namespace

Sparkline::Sparkline(const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize Sparkline::sizeHint() const
{
    return {m_theme.px(200), m_theme.px(40)};
}

void Sparkline::show(const QList<AdDay> &days)
{
    m_views.clear();
    if (!days.isEmpty()) {
        const QDate first = QDate::fromString(days.constFirst().day, Qt::ISODate);
        const QDate last = QDate::fromString(days.constLast().day, Qt::ISODate);
        m_views.resize(std::clamp<qint64>(first.daysTo(last) + 1, 1, daysMax));
        for (const AdDay &each : days) {
            const qint64 at = first.daysTo(QDate::fromString(each.day, Qt::ISODate));
            if (at >= 0 && at < m_views.size())
                m_views[at] += each.impressions;
        }
    }
    setVisible(m_views.size() > 1);
    setAccessibleName(m_views.isEmpty()
                          ? QString()
                          : tr("Impressions by day, at most %1")
                                .arg(kit::display::text(*std::max_element(m_views.cbegin(), m_views.cend()))));
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    if (m_views.size() < 2)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double most = double(std::max<qint64>(1, *std::max_element(m_views.cbegin(), m_views.cend())));
    const double step = double(width() - 2) / double(m_views.size() - 1);
    QPainterPath line;
    for (qsizetype i = 0; i < m_views.size(); ++i) {
        const QPointF point(1 + double(i) * step, height() - 3 - double(m_views[i]) / most * (height() - 8));
        i == 0 ? line.moveTo(point) : line.lineTo(point);
    }
    QPainterPath ground = line;
    ground.lineTo(width() - 1, height());
    ground.lineTo(1, height());
    QColor under = m_theme.accent;
    under.setAlphaF(0.14f);
    painter.fillPath(ground, under);
    painter.strokePath(line, QPen(m_theme.accent, 1.5));
}

} // namespace ads
