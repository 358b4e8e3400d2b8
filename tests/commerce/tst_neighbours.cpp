// Answers of one place that serve its neighbourhood too.

#include "server/discovery/rules.h"
#include "tests/commerce/towns.h"
#include "tests/support/runner.h"

#include <QRandomGenerator>

namespace {

constexpr quint32 seed = 20'261;

} // namespace

class TestOfNeighbours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // SRCH-12
    void aNeighbourGetsTheSameProductsWithHisOwnDistances()
    {
        Towns towns;
        FindProducts wish = around(mumbai);
        QCOMPARE(towns.find(wish).size(), 2);
        towns.hear();
        QCOMPARE(towns.find(wish).size(), 2);

        // Behind the back of the catalogue, so that it shows where the list comes from.
        towns.sql("UPDATE products SET is_active = 0 WHERE title = 'Brass honey'");
        wish.latitude = mumbai.latitude + 0.01;
        const auto beside = towns.discovery.findProducts({}, wish);
        QCOMPARE(titles(*beside), (QStringList{QStringLiteral("Brass honey"), QStringLiteral("Copper wire")}));
        QCOMPARE(beside->items[1].distanceKm.value(), 1.11);

        // Who has another store in reach gets another list.
        wish.radiusKm = 119;
        QCOMPARE(towns.find(wish), QStringList{QStringLiteral("Copper wire")});
        wish.radiusKm.reset();
        wish.latitude = mumbai.latitude + 0.02;
        towns.product(towns.asha, QStringLiteral("Zinc"));
        towns.hear();
        QCOMPARE(towns.find(wish), (QStringList{QStringLiteral("Zinc"), QStringLiteral("Copper wire")}));
    }

    // SRCH-12
    void anAnswerDoesNotOutliveTheListItWasMadeOf()
    {
        Towns towns;
        FindProducts wish = around(mumbai);
        QCOMPARE(towns.find(wish).size(), 2);
        towns.hear();
        QCOMPARE(towns.find(wish).size(), 2);

        towns.db.clock.advance(200'000);
        wish.latitude = mumbai.latitude + 0.01;
        QCOMPARE(towns.find(wish).size(), 2);
        towns.sql("UPDATE products SET is_active = 0 WHERE title = 'Brass honey'");
        QCOMPARE(towns.find(wish).size(), 2);
        towns.db.clock.advance(100'001);

        QCOMPARE(towns.find(wish), QStringList{QStringLiteral("Copper wire")});
    }

    // SRCH-03
    void theBoxAroundAnOriginHoldsEverythingInReach()
    {
        QRandomGenerator random(seed);
        int inReach = 0;
        for (int i = 0; i < 20'000; ++i) {
            const auto between = [&](double low, double high) { return low + random.generateDouble() * (high - low); };
            const GeoPoint origin{between(-89, 89), between(-180, 180)};
            const discovery::Reach reach{.origin = origin, .radiusKm = std::pow(10, between(-1, 3))};
            const double degrees = reach.radiusKm / geo::kmPerDegree;
            const double wide = std::min(180.0, degrees / std::cos(geo::radians(origin.latitude)));
            double longitude = origin.longitude + between(-wide, wide) * 1.1;
            longitude += longitude > 180 ? -360 : longitude < -180 ? 360 : 0;
            const GeoPoint place{origin.latitude + between(-degrees, degrees), longitude};
            if (!discovery::distanceWithin(reach, {.location = place}))
                continue;
            ++inReach;
            const discovery::Box box = discovery::boxAround(origin, reach.radiusKm);
            QVERIFY2(box.south <= place.latitude && place.latitude <= box.north &&
                         discovery::isWithinWidth(box, origin, place),
                     qPrintable(QStringLiteral("seed %1, case %2").arg(seed).arg(i)));
        }
        QVERIFY(inReach > 5'000);
    }

    // SRCH-01, SRCH-09
    void fewAndManyStoresInReachAreFoundAlike_data()
    {
        QTest::addColumn<int>("stores");
        for (const int stores : {3, 5, 33})
            QTest::addRow("%d stores", stores) << stores;
    }
    void fewAndManyStoresInReachAreFoundAlike()
    {
        QFETCH(int, stores);
        Towns towns;
        for (int i = 2; i < stores; ++i) {
            const Caller store = towns.vendor(QStringLiteral("store%1").arg(i), mumbai);
            towns.product(store, QStringLiteral("Iron %1").arg(i));
        }
        FindProducts wish = around(mumbai);
        wish.limit = 2;

        QStringList found;
        for (int page = 0; page < stores; ++page) {
            const auto part = towns.discovery.findProducts({}, wish);
            found += titles(*part);
            wish.cursor = part->nextCursor;
            if (!wish.cursor)
                break;
        }

        QCOMPARE(found.size(), stores);
        QCOMPARE(found.first(), stores > 2 ? QStringLiteral("Iron %1").arg(stores - 1) : QStringLiteral("Brass honey"));
        QCOMPARE(found.last(), QStringLiteral("Copper wire"));
    }
};

TEST_CLASS(TestOfNeighbours)
#include "tst_neighbours.moc"
