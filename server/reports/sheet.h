#pragma once

// A workbook: typed cells in Indian formats, a frozen header with a filter, totals. The only place that knows
// libxlsxwriter, which writes row after row to disk.

#include "server/reports/writer.h"

#include <QHash>

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace reports {

class SheetWriter final : public Writer
{
public:
    static constexpr int rowsMax = 1'048'576; // of one sheet, with its header

    SheetWriter(const QString &path, const Cover &cover, int sheetRowsMax = rowsMax);
    ~SheetWriter() override;

    void add(const Cells &row) override;
    void finish(const Closing &closing) override;

private:
    enum class Weight { Plain, Strong };
    lxw_format *format(const char *pattern, Weight weight) const;
    void describe(const Cover &cover);
    void openSheet();
    void closeSheet();
    void put(qsizetype column, const Cell &cell, lxw_format *format);
    void check(int error) const;

    const QString m_path;
    const Cover m_cover;
    const int m_rowsMax;
    lxw_workbook *m_book = nullptr; // owned; the library's own kind of object
    lxw_worksheet *m_sheet = nullptr;
    QList<lxw_format *> m_plain, m_strong; // by column
    lxw_format *m_head = nullptr;
    lxw_format *m_numberHead = nullptr; // above figures, which stand on the right
    int m_sheets = 0;
    int m_row = 0; // the next one
};

} // namespace reports
