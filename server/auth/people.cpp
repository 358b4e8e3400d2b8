// The building blocks of Service for what admins do to people.

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/rules.h"
#include "server/auth/service.h"
#include "server/core/clock.h"
#include "server/core/ids.h"
#include "server/settings/service.h"

namespace auth {

using settings::Key;

void Service::revokeAll(Tx &tx, Id<Account> account, const QString &reason)
{
    m_store.revokeSessions(tx, account, tx.now());
    tx.publish(SessionsRevoked{account, std::nullopt, reason});
}

QList<Session> Service::sessionsOf(Tx &tx, Id<Account> account, Id<Session> current)
{
    QList<Session> out;
    for (const SessionRow &row : m_store.openSessions(tx, account, m_clock.now()))
        out += Session{row.id, row.device, row.ip, row.createdAt, row.lastSeenAt, row.expiresAt, row.id == current};
    return out;
}

std::optional<Instant> Service::lockedUntil(Tx &tx, Id<Account> account)
{
    const auto lock = m_store.lockOf(tx, account.text());
    return lock && lock->lockedUntil && *lock->lockedUntil > m_clock.now() ? lock->lockedUntil : std::nullopt;
}

QList<Id<Account>> Service::lockedAccounts(Tx &tx)
{
    QList<Id<Account>> out;
    for (const LockRow &lock : m_store.locks(tx, m_clock.now(), locksListedMax))
        out += Id<Account>::parse(lock.subject);
    return out;
}

bool Service::unlock(Tx &tx, Id<Account> account)
{
    const bool wasLocked = lockedUntil(tx, account).has_value();
    m_store.clearLock(tx, account.text());
    return wasLocked;
}

Result<> Service::sendReset(Tx &tx, const Account &account)
{
    if (!account.email)
        return failure(ErrorCode::Conflict, QStringLiteral("This account has no e-mail address."));
    const QString token =
        putMailToken(tx, account.id, TokenPurpose::Reset, m_settings.whole(Key::AuthResetTtlHours) * hourMs);
    tx.publish(PasswordResetIssued{account.id, *account.email, account.username, token, account.language});
    return {};
}

Result<QString> Service::unknownPassword() const
{
    constexpr int randomBytes = 32;
    return hashOfPassword(QString::fromLatin1(Ids::secret(randomBytes)) + QStringLiteral("#a1"));
}

Result<Account> Service::invite(Tx &tx, const accounts::NewAccount &wish, const QString &passwordHash)
{
    LET(account, m_accounts.create(tx, wish));
    m_store.insertCredential(tx, {account.id, passwordHash, tx.now()});
    MUST(sendReset(tx, account));
    return account;
}

} // namespace auth
