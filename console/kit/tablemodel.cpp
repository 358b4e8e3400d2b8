#include "console/kit/tablemodel.h"

#include "console/kit/display.h"

namespace kit {

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headings.size());
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_headings.size())
        return {};
    const Heading &heading = m_headings.at(section);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return heading.label.isEmpty() ? QString() : display::title(heading.label.constData(), {});
    if (role == Qt::TextAlignmentRole)
        return int(heading.alignment | Qt::AlignVCenter);
    return {};
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == IdRole)
        return idAt(index.row());
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != CellRole && role != Qt::ToolTipRole &&
        role != Qt::TextAlignmentRole)
        return {};
    const Cell cell = cellAt(index.row(), index.column());
    switch (role) {
    case CellRole: return QVariant::fromValue(cell);
    case Qt::TextAlignmentRole: return int(cell.alignment | Qt::AlignVCenter);
    // A tool tip guesses whether text is HTML; what others wrote must not be taken for it.
    case Qt::ToolTipRole: return cell.text.toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return cell.second.isEmpty() ? cell.text : cell.text + QStringLiteral(", ") + cell.second;
    default: return cell.text;
    }
}

void TableModel::retranslate()
{
    if (m_headings.isEmpty())
        return;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, int(m_headings.size()) - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int TableModel::rowOf(const QString &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (idAt(row) == id)
            return row;
    }
    return -1;
}

void TableModel::setLoading(bool isLoading)
{
    if (m_isLoading == isLoading)
        return;
    m_isLoading = isLoading;
    Q_EMIT loadingChanged(isLoading);
}

} // namespace kit
