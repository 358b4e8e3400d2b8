#pragma once

// Paints one conversation of the list: face, name, the last words, when, and how many are unread.

#include "console/kit/contracttable.h"
#include "console/kit/kit.h"
#include "shared/contract/chat.h"

#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

namespace chat {

using Rooms = kit::ContractTable<ChatRoom>;

// The conversations that match what is typed, or that have something unread. All of them are here already, because
// nobody has more than some hundreds.
class RoomFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    RoomFilter(const Rooms &rooms, QObject *parent);
    void search(const QString &words);
    void showOnlyUnread(bool isOnly);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    const Rooms &m_rooms;
    QString m_words;
    bool m_isOnlyUnread = false;
};

class RoomLine : public QStyledItemDelegate
{
    Q_OBJECT

public:
    RoomLine(const kit::Kit &kit, const Rooms &rooms, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    static QString spoken(const ChatRoom &room);

private:
    void paintWords(QPainter &painter, const QRect &where, const ChatRoom &room) const;
    QString when(Instant at) const;

    const kit::Kit &m_kit;
    const Rooms &m_rooms;
};

} // namespace chat
