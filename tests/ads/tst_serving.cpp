#include "tests/ads/billboard.h"
#include "tests/support/runner.h"

#include <thread>

namespace {

const ShowAds strip{.placement = AdSlot::HomeStrip};

class TestOfAdServing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // ADS-03
    void anAdIsServedInItsWindowByTheServersTimeOnly()
    {
        Billboard board;
        const Ad ad = board.ad(board.wish(QStringLiteral("Offer"), AdSlot::HomeStrip, 2, 4));
        const Caller viewer = Billboard::viewer(1);

        QVERIFY(board.show(viewer).isEmpty());
        board.db.clock.set(ad.startDate.after(-1));
        QVERIFY(board.show(viewer).isEmpty());
        board.db.clock.set(ad.startDate);
        const auto shown = board.show(viewer);
        board.db.clock.set(ad.endDate.after(-1));
        QCOMPARE(board.show(viewer).size(), 1);
        board.db.clock.set(ad.endDate);
        QVERIFY(board.show(viewer).isEmpty());

        QCOMPARE(shown.size(), 1);
        QCOMPARE(shown[0].id, ad.id);
        QCOMPARE(shown[0].width, 1200);
        QCOMPARE(shown[0].height, 120);
        QCOMPARE(shown[0].imageUrl, ad.imageUrl);
        QCOMPARE(shown[0].clickUrl, QStringLiteral("/api/v1/ads/%1/click").arg(ad.id.text()));
        QVERIFY(board.show(viewer, AdSlot::HomeHero).isEmpty());
    }

    // ADS-03
    void aPausedAdIsNotServed()
    {
        Billboard board;
        const Ad ad = board.ad();
        QVERIFY(board.ads.pauseAd(board.boss, ad.id));
        QVERIFY(board.show(Billboard::viewer(1)).isEmpty());
        QVERIFY(board.ads.resumeAd(board.boss, ad.id));
        QCOMPARE(board.show(Billboard::viewer(1)).size(), 1);
    }

    // ADS-03
    void anAdMeetsOnlyThoseItIsMeantFor()
    {
        Billboard board;
        const auto copper = board.category(QStringLiteral("Copper"), board.category(QStringLiteral("Metals")));
        const auto paper = board.category(QStringLiteral("Paper"));
        const auto place = [&](const char *title, auto change) {
            PutAd wish = board.wish(QString::fromLatin1(title), AdSlot::HomeHero, 0, 5);
            change(wish);
            board.ad(wish);
        };
        place("everybody", [](PutAd &) {});
        place("maharashtra", [](PutAd &wish) { wish.region = QStringLiteral("IN-MH"); });
        place("metals", [&](PutAd &wish) {
            wish.categoryId = board.db->read([&](Tx &tx) { return board.catalog.lineage(tx, copper).constLast(); });
        });
        place("vendors", [](PutAd &wish) {
            wish.audience = Role::Vendor;
            wish.region = QStringLiteral("IN-KA"); // a fourth one in Maharashtra would find no place there
        });
        const Caller stranger = Billboard::viewer(1);
        const Caller mumbai = board.buyerAt(QStringLiteral("bina"), {19.07, 72.87});
        const auto seen = [&](const Caller &caller, ShowAds wish) {
            wish.placement = AdSlot::HomeHero;
            return board.titles(caller, wish).join(u' ');
        };

        QCOMPARE(seen(stranger, {}), QStringLiteral("everybody"));
        QCOMPARE(seen(stranger, {.region = QStringLiteral("IN-MH")}), QStringLiteral("everybody maharashtra"));
        QCOMPARE(seen(stranger, {.region = QStringLiteral("IN-KA")}), QStringLiteral("everybody"));
        QCOMPARE(seen(mumbai, {}), QStringLiteral("everybody maharashtra"));
        QCOMPARE(seen(stranger, {.category = copper}), QStringLiteral("everybody metals"));
        QCOMPARE(seen(stranger, {.category = paper}), QStringLiteral("everybody"));
        QCOMPARE(seen(board.vendor(QStringLiteral("asha")), {.region = QStringLiteral("IN-KA")}),
                 QStringLiteral("everybody vendors"));
    }

    // ADS-03
    void thePlacesOfASlotAreDrawnByWeight()
    {
        Billboard board;
        // One place takes two only where a category was moved below another one later.
        const auto metals = board.category(QStringLiteral("Metals")), copper = board.category(QStringLiteral("Copper"));
        for (const auto &[title, weight, category] :
             {std::tuple("light", 10, copper), std::tuple("heavy", 30, metals)}) {
            PutAd wish = board.wish(QString::fromLatin1(title));
            wish.weight = weight;
            wish.categoryId = category;
            board.ad(wish);
        }
        QVERIFY(
            board.catalog.updateCategory(board.boss, copper, {.parentId = metals, .name = QStringLiteral("Copper")}));
        const ShowAds wish{.placement = AdSlot::HomeStrip, .category = copper};
        QHash<QString, int> hits;

        for (quint32 chance = 0; chance < 40; ++chance) {
            board.chances = {chance};
            ++hits[board.titles(Billboard::viewer(1), wish).join(u' ')];
        }

        QCOMPARE(hits.value(QStringLiteral("light")), 10);
        QCOMPARE(hits.value(QStringLiteral("heavy")), 30);
        QCOMPARE(board.bounds.constFirst(), 40u);
    }

    // ADS-04
    void aViewCountsOncePerViewerAndInterval()
    {
        Billboard board;
        const Ad ad = board.ad();
        const Caller viewer = Billboard::viewer(1);
        const auto see = [&](const Caller &who) { QVERIFY(board.ads.noteImpression(who, ad.id, Billboard::browser)); };

        see(viewer);
        see(viewer);
        board.db.clock.advance(29 * Billboard::minuteMs);
        see(viewer);
        see(Billboard::viewer(2));
        board.db.clock.advance(Billboard::minuteMs);
        see(viewer);
        board.ads.flush();

        QCOMPARE(board.read(ad.id).impressions, 3);
        QCOMPARE(board.db.number("CAST(sum(impressions) AS BIGINT) FROM ad_days"), 3);
    }

    // ADS-04
    void aClickLeadsToTheStoredAddressAndCountsOnce()
    {
        Billboard board;
        const Ad ad = board.ad();
        const Caller viewer = Billboard::viewer(1);
        QVERIFY(board.ads.noteImpression(viewer, ad.id, Billboard::browser));

        const auto first = board.ads.clickAd(viewer, ad.id, Billboard::browser);
        const auto second = board.ads.clickAd(viewer, ad.id, Billboard::browser);
        board.ads.flush();

        QCOMPARE(first->url, QStringLiteral("https://shop.example/offer?from=ad"));
        QCOMPARE(second->url, first->url);
        const Ad counted = board.read(ad.id);
        QCOMPARE(counted.clicks, 1);
        QCOMPARE(counted.ctr, BasisPoints{10'000});
        QCOMPARE(codeOf(board.ads.clickAd(viewer, board.ids.next<Ad>(), Billboard::browser)), ErrorCode::NotFound);
    }

    // ADS-04
    void robotsAndPrefetchingAreLedOnButNotCounted()
    {
        Billboard board;
        const Ad ad = board.ad();
        const Onlooker robot{.agent = "Googlebot/2.1"};
        const Onlooker prefetching{.agent = Billboard::browser.agent, .isSpeculative = true};

        QVERIFY(board.ads.noteImpression(Billboard::viewer(1), ad.id, Billboard::browser));
        for (const Onlooker &visitor : {robot, Onlooker{}, prefetching})
            QCOMPARE(board.ads.clickAd(Billboard::viewer(1), ad.id, visitor)->url, ad.clickUrl);
        QVERIFY(board.ads.noteImpression(Billboard::viewer(2), ad.id, robot));
        board.ads.flush();

        QCOMPARE(board.read(ad.id).clicks, 0);
        QCOMPARE(board.read(ad.id).impressions, 1);
    }

    // ADS-03, ADS-04
    void whatIsOverIsStillLedOnButCountsNoMore()
    {
        Billboard board;
        const Ad ad = board.ad();
        board.db.clock.set(ad.endDate);

        QCOMPARE(board.ads.clickAd(Billboard::viewer(1), ad.id, Billboard::browser)->url, ad.clickUrl);
        QVERIFY(board.ads.noteImpression(Billboard::viewer(1), ad.id, Billboard::browser));
        board.ads.flush();
        QCOMPARE(board.read(ad.id).clicks, 0);
        QCOMPARE(board.read(ad.id).impressions, 0);
        QVERIFY(board.ads.removeAd(board.boss, ad.id));
        QCOMPARE(codeOf(board.ads.clickAd(Billboard::viewer(1), ad.id, Billboard::browser)), ErrorCode::NotFound);
    }

    // ADS-03
    void aViewerMeetsAnAdAsOftenADayAsItsCapSays()
    {
        Billboard board;
        PutAd wish = board.wish();
        wish.viewerDailyCap = 2;
        const Ad ad = board.ad(wish);
        const Caller looking = board.buyer(QStringLiteral("bina"));

        for (int i = 0; i < 2; ++i) {
            QCOMPARE(board.show(looking).size(), 1);
            QVERIFY(board.ads.noteImpression(looking, ad.id, Billboard::browser));
            board.db.clock.advance(31 * Billboard::minuteMs);
        }

        QVERIFY(board.show(looking).isEmpty());
        QCOMPARE(board.show(Billboard::viewer(2)).size(), 1);
        board.db.clock.advance(Billboard::dayMs);
        QCOMPARE(board.show(looking).size(), 1);
    }

    // ADS-04
    void theCapHoldsHoweverManyNodesCount()
    {
        Billboard board;
        PutAd wish = board.wish();
        wish.impressionCap = 50;
        const Ad ad = board.ad(wish);
        ads::Service other(*board.db, board.db.clock, board.ids, board.accounts, board.catalog, board.audit,
                           board.storage, board.secrets);

        std::vector<std::thread> threads;
        for (int thread = 0; thread < 4; ++thread)
            threads.emplace_back([&, thread] {
                ads::Service &node = thread % 2 ? other : board.ads;
                for (int i = 0; i < 40; ++i)
                    (void)node.noteImpression(Billboard::viewer(thread * 100 + i), ad.id, Billboard::browser);
                node.flush();
            });
        for (std::thread &thread : threads)
            thread.join();
        board.ads.flush();
        other.flush();

        QCOMPARE(board.read(ad.id).impressions, 50);
        QCOMPARE(board.read(ad.id).state, AdState::Spent);
        QCOMPARE(board.db.number("CAST(sum(impressions) AS BIGINT) FROM ad_days"), 50);
        QVERIFY(board.show(Billboard::viewer(999)).isEmpty());
    }

    // ADS-04
    void whatWaitsInMemoryAlreadyCountsAgainstTheCap()
    {
        Billboard board;
        PutAd wish = board.wish();
        wish.impressionCap = 2;
        const Ad ad = board.ad(wish);

        QVERIFY(board.ads.noteImpression(Billboard::viewer(1), ad.id, Billboard::browser));
        QCOMPARE(board.show(Billboard::viewer(9)).size(), 1);
        QVERIFY(board.ads.noteImpression(Billboard::viewer(2), ad.id, Billboard::browser));

        QCOMPARE(board.read(ad.id).impressions, 0);
        QVERIFY(board.show(Billboard::viewer(9)).isEmpty());
    }

    // ADS-04
    void countsAreWrittenByThemselvesWhenTheyHaveWaited()
    {
        Billboard board;
        const Ad ad = board.ad();
        QVERIFY(board.ads.noteImpression(Billboard::viewer(1), ad.id, Billboard::browser));
        QCOMPARE(board.read(ad.id).impressions, 0);

        board.db.clock.advance(ads::flushEveryMs);
        QVERIFY(board.ads.noteImpression(Billboard::viewer(2), ad.id, Billboard::browser));

        QCOMPARE(board.read(ad.id).impressions, 2);
    }

    // MED-12
    void thePictureIsPublicUnderItsOwnAddressWhileTheAdRuns()
    {
        Billboard board;
        const Ad ad = board.ad(board.wish(QStringLiteral("Offer"), AdSlot::HomeStrip, 1, 3));
        const AdImage version{ad.imageUrl.section(u'=', 1)};
        const auto open = [&] { return board.ads.readAdImage(Billboard::viewer(1), ad.id, version); };

        QCOMPARE(codeOf(open()), ErrorCode::NotFound);
        board.db.clock.set(ad.startDate);
        const auto body = open();
        QVERIFY(body);
        QCOMPARE(body->file.contentType, QByteArray("image/jpeg"));
        QCOMPARE(body->file.cacheSeconds, 365 * 86'400);
        QVERIFY(body->file.name.isEmpty());
        QCOMPARE(codeOf(board.ads.readAdImage(Billboard::viewer(1), ad.id, {QStringLiteral("old")})),
                 ErrorCode::NotFound);
        board.db.clock.set(ad.endDate.after(30 * Billboard::minuteMs)); // a page outlives the campaign
        QVERIFY(open());
        board.db.clock.set(ad.endDate.after(60 * Billboard::minuteMs));
        QCOMPARE(codeOf(open()), ErrorCode::NotFound);
    }

    // ADS-05
    void theFiguresAreByDayByAdAndBySlot()
    {
        Billboard board;
        const Ad ad = board.ad();
        const Ad hero = board.ad(board.wish(QStringLiteral("Hero"), AdSlot::HomeHero, 0, 10));
        const auto look = [&](Id<Ad> id, int first, int count, int clicks) {
            for (int i = first; i < first + count; ++i)
                QVERIFY(board.ads.noteImpression(Billboard::viewer(i), id, Billboard::browser));
            for (int i = first; i < first + clicks; ++i)
                QVERIFY(board.ads.clickAd(Billboard::viewer(i), id, Billboard::browser));
            board.ads.flush();
        };
        look(ad.id, 0, 4, 1);
        look(hero.id, 0, 10, 0);
        board.db.clock.advance(Billboard::dayMs);
        look(ad.id, 100, 6, 2);

        const auto statistics = board.ads.readAdStatistics(board.boss, ad.id, {});
        const auto performance = board.ads.readAdPerformance(board.boss, {});

        QCOMPARE(statistics->ad.impressions, 10);
        QCOMPARE(statistics->days.size(), 2);
        QCOMPARE(statistics->days[0].day, QStringLiteral("2026-09-21"));
        QCOMPARE(statistics->days[0].impressions, 4);
        QCOMPARE(statistics->days[1].clicks, 2);
        QCOMPARE(performance->impressions, 20);
        QCOMPARE(performance->clicks, 3);
        QCOMPARE(performance->ctr, BasisPoints{1500});
        QCOMPARE(performance->byAd.size(), 2);
        QCOMPARE(performance->bySlot.size(), qsizetype(adSlotShapes.size()));
        QCOMPARE(performance->bySlot[qsizetype(AdSlot::HomeStrip)].ctr, BasisPoints{3000});
        QCOMPARE(performance->bySlot[qsizetype(AdSlot::HomeHero)].impressions, 10);
        QCOMPARE(performance->bySlot[qsizetype(AdSlot::SearchResult)].ads, 0);
        // A removed ad keeps its share of the figures.
        QVERIFY(board.ads.removeAd(board.boss, hero.id));
        QCOMPARE(board.ads.readAdPerformance(board.boss, {})->impressions, 20);
        QCOMPARE(codeOf(board.ads.readAdPerformance(board.boss, {.from = board.in(-400)})),
                 ErrorCode::ValidationFailed);
    }

    // ADS-03
    void anAdIsNotAskedForInAStateThatThereIsNoneOf()
    {
        Billboard board;
        board.ad();

        const auto refused = board.ads.showAds(
            Billboard::viewer(1),
            {{.placement = AdSlot::HomeStrip, .region = QStringLiteral("IN-ZZ")}, Billboard::browser});

        QCOMPARE(codeOf(refused), ErrorCode::ValidationFailed);
        QCOMPARE(refused.error().fields.constFirst().field, QStringLiteral("region"));
    }

    // PRIV-01
    void nothingIsStoredOfAViewer()
    {
        Billboard board;
        const Ad ad = board.ad();
        QVERIFY(board.ads.noteImpression(Billboard::viewer(1), ad.id, Billboard::browser));
        board.ads.flush();

        QCOMPARE(board.db.number("count(*) FROM ad_days"), 1); // an ad, a slot, a day and two numbers
        QCOMPARE(board.titles(Billboard::viewer(1), strip), QStringList{QStringLiteral("Monsoon offer")});
    }
};

} // namespace

TEST_CLASS(TestOfAdServing)
#include "tst_serving.moc"
