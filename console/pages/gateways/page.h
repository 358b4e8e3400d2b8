#pragma once

// The providers of money as a super-admin sets them up (PAY-17): who takes money in and who pays stores out, in which
// mode, in which order, with which keys. Keys are typed and never shown again.

#include "console/kit/contracttable.h"
#include "console/kit/listpage.h"
#include "shared/contract/gateways.h"

namespace gateways {

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
    void change();
    void check();

    kit::ContractTable<GatewaySetup> m_table;
    kit::Button *m_change, *m_check;
};

} // namespace gateways
