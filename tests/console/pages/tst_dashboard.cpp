#include "tests/console/pages/dashboardpage.h"
#include "tests/console/registry.h"

#include <QFileDialog>
#include <QListView>
#include <QPaintEvent>
#include <QTemporaryDir>
#include <QTranslator>

using namespace dashboardpage;

namespace {

// What of a widget is painted anew.
struct Painted : QObject
{
    QRegion region;
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            region += static_cast<QPaintEvent *>(event)->region();
        return false;
    }
};

} // namespace

// CADM-02, AN-07
class TestDashboardPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTilesSayHowMuchAndWhatHasChanged()
    {
        DashboardFixture given;

        given.open();

        QCOMPARE(given.tile("placed").accessibleName(),
                 "Gross merchandise value, ₹8.94 Cr, up 12.4%, vs previous 30 d");
        QCOMPARE(given.tile("ordersPlaced").accessibleName(), "Orders, 18,426, up 8.1%, avg ₹4,852");
        QCOMPARE(given.tile("held").accessibleName(), "Held in escrow, ₹1.27 Cr, down 3%, 2,026 order(s)");
        QCOMPARE(given.tile("commission").accessibleName(), "Commission earned, ₹41.6 L, up 15.2%, 4.65% take rate");
        QCOMPARE(given.tile("cancelled").accessibleName(), "Cancellation rate, 3.82%, up 0.11 pp, target 5%");
        QCOMPARE(kit::FigureTile::toneOf(*given.tile("placed").figure()), kit::Tone::Success);
        QCOMPARE(kit::FigureTile::toneOf(*given.tile("cancelled").figure()), kit::Tone::Danger);
        QCOMPARE(kit::FigureTile::toneOf(*given.tile("held").figure()), kit::Tone::Neutral);
    }

    void whatWaitsStandsWithItsAgeAgainstItsTarget()
    {
        DashboardFixture given;

        given.open();

        const QList<kit::ListLine> lines = given.lines("decisions").lines();
        QCOMPARE(lines.size(), 5); // nothing to pay: no line
        QCOMPARE(lines.at(0).title, "14 vendor(s) waiting for KYC");
        QCOMPARE(lines.at(0).second, "oldest 26 h · target 24 h");
        QCOMPARE(lines.at(0).chip, "2 late");
        QCOMPARE(lines.at(1).title, "9 payout(s) to approve");
        QCOMPARE(lines.at(1).chip, "on time");
        QCOMPARE(given.page->waiting(), 12);
    }

    void everyFigureLeadsToItsList()
    {
        DashboardFixture given;
        given.open();

        given.tile("placed").click();
        given.tile("held").click();
        given.tile("commission").click();
        given.tile("cancelled").click();
        Q_EMIT given.lines("vendors").opened(given.lines("vendors").lines().at(0).key);
        Q_EMIT given.lines("categories").opened(given.lines("categories").lines().at(1).key);
        Q_EMIT given.lines("stages").opened(given.lines("stages").lines().at(3).key);
        for (const kit::ListLine &line : given.lines("decisions").lines()) {
            if (!line.key.isEmpty())
                Q_EMIT given.lines("decisions").opened(line.key);
        }

        QCOMPARE(given.console.navigator.opened,
                 QStringList({"admin.orders?days=30", "admin.orders?escrow=held", "admin.orders?days=30&of=settled",
                              "admin.orders?days=30&of=cancelled",
                              "admin.orders?days=30&vendor=" + samples::id<Vendor>(1).text() +
                                  "&vendor_name=Sharma Metals & Alloys",
                              "admin.analytics?category=" + samples::id<Vendor>(2).text() + "&period=month",
                              "admin.orders?status=shipped", "admin.kyc", "admin.payouts?status=requested",
                              "admin.orders?urgency=late"}));
    }

    // AN-07, and where the console has no page it says who helps.
    void theWholeOfItAndWhatLeadsNowhereAreSaid()
    {
        DashboardFixture given;

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("₹99 Cr in 2,14,000 order(s) since the beginning")));
        const QList<kit::ListLine> lines = given.lines("decisions").lines();
        QCOMPARE(lines.at(3).second, "for the operator: see the server's log · oldest 2 h");
        QCOMPARE(lines.at(3).key, QString());
        QCOMPARE(lines.at(4).second, "each vendor sees its own");
        QCOMPARE(given.lines("categories").lines().at(0).figure, "38%");
    }

    void thePeriodIsAskedForAndKept()
    {
        DashboardFixture given;
        given.open();

        given.choosePeriod(1);

        QCOMPARE(given.console.server.lines().last(), "get /api/v1/admin/analytics/dashboard?period=week");
        QCOMPARE(given.console.keepsakes.kepts.value("dashboard/period"), "week");
        DashboardFixture later;
        later.console.keepsakes.kepts = given.console.keepsakes.kepts;
        later.open();
        QVERIFY(later.console.server.lines().contains("get /api/v1/admin/analytics/dashboard?period=week"));
    }

    void anAnswerAboutAnOlderPeriodDoesNotLand()
    {
        DashboardFixture given;
        given.open();
        given.console.server.hold();
        given.choosePeriod(1);
        given.choosePeriod(3);

        given.console.server.release();

        QCOMPARE(given.tile("placed").accessibleName(),
                 "Gross merchandise value, ₹8.94 Cr, up 12.4%, vs previous 90 d");
    }

    // CADM-02: the legend is painted beside the chart's lines, and may not be left when they are others.
    void theLegendOfATrendIsPaintedAnewWithItsLines()
    {
        DashboardFixture given;
        given.open();
        QVERIFY(QTest::qWaitForWindowExposed(given.page.get()));
        QWidget *canvas = found<kit::TrendChart>(*given.page, "trend")->viewport();
        given.console.server.answer(api::readDashboard, given.of({.from = "2026-11-14", .to = "2026-11-20"}));
        QCoreApplication::processEvents();
        Painted painted;
        canvas->installEventFilter(&painted);

        given.choosePeriod(1);

        const QRect legend(0, 0, canvas->width(), 16);
        QTRY_VERIFY(QRegion(legend).subtracted(painted.region).isEmpty());
    }

    void onePartThatFailsAsksAgainByItself()
    {
        DashboardFixture given;
        given.console.server.refuse(api::readDashboard, Error{ErrorCode::Internal, QStringLiteral("It broke.")});
        given.open();
        QVERIFY(given.tile("placed").isTroubled());
        QVERIFY(given.card("trendCard").isTroubled());
        QVERIFY(!given.card("decisionsCard").isTroubled());
        const int decisions = given.console.server.timesAsked(api::listDecisions);
        given.console.server.answer(api::readDashboard, samples::dashboard());

        given.tile("placed").click();

        QVERIFY(!given.tile("placed").isTroubled());
        QVERIFY(!given.card("trendCard").isTroubled());
        QCOMPARE(given.console.server.timesAsked(api::listDecisions), decisions);
        QCOMPARE(given.console.navigator.opened, QStringList());
    }

    void oldFiguresStayWhenANewAnswerFails()
    {
        DashboardFixture given;
        given.open();
        given.console.server.refuse(api::readDashboard, ErrorCode::Internal);

        given.page->refresh();

        QVERIFY(given.tile("placed").isTroubled());
        QCOMPARE(given.tile("placed").figure()->figure, "₹8.94 Cr");
        QVERIFY(given.card("trendCard").isTroubled());
        QVERIFY(found<kit::TrendChart>(*given.page, "trend"));
    }

    // Offline with another period chosen: whose figures these are, and that what waits is as old.
    void oldFiguresSayOfWhichDaysTheyAre()
    {
        DashboardFixture given;
        given.open();
        given.console.server.cut();

        given.choosePeriod(1);

        const QString name = given.tile("placed").accessibleName();
        QVERIFY2(name.contains("₹8.94 Cr") && name.contains("of 22 Oct – 20 Nov"), qPrintable(name));
        QVERIFY(given.card("decisionsCard").isTroubled());
        QCOMPARE(given.card("vendorsCard").note(), "22 Oct – 20 Nov");
    }

    void aTileWhoseTimeBeforeWasNothingSaysSo()
    {
        DashboardFixture given;
        Dashboard first = samples::dashboard();
        first.placed.previous = {};
        first.placed.change.reset();
        given.console.server.answer(api::readDashboard, first);

        given.open();

        QCOMPARE(given.tile("placed").accessibleName(),
                 "Gross merchandise value, ₹8.94 Cr, nothing before, vs previous 30 d");
        QVERIFY(given.tile("placed").fits(160));
    }

    void newsAreFetchedAtOnceAndThenNotTwiceInARow()
    {
        DashboardFixture given;
        given.open();
        const int asked = given.console.server.timesAsked(api::readDashboard);

        for (int i = 0; i < 20; ++i)
            given.page->hear({.sequence = i, .kind = LiveKind::NewOrder});
        given.page->hear({.kind = LiveKind::Typing});

        QCOMPARE(given.console.server.timesAsked(api::readDashboard), asked + 1);
    }

    void aNewPlatformIsLedThroughItsFirstSteps()
    {
        DashboardFixture given;
        given.console.server.answer(api::readDashboard, {.period = samples::thirtyDays()});
        given.console.server.answer(api::listDecisions, QList<Decision>());
        given.console.server.answer(api::listCategories, samples::categories());
        given.console.server.answer(api::listKyc, samples::page<KycCase>({}));

        given.open();

        const QList<kit::ListLine> steps = given.lines("steps").lines();
        QVERIFY(given.lines("steps").isVisibleTo(given.page.get()));
        QCOMPARE(steps.size(), 3);
        QCOMPARE(steps.at(0).chip, "done");
        QCOMPARE(steps.at(1).chip, "to do");
        QCOMPARE(steps.at(1).key, "admin.kyc");
        QVERIFY(shows(*given.page, QStringLiteral("Nothing waits for you")));
        QVERIFY(shows(*given.page, QStringLiteral("Nothing sold")));
    }

    // CADM-12: in a narrow card columns are left out, but none is cut.
    void everyColumnOfATableHasRoomForItsName()
    {
        DashboardFixture given;
        given.open();
        for (const char *name : {"trendCard", "categoriesCard", "vendorsCard"}) {
            QVERIFY2(press(given.card(name), "asTable"), name);
            const auto *view = given.card(name).findChild<kit::TableView *>();
            const QHeaderView *header = view->horizontalHeader();
            int shown = 0;
            for (int i = 0; i < header->count(); ++i) {
                if (view->isColumnHidden(i))
                    continue;
                ++shown;
                QVERIFY2(view->columnWidth(i) >= header->sectionSizeHint(i), qPrintable(QString::number(i)));
            }
            QVERIFY(shown >= 2);
            QVERIFY(header->length() <= view->viewport()->width());
        }
    }

    // CADM-02: the formula and the source of each figure (D-11).
    void everyTileSaysWhatItIsMadeOf()
    {
        DashboardFixture given;
        given.open();

        for (const char *name : {"placed", "ordersPlaced", "held", "commission", "cancelled"}) {
            QVERIFY2(given.tile(name).toolTip().contains("Source: "), name);
            QVERIFY2(given.tile(name).accessibleDescription().contains("Source: "), name);
        }
        QCOMPARE(given.tile("cancelled").accessibleDescription(),
                 "Orders cancelled in the period divided by orders placed in it. Source: orders.");
    }

    // CADM-02: an order that is about to be cancelled is not late yet.
    void ordersAtRiskAreUrgentAndNotCalledLate()
    {
        DashboardFixture given;
        given.console.server.answer(
            api::listDecisions,
            QList<Decision>{{DecisionKind::OrdersAtRisk, 2, 2, {}, samples::now.after(-100 * minuteMs), 120},
                            {DecisionKind::OrdersLate, 10, 10, {}, samples::now.after(-60 * hourMs), {}}});

        given.open();

        const QList<kit::ListLine> lines = given.lines("decisions").lines();
        QCOMPARE(lines.at(0).title, "2 order(s) about to be cancelled");
        QCOMPARE(lines.at(0).second, "oldest 1 h · cancelled after 2 h");
        QCOMPARE(lines.at(0).chip, "urgent");
        QCOMPARE(lines.at(1).title, "10 order(s) late");
        QCOMPARE(lines.at(1).chip, "late");
    }

    void theChartIsReadByKeysAndAsATable()
    {
        DashboardFixture given;
        given.open();
        auto *trend = found<kit::TrendChart>(*given.page, "trend");
        QVERIFY(trend);

        QTest::keyClick(trend, Qt::Key_End);
        QTest::keyClick(trend, Qt::Key_Left);

        QCOMPARE(trend->place(), 28);
        QCOMPARE(trend->spoken(28), "19 Nov, 22 Oct – 20 Nov ₹31,20,000.00, previous period ₹16,10,000.00");
        QVERIFY(press(given.card("trendCard"), "asTable"));
        const auto *table = given.card("trendCard").findChild<QTableView *>();
        QVERIFY(table->isVisibleTo(given.page.get()));
        QCOMPARE(table->model()->rowCount(), 30);
        QCOMPARE(table->model()->index(29, 0).data().toString(), "20 Nov");
    }

    void itSpeaksHindi()
    {
        QTranslator words;
        QVERIFY(words.load(QStringLiteral(":/translations/console_hi.qm")));
        QCoreApplication::installTranslator(&words);
        DashboardFixture given;

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("आपके निर्णय की प्रतीक्षा")));
        QCOMPARE(given.lines("decisions").lines().at(0).title, "14 विक्रेता KYC की प्रतीक्षा में");
        QCoreApplication::removeTranslator(&words);
    }

    void everyControlHasAName()
    {
        DashboardFixture given;
        given.open();

        QCOMPARE(nameless(*given.page), QString());
    }
};

CONSOLE_TEST(TestDashboardPage)
#include "tst_dashboard.moc"
