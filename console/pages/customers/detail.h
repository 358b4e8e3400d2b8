#pragma once

// One customer: how he is reached, and his orders at the store, each of which leads to the board.

#include "console/kit/contracttable.h"
#include "console/kit/controls.h"
#include "console/kit/kit.h"
#include "console/kit/listcard.h"
#include "shared/contract/storeorders.h"

namespace customers {

class Detail : public QWidget
{
    Q_OBJECT

public:
    explicit Detail(kit::Kit &kit, QWidget *parent = nullptr);

    void show(const StoreCustomer &customer);
    void reload();
    void retranslate();

Q_SIGNALS:
    void closed();

private:
    void build();

    kit::Kit &m_kit;
    std::optional<StoreCustomer> m_customer;
    kit::ContractTable<OrderCard> m_orders;
    kit::Label *m_title, *m_reached, *m_figures;
    kit::IconButton *m_close;
    kit::ListCard *m_list;
};

} // namespace customers
