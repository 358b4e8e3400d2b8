#pragma once

// Paints the cells of a TableModel and the ground under a row: chosen, under the pointer, checked.

#include "console/kit/tablemodel.h"
#include "console/kit/theme.h"

#include <QStyledItemDelegate>

namespace kit {

class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RowDelegate(const Theme &theme, QObject *parent = nullptr);

    void pointAt(int row) { m_hovered = row; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintCell(QPainter &painter, const QRect &where, const Cell &cell) const;
    void paintLines(QPainter &painter, const QRect &where, const Cell &cell) const;
    QColor inkOf(const Cell &cell) const;

    const Theme &m_theme;
    int m_hovered = -1;
};

} // namespace kit
