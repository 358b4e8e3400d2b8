#pragma once

// Every order of the marketplace for admins: where each stands, and acting in place of the parties with a reason.

#include "console/kit/contracttable.h"
#include "console/kit/listpage.h"
#include "console/kit/orderpanel.h"
#include "shared/contract/ordersums.h"

namespace orders {

class Page : public kit::ListPage
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    // status, q, days up to and including today and what they are days of (settled, cancelled; else placed), escrow,
    // urgency, payment (how, or pending), vendor with vendor_name
    void narrow(const kit::Narrowing &by) override;
    void hear(const LiveEvent &event) override;

protected:
    void showDetail(const QString &id) override;
    void revealUnknown(const QString &id) override { openUnlisted(id); }
    void catchUp() override; // unseen: how many wait
    QString totals() const override;

private:
    ListOrders query(const std::optional<QString> &cursor) const;
    void addColumns();
    void offerFilters();
    void count();
    void fetchSum();
    void take(const Order &order);
    void showCounts();
    bool isNarrowed() const; // by anything but a tab

    kit::ContractTable<OrderCard> m_table;
    kit::OrderPanel *m_panel;
    kit::ChoiceFilter *m_period, *m_dayOf, *m_escrow, *m_urgency, *m_payment;
    kit::ChoiceFilter *m_vendor; // one that another page named
    std::optional<OrderCounts> m_counts;
    ListOrders m_summed; // what was asked for
    std::optional<OrderSum> m_sum;
};

} // namespace orders
