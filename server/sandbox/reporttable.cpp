#include "server/sandbox/reporttable.h"

#include <QFontMetrics>

#include <numeric>

namespace report {

namespace {

constexpr int padding = 4 * perPoint;
constexpr int titleHeight = 26 * perPoint;
constexpr int widestText = 170 * perPoint;
constexpr int narrowestText = 56 * perPoint;
constexpr int headLinesMost = 3;

struct Wants
{
    QList<int> natural; // to be read whole
    QList<int> least;
};

// Days and times are as short as numbers and mean as little when they are cut.
bool isWhole(ValueKind kind)
{
    return kind != ValueKind::Text && kind != ValueKind::State;
}

// What is sampled may lie in a month whose name is short.
int longestDay(const QFontMetrics &metrics, const Words &words, ValueKind kind)
{
    int out = 0;
    for (int month = 1; month <= 12; ++month) {
        const QString day = QStringLiteral("2028-%1-28").arg(month, 2, 10, QChar(u'0'));
        const QString wire = kind == ValueKind::Day ? day : day + QStringLiteral("T14:28:28.000Z");
        out = qMax(out, metrics.horizontalAdvance(words.value(kind, wire)));
    }
    return out;
}

int longestWord(const QFontMetrics &metrics, const QString &label)
{
    int out = 0;
    for (const QString &word : label.split(u' '))
        out = qMax(out, metrics.horizontalAdvance(word));
    return out;
}

Wants wantsOf(const Sample &sample, const Words &words, int size)
{
    const QFontMetrics plain(Paper::font(size, Weight::Normal)), bold(Paper::font(size, Weight::Bold));
    Wants out;
    for (qsizetype i = 0; i < sample.table.columns.size(); ++i) {
        const ReportColumn &column = sample.table.columns[i];
        int width = longestWord(bold, column.label);
        for (const DocumentRow &row : sample.rows)
            width = qMax(width, bold.horizontalAdvance(words.value(column.kind, row.cells[i].left(widestText / 10))));
        if (column.kind == ValueKind::Day || column.kind == ValueKind::Instant)
            width = qMax(width, longestDay(bold, words, column.kind));
        width += 2 * padding + perPoint; // a hair more, or rounding would cut the longest one
        out.natural += isWhole(column.kind) ? width : qMin(width, widestText);
        out.least += isWhole(column.kind) ? width : qMin(width, narrowestText);
    }
    return out;
}

int sum(const QList<int> &list)
{
    return std::accumulate(list.cbegin(), list.cend(), 0);
}

// What is left over goes to every column by its width; the last one takes what rounding left.
QList<int> spread(const QList<int> &widths, int room)
{
    QList<int> out;
    const qint64 whole = qMax(1, sum(widths));
    for (const int width : widths)
        out += int(qint64(width) * room / whole);
    out.last() += room - sum(out);
    return out;
}

// Between least and natural, each by what it could give away.
QList<int> squeeze(const Wants &wants, int room)
{
    const qint64 spare = sum(wants.natural) - sum(wants.least);
    const qint64 given = room - sum(wants.least);
    QList<int> out;
    for (qsizetype i = 0; i < wants.natural.size(); ++i)
        out += wants.least[i] + int((wants.natural[i] - wants.least[i]) * given / qMax<qint64>(1, spare));
    return out;
}

struct Attempt
{
    Way way;
    int size;
    enum class Fit { Natural, Squeezed, Any } fit;
};

using enum Attempt::Fit;
constexpr Attempt attempts[] = {{Way::Upright, 85, Natural},   {Way::Sideways, 85, Natural},
                                {Way::Sideways, 78, Natural},  {Way::Sideways, 78, Squeezed},
                                {Way::Sideways, 66, Squeezed}, {Way::Sideways, 56, Squeezed},
                                {Way::Sideways, 50, Any}};

std::optional<QList<int>> widthsFor(const Attempt &attempt, const Wants &wants)
{
    const int room = Paper::sheet(attempt.way).width();
    if (sum(wants.natural) <= room)
        return spread(wants.natural, room);
    if (attempt.fit == Natural)
        return std::nullopt;
    if (sum(wants.least) <= room)
        return squeeze(wants, room);
    return attempt.fit == Any ? std::optional(spread(wants.least, room)) : std::nullopt;
}

int headLines(const Sample &sample, const QList<int> &widths, int size)
{
    const QFontMetrics bold(Paper::font(size, Weight::Bold));
    int out = 1;
    for (qsizetype i = 0; i < widths.size(); ++i) {
        const int room = widths[i] - 2 * padding;
        int lines = 1, used = 0;
        for (const QString &word : sample.table.columns[i].label.split(u' ')) {
            const int width = bold.horizontalAdvance(word + u' ');
            if (used > 0 && used + width - bold.horizontalAdvance(u' ') > room) {
                ++lines;
                used = 0;
            }
            used += width;
        }
        out = qMax(out, lines);
    }
    return qMin(out, headLinesMost);
}

} // namespace

Plan planOf(const Sample &sample, const Words &words)
{
    Plan out;
    for (const Attempt &attempt : attempts) {
        const auto widths = widthsFor(attempt, wantsOf(sample, words, attempt.size));
        if (!widths)
            continue;
        out.way = attempt.way;
        out.size = attempt.size;
        out.widths = *widths;
        break;
    }
    const int line = QFontMetrics(Paper::font(out.size, Weight::Normal)).height();
    out.rowHeight = line + line * 2 / 5;
    out.headHeight = headLines(sample, out.widths, out.size) * line + 8 * perPoint;
    const int room = Paper::sheet(out.way).height() - footHeight - titleHeight - out.headHeight;
    out.rowsOnSheet = qMax(1, room / out.rowHeight);
    const qint64 rows = qMax<qint64>(1, sample.count) + (sample.hasTotals ? 1 : 0);
    out.sheets = (rows + out.rowsOnSheet - 1) / out.rowsOnSheet;
    return out;
}

Table::Table(Paper &paper, const Sample &sample, const Plan &plan)
    : m_paper(paper)
    , m_sample(sample)
    , m_plan(plan)
    , m_plain(Paper::font(plan.size, Weight::Normal))
    , m_bold(Paper::font(plan.size, Weight::Bold))
{
    turnOver();
}

void Table::turnOver()
{
    m_paper.turnOver(m_plan.way);
    m_onSheet = 0;
    ++m_sheet;
    drawHead();
}

void Table::drawHead()
{
    const Words &words = m_paper.words();
    const Inks &inks = m_paper.inks();
    const QRect body = m_paper.body();
    const QString title = m_sample.table.title;
    m_paper.line({body.x(), body.y(), body.width() * 3 / 4, titleHeight - 6 * perPoint},
                 m_sheet == 1 ? title : title + QStringLiteral(" · ") + words("continued"),
                 Paper::font(130, Weight::Bold), inks.text);
    const QString count = m_sample.count == 1
                              ? words("1 row")
                              : words("%1 rows").arg(words.value(ValueKind::Number, QString::number(m_sample.count)));
    m_paper.line({body.x(), body.y(), body.width(), titleHeight - 6 * perPoint}, count, Paper::font(90, Weight::Normal),
                 inks.text2, Qt::AlignRight);
    const QRect head(body.x(), body.y() + titleHeight, body.width(), m_plan.headHeight);
    m_paper.painter().fillRect(head, inks.accentSoft);
    int x = head.x();
    const int line = QFontMetrics(m_bold).height();
    for (qsizetype i = 0; i < m_plan.widths.size(); ++i) {
        const ReportColumn &column = m_sample.table.columns[i];
        const QRect cell(x + padding, head.y() + 4 * perPoint, m_plan.widths[i] - 2 * padding, head.height());
        m_paper.lines(cell, column.label, m_bold, inks.accentText, (m_plan.headHeight - 8 * perPoint) / line,
                      isNumber(column.kind) ? Qt::AlignRight : Qt::AlignLeft);
        x += m_plan.widths[i];
    }
}

QRect Table::nextRow()
{
    if (m_onSheet == m_plan.rowsOnSheet)
        turnOver();
    const QRect body = m_paper.body();
    return {body.x(), body.y() + titleHeight + m_plan.headHeight + m_onSheet++ * m_plan.rowHeight, body.width(),
            m_plan.rowHeight};
}

void Table::drawCells(const QRect &where, const DocumentRow &row, Weight weight)
{
    int x = where.x();
    const QFont &font = weight == Weight::Bold ? m_bold : m_plain;
    for (qsizetype i = 0; i < m_plan.widths.size(); ++i) {
        const ValueKind kind = m_sample.table.columns[i].kind;
        const QRect cell(x + padding, where.y(), m_plan.widths[i] - 2 * padding, where.height());
        const QString text = m_paper.words().value(kind, row.cells[i]);
        if (isNumber(kind))
            m_paper.number(cell, text, font, m_paper.inks().text);
        else
            m_paper.line(cell, text, font, m_paper.inks().text);
        x += m_plan.widths[i];
    }
}

void Table::add(const DocumentRow &row)
{
    const QRect where = nextRow();
    if (m_rows++ % 2 == 1)
        m_paper.painter().fillRect(where, m_paper.inks().surfaceAlt);
    m_paper.painter().setPen(QPen(m_paper.inks().border, perPoint * 0.4));
    m_paper.painter().drawLine(where.bottomLeft(), where.bottomRight());
    drawCells(where, row, Weight::Normal);
}

void Table::end()
{
    if (m_sample.count > 0)
        return;
    m_paper.line(nextRow().adjusted(padding, 0, -padding, 0), m_paper.words()("No rows in this period"), m_plain,
                 m_paper.inks().text2);
}

void Table::close(const DocumentRow &totals)
{
    end();
    const QRect where = nextRow();
    m_paper.painter().fillRect(where, m_paper.inks().accentSoft);
    m_paper.painter().setPen(QPen(m_paper.inks().accent, perPoint * 0.9));
    m_paper.painter().drawLine(where.topLeft(), where.topRight());
    DocumentRow row = totals;
    if (row.cells.first().isEmpty() && m_sample.table.columns.first().kind != ValueKind::Money)
        row.cells.first() = m_paper.words()("Total");
    drawCells(where, row, Weight::Bold);
}

} // namespace report
