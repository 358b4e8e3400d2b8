#pragma once

// Advertising: admins plan campaigns, pages ask what to show, views and clicks are counted. What is served follows from
// the server's time alone.

#include "server/ads/counter.h"
#include "server/ads/store.h"
#include "server/core/clock.h"
#include "server/core/db.h"
#include "server/core/ids.h"

class Secrets;

namespace accounts {
class Service;
}
namespace audit {
class Service;
}
namespace catalog {
class Service;
}
namespace storage {
class Service;
}

namespace ads {

class Service
{
public:
    Service(Db &db, const Clock &clock, const Ids &ids, accounts::Service &accounts, catalog::Service &catalog,
            audit::Service &audit, storage::Service &storage, const Secrets &secrets, Draw draw = &Ids::below);

    // For pages.
    Result<QList<ShownAd>> showAds(const Caller &caller, const Visiting<ShowAds> &visit);
    Result<PublicFile> readAdImage(const Caller &caller, Id<Ad> id, const AdImage &wish);
    Result<Redirect> clickAd(const Caller &caller, Id<Ad> id, const Onlooker &onlooker);
    Result<> noteImpression(const Caller &caller, Id<Ad> id, const Onlooker &onlooker);

    // For admins.
    Result<Page<Ad>> listAllAds(const Caller &caller, const ListAllAds &wish);
    Result<Ad> readAd(const Caller &caller, Id<Ad> id);
    Result<Ad> addAd(const Caller &caller, const PutAd &wish);
    Result<Ad> updateAd(const Caller &caller, Id<Ad> id, const PutAd &wish);
    Result<Ad> scheduleAd(const Caller &caller, Id<Ad> id, const ScheduleAd &wish);
    Result<Ad> pauseAd(const Caller &caller, Id<Ad> id);
    Result<Ad> resumeAd(const Caller &caller, Id<Ad> id);
    Result<Ad> duplicateAd(const Caller &caller, Id<Ad> id);
    Result<> removeAd(const Caller &caller, Id<Ad> id);
    Result<AdStatistics> readAdStatistics(const Caller &caller, Id<Ad> id, const AdPeriod &wish);
    Result<AdPerformance> readAdPerformance(const Caller &caller, const AdPeriod &wish);

    // Writes what was counted in one unit of work.
    void flush();

private:
    struct Pictures
    {
        Id<StoredFile> source;
        Id<StoredFile> cut;
        Id<Account> owner;
    };
    // Who competes with a campaign, and the places they take.
    struct Room
    {
        QList<AdRow> rivals;
        QList<Booking> bookings;
    };
    struct Change
    {
        const char *action; // for the record
        std::optional<qint64> version = {};
    };

    QByteArray viewerOf(const Caller &caller) const;
    Result<> checkRegion(const std::optional<QString> &region) const;
    Viewing viewingOf(Tx &tx, const Caller &caller, const ShowAds &wish);
    bool mayStillServe(const AdRow &row, const Counter::Views &pending, const QByteArray &viewer, Instant now) const;
    ShownAd shown(const AdRow &row) const;
    Ad describe(const AdRow &row, Instant now) const;
    static Error ofPicture(Error error, const AdSlotShape &shape);
    Result<Pictures> pictures(const Caller &caller, const PutAd &wish, const std::optional<AdRow> &before);
    Result<> claimPictures(Tx &tx, AdRow &row, const Pictures &pictures);
    Result<> checkTexts(const PutAd &wish) const;
    Result<> fill(Tx &tx, AdRow &row, const PutAd &wish);
    Result<> checkPartner(Tx &tx, const AdRow &row);
    Result<Room> roomOf(Tx &tx, const AdRow &row, Instant from, const std::optional<Instant> &until);
    Result<> checkRoom(Tx &tx, const AdRow &row);
    void pair(Tx &tx, const AdRow &before, const AdRow &after);
    Result<Ad> change(Tx &tx, const Caller &caller, const AdRow &seen, AdRow next, const Change &change);
    enum class Switch { Off, On };
    Result<Ad> turn(const Caller &caller, Id<Ad> id, Switch wanted);
    void record(Tx &tx, const Caller &caller, const char *action, const std::optional<AdRow> &old, const AdRow &now);

    Db &m_db;
    const Clock &m_clock;
    const Ids &m_ids;
    accounts::Service &m_accounts;
    catalog::Service &m_catalog;
    audit::Service &m_audit;
    storage::Service &m_storage;
    const QByteArray m_viewerKey;
    const Draw m_draw;
    Store m_store;
    Counter m_counter;
};

} // namespace ads
