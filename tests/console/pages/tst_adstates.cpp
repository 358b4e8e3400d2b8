// What the ad schedule says while something is under way, has failed or is more than it shows.

#include "console/kit/segments.h"
#include "tests/console/pages/adspage.h"
#include "tests/console/registry.h"

using namespace adspage;

class TestAdStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ADS-02, CADM-05: a campaign of metals meets one of copper, which only the tree of categories tells.
    void withoutTheCategoriesNoConflictIsRuledOut()
    {
        AdsFixture given;
        given.console.server.refuse(api::listCategories, ErrorCode::Unavailable);
        given.open();
        const QString calm = QStringLiteral("No conflict in"), trouble = QStringLiteral("not every conflict is known");

        QVERIFY(!shows(*given.page, calm));
        QVERIFY(!shows(*given.page, QStringLiteral("100 %")));
        QVERIFY(shows(*given.page, trouble));

        given.console.server.answer(api::listCategories, samples::categories());
        QVERIFY(press(*found<QWidget>(*given.page, "categoryTrouble"), ""));

        QVERIFY(shows(*given.page, QStringLiteral("No conflict in Home hero until 26 Nov.")));
        QVERIFY(!shows(*given.page, trouble));
        QCOMPARE(given.console.server.timesAsked(api::listCategories), 2);
    }

    // CADM-05
    void aCalendarThatIsCutSaysSo()
    {
        AdsFixture given;
        ::Page<Ad> page = samples::page(given.ads);
        page.nextCursor = QStringLiteral("more");
        given.console.server.answer(api::listAllAds, page);

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("The first 55 campaign(s) of this time; a shorter one shows all")));
        QVERIFY(!shows(*given.page, QStringLiteral("running")));
    }

    // ADS-02: what somebody else has changed is read and said; what was typed is neither lost nor written unseen.
    void anEditThatMetAnotherIsMergedAndTheSecondPressDecides()
    {
        AdsFixture given;
        given.open();
        Ad theirs = given.running;
        theirs.title = QStringLiteral("Sell e-waste this winter");
        theirs.weight = 77;
        theirs.endDate = ads::shifted(theirs.endDate, 3);
        theirs.version = given.running.version + 4;
        given.console.server.refuse(api::updateAd,
                                    Error{ErrorCode::Conflict, QStringLiteral("The ad has changed meanwhile.")},
                                    given.running.id);
        given.console.server.answer(api::readAd, theirs, given.running.id);

        QTest::keyClick(given.timeline, Qt::Key_Return);
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "title", QStringLiteral("Old phones, fair price"));
        QVERIFY(press(*dialog, "verb"));

        QVERIFY(shows(*dialog, QStringLiteral("Changed by somebody else meanwhile: Title, Last day and Weight in the "
                                              "draw (1 to 100).")));
        QCOMPARE(found<QLineEdit>(*dialog, "title")->text(), QStringLiteral("Old phones, fair price"));
        QCOMPARE(found<QLineEdit>(*dialog, "weight")->text(), QStringLiteral("77"));
        QCOMPARE(dialog->findChild<QDateEdit *>("last_day")->date(), QDate(2026, 11, 29));

        given.console.server.answer(api::updateAd, theirs, given.running.id);
        QVERIFY(press(*dialog, "verb"));

        const PutAd sent = json::parse<PutAd>(given.console.server.lastBody(api::updateAd, given.running.id)).value();
        QCOMPARE(sent.version, std::optional(theirs.version));
        QCOMPARE(sent.title, QStringLiteral("Old phones, fair price"));
        QCOMPARE(sent.weight, 77);
        QCOMPARE(sent.endDate, theirs.endDate);
        QVERIFY(!dialogOf(*given.page));
    }

    void whatSomebodyElseHasRemovedIsNoLongerOffered()
    {
        AdsFixture given;
        given.open();
        QVERIFY(shows(*given.page, QStringLiteral("Home hero · 14 – 26 Nov 2026")));
        QList<Ad> left = given.ads;
        left.removeIf([&](const Ad &ad) { return ad.id == given.running.id; });
        given.console.server.answer(api::listAllAds, samples::page(left));

        given.page->refresh();

        QVERIFY(!shows(*given.page, QStringLiteral("Home hero · 14 – 26 Nov 2026")));
        QVERIFY(!given.bar().isValid());
    }

    void aRefusalThatNobodyElseCausedIsSaidAsItIs()
    {
        AdsFixture given;
        given.open();
        given.console.server.refuse(api::updateAd, Error{ErrorCode::Conflict, QStringLiteral("Too many here.")},
                                    given.running.id);
        given.console.server.answer(api::readAd, given.running, given.running.id);

        QTest::keyClick(given.timeline, Qt::Key_Return);
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "title", QStringLiteral("Old phones, fair price"));
        QVERIFY(press(*dialog, "verb"));

        QVERIFY(shows(*dialog, QStringLiteral("Too many here.")));
        QCOMPARE(found<QLineEdit>(*dialog, "title")->text(), QStringLiteral("Old phones, fair price"));
    }

    // ADS-02: a key that is held repeats itself.
    void aCampaignIsCopiedOnceAtATime()
    {
        AdsFixture given;
        given.open();
        const Ad copy = samples::ad(90, QStringLiteral("Sell e-waste the safe way (copy)"), AdSlot::HomeHero,
                                    QDate(2026, 12, 9), QDate(2026, 12, 12), AdState::Paused);
        given.console.server.answer(api::duplicateAd, copy, given.running.id);

        given.console.server.hold();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(given.timeline, Qt::Key_D, Qt::ControlModifier);
        const bool isHeld = !press(*given.page, "duplicate");
        const int asked = given.console.server.timesAsked(api::duplicateAd, given.running.id);
        given.console.server.release();

        QVERIFY(isHeld);
        QCOMPARE(asked, 1);
        QCOMPARE(given.timeline->chosen(), copy.id.text());
        QVERIFY(found<QAbstractButton>(*given.page, "duplicate")->isEnabled());
    }

    // ADS-05
    void figuresByDayThatFailedAreNotTakenForNone()
    {
        AdsFixture given;
        given.console.server.refuse(api::readAdStatistics, ErrorCode::Unavailable, given.running.id);
        given.open();
        const QString trouble = QStringLiteral("The figures by day could not be fetched.");

        QVERIFY(shows(*given.page, trouble));
        given.timeline->choose(given.ads.at(3).id.text());

        QVERIFY(!shows(*given.page, trouble));
    }

    // ADS-05
    void campaignsThatAreNotListedAreCounted()
    {
        AdsFixture given;
        AdPerformance performance = samples::adPerformance();
        given.open();
        given.view(4);
        QVERIFY(!shows(*given.page, QStringLiteral("more with fewer impressions")));

        performance.adsInAll += 1'234;
        given.console.server.answer(api::readAdPerformance, performance);
        given.page->refresh();

        QVERIFY(shows(*given.page, QStringLiteral("And 1,234 more with fewer impressions")));
    }
};

CONSOLE_TEST(TestAdStates)
#include "tst_adstates.moc"
