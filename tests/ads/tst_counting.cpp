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
        board.db.clock.advance(45 * Billboard::minuteMs);
        click(viewer); // of the same view
        QCOMPARE(board.read(ad.id).clicks, 1);
        look();
        board.db.clock.advance(45 * Billboard::minuteMs); // the page stays open
        click(viewer);
        QCOMPARE(board.read(ad.id).clicks, 2);
        QCOMPARE(board.read(ad.id).impressions, 2);
    }
};

} // namespace

TEST_CLASS(TestOfAdCounting)
#include "tst_counting.moc"
