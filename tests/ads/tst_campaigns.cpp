#include "shared/contract/adnews.h"
#include "tests/ads/billboard.h"
#include "tests/support/runner.h"

#include <QFile>
#include <QSize>

namespace {

AdConflict conflictOf(const Error &error)
{
    return json::parse<AdConflict>(error.details).value();
}

class TestOfCampaigns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // ADS-01, ADS-02
    void aCampaignIsAddedAndReadBack()
    {
        Billboard board;
        PutAd wish = board.wish(QStringLiteral("Sell e-waste the safe way"), AdSlot::HomeHero, 2, 12);
        wish.description = QStringLiteral("Certified pickup");
        wish.region = QStringLiteral("IN-MH");
        wish.audience = Role::Buyer;
        wish.impressionCap = 50'000;
        wish.viewerDailyCap = 3;

        const auto ad = board.ads.addAd(board.boss, wish);

        QVERIFY(ad);
        QCOMPARE(ad->state, AdState::Scheduled);
        QCOMPARE(ad->title, wish.title);
        QCOMPARE(ad->description, wish.description);
        QCOMPARE(ad->clickUrl, QStringLiteral("https://shop.example/offer?from=ad"));
        QCOMPARE(ad->startDate, board.in(2));
        QCOMPARE(ad->endDate, board.in(12));
        QCOMPARE(ad->impressions, 0);
        QCOMPARE(ad->clicks, 0);
        QCOMPARE(ad->ctr, BasisPoints{0});
        QCOMPARE(ad->createdBy, QStringLiteral("root"));
        QCOMPARE(ad->createdAt, board.today());
        QVERIFY(ad->imageUrl.startsWith(QStringLiteral("/api/v1/ads/%1/image?v=").arg(ad->id.text())));
        QVERIFY(ad->previewUrl.contains(QLatin1String("signature=")));
        QCOMPARE(board.read(ad->id).impressionCap, std::optional<qint64>(50'000));
        QCOMPARE(board.db.number("count(*) FROM audit_log WHERE action = 'ads.created'"), 1);
    }

    // ADS-02, MED-10
    void thePictureIsCutToTheShapeOfTheSlot()
    {
        Billboard board;
        storage::Service storage(*board.db, board.db.clock, board.ids, board.settings, board.audit, board.secrets,
                                 {board.folder.filePath(QStringLiteral("files")), QStringLiteral(SANDBOX)});
        ads::Service ads(*board.db, board.db.clock, board.ids, board.accounts, board.catalog, board.audit, storage,
                         board.secrets);
        PutAd wish = board.wish(QStringLiteral("Cut to size"), AdSlot::SearchResult, 0, 5);
        wish.imageId = board.picture(board.boss, storage);
        const auto proportion = [&](const Ad &ad) {
            const auto body = ads.readAdImage(Billboard::viewer(1), ad.id, {ad.imageUrl.section(u'=', 1)}).value();
            const QByteArray file = [&] {
                QFile on(body.file.path);
                return on.open(QIODevice::ReadOnly) ? on.readAll() : QByteArray();
            }();
            return jpegSize(file);
        };

        const auto ad = ads.addAd(board.boss, wish);
        QVERIFY(ad);
        const QSize search = proportion(*ad);
        PutAd moved = Billboard::edited(*ad);
        moved.slot = AdSlot::HomeStrip;
        const auto strip = ads.updateAd(board.boss, ad->id, moved);

        QVERIFY(strip);
        QCOMPARE(search, QSize(600, 400));
        QCOMPARE(proportion(*strip), QSize(1200, 120));
        QVERIFY(strip->imageUrl != ad->imageUrl);

        // Whoever shows it says the slot's size, so a smaller one would be stretched.
        wish.imageId = board.picture(board.boss, storage, QStringLiteral(SMALL_PICTURE));
        wish.slot = AdSlot::HomeHero;
        const auto traces = board.traces();
        const auto small = ads.addAd(board.boss, wish);
        QCOMPARE(small.error().fields.constFirst(),
                 (FieldError{QStringLiteral("image_id"), QStringLiteral("must have at least 1200 × 400 pixels")}));
        QCOMPARE(board.traces(), traces);
    }

    // ADS-02
    void aWrongCampaignIsRefusedByFieldAndLeavesNothing_data()
    {
        QTest::addColumn<QString>("field");
        for (const char *field :
             {"image_id", "click_url", "end_date", "end_date past", "end_date long", "end_date 1970", "category_id",
              "partner_id", "title", "title of spaces", "title turned", "title of two lines",
              "title with a hidden space", "description turned", "region", "start_date far ahead", "click_url at home"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }
    void aWrongCampaignIsRefusedByFieldAndLeavesNothing()
    {
        QFETCH(QString, field);
        Billboard board;
        PutAd wish = board.wish();
        if (field == u"image_id")
            wish.imageId.reset();
        else if (field == u"click_url")
            wish.clickUrl = QStringLiteral("http://shop.example/");
        else if (field == u"end_date")
            wish.endDate = wish.startDate;
        else if (field == u"end_date past")
            std::tie(wish.startDate, wish.endDate) = std::pair(board.in(-9), board.in(-1));
        else if (field == u"end_date long")
            wish.endDate = board.in(367);
        else if (field == u"end_date 1970") // as of a campaign that is not there yet
            wish.startDate = wish.endDate = Instant{};
        else if (field == u"category_id")
            wish.categoryId = board.ids.next<Category>();
        else if (field == u"partner_id")
            wish.partnerId = board.ids.next<Ad>();
        else if (field == u"title of spaces")
            wish.title = QStringLiteral("      ");
        else if (field == u"title turned")
            wish.title = QStringLiteral("Copper \u202Ereppoc");
        else if (field == u"title with a hidden space")
            wish.title = QStringLiteral("Copper\u200B wire");
        else if (field == u"title of two lines")
            wish.title = QStringLiteral("Copper\nand brass");
        else if (field == u"description turned")
            wish.description = QStringLiteral("The best \u2067price");
        else if (field == u"region")
            wish.region = QStringLiteral("IN-ZZ");
        else if (field == u"start_date far ahead")
            std::tie(wish.startDate, wish.endDate) =
                std::pair(board.in(ads::aheadDaysMax + 1), board.in(ads::aheadDaysMax + 9));
        else if (field == u"click_url at home")
            wish.clickUrl = QStringLiteral("https://127.0.0.1/");
        else
            wish.title = QStringLiteral("  a ");
        const auto before = board.traces();

        const auto refused = board.ads.addAd(board.boss, wish);

        QCOMPARE(codeOf(refused), ErrorCode::ValidationFailed);
        QCOMPARE(refused.error().fields.constFirst().field, field.section(u' ', 0, 0));
        QCOMPARE(board.traces(), before);
    }

    // ADS-02
    void aForeignOrOtherwiseMeantPictureIsNotTaken()
    {
        Billboard board;
        PutAd wish = board.wish();
        wish.imageId = board.picture(board.vendor(QStringLiteral("asha")), board.storage);
        const auto before = board.traces();

        QCOMPARE(codeOf(board.ads.addAd(board.boss, wish)), ErrorCode::NotFound);

        QCOMPARE(board.traces(), before);
    }

    // ADS-02
    void aFullSlotNamesWhatIsInTheWayAndTheNextFreeDate()
    {
        Billboard board;
        const Ad first = board.ad(board.wish(QStringLiteral("First"), AdSlot::CategoryTop, 0, 10));
        const Ad second = board.ad(board.wish(QStringLiteral("Second"), AdSlot::CategoryTop, 13, 20));
        const PutAd wish = board.wish(QStringLiteral("Third"), AdSlot::CategoryTop, 8, 14);
        const auto before = board.traces();

        const auto refused = board.ads.addAd(board.boss, wish);

        QCOMPARE(codeOf(refused), ErrorCode::Conflict);
        const AdConflict conflict = conflictOf(refused.error());
        QCOMPARE(conflict.conflicts.size(), 2);
        QCOMPARE(conflict.conflicts[0].id, first.id);
        QCOMPARE(conflict.conflicts[1].title, second.title);
        QCOMPARE(conflict.suggestedStart, board.in(20)); // the three days between the two are too few for six
        QCOMPARE(board.traces(), before);
        PutAd fitting = wish;
        fitting.startDate = conflict.suggestedStart;
        fitting.endDate = conflict.suggestedStart.after(6 * Billboard::dayMs);
        QVERIFY(board.ads.addAd(board.boss, fitting));
    }

    // ADS-02
    void aMovedCampaignKeepsToTheSlotAndToTheVersion()
    {
        Billboard board;
        const Ad first = board.ad(board.wish(QStringLiteral("First"), AdSlot::HomeStrip, 0, 5));
        const Ad second = board.ad(board.wish(QStringLiteral("Second"), AdSlot::HomeStrip, 5, 10));
        const auto before = board.traces();

        const auto clash = board.ads.scheduleAd(board.boss, second.id, {board.in(4), board.in(9), 1});
        QCOMPARE(codeOf(clash), ErrorCode::Conflict);
        QCOMPARE(conflictOf(clash.error()).suggestedStart, board.in(5));
        QCOMPARE(board.traces(), before);

        const auto moved = board.ads.scheduleAd(board.boss, second.id, {board.in(7), board.in(12), 1});
        QVERIFY(moved);
        QCOMPARE(moved->startDate, board.in(7));
        QCOMPARE(moved->version, 2);
        QCOMPARE(codeOf(board.ads.scheduleAd(board.boss, second.id, {board.in(8), board.in(13), 1})),
                 ErrorCode::Conflict);
        QCOMPARE(board.read(second.id).startDate, board.in(7));
        QCOMPARE(board.db.number("count(*) FROM audit_log WHERE action = 'ads.scheduled'"), 1);
        QCOMPARE(board.read(first.id).version, 1);
    }

    void ofTwoEditsOfOneVersionOneWins()
    {
        Billboard board;
        const Ad ad = board.ad();
        PutAd mine = Billboard::edited(ad), theirs = Billboard::edited(ad);
        mine.title = QStringLiteral("Mine");
        theirs.title = QStringLiteral("Theirs");

        QVERIFY(board.ads.updateAd(board.boss, ad.id, mine));
        QCOMPARE(codeOf(board.ads.updateAd(board.boss, ad.id, theirs)), ErrorCode::Conflict);

        QCOMPARE(board.read(ad.id).title, QStringLiteral("Mine"));
        QCOMPARE(board.read(ad.id).imageUrl, ad.imageUrl);
        theirs.version.reset();
        QCOMPARE(codeOf(board.ads.updateAd(board.boss, ad.id, theirs)), ErrorCode::ValidationFailed);
    }

    // NOTIF-12: whoever plans beside somebody else sees it at once.
    void everyDeedToACampaignIsToldAndARefusedOneIsNot()
    {
        Billboard board;
        QList<Id<Ad>> told;
        board.outbox.tell<AdChanged>("test.ads", [&](const AdChanged &event) { told += event.adId; });
        board.outbox.drain();
        const auto drained = [&] {
            board.outbox.drain();
            return std::exchange(told, {});
        };

        const Ad ad = board.ad();
        QCOMPARE(drained(), QList{ad.id});
        PutAd edited = Billboard::edited(ad);
        edited.title = QStringLiteral("Another title");
        QVERIFY(board.ads.updateAd(board.boss, ad.id, edited));
        QVERIFY(board.ads.scheduleAd(board.boss, ad.id, {board.in(1), board.in(11), 2}));
        QVERIFY(board.ads.pauseAd(board.boss, ad.id));
        QVERIFY(board.ads.resumeAd(board.boss, ad.id));
        QCOMPARE(drained(), (QList{ad.id, ad.id, ad.id, ad.id}));
        QVERIFY(board.ads.resumeAd(board.boss, ad.id)); // it runs already
        QVERIFY(!board.ads.updateAd(board.boss, ad.id, edited));
        QCOMPARE(drained(), QList<Id<Ad>>());
        const auto copy = board.ads.duplicateAd(board.boss, ad.id);
        QVERIFY(board.ads.removeAd(board.boss, ad.id));
        QCOMPARE(drained(), (QList{copy->id, ad.id}));
    }

    // ADS-02
    void aPausedCampaignIsResumedAndARemovedOneIsGone()
    {
        Billboard board;
        const Ad ad = board.ad();

        QCOMPARE(board.ads.pauseAd(board.boss, ad.id)->state, AdState::Paused);
        QCOMPARE(board.ads.pauseAd(board.boss, ad.id)->version, 2); // a second press changes nothing
        QCOMPARE(board.ads.resumeAd(board.boss, ad.id)->state, AdState::Running);
        QVERIFY(board.ads.removeAd(board.boss, ad.id));

        QCOMPARE(codeOf(board.ads.readAd(board.boss, ad.id)), ErrorCode::NotFound);
        QCOMPARE(codeOf(board.ads.removeAd(board.boss, ad.id)), ErrorCode::NotFound);
        QVERIFY(board.ads.listAllAds(board.boss, {})->items.isEmpty());
        QVERIFY(board.ads.addAd(board.boss, board.wish())); // its place is free again
        QCOMPARE(board.db.number("count(*) FROM audit_log WHERE action IN ('ads.paused', 'ads.resumed', "
                                 "'ads.removed')"),
                 3);
    }

    // ADS-02
    void aCopyWaitsPausedOnTheNextFreeDates()
    {
        Billboard board;
        const Ad ad = board.ad(board.wish(QStringLiteral("First"), AdSlot::HomeStrip, 0, 5));
        board.ad(board.wish(QStringLiteral("Second"), AdSlot::HomeStrip, 7, 10));

        const auto copy = board.ads.duplicateAd(board.boss, ad.id);

        QVERIFY(copy);
        QCOMPARE(copy->title, QStringLiteral("First (copy)"));
        QCOMPARE(copy->state, AdState::Paused);
        QCOMPARE(copy->startDate, board.in(10));
        QCOMPARE(copy->endDate, board.in(15));
        QCOMPARE(copy->impressions, 0);
        PutAd reshaped = Billboard::edited(*copy);
        reshaped.slot = AdSlot::OrderConfirmed;
        QVERIFY(board.ads.updateAd(board.boss, copy->id, reshaped));
    }

    // ADS-02
    void aPairNamesEachOtherAndTakesOnePlace()
    {
        Billboard board;
        const Ad first = board.ad(board.wish(QStringLiteral("Half A")));
        PutAd wish = board.wish(QStringLiteral("Half B"));
        wish.partnerId = first.id;
        const auto second = board.ads.addAd(board.boss, wish);

        QVERIFY(second);
        QCOMPARE(board.read(first.id).partnerId, std::optional(second->id));
        PutAd third = board.wish(QStringLiteral("Half C"));
        third.partnerId = first.id;
        QCOMPARE(codeOf(board.ads.addAd(board.boss, third)), ErrorCode::ValidationFailed);
        PutAd elsewhere = Billboard::edited(*second);
        elsewhere.slot = AdSlot::HomeHero;
        QCOMPARE(codeOf(board.ads.updateAd(board.boss, second->id, elsewhere)), ErrorCode::ValidationFailed);

        QVERIFY(board.ads.removeAd(board.boss, second->id));
        QCOMPARE(board.read(first.id).partnerId, std::optional<Id<Ad>>());
    }

    // CADM-05, SRCH-09
    void campaignsAreListedByWindowStateAndSlot()
    {
        Billboard board;
        const Ad over = board.ad(board.wish(QStringLiteral("Over"), AdSlot::HomeStrip, 0, 2));
        board.db.clock.advance(3 * Billboard::dayMs);
        const Ad running = board.ad(board.wish(QStringLiteral("Running"), AdSlot::HomeStrip, 0, 5));
        const Ad later = board.ad(board.wish(QStringLiteral("Later"), AdSlot::HomeHero, 20, 30));
        const auto ids = [&](const ListAllAds &wish) {
            QList<Id<Ad>> out;
            const QList<Ad> listed = board.ads.listAllAds(board.boss, wish).value().items;
            for (const Ad &ad : listed)
                out += ad.id;
            return out;
        };

        QCOMPARE(ids({}), (QList<Id<Ad>>{later.id, running.id, over.id}));
        QCOMPARE(ids({.state = AdState::Ended}), QList<Id<Ad>>{over.id});
        QCOMPARE(ids({.state = AdState::Running}), QList<Id<Ad>>{running.id});
        QCOMPARE(ids({.state = AdState::Scheduled}), QList<Id<Ad>>{later.id});
        QCOMPARE(ids({.state = AdState::Paused}), QList<Id<Ad>>());
        QCOMPARE(ids({.state = AdState::Spent}), QList<Id<Ad>>());
        QCOMPARE(ids({.slot = AdSlot::HomeHero}), QList<Id<Ad>>{later.id});
        QCOMPARE(ids({.from = board.today(), .until = board.in(10)}), QList<Id<Ad>>{running.id});
        const auto first = board.ads.listAllAds(board.boss, {.limit = 2});
        QCOMPARE(board.ads.listAllAds(board.boss, {.limit = 2, .cursor = first->nextCursor})->items.size(), 1);
    }

    // AUTH-36
    void onlyAdminsWithThePermissionPlan()
    {
        Billboard board;
        const Ad ad = board.ad();
        Caller powerless = board.boss;
        powerless.superAdmin = false;
        const PutAd wish = board.wish();
        const auto before = board.traces();

        for (const Caller &caller : {powerless, board.buyer(QStringLiteral("bina")), Caller{}}) {
            QCOMPARE(codeOf(board.ads.listAllAds(caller, {})), ErrorCode::PermissionMissing);
            QCOMPARE(codeOf(board.ads.readAd(caller, ad.id)), ErrorCode::PermissionMissing);
            QCOMPARE(codeOf(board.ads.addAd(caller, wish)), ErrorCode::PermissionMissing);
            QCOMPARE(codeOf(board.ads.updateAd(caller, ad.id, wish)), ErrorCode::PermissionMissing);
            QCOMPARE(codeOf(board.ads.scheduleAd(caller, ad.id, {})), ErrorCode::PermissionMissing);
            QCOMPARE(codeOf(board.ads.pauseAd(caller, ad.id)), ErrorCode::PermissionMissing);
            QCOMPARE(codeOf(board.ads.resumeAd(caller, ad.id)), ErrorCode::PermissionMissing);
            QCOMPARE(codeOf(board.ads.duplicateAd(caller, ad.id)), ErrorCode::PermissionMissing);
            QCOMPARE(codeOf(board.ads.removeAd(caller, ad.id)), ErrorCode::PermissionMissing);
            QCOMPARE(codeOf(board.ads.readAdStatistics(caller, ad.id, {})), ErrorCode::PermissionMissing);
            QCOMPARE(codeOf(board.ads.readAdPerformance(caller, {})), ErrorCode::PermissionMissing);
        }
        QCOMPARE(board.traces(), before);
    }

private:
    // From the frame header, so that this test needs no Gui.
    static QSize jpegSize(const QByteArray &file)
    {
        for (qsizetype at = 2; at + 9 < file.size();) {
            const auto byte = [&](qsizetype i) { return int(quint8(file[at + i])); };
            if (byte(1) >= 0xc0 && byte(1) <= 0xc2)
                return {byte(7) << 8 | byte(8), byte(5) << 8 | byte(6)};
            at += 2 + (byte(2) << 8 | byte(3));
        }
        return {};
    }
};

} // namespace

TEST_CLASS(TestOfCampaigns)
#include "tst_campaigns.moc"
