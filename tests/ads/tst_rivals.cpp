// Which campaigns are in each other's way: those that one viewer may meet in one slot at the same time.

#include "shared/contract/categorydepth.h"
#include "tests/ads/billboard.h"
#include "tests/support/runner.h"

Q_DECLARE_METATYPE(PutAd)

namespace {

AdConflict conflictOf(const Error &error)
{
    return json::parse<AdConflict>(error.details).value();
}

class TestOfRivals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // ADS-02
    void aSlotTakesAsManyCampaignsBeforeOneViewerAsItRotates()
    {
        Billboard board;
        for (int i = 0; i < shapeOf(AdSlot::HomeHero).rotation; ++i)
            board.ad(aimed(board, QStringLiteral("IN-KA")));
        const PutAd fourth = aimed(board, QStringLiteral("IN-KA"));
        const PutAd everywhere = aimed(board, {});
        const auto before = board.traces();

        QCOMPARE(codeOf(board.ads.addAd(board.boss, fourth)), ErrorCode::Conflict);
        QCOMPARE(codeOf(board.ads.addAd(board.boss, everywhere)), ErrorCode::Conflict);

        QCOMPARE(board.traces(), before);
        QVERIFY(board.ads.addAd(board.boss, aimed(board, QStringLiteral("IN-MH"))));
    }

    // ADS-02, ADS-03
    void campaignsCompeteWhereTheirTargetsOverlap_data()
    {
        QTest::addColumn<PutAd>("there");
        QTest::addColumn<PutAd>("wanted");
        QTest::addColumn<bool>("competes");
        const auto in = [](const char *region) { return PutAd{.region = QString::fromLatin1(region)}; };
        const auto to = [](Role role) { return PutAd{.audience = role}; };
        QTest::newRow("everywhere and everywhere") << PutAd{} << PutAd{} << true;
        QTest::newRow("everywhere and a region") << PutAd{} << in("IN-MH") << true;
        QTest::newRow("a region and everywhere") << in("IN-MH") << PutAd{} << true;
        QTest::newRow("one region") << in("IN-MH") << in("IN-MH") << true;
        QTest::newRow("two regions") << in("IN-MH") << in("IN-KA") << false;
        QTest::newRow("everybody and buyers") << PutAd{} << to(Role::Buyer) << true;
        QTest::newRow("buyers and vendors") << to(Role::Buyer) << to(Role::Vendor) << false;
        QTest::newRow("a region and an audience") << in("IN-MH") << to(Role::Buyer) << true;
    }
    void campaignsCompeteWhereTheirTargetsOverlap()
    {
        QFETCH(PutAd, there);
        QFETCH(PutAd, wanted);
        QFETCH(bool, competes);
        Billboard board;
        const auto strip = [&](const PutAd &aim) {
            PutAd wish = board.wish();
            wish.region = aim.region;
            wish.audience = aim.audience;
            return wish;
        };
        const Ad first = board.ad(strip(there));

        const auto answer = board.ads.addAd(board.boss, strip(wanted));

        QCOMPARE(codeOf(answer), competes ? ErrorCode::Conflict : ErrorCode::Internal);
        if (competes) {
            const AdConflict conflict = conflictOf(answer.error());
            QCOMPARE(conflict.conflicts.size(), 1);
            QCOMPARE(conflict.conflicts[0].id, first.id);
            QCOMPARE(conflict.suggestedStart, board.in(10));
        }
        QCOMPARE(board.db.number("count(*) FROM ads"), competes ? 1 : 2);
    }

    // ADS-02
    void aCategoryCompetesWithWhatLiesAboveAndBelowIt()
    {
        Billboard board;
        const auto category = [&](const char *name, std::optional<Id<Category>> above = {}) {
            return board.catalog.addCategory(board.boss, {.parentId = above, .name = QString::fromLatin1(name)})->id;
        };
        const Id<Category> metals = category("Metals"), paper = category("Paper");
        const Id<Category> copper = category("Copper", metals), steel = category("Steel", metals);
        const auto at = [&](std::optional<Id<Category>> where, int firstDay = 0) {
            PutAd wish = board.wish(QStringLiteral("Spotlight"), AdSlot::CategoryTop, firstDay, firstDay + 10);
            wish.categoryId = where;
            return wish;
        };
        const Ad first = board.ad(at(copper));

        for (const auto &where : {std::optional(copper), std::optional(metals), std::optional<Id<Category>>()})
            QCOMPARE(codeOf(board.ads.addAd(board.boss, at(where))), ErrorCode::Conflict);
        QVERIFY(board.ads.addAd(board.boss, at(steel)));
        QVERIFY(board.ads.addAd(board.boss, at(paper)));
        const auto all = board.ads.addAd(board.boss, at({}, 5));

        QCOMPARE(codeOf(all), ErrorCode::Conflict);
        QCOMPARE(conflictOf(all.error()).conflicts.size(), 3);
        QCOMPARE(conflictOf(all.error()).suggestedStart, board.in(10));
        QCOMPARE(board.read(first.id).version, 1);
    }

    // ADS-02
    void campaignsThatNobodyMeetsTogetherLeaveRoomForOneOfAll()
    {
        Billboard board;
        for (const char *region : {"IN-MH", "IN-KA", "IN-TN", "IN-GJ"})
            board.ad(aimed(board, QString::fromLatin1(region)));

        const auto everywhere = board.ads.addAd(board.boss, aimed(board, {}));

        QVERIFY(everywhere); // of three places each viewer finds one taken
        const auto moved = board.ads.scheduleAd(board.boss, everywhere->id, {board.in(1), board.in(11), 1});
        QVERIFY(moved);
        QCOMPARE(moved->startDate, board.in(1));
    }

    // ADS-02
    void aPairIsNoRivalOfItselfButItsOtherHalfIsOneOfOthers()
    {
        Billboard board;
        const Ad first = board.ad(board.wish(QStringLiteral("Half A"), AdSlot::OrderConfirmed, 0, 10));
        PutAd half = board.wish(QStringLiteral("Half B"), AdSlot::OrderConfirmed, 0, 12);
        half.partnerId = first.id;
        const Ad second = board.ad(half);
        board.ad(board.wish(QStringLiteral("Third"), AdSlot::OrderConfirmed, 0, 10)); // the second of two places

        const auto refused =
            board.ads.addAd(board.boss, board.wish(QStringLiteral("Fourth"), AdSlot::OrderConfirmed, 8, 14));
        QCOMPARE(codeOf(refused), ErrorCode::Conflict);
        QCOMPARE(conflictOf(refused.error()).conflicts.size(), 3);
        QCOMPARE(conflictOf(refused.error()).suggestedStart, board.in(10));
        QVERIFY(board.ads.scheduleAd(board.boss, second.id, {board.in(0), board.in(9), 1}));
        PutAd alone = Billboard::edited(board.read(second.id));
        alone.partnerId.reset();
        QCOMPARE(codeOf(board.ads.updateAd(board.boss, second.id, alone)), ErrorCode::Conflict);
        QCOMPARE(board.read(first.id).partnerId, std::optional(second.id));
    }

    // ADS-02
    void withMoreCampaignsThanAreLookedAtNothingIsSaidToHaveRoom()
    {
        Billboard board;
        const auto category = [&](const char *name) {
            return board.catalog.addCategory(board.boss, {.name = QString::fromLatin1(name)})->id;
        };
        const Id<Category> copper = category("Copper"), paper = category("Paper"), glass = category("Glass");
        const auto at = [&](Id<Category> where, qint64 firstDay) {
            PutAd wish = board.wish(QStringLiteral("Spotlight"), AdSlot::CategoryTop, firstDay, firstDay + 10);
            wish.categoryId = where;
            return wish;
        };
        const Ad first = board.ad(at(copper, 0));
        QVERIFY(board.db->write([&](Tx &tx) -> Result<> {
            ads::Store store;
            ads::AdRow row = *store.find(tx, first.id);
            for (int i = 1; i < ads::neighboursMax; ++i) {
                row.id = board.ids.next<Ad>();
                store.insert(tx, row);
            }
            return {};
        }));
        const Ad last = board.ad(at(paper, 0));
        const PutAd wish = at(glass, 0), later = at(glass, 10);
        const auto before = board.traces();

        const auto refused = board.ads.addAd(board.boss, wish);

        QCOMPARE(codeOf(refused), ErrorCode::Conflict);
        QVERIFY(refused.error().message.contains(QStringLiteral("More than 2000 campaigns")));
        QCOMPARE(codeOf(board.ads.scheduleAd(board.boss, last.id, {board.in(1), board.in(11), 1})),
                 ErrorCode::Conflict);
        QCOMPARE(board.traces(), before);
        // Those that are over by then are not in the way of what is planned far ahead.
        const auto far = board.ads.addAd(board.boss, later);
        QVERIFY(far);
        QCOMPARE(codeOf(board.ads.addAd(board.boss, at(glass, 15))), ErrorCode::Conflict);
    }

    // ADS-02: such a tree cannot be made, but must not keep the server busy.
    void aTreeThatBitesItsTailEndsAtTheDepthThatATreeMayHave()
    {
        Billboard board;
        const Id<Category> above = board.catalog.addCategory(board.boss, {.name = QStringLiteral("Metals")})->id;
        const Id<Category> below =
            board.catalog.addCategory(board.boss, {.parentId = above, .name = QStringLiteral("Copper")})->id;
        QVERIFY(board.db->write([&](Tx &tx) -> Result<> {
            tx.run("UPDATE categories SET parent_id = ? WHERE id = ?", below, above);
            return {};
        }));

        const auto lineage = board.db->read([&](Tx &tx) { return board.catalog.lineage(tx, below); });

        QCOMPARE(lineage.size(), catalog::categoryDepthMax);
    }

private:
    // For ten days from today, in the slot that rotates three.
    static PutAd aimed(Billboard &board, const std::optional<QString> &region)
    {
        PutAd wish = board.wish(QStringLiteral("Hero"), AdSlot::HomeHero, 0, 10);
        wish.region = region;
        return wish;
    }
};

} // namespace

TEST_CLASS(TestOfRivals)
#include "tst_rivals.moc"
