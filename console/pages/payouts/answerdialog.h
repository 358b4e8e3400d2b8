#pragma once

// What the bank answers about a file: read from a CSV, sent to the server, and said row by row.

#include "console/kit/calldialog.h"
#include "console/kit/contracttable.h"
#include "console/kit/kit.h"
#include "console/kit/listcard.h"
#include "shared/contract/payoutbatches.h"

namespace payouts {

class AnswerDialog : public kit::CallDialog
{
    Q_OBJECT

public:
    AnswerDialog(kit::Kit &kit, QWidget *parent);

    void read(const QString &path);

Q_SIGNALS:
    void entered(); // payouts have changed

private:
    void build();
    void chooseFile();
    bool isReady() const override { return !m_text.isEmpty(); }
    void send();
    void show(const BankAnswer &answer);

    kit::Kit &m_kit;
    QString m_text; // of the file that was chosen
    kit::ContractTable<BankAnswerProblem> m_table;
    kit::Button *m_choose;
    kit::Label *m_file, *m_outcome;
    kit::ListCard *m_card;
};

} // namespace payouts
