// What is planned in advertising around the twentieth of November.

#include "shared/base/indiatime.h"
#include "tests/console/pages/samples.h"

namespace samples {

namespace {

Instant startOf(QDate day)
{
    return india::startOf(india::dayNumber(day));
}

QDate november(int day)
{
    return QDate(2026, 11, 1).addDays(day - 1); // the 31st is the first of December
}

Ad counted(Ad ad, qint64 impressions, qint64 clicks)
{
    ad.impressions = impressions;
    ad.clicks = clicks;
    ad.ctr = {(clicks * 10'000 + impressions / 2) / impressions};
    return ad;
}

} // namespace

Ad ad(int number, const QString &title, AdSlot slot, QDate first, QDate last, AdState state)
{
    const Id<Ad> adId = id<Ad>(9000 + number);
    return {.id = adId,
            .slot = slot,
            .state = state,
            .title = title,
            .imageUrl = QStringLiteral("/api/v1/ads/%1/image?v=1").arg(adId.text()),
            .previewUrl = QStringLiteral("/api/v1/files/%1?expires=1&signature=s").arg(adId.text()),
            .clickUrl = QStringLiteral("https://kabaadwala.example/e-waste"),
            .startDate = startOf(first),
            .endDate = startOf(last.addDays(1)),
            .isActive = state != AdState::Paused,
            .createdBy = QStringLiteral("ananya"),
            .createdAt = now.after(-20 * 24 * hourMs)};
}

QList<Ad> ads()
{
    using enum AdSlot;
    using enum AdState;
    const auto make = [](int number, const char *title, AdSlot slot, int first, int last, AdState state) {
        return ad(number, QString::fromUtf8(title), slot, november(first), november(last), state);
    };
    QList<Ad> out{counted(make(1, "Diwali clearance", HomeHero, 9, 15, Ended), 96'410, 1'890),
                  counted(make(2, "Sell e-waste the safe way", HomeHero, 14, 26, Running), 184'220, 4'421),
                  make(3, "Winter pickup festival", HomeHero, 24, 38, Scheduled),
                  counted(make(4, "Wallet recharge cashback", HomeStrip, 10, 22, Running), 260'100, 4'690),
                  make(5, "New: subscription pickups", HomeStrip, 23, 43, Scheduled),
                  counted(make(6, "Sharma Metals spotlight", CategoryTop, 12, 21, Running), 18'400, 846),
                  counted(make(7, "Coastal Copper spotlight", CategoryTop, 22, 28, Paused), 900, 21),
                  make(8, "Year-end bulk rates", CategoryTop, 31, 43, Scheduled),
                  counted(make(9, "List your shop in 5 minutes", SearchResult, 9, 33, Running), 75'000, 675),
                  counted(make(10, "Refer a neighbour", OrderConfirmed, 15, 24, Running), 11'240, 585),
                  make(11, "Rate your vendor", OrderConfirmed, 25, 40, Scheduled)};
    out[1].viewerDailyCap = 3;
    out[1].impressionCap = 500'000;
    out[1].audience = Role::Buyer;
    out[5].categoryId = out[6].categoryId = categories().constFirst().id;
    out[6].region = QStringLiteral("IN-KA");
    out[8].audience = Role::Vendor;
    return out;
}

Ad otherHalf(const Ad &ad)
{
    Ad out = counted(ad, 61'000, 1'281);
    out.id = id<Ad>(9040);
    out.title = QStringLiteral("Sell e-waste, second picture");
    out.partnerId = ad.id;
    out.startDate = startOf(november(-60));
    out.endDate = startOf(november(-45));
    out.state = AdState::Ended;
    return out;
}

AdStatistics adStatistics(const Ad &ad)
{
    AdStatistics out{.ad = ad, .days = {}};
    const qint64 views[] = {10'800, 14'200, 12'900, 13'400, 17'100, 16'000, 16'900, 19'300, 18'100};
    QDate day(2026, 11, 12);
    for (const qint64 each : views)
        out.days += AdDay{(day = day.addDays(1)).toString(Qt::ISODate), ad.slot, each, each / 40};
    return out;
}

AdPerformance adPerformance()
{
    AdPerformance out{.from = now.after(-30 * 24 * hourMs), .until = now, .bySlot = {}, .byAd = {}};
    for (const AdSlotShape &shape : adSlotShapes)
        out.bySlot += SlotFigures{.slot = shape.slot};
    for (const Ad &ad : ads()) {
        if (ad.impressions == 0)
            continue;
        out.byAd += AdFigures{ad.id, ad.title, ad.slot, ad.impressions, ad.clicks, ad.ctr};
        SlotFigures &slot = out.bySlot[qsizetype(ad.slot)];
        ++slot.ads;
        slot.impressions += ad.impressions;
        slot.clicks += ad.clicks;
        slot.ctr = {slot.clicks * 10'000 / slot.impressions};
        out.impressions += ad.impressions;
        out.clicks += ad.clicks;
    }
    out.ctr = {out.clicks * 10'000 / out.impressions};
    out.adsInAll = out.byAd.size();
    return out;
}

} // namespace samples
