#pragma once

// SQL of the campaigns and of what was counted of them.

#include "server/ads/rules.h"
#include "server/core/db.h"

namespace ads {

struct AdRow
{
    Id<Ad> id;
    AdSlot slot = AdSlot::HomeHero;
    QString title;
    std::optional<QString> description;
    Id<StoredFile> sourceId; // as it was handed in
    Id<StoredFile> imageId;  // cut to the slot
    Id<Account> pictureOwnerId;
    QString clickUrl;
    Instant startDate;
    Instant endDate;
    bool isActive = true;
    std::optional<QString> region;
    std::optional<Id<Category>> categoryId;
    std::optional<Role> audience;
    int priority = 0;
    int weight = 1;
    std::optional<qint64> impressionCap;
    std::optional<int> viewerDailyCap;
    std::optional<Id<Ad>> partnerId;
    qint64 impressions = 0;
    qint64 clicks = 0;
    QString createdBy;
    Id<Account> createdById;
    Instant createdAt;
    Instant updatedAt;
    std::optional<Instant> removedAt;
    qint64 version = 1;

    FIELDS(AdRow, FIELD(id), FIELD(slot), FIELD(title), FIELD(description), FIELD(sourceId), FIELD(imageId),
           FIELD(pictureOwnerId), FIELD(clickUrl), FIELD(startDate), FIELD(endDate), FIELD(isActive), FIELD(region),
           FIELD(categoryId), FIELD(audience), FIELD(priority), FIELD(weight), FIELD(impressionCap),
           FIELD(viewerDailyCap), FIELD(partnerId), FIELD(impressions), FIELD(clicks), FIELD(createdBy),
           FIELD(createdById), FIELD(createdAt), FIELD(updatedAt), FIELD(removedAt), FIELD(version))

    Window window() const { return {startDate, endDate, isActive, impressionCap, impressions}; }
};

// Who looks where.
struct Viewing
{
    AdSlot slot = AdSlot::HomeHero;
    QList<Id<Category>> categories = {}; // of the page, with those above it
    std::optional<QString> region = {};
    std::optional<Role> role = {};
};

struct SumRow
{
    Id<Ad> adId;
    QString title;
    AdSlot slot = AdSlot::HomeHero;
    qint64 impressions = 0;
    qint64 clicks = 0;

    FIELDS(SumRow, FIELD(adId), FIELD(title), FIELD(slot), FIELD(impressions), FIELD(clicks))
};

// Of all campaigns that stood in a slot.
struct SlotSum
{
    AdSlot slot = AdSlot::HomeHero;
    qint64 ads = 0;
    qint64 impressions = 0;
    qint64 clicks = 0;

    FIELDS(SlotSum, FIELD(slot), FIELD(ads), FIELD(impressions), FIELD(clicks))
};

constexpr int neighboursMax = 2000;

class Store
{
public:
    void insert(Tx &tx, const AdRow &row);
    std::optional<AdRow> find(Tx &tx, Id<Ad> id); // not when removed
    QList<AdRow> list(Tx &tx, const ListAllAds &wish, const std::optional<Id<Ad>> &before, int limit);
    // Running now for this viewer; caps are looked at by the service, which knows what waits in memory.
    QList<AdRow> running(Tx &tx, const Viewing &viewing, Instant now);
    // What stands in the same slot at some moment from then on, before somebody whom the row may reach, too; the row
    // itself among it. One more than neighboursMax means that there are too many to be looked at.
    QList<AdRow> neighbours(Tx &tx, const AdRow &row, Instant from, const std::optional<Instant> &until);

    // Writes everything but the counts and raises the version; false when it is not the seen one any more.
    bool change(Tx &tx, const AdRow &next, qint64 seenVersion);
    void setPartner(Tx &tx, Id<Ad> id, const std::optional<Id<Ad>> &partner, Instant now);
    bool remove(Tx &tx, Id<Ad> id, Instant now);

    // Adds what was counted; views only as far as the cap allows, and never more clicks than views. False when there is
    // no such ad.
    bool count(Tx &tx, Id<Ad> id, const QString &day, qint64 impressions, qint64 clicks);
    QList<AdDay> days(Tx &tx, Id<Ad> id, const QString &from, const QString &until);
    // Of each campaign in each slot, most impressions first.
    QList<SumRow> sums(Tx &tx, const QString &from, const QString &until, int limit);
    QList<SlotSum> slotSums(Tx &tx, const QString &from, const QString &until);
};

} // namespace ads
