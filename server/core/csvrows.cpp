#include "server/core/csvrows.h"

#include <utility>

namespace csvrows {

std::optional<QList<Row>> read(const QString &text, QChar separator)
{
    QList<Row> rows;
    Row row{.line = 1};
    QString cell;
    qint64 line = 1;
    bool isQuoted = false, hasLines = false;
    const auto endCell = [&] {
        row.cells += cell.trimmed();
        cell.clear();
        hasLines = false;
    };
    for (qsizetype i = text.startsWith(QChar(QChar::ByteOrderMark)) ? 1 : 0; i < text.size(); ++i) {
        const QChar c = text[i];
        line += c == u'\n' ? 1 : 0;
        if (isQuoted) {
            const bool isDoubled = c == u'"' && i + 1 < text.size() && text[i + 1] == u'"';
            if (c == u'"' && !isDoubled)
                isQuoted = false;
            else
                cell += c;
            hasLines = hasLines || c == u'\n';
            i += isDoubled ? 1 : 0;
        } else if (c == u'"' && cell.trimmed().isEmpty()) {
            isQuoted = true;
        } else if (c == separator) {
            endCell();
        } else if (c == u'\n') {
            endCell();
            rows += std::exchange(row, {.line = line});
        } else if (hasLines && !c.isSpace()) {
            return std::nullopt;
        } else {
            cell += c;
        }
    }
    if (isQuoted)
        return std::nullopt;
    endCell();
    rows += row;
    return rows;
}

} // namespace csvrows
