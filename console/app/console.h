#pragma once

// The whole console: builds its parts in order and swaps the door for the rooms when somebody signs in.

#include "console/app/cover.h"
#include "console/app/departures.h"
#include "console/app/desktoplock.h"
#include "console/app/languages.h"
#include "console/app/lock.h"
#include "console/app/preferences.h"
#include "console/app/session.h"
#include "console/app/shell.h"
#include "console/app/toasts.h"
#include "console/pages/signin/page.h"

class QStackedWidget;

namespace app {

// Makes the feeds of whoever is signed in at whichever server.
class Lines : public kit::Feeds
{
public:
    explicit Lines(kit::Credentials &credentials)
        : m_credentials(credentials)
    {}
    void moveTo(const kit::Profile &profile)
    {
        m_server = profile.server;
        m_authority = profile.authority;
    }
    kit::LiveFeed *open(const QString &path, QObject *parent) override;

private:
    kit::Credentials &m_credentials;
    QUrl m_server;
    QByteArray m_authority;
};

class Console : public QWidget, public kit::Navigator, public kit::Notices
{
    Q_OBJECT

public:
    // What comes from outside: a test brings its own.
    struct World
    {
        kit::Transport &transport;
        Vault &vault;
        kit::Clock &clock;
        Preferences &preferences;
        kit::NetworkTransport *network = nullptr; // the same transport, when there is a server to choose
        DesktopLock *desktop = nullptr;           // locks the console with the screen
    };
    explicit Console(World world, QWidget *parent = nullptr);

    void start(); // shows the door and takes up the last session
    kit::Theme &theme() { return m_theme; }
    Languages &languages() { return m_languages; }
    Session &session() { return m_session; }
    Shell *shell() const { return m_shell; }
    signin::Page *door() const { return m_door; }
    Idle &idle() { return m_idle; }
    bool isLocked() const;
    void lock();

    void open(const QString &page, const QString &object = {}) override;
    void openNarrowed(const QString &page, const kit::Narrowing &by) override;
    void signInAgain() override;
    void toast(const QString &text, kit::Tone tone = kit::Tone::Success) override;
    void toastWithUndo(const QString &text, std::function<void()> commit, std::function<void()> undo) override;

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void link();
    void linkShell();
    void enter();
    void leave();
    void unlock();
    void widen();
    void linkServers();
    void moveTo(const kit::Profile &profile);
    void saveServer(const kit::Profile &profile);
    void removeServer(const QString &id);
    void showServers();
    void switchLanguage();
    void switchShade();
    void place();
    void retitle();

    World m_world;
    kit::Theme m_theme;
    Languages m_languages;
    bool m_isSwitching = false; // to another language
    kit::Api m_api;
    kit::Identity m_me;
    Session m_session;
    Lines m_lines;
    kit::Kit m_kit;
    QStackedWidget *m_stack;
    signin::Page *m_door;
    Shell *m_shell = nullptr;
    Toasts *m_toasts;
    QWidget *m_lockPlace;
    Lock *m_lock;
    Idle m_idle;
    Cover m_cover;
    Departures m_departures;
    int m_unseen = 0;
    bool m_wasLimited = false;
};

} // namespace app
