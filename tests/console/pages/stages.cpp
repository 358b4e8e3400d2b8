#include "tests/console/pages/stages.h"

#include "console/pages/audit/page.h"
#include "console/pages/chat/page.h"
#include "console/pages/earnings/page.h"
#include "console/pages/kyc/page.h"
#include "console/pages/onboarding/page.h"
#include "console/pages/orderboard/page.h"
#include "console/pages/orders/page.h"
#include "console/pages/payouts/page.h"
#include "console/pages/products/page.h"
#include "console/pages/security/page.h"
#include "console/pages/settings/page.h"
#include "console/pages/staff/page.h"
#include "console/pages/users/page.h"
#include "console/pages/vendors/page.h"
#include "console/pages/weighing/page.h"
#include "tests/console/pages/crowd.h"
#include "tests/console/pages/samples.h"
#include "tests/console/pages/securitypage.h"
#include "tests/console/pages/settingspage.h"
#include "tests/console/pages/stores.h"
#include "tests/console/pages/weighing.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
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

kit::Page *weighingPage(ConsoleKit &console)
{
    console.server.answer(api::listWeighDesk, samples::page(samples::weighDesk()));
    console.server.answer(api::readSettlement, samples::settlement(), samples::settlement().orderId);
    console.server.answer(api::listWeighTickets, samples::page(QList{samples::weighTicket()}),
                          samples::settlement().orderId);
    return new weighing::Page(console.kit);
}

kit::Page *payoutsPage(ConsoleKit &console)
{
    console.server.answer(api::listAllPayouts, samples::page(samples::payouts()));
    for (const Payout &payout : samples::payouts())
        console.server.answer(api::readPayout, samples::payoutDetail(payout), payout.id);
    return new payouts::Page(console.kit);
}

kit::Page *auditPage(ConsoleKit &console)
{
    console.server.answer(api::listAudit, samples::page(samples::auditEntries()));
    return new audit::Page(console.kit);
}

kit::Page *noAuditPage(ConsoleKit &console)
{
    console.server.refuse(api::listAudit, ErrorCode::PermissionMissing);
    return new audit::Page(console.kit);
}

void answerPeople(ConsoleKit &console)
{
    console.me.isSuperAdmin = true;
    console.server.answer(api::listPeople, samples::page(samples::crowd()));
    console.server.answer(api::listStaff, samples::page(samples::staff()));
    for (const Person &person : samples::crowd()) {
        console.server.answer(api::readPerson, person, person.id);
        console.server.answer(api::listPersonSessions, samples::sessionsOf(person), person.id);
        console.server.answer(api::listPersonActivity, samples::page(samples::activityOf(person)), person.id);
    }
}

kit::Page *usersPage(ConsoleKit &console)
{
    answerPeople(console);
    return new users::Page(console.kit);
}

kit::Page *vendorsPage(ConsoleKit &console)
{
    console.server.answer(api::listVendors, samples::page(samples::stores()));
    for (const Vendor &vendor : samples::stores())
        console.server.answer(api::readVendor, samples::storeDetail(vendor), vendor.id);
    return new vendors::Page(console.kit);
}

kit::Page *staffPage(ConsoleKit &console)
{
    answerPeople(console);
    return new staff::Page(console.kit);
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

kit::Page *claimedKycPage(ConsoleKit &console)
{
    kit::Page *page = kycPage(console);
    const KycCase line = samples::kycCases().first();
    KycReview review = samples::kycReview(line);
    review.claim =
        KycClaim{samples::id<Account>(70), QStringLiteral("Vikram Menon"), samples::now.after(12 * minuteMs)};
    review.duplicates = {{KycNumber::BankAccount, samples::id<Vendor>(77), QStringLiteral("Coastal Copper Works"),
                          SubmissionStatus::Verified}};
    console.server.answer(api::reviewKyc, review, line.id);
    return page;
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
    rejected.decidedAt = samples::now.after(-20 * hourMs);
    console.server.answer(api::readVendorProfile, store);
    console.server.answer(api::readKyc, VendorKyc{.current = rejected, .earlier = {rejected}});
    console.server.answer(api::readPreferences, Preferences{.language = QStringLiteral("en")});
    return new onboarding::Page(console.kit);
}

kit::Page *securityPage(ConsoleKit &console)
{
    samples::guard(console.server);
    return new security::Page(console.kit);
}

kit::Page *guardedPage(ConsoleKit &console)
{
    samples::guard(console.server, samples::now.after(-12 * dayMs));
    return new security::Page(console.kit);
}

kit::Page *neededPage(ConsoleKit &console)
{
    console.me.isLimited = true;
    samples::guard(console.server);
    console.server.answer(api::readSecurity,
                          {.passwordChangedAt = samples::now.after(-40 * dayMs), .mustHaveTotp = true});
    return new security::Page(console.kit);
}

void press(QWidget &page, const char *name)
{
    for (auto *button : page.findChildren<QAbstractButton *>(QString::fromLatin1(name))) {
        if (button->isVisible())
            return button->click();
    }
}

std::vector<Stage> peopleStages()
{
    const auto reveal = [](qsizetype at) {
        return [at](kit::Page &page) { page.reveal(samples::crowd().at(at).id.text()); };
    };
    return {{"users", Role::Admin, usersPage},
            {"users-detail", Role::Admin, usersPage, reveal(0)},
            {"users-banned", Role::Admin, usersPage, reveal(3)},
            {"users-pending", Role::Admin, usersPage, reveal(1)},
            {"users-ban", Role::Admin, usersPage,
             [](kit::Page &page) {
                 page.reveal(samples::crowd().first().id.text());
                 press(page, "bad");
             }},
            {"vendors", Role::Admin, vendorsPage},
            {"vendors-detail", Role::Admin, vendorsPage,
             [](kit::Page &page) { page.reveal(samples::stores().first().id.text()); }},
            {"vendors-suspend", Role::Admin, vendorsPage,
             [](kit::Page &page) {
                 page.reveal(samples::stores().first().id.text());
                 press(page, "bad");
             }},
            {"staff", Role::Admin, staffPage},
            {"staff-powers", Role::Admin, staffPage,
             [](kit::Page &page) { page.reveal(samples::staff().at(2).id.text()); }},
            {"staff-invite", Role::Admin, staffPage, [](kit::Page &page) { press(page, "invite"); }}};
}

std::vector<Stage> tradeStages()
{
    const QString order = samples::cards().at(2).id.text();
    return {{"kyc", Role::Admin, kycPage},
            {"kyc-claimed", Role::Admin, claimedKycPage},
            {"kyc-reveal", Role::Admin, kycPage, [](kit::Page &page) { press(page, "reveal.pan"); }},
            {"audit", Role::Admin, auditPage},
            {"audit-detail", Role::Admin, auditPage,
             [](kit::Page &page) { page.reveal(samples::auditEntries().first().id.text()); }},
            {"audit-refused", Role::Admin, noAuditPage},
            {"orders", Role::Admin, ordersPage},
            {"orders-detail", Role::Admin, ordersPage, [order](kit::Page &page) { page.reveal(order); }},
            {"orders-cancel", Role::Admin, ordersPage,
             [order](kit::Page &page) {
                 page.reveal(order);
                 press(page, "cancel");
             }},
            {"payouts", Role::Admin, payoutsPage,
             [](kit::Page &page) { page.reveal(samples::payouts().first().id.text()); }},
            {"payouts-approve", Role::Admin, payoutsPage,
             [](kit::Page &page) {
                 page.reveal(samples::payouts().first().id.text());
                 press(page, "approve");
             }},
            {"board", Role::Vendor, boardPage},
            {"board-detail", Role::Vendor, boardPage, [order](kit::Page &page) { page.reveal(order); }},
            {"chat", Role::Vendor, chatPage},
            {"products", Role::Vendor, productsPage},
            {"products-detail", Role::Vendor, productsPage,
             [](kit::Page &page) { page.reveal(samples::products().first().id.text()); }},
            {"products-add", Role::Vendor, productsPage, [](kit::Page &page) { press(page, "add"); }},
            {"products-empty", Role::Vendor, noProductsPage},
            {"weighing", Role::Vendor, weighingPage,
             [](kit::Page &page) { page.reveal(samples::settlement().orderId.text()); }},
            {"earnings", Role::Vendor, earningsPage},
            {"onboarding", Role::Vendor, onboardingPage}};
}

kit::Page *settingsPage(ConsoleKit &console)
{
    samples::tune(console.server);
    return new settings::Page(console.kit);
}

std::vector<Stage> settingsStages()
{
    const auto change = [](kit::Page &page) {
        press(*page.findChild<QFrame *>(QStringLiteral("commission.global_rate")), "reset");
        auto *line = page.findChild<QFrame *>(QStringLiteral("auth.lock_after"))->findChild<QLineEdit *>();
        line->setFocus();
        QTest::keyClicks(line, QStringLiteral("000"));
    };
    return {{"settings", Role::Admin, settingsPage},
            {"settings-changed", Role::Admin, settingsPage, change},
            {"settings-history", Role::Admin, settingsPage, [](kit::Page &page) {
                 press(*page.findChild<QFrame *>(QStringLiteral("commission.global_rate")), "history");
             }}};
}

std::vector<Stage> securityStages()
{
    const auto confirm = [](kit::Page &page) {
        press(page, "setUp");
        auto *dialog = page.findChild<QDialog *>(QStringLiteral("app"));
        dialog->findChild<QLineEdit *>(QStringLiteral("code"))->setText(QStringLiteral("287082"));
        dialog->findChild<QAbstractButton *>(QStringLiteral("verb"))->click();
    };
    return {{"security", Role::Admin, securityPage},
            {"security-setup", Role::Admin, securityPage, [](kit::Page &page) { press(page, "setUp"); }},
            {"security-codes", Role::Admin, securityPage, confirm},
            {"security-on", Role::Vendor, guardedPage},
            {"security-needed", Role::Admin, neededPage}};
}

} // namespace

std::vector<Stage> stages()
{
    std::vector<Stage> all = tradeStages();
    for (const std::vector<Stage> &more :
         {peopleStages(), securityStages(), settingsStages(), insightStages(), reportStages(), returnStages(),
          bookStages(), flagStages(), moneyStages(), taxStages(), invoiceStages()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}
