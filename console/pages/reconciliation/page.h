#pragma once

// Money that did not come as it was asked for, the bank's statements in which UPI money is found, and how the ways to
// the providers are.

#include "console/kit/contracttable.h"
#include "console/kit/listpage.h"
#include "console/kit/statustabs.h"
#include "shared/contract/reconciliation.h"

namespace reconciliation {

class Detail;

class Page : public kit::ListPage
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;

    // Asks for the names of the columns and hands the statement in.
    void takeFile(const QString &path);

protected:
    void showDetail(const QString &id) override;
    void revealUnknown(const QString &id) override { openUnlisted(id); }
    void begin() override { chooseFile(); }

private:
    void addColumns();
    void askHealth();
    void showHealth(const QList<ProviderHealth> &providers);
    void chooseFile();
    void showReport(const StatementReport &report);

    kit::StatusTabs<FlagStatus> m_tabs; // what somebody has to look at first
    kit::ContractTable<MoneyFlag> m_table;
    Detail *m_detail;
    kit::Button *m_statement;
};

} // namespace reconciliation
