#include "server/ads/service.h"

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/catalog/service.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"
#include "server/core/secrets.h"
#include "server/storage/service.h"
#include "shared/base/check.h"
#include "shared/contract/adnews.h"

namespace ads {

namespace {

constexpr int copyTitleMax = 120;

struct AuditedChange
{
    std::optional<AdRow> old;
    AdRow now;

    FIELDS(AuditedChange, FIELD(old), FIELD(now))
};

tl::unexpected<Error> slotIsFull(const QList<AdRow> &rivals, const AdRow &row, Instant suggested)
{
    AdConflict conflict{.conflicts = {}, .suggestedStart = suggested};
    for (const AdRow &each : rivals)
        if (each.startDate < row.endDate && each.endDate > row.startDate)
            conflict.conflicts += AdClash{each.id, each.title, each.startDate, each.endDate};
    return tl::unexpected(
        Error{.code = ErrorCode::Conflict,
              .message = QStringLiteral("The slot is taken at this time; it has room from %1.").arg(suggested.text()),
              .details = json::bytes(conflict)});
}

bool isOfOneKind(const AdRow &a, const AdRow &b)
{
    return a.slot == b.slot && a.region == b.region && a.categoryId == b.categoryId && a.audience == b.audience;
}

} // namespace

Service::Service(Db &db, const Clock &clock, const Ids &ids, accounts::Service &accounts, catalog::Service &catalog,
                 audit::Service &audit, storage::Service &storage, const Secrets &secrets, Draw draw)
    : m_db(db)
    , m_clock(clock)
    , m_ids(ids)
    , m_accounts(accounts)
    , m_catalog(catalog)
    , m_audit(audit)
    , m_storage(storage)
    , m_viewerKey(secrets.key("ads.viewers"))
    , m_draw(std::move(draw))
{}

Ad Service::describe(const AdRow &row, Instant now) const
{
    return {.id = row.id,
            .slot = row.slot,
            .state = stateOf(row.window(), now),
            .title = row.title,
            .description = row.description,
            .imageUrl = shown(row).imageUrl,
            .previewUrl = m_storage.link(row.imageId),
            .clickUrl = row.clickUrl,
            .startDate = row.startDate,
            .endDate = row.endDate,
            .isActive = row.isActive,
            .region = row.region,
            .categoryId = row.categoryId,
            .audience = row.audience,
            .priority = row.priority,
            .weight = row.weight,
            .impressionCap = row.impressionCap,
            .viewerDailyCap = row.viewerDailyCap,
            .partnerId = row.partnerId,
            .impressions = row.impressions,
            .clicks = row.clicks,
            .ctr = ctrOf(row.impressions, row.clicks),
            .createdBy = row.createdBy,
            .createdAt = row.createdAt,
            .version = row.version};
}

void Service::record(Tx &tx, const Caller &caller, const char *action, const std::optional<AdRow> &old,
                     const AdRow &now)
{
    m_audit.record(tx, caller, action, "ad", now.id.text(), {json::bytes(AuditedChange{old, now})});
    tx.publish(AdChanged{now.id});
}

Result<Page<Ad>> Service::listAllAds(const Caller &caller, const ListAllAds &wish)
{
    MUST(permit(caller, Permission::ManageAds));
    LET(before, cursor::idOf<Ad>(wish.cursor));
    return cursor::pageById(m_db.read([&](Tx &tx) {
        QList<Ad> out;
        for (const AdRow &row : m_store.list(tx, wish, before, wish.limit + 1))
            out += describe(row, tx.now());
        return out;
    }),
                            wish.limit);
}

Result<Ad> Service::readAd(const Caller &caller, Id<Ad> id)
{
    MUST(permit(caller, Permission::ManageAds));
    return m_db.read([&](Tx &tx) -> Result<Ad> {
        const auto row = m_store.find(tx, id);
        if (!row)
            return noAd();
        return describe(*row, tx.now());
    });
}

// A campaign in a place that does not exist would never be met.
Result<> Service::checkRegion(const std::optional<QString> &region) const
{
    if (region && !m_accounts.isState(*region))
        return refusal(QStringLiteral("region"), QStringLiteral("is not a state of India"));
    return {};
}

Result<> Service::checkTexts(const PutAd &wish) const
{
    if (wish.title.trimmed().size() < 3)
        return refusal(QStringLiteral("title"), QStringLiteral("must be at least 3 characters long"));
    if (const auto problem = fields::lineProblemOf(wish.title))
        return refusal(QStringLiteral("title"), *problem);
    const QString description = wish.description.value_or(QString());
    if (const auto problem = fields::linesProblemOf(description); problem && !description.isEmpty())
        return refusal(QStringLiteral("description"), *problem);
    return checkRegion(wish.region);
}

Result<> Service::fill(Tx &tx, AdRow &row, const PutAd &wish)
{
    MUST(checkTexts(wish));
    LET(url, checkedUrl(wish.clickUrl));
    // A window that stood already and is not touched may be partly or wholly past.
    if (row.endDate <= row.startDate || wish.startDate != row.startDate || wish.endDate != row.endDate)
        MUST(checkWindow(wish.startDate, wish.endDate, tx.now()));
    if (wish.categoryId && m_catalog.lineage(tx, *wish.categoryId).isEmpty())
        return refusal(QStringLiteral("category_id"), QStringLiteral("is not a category"));
    if (wish.impressionCap && *wish.impressionCap < row.impressions)
        return refusal(QStringLiteral("impression_cap"),
                       QStringLiteral("must be at least %1, which was shown already").arg(row.impressions));
    row.slot = wish.slot;
    row.title = wish.title.trimmed();
    row.description = wish.description;
    row.clickUrl = url;
    row.startDate = wish.startDate;
    row.endDate = wish.endDate;
    row.isActive = wish.isActive;
    row.region = wish.region;
    row.categoryId = wish.categoryId;
    row.audience = wish.audience;
    row.priority = wish.priority;
    row.weight = wish.weight;
    row.impressionCap = wish.impressionCap;
    row.viewerDailyCap = wish.viewerDailyCap;
    row.partnerId = wish.partnerId;
    row.updatedAt = tx.now();
    return checkPartner(tx, row);
}

Result<> Service::checkPartner(Tx &tx, const AdRow &row)
{
    if (!row.partnerId)
        return {};
    const QString field = QStringLiteral("partner_id");
    const auto partner = m_store.find(tx, *row.partnerId);
    if (!partner || partner->id == row.id)
        return refusal(field, QStringLiteral("is not another ad"));
    if (!isOfOneKind(*partner, row))
        return refusal(field, QStringLiteral("must stand in the same slot for the same audience"));
    if (partner->partnerId && *partner->partnerId != row.id)
        return refusal(field, QStringLiteral("has another partner already"));
    return {};
}

// Of more campaigns than are looked at the rest might take the last place, so that nothing is said to have room then.
Result<Service::Room> Service::roomOf(Tx &tx, const AdRow &row, Instant from, const std::optional<Instant> &until)
{
    QHash<Id<Category>, QList<Id<Category>>> known;
    const auto lineageOf = [&](Id<Category> id) {
        if (!known.contains(id))
            known.insert(id, m_catalog.lineage(tx, id));
        return known.value(id);
    };
    const QList<AdRow> there = m_store.neighbours(tx, row, from, until);
    if (there.size() > neighboursMax)
        return failure(
            ErrorCode::Conflict,
            QStringLiteral("More than %1 campaigns are planned in this slot; remove some that are not needed.")
                .arg(neighboursMax));
    const QList<AdRow> rivals = rivalsOf(row, there, lineageOf);
    return Room{rivals, bookingsOf(row, rivals, lineageOf)};
}

Result<> Service::checkRoom(Tx &tx, const AdRow &row)
{
    const int places = shapeOf(row.slot).rotation;
    LET(room, roomOf(tx, row, row.startDate, row.endDate));
    if (!isFull(room.bookings, places, row.startDate, row.endDate))
        return {};
    const Instant from = std::max(row.startDate, tx.now());
    LET(later, roomOf(tx, row, from, std::nullopt));
    return slotIsFull(room.rivals, row, firstFree(later.bookings, places, from, row.endDate.ms - row.startDate.ms));
}

// Both halves of a pair name each other.
void Service::pair(Tx &tx, const AdRow &before, const AdRow &after)
{
    if (before.partnerId == after.partnerId)
        return;
    if (before.partnerId)
        m_store.setPartner(tx, *before.partnerId, std::nullopt, tx.now());
    if (after.partnerId)
        m_store.setPartner(tx, *after.partnerId, after.id, tx.now());
}

Result<Ad> Service::addAd(const Caller &caller, const PutAd &wish)
{
    MUST(permit(caller, Permission::ManageAds));
    LET(images, pictures(caller, wish, std::nullopt));
    return m_db.write(caller, [&](Tx &tx) -> Result<Ad> {
        const auto admin = m_accounts.find(tx, caller.id);
        AdRow row{.id = m_ids.next<Ad>(),
                  .createdBy = admin ? admin->username : QString(),
                  .createdById = caller.id,
                  .createdAt = tx.now()};
        MUST(fill(tx, row, wish));
        MUST(checkRoom(tx, row));
        MUST(claimPictures(tx, row, images));
        m_store.insert(tx, row);
        pair(tx, AdRow{}, row);
        record(tx, caller, "ads.created", std::nullopt, row);
        return describe(row, tx.now());
    });
}

Result<Ad> Service::change(Tx &tx, const Caller &caller, const AdRow &seen, AdRow next, const Change &change)
{
    if (!m_store.change(tx, next, change.version.value_or(seen.version)))
        return failure(ErrorCode::Conflict, QStringLiteral("The ad has changed meanwhile."));
    ++next.version;
    pair(tx, seen, next);
    record(tx, caller, change.action, seen, next);
    return describe(next, tx.now());
}

Result<Ad> Service::updateAd(const Caller &caller, Id<Ad> id, const PutAd &wish)
{
    MUST(permit(caller, Permission::ManageAds));
    if (!wish.version)
        return refusal(QStringLiteral("version"), QStringLiteral("is required"));
    const auto before = m_db.read([&](Tx &tx) { return m_store.find(tx, id); });
    if (!before)
        return noAd();
    LET(images, pictures(caller, wish, before));
    return m_db.write(caller, [&](Tx &tx) -> Result<Ad> {
        const auto seen = m_store.find(tx, id);
        if (!seen)
            return noAd();
        AdRow next = *seen;
        MUST(fill(tx, next, wish));
        MUST(checkRoom(tx, next));
        if (images.cut != seen->imageId)
            MUST(claimPictures(tx, next, images));
        return change(tx, caller, *seen, next, {"ads.updated", wish.version});
    });
}

Result<Ad> Service::scheduleAd(const Caller &caller, Id<Ad> id, const ScheduleAd &wish)
{
    MUST(permit(caller, Permission::ManageAds));
    return m_db.write(caller, [&](Tx &tx) -> Result<Ad> {
        const auto seen = m_store.find(tx, id);
        if (!seen)
            return noAd();
        MUST(checkWindow(wish.startDate, wish.endDate, tx.now()));
        AdRow next = *seen;
        next.startDate = wish.startDate;
        next.endDate = wish.endDate;
        next.updatedAt = tx.now();
        MUST(checkRoom(tx, next));
        return change(tx, caller, *seen, next, {"ads.scheduled", wish.version});
    });
}

Result<Ad> Service::turn(const Caller &caller, Id<Ad> id, Switch wanted)
{
    const bool active = wanted == Switch::On;
    MUST(permit(caller, Permission::ManageAds));
    return m_db.write(caller, [&](Tx &tx) -> Result<Ad> {
        const auto seen = m_store.find(tx, id);
        if (!seen)
            return noAd();
        if (seen->isActive == active)
            return describe(*seen, tx.now());
        AdRow next = *seen;
        next.isActive = active;
        next.updatedAt = tx.now();
        return change(tx, caller, *seen, next, {active ? "ads.resumed" : "ads.paused"});
    });
}

Result<Ad> Service::pauseAd(const Caller &caller, Id<Ad> id)
{
    return turn(caller, id, Switch::Off);
}

Result<Ad> Service::resumeAd(const Caller &caller, Id<Ad> id)
{
    return turn(caller, id, Switch::On);
}

// The copy waits, paused, behind the last campaign that is in its way, so that it can be changed before it runs.
Result<Ad> Service::duplicateAd(const Caller &caller, Id<Ad> id)
{
    MUST(permit(caller, Permission::ManageAds));
    return m_db.write(caller, [&](Tx &tx) -> Result<Ad> {
        const auto seen = m_store.find(tx, id);
        if (!seen)
            return noAd();
        const auto admin = m_accounts.find(tx, caller.id);
        AdRow copy = *seen;
        copy.id = m_ids.next<Ad>();
        copy.title = (seen->title + QStringLiteral(" (copy)")).left(copyTitleMax);
        copy.partnerId.reset();
        copy.impressions = copy.clicks = 0;
        copy.isActive = false;
        copy.createdBy = admin ? admin->username : QString();
        copy.createdById = caller.id;
        copy.createdAt = copy.updatedAt = tx.now();
        copy.version = 1;
        const qint64 lengthMs = seen->endDate.ms - seen->startDate.ms;
        copy.startDate = std::max(seen->endDate, tx.now());
        LET(room, roomOf(tx, copy, copy.startDate, std::nullopt));
        copy.startDate = firstFree(room.bookings, shapeOf(copy.slot).rotation, copy.startDate, lengthMs);
        copy.endDate = copy.startDate.after(lengthMs);
        m_store.insert(tx, copy);
        record(tx, caller, "ads.created", std::nullopt, copy);
        return describe(copy, tx.now());
    });
}

Result<> Service::removeAd(const Caller &caller, Id<Ad> id)
{
    MUST(permit(caller, Permission::ManageAds));
    return m_db.write(caller, [&](Tx &tx) -> Result<> {
        const auto seen = m_store.find(tx, id);
        if (!seen || !m_store.remove(tx, id, tx.now()))
            return noAd();
        if (seen->partnerId)
            m_store.setPartner(tx, *seen->partnerId, std::nullopt, tx.now());
        record(tx, caller, "ads.removed", *seen, *seen);
        return {};
    });
}

} // namespace ads
