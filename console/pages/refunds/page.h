#pragma once

// Refunds: what stores ask for and admins approve and process. Vendors see those of their own orders.

#include "console/kit/contracttable.h"
#include "console/kit/listpage.h"
#include "console/kit/statustabs.h"
#include "shared/contract/refunds.h"

namespace refunds {

class Detail;

class Page : public kit::ListPage
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void narrow(const kit::Narrowing &by) override; // status
    void hear(const LiveEvent &event) override;

protected:
    void showDetail(const QString &id) override;
    void revealUnknown(const QString &id) override;
    void catchUp() override; // unseen: how many wait
    QString totals() const override;

private:
    void addColumns();
    bool isForAdmin() const { return m_kit.me.role == Role::Admin; }
    QFuture<Result<::Page<Refund>>> ask(const ListRefunds &query);
    void count();
    void take(const Refund &refund);

    kit::StatusTabs<RefundStatus> m_tabs; // what has to be decided first
    kit::ContractTable<Refund> m_table;
    std::optional<RefundStatistics> m_figures;
    Detail *m_detail;
};

} // namespace refunds
