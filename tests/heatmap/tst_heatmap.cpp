#include "tests/heatmap/district.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

namespace {

HeatCell onlyCell(const HeatMap &map)
{
    return map.cells.size() == 1 ? map.cells.constFirst() : HeatCell{};
}

struct Row
{
    heatmap::Kind kind = heatmap::Kind::Order;
    HeatStep step = HeatStep::Hour;
    Instant start;
    qint64 count = 0;
    Money amount;
    qint64 minimum = 0;
    bool isClosed = false;
    sql::Blob cells;

    FIELDS(Row, FIELD(kind), FIELD(step), FIELD(start), FIELD(count), FIELD(amount), FIELD(minimum), FIELD(isClosed),
           FIELD(cells))
};

// Every figure that answers are made of.
QStringList rows(const TestDb &db)
{
    return db->read([](Tx &tx) {
        QStringList out;
        for (const Row &row : tx.all<Row>("FROM heatmap_buckets WHERE generation = (SELECT current FROM heatmap_state)"
                                          " ORDER BY kind, step, start"))
            out += QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8")
                       .arg(names::text(row.kind), names::text(row.step))
                       .arg(row.start.ms)
                       .arg(row.count)
                       .arg(row.amount.minor)
                       .arg(row.minimum)
                       .arg(row.isClosed)
                       .arg(QString::fromLatin1(row.cells.bytes.toHex()));
        return out;
    });
}

} // namespace

class TestOfHeatmap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // AN-04, SRCH-13
    void enoughPeopleInACellAreShownWhenTheirHourIsOver()
    {
        District district;
        district.orderFrom(District::bandra, 5);

        district.settle();
        const HeatMap before = district.map();
        district.letPass(hourMs + 2 * minuteMs);
        const HeatMap after = district.map();

        QCOMPARE(before.count, 5);
        QCOMPARE(before.amount, Money{5 * 75'000});
        QVERIFY(before.cells.isEmpty());
        QCOMPARE(after.count, 5);
        QCOMPARE(after.shownCount, 5);
        QCOMPARE(onlyCell(after).count, 5);
        QCOMPARE(onlyCell(after).amount, Money{5 * 75'000});
        QCOMPARE(onlyCell(after).level, HeatLevel::Fine);
        QCOMPARE(onlyCell(after).latitude, 19.05);
        QCOMPARE(qRound(onlyCell(after).longitude * 100), 7'285);
        QCOMPARE(after.cities.constFirst().city, QStringLiteral("Mumbai"));
        QCOMPARE(after.cities.constFirst().count, 5);
        QCOMPARE(after.states.constFirst().region, QStringLiteral("IN-MH"));
        QCOMPARE(after.states.constFirst().count, 5);
        QCOMPARE(after.states.constFirst().stores, 1);
    }

    void fewerPeopleAreInNoCellButInTheCountrysSum()
    {
        District district;
        district.orderFrom(District::bandra, 4);

        district.letPass(70 * dayMs);
        const HeatMap map = district.map({.from = district.db.clock.now().after(-80 * dayMs)});

        QCOMPARE(map.count, 4);
        QCOMPARE(map.shownCount, 0);
        QVERIFY(map.cells.isEmpty());
        QVERIFY(map.cities.isEmpty());
        QCOMPARE(map.minimumPeople, 5);
    }

    void onePersonWithManyOrdersIsNotShown()
    {
        District district;
        const Id<Account> who = district.newcomer();
        for (int i = 0; i < 20; ++i)
            district.write(who, District::bandra, district.db.clock.now(), {100});

        district.letPass(70 * dayMs);

        QVERIFY(district.map({.from = district.db.clock.now().after(-80 * dayMs)}).cells.isEmpty());
    }

    void whatIsTooLittleForAnHourIsShownWithItsDay()
    {
        District district;
        const Instant day = india::dayOf(district.db.clock.now()).after(dayMs);
        district.orderFrom(District::bandra, 3, day.after(10 * hourMs));
        district.orderFrom(District::bandra, 3, day.after(15 * hourMs));

        district.letPass(3 * dayMs);

        QVERIFY(district.map({.from = day, .to = day.after(20 * hourMs)}).cells.isEmpty());
        QCOMPARE(onlyCell(district.map({.from = day, .to = day.after(dayMs)})).count, 6);
    }

    void aCoarserLevelAddsUpTheFinerOnes()
    {
        District district;
        district.orderFrom(District::bandra, 5);
        district.orderFrom({19.1596, 72.8295}, 6);
        district.letPass(2 * hourMs);

        QCOMPARE(district.map().cells.size(), 2);
        QCOMPARE(onlyCell(district.map({.level = HeatLevel::Middle})).count, 11);
        QCOMPARE(onlyCell(district.map({.level = HeatLevel::Coarse})).count, 11);
    }

    void aHigherMinimumHidesAtOnceAndIsThenAddedUpAnew()
    {
        District district;
        district.orderFrom(District::bandra, 5);
        district.orderFrom(District::guwahati, 9);
        district.letPass(2 * hourMs);
        QCOMPARE(district.map().cells.size(), 2);

        district.setMinimum(8);
        QVERIFY(district.map().cells.isEmpty());
        QCOMPARE(district.map().minimumPeople, 8);
        district.settle();

        QCOMPARE(onlyCell(district.map()).count, 9);
    }

    // Else what a day shows of fewer people could be taken off what its month shows of more.
    void loweringTheMinimumShowsNothingUntilItIsAddedUpAgain()
    {
        District district;
        district.setMinimum(10);
        district.orderFrom(District::bandra, 12);
        district.letPass(2 * hourMs);
        QCOMPARE(onlyCell(district.map()).count, 12);

        district.setMinimum(5);
        QVERIFY(district.map().cells.isEmpty());
        QCOMPARE(district.map().count, 12);
        district.settle();

        QCOMPARE(onlyCell(district.map()).count, 12);
    }

    void newBuyersAreCountedWithTheirFirstOrder()
    {
        District district;
        const Id<Account> who = district.newcomer();
        district.write(who, District::bandra, district.db.clock.now(), {100});
        district.orderFrom(District::bandra, 4);
        district.letPass(2 * hourMs);
        district.write(who, District::bandra, district.db.clock.now(), {100});
        district.letPass(2 * hourMs);

        const HeatMap buyers = district.map({.metric = HeatMetric::Buyers});

        QCOMPARE(buyers.count, 5);
        QCOMPARE(onlyCell(buyers).count, 5);
        QCOMPARE(district.map().count, 6);
    }

    void storesArePublicAndShownFromTheFirstOne()
    {
        District district;
        district.letPass(2 * hourMs);

        const HeatMap vendors = district.map({.metric = HeatMetric::Vendors});

        QCOMPARE(vendors.count, 1);
        QCOMPARE(onlyCell(vendors).count, 1);
    }

    void searchesInVainBecomeGapsWhereNoStoreReaches()
    {
        District district;
        const Instant hour = india::hourOf(district.db.clock.now());
        const auto note = [&](const GeoPoint &place, qint64 count) {
            const int cell = geocell::at(place.latitude, place.longitude).id();
            QVERIFY(district.db->write([&](Tx &tx) -> Result<> {
                tx.publish(Footfall{.missed = {{.cell = cell, .hour = hour, .count = count}}});
                return {};
            }));
        };
        note(District::guwahati, 4);
        note(District::guwahati, 3);
        note(District::bandra, 9);
        note({13.08, 80.27}, 4);

        district.letPass(2 * hourMs);
        const auto gaps = district.heatmap.readHeatGaps(district.admin, {});

        QCOMPARE(gaps->radiusKm, 250);
        QCOMPARE(gaps->gaps.size(), 1);
        QCOMPARE(gaps->gaps.constFirst().searches, 7);
        QCOMPARE(gaps->gaps.constFirst().orders, 0);
        QCOMPARE(gaps->gaps.constFirst().city, QStringLiteral("Guwahati"));
        QCOMPARE(gaps->gaps.constFirst().region, QStringLiteral("IN-AS"));
        QVERIFY(*gaps->gaps.constFirst().nearestStoreKm > 1'900);
        QCOMPARE(gaps->stores.size(), 1);
        QCOMPARE(district.map({.metric = HeatMetric::Searches}).count, 20);
        district.openStore(QStringLiteral("Assam Iron"), District::guwahati);
        district.db.clock.advance(minuteMs);
        QVERIFY(district.heatmap.readHeatGaps(district.admin, {})->gaps.isEmpty());
    }

    void theSeriesHasABarForEachStep()
    {
        District district;
        const Instant hour = india::hourOf(district.db.clock.now());
        district.orderFrom(District::bandra, 2, hour.after(-2 * hourMs));
        district.orderFrom(District::bandra, 1, hour);
        district.settle();

        const auto series = district.heatmap.readHeatSeries(
            district.admin, {.from = hour.after(-3 * hourMs), .to = hour.after(hourMs)});
        const auto days = district.heatmap.readHeatSeries(district.admin, {.from = hour.after(-30 * dayMs)});

        QCOMPARE(series->step, HeatStep::Hour);
        QCOMPARE(series->bars.size(), 4);
        QCOMPARE(series->bars[1].count, 2);
        QCOMPARE(series->bars[1].amount, Money{150'000});
        QCOMPARE(series->bars[2].count, 0);
        QCOMPARE(series->bars[3].count, 1);
        QCOMPARE(days->step, HeatStep::Day);
        QCOMPARE(days->bars.size(), 31);
        QCOMPARE(days->bars.constLast().count, 3);
    }

    void thePeriodBeforeIsToldBesideACity()
    {
        District district;
        const Instant hour = india::hourOf(district.db.clock.now());
        district.orderFrom(District::bandra, 5, hour.after(-hourMs));
        district.orderFrom(District::bandra, 8, hour);
        district.letPass(2 * hourMs);

        const HeatMap map = district.map({.from = hour, .to = hour.after(hourMs)});

        QCOMPARE(map.count, 8);
        QCOMPARE(map.previousCount, 5);
        QCOMPARE(map.cities.constFirst().count, 8);
        QCOMPARE(map.cities.constFirst().previousCount, 5);
    }

    void whatCannotBeAnsweredIsRefused()
    {
        District district;
        const Instant now = district.db.clock.now();
        const Caller clerk{.role = Role::Admin, .known = true, .permissions = {Permission::ManageOrders}};

        QCOMPARE(district.heatmap.readHeatMap(clerk, {}).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(district.heatmap.readHeatSeries(clerk, {}).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(district.heatmap.readHeatGaps(clerk, {}).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(district.heatmap.readHeatMap(district.admin, {.from = now, .to = now.after(-hourMs)})
                     .error()
                     .fields.constFirst()
                     .field,
                 QStringLiteral("to"));
        QCOMPARE(district.heatmap.readHeatMap(district.admin, {.from = Instant{0}}).error().fields.constFirst().field,
                 QStringLiteral("from"));
        QCOMPARE(
            district.heatmap.readHeatSeries(district.admin, {.from = now.after(-400 * dayMs), .step = HeatStep::Hour})
                .error()
                .fields.constFirst()
                .field,
            QStringLiteral("step"));
    }

    void hearingTheSameAgainChangesNothing()
    {
        District district;
        const Id<Order> order = district.write(district.newcomer(), District::bandra, district.db.clock.now(), {100});
        district.letPass(2 * hourMs);
        const QStringList before = rows(district.db);

        const Result<> again = district.db->write([&](Tx &tx) { return district.heatmap.noteOrder(tx, order); });
        district.settle();

        QVERIFY(again);
        QCOMPARE(rows(district.db), before);
        QCOMPARE(district.db.number("count(*) FROM heatmap_dirty WHERE step = 'hour'"), 0);
    }

    // AN-04: running totals and a rebuild from the books are the same, row for row.
    void aRebuildFindsWhatTheRunningTotalsSay()
    {
        District district;
        district.setMinimum(3);
        district.db.clock.set(*Instant::parse(u"2026-10-30T03:00:00.000Z"));
        QList<Id<Account>> people;
        for (int i = 0; i < 6; ++i)
            people += district.newcomer();
        const Engine engine = TestDb::engineOfRow();

        HOLDS("after any history the rows are the same", [&] {
            const int orders = *rc::gen::inRange(0, 4);
            for (int i = 0; i < orders; ++i) {
                const GeoPoint place{19.05 + *rc::gen::inRange(0, 3) * 0.2, 72.85};
                const Instant at = district.db.clock.now().after(-*rc::gen::inRange(0, 30) * hourMs);
                district.write(people[*rc::gen::inRange(0, 6)], place, at, {*rc::gen::inRange(1, 90'000)});
                if (*rc::gen::inRange(0, 3) == 0)
                    district.settle();
            }
            district.letPass(*rc::gen::inRange(0, 90) * minuteMs);
            district.settle();
            const QStringList running = rows(district.db);
            const auto rebuilt = district.heatmap.rebuild();
            RC_ASSERT(rebuilt.has_value());
            const QStringList anew = rows(district.db);
            for (int i = 0; i < std::min(running.size(), anew.size()); ++i)
                RC_ASSERT(running[i] == anew[i]);
            RC_ASSERT(running.size() == anew.size());
        });
        QCOMPARE(TestDb::engineOfRow(), engine);
        QCOMPARE(district.db.number("count(*) FROM heatmap_buckets WHERE generation <> (SELECT current FROM"
                                    " heatmap_state)"),
                 0);
    }

    void theMinimumOfPeopleHasBounds()
    {
        District district;

        for (const char *people : {"2", "51"})
            QVERIFY(!district.settings.changeSetting(district.admin, QStringLiteral("heatmap.minimum_people"),
                                                     {QString::fromLatin1(people)}));

        QCOMPARE(district.map().minimumPeople, 5);
    }

    void oldFiguresAreAnsweredWhileARebuildIsOnItsWay()
    {
        District district;
        district.orderFrom(District::bandra, 5);
        district.letPass(2 * hourMs);
        const auto other = district.db.another();
        heatmap::Service node(*other, district.db.clock, district.accounts, district.settings);
        const Result<> begun = district.db->write([&](Tx &tx) -> Result<> {
            heatmap::Store().build(tx);
            return {};
        });
        QVERIFY(begun);

        district.orderFrom(District::bandra, 6);
        district.letPass(2 * hourMs);

        QCOMPARE(district.map().shownCount, 11);
        QCOMPARE(*node.rebuild(), 11);
        district.settle();
        QCOMPARE(district.map().shownCount, 11);
        QCOMPARE(district.db.number("count(*) FROM heatmap_dirty WHERE step = 'hour'"), 0);
    }
};

TEST_CLASS(TestOfHeatmap)
#include "tst_heatmap.moc"
