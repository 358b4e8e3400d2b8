#include "console/kit/filedrop.h"
#include "console/pages/ads/calendar.h"
#include "tests/console/pages/adspage.h"
#include "tests/console/registry.h"

#include <QDateEdit>
#include <QTemporaryFile>
#include <QWheelEvent>

using namespace adspage;

// CADM-05
class TestAdsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ADS-02
    void everyCampaignIsABarInTheLaneOfItsSlot()
    {
        AdsFixture given;
        given.open();

        for (const Ad &ad : given.ads)
            QVERIFY2(given.timeline->barOf(ad.id.text()).isValid(), qPrintable(ad.title));
        const auto barOf = [&](int at) { return given.timeline->barOf(given.ads.at(at).id.text()); };
        QVERIFY(barOf(0).bottom() < barOf(3).top());               // hero above strip
        QVERIFY(!barOf(1).intersects(barOf(2)));                   // overlapping ones lie below each other
        QVERIFY(qAbs(barOf(3).right() + 4 - barOf(4).left()) < 6); // the next one begins where the other ends
        QVERIFY(qAbs(given.bar().width() + 3 - 13 * given.timeline->dayWidth()) < 2);
        QVERIFY(shows(*given.page, QStringLiteral("11 campaign(s) · 5 running")));
        QCOMPARE(given.timeline->chosen(), given.id);
    }

    // ADS-02
    void aDraggedBarSnapsToDaysAndTheMoveCanBeUndone()
    {
        AdsFixture given;
        given.open();
        const Ad moved = given.moved(3, 3);

        given.drag(given.bar().center(), 3);

        QCOMPARE(given.sent()->startDate, moved.startDate);
        QCOMPARE(given.sent()->endDate, moved.endDate);
        QCOMPARE(given.sent()->version, 1);
        QCOMPARE(given.console.notices.toasts.constLast(),
                 QStringLiteral("Sell e-waste the safe way now runs 17 – 29 Nov 2026."));
        given.serve(given.running);
        given.console.notices.undo();
        QCOMPARE(given.sent()->startDate, given.running.startDate);
        QCOMPARE(given.sent()->version, 2);
        QVERIFY(given.console.notices.toasts.constLast().contains(QStringLiteral("is back on 14 – 26 Nov 2026")));
    }

    // ADS-02
    void anEdgeIsDraggedToAnotherLength_data()
    {
        QTest::addColumn<bool>("isStart");
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("startBy");
        QTest::addColumn<int>("endBy");
        QTest::newRow("later start") << true << 2 << 2 << 0;
        QTest::newRow("earlier start") << true << -2 << -2 << 0;
        QTest::newRow("later end") << false << 4 << 0 << 4;
        QTest::newRow("at least one day is left") << false << -30 << 0 << -12;
    }
    void anEdgeIsDraggedToAnotherLength()
    {
        QFETCH(bool, isStart);
        QFETCH(int, days);
        QFETCH(int, startBy);
        QFETCH(int, endBy);
        AdsFixture given;
        given.open();
        const Ad moved = given.moved(startBy, endBy);
        const QRect bar = given.bar();

        given.drag({isStart ? bar.left() + 2 : bar.right() - 2, bar.center().y()}, days);

        QCOMPARE(given.sent()->startDate, moved.startDate);
        QCOMPARE(given.sent()->endDate, moved.endDate);
    }

    // NOTIF-12
    void whatAnotherConsoleChangesIsSeenAtOnce()
    {
        AdsFixture given;
        given.open();
        Ad changed = given.running;
        changed.title = QStringLiteral("Renamed by somebody else");
        given.ads.replace(1, changed);
        given.console.server.answer(api::listAllAds, samples::page(given.ads));

        given.page->hear({.sequence = 1, .kind = LiveKind::OrderUpdated});
        QVERIFY(!shows(*given.page, changed.title));
        given.page->hear({.sequence = 2, .kind = LiveKind::AdChanged});

        QVERIFY(shows(*given.page, changed.title));
    }

    void escapeLetsADraggedBarGoBack()
    {
        AdsFixture given;
        given.open();
        const QRect before = given.bar();

        given.drag(before.center(), 4, false);
        QVERIFY(given.bar() != before);
        QTest::keyClick(given.timeline, Qt::Key_Escape);
        QTest::mouseRelease(given.timeline->viewport(), Qt::LeftButton, {}, before.center());

        QCOMPARE(given.bar(), before);
        QVERIFY(!given.sent());
    }

    // ADS-02
    void aFullSlotSendsTheBarBackAndOffersTheNextDate()
    {
        AdsFixture given;
        given.open();
        QCOMPARE(given.place(), 5);
        const Instant free = ads::startOf(QDate(2026, 12, 2));
        given.console.server.refuse(api::scheduleAd, AdsFixture::conflict(free), given.running.id);

        given.drag(given.bar().center(), 3);

        QCOMPARE(given.place(), 5);
        QVERIFY(shows(*given.page, QStringLiteral("“Sharma Metals” is there")));
        Ad moved = given.running;
        moved.startDate = free;
        moved.endDate = ads::shifted(free, 13);
        given.serve(moved);
        auto *notice = given.page->findChild<QWidget *>("conflict");
        auto *button = notice->findChild<QAbstractButton *>();
        QCOMPARE(button->text(), QStringLiteral("Move to 2 Dec"));
        button->click();
        QCOMPARE(given.sent()->startDate, moved.startDate);
        QCOMPARE(given.sent()->endDate, moved.endDate);
        QVERIFY(!notice->isVisible());
    }

    void aMoveThatSomebodyWasFasterWithIsTakenBack()
    {
        AdsFixture given;
        given.open();
        const int before = given.place();
        given.console.server.refuse(api::scheduleAd, ErrorCode::Conflict, given.running.id);
        const int asked = given.console.server.timesAsked(api::listAllAds);

        given.drag(given.bar().center(), 3);

        QCOMPARE(given.place(), before);
        QCOMPARE(given.console.server.timesAsked(api::listAllAds), asked + 1);
        QVERIFY(shows(*given.page, QStringLiteral("No.")));
        QCOMPARE(given.console.notices.toasts.size(), 0);
    }

    // A toast is gone before it is read; what failed stays until the next act.
    void whatFailedStaysUntilTheNextAct()
    {
        AdsFixture given;
        given.open();
        given.console.server.refuse(api::pauseAd, Error{ErrorCode::Internal, QStringLiteral("It broke.")},
                                    given.running.id);
        Ad paused = given.running;
        paused.state = AdState::Paused;

        QTest::keyClick(given.timeline, Qt::Key_Space);
        QVERIFY(shows(*given.page, QStringLiteral("It broke.")));
        QCOMPARE(given.console.notices.toasts.size(), 0);
        given.console.server.answer(api::pauseAd, paused, given.running.id);
        QTest::keyClick(given.timeline, Qt::Key_Space);

        QVERIFY(!shows(*given.page, QStringLiteral("It broke.")));
    }

    void theKeysChooseMoveAndResize()
    {
        AdsFixture given;
        given.open();
        const auto press = [&](Qt::Key key, Qt::KeyboardModifiers with = {}) {
            QTest::keyClick(given.timeline, key, with);
        };
        press(Qt::Key_Right);
        QCOMPARE(given.timeline->chosen(), given.ads.at(2).id.text());
        press(Qt::Key_Down);
        QCOMPARE(given.timeline->chosen(), given.ads.at(4).id.text());
        press(Qt::Key_Up);
        press(Qt::Key_Left);
        QCOMPARE(given.timeline->chosen(), given.id);
        QVERIFY(given.timeline->accessibleDescription().contains(QStringLiteral("Sell e-waste the safe way")));

        const Ad moved = given.moved(2, 3);
        press(Qt::Key_Right, Qt::ShiftModifier);
        press(Qt::Key_Right, Qt::ShiftModifier);
        press(Qt::Key_Right, Qt::ControlModifier);

        QVERIFY(!given.sent()); // several steps are one change
        QTRY_VERIFY(given.sent());
        QCOMPARE(given.console.server.timesAsked(api::scheduleAd, given.running.id), 1);
        QCOMPARE(given.sent()->startDate, moved.startDate);
        QCOMPARE(given.sent()->endDate, moved.endDate);
    }

    // ADS-02
    void theKeysPauseCopyEditAndDelete()
    {
        AdsFixture given;
        given.open();
        Ad paused = given.running;
        paused.isActive = false;
        paused.state = AdState::Paused;
        Ad copy = samples::ad(90, QStringLiteral("Sell e-waste the safe way (copy)"), AdSlot::HomeHero,
                              QDate(2026, 12, 9), QDate(2026, 12, 12), AdState::Paused);
        given.console.server.answer(api::pauseAd, paused, given.running.id);
        given.console.server.answer(api::duplicateAd, copy, given.running.id);
        given.console.server.answer(api::removeAd, Nothing{}, copy.id);

        QTest::keyClick(given.timeline, Qt::Key_Space);
        QCOMPARE(given.console.notices.toasts.constLast(), QStringLiteral("Sell e-waste the safe way is paused."));
        QTest::keyClick(given.timeline, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(given.timeline->chosen(), copy.id.text());
        QTest::keyClick(given.timeline, Qt::Key_Delete);
        QVERIFY(dialogOf(*given.page));
        QVERIFY(press(*dialogOf(*given.page), "verb"));
        QVERIFY(!given.timeline->barOf(copy.id.text()).isValid());

        given.timeline->choose(given.id);
        QTest::keyClick(given.timeline, Qt::Key_Return);
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(dialog);
        QCOMPARE(found<QLineEdit>(*dialog, "title")->text(), given.running.title);
        QCOMPARE(dialog->findChild<QDateEdit *>("last_day")->date(), QDate(2026, 11, 26));
    }

    // ADS-01, ADS-04
    void theChosenCampaignShowsItsFigures()
    {
        AdsFixture given;
        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("Home hero · 14 – 26 Nov 2026")));
        QVERIFY(shows(*given.page, QStringLiteral("1,84,220")));
        QVERIFY(shows(*given.page, QStringLiteral("4,421")));
        QVERIFY(shows(*given.page, QStringLiteral("2.4")));
        QVERIFY(shows(*given.page, QStringLiteral("kabaadwala.example/e-waste")));
        QCOMPARE(given.console.server.timesAsked(api::readAdStatistics, given.running.id), 1);
    }

    // ADS-05
    void theSameCampaignsAreATableAndTheirFiguresTwoMore()
    {
        AdsFixture given;
        given.open();
        const auto view = [&](const QString &name) {
            for (auto *button : given.page->findChildren<QAbstractButton *>())
                if (button->text() == name)
                    button->click();
        };

        view(QStringLiteral("Table"));
        const QAbstractItemModel *rows = given.page->findChild<QAbstractItemView *>("list")->model();
        QCOMPARE(rows->rowCount(), 11);
        QCOMPARE(rows->index(1, 2).data().toString(), QStringLiteral("14 Nov 2026"));
        QCOMPARE(rows->index(1, 3).data().toString(), QStringLiteral("26 Nov 2026"));
        view(QStringLiteral("Figures"));
        QCOMPARE(given.page->findChild<QAbstractItemView *>("figures")->model()->rowCount(), 7);
        QVERIFY(shows(*given.page, QStringLiteral("impressions")));
    }

    void theCalendarIsTurnedAndZoomed()
    {
        AdsFixture given;
        given.open();
        QVERIFY(shows(*given.page, QStringLiteral("9 Nov – 13 Dec 2026")));

        QVERIFY(press(*given.page, "on"));
        QVERIFY(shows(*given.page, QStringLiteral("23 Nov – 27 Dec 2026")));
        QVERIFY(press(*given.page, "today"));
        const int asked = given.console.server.timesAsked(api::listAllAds);
        QWheelEvent closer({400, 300}, given.timeline->mapToGlobal(QPointF(400, 300)), {}, {0, 120}, Qt::NoButton,
                           Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(given.timeline->viewport(), &closer);
        QVERIFY(given.timeline->dayWidth() > 40);
        QCOMPARE(given.console.server.timesAsked(api::listAllAds), asked + 1);
    }

    // ADS-02
    void aNewCampaignIsSentWithItsPictureAndDates()
    {
        AdsFixture given;
        given.open();
        QTemporaryFile picture(QDir::tempPath() + QStringLiteral("/XXXXXX.png"));
        QVERIFY(picture.open());
        QImage(1200, 400, QImage::Format_RGB32).save(&picture, "PNG");
        picture.close();
        const StoredFile file{.id = samples::id<StoredFile>(77), .purpose = FilePurpose::Ad};
        given.console.server.answer(api::uploadFile, file);
        given.console.server.answer(api::addAd, given.running);

        QVERIFY(press(*given.page, "add"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "title", QStringLiteral("Monsoon offer"));
        type(*dialog, "click_url", QStringLiteral("https://shop.example/monsoon"));
        dialog->findChild<kit::FileDrop *>("picture")->send(picture.fileName());
        dialog->findChild<QDateEdit *>("first_day")->setDate(QDate(2026, 12, 1));
        dialog->findChild<QDateEdit *>("last_day")->setDate(QDate(2026, 12, 10));
        QVERIFY(press(*dialog, "verb"));

        const PutAd wish = json::parse<PutAd>(given.console.server.lastBody(api::addAd)).value();
        QCOMPARE(wish.title, QStringLiteral("Monsoon offer"));
        QCOMPARE(wish.imageId, std::optional(file.id));
        QCOMPARE(wish.startDate, ads::startOf(QDate(2026, 12, 1)));
        QCOMPARE(wish.endDate, ads::startOf(QDate(2026, 12, 11)));
        QVERIFY(!dialogOf(*given.page));
    }

    // ADS-01
    void aNewCampaignWithoutAPictureIsNotSent()
    {
        AdsFixture given;
        given.open();

        QVERIFY(press(*given.page, "add"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "title", QStringLiteral("Monsoon offer"));
        type(*dialog, "click_url", QStringLiteral("https://shop.example/monsoon"));
        QVERIFY(press(*dialog, "verb"));

        QVERIFY(shows(*dialog, QStringLiteral("This file is needed.")));
        QCOMPARE(given.console.server.timesAsked(api::addAd), 0);
    }

    void aFullSlotIsSaidInTheFormAndNothingTypedIsLost()
    {
        AdsFixture given;
        given.open();
        given.console.server.refuse(api::updateAd, AdsFixture::conflict(ads::startOf(QDate(2026, 12, 2))),
                                    given.running.id);

        QVERIFY(press(*given.page, "edit"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "title", QStringLiteral("Another title"));
        QVERIFY(press(*dialog, "verb"));

        QVERIFY(shows(*dialog, QStringLiteral("it is free from 2 Dec")));
        QCOMPARE(found<QLineEdit>(*dialog, "title")->text(), QStringLiteral("Another title"));
    }

    void withoutCampaignsOrAServerThePageSaysSo()
    {
        AdsFixture none;
        none.console.server.answer(api::listAllAds, samples::page<Ad>({}));
        none.open();
        QVERIFY(shows(*none.page, QStringLiteral("No campaigns in this time")));

        AdsFixture offline;
        offline.console.server.cut();
        offline.open();
        QVERIFY(shows(*offline.page, QStringLiteral("cannot be reached")) ||
                shows(*offline.page, QStringLiteral("does not answer")));
        offline.console.server.mend();
        offline.page->refresh();
        QVERIFY(offline.bar().isValid());
        offline.console.server.cut();
        offline.page->refresh();
        QVERIFY(offline.bar().isValid()); // what was known stays on screen
    }

    void everythingHasAName()
    {
        AdsFixture given;
        given.open();
        QCOMPARE(nameless(*given.page), QString());
        QVERIFY(press(*given.page, "add"));
        QCOMPARE(nameless(*dialogOf(*given.page)), QString());
        QCOMPARE(given.timeline->accessibleName(), QStringLiteral("Timeline of campaigns"));
    }
};
CONSOLE_TEST(TestAdsPage)
#include "tst_ads.moc"
