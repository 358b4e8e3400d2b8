#pragma once

// Advertising: what an admin shows where, to whom and when, and how often it was seen and followed (ADS-01 to ADS-05).

#include "shared/base/page.h"
#include "shared/base/visits.h"
#include "shared/contract/adslots.h"
#include "shared/contract/catalog.h"
#include "shared/contract/storage.h"

// Never stored: it follows from the window, the switch, the cap and the time. Spent: the impression cap is reached.
NAMED_ENUM(AdState, Scheduled, Running, Paused, Ended, Spent)

constexpr int adDaysMax = 366; // of one campaign

struct Ad
{
    Id<Ad> id;
    AdSlot slot = AdSlot::HomeHero;
    AdState state = AdState::Scheduled;
    QString title;
    std::optional<QString> description;
    QString imageUrl;   // as viewers get it while the ad runs
    QString previewUrl; // signed, ends after some minutes
    QString clickUrl;   // where the redirect leads
    Instant startDate;
    Instant endDate; // the first moment after the campaign
    bool isActive = true;
    std::optional<QString> region;          // ISO 3166-2, "IN-MH"; empty: everywhere
    std::optional<Id<Category>> categoryId; // with everything below it; empty: on every page
    std::optional<Role> audience;           // empty: everybody, also without a session
    int priority = 0;                       // the higher one is served first
    int weight = 10;                        // share of the draw among equals
    std::optional<qint64> impressionCap;    // of the whole campaign
    std::optional<int> viewerDailyCap;      // how often one viewer sees it in a day
    std::optional<Id<Ad>> partnerId;        // the other half of an A/B pair
    qint64 impressions = 0;
    qint64 clicks = 0;
    BasisPoints ctr; // clicks of impressions, 0 when there are none
    QString createdBy;
    Instant createdAt;
    qint64 version = 1; // changes name the version they saw

    FIELDS(Ad, FIELD(id), FIELD(slot, .label = QT_TRANSLATE_NOOP("fields", "Slot")),
           FIELD(state, .label = QT_TRANSLATE_NOOP("fields", "Status")),
           FIELD(title, .label = QT_TRANSLATE_NOOP("fields", "Campaign")), FIELD(description), FIELD(imageUrl),
           FIELD(previewUrl), FIELD(clickUrl), FIELD(startDate, .label = QT_TRANSLATE_NOOP("fields", "From")),
           FIELD(endDate, .label = QT_TRANSLATE_NOOP("fields", "To")), FIELD(isActive), FIELD(region),
           FIELD(categoryId), FIELD(audience), FIELD(priority), FIELD(weight), FIELD(impressionCap),
           FIELD(viewerDailyCap), FIELD(partnerId),
           FIELD(impressions, .label = QT_TRANSLATE_NOOP("fields", "Impressions")),
           FIELD(clicks, .label = QT_TRANSLATE_NOOP("fields", "Clicks")),
           FIELD(ctr, .label = QT_TRANSLATE_NOOP("fields", "CTR")), FIELD(createdBy), FIELD(createdAt), FIELD(version))
};

struct PutAd
{
    QString title;
    std::optional<QString> description;
    AdSlot slot = AdSlot::HomeHero;
    std::optional<Id<StoredFile>> imageId; // needed at first; later: the picture stays when this is empty
    QString clickUrl;
    Instant startDate;
    Instant endDate;
    bool isActive = true;
    std::optional<QString> region;
    std::optional<Id<Category>> categoryId;
    std::optional<Role> audience;
    int priority = 0;
    int weight = 10;
    std::optional<qint64> impressionCap;
    std::optional<int> viewerDailyCap;
    std::optional<Id<Ad>> partnerId;
    std::optional<qint64> version; // of a change

    FIELDS(PutAd, FIELD(title, .label = QT_TRANSLATE_NOOP("fields", "Title"), .lengthMin = 3, .lengthMax = 120),
           FIELD(description, .label = QT_TRANSLATE_NOOP("fields", "Description"), .lengthMax = 500),
           FIELD(slot, .label = QT_TRANSLATE_NOOP("fields", "Slot")), FIELD(imageId),
           FIELD(clickUrl, .label = QT_TRANSLATE_NOOP("fields", "Opens (https address)"), .lengthMin = 10,
                 .lengthMax = 2000),
           FIELD(startDate), FIELD(endDate), FIELD(isActive, .standard = true),
           FIELD(region, .label = QT_TRANSLATE_NOOP("fields", "Region"), .pattern = "IN-[A-Z]{2}"),
           FIELD(categoryId, .label = QT_TRANSLATE_NOOP("fields", "Category")),
           FIELD(audience, .label = QT_TRANSLATE_NOOP("fields", "Audience")),
           FIELD(priority, .label = QT_TRANSLATE_NOOP("fields", "Priority (0 to 9)"), .min = 0, .max = 9,
                 .standard = true),
           FIELD(weight, .label = QT_TRANSLATE_NOOP("fields", "Weight in the draw (1 to 100)"), .min = 1, .max = 100,
                 .standard = true),
           FIELD(impressionCap, .label = QT_TRANSLATE_NOOP("fields", "Impression cap"), .min = 1, .max = 1'000'000'000),
           FIELD(viewerDailyCap, .label = QT_TRANSLATE_NOOP("fields", "Times per viewer and day"), .min = 1,
                 .max = 100),
           FIELD(partnerId, .label = QT_TRANSLATE_NOOP("fields", "A/B partner")), FIELD(version, .min = 1))
};

// A campaign that is dragged along the timeline.
struct ScheduleAd
{
    Instant startDate;
    Instant endDate;
    qint64 version = 1;

    FIELDS(ScheduleAd, FIELD(startDate), FIELD(endDate), FIELD(version, .min = 1))
};

struct ListAllAds
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<AdSlot> slot;
    std::optional<AdState> state;
    std::optional<Instant> from; // campaigns that overlap from here
    std::optional<Instant> until;

    FIELDS(ListAllAds, PAGE_FIELDS, FIELD(slot), FIELD(state), FIELD(from), FIELD(until))
};

// What a full slot answers (409), as further members of error.details.
struct AdClash
{
    Id<Ad> id;
    QString title;
    Instant startDate;
    Instant endDate;

    FIELDS(AdClash, FIELD(id), FIELD(title), FIELD(startDate), FIELD(endDate))
};
struct AdConflict
{
    QList<AdClash> conflicts;
    Instant suggestedStart; // from here on the slot has room for a campaign of this length

    FIELDS(AdConflict, FIELD(conflicts), FIELD(suggestedStart))
};

// The place of a page asks what to show.
struct ShowAds
{
    AdSlot placement = AdSlot::HomeHero;
    std::optional<Id<Category>> category; // of the page
    std::optional<QString> region;        // when the viewer chose one; else the one of the caller's address

    FIELDS(ShowAds, FIELD(placement), FIELD(category), FIELD(region, .pattern = "IN-[A-Z]{2}"))
};

struct ShownAd
{
    Id<Ad> id;
    AdSlot placement = AdSlot::HomeHero;
    QString title;
    std::optional<QString> description;
    QString imageUrl;
    int width = 0;
    int height = 0;
    QString clickUrl; // of this server, which counts and leads on

    FIELDS(ShownAd, FIELD(id), FIELD(placement), FIELD(title), FIELD(description), FIELD(imageUrl), FIELD(width),
           FIELD(height), FIELD(clickUrl))
};

// The version stands in the address, so that the picture may be kept for a year.
struct AdImage
{
    QString v;

    FIELDS(AdImage, FIELD(v, .lengthMin = 1, .lengthMax = 40))
};

struct AdPeriod
{
    std::optional<Instant> from; // 30 days back when empty
    std::optional<Instant> until;

    FIELDS(AdPeriod, FIELD(from), FIELD(until))
};

struct AdDay
{
    QString day; // "2026-11-20", as India counts days
    AdSlot slot = AdSlot::HomeHero;
    qint64 impressions = 0;
    qint64 clicks = 0;

    FIELDS(AdDay, FIELD(day), FIELD(slot), FIELD(impressions), FIELD(clicks))
};

struct AdStatistics
{
    Ad ad;
    QList<AdDay> days; // oldest first; days without any are left out

    FIELDS(AdStatistics, FIELD(ad), FIELD(days))
};

struct AdFigures
{
    Id<Ad> adId;
    QString title;
    AdSlot slot = AdSlot::HomeHero;
    qint64 impressions = 0;
    qint64 clicks = 0;
    BasisPoints ctr;

    FIELDS(AdFigures, FIELD(adId), FIELD(title, .label = QT_TRANSLATE_NOOP("fields", "Campaign")), FIELD(slot),
           FIELD(impressions), FIELD(clicks), FIELD(ctr, .label = QT_TRANSLATE_NOOP("fields", "CTR")))
};

struct SlotFigures
{
    AdSlot slot = AdSlot::HomeHero;
    qint64 ads = 0;
    qint64 impressions = 0;
    qint64 clicks = 0;
    BasisPoints ctr;

    FIELDS(SlotFigures, FIELD(slot), FIELD(ads, .label = QT_TRANSLATE_NOOP("fields", "Campaigns")), FIELD(impressions),
           FIELD(clicks), FIELD(ctr, .label = QT_TRANSLATE_NOOP("fields", "CTR")))
};

constexpr int adFiguresMax = 500; // of one time, a campaign in two slots counting twice

struct AdPerformance
{
    Instant from;
    Instant until;
    qint64 impressions = 0;
    qint64 clicks = 0;
    BasisPoints ctr;
    QList<SlotFigures> bySlot; // every slot
    QList<AdFigures> byAd;     // most impressions first, at most adFiguresMax
    qint64 adsInAll = 0;       // that byAd would have without its limit

    FIELDS(AdPerformance, FIELD(from), FIELD(until), FIELD(impressions), FIELD(clicks), FIELD(ctr), FIELD(bySlot),
           FIELD(byAd), FIELD(adsInAll))
};

namespace api {

inline constexpr Endpoint<Visiting<ShowAds>, QList<ShownAd>> showAds{.method = Method::Get,
                                                                     .path = "/api/v1/ads",
                                                                     .access = Access::Public,
                                                                     .owner = Owner::Nobodys,
                                                                     .rate = Rate::Browse,
                                                                     .summary = "What to show in a place now",
                                                                     .feature = Feature::Ads,
                                                                     .most = 200};

inline constexpr Endpoint<AdImage, PublicFile, Id<Ad>> readAdImage{.method = Method::Get,
                                                                   .path = "/api/v1/ads/{id}/image",
                                                                   .access = Access::Public,
                                                                   .owner = Owner::Everybodys,
                                                                   .rate = Rate::Browse,
                                                                   .summary = "The picture of a running ad",
                                                                   .feature = Feature::Ads};

inline constexpr Endpoint<Visiting<Nothing>, Redirect, Id<Ad>> clickAd{.method = Method::Get,
                                                                       .path = "/api/v1/ads/{id}/click",
                                                                       .access = Access::Public,
                                                                       .owner = Owner::Everybodys,
                                                                       .rate = Rate::Browse,
                                                                       .summary =
                                                                           "Count a click and lead to the ad's address",
                                                                       .feature = Feature::Ads,
                                                                       .status = 302};

inline constexpr Endpoint<Visiting<Nothing>, Nothing, Id<Ad>> noteImpression{
    .method = Method::Post,
    .path = "/api/v1/ads/{id}/impression",
    .access = Access::Public,
    .owner = Owner::Everybodys,
    .rate = Rate::Browse,
    .summary = "Say that an ad was seen; counted once per viewer and interval",
    .feature = Feature::Ads};

inline constexpr Endpoint<ListAllAds, Page<Ad>> listAllAds{.method = Method::Get,
                                                           .path = "/api/v1/admin/ads",
                                                           .access = Access::Admin,
                                                           .owner = Owner::Nobodys,
                                                           .rate = Rate::Account,
                                                           .summary = "Campaigns, newest first",
                                                           .permission = Permission::ManageAds};

inline constexpr Endpoint<PutAd, Ad> addAd{.method = Method::Post,
                                           .path = "/api/v1/admin/ads",
                                           .access = Access::Admin,
                                           .owner = Owner::Nobodys,
                                           .rate = Rate::Account,
                                           .summary = "Add a campaign",
                                           .permission = Permission::ManageAds,
                                           .repeat = Repeat::Keyed,
                                           .status = 201};

inline constexpr Endpoint<AdPeriod, AdPerformance> readAdPerformance{
    .method = Method::Get,
    .path = "/api/v1/admin/ads/performance",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Impressions, clicks and CTR of a period by slot and ad",
    .permission = Permission::ManageAds};

inline constexpr Endpoint<Nothing, Ad, Id<Ad>> readAd{.method = Method::Get,
                                                      .path = "/api/v1/admin/ads/{id}",
                                                      .access = Access::Admin,
                                                      .owner = Owner::Anyones,
                                                      .rate = Rate::Account,
                                                      .summary = "One campaign",
                                                      .permission = Permission::ManageAds};

inline constexpr Endpoint<PutAd, Ad, Id<Ad>> updateAd{.method = Method::Put,
                                                      .path = "/api/v1/admin/ads/{id}",
                                                      .access = Access::Admin,
                                                      .owner = Owner::Anyones,
                                                      .rate = Rate::Account,
                                                      .summary = "Change a campaign",
                                                      .permission = Permission::ManageAds};

inline constexpr Endpoint<ScheduleAd, Ad, Id<Ad>> scheduleAd{.method = Method::Post,
                                                             .path = "/api/v1/admin/ads/{id}/schedule",
                                                             .access = Access::Admin,
                                                             .owner = Owner::Anyones,
                                                             .rate = Rate::Account,
                                                             .summary = "Move a campaign or change its length",
                                                             .permission = Permission::ManageAds};

inline constexpr Endpoint<Nothing, Ad, Id<Ad>> pauseAd{.method = Method::Post,
                                                       .path = "/api/v1/admin/ads/{id}/pause",
                                                       .access = Access::Admin,
                                                       .owner = Owner::Anyones,
                                                       .rate = Rate::Account,
                                                       .summary = "Stop serving a campaign for now",
                                                       .permission = Permission::ManageAds};

inline constexpr Endpoint<Nothing, Ad, Id<Ad>> resumeAd{.method = Method::Post,
                                                        .path = "/api/v1/admin/ads/{id}/resume",
                                                        .access = Access::Admin,
                                                        .owner = Owner::Anyones,
                                                        .rate = Rate::Account,
                                                        .summary = "Serve a paused campaign again",
                                                        .permission = Permission::ManageAds};

inline constexpr Endpoint<Nothing, Ad, Id<Ad>> duplicateAd{
    .method = Method::Post,
    .path = "/api/v1/admin/ads/{id}/duplicate",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "Copy a campaign, paused, to the next free dates of its slot",
    .permission = Permission::ManageAds,
    .repeat = Repeat::Keyed,
    .status = 201};

inline constexpr Endpoint<Nothing, Nothing, Id<Ad>> removeAd{.method = Method::Delete,
                                                             .path = "/api/v1/admin/ads/{id}",
                                                             .access = Access::Admin,
                                                             .owner = Owner::Anyones,
                                                             .rate = Rate::Account,
                                                             .summary = "Remove a campaign; its statistics stay",
                                                             .permission = Permission::ManageAds};

inline constexpr Endpoint<AdPeriod, AdStatistics, Id<Ad>> readAdStatistics{
    .method = Method::Get,
    .path = "/api/v1/admin/ads/{id}/statistics",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "Impressions and clicks of one campaign by day",
    .permission = Permission::ManageAds};

inline constexpr auto ads =
    std::tuple{showAds,  readAdImage, clickAd, noteImpression, listAllAds,  addAd,    readAdPerformance, readAd,
               updateAd, scheduleAd,  pauseAd, resumeAd,       duplicateAd, removeAd, readAdStatistics};

} // namespace api
