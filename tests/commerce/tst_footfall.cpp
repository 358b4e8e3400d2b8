#include "server/core/tally.h"
#include "server/discovery/jobs.h"
#include "server/jobs/service.h"
#include "shared/base/geocell.h"
#include "shared/base/indiatime.h"
#include "tests/commerce/bazaar.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

#include <thread>

namespace {

constexpr GeoPoint mumbai{19.0760, 72.8777};
constexpr GeoPoint guwahati{26.1445, 91.7362};
constexpr GeoPoint london{51.5, -0.1};

struct Street : Bazaar
{
    Street()
    {
        discovery::jobs(jobs, discovery);
        outbox.on<Footfall>("test.footfall", [this](Tx &, const Footfall &footfall) -> Result<> {
            heard += footfall;
            return {};
        });
        outbox.drain();
    }

    jobs::Service jobs{*db, db.clock, ids};
    QList<Footfall> heard;
    const Caller asha = vendor(QStringLiteral("asha"), mumbai);
    const Product copper = product(asha, QStringLiteral("Copper wire"));
    const Caller stranger{.ip = QStringLiteral("203.0.113.7")};

    void searchAt(const GeoPoint &place, const Caller &who)
    {
        QVERIFY(discovery.findProducts(who, {.latitude = place.latitude, .longitude = place.longitude}));
    }
    void tell()
    {
        db.clock.advance(5'000);
        jobs.runDue();
        outbox.drain();
    }
    qint64 views() const
    {
        qint64 out = 0;
        for (const Footfall &footfall : heard)
            for (const ProductViews &each : footfall.views)
                out += each.count;
        return out;
    }
    qint64 missed() const
    {
        qint64 out = 0;
        for (const Footfall &footfall : heard)
            for (const MissedSearches &each : footfall.missed)
                out += each.count;
        return out;
    }
};

} // namespace

class TestOfFootfall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aLookAtAProductIsToldOnceWithItsHour()
    {
        Street street;

        QVERIFY(street.catalog.readProduct(street.stranger, street.copper.id));
        QVERIFY(street.catalog.readProduct(street.buyer(QStringLiteral("bina")), street.copper.id));
        const Instant hour = india::hourOf(street.db.clock.now());
        street.tell();
        street.tell();

        QCOMPARE(street.views(), 2);
        QCOMPARE(street.heard.constFirst().views.constFirst().productId, street.copper.id);
        QCOMPARE(street.heard.constFirst().views.constFirst().hour, hour);
        QCOMPARE(street.missed(), 0);
    }

    void theStoreItselfAndAdminsAreNoFootfall()
    {
        Street street;

        QVERIFY(street.catalog.readProduct(street.asha, street.copper.id));
        QVERIFY(street.catalog.readProduct(street.admin(), street.copper.id));
        QVERIFY(!street.catalog.readProduct(street.stranger, {}));
        street.tell();

        QCOMPARE(street.heard.size(), 0);
    }

    // AN-02
    void aLookAtAStoresPageIsToldOnceButNotTheStoresOwn()
    {
        Street street;
        const Id<Vendor> store = *street.asha.vendorId;

        for (const Caller &who : {street.stranger, street.buyer(QStringLiteral("bina")), street.asha, street.admin()})
            QVERIFY(street.discovery.readStore(who, store));
        QVERIFY(!street.discovery.readStore(street.stranger, {}));
        street.tell();
        street.tell();

        QCOMPARE(street.heard.size(), 1);
        QCOMPARE(street.heard[0].stores.size(), 1);
        QCOMPARE(street.heard[0].stores[0].vendorId, store);
        QCOMPARE(street.heard[0].stores[0].count, 2);
        QCOMPARE(street.views(), 0);
    }

    void aSearchThatFindsNothingIsCountedInItsCell()
    {
        Street street;

        street.searchAt(mumbai, street.stranger);
        street.searchAt(guwahati, street.stranger);
        street.tell();

        QCOMPARE(street.missed(), 1);
        const MissedSearches missed = street.heard.constFirst().missed.constFirst();
        QCOMPARE(missed.cell, geocell::at(guwahati.latitude, guwahati.longitude).id());
        QCOMPARE(missed.hour, india::hourOf(street.db.clock.now().after(-5'000)));
    }

    // PRIV-01: a phone changes its address within the network of its household every day.
    void aHouseholdIsOnePersonWhateverAddressItsPhonesHave()
    {
        Street street;
        const auto at = [](const char *ip) { return Caller{.ip = QString::fromLatin1(ip)}; };

        for (const char *ip : {"2001:db8:1:2::7", "2001:db8:1:2:ffff::8", "2001:db8:1:2:9:9:9:9", "2001:db8:1:3::7",
                               "::ffff:203.0.113.7", "::ffff:203.0.113.8"})
            street.searchAt(guwahati, at(ip));
        street.tell();

        QCOMPARE(street.missed(), 4);
    }

    void whoAsksAgainOnTheSameDayIsCountedOnce()
    {
        Street street;
        const Caller neighbour{.ip = QStringLiteral("203.0.113.8")};

        for (int i = 0; i < 5; ++i)
            street.searchAt(guwahati, street.stranger);
        street.searchAt(guwahati, neighbour);
        street.tell();
        QCOMPARE(street.missed(), 2);

        street.db.clock.advance(dayMs);
        street.searchAt(guwahati, street.stranger);
        street.tell();
        QCOMPARE(street.missed(), 3);
    }

    void placesOutsideOfIndiaAndListsWithoutAPlaceAreNotCounted()
    {
        Street street;

        street.searchAt(london, street.stranger);
        QVERIFY(street.discovery.findProducts(street.stranger, {.q = QStringLiteral("unobtainium")}));
        street.tell();

        QCOMPARE(street.heard.size(), 0);
    }

    void whatIsInMemoryIsToldWhenTheServerStops()
    {
        Street street;
        street.jobs.start(1);
        street.jobs.stop();
        street.outbox.drain();

        QVERIFY(street.catalog.readProduct(street.stranger, street.copper.id));
        street.jobs.start(1);
        street.jobs.stop();
        street.outbox.drain();

        QCOMPARE(street.views(), 1);
    }

    void manyEntriesLeaveInSeveralEvents()
    {
        Street street;

        for (int i = 0; i < footfallEntriesMax + 1; ++i)
            street.searchAt({25 + (i / 100) * 0.1, 88.05 + (i % 100) * 0.05}, {.ip = QString::number(i)});
        street.tell();

        QCOMPARE(street.missed(), footfallEntriesMax + 1);
        for (const Footfall &footfall : street.heard)
            QVERIFY(footfall.missed.size() <= footfallEntriesMax);
    }

    void aTallyLosesNothingBetweenThreadsUntilItIsFull()
    {
        Tally<int> tally;
        std::vector<std::thread> threads;
        for (int thread = 0; thread < 4; ++thread)
            threads.emplace_back([&] {
                for (int i = 0; i < 20'000; ++i)
                    tally.add(i % 100);
            });
        qint64 sum = 0;
        for (int round = 0; round < 50; ++round)
            for (const auto &count : tally.take())
                sum += count.times;
        for (std::thread &thread : threads)
            thread.join();
        for (const auto &count : tally.take())
            sum += count.times;
        QCOMPARE(sum, 80'000);

        for (int i = 0; i < 5'000; ++i)
            tally.add(i);
        QCOMPARE(qint64(tally.take().size()), qint64(Tally<int>::keysPerShelf));
        QCOMPARE(tally.lost(), 5'000 - qint64(Tally<int>::keysPerShelf));
    }

    void cellsLieInEachOtherAndHoursBeginWithIndiasClocks()
    {
        HOLDS("a place lies in the fine cell that its coarser cells hold", [] {
            const double latitude = *rc::gen::inRange(-899'999, 899'999) / 10'000.0;
            const double longitude = *rc::gen::inRange(-1'799'999, 1'799'999) / 10'000.0;
            const geocell::Cell fine = geocell::at(latitude, longitude);
            RC_ASSERT(geocell::Cell::of(fine.id()) == fine);
            for (const auto level : {geocell::Level::Fine, geocell::Level::Middle, geocell::Level::Coarse}) {
                const geocell::Cell cell = geocell::raise(fine, geocell::Level::Fine, level);
                const double half = geocell::degrees(level) / 2 + 1e-9;
                RC_ASSERT(std::abs(geocell::latitude(cell, level) - latitude) <= half);
                RC_ASSERT(std::abs(geocell::longitude(cell, level) - longitude) <= half);
            }
        });
        QCOMPARE(india::hourOf(*Instant::parse(u"2026-09-21T13:33:20.000Z")),
                 *Instant::parse(u"2026-09-21T13:30:00.000Z"));
        QCOMPARE(india::dayOf(*Instant::parse(u"2026-09-21T18:29:59.999Z")),
                 *Instant::parse(u"2026-09-20T18:30:00.000Z"));
        QCOMPARE(india::hourOf({-1}), *Instant::parse(u"1969-12-31T23:30:00.000Z"));
    }
};

TEST_CLASS(TestOfFootfall)
#include "tst_footfall.moc"
