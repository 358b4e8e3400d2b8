#pragma once

// A person's wallet as admins see it: what can be spent, what is held, what came in and was spent, and what moved.

#include "console/kit/banner.h"
#include "console/kit/contracttable.h"
#include "console/kit/kit.h"
#include "console/kit/tableview.h"
#include "shared/contract/purses.h"

#include <QDialog>

class QGridLayout;

namespace kit {

class WalletDialog : public QDialog
{
    Q_OBJECT

public:
    WalletDialog(Kit &kit, const Id<Account> &owner, QWidget *parent);

private:
    void addColumns();
    void build();
    void load();
    void fill(const Wallet &wallet);
    void tellTrouble();
    void addFact(const QString &name, const QString &value, Type type = Type::Body);

    Kit &m_kit;
    Id<Account> m_owner;
    ContractTable<WalletEntry> m_entries;
    Label *m_title;
    Banner *m_trouble;
    QGridLayout *m_facts;
    TableView *m_view;
    Button *m_close;
    std::optional<Error> m_sumsTrouble, m_entriesTrouble; // each is asked for by itself
};

} // namespace kit
