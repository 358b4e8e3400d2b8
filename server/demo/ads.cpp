#include "server/demo/ads.h"

#include "server/demo/story.h"
#include "server/market.h"
#include "shared/base/indiatime.h"

#include <QFile>

#include <algorithm>
#include <memory>

namespace demo {

namespace {

constexpr qint64 noonMinutes = 12 * 60;
constexpr qint64 latestVisitMinutes = 30; // before the story ends

// One line of resources/demo/ads.json; days count from today.
struct DemoAd
{
    QString title;
    std::optional<QString> description;
    AdSlot slot = AdSlot::HomeHero;
    QString picture;
    QString clickUrl;
    int firstDay = 0;
    int lastDay = 0;
    std::optional<QString> region;
    std::optional<QString> category;
    std::optional<Role> audience;
    int priority = 0;
    int weight = 10;
    std::optional<qint64> impressionCap;
    std::optional<int> viewerDailyCap;
    bool isPaused = false;
    int viewsPerDay = 0;
    int clicksPerHundred = 0;

    FIELDS(DemoAd, FIELD(title), FIELD(description), FIELD(slot), FIELD(picture), FIELD(clickUrl), FIELD(firstDay),
           FIELD(lastDay), FIELD(region), FIELD(category), FIELD(audience), FIELD(priority), FIELD(weight),
           FIELD(impressionCap), FIELD(viewerDailyCap), FIELD(isPaused), FIELD(viewsPerDay), FIELD(clicksPerHundred))
};

struct Planned
{
    DemoAd wish;
    Id<Ad> id;
};
using Plan = QList<Planned>;

Result<Ad> add(const AdStage &stage, const DemoAd &wish)
{
    LET(picture, stage.handIn(wish.picture));
    const Instant midnight = india::dayOf(stage.today);
    PutAd ad{.title = wish.title,
             .description = wish.description,
             .slot = wish.slot,
             .imageId = picture,
             .clickUrl = wish.clickUrl,
             .startDate = midnight.after(wish.firstDay * dayMs),
             .endDate = midnight.after((wish.lastDay + 1) * dayMs),
             .isActive = !wish.isPaused,
             .region = wish.region,
             .audience = wish.audience,
             .priority = wish.priority,
             .weight = wish.weight,
             .impressionCap = wish.impressionCap,
             .viewerDailyCap = wish.viewerDailyCap};
    if (wish.category)
        ad.categoryId = stage.categories.value(*wish.category);
    return stage.market.ads.addAd(stage.admin, ad);
}

// Somebody of a day's visitors; more come at the weekend and as the story goes on.
Caller visitor(int number)
{
    return {.ip = QStringLiteral("198.51.%1.%2").arg(number / 250).arg(number % 250), .requestId = "demo"};
}

Result<> liveThrough(Market &market, const Plan &plan, qint64 daysAgo)
{
    const Onlooker browser{.agent = "Mozilla/5.0 (demo)"};
    for (const Planned &each : plan) {
        const bool isRunning = -daysAgo >= each.wish.firstDay && -daysAgo <= each.wish.lastDay && !each.wish.isPaused;
        if (!isRunning)
            continue;
        const int views = each.wish.viewsPerDay + int((storyDays - daysAgo) * each.wish.viewsPerDay / 40) +
                          (daysAgo % 7 < 2 ? each.wish.viewsPerDay / 5 : 0);
        for (int viewer = 0; viewer < views; ++viewer) {
            MUST(market.ads.noteImpression(visitor(viewer), each.id, browser));
            // Spread over the viewers instead of the first of them.
            if (viewer * 37 % 100 < each.wish.clicksPerHundred)
                MUST(market.ads.clickAd(visitor(viewer), each.id, browser));
        }
    }
    market.ads.flush();
    return {};
}

// Minutes before today's moment, within that day by India's clock whatever the hour is now.
qint64 visitsOf(qint64 daysAgo, Instant today)
{
    const qint64 sinceMidnight = (today.ms - india::dayOf(today).ms) / minuteMs;
    return daysAgo > 0 ? daysAgo * dayMs / minuteMs + sinceMidnight - noonMinutes
                       : std::min(sinceMidnight, latestVisitMinutes);
}

} // namespace

Result<> planAds(const AdStage &stage)
{
    QFile file(stage.folder + QStringLiteral("/ads.json"));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Internal, QStringLiteral("%1 is missing.").arg(file.fileName()));
    LET(wishes, json::document(file.readAll()));
    LET(ads, json::read<QList<DemoAd>>(wishes));

    const auto plan = std::make_shared<Plan>();
    stage.at(storyDays * dayMs / minuteMs - 1, [stage, plan, ads]() -> Result<> {
        for (const DemoAd &wish : ads) {
            LET(added, add(stage, wish));
            *plan += Planned{wish, added.id};
        }
        return {};
    });
    for (qint64 daysAgo = storyDays - 1; daysAgo >= 0; --daysAgo)
        stage.at(visitsOf(daysAgo, stage.today),
                 [stage, plan, daysAgo] { return liveThrough(stage.market, *plan, daysAgo); });
    return {};
}

} // namespace demo
