#pragma once

// Figures over time: this period as an area, the one before as a dashed line, and what is expected with its band. The
// pointer or the arrow keys show what a day was; the card around it has the same as a table.

#include "console/kit/theme.h"

#include <QChartView>

#include <functional>
#include <optional>

class QAreaSeries;
class QCategoryAxis;
class QLineSeries;
class QXYSeries;

namespace kit {

struct TrendLine
{
    enum class Look { Area, Dashed, Expected };
    QString name;
    Look look = Look::Area;
    QList<std::optional<qint64>> values; // one for each place; none: the line does not go there

    friend bool operator==(const TrendLine &, const TrendLine &) = default;
};

struct Trend
{
    QStringList places; // "21 Oct"
    QList<TrendLine> lines;
    QList<std::optional<std::pair<qint64, qint64>>> band = {}; // low and high, for each place
    QString bandName = {};
    std::function<QString(qint64)> shortly = {}; // on the axis
    std::function<QString(qint64)> exactly = {}; // beside the pointer
    qint64 unit = 1;                             // what the axis counts in whole steps of: 100 for rupees
};

class TrendChart : public QChartView
{
    Q_OBJECT

public:
    explicit TrendChart(const Theme &theme, QWidget *parent = nullptr);

    void show(const Trend &trend);
    void say(const QString &name);
    // As it looks in another theme, on paper.
    void draw(QPainter &painter, const QRect &where, const Theme &theme) const;
    int place() const { return m_place; } // the one whose figures are shown; −1: none
    QString spoken(int place) const;      // "21 Oct, this period ₹12.4 L, previous ₹9 L"
    QSize sizeHint() const override { return {m_theme.px(420), m_theme.px(220)}; }
    QSize minimumSizeHint() const override { return {m_theme.px(200), m_theme.px(150)}; }

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void rebuild();
    void addBand();
    void addLine(const TrendLine &line);
    void attach(QAbstractSeries *series);
    void layAxes();
    QStringList wordsOf(int place) const;
    void pointAt(int place);
    void drawLegend(QPainter &painter);
    void drawPlace(QPainter &painter);
    QPointF where(int place, qint64 value) const;
    QColor colorOf(TrendLine::Look look) const;

    const Theme &m_theme;
    QChart *m_chart;
    QCategoryAxis *m_across = nullptr;
    QCategoryAxis *m_up = nullptr;
    Trend m_trend;
    QString m_name;
    int m_place = -1;
};

} // namespace kit
