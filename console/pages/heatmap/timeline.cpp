#include "console/pages/heatmap/timeline.h"

#include "console/kit/display.h"
#include "console/kit/indiaclock.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace heatmap {

namespace {

QString said(Instant time, const QString &format)
{
    return QLocale().toString(kit::inIndia(time), format);
}

} // namespace

Timeline::Timeline(const kit::Theme &theme, QWidget *parent)
    : QAbstractSlider(parent)
    , m_theme(theme)
{
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setRange(0, 0);
    connect(&theme, &kit::Theme::changed, this, [this] { update(); });
}

void Timeline::show(const HeatSeries &series, HeatMetric metric)
{
    m_series = series;
    m_metric = metric;
    setRange(0, std::max(0, int(series.bars.size()) - 1));
    setPageStep(series.step == HeatStep::Hour ? 24 : series.step == HeatStep::Day ? 7 : 3);
    sliderChange(SliderValueChange);
    update();
}

const HeatBar *Timeline::chosen() const
{
    return value() < m_series.bars.size() ? &m_series.bars.at(value()) : nullptr;
}

qint64 Timeline::valueOf(const HeatBar &bar) const
{
    return m_metric == HeatMetric::Gmv ? bar.amount.minor : bar.count;
}

QString Timeline::nameOf(HeatStep step, const HeatBar &bar)
{
    switch (step) {
    case HeatStep::Hour:
        return said(bar.from, QStringLiteral("dddd d MMM, HH:mm–")) + said(bar.to, QStringLiteral("HH:mm"));
    case HeatStep::Day: return said(bar.from, QStringLiteral("dddd d MMM yyyy"));
    case HeatStep::Month: return said(bar.from, QStringLiteral("MMMM yyyy"));
    }
    return {};
}

QString Timeline::shortNameOf(HeatStep step, const HeatBar &bar)
{
    switch (step) {
    case HeatStep::Hour: return said(bar.from, QStringLiteral("ddd HH:mm"));
    case HeatStep::Day: return said(bar.from, QStringLiteral("ddd d MMM"));
    case HeatStep::Month: return said(bar.from, QStringLiteral("MMM yyyy"));
    }
    return {};
}

QSize Timeline::sizeHint() const
{
    return {m_theme.px(400), m_theme.px(84)};
}

QRectF Timeline::barArea() const
{
    return QRectF(rect()).adjusted(m_theme.px(4), m_theme.px(24), -m_theme.px(4), -m_theme.px(20));
}

int Timeline::barAt(double x) const
{
    const QRectF area = barArea();
    const int count = std::max(1, int(m_series.bars.size()));
    return std::clamp(int((x - area.left()) * count / area.width()), 0, count - 1);
}

void Timeline::mousePressEvent(QMouseEvent *event)
{
    setSliderDown(true);
    setValue(barAt(event->position().x()));
}

void Timeline::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown())
        setValue(barAt(event->position().x()));
}

void Timeline::mouseReleaseEvent(QMouseEvent *)
{
    setSliderDown(false);
}

void Timeline::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space)
        Q_EMIT played();
    else
        QAbstractSlider::keyPressEvent(event);
}

void Timeline::sliderChange(SliderChange change)
{
    QAbstractSlider::sliderChange(change);
    if (const HeatBar *bar = chosen()) {
        const QString figure =
            m_metric == HeatMetric::Gmv ? kit::display::rounded(bar->amount) : kit::display::text(bar->count);
        setAccessibleDescription(nameOf(m_series.step, *bar) + QStringLiteral(": ") + figure);
    }
    update();
}

void Timeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = barArea();
    if (m_series.bars.isEmpty())
        return;
    qint64 most = 1;
    for (const HeatBar &bar : m_series.bars)
        most = std::max(most, valueOf(bar));
    const double step = area.width() / double(m_series.bars.size());
    const double gap = std::min(2.0, step * 0.25);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < m_series.bars.size(); ++i) {
        const qint64 value = valueOf(m_series.bars[i]);
        const double height = std::max(2.0, area.height() * double(value) / double(most));
        const QRectF bar(area.left() + i * step + gap / 2, area.bottom() - height, step - gap, height);
        QColor color = value == 0 ? m_theme.sunken : m_theme.accent;
        if (i == this->value())
            color = m_theme.series.value(1, m_theme.accent);
        painter.setBrush(color);
        painter.drawRoundedRect(bar, std::min(2.0, bar.width() / 2), std::min(2.0, bar.width() / 2));
    }
    paintScale(painter, area);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.focus, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(7), m_theme.px(7));
    }
}

// Below the bars the days, months or years they begin; above, the name of the chosen one.
void Timeline::paintScale(QPainter &painter, const QRectF &area)
{
    const double step = area.width() / double(m_series.bars.size());
    const QString format = m_series.step == HeatStep::Hour  ? QStringLiteral("ddd d MMM")
                           : m_series.step == HeatStep::Day ? QStringLiteral("d MMM")
                                                            : QStringLiteral("MMM yy");
    painter.setFont(m_theme.font(kit::Type::Caption));
    painter.setPen(m_theme.text3);
    const QFontMetricsF metrics(painter.font());
    double free = area.left();
    for (int i = 0; i < m_series.bars.size(); ++i) {
        const QDateTime begin = kit::inIndia(m_series.bars[i].from);
        if (m_series.step == HeatStep::Hour && i > 0 && begin.time().hour() != 0)
            continue;
        const QString text = QLocale().toString(begin, format);
        const double x = area.left() + i * step;
        const double width = metrics.horizontalAdvance(text);
        if (x < free || x + width > area.right())
            continue;
        painter.drawText(QPointF(x, area.bottom() + m_theme.px(15)), text);
        free = x + width + m_theme.px(14);
    }
    const QString name = shortNameOf(m_series.step, m_series.bars.at(value()));
    const QFont strong = m_theme.font(kit::Type::BodyStrong);
    const double width = QFontMetricsF(strong).horizontalAdvance(name) + m_theme.px(14);
    const double middle = area.left() + (value() + 0.5) * step;
    const double left = std::clamp(middle - width / 2, area.left(), std::max(area.left(), area.right() - width));
    const QRectF flag(left, 1, width, m_theme.px(20));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tip);
    painter.drawRoundedRect(flag, m_theme.px(5), m_theme.px(5));
    painter.setFont(strong);
    painter.setPen(m_theme.onTip);
    painter.drawText(flag, Qt::AlignCenter, name);
}

} // namespace heatmap
