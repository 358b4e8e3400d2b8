#include "tests/journeys/story.h"

#include "console/kit/filedrop.h"
#include "shared/contract/all.h"
#include "tests/journeys/sight.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QNetworkReply>

using namespace sight;

namespace {

void upload(kit::Page &page, const char *slot, const char *file)
{
    auto *place = page.findChild<kit::FileDrop *>(QString::fromLatin1(slot));
    see(place != nullptr, slot);
    place->send(QStringLiteral(PAPERS "/") + QLatin1StringView(file));
    until([&] { return place->file().has_value(); }, file);
}

} // namespace

Desk::Desk(const QUrl &server)
    : m_network(server)
{
    m_vault.trouble = QStringLiteral("no keychain runs");
    preferences.setServer(server);
    api.actFor(&console.session());
    console.resize(1440, 900);
    console.show();
}

kit::Page &Desk::page(const QString &id)
{
    until([&] { return console.shell() != nullptr; }, "the shell");
    console.open(id);
    until([&] { return console.shell()->current() == id && console.shell()->page(); }, qPrintable(id));
    return *console.shell()->page();
}

Story::Story(Engine engine)
    : town(engine)
    , m_vendor(town.url())
    , m_admin(town.url())
    , m_buyer(town.url())
{}

void Story::begin()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("password")));
    see(file.open(QFile::WriteOnly) && file.write(password.toUtf8()) > 0, "the password's file");
    file.close();
    see(town.run({QStringLiteral("admin"), QStringLiteral("create"), QStringLiteral("--username"),
                  QStringLiteral("root"), QStringLiteral("--email"), adminMail, QStringLiteral("--password-file"),
                  file.fileName()}) == 0,
        "admin create");
    see(town.open(), "the server");
    m_vendor.console.start();
    m_admin.console.start();
}

void Story::vendorRegistersAndActivates()
{
    QWidget &door = *m_vendor.console.door();
    pressed(door, "register");
    until([&] { return found<QLineEdit>(door, "username"); }, "the registration");
    type(door, "username", QStringLiteral("ravi"));
    type(door, "email", vendorMail);
    type(door, "password", password);
    pressed(door, "verb");

    until([&] { return found<QLineEdit>(door, "token"); }, "the place for the activation's code");
    const QString token = within(town.mail(QStringLiteral("activation_email"), vendorMail), "token=([A-Za-z0-9_-]+)");
    see(!token.isEmpty(), "the activation mail");
    type(door, "token", token);
    pressed(door, "verb");
    until([&] { return m_vendor.console.shell() != nullptr; }, "the shell after activation");
    see(m_vendor.console.shell()->pages() == QStringList{QStringLiteral("vendor.onboarding")}, "only onboarding");
}

void Story::vendorFillsInTheStore()
{
    kit::Page &page = m_vendor.page(QStringLiteral("vendor.onboarding"));
    until([&] { return found<QLineEdit>(page, "store_name"); }, "the store's form");
    type(page, "store_name", QStringLiteral("Sharma Metals"));
    type(page, "owner_name", QStringLiteral("Ravi Sharma"));
    type(page, "business_phone", QStringLiteral("+919812345678"));
    type(page, "street_address", QStringLiteral("5 Mill Road"));
    type(page, "city", QStringLiteral("Mumbai"));
    type(page, "pincode", QStringLiteral("400001"));
    type(page, "state", QStringLiteral("Maharashtra"));
    upload(page, "logoFile", "logo.jpg");
    upload(page, "bannerFile", "banner.jpg");
    pressed(page, "saveStore");
    until([&] { return shows(page, QStringLiteral("Sharma Metals")); }, "the saved store");
}

void Story::vendorHandsInDocuments()
{
    kit::Page &page = m_vendor.page(QStringLiteral("vendor.onboarding"));
    type(page, "pan", QStringLiteral("AAPFU0939F"));
    type(page, "gstin", QStringLiteral("27AAPFU0939F1ZV"));
    type(page, "bank_account_holder", QStringLiteral("Ravi Sharma"));
    type(page, "bank_account_number", QStringLiteral("50100123456620"));
    type(page, "bank_ifsc", QStringLiteral("HDFC0000001"));
    upload(page, "panFile", "pan.jpg");
    upload(page, "gstinFile", "gstin.pdf");
    upload(page, "chequeFile", "cheque.jpg");
    pressed(page, "handIn");
    until([&] { return shows(page, QStringLiteral("being reviewed")); }, "that the documents are being reviewed");
    pressed(page, "savePreferences");
    until([&] { return shows(page, QStringLiteral("You can change this whenever you like.")); },
          "the saved preferences");
}

void Story::signIn(Desk &desk, const QString &username, const QString &email)
{
    QWidget &door = *desk.console.door();
    until([&] { return found<QLineEdit>(door, "identifier"); }, "the door");
    type(door, "identifier", username);
    type(door, "password", password);
    pressed(door, "verb");
    until([&] { return found<QLineEdit>(door, "code"); }, "the place for the one-time code");
    const QString code = within(town.mail(QStringLiteral("otp_email"), email), "\\n\\s+([0-9]{6})\\r?\\n");
    see(!code.isEmpty(), "the one-time code");
    type(door, "code", code);
    pressed(door, "verb");
    until([&] { return desk.console.shell() != nullptr; }, "the shell after signing in");
}

void Story::adminSignsIn()
{
    signIn(m_admin, QStringLiteral("root"), adminMail);
}

void Story::adminApprovesTheVendor()
{
    kit::Page &page = m_admin.page(QStringLiteral("admin.kyc"));
    until([&] { return found<QAbstractButton>(page, "approve"); }, "the submission");
    until([&] { return shows(page, QStringLiteral("•••• 939F")); }, "the end of the PAN");
    pressed(page, "reveal.pan");
    until([&] { return dialogOf(page); }, "the question for a reason");
    type(*dialogOf(page), "reason", QStringLiteral("Compared with the card"));
    pressed(*dialogOf(page), "verb");
    until([&] { return found<QDialog>(page, "proof"); }, "the question who it is");
    type(*found<QDialog>(page, "proof"), "password", password);
    pressed(*found<QDialog>(page, "proof"), "verb");
    until([&] { return shows(page, QStringLiteral("AAPFU0939F")); }, "the typed PAN");
    pressed(page, "approve");
    until([&] { return shows(page, QStringLiteral("The queue is clear")); }, "an empty queue");
    got(m_admin.api.call(api::addCategory, PutCategory{.name = QStringLiteral("Copper")}), "the category");
}

// The session after activation opens only onboarding, so the vendor signs in anew.
void Story::vendorSignsInAndOffersCopper()
{
    kit::Page &onboarding = m_vendor.page(QStringLiteral("vendor.onboarding"));
    onboarding.refresh();
    until([&] { return shows(onboarding, QStringLiteral("Sign in with your password to open every page.")); },
          "the approval");
    m_vendor.session().leave();
    signIn(m_vendor, QStringLiteral("ravi"), vendorMail);

    kit::Page &page = m_vendor.page(QStringLiteral("vendor.products"));
    until([&] { return shows(page, QStringLiteral("Add your first product")); }, "an empty store");
    QDialog *dialog = nullptr;
    // The categories come with their own answer.
    const auto hasCategories = [&] {
        if (dialog)
            dialog->reject();
        pressed(page, "add");
        dialog = dialogOf(page);
        const auto *box = dialog ? dialog->findChild<QComboBox *>(QStringLiteral("category_id")) : nullptr;
        return box && box->count() > 0;
    };
    until(hasCategories, "the categories");
    type(*dialog, "title", QStringLiteral("Copper wire, bare bright"));
    type(*dialog, "description", QStringLiteral("Without insulation, 99.9 %"));
    type(*dialog, "price", QStringLiteral("720"));
    type(*dialog, "stock_quantity", QStringLiteral("100"));
    pressed(*dialog, "verb");
    auto *list = page.findChild<QAbstractItemView *>(QStringLiteral("list"));
    until([&] { return list->model()->rowCount() == 1; }, "the product in its list");
}

void Story::buyerComesAndRecharges()
{
    kit::Api &api = m_buyer.api;
    got(api.call(api::registerAccount,
                 Register{.username = QStringLiteral("meera"), .email = buyerMail, .password = password}),
        "the buyer's registration");
    const QString token = within(town.mail(QStringLiteral("activation_email"), buyerMail), "token=([A-Za-z0-9_-]+)");
    m_buyer.take(got(api.call(api::verifyEmail, VerifyEmail{token}), "the activation"));
    got(api.call(api::updateMe,
                 UpdateAccount{.fullName = QStringLiteral("Meera Nair"), .phone = QStringLiteral("+919800000002")}),
        "the profile");
    m_home = got(api.call(api::addAddress, PutAddress{.recipientName = QStringLiteral("Meera Nair"),
                                                      .recipientPhone = QStringLiteral("+919800000002"),
                                                      .streetAddress = QStringLiteral("12 Lake Road"),
                                                      .city = QStringLiteral("Pune"),
                                                      .pincode = QStringLiteral("411001"),
                                                      .state = QStringLiteral("Maharashtra")}),
                 "the address")
                 .id;
    got(api.call(api::savePreferences, PutPreferences{}), "the preferences");
    const auto challenge = got(api.call(api::signIn, SignIn{QStringLiteral("meera"), password}), "the password");
    const QString code = within(town.mail(QStringLiteral("otp_email"), buyerMail), "\\n\\s+([0-9]{6})\\r?\\n");
    m_buyer.take(got(api.call(api::verifyOtp, VerifyOtp{challenge.challengeId, code, std::nullopt}), "the code"));

    const Payment payment = got(api.call(api::rechargeWallet, RechargeWallet{.amount = recharge}), "the recharge");
    see(wallet().currentBalance == Money{}, "nothing before the gateway says so");
    QNetworkAccessManager browser;
    QNetworkReply *visit = browser.post(QNetworkRequest(QUrl(payment.checkoutUrl + QStringLiteral("/pay"))), "");
    until([&] { return visit->isFinished(); }, "the checkout");
    // The signed webhook, not the customer, brings the money.
    until([&] { return wallet().available == recharge; }, "the money in the wallet");
}

Wallet Story::wallet()
{
    return got(m_buyer.api.call(api::readWallet), "the wallet");
}

void Story::buyerFindsTheLot()
{
    const auto near = got(m_buyer.find({.q = QStringLiteral("copper")}), "search");
    see(near.items.size() == 1, "the lot within the radius of Pune");
    const ProductCard &card = near.items.constFirst();
    see(card.distanceKm && *card.distanceKm > 100 && *card.distanceKm < 150, "Mumbai is 120 km away");
    see(card.price == Money{72'000}, "its price");
    m_lot = card.id;
    const auto nearer = got(m_buyer.find({.radiusKm = 50}), "search nearby");
    see(nearer.items.isEmpty(), "nothing within 50 km");
}
