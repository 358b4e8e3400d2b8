#pragma once

// What the books hold for the tax office, what was paid of it, the form by which a payment is entered, and the
// question by which it is taken back.

#include "console/kit/contracttable.h"
#include "console/kit/controls.h"
#include "console/kit/kit.h"
#include "console/kit/listcard.h"
#include "shared/contract/taxdues.h"

namespace tax {

class Dues : public QWidget
{
    Q_OBJECT

public:
    explicit Dues(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh();
    void retranslate();
    // The months that a payment can be for: "2026-11" and its name.
    void offer(const QList<std::pair<QString, QString>> &months) { m_months = months; }

Q_SIGNALS:
    void paid();

private:
    void build();
    void ask();
    const TaxDeposit *chosen() const;
    void check();
    void takeBack();

    kit::Kit &m_kit;
    kit::ContractTable<TaxDue> m_dues;
    kit::ContractTable<TaxDeposit> m_deposits;
    kit::ListCard *m_duesCard, *m_depositsCard;
    kit::Button *m_pay, *m_takeBack;
    QList<std::pair<QString, QString>> m_months;
};

} // namespace tax
