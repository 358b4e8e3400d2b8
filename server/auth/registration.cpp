// The entries of Service that bring an account into being and make it active.

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/rules.h"
#include "server/auth/service.h"
#include "server/core/clock.h"
#include "server/core/ids.h"
#include "server/core/masks.h"
#include "server/settings/service.h"

namespace auth {

using settings::Key;

namespace {

constexpr int secretBytes = 32;

// A distributor is a buyer until an admin has approved the wish (ACC-15).
accounts::NewAccount newAccount(const Register &wish)
{
    const bool isDistributor = wish.role == Role::Distributor;
    return {.username = wish.username,
            .email = wish.email,
            .role = isDistributor ? Role::Buyer : wish.role,
            .distributorStatus = isDistributor ? DistributorStatus::Pending : DistributorStatus::None,
            .language = wish.language.value_or(QStringLiteral("en"))};
}

} // namespace

QString Service::putMailToken(Tx &tx, Id<Account> account, TokenPurpose purpose, qint64 ttlMs)
{
    const QByteArray token = Ids::secret(secretBytes);
    m_store.putMailToken(tx, {hashOf(token), account, purpose, tx.now(), tx.now().after(ttlMs)});
    return QString::fromLatin1(token);
}

Instant Service::issueActivation(Tx &tx, const Account &account, Mailing mailing)
{
    const qint64 ttlMs = m_settings.whole(Key::AuthActivationTtlHours) * hourMs;
    const QString token = putMailToken(tx, account.id, TokenPurpose::Activation, ttlMs);
    tx.publish(ActivationIssued{account.id, account.email.value_or(QString()), account.username, token,
                                account.language, mailing == Mailing::Again});
    return tx.now().after(ttlMs);
}

// An address that has an account already is answered like a new one, so that nobody learns who is here (AUTH-29); its
// owner, if not yet active, gets another link. Usernames are public anyway (AUTH-02).
Result<Registered> Service::registerAccount(const Caller &caller, const Register &wish)
{
    if (wish.role == Role::Admin)
        return refusal(QStringLiteral("role"), QStringLiteral("cannot be chosen"));
    if (wish.role == Role::Distributor && !m_settings.truth(Key::FeatureDistributors))
        return featureOff({{QStringLiteral("role"), QStringLiteral("cannot be chosen now")}});
    if (wish.language && !isLanguage(*wish.language))
        return refusal(QStringLiteral("language"), QStringLiteral("is not a language code"));
    MUST(checkPassword(QStringLiteral("password"), wish.password));
    MUST(checkUncommon(QStringLiteral("password"), wish.password, {wish.username, wish.email.section(u'@', 0, 0)}));
    MUST(m_accounts.checkAccepted(QStringLiteral("accepted_terms"), LegalDocument::Terms, wish.acceptedTerms));
    MUST(m_accounts.checkAccepted(QStringLiteral("accepted_privacy"), LegalDocument::Privacy, wish.acceptedPrivacy));
    LET(hash, m_secrets.passwords().hash(wish.password));

    return m_db.write(caller, [&](Tx &tx) -> Result<Registered> {
        MUST(m_guard.allowMail(tx, mailSubjectOf(wish.email)));
        const qint64 ttlMs = m_settings.whole(Key::AuthActivationTtlHours) * hourMs;
        const auto known = m_accounts.findByEmail(tx, wish.email);
        if (known && m_accounts.isUsernameFree(tx, wish.username)) {
            if (!known->isVerified)
                issueActivation(tx, *known, Mailing::Again);
            return Registered{m_ids.next<Account>(), maskedEmail(wish.email), tx.now().after(ttlMs)};
        }
        LET(account, m_accounts.create(tx, newAccount(wish)));
        m_store.insertCredential(tx, {account.id, QString::fromLatin1(hash), tx.now()});
        const accounts::Consenting who{account.id, caller.ip};
        m_accounts.accept(tx, who, LegalDocument::Terms, wish.acceptedTerms);
        m_accounts.accept(tx, who, LegalDocument::Privacy, wish.acceptedPrivacy);
        const Instant expiresAt = issueActivation(tx, account, Mailing::First);
        m_audit.record(tx, asAccount(caller, account), "auth.registered", "account", account.id.text());
        return Registered{account.id, maskedEmail(wish.email), expiresAt};
    });
}

Result<UsernameAvailability> Service::usernameAvailable(const Caller &, const AskUsername &wish)
{
    return m_db.read([&](Tx &tx) -> Result<UsernameAvailability> {
        return UsernameAvailability{wish.username, m_accounts.isUsernameFree(tx, wish.username)};
    });
}

Result<SessionTokens> Service::verifyEmail(const Caller &caller, const VerifyEmail &wish)
{
    const QString hash = hashOf(wish.token.toLatin1());
    return m_db.write(caller, [&](Tx &tx) -> Result<SessionTokens> {
        const auto token = m_store.mailToken(tx, hash, TokenPurpose::Activation, tx.now());
        if (!token || !m_store.useMailToken(tx, hash, TokenPurpose::Activation, tx.now()))
            return failure(ErrorCode::TokenExpired, QStringLiteral("This link is not valid any more."));
        MUST(m_accounts.activate(tx, token->accountId));
        const auto account = m_accounts.find(tx, token->accountId);
        MUST(mayEnter(*account));
        m_audit.record(tx, asAccount(caller, *account), "auth.activated", "account", account->id.text());
        return openSession(tx, *account, caller, SessionOrigin::Activation, std::nullopt);
    });
}

Result<> Service::resendActivation(const Caller &caller, const AskMail &wish)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<> {
        MUST(m_guard.allowMail(tx, mailSubjectOf(wish.email)));
        const auto account = m_accounts.findByEmail(tx, wish.email);
        if (account && !account->isVerified)
            issueActivation(tx, *account, Mailing::Again);
        return {};
    });
}

Result<Account> Service::createAdmin(const QString &username, const QString &email, const QString &password,
                                     AdminKind kind)
{
    return enrol({.username = username,
                  .email = email,
                  .role = Role::Admin,
                  .isActive = true,
                  .isVerified = true,
                  .isSuperAdmin = kind == AdminKind::Super},
                 password);
}

Result<> Service::adopt(Tx &tx, Id<Account> account, const QString &passwordHash, Instant changedAt)
{
    if (!passwordHash.startsWith(QLatin1String("$2b$")))
        return refusal(QStringLiteral("password_hash"), QStringLiteral("is not made by bcrypt"));
    m_store.insertCredential(tx, {account, passwordHash, changedAt});
    return {};
}

Result<QString> Service::hashOfPassword(const QString &password) const
{
    MUST(checkPassword(QStringLiteral("password"), password));
    LET(hash, m_secrets.passwords().hash(password));
    return QString::fromLatin1(hash);
}

Result<Account> Service::enrol(const accounts::NewAccount &wish, const QString &password)
{
    LET(hash, hashOfPassword(password));
    return enrolWithHash(wish, hash);
}

Result<Account> Service::enrolWithHash(const accounts::NewAccount &wish, const QString &passwordHash)
{
    return m_db.write([&](Tx &tx) -> Result<Account> {
        LET(account, m_accounts.create(tx, wish));
        MUST(adopt(tx, account.id, passwordHash, tx.now()));
        m_audit.record(tx, {}, "auth.enrolled", "account", account.id.text());
        return account;
    });
}

} // namespace auth
