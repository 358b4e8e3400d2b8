#include "console/kit/figures.h"
#include "console/pages/heatmap/cityrows.h"
#include "console/pages/heatmap/density.h"
#include "shared/base/indiatime.h"
#include "tests/console/pages/heatmappage.h"
#include "tests/console/registry.h"

#include <QRegularExpression>
#include <QWheelEvent>

using namespace heatmappage;

namespace {

// As the last two columns of a file say it.
QString timeOf(const HeatMap &map)
{
    return india::timeText(map.from) + u',' + india::timeText(map.to);
}

} // namespace

class TestHeatmapPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // AN-04, CADM-06
    void theFiguresOfTheNewestWholeHourStandBesideTheMap()
    {
        HeatmapFixture given;

        given.open();

        QCOMPARE(given.timeline()->value(), 71);
        for (const char *figure : {"4,711", "+7%", "Delhi NCR", "10 of 36", "Friday 20 Nov, 15:00–16:00"})
            QVERIFY2(shows(*given.page, QString::fromUtf8(figure)), figure);
        QVERIFY(shows(*given.page, QStringLiteral("Demand without vendors near Guwahati: 61 searches")));
        const auto *cities = found<QAbstractItemView>(*given.page, "cities");
        QCOMPARE(cities->model()->rowCount(), 18);
        QCOMPARE(cities->model()->index(2, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Bengaluru, 403, −17%"));
        QVERIFY(given.map()->accessibleName().contains(QStringLiteral("4,711")));
    }

    void theArrowsMoveAlongTheHours()
    {
        HeatmapFixture given;
        given.open();
        const int asked = given.console.server.timesAsked(api::readHeatMap);

        QTest::keyClick(given.timeline(), Qt::Key_Left);
        QTest::keyClick(given.timeline(), Qt::Key_Left);
        QTest::keyClick(given.timeline(), Qt::Key_Right);

        QCOMPARE(given.timeline()->value(), 70);
        QCOMPARE(given.console.server.timesAsked(api::readHeatMap), asked + 3);
        QVERIFY(shows(*given.page, QStringLiteral("Friday 20 Nov, 14:00–15:00")));
    }

    // What the pointer passes over on its way is not asked for.
    void draggingAsksOnceItRests()
    {
        HeatmapFixture given;
        given.open();
        const int asked = given.console.server.timesAsked(api::readHeatMap);

        given.timeline()->setSliderDown(true);
        for (int bar = 60; bar > 40; --bar)
            given.timeline()->setValue(bar);
        QCOMPARE(given.console.server.timesAsked(api::readHeatMap), asked);

        QTRY_COMPARE(given.console.server.timesAsked(api::readHeatMap), asked + 1);
    }

    // An answer about a time that is not shown any more must not land.
    void onlyTheNewestGapsAreShown()
    {
        HeatmapFixture given;
        given.open();
        given.console.server.answerWith([](const kit::Call &call) -> std::optional<QByteArray> {
            if (!call.target.contains("/gaps"))
                return std::nullopt;
            HeatGaps gaps = samples::heatGaps();
            gaps.gaps.first().city =
                call.target.contains("2026-11-17") ? QStringLiteral("Oldtown") : QStringLiteral("Newtown");
            return json::bytes(gaps);
        });
        given.console.server.hold();
        given.page->refresh();
        given.console.clock.at = given.console.clock.at.after(24 * hourMs);
        given.page->refresh();

        given.console.server.release(FakeTransport::Order::NewestFirst);

        QVERIFY(shows(*given.page, QStringLiteral("near Newtown")));
    }

    void aGapSaysHowManyVendorsAreNear()
    {
        HeatmapFixture given;
        HeatGaps gaps = samples::heatGaps();
        gaps.gaps.first().storesInRadius = 2;
        given.console.server.answer(api::readHeatGaps, gaps);

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("2 vendor(s) within 250 km, none delivers there")));
    }

    void aChangeIsRoundedAndNotCutOff()
    {
        QCOMPARE(heatmap::CityRows::change(1'129, 1'000), QStringLiteral("+13%"));
        QCOMPARE(heatmap::CityRows::change(1'124, 1'000), QStringLiteral("+12%"));
        QCOMPARE(heatmap::CityRows::change(871, 1'000), QStringLiteral("−13%"));
        QCOMPARE(heatmap::CityRows::change(1'000, 1'000), QStringLiteral("+0%"));
    }

    void spacePlaysAndLeavingThePageStops()
    {
        HeatmapFixture given;
        given.open();

        QTest::keyClick(given.timeline(), Qt::Key_Space);
        QVERIFY(given.page->isPlaying());
        QCOMPARE(given.timeline()->value(), 72);
        QTest::keyClick(given.map(), Qt::Key_Space);
        QVERIFY(!given.page->isPlaying());
        QTest::keyClick(given.map(), Qt::Key_Space);
        QCOMPARE(given.timeline()->value(), 0);
        given.page->hide();

        QVERIFY(!given.page->isPlaying());
    }

    void theTableSaysTheSameAsTheMap()
    {
        HeatmapFixture given;
        given.open();

        QVERIFY(press(*given.page, "asTable"));

        const auto *table = found<QAbstractItemView>(*given.page, "table");
        QVERIFY(table);
        QCOMPARE(table->model()->rowCount(), 10 + 18 + 2 + 74);
        QCOMPARE(table->model()->index(3, 0).data().toString(), QStringLiteral("Maharashtra"));
        QCOMPARE(table->model()->index(3, 2).data().toString(), QStringLiteral("916"));
    }

    void theKeyboardReachesEveryState()
    {
        HeatmapFixture given;
        given.open();

        for (int i = 0; i < 36; ++i) {
            QTest::keyClick(given.map(), Qt::Key_PageDown);
            QVERIFY(!given.map()->accessibleDescription().isEmpty());
            if (given.map()->accessibleDescription().startsWith(QStringLiteral("Maharashtra"))) {
                QCOMPARE(given.map()->accessibleDescription(),
                         QStringLiteral("Maharashtra, Orders 916, GMV ₹43.96 L, Active vendors 312"));
                return;
            }
        }
        QFAIL("Maharashtra is not on the map");
    }

    void zoomingKeepsWhatLiesUnderThePointer()
    {
        const heatmap::India india;
        const auto whole = heatmap::Camera::whole(india.bounds(), {800, 600}, 10);
        const QPointF pixel(300, 200);

        const auto near = whole.zoomed(pixel, 4, whole.scale);
        const auto far = near.zoomed(pixel, 0.01, whole.scale);

        QVERIFY((near.toMap(pixel) - whole.toMap(pixel)).manhattanLength() < 1e-9);
        QCOMPARE(near.scale, whole.scale * 4);
        QCOMPARE(far.scale, whole.scale);
        QCOMPARE(near.zoomed(pixel, 1'000, whole.scale).scale, whole.scale * heatmap::Camera::zoomMax);
        QCOMPARE(int(india.states().size()), 36);
        QCOMPARE(india.at(heatmap::projected(19.08, 72.88))->region, QStringLiteral("IN-MH"));
        QCOMPARE(india.at(heatmap::projected(28.63, 77.21))->region, QStringLiteral("IN-DL"));
        QVERIFY(!india.at(heatmap::projected(15, 65)));
    }

    void theHeatIsHottestInItsCell()
    {
        const heatmap::Warmth warmth({{{50, 40}, 10, 3}, {{20, 20}, 8, 1}}, {100, 80});
        const auto ramp = heatmap::rampOf({{0, QColor(255, 0, 0, 0)}, {1, QColor(255, 0, 0)}});

        const QImage image = warmth.image(ramp, warmth.most());

        QCOMPARE(warmth.most(), 3.0F);
        QCOMPARE(image.pixel(50, 40), qRgba(255, 0, 0, 255));
        QCOMPARE(qAlpha(image.pixel(61, 40)), 0);
        QCOMPARE(qAlpha(image.pixel(20, 20)), 85);
    }

    void aSpreadsheetTakesNoCellForAFormula()
    {
        for (const char *text : {"=1+1", "+91", "-5", "@here"})
            QCOMPARE(kit::csvText(QString::fromLatin1(text)), u'\'' + QString::fromLatin1(text));
        QCOMPARE(kit::csvText(QStringLiteral("a,\"b\"")), QStringLiteral("\"a,\"\"b\"\"\""));
        HeatmapFixture given;
        given.open();

        const QStringList lines = QString::fromUtf8(given.page->table()).split(QStringLiteral("\r\n"));

        QVERIFY(given.page->table().startsWith("\xEF\xBB\xBF")); // decoding takes it off
        QCOMPARE(lines.first(), QStringLiteral("Place,Kind,Count,Amount,Before,Vendors,From,To"));
        QCOMPARE(lines.at(4), QStringLiteral("Maharashtra,State,916,4396800.00,,312,") + timeOf(samples::heatMap()));
    }

    // What a figure does not have is left out instead of written as nothing, and each line says its time.
    void theFileOfSearchesHasNoAmounts()
    {
        HeatmapFixture given;
        HeatMap searches = samples::heatMap();
        searches.metric = HeatMetric::Searches;
        given.console.server.answer(api::readHeatMap, searches);
        given.open();

        const QStringList lines = QString::fromUtf8(given.page->table()).split(QStringLiteral("\r\n"));

        QCOMPARE(lines.at(4), QStringLiteral("Maharashtra,State,916,,,312,") + timeOf(searches));
        for (const QString &city : lines.filter(QStringLiteral(",City,")))
            QVERIFY2(city.contains(QRegularExpression(QStringLiteral(",City,[0-9]+,,[0-9]+,,20"))), qPrintable(city));
    }

    void quietBrokenAndForbiddenTimesSaySo()
    {
        HeatmapFixture given;
        HeatSeries quiet = samples::heatSeries();
        for (HeatBar &bar : quiet.bars)
            bar.count = 0;
        given.console.server.answer(api::readHeatSeries, quiet);
        given.open();
        QVERIFY(shows(*given.page, QStringLiteral("Nothing happened in this time")));

        given.console.server.refuse(api::readHeatSeries, Error{ErrorCode::Internal, QStringLiteral("It broke.")});
        given.page->refresh();
        QVERIFY(shows(*given.page, QStringLiteral("req-7")));

        HeatmapFixture forbidden;
        forbidden.console.server.refuse(api::readHeatSeries,
                                        Error{ErrorCode::PermissionMissing, QStringLiteral("No.")});
        forbidden.open();
        QVERIFY(shows(*forbidden.page, QStringLiteral("Not for this account")));
    }

    void everyControlHasAName()
    {
        HeatmapFixture given;
        given.open();

        QCOMPARE(nameless(*given.page), QString());
        QVERIFY(press(*given.page, "asTable"));
        QCOMPARE(nameless(*given.page), QString());
    }

    // What is kept is shifted and stretched while the map moves, and made anew once it rests; how long a picture takes
    // is measured in tests/bench.
    void movingTheMapPaintsFromWhatIsKept()
    {
        HeatmapFixture given;
        given.open();
        QImage canvas(given.map()->size(), QImage::Format_ARGB32_Premultiplied);
        const int laid = given.map()->timesLaid();
        const double scale = given.map()->scale();

        for (int i = 0; i < 60; ++i) {
            QWheelEvent turn(QPointF(300, 200), QPointF(300, 200), {}, {0, i % 2 ? -25 : 30}, Qt::NoButton,
                             Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(given.map(), &turn);
            given.map()->render(&canvas);
        }

        QVERIFY(given.map()->scale() > scale);
        QCOMPARE(given.map()->timesLaid(), laid);
        QTRY_VERIFY(given.map()->isSettled());
        QVERIFY(given.map()->timesLaid() > laid);
    }
};

CONSOLE_TEST(TestHeatmapPage)
#include "tst_heatmap.moc"
