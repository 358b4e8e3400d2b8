#include "console/pages/chat/roomline.h"

#include "console/kit/display.h"
#include "console/kit/paint.h"

#include <QPainter>

namespace chat {

using kit::Type;

RoomFilter::RoomFilter(const Rooms &rooms, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_rooms(rooms)
{
    setSourceModel(const_cast<Rooms *>(&rooms));
}

void RoomFilter::search(const QString &words)
{
    m_words = words.trimmed();
    invalidateFilter();
}

void RoomFilter::showOnlyUnread(bool isOnly)
{
    m_isOnlyUnread = isOnly;
    invalidateFilter();
}

void RoomFilter::keep(const QString &id)
{
    m_kept = id;
    invalidateFilter();
}

bool RoomFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const ChatRoom &room = m_rooms.rows().at(row);
    if (m_isOnlyUnread && room.unread == 0 && room.id.text() != m_kept)
        return false;
    return m_words.isEmpty() || room.otherName.contains(m_words, Qt::CaseInsensitive) ||
           room.orderNumber.contains(m_words, Qt::CaseInsensitive);
}

RoomList::RoomList(QWidget *parent)
    : QListView(parent)
{
    connect(this, &QListView::clicked, this, &RoomList::wanted);
    connect(this, &QListView::activated, this, &RoomList::wanted);
}

void RoomList::keyPressEvent(QKeyEvent *event)
{
    const QPersistentModelIndex before = currentIndex();
    QListView::keyPressEvent(event);
    if (currentIndex() != before)
        Q_EMIT wanted(currentIndex());
}

RoomLine::RoomLine(const kit::Kit &kit, const Rooms &rooms, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_kit(kit)
    , m_rooms(rooms)
{}

QString RoomLine::spoken(const ChatRoom &room)
{
    QStringList parts{room.otherName, room.orderNumber, room.lastMessage.value_or(QString())};
    if (room.unread > 0)
        parts += tr("%Ln unread", nullptr, int(room.unread));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString RoomLine::when(Instant at) const
{
    return m_kit.clock.now().ms - at.ms < dayMs ? kit::display::time(at) : kit::display::date(at);
}

QSize RoomLine::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const kit::Theme &theme = m_kit.theme;
    const int words =
        QFontMetrics(theme.font(Type::BodyStrong)).height() + QFontMetrics(theme.font(Type::Small)).height();
    return {option.rect.width(), words + theme.px(34)};
}

void RoomLine::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const kit::Theme &theme = m_kit.theme;
    const ChatRoom *room = m_rooms.find(index.data(kit::TableModel::IdRole).toString());
    if (!room)
        return;
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isChosen || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, isChosen ? theme.accentSoft : theme.hover);
    if (isChosen)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(theme.px(3), option.rect.height())), theme.accent);
    const int face = theme.px(40);
    const QRect inner = option.rect.adjusted(theme.px(16), 0, -theme.px(14), 0);
    kit::paint::avatar(*painter, theme, QRect(inner.left(), inner.center().y() - face / 2, face, face),
                       room->otherName);
    paintWords(*painter, inner.adjusted(face + theme.px(12), 0, 0, 0), *room);
    painter->restore();
}

void RoomLine::paintWords(QPainter &painter, const QRect &where, const ChatRoom &room) const
{
    const kit::Theme &theme = m_kit.theme;
    const bool isUnread = room.unread > 0;
    const int high = QFontMetrics(theme.font(Type::BodyStrong)).height();
    QRect row(where.left(), where.center().y() - high - theme.px(1), where.width(), high);
    painter.setFont(theme.font(Type::Small));
    painter.setPen(isUnread ? theme.accentText : theme.text3);
    const QString time = when(room.lastActivity);
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, time);
    const int space = row.width() - painter.fontMetrics().horizontalAdvance(time) - theme.px(8);
    painter.setFont(theme.font(Type::BodyStrong));
    painter.setPen(theme.text);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(room.otherName, Qt::ElideRight, space));

    row.moveTop(row.bottom() + theme.px(4));
    int left = row.width();
    if (isUnread) {
        const int size = theme.px(18);
        painter.setFont(theme.font(Type::Caption));
        const QString count = kit::display::text(room.unread);
        const int width = qMax(size, painter.fontMetrics().horizontalAdvance(count) + theme.px(10));
        const QRectF badge(row.right() - width + 1, row.center().y() - size / 2.0, width, size);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawRoundedRect(badge, size / 2.0, size / 2.0);
        painter.setPen(theme.onAccent);
        painter.drawText(badge, Qt::AlignCenter, count);
        left -= width + theme.px(8);
    }
    painter.setFont(theme.font(isUnread ? Type::Caption : Type::Small));
    painter.setPen(isUnread ? theme.text : theme.text2);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(room.lastMessage.value_or(room.orderNumber).simplified(),
                                                      Qt::ElideRight, left));
}

} // namespace chat
