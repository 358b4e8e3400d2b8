#pragma once

// Money that did not come as it was asked for, the bank's statements in which UPI money is found, what providers have
// settled, and how the ways to them are.

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
    void takeStatement(const QString &path);
    // Asks whose it is and hands the settlement in.
    void takeSettlement(const QString &path);

protected:
    void showDetail(const QString &id) override;
    void revealUnknown(const QString &id) override { openUnlisted(id); }
    void begin() override { chooseStatement(); }

private:
    void addColumns();
    void askHealth();
    void showHealth(const QList<ProviderHealth> &providers);
    void chooseStatement();
    void chooseSettlement();
    void chooseFile(const QString &title, const QString &kinds, void (Page::*take)(const QString &path));
    std::optional<QString> textOf(const QString &path, qint64 bytesMax);
    void showReport(QDialog *report);

    kit::StatusTabs<FlagStatus> m_tabs; // what somebody has to look at first
    kit::ContractTable<MoneyFlag> m_table;
    Detail *m_detail;
    kit::Button *m_statement, *m_settlement;
};

} // namespace reconciliation
