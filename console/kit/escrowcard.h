#pragma once

// What was held for the order beside it, and what became of it: the section of an order's panel that only admins see.
// It is asked for when somebody wants to know, not with every order.

#include "console/kit/controls.h"
#include "console/kit/kit.h"
#include "shared/contract/escrow.h"

class QGridLayout;

namespace kit {

class OrderPanel;

class EscrowCard : public QWidget
{
    Q_OBJECT

public:
    EscrowCard(Kit &kit, OrderPanel *panel); // follows what the panel shows

private:
    void show(const Order &order);
    void ask();
    void fill(const EscrowRecord &record);
    Label *addFact(const QString &name, const QString &value);

    Kit &m_kit;
    std::optional<Id<Order>> m_id;
    Label *m_title, *m_trouble;
    QGridLayout *m_facts;
    Button *m_ask;
};

} // namespace kit
