#include "server/analytics/routes.h"

#include "server/analytics/service.h"
#include "server/http/router.h"

void analytics::routes(http::Router &router, Service &analytics)
{
    router.on(api::readDashboard,
              [&](const Caller &caller, const AskAnalytics &wish) { return analytics.readDashboard(caller, wish); });
    router.on(api::listDecisions, [&](const Caller &caller) { return analytics.listDecisions(caller); });
    router.on(api::readRevenue,
              [&](const Caller &caller, const AskRevenue &wish) { return analytics.readRevenue(caller, wish); });
    router.on(api::readTop, [&](const Caller &caller, const AskTop &wish) { return analytics.readTop(caller, wish); });
    router.on(api::readCohorts,
              [&](const Caller &caller, const AskCohorts &wish) { return analytics.readCohorts(caller, wish); });
    router.on(api::readFunnel,
              [&](const Caller &caller, const AskAnalytics &wish) { return analytics.readFunnel(caller, wish); });
    router.on(api::readProcessing,
              [&](const Caller &caller, const AskAnalytics &wish) { return analytics.readProcessing(caller, wish); });
    router.on(api::readOperations,
              [&](const Caller &caller, const AskAnalytics &wish) { return analytics.readOperations(caller, wish); });
    router.on(api::readVendorAnalytics, [&](const Caller &caller, const AskVendorAnalytics &wish) {
        return analytics.readVendorAnalytics(caller, wish);
    });
    router.on(api::readVendorDashboard, [&](const Caller &caller) { return analytics.readVendorDashboard(caller); });
}
