#pragma once

// The numbers behind a chart as rows: what a screen reader says, what the table beside the chart shows, and what is
// written to a CSV file.

#include "console/kit/tablemodel.h"

namespace kit {

// A text as a CSV field: quoted where it has to be, and defused where a spreadsheet would take it for a formula.
QString csvText(const QString &text);

struct Figures
{
    struct Cell
    {
        QString text;       // as people read it: ₹8.94 Cr
        QString plain = {}; // as programs read it: 89400000.00; none: as the text
        bool isNumber = false;
        std::optional<qint64> heat = {}; // a tint behind it, in hundredths of a percent of the strongest
        QString explained = {};          // what it is made of: its tool tip
    };
    QStringList headings;
    QList<QList<Cell>> rows;

    QString spoken() const; // the first rows in one sentence each
    // Comma separated, UTF-8 with its mark, so that spreadsheets read Hindi right.
    QByteArray csv() const;
};

class FiguresModel : public TableModel
{
    Q_OBJECT

public:
    using TableModel::TableModel;

    void show(const Figures &figures);
    const Figures &figures() const { return m_figures; }
    int rowCount(const QModelIndex &parent = {}) const override;
    QString idAt(int row) const override { return QString::number(row); }
    QVariant data(const QModelIndex &index, int role) const override;

protected:
    kit::Cell cellAt(int row, int column) const override;

private:
    Figures m_figures;
};

} // namespace kit
