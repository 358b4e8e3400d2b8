// The part of Service that writes to phones.

#include "server/jobs/service.h"
#include "server/notifications/gateways/sms.h"
#include "server/notifications/rules.h"
#include "server/notifications/service.h"
#include "server/settings/service.h"
#include "shared/base/json.h"

namespace notifications {

namespace {

// No name and no link in it: it shows on a locked screen.
QString codeText(const QString &code, qint64 minutes, const QString &language)
{
    return language.startsWith(QLatin1StringView("hi"))
               ? QStringLiteral("%1 आपका कबाड़ावाला कोड है, %2 मिनट तक मान्य। "
                                "इसे किसी को न बताएँ।")
                     .arg(code)
                     .arg(minutes)
               : QStringLiteral("%1 is your Kabaadwala code, good for %2 minutes. Tell it nobody.")
                     .arg(code)
                     .arg(minutes);
}

} // namespace

Result<> Service::textCode(Tx &tx, const OtpIssued &event)
{
    m_jobs.enqueueAhead(
        tx, secretSmsKind,
        SmsJob{*event.phone, codeText(event.code, m_settings.whole(settings::Key::AuthOtpTtlMinutes), event.language)});
    return {};
}

Result<> Service::sendSms(const QByteArray &payload)
{
    LET(job, json::parse<SmsJob>(payload));
    return gateways::sendBySms({.url = m_sms.url,
                                .account = m_sms.account,
                                .token = m_sms.token,
                                .sender = m_sms.sender,
                                .timeoutMs = m_sms.timeoutMs},
                               job.to, job.text);
}

} // namespace notifications
