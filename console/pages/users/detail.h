#pragma once

// One person: who it is, where it is signed in, what it did, and what an admin does about it.

#include "console/kit/banner.h"
#include "console/kit/contracttable.h"
#include "console/kit/kit.h"
#include "console/kit/pagestate.h"
#include "console/kit/tableview.h"
#include "console/kit/viewtabs.h"
#include "console/pages/users/acts.h"

class QGridLayout;
class QMenu;
class QStackedWidget;

namespace users {

class Detail : public QWidget
{
    Q_OBJECT

public:
    explicit Detail(kit::Kit &kit, QWidget *parent = nullptr);

    void open(const Id<Account> &id);
    void reload();
    void retranslate();

Q_SIGNALS:
    void changed(const Person &person);
    void closed();

private:
    void build();
    void shapeTables();
    QWidget *buildHead();
    QWidget *buildFoot();
    void show(const Person &person);
    void fillFacts(const Person &person);
    void addFact(const QString &name, const QString &value, const char *ink = "");
    void offerActs(const Person &person);
    void loadLists();
    void switchList();
    void take(const Person &person, const QString &toast);

    kit::Kit &m_kit;
    Acts m_acts;
    std::optional<Id<Account>> m_id;
    std::optional<Person> m_shown;
    kit::ContractTable<Session> m_sessions;
    kit::ContractTable<AuditEntry> m_activity;
    QStackedWidget *m_stack, *m_lists;
    kit::PageState *m_state;
    kit::Banner *m_trouble;
    kit::Label *m_name, *m_username, *m_none;
    kit::Chip *m_role, *m_status;
    kit::IconButton *m_close;
    QGridLayout *m_facts;
    kit::ViewTabs *m_tabs;
    kit::TableView *m_sessionView, *m_activityView;
    kit::Button *m_good, *m_bad, *m_more;
    QMenu *m_menu;
};

} // namespace users
