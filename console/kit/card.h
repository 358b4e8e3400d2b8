#pragma once

// A titled part of a dashboard that waits, is empty, fails and is asked again by itself. What it shows as a picture it
// also shows as a table, when its figures are given.

#include "console/kit/controls.h"
#include "console/kit/figures.h"
#include "console/kit/pagestate.h"
#include "console/kit/tableview.h"

class QMenu;
class QStackedWidget;

namespace kit {

class Card : public QFrame
{
    Q_OBJECT

public:
    Card(const Theme &theme, QWidget *parent = nullptr);

    void say(const QString &title, const QString &note = {});
    void put(QWidget *content);      // once
    void addTool(QWidget *control);  // right of the title
    void addBelow(QWidget *control); // below the title, for what would leave it no room
    void setFigures(const Figures &figures);
    // A button that gives the figures away, as what exported() says: as CSV, and in the other ways where there are any.
    void offerExport(const QList<QAction *> &others = {});
    const Figures &figures() const { return m_figures->figures(); }

    void showLoading(); // what stands there stays
    void showContent();
    void showEmpty(const QString &icon, const QString &title, const QString &text);
    void showTrouble(const Error &error); // what stands there stays, with a line that says it is old
    bool isTroubled() const;
    void retranslate();

    QString title() const { return m_title->text(); }
    QString note() const { return m_note->text(); }
    // What it shows now; none while there is nothing to show, and then standIn says why.
    const QWidget *content() const { return m_hasContent ? m_content : nullptr; }
    QString standIn() const;

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
    QHBoxLayout *m_head, *m_below;
    QStackedWidget *m_stack;
    PageState *m_state;
    QWidget *m_content = nullptr;
    FiguresModel *m_figures;
    TableView *m_table;
    bool m_hasContent = false;
    QMenu *m_exports = nullptr;
    QAction *m_asCsv;
    bool m_offersExport = false;
};

} // namespace kit
