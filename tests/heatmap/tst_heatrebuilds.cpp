#include "tests/heatmap/district.h"
#include "tests/support/runner.h"

// What a rebuild that does not come to its end leaves behind: nothing.
class TestOfHeatRebuilds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // A server that is to stop must not have to wait for the end of a walk through everything.
    void aRebuildAndTheAddingUpEndWhenTheServerStops()
    {
        District district;
        district.orderFrom(District::bandra, 5);
        district.outbox.drain();
        district.db.clock.advance(2 * hourMs);
        const auto isStopping = [] { return true; };
        const auto marks = district.db.number("count(*) FROM heatmap_dirty");

        district.heatmap.addUp(isStopping);
        const auto rebuilt = district.heatmap.rebuild(isStopping);

        QVERIFY(!rebuilt);
        QCOMPARE(rebuilt.error().code, ErrorCode::Unavailable);
        QCOMPARE(district.db.number("count(*) FROM heatmap_dirty"), marks);
        QCOMPARE(district.map().shownCount, 0);
        QVERIFY(district.heatmap.rebuild());
        QCOMPARE(district.map().shownCount, 5);
    }

    // While one is on its way, whatever is added up is kept for it too and stays to be added up again.
    void oneThatIsStoppedHoldsNothingUp()
    {
        District district;
        district.orderFrom(District::bandra, 5);
        district.letPass(2 * hourMs);
        int batches = 0;

        QVERIFY(!district.heatmap.rebuild([&] { return ++batches > 2; }));
        QCOMPARE(district.db.number("count(*) FROM heatmap_state WHERE building IS NOT NULL"), 0);
        district.orderFrom(District::bandra, 6);
        district.letPass(2 * hourMs);

        QCOMPARE(district.db.number("count(*) FROM heatmap_dirty WHERE step = 'hour'"), 0);
        QCOMPARE(district.map().shownCount, 11);
        QCOMPARE(district.db.number("count(DISTINCT generation) FROM heatmap_buckets"), 1);
    }

    // Its number is no other's: a walk that only slept finds that it is over, and what it has written is no part of the
    // next one.
    void whatOneHasWrittenThatWasStoppedLateIsForgottenAndNeverShown()
    {
        District district;
        const Id<Account> late = district.newcomer();
        const Id<Order> order = district.write(late, District::bandra, district.db.clock.now(), {1'000});
        district.orderFrom(District::bandra, 5);
        district.letPass(40 * dayMs);
        district.orderFrom(District::bandra, 5);
        district.letPass(2 * hourMs);
        int looks = 0;
        QVERIFY(!district.heatmap.rebuild([&] { return ++looks > 70; })); // after days, before the end
        const qint64 stopped = district.db.number("last FROM heatmap_state");
        QVERIFY(district.db.number("count(*) FROM heatmap_buckets WHERE generation = ?", stopped) > 0);
        bool isLetOn = true;
        QVERIFY(district.db->write([&](Tx &tx) -> Result<> {
            isLetOn = heatmap::Store().workOn(tx, stopped);
            tx.run("DELETE FROM heatmap_events WHERE id = ?", order);
            return {};
        }));
        QVERIFY(!isLetOn);

        QVERIFY(district.heatmap.rebuild());
        district.letPass(minuteMs);

        QCOMPARE(district.db.number("current FROM heatmap_state"), stopped + 1);
        QCOMPARE(district.db.number("count(DISTINCT generation) FROM heatmap_buckets"), 1);
    }

    void oneThatWasKilledIsGivenUp()
    {
        District district;
        QVERIFY(district.db->write([](Tx &tx) -> Result<> {
            heatmap::Store().build(tx);
            return {};
        }));
        district.orderFrom(District::bandra, 5);
        district.letPass(9 * minuteMs);
        QCOMPARE(district.db.number("count(*) FROM heatmap_state WHERE building = last"), 1);

        district.letPass(2 * hourMs);
        district.letPass(60'000);

        QCOMPARE(district.db.number("count(*) FROM heatmap_state WHERE building IS NOT NULL"), 0);
        QCOMPARE(district.db.number("count(*) FROM heatmap_dirty WHERE step = 'hour'"), 0);
        QCOMPARE(district.map().shownCount, 5);
    }
};

TEST_CLASS(TestOfHeatRebuilds)

#include "tst_heatrebuilds.moc"
