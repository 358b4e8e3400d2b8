#include "server/reports/summary.h"

namespace reports {

Summary::Summary(const Kind &kind, const Words &words, const QString &language)
    : m_kind(kind)
    , m_words(words)
    , m_language(language)
    , m_sums(kind.source.columns.size(), 0)
{
    for (const ChartPlan &plan : kind.charts)
        m_series += Series{.label = columnOf(plan.label), .value = columnOf(plan.value)};
}

qsizetype Summary::columnOf(const QString &name) const
{
    const auto &columns = m_kind.source.columns;
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const auto &each) { return each.name == name; });
    Q_ASSERT(found != columns.end());
    return found - columns.begin();
}

void Summary::add(const Cells &row)
{
    ++m_rows;
    const auto &columns = m_kind.source.columns;
    for (qsizetype i = 0; i < row.size(); ++i)
        if (const auto *number = std::get_if<qint64>(&row[i]); number && columns[i].hasTotal)
            m_sums[i] += *number;
    for (Series &series : m_series) {
        const auto *number = std::get_if<qint64>(&row[series.value]);
        if (!number)
            continue;
        const ValueKind kind = columns[series.label].kind;
        const QString label = m_words.shown(m_language, kind, text(kind, row[series.label]));
        if (!series.sums.contains(label)) {
            if (series.labels.size() >= labelsMax) {
                series.rest += *number;
                continue;
            }
            series.labels += label;
        }
        series.sums[label] += *number;
    }
}

Closing Summary::closing() const
{
    Closing out{.rows = m_rows};
    const auto &columns = m_kind.source.columns;
    out.figures +=
        DocumentFigure{m_words.in(m_language, QStringLiteral("Rows")), ValueKind::Number, QString::number(m_rows)};
    for (qsizetype i = 0; i < columns.size(); ++i) {
        out.totals += columns[i].hasTotal ? Cell(m_sums[i]) : Cell();
        if (columns[i].hasTotal)
            out.figures += DocumentFigure{m_words.in(m_language, columns[i].label), columns[i].kind,
                                          text(columns[i].kind, m_sums[i])};
    }
    for (qsizetype i = 0; i < m_series.size(); ++i)
        if (!m_series[i].labels.isEmpty())
            out.charts += chart(m_kind.charts[i], m_series[i]);
    return out;
}

DocumentChart Summary::chart(const ChartPlan &plan, const Series &series) const
{
    const ValueKind kind = m_kind.source.columns[series.value].kind;
    DocumentChart out{.kind = plan.kind, .title = m_words.in(m_language, plan.title), .valueKind = kind};
    if (plan.kind != ChartKind::Line) {
        addLargest(out, series);
    } else {
        const QStringList newest = series.labels.sliced(std::max<qsizetype>(0, series.labels.size() - pointsMax));
        for (const QString &label : newest)
            out.points += ChartPoint{label, QString::number(series.sums.value(label))};
    }
    for (ChartPoint &point : out.points)
        point.value = text(kind, point.value.toLongLong());
    if (out.others)
        out.others = text(kind, out.others->toLongLong());
    return out;
}

void Summary::addLargest(DocumentChart &chart, const Series &series) const
{
    QStringList labels = series.labels;
    std::stable_sort(labels.begin(), labels.end(),
                     [&](const QString &a, const QString &b) { return series.sums.value(a) > series.sums.value(b); });
    qint64 rest = series.rest;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const qint64 sum = series.sums.value(labels[i]);
        if (i < barsMax)
            chart.points += ChartPoint{labels[i], QString::number(sum)};
        else
            rest += sum;
    }
    if (rest > 0)
        chart.others = QString::number(rest);
}

} // namespace reports
