#pragma once

// Who is signed in. Keeps the tokens, renews them before they run out, remembers the refresh token in the vault, and
// tells the rest of the console when somebody comes or goes.

#include "console/app/vault.h"
#include "console/kit/kit.h"
#include "shared/contract/auth.h"

#include <QTimer>

namespace app {

class Session : public QObject, public kit::Credentials
{
    Q_OBJECT

public:
    Session(kit::Api &api, Vault &vault, kit::Clock &clock, kit::Identity &me, QObject *parent = nullptr);

    // The server that the token belongs to; it is never shown to another one.
    void setServer(const QString &origin);
    void restore();
    void adopt(const SessionTokens &tokens);
    void leave();
    bool isSignedIn() const { return !m_bearer.isEmpty(); }
    // Set when the token cannot be kept: the session ends with the program.
    QString vaultTrouble() const { return m_vaultTrouble; }

    QByteArray bearer() const override { return m_bearer; }
    QFuture<bool> renew() override;
    bool isStale() const override;
    int sitting() const override { return m_sitting; }
    void expire() override;
    // Renews a token that ends within five minutes. Done each minute, so that a machine that slept is noticed
    // (AUTH-41).
    void check();

Q_SIGNALS:
    void entered();
    void left();
    void ended(); // left against the user's will
    void restoring(bool isBusy);
    void restoreFailed(const Error &error); // the server was not reached; it is tried again
    void identityChanged();
    void vaultFailed(const QString &trouble);

private:
    void take(const SessionTokens &tokens);
    void know(const Account &account);
    void forget();
    void answerWaiting(bool isRenewed);
    bool endRestoring(); // true: it was going on
    void settleRenewal(int sitting, const Result<SessionTokens> &answer);

    kit::Api &m_api;
    Vault &m_vault;
    kit::Clock &m_clock;
    kit::Identity &m_me;
    QString m_server;
    QByteArray m_bearer;
    QString m_refresh;
    QString m_vaultTrouble;
    QTimer m_each;
    Instant m_expiresAt;
    bool m_isInside = false;
    bool m_isRestoring = false;
    int m_sitting = 0;
    // Everybody who asked while one renewal was on its way.
    std::vector<std::shared_ptr<QPromise<bool>>> m_waiting;
};

} // namespace app
