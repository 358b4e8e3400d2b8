#pragma once

// Figures as the content of a card: a table that can be walked by keys; cells with a heat are tinted by it, from
// nothing to the accent, and always say their number.

#include "console/kit/figures.h"
#include "console/kit/rowdelegate.h"
#include "console/kit/tableview.h"

namespace kit {

class HeatDelegate : public RowDelegate
{
    Q_OBJECT

public:
    HeatDelegate(const Theme &theme, const FiguresModel &model, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_ground;
    const FiguresModel &m_model;
};

class FiguresTable : public QWidget
{
    Q_OBJECT

public:
    explicit FiguresTable(const Theme &theme, QWidget *parent = nullptr);

    void say(const QString &name);
    void show(const Figures &figures);
    const Figures &figures() const { return m_model->figures(); }
    TableView *view() const { return m_view; }

Q_SIGNALS:
    void opened(int row);

private:
    FiguresModel *m_model;
    TableView *m_view;
};

} // namespace kit
