#pragma once

// One account: whose it is, what it has today or at the end of another day, and what moved in it.

#include "console/kit/contracttable.h"
#include "console/kit/detailpane.h"
#include "console/kit/tableview.h"
#include "console/pages/books/asof.h"
#include "console/pages/books/closing.h"
#include "shared/contract/books.h"

namespace books {

class Detail : public kit::DetailPane<LedgerAccount>
{
    Q_OBJECT

public:
    explicit Detail(kit::Kit &kit, QWidget *parent = nullptr);

    void retranslate() override;

Q_SIGNALS:
    void changed(const LedgerAccount &account);

private:
    QWidget *buildHead();
    QWidget *buildFoot();
    void addColumns();
    QFuture<Result<LedgerAccount>> fetch(const Id<LedgerAccount> &id) override;
    void fill(const LedgerAccount &account) override;
    void follow() override;
    void forget() override;
    void freeze();
    void unfreeze();
    void giveBack();
    void take(const LedgerAccount &account);

    kit::ContractTable<StatementLine> m_lines;
    kit::Label *m_owner, *m_kind, *m_balance, *m_dayTitle, *m_linesTitle;
    kit::Chip *m_frozen;
    AsOfEdit *m_day;
    kit::TableView *m_view;
    kit::Button *m_wallet, *m_giveBack, *m_freeze, *m_unfreeze;
    Closing *m_closing;
};

} // namespace books
