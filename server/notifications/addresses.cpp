// The part of Service that writes to addresses that are to be somebody's, or were.

#include "server/notifications/news.h"
#include "server/settings/service.h"

namespace notifications {

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

} // namespace notifications
