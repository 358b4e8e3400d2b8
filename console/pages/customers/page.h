#pragma once

// Who has ordered at the store, and what: the newest first. How somebody is reached is shown in full while the store
// still owes him something.

#include "console/kit/contracttable.h"
#include "console/kit/listpage.h"
#include "shared/contract/storeorders.h"

namespace customers {

class Detail;

class Page : public kit::ListPage
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void hear(const LiveEvent &event) override;

protected:
    void showDetail(const QString &id) override;

private:
    void addColumns();

    kit::ContractTable<StoreCustomer> m_table;
    Detail *m_detail;
};

} // namespace customers
