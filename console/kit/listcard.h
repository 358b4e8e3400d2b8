#pragma once

// A table in a card that shows its own loading, empty and failed states, for pages with more than one table.

#include "console/kit/banner.h"
#include "console/kit/pagestate.h"
#include "console/kit/tableview.h"

class QStackedWidget;

namespace kit {

class ListCard : public QFrame
{
    Q_OBJECT

public:
    ListCard(const Theme &theme, TableModel &model, QWidget *parent = nullptr);

    void say(const QString &name); // of the table, for screen readers
    void setEmptyText(const QString &icon, const QString &title, const QString &text);
    TableView *view() const { return m_view; }

Q_SIGNALS:
    void retried();

private:
    void showContent();

    TableModel &m_model;
    TableView *m_view;
    PageState *m_state;
    Banner *m_trouble;
    QStackedWidget *m_stack;
    QStringList m_empty;
};

} // namespace kit
