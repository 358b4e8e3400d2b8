#pragma once

// Disputes: admins decide them, vendors answer those about their orders.

#include "console/kit/contracttable.h"
#include "console/kit/listpage.h"
#include "console/kit/statustabs.h"
#include "shared/contract/disputes.h"

namespace disputes {

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
    void revealUnknown(const QString &id) override { openUnlisted(id); }
    void catchUp() override; // unseen: how many wait

private:
    void addColumns();
    bool isForAdmin() const { return m_kit.me.role == Role::Admin; }
    QFuture<Result<::Page<Dispute>>> ask(const ListDisputes &query);
    void count();
    void take(const Dispute &dispute);

    kit::StatusTabs<DisputeStatus> m_tabs; // what an admin can decide, what waits for an answer, what is over
    kit::ContractTable<Dispute> m_table;
    Detail *m_detail;
};

} // namespace disputes
