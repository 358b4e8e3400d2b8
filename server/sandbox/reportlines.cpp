#include "server/sandbox/reportlines.h"

#include "shared/base/json.h"

namespace report {

namespace {

constexpr qsizetype longestLine = 1 << 20;
constexpr qsizetype sampledRows = 500;
constexpr qsizetype mostTables = 50;
constexpr std::size_t readBytes = 64 << 10;

bool isFitting(const Sample &sample, const DocumentRow &row)
{
    return row.cells.size() == sample.table.columns.size();
}

// False when the line does not belong where it stands.
bool take(Outline &outline, const DocumentLine &line, qint64 &rows)
{
    if (line.table) {
        outline.tables += Sample{.table = *line.table, .rows = {}};
        return outline.tables.size() <= mostTables;
    }
    if (outline.tables.isEmpty())
        return false;
    Sample &sample = outline.tables.last();
    if (sample.hasTotals)
        return false; // they close a table
    const DocumentRow *row = line.row ? &*line.row : line.totals ? &*line.totals : nullptr;
    if (!row || !isFitting(sample, *row))
        return false;
    sample.hasTotals = line.totals.has_value();
    if (line.row) {
        ++sample.count;
        ++rows;
    }
    // The totals are the longest numbers of all, so they always say how wide a column is.
    if (sample.hasTotals || sample.rows.size() < sampledRows)
        sample.rows += *row;
    return true;
}

} // namespace

void Lines::rewind()
{
    std::rewind(m_in);
}

bool Lines::readLine()
{
    static_assert(readBytes > 1);
    m_line.clear();
    char part[readBytes];
    while (std::fgets(part, sizeof part, m_in)) {
        m_line += part;
        if (m_line.endsWith('\n'))
            return true;
        if (m_line.size() > longestLine)
            return false;
    }
    return false; // also a last line without its end: it was cut off
}

std::optional<DocumentLine> Lines::next()
{
    if (!readLine()) {
        m_isDamaged = m_isDamaged || !m_line.isEmpty();
        return std::nullopt;
    }
    if (const auto json = json::document(m_line)) {
        if (const auto line = json::read<DocumentLine>(*json, json::Reader::Source::Reply))
            return *line;
    }
    m_isDamaged = true;
    return std::nullopt;
}

std::optional<Outline> outlineOf(Lines &lines)
{
    Outline outline;
    const auto first = lines.next();
    if (!first || !first->head)
        return std::nullopt;
    outline.head = *first->head;
    qint64 rows = 0;
    while (const auto line = lines.next()) {
        if (line->end)
            return line->end->rows == rows ? std::optional(outline) : std::nullopt;
        if (!take(outline, *line, rows))
            return std::nullopt;
    }
    return std::nullopt;
}

} // namespace report
