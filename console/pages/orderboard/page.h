#pragma once

// The store's open orders: a board that follows the live feed and announces new ones (the shell rings), or a table of
// all orders, with the chosen order's details beside it.

#include "console/kit/contracttable.h"
#include "console/kit/filterbar.h"
#include "console/kit/orderpanel.h"
#include "console/kit/page.h"
#include "console/kit/segments.h"
#include "console/kit/tableview.h"
#include "console/pages/orderboard/board.h"
#include "shared/contract/chat.h"
#include "shared/contract/storeorders.h"

class QStackedWidget;

namespace orderboard {

class Page : public kit::Page
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void reveal(const QString &object) override;
    void narrow(const kit::Narrowing &by) override; // status, days up to and including today: the table
    void hear(const LiveEvent &event) override;

private:
    enum View { BoardView, TableView, StateView };

    void build();
    void addColumns();
    QLayout *buildHead();
    void bindKeys();
    void fetch(OrderStatus status);
    void fetchUnread();
    void showOutcome();
    void switchView(int view);
    ListOrders query(const std::optional<QString> &cursor) const; // of the table
    void exportTable();
    void describe();

    void greet(const OrderCard &order);
    void follow(const OrderAdvanced &change);
    void take(const Order &order);

    QString chosen() const;
    void openDetail(const QString &id);
    void closeDetail();
    void advanceChosen();

    kit::Label *m_title, *m_subtitle;
    kit::Segments *m_views;
    kit::Button *m_export;
    kit::Banner *m_banner;
    kit::FilterBar *m_filters;
    kit::ChoiceFilter *m_status, *m_period;
    QStackedWidget *m_stack;
    kit::PageState *m_state;
    Board *m_board;
    kit::ContractTable<OrderCard> m_orders;
    kit::TableView *m_table;
    QWidget *m_detailPlace;
    kit::OrderPanel *m_panel;
    QString m_announced;
    int m_loading = 0;
    bool m_hasLoaded = false;
    QHash<OrderStatus, Error> m_failures; // of the columns that could not be fetched last time
};

} // namespace orderboard
