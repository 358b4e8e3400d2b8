#include "server/privacy/routes.h"

#include "server/http/router.h"
#include "server/privacy/service.h"

void privacy::routes(http::Router &router, Service &privacy)
{
    router.on(api::requestCopy, [&](const Caller &caller) { return privacy.requestCopy(caller); });
    router.on(api::listCopies, [&](const Caller &caller) { return privacy.listCopies(caller); });
    router.on(api::downloadCopy, [&](const Caller &caller, Id<PersonalCopy> id, const CopyLink &link) {
        return privacy.downloadCopy(caller, id, link);
    });
    router.on(api::readErasure, [&](const Caller &caller) { return privacy.readErasure(caller); });
    router.on(api::listPersonalColumns, [&](const Caller &caller) { return privacy.listPersonalColumns(caller); });
    router.on(api::eraseMe, [&](const Caller &caller) { return privacy.eraseMe(caller); });
}
