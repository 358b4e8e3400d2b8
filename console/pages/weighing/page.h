#pragma once

// The desk at the scale, for vendors: orders that are handed over, and the one that is weighed now.

#include "console/kit/contracttable.h"
#include "console/kit/listcard.h"
#include "console/kit/page.h"
#include "console/pages/weighing/outbox.h"

class QStackedWidget;

namespace weighing {

class Desk;
class WaitingList;

class Page : public kit::Page
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void reveal(const QString &object) override; // an order's id
    void hear(const LiveEvent &event) override;

protected:
    void catchUp() override;

private:
    void build();
    void addColumns();
    void open(const QString &id);
    void close();

    Outbox m_outbox;
    kit::ContractTable<WeighDeskOrder> m_orders;
    kit::Label *m_title, *m_subtitle;
    kit::ListCard *m_card;
    QStackedWidget *m_place;
    kit::PageState *m_idle;
    Desk *m_desk;
    WaitingList *m_waiting;
};

} // namespace weighing
