#pragma once

// The door: signing in, registering, activating, a new password, and which server. Beside it, what the house is.

#include "console/pages/signin/serversteps.h"
#include "console/pages/signin/steps.h"

class QStackedWidget;

namespace signin {

class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    // The servers that are known, and the one in use.
    void showServers(const QList<kit::Profile> &profiles, const QString &chosen);
    void refuseServer();                       // that was to be saved
    void askServer(const kit::Profile &first); // on the first visit
    void setIdentifier(const QString &identifier);
    void setRestoring(bool isBusy);
    // Why somebody who was inside stands before the door again.
    enum class Ending { ByServer, ToWiden, InOtherWindow };
    void showEnded(Ending ending);
    void showUnreached(const Error &error); // the last session could not be taken up yet
    void begin();

Q_SIGNALS:
    void signedIn(const SessionTokens &tokens);
    void identified(const QString &identifier);
    void serverChosen(const QString &id);
    void serverSaved(const kit::Profile &profile);
    void serverRemoved(const QString &id);
    void languageAsked();
    void shadeAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void link();
    void open(Step *step);
    void retranslate();

    kit::Kit &m_kit;
    QStackedWidget *m_steps;
    PasswordStep *m_password;
    CodeStep *m_code;
    RegisterStep *m_register;
    ActivateStep *m_activate;
    ForgotStep *m_forgot;
    ServersStep *m_servers;
    ServerStep *m_newServer;
    kit::Banner *m_news;
    kit::Button *m_language, *m_server;
    kit::IconButton *m_shade;
    QString m_serverName;
};

} // namespace signin
