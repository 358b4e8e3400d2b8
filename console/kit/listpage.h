#pragma once

// A page that is a list: title and count, views as tabs, filters, the table, a panel with the chosen row's details on
// the right, totals below. It shows loading, empty, refused and offline states by itself. Keys: "/" filter, F5 refresh,
// Enter opens the details, Esc closes them, arrows move through the rows while they stay open.
//     class Orders : public kit::ListPage { … Orders(Kit &kit) : ListPage(kit, m_table) { … } }
// The table has to be a member of the page; it is only used after construction.

#include "console/kit/banner.h"
#include "console/kit/filterbar.h"
#include "console/kit/page.h"
#include "console/kit/pagestate.h"
#include "console/kit/tablemodel.h"
#include "console/kit/tableview.h"
#include "console/kit/viewtabs.h"

class QStackedWidget;
class QProgressBar;

namespace kit {

class ListPage : public Page
{
    Q_OBJECT

public:
    ListPage(Kit &kit, QWidget *parent = nullptr);

    void reveal(const QString &object) override;
    void retranslate() override;

protected:
    // Call once in the constructor, after the columns are there.
    void list(TableModel &model);

    void setTitle(const QString &title, const QString &subtitle);
    void setEmptyText(const QString &icon, const QString &title, const QString &text, const QString &button = {});
    // A button of the page's head, from left to right.
    Button *addHeadButton(const QString &icon, const char *look = "");
    // Views: at(i) is asked again when the user switches. Counts may come later; −1 is none.
    ViewTabs *views() const { return m_views; }
    void setViews(const QStringList &names);
    void setViewCount(int view, qint64 count);
    FilterBar *filters() const { return m_filters; }
    TableView *view() const { return m_view; }
    Banner *banner() const { return m_banner; }
    // The panel on the right; the page fills it in showDetail.
    void setDetail(QWidget *panel);
    void openDetail();
    void closeDetail();
    bool isDetailOpen() const;

    // Shows the row with this id in the panel.
    virtual void showDetail(const QString &id);
    // Shows an object that the list does not have: an older one, or one that the filter leaves out.
    virtual void revealUnknown(const QString &id);
    // For pages whose details need no row.
    void openUnlisted(const QString &id);
    // The button of the empty state.
    virtual void begin() {}
    virtual QString totals() const;
    void tick(); // says the totals anew
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void bindKeys();
    void showContent();
    void showFailure(const Error &error);
    void clickState();
    void fitDetail();
    void ask();

    TableModel *m_model = nullptr;
    TableView *m_view = nullptr;
    Label *m_title, *m_count, *m_subtitle, *m_totals, *m_age;
    QHBoxLayout *m_head;
    ViewTabs *m_views;
    FilterBar *m_filters;
    Banner *m_banner;
    QStackedWidget *m_stack;
    PageState *m_state;
    QProgressBar *m_progress;
    QWidget *m_detailPlace;
    QStringList m_empty;
    QString m_toReveal;
    Instant m_loadedAt;
    QTimer m_ticker;
};

} // namespace kit
