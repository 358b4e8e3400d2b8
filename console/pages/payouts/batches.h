#pragma once

// The files for the bank that were made: saved once more, or taken back. What was opened goes back only with the bank's
// word.

#include "console/kit/calldialog.h"
#include "console/kit/contracttable.h"
#include "console/kit/kit.h"
#include "console/kit/listcard.h"
#include "shared/contract/payoutbatches.h"

namespace payouts {

class Batches : public kit::CallDialog
{
    Q_OBJECT

public:
    Batches(kit::Kit &kit, QWidget *parent);

    void begin();

Q_SIGNALS:
    void takenBack(); // its payouts can stand in another file

private:
    void build();
    const PayoutBatch *chosen() const;
    bool isReady() const override;
    void save();
    void askBack();
    void askCancel(const PayoutBatch &batch);
    void askWithdraw(const PayoutBatch &batch);
    void take(const PayoutBatch &changed);

    kit::Kit &m_kit;
    kit::ContractTable<PayoutBatch> m_table;
    kit::ListCard *m_card;
    kit::Button *m_withdraw;
};

} // namespace payouts
