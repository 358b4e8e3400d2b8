#pragma once

// One payout: to whom, to which bank account, which orders make up the amount, and the decision.

#include "console/kit/banner.h"
#include "console/kit/contracttable.h"
#include "console/kit/kit.h"
#include "console/kit/pagestate.h"
#include "console/kit/tableview.h"
#include "shared/contract/payouts.h"

class QGridLayout;
class QStackedWidget;

namespace payouts {

class Detail : public QWidget
{
    Q_OBJECT

public:
    explicit Detail(kit::Kit &kit, QWidget *parent = nullptr);

    void open(const Id<Payout> &id);
    void reload();
    void retranslate();

Q_SIGNALS:
    void changed(const Payout &payout);
    void closed();

private:
    void build();
    QWidget *buildHead();
    void show(const PayoutDetail &detail);
    void fillFacts(const Payout &payout);
    void addFact(const QString &name, const QString &value, kit::Type type = kit::Type::Body, const char *ink = "");
    void checkSum(const PayoutDetail &detail);

    void approve();
    void reject();
    void enterReference();
    void take(const Payout &payout);
    QList<std::pair<QString, QString>> facts() const;

    kit::Kit &m_kit;
    std::optional<Id<Payout>> m_id;
    std::optional<PayoutDetail> m_shown;
    kit::ContractTable<Earning> m_orders;
    QStackedWidget *m_stack;
    kit::PageState *m_state;
    kit::Banner *m_trouble, *m_sum;
    kit::Label *m_number, *m_when, *m_amount, *m_bankTitle, *m_ordersTitle;
    kit::Chip *m_status;
    kit::IconButton *m_close;
    QGridLayout *m_facts;
    kit::TableView *m_view;
    kit::Button *m_approve, *m_reject, *m_paid;
};

} // namespace payouts
