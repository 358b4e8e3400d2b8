// The statements of Store about what is proved beside the password.

#include "server/auth/rules.h"
#include "server/auth/store.h"

namespace auth {

bool Store::confirmSession(Tx &tx, Id<Session> id, Confirmation by, Instant until)
{
    return tx.run("UPDATE sessions SET confirmed_until = ?2, confirmed_by = ?3 WHERE id = ?1 AND revoked_at IS NULL",
                  id, until, by) == 1;
}

std::optional<TotpRow> Store::totp(Tx &tx, Id<Account> account)
{
    return tx.one<TotpRow>("FROM totp_secrets WHERE account_id = ?", account);
}

void Store::offerTotp(Tx &tx, Id<Account> account, const QString &sealed)
{
    tx.run("INSERT INTO totp_secrets (account_id, pending_sealed, last_step) VALUES (?1, ?2, 0)"
           " ON CONFLICT (account_id) DO UPDATE SET pending_sealed = excluded.pending_sealed",
           account, sealed);
}

bool Store::confirmTotp(Tx &tx, const TotpRow &seen, qint64 step, Instant now)
{
    return tx.run("UPDATE totp_secrets SET sealed = pending_sealed, pending_sealed = NULL, confirmed_at = ?3,"
                  " last_step = ?4 WHERE account_id = ?1 AND pending_sealed = ?2",
                  seen.accountId, *seen.pendingSealed, now, step) == 1;
}

bool Store::useStep(Tx &tx, Id<Account> account, qint64 step)
{
    return tx.run("UPDATE totp_secrets SET last_step = ?2 WHERE account_id = ?1 AND last_step < ?2", account, step) ==
           1;
}

void Store::removeTotp(Tx &tx, Id<Account> account)
{
    removeRecoveryCodes(tx, account);
    tx.run("DELETE FROM totp_secrets WHERE account_id = ?", account);
}

QList<TotpRow> Store::totpsAfter(Tx &tx, Id<Account> after, int limit)
{
    return tx.all<TotpRow>("FROM totp_secrets WHERE account_id > ? ORDER BY account_id LIMIT ?",
                           sql::idBytes(after.uuid), limit);
}

void Store::reseal(Tx &tx, const TotpRow &row)
{
    tx.run("UPDATE totp_secrets SET sealed = ?2, pending_sealed = ?3 WHERE account_id = ?1", row.accountId, row.sealed,
           row.pendingSealed);
}

void Store::insertRecoveryCode(Tx &tx, const RecoveryRow &row)
{
    tx.insert("recovery_codes", row);
}

void Store::removeRecoveryCodes(Tx &tx, Id<Account> account)
{
    tx.run("DELETE FROM recovery_codes WHERE account_id = ?", account);
}

bool Store::useRecoveryCode(Tx &tx, Id<Account> account, const QString &hash, Instant now)
{
    return tx.run("UPDATE recovery_codes SET used_at = ?3 WHERE code_hash = ?1 AND account_id = ?2 AND used_at IS NULL",
                  hash, account, now) == 1;
}

int Store::recoveryCodesLeft(Tx &tx, Id<Account> account)
{
    return int(tx.number("COUNT(*) FROM recovery_codes WHERE account_id = ? AND used_at IS NULL", account));
}

void Store::insertContactCode(Tx &tx, const ContactRow &row)
{
    tx.insert("contact_codes", row);
}

std::optional<ContactRow> Store::contactCode(Tx &tx, Id<OtpChallenge> id)
{
    return tx.one<ContactRow>("FROM contact_codes WHERE id = ?", id);
}

bool Store::countContactGuess(Tx &tx, Id<OtpChallenge> id, Instant now)
{
    return tx.run("UPDATE contact_codes SET attempts = attempts + 1 WHERE id = ? AND used_at IS NULL AND attempts < ?"
                  " AND expires_at > ?",
                  id, guessesMax, now) == 1;
}

bool Store::useContactCode(Tx &tx, Id<OtpChallenge> id, Instant now)
{
    return tx.run("UPDATE contact_codes SET used_at = ?2 WHERE id = ?1 AND used_at IS NULL", id, now) == 1;
}

int Store::wrongGuessesSince(Tx &tx, Id<Account> account, Instant since)
{
    return int(tx.number("COALESCE(SUM(attempts - CASE WHEN used_at IS NULL THEN 0 ELSE 1 END), 0)"
                         " FROM otp_challenges WHERE account_id = ? AND created_at > ?",
                         account, since) +
               tx.number("COALESCE(SUM(attempts - CASE WHEN used_at IS NULL THEN 0 ELSE 1 END), 0)"
                         " FROM contact_codes WHERE account_id = ? AND created_at > ?",
                         account, since));
}

int Store::wrongGuessesTo(Tx &tx, const QString &address, Instant since)
{
    return int(tx.number("COALESCE(SUM(attempts - CASE WHEN used_at IS NULL THEN 0 ELSE 1 END), 0)"
                         " FROM otp_challenges WHERE phone = ? AND created_at > ?",
                         address, since) +
               tx.number("COALESCE(SUM(attempts - CASE WHEN used_at IS NULL THEN 0 ELSE 1 END), 0)"
                         " FROM contact_codes WHERE LOWER(address) = LOWER(?) AND created_at > ?",
                         address, since));
}

void Store::forgetMailTokens(Tx &tx, Id<Account> account)
{
    tx.run("DELETE FROM mail_tokens WHERE account_id = ?", account);
}

std::optional<IdentityRow> Store::identity(Tx &tx, IdentityProvider provider, const QString &subject)
{
    return tx.one<IdentityRow>("FROM identities WHERE provider = ? AND subject = ?", provider, subject);
}

void Store::insertIdentity(Tx &tx, const IdentityRow &row)
{
    tx.insert("identities", row);
}

QList<IdentityRow> Store::identities(Tx &tx, Id<Account> account)
{
    constexpr int most = 20; // there are fewer providers
    return tx.all<IdentityRow>("FROM identities WHERE account_id = ? ORDER BY provider LIMIT ?", account, most);
}

QList<SessionRow> Store::sessions(Tx &tx, Id<Account> account, int limit)
{
    return tx.all<SessionRow>("FROM sessions WHERE account_id = ? ORDER BY id DESC LIMIT ?", account, limit);
}

void Store::forgetWaysIn(Tx &tx, Id<Account> account)
{
    removeTotp(tx, account);
    tx.run("DELETE FROM credentials WHERE account_id = ?", account);
    tx.run("DELETE FROM password_history WHERE account_id = ?", account);
    forgetMailTokens(tx, account);
    tx.run("DELETE FROM contact_codes WHERE account_id = ?", account);
    tx.run("DELETE FROM otp_challenges WHERE account_id = ?", account);
    tx.run("DELETE FROM identities WHERE account_id = ?", account);
    tx.run("DELETE FROM refresh_tokens WHERE session_id IN (SELECT id FROM sessions WHERE account_id = ?)", account);
    tx.run("UPDATE sessions SET device = NULL, ip = '' WHERE account_id = ?", account);
    clearLock(tx, account.text());
}

} // namespace auth
