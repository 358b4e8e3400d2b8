// Who counts as a viewer, and which click counts.

#include "tests/ads/billboard.h"
#include "tests/support/runner.h"

namespace {

class TestOfAdCounting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // ADS-04: a program calls itself what it likes, and a household has a whole network of IPv6.
    void anAddressIsOneViewerWhateverItsProgramsAreCalled()
    {
        Billboard board;
        const Ad ad = board.ad();
        const auto from = [](const char *ip) { return Caller{.ip = QString::fromLatin1(ip), .requestId = "request"}; };

        for (const char *agent : {"Mozilla/5.0 Firefox/128.0", "Mozilla/5.0 Chrome/120", "Opera/9.80", "okhttp/4.12",
                                  "Kabaadwala/3.1 (Android 14)"}) {
            QVERIFY(board.ads.noteImpression(from("203.0.113.7"), ad.id, {.agent = agent}));
            QVERIFY(board.ads.clickAd(from("203.0.113.7"), ad.id, {.agent = agent}));
        }
        for (const char *ip : {"2001:db8:1:2::7", "2001:db8:1:2:ffff::8", "2001:db8:1:3::7"})
            QVERIFY(board.ads.noteImpression(from(ip), ad.id, Billboard::browser));
        board.ads.flush();

        QCOMPARE(board.read(ad.id).impressions, 3);
        QCOMPARE(board.read(ad.id).clicks, 1);
    }

    // ADS-04
    void adminsTheAdvertiserAndWhomItIsNotMeantForAreNotCounted()
    {
        Billboard board;
        PutAd wish = board.wish();
        wish.audience = Role::Buyer;
        const Ad ad = board.ad(wish);
        Caller advertiser = board.boss; // whose rights were taken away since
        advertiser.role = Role::Buyer;
        const Caller buyer = board.buyer(QStringLiteral("bina"));

        for (const Caller &caller :
             {board.boss, advertiser, board.vendor(QStringLiteral("asha")), Billboard::viewer(1)}) {
            QVERIFY(board.ads.noteImpression(caller, ad.id, Billboard::browser));
            QCOMPARE(board.ads.clickAd(caller, ad.id, Billboard::browser)->url, ad.clickUrl);
        }
        board.ads.flush();
        QCOMPARE(board.read(ad.id).impressions, 0);
        QCOMPARE(board.read(ad.id).clicks, 0);

        QVERIFY(board.ads.noteImpression(buyer, ad.id, Billboard::browser));
        QVERIFY(board.ads.clickAd(buyer, ad.id, Billboard::browser));
        board.ads.flush();
        QCOMPARE(board.read(ad.id).impressions, 1);
        QCOMPARE(board.read(ad.id).clicks, 1);
    }

    // ADS-04
    void aClickCountsOnceForEachViewThatWasCounted()
    {
        Billboard board;
        const Ad ad = board.ad();
        const Caller viewer = Billboard::viewer(1);
        const auto click = [&](const Caller &who) {
            QVERIFY(board.ads.clickAd(who, ad.id, Billboard::browser));
            board.ads.flush();
        };
        const auto look = [&] { QVERIFY(board.ads.noteImpression(viewer, ad.id, Billboard::browser)); };

        click(viewer); // of what was never seen
        QCOMPARE(board.read(ad.id).clicks, 0);
        look();
        click(Billboard::viewer(2)); // what somebody else saw
        QCOMPARE(board.read(ad.id).clicks, 0);
        click(viewer);
        board.db.clock.advance(45 * minuteMs);
        click(viewer); // of the same view
        QCOMPARE(board.read(ad.id).clicks, 1);
        look();
        board.db.clock.advance(45 * minuteMs); // the page stays open
        click(viewer);
        QCOMPARE(board.read(ad.id).clicks, 2);
        QCOMPARE(board.read(ad.id).impressions, 2);
    }

    // ADS-04: what was seen before midnight and followed after it is one day's.
    void aClickBelongsToTheDayOfItsView()
    {
        Billboard board;
        const Ad ad = board.ad();
        const Caller viewer = board.buyer(QStringLiteral("bina")); // an address is another viewer on another day
        board.db.clock.set(india::dayOf(board.db.clock.now()).after(dayMs - minuteMs));
        QVERIFY(board.ads.noteImpression(viewer, ad.id, Billboard::browser));
        board.db.clock.advance(2 * minuteMs);

        QVERIFY(board.ads.clickAd(viewer, ad.id, Billboard::browser));
        board.ads.flush();

        const auto days = board.ads.readAdStatistics(board.boss, ad.id, {})->days;
        QCOMPARE(days.size(), 1);
        QCOMPARE(days[0].impressions, 1);
        QCOMPARE(days[0].clicks, 1);
    }

    // ADS-04: a view that was read as waiting and is written before the cap is looked at leaves no room twice.
    void whatWaitedWhenTheCapWasReadTakesItsRoom()
    {
        ads::Counter counter;
        const Instant now{1'793'471'400'000};
        const Id<Ad> ad{QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)};
        QVERIFY(counter.note(ads::Deed::Impression, ad, "first", now, ads::Counter::Room{1}));
        const qint64 waited = counter.pendingViews(ad);
        counter.settle(counter.take(now)); // after the room of one was read

        QVERIFY(!counter.note(ads::Deed::Impression, ad, "second", now, ads::Counter::Room{1, waited}));
        QVERIFY(!counter.note(ads::Deed::Click, ad, "second", now));
    }

    // ADS-04: views beyond the cap are nobody's, and so are their clicks.
    void thereAreNeverMoreClicksThanViewsHoweverSmallTheCap()
    {
        Billboard board;
        PutAd wish = board.wish();
        wish.impressionCap = 10;
        const Ad ad = board.ad(wish);

        for (int i = 0; i < 60; ++i) {
            QVERIFY(board.ads.noteImpression(Billboard::viewer(i), ad.id, Billboard::browser));
            QCOMPARE(board.ads.clickAd(Billboard::viewer(i), ad.id, Billboard::browser)->url, ad.clickUrl);
        }
        board.ads.flush();

        const Ad counted = board.read(ad.id);
        QCOMPARE(counted.impressions, 10);
        QCOMPARE(counted.clicks, 10);
        QCOMPARE(counted.ctr, BasisPoints{10'000});
        QCOMPARE(board.ads.readAdPerformance(board.boss, {})->ctr, BasisPoints{10'000});
    }

    // ADS-04: neither node knows what the other one counted until it is written.
    void twoNodesTogetherCountNoMoreClicksThanViews()
    {
        Billboard board;
        PutAd wish = board.wish();
        wish.impressionCap = 10;
        const Ad ad = board.ad(wish);
        ads::Service other(*board.db, board.db.clock, board.ids, board.accounts, board.catalog, board.audit,
                           board.storage, board.secrets);

        for (ads::Service *node : {&board.ads, &other})
            for (int i = 0; i < 8; ++i) {
                QVERIFY(node->noteImpression(Billboard::viewer(i), ad.id, Billboard::browser));
                QVERIFY(node->clickAd(Billboard::viewer(i), ad.id, Billboard::browser));
            }
        board.ads.flush();
        other.flush();

        QCOMPARE(board.read(ad.id).impressions, 10);
        QCOMPARE(board.read(ad.id).clicks, 10);
        QCOMPARE(board.db.number("CAST(sum(impressions) AS BIGINT) FROM ad_days"), 10);
        QCOMPARE(board.db.number("CAST(sum(clicks) AS BIGINT) FROM ad_days"), 10);
    }

    // ADS-04: a cap is rather reached too early than passed, also while views are being written.
    void viewsCountAsPendingUntilTheyAreKnownToBeWritten()
    {
        ads::Counter counter;
        FakeClock clock;
        const Ids ids(clock);
        const auto first = ids.next<Ad>();
        for (int viewer = 0; viewer < 3; ++viewer)
            QVERIFY(counter.note(ads::Deed::Impression, first, QByteArray::number(viewer), clock.now()));

        const ads::Counts failed = counter.take(clock.now());
        QCOMPARE(counter.pendingViews().value(first), 3);
        counter.giveBack(failed);
        QCOMPARE(counter.pendingViews().value(first), 3);
        QVERIFY(counter.note(ads::Deed::Impression, first, "3", clock.now()));
        const ads::Counts counts = counter.take(clock.now());
        QVERIFY(counter.note(ads::Deed::Impression, first, "4", clock.now()));
        QCOMPARE(counter.pendingViews().value(first), 5);
        counter.settle(counts);

        QCOMPARE(counter.pendingViews().value(first), 1);
        QCOMPARE(counts.value({first, ads::dayOf(clock.now())}).impressions, 4);
    }

    // ADS-04
    void aViewBeyondTheRoomIsNotCountedAndHasNoClick()
    {
        ads::Counter counter;
        FakeClock clock;
        const Ids ids(clock);
        const auto first = ids.next<Ad>(), second = ids.next<Ad>();

        QVERIFY(counter.note(ads::Deed::Impression, first, "first", clock.now(), ads::Counter::Room{1}));
        QVERIFY(!counter.note(ads::Deed::Impression, first, "second", clock.now(), ads::Counter::Room{1}));

        QVERIFY(!counter.note(ads::Deed::Click, first, "second", clock.now()));
        QVERIFY(counter.note(ads::Deed::Click, first, "first", clock.now()));
        QVERIFY(counter.note(ads::Deed::Impression, second, "second", clock.now(), ads::Counter::Room{1}));
    }

    // ADS-05: the list of campaigns has an end, the sums have none.
    void theSumsAreOfAllCampaignsHoweverManyAreListed()
    {
        Billboard board;
        const Id<Ad> first = board.ad().id;
        QVERIFY(board.db->write([&](Tx &tx) -> Result<> {
            ads::Store store;
            const QString today = ads::dayOf(tx.now());
            ads::AdRow row = *store.find(tx, first);
            store.count(tx, first, today, 3, 1);
            for (int i = 0; i < adFiguresMax; ++i) {
                row.id = board.ids.next<Ad>();
                store.insert(tx, row);
                store.count(tx, row.id, today, 2, 1);
            }
            return {};
        }));

        const AdPerformance performance = board.ads.readAdPerformance(board.boss, {}).value();

        QCOMPARE(performance.byAd.size(), adFiguresMax);
        QCOMPARE(performance.byAd.constFirst().adId, first);
        QCOMPARE(performance.adsInAll, adFiguresMax + 1);
        const SlotFigures &strip = performance.bySlot[qsizetype(AdSlot::HomeStrip)];
        QCOMPARE(strip.ads, adFiguresMax + 1);
        QCOMPARE(strip.impressions, 2 * adFiguresMax + 3);
        QCOMPARE(strip.clicks, adFiguresMax + 1);
        QCOMPARE(performance.impressions, strip.impressions);
        QCOMPARE(performance.clicks, strip.clicks);
        QCOMPARE(performance.ctr, BasisPoints{4995}); // 501 of 1,003
    }
};

} // namespace

TEST_CLASS(TestOfAdCounting)
#include "tst_counting.moc"
