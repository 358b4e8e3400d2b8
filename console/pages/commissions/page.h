#pragma once

// Commission with its days: for everybody, a category, a product or a store; what holds, what is over and what is to
// come. A rate is added and ended here, and it can be asked which one applies, and why.

#include "console/kit/contracttable.h"
#include "console/kit/listpage.h"
#include "shared/contract/commissions.h"

class QMenu;

namespace commissions {

class Page : public kit::ListPage
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;

private:
    void addColumns();
    void choose();
    void add(CommissionLevel level);
    void addFor(CommissionLevel level, const QList<std::pair<QString, QString>> &subjects);
    void findProduct();
    void end();
    void ask();

    kit::ContractTable<CommissionRate> m_table;
    QMenu *m_levels;
    kit::Button *m_add, *m_end, *m_ask;
};

} // namespace commissions
