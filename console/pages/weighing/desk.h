#pragma once

// One order at the scale: what is weighed, what both sides have said to it, and what it comes to.

#include "console/kit/contracttable.h"
#include "console/kit/detailpane.h"
#include "console/kit/tableview.h"
#include "shared/contract/weighing.h"

namespace weighing {

class Hand;
class Outbox;

class Desk : public kit::DetailPane<Settlement, Order>
{
    Q_OBJECT

public:
    Desk(kit::Kit &kit, Outbox &outbox, QWidget *parent = nullptr);

    void retranslate() override;
    void bindKeys(QWidget *ground); // heard there too, while the focus is in the list of orders

Q_SIGNALS:
    void changed();

private:
    QWidget *buildHead();
    QWidget *buildBody();
    QWidget *buildFoot();
    void addColumns();
    QFuture<Result<Settlement>> fetch(const Id<Order> &id) override;
    void fill(const Settlement &settlement) override;
    void follow() override;
    void forget() override;
    void fillMoney(const Settlement &settlement);
    void showActions();
    const WeighTicket *chosen() const;

    void record(const RecordWeighTicket &wish);
    void putAside();
    void hearRefusal(const QString &key, const Error &error);
    void acceptTicket();
    void flagTicket();
    void voidTicket();
    void print();
    void take(const WeighTicket &ticket, const QString &said);

    Outbox &m_outbox;
    QString m_recorded; // the key of the weight that the hand still holds
    QString m_toChoose; // a ticket that is to be chosen when it is in the list
    kit::ContractTable<WeighTicket> m_tickets;
    kit::Label *m_number, *m_ticketsTitle, *m_moneyTitle, *m_none;
    kit::Chip *m_stage;
    Hand *m_hand;
    kit::TableView *m_view;
    QGridLayout *m_money;
    kit::Button *m_accept, *m_flag, *m_void, *m_print;
};

} // namespace weighing
