#include "tests/console/pages/stages.h"

#include "console/kit/segments.h"
#include "console/pages/ads/page.h"
#include "console/pages/analytics/page.h"
#include "console/pages/analytics/storepage.h"
#include "console/pages/dashboard/page.h"
#include "console/pages/heatmap/mapview.h"
#include "console/pages/heatmap/page.h"
#include "console/pages/reports/page.h"
#include "console/pages/store/page.h"
#include "tests/console/pages/reportsamples.h"
#include "tests/console/pages/samples.h"

#include <QAbstractItemView>
#include <QBuffer>
#include <QLinearGradient>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

namespace {

// A banner as a designer would hand it in: a gradient in the ad's own colour, and its title.
QByteArray banner(const Ad &ad)
{
    const AdSlotShape &shape = shapeOf(ad.slot);
    QImage image(shape.width, shape.height, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const int hue = int(ad.id.uuid.data4[7]) * 47 % 360;
    QLinearGradient ground(0, 0, shape.width, shape.height);
    ground.setColorAt(0, QColor::fromHsl(hue, 150, 75));
    ground.setColorAt(1, QColor::fromHsl((hue + 24) % 360, 140, 150));
    painter.fillRect(image.rect(), ground);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 36));
    painter.drawEllipse(QPoint(shape.width * 9 / 10, shape.height), shape.height * 2 / 3, shape.height * 2 / 3);
    QFont font(QStringLiteral("Console Sans"));
    font.setPixelSize(shape.height / 6);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(image.rect().adjusted(shape.width / 16, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, ad.title);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "JPEG", 85);
    return bytes;
}

kit::Page *adsPage(ConsoleKit &console)
{
    console.server.answer(api::listAllAds, samples::page(samples::ads()));
    console.server.answer(api::listCategories, samples::categories());
    console.server.answer(api::readAdPerformance, samples::adPerformance());
    for (const Ad &ad : samples::ads()) {
        console.server.answer(api::readAd, ad, ad.id);
        console.server.answer(api::readAdStatistics, samples::adStatistics(ad), ad.id);
        console.server.file(ad.previewUrl.section(u'?', 0, 0).toUtf8(), banner(ad), "image/jpeg");
    }
    const Ad spotlight = samples::ads().at(5);
    const AdConflict conflict{.conflicts = {{spotlight.id, spotlight.title, spotlight.startDate, spotlight.endDate}},
                              .suggestedStart = spotlight.endDate};
    const Ad copper = samples::ads().at(6);
    console.server.refuse(api::scheduleAd,
                          Error{.code = ErrorCode::Conflict, .message = {}, .details = json::bytes(conflict)},
                          copper.id);
    return new ads::Page(console.kit);
}

// The chosen campaign is half of a pair, whose other half is not in the shown stretch.
kit::Page *pairedAdsPage(ConsoleKit &console)
{
    kit::Page *page = adsPage(console);
    QList<Ad> ads = samples::ads();
    const Ad other = samples::otherHalf(ads.at(1));
    ads[1].partnerId = other.id;
    console.server.answer(api::listAllAds, samples::page(ads));
    console.server.answer(api::readAd, other, other.id);
    return page;
}

// A campaign above the list of each of forty categories.
kit::Page *crowdedAdsPage(ConsoleKit &console)
{
    kit::Page *page = adsPage(console);
    QList<Ad> ads = samples::ads();
    QList<Category> categories;
    for (int i = 0; i < 40; ++i) {
        categories += {.id = samples::id<Category>(200 + i), .name = QStringLiteral("Scrap of kind %1").arg(i + 1)};
        Ad ad = ads.at(7);
        ad.id = samples::id<Ad>(9100 + i);
        ad.startDate = ad.startDate.after(-(i % 20) * 24 * samples::hourMs);
        ad.categoryId = categories.constLast().id;
        ads += ad;
    }
    console.server.answer(api::listCategories, categories);
    console.server.answer(api::listAllAds, samples::page(ads));
    return page;
}

kit::Page *noAdsPage(ConsoleKit &console)
{
    console.server.answer(api::listAllAds, samples::page<Ad>({}));
    console.server.answer(api::listCategories, samples::categories());
    return new ads::Page(console.kit);
}

kit::Page *dashboardPage(ConsoleKit &console)
{
    console.server.answer(api::readDashboard, samples::dashboard());
    console.server.answer(api::listDecisions, samples::decisions());
    return new dashboard::Page(console.kit);
}

kit::Page *newPlatformPage(ConsoleKit &console)
{
    console.server.answer(api::readDashboard, {.period = samples::thirtyDays()});
    console.server.answer(api::listDecisions, QList<Decision>());
    console.server.answer(api::listCategories, samples::categories());
    console.server.answer(api::listKyc, samples::page<KycCase>({}));
    return new dashboard::Page(console.kit);
}

kit::Page *analyticsPage(ConsoleKit &console)
{
    console.server.answer(api::readRevenue, samples::revenue());
    console.server.answer(api::readFunnel, samples::funnel());
    console.server.answer(api::readTop, samples::top(TopKind::Vendors));
    console.server.answer(api::readCohorts, samples::cohorts());
    console.server.answer(api::readProcessing, samples::processing());
    console.server.answer(api::readOperations, samples::operations());
    console.server.answer(api::listCategories, samples::categories());
    return new analytics::Page(console.kit);
}

kit::Page *storePage(ConsoleKit &console)
{
    console.me.name = QStringLiteral("Ravi Sharma");
    console.server.answer(api::readVendorDashboard, samples::storeDashboard());
    console.server.answer(api::readVendorAnalytics, samples::storeAnalytics());
    return new store::Page(console.kit);
}

kit::Page *storeAnalyticsPage(ConsoleKit &console)
{
    console.server.answer(api::readVendorAnalytics, samples::storeAnalytics());
    console.server.answer(api::listCategories, samples::categories());
    return new analytics::StorePage(console.kit);
}

void hideAll(kit::Page &page)
{
    auto *menu = page.findChild<QPushButton *>(QStringLiteral("customise"))->menu();
    Q_EMIT menu->aboutToShow();
    for (QAction *action : menu->actions()) {
        if (action->isCheckable())
            action->trigger();
    }
}

kit::Page *reportsPage(ConsoleKit &console)
{
    samples::answerReports(console.server);
    return new reports::Page(console.kit);
}

// A tab of the reports with one row chosen.
void turnTo(kit::Page &page, int tab, const char *list, int row)
{
    page.findChild<QTabBar *>(QStringLiteral("tabs"))->setCurrentIndex(tab);
    auto *view = page.findChild<QAbstractItemView *>(QString::fromLatin1(list));
    view->setCurrentIndex(view->model()->index(row, 0));
}

kit::Page *heatmapPage(ConsoleKit &console)
{
    console.server.answer(api::readHeatMap, samples::heatMap());
    console.server.answer(api::readHeatSeries, samples::heatDays());
    console.server.answer(api::readHeatGaps, samples::heatGaps());
    return new heatmap::Page(console.kit);
}

// Most of it happens on islands.
kit::Page *islandHeatmapPage(ConsoleKit &console)
{
    kit::Page *page = heatmapPage(console);
    HeatMap map = samples::heatMap();
    map.cells += {11.62, 92.73, HeatLevel::Fine, 640, {640 * 480'000}}; // Port Blair
    map.cells += {10.57, 72.64, HeatLevel::Fine, 210, {210 * 480'000}}; // Kavaratti
    console.server.answer(api::readHeatMap, map);
    return page;
}

// At night: orders of too few people to say where.
kit::Page *sparseHeatmapPage(ConsoleKit &console)
{
    kit::Page *page = heatmapPage(console);
    HeatMap map = samples::heatMap();
    map.cells.clear();
    map.cities.clear();
    map.count = 4, map.shownCount = 0, map.amount = {4 * 480'000}, map.previousCount = 2;
    console.server.answer(api::readHeatMap, map);
    return page;
}

kit::Page *quietHeatmapPage(ConsoleKit &console)
{
    kit::Page *page = heatmapPage(console);
    HeatSeries series = samples::heatDays();
    for (HeatBar &bar : series.bars)
        bar.count = 0, bar.amount = {};
    console.server.answer(api::readHeatSeries, series);
    return page;
}

// The campaign that is moved to where there is no room for it.
void moveChosen(kit::Page &page)
{
    auto *timeline = page.findChild<QWidget *>(QStringLiteral("timeline"));
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Down})
        QTest::keyClick(timeline, key);
    QTest::keyClick(timeline, Qt::Key_Left, Qt::ShiftModifier);
    auto *conflict = page.findChild<QWidget *>(QStringLiteral("conflict"));
    (void)QTest::qWaitFor([&] { return conflict->isVisible(); });
}

// Every chart as its table.
void pressAll(kit::Page &page)
{
    for (auto *button : page.findChildren<QAbstractButton *>(QStringLiteral("asTable"))) {
        if (button->isVisible())
            button->click();
    }
}

void view(kit::Page &page, int index)
{
    const auto buttons = page.findChild<kit::Segments *>()->findChildren<QAbstractButton *>();
    buttons.at(index)->click();
}

void press(kit::Page &page, const char *name)
{
    for (auto *button : page.findChildren<QAbstractButton *>(QString::fromLatin1(name))) {
        if (button->isVisible())
            return button->click();
    }
}

} // namespace

std::vector<Stage> insightStages()
{
    return {{"dashboard", Role::Admin, dashboardPage},
            {"dashboard-first", Role::Admin, newPlatformPage},
            {"dashboard-hidden", Role::Admin, dashboardPage, hideAll},
            {"dashboard-table", Role::Admin, dashboardPage, pressAll},
            {"analytics", Role::Admin, analyticsPage},
            {"ads", Role::Admin, adsPage},
            {"ads-conflict", Role::Admin, adsPage, moveChosen},
            {"ads-day", Role::Admin, adsPage, [](kit::Page &page) { view(page, 0); }},
            {"ads-month", Role::Admin, adsPage, [](kit::Page &page) { view(page, 2); }},
            {"ads-table", Role::Admin, adsPage, [](kit::Page &page) { view(page, 3); }},
            {"ads-figures", Role::Admin, adsPage, [](kit::Page &page) { view(page, 4); }},
            {"ads-pair", Role::Admin, pairedAdsPage},
            {"ads-crowded", Role::Admin, crowdedAdsPage},
            {"ads-edit", Role::Admin, adsPage, [](kit::Page &page) { press(page, "edit"); }},
            {"ads-empty", Role::Admin, noAdsPage},
            {"store", Role::Vendor, storePage},
            {"storeanalytics", Role::Vendor, storeAnalyticsPage},
            {"heatmap", Role::Admin, heatmapPage},
            {"heatmap-state", Role::Admin, heatmapPage,
             [](kit::Page &page) {
                 auto *map = page.findChild<QWidget *>(QStringLiteral("map"));
                 for (int i = 0; i < 20; ++i)
                     QTest::keyClick(map, Qt::Key_PageDown);
                 QTest::keyClick(map, Qt::Key_Plus);
             }},
            {"heatmap-cell", Role::Admin, heatmapPage,
             [](kit::Page &page) {
                 auto *map = page.findChild<heatmap::MapView *>(QStringLiteral("map"));
                 QTest::mouseMove(map, map->pixelOf(18.52, 73.86).toPoint());
             }},
            {"heatmap-islands", Role::Admin, islandHeatmapPage},
            {"heatmap-sparse", Role::Admin, sparseHeatmapPage},
            {"heatmap-table", Role::Admin, heatmapPage, [](kit::Page &page) { press(page, "asTable"); }},
            {"heatmap-empty", Role::Admin, quietHeatmapPage}};
}

std::vector<Stage> reportStages()
{
    return {{"reports", Role::Admin, reportsPage, [](kit::Page &page) { turnTo(page, 0, "reports", 0); }},
            {"reports-run", Role::Admin, reportsPage,
             [](kit::Page &page) {
                 turnTo(page, 0, "reports", 0);
                 press(page, "run");
             }},
            {"reports-exports", Role::Admin, reportsPage, [](kit::Page &page) { turnTo(page, 1, "exports", 0); }},
            {"reports-schedules", Role::Admin, reportsPage, [](kit::Page &page) { turnTo(page, 2, "schedules", 0); }},
            {"reports-save", Role::Admin, reportsPage,
             [](kit::Page &page) {
                 turnTo(page, 0, "reports", 0);
                 press(page, "save");
             }},
            {"reports-edit", Role::Admin, reportsPage,
             [](kit::Page &page) {
                 turnTo(page, 2, "schedules", 0);
                 press(page, "edit");
             }},
            {"reports-runs", Role::Admin, reportsPage, [](kit::Page &page) { turnTo(page, 3, "runs", 2); }},
            {"reports-keys", Role::Admin, reportsPage, [](kit::Page &page) { turnTo(page, 4, "keys", 0); }},
            {"reports-key", Role::Admin, reportsPage, [](kit::Page &page) {
                 turnTo(page, 4, "keys", 0);
                 press(page, "create");
             }}};
}
