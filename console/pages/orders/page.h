#pragma once

// Every order of the marketplace for admins: where each stands, and acting in place of the parties with a reason.

#include "console/kit/contracttable.h"
#include "console/kit/listpage.h"
#include "console/kit/orderpanel.h"
#include "shared/contract/orders.h"

namespace orders {

class Page : public kit::ListPage
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void narrow(const kit::Narrowing &by) override; // status, q, days up to and including today
    void hear(const LiveEvent &event) override;

protected:
    void showDetail(const QString &id) override;
    void revealUnknown(const QString &id) override { openUnlisted(id); }
    void catchUp() override; // unseen: how many wait
    QString totals() const override;

private:
    ListOrders query(const std::optional<QString> &cursor) const;
    void addColumns();
    void count();
    void take(const Order &order);

    kit::ContractTable<OrderCard> m_table;
    kit::OrderPanel *m_panel;
    kit::ChoiceFilter *m_period;
    std::optional<OrderCounts> m_counts;
};

} // namespace orders
