#include "server/notifications/jobs.h"

#include "server/jobs/service.h"
#include "server/notifications/rules.h"
#include "server/notifications/service.h"

namespace notifications {

void jobs(::jobs::Service &queue, Service &notifications)
{
    queue.on(mailKind, [&](const QByteArray &payload) { return notifications.sendMail(payload); });
}

} // namespace notifications
