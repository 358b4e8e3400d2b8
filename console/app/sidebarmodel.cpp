// The list of kit pages behind app/sidebar, and how its rows are painted.

#include "console/app/sidebar.h"
#include "console/kit/display.h"

#include <QCoreApplication>
#include <QPainter>

namespace app {

void SidebarModel::show(const std::vector<const kit::PageEntry *> &entries)
{
    beginResetModel();
    m_rows.clear();
    const char *section = "";
    for (const kit::PageEntry *entry : entries) {
        const char *own = entry->section ? entry->section : "";
        if (*own && qstrcmp(own, section) != 0)
            m_rows += Row{.section = own};
        section = own;
        m_rows += Row{.entry = entry};
    }
    endResetModel();
}

void SidebarModel::setWaiting(const QString &page, int count)
{
    const int row = rowOf(page);
    if (row < 0 || m_rows.at(row).waiting == count)
        return;
    m_rows[row].waiting = count;
    Q_EMIT dataChanged(index(row), index(row));
}

void SidebarModel::retranslate()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

int SidebarModel::rowOf(const QString &page) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).entry && m_rows.at(row).entry->id == page)
            return row;
    }
    return -1;
}

QString SidebarModel::pageAt(int row) const
{
    const kit::PageEntry *entry = row < 0 || row >= m_rows.size() ? nullptr : m_rows.at(row).entry;
    return entry ? entry->id : QString();
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    const bool isPage = index.isValid() && m_rows.at(index.row()).entry;
    return isPage ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    const QString title = QCoreApplication::translate("pages", row.entry ? row.entry->title : row.section);
    switch (role) {
    case Qt::DisplayRole: return title;
    case Qt::ToolTipRole: return row.entry ? QVariant(title) : QVariant();
    case Qt::AccessibleTextRole:
        return row.waiting > 0 ? QCoreApplication::translate("pages", "%1, %2 waiting").arg(title).arg(row.waiting)
                               : title;
    case EntryRole: return row.entry != nullptr;
    case IconRole: return row.entry ? row.entry->icon : QString();
    case WaitingRole: return row.waiting;
    default: return {};
    }
}

SidebarDelegate::SidebarDelegate(const kit::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool isPage = index.data(SidebarModel::EntryRole).toBool();
    return {m_theme.px(40), m_theme.px(isPage ? 32 : m_isNarrow ? 13 : 32)};
}

void SidebarDelegate::paintSection(QPainter &painter, const QRect &where, const QString &title) const
{
    if (m_isNarrow) {
        painter.fillRect(QRect(where.left() + m_theme.px(12), where.center().y(), where.width() - m_theme.px(24), 1),
                         m_theme.border);
        return;
    }
    painter.setFont(m_theme.font(kit::Type::Overline));
    painter.setPen(m_theme.sideText2);
    painter.drawText(where.adjusted(m_theme.px(8), 0, 0, -m_theme.px(5)), Qt::AlignLeft | Qt::AlignBottom,
                     title.toUpper());
}

void SidebarDelegate::paintBadge(QPainter &painter, const QRect &where, int waiting, const QColor &ground) const
{
    if (waiting <= 0)
        return;
    painter.setPen(Qt::NoPen);
    if (m_isNarrow) {
        painter.setBrush(m_theme.accent);
        painter.drawEllipse(
            QRectF(where.center().x() + m_theme.px(6), where.top() + m_theme.px(5), m_theme.px(7), m_theme.px(7)));
        return;
    }
    const QString text = waiting > 999 ? QStringLiteral("999+") : kit::display::text(waiting);
    painter.setFont(m_theme.font(kit::Type::Caption));
    const int width = qMax(m_theme.px(22), painter.fontMetrics().horizontalAdvance(text) + m_theme.px(13));
    const QRect badge(where.right() - width - m_theme.px(5), where.center().y() - m_theme.px(9), width, m_theme.px(19));
    painter.setBrush(ground);
    painter.drawRoundedRect(badge, badge.height() / 2.0, badge.height() / 2.0);
    painter.setPen(m_theme.sideText);
    painter.drawText(badge, Qt::AlignCenter, text);
}

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect where = option.rect;
    const QString title = index.data().toString();
    if (!index.data(SidebarModel::EntryRole).toBool()) {
        paintSection(*painter, where, title);
        painter->restore();
        return;
    }
    const bool isActive = option.state & QStyle::State_Selected;
    const QRectF body = QRectF(where).adjusted(0, 1, 0, -1);
    painter->setPen(option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange
                        ? QPen(m_theme.focus)
                        : QPen(Qt::NoPen));
    if (isActive)
        painter->setBrush(m_theme.sideActive);
    else
        painter->setBrush(option.state & QStyle::State_MouseOver ? QBrush(m_theme.sunken) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(body, m_theme.px(7), m_theme.px(7));

    const QColor ink = isActive ? m_theme.sideActiveText : m_theme.sideText2;
    const int size = m_theme.px(17);
    const int left = m_isNarrow ? where.center().x() - size / 2 : where.left() + m_theme.px(9);
    m_theme.drawIcon(*painter, index.data(SidebarModel::IconRole).toString(),
                     QRectF(left, where.center().y() - size / 2.0 + 0.5, size, size), ink);
    if (!m_isNarrow) {
        QFont font = m_theme.font(kit::Type::Body);
        font.setWeight(isActive ? QFont::DemiBold : QFont::Medium);
        painter->setFont(font);
        painter->setPen(isActive ? m_theme.sideActiveText : m_theme.sideText);
        const bool isWaiting = index.data(SidebarModel::WaitingRole).toInt() > 0;
        const QRect words = where.adjusted(m_theme.px(36), 0, -m_theme.px(isWaiting ? 34 : 6), 0);
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(title, Qt::ElideRight, words.width()));
    }
    paintBadge(*painter, where, index.data(SidebarModel::WaitingRole).toInt(),
               isActive ? m_theme.surface : m_theme.sunken);
    painter->restore();
}

} // namespace app
