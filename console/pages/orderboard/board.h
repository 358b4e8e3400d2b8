#pragma once

// The orders of the store as five columns. One card of the whole board is chosen at a time.

#include "console/pages/orderboard/lane.h"

#include <QTimer>

namespace orderboard {

class Board : public QWidget
{
    Q_OBJECT

public:
    explicit Board(kit::Kit &kit, QWidget *parent = nullptr);

    void retranslate();
    static const QList<OrderStatus> &statuses(); // what the board shows

    // The orders of one status, as the server has them now.
    void show(OrderStatus status, const QList<OrderCard> &orders, Lane::Extent extent);
    // One order that came or changed; what the board does not show leaves it.
    void put(const OrderCard &order);
    const OrderCard *find(const QString &id) const;
    int count() const { return int(m_orders.size()); }
    int count(OrderStatus status) const;
    void noteUnread(const QHash<QString, qint64> &unreadByOrder);

    QString chosen() const;
    void choose(const QString &id);

Q_SIGNALS:
    void chosenChanged(const QString &id);
    void opened(const QString &id);

private:
    void arrange(Lane *lane);
    Lane *laneOf(OrderStatus status) const;
    void leave(int from, int step);

    kit::Kit &m_kit;
    QHash<QString, OrderCard> m_orders;
    QHash<QString, qint64> m_unread;
    QSet<OrderStatus> m_cut; // of these the server has more
    QList<Lane *> m_lanes;
    QTimer m_minute;
};

} // namespace orderboard
