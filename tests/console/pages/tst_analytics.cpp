#include "tests/console/pages/analyticspage.h"
#include "tests/console/registry.h"

#include "shared/contract/vendors.h"

#include <QFileDialog>
#include <QTemporaryDir>
#include <QTranslator>

using analyticspage::AnalyticsFixture;

// CADM-12
class TestAnalyticsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theForecastFollowsTheSalesAndNamesItsMethod()
    {
        AnalyticsFixture given;

        given.open();

        const auto *trend = found<kit::TrendChart>(*given.page, "trend");
        QVERIFY(trend);
        QCOMPARE(trend->spoken(30), "21 Nov, expected ₹30,90,000.00, ₹26,70,000.00 – ₹33,80,000.00");
        QVERIFY(shows(
            *given.page,
            QStringLiteral("₹8.94 Cr placed, ₹7.95 Cr before · forecast: Holt–Winters, learned from 182 day(s)")));
        QCOMPARE(given.card("revenueCard").figures().rows.size(), 44);
    }

    void withoutHistoryItSaysThatThereIsNone()
    {
        AnalyticsFixture given;
        Revenue young = samples::revenue();
        young.forecast.reset();
        given.console.server.answer(api::readRevenue, young);
        given.console.server.answer(api::readCohorts, Cohorts{});

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("too little data for a forecast: fewer than 28 days")));
        QVERIFY(shows(*given.page, QStringLiteral("n = 0")));
    }

    void cohortsAreATintedTable()
    {
        AnalyticsFixture given;

        given.open();

        const kit::Figures &cohorts = given.table("cohorts");
        QCOMPARE(cohorts.rows.size(), 6);
        QCOMPARE(cohorts.rows.at(0).at(0).text, "Jun 2026");
        QCOMPARE(cohorts.rows.at(0).at(1).text, "1,200");
        QCOMPARE(cohorts.rows.at(0).at(2).text, "54%");
        QCOMPARE(cohorts.rows.at(0).at(2).heat, 10'000);
        QCOMPARE(cohorts.rows.at(5).at(2).text, QString()); // not over yet
        QVERIFY(!cohorts.rows.at(5).at(2).heat);
    }

    void stepsWithoutOrdersSayHowLittleIsKnown()
    {
        AnalyticsFixture given;

        given.open();

        const kit::Figures &steps = given.table("processing");
        QCOMPARE(steps.rows.at(0).at(0).text, "Confirm (≤ 1 h)");
        QCOMPARE(steps.rows.at(0).at(1).text, "23 min");
        QCOMPARE(steps.rows.at(3).at(0).text, "Settle");
        QCOMPARE(steps.rows.at(3).at(1).text, "too little: n = 0");
    }

    void operationsStandBesideTheirTargets()
    {
        AnalyticsFixture given;

        given.open();

        const kit::Figures &operations = given.table("operations");
        QCOMPARE(operations.rows.at(0).at(1).text, "96.41%");
        QCOMPARE(operations.rows.at(0).at(3).text, "95%");
        const QList<kit::Figures::Cell> answer = operations.rows.at(operations.rows.size() - 2);
        QCOMPARE(answer.at(1).text, "184 ms");
        QCOMPARE(answer.at(3).text, "2,000 ms");
        QCOMPARE(operations.rows.last().at(1).text, "99.96%");
        QCOMPARE(operations.rows.last().at(3).text, "99.9%");
    }

    void aFilterNarrowsWhatCanBeNarrowed()
    {
        AnalyticsFixture given;
        given.open();
        const int before = int(given.console.server.lines().size());
        const QString copper = samples::categories().first().id.text();

        given.page->findChild<kit::ChoiceFilter *>(QStringLiteral("category"))->pick(copper);

        const QStringList asked = given.askedSince(before);
        const QString base = QStringLiteral("get /api/v1/admin/analytics/");
        QVERIFY2(asked.contains(base + "funnel?category=" + copper + "&period=month"), qPrintable(asked.join(u'\n')));
        QVERIFY(asked.contains(base + "cohorts") || asked.contains(base + "cohorts?months=12"));
        given.page->findChild<kit::Segments *>(QStringLiteral("kinds"))->choose(1);
        QVERIFY2(!given.console.server.lines().last().contains("category="),
                 qPrintable(given.console.server.lines().last()));
    }

    // The server refuses a category or a state there, because only a vendor narrows these times.
    void processingTimesAreNarrowedByTheVendorOnly()
    {
        AnalyticsFixture given;
        given.open();
        const QString copper = samples::categories().first().id.text();
        const QString vendor = samples::id<Vendor>(1).text();

        given.page->findChild<kit::ChoiceFilter *>(QStringLiteral("category"))->pick(copper);
        given.page->findChild<kit::ChoiceFilter *>(QStringLiteral("state"))->pick(QStringLiteral("Goa"));
        given.page->findChild<kit::ChoiceFilter *>(QStringLiteral("vendor"))->pick(vendor);

        const QStringList asked = given.console.server.lines().filter(QStringLiteral("/processing"));
        QCOMPARE(asked.last(), "get /api/v1/admin/analytics/processing?period=month&vendor=" + vendor);
        QVERIFY(shows(*given.page, QStringLiteral("of all categories and states")));
    }

    void anotherPageNarrowsItToACategory()
    {
        AnalyticsFixture given;
        given.open();
        const QString copper = samples::categories().first().id.text();

        given.page->narrow({{"category", copper}, {"period", "week"}});
        given.page->refresh();

        const QStringList asked = given.console.server.lines().filter(QStringLiteral("/funnel"));
        QCOMPARE(asked.last(), "get /api/v1/admin/analytics/funnel?category=" + copper + "&period=week");
    }

    void figuresLeadToTheirOrders()
    {
        AnalyticsFixture given;
        given.open();

        Q_EMIT given.page->findChild<kit::LineList *>(QStringLiteral("funnel"))->opened(QStringLiteral("completed"));
        Q_EMIT given.page->findChild<kit::FiguresTable *>(QStringLiteral("top"))->opened(1);

        QCOMPARE(given.console.navigator.opened,
                 QStringList(
                     {"admin.orders?days=30&status=completed",
                      "admin.orders?days=30&vendor=" + samples::id<Vendor>(2).text() + "&vendor_name=GreenScrap Co."}));
    }

    void onePartThatFailsAsksAgainByItself()
    {
        AnalyticsFixture given;
        given.console.server.refuse(api::readTop, ErrorCode::Internal);
        given.open();
        QVERIFY(given.card("topCard").isTroubled());
        QVERIFY(!given.card("revenueCard").isTroubled());
        const int revenue = given.console.server.timesAsked(api::readRevenue);
        given.console.server.answer(api::readTop, samples::top(TopKind::Vendors));

        QVERIFY(press(given.card("topCard"), "stateButton"));

        QVERIFY(!given.card("topCard").isTroubled());
        QCOMPARE(given.console.server.timesAsked(api::readRevenue), revenue);
    }

    void whatIsShownIsSavedAsCsv()
    {
        AnalyticsFixture given;
        given.open();
        QTemporaryDir place;
        given.choose("topCard", "asCsv");
        auto *dialog = given.page->findChild<QFileDialog *>();
        QVERIFY(dialog);

        Q_EMIT dialog->fileSelected(place.filePath(QStringLiteral("top.csv")));

        QFile file(place.filePath(QStringLiteral("top.csv")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QCOMPARE(lines.at(0), QByteArray("\xEF\xBB\xBFName,Orders,Placed,Before,Change,Share\r"));
        QCOMPARE(lines.at(1), QByteArray("Sharma Metals & Alloys,1012,4830000.00,4347000.00,11.11,5.40\r"));
        QCOMPARE(given.console.notices.toasts.size(), 1);
    }

    void figuresThatAListCannotBeNarrowedLikeLeadNowhere()
    {
        AnalyticsFixture given;
        given.open();

        given.filter("category").pick(samples::categories().first().id.text());

        for (const kit::ListLine &line : given.page->findChild<kit::LineList *>("funnel")->lines())
            QCOMPARE(line.key, QString());
        Q_EMIT given.page->findChild<kit::FiguresTable *>("top")->opened(1);
        QCOMPARE(given.console.navigator.opened, QStringList());
        QCOMPARE(given.console.notices.toasts,
                 QStringList{"The list of orders cannot be narrowed by category or by the buyers' state."});
    }

    void aChosenVendorNarrowsTheOrdersThatFiguresLeadTo()
    {
        AnalyticsFixture given;
        given.open();
        const QString vendor = samples::id<Vendor>(2).text();

        given.filter("vendor").pick(vendor);
        Q_EMIT given.page->findChild<kit::LineList *>("funnel")->opened("completed");

        QCOMPARE(given.console.navigator.opened,
                 QStringList{"admin.orders?days=30&status=completed&vendor=" + vendor + "&vendor_name=GreenScrap Co."});
    }

    // Qt would take the sign for the mark of a key and eat it; paper and readers get the name as it is.
    void aStoreKeepsTheAmpersandOfItsName()
    {
        AnalyticsFixture given;
        given.open();

        given.filter("vendor").pick(samples::id<Vendor>(1).text());

        QCOMPARE(given.filter("vendor").text(), "Vendor: Sharma Metals && Alloys");
        QCOMPARE(given.filter("vendor").accessibleName(), "Vendor: Sharma Metals & Alloys");
        QVERIFY2(given.facts("revenueCard").first().contains("Vendor: Sharma Metals & Alloys"),
                 qPrintable(given.facts("revenueCard").first()));
    }

    void everyStoreCanBeSearchedAndNotOnlyThoseThatSoldMost()
    {
        AnalyticsFixture given;
        Vendor small = samples::store();
        small.id = samples::id<Vendor>(77);
        small.storeName = QStringLiteral("Joshi Junk & Steel");
        given.console.server.answer(api::listVendors, samples::page<Vendor>({small}));
        given.open();
        given.filter("vendor").click();
        auto *popup = given.page->findChild<QFrame *>("searchPopup");
        auto *listed = popup->findChild<kit::LineList *>("searchFound");
        QVERIFY(popup->isVisible());
        QVERIFY(listed->lines().size() > 1);

        type(*popup, "searchWords", "joshi");
        QTRY_COMPARE(listed->lines().size(), 1);
        QCOMPARE(listed->lines().first().title, "Joshi Junk & Steel");
        QVERIFY(given.console.server.lines().contains("get /api/v1/admin/vendors?limit=50&q=joshi"));
        QTest::keyClick(popup->findChild<QLineEdit *>("searchWords"), Qt::Key_Return);

        QVERIFY(!popup->isVisible());
        QCOMPARE(given.filter("vendor").accessibleName(), "Vendor: Joshi Junk & Steel");
        QVERIFY(given.console.server.lines().filter("/funnel").last().contains("vendor=" + small.id.text()));
    }

    void whoMayNotListStoresSearchesThoseThatSoldMost()
    {
        AnalyticsFixture given;
        given.console.server.refuse(api::listVendors, ErrorCode::PermissionMissing);
        given.open();
        given.filter("vendor").click();
        auto *popup = given.page->findChild<QFrame *>("searchPopup");

        type(*popup, "searchWords", "green");

        const auto *listed = popup->findChild<kit::LineList *>("searchFound");
        QTRY_COMPARE(listed->lines().size(), 1);
        QCOMPARE(listed->lines().first().title, "GreenScrap Co.");
        QVERIFY(shows(*popup, QStringLiteral("No.")));
    }

    void itSpeaksHindi()
    {
        QTranslator words;
        QVERIFY(words.load(QStringLiteral(":/translations/console_hi.qm")));
        QCoreApplication::installTranslator(&words);
        AnalyticsFixture given;

        given.open();

        QCoreApplication::removeTranslator(&words);
        const kit::Figures &operations = given.table("operations");
        QCOMPARE(operations.rows.at(operations.rows.size() - 2).at(1).text, "184 मि.से.");
    }

    // AN-03: by day, by week and by month; what is expected is expected by the day.
    void salesAreShownByTheDayTheWeekOrTheMonth()
    {
        AnalyticsFixture given;
        given.open();

        given.page->findChild<kit::Segments *>("steps")->choose(2);

        QCOMPARE(given.console.server.lines().filter("/revenue").last(),
                 "get /api/v1/admin/analytics/revenue?forecast_days=0&period=month&step=month");
        given.page->findChild<kit::Segments *>("periods")->choose(3);
        QCOMPARE(given.console.server.lines().filter("/revenue").last(),
                 "get /api/v1/admin/analytics/revenue?forecast_days=0&period=quarter&step=week");
    }

    // CADM-12: the formula and the source of each figure (D-11).
    void everyLineOfTheOperationsSaysWhatItIsMadeOf()
    {
        AnalyticsFixture given;
        given.open();

        const auto *model = given.page->findChild<kit::FiguresTable *>("operations")->view()->model();
        QCOMPARE(model->rowCount(), 20);
        for (int row = 0; row < model->rowCount(); ++row) {
            for (const Qt::ItemDataRole role : {Qt::ToolTipRole, Qt::AccessibleDescriptionRole})
                QVERIFY2(model->index(row, 1).data(role).toString().contains("Source: "),
                         qPrintable(model->index(row, 0).data().toString()));
        }
    }

    void aNameThatWouldBeAFormulaIsDefused()
    {
        const kit::Figures figures{.headings = {"Name", "Amount"},
                                   .rows = {{{.text = "=HYPERLINK(\"x\")"}, {.plain = "-5.00", .isNumber = true}},
                                            {{.text = "@a,b"}, {.plain = "1", .isNumber = true}}}};

        QCOMPARE(figures.csv(), QByteArray("\xEF\xBB\xBFName,Amount\r\n\"'=HYPERLINK(\"\"x\"\")\",-5.00\r\n"
                                           "\"'@a,b\",1\r\n"));
    }

    void everyControlHasAName()
    {
        AnalyticsFixture given;
        given.open();

        QCOMPARE(nameless(*given.page), QString());
    }
};

CONSOLE_TEST(TestAnalyticsPage)
#include "tst_analytics.moc"
