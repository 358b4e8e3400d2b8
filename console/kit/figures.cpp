#include "console/kit/figures.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QtMath>

namespace kit {

namespace {

constexpr int spokenRowsMax = 31;
constexpr int headingSize = 12, cellSize = 13;
constexpr int firstMost = 120, cellMost = 112;
constexpr int paddings = 32; // of the first column; the others have some room between them

bool isFormula(const QString &text)
{
    static const QString starts = QStringLiteral("=+-@\t\r");
    return !text.isEmpty() && starts.contains(text.at(0));
}

// What the longest text of the column needs in the face of the interface, within reason; at 100 % zoom. A heading is
// never cut: a figure without its name says nothing.
int widthOf(const Figures &figures, int column)
{
    QFont face = QGuiApplication::font();
    face.setPixelSize(headingSize);
    face.setWeight(QFont::Medium);
    const int heading = qCeil(QFontMetricsF(face).horizontalAdvance(figures.headings.at(column)));
    face.setPixelSize(cellSize);
    const QFontMetricsF metrics(face);
    int widest = 0;
    for (const QList<Figures::Cell> &row : figures.rows)
        widest = qMax(widest, qCeil(metrics.horizontalAdvance(row.at(column).text)));
    return qMax(heading, qMin(widest, column == 0 ? firstMost : cellMost)) + paddings;
}

QString field(const Figures::Cell &cell)
{
    if (cell.isNumber)
        return cell.plain;
    const QString text = cell.plain.isEmpty() ? cell.text : cell.plain;
    return csvText(text);
}

} // namespace

QString csvText(const QString &text)
{
    QString out = isFormula(text) ? u'\'' + text : text;
    if (!out.contains(u',') && !out.contains(u'"') && !out.contains(u'\n') && !out.contains(u'\r'))
        return out;
    return u'"' + out.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString Figures::spoken() const
{
    QStringList out;
    for (const QList<Cell> &row : rows.first(qMin<qsizetype>(rows.size(), spokenRowsMax))) {
        QStringList words;
        for (const Cell &cell : row)
            words += cell.text;
        out += words.join(QStringLiteral(", "));
    }
    return out.join(QStringLiteral(". "));
}

QByteArray Figures::csv() const
{
    QString out = QChar(QChar::ByteOrderMark);
    QStringList names;
    for (const QString &heading : headings)
        names += field({.text = heading});
    out += names.join(u',') + QStringLiteral("\r\n");
    for (const QList<Cell> &row : rows) {
        QStringList fields;
        for (const Cell &cell : row)
            fields += field(cell);
        out += fields.join(u',') + QStringLiteral("\r\n");
    }
    return out.toUtf8();
}

void FiguresModel::show(const Figures &figures)
{
    beginResetModel();
    m_figures = figures;
    m_headings.clear();
    for (int i = 0; i < m_figures.headings.size(); ++i) {
        const bool isNumber = !m_figures.rows.isEmpty() && m_figures.rows.first().value(i).isNumber;
        m_headings += {.key = QByteArray::number(i),
                       .label = m_figures.headings.at(i).toUtf8(),
                       .width = widthOf(m_figures, i),
                       .stretches = i == 0,
                       .alignment = isNumber ? Qt::AlignRight : Qt::AlignLeft,
                       .priority = i};
    }
    m_hasLoaded = true;
    endResetModel();
}

int FiguresModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_figures.rows.size());
}

QVariant FiguresModel::data(const QModelIndex &index, int role) const
{
    const bool isTold = role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole;
    if (!isTold || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return TableModel::data(index, role);
    // The first cell speaks for its row.
    const QList<Figures::Cell> &row = m_figures.rows.at(index.row());
    const QString &own = row.at(index.column()).explained;
    const QString &explained = own.isEmpty() ? row.first().explained : own;
    if (explained.isEmpty())
        return TableModel::data(index, role);
    return role == Qt::ToolTipRole ? QStringLiteral("<p>%1</p>").arg(explained.toHtmlEscaped()) : explained;
}

Cell FiguresModel::cellAt(int row, int column) const
{
    const Figures::Cell &cell = m_figures.rows.at(row).at(column);
    return {.text = cell.text, .alignment = cell.isNumber ? Qt::AlignRight : Qt::AlignLeft};
}

} // namespace kit
