#pragma once

#include "server/core/db.h"
#include "shared/contract/apikeys.h"
#include "shared/contract/auth.h"

namespace auth {

NAMED_ENUM(TokenPurpose, Activation, Reset)
NAMED_ENUM(SessionOrigin, Activation, OneTimeCode)
NAMED_ENUM(Confirmation, Password, Code)
NAMED_ENUM(ChallengePurpose, SignIn, Passwordless, Phone)
NAMED_ENUM(IdentityProvider, Google)

// Secrets are stored as hashes only, in hexadecimal.
struct CredentialRow
{
    Id<Account> accountId;
    QString passwordHash;
    Instant changedAt;

    FIELDS(CredentialRow, FIELD(accountId), FIELD(passwordHash), FIELD(changedAt))
};

struct OldPassword
{
    QString passwordHash;

    FIELDS(OldPassword, FIELD(passwordHash))
};

struct MailTokenRow
{
    QString tokenHash;
    Id<Account> accountId;
    TokenPurpose purpose = TokenPurpose::Activation;
    Instant createdAt;
    Instant expiresAt;

    FIELDS(MailTokenRow, FIELD(tokenHash), FIELD(accountId), FIELD(purpose), FIELD(createdAt), FIELD(expiresAt))
};

struct ChallengeRow
{
    Id<OtpChallenge> id;
    Id<Account> accountId;
    QString codeHash;
    int attempts = 0;
    int sent = 1;
    Instant createdAt;
    Instant expiresAt;
    Instant resendAt;
    std::optional<Instant> usedAt;
    ChallengePurpose purpose = ChallengePurpose::SignIn;
    std::optional<QString> phone; // that the code goes to, instead of to the mail

    FIELDS(ChallengeRow, FIELD(id), FIELD(accountId), FIELD(codeHash), FIELD(attempts), FIELD(sent), FIELD(createdAt),
           FIELD(expiresAt), FIELD(resendAt), FIELD(usedAt), FIELD(purpose), FIELD(phone))
};

// Of an address that no account has yet: the phone of whoever signs up by it, or the e-mail that an account is to have.
struct ContactRow
{
    Id<OtpChallenge> id;
    std::optional<Id<Account>> accountId; // that asked; empty: whoever holds the phone
    QString address;
    QString codeHash;
    int attempts = 0;
    Instant createdAt;
    Instant expiresAt;
    std::optional<Instant> usedAt = {};

    FIELDS(ContactRow, FIELD(id), FIELD(accountId), FIELD(address), FIELD(codeHash), FIELD(attempts), FIELD(createdAt),
           FIELD(expiresAt), FIELD(usedAt))
};

struct SessionRow
{
    Id<Session> id;
    Id<Account> accountId;
    SessionOrigin origin = SessionOrigin::OneTimeCode;
    std::optional<QString> device;
    QString ip;
    Instant createdAt;
    Instant lastSeenAt;
    Instant expiresAt;
    std::optional<Instant> revokedAt = {};
    std::optional<Instant> confirmedUntil = {};
    std::optional<Confirmation> confirmedBy = {};

    FIELDS(SessionRow, FIELD(id), FIELD(accountId), FIELD(origin), FIELD(device), FIELD(ip), FIELD(createdAt),
           FIELD(lastSeenAt), FIELD(expiresAt), FIELD(revokedAt), FIELD(confirmedUntil), FIELD(confirmedBy))
};

struct RefreshRow
{
    QString tokenHash;
    Id<Session> sessionId;
    Instant createdAt;
    std::optional<Instant> replacedAt;

    FIELDS(RefreshRow, FIELD(tokenHash), FIELD(sessionId), FIELD(createdAt), FIELD(replacedAt))
};

struct TotpRow
{
    Id<Account> accountId;
    std::optional<QString> sealed;
    std::optional<QString> pendingSealed;
    std::optional<Instant> confirmedAt;
    qint64 lastStep = 0;

    FIELDS(TotpRow, FIELD(accountId), FIELD(sealed), FIELD(pendingSealed), FIELD(confirmedAt), FIELD(lastStep))
};

struct RecoveryRow
{
    QString codeHash;
    Id<Account> accountId;
    std::optional<Instant> usedAt;

    FIELDS(RecoveryRow, FIELD(codeHash), FIELD(accountId), FIELD(usedAt))
};

// Who an account is at somebody else's.
struct IdentityRow
{
    IdentityProvider provider = IdentityProvider::Google;
    QString subject;
    Id<Account> accountId;
    Instant linkedAt;

    FIELDS(IdentityRow, FIELD(provider), FIELD(subject), FIELD(accountId), FIELD(linkedAt))
};

// How often signing in as somebody failed, known or not.
struct LockRow
{
    QString subject;
    int failures = 0;
    Instant lastFailedAt;
    std::optional<Instant> lockedUntil;

    FIELDS(LockRow, FIELD(subject), FIELD(failures), FIELD(lastFailedAt), FIELD(lockedUntil))
};

// A failed guess from a network address, or a mail asked for by an e-mail address.
struct FailureRow
{
    QString network;
    Instant at;

    FIELDS(FailureRow, FIELD(network), FIELD(at))
};

struct KeyRow
{
    Id<ApiKey> id;
    QString name;
    QString prefix;
    QString keyHash;
    QList<ReportName> scopes;
    QString createdBy;
    Id<Account> createdById;
    Instant createdAt;
    std::optional<Instant> expiresAt;
    std::optional<Instant> revokedAt;
    std::optional<Instant> lastUsedAt;
    qint64 calls = 0;

    FIELDS(KeyRow, FIELD(id), FIELD(name), FIELD(prefix), FIELD(keyHash), FIELD(scopes), FIELD(createdBy),
           FIELD(createdById), FIELD(createdAt), FIELD(expiresAt), FIELD(revokedAt), FIELD(lastUsedAt), FIELD(calls))
};

class Store
{
public:
    void insertCredential(Tx &tx, const CredentialRow &row);
    std::optional<CredentialRow> credential(Tx &tx, Id<Account> account);
    // Only when the stored hash is still the one that was seen.
    bool setPassword(Tx &tx, const CredentialRow &row, const QString &seenHash);
    void rehash(Tx &tx, const CredentialRow &row, const QString &seenHash);
    QList<OldPassword> oldPasswords(Tx &tx, Id<Account> account); // newest first

    // Replaces every earlier token of the account for the same purpose.
    void putMailToken(Tx &tx, const MailTokenRow &row);
    std::optional<MailTokenRow> mailToken(Tx &tx, const QString &hash, TokenPurpose purpose, Instant now);
    bool useMailToken(Tx &tx, const QString &hash, TokenPurpose purpose, Instant now);

    void insertChallenge(Tx &tx, const ChallengeRow &row);
    std::optional<ChallengeRow> challenge(Tx &tx, Id<OtpChallenge> id);
    // Counts one more guess; false when there is none left or the challenge is over.
    bool countGuess(Tx &tx, Id<OtpChallenge> id, Instant now);
    bool useChallenge(Tx &tx, Id<OtpChallenge> id, Instant now);
    bool renewChallenge(Tx &tx, const ChallengeRow &renewed, Instant now);
    // At the codes of one account, or to one address whoever asked for them.
    int wrongGuessesSince(Tx &tx, Id<Account> account, Instant since);
    int wrongGuessesTo(Tx &tx, const QString &address, Instant since);

    void insertContactCode(Tx &tx, const ContactRow &row);
    std::optional<ContactRow> contactCode(Tx &tx, Id<OtpChallenge> id);
    bool countContactGuess(Tx &tx, Id<OtpChallenge> id, Instant now); // as countGuess
    bool useContactCode(Tx &tx, Id<OtpChallenge> id, Instant now);
    void forgetMailTokens(Tx &tx, Id<Account> account);

    // Ends the oldest ones when there are too many, and says which.
    QList<SessionRow> insertSession(Tx &tx, const SessionRow &row);
    std::optional<SessionRow> session(Tx &tx, Id<Session> id);
    QList<SessionRow> openSessions(Tx &tx, Id<Account> account, Instant now);
    QList<SessionRow> revokedSince(Tx &tx, Instant since);
    QList<SessionRow> revokedSince(Tx &tx, Id<Account> account, Instant since);
    void touchSession(Tx &tx, Id<Session> id, const QString &ip, Instant now);
    bool revokeSession(Tx &tx, Id<Session> id, Id<Account> account, Instant now);
    int revokeSessions(Tx &tx, Id<Account> account, Instant now);
    // Those whose time is over, once each.
    QList<SessionRow> endExpired(Tx &tx, Instant now, int limit);

    bool confirmSession(Tx &tx, Id<Session> id, Confirmation by, Instant until);

    std::optional<TotpRow> totp(Tx &tx, Id<Account> account);
    void offerTotp(Tx &tx, Id<Account> account, const QString &sealed); // beside the one in use
    bool confirmTotp(Tx &tx, const TotpRow &seen, qint64 step, Instant now);
    bool useStep(Tx &tx, Id<Account> account, qint64 step); // false: this one or a later one was used
    void removeTotp(Tx &tx, Id<Account> account);
    QList<TotpRow> totpsAfter(Tx &tx, Id<Account> after, int limit);
    void reseal(Tx &tx, const TotpRow &row);
    void insertRecoveryCode(Tx &tx, const RecoveryRow &row);
    void removeRecoveryCodes(Tx &tx, Id<Account> account);
    bool useRecoveryCode(Tx &tx, Id<Account> account, const QString &hash, Instant now);
    int recoveryCodesLeft(Tx &tx, Id<Account> account);

    std::optional<IdentityRow> identity(Tx &tx, IdentityProvider provider, const QString &subject);
    void insertIdentity(Tx &tx, const IdentityRow &row);

    QList<IdentityRow> identities(Tx &tx, Id<Account> account);
    QList<SessionRow> sessions(Tx &tx, Id<Account> account, int limit); // also ended ones, newest first
    // Whatever lets somebody in, and where his sessions were; that they ended stays known while their tokens live.
    void forgetWaysIn(Tx &tx, Id<Account> account);

    void insertRefresh(Tx &tx, const RefreshRow &row);
    std::optional<RefreshRow> refresh(Tx &tx, const QString &hash);
    bool replaceRefresh(Tx &tx, const QString &hash, Instant now);

    // False while the subject is locked; failures before forgetBefore no longer count.
    bool countFailure(Tx &tx, const QString &subject, Instant now, Instant forgetBefore);
    // True when the subject has reached the count and is locked by this.
    bool lock(Tx &tx, const QString &subject, int atFailures, Instant until);
    std::optional<LockRow> lockOf(Tx &tx, const QString &subject);
    QList<LockRow> locks(Tx &tx, Instant now, int limit); // of accounts, the newest first
    void clearLock(Tx &tx, const QString &subject);

    void insertFailure(Tx &tx, const FailureRow &row);
    void removeFailure(Tx &tx, const FailureRow &row);
    QList<FailureRow> failures(Tx &tx, const QString &network, Instant since, int limit); // newest first

    void insertKey(Tx &tx, const KeyRow &row);
    std::optional<KeyRow> key(Tx &tx, Id<ApiKey> id);
    QList<KeyRow> keys(Tx &tx); // newest first
    QList<KeyRow> openKeys(Tx &tx);
    QList<KeyRow> openKeysOf(Tx &tx, Id<Account> maker);
    qint64 countOpenKeys(Tx &tx);
    bool revokeKey(Tx &tx, Id<ApiKey> id, Instant now);
    void noteKeyUse(Tx &tx, Id<ApiKey> id, qint64 calls, Instant lastAt);

    // At most limit rows of each table; when fewer were removed in all, nothing is left.
    int sweep(Tx &tx, Instant now, int limit);
};

} // namespace auth
