// What the heatmap says while its figures are under way or could not be fetched.

#include "console/kit/segments.h"
#include "tests/console/pages/heatmappage.h"
#include "tests/console/registry.h"

#include <QProgressBar>

using namespace heatmappage;

namespace {

// The second row of choices: how long a time is shown.
kit::Segments *spanOf(HeatmapFixture &given)
{
    return given.page->findChildren<kit::Segments *>().at(1);
}

const QString trouble = QStringLiteral("Demand without vendors could not be fetched and is not shown.");

} // namespace

class TestHeatStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // CADM-06: what was missing in another time is not missing in this one.
    void gapsThatCouldNotBeFetchedAreNotThoseOfTheTimeBefore()
    {
        HeatmapFixture given;
        given.open();
        QVERIFY(given.page->table().contains("Gap: demand without vendors"));
        QVERIFY(shows(*given.page, QStringLiteral("Demand without vendors near")));

        given.console.server.refuse(api::readHeatGaps, ErrorCode::Unavailable);
        spanOf(given)->choose(2);

        QVERIFY(!given.page->table().contains("Gap: demand without vendors"));
        QVERIFY(!shows(*given.page, QStringLiteral("Demand without vendors near")));
        QVERIFY(shows(*given.page, trouble));

        given.console.server.answer(api::readHeatGaps, samples::heatGaps());
        given.page->refresh();

        QVERIFY(given.page->table().contains("Gap: demand without vendors"));
        QVERIFY(!shows(*given.page, trouble));
    }

    // CADM-06: of one bar they are missing beside the map only, and the next one that has them takes the word back.
    void whatIsMissingOfABarIsSaidOfThatBar()
    {
        HeatmapFixture given;
        given.open();
        const QString ofBar = QStringLiteral("beside the map it is missing");

        given.console.server.refuse(api::readHeatGaps, ErrorCode::Unavailable);
        given.timeline()->setValue(40);
        const bool isSaid = shows(*given.page, ofBar), isTakenForAll = shows(*given.page, trouble);
        given.console.server.answer(api::readHeatGaps, samples::heatGaps());
        given.timeline()->setValue(41);

        QVERIFY(isSaid);
        QVERIFY(!isTakenForAll);
        QVERIFY(!shows(*given.page, ofBar));
        QVERIFY(given.page->table().contains("Gap: demand without vendors"));
    }

    // CADM-06: and while they are under way nobody takes the old ones for them.
    void gapsOfAnotherTimeGoAtOnce()
    {
        HeatmapFixture given;
        given.open();

        given.console.server.hold();
        spanOf(given)->choose(0);
        const bool isShown = given.page->table().contains("Gap: demand without vendors");
        given.console.server.release();

        QVERIFY(!isShown);
        QVERIFY(given.page->table().contains("Gap: demand without vendors"));
    }

    // CADM-06
    void aConnectionThatIsGoneIsSaidOnce()
    {
        HeatmapFixture given;
        given.open();

        given.console.server.cut();
        given.page->refresh();

        QVERIFY(!shows(*given.page, trouble));
        given.console.server.mend();
        given.page->refresh();
        QVERIFY(!shows(*given.page, trouble));
    }

    // CADM-06: the map before it stands under the new choice until the new one has come.
    void whatIsUnderWayIsSeen()
    {
        HeatmapFixture given;
        given.open();
        auto *progress = given.page->findChild<QProgressBar *>("progress");
        QVERIFY(progress->isHidden());

        for (const auto &ask : {std::function<void()>([&] { spanOf(given)->choose(2); }),
                                std::function<void()>([&] { given.timeline()->setValue(40); })}) {
            given.console.server.hold();
            ask();
            QTRY_VERIFY(progress->isVisible());
            given.console.server.release();

            QVERIFY(progress->isHidden());
        }
    }
};

CONSOLE_TEST(TestHeatStates)
#include "tst_heatstates.moc"
