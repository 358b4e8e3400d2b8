#include "server/sandbox/reportcharts.h"

#include <QPainterPath>

#include <cmath>

namespace report {

namespace {

constexpr int titleHeight = 24 * perPoint;
constexpr int padding = 12 * perPoint;
constexpr int labelHeight = 13 * perPoint;
constexpr int axisWidth = 52 * perPoint;
constexpr int barsMost = 12; // further points would be thinner than their names
constexpr int daysNamed = 6;
constexpr int fullCircle = 360 * 16; // QPainter counts in sixteenths of a degree

QFont small()
{
    return Paper::font(85, Weight::Normal);
}

qint64 largest(const DocumentChart &chart)
{
    qint64 out = 0;
    for (const ChartPoint &point : chart.points)
        out = qMax(out, hundredths(point.value));
    return out;
}

// A step of 1, 2 or 5 times a power of ten, so that four of them reach above the largest value.
qint64 stepFor(qint64 most)
{
    constexpr qint64 steps = 4;
    qint64 power = 1;
    for (;; power *= 10) {
        for (const qint64 times : {1, 2, 5}) {
            if (power * times * steps >= most || power > INT64_MAX / 100)
                return power * times;
        }
    }
}

void drawLine(Paper &paper, const QRect &where, const DocumentChart &chart)
{
    QPainter &painter = paper.painter();
    const Inks &inks = paper.inks();
    // Whole things have no tenths between the lines of the axis.
    const bool isWhole = chart.valueKind == ValueKind::Number;
    const qint64 step = qMax<qint64>(stepFor(largest(chart)), isWhole ? 100 : 1);
    const qint64 top = qMax<qint64>(1, (largest(chart) + step - 1) / step) * step;
    const QRect plot = where.adjusted(axisWidth, labelHeight / 2, 0, -labelHeight - 4 * perPoint);
    const auto yOf = [&](qint64 value) { return plot.bottom() - qreal(value) / qreal(top) * plot.height(); };
    for (qint64 at = 0; at <= top; at += step) {
        painter.setPen(QPen(at == 0 ? inks.borderStrong : inks.border, perPoint * 0.6));
        painter.drawLine(QPointF(plot.left(), yOf(at)), QPointF(plot.right(), yOf(at)));
        paper.line({where.x(), int(yOf(at)) - labelHeight / 2, axisWidth - 6 * perPoint, labelHeight},
                   paper.words().rounded(chart.valueKind, at), small(), inks.text3, Qt::AlignRight);
    }
    const int count = int(chart.points.size());
    const auto xOf = [&](int i) {
        return count == 1 ? plot.center().x() : plot.left() + qreal(i) / (count - 1) * plot.width();
    };
    QPolygonF line;
    for (int i = 0; i < count; ++i)
        line += QPointF(xOf(i), yOf(qMax<qint64>(0, hundredths(chart.points[i].value))));
    QPolygonF area = line;
    area << QPointF(line.last().x(), plot.bottom()) << QPointF(line.first().x(), plot.bottom());
    painter.setPen(Qt::NoPen);
    painter.setBrush(inks.accentSoft);
    painter.drawPolygon(area);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(inks.accent, 1.6 * perPoint, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    if (count == 1) {
        painter.setBrush(inks.accent);
        painter.drawEllipse(line.first(), 2.5 * perPoint, 2.5 * perPoint);
        painter.setBrush(Qt::NoBrush);
    }
    const int named = qMin(count, daysNamed);
    for (int n = 0; n < named; ++n) {
        const int i = named == 1 ? 0 : n * (count - 1) / (named - 1);
        const Qt::Alignment side = named == 1       ? Qt::AlignHCenter
                                   : n == 0         ? Qt::AlignLeft
                                   : n == named - 1 ? Qt::AlignRight
                                                    : Qt::AlignHCenter;
        const int width = plot.width() / daysNamed;
        const int x = int(xOf(i)) - (side == Qt::AlignLeft ? 0 : side == Qt::AlignRight ? width : width / 2);
        paper.line({x, plot.bottom() + 4 * perPoint, width, labelHeight}, paper.words().shortDay(chart.points[i].label),
                   small(), inks.text3, side);
    }
}

void drawBars(Paper &paper, const QRect &where, const DocumentChart &chart)
{
    QPainter &painter = paper.painter();
    const Inks &inks = paper.inks();
    const int count = int(qMin<qsizetype>(chart.points.size(), barsMost));
    const int lines = count + (chart.others ? 1 : 0);
    const int height = qMin(26 * perPoint, where.height() / lines);
    const int names = where.width() * 30 / 100, values = where.width() * 16 / 100;
    const int room = where.width() - names - values - 16 * perPoint;
    const qint64 most = qMax<qint64>(1, largest(chart));
    for (int i = 0; i < count; ++i) {
        const ChartPoint &point = chart.points.at(i);
        const int y = where.y() + i * height;
        paper.line({where.x(), y, names, height}, paper.words().shortDay(point.label), small(), inks.text2);
        const qreal size = qreal(qMax<qint64>(0, hundredths(point.value))) / qreal(most) * room;
        const QRectF bar(where.x() + names + 8 * perPoint, y + height * 0.18, qMax(size, qreal(perPoint)),
                         height * 0.64);
        painter.setPen(Qt::NoPen);
        painter.setBrush(inks.accent);
        painter.drawRoundedRect(bar, 2 * perPoint, 2 * perPoint);
        painter.setBrush(Qt::NoBrush);
        paper.number({where.right() - values, y, values, height}, paper.words().value(chart.valueKind, point.value),
                     small(), inks.text);
    }
    // All others together would be a bar beside which no other could be seen, so they are only told.
    if (chart.others) {
        const int y = where.y() + count * height;
        paper.line({where.x(), y, names, height}, paper.words()("Others"), small(), inks.text3);
        paper.number({where.right() - values, y, values, height}, paper.words().value(chart.valueKind, *chart.others),
                     small(), inks.text2);
    }
}

// The share in tenths of a percent, as text.
QString share(const Words &words, qint64 part, qint64 whole)
{
    const qint64 tenths = qint64((static_cast<__int128>(part) * 1000 + whole / 2) / whole);
    return words.value(ValueKind::Rate, QStringLiteral("%1.%2").arg(tenths / 10).arg(tenths % 10));
}

void drawDonut(Paper &paper, const QRect &where, DocumentChart chart)
{
    if (chart.others)
        chart.points += ChartPoint{paper.words()("Others"), *chart.others};
    QPainter &painter = paper.painter();
    const Inks &inks = paper.inks();
    const qsizetype count = qMin<qsizetype>(chart.points.size(), barsMost);
    qint64 whole = 0;
    for (qsizetype i = 0; i < count; ++i)
        whole += qMax<qint64>(0, hundredths(chart.points[i].value));
    whole = qMax<qint64>(1, whole);
    const int size = qMin(where.height(), where.width() * 34 / 100);
    const QRectF ring(where.x() + padding, where.y() + (where.height() - size) / 2.0, size, size);
    const auto color = [&](qsizetype i) {
        // After the six colours of the theme the same ones come paler.
        const QColor base = inks.series.at(i % inks.series.size());
        return i < inks.series.size() ? base : base.lighter(150);
    };
    qint64 before = 0;
    for (qsizetype i = 0; i < count; ++i) {
        const qint64 value = qMax<qint64>(0, hundredths(chart.points[i].value));
        const int from = int(qreal(before) / qreal(whole) * fullCircle);
        before += value;
        const int to = int(qreal(before) / qreal(whole) * fullCircle);
        painter.setPen(QPen(Qt::white, 1.2 * perPoint));
        painter.setBrush(color(i));
        painter.drawPie(ring, 90 * 16 - to, to - from);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawEllipse(ring.center(), size * 0.29, size * 0.29);
    painter.setBrush(Qt::NoBrush);
    paper.line(
        QRectF(ring.center().x() - size * 0.28, ring.center().y() - labelHeight, size * 0.56, labelHeight * 2).toRect(),
        paper.words().rounded(chart.valueKind, whole), Paper::font(120, Weight::Bold), inks.text, Qt::AlignHCenter);

    const int height = qMin(18 * perPoint, where.height() / int(count));
    const int left = int(ring.right()) + 3 * padding, width = where.right() - left;
    const int top = where.y() + (where.height() - height * int(count)) / 2;
    for (qsizetype i = 0; i < count; ++i) {
        const ChartPoint &point = chart.points[i];
        const int y = top + int(i) * height;
        const int dot = 7 * perPoint;
        painter.fillRect(QRect(left, y + (height - dot) / 2, dot, dot), color(i));
        paper.line({left + 2 * dot, y, width * 48 / 100, height}, paper.words().shortDay(point.label), small(),
                   inks.text2);
        paper.number({left + width * 56 / 100, y, width * 28 / 100, height},
                     paper.words().value(chart.valueKind, point.value), small(), inks.text);
        paper.number({left + width * 86 / 100, y, width * 14 / 100, height},
                     share(paper.words(), qMax<qint64>(0, hundredths(point.value)), whole), small(), inks.text3);
    }
}

} // namespace

void drawChart(Paper &paper, const QRect &where, const DocumentChart &chart)
{
    QPainter &painter = paper.painter();
    painter.setPen(QPen(paper.inks().border, perPoint));
    painter.drawRoundedRect(where, 6 * perPoint, 6 * perPoint);
    const QRect inside = where.adjusted(padding, padding, -padding, -padding);
    paper.line({inside.x(), inside.y(), inside.width(), 14 * perPoint}, chart.title, Paper::font(110, Weight::Bold),
               paper.inks().text);
    const QRect plot = inside.adjusted(0, titleHeight, 0, 0);
    if (chart.points.isEmpty() || largest(chart) <= 0) {
        paper.line(plot, paper.words()("Nothing to compare in this period"), small(), paper.inks().text3,
                   Qt::AlignHCenter);
        return;
    }
    switch (chart.kind) {
    case ChartKind::Line: return drawLine(paper, plot, chart);
    case ChartKind::Bar: return drawBars(paper, plot, chart);
    case ChartKind::Donut: return drawDonut(paper, plot, chart);
    }
}

} // namespace report
