#include "tests/console/pages/stages.h"

#include "console/pages/ads/page.h"
#include "console/pages/analytics/page.h"
#include "console/pages/chat/page.h"
#include "console/pages/dashboard/page.h"
#include "console/pages/earnings/page.h"
#include "console/pages/heatmap/page.h"
#include "console/pages/kyc/page.h"
#include "console/pages/onboarding/page.h"
#include "console/pages/orderboard/page.h"
#include "console/pages/orders/page.h"
#include "console/pages/payouts/page.h"
#include "console/pages/products/page.h"
#include "console/pages/reports/page.h"
#include "console/pages/store/page.h"
#include "tests/console/pages/reportsamples.h"
#include "tests/console/pages/samples.h"

#include <QAbstractItemView>
#include <QBuffer>
#include <QLinearGradient>
#include <QPainter>
#include <QPdfWriter>
#include <QTabBar>
#include <QTest>

namespace {

// A card with a specimen's name on it, as a vendor would photograph it.
QByteArray cardPicture(const QString &title)
{
    QImage image(1240, 780, QImage::Format_RGB32);
    image.fill(QColor(0xcfe3f1));
    QPainter painter(&image);
    painter.fillRect(QRect(0, 0, 1240, 120), QColor(0x2c5f86));
    QFont font(QStringLiteral("Console Sans"));
    font.setPixelSize(46);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(QRect(60, 0, 1100, 120), Qt::AlignVCenter, title);
    painter.setPen(QColor(0x12171e));
    painter.drawText(400, 300, QStringLiteral("RAVI KUMAR SHARMA"));
    painter.drawText(400, 440, QStringLiteral("14/08/1981"));
    painter.drawText(400, 640, QStringLiteral("ABCPS1234K"));
    painter.fillRect(QRect(70, 200, 260, 320), QColor(0xf4f7f9));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray certificate()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    for (int page = 1; page <= 2; ++page) {
        painter.drawText(900, 1200, QStringLiteral("Registration certificate (specimen), page %1").arg(page));
        painter.drawText(900, 1900, QStringLiteral("GSTIN 27ABCPS1234K1Z5"));
        if (page == 1)
            writer.newPage();
    }
    painter.end();
    return bytes;
}

kit::Page *ordersPage(ConsoleKit &console)
{
    console.server.answer(api::listAllOrders, samples::page(samples::cards(), 100'000));
    console.server.answer(api::countAllOrders, OrderCounts{.all = 100'000,
                                                           .placed = 212,
                                                           .confirmed = 340,
                                                           .packed = 188,
                                                           .shipped = 421,
                                                           .outForDelivery = 267,
                                                           .delivered = 598,
                                                           .completed = 96'120,
                                                           .cancelled = 1854,
                                                           .held = {1'270'000'000}});
    for (const OrderCard &card : samples::cards())
        console.server.answer(api::readOrder, samples::order(card, Role::Admin), card.id);
    return new orders::Page(console.kit);
}

kit::Page *payoutsPage(ConsoleKit &console)
{
    console.server.answer(api::listAllPayouts, samples::page(samples::payouts()));
    for (const Payout &payout : samples::payouts())
        console.server.answer(api::readPayout, samples::payoutDetail(payout), payout.id);
    return new payouts::Page(console.kit);
}

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

kit::Page *noAdsPage(ConsoleKit &console)
{
    console.server.answer(api::listAllAds, samples::page<Ad>({}));
    console.server.answer(api::listCategories, samples::categories());
    return new ads::Page(console.kit);
}

kit::Page *kycPage(ConsoleKit &console)
{
    console.server.answer(api::listKyc, samples::page(samples::kycCases(), 14));
    for (const KycCase &line : samples::kycCases()) {
        const KycReview review = samples::kycReview(line);
        console.server.answer(api::reviewKyc, review, line.id);
        for (const KycDocument &document : review.submission.documents) {
            const bool isPdf = document.kind == KycDocumentKind::Gstin;
            console.server.file(document.file.url.section(u'?', 0, 0).toUtf8(),
                                isPdf ? certificate() : cardPicture(QStringLiteral("SPECIMEN TAX ID CARD")),
                                document.file.contentType.toUtf8());
        }
    }
    return new kyc::Page(console.kit);
}

kit::Page *boardPage(ConsoleKit &console)
{
    console.server.answerWith([](const kit::Call &call) -> std::optional<QByteArray> {
        static const QByteArray list = "/api/v1/vendor/orders?";
        if (!call.target.startsWith(list))
            return std::nullopt;
        QList<OrderCard> cards;
        for (const OrderCard &card : samples::cards()) {
            const QByteArray status = QByteArray("status=") + names::text(card.orderStatus).data();
            if (!call.target.contains("status=") || (call.target + '&').contains(status + '&'))
                cards += card;
        }
        return json::bytes(cards);
    });
    console.server.answer(api::listRooms, samples::page(samples::rooms()));
    for (const OrderCard &card : samples::cards())
        console.server.answer(api::readOrder, samples::order(card, Role::Vendor), card.id);
    return new orderboard::Page(console.kit);
}

kit::Page *chatPage(ConsoleKit &console)
{
    console.me.name = QStringLiteral("Ravi Sharma");
    console.server.answer(api::listRooms, samples::page(samples::rooms()));
    for (const ChatRoom &room : samples::rooms())
        console.server.answer(api::listMessages, samples::page(samples::messages(room)), room.id);
    for (const OrderCard &card : samples::cards())
        console.server.answer(api::readOrder, samples::order(card, Role::Vendor), card.id);
    return new chat::Page(console.kit);
}

kit::Page *productsPage(ConsoleKit &console)
{
    console.server.answer(api::listOwnProducts, samples::page(samples::products()));
    console.server.answer(api::listCategories, samples::categories());
    console.server.answer(api::readVendorProfile, samples::store());
    return new products::Page(console.kit);
}

kit::Page *noProductsPage(ConsoleKit &console)
{
    Vendor store = samples::store();
    store.canSell = false;
    console.server.answer(api::listOwnProducts, samples::page<Product>({}));
    console.server.answer(api::listCategories, samples::categories());
    console.server.answer(api::readVendorProfile, store);
    return new products::Page(console.kit);
}

kit::Page *earningsPage(ConsoleKit &console)
{
    PayoutDetail paid =
        samples::payoutDetail(samples::payout(6, "Sharma Metals & Alloys", PayoutStatus::Processed, 4'310'000));
    QList<Earning> earnings = samples::payoutDetail(samples::payouts().first()).earnings;
    for (Earning &earning : earnings)
        earning.payoutId.reset(), earning.payoutNumber.reset(), earning.payoutStatus.reset();
    earnings += paid.earnings;
    console.server.answer(api::readBalance, samples::balance());
    console.server.answer(api::listEarnings, samples::page(earnings));
    console.server.answer(api::listPayouts, samples::page(QList<Payout>{paid.payout}));
    return new earnings::Page(console.kit);
}

kit::Page *onboardingPage(ConsoleKit &console)
{
    Vendor store = samples::store();
    store.canSell = false;
    KycSubmission rejected = samples::kycReview(samples::kycCases().first()).submission;
    rejected.status = SubmissionStatus::Rejected;
    rejected.reason = QStringLiteral("The PAN card is not readable. Please upload a sharp picture of the whole card.");
    rejected.decidedAt = samples::now.after(-20 * samples::hourMs);
    console.server.answer(api::readVendorProfile, store);
    console.server.answer(api::readKyc, VendorKyc{.current = rejected, .earlier = {rejected}});
    return new onboarding::Page(console.kit);
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
    console.server.answer(api::readHeatSeries, samples::heatSeries());
    console.server.answer(api::readHeatGaps, samples::heatGaps());
    return new heatmap::Page(console.kit);
}

kit::Page *quietHeatmapPage(ConsoleKit &console)
{
    kit::Page *page = heatmapPage(console);
    HeatSeries series = samples::heatSeries();
    for (HeatBar &bar : series.bars)
        bar.count = 0, bar.amount = {};
    console.server.answer(api::readHeatSeries, series);
    return page;
}

// The campaign that is moved to where there is no room for it.
void moveChosen(kit::Page &page)
{
    auto *timeline = page.findChild<QWidget *>(QStringLiteral("timeline"));
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Right})
        QTest::keyClick(timeline, key);
    QTest::keyClick(timeline, Qt::Key_Left, Qt::ShiftModifier);
    QTest::qWait(600);
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

std::vector<Stage> stages()
{
    const QString order = samples::cards().at(2).id.text();
    return {{"dashboard", Role::Admin, dashboardPage},
            {"dashboard-first", Role::Admin, newPlatformPage},
            {"analytics", Role::Admin, analyticsPage},
            {"kyc", Role::Admin, kycPage},
            {"orders", Role::Admin, ordersPage},
            {"orders-detail", Role::Admin, ordersPage, [order](kit::Page &page) { page.reveal(order); }},
            {"orders-cancel", Role::Admin, ordersPage,
             [order](kit::Page &page) {
                 page.reveal(order);
                 press(page, "cancel");
             }},
            {"ads", Role::Admin, adsPage},
            {"ads-conflict", Role::Admin, adsPage, moveChosen},
            {"ads-day", Role::Admin, adsPage, [](kit::Page &page) { view(page, 0); }},
            {"ads-month", Role::Admin, adsPage, [](kit::Page &page) { view(page, 2); }},
            {"ads-table", Role::Admin, adsPage, [](kit::Page &page) { view(page, 3); }},
            {"ads-figures", Role::Admin, adsPage, [](kit::Page &page) { view(page, 4); }},
            {"ads-edit", Role::Admin, adsPage, [](kit::Page &page) { press(page, "edit"); }},
            {"ads-empty", Role::Admin, noAdsPage},
            {"payouts", Role::Admin, payoutsPage,
             [](kit::Page &page) { page.reveal(samples::payouts().first().id.text()); }},
            {"payouts-approve", Role::Admin, payoutsPage,
             [](kit::Page &page) {
                 page.reveal(samples::payouts().first().id.text());
                 press(page, "approve");
             }},
            {"reports", Role::Admin, reportsPage, [](kit::Page &page) { turnTo(page, 0, "reports", 0); }},
            {"reports-run", Role::Admin, reportsPage,
             [](kit::Page &page) {
                 turnTo(page, 0, "reports", 0);
                 press(page, "run");
             }},
            {"reports-exports", Role::Admin, reportsPage, [](kit::Page &page) { turnTo(page, 1, "exports", 0); }},
            {"reports-schedules", Role::Admin, reportsPage, [](kit::Page &page) { turnTo(page, 2, "schedules", 0); }},
            {"reports-edit", Role::Admin, reportsPage,
             [](kit::Page &page) {
                 turnTo(page, 2, "schedules", 0);
                 press(page, "edit");
             }},
            {"reports-runs", Role::Admin, reportsPage, [](kit::Page &page) { turnTo(page, 3, "runs", 2); }},
            {"reports-keys", Role::Admin, reportsPage, [](kit::Page &page) { turnTo(page, 4, "keys", 0); }},
            {"reports-key", Role::Admin, reportsPage,
             [](kit::Page &page) {
                 turnTo(page, 4, "keys", 0);
                 press(page, "create");
             }},
            {"store", Role::Vendor, storePage},
            {"heatmap", Role::Admin, heatmapPage},
            {"heatmap-state", Role::Admin, heatmapPage,
             [](kit::Page &page) {
                 auto *map = page.findChild<QWidget *>(QStringLiteral("map"));
                 for (int i = 0; i < 20; ++i)
                     QTest::keyClick(map, Qt::Key_PageDown);
                 QTest::keyClick(map, Qt::Key_Plus);
             }},
            {"heatmap-table", Role::Admin, heatmapPage, [](kit::Page &page) { press(page, "asTable"); }},
            {"heatmap-empty", Role::Admin, quietHeatmapPage},
            {"board", Role::Vendor, boardPage},
            {"board-detail", Role::Vendor, boardPage, [order](kit::Page &page) { page.reveal(order); }},
            {"chat", Role::Vendor, chatPage},
            {"products", Role::Vendor, productsPage},
            {"products-detail", Role::Vendor, productsPage,
             [](kit::Page &page) { page.reveal(samples::products().first().id.text()); }},
            {"products-add", Role::Vendor, productsPage, [](kit::Page &page) { press(page, "add"); }},
            {"products-empty", Role::Vendor, noProductsPage},
            {"earnings", Role::Vendor, earningsPage},
            {"onboarding", Role::Vendor, onboardingPage}};
}
