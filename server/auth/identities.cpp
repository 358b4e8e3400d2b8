// The part of Service about ways in beside name and password, and about the phone.

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

auto notOffered(const QString &what)
{
    return failure(ErrorCode::NotFound, what);
}

QString usernameFor(const QString &email)
{
    constexpr int stemMax = 100;
    constexpr int digits = 6;
    constexpr quint32 below = 1'000'000;
    QString stem;
    for (const QChar c : email.section(u'@', 0, 0).left(stemMax)) {
        const bool isPlain = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        stem += isPlain ? c.toLower() : QChar(u'.');
    }
    while (stem.startsWith(u'.'))
        stem.remove(0, 1);
    return (stem.isEmpty() ? QStringLiteral("buyer") : stem) + u'.' +
           QString::number(Ids::below(below)).rightJustified(digits, u'0');
}

} // namespace

void Service::sendCode(Tx &tx, const Account &account, const NewCode &made)
{
    m_store.insertChallenge(tx, made.row);
    tellCode(tx, account, made);
}

void Service::tellCode(Tx &tx, const Account &account, const NewCode &made)
{
    tx.publish(OtpIssued{.accountId = account.id,
                         .email = account.email.value_or(QString()),
                         .username = account.username,
                         .code = made.code,
                         .language = account.language,
                         .phone = made.row.phone});
}

// Who is unknown, or may not come in this way, is answered like everybody and gets no code (AUTH-29), unless an unknown
// phone signs up, which only its holder sees. A code is not sent again for such a challenge, which would tell; whoever
// wants another one asks anew.
Result<OtpChallenge> Service::askCode(const Caller &, const AskCode &wish)
{
    if (m_settings.whole(Key::AuthPasswordless) == 0)
        return notOffered(QStringLiteral("Signing in without a password is not offered here."));
    const QString identifier = wish.identifier.trimmed();
    const bool goesByPhone = identifier.startsWith(u'+');
    if (!goesByPhone && !identifier.contains(u'@'))
        return refusal(QStringLiteral("identifier"), QStringLiteral("must be an e-mail address or a phone number"));
    if (goesByPhone && !m_outside.sendsSms)
        return refusal(QStringLiteral("identifier"), QStringLiteral("must be an e-mail address"));
    return m_db.write([&](Tx &tx) -> Result<OtpChallenge> {
        MUST(m_guard.allowMail(tx, mailSubjectOf(identifier)));
        const auto account = m_accounts.findByIdentifier(tx, identifier);
        NewCode made = newCode(m_ids.next<OtpChallenge>(), account ? account->id : m_ids.next<Account>(), tx.now());
        made.row.purpose = ChallengePurpose::Passwordless;
        if (goesByPhone)
            made.row.phone = identifier;
        const bool isLetIn =
            account && mayGoWithoutPassword(account->role) && mayEnter(*account) && !isGuessedOut(tx, account->id, {});
        if (isLetIn)
            sendCode(tx, *account, made);
        else if (!account && isPhone(identifier) && opensByPhone())
            offerSignUp(tx, made);
        return OtpChallenge{.challengeId = made.row.id,
                            .sentTo = goesByPhone ? maskedPhone(identifier) : maskedEmail(identifier),
                            .expiresAt = made.row.expiresAt,
                            .resendAt = made.row.resendAt};
    });
}

Result<OtpChallenge> Service::signInWithGoogle(const Caller &caller, const SignInWithGoogle &wish)
{
    if (!m_google.isOffered())
        return notOffered(QStringLiteral("Signing in with Google is not offered here."));
    const auto identity = m_google.check(wish.idToken.toLatin1(), wish.nonce, m_clock.now());
    if (!identity && identity.error().code == ErrorCode::Unavailable) // no guess of the caller's
        return tl::unexpected(identity.error());
    LET(challenged, m_db.write([&](Tx &tx) -> Result<Result<OtpChallenge>> {
        LET(attempt, m_guard.beginFrom(tx, caller.ip));
        if (!identity)
            return Result<OtpChallenge>(tl::unexpected(identity.error()));
        m_guard.succeed(tx, attempt);
        LET(account, accountOf(tx, caller, *identity));
        if (!mayGoWithoutPassword(account.role))
            return Result<OtpChallenge>(
                failure(ErrorCode::Forbidden, QStringLiteral("This account is entered with its password.")));
        if (const Result<> entry = mayEnter(account); !entry)
            return Result<OtpChallenge>(tl::unexpected(entry.error()));
        MUST(allowCode(tx, account.id, {}));
        const NewCode made = newCode(m_ids.next<OtpChallenge>(), account.id, tx.now());
        sendCode(tx, account, made);
        return Result<OtpChallenge>(shown(tx, account, made.row));
    }));
    return challenged;
}

// The account that Google's user was linked to, or the one with the address that Google has verified, or a new one. An
// address that was never verified here is nobody's word: whoever registered it first may be somebody else, so that it
// is not linked but has to be verified.
Result<Account> Service::accountOf(Tx &tx, const Caller &caller, const gateways::GoogleIdentity &identity)
{
    if (const auto linked = m_store.identity(tx, IdentityProvider::Google, identity.subject))
        return *m_accounts.find(tx, linked->accountId);
    auto account = m_accounts.findByEmail(tx, identity.email);
    if (account && (!account->isVerified || !mayGoWithoutPassword(account->role)))
        return *account;
    if (!account) {
        LET(made, m_accounts.create(tx, {.username = usernameFor(identity.email),
                                         .email = identity.email,
                                         .role = Role::Buyer,
                                         .isActive = true,
                                         .isVerified = true}));
        m_audit.record(tx, asAccount(caller, made), "auth.registered", "account", made.id.text());
        account = made;
    }
    m_store.insertIdentity(tx, {IdentityProvider::Google, identity.subject, account->id, tx.now()});
    m_audit.record(tx, asAccount(caller, *account), "auth.google_linked", "account", account->id.text());
    return *account;
}

Result<> Service::setUpPassword(const Caller &caller, const SetUpPassword &wish)
{
    const auto exists = [&](Tx &tx) { return m_store.credential(tx, caller.id).has_value(); };
    const auto taken = failure(ErrorCode::Conflict, QStringLiteral("This account has a password."));
    if (m_db.read(exists)) // before the work of a hash
        return taken;
    LET(hash, newHash(QStringLiteral("password"), wish.password, caller.id));
    return m_db.write(caller, [&](Tx &tx) -> Result<> {
        if (exists(tx))
            return taken;
        m_store.insertCredential(tx, {caller.id, hash, tx.now()});
        m_audit.record(tx, caller, "auth.password_set", "account", caller.id.text());
        return {};
    });
}

Result<OtpChallenge> Service::startPhone(const Caller &caller)
{
    if (!m_outside.sendsSms)
        return notOffered(QStringLiteral("No messages are sent to phones here."));
    return m_db.write(caller, [&](Tx &tx) -> Result<OtpChallenge> {
        const auto account = m_accounts.find(tx, caller.id);
        if (!account || !account->phone)
            return failure(ErrorCode::Conflict, QStringLiteral("Say your phone number first."));
        if (account->isPhoneVerified)
            return failure(ErrorCode::Conflict, QStringLiteral("This phone number is verified already."));
        MUST(allowCode(tx, account->id, account->phone));
        MUST(m_guard.allowMail(tx, mailSubjectOf(*account->phone)));
        NewCode made = newCode(m_ids.next<OtpChallenge>(), account->id, tx.now());
        made.row.purpose = ChallengePurpose::Phone;
        made.row.phone = account->phone;
        sendCode(tx, *account, made);
        return shown(tx, *account, made.row);
    });
}

Result<Account> Service::confirmPhone(const Caller &caller, const ConfirmPhone &wish)
{
    LET(verified, m_db.write([&](Tx &tx) -> Result<Result<Account>> {
        const auto wrong = [] {
            return Result<Account>(
                failure(ErrorCode::InvalidOtp, QStringLiteral("The code is wrong or no longer valid.")));
        };
        const auto row = m_store.challenge(tx, wish.challengeId);
        const bool isOurs = row && row->accountId == caller.id && row->purpose == ChallengePurpose::Phone;
        if (!isOurs || isGuessedOut(tx, caller.id, row->phone) || !m_store.countGuess(tx, row->id, tx.now()) ||
            !isCode(row->id, row->codeHash, wish.code) || !m_store.useChallenge(tx, row->id, tx.now()))
            return wrong();
        // Only now is it told that somebody else has it: to whoever holds the phone.
        if (!m_accounts.verifyPhone(tx, caller.id, *row->phone))
            return Result<Account>(failure(ErrorCode::AlreadyExists,
                                           QStringLiteral("This phone number was changed, or belongs to an account.")));
        m_audit.record(tx, caller, "auth.phone_verified", "account", caller.id.text());
        return Result<Account>(*m_accounts.find(tx, caller.id));
    }));
    return verified;
}

} // namespace auth
