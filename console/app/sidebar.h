#pragma once

// The pages of the signed-in role, in their sections, with how much waits on each. A real list, so that keyboard and
// screen readers find it; in a narrow window only the icons stay.

#include "console/kit/controls.h"
#include "console/kit/page.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace app {

class SidebarModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { EntryRole = Qt::UserRole + 1, IconRole, WaitingRole };
    using QAbstractListModel::QAbstractListModel;

    void show(const std::vector<const kit::PageEntry *> &entries);
    void setWaiting(const QString &page, int count);
    void retranslate();
    int rowOf(const QString &page) const;
    QString pageAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        const kit::PageEntry *entry = nullptr; // null: the title of a section
        const char *section = nullptr;
        int waiting = 0;
    };
    QList<Row> m_rows;
};

class SidebarDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit SidebarDelegate(const kit::Theme &theme, QObject *parent = nullptr);
    void setNarrow(bool isNarrow) { m_isNarrow = isNarrow; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintSection(QPainter &painter, const QRect &where, const QString &title) const;
    void paintBadge(QPainter &painter, const QRect &where, int waiting, const QColor &ground) const;

    const kit::Theme &m_theme;
    bool m_isNarrow = false;
};

// The mark, the name of the console, and below the list who is signed in.
class Sidebar : public QWidget
{
    Q_OBJECT

public:
    explicit Sidebar(const kit::Theme &theme, QWidget *parent = nullptr);

    SidebarModel *model() { return &m_model; }
    void setNarrow(bool isNarrow);
    void introduce(const QString &console, const QString &user, const QString &role);
    void setCurrent(const QString &page);
    void retranslate();
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &page);
    void leaveAsked(); // the button beside the user

private:
    QLayout *makeHead();
    QWidget *makeFoot();
    void dressList();

    const kit::Theme &m_theme;
    SidebarModel m_model;
    SidebarDelegate *m_delegate;
    QListView *m_list;
    QWidget *m_words, *m_userWords;
    kit::Label *m_console, *m_user, *m_role;
    kit::Avatar *m_face;
    kit::IconButton *m_menu;
    bool m_isNarrow = false;
};

} // namespace app
