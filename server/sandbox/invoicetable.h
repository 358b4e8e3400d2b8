#pragma once

// What was sold, over as many sheets as it needs: the first has room for the head, the last for the sums.

#include "server/sandbox/reportpaper.h"
#include "shared/contract/invoicedocument.h"

namespace invoice {

struct Room
{
    int head = 0;
    int close = 0;
};

class Table
{
public:
    Table(report::Paper &paper, const InvoicePaper &invoice, const Room &room);

    qint64 sheets() const;
    // Says where it ends on the last sheet.
    int draw();

private:
    struct Column
    {
        QString label;
        int width = 0; // in hundredths of the sheet
        bool isNumber = true;
    };

    QList<Column> columns() const;
    QStringList cells(qsizetype item) const;
    int rowsOn(int top) const; // from there to the end of a sheet
    void row(const QRect &where, const QStringList &cells, const QFont &font, const QColor &ink);
    void heading(int top);

    report::Paper &m_paper;
    const InvoicePaper &m_invoice;
    const Room m_room;
    const QList<Column> m_columns;
};

} // namespace invoice
