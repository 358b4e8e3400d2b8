#include "server/settings/routes.h"

#include "server/settings/service.h"

namespace settings {

void routes(http::Router &router, Service &settings, const Proof &proof)
{
    router.on(api::listSettings, [&](const Caller &caller) { return settings.listSettings(caller); });
    router.on(
        api::changeSetting,
        [&settings, proof](const Caller &caller, const QString &key, const ChangeSetting &wish) -> Result<Setting> {
            MUST(proof.wanted(caller, key));
            return settings.changeSetting(caller, key, wish);
        });
    router.on(api::changeSettings,
              [&settings, proof](const Caller &caller, const ChangeSettings &wish) -> Result<QList<Setting>> {
                  MUST(proof.wanted(caller, wish));
                  return settings.changeSettings(caller, wish);
              });
    router.on(api::listSettingHistory, [&](const Caller &caller, const QString &key, const ListSettingHistory &wish) {
        return settings.listSettingHistory(caller, key, wish);
    });
}

} // namespace settings
