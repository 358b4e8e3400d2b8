#include "console/pages/store/page.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QFileDialog>
#include <QMenu>
#include <QTemporaryDir>

namespace {

struct Fixture
{
    ConsoleKit console{Role::Vendor};
    std::unique_ptr<kit::Page> page;

    Fixture()
    {
        console.server.answer(api::readVendorDashboard, samples::storeDashboard());
        console.server.answer(api::readVendorAnalytics, samples::storeAnalytics());
    }
    void open()
    {
        page = std::make_unique<store::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
    }
    kit::FigureTile &tile(const char *name) { return *page->findChild<kit::FigureTile *>(QLatin1StringView(name)); }
    kit::LineList &lines(const char *name) { return *page->findChild<kit::LineList *>(QLatin1StringView(name)); }
};

} // namespace

// CVEN-06, AN-03
class TestStorePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void salesOfTheDayTheWeekAndTheMonthStandInTheirTiles()
    {
        Fixture given;

        given.open();

        QCOMPARE(given.tile("today").accessibleName(), "Sales today, ₹12,480, up 11.42%, vs yesterday by now");
        QCOMPARE(given.tile("week").accessibleName(), "Last 7 days, ₹7.8 L, down 3.7%, vs previous 7 d");
        QCOMPARE(kit::FigureTile::toneOf(*given.tile("week").figure()), kit::Tone::Danger);
        QCOMPARE(given.tile("month").accessibleName(), "Last 30 days, ₹48.3 L, up 20.44%, vs previous 30 d");
        QCOMPARE(given.tile("released").accessibleName(), "Can be paid out, ₹1.24 L, ₹97,115 in escrow");
        QCOMPARE(given.tile("lifetime").accessibleName(), "Total revenue, ₹2.14 Cr, 4,120 order(s)");
    }

    void theLongestWaitingOrderIsAcceptedWithOneClick()
    {
        Fixture given;
        const OrderCard first = samples::storeDashboard().waiting.first();
        Order confirmed = samples::order(first, Role::Vendor);
        confirmed.orderStatus = OrderStatus::Confirmed;
        given.console.server.answer(api::advanceOrder, confirmed, first.id);
        given.open();

        QVERIFY(press(*given.page, "accept"));

        QCOMPARE(given.console.server.timesAsked(api::advanceOrder, first.id), 1);
        QCOMPARE(given.console.notices.toasts, QStringList{"Order " + first.orderNumber + ": Confirmed"});
        QCOMPARE(given.console.server.timesAsked(api::readVendorDashboard), 2);
    }

    // News may put another order into the row of the chosen one.
    void acceptingHitsTheChosenOrderWhereverItStandsNow()
    {
        Fixture given;
        VendorDashboard dashboard = samples::storeDashboard();
        QVERIFY(dashboard.waiting.size() >= 2);
        const OrderCard wanted = dashboard.waiting.at(1);
        given.open();
        given.lines("waiting").setCurrentIndex(given.lines("waiting").model()->index(1, 0));
        std::swap(dashboard.waiting[0], dashboard.waiting[1]);
        given.console.server.answer(api::readVendorDashboard, dashboard);
        given.page->refresh();

        QVERIFY(press(*given.page, "accept"));

        QCOMPARE(given.console.server.timesAsked(api::advanceOrder, wanted.id), 1);
        QCOMPARE(given.console.server.timesAsked(api::advanceOrder, dashboard.waiting.at(1).id), 0);
    }

    void whenTheChosenOrderIsGoneNoneIsAccepted()
    {
        Fixture given;
        given.open();
        VendorDashboard dashboard = samples::storeDashboard();
        dashboard.waiting.removeFirst();
        given.console.server.answer(api::readVendorDashboard, dashboard);

        given.page->refresh();

        QVERIFY(!press(*given.page, "accept"));
        given.lines("waiting").setCurrentIndex(given.lines("waiting").model()->index(0, 0));
        QVERIFY(press(*given.page, "accept"));
        QCOMPARE(given.console.server.timesAsked(api::advanceOrder, dashboard.waiting.first().id), 1);
    }

    void rejectingAsksForTheReasonFirst()
    {
        Fixture given;
        const OrderCard first = samples::storeDashboard().waiting.first();
        Order cancelled = samples::order(first, Role::Vendor);
        cancelled.orderStatus = OrderStatus::Cancelled;
        given.console.server.answer(api::cancelOrder, cancelled, first.id);
        given.open();

        QVERIFY(press(*given.page, "reject"));
        QCOMPARE(given.console.server.timesAsked(api::cancelOrder, first.id), 0);
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(dialog);
        dialog->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("Sold elsewhere."));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.timesAsked(api::cancelOrder, first.id), 1);
    }

    void lowStockIsListedAndLeadsToTheProducts()
    {
        Fixture given;
        given.open();

        const QList<kit::ListLine> lines = given.lines("stock").lines();
        Q_EMIT given.lines("stock").opened(lines.first().key);

        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.first().title, "Newspaper, grade A");
        QCOMPARE(lines.first().noteTone, kit::Tone::Danger);
        QVERIFY(shows(*given.page, QStringLiteral("3 product(s) at the low-stock level")));
        QCOMPARE(given.console.navigator.opened, QStringList{"vendor.products?stock=low"});
        Q_EMIT given.tile("lifetime").opened(); // what was narrowed before is no part of all revenue
        QCOMPARE(given.console.navigator.opened.last(), "vendor.orders?status=completed");
    }

    // CVEN-06
    void salesStandWithTheirAverageTheirForecastAndTheirCategories()
    {
        Fixture given;
        given.open();

        QVERIFY(given.console.server.lines().contains(
            "get /api/v1/vendor/analytics?forecast_days=14&period=month&step=day"));
        QVERIFY(shows(*given.page, QStringLiteral("₹48.3 L placed · ₹40.2 L settled · ₹2.1 L commission · ₹4,852 an "
                                                  "order · forecast: Holt–Winters, learned from 182 day(s)")));
        QCOMPARE(given.lines("products").lines().first().title, "Copper wire, bare bright");
        given.page->findChild<kit::Segments *>("best")->choose(1);
        QCOMPARE(given.lines("products").lines().first().title, "Ferrous metals");
        QCOMPARE(given.lines("products").lines().first().key, QString());
        QCOMPARE(given.lines("performance").lines().last().note, "3,120");
    }

    void figuresLeadToTheOrdersTheyCount()
    {
        Fixture given;
        given.open();

        given.tile("today").click();
        given.tile("month").click();
        Q_EMIT given.lines("stages").opened(given.lines("stages").lines().at(1).key);

        QCOMPARE(given.console.navigator.opened,
                 QStringList({"vendor.orders?days=1", "vendor.orders?days=30", "vendor.orders?status=confirmed"}));
    }

    void figuresAreSavedAsCsv()
    {
        Fixture given;
        given.open();
        const QTemporaryDir place;
        QVERIFY(press(*given.page->findChild<kit::Card *>("trendCard"), "export"));
        auto *dialog = given.page->findChild<QFileDialog *>();
        QVERIFY(dialog);

        Q_EMIT dialog->fileSelected(place.filePath("sales.csv"));

        QFile file(place.filePath("sales.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QCOMPARE(lines.at(0), QByteArray("\xEF\xBB\xBF"
                                         "Day,Placed,Before,Orders,Settled,Commission,Expected,Low,High\r"));
        QCOMPARE(lines.size(), 1 + 30 + 14 + 1);
    }

    // CVEN-06: what stands in a card is what its file has.
    void everyLineOfACardIsInItsExport()
    {
        Fixture given;
        given.open();

        for (const char *name : {"performance", "waiting", "stock"}) {
            auto *card = given.page->findChild<kit::Card *>(QLatin1StringView(name) + QStringLiteral("Card"));
            const QList<kit::ListLine> lines = given.lines(name).lines();
            QCOMPARE(card->figures().rows.size(), lines.size());
            QVERIFY2(found<QAbstractButton>(*card, "export"), name);
        }
        const auto rows = given.page->findChild<kit::Card *>("performanceCard")->figures().rows;
        QCOMPARE(rows.constLast().at(0).text, QStringLiteral("Looks at your store"));
        QCOMPARE(rows.constLast().at(1).text, QStringLiteral("3,120"));
        const auto stock = given.page->findChild<kit::Card *>("stockCard")->figures();
        QCOMPARE(stock.headings, QStringList({"Product", "Stock", "Low-stock level", "Unit"}));
        QCOMPARE(stock.rows.constFirst().at(0).text, QStringLiteral("Newspaper, grade A"));
        QCOMPARE(stock.rows.constFirst().at(1).plain, QStringLiteral("0"));
    }

    void aStepWithoutOrdersSaysHowLittleItKnows()
    {
        Fixture given;

        given.open();

        const QList<kit::ListLine> lines = given.lines("performance").lines();
        QCOMPARE(lines.at(0).note, "23 min");
        QCOMPARE(lines.at(3).note, "too little data: n = 0");
    }

    void newOrdersAreFetchedAsTheyCome()
    {
        Fixture given;
        given.open();

        given.page->hear({.sequence = 1, .kind = LiveKind::NewOrder});
        given.page->hear({.sequence = 2, .kind = LiveKind::NewOrder});

        QCOMPARE(given.console.server.timesAsked(api::readVendorDashboard), 2);
    }

    void aNewStoreIsLedThroughItsFirstSteps()
    {
        Fixture given;
        given.console.server.answer(api::readVendorDashboard, {.period = samples::thirtyDays()});
        given.console.server.answer(api::readVendorProfile, samples::store());
        given.console.server.answer(api::listOwnProducts, samples::page<Product>({}));

        given.open();

        const QList<kit::ListLine> steps = given.lines("steps").lines();
        QCOMPARE(steps.size(), 3);
        QCOMPARE(steps.at(0).chip, "done");
        QCOMPARE(steps.at(1).key, "vendor.products");
        QVERIFY(shows(*given.page, QStringLiteral("No order waits")));
    }

    // CVEN-06
    void documentsUnderReviewAreNotTheVendorsToDo_data()
    {
        QTest::addColumn<KycStatus>("status");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("chip");
        QTest::newRow("nothing sent") << KycStatus::None << QString() << "to do";
        QTest::newRow("waits for the reviewer") << KycStatus::Pending << QString() << "in review";
        QTest::newRow("more is wanted") << KycStatus::Pending << "A clearer photo"
                                        << "to do";
        QTest::newRow("approved") << KycStatus::Approved << QString() << "done";
    }
    void documentsUnderReviewAreNotTheVendorsToDo()
    {
        QFETCH(KycStatus, status);
        QFETCH(QString, reason);
        QFETCH(QString, chip);
        Fixture given;
        Vendor store = samples::store();
        store.kycStatus = status;
        if (!reason.isEmpty())
            store.kycReason = reason;
        given.console.server.answer(api::readVendorDashboard, {.period = samples::thirtyDays()});
        given.console.server.answer(api::readVendorProfile, store);
        given.console.server.answer(api::listOwnProducts, samples::page<Product>({}));

        given.open();

        QCOMPARE(given.lines("steps").lines().at(0).chip, chip);
    }

    // CVEN-06: beside its switch the title had no room left.
    void theTitleOfTheBestSellersHasRoom()
    {
        Fixture given;
        given.open();
        given.page->resize(1056, 744);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);

        const auto *card = given.page->findChild<kit::Card *>("productsCard");
        const auto *title = card->findChild<kit::Label *>();
        QCOMPARE(title->text(), "Best sellers");
        QVERIFY(title->width() >= title->fontMetrics().horizontalAdvance(title->text()));
    }

    // CVEN-06
    void theVendorHidesWhatIsNotWanted()
    {
        Fixture given;
        given.open();
        QMenu *menu = given.page->findChild<QPushButton *>("customise")->menu();
        Q_EMIT menu->aboutToShow();

        menu->findChild<QAction *>("stockCard")->trigger();

        QVERIFY(!found<kit::Card>(*given.page, "stockCard"));
        QCOMPARE(given.console.keepsakes.kepts.value("store/hidden/" + given.console.me.id), "stockCard");
    }

    // CVEN-06: on paper stands the name of the store, which the server knows.
    void thePaperBearsTheNameOfTheStore()
    {
        Fixture given;
        given.open();
        given.console.server.answer(api::readVendorProfile, samples::store());
        given.console.server.hold();
        QVERIFY(press(*given.page, "print"));
        QVERIFY(!press(*given.page, "print")); // it is being made

        given.console.server.release();

        auto *dialog = given.page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), samples::store().storeName + " Dashboard.pdf");
        QVERIFY(press(*given.page, "print"));
    }

    // CVEN-06: the formula and the source of each figure (D-11).
    void everyTileSaysWhatItIsMadeOf()
    {
        Fixture given;
        given.open();

        for (const char *name : {"today", "week", "month", "orders", "released", "lifetime"}) {
            QVERIFY2(given.tile(name).toolTip().contains("Source: "), name);
            QVERIFY2(given.tile(name).accessibleDescription().contains("Source: "), name);
        }
    }

    void eachPartFailsAlone()
    {
        Fixture given;
        given.console.server.refuse(api::readVendorAnalytics, ErrorCode::Internal);

        given.open();

        QVERIFY(!given.tile("today").isTroubled());
        QVERIFY(given.lines("waiting").isVisibleTo(given.page.get()));
        QVERIFY(!found<kit::TrendChart>(*given.page, "trend"));
    }

    void everyControlHasAName()
    {
        Fixture given;
        given.open();

        QCOMPARE(nameless(*given.page), QString());
    }
};

CONSOLE_TEST(TestStorePage)
#include "tst_store.moc"
