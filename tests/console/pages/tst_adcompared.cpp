// What a campaign is compared with, and what is said while a part of it is not known.

#include "console/kit/segments.h"
#include "console/pages/ads/campaignform.h"
#include "console/pages/ads/paircard.h"
#include "shared/contract/categorydepth.h"
#include "tests/console/pages/adspage.h"
#include "tests/console/registry.h"

#include <QComboBox>
#include <QTranslator>

using namespace adspage;

namespace {

// The list around a campaign asks for its slot; the one of the shown days does not.
bool isAround(const kit::Call &call)
{
    return call.target.contains("/admin/ads?") && call.target.contains("slot=");
}

// The shown days answer, and nothing around the campaign.
void answerShownDaysOnly(AdsFixture &given)
{
    given.console.server.answerWith([&given](const kit::Call &call) -> std::optional<QByteArray> {
        if (!call.target.contains("/admin/ads?") || isAround(call))
            return std::nullopt;
        return json::bytes(given.ads);
    });
}

PutAd sentBy(AdsFixture &given)
{
    return json::parse<PutAd>(given.console.server.lastBody(api::updateAd, given.running.id)).value();
}

// Has no allowance left for the categories at first.
struct CategoriesLaterServer : FakeTransport
{
    int refused = 0;
    QFuture<kit::Reply> send(const kit::Call &call) override
    {
        if (call.target != "/api/v1/categories" || refused++ > 0)
            return FakeTransport::send(call);
        kit::Reply reply{.status = 429};
        reply.retryAfterSeconds = 1;
        return QtFuture::makeReadyFuture(reply);
    }
};

} // namespace

class TestAdCompared : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lanesGetTheNamesOfTheirCategoriesAsSoonAsTheServerMayAnswer()
    {
        AdsFixture given;
        CategoriesLaterServer server;
        server.takeAnswers(given.console.server);
        kit::Api api(server);
        kit::Kit kit{given.console.theme,   api,
                     given.console.clock,   given.console.feeds,
                     given.console.notices, given.console.navigator,
                     given.console.me,      given.console.keepsakes};
        ads::Page page(kit);
        page.refresh();
        const auto *timeline = page.findChild<ads::Timeline *>("timeline");
        QVERIFY(!timeline->laneNames().contains("Category: Copper & brass"));

        QTRY_VERIFY(timeline->laneNames().contains("Category: Copper & brass"));
    }

    // ADS-02: neither the categories nor the other half have come.
    void whatIsNotOfferedIsKeptByTheForm()
    {
        AdsFixture given;
        const Id<Category> copper = samples::categories().at(2).id;
        given.ads[1].categoryId = copper;
        given.ads[1].partnerId = samples::id<Ad>(9040);
        given.console.server.answer(api::listAllAds, samples::page(given.ads));
        given.console.server.refuse(api::listCategories, ErrorCode::Unavailable);
        given.console.server.answer(api::updateAd, given.ads.at(1), given.running.id);
        given.open();

        QVERIFY(press(*given.page, "edit"));
        QDialog *dialog = dialogOf(*given.page);
        const QString category = found<QComboBox>(*dialog, "category_id")->currentText();
        const QString partner = found<QComboBox>(*dialog, "partner_id")->currentText();
        type(*dialog, "title", QStringLiteral("Another title"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(category, QStringLiteral("The one that was saved"));
        QCOMPARE(partner, QStringLiteral("The one that was saved"));
        QCOMPARE(sentBy(given).title, QStringLiteral("Another title"));
        QCOMPARE(sentBy(given).categoryId, std::optional(copper));
        QCOMPARE(sentBy(given).partnerId, std::optional(samples::id<Ad>(9040)));
    }

    // ADS-02: and it can still be taken away.
    void whatIsNotOfferedCanBeGivenUp()
    {
        AdsFixture given;
        given.ads[1].partnerId = samples::id<Ad>(9040);
        given.console.server.answer(api::listAllAds, samples::page(given.ads));
        given.console.server.answer(api::updateAd, given.ads.at(1), given.running.id);
        given.open();

        QVERIFY(press(*given.page, "edit"));
        QDialog *dialog = dialogOf(*given.page);
        auto *partner = found<QComboBox>(*dialog, "partner_id");
        partner->setCurrentIndex(partner->findText(QStringLiteral("None")));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(sentBy(given).partnerId, std::nullopt);
    }

    // ADS-03
    void aHalfThatRunsAtAnotherTimeTakesNothingOfTheDraw()
    {
        const ads::Categories none;
        Ad own = samples::ads().at(1);
        Ad before = samples::otherHalf(own);
        before.weight = 9;
        own.partnerId = before.id;
        QCOMPARE(ads::shareOf(own, {own, before}, none), 100);

        before.endDate = own.startDate;
        QCOMPARE(ads::shareOf(own, {own, before}, none), 100);
        before.endDate = own.startDate.after(1);
        QCOMPARE(ads::shareOf(own, {own, before}, none), 50);
    }

    // ADS-02
    void noConflictIsSaidOnlyOfWhatIsWhollyKnown()
    {
        AdsFixture given;
        given.open();
        const QString calm = QStringLiteral("No conflict in");
        QVERIFY(shows(*given.page, QStringLiteral("No conflict in Home hero until 26 Nov.")));

        given.console.server.hold();
        given.timeline->choose(given.ads.at(3).id.text());
        QVERIFY(!shows(*given.page, calm));
        QVERIFY(!shows(*given.page, QStringLiteral("100 %")));
        given.console.server.release();

        QVERIFY(shows(*given.page, QStringLiteral("No conflict in Home strip until 22 Nov.")));
        QVERIFY(shows(*given.page, QStringLiteral("100 %")));
    }

    // ADS-02
    void noConflictIsNotSaidWhenTheSurroundingsFailed()
    {
        AdsFixture given;
        answerShownDaysOnly(given);
        given.console.server.refuse(api::listAllAds, ErrorCode::Unavailable);
        given.open();
        QVERIFY(shows(*given.page, QStringLiteral("Home hero · 14 – 26 Nov 2026")));
        QVERIFY(!shows(*given.page, QStringLiteral("No conflict in")));

        given.console.server.answer(api::listAllAds, samples::page(given.ads));
        given.page->refresh();

        QVERIFY(shows(*given.page, QStringLiteral("No conflict in Home hero until 26 Nov.")));
    }

    // ADS-02: with more pages than are fetched.
    void noConflictIsNotSaidOfACutList()
    {
        AdsFixture given;
        answerShownDaysOnly(given);
        auto cut = samples::page(given.ads);
        cut.nextCursor = QStringLiteral("more");
        given.console.server.answer(api::listAllAds, cut);

        given.open();

        QCOMPARE(given.console.server.lines().filter(QStringLiteral("slot=")).size(), 5);
        QVERIFY(shows(*given.page, QStringLiteral("Home hero · 14 – 26 Nov 2026")));
        QVERIFY(!shows(*given.page, QStringLiteral("No conflict in")));
    }

    // ADS-02
    void whatIsInTheWayIsNamedAndTheRestCounted()
    {
        AdsFixture given;
        given.open();
        given.refuseMove(5);

        given.drag(given.bar().center(), 3);

        QVERIFY(
            shows(*given.page, QStringLiteral("Home hero has no room for “Sell e-waste the safe way” then: “Blocker "
                                              "1”, “Blocker 2”, “Blocker 3” and 2 more are there.")));
    }

    // ADS-02: the bar and the words beside it say the same.
    void aBarIsMarkedWhereMoreMeetThanItsPlaceShows()
    {
        AdsFixture given;
        const auto busy = [&](int number) {
            Ad ad = given.running;
            ad.id = samples::id<Ad>(number);
            return ad;
        };
        QList<Ad> ads = given.ads;
        for (int i = 0; i < shapeOf(AdSlot::HomeHero).rotation; ++i)
            ads += busy(9100 + i);
        given.console.server.answer(api::listAllAds, samples::page(ads));

        given.open();

        QVERIFY(given.timeline->isMarked(given.id));
        QVERIFY(given.timeline->isMarked(samples::id<Ad>(9100).text()));
        QVERIFY(!given.timeline->isMarked(given.ads.at(3).id.text())); // in another slot
        QVERIFY(shows(*given.page, QStringLiteral("more than it shows at a time")));
    }

    // ADS-02
    void aBarThatWentBackIsNotMarked()
    {
        AdsFixture given;
        given.open();
        given.refuseMove(1);

        given.drag(given.bar().center(), 3);

        QVERIFY(shows(*given.page, QStringLiteral("“Blocker 1” is there")));
        QVERIFY(shows(*given.page, QStringLiteral("No conflict in Home hero until 26 Nov.")));
        QVERIFY(!given.timeline->isMarked(given.id));
    }

    void aRefusedMoveIsSaidInTheCalendarOnly()
    {
        AdsFixture given;
        given.open();
        given.refuseMove(1);
        given.drag(given.bar().center(), 3);
        const auto *notice = given.page->findChild<QWidget *>("conflict");
        QVERIFY(notice->isVisible());

        given.view(1); // the same calendar
        QVERIFY(notice->isVisible());
        given.view(3);

        QVERIFY(!notice->isVisible());
    }

    void aRefusedMoveIsSaidAnewInAnotherLanguage()
    {
        AdsFixture given;
        given.open();
        given.refuseMove(4);
        given.drag(given.bar().center(), 3);
        QTranslator words;
        QVERIFY(words.load(QStringLiteral(":/translations/console_hi.qm")));

        QCoreApplication::installTranslator(&words);
        QCoreApplication::processEvents();

        QVERIFY(shows(*given.page, QStringLiteral("के लिए जगह नहीं है")));
        QVERIFY(!shows(*given.page, QStringLiteral("has no room")));
        QCoreApplication::removeTranslator(&words);
    }

    // CADM-05
    void theTableCountsAllCampaignsAndTheCalendarItsOwn()
    {
        AdsFixture given;
        QList<Ad> all = given.ads;
        for (int i = 0; i < 13; ++i) {
            all += given.ads.constLast();
            all.last().id = samples::id<Ad>(9200 + i);
        }
        given.console.server.answerWith([&](const kit::Call &call) -> std::optional<QByteArray> {
            if (!call.target.contains("/admin/ads?"))
                return std::nullopt;
            return json::bytes(call.target.contains("from=") ? given.ads : all);
        });
        given.open();
        QVERIFY(shows(*given.page, QStringLiteral("11 campaign(s) · 5 running")));

        given.view(3);

        QVERIFY(shows(*given.page, QStringLiteral("24 campaign(s)")));
        given.view(1);
        QVERIFY(shows(*given.page, QStringLiteral("11 campaign(s) · 5 running")));
    }

    // ADS-02, ADS-03
    void anotherSlotAndPartnerAreComparedAnew()
    {
        AdsFixture given;
        Ad changed = given.running;
        const Ad other = samples::otherHalf(changed);
        changed.slot = AdSlot::SearchResult;
        changed.partnerId = other.id;
        given.console.server.answerWith([&](const kit::Call &call) -> std::optional<QByteArray> {
            if (!isAround(call) || !call.target.contains("slot=search_result"))
                return std::nullopt;
            const Ad rival = samples::ad(61, QStringLiteral("Rival"), AdSlot::SearchResult, QDate(2026, 11, 16),
                                         QDate(2026, 11, 18), AdState::Scheduled);
            return json::bytes(QList<Ad>{rival});
        });
        given.console.server.answer(api::readAd, other, other.id);
        given.console.server.answer(api::updateAd, changed, given.running.id);
        given.open();

        QVERIFY(press(*given.page, "edit"));
        QVERIFY(press(*dialogOf(*given.page), "verb"));

        QVERIFY(
            shows(*given.page, QStringLiteral("2 campaigns meet in Search results, more than it shows at a time.")));
        QVERIFY(given.page->findChild<ads::PairCard *>("pair")->isVisibleTo(given.page.get()));
    }

    // ADS-02: the first cut may have left out what another slot shows.
    void onlyTheSlotThatAPictureWasCutForShowsIt()
    {
        ConsoleKit console;
        QPixmap hero(300, 100);
        hero.fill(Qt::red);
        ads::CampaignForm form(
            console.kit,
            {.ad = samples::ads().at(1), .all = {}, .categories = {}, .today = QDate(2026, 11, 20), .picture = hero});
        form.resize(500, 1200);
        auto *cut = form.findChild<ads::CutPreview *>("cut");
        auto *slot = found<QComboBox>(form, "slot");
        const auto color = [&] { return cut->grab().toImage().pixelColor(cut->frame().topLeft() + QPoint(30, 30)); };
        QCOMPARE(cut->accessibleName(), QStringLiteral("Home hero, cut to 1200 × 400"));
        QCOMPARE(color(), QColor(Qt::red));

        slot->setCurrentIndex(slot->findData(QStringLiteral("search_result")));
        QCOMPARE(cut->accessibleName(), QStringLiteral("Search results, cut anew from the original to 600 × 400"));
        QVERIFY(color() != QColor(Qt::red));
        slot->setCurrentIndex(slot->findData(QStringLiteral("home_hero")));

        QCOMPARE(cut->accessibleName(), QStringLiteral("Home hero, cut to 1200 × 400"));
        QCOMPARE(color(), QColor(Qt::red));
    }

    // ADS-05
    void figuresOfATimeThatWasLeftDoNotReplaceTheChosenOnes()
    {
        AdsFixture given;
        given.console.server.answerWith([](const kit::Call &call) -> std::optional<QByteArray> {
            if (!call.target.contains("/performance"))
                return std::nullopt;
            AdPerformance out = samples::adPerformance();
            const bool isWeek = call.target.contains("from=2026-11-13");
            out.impressions = isWeek ? 7'777 : 365'365;
            out.byAd = isWeek ? out.byAd.first(2) : out.byAd;
            return json::bytes(out);
        });
        given.open();
        for (auto *button : given.page->findChildren<QAbstractButton *>())
            if (button->text() == QStringLiteral("Figures"))
                button->click();

        given.console.server.hold();
        auto *period = found<kit::Segments>(*given.page, "period");
        period->choose(3);
        period->choose(0);
        given.console.server.release(FakeTransport::Order::NewestFirst);

        QVERIFY(shows(*given.page, QStringLiteral("7,777 impressions")));
        QCOMPARE(given.page->findChild<QAbstractItemView *>("figures")->model()->rowCount(), 2);
    }

    // ADS-02
    void aTreeThatBitesItsTailEndsWhereTheServerEndsIt()
    {
        const Id<Category> first = samples::id<Category>(1), second = samples::id<Category>(2);
        ads::Categories categories;
        categories.take({{.id = first, .parentId = second}, {.id = second, .parentId = first}});
        QCOMPARE(categories.lineage(first).size(), catalog::categoryDepthMax);
    }
};
CONSOLE_TEST(TestAdCompared)
#include "tst_adcompared.moc"
