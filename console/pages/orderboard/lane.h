#pragma once

// One column of the board: its heading with number and sum, and its orders as a list of cards.

#include "console/kit/contracttable.h"
#include "console/kit/controls.h"
#include "console/kit/kit.h"
#include "shared/contract/orders.h"

#include <QListView>

namespace orderboard {

// Arrows move through the cards; left and right leave the column.
class CardList : public QListView
{
    Q_OBJECT

public:
    using QListView::QListView;

Q_SIGNALS:
    void left();
    void right();
    void opened();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

class Lane : public QFrame
{
    Q_OBJECT

public:
    Lane(kit::Kit &kit, QList<OrderStatus> statuses, kit::Tone tone, QWidget *parent);

    void say(const QString &name);
    bool holds(OrderStatus status) const { return m_statuses.contains(status); }
    const QList<OrderStatus> &statuses() const { return m_statuses; }
    enum class Extent { Whole, Cut }; // Cut: the server has more than it gave
    void show(QList<OrderCard> orders, Extent extent);
    int count() const { return m_orders.rowCount(); }

    QString chosen() const;
    bool choose(const QString &id); // false when the order is not here
    void release();                 // nothing is chosen any more
    bool enter(int row);            // takes the focus at this card or the nearest one
    int row() const { return m_view->currentIndex().row(); }
    void tick() { m_view->viewport()->update(); }

Q_SIGNALS:
    void chosenChanged(const QString &id);
    void opened(const QString &id);
    void left();
    void right();

private:
    void describe();

    kit::Kit &m_kit;
    QList<OrderStatus> m_statuses;
    Extent m_extent = Extent::Whole;
    kit::ContractTable<OrderCard> m_orders;
    CardList *m_view;
    QString m_said;
    kit::Label *m_name, *m_count, *m_sum;
};

} // namespace orderboard
