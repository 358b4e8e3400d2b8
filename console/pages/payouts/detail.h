#pragma once

// One payout: to whom, to which bank account, which orders make up the amount, and the decision.

#include "console/kit/contracttable.h"
#include "console/kit/detailpane.h"
#include "console/kit/tableview.h"
#include "shared/contract/payoutaccounts.h"

namespace payouts {

class Detail : public kit::DetailPane<PayoutDetail, Payout>
{
    Q_OBJECT

public:
    explicit Detail(kit::Kit &kit, QWidget *parent = nullptr);

    void retranslate() override;

Q_SIGNALS:
    void changed(const Payout &payout);

private:
    QWidget *buildBody();
    QFuture<Result<PayoutDetail>> fetch(const Id<Payout> &id) override;
    void fill(const PayoutDetail &detail) override;
    void fillFacts(const Payout &payout);
    void fillHolder(const PayoutDetail &detail);
    void checkSum(const PayoutDetail &detail);
    // It goes to another name than that of the papers, and nobody has said why.
    static bool isUnexplained(const PayoutDetail &detail);

    void approve();
    void noteHolder();
    void reject();
    void enterReference();
    void enterReturn();
    void showFirstApproval(const Payout &payout);
    void askTransfer(const Payout &payout);
    void showTransfer(const PayoutTransfer &transfer);
    void endTransfer();
    void take(const Payout &payout);
    QList<std::pair<QString, QString>> facts() const;

    kit::ContractTable<Earning> m_orders;
    kit::Banner *m_sum;
    kit::Label *m_number, *m_when, *m_amount, *m_bankTitle, *m_ordersTitle;
    kit::Chip *m_status, *m_first;
    kit::Label *m_own;
    QGridLayout *m_facts;
    kit::TableView *m_view;
    kit::Button *m_approve, *m_note, *m_reject, *m_paid, *m_returned, *m_ask;
};

} // namespace payouts
