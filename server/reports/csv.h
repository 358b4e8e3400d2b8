#pragma once

// Comma separated values after RFC 4180, in UTF-8. What a spreadsheet would take for a formula becomes a text.

#include "server/reports/writer.h"

#include <QFile>

namespace reports {

enum class ByteOrderMark { Without, With };

class CsvWriter final : public Writer
{
public:
    CsvWriter(const QString &path, const Cover &cover, ByteOrderMark mark);

    void add(const Cells &row) override;
    void finish(const Closing &closing) override;

private:
    void write(const QByteArray &line);

    QFile m_file;
    const QList<ReportColumn> m_columns;
};

// One cell as it stands in the file.
QByteArray csvCell(ValueKind kind, const Cell &cell);

} // namespace reports
