#include "server/notifications/routes.h"

#include "server/http/router.h"
#include "server/notifications/service.h"

void notifications::routes(http::Router &router, Service &notifications)
{
    router.on(api::listNotices,
              [&](const Caller &caller, const ListNotices &wish) { return notifications.listNotices(caller, wish); });
    router.on(api::countUnread, [&](const Caller &caller) { return notifications.countUnread(caller); });
    router.on(api::markRead, [&](const Caller &caller, Id<Notice> id) { return notifications.markRead(caller, id); });
    router.on(api::markAllRead, [&](const Caller &caller) { return notifications.markAllRead(caller); });
    router.on(api::listDevices, [&](const Caller &caller) { return notifications.listDevices(caller); });
    router.on(api::registerDevice, [&](const Caller &caller, const RegisterDevice &wish) {
        return notifications.registerDevice(caller, wish);
    });
    router.on(api::removeDevice,
              [&](const Caller &caller, Id<PushDevice> id) { return notifications.removeDevice(caller, id); });
}
