#pragma once

// The account outside that keeps the money of the wallets: its balance at the end of each day, as it was entered,
// beside what the books say.

#include "console/kit/banner.h"
#include "console/kit/contracttable.h"
#include "console/kit/kit.h"
#include "console/kit/tableview.h"
#include "shared/contract/custody.h"

#include <QDialog>

namespace books {

class CustodyDialog : public QDialog
{
    Q_OBJECT

public:
    CustodyDialog(kit::Kit &kit, QWidget *parent);

Q_SIGNALS:
    void entered(); // the newest comparison is another one now

private:
    void addColumns();
    void build();
    void enter();

    kit::Kit &m_kit;
    kit::ContractTable<CustodyBalance> m_balances;
    kit::Label *m_title, *m_text;
    kit::Banner *m_trouble;
    kit::TableView *m_view;
    kit::Button *m_enter, *m_close;
};

} // namespace books
