#pragma once

// Where the market happens. News is noted once each (reactions), added up for hours, days and months when they are over
// (addingup.cpp), and answered from those sums, so that a year is read from a dozen rows.

#include "server/core/clock.h"
#include "server/core/db.h"
#include "server/core/stopping.h"
#include "server/heatmap/atlas.h"
#include "server/heatmap/store.h"
#include "shared/contract/discovery.h"

#include <memory>
#include <mutex>
#include <optional>

namespace accounts {
class Service;
}
namespace settings {
class Service;
}

namespace heatmap {

class StoreMap;

class Service
{
public:
    Service(Db &db, const Clock &clock, accounts::Service &accounts, settings::Service &settings);

    Result<HeatMap> readHeatMap(const Caller &caller, const ReadHeatMap &wish);
    Result<HeatSeries> readHeatSeries(const Caller &caller, const ReadHeatSeries &wish);
    Result<HeatGaps> readHeatGaps(const Caller &caller, const ReadHeatGaps &wish);

    // What the reactions note. Noting the same again changes nothing.
    Result<> noteOrder(Tx &tx, Id<Order> id);
    Result<> noteStore(Tx &tx, Id<Vendor> id);
    Result<> noteSearches(Tx &tx, const QList<MissedSearches> &searches);

    // Adds up what has changed; called by the job. When it is stopped, what has been done stays.
    void addUp(const Stopping &isStopping = goOn);
    // Makes everything anew from the orders and stores while the old figures go on being answered. Searches have no
    // other books than the heatmap's own, so they are only added up again. Repeating it after a crash does no harm.
    Result<qint64> rebuild(const Stopping &isStopping = goOn); // how many orders there are

private:
    struct Figures
    {
        Sum total;
        Cells cells;
    };

    enum class Touching { Yes, No };

    EventRow eventOf(const OrderPlace &order, Kind kind) const;
    int cellOf(const std::optional<GeoPoint> &location, const std::optional<QString> &pincode) const;
    void note(Tx &tx, const OrderPlace &order, Touching touching);
    void noteBuyer(Tx &tx, const OrderPlace &order, Touching touching);
    void note(Tx &tx, const StorePlace &store, Touching touching);
    void touch(Tx &tx, Kind kind, const QList<Instant> &hours, Touching touching);

    Result<Span> spanOf(const std::optional<Instant> &from, const std::optional<Instant> &to) const;
    Figures figures(Tx &tx, Kind kind, const Span &span, HeatLevel level);
    QList<HeatCity> cities(const Figures &now, const Figures &before, HeatMetric metric) const;
    QList<HeatState> states(Tx &tx, const Figures &now);
    std::shared_ptr<const StoreMap> stores(Tx &tx);
    void describe(HeatGap &gap, const std::optional<double> &nearestStoreKm) const;

    qint64 minimumOf(Kind kind) const;
    bool isOver(HeatStep step, Instant start) const;
    void renewOtherMinimum();
    void giveUpDead();
    void addUp(const Mark &mark);
    Bucket bucketOf(Tx &tx, const Mark &mark);
    Sum totalSoFar(Tx &tx, const Mark &mark, const Span &span);
    void store(Tx &tx, const Bucket &bucket, const Generations &generations);
    void fill(Bucket &bucket, const Sum &total, const Cells &cells) const;

    struct Day
    {
        Sum total;
        Share share;
    };
    Result<qint64> make(qint64 generation, const Stopping &isStopping);
    Result<qint64> collect(qint64 generation, const Stopping &isStopping);
    Result<> rebuildMonth(Kind kind, Instant month, qint64 generation, const Stopping &isStopping);
    Day rebuildDay(Tx &tx, Kind kind, Instant day, qint64 generation);
    void forgetOld(const Stopping &isStopping);
    // Made when somebody first asks: going through all pincode areas would hold up every start.
    const Atlas &atlas() const;

    Db &m_db;
    const Clock &m_clock;
    accounts::Service &m_accounts;
    settings::Service &m_settings;
    mutable std::once_flag m_atlasMade;
    mutable std::optional<Atlas> m_atlas;
    Store m_store;
    std::pair<qint64, qint64> m_renewed; // generation and minimum of people that all rows are of; of the job
    std::mutex m_storesMutex;
    std::shared_ptr<const StoreMap> m_stores;
    Instant m_storesAt;
};

} // namespace heatmap
