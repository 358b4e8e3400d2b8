#pragma once

// The signed-in console: sidebar, bar above, the pages of the role, the palette, the keys, and the news that ring.

#include "console/app/inbox.h"
#include "console/app/palette.h"
#include "console/app/sidebar.h"
#include "console/app/topbar.h"
#include "console/kit/banner.h"
#include "console/kit/livefeed.h"
#include "console/kit/page.h"
#include "console/kit/ringer.h"

#include <QMenu>
#include <QStackedWidget>

namespace app {

class Shell : public QWidget
{
    Q_OBJECT

public:
    explicit Shell(kit::Kit &kit, QWidget *parent = nullptr);

    void open(const QString &page, const QString &object = {}, const kit::Narrowing &by = {});
    QStringList pages() const; // ids, in the order of the sidebar
    QString current() const { return m_current; }
    kit::Page *page() const;
    void introduce();                              // who is signed in, after it changed
    void say(const QString &text, kit::Tone tone); // above every page, until something else is said

    void setRings(bool rings) { m_rings = rings; }

Q_SIGNALS:
    void languageAsked();
    void shadeAsked();
    void zoomAsked(double factor); // 0: as it was made
    void densityAsked(kit::Theme::Density density);
    void signOutAsked();
    void lockAsked();
    void ringChanged(bool rings);
    void orderCame(int unseen);
    void storeDecided(); // the review of the store's documents has ended

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void build();
    void bindKeys();
    void bind(const QKeySequence &keys, std::function<void()> react);
    void listen();
    kit::LiveFeed *listenTo(const QString &path);
    void hear(const LiveEvent &event);
    void ring(const LiveEvent &event);
    void tellDecision(const LiveEvent &event);
    void watch(kit::Page *page, const QString &id);
    void turn(int by);
    void openPalette();
    void openMore();
    void openKeys();
    void countUnread();
    void retranslate();
    const kit::PageEntry *entryOf(const QString &page) const;
    QList<Offer> offers();

    kit::Kit &m_kit;
    std::vector<const kit::PageEntry *> m_entries;
    Sidebar *m_sidebar;
    TopBar *m_top;
    QWidget *m_bannerPlace;
    kit::Banner *m_banner;
    QStackedWidget *m_stack;
    Palette *m_palette;
    Inbox *m_inbox;
    kit::LiveFeed *m_feed = nullptr;
    QHash<QString, kit::Page *> m_open;
    QString m_current;
    QStringList m_history;
    int m_at = -1;
    QString m_storeName;
    int m_unseen = 0;
    bool m_rings = true;
    kit::Ringer m_ringer{this};
    bool m_wasLive = false;
};

} // namespace app
