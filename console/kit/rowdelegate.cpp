#include "console/kit/rowdelegate.h"

#include "console/kit/paint.h"

#include <QPainter>
#include <QWidget>

namespace kit {

RowDelegate::RowDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_theme.px(80), m_theme.rowHeight()};
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGround(*painter, option, index);
    const Cell cell = index.data(TableModel::CellRole).value<Cell>();
    const int left = index.column() == 0 ? m_theme.px(16) : m_theme.px(10);
    paintCell(*painter, option.rect.adjusted(left, 0, -m_theme.px(10), -1), cell);
}

void RowDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isChosen = option.state & QStyle::State_Selected;
    if (isChosen)
        painter.fillRect(option.rect, m_theme.accentSoft);
    else if (index.row() == m_hovered)
        painter.fillRect(option.rect, m_theme.hover);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), m_theme.border);
    if (isChosen && index.column() == 0)
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), m_theme.px(3), option.rect.height()),
                         m_theme.accent);
    // A row is chosen as a whole, so the keys' ring goes around the row and not around one of its cells.
    const bool isInKeys = option.widget && option.widget->hasFocus();
    if (isChosen && isInKeys && option.state & QStyle::State_KeyboardFocusChange) {
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1), m_theme.focus);
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), m_theme.focus);
    }
}

QColor RowDelegate::inkOf(const Cell &cell) const
{
    if (cell.tone)
        return m_theme.tone(*cell.tone).ink;
    switch (cell.look) {
    case Cell::Look::Link: return m_theme.accentText;
    case Cell::Look::Quiet: return m_theme.text2;
    case Cell::Look::Plain:
    case Cell::Look::Strong:
    case Cell::Look::Avatar: return m_theme.text;
    }
    return m_theme.text;
}

void RowDelegate::paintCell(QPainter &painter, const QRect &where, const Cell &cell) const
{
    if (cell.chip) {
        if (cell.text.isEmpty())
            return;
        const paint::Chip chip{.text = cell.text, .tone = *cell.chip, .icon = cell.icon};
        const int width = qMin(where.width(), paint::chipWidth(m_theme, chip));
        const int left = cell.alignment & Qt::AlignRight ? where.right() - width + 1 : where.left();
        paint::chip(painter, m_theme, QRect(left, where.top(), width, where.height()), chip);
        return;
    }
    QRect rest = where;
    if (cell.look == Cell::Look::Avatar) {
        const int size = m_theme.px(cell.second.isEmpty() ? 24 : 28);
        paint::avatar(painter, m_theme, QRect(rest.left(), rest.center().y() - size / 2 + 1, size, size), cell.text,
                      paint::Face::Person);
        rest.setLeft(rest.left() + size + m_theme.px(8));
    } else if (!cell.icon.isEmpty()) {
        const int size = m_theme.px(15);
        m_theme.drawIcon(painter, cell.icon, QRectF(rest.left(), rest.center().y() - size / 2.0 + 0.5, size, size),
                         inkOf(cell));
        rest.setLeft(rest.left() + size + m_theme.px(6));
    }
    paintLines(painter, rest, cell);
}

void RowDelegate::paintLines(QPainter &painter, const QRect &where, const Cell &cell) const
{
    const bool isStrong = cell.look == Cell::Look::Strong || cell.look == Cell::Look::Link;
    painter.setFont(m_theme.font(isStrong ? Type::BodyStrong : Type::Body));
    painter.setPen(inkOf(cell));
    const int sides = int(cell.alignment & Qt::AlignHorizontal_Mask);
    // Numbers that lead somewhere differ in their ends.
    const Qt::TextElideMode cut = cell.look == Cell::Look::Link ? Qt::ElideMiddle : Qt::ElideRight;
    const auto fit = [&](const QString &text) {
        return painter.fontMetrics().elidedText(text.simplified(), cut, where.width());
    };
    if (cell.second.isEmpty()) {
        painter.drawText(where, sides | Qt::AlignVCenter, fit(cell.text));
        return;
    }
    const int middle = where.center().y();
    painter.drawText(QRect(where.left(), where.top(), where.width(), middle - where.top() + m_theme.px(1)),
                     sides | Qt::AlignBottom, fit(cell.text));
    painter.setFont(m_theme.font(Type::Small));
    painter.setPen(m_theme.text3);
    painter.drawText(QRect(where.left(), middle + m_theme.px(1), where.width(), where.bottom() - middle),
                     sides | Qt::AlignTop, fit(cell.second));
}

} // namespace kit
