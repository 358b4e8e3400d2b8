#pragma once

// How somebody becomes a signed-in caller, and stays one. Passwords are hashed in the caller's lane; everything that is
// counted against guessing is counted in the database before the guess is looked at, so that neither a crash nor a
// hundred connections buy more guesses.

#include "server/accounts/service.h"
#include "server/auth/guard.h"
#include "server/auth/keyring.h"
#include "server/auth/memory.h"
#include "server/auth/store.h"
#include "server/core/db.h"
#include "server/core/secrets.h"
#include "shared/contract/auth.h"

class Clock;
class Ids;

namespace audit {
class Service;
}
namespace settings {
class Service;
}

namespace auth {

enum class AdminKind { Staff, Super };

class Service
{
public:
    Service(Db &db, const Clock &clock, const Ids &ids, accounts::Service &accounts, settings::Service &settings,
            audit::Service &audit, const Secrets &secrets);

    // Who the bearer of an access token or of an API key is. Asked for every request, from any thread: no database,
    // unless more sessions were revoked than the memory holds.
    Result<Caller> callerOf(QByteArrayView accessToken) const;

    // Takes over which sessions ended lately and which keys are good; at start, before the first request.
    void load();

    // For the operator's command line and the demo data: an account that is active at once.
    Result<Account> createAdmin(const QString &username, const QString &email, const QString &password, AdminKind kind);
    Result<Account> enrol(const accounts::NewAccount &wish, const QString &password);
    Result<Account> enrolWithHash(const accounts::NewAccount &wish, const QString &passwordHash);

    Result<Registered> registerAccount(const Caller &caller, const Register &wish);
    Result<UsernameAvailability> usernameAvailable(const Caller &caller, const AskUsername &wish);
    Result<SessionTokens> verifyEmail(const Caller &caller, const VerifyEmail &wish);
    Result<> resendActivation(const Caller &caller, const AskMail &wish);
    // Where a password is asked for again.
    struct Origin
    {
        QString ip;
        QByteArray requestId;
    };
    // Whether it is the account's password. Guesses count like those of a sign-in; takes the time of one.
    Result<> confirm(Id<Account> account, const QString &password, const Origin &origin);

    Result<OtpChallenge> signIn(const Caller &caller, const SignIn &wish);
    Result<OtpChallenge> resendOtp(const Caller &caller, const ResendOtp &wish);
    Result<SessionTokens> verifyOtp(const Caller &caller, const VerifyOtp &wish);
    Result<SessionTokens> refreshSession(const Caller &caller, const RefreshSession &wish);
    Result<> signOut(const Caller &caller);
    Result<> forgotPassword(const Caller &caller, const AskMail &wish);
    Result<> resetPassword(const Caller &caller, const ResetPassword &wish);
    Result<> changePassword(const Caller &caller, const ChangePassword &wish);
    Result<QList<Session>> listSessions(const Caller &caller);
    Result<> revokeSession(const Caller &caller, Id<Session> id);

    Result<QList<ApiKey>> listApiKeys(const Caller &caller);
    Result<NewApiKey> createApiKey(const Caller &caller, const CreateApiKey &wish);
    Result<ApiKey> revokeApiKey(const Caller &caller, Id<ApiKey> id);

    // Takes in the bcrypt hash of an account that comes from another system, so that its password stays.
    Result<> adopt(Tx &tx, Id<Account> account, const QString &passwordHash, Instant changedAt);
    // A hash of today's cost, for passwords that are set for many accounts at once.
    Result<QString> hashOfPassword(const QString &password) const;

    // What admins do, for the floor above that says who may.

    // Ends every session in this transaction; after the commit noteRevoked() makes this node refuse their tokens too.
    void revokeAll(Tx &tx, Id<Account> account, const QString &reason);
    QList<Session> sessionsOf(Tx &tx, Id<Account> account, Id<Session> current);
    std::optional<Instant> lockedUntil(Tx &tx, Id<Account> account);
    QList<Id<Account>> lockedAccounts(Tx &tx);
    bool unlock(Tx &tx, Id<Account> account);
    Result<> sendReset(Tx &tx, const Account &account);
    // An account whose password nobody knows until it is set by the mail that sendReset() causes.
    Result<QString> unknownPassword() const; // the hash of one
    Result<Account> invite(Tx &tx, const accounts::NewAccount &wish, const QString &passwordHash);

    // Reactions and jobs.
    void noteRevoked(const SessionsRevoked &event);
    void noteCompleted(const ProfileCompleted &event);
    int sweep();
    void forgetEnded(); // of this node's memory
    void loadKeys();
    void noteKeyUse();

private:
    struct NewCode
    {
        ChallengeRow row;
        QString code;
    };
    // What was found before a password is looked at; what is not there looks the same from outside.
    struct Candidate
    {
        std::optional<Account> account;
        QString hash;
        Guard::Attempt attempt;
    };

    static bool isApiKey(QByteArrayView bearer);
    Result<Caller> integrationOf(QByteArrayView key) const;
    static Result<> mayOpen(const Caller &caller, const QList<ReportName> &scopes);
    bool isRevoked(Id<Session> session) const;

    // Sessions and tokens.
    SessionTokens openSession(Tx &tx, const Account &account, const Caller &caller, SessionOrigin origin,
                              const std::optional<QString> &device);
    SessionTokens tokensOf(Tx &tx, const Account &account, const SessionRow &session, const QByteArray &refresh) const;
    static QByteArray successorOf(const QByteArray &key, const QString &refreshToken, Id<Session> session);
    std::optional<QByteArray> repeatedSuccessor(Tx &tx, const QString &refreshToken, const RefreshRow &replaced) const;
    Result<Verified> verify(QByteArrayView accessToken) const;
    void endReused(Tx &tx, const Caller &caller, const SessionRow &session);
    static QString hashOf(const QByteArray &secret);
    // The same request, said by the one it turned out to come from; for the audit log.
    static Caller asAccount(const Caller &caller, const Account &account);
    qint64 accessTtlMs(Role role) const;
    qint64 refreshTtlMs(Role role) const;
    Instant lastTokenEnd(Instant from) const;

    // One-time codes and mails.
    NewCode newCode(Id<OtpChallenge> id, Id<Account> account, Instant now) const;
    OtpChallenge shown(const Account &account, const ChallengeRow &row) const;
    static QString codeHash(const QByteArray &key, Id<OtpChallenge> id, const QString &code);
    bool isCode(const ChallengeRow &row, const QString &code) const;
    QString subjectOf(const std::optional<Account> &account, const QString &identifier) const;
    QString mailSubjectOf(const QString &email) const;
    QString putMailToken(Tx &tx, Id<Account> account, TokenPurpose purpose, qint64 ttlMs);
    enum class Mailing { First, Again };
    Instant issueActivation(Tx &tx, const Account &account, Mailing mailing);

    // Passwords.
    Result<Candidate> candidateOf(const Caller &caller, const QString &identifier);
    bool isRight(const Candidate &candidate, const QString &password) const;
    void noteWrong(const Caller &caller, const Candidate &candidate);
    Result<OtpChallenge> challenge(const Candidate &candidate, const QString &password);
    Result<QString> newHash(const QString &field, const QString &password, Id<Account> account);

    Db &m_db;
    const Clock &m_clock;
    const Ids &m_ids;
    accounts::Service &m_accounts;
    settings::Service &m_settings;
    audit::Service &m_audit;
    const Secrets &m_secrets;
    mutable Store m_store;
    Guard m_guard;
    crypto::Tokens m_tokens;
    const QList<QByteArray> m_codeKeys; // the first one makes, each of them is believed
    const QList<QByteArray> m_refreshKeys;
    mutable Memory m_memory;
    mutable Keyring m_keys;
};

} // namespace auth
