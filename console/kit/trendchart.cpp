#include "console/kit/trendchart.h"

#include "console/kit/curve.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QCoreApplication>
#include <QFontMetrics>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>

namespace kit {

namespace {

constexpr int stepsMost = 4;
constexpr int labelsMost = 7;
constexpr int between = 6;
constexpr int legendHeight = 26;

// The smallest of 1, 2, 2.5 and 5 times a power of ten that reaches the top in four steps.
qint64 stepFor(qint64 highest, qint64 unit)
{
    for (qint64 size = unit;; size *= 10) {
        for (const qint64 tenths : {10, 20, 25, 50}) {
            const qint64 step = size * tenths / 10;
            if ((tenths != 25 || size > unit) && step * stepsMost >= highest)
                return step;
        }
    }
}

QList<QPointF> pointsOf(const TrendLine &line)
{
    QList<QPointF> out;
    for (qsizetype i = 0; i < line.values.size(); ++i) {
        if (line.values.at(i))
            out += {double(i), double(*line.values.at(i))};
    }
    return out;
}

} // namespace

TrendChart::TrendChart(const Theme &theme, QWidget *parent)
    : QChartView(parent)
    , m_theme(theme)
    , m_chart(new QChart)
{
    setChart(m_chart);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_chart->setBackgroundVisible(false);
    m_chart->legend()->hide();
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    connect(&theme, &Theme::changed, this, &TrendChart::rebuild);
}

void TrendChart::say(const QString &name)
{
    m_name = name;
    setAccessibleName(m_place < 0 ? name : name + QStringLiteral(": ") + spoken(m_place));
}

void TrendChart::show(const Trend &trend)
{
    m_trend = trend;
    m_place = qMin(m_place, int(trend.places.size()) - 1);
    rebuild();
}

void TrendChart::draw(QPainter &painter, const QRect &where, const Theme &theme) const
{
    TrendChart twin(theme);
    // The chart lays itself out only when it is shown; nobody is to see this one.
    twin.setAttribute(Qt::WA_DontShowOnScreen);
    twin.resize(where.size());
    twin.show(m_trend);
    twin.setVisible(true);
    twin.m_chart->resize(where.size());
    QCoreApplication::sendPostedEvents(twin.m_chart);
    twin.render(&painter, where, twin.rect(), Qt::IgnoreAspectRatio);
}

QColor TrendChart::colorOf(TrendLine::Look look) const
{
    switch (look) {
    case TrendLine::Look::Area: return m_theme.series.first();
    case TrendLine::Look::Dashed: return m_theme.text3;
    case TrendLine::Look::Expected: return m_theme.series.at(1);
    }
    return m_theme.text3;
}

// A theme change leaves old colours in the series, so they are made anew.
void TrendChart::rebuild()
{
    // The legend is of no item of the scene, so that nothing else would paint over its old words.
    viewport()->update();
    m_chart->removeAllSeries();
    for (QAbstractAxis *axis : m_chart->axes()) {
        m_chart->removeAxis(axis);
        delete axis;
    }
    m_across = m_up = nullptr;
    // Half of the last label stands to the right of its point.
    const QString last = m_trend.places.isEmpty() ? QString() : m_trend.places.constLast();
    const int half = QFontMetrics(m_theme.font(Type::Small)).horizontalAdvance(last) / 2;
    m_chart->setMargins(QMargins(0, m_theme.px(legendHeight), qMax(m_theme.px(24), half + m_theme.px(10)), 0));
    if (m_trend.places.isEmpty())
        return;
    layAxes();
    addBand();
    for (auto line = m_trend.lines.rbegin(); line != m_trend.lines.rend(); ++line)
        addLine(*line);
    say(m_name);
}

void TrendChart::layAxes()
{
    qint64 highest = m_trend.unit;
    for (const TrendLine &line : std::as_const(m_trend.lines)) {
        for (const auto &value : line.values)
            highest = qMax(highest, value.value_or(0));
    }
    for (const auto &range : std::as_const(m_trend.band))
        highest = qMax(highest, range ? range->second : 0);
    const qint64 step = stepFor(highest, m_trend.unit);

    m_up = new QCategoryAxis(this);
    m_up->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    for (qint64 at = step; at <= highest || at == step; at += step)
        m_up->append(m_trend.shortly ? m_trend.shortly(at) : QString::number(at), double(at));
    m_up->setRange(0, double(qMax(highest, step)) * 1.06);

    m_across = new QCategoryAxis(this);
    m_across->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    const int last = int(m_trend.places.size()) - 1;
    const int every = qMax(1, (last + labelsMost - 2) / (labelsMost - 1));
    // Counted from the end, so that today has its name.
    for (int i = last % every; i <= last; i += every)
        m_across->append(m_trend.places.at(i), i);
    m_across->setRange(last == 0 ? -0.5 : 0, last == 0 ? 0.5 : last);

    for (QCategoryAxis *axis : {m_up, m_across}) {
        axis->setLabelsFont(m_theme.font(Type::Small));
        axis->setLabelsColor(m_theme.text2);
        axis->setLinePen(QPen(m_theme.border, 1));
        axis->setGridLinePen(QPen(m_theme.border, 1));
        axis->setTruncateLabels(false);
    }
    m_across->setGridLineVisible(false);
    m_chart->addAxis(m_across, Qt::AlignBottom);
    m_chart->addAxis(m_up, Qt::AlignLeft);
    m_up->setLineVisible(false);
}

void TrendChart::attach(QAbstractSeries *series)
{
    m_chart->addSeries(series);
    series->attachAxis(m_across);
    series->attachAxis(m_up);
}

void TrendChart::addBand()
{
    auto *low = new QLineSeries(this);
    auto *high = new QLineSeries(this);
    for (qsizetype i = 0; i < m_trend.band.size(); ++i) {
        if (const auto &range = m_trend.band.at(i)) {
            low->append(double(i), double(range->first));
            high->append(double(i), double(range->second));
        }
    }
    if (low->count() < 2) {
        delete low;
        delete high;
        return;
    }
    auto *band = new QAreaSeries(high, low);
    low->setParent(band);
    high->setParent(band);
    QColor tint = colorOf(TrendLine::Look::Expected);
    tint.setAlpha(38);
    band->setBrush(tint);
    band->setPen(Qt::NoPen);
    attach(band);
}

void TrendChart::addLine(const TrendLine &line)
{
    const QList<QPointF> points = pointsOf(line);
    const QColor color = colorOf(line.look);
    if (line.look == TrendLine::Look::Area && points.size() > 1) {
        auto *upper = new QLineSeries;
        upper->replace(smooth(points, between));
        auto *area = new QAreaSeries(upper);
        upper->setParent(area);
        QLinearGradient fade(0, 0, 0, 1);
        fade.setCoordinateMode(QGradient::ObjectMode);
        QColor tint = color;
        tint.setAlpha(58);
        fade.setColorAt(0, tint);
        tint.setAlpha(4);
        fade.setColorAt(1, tint);
        area->setBrush(fade);
        area->setPen(Qt::NoPen);
        attach(area);
    }
    auto *stroke = new QLineSeries;
    stroke->replace(smooth(points, between));
    QPen pen(color, line.look == TrendLine::Look::Area ? 2 : 1.4);
    if (line.look != TrendLine::Look::Area)
        pen.setDashPattern({4, 3});
    stroke->setPen(pen);
    stroke->setPointsVisible(points.size() == 1);
    attach(stroke);
}

QPointF TrendChart::where(int place, qint64 value) const
{
    return m_chart->mapToPosition(QPointF(place, double(value)), m_chart->series().constLast());
}

QStringList TrendChart::wordsOf(int place) const
{
    const auto exactly = [&](qint64 value) {
        return m_trend.exactly ? m_trend.exactly(value) : QString::number(value);
    };
    QStringList words{m_trend.places.value(place)};
    for (const TrendLine &line : m_trend.lines) {
        if (const auto value = line.values.value(place))
            words += line.name + u' ' + exactly(*value);
    }
    if (const auto range = m_trend.band.value(place))
        words += QStringLiteral("%1 – %2").arg(exactly(range->first), exactly(range->second));
    return words;
}

QString TrendChart::spoken(int place) const
{
    return wordsOf(place).join(QStringLiteral(", "));
}

void TrendChart::pointAt(int place)
{
    if (place == m_place)
        return;
    m_place = place;
    say(m_name);
    viewport()->update();
}

void TrendChart::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    if (m_trend.places.isEmpty() || m_chart->series().isEmpty())
        return;
    const QPointF value = m_chart->mapToValue(event->position(), m_chart->series().constLast());
    pointAt(qBound(0, int(qRound(value.x())), int(m_trend.places.size()) - 1));
}

void TrendChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    if (!hasFocus())
        pointAt(-1);
}

void TrendChart::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_trend.places.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left: pointAt(qBound(0, m_place - 1, last)); break;
    case Qt::Key_Right: pointAt(qBound(0, m_place + 1, last)); break;
    case Qt::Key_Home: pointAt(qMin(0, last)); break;
    case Qt::Key_End: pointAt(last); break;
    default: QChartView::keyPressEvent(event);
    }
}

void TrendChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    if (m_place < 0)
        pointAt(int(m_trend.places.size()) - 1);
    viewport()->update();
}

void TrendChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    pointAt(-1);
    viewport()->update();
}

void TrendChart::drawForeground(QPainter *painter, const QRectF &)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawLegend(*painter);
    drawPlace(*painter);
    if (hasFocus()) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_theme.focus, 1));
        painter->drawRoundedRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
    painter->restore();
}

void TrendChart::drawLegend(QPainter &painter)
{
    painter.setFont(m_theme.font(Type::Small));
    const int height = painter.fontMetrics().height();
    double left = m_theme.px(2);
    const auto entry = [&](const QString &name, const QColor &color) {
        const double size = m_theme.px(9);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRoundedRect(QRectF(left, (height - size) / 2 + 1, size, size), 2.5, 2.5);
        left += size + m_theme.px(7);
        painter.setPen(m_theme.text2);
        painter.drawText(QRectF(left, 0, 400, height), Qt::AlignVCenter, name);
        left += painter.fontMetrics().horizontalAdvance(name) + m_theme.px(12);
    };
    for (const TrendLine &line : std::as_const(m_trend.lines))
        entry(line.name, colorOf(line.look));
    if (!m_trend.bandName.isEmpty()) {
        QColor tint = colorOf(TrendLine::Look::Expected);
        tint.setAlpha(70);
        entry(m_trend.bandName, tint);
    }
}

void TrendChart::drawPlace(QPainter &painter)
{
    if (m_place < 0 || m_chart->series().isEmpty())
        return;
    const QRectF plot = m_chart->plotArea();
    const double x = where(m_place, 0).x();
    painter.setPen(QPen(m_theme.borderStrong, 1));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    for (const TrendLine &line : std::as_const(m_trend.lines)) {
        if (const auto value = line.values.value(m_place)) {
            painter.setPen(QPen(m_theme.surface, 2));
            painter.setBrush(colorOf(line.look));
            painter.drawEllipse(where(m_place, *value), 4.5, 4.5);
        }
    }
    const QStringList words = wordsOf(m_place);
    painter.setFont(m_theme.font(Type::Small));
    const int height = painter.fontMetrics().height();
    int width = 0;
    for (const QString &word : words)
        width = qMax(width, painter.fontMetrics().horizontalAdvance(word));
    QRectF box(x + m_theme.px(10), plot.top() + m_theme.px(6), width + m_theme.px(16),
               height * double(words.size()) + m_theme.px(10));
    if (box.right() > plot.right())
        box.moveRight(x - m_theme.px(10));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tip);
    painter.drawRoundedRect(box, 6, 6);
    painter.setPen(m_theme.onTip);
    for (qsizetype i = 0; i < words.size(); ++i)
        painter.drawText(
            QRectF(box.left() + m_theme.px(8), box.top() + m_theme.px(5) + double(i) * height, width + 2, height),
            Qt::AlignVCenter, words.at(i));
}

} // namespace kit
