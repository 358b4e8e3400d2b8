// The part of Service that writes to addresses that are to be somebody's, or were.

#include "server/accounts/service.h"
#include "server/notifications/news.h"
#include "server/settings/service.h"

namespace notifications {

// The code of the link stands there too: no page of ours lies behind it.
Result<> Service::onActivationIssued(Tx &tx, const ActivationIssued &event)
{
    mail(tx,
         {.reader = {.language = event.language},
          .isSecret = true,
          .letter = event.isResent ? QStringLiteral("resend_activation") : QStringLiteral("activation_email"),
          .words = {{QStringLiteral("username"), event.username},
                    {QStringLiteral("code"), event.token},
                    {QStringLiteral("link"), m_config.siteUrl + QStringLiteral("/activate?token=") + event.token},
                    {QStringLiteral("hours"),
                     QString::number(m_settings.whole(settings::Key::AuthActivationTtlHours))}}},
         event.email);
    return {};
}

// An admin who has never been in did not ask for a new password: somebody wants him here.
Result<> Service::onPasswordResetIssued(Tx &tx, const PasswordResetIssued &event)
{
    const auto reader = m_accounts.find(tx, event.accountId);
    const bool isInvited = reader && reader->role == Role::Admin && !reader->isVerified;
    mail(tx,
         {.reader = {.language = event.language},
          .isSecret = true,
          .letter = isInvited ? QStringLiteral("staff_invitation") : QStringLiteral("password_reset"),
          .words = {{QStringLiteral("username"), event.username},
                    {QStringLiteral("site"), m_config.siteUrl},
                    {QStringLiteral("code"), event.token},
                    {QStringLiteral("link"), m_config.siteUrl + QStringLiteral("/reset-password?token=") + event.token},
                    {QStringLiteral("hours"), QString::number(m_settings.whole(settings::Key::AuthResetTtlHours))}}},
         event.email);
    return {};
}

Result<> Service::onEmailCodeIssued(Tx &tx, const EmailCodeIssued &event)
{
    mail(tx,
         {.reader = {.language = event.language},
          .isSecret = true,
          .letter = QStringLiteral("email_code"),
          .words = {{QStringLiteral("username"), event.username},
                    {QStringLiteral("code"), event.code},
                    {QStringLiteral("minutes"), QString::number(m_settings.whole(settings::Key::AuthOtpTtlMinutes))}}},
         event.email);
    return {};
}

Result<> Service::onEmailChanged(Tx &tx, const EmailChanged &event)
{
    mail(tx,
         {.reader = {.language = event.language},
          .letter = QStringLiteral("email_changed"),
          .words = {{QStringLiteral("username"), event.username}, {QStringLiteral("email"), event.shownEmail}}},
         event.formerEmail);
    return {};
}

// S7: only what may have been somebody else; who signs out or is banned knows, or gets another letter.
Result<> Service::onSessionsEnded(Tx &tx, const SessionsRevoked &event)
{
    static const QStringList told{QStringLiteral("refresh_reused"), QStringLiteral("guessed"),
                                  QStringLiteral("password_changed"), QStringLiteral("password_reset")};
    const auto person = told.contains(event.reason) ? m_accounts.find(tx, event.accountId) : std::nullopt;
    if (!person || !person->email)
        return {};
    mail(tx,
         {.reader = *person,
          .letter = QStringLiteral("security_notice"),
          .words = {{QStringLiteral("username"), person->username}},
          .sections = {event.reason}},
         *person->email);
    return {};
}

} // namespace notifications
