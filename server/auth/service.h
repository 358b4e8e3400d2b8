#pragma once

// How somebody becomes a signed-in caller, and stays one. Passwords are hashed in the caller's lane; everything that is
// counted against guessing is counted in the database before the guess is looked at, so that neither a crash nor a
// hundred connections buy more guesses.

#include "server/accounts/service.h"
#include "server/auth/gateways/google.h"
#include "server/auth/guard.h"
#include "server/auth/keyring.h"
#include "server/auth/memory.h"
#include "server/auth/store.h"
#include "server/core/db.h"
#include "server/core/personal.h"
#include "server/core/secrets.h"
#include "shared/contract/auth.h"
#include "shared/contract/factors.h"
#include "shared/contract/identities.h"
#include "shared/contract/ownemail.h"

#include <functional>

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

// What there is outside to sign in with.
struct Outside
{
    bool sendsSms = false;
    gateways::GoogleConfig google = {};
};

class Service
{
public:
    Service(Db &db, const Clock &clock, const Ids &ids, accounts::Service &accounts, settings::Service &settings,
            audit::Service &audit, const Secrets &secrets, Outside outside = {});

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
    Result<OtpChallenge> signIn(const Caller &caller, const SignIn &wish);
    Result<OtpChallenge> askCode(const Caller &caller, const AskCode &wish);
    Result<OtpChallenge> signInWithGoogle(const Caller &caller, const SignInWithGoogle &wish);
    Result<> setUpPassword(const Caller &caller, const SetUpPassword &wish);
    Result<OtpChallenge> startPhone(const Caller &caller);
    Result<Account> confirmPhone(const Caller &caller, const ConfirmPhone &wish);
    Result<OtpChallenge> startEmail(const Caller &caller, const StartEmail &wish);
    Result<Account> confirmEmail(const Caller &caller, const ConfirmEmail &wish);
    Result<OtpChallenge> resendOtp(const Caller &caller, const ResendOtp &wish);
    Result<SessionTokens> verifyOtp(const Caller &caller, const VerifyOtp &wish);
    Result<SessionTokens> refreshSession(const Caller &caller, const RefreshSession &wish);
    Result<> signOut(const Caller &caller);
    Result<> forgotPassword(const Caller &caller, const AskMail &wish);
    Result<> resetPassword(const Caller &caller, const ResetPassword &wish);
    Result<> changePassword(const Caller &caller, const ChangePassword &wish);
    Result<QList<Session>> listSessions(const Caller &caller);
    Result<> revokeSession(const Caller &caller, Id<Session> id);

    Result<Reauthenticated> reauthenticate(const Caller &caller, const Reauthenticate &wish);
    Result<Security> readSecurity(const Caller &caller);
    Result<TotpOffer> startTotp(const Caller &caller);
    Result<RecoveryCodes> confirmTotp(const Caller &caller, const ConfirmTotp &wish);
    Result<> disableTotp(const Caller &caller);
    Result<RecoveryCodes> renewRecoveryCodes(const Caller &caller);

    // Whether the caller has shown within the last minutes that it is still the same person. StrongestThereIs wants the
    // code of the app from whoever has one, for what changes how one signs in.
    enum class Proof { Any, StrongestThereIs };
    Result<> requireFresh(Tx &tx, const Caller &caller, Proof proof = Proof::Any) const;

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
    // Revokes the keys that the account made for more than is open to it now; after the commit loadKeys() makes this
    // node refuse them too.
    void narrowKeys(Tx &tx, const Caller &caller, Id<Account> maker);
    QList<Session> sessionsOf(Tx &tx, Id<Account> account, Id<Session> current);
    std::optional<Instant> lockedUntil(Tx &tx, Id<Account> account);
    QList<Id<Account>> lockedAccounts(Tx &tx);
    bool unlock(Tx &tx, Id<Account> account);
    Result<> sendReset(Tx &tx, const Account &account);
    // An account whose password nobody knows until it is set by the mail that sendReset() causes.
    Result<QString> unknownPassword() const; // the hash of one
    Result<Account> invite(Tx &tx, const accounts::NewAccount &wish, const QString &passwordHash);

    personal::Parts exportOf(Tx &tx, Id<Account> account);
    // Ends every session and forgets whatever lets somebody in; after the commit noteRevoked() as above.
    void eraseOf(Tx &tx, Id<Account> account);

    // Reactions and jobs.
    void noteRevoked(const SessionsRevoked &event);
    void noteCompleted(const ProfileCompleted &event);
    int sweep();
    // Tells of the sessions that have ended by themselves, for whoever keeps something until then.
    void endExpired();
    // Seals with the current master what was sealed with an older one.
    int reseal(int most, const std::function<void(int)> &progress);
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
    OtpChallenge shown(Tx &tx, const Account &account, const ChallengeRow &row) const;
    static QString codeHash(const QByteArray &key, Id<OtpChallenge> id, const QString &code);
    bool isCode(Id<OtpChallenge> id, const QString &hash, const QString &code) const;
    QString subjectOf(const std::optional<Account> &account, const QString &identifier) const;
    QString mailSubjectOf(const QString &email) const;
    QString putMailToken(Tx &tx, Id<Account> account, TokenPurpose purpose, qint64 ttlMs);
    enum class Mailing { First, Again };
    Instant issueActivation(Tx &tx, const Account &account, Mailing mailing);

    void sendCode(Tx &tx, const Account &account, const NewCode &made);
    static void tellCode(Tx &tx, const Account &account, const NewCode &made);
    Result<Account> accountOf(Tx &tx, const Caller &caller, const gateways::GoogleIdentity &identity);

    // Signing up by phone, and the address that is given afterwards.
    struct PhoneEntry
    {
        const Caller &caller;
        const VerifyOtp &wish;
        const ContactRow &row;
        const Guard::Attempt &attempt;
    };
    bool opensByPhone() const;
    void offerSignUp(Tx &tx, const NewCode &made);
    Result<Result<SessionTokens>> enterByPhone(Tx &tx, const PhoneEntry &entry);
    Result<Account> accountOfPhone(Tx &tx, const Caller &caller, const QString &phone);
    bool takeCode(Tx &tx, const ContactRow &row, const QString &code);
    // Whether so many wrong codes of the account, or to the address, were shown within a day that none is looked at.
    bool isGuessedOut(Tx &tx, std::optional<Id<Account>> account, const std::optional<QString> &address);
    Result<> allowCode(Tx &tx, Id<Account> account, const std::optional<QString> &address);

    // The app that shows codes.
    bool hasTotp(Tx &tx, Id<Account> account) const;
    bool lacksTotp(Tx &tx, const Account &account) const; // and must have it
    bool useTotp(Tx &tx, const Caller &caller, const QString &typed);
    static QString recoveryHash(Id<Account> account, const QByteArray &code);
    RecoveryCodes newRecoveryCodes(Tx &tx, Id<Account> account);

    // Passwords.
    Result<Candidate> candidateOf(const Caller &caller, const QString &identifier);
    bool isRight(const Candidate &candidate, const QString &password) const;
    void noteWrong(const Caller &caller, const Candidate &candidate);
    Result<OtpChallenge> challenge(const Candidate &candidate, const QString &password);
    Result<Reauthenticated> mark(Tx &tx, const Caller &caller, const Candidate &candidate, Confirmation by);
    Result<QString> newHash(const QString &field, const QString &password, Id<Account> account);

    Db &m_db;
    const Clock &m_clock;
    const Ids &m_ids;
    accounts::Service &m_accounts;
    settings::Service &m_settings;
    audit::Service &m_audit;
    const Secrets &m_secrets;
    const Outside m_outside;
    gateways::Google m_google;
    mutable Store m_store;
    Guard m_guard;
    crypto::Tokens m_tokens;
    const QList<QByteArray> m_codeKeys; // the first one makes, each of them is believed
    const QList<QByteArray> m_refreshKeys;
    mutable Memory m_memory;
    mutable Keyring m_keys;
};

} // namespace auth
