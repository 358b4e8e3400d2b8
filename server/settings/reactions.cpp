#include "server/settings/reactions.h"

#include "server/core/outbox.h"
#include "server/settings/service.h"

namespace settings {

void reactions(Outbox &outbox, Service &settings)
{
    outbox.tell<SettingChanged>("settings.reload", [&](const SettingChanged &) { settings.load(); });
}

} // namespace settings
