#include "server/heatmap/routes.h"

#include "server/heatmap/service.h"
#include "server/http/router.h"

void heatmap::routes(http::Router &router, Service &heatmap)
{
    router.on(api::readHeatMap,
              [&](const Caller &caller, const ReadHeatMap &wish) { return heatmap.readHeatMap(caller, wish); });
    router.on(api::readHeatSeries,
              [&](const Caller &caller, const ReadHeatSeries &wish) { return heatmap.readHeatSeries(caller, wish); });
    router.on(api::readHeatGaps,
              [&](const Caller &caller, const ReadHeatGaps &wish) { return heatmap.readHeatGaps(caller, wish); });
}
