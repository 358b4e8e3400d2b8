#pragma once

// Where the rows of one report come from: a statement that is read piece by piece, each piece in a snapshot of its own,
// so that neither writers nor memory feel how long a report is.

#include "server/core/db.h"
#include "server/reports/cells.h"
#include "server/reports/rules.h"

#include <functional>

namespace reports {

// What of the market is asked for, with the period as times.
struct Filter
{
    Instant from;
    Instant before;
    std::optional<Id<Vendor>> vendorId = {};
    std::optional<Id<Category>> categoryId = {};
    std::optional<QString> region = {};

    Filter(const std::optional<Span> &span, const ReportScope &scope);
};

struct Piece
{
    QList<Cells> rows;
    sql::Values lastKey;
};

using ReadPiece = std::function<Piece(Tx &, const Filter &, const sql::Values &after, int limit)>;
using CountRows = std::function<qint64(Tx &, const Filter &)>;

// An opaque text of a key, and back; an empty list when the text is none of that form: a letter per part, i for an id,
// n for a number, t for a text.
QString keyText(const sql::Values &key);
sql::Values keyOf(const QString &text, const std::string &form);

} // namespace reports
