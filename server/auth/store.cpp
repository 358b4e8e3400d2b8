#include "server/auth/store.h"

#include "server/auth/rules.h"

namespace auth {

void Store::insertCredential(Tx &tx, const CredentialRow &row)
{
    tx.insert("credentials", row);
    tx.insert("password_history", row);
}

std::optional<CredentialRow> Store::credential(Tx &tx, Id<Account> account)
{
    return tx.one<CredentialRow>("FROM credentials WHERE account_id = ?", account);
}

bool Store::setPassword(Tx &tx, const CredentialRow &row, const QString &seenHash)
{
    if (tx.run(
            "UPDATE credentials SET password_hash = ?2, changed_at = ?3 WHERE account_id = ?1 AND password_hash = ?4",
            row.accountId, row.passwordHash, row.changedAt, seenHash) != 1)
        return false;
    tx.insert("password_history", row);
    tx.run("DELETE FROM password_history WHERE account_id = ?1 AND seq NOT IN"
           " (SELECT seq FROM password_history WHERE account_id = ?1 ORDER BY seq DESC LIMIT ?2)",
           row.accountId, historyMax);
    return true;
}

void Store::rehash(Tx &tx, const CredentialRow &row, const QString &seenHash)
{
    tx.run("UPDATE credentials SET password_hash = ?2 WHERE account_id = ?1 AND password_hash = ?3", row.accountId,
           row.passwordHash, seenHash);
}

QList<OldPassword> Store::oldPasswords(Tx &tx, Id<Account> account)
{
    return tx.all<OldPassword>("FROM password_history WHERE account_id = ? ORDER BY seq DESC LIMIT ?", account,
                               historyMax);
}

void Store::putMailToken(Tx &tx, const MailTokenRow &row)
{
    tx.run("DELETE FROM mail_tokens WHERE account_id = ? AND purpose = ?", row.accountId, row.purpose);
    tx.insert("mail_tokens", row);
}

std::optional<MailTokenRow> Store::mailToken(Tx &tx, const QString &hash, TokenPurpose purpose, Instant now)
{
    return tx.one<MailTokenRow>("FROM mail_tokens WHERE token_hash = ? AND purpose = ? AND expires_at > ?", hash,
                                purpose, now);
}

bool Store::useMailToken(Tx &tx, const QString &hash, TokenPurpose purpose, Instant now)
{
    return tx.run("DELETE FROM mail_tokens WHERE token_hash = ? AND purpose = ? AND expires_at > ?", hash, purpose,
                  now) == 1;
}

void Store::insertChallenge(Tx &tx, const ChallengeRow &row)
{
    tx.insert("otp_challenges", row);
}

std::optional<ChallengeRow> Store::challenge(Tx &tx, Id<OtpChallenge> id)
{
    return tx.one<ChallengeRow>("FROM otp_challenges WHERE id = ?", id);
}

bool Store::countGuess(Tx &tx, Id<OtpChallenge> id, Instant now)
{
    return tx.run("UPDATE otp_challenges SET attempts = attempts + 1 WHERE id = ? AND used_at IS NULL AND attempts < ?"
                  " AND expires_at > ?",
                  id, guessesMax, now) == 1;
}

bool Store::useChallenge(Tx &tx, Id<OtpChallenge> id, Instant now)
{
    return tx.run("UPDATE otp_challenges SET used_at = ?2 WHERE id = ?1 AND used_at IS NULL", id, now) == 1;
}

// The guesses that were made stay counted: a new code buys none.
bool Store::renewChallenge(Tx &tx, const ChallengeRow &renewed, Instant now)
{
    return tx.run("UPDATE otp_challenges SET code_hash = ?2, expires_at = ?3, resend_at = ?4, sent = sent + 1"
                  " WHERE id = ?1 AND used_at IS NULL AND attempts < ?5 AND sent < ?6 AND resend_at <= ?7"
                  " AND expires_at > ?7",
                  renewed.id, renewed.codeHash, renewed.expiresAt, renewed.resendAt, guessesMax, codesMax, now) == 1;
}

QList<SessionRow> Store::insertSession(Tx &tx, const SessionRow &row)
{
    constexpr int most = 100; // more than one only where more were allowed once
    tx.insert("sessions", row);
    const auto surplus = tx.all<SessionRow>(
        "FROM sessions WHERE account_id = ?1 AND revoked_at IS NULL AND id NOT IN"
        " (SELECT id FROM sessions WHERE account_id = ?1 AND revoked_at IS NULL ORDER BY id DESC LIMIT ?2) LIMIT ?3",
        row.accountId, sessionsMax, most);
    QList<SessionRow> out;
    for (const SessionRow &each : surplus)
        if (revokeSession(tx, each.id, each.accountId, row.createdAt))
            out += each;
    return out;
}

std::optional<SessionRow> Store::session(Tx &tx, Id<Session> id)
{
    return tx.one<SessionRow>("FROM sessions WHERE id = ?", id);
}

QList<SessionRow> Store::openSessions(Tx &tx, Id<Account> account, Instant now)
{
    return tx.all<SessionRow>("FROM sessions WHERE account_id = ? AND revoked_at IS NULL AND expires_at > ?"
                              " ORDER BY id DESC LIMIT ?",
                              account, now, sessionsMax);
}

QList<SessionRow> Store::revokedSince(Tx &tx, Instant since)
{
    constexpr int most = 65'536; // as many as the memory keeps
    return tx.all<SessionRow>("FROM sessions WHERE revoked_at >= ? ORDER BY revoked_at DESC LIMIT ?", since, most);
}

QList<SessionRow> Store::revokedSince(Tx &tx, Id<Account> account, Instant since)
{
    constexpr int most = 1'000;
    return tx.all<SessionRow>("FROM sessions WHERE account_id = ? AND revoked_at >= ? ORDER BY id DESC LIMIT ?",
                              account, since, most);
}

void Store::touchSession(Tx &tx, Id<Session> id, const QString &ip, Instant now)
{
    tx.run("UPDATE sessions SET last_seen_at = ?2, ip = ?3 WHERE id = ?1", id, now, ip);
}

bool Store::revokeSession(Tx &tx, Id<Session> id, Id<Account> account, Instant now)
{
    return tx.run("UPDATE sessions SET revoked_at = ?3 WHERE id = ?1 AND account_id = ?2 AND revoked_at IS NULL", id,
                  account, now) == 1;
}

int Store::revokeSessions(Tx &tx, Id<Account> account, Instant now)
{
    return int(
        tx.run("UPDATE sessions SET revoked_at = ?2 WHERE account_id = ?1 AND revoked_at IS NULL", account, now));
}

QList<SessionRow> Store::endExpired(Tx &tx, Instant now, int limit)
{
    QList<SessionRow> out;
    for (const SessionRow &each : tx.all<SessionRow>(
             "FROM sessions WHERE revoked_at IS NULL AND expires_at <= ? ORDER BY expires_at, id LIMIT ?", now, limit))
        if (revokeSession(tx, each.id, each.accountId, now))
            out += each;
    return out;
}

void Store::insertRefresh(Tx &tx, const RefreshRow &row)
{
    tx.insert("refresh_tokens", row);
}

std::optional<RefreshRow> Store::refresh(Tx &tx, const QString &hash)
{
    return tx.one<RefreshRow>("FROM refresh_tokens WHERE token_hash = ?", hash);
}

bool Store::replaceRefresh(Tx &tx, const QString &hash, Instant now)
{
    return tx.run("UPDATE refresh_tokens SET replaced_at = ?2 WHERE token_hash = ?1 AND replaced_at IS NULL", hash,
                  now) == 1;
}

bool Store::countFailure(Tx &tx, const QString &subject, Instant now, Instant forgetBefore)
{
    return tx.run("INSERT INTO sign_in_locks (subject, failures, last_failed_at) VALUES (?1, 1, ?2)"
                  " ON CONFLICT (subject) DO UPDATE SET failures = CASE WHEN sign_in_locks.last_failed_at <= ?3 THEN 1"
                  " ELSE sign_in_locks.failures + 1 END, last_failed_at = excluded.last_failed_at, locked_until = NULL"
                  " WHERE sign_in_locks.locked_until IS NULL OR sign_in_locks.locked_until <= excluded.last_failed_at",
                  subject, now, forgetBefore) == 1;
}

bool Store::lock(Tx &tx, const QString &subject, int atFailures, Instant until)
{
    return tx.run("UPDATE sign_in_locks SET locked_until = ?3 WHERE subject = ?1 AND failures >= ?2", subject,
                  atFailures, until) == 1;
}

std::optional<LockRow> Store::lockOf(Tx &tx, const QString &subject)
{
    return tx.one<LockRow>("FROM sign_in_locks WHERE subject = ?", subject);
}

// Marks of identifiers that nobody has are no ids.
QList<LockRow> Store::locks(Tx &tx, Instant now, int limit)
{
    return tx.all<LockRow>("FROM sign_in_locks WHERE locked_until > ? AND subject LIKE '________-____-____-____-%'"
                           " ORDER BY locked_until DESC LIMIT ?",
                           now, limit);
}

void Store::clearLock(Tx &tx, const QString &subject)
{
    tx.run("DELETE FROM sign_in_locks WHERE subject = ?", subject);
}

void Store::insertFailure(Tx &tx, const FailureRow &row)
{
    tx.insert("auth_failures", row);
}

void Store::removeFailure(Tx &tx, const FailureRow &row)
{
    tx.run("DELETE FROM auth_failures WHERE seq = (SELECT MIN(seq) FROM auth_failures WHERE network = ? AND at = ?)",
           row.network, row.at);
}

QList<FailureRow> Store::failures(Tx &tx, const QString &network, Instant since, int limit)
{
    return tx.all<FailureRow>("FROM auth_failures WHERE network = ? AND at > ? ORDER BY at DESC LIMIT ?", network,
                              since, limit);
}

void Store::insertKey(Tx &tx, const KeyRow &row)
{
    tx.insert("api_keys", row);
}

std::optional<KeyRow> Store::key(Tx &tx, Id<ApiKey> id)
{
    return tx.one<KeyRow>("FROM api_keys WHERE id = ?", id);
}

QList<KeyRow> Store::keys(Tx &tx)
{
    return tx.all<KeyRow>("FROM api_keys ORDER BY id DESC LIMIT ?", keysListedMax);
}

QList<KeyRow> Store::openKeys(Tx &tx)
{
    return tx.all<KeyRow>("FROM api_keys WHERE revoked_at IS NULL ORDER BY id LIMIT ?", apiKeysMax);
}

QList<KeyRow> Store::openKeysOf(Tx &tx, Id<Account> maker)
{
    return tx.all<KeyRow>("FROM api_keys WHERE created_by_id = ? AND revoked_at IS NULL ORDER BY id LIMIT ?", maker,
                          apiKeysMax);
}

qint64 Store::countOpenKeys(Tx &tx)
{
    return tx.number("count(*) FROM api_keys WHERE revoked_at IS NULL");
}

bool Store::revokeKey(Tx &tx, Id<ApiKey> id, Instant now)
{
    return tx.run("UPDATE api_keys SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL", id, now) == 1;
}

void Store::noteKeyUse(Tx &tx, Id<ApiKey> id, qint64 calls, Instant lastAt)
{
    tx.run("UPDATE api_keys SET calls = calls + ?2, last_used_at = ?3 WHERE id = ?1", id, calls, lastAt);
}

// What no longer counts for anything. Ended sessions stay a while for whoever looks at them.
int Store::sweep(Tx &tx, Instant now, int limit)
{
    const Instant yesterday = now.after(-dayMs), longAgo = now.after(-30 * dayMs);
    qint64 removed = tx.run("DELETE FROM mail_tokens WHERE token_hash IN"
                            " (SELECT token_hash FROM mail_tokens WHERE expires_at < ? LIMIT ?)",
                            yesterday, limit);
    removed += tx.run("DELETE FROM otp_challenges WHERE id IN"
                      " (SELECT id FROM otp_challenges WHERE expires_at < ? LIMIT ?)",
                      yesterday, limit);
    removed += tx.run("DELETE FROM contact_codes WHERE id IN"
                      " (SELECT id FROM contact_codes WHERE expires_at < ? LIMIT ?)",
                      yesterday, limit);
    removed += tx.run("DELETE FROM auth_failures WHERE seq IN (SELECT seq FROM auth_failures WHERE at < ? LIMIT ?)",
                      yesterday, limit);
    removed += tx.run("DELETE FROM sign_in_locks WHERE subject IN (SELECT subject FROM sign_in_locks"
                      " WHERE last_failed_at < ?1 AND (locked_until IS NULL OR locked_until < ?2) LIMIT ?3)",
                      yesterday, now, limit);
    removed += tx.run("DELETE FROM refresh_tokens WHERE token_hash IN (SELECT r.token_hash FROM sessions s"
                      " JOIN refresh_tokens r ON r.session_id = s.id WHERE s.expires_at < ? LIMIT ?)",
                      longAgo, limit);
    removed += tx.run("DELETE FROM sessions WHERE id IN (SELECT s.id FROM sessions s WHERE s.expires_at < ?"
                      " AND NOT EXISTS (SELECT 1 FROM refresh_tokens r WHERE r.session_id = s.id) LIMIT ?)",
                      longAgo, limit);
    return int(removed);
}

} // namespace auth
