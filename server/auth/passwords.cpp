// The entries of Service that change a password. Each ends every session of the account (AUTH-22).

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/rules.h"
#include "server/auth/service.h"
#include "server/core/clock.h"
#include "server/settings/service.h"

namespace auth {

using settings::Key;

namespace {

auto deadToken()
{
    return failure(ErrorCode::TokenExpired, QStringLiteral("This token is not valid any more."));
}

auto changedMeanwhile()
{
    return failure(ErrorCode::Conflict, QStringLiteral("The password has been changed meanwhile."));
}

} // namespace

// Up to six rounds of bcrypt; the caller is in the heavy lane.
Result<QString> Service::newHash(const QString &field, const QString &password, Id<Account> account)
{
    MUST(checkPassword(field, password));
    QStringList names;
    if (const auto known = m_accounts.account(account))
        names = {known->username, known->email.value_or(QString()).section(u'@', 0, 0)};
    MUST(checkUncommon(field, password, names));
    for (const OldPassword &old : m_db.read([&](Tx &tx) { return m_store.oldPasswords(tx, account); }))
        if (m_secrets.passwords().matches(password, old.passwordHash.toLatin1()))
            return refusal(field, QStringLiteral("must differ from the last 5 passwords"));
    LET(hash, m_secrets.passwords().hash(password));
    return QString::fromLatin1(hash);
}

// Always the same answer, so that nobody learns who has an account here (AUTH-29).
Result<> Service::forgotPassword(const Caller &caller, const AskMail &wish)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<> {
        MUST(m_guard.allowMail(tx, mailSubjectOf(wish.email)));
        const auto account = m_accounts.findByEmail(tx, wish.email);
        return account && account->isVerified ? sendReset(tx, *account) : Result<>();
    });
}

Result<> Service::resetPassword(const Caller &caller, const ResetPassword &wish)
{
    const QString tokenHash = hashOf(wish.token.toUtf8());
    const auto token =
        m_db.read([&](Tx &tx) { return m_store.mailToken(tx, tokenHash, TokenPurpose::Reset, m_clock.now()); });
    if (!token)
        return deadToken();
    LET(hash, newHash(QStringLiteral("password"), wish.password, token->accountId));

    MUST(m_db.write(caller, [&](Tx &tx) -> Result<> {
        if (!m_store.useMailToken(tx, tokenHash, TokenPurpose::Reset, tx.now()))
            return deadToken();
        const auto account = m_accounts.find(tx, token->accountId);
        const auto seen = m_store.credential(tx, token->accountId);
        if (!account || (seen && !m_store.setPassword(tx, {account->id, hash, tx.now()}, seen->passwordHash)))
            return changedMeanwhile();
        if (!seen) // who came in another way so far
            m_store.insertCredential(tx, {account->id, hash, tx.now()});
        // The token came by mail, so that it proves the address as an activation link does. Who was suspended had
        // proved it before and stays so.
        if (!account->isVerified)
            MUST(m_accounts.activate(tx, account->id));
        m_store.clearLock(tx, subjectOf(account, QString()));
        m_audit.record(tx, asAccount(caller, *account), "auth.password_reset", "account", account->id.text());
        revokeAll(tx, account->id, QStringLiteral("password_reset"));
        return {};
    }));
    noteRevoked({token->accountId, std::nullopt, {}});
    return {};
}

// The current password is guarded like a sign-in, so that a stolen session does not buy guesses.
Result<> Service::changePassword(const Caller &caller, const ChangePassword &wish)
{
    const auto me = m_accounts.account(caller.id);
    if (!me)
        return notFound(QLatin1StringView("account"));
    LET(candidate, candidateOf(caller, me->username));
    if (!isRight(candidate, wish.currentPassword)) {
        noteWrong(caller, candidate);
        return failure(ErrorCode::InvalidCredentials, QStringLiteral("The current password is wrong."));
    }
    const auto hash = newHash(QStringLiteral("new_password"), wish.newPassword, caller.id);

    LET(changed, m_db.write([&](Tx &tx) -> Result<Result<>> {
        m_guard.succeed(tx, candidate.attempt);
        if (!hash)
            return Result<>(tl::unexpected(hash.error()));
        if (!m_store.setPassword(tx, {caller.id, *hash, tx.now()}, candidate.hash))
            return changedMeanwhile();
        m_audit.record(tx, caller, "auth.password_changed", "account", caller.id.text());
        revokeAll(tx, caller.id, QStringLiteral("password_changed"));
        return Result<>();
    }));
    MUST(changed);
    noteRevoked({caller.id, std::nullopt, {}});
    return {};
}

} // namespace auth
