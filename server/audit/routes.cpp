#include "server/audit/routes.h"

#include "server/audit/service.h"

namespace audit {

void routes(http::Router &router, Service &audit)
{
    router.on(api::listAudit,
              [&](const Caller &caller, const ListAudit &wish) { return audit.listAudit(caller, wish); });
}

} // namespace audit
