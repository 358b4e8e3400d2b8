#pragma once

// What stands beside the sidebar. The shell builds a page when it is first opened and keeps it until sign-out.

#include "console/kit/kit.h"
#include "shared/contract/live.h"

#include <QAction>
#include <QTimer>
#include <QWidget>

#include <vector>

namespace kit {

class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(Kit &kit, QWidget *parent = nullptr);

    // Fetches anew: when first shown, on F5, after a reconnect. Rows on screen stay until the answer is there.
    virtual void refresh() = 0;
    // Sets every text; called after construction and when the language changes.
    virtual void retranslate() = 0;
    // Shows the object with this id; a link, the palette or a toast leads here.
    virtual void reveal(const QString &object);
    // Shows only these rows of its list; a figure that counted them leads here. It is fetched by the refresh that
    // follows.
    virtual void narrow(const Narrowing &by);
    // What the server pushed; every open page hears it, also while another one is on screen.
    virtual void hear(const LiveEvent &event);
    // What the palette offers on this page beside moving to other pages.
    virtual QList<QAction *> commands() const { return actions(); }

    // How many things wait here: the sidebar's badge.
    int waiting() const { return m_waiting; }

Q_SIGNALS:
    void waitingChanged(int count);

protected:
    void setWaiting(int count);
    // Something of this page has changed: catchUp runs at once, and then not again before a pause is over. On a busy
    // day there is news each second.
    void noteNews();
    // What is fetched then; a page that nobody sees waits until it is opened.
    virtual void catchUp();
    // A page that nobody sees is said anew when it is opened: all of them at once would keep everybody waiting.
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

    Kit &m_kit;

private:
    int m_waiting = 0;
    QTimer m_pause;
    bool m_isBehind = false;     // there was news since catchUp ran
    bool m_isInOldWords = false; // since the language was switched
};

// One line of the registry in console/pages/all.cpp.
struct PageEntry
{
    QString id;          // "admin.kyc"
    QString icon;        // a file of resources/icons
    const char *title;   // QT_TRANSLATE_NOOP("pages", "KYC review")
    const char *section; // QT_TRANSLATE_NOOP("pages", "Trust"), empty for the first group
    Role role;
    bool isOnboarding = false; // also shown in a limited session
    bool isForSuperAdmins = false;
    char chord = 0; // G, then this letter
    std::function<Page *(Kit &)> make;
    // Whether it has still something to send: then it is made at once, and not only when somebody opens it.
    std::function<bool(const Kit &)> isOwing = {};
};

const std::vector<PageEntry> &pages();
// What the sidebar, the palette and the page itself call it.
QString titleOf(const PageEntry &entry);
QString titleOf(QLatin1StringView page);

} // namespace kit
