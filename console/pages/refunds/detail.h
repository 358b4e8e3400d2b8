#pragma once

// One refund: what goes back, of which order and why, who bears it, and the decision, which admins take.

#include "console/kit/contracttable.h"
#include "console/kit/detailpane.h"
#include "console/kit/tableview.h"
#include "shared/contract/refunds.h"

namespace refunds {

class Detail : public kit::DetailPane<RefundDetail, Refund>
{
    Q_OBJECT

public:
    explicit Detail(kit::Kit &kit, QWidget *parent = nullptr);

    void retranslate() override;

Q_SIGNALS:
    void changed(const Refund &refund);

private:
    QWidget *buildBody();
    QFuture<Result<RefundDetail>> fetch(const Id<Refund> &id) override;
    void fill(const RefundDetail &detail) override;
    void fillFacts(const RefundDetail &detail);

    void approve();
    void reject();
    void process();
    void take(const Refund &refund);
    QList<std::pair<QString, QString>> facts() const;
    bool isForAdmin() const { return m_kit.me.role == Role::Admin; } // who decides; vendors only look

    kit::ContractTable<RefundLine> m_lines;
    kit::Banner *m_warning;
    kit::Label *m_number, *m_when, *m_amount, *m_text, *m_linesTitle;
    kit::Chip *m_status;
    QGridLayout *m_facts;
    kit::TableView *m_view;
    kit::Button *m_approve, *m_reject, *m_process, *m_order;
};

} // namespace refunds
