#pragma once

// One customer: how he is reached, and his orders at the store, each of which leads to the board.

#include "console/kit/contracttable.h"
#include "console/kit/controls.h"
#include "console/kit/detailpane.h"
#include "console/kit/listcard.h"
#include "shared/contract/storeorders.h"

namespace customers {

class Detail : public kit::DetailFrame
{
    Q_OBJECT

public:
    explicit Detail(kit::Kit &kit, QWidget *parent = nullptr);

    void show(const StoreCustomer &customer);
    void reload() override;
    void retranslate() override;

private:
    QWidget *newBody();
    void fill(const StoreCustomer &customer);

    std::optional<StoreCustomer> m_customer;
    kit::ContractTable<OrderCard> m_orders;
    kit::Label *m_title, *m_figures;
    kit::Chip *m_open;
    QGridLayout *m_facts;
    kit::ListCard *m_list;
};

} // namespace customers
