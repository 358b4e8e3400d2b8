#pragma once

// The way of an order as a list of steps: what was done, when and by whom, and what is still to come.

#include "console/kit/kit.h"
#include "shared/contract/orders.h"

#include <QAbstractListModel>
#include <QListView>

namespace kit {

class OrderSteps : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Mark { Done, Now, Ahead, Ended };
    struct Step
    {
        OrderStatus status = OrderStatus::Placed;
        Mark mark = Mark::Ahead;
        QString text;
        QString aside; // "09:44 · Ravi S."
    };

    using QAbstractListModel::QAbstractListModel;

    void show(const Order &order);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    const Step &at(int row) const { return m_steps.at(row); }

    // "mark out for delivery": what a button says that moves an order to this status.
    static QString verb(OrderStatus status);
    static QString icon(OrderStatus status);

private:
    QList<Step> m_steps;
};

class OrderTrack : public QListView
{
    Q_OBJECT

public:
    explicit OrderTrack(const Theme &theme, QWidget *parent = nullptr);

    void show(const Order &order);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    const Theme &m_theme;
    OrderSteps m_steps;
};

} // namespace kit
