#include "server/live/routes.h"

#include "server/http/router.h"
#include "server/live/hub.h"

void live::routes(http::Router &router, Hub &hub)
{
    router.on(api::issueTicket, [&](const Caller &caller) { return hub.issueTicket(caller); });
}
