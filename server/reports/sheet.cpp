#include "server/reports/sheet.h"

#include "server/reports/rules.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <stdexcept>
#include <xlsxwriter.h>

namespace reports {

namespace {

constexpr quint8 a4 = 9;            // among the papers of the format
constexpr int longestText = 32'767; // characters of a cell
constexpr double filterWidth = 4;   // of the arrow beside a heading, in characters

// The last three digits and then pairs, as India groups them.
constexpr const char *wholeFormat = "[>=10000000]##\\,##\\,##\\,##0;[>=100000]##\\,##\\,##0;##,##0";
constexpr const char *moneyFormat = "[>=10000000]\"₹\"##\\,##\\,##\\,##0.00;[>=100000]\"₹\"##\\,##\\,##0.00;"
                                    "\"₹\"##,##0.00";

const char *patternOf(ValueKind kind)
{
    switch (kind) {
    case ValueKind::Text:
    case ValueKind::Word:
    case ValueKind::State:
    case ValueKind::Id: return "@";
    case ValueKind::Number: return wholeFormat;
    case ValueKind::Money: return moneyFormat;
    case ValueKind::Quantity: return "#,##0.###";
    case ValueKind::Rate: return "0.00";
    case ValueKind::Instant: return "dd mmm yyyy hh:mm";
    case ValueKind::Day: return "dd mmm yyyy";
    }
    return "@";
}

double widthOf(ValueKind kind)
{
    switch (kind) {
    case ValueKind::Word: return 16;
    case ValueKind::Text:
    case ValueKind::State: return 24;
    case ValueKind::Id: return 38;
    case ValueKind::Money: return 18;
    case ValueKind::Instant: return 19;
    case ValueKind::Number:
    case ValueKind::Quantity:
    case ValueKind::Rate:
    case ValueKind::Day: return 14;
    }
    return 14;
}

bool isText(ValueKind kind)
{
    return std::string_view(patternOf(kind)) == "@";
}

// The number a spreadsheet has for it: rupees, and days since the end of 1899 in Indian time.
double numberOf(ValueKind kind, qint64 value)
{
    constexpr double perHundred = 100, perThousand = 1000;
    constexpr double firstDay = 25'569; // 1970-01-01
    switch (kind) {
    case ValueKind::Text:
    case ValueKind::Word:
    case ValueKind::State:
    case ValueKind::Id:
    case ValueKind::Number: return double(value);
    case ValueKind::Money:
    case ValueKind::Rate: return double(value) / perHundred;
    case ValueKind::Quantity: return double(value) / perThousand;
    case ValueKind::Instant: return double(value + india::aheadMs) / double(dayMs) + firstDay;
    case ValueKind::Day: return double(value) + firstDay;
    }
    return double(value);
}

// XML has no other control characters than line breaks and tabs.
QByteArray cellText(const QString &words)
{
    QString out = words.left(longestText);
    for (QChar &c : out)
        if (c < u' ' && c != u'\n' && c != u'\t')
            c = u' ';
    return out.toUtf8();
}

// As long as a sheet's name may be, without what it may not have in it.
QString sheetName(const QString &title, int number)
{
    constexpr qsizetype longest = 31;
    const QString behind = number > 1 ? QStringLiteral(" %1").arg(number) : QString();
    QString out = title;
    for (const QChar c : QStringLiteral("[]:*?/\\'"))
        out.remove(c);
    return out.left(longest - behind.size()) + behind;
}

} // namespace

SheetWriter::SheetWriter(const QString &path, const Cover &cover, int sheetRowsMax)
    : m_path(path)
    , m_cover(cover)
    , m_rowsMax(sheetRowsMax)
{
    QByteArray folder = QFileInfo(path).path().toUtf8();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    m_book = workbook_new_opt(path.toUtf8().constData(), &options);
    if (!m_book)
        throw std::runtime_error("cannot make a workbook");
    for (lxw_format **head : {&m_head, &m_numberHead}) {
        *head = format(nullptr, Weight::Strong);
        format_set_bg_color(*head, 0xE8EDF3);
        format_set_bottom(*head, LXW_BORDER_THIN);
    }
    format_set_align(m_numberHead, LXW_ALIGN_RIGHT);
    for (const ReportColumn &column : m_cover.columns) {
        m_plain += format(patternOf(column.kind), Weight::Plain);
        m_strong += format(patternOf(column.kind), Weight::Strong);
        format_set_top(m_strong.constLast(), LXW_BORDER_THIN);
    }
    describe(cover);
    openSheet();
}

SheetWriter::~SheetWriter()
{
    if (m_book)
        lxw_workbook_free(m_book);
}

lxw_format *SheetWriter::format(const char *pattern, Weight weight) const
{
    lxw_format *const out = workbook_add_format(m_book);
    if (pattern)
        format_set_num_format(out, pattern);
    if (weight == Weight::Strong)
        format_set_bold(out);
    return out;
}

void SheetWriter::describe(const Cover &cover)
{
    QByteArray title = cover.title.toUtf8(), subject = cover.subtitle.toUtf8(), company = "Kabaadwala";
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = subject.data();
    properties.company = company.data();
    properties.author = company.data();
    properties.created = cover.createdAt.ms / secondMs;
    check(workbook_set_properties(m_book, &properties));
}

void SheetWriter::openSheet()
{
    ++m_sheets;
    m_sheet = workbook_add_worksheet(m_book, sheetName(m_cover.title, m_sheets).toUtf8().constData());
    for (qsizetype i = 0; i < m_cover.columns.size(); ++i) {
        const ReportColumn &column = m_cover.columns[i];
        const double width = std::max(widthOf(column.kind), double(column.label.size()) + filterWidth);
        check(worksheet_set_column(m_sheet, lxw_col_t(i), lxw_col_t(i), width, nullptr));
        check(worksheet_write_string(m_sheet, 0, lxw_col_t(i), cellText(column.label).constData(),
                                     isText(column.kind) ? m_head : m_numberHead));
    }
    worksheet_freeze_panes(m_sheet, 1, 0);
    worksheet_set_landscape(m_sheet);
    worksheet_repeat_rows(m_sheet, 0, 0);
    worksheet_set_paper(m_sheet, a4);
    worksheet_fit_to_pages(m_sheet, 1, 0); // as wide as the paper, as long as it is
    m_row = 1;
}

void SheetWriter::closeSheet()
{
    const auto lastColumn = lxw_col_t(m_cover.columns.size() - 1);
    check(worksheet_autofilter(m_sheet, 0, 0, lxw_row_t(std::max(m_row - 1, 1)), lastColumn));
}

void SheetWriter::add(const Cells &row)
{
    // One row stays free for the totals.
    if (m_row >= m_rowsMax - 1) {
        closeSheet();
        openSheet();
    }
    for (qsizetype i = 0; i < row.size(); ++i)
        put(i, row[i], m_plain[i]);
    ++m_row;
}

void SheetWriter::put(qsizetype column, const Cell &cell, lxw_format *format)
{
    const auto at = lxw_col_t(column);
    if (const auto *words = std::get_if<QString>(&cell)) {
        if (!words->isEmpty())
            check(worksheet_write_string(m_sheet, lxw_row_t(m_row), at, cellText(*words).constData(), format));
    } else if (const auto *number = std::get_if<qint64>(&cell)) {
        check(worksheet_write_number(m_sheet, lxw_row_t(m_row), at, numberOf(m_cover.columns[column].kind, *number),
                                     format));
    }
}

// On a single sheet the sums follow the filter; over several there are only the sums of all.
void SheetWriter::finish(const Closing &closing)
{
    closeSheet();
    const bool isWhole = m_sheets == 1 && m_row > 1;
    bool hasWord = false;
    for (qsizetype i = 0; i < closing.totals.size(); ++i) {
        const auto *total = std::get_if<qint64>(&closing.totals[i]);
        if (!total && !hasWord) {
            put(i, Cell(m_cover.totalWord), m_strong[i]);
            hasWord = true;
        }
        if (!total)
            continue;
        if (!isWhole) {
            put(i, closing.totals[i], m_strong[i]);
            continue;
        }
        char formula[64];
        char letters[LXW_MAX_COL_NAME_LENGTH];
        lxw_col_to_name(letters, lxw_col_t(i), LXW_FALSE);
        std::snprintf(formula, sizeof formula, "=SUBTOTAL(109,%s2:%s%d)", letters, letters, m_row);
        check(worksheet_write_formula_num(m_sheet, lxw_row_t(m_row), lxw_col_t(i), formula, m_strong[i],
                                          numberOf(m_cover.columns[i].kind, *total)));
    }
    check(workbook_close(std::exchange(m_book, nullptr)));
}

void SheetWriter::check(int error) const
{
    if (error != LXW_NO_ERROR)
        throw std::runtime_error("cannot write the workbook: " + std::string(lxw_strerror(lxw_error(error))));
}

} // namespace reports
