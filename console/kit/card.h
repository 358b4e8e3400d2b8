#pragma once

// A titled part of a dashboard that waits, is empty, fails and is asked again by itself. What it shows as a picture it
// also shows as a table, when its figures are given.

#include "console/kit/controls.h"
#include "console/kit/figures.h"
#include "console/kit/pagestate.h"
#include "console/kit/tableview.h"

class QStackedWidget;

namespace kit {

class Card : public QFrame
{
    Q_OBJECT

public:
    Card(const Theme &theme, QWidget *parent = nullptr);

    void say(const QString &title, const QString &note = {});
    void put(QWidget *content);     // once
    void addTool(QWidget *control); // right of the title
    void setFigures(const Figures &figures);
    // A button that gives the figures away, as what exported() says.
    void offerExport();
    const Figures &figures() const { return m_figures->figures(); }

    void showLoading(); // what stands there stays
    void showContent();
    void showEmpty(const QString &icon, const QString &title, const QString &text);
    void showTrouble(const Error &error); // what stands there stays, with a line that says it is old
    bool isTroubled() const;
    void retranslate();

Q_SIGNALS:
    void retried();
    void exported(const QString &title, const Figures &figures);

private:
    void build();

    const Theme &m_theme;
    Label *m_title, *m_note, *m_trouble;
    Button *m_retry;
    QWidget *m_old;
    IconButton *m_asTable, *m_export;
    QHBoxLayout *m_head;
    QStackedWidget *m_stack;
    PageState *m_state;
    QWidget *m_content = nullptr;
    FiguresModel *m_figures;
    TableView *m_table;
    bool m_hasContent = false;
    bool m_offersExport = false;
};

} // namespace kit
