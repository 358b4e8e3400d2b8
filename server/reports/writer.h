#pragma once

// What makes a file of rows, one at a time and in constant memory.

#include "server/reports/cells.h"
#include "shared/base/values.h"
#include "shared/contract/reportdocument.h"

#include <memory>

namespace reports {

// What a file says besides its rows; all words are in its language already.
struct Cover
{
    QString title;
    QString subtitle;
    std::optional<QString> from;
    std::optional<QString> to;
    QString language;
    Instant createdAt;
    QList<ReportColumn> columns;
    QString totalWord;
};

// What is known only after the last row.
struct Closing
{
    qint64 rows = 0;
    Cells totals; // nothing where a column has none
    QList<DocumentFigure> figures;
    QList<DocumentChart> charts;
};

// Thrown by finish() when the server stops before the file is complete.
struct Interrupted
{};

class Writer
{
public:
    virtual ~Writer() = default;
    virtual void add(const Cells &row) = 0;
    // The file is complete after this and not before.
    virtual void finish(const Closing &closing) = 0;
};

} // namespace reports
