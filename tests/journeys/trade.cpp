// The second half of the story: the order, its way, its money.

#include "shared/contract/all.h"
#include "tests/journeys/sight.h"

#include <QAbstractItemView>
#include <QElapsedTimer>

#include <algorithm>

using namespace sight;

QAbstractItemView &Story::lane(const char *status)
{
    auto *lane = m_vendor.console.shell()->page()->findChild<QWidget *>(QString::fromLatin1(status));
    see(lane != nullptr, status);
    return *lane->findChild<QAbstractItemView *>();
}

// By its own line, or by those of the shell that it listens to.
bool Story::isLive(kit::Page &page)
{
    QList<kit::LiveFeed *> lines = page.findChildren<kit::LiveFeed *>();
    if (lines.isEmpty())
        lines = m_vendor.console.shell()->findChildren<kit::LiveFeed *>(QString(), Qt::FindDirectChildrenOnly);
    return !lines.isEmpty() && std::all_of(lines.begin(), lines.end(), [](const kit::LiveFeed *line) {
        return line->state() == kit::LiveFeed::State::Live;
    });
}

// NOTIF-13, D-12
void Story::buyerOrdersAndTheBoardRings()
{
    kit::Page &board = m_vendor.page(QStringLiteral("vendor.orders"));
    until([&] { return isLive(board); }, "a live board");
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
    until([&] { return isLive(chat); }, "the vendor's line");

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
    see(!done.commissionAmount, "what the store gives to the market is not the buyer's");
    see(got(m_vendor.api.call(api::readOrder, m_order), "the store's order").commissionAmount == commission,
        "two percent");
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
    got(m_admin.api.call(api::reauthenticate, {.password = password}), "that it is still the admin");
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
    see(owned("commission_income") + owned("gst_due") == commission.minor, "what the platform earned");
    see(owned("gst_due") > 0, "what of it is tax");
    see(town.run({QStringLiteral("ledger"), QStringLiteral("verify")}) == 0, "ledger verify");
}

void Story::serverIsKilled()
{
    town.strike();
    kit::Page &board = m_vendor.page(QStringLiteral("vendor.orders"));
    until([&] { return !isLive(board); }, "that the console notices");
    see(town.open(), "the server after it was killed");
    constexpr int patienceMs = 60'000;
    const auto isBack = [&] { return isLive(board); };
    see(QTest::qWaitFor(isBack, patienceMs), "that the console reconnects by itself");
}
