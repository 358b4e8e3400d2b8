#include "server/ads/routes.h"

#include "server/ads/service.h"
#include "server/http/router.h"

void ads::routes(http::Router &router, Service &ads)
{
    router.on(api::showAds,
              [&](const Caller &caller, const Visiting<ShowAds> &visit) { return ads.showAds(caller, visit); });
    router.on(api::readAdImage,
              [&](const Caller &caller, Id<Ad> id, const AdImage &wish) { return ads.readAdImage(caller, id, wish); });
    router.on(api::clickAd, [&](const Caller &caller, Id<Ad> id, const Visiting<Nothing> &visit) {
        return ads.clickAd(caller, id, visit.onlooker);
    });
    router.on(api::noteImpression, [&](const Caller &caller, Id<Ad> id, const Visiting<Nothing> &visit) {
        return ads.noteImpression(caller, id, visit.onlooker);
    });
    router.on(api::listAllAds,
              [&](const Caller &caller, const ListAllAds &wish) { return ads.listAllAds(caller, wish); });
    router.on(api::addAd, [&](const Caller &caller, const PutAd &wish) { return ads.addAd(caller, wish); });
    router.on(api::readAdPerformance,
              [&](const Caller &caller, const AdPeriod &wish) { return ads.readAdPerformance(caller, wish); });
    router.on(api::readAd, [&](const Caller &caller, Id<Ad> id) { return ads.readAd(caller, id); });
    router.on(api::updateAd,
              [&](const Caller &caller, Id<Ad> id, const PutAd &wish) { return ads.updateAd(caller, id, wish); });
    router.on(api::scheduleAd, [&](const Caller &caller, Id<Ad> id, const ScheduleAd &wish) {
        return ads.scheduleAd(caller, id, wish);
    });
    router.on(api::pauseAd, [&](const Caller &caller, Id<Ad> id) { return ads.pauseAd(caller, id); });
    router.on(api::resumeAd, [&](const Caller &caller, Id<Ad> id) { return ads.resumeAd(caller, id); });
    router.on(api::duplicateAd, [&](const Caller &caller, Id<Ad> id) { return ads.duplicateAd(caller, id); });
    router.on(api::removeAd, [&](const Caller &caller, Id<Ad> id) { return ads.removeAd(caller, id); });
    router.on(api::readAdStatistics, [&](const Caller &caller, Id<Ad> id, const AdPeriod &wish) {
        return ads.readAdStatistics(caller, id, wish);
    });
}
