#pragma once

// One person: who it is, where it is signed in, what it did, and what an admin does about it.

#include "console/kit/contracttable.h"
#include "console/kit/detailpane.h"
#include "console/kit/tableview.h"
#include "console/kit/viewtabs.h"
#include "console/pages/users/acts.h"

class QGridLayout;
class QMenu;
class QStackedWidget;

namespace users {

class Detail : public kit::DetailPane<Person, Account>
{
    Q_OBJECT

public:
    explicit Detail(kit::Kit &kit, QWidget *parent = nullptr);

    void retranslate() override;

Q_SIGNALS:
    void changed(const Person &person);

private:
    void build();
    void shapeTables();
    QWidget *buildHead();
    QWidget *buildFoot();
    QFuture<Result<Person>> fetch(const Id<Account> &id) override;
    void fill(const Person &person) override;
    void follow() override { loadLists(); }
    void forget() override;
    void fillFacts(const Person &person);
    void offerActs(const Person &person);
    void loadLists();
    void switchList();
    void take(const Person &person, const QString &toast);

    Acts m_acts;
    kit::ContractTable<Session> m_sessions;
    kit::ContractTable<AuditEntry> m_activity;
    QStackedWidget *m_lists;
    kit::Label *m_name, *m_username, *m_none;
    kit::Chip *m_role, *m_status;
    QGridLayout *m_facts;
    kit::ViewTabs *m_tabs;
    kit::TableView *m_sessionView, *m_activityView;
    kit::Button *m_good, *m_bad, *m_more;
    QMenu *m_menu;
};

} // namespace users
