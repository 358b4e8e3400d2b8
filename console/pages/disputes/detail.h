#pragma once

// One dispute: what it is about, what is at stake, what was said last, and what the reader may do.

#include "console/kit/controls.h"
#include "console/kit/detailpane.h"
#include "shared/contract/disputes.h"

class QGridLayout;

namespace kit {
class WeighTickets;
}

namespace disputes {

class Detail : public kit::DetailPane<DisputeDetail, Dispute>
{
    Q_OBJECT

public:
    explicit Detail(kit::Kit &kit, QWidget *parent = nullptr);

    void retranslate() override;

Q_SIGNALS:
    void changed(const Dispute &dispute);

private:
    QWidget *buildBody();
    QFuture<Result<DisputeDetail>> fetch(const Id<Dispute> &id) override;
    void fill(const DisputeDetail &detail) override;
    void follow() override;
    void forget() override;
    void fillFacts(const DisputeDetail &detail);
    void fillSaid(const DisputeDetail &detail);
    void fillHint(const DisputeDetail &detail);
    bool isForAdmin() const { return m_kit.me.role == Role::Admin; }

    void compare();
    void state();
    void decide();
    void withdraw();
    void take(const Dispute &dispute);

    kit::Banner *m_hint;
    kit::Label *m_number, *m_when, *m_amount, *m_saidTitle;
    kit::Chip *m_status, *m_due;
    QGridLayout *m_facts;
    QVBoxLayout *m_said;
    kit::WeighTickets *m_weights;
    kit::Button *m_compare, *m_state, *m_decide, *m_withdraw, *m_order;
};

} // namespace disputes
