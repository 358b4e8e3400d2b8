#pragma once

// A report as it travels from the server to the program that draws it: JSON lines, each a DocumentLine with one member
// that is not null. First the head, then each table with its rows and, where sums mean something, its totals; the end
// comes last, so that a document that was cut off is known as one.
//
//   {"head":{…},"table":null,"row":null,"totals":null,"end":null}
//
// Values stand in the text form they have on the wire everywhere (money "1234.50", a time "2026-11-20T09:31:00.000Z", a
// day "2026-11-20"); whoever draws them formats them for the reader. An empty text is no value.

#include "shared/base/fields.h"
#include "shared/base/names.h"

#include <optional>

// How a value is read and shown. A rate is in percent; a word is one of a fixed set, "out_for_delivery", a state a code
// such as "IN-MH", an id what only programs read.
NAMED_ENUM(ValueKind, Text, Number, Money, Quantity, Rate, Instant, Day, Word, State, Id)
// A line goes over days, bars and donuts compare.
NAMED_ENUM(ChartKind, Line, Bar, Donut)

struct ReportColumn
{
    QString name;  // on the wire
    QString label; // in the document's language
    ValueKind kind = ValueKind::Text;
    bool hasTotal = false; // its sum means something

    FIELDS(ReportColumn, FIELD(name), FIELD(label), FIELD(kind), FIELD(hasTotal))
};

struct DocumentFigure
{
    QString label;
    ValueKind kind = ValueKind::Number;
    QString value;

    FIELDS(DocumentFigure, FIELD(label), FIELD(kind), FIELD(value))
};

struct ChartPoint
{
    QString label; // of a line the day
    QString value;

    FIELDS(ChartPoint, FIELD(label), FIELD(value))
};

struct DocumentChart
{
    ChartKind kind = ChartKind::Bar;
    QString title;
    ValueKind valueKind = ValueKind::Number;
    QList<ChartPoint> points;
    std::optional<QString> others; // what all further ones come to

    FIELDS(DocumentChart, FIELD(kind), FIELD(title), FIELD(valueKind), FIELD(points, .countMax = 400), FIELD(others))
};

struct DocumentHead
{
    QString title;
    QString subtitle; // what was asked for: a store, a state
    std::optional<QString> from;
    std::optional<QString> to; // the last day; both absent: everything
    QString language;          // "en", "hi"
    QString createdAt;
    qint64 rows = 0;
    QList<DocumentFigure> figures;
    QList<DocumentChart> charts;

    FIELDS(DocumentHead, FIELD(title), FIELD(subtitle), FIELD(from), FIELD(to), FIELD(language), FIELD(createdAt),
           FIELD(rows), FIELD(figures, .countMax = 20), FIELD(charts, .countMax = 10))
};

struct DocumentTable
{
    QString title;
    QList<ReportColumn> columns;

    FIELDS(DocumentTable, FIELD(title), FIELD(columns, .countMin = 1, .countMax = 60))
};

struct DocumentRow
{
    QList<QString> cells; // one per column

    FIELDS(DocumentRow, FIELD(cells, .lengthMax = 100'000, .countMax = 60))
};

struct DocumentEnd
{
    qint64 rows = 0; // of all tables

    FIELDS(DocumentEnd, FIELD(rows))
};

struct DocumentLine
{
    std::optional<DocumentHead> head;
    std::optional<DocumentTable> table;
    std::optional<DocumentRow> row;
    std::optional<DocumentRow> totals; // of the columns that have one; the others are empty
    std::optional<DocumentEnd> end;

    FIELDS(DocumentLine, FIELD(head), FIELD(table), FIELD(row), FIELD(totals), FIELD(end))
};
