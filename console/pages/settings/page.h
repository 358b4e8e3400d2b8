#pragma once

// What the market runs by: every setting in its area, changed together by one press and undone by another (SET-01).

#include "console/kit/banner.h"
#include "console/kit/custodynotice.h"
#include "console/kit/filterbar.h"
#include "console/kit/page.h"
#include "console/kit/pagestate.h"
#include "shared/contract/settings.h"

class QListWidget;
class QScrollArea;
class QStackedWidget;

namespace settings {

class Row;

class Page : public kit::Page
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void reveal(const QString &key) override;
    void hear(const LiveEvent &event) override;

private:
    struct Area
    {
        QString name; // "auth"
        kit::Label *heading;
        QFrame *card;
        QList<Row *> rows;
    };

    void build();
    QWidget *buildBar();
    void show(const QList<Setting> &settings);
    void addRow(const Setting &setting);
    Area &areaOf(const QString &name);
    Row *rowOf(const QString &key) const;
    QList<Row *> changedRows() const;
    void filter();
    void settle();
    void save();
    void discard();
    void openHistory(Row *row);

    kit::Label *m_title, *m_subtitle;
    kit::SearchField *m_search;
    kit::Banner *m_trouble;
    kit::CustodyNotice *m_notice;
    QListWidget *m_areasList;
    QStackedWidget *m_stack;
    kit::PageState *m_state;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_body = nullptr;
    kit::PageState *m_nothing;
    QFrame *m_bar;
    kit::Label *m_changes;
    kit::Button *m_discard, *m_save;
    QList<Area> m_areas;
};

} // namespace settings
