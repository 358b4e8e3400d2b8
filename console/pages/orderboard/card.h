#pragma once

// Paints one order of the board as a card: number and amount, buyer, what was ordered, and what is due next.

#include "console/kit/contracttable.h"
#include "console/kit/kit.h"
#include "shared/contract/orders.h"

#include <QStyledItemDelegate>

namespace orderboard {

// What a card says below: "Accept in 28 min", "Waiting for buyer".
struct Due
{
    QString text;
    kit::Tone tone = kit::Tone::Neutral;
};
Due dueOf(const OrderCard &order, Instant now);
QString spoken(const OrderCard &order, Instant now);

class Card : public QStyledItemDelegate
{
    Q_OBJECT

public:
    Card(const kit::Kit &kit, const kit::ContractTable<OrderCard> &orders, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintWords(QPainter &painter, QRect inner, const OrderCard &order) const;
    void paintFoot(QPainter &painter, const QRect &where, const OrderCard &order) const;

    const kit::Kit &m_kit;
    const kit::ContractTable<OrderCard> &m_orders;
};

} // namespace orderboard
