#pragma once

// The books (LED-01, WAL-16): whether they agree with themselves, every account with its statement, every posting with
// its lines, and the few things that are done by hand.

#include "console/kit/contracttable.h"
#include "console/kit/custodynotice.h"
#include "console/kit/listpage.h"
#include "console/kit/storechoice.h"
#include "shared/contract/books.h"

namespace books {

class Detail;

class Page : public kit::ListPage
{
    Q_OBJECT

public:
    // So often it asks how far a running check has come.
    static constexpr int progressEveryMs = 2'000;

    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;

protected:
    void showDetail(const QString &id) override;
    void revealUnknown(const QString &id) override { openUnlisted(id); }

private:
    void addColumns();
    ListLedgerAccounts query(const std::optional<QString> &cursor) const;
    void readState();
    void showState(const BooksState &state);
    void verify();
    void showTrialBalance();
    void correct();
    void correctOneOf(const kit::StoreOffers &stores);
    void showCustody();

    kit::ContractTable<LedgerAccount> m_table;
    Detail *m_detail;
    kit::ChoiceFilter *m_kind;
    kit::CustodyNotice *m_notice;
    kit::Button *m_verify, *m_trial, *m_custody, *m_correct;
    QTimer m_progress;
};

} // namespace books
