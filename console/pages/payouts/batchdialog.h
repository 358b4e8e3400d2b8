#pragma once

// Puts approved payouts into a file for the bank: which ones and in which layout; says how many and how much they are,
// and saves the file.

#include "console/kit/calldialog.h"
#include "console/kit/form.h"
#include "console/kit/kit.h"
#include "shared/contract/payoutbatches.h"

class QListWidget;

namespace payouts {

class BatchDialog : public kit::CallDialog
{
    Q_OBJECT

public:
    BatchDialog(kit::Kit &kit, QWidget *parent);

    void begin(); // reads what can be chosen, and opens

Q_SIGNALS:
    void made(const PayoutBatch &batch);

private:
    void build();
    void fetchLayouts();
    void fetchPayouts(const std::optional<QString> &cursor);
    void show();
    void count();
    bool isReady() const override;
    QList<Id<Payout>> chosen() const;
    void make();
    void openFile(const PayoutBatch &batch);

    kit::Kit &m_kit;
    kit::ChoiceBox *m_layout;
    QListWidget *m_list;
    kit::Label *m_sum;
    QList<BankLayout> m_layouts;
    QList<Payout> m_payouts;           // approved and in no file
    std::optional<PayoutBatch> m_made; // when only the opening failed it is not made again
};

} // namespace payouts
