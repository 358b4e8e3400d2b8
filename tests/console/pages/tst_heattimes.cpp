// Where the pointer is on the map, what is shown when little happened, and the picture that is saved.

#include "shared/base/cities.h"
#include "tests/console/pages/heatmappage.h"
#include "tests/console/registry.h"

#include <QFileDialog>
#include <QTemporaryDir>
#include <QUrlQuery>

using namespace heatmappage;

namespace {

constexpr int newest = 71; // the last bar that is over

// A night: so many hours up to now without anything.
HeatSeries quietFor(int hours)
{
    HeatSeries series = samples::heatSeries();
    for (qsizetype i = series.bars.size() - hours; i < series.bars.size(); ++i)
        series.bars[i].count = 0;
    return series;
}

HeatMap placeless(qint64 count)
{
    HeatMap map = samples::heatMap();
    map.cells.clear();
    map.cities.clear();
    map.count = count;
    map.shownCount = 0;
    return map;
}

bool asksForMap(const kit::Call &call)
{
    return call.target.contains("/heatmap?");
}

} // namespace

class TestHeatTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // CADM-06, AN-04
    void theCellUnderThePointerTellsItsPlaceAndItsFigures()
    {
        HeatmapFixture given;
        given.open();
        const City pune = *Cities().named(QStringLiteral("Pune"));

        QTest::mouseMove(given.map(), {1, 1}); // a pointer that is there already from an earlier test moves nothing
        QTest::mouseMove(given.map(), given.map()->pixelOf(pune.latitude, pune.longitude).toPoint());

        QCOMPARE(given.map()->tip(), (QStringList{QStringLiteral("Pune, Maharashtra"), QStringLiteral("Orders 213"),
                                                  QStringLiteral("GMV ₹10.22 L"), QStringLiteral("Area 11 × 11 km"),
                                                  QStringLiteral("All of Maharashtra 916")}));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(given.map(), &leave);
        QCOMPARE(given.map()->tip(), QStringList());
    }

    // CADM-06
    void aCellIsMetWithinItsSizeAndNotBesideIt()
    {
        HeatmapFixture given;
        given.open();
        const auto tipAt = [&](double latitude, double longitude) {
            QTest::mouseMove(given.map(), given.map()->pixelOf(latitude, longitude).toPoint());
            return given.map()->tip();
        };

        const QStringList within = tipAt(17.8, 81.0); // the large cell lies from 16 to 18 degrees north
        const QStringList beside = tipAt(19.6, 81.0);

        QCOMPARE(within.mid(1, 3), (QStringList{QStringLiteral("Orders 120"), QStringLiteral("GMV ₹5.76 L"),
                                                QStringLiteral("Area 213 × 222 km")}));
        QCOMPARE(beside, (QStringList{QStringLiteral("Chhattisgarh"), QStringLiteral("Orders 0"),
                                      QStringLiteral("GMV ₹0"), QStringLiteral("Active vendors 0")}));
    }

    // CADM-06
    void theTipLivesAsLongAsThePointerAndTheHeatUnderIt()
    {
        HeatmapFixture given;
        given.open();
        const City pune = *Cities().named(QStringLiteral("Pune"));
        QTest::mouseMove(given.map(), given.map()->pixelOf(pune.latitude, pune.longitude).toPoint());
        const auto firstLine = [&] { return given.map()->tip().value(0); };
        const QString told = firstLine();

        given.map()->show(placeless(0));
        const QString inAnEmptyHour = firstLine();
        given.map()->show(samples::heatMap());
        const QString afterIt = firstLine();
        given.map()->hideLayer(heatmap::MapView::Layer::Density);
        const QString withoutHeat = firstLine();
        given.map()->showLayer(heatmap::MapView::Layer::Density);

        QCOMPARE(told, QStringLiteral("Pune, Maharashtra"));
        QCOMPARE(inAnEmptyHour, QStringLiteral("Maharashtra"));
        QCOMPARE(afterIt, told);
        QCOMPARE(withoutHeat, QStringLiteral("Maharashtra"));
        QCOMPARE(firstLine(), told);
    }

    // What the tip tells is in the table, too, for who cannot point.
    void theTableNamesTheCitiesOfTheCells()
    {
        HeatmapFixture given;
        given.open();

        const QStringList lines = QString::fromUtf8(given.page->table()).split(QStringLiteral("\r\n"));

        const QStringList cells = lines.filter(QStringLiteral(",Cell,")).filter(QStringLiteral("Pune · "));
        QCOMPARE(cells.size(), 4);
        QVERIFY(cells.constFirst().contains(QStringLiteral(",Cell,213,1022400.00,,,20")));
    }

    // CADM-06
    void atNightTheNewestHourWithSomethingToShowIsShown()
    {
        HeatmapFixture given;
        given.console.server.answer(api::readHeatSeries, quietFor(8));

        given.open();

        QCOMPARE(given.timeline()->value(), newest - 7);
        QCOMPARE(given.console.server.timesAsked(api::readHeatMap), 1);
        QVERIFY(!shows(*given.page, QStringLiteral("Too few people")));
    }

    // CADM-06
    void anHourOfTooFewPeopleGivesWayToAnEarlierOne()
    {
        HeatmapFixture given;
        const Instant sparseFrom = samples::heatSeries().bars.at(newest - 4).from;
        given.console.server.answerWith([&](const kit::Call &call) -> std::optional<QByteArray> {
            if (!asksForMap(call) || !isFrom(call, sparseFrom))
                return std::nullopt;
            return json::bytes(placeless(3));
        });

        given.open();

        QCOMPARE(given.timeline()->value(), newest - 5);
        QVERIFY(shows(*given.page, QStringLiteral("4,711")));
        QVERIFY(!shows(*given.page, QStringLiteral("Too few people")));
    }

    // CADM-06
    void whenNoHourCanBePlacedALongerTimeIsOffered()
    {
        HeatmapFixture given;
        given.console.server.answer(api::readHeatMap, placeless(4));

        given.open();

        QCOMPARE(given.timeline()->value(), newest);
        QCOMPARE(given.console.server.timesAsked(api::readHeatMap), 25); // a day of hours, and the newest again
        QVERIFY(shows(*given.page, QStringLiteral("a place is shown from 5 people on. A longer time shows more.")));
        HeatSeries months = samples::heatSeries();
        months.step = HeatStep::Month;
        given.console.server.answer(api::readHeatSeries, months);
        given.console.server.answer(api::readHeatMap, samples::heatMap());
        const auto offers = given.page->findChildren<QAbstractButton *>();
        const auto longer = std::find_if(offers.begin(), offers.end(), [](const QAbstractButton *button) {
            return button->text() == QStringLiteral("Show 2 years");
        });
        QVERIFY(longer != offers.end());
        (*longer)->click();

        QVERIFY(given.console.server.lines()
                    .filter(QStringLiteral("/series"))
                    .constLast()
                    .contains(QStringLiteral("step=month")));
        QVERIFY(!shows(*given.page, QStringLiteral("Too few people")));
    }

    // CADM-06: in an hour of a young market nothing can be placed.
    void thirtyDaysAreShownFirst()
    {
        HeatmapFixture given;
        given.open();

        const QStringList asked = given.console.server.lines().filter(QStringLiteral("/series"));

        QCOMPARE(asked.size(), 1);
        QVERIFY(asked.constFirst().contains(QStringLiteral("step=day")));
        // Thirty days of India up to and including today, like the dashboard's: 22 October to 20 November.
        QCOMPARE(timeIn(asked.constFirst(), "from"), Instant{1'792'607'400'000});
        QCOMPARE(timeIn(asked.constFirst(), "to"), samples::now);
    }

    // CADM-06: the card of a day says what was missing on that day and not in all the time.
    void aDaySaysItsOwnGaps()
    {
        HeatmapFixture given;
        given.console.server.answer(api::readHeatSeries, samples::heatDays());
        given.console.server.answerWith([](const kit::Call &call) -> std::optional<QByteArray> {
            if (!call.target.contains("/gaps"))
                return std::nullopt;
            const QString asked = QString::fromUtf8(call.target);
            HeatGaps gaps = samples::heatGaps();
            const bool isOneDay = timeIn(asked, "to").ms - timeIn(asked, "from").ms <= 24 * hourMs;
            gaps.gaps.first().searches = isOneDay ? 17 : 80;
            return json::bytes(gaps);
        });

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral(": 17 searches")));
        QVERIFY(!shows(*given.page, QStringLiteral(": 80 searches")));
    }

    // CADM-06
    void aQuietTimeSaysWhatToDo()
    {
        HeatmapFixture given;
        given.console.server.answer(api::readHeatSeries, quietFor(73));
        given.console.server.answer(api::readHeatMap, placeless(0));
        given.open();
        QVERIFY(shows(*given.page, QStringLiteral("Choose a longer time, or something else to look at.")));
        given.console.server.answer(api::readHeatSeries, samples::heatSeries());
        given.console.server.answer(api::readHeatMap, samples::heatMap());

        QVERIFY(press(*given.page, "stateButton"));

        QVERIFY(given.console.server.lines()
                    .filter(QStringLiteral("/series"))
                    .constLast()
                    .contains(QStringLiteral("step=month")));
        QVERIFY(shows(*given.page, QStringLiteral("4,711")));
    }

    // CADM-06
    void aQuietBarSaysWhatToDo()
    {
        HeatmapFixture given;
        given.console.server.answer(api::readHeatSeries, quietFor(8));
        given.open();
        given.console.server.answer(api::readHeatMap, placeless(0));

        QTest::keyClick(given.timeline(), Qt::Key_End);

        QVERIFY(shows(*given.page, QStringLiteral("choose a taller bar below the map")));
    }

    // CADM-06: cut off at the coast, the heat of a port would be half and that of a small island none.
    void theHeatOfAnIslandIsDrawnWhole()
    {
        HeatmapFixture given;
        HeatMap map = placeless(40);
        map.cells = {{11.62, 92.73, HeatLevel::Fine, 40, {}}}; // Port Blair
        given.console.server.answer(api::readHeatMap, map);
        given.open();
        given.map()->hideLayer(heatmap::MapView::Layer::Cities);
        const QImage warm = given.map()->picture();
        given.map()->hideLayer(heatmap::MapView::Layer::Density);

        const QImage cold = given.map()->picture();

        const QPoint middle = (given.map()->pixelOf(11.62, 92.73) * 2).toPoint();
        for (const QPoint &beside : {QPoint(-28, 0), QPoint(28, 0)}) {
            QCOMPARE(cold.pixelColor(middle + beside), given.console.theme.surface); // the sea
            QVERIFY(warm.pixelColor(middle + beside) != given.console.theme.surface);
        }
        QCOMPARE(warm.pixelColor(middle + QPoint(-120, 0)), given.console.theme.surface); // it ends
    }

    // What somebody chooses is shown, also when there is little to see.
    void aChosenHourStaysChosen()
    {
        HeatmapFixture given;
        given.open();
        given.console.server.answer(api::readHeatMap, placeless(3));
        const int asked = given.console.server.timesAsked(api::readHeatMap);

        QTest::keyClick(given.timeline(), Qt::Key_Left);

        QCOMPARE(given.timeline()->value(), newest - 1);
        QCOMPARE(given.console.server.timesAsked(api::readHeatMap), asked + 1);
        QVERIFY(shows(*given.page, QStringLiteral("Too few people")));
    }

    // CADM-06
    void theMapIsSavedAsAPictureOfTwiceItsSize()
    {
        HeatmapFixture given;
        given.open();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("map.png"));

        save(given, path);

        QImage saved(path, "PNG");
        QCOMPARE(saved.size(), given.map()->size() * 2);
        saved.setDevicePixelRatio(2); // a file does not keep it
        QCOMPARE(saved, given.map()->picture().convertToFormat(saved.format()));
        const QPoint hot = (given.map()->pixelOf(28.6, 77.2) * 2).toPoint();
        QVERIFY(saved.pixelColor(hot) != saved.pixelColor(4, 4)); // Delhi is warm, the corner is empty
        QCOMPARE(given.console.notices.toasts, QStringList{QStringLiteral("Saved as map.png")});
    }

    void aPictureThatCannotBeWrittenIsSaidSo()
    {
        HeatmapFixture given;
        given.open();
        const QTemporaryDir folder;

        save(given, folder.filePath(QStringLiteral("missing/map.png")));

        QCOMPARE(given.console.notices.toasts, QStringList{QStringLiteral("map.png could not be written")});
        QVERIFY(QDir(folder.path()).isEmpty());
    }

private:
    // The time that a call for the map begins with is that or a later one.
    static bool isFrom(const kit::Call &call, Instant from)
    {
        return timeIn(QString::fromUtf8(call.target), "from") >= from;
    }

    static Instant timeIn(const QString &target, const char *name)
    {
        const QUrlQuery query(QUrl(target.section(u' ', -1)));
        return Instant::parse(query.queryItemValue(QLatin1StringView(name), QUrl::FullyDecoded)).value_or(Instant{});
    }

    static void save(HeatmapFixture &given, const QString &path)
    {
        for (QAction *action : given.page->findChildren<QAction *>())
            if (action->text().contains(QStringLiteral("PNG")))
                action->trigger();
        auto *dialog = given.page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        dialog->reject();
    }
};

CONSOLE_TEST(TestHeatTimes)
#include "tst_heattimes.moc"
