#pragma once

// Paints one conversation of the list: face, name, the last words, when, and how many are unread.

#include "console/kit/contracttable.h"
#include "console/kit/kit.h"
#include "shared/contract/chat.h"

#include <QListView>
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
    // The open one stays among the unread ones although it is read by being open.
    void keep(const QString &id);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    const Rooms &m_rooms;
    QString m_words, m_kept;
    bool m_isOnlyUnread = false;
};

// A conversation is opened because somebody chose it, by pointer or key, and never because the rows below it moved:
// opening one tells the other side that it was read.
class RoomList : public QListView
{
    Q_OBJECT

public:
    explicit RoomList(QWidget *parent);

Q_SIGNALS:
    void wanted(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
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
