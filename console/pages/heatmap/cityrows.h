#pragma once

// The cities with the most, each with a bar and with its change against the time before.

#include "console/kit/theme.h"
#include "shared/contract/heatmap.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace heatmap {

class CityRows : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { ShareRole = Qt::UserRole + 1, FigureRole, ChangeRole, ToneRole };
    using QAbstractListModel::QAbstractListModel;

    void show(const QList<HeatCity> &cities, HeatMetric metric);
    const QList<HeatCity> &cities() const { return m_cities; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    static QString nameOf(const QString &city);               // in the user's language
    static QString around(double latitude, double longitude); // the city there; empty: none is near
    // "+10%", "−3%", "new"; nothing when both are nothing.
    static QString change(qint64 now, qint64 before);

private:
    qint64 valueOf(const HeatCity &city) const;
    qint64 previousOf(const HeatCity &city) const;

    QList<HeatCity> m_cities;
    HeatMetric m_metric = HeatMetric::Orders;
};

class CityDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    CityDelegate(const kit::Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const kit::Theme &m_theme;
};

} // namespace heatmap
