#pragma once

// The popup below the bell: what happened, newest first. A notice leads to what it is about.

#include "console/kit/banner.h"
#include "console/kit/contracttable.h"
#include "console/kit/kit.h"
#include "console/kit/pagestate.h"
#include "console/kit/tableview.h"
#include "shared/contract/notifications.h"

class QStackedWidget;

namespace app {

class Inbox : public QFrame
{
    Q_OBJECT

public:
    Inbox(kit::Kit &kit, QWidget *parent);

    void openBelow(const QWidget *anchor);
    void retranslate();
    // Which page shows what a notice is about.
    static QString pageOf(NoticeKind kind, Role role);

Q_SIGNALS:
    void unreadChanged(qint64 unread);

private:
    void showContent();
    void follow(const QString &id);
    void readAll();
    void countUnread();

    kit::Kit &m_kit;
    kit::ContractTable<Notice> m_table;
    kit::TableView *m_view;
    kit::PageState *m_state;
    QStackedWidget *m_stack;
    kit::Label *m_title;
    kit::Banner *m_trouble;
    kit::Button *m_readAll;
};

} // namespace app
