#pragma once

// Payouts that vendors have asked for: approve or reject, pay at the bank one by one or by a
// file, enter what the bank says.

#include "console/kit/contracttable.h"
#include "console/kit/listpage.h"
#include "console/kit/statustabs.h"
#include "shared/contract/payouts.h"

namespace payouts {

class Detail;

class Page : public kit::ListPage
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void narrow(const kit::Narrowing &by) override; // status
    void hear(const LiveEvent &event) override;

protected:
    void showDetail(const QString &id) override;
    void revealUnknown(const QString &id) override { openUnlisted(id); }
    void catchUp() override; // unseen: how many wait

private:
    void addColumns();
    void count();
    void take(const Payout &payout);
    void makeBatch();
    void showBatches();
    void enterAnswer();

    kit::StatusTabs<PayoutStatus> m_tabs; // what has to be decided first
    kit::ContractTable<Payout> m_table;
    Detail *m_detail;
    kit::Button *m_makeBatch, *m_batches, *m_answer;
};

} // namespace payouts
