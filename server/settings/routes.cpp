#include "server/settings/routes.h"

#include "server/settings/service.h"

namespace settings {

void routes(http::Router &router, Service &settings)
{
    router.on(api::listSettings, [&](const Caller &caller) { return settings.listSettings(caller); });
    router.on(api::changeSetting, [&](const Caller &caller, const QString &key, const ChangeSetting &wish) {
        return settings.changeSetting(caller, key, wish);
    });
}

} // namespace settings
