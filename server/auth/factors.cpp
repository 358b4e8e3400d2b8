// The part of Service about the app that shows codes, and about showing again who it is.

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/rules.h"
#include "server/auth/service.h"
#include "server/core/clock.h"
#include "server/core/ids.h"
#include "server/core/resealing.h"
#include "server/core/totp.h"
#include "server/settings/service.h"
#include "shared/base/json.h"

#include <stdexcept>

namespace auth {

using settings::Key;

namespace {

constexpr auto appName = "Kabaadwala";
constexpr int recoveryBytes = 10; // 80 bits: nobody finds one from its hash
constexpr int recoveryGroup = 4;

// A sealed secret opens only in its own row; the pending one moves to the other column of it.
QByteArray placeOf(Id<Account> account)
{
    return "totp_secrets.sealed:" + account.text().toLatin1();
}

QString seal(const Secrets &secrets, const QByteArray &secret, Id<Account> account)
{
    return QString::fromLatin1(secrets.vault().seal(secret, placeOf(account)).toBase64());
}

QByteArray open(const Secrets &secrets, const QString &sealed, Id<Account> account)
{
    const auto secret = secrets.vault().open(QByteArray::fromBase64(sealed.toLatin1()), placeOf(account));
    if (!secret)
        throw std::runtime_error("a sealed value does not open: " + placeOf(account).toStdString());
    return *secret;
}

// As people write codes: in groups, in small letters.
QByteArray bare(const QString &code)
{
    QString out = code.toUpper();
    out.remove(QLatin1Char(' ')).remove(QLatin1Char('-'));
    return out.toLatin1();
}

QString grouped(const QByteArray &code)
{
    QByteArrayList groups;
    for (qsizetype at = 0; at < code.size(); at += recoveryGroup)
        groups += code.mid(at, recoveryGroup);
    return QString::fromLatin1(groups.join('-'));
}

auto notSetUp()
{
    return failure(ErrorCode::Conflict, QStringLiteral("No app is set up."));
}

} // namespace

QString Service::recoveryHash(Id<Account> account, const QByteArray &code)
{
    return hashOf(account.text().toLatin1() + ':' + code);
}

bool Service::hasTotp(Tx &tx, Id<Account> account) const
{
    const auto row = m_store.totp(tx, account);
    return row && row->sealed;
}

bool Service::lacksTotp(Tx &tx, const Account &account) const
{
    return account.role == Role::Admin && m_settings.whole(Key::AuthAdminTotp) != 0 && !hasTotp(tx, account.id);
}

bool Service::useTotp(Tx &tx, const Caller &caller, const QString &typed)
{
    const Id<Account> account = caller.id;
    const auto row = m_store.totp(tx, account);
    if (!row || !row->sealed)
        return false;
    const QByteArray code = bare(typed);
    if (code.size() != totp::digitCount) {
        const bool isGood = m_store.useRecoveryCode(tx, account, recoveryHash(account, code), tx.now());
        if (isGood)
            m_audit.record(tx, caller, "auth.recovery_code_used", "account", account.text());
        return isGood;
    }
    const auto step = totp::stepOf(open(m_secrets, *row->sealed, account), code, tx.now());
    return step && m_store.useStep(tx, account, *step);
}

Result<> Service::requireFresh(Tx &tx, const Caller &caller, Proof proof) const
{
    const auto session = m_store.session(tx, caller.sessionId);
    const bool isFresh = session && session->confirmedUntil && *session->confirmedUntil > tx.now();
    const bool canCode = hasTotp(tx, caller.id);
    const bool needsCode = proof == Proof::StrongestThereIs && canCode;
    if (isFresh && (!needsCode || session->confirmedBy == Confirmation::Code))
        return {};
    Error asked{ErrorCode::ReauthenticationNeeded, QStringLiteral("Please show first that it is still you.")};
    asked.details = json::bytes(ReauthenticationWish{!needsCode, canCode});
    return tl::unexpected(asked);
}

// Guesses count against the session: whoever has stolen one gets five and loses it, and nobody is locked out of the
// account by somebody who types at a console that was left alone.
Result<Reauthenticated> Service::reauthenticate(const Caller &caller, const Reauthenticate &wish)
{
    if (wish.password.has_value() == wish.code.has_value())
        return refusal(QStringLiteral("password"), QStringLiteral("or a code is needed, not both"));
    LET(candidate, m_db.write([&](Tx &tx) -> Result<Candidate> {
        Candidate out{.account = m_accounts.find(tx, caller.id)};
        LET(attempt, m_guard.begin(tx, QStringLiteral("session:") + caller.sessionId.text(), caller.ip));
        out.attempt = attempt;
        if (const auto credential = m_store.credential(tx, caller.id))
            out.hash = credential->passwordHash;
        return out;
    }));
    const bool isPassword = wish.password && isRight(candidate, *wish.password);
    bool isEnded = false;
    const auto marked = m_db.write([&](Tx &tx) -> Result<Result<Reauthenticated>> {
        isEnded = false;
        if (isPassword || (wish.code && useTotp(tx, caller, *wish.code)))
            return mark(tx, caller, candidate, isPassword ? Confirmation::Password : Confirmation::Code);
        if (candidate.attempt.isFirst)
            m_audit.record(tx, caller, "auth.reauthentication_failed", "account", caller.id.text());
        if (candidate.attempt.locks && m_store.revokeSession(tx, caller.sessionId, caller.id, tx.now())) {
            isEnded = true;
            m_audit.record(tx, caller, "auth.session_guessed", "account", caller.id.text());
            tx.publish(SessionsRevoked{caller.id, caller.sessionId, QStringLiteral("guessed")});
        }
        return wish.code ? Result<Reauthenticated>(failure(ErrorCode::InvalidOtp, QStringLiteral("The code is wrong.")))
                         : Result<Reauthenticated>(
                               failure(ErrorCode::InvalidCredentials, QStringLiteral("The password is wrong.")));
    });
    if (isEnded)
        m_memory.revoke(caller.sessionId, lastTokenEnd(m_clock.now()));
    LET(outcome, marked);
    return outcome;
}

Result<Reauthenticated> Service::mark(Tx &tx, const Caller &caller, const Candidate &candidate, Confirmation by)
{
    m_guard.succeed(tx, candidate.attempt);
    const Instant until = tx.now().after(freshMs);
    const auto credential = m_store.credential(tx, caller.id);
    const bool isChanged = by == Confirmation::Password && (!credential || credential->passwordHash != candidate.hash);
    if (isChanged || !m_store.confirmSession(tx, caller.sessionId, by, until))
        return failure(ErrorCode::Unauthenticated, QStringLiteral("This session has ended. Please sign in again."));
    m_audit.record(tx, caller, "auth.reauthenticated", "account", caller.id.text());
    return Reauthenticated{until};
}

Result<Security> Service::readSecurity(const Caller &caller)
{
    return m_db.read([&](Tx &tx) -> Result<Security> {
        const auto credential = m_store.credential(tx, caller.id);
        const auto totp = m_store.totp(tx, caller.id);
        return Security{.passwordChangedAt = credential ? std::optional(credential->changedAt) : std::nullopt,
                        .mustHaveTotp = caller.role == Role::Admin && m_settings.whole(Key::AuthAdminTotp) != 0,
                        .totpSince = totp ? totp->confirmedAt : std::nullopt,
                        .recoveryCodesLeft = m_store.recoveryCodesLeft(tx, caller.id)};
    });
}

Result<TotpOffer> Service::startTotp(const Caller &caller)
{
    const QByteArray secret = crypto::random(totp::secretBytes);
    return m_db.write(caller, [&](Tx &tx) -> Result<TotpOffer> {
        MUST(requireFresh(tx, caller, Proof::StrongestThereIs));
        const auto account = m_accounts.find(tx, caller.id);
        m_store.offerTotp(tx, caller.id, seal(m_secrets, secret, caller.id));
        m_audit.record(tx, caller, "auth.totp_offered", "account", caller.id.text());
        return TotpOffer{QString::fromLatin1(totp::base32(secret)),
                         QString::fromLatin1(totp::uri(secret, appName, account->username.toUtf8()))};
    });
}

Result<RecoveryCodes> Service::confirmTotp(const Caller &caller, const ConfirmTotp &wish)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<RecoveryCodes> {
        MUST(requireFresh(tx, caller, Proof::StrongestThereIs));
        const auto row = m_store.totp(tx, caller.id);
        if (!row || !row->pendingSealed)
            return failure(ErrorCode::Conflict, QStringLiteral("No app waits for its first code."));
        const auto step = totp::stepOf(open(m_secrets, *row->pendingSealed, caller.id), wish.code.toLatin1(), tx.now());
        if (!step)
            return refusal(QStringLiteral("code"), QStringLiteral("is not what the app shows now"));
        if (!m_store.confirmTotp(tx, *row, *step, tx.now()))
            return failure(ErrorCode::Conflict, QStringLiteral("This has changed meanwhile."));
        m_audit.record(tx, caller, row->sealed ? "auth.totp_replaced" : "auth.totp_enabled", "account",
                       caller.id.text());
        return newRecoveryCodes(tx, caller.id);
    });
}

Result<> Service::disableTotp(const Caller &caller)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<> {
        if (!hasTotp(tx, caller.id))
            return notSetUp();
        if (caller.role == Role::Admin && m_settings.whole(Key::AuthAdminTotp) != 0)
            return failure(ErrorCode::Conflict, QStringLiteral("Admins must have an app; set up another one instead."));
        MUST(requireFresh(tx, caller, Proof::StrongestThereIs));
        m_store.removeTotp(tx, caller.id);
        m_audit.record(tx, caller, "auth.totp_disabled", "account", caller.id.text());
        return {};
    });
}

Result<RecoveryCodes> Service::renewRecoveryCodes(const Caller &caller)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<RecoveryCodes> {
        if (!hasTotp(tx, caller.id))
            return notSetUp();
        MUST(requireFresh(tx, caller, Proof::StrongestThereIs));
        m_audit.record(tx, caller, "auth.recovery_codes_renewed", "account", caller.id.text());
        return newRecoveryCodes(tx, caller.id);
    });
}

RecoveryCodes Service::newRecoveryCodes(Tx &tx, Id<Account> account)
{
    RecoveryCodes out;
    m_store.removeRecoveryCodes(tx, account);
    for (int i = 0; i < recoveryCodesMax; ++i) {
        const QByteArray code = totp::base32(crypto::random(recoveryBytes));
        m_store.insertRecoveryCode(tx, {recoveryHash(account, code), account, {}});
        out.codes += grouped(code);
    }
    return out;
}

// Seals the secrets with the current master.
int Service::reseal(int most, const std::function<void(int)> &progress)
{
    const auto anew = [&](const std::optional<QString> &sealed, Id<Account> account) -> std::optional<QString> {
        if (!sealed || m_secrets.vault().isCurrent(QByteArray::fromBase64(sealed->toLatin1())))
            return sealed;
        return seal(m_secrets, open(m_secrets, *sealed, account), account);
    };
    return resealing::run<Account>(
        m_db, most, progress,
        [&](Tx &tx, Id<Account> after, int count) { return m_store.totpsAfter(tx, after, count); },
        [](const TotpRow &row) { return row.accountId; },
        [&](Tx &tx, const TotpRow &row) {
            TotpRow fresh = row;
            fresh.sealed = anew(row.sealed, row.accountId);
            fresh.pendingSealed = anew(row.pendingSealed, row.accountId);
            const bool isOld = fresh.sealed != row.sealed || fresh.pendingSealed != row.pendingSealed;
            if (isOld)
                m_store.reseal(tx, fresh);
            return isOld;
        });
}

} // namespace auth
