#pragma once

// Which rate applies to a product, and why: what every level says.

#include "console/kit/calldialog.h"
#include "console/kit/form.h"
#include "console/kit/kit.h"
#include "console/kit/linelist.h"
#include "shared/contract/commissions.h"

class QLineEdit;

namespace commissions {

class Tester : public kit::CallDialog
{
    Q_OBJECT

public:
    Tester(kit::Kit &kit, QWidget *parent);

private:
    void build();
    void find();
    bool isReady() const override;
    void ask();
    void show(const CommissionAnswer &answer);

    kit::Kit &m_kit;
    QLineEdit *m_words;
    kit::Button *m_find;
    kit::ChoiceBox *m_product;
    kit::DayEdit *m_day;
    kit::Label *m_answer;
    kit::LineList *m_steps;
};

} // namespace commissions
