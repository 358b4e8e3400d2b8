#pragma once

// What the palette lists: pages and actions, filtered by what is typed.

#include "console/kit/theme.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <functional>

namespace app {

struct Offer
{
    QString group; // "Pages", "Actions"
    QString icon;
    QString title;
    QString hint = {};
    QString keys = {};
    bool isAction = false;
    std::function<void()> act;
};

class OfferModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { GroupRole = Qt::UserRole + 1, IconRole, HintRole, KeysRole };
    using QAbstractListModel::QAbstractListModel;

    void show(QList<Offer> offers);
    void filter(const QString &typed);
    std::function<void()> actAt(int row) const;
    int firstRow() const;
    int found() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<Offer> m_all;
    QList<Offer> m_rows; // with a row without action before each group
};

class OfferDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit OfferDelegate(const kit::Theme &theme, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const kit::Theme &m_theme;
};

} // namespace app
