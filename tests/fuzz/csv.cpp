// Cells of a report's file: read by the rules of RFC 4180 they are what was written, and no spreadsheet takes one for a
// formula. What admins hand in from a bank is read by the target bank.

#include "tests/fuzz/fuzz.h"

#include "server/reports/csv.h"

namespace {

// One line, as strictly as RFC 4180 says it.
QList<QByteArray> cellsOf(const QByteArray &line)
{
    QList<QByteArray> out{QByteArray()};
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (isQuoted) {
            if (c != '"')
                out.last() += c;
            else if (i + 1 < line.size() && line[i + 1] == '"')
                out.last() += line[++i];
            else
                isQuoted = false;
        } else if (c == '"') {
            MUST_HOLD(i == 0 || line[i - 1] == ',');
            isQuoted = true;
        } else if (c == ',') {
            out += QByteArray();
        } else {
            MUST_HOLD(c != '\r' && c != '\n');
            out.last() += c;
        }
    }
    MUST_HOLD(!isQuoted);
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString words = QString::fromUtf8(bytesOf(data, size));
    const QByteArray cell = reports::csvCell(ValueKind::Text, words);

    const QList<QByteArray> cells = cellsOf(cell + ',' + cell);

    MUST_HOLD(cells.size() == 2 && cells[0] == cells[1]);
    MUST_HOLD(cells[0] == words.toUtf8() || cells[0] == '\'' + words.toUtf8());
    MUST_HOLD(!QByteArray("=+-@\t\r").contains(cells[0].left(1)) || cells[0].isEmpty());
    return 0;
}
