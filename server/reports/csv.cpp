#include "server/reports/csv.h"

#include "server/core/csvtext.h"
#include "server/reports/rules.h"

#include <stdexcept>

namespace reports {

QByteArray csvCell(ValueKind kind, const Cell &cell)
{
    if (const auto *words = std::get_if<QString>(&cell))
        return csvtext::cell(*words);
    if (const auto *number = std::get_if<qint64>(&cell); number && kind == ValueKind::Instant)
        return india::timeText({*number}).toUtf8();
    return text(kind, cell).toUtf8();
}

CsvWriter::CsvWriter(const QString &path, const Cover &cover, ByteOrderMark mark)
    : m_file(path)
    , m_columns(cover.columns)
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        throw std::runtime_error("cannot write " + path.toStdString());
    if (mark == ByteOrderMark::With)
        write(csvtext::byteOrderMark);
    QByteArray line;
    for (const ReportColumn &column : m_columns)
        line += (line.isEmpty() ? "" : ",") + csvCell(ValueKind::Text, column.label);
    write(line + "\r\n");
}

void CsvWriter::add(const Cells &row)
{
    QByteArray line;
    for (qsizetype i = 0; i < row.size(); ++i)
        line += (i == 0 ? "" : ",") + csvCell(m_columns[i].kind, row[i]);
    write(line + "\r\n");
}

// Sums are for readers; a file for machines has none.
void CsvWriter::finish(const Closing &)
{
    if (!m_file.flush())
        throw std::runtime_error("cannot write " + m_file.fileName().toStdString());
    m_file.close();
}

void CsvWriter::write(const QByteArray &line)
{
    if (m_file.write(line) != line.size())
        throw std::runtime_error("cannot write " + m_file.fileName().toStdString());
}

} // namespace reports
