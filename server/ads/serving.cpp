// The side of advertising that viewers meet: what to show, what was seen and followed, and the figures of it.

#include "server/accounts/service.h"
#include "server/ads/service.h"
#include "server/catalog/service.h"
#include "server/core/crypto.h"
#include "server/core/permit.h"
#include "server/core/viewer.h"
#include "server/storage/service.h"

#include <QScopeGuard>

#include <map>

namespace ads {

namespace {

constexpr qint64 periodDays = 30; // when nothing else is asked for
constexpr qsizetype viewerBytes = 16;
constexpr qsizetype versionChars = 12; // of the picture's name

QString pathOf(Id<Ad> id, QLatin1StringView what)
{
    return QStringLiteral("/api/v1/ads/%1/%2").arg(id.text(), what);
}

QString versionOf(Id<StoredFile> image)
{
    return image.text().right(versionChars);
}

struct Period
{
    Instant from, until;
};

Result<Period> periodOf(const AdPeriod &wish, Instant now)
{
    const Instant until = wish.until.value_or(now);
    const Period period{wish.from.value_or(until.after(-periodDays * dayMs)), until};
    if (period.until < period.from || period.until.ms - period.from.ms > adDaysMax * dayMs)
        return refusal(QStringLiteral("from"), QStringLiteral("must be at most 366 days before until"));
    return period;
}

// Whether a look of this caller says how the ad does. Admins look after campaigns, whoever placed one or handed in its
// picture admires it, and whom it is not meant for is never served it.
bool isOfAudience(const Caller &caller, const AdRow &row)
{
    if (!caller.known)
        return !row.audience;
    return !caller.isAdmin() && caller.id != row.createdById && caller.id != row.pictureOwnerId &&
           (!row.audience || caller.role == *row.audience);
}

// How many more views the cap allows; without one as many as there are.
std::optional<qint64> viewsLeft(const AdRow &row)
{
    return row.impressionCap ? std::optional(*row.impressionCap - row.impressions) : std::nullopt;
}

} // namespace

// A name for whoever looks, that tells nothing about them: of a session its account, else of the address, and that only
// for a day. The program does not make another viewer, because it may call itself what it likes.
QByteArray Service::viewerOf(const Caller &caller) const
{
    const QByteArray who = caller.known ? "account " + caller.id.uuid.toRfc4122()
                                        : dayOf(m_clock.now()).toLatin1() + ' ' + viewerAddress(caller.ip).toLatin1();
    return crypto::hmacSha256(m_viewerKey, who).first(viewerBytes);
}

Viewing Service::viewingOf(Tx &tx, const Caller &caller, const ShowAds &wish)
{
    Viewing out{.slot = wish.placement, .region = wish.region};
    if (caller.known)
        out.role = caller.role;
    if (wish.category)
        out.categories = m_catalog.lineage(tx, *wish.category);
    if (out.region || !caller.known)
        return out;
    if (caller.vendorId) {
        const auto vendor = m_accounts.vendor(tx, *caller.vendorId);
        out.region = vendor ? vendor->region : std::nullopt;
    } else if (const auto address = m_accounts.defaultAddressOf(tx, caller.id)) {
        const QString region = m_accounts.regionOf(address->pincode);
        out.region = region.isEmpty() ? std::nullopt : std::optional(region);
    }
    return out;
}

// What waits in memory counts as shown, so that a cap is rather reached too early than passed.
bool Service::mayStillServe(const AdRow &row, const Counter::Views &pending, const QByteArray &viewer,
                            Instant now) const
{
    Window window = row.window();
    window.impressions += pending.value(row.id);
    return stateOf(window, now) == AdState::Running &&
           (!row.viewerDailyCap || m_counter.viewsOfDay(row.id, viewer, now) < *row.viewerDailyCap);
}

ShownAd Service::shown(const AdRow &row) const
{
    const AdSlotShape &shape = shapeOf(row.slot);
    return {.id = row.id,
            .placement = row.slot,
            .title = row.title,
            .description = row.description,
            .imageUrl = pathOf(row.id, QLatin1StringView("image")) + QStringLiteral("?v=") + versionOf(row.imageId),
            .width = shape.width,
            .height = shape.height,
            .clickUrl = pathOf(row.id, QLatin1StringView("click"))};
}

Result<QList<ShownAd>> Service::showAds(const Caller &caller, const Visiting<ShowAds> &visit)
{
    const Instant now = m_clock.now();
    const ShowAds &wish = visit.query;
    MUST(checkRegion(wish.region));
    const QByteArray viewer = viewerOf(caller);
    const Counter::Views pending = m_counter.pendingViews();
    return m_db.read([&](Tx &tx) -> Result<QList<ShownAd>> {
        QHash<Id<Ad>, AdRow> rows;
        QList<Candidate> candidates;
        for (const AdRow &row : m_store.running(tx, viewingOf(tx, caller, wish), now)) {
            if (!mayStillServe(row, pending, viewer, now))
                continue;
            candidates += Candidate{row.id, placeOf(row.id, row.partnerId), row.priority, row.weight};
            rows.insert(row.id, row);
        }
        QList<ShownAd> out;
        for (const Id<Ad> id : drawn(candidates, shapeOf(wish.placement).rotation, m_draw))
            out += shown(rows.value(id));
        return out;
    });
}

// Public while the ad runs and a little longer, because a page outlives the end of a campaign.
Result<PublicFile> Service::readAdImage(const Caller &, Id<Ad> id, const AdImage &wish)
{
    const Instant now = m_clock.now();
    return m_db.read([&](Tx &tx) -> Result<PublicFile> {
        const auto row = m_store.find(tx, id);
        if (!row || wish.v != versionOf(row->imageId) || now < row->startDate || !row->isActive ||
            now >= row->endDate.after(imageGraceMs))
            return noAd();
        LET(body, m_storage.body(tx, row->imageId));
        body.name.clear(); // shown in place, not saved
        body.cacheSeconds = imageCacheSeconds;
        return PublicFile{body};
    });
}

// Whoever opened the page in time is led on also after the end; counted is only what happens while the ad runs.
Result<Redirect> Service::clickAd(const Caller &caller, Id<Ad> id, const Onlooker &onlooker)
{
    const auto row = m_db.read([&](Tx &tx) { return m_store.find(tx, id); });
    const Instant now = m_clock.now();
    if (!row || now < row->startDate)
        return noAd();
    const bool isCounted = stateOf(row->window(), now) != AdState::Ended && row->isActive && !onlooker.isSpeculative &&
                           !isRobot(onlooker.agent) && isOfAudience(caller, *row);
    if (isCounted)
        m_counter.note(Deed::Click, id, viewerOf(caller), now);
    return Redirect{row->clickUrl};
}

Result<> Service::noteImpression(const Caller &caller, Id<Ad> id, const Onlooker &onlooker)
{
    const qint64 waited = m_counter.pendingViews(id);
    const auto row = m_db.read([&](Tx &tx) { return m_store.find(tx, id); });
    const Instant now = m_clock.now();
    if (!row || now < row->startDate)
        return noAd();
    if (stateOf(row->window(), now) == AdState::Running && !isRobot(onlooker.agent) && isOfAudience(caller, *row)) {
        const auto left = viewsLeft(*row);
        m_counter.note(Deed::Impression, id, viewerOf(caller), now,
                       left ? std::optional(Counter::Room{*left, waited}) : std::nullopt);
    }
    if (m_counter.isDue(now))
        flush();
    return {};
}

void Service::flush()
{
    const Counts counts = m_counter.take(m_clock.now());
    if (counts.isEmpty())
        return;
    // In one order, so that two servers that write at the same time do not wait for each other in a circle.
    std::map<std::pair<Id<Ad>, QString>, Count> sorted;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        sorted.insert({{it.key().ad, it.key().day}, *it});
    auto back = qScopeGuard([&] { m_counter.giveBack(counts); });
    const Result<> written = m_db.write([&](Tx &tx) -> Result<> {
        for (const auto &[key, count] : sorted)
            m_store.count(tx, key.first, key.second, count.impressions, count.clicks);
        return {};
    });
    if (!written)
        return;
    back.dismiss();
    m_counter.settle(counts);
}

Result<AdStatistics> Service::readAdStatistics(const Caller &caller, Id<Ad> id, const AdPeriod &wish)
{
    MUST(permit(caller, Permission::ManageAds));
    return m_db.read([&](Tx &tx) -> Result<AdStatistics> {
        const auto row = m_store.find(tx, id);
        if (!row)
            return noAd();
        LET(period, periodOf(wish, tx.now()));
        return AdStatistics{.ad = describe(*row, tx.now()),
                            .days = m_store.days(tx, id, dayOf(period.from), dayOf(period.until))};
    });
}

Result<AdPerformance> Service::readAdPerformance(const Caller &caller, const AdPeriod &wish)
{
    MUST(permit(caller, Permission::ManageAds));
    return m_db.read([&](Tx &tx) -> Result<AdPerformance> {
        LET(period, periodOf(wish, tx.now()));
        AdPerformance out{.from = period.from, .until = period.until, .bySlot = {}, .byAd = {}};
        for (const AdSlotShape &shape : adSlotShapes)
            out.bySlot += SlotFigures{.slot = shape.slot};
        const QString first = dayOf(period.from), last = dayOf(period.until);
        for (const SumRow &sum : m_store.sums(tx, first, last, adFiguresMax))
            out.byAd += AdFigures{sum.adId,        sum.title,  sum.slot,
                                  sum.impressions, sum.clicks, ctrOf(sum.impressions, sum.clicks)};
        for (const SlotSum &sum : m_store.slotSums(tx, first, last)) {
            out.bySlot[qsizetype(sum.slot)] = {.slot = sum.slot,
                                               .ads = sum.ads,
                                               .impressions = sum.impressions,
                                               .clicks = sum.clicks,
                                               .ctr = ctrOf(sum.impressions, sum.clicks)};
            out.adsInAll += sum.ads;
            out.impressions += sum.impressions;
            out.clicks += sum.clicks;
        }
        out.ctr = ctrOf(out.impressions, out.clicks);
        return out;
    });
}

} // namespace ads
