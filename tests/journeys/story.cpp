#include "tests/journeys/story.h"

#include "console/pages/onboarding/slot.h"
#include "shared/contract/all.h"
#include "tests/console/pages/press.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QElapsedTimer>
#include <QNetworkReply>
#include <QRegularExpression>

namespace {

const QString password = QStringLiteral("Kabaad#2026");
const QString vendorMail = QStringLiteral("ravi@example.in");
const QString adminMail = QStringLiteral("root@example.in");
const QString buyerMail = QStringLiteral("meera@example.in");

// 46.5 kg at 720.00 rupees, 2 % of it for the platform.
constexpr Money recharge{4'000'000};
constexpr Money total{3'348'000};
constexpr Money commission{66'960};

void see(bool isSo, const char *what)
{
    if (!isSo)
        throw Unseen(what);
}

template <class Condition>
void until(Condition condition, const char *what)
{
    constexpr int patienceMs = 25'000;
    see(QTest::qWaitFor(condition, patienceMs), what);
}

template <class T>
T got(QFuture<Result<T>> future, const char *what)
{
    const Result<T> out = outcomeOf(std::move(future));
    if (!out)
        throw Unseen((QString::fromUtf8(what) + QStringLiteral(": ") + out.error().message).toStdString());
    return *out;
}

QString within(const QString &text, const char *pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern)).match(text).captured(1);
}

void pressed(QWidget &where, const char *button)
{
    until([&] { return press(where, button); }, button);
}

void upload(kit::Page &page, const char *slot, const char *file)
{
    auto *place = page.findChild<onboarding::Slot *>(QString::fromLatin1(slot));
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
    see(shows(page, QStringLiteral("AAPFU0939F")), "the typed PAN");
    pressed(page, "approve");
    until([&] { return shows(page, QStringLiteral("The queue is clear")); }, "an empty queue");
    got(m_admin.api.call(api::addCategory, PutCategory{.name = QStringLiteral("Copper")}), "the category");
}

// The session after activation opens only onboarding, so the vendor signs in anew.
void Story::vendorSignsInAndOffersCopper()
{
    kit::Page &onboarding = m_vendor.page(QStringLiteral("vendor.onboarding"));
    onboarding.refresh();
    until([&] { return shows(onboarding, QStringLiteral("You can sell.")); }, "the approval");
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

QAbstractItemView &Story::lane(const char *status)
{
    auto *lane = m_vendor.console.shell()->page()->findChild<QWidget *>(QString::fromLatin1(status));
    see(lane != nullptr, status);
    return *lane->findChild<QAbstractItemView *>();
}

kit::LiveFeed &Story::feedOf(kit::Page &page)
{
    auto *feed = page.findChild<kit::LiveFeed *>();
    see(feed != nullptr, "a live feed");
    return *feed;
}

// NOTIF-13, D-12
void Story::buyerOrdersAndTheBoardRings()
{
    kit::Page &board = m_vendor.page(QStringLiteral("vendor.orders"));
    until([&] { return feedOf(board).state() == kit::LiveFeed::State::Live; }, "a live board");
    until([&] { return shows(board, QStringLiteral("No open orders")); }, "an empty board");

    QElapsedTimer clock;
    clock.start();
    std::optional<qint64> repliedAt, rangAt;
    auto future = m_buyer.api.call(
        api::placeOrder,
        PlaceOrder{.addressId = m_home, .lines = {{m_lot, Quantity{46'500}, Money{72'000}}}, .notes = std::nullopt});
    QObject guard;
    kit::whenDone(&guard, future, [&](const Result<PlacedOrders> &) { repliedAt = clock.elapsed(); });
    const auto hasRung = [&] {
        if (!rangAt && lane("lane_placed").model()->rowCount() == 1)
            rangAt = clock.elapsed();
        return rangAt && repliedAt;
    };
    until(hasRung, "the order on the board");
    ringMs = *rangAt - *repliedAt;
    see(ringMs <= 500, "the card within 500 ms of the reply");

    const PlacedOrders placed = got(future, "the order");
    see(placed.orders.size() == 1 && placed.orders.constFirst().totalAmount == total, "one order over 33,480.00");
    m_order = placed.orders.constFirst().id;
    const Wallet held = wallet();
    see(held.currentBalance == recharge && held.heldAmount == total && held.available == recharge - total,
        "the price is held");
}

void Story::step(const char *button, const char *next)
{
    kit::Page &board = m_vendor.page(QStringLiteral("vendor.orders"));
    board.reveal(m_order.text());
    pressed(board, button);
    until([&] { return lane(next).model()->rowCount() == 1; }, next);
}

void Story::vendorConfirmsAndPacks()
{
    step("to_confirmed", "lane_confirmed");
    step("to_packed", "lane_packed");
}

void Story::bothChat()
{
    const auto rooms = got(m_buyer.api.call(api::listRooms, ListRooms{.order = m_order}), "the room");
    see(rooms.items.size() == 1, "one room per order");
    kit::LiveFeed line({.server = town.url(),
                        .path = QStringLiteral("/ws/chat/") + rooms.items.constFirst().id.text(),
                        .credentials = &m_buyer},
                       {}, nullptr);
    QByteArray heard;
    QObject::connect(&line, &kit::LiveFeed::received, &line, [&](const LiveEvent &event) { heard += event.data.text; });
    line.start();
    until([&] { return line.state() == kit::LiveFeed::State::Live; }, "the buyer's line");
    kit::Page &chat = m_vendor.page(QStringLiteral("vendor.chat"));
    chat.reveal(m_order.text());
    until([&] { return found<QPlainTextEdit>(chat, "composer"); }, "the conversation");
    until([&] { return feedOf(chat).state() == kit::LiveFeed::State::Live; }, "the vendor's line");

    see(line.say({.verb = LiveVerb::Send,
                  .clientId = QStringLiteral("buyer-1"),
                  .content = QStringLiteral("Is the copper dry?")}),
        "the buyer's question");
    const auto isAsked = [&] {
        const auto *thread = found<QAbstractItemView>(chat, "thread");
        if (!thread || thread->model()->rowCount() == 0)
            return false;
        const QModelIndex last = thread->model()->index(thread->model()->rowCount() - 1, 0);
        return last.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Is the copper dry?"));
    };
    until(isAsked, "the question in the vendor's console");
    type(chat, "composer", QStringLiteral("Dry and bundled."));
    pressed(chat, "send");
    until([&] { return heard.contains("Dry and bundled."); }, "the answer at the buyer's");
}

void Story::vendorDelivers()
{
    step("to_out_for_delivery", "lane_shipped");
    step("to_delivered", "lane_delivered");
    see(wallet().heldAmount == total, "still held: the buyer has not confirmed");
}

qint64 Story::owned(const char *kind)
{
    const auto sum = [&](const char *side) {
        return town.number(QStringLiteral("CAST(COALESCE(SUM(t.amount), 0) AS BIGINT) FROM ledger_transfers t"
                                          " JOIN ledger_accounts a ON a.id = t.%1_account_id WHERE a.kind = '%2'")
                               .arg(QLatin1StringView(side), QLatin1StringView(kind)));
    };
    return sum("credit") - sum("debit");
}

void Story::buyerConfirmsAndTheEscrowSettles()
{
    const Order done = got(m_buyer.api.call(api::confirmDelivery, m_order), "the buyer's confirmation");
    see(done.orderStatus == OrderStatus::Completed && done.escrowStatus == EscrowStatus::Released, "it is settled");
    see(done.commissionAmount == commission, "two percent");
    const Wallet after = wallet();
    see(after.currentBalance == recharge - total && after.heldAmount == Money{} && after.totalSpent == total,
        "the wallet afterwards");
    const VendorBalance balance = got(m_vendor.api.call(api::readBalance), "the balance");
    see(balance.released == total - commission && balance.commission == commission && balance.inEscrow == Money{},
        "the vendor's balance");
}

void Story::vendorAsksForThePayoutAndTheAdminApproves()
{
    kit::Page &earnings = m_vendor.page(QStringLiteral("vendor.payouts"));
    pressed(earnings, "request");
    until([&] { return dialogOf(earnings) != nullptr; }, "the question before the payout");
    see(shows(*dialogOf(earnings), QStringLiteral("₹32,810.40")), "the amount that is asked for");
    pressed(*dialogOf(earnings), "verb");
    const auto *list = earnings.findChild<QAbstractItemView *>(QStringLiteral("payouts"));
    until([&] { return list->model()->rowCount() == 1; }, "the requested payout");

    const auto payouts = got(m_admin.api.call(api::listAllPayouts, ListPayouts{}), "the payouts");
    see(payouts.items.size() == 1 && payouts.items.constFirst().amount == total - commission, "32,810.40 asked for");
    kit::Page &page = m_admin.page(QStringLiteral("admin.payouts"));
    page.reveal(payouts.items.constFirst().id.text());
    pressed(page, "approve");
    until([&] { return dialogOf(page) != nullptr; }, "the question before the approval");
    pressed(*dialogOf(page), "verb");
    until([&] { return found<QAbstractButton>(page, "paid"); }, "the approved payout");
}

void Story::theBooksAreRight()
{
    const auto payouts = got(m_admin.api.call(api::listAllPayouts, ListPayouts{}), "the payouts");
    see(payouts.items.constFirst().status == PayoutStatus::Approved, "an approved payout");
    const VendorBalance balance = got(m_vendor.api.call(api::readBalance), "the balance");
    see(balance.released == Money{} && balance.inPayouts == total - commission, "the balance is on its way");
    see(owned("gateway_clearing") == -recharge.minor, "what the gateway took in");
    see(owned("buyer_available") == (recharge - total).minor, "what the buyer has left");
    see(owned("buyer_held") == 0, "nothing is held");
    see(owned("vendor_payable") == 0, "nothing is owed beside the payout");
    see(owned("vendor_payout") == (total - commission).minor, "what the payout carries");
    see(owned("commission_income") == commission.minor, "what the platform earned");
    see(town.run({QStringLiteral("ledger"), QStringLiteral("verify")}) == 0, "ledger verify");
}

void Story::powerIsCut()
{
    town.strike();
    kit::Page &board = m_vendor.page(QStringLiteral("vendor.orders"));
    until([&] { return feedOf(board).state() != kit::LiveFeed::State::Live; }, "that the console notices");
    see(town.open(), "the server after the power cut");
    constexpr int patienceMs = 60'000;
    const auto isBack = [&] { return feedOf(board).state() == kit::LiveFeed::State::Live; };
    see(QTest::qWaitFor(isBack, patienceMs), "that the console reconnects by itself");
}
