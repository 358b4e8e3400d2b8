#include "server/accounts/service.h"
#include "server/heatmap/storemap.h"
#include "shared/base/geo.h"
#include "tests/heatmap/district.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

using namespace heatmap;

namespace {

// Somewhere in what is counted, often close to somewhere else.
GeoPoint somewhere()
{
    if (*rc::gen::inRange(0, 3) == 0)
        return {18.9 + *rc::gen::inRange(0, 400) / 1'000.0, 72.7 + *rc::gen::inRange(0, 400) / 1'000.0};
    return {6 + *rc::gen::inRange(0, 32'000) / 1'000.0, 68 + *rc::gen::inRange(0, 30'000) / 1'000.0};
}

QList<StorePlace> someStores()
{
    QList<StorePlace> out(*rc::gen::inRange(0, 40));
    for (StorePlace &store : out) {
        if (*rc::gen::inRange(0, 10) > 0)
            store.location = somewhere();
        if (*rc::gen::inRange(0, 2) == 0)
            store.radiusKm = *rc::gen::inRange(1, 400);
    }
    return out;
}

double away(const StorePlace &store, const GeoPoint &place)
{
    return geo::distanceKm(store.location->latitude, store.location->longitude, place.latitude, place.longitude);
}

} // namespace

class TestOfStoreMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // CADM-06: what is found by cells is what asking every store would find.
    void cellsLeaveOutNoStoreThatIsNear()
    {
        const District district;
        const Atlas atlas(district.accounts.pincodeAreas());
        HOLDS("the same stores, the same distances", [&] {
            const QList<StorePlace> stores = someStores();
            const GeoPoint place = somewhere();
            const qint64 radiusKm = *rc::gen::inRange(1, 600);
            qint64 within = 0;
            bool isReached = false;
            std::optional<double> nearest;
            for (const StorePlace &store : stores) {
                if (!store.location)
                    continue;
                const double km = away(store, place);
                nearest = std::min(nearest.value_or(km), km);
                within += km <= double(radiusKm) ? 1 : 0;
                isReached = isReached || km <= double(std::min<qint64>(radiusKm, store.radiusKm.value_or(600)));
            }

            const StoreMap map(stores, atlas);

            RC_ASSERT(map.countWithin(place, radiusKm) == within);
            RC_ASSERT(map.isReached(place, radiusKm) == isReached);
            RC_ASSERT(map.nearestKm(place) == nearest);
        });
    }

    // CADM-06: a map that plays asks again and again, so that what it is told may be a minute old, and no older.
    void aStoreThatClosesIsGoneAfterAMinute()
    {
        District district;
        const auto shown = [&] { return district.heatmap.readHeatGaps(district.admin, {})->stores.size(); };
        const qsizetype before = shown();
        QVERIFY(district.db->write([&](Tx &tx) -> Result<> {
            return district.accounts.setStanding(tx, *district.accounts.vendor(tx, district.store.id),
                                                 StoreStatus::Suspended);
        }));

        const qsizetype soon = shown();
        district.db.clock.advance(minuteMs);

        QCOMPARE(before, 1);
        QCOMPARE(soon, 1);
        QCOMPARE(shown(), 0);
    }
};

TEST_CLASS(TestOfStoreMap)
#include "tst_storemap.moc"
