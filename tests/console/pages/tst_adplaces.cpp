// The places of campaigns: their lanes, who competes for them, the other half of a pair, the cut of the picture, and
// the time that is looked at.

#include "console/kit/filedrop.h"
#include "console/kit/segments.h"
#include "console/pages/ads/cutpreview.h"
#include "console/pages/ads/detail.h"
#include "console/pages/ads/paircard.h"
#include "tests/console/pages/adspage.h"
#include "tests/console/pages/zone.h"
#include "tests/console/registry.h"

#include <QComboBox>
#include <QScrollBar>
#include <QTemporaryFile>
#include <QUrl>

using namespace adspage;

namespace {

Ad hero(int number, int first, int last)
{
    return samples::ad(number, QStringLiteral("Hero %1").arg(number), AdSlot::HomeHero, QDate(2026, 11, first),
                       QDate(2026, 11, last), AdState::Scheduled);
}

QColor colorAt(QWidget &widget, const QPoint &at)
{
    return widget.grab().toImage().pixelColor(at);
}

// Has no allowance left at first.
struct BusyServer : kit::Transport
{
    int asked = 0;
    QFuture<kit::Reply> send(const kit::Call &) override
    {
        kit::Reply reply{.status = ++asked == 1 ? 429 : 200, .body = "no picture", .contentType = "image/png"};
        reply.retryAfterSeconds = asked == 1 ? 1 : 0;
        return QtFuture::makeReadyFuture(reply);
    }
};

} // namespace

class TestAdPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPictureThatDidNotComeSaysWhyAndIsAskedForAgainInTime()
    {
        ConsoleKit console;
        BusyServer busy;
        kit::Api api(busy);
        kit::Kit kit{console.theme,     api,        console.clock,    console.feeds, console.notices,
                     console.navigator, console.me, console.keepsakes};
        ads::Thumbs thumbs(kit);
        const Ad ad = samples::ads().first();

        thumbs.want({ad});
        QCOMPARE(busy.asked, 1);
        QVERIFY2(thumbs.trouble(ad).contains("Try again in 1 s."), qPrintable(thumbs.trouble(ad)));
        thumbs.want({ad});
        QCOMPARE(busy.asked, 1); // not before the server allows it

        QTRY_COMPARE(busy.asked, 2);
    }

    void thePreviewSaysWhyItsPictureIsMissing()
    {
        AdsFixture given; // the paper server has no pictures
        given.open();

        const auto *preview = given.page->findChild<ads::Preview *>();
        QVERIFY2(preview->accessibleDescription().startsWith("The picture did not come: "),
                 qPrintable(preview->accessibleDescription()));
    }

    // ADS-02, CADM-05
    void everyCategoryWithCampaignsHasItsLane()
    {
        AdsFixture given;
        given.ads[8].slot = AdSlot::CategoryTop;
        given.ads[8].categoryId = samples::categories().at(5).id;
        given.ads[3].categoryId = samples::categories().at(2).id; // of another slot: no lane
        given.console.server.answer(api::listAllAds, samples::page(given.ads));

        given.open();

        QCOMPARE(
            given.timeline->laneNames(),
            (QStringList{QStringLiteral("Home hero"), QStringLiteral("Home strip"), QStringLiteral("Category: all"),
                         QStringLiteral("Category: Copper & brass"), QStringLiteral("Category: E-waste"),
                         QStringLiteral("Search results"), QStringLiteral("Order confirmed")}));
        const auto barOf = [&](int at) { return given.timeline->barOf(given.ads.at(at).id.text()); };
        QVERIFY(barOf(7).bottom() < barOf(5).top()); // all above copper
        QCOMPARE(barOf(5).top(), barOf(6).top());    // one after the other in one lane
        QVERIFY(barOf(6).bottom() < barOf(8).top()); // copper above e-waste
        QCOMPARE(given.timeline->laneNames().size(), 7);
    }

    // ADS-02, CADM-05
    void aBarOfACategoryIsDraggedAndReachedWithTheKeys()
    {
        AdsFixture given;
        given.open();
        const Ad copper = given.ads.at(6);
        Ad moved = copper;
        moved.startDate = ads::shifted(copper.startDate, 2);
        moved.endDate = ads::shifted(copper.endDate, 2);
        given.serve(moved);

        given.drag(given.timeline->barOf(copper.id.text()).center(), 2);
        const ScheduleAd sent =
            json::parse<ScheduleAd>(given.console.server.lastBody(api::scheduleAd, copper.id)).value();
        QCOMPARE(sent.startDate, moved.startDate);
        QCOMPARE(sent.endDate, moved.endDate);

        given.timeline->choose(given.id);
        QStringList met;
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Down, Qt::Key_Left, Qt::Key_Down}) {
            QTest::keyClick(given.timeline, key);
            met += given.timeline->chosen();
        }
        const auto idOf = [&](int at) { return given.ads.at(at).id.text(); };
        QCOMPARE(met, (QStringList{idOf(3), idOf(7), idOf(6), idOf(5), idOf(8)}));
        given.timeline->choose(idOf(6));
        QVERIFY(given.timeline->accessibleDescription().contains(QStringLiteral("Category: Copper & brass")));
    }

    // CADM-05
    void fortyCategoriesAreScrolledAndKeepTheirBars()
    {
        AdsFixture given;
        QList<Category> categories;
        for (int i = 0; i < 40; ++i) {
            categories += {.id = samples::id<Category>(200 + i), .name = QStringLiteral("Kind %1").arg(i + 10)};
            Ad ad = given.ads.at(7);
            ad.id = samples::id<Ad>(9100 + i);
            ad.categoryId = categories.constLast().id;
            given.ads += ad;
        }
        given.console.server.answer(api::listCategories, categories);
        given.console.server.answer(api::listAllAds, samples::page(given.ads));

        given.open();

        const QStringList lanes = given.timeline->laneNames();
        QCOMPARE(lanes.size(), 46); // 5 slots, 40 kinds, and the one whose category is not known any more
        QCOMPARE(lanes.at(3), QStringLiteral("Category: Kind 10"));
        QVERIFY(given.timeline->verticalScrollBar()->maximum() > 0);
        int bottom = -1;
        for (int i = 0; i < 40; ++i) {
            const QRect bar = given.timeline->barOf(samples::id<Ad>(9100 + i).text());
            QVERIFY(bar.top() > bottom);
            QVERIFY(bar.height() >= 33);
            bottom = bar.bottom();
        }
        given.timeline->choose(samples::id<Ad>(9139).text());
        QVERIFY(given.timeline->viewport()->rect().contains(given.timeline->barOf(samples::id<Ad>(9139).text())));
    }

    // ADS-03
    void theHalvesOfAPairStandBesideEachOther()
    {
        AdsFixture given;
        const Ad other = samples::otherHalf(given.running);
        given.ads[1].partnerId = other.id;
        given.console.server.answer(api::listAllAds, samples::page(given.ads));
        given.console.server.answer(api::readAd, other, other.id); // long over, so in no list

        given.open();

        auto *pair = given.page->findChild<ads::PairCard *>("pair");
        QVERIFY(pair->isVisibleTo(given.page.get()));
        for (const char *figure : {"Sell e-waste, second picture", "1,84,220", "61,000", "4,421", "1,281",
                                   "“Sell e-waste the safe way” leads with 2.4% against 2.1%."})
            QVERIFY2(shows(*pair, QString::fromUtf8(figure)), figure);
        QCOMPARE(given.console.server.timesAsked(api::readAd, other.id), 1);
        given.timeline->choose(given.ads.at(2).id.text());
        QVERIFY(!pair->isVisibleTo(given.page.get()));
    }

    // ADS-03
    void aHalfLeadsOnlyWhenChanceWouldHardlyDoIt_data()
    {
        QTest::addColumn<qint64>("viewsA");
        QTest::addColumn<qint64>("clicksA");
        QTest::addColumn<qint64>("viewsB");
        QTest::addColumn<qint64>("clicksB");
        QTest::addColumn<int>("verdict");
        const auto row = [](const char *name, qint64 a, qint64 b, qint64 c, qint64 d, ads::Verdict verdict) {
            QTest::newRow(name) << a << b << c << d << int(verdict);
        };
        row("nothing was seen", 0, 0, 0, 0, ads::Verdict::TooLittle);
        row("one half was hardly seen", 50'000, 900, 999, 40, ads::Verdict::TooLittle);
        row("hardly anybody clicked", 5'000, 9, 5'000, 0, ads::Verdict::TooLittle);
        row("the same", 10'000, 200, 10'000, 200, ads::Verdict::Even);
        row("a little more", 10'000, 200, 10'000, 220, ads::Verdict::Even);
        row("the first by far", 10'000, 300, 10'000, 200, ads::Verdict::First);
        row("the second by far", 10'000, 200, 10'000, 300, ads::Verdict::Second);
        row("everybody clicked", 1'000, 1'000, 1'000, 1'000, ads::Verdict::Even);
    }
    void aHalfLeadsOnlyWhenChanceWouldHardlyDoIt()
    {
        QFETCH(qint64, viewsA);
        QFETCH(qint64, clicksA);
        QFETCH(qint64, viewsB);
        QFETCH(qint64, clicksB);
        QFETCH(int, verdict);
        const Ad first{.impressions = viewsA, .clicks = clicksA};
        const Ad second{.impressions = viewsB, .clicks = clicksB};
        QCOMPARE(int(ads::verdictOf(first, second)), verdict);
    }

    // ADS-02
    void theRoomOfACampaignIsCountedAsTheServerCountsIt()
    {
        const ads::Categories none;
        const Ad own = hero(1, 10, 20);
        Ad south = hero(2, 12, 14), west = hero(3, 12, 14), half = hero(4, 10, 20), later = hero(5, 21, 24);
        south.region = QStringLiteral("IN-TN");
        west.region = QStringLiteral("IN-GJ");
        const QList<Ad> all{own, south, west, later};

        QCOMPARE(ads::crowdOf(own, {own}, none), 1);
        QCOMPARE(ads::crowdOf(own, all, none), 2); // nobody is in both regions
        QCOMPARE(ads::crowdOf(own, all + QList<Ad>{half}, none), 3);
        QCOMPARE(ads::shareOf(own, all, none), 50);
        Ad paired = own;
        paired.partnerId = half.id;
        half.partnerId = own.id;
        QCOMPARE(ads::crowdOf(paired, all + QList<Ad>{half}, none), 2);
        QCOMPARE(ads::shareOf(paired, all + QList<Ad>{half}, none), 25);
    }

    // ADS-02
    void aCategoryMeetsTheOnesAboveAndBelowIt()
    {
        ads::Categories categories;
        const Category metals{.id = samples::id<Category>(1), .name = QStringLiteral("Metals")};
        const Category copper{.id = samples::id<Category>(2), .parentId = metals.id, .name = QStringLiteral("Copper")};
        const Category paper{.id = samples::id<Category>(3), .name = QStringLiteral("Paper")};
        categories.take({metals, copper, paper});
        const auto at = [](int number, const std::optional<Id<Category>> &category) {
            Ad ad = hero(number, 10, 20);
            ad.categoryId = category;
            return ad;
        };
        const Ad own = at(1, copper.id);

        QCOMPARE(ads::crowdOf(own, {own, at(2, metals.id)}, categories), 2);
        QCOMPARE(ads::crowdOf(own, {own, at(2, std::nullopt)}, categories), 2);
        QCOMPARE(ads::crowdOf(own, {own, at(2, paper.id)}, categories), 1);
        QCOMPARE(ads::crowdOf(at(2, metals.id), {own}, categories), 2);
    }

    // ADS-02, CADM-05
    void whatCompetesIsKnownAlsoOutsideTheShownDays()
    {
        AdsFixture given;
        given.console.server.answerWith([&](const kit::Call &call) -> std::optional<QByteArray> {
            if (!call.target.contains("/admin/ads?") || !call.target.contains("slot="))
                return std::nullopt;
            return json::bytes(given.ads + QList<Ad>{hero(61, 16, 18), hero(62, 16, 18), hero(63, 17, 18)});
        });

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("4 campaigns meet in Home hero, more than it shows at a time.")));
        given.timeline->choose(given.ads.at(3).id.text());
        QVERIFY(shows(*given.page, QStringLiteral("No conflict in Home strip until 22 Nov.")));
    }

    // ADS-02
    void withoutAConflictItIsSaidWhoSharesThePlace()
    {
        AdsFixture given;
        given.open();
        QVERIFY(shows(*given.page, QStringLiteral("No conflict in Home hero until 26 Nov.")));
        QVERIFY(shows(*given.page, QStringLiteral("Shares the place with")));
        QVERIFY(shows(*given.page, QStringLiteral("1 other(s)")));
    }

    // ADS-02
    void thePictureIsCutFromItsMiddle()
    {
        QCOMPARE(ads::cutOf({1200, 1200}, AdSlot::HomeHero), QRect(0, 400, 1200, 400));
        QCOMPARE(ads::cutOf({1200, 1200}, AdSlot::SearchResult), QRect(0, 200, 1200, 800));
        QCOMPARE(ads::cutOf({3000, 400}, AdSlot::HomeHero), QRect(900, 0, 1200, 400));
        QCOMPARE(ads::cutOf({1, 1}, AdSlot::HomeStrip), QRect(0, 0, 1, 1));
    }

    // ADS-02, CADM-05
    void theFormShowsTheCutAndCutsAnewForAnotherSlot()
    {
        AdsFixture given;
        given.open();
        QImage stripes(300, 300, QImage::Format_RGB32);
        for (int y = 0; y < 300; ++y)
            for (int x = 0; x < 300; ++x)
                stripes.setPixelColor(x, y, y < 90 ? Qt::red : y < 210 ? Qt::green : Qt::blue);
        QTemporaryFile picture(QDir::tempPath() + QStringLiteral("/XXXXXX.png"));
        QVERIFY(picture.open());
        QVERIFY(stripes.save(&picture, "PNG"));
        picture.close();
        given.console.server.answer(api::uploadFile, {.id = samples::id<StoredFile>(77), .purpose = FilePurpose::Ad});

        QVERIFY(press(*given.page, "add"));
        QDialog *dialog = dialogOf(*given.page);
        auto *cut = dialog->findChild<ads::CutPreview *>("cut");
        auto *slot = found<QComboBox>(*dialog, "slot");
        QCOMPARE(cut->accessibleName(), QStringLiteral("Home hero needs a picture of 1200 × 400"));
        QCOMPARE(qRound(cut->frame().width() * 10.0 / cut->frame().height()), 30);
        dialog->findChild<kit::FileDrop *>("picture")->send(picture.fileName());
        QTRY_COMPARE(cut->accessibleName(), QStringLiteral("Home hero, cut to 1200 × 400"));
        const auto edge = [&] { return QPoint(cut->frame().center().x(), cut->frame().top() + 4); };
        QCOMPARE(colorAt(*cut, edge()), QColor(Qt::green)); // only the middle third is left
        slot->setCurrentIndex(slot->findData(QStringLiteral("search_result")));

        QCOMPARE(cut->accessibleName(), QStringLiteral("Search results, cut to 600 × 400"));
        QCOMPARE(qRound(cut->frame().width() * 10.0 / cut->frame().height()), 15);
        QCOMPARE(colorAt(*cut, edge()), QColor(Qt::red));
    }

    // ADS-02
    void theOtherHalfOutsideTheShownDaysIsKeptByTheForm()
    {
        AdsFixture given;
        const Ad other = samples::otherHalf(given.running);
        given.ads[1].partnerId = other.id;
        given.console.server.answer(api::listAllAds, samples::page(given.ads));
        given.console.server.answer(api::readAd, other, other.id);
        given.console.server.answer(api::updateAd, given.ads.at(1), given.running.id);
        given.open();

        QVERIFY(press(*given.page, "edit"));
        QVERIFY(press(*dialogOf(*given.page), "verb"));

        const PutAd sent = json::parse<PutAd>(given.console.server.lastBody(api::updateAd, given.running.id)).value();
        QCOMPARE(sent.partnerId, std::optional(other.id));
    }

    // ADS-05
    void theFiguresAreOfTheChosenTime()
    {
        AdsFixture given;
        given.open();
        for (auto *button : given.page->findChildren<QAbstractButton *>())
            if (button->text() == QStringLiteral("Figures"))
                button->click();
        const auto asked = [&] {
            const QStringList lines = given.console.server.lines().filter(QStringLiteral("/performance"));
            return QUrl::fromPercentEncoding(lines.constLast().toUtf8());
        };
        QVERIFY2(asked().contains(QStringLiteral("from=2026-10-21T18:30")), qPrintable(asked())); // India's 22 October

        found<kit::Segments>(*given.page, "period")->choose(0);

        QVERIFY2(asked().contains(QStringLiteral("from=2026-11-13T18:30")), qPrintable(asked()));
        QVERIFY2(asked().contains(QStringLiteral("until=2026-11-20T10:51")), qPrintable(asked()));
    }

    // CADM-05
    void daysAreIndiasWhateverTheMachineIsSetTo()
    {
        for (const char *name : {"America/New_York", "Pacific/Auckland", "UTC"}) {
            const Zone zone(name);
            const Instant midnight = *Instant::parse(u"2026-11-20T18:30:00.000Z");

            QCOMPARE(ads::dayOf(midnight), QDate(2026, 11, 21));
            QCOMPARE(ads::dayOf(midnight.after(-1)), QDate(2026, 11, 20));
            QCOMPARE(ads::startOf(QDate(2026, 11, 21)), midnight);
            // Across the days on which other clocks are changed.
            QCOMPARE(ads::startOf(QDate(2026, 10, 20)), ads::shifted(midnight, -32));
            QCOMPARE(ads::dayOf(ads::shifted(midnight, 150)), QDate(2027, 4, 20));
        }
    }
};
CONSOLE_TEST(TestAdPlaces)
#include "tst_adplaces.moc"
