// The part of Service about addresses that no account has yet: whoever signs up by phone, and the e-mail address that
// is given afterwards or changed.

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

// As a value of the transaction: what was counted against guessing has to stay.
template <class T>
Result<T> wrongCode()
{
    return failure(ErrorCode::InvalidOtp, QStringLiteral("The code is wrong or no longer valid."));
}

ContactRow contactOf(const ChallengeRow &row, const QString &address, std::optional<Id<Account>> account)
{
    return {.id = row.id,
            .accountId = account,
            .address = address,
            .codeHash = row.codeHash,
            .createdAt = row.createdAt,
            .expiresAt = row.expiresAt};
}

// Nothing of the phone is in it: usernames are public.
QString madeUpUsername()
{
    constexpr int digits = 9;
    constexpr quint32 below = 1'000'000'000;
    return QStringLiteral("buyer.") + QString::number(Ids::below(below)).rightJustified(digits, u'0');
}

} // namespace

bool Service::opensByPhone() const
{
    return m_outside.sendsSms && m_settings.truth(Key::AuthPhoneSignUp);
}

bool Service::isGuessedOut(Tx &tx, std::optional<Id<Account>> account, const std::optional<QString> &address)
{
    const Instant yesterday = tx.now().after(-dayMs);
    return (account && m_store.wrongGuessesSince(tx, *account, yesterday) >= wrongGuessesPerDay) ||
           (address && m_store.wrongGuessesTo(tx, *address, yesterday) >= wrongGuessesPerDay);
}

Result<> Service::allowCode(Tx &tx, Id<Account> account, const std::optional<QString> &address)
{
    if (!isGuessedOut(tx, account, address))
        return {};
    return tl::unexpected(Error{.code = ErrorCode::TooManyRequests,
                                .message = QStringLiteral("Too many wrong codes today. Please try again tomorrow."),
                                .retryAfterSeconds = int(dayMs / secondMs)});
}

// Guesses are counted by phone, because nobody has an account that they could be counted by.
void Service::offerSignUp(Tx &tx, const NewCode &made)
{
    const QString phone = *made.row.phone;
    if (isGuessedOut(tx, std::nullopt, phone))
        return;
    m_store.insertContactCode(tx, contactOf(made.row, phone, std::nullopt));
    tx.publish(OtpIssued{
        .accountId = made.row.accountId, .code = made.code, .language = QStringLiteral("en"), .phone = phone});
}

// Counted before it is compared, and good once.
bool Service::takeCode(Tx &tx, const ContactRow &row, const QString &code)
{
    return !isGuessedOut(tx, row.accountId, row.address) && m_store.countContactGuess(tx, row.id, tx.now()) &&
           isCode(row.id, row.codeHash, code) && m_store.useContactCode(tx, row.id, tx.now());
}

// ACC-19. Whoever got the account in the meantime, with another code to the same phone, enters it.
Result<Result<SessionTokens>> Service::enterByPhone(Tx &tx, const PhoneEntry &entry)
{
    const ContactRow &row = entry.row;
    if (row.accountId || !opensByPhone() || !takeCode(tx, row, entry.wish.code))
        return wrongCode<SessionTokens>();
    m_guard.succeed(tx, entry.attempt);
    LET(account, accountOfPhone(tx, entry.caller, row.address));
    if (!mayGoWithoutPassword(account.role) || hasTotp(tx, account.id))
        return wrongCode<SessionTokens>();
    if (const Result<> allowed = mayEnter(account); !allowed)
        return Result<SessionTokens>(tl::unexpected(allowed.error()));
    m_audit.record(tx, asAccount(entry.caller, account), "auth.signed_in", "account", account.id.text());
    return Result<SessionTokens>(openSession(tx, account, entry.caller, SessionOrigin::OneTimeCode, entry.wish.device));
}

Result<Account> Service::accountOfPhone(Tx &tx, const Caller &caller, const QString &phone)
{
    if (const auto known = m_accounts.findByIdentifier(tx, phone))
        return *known;
    QString username = madeUpUsername();
    while (!m_accounts.isUsernameFree(tx, username))
        username = madeUpUsername();
    LET(made, m_accounts.create(tx, {.username = username, .isActive = true, .verifiedPhone = phone}));
    m_audit.record(tx, asAccount(caller, made), "auth.registered", "account", made.id.text());
    return made;
}

// An address that somebody else has is answered like any other, and gets its code (AUTH-29): only whoever reads it
// there is told.
Result<OtpChallenge> Service::startEmail(const Caller &caller, const StartEmail &wish)
{
    const QString email = wish.email.trimmed();
    if (!m_accounts.isAddress(email))
        return refusal(QStringLiteral("email"), QStringLiteral("is not an e-mail address"));
    return m_db.write(caller, [&](Tx &tx) -> Result<OtpChallenge> {
        auto account = m_accounts.find(tx, caller.id);
        if (!account)
            return notFound(QLatin1StringView("account"));
        if (account->isVerified)
            MUST(requireFresh(tx, caller, Proof::StrongestThereIs));
        if (account->isVerified && account->email == email)
            return failure(ErrorCode::Conflict, QStringLiteral("This is your e-mail address already."));
        MUST(allowCode(tx, caller.id, email));
        MUST(m_guard.allowMail(tx, mailSubjectOf(email)));
        if (wish.username) {
            MUST(m_accounts.chooseUsername(tx, *account, *wish.username));
            account = m_accounts.find(tx, caller.id);
        }
        const NewCode made = newCode(m_ids.next<OtpChallenge>(), caller.id, tx.now());
        m_store.insertContactCode(tx, contactOf(made.row, email, caller.id));
        tx.publish(EmailCodeIssued{email, account->username, account->language, made.code});
        return OtpChallenge{.challengeId = made.row.id,
                            .sentTo = maskedEmail(email),
                            .expiresAt = made.row.expiresAt,
                            .resendAt = made.row.resendAt};
    });
}

// What was mailed to the former address opens nothing any more.
Result<Account> Service::confirmEmail(const Caller &caller, const ConfirmEmail &wish)
{
    LET(taken, m_db.write([&](Tx &tx) -> Result<Result<Account>> {
        const auto row = m_store.contactCode(tx, wish.challengeId);
        if (!row || row->accountId != caller.id || !takeCode(tx, *row, wish.code))
            return wrongCode<Account>();
        const auto before = m_accounts.find(tx, caller.id);
        if (!m_accounts.takeEmail(tx, caller.id, row->address))
            return Result<Account>(
                failure(ErrorCode::AlreadyExists, QStringLiteral("This e-mail address belongs to an account.")));
        m_store.forgetMailTokens(tx, caller.id);
        m_audit.record(tx, caller, "auth.email_verified", "account", caller.id.text(),
                       audit::details({{QStringLiteral("old"), maskedEmail(before->email.value_or(QString()))},
                                       {QStringLiteral("new"), maskedEmail(row->address)}}));
        if (before->isVerified && before->email)
            tx.publish(EmailChanged{*before->email, before->username, before->language, maskedEmail(row->address)});
        return Result<Account>(*m_accounts.find(tx, caller.id));
    }));
    return taken;
}

} // namespace auth
