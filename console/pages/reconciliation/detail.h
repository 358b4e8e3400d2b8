#pragma once

// One flagged payment: what came, what was asked for, and the decision.

#include "console/kit/detailpane.h"
#include "console/kit/formdialog.h"
#include "shared/contract/reconciliation.h"

namespace reconciliation {

class Detail : public kit::DetailPane<MoneyFlag>
{
    Q_OBJECT

public:
    explicit Detail(kit::Kit &kit, QWidget *parent = nullptr);

    void retranslate() override;

Q_SIGNALS:
    void changed(const MoneyFlag &flag);

private:
    QFuture<Result<MoneyFlag>> fetch(const Id<MoneyFlag> &id) override;
    void fill(const MoneyFlag &flag) override;
    void fillFacts(const MoneyFlag &flag);

    void credit();
    void chooseWhose(const QList<PaymentOfPayer> &candidates);
    void giveBack();
    void book();
    void payByHand();
    void dismiss();
    void resolveBy(kit::FormDialog &dialog, kit::ContractForm<ResolveFlag> &form);
    void ask(FlagAction action, const QString &title, const QString &text, const QString &verb);
    void take(const MoneyFlag &flag);

    kit::Label *m_kind, *m_when, *m_amount;
    kit::Chip *m_status;
    QGridLayout *m_facts;
    kit::Button *m_credit, *m_giveBack, *m_book, *m_byHand, *m_dismiss;
};

} // namespace reconciliation
