// The entries of Service that lead from a password and a one-time code to a session.

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

constexpr quint32 codeBound = 1'000'000; // six digits
constexpr int codeDigits = 6;

auto wrongCredentials()
{
    return failure(ErrorCode::InvalidCredentials, QStringLiteral("The username or the password is wrong."));
}

// As a value of the transaction, so that it is committed: what was counted against guessing has to stay.
Result<SessionTokens> wrongCode()
{
    return failure(ErrorCode::InvalidOtp, QStringLiteral("The code is wrong or no longer valid."));
}

} // namespace

// An identifier that nobody has is counted under a mark of itself: it locks like any other (AUTH-10), and the table
// does not fill with passwords that were typed into the wrong field.
QString Service::subjectOf(const std::optional<Account> &account, const QString &identifier) const
{
    return account ? account->id.text() : mailSubjectOf(identifier);
}

QString Service::mailSubjectOf(const QString &email) const
{
    return QString::fromLatin1(
        m_secrets.vault().blindIndex(email.trimmed().toLower().toUtf8(), "auth.subject").toHex());
}

Result<Service::Candidate> Service::candidateOf(const Caller &caller, const QString &identifier)
{
    return m_db.write([&](Tx &tx) -> Result<Candidate> {
        Candidate out{.account = m_accounts.findByIdentifier(tx, identifier)};
        const QString subject = subjectOf(out.account, identifier);
        LET(attempt, m_guard.begin(tx, subject, caller.ip));
        MUST(m_guard.allowTry(tx, subject));
        out.attempt = attempt;
        const auto credential = out.account ? m_store.credential(tx, out.account->id) : std::nullopt;
        if (credential)
            out.hash = credential->passwordHash;
        return out;
    });
}

bool Service::isRight(const Candidate &candidate, const QString &password) const
{
    const crypto::Passwords &passwords = m_secrets.passwords();
    return candidate.hash.isEmpty() ? passwords.matchesNobody(password)
                                    : passwords.matches(password, candidate.hash.toLatin1());
}

// The first failure of a run and the one that locks are recorded: that an account is tried shows, and whoever tries
// cannot fill the log (AUD-02). Known or not makes no difference, or the time would tell.
void Service::noteWrong(const Caller &caller, const Candidate &candidate)
{
    const Guard::Attempt &attempt = candidate.attempt;
    if (!attempt.locks && !attempt.isFirst)
        return;
    (void)m_db.write([&](Tx &tx) -> Result<> {
        const std::string_view object = candidate.account ? "account" : "unknown_account";
        if (attempt.isFirst)
            m_audit.record(tx, caller, "auth.sign_in_failed", object, attempt.subject);
        if (attempt.locks)
            m_audit.record(tx, caller, "auth.locked", object, attempt.subject);
        return {};
    });
}

Result<OtpChallenge> Service::signIn(const Caller &caller, const SignIn &wish)
{
    LET(candidate, candidateOf(caller, wish.identifier));
    if (!isRight(candidate, wish.password)) {
        noteWrong(caller, candidate);
        return wrongCredentials();
    }
    return challenge(candidate, wish.password);
}

Result<OtpChallenge> Service::challenge(const Candidate &candidate, const QString &password)
{
    const crypto::Passwords &passwords = m_secrets.passwords();
    std::optional<QByteArray> stronger;
    if (passwords.isOutdated(candidate.hash.toLatin1())) {
        LET(made, passwords.hash(password));
        stronger = made;
    }

    const Account &account = *candidate.account;
    const Result<> entry = mayEnter(account);
    LET(challenged, m_db.write([&](Tx &tx) -> Result<Result<OtpChallenge>> {
        // The password may have been changed while this one was looked at.
        const auto credential = m_store.credential(tx, account.id);
        if (!credential || credential->passwordHash != candidate.hash)
            return wrongCredentials();
        m_guard.succeed(tx, candidate.attempt);
        if (stronger)
            m_store.rehash(tx, {account.id, QString::fromLatin1(*stronger), tx.now()}, candidate.hash);
        if (!entry)
            return Result<OtpChallenge>(tl::unexpected(entry.error()));
        if (const Result<> allowed = allowCode(tx, account.id, {}); !allowed)
            return Result<OtpChallenge>(tl::unexpected(allowed.error()));

        NewCode made = newCode(m_ids.next<OtpChallenge>(), account.id, tx.now());
        if (!account.email)
            made.row.phone = account.phone;
        sendCode(tx, account, made);
        return Result<OtpChallenge>(shown(tx, account, made.row));
    }));
    return challenged;
}

Service::NewCode Service::newCode(Id<OtpChallenge> id, Id<Account> account, Instant now) const
{
    const QString code = QString::number(Ids::below(codeBound)).rightJustified(codeDigits, QLatin1Char('0'));
    return {.row = {.id = id,
                    .accountId = account,
                    .codeHash = codeHash(m_codeKeys.constFirst(), id, code),
                    .createdAt = now,
                    .expiresAt = now.after(m_settings.whole(Key::AuthOtpTtlMinutes) * minuteMs),
                    .resendAt = now.after(m_settings.whole(Key::AuthOtpResendSeconds) * secondMs)},
            .code = code};
}

OtpChallenge Service::shown(Tx &tx, const Account &account, const ChallengeRow &row) const
{
    const QString to = row.phone ? maskedPhone(*row.phone) : maskedEmail(account.email.value_or(QString()));
    return {row.id, to, row.expiresAt, row.resendAt,
            row.purpose == ChallengePurpose::SignIn && hasTotp(tx, account.id)};
}

// Bound to its challenge, so that a code of one sign-in is no code of another.
QString Service::codeHash(const QByteArray &key, Id<OtpChallenge> id, const QString &code)
{
    return QString::fromLatin1(crypto::hmacSha256(key, (id.text() + QLatin1Char(':') + code).toLatin1()).toHex());
}

bool Service::isCode(Id<OtpChallenge> id, const QString &hash, const QString &code) const
{
    return std::any_of(m_codeKeys.begin(), m_codeKeys.end(), [&](const QByteArray &key) {
        return crypto::equal(codeHash(key, id, code).toLatin1(), hash.toLatin1());
    });
}

Result<OtpChallenge> Service::resendOtp(const Caller &caller, const ResendOtp &wish)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<OtpChallenge> {
        const auto row = m_store.challenge(tx, wish.challengeId);
        const bool isSentAgain = row && row->purpose != ChallengePurpose::Passwordless;
        const auto account = isSentAgain ? m_accounts.find(tx, row->accountId) : std::nullopt;
        if (!account)
            return tl::unexpected(wrongCode().error());
        if (row->resendAt > tx.now()) {
            const int seconds = int((row->resendAt.ms - tx.now().ms) / secondMs) + 1;
            return tl::unexpected(
                Error{.code = ErrorCode::TooManyRequests,
                      .message = QStringLiteral("A code was sent just now. Try again in %1 s.").arg(seconds),
                      .retryAfterSeconds = seconds});
        }

        NewCode made = newCode(row->id, account->id, tx.now());
        made.row.purpose = row->purpose;
        made.row.phone = row->phone;
        if (!m_store.renewChallenge(tx, made.row, tx.now()))
            return tl::unexpected(wrongCode().error());
        tellCode(tx, *account, made);
        return shown(tx, *account, made.row);
    });
}

Result<SessionTokens> Service::verifyOtp(const Caller &caller, const VerifyOtp &wish)
{
    LET(tokens, m_db.write([&](Tx &tx) -> Result<Result<SessionTokens>> {
        LET(attempt, m_guard.beginFrom(tx, caller.ip));
        const auto row = m_store.challenge(tx, wish.challengeId);
        MUST(m_guard.allowTry(tx, QStringLiteral("code:") + (row ? row->accountId.text() : wish.challengeId.text())));
        if (const auto contact = row ? std::nullopt : m_store.contactCode(tx, wish.challengeId); contact)
            return enterByPhone(tx, {caller, wish, *contact, attempt});
        // Counted before it is compared: of a thousand parallel guesses three are looked at.
        if (!row || row->purpose == ChallengePurpose::Phone || isGuessedOut(tx, row->accountId, {}) ||
            !m_store.countGuess(tx, row->id, tx.now()))
            return wrongCode();
        const auto account = m_accounts.find(tx, row->accountId);
        const Caller entering = asAccount(caller, *account);
        // The second one is asked only behind a right first one, and its step of time is used up by that.
        const bool isRight = isCode(row->id, row->codeHash, wish.code) &&
                             (!hasTotp(tx, account->id) || (wish.totp && useTotp(tx, entering, *wish.totp)));
        if (!isRight) {
            if (row->attempts == 0) // once per code that was mailed
                m_audit.record(tx, caller, "auth.code_failed", "account", row->accountId.text());
            return wrongCode();
        }
        if (!m_store.useChallenge(tx, row->id, tx.now()))
            return wrongCode();

        m_guard.succeed(tx, attempt);
        if (const Result<> entry = mayEnter(*account); !entry)
            return Result<SessionTokens>(tl::unexpected(entry.error()));
        m_audit.record(tx, entering, "auth.signed_in", "account", account->id.text());
        return Result<SessionTokens>(openSession(tx, *account, caller, SessionOrigin::OneTimeCode, wish.device));
    }));
    return tokens;
}

} // namespace auth
