#include "server/notifications/jobs.h"

#include "server/jobs/service.h"
#include "server/notifications/rules.h"
#include "server/notifications/service.h"

namespace notifications {

void jobs(::jobs::Service &queue, Service &notifications)
{
    const auto send = [&](const QByteArray &payload) { return notifications.sendMail(payload); };
    queue.on(mailKind, send);
    queue.on(secretMailKind, send, ::jobs::Service::Payload::Secret);
    queue.on(
        secretSmsKind, [&](const QByteArray &payload) { return notifications.sendSms(payload); },
        ::jobs::Service::Payload::Secret);
}

} // namespace notifications
