#pragma once

// A table over as many sheets as it needs. Its head stands on every one; every row is as high as every other, so that
// the number of sheets is known from the number of rows.

#include "server/sandbox/reportlines.h"
#include "server/sandbox/reportpaper.h"

namespace report {

// How the columns of a table share the width of a sheet.
struct Plan
{
    Way way = Way::Upright;
    int size = 0; // of the letters
    QList<int> widths;
    int headHeight = 0;
    int rowHeight = 0;
    int rowsOnSheet = 1;
    qint64 sheets = 1;
};

// Tries upright sheets first, then ones on their side, then smaller letters. Numbers keep all their digits; long texts
// give way.
Plan planOf(const Sample &sample, const Words &words);

class Table
{
public:
    Table(Paper &paper, const Sample &sample, const Plan &plan);

    void add(const DocumentRow &row);
    void close(const DocumentRow &totals);
    // Says so when there was no row.
    void end();

private:
    void turnOver();
    void drawHead();
    QRect nextRow();
    void drawCells(const QRect &where, const DocumentRow &row, Weight weight);

    Paper &m_paper;
    const Sample &m_sample;
    const Plan &m_plan;
    const QFont m_plain, m_bold;
    qint64 m_rows = 0;
    int m_onSheet = 0;
    int m_sheet = 0;
};

} // namespace report
