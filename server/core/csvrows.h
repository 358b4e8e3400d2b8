#pragma once

// Reads tables of separated values that others have written, after RFC 4180: a quoted cell may hold separators, line
// ends and doubled marks. A mark within words that are not quoted is only that.

#include <QStringList>

#include <optional>

namespace csvrows {

struct Row
{
    qint64 line = 0;   // where it begins, as an editor counts
    QStringList cells; // without the blanks around them

    bool isEmpty() const { return cells.join(QString()).isEmpty(); } // a spreadsheet writes separators
};

// Nothing when a quoted cell has no end, or ends lines later with words behind its mark: the lines in it would be
// swallowed unseen.
std::optional<QList<Row>> read(const QString &text, QChar separator);

} // namespace csvrows
