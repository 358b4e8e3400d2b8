#pragma once

// The balances of all kinds of accounts at the end of a day, and their sum, which is zero.

#include "console/kit/banner.h"
#include "console/kit/contracttable.h"
#include "console/kit/kit.h"
#include "console/kit/tableview.h"
#include "console/pages/books/asof.h"
#include "shared/contract/books.h"

#include <QDialog>

namespace books {

class TrialDialog : public QDialog
{
    Q_OBJECT

public:
    TrialDialog(kit::Kit &kit, QWidget *parent);

private:
    void build();
    void load();
    void fill(const TrialBalance &balance);

    kit::Kit &m_kit;
    kit::ContractTable<TrialLine> m_lines;
    kit::Label *m_title;
    AsOfEdit *m_day;
    kit::Banner *m_sum;
    kit::TableView *m_view;
    kit::Button *m_close;
    int m_asked = 0;
};

} // namespace books
