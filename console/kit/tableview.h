#pragma once

// The view of every list: one row is one thing, chosen by mouse or keyboard. It keeps the chosen row and the scroll
// position when the rows are fetched anew, and hides the least important columns where the window is narrow. Chips and
// numbers are never cut: their columns are as wide as they need, and the column that stretches gives way.

#include "console/kit/rowdelegate.h"
#include "console/kit/tablemodel.h"

#include <QTableView>

namespace kit {

class TableView : public QTableView
{
    Q_OBJECT

public:
    TableView(const Theme &theme, TableModel &model, QWidget *parent = nullptr);

    QString chosen() const; // the row's id, empty when none
    void choose(const QString &id);

Q_SIGNALS:
    void chosenChanged(const QString &id);
    void opened(const QString &id); // Enter or double click

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void dress();
    void measure();
    int widthOf(int column) const;
    void spread();
    void point(int row);

    const Theme &m_theme;
    TableModel &m_model;
    RowDelegate *m_delegate;
    QList<int> m_named;    // by column: what its heading needs
    QList<int> m_measured; // and its chips and numbers, too
    QList<int> m_whole;    // what numbers need that are never cut
    QString m_kept;
    int m_keptScroll = 0;
};

} // namespace kit
