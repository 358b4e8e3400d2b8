#include "console/pages/analytics/storepage.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QFileDialog>
#include <QMenu>
#include <QTemporaryDir>
#include <QTranslator>

namespace {

struct Fixture
{
    ConsoleKit console{Role::Vendor};
    std::unique_ptr<kit::Page> page;

    Fixture()
    {
        console.server.answer(api::readVendorAnalytics, samples::storeAnalytics());
        console.server.answer(api::listCategories, samples::categories());
    }
    void open()
    {
        page = std::make_unique<analytics::StorePage>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
    }
    kit::Card &card(const char *name) { return *page->findChild<kit::Card *>(QLatin1StringView(name)); }
    kit::FigureTile &tile(const char *name) { return *page->findChild<kit::FigureTile *>(QLatin1StringView(name)); }
    const kit::Figures &table(const char *name)
    {
        return page->findChild<kit::FiguresTable *>(QLatin1StringView(name))->figures();
    }
    QStringList facts(const char *ofCard) { return static_cast<analytics::Board &>(*page).facts(card(ofCard)); }
    QString lastAsked() { return console.server.lines().filter("/vendor/analytics").last(); }
};

} // namespace

// CVEN-06
class TestStoreAnalyticsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theForecastFollowsTheSalesWithItsBandAndItsMethod()
    {
        Fixture given;

        given.open();

        QCOMPARE(given.lastAsked(), "get /api/v1/vendor/analytics?forecast_days=14&period=month&step=day");
        const auto *trend = found<kit::TrendChart>(*given.page, "trend");
        QVERIFY(trend);
        QCOMPARE(trend->spoken(30), "21 Nov, expected ₹30,90,000.00, ₹26,70,000.00 – ₹33,80,000.00");
        QVERIFY(shows(*given.page, QStringLiteral("forecast: Holt–Winters, learned from 182 day(s)")));
    }

    // AN-03
    void salesAreShownByTheDayTheWeekOrTheMonth()
    {
        Fixture given;
        VendorAnalytics byWeek = samples::storeAnalytics();
        byWeek.revenue.forecast.reset();
        byWeek.revenue.points = {{.from = "2026-10-26", .to = "2026-11-01"},
                                 {.from = "2026-11-02", .to = "2026-11-08"}};
        given.open();
        given.console.server.answer(api::readVendorAnalytics, byWeek);

        given.page->findChild<kit::Segments *>("steps")->choose(1);

        QCOMPARE(given.lastAsked(), "get /api/v1/vendor/analytics?forecast_days=0&period=month&step=week");
        const kit::Figures figures = given.card("revenueCard").figures();
        QCOMPARE(figures.headings.first(), "Days");
        QCOMPARE(figures.rows.at(0).at(0).text, "26 Oct – 1 Nov");
        QCOMPARE(figures.rows.at(0).at(0).plain, "2026-10-26");
        given.page->findChild<kit::Segments *>("steps")->choose(2);
        QCOMPARE(given.lastAsked(), "get /api/v1/vendor/analytics?forecast_days=0&period=month&step=month");
    }

    void aCategoryAndAStateNarrowIt()
    {
        Fixture given;
        given.open();
        const QString copper = samples::categories().first().id.text();

        given.page->findChild<kit::ChoiceFilter *>("category")->pick(copper);
        given.page->findChild<kit::ChoiceFilter *>("state")->pick("Goa");

        QCOMPARE(given.lastAsked(), "get /api/v1/vendor/analytics?category=" + copper +
                                        "&forecast_days=14&period=month&state=Goa&step=day");
        QVERIFY(shows(*given.page, QStringLiteral("of all categories and states")));
    }

    void thePeriodIsAskedForAndKept()
    {
        Fixture given;
        given.open();

        given.page->findChild<kit::Segments *>("periods")->choose(1);

        QCOMPARE(given.lastAsked(), "get /api/v1/vendor/analytics?forecast_days=14&period=week&step=day");
        Fixture later;
        later.console.keepsakes.kepts = given.console.keepsakes.kepts;
        later.open();
        QCOMPARE(later.lastAsked(), "get /api/v1/vendor/analytics?forecast_days=14&period=week&step=day");
    }

    void theTilesSayHowMuchAndWhatItIsMadeOf()
    {
        Fixture given;
        VendorAnalytics store = samples::storeAnalytics();
        store.revenue.sums = {.ordersPlaced = 110, .placed = {1'200'000}, .commission = {50'000}, .net = {900'000}};
        store.revenue.previous = {.ordersPlaced = 100, .placed = {1'000'000}};
        given.console.server.answer(api::readVendorAnalytics, store);

        given.open();

        QCOMPARE(given.tile("placed").accessibleName(), "Orders placed, ₹12,000, up 20%, vs previous 30 d");
        QCOMPARE(given.tile("orders").accessibleName(), "Orders, 110, up 10%");
        QCOMPARE(given.tile("net").accessibleName(), "You earned, ₹9,000, nothing before, after ₹500 commission");
        QCOMPARE(given.tile("fulfilled").accessibleName(), "Fulfilled, 96.3%, nothing before, vs previous 30 d");
        for (const char *name : {"placed", "orders", "net", "fulfilled", "views"})
            QVERIFY2(given.tile(name).toolTip().contains("Source: "), name);
    }

    void whatSellsMostIsOfProductsOrCategories()
    {
        Fixture given;
        given.open();
        const int asked = given.console.server.timesAsked(api::readVendorAnalytics);

        QCOMPARE(given.table("top").rows.at(0).at(0).text, "Copper wire, bare bright");
        Q_EMIT given.page->findChild<kit::FiguresTable *>("top")->opened(0);
        given.page->findChild<kit::Segments *>("kinds")->choose(1);
        QCOMPARE(given.table("top").rows.at(0).at(0).text, "Ferrous metals");
        Q_EMIT given.page->findChild<kit::FiguresTable *>("top")->opened(0);

        QCOMPARE(given.console.navigator.opened,
                 QStringList{"vendor.products/" + samples::storeAnalytics().products.entries.at(0).key});
        QCOMPARE(given.console.server.timesAsked(api::readVendorAnalytics), asked);
    }

    void figuresLeadToTheOrdersTheyCount()
    {
        Fixture given;
        given.open();

        Q_EMIT given.page->findChild<kit::LineList *>("funnel")->opened("completed");
        given.tile("placed").click();

        QCOMPARE(given.console.navigator.opened,
                 QStringList({"vendor.orders?days=30&status=completed", "vendor.orders?days=30"}));
    }

    void aStoreWithoutOrdersSaysSoInEachPart()
    {
        Fixture given;
        given.console.server.answer(api::readVendorAnalytics, {.revenue = {.period = samples::thirtyDays()}});

        given.open();

        QVERIFY(shows(given.card("revenueCard"), QStringLiteral("No sales yet")));
        QVERIFY(shows(given.card("funnelCard"), QStringLiteral("Too little data")));
        QVERIFY(shows(given.card("topCard"), QStringLiteral("Nothing sold")));
    }

    void whatCouldNotBeFetchedIsAskedForAgainFromEachPart()
    {
        Fixture given;
        given.console.server.refuse(api::readVendorAnalytics, ErrorCode::Internal);
        given.open();
        for (const char *name : {"revenueCard", "funnelCard", "topCard", "processingCard"})
            QVERIFY2(given.card(name).isTroubled(), name);
        QVERIFY(given.tile("placed").isTroubled());
        given.console.server.answer(api::readVendorAnalytics, samples::storeAnalytics());

        QVERIFY(press(given.card("topCard"), "stateButton"));

        for (const char *name : {"revenueCard", "funnelCard", "topCard", "processingCard"})
            QVERIFY2(!given.card(name).isTroubled(), name);
        QVERIFY(!given.tile("placed").isTroubled());
    }

    void whatIsShownIsSavedAsCsvAndPrinted()
    {
        Fixture given;
        given.open();
        const QTemporaryDir place;
        const auto *menu = given.card("topCard").findChild<QMenu *>();
        QCOMPARE(menu->actions().size(), 2); // reports are the platform's

        menu->actions().at(0)->trigger();
        Q_EMIT given.page->findChild<QFileDialog *>()->fileSelected(place.filePath("top.csv"));

        QFile file(place.filePath("top.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readLine(), QByteArray("\xEF\xBB\xBFName,Orders,Placed,Before,Change,Share\r\n"));
        delete given.page->findChild<QFileDialog *>();
        menu->actions().at(1)->trigger();
        Q_EMIT given.page->findChild<QFileDialog *>()->fileSelected(place.filePath("top.pdf"));
        QFile paper(place.filePath("top.pdf"));
        QVERIFY(paper.open(QIODevice::ReadOnly));
        QVERIFY(paper.readAll().startsWith("%PDF-"));
        QCOMPARE(given.facts("topCard").first(), "Period: 22 Oct 2026 – 20 Nov 2026");
    }

    // The name of the store is asked for first.
    void onePaperIsMadeAtATime()
    {
        Fixture given;
        given.open();
        given.console.server.hold();
        QAction *asPdf = given.card("topCard").findChild<QMenu *>()->actions().at(1);

        asPdf->trigger();
        asPdf->trigger();
        given.console.server.release();

        QCOMPARE(given.page->findChildren<QFileDialog *>().size(), 1);
        QVERIFY(asPdf->isEnabled());
    }

    void thePaperOfDaysWithoutSalesIsOfThoseDays()
    {
        Fixture given;
        given.open();
        VendorAnalytics week{.revenue = {.period = samples::thirtyDays()}, .steps = samples::storeAnalytics().steps};
        week.revenue.period.from = QStringLiteral("2026-11-14");
        given.console.server.answer(api::readVendorAnalytics, week);

        given.page->findChild<kit::Segments *>("periods")->choose(1);

        QVERIFY(shows(given.card("revenueCard"), QStringLiteral("No sales yet")));
        QCOMPARE(given.facts("processingCard").first(), "Period: 14 Nov 2026 – 20 Nov 2026");
    }

    // Addresses bear it in English, whatever the console speaks.
    void theStateIsAskedForAsAddressesBearIt()
    {
        QTranslator words;
        QVERIFY(words.load(QStringLiteral(":/translations/console_hi.qm")));
        QCoreApplication::installTranslator(&words);
        Fixture given;
        given.open();
        const auto *state = given.page->findChild<kit::ChoiceFilter *>("state");

        for (QAction *choice : state->menu()->actions()) {
            if (choice->text() == QStringLiteral("महाराष्ट्र"))
                choice->trigger();
        }

        QCOMPARE(given.lastAsked(),
                 "get /api/v1/vendor/analytics?forecast_days=14&period=month&state=Maharashtra&step=day");
        QVERIFY(state->text().endsWith(QStringLiteral("महाराष्ट्र")));
        QCoreApplication::removeTranslator(&words);
        given.page->retranslate();
        QCOMPARE(state->text(), "State: Maharashtra");
    }

    void figuresThatTheListCannotBeNarrowedLikeLeadNowhere()
    {
        Fixture given;
        given.open();
        given.tile("fulfilled").click(); // a share is no number of orders
        QCOMPARE(given.console.navigator.opened, QStringList());

        given.page->findChild<kit::ChoiceFilter *>("state")->pick("Goa");
        given.tile("placed").click();

        QCOMPARE(given.console.navigator.opened, QStringList());
        QCOMPARE(given.tile("placed").cursor().shape(), Qt::ArrowCursor);
        QCOMPARE(given.console.notices.toasts,
                 QStringList{"The list of orders cannot be narrowed by category or by the buyers' state."});
    }

    // As the server rounds: two thirds are 66.67 %.
    void aChangeIsRoundedAsOnTheDashboard()
    {
        Fixture given;
        VendorAnalytics store = samples::storeAnalytics();
        store.revenue.sums = {.ordersPlaced = 5};
        store.revenue.previous = {.ordersPlaced = 3};
        given.console.server.answer(api::readVendorAnalytics, store);

        given.open();

        QCOMPARE(given.tile("orders").accessibleName(), "Orders, 5, up 66.67%");
    }

    void everyControlHasAName()
    {
        Fixture given;
        given.open();

        QCOMPARE(nameless(*given.page), QString());
    }
};

CONSOLE_TEST(TestStoreAnalyticsPage)
#include "tst_storeanalytics.moc"
