#include "console/pages/orderboard/card.h"
#include "console/pages/orderboard/page.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/console/pages/told.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QFileDialog>
#include <QTemporaryDir>

namespace {

struct Fixture
{
    ConsoleKit console{Role::Vendor};
    QList<OrderCard> cards = samples::cards();
    std::unique_ptr<kit::Page> page;

    Fixture()
    {
        console.server.answerWith([this](const kit::Call &call) -> std::optional<QByteArray> {
            if (!call.target.startsWith("/api/v1/vendor/orders?"))
                return std::nullopt;
            QList<OrderCard> some;
            for (const OrderCard &card : cards) {
                const QByteArray status = QByteArray("status=") + names::text(card.orderStatus).data();
                if (!call.target.contains("status=") || (call.target + '&').contains(status + '&'))
                    some += card;
            }
            return json::bytes(some);
        });
        console.server.answer(api::listRooms, samples::page(samples::rooms()));
        for (const OrderCard &card : cards)
            console.server.answer(api::readOrder, samples::order(card, Role::Vendor), card.id);
    }
    void open()
    {
        page = std::make_unique<orderboard::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        QApplication::setActiveWindow(page.get());
        page->refresh();
    }
    QAbstractItemView *lane(const char *status)
    {
        return page->findChild<QWidget *>(status)->findChild<QAbstractItemView *>();
    }
    int cardsIn(const char *status) { return lane(status)->model()->rowCount(); }
};

} // namespace

class TestOrderBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // CVEN-06: a figure of the dashboard leads to the rows it counted.
    void aFigureLeadsToTheTableOfItsOrders()
    {
        Fixture given;
        given.open();

        given.page->narrow({{"days", "7"}, {"status", "packed"}});
        given.page->refresh();

        const QStringList asked = given.console.server.lines().filter(QStringLiteral("/orders?"));
        QVERIFY2(asked.contains("get /api/v1/vendor/orders?from=2026-11-13T18%3A30%3A00.000Z&limit=50&status=packed"),
                 qPrintable(asked.join(u'\n')));
        QVERIFY(given.page->findChild<kit::TableView *>()->isVisibleTo(given.page.get()));
    }

    void everyOpenOrderStandsInItsColumn()
    {
        Fixture given;

        given.open();

        QCOMPARE(given.cardsIn("lane_placed"), 3);
        QCOMPARE(given.cardsIn("lane_confirmed"), 3);
        QCOMPARE(given.cardsIn("lane_packed"), 2);
        QCOMPARE(given.cardsIn("lane_shipped"), 3);
        QCOMPARE(given.cardsIn("lane_delivered"), 1);
        QCOMPARE(given.page->waiting(), 3);
        QVERIFY(
            given.lane("lane_placed")->model()->index(0, 0).data().toString().contains(QStringLiteral("Accept in")));
    }

    // NOTIF-13: the card is there within the same turn of the event loop that brought the news.
    void aNewOrderAppearsAtOnceAndIsAnnounced()
    {
        Fixture given;
        given.open();
        const OrderCard fresh = samples::card(395, "Priya Sharma", "Sharma Metals", "Mixed iron scrap, 820 kg",
                                              OrderStatus::Placed, 4'825'000);

        given.page->hear(told(LiveKind::NewOrder, json::bytes(fresh)));

        QCOMPARE(given.cardsIn("lane_placed"), 4);
        QVERIFY(shows(*given.page, QStringLiteral("from Priya Sharma, ₹48,250.00")));
        QCOMPARE(given.page->waiting(), 4);
    }

    void theSameNewsTwiceIsOneCard()
    {
        Fixture given;
        given.open();
        const OrderCard fresh = samples::card(395, "Priya Sharma", "Sharma Metals", "Iron", OrderStatus::Placed, 100);

        given.page->hear(told(LiveKind::NewOrder, json::bytes(fresh)));
        given.page->hear(told(LiveKind::NewOrder, json::bytes(fresh)));

        QCOMPARE(given.cardsIn("lane_placed"), 4);
    }

    void aStepTakenElsewhereMovesTheCard()
    {
        Fixture given;
        given.open();
        const OrderCard packed = given.cards.at(8);

        given.page->hear(
            told(LiveKind::OrderUpdated, json::bytes(OrderAdvanced{.orderId = packed.id,
                                                                   .orderNumber = packed.orderNumber,
                                                                   .buyerId = samples::id<Account>(2),
                                                                   .vendorId = packed.vendorId,
                                                                   .vendorAccountId = samples::id<Account>(1),
                                                                   .from = OrderStatus::Packed,
                                                                   .to = OrderStatus::Shipped})));

        QCOMPARE(given.cardsIn("lane_packed"), 1);
        QCOMPARE(given.cardsIn("lane_shipped"), 4);
    }

    void controlEnterAcceptsTheChosenOrder()
    {
        Fixture given;
        given.open();
        const OrderCard placed = given.cards.first();
        Order accepted = samples::order(placed, Role::Vendor);
        accepted.orderStatus = OrderStatus::Confirmed;
        given.console.server.answer(api::advanceOrder, accepted, placed.id);
        QAbstractItemView *lane = given.lane("lane_placed");
        for (int row = 0; row < 3; ++row) {
            if (lane->model()->index(row, 0).data().toString().contains(placed.orderNumber))
                lane->setCurrentIndex(lane->model()->index(row, 0));
        }
        lane->setFocus();

        QTest::keyClick(lane, Qt::Key_Return, Qt::ControlModifier);

        QCOMPARE(given.console.server.lastBody(api::advanceOrder, placed.id),
                 json::bytes(AdvanceOrder{.status = OrderStatus::Confirmed}));
        QCOMPARE(given.cardsIn("lane_placed"), 2);
        QCOMPARE(given.cardsIn("lane_confirmed"), 4);
    }

    void rejectingSendsTheReasonAndTakesTheCardAway()
    {
        Fixture given;
        given.open();
        const OrderCard placed = given.cards.first();
        Order rejected = samples::order(placed, Role::Vendor);
        rejected.orderStatus = OrderStatus::Cancelled;
        given.console.server.answer(api::cancelOrder, rejected, placed.id);
        given.page->reveal(placed.id.text());

        QVERIFY(press(*given.page, "cancel"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "words", QStringLiteral("Out of stock today"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::cancelOrder, placed.id),
                 json::bytes(CancelOrder{.reason = QStringLiteral("Out of stock today")}));
        QCOMPARE(given.cardsIn("lane_placed"), 2);
    }

    void aRefusedStepLeavesTheCardAndSaysWhy()
    {
        Fixture given;
        given.open();
        const OrderCard placed = given.cards.first();
        given.console.server.refuse(
            api::advanceOrder, Error{ErrorCode::IllegalTransition, QStringLiteral("It was cancelled.")}, placed.id);
        given.page->reveal(placed.id.text());

        QVERIFY(press(*given.page, "to_confirmed"));

        QVERIFY(shows(*given.page, QStringLiteral("It was cancelled.")));
        QCOMPARE(given.cardsIn("lane_placed"), 3);
    }

    // REF-05: the buyer is not the one who is waited for.
    void aCardSaysThatItsOrderIsContested()
    {
        OrderCard card = samples::cards().at(6);
        QCOMPARE(card.orderStatus, OrderStatus::Delivered);
        QCOMPARE(orderboard::dueOf(card, samples::now).text, QStringLiteral("Waiting for buyer"));

        card.contestedAt = samples::now;

        QCOMPARE(orderboard::dueOf(card, samples::now).text, QStringLiteral("Disputed, waits for the decision"));
    }

    // The next step's button stands where the last one's stood.
    void aDoubleClickTakesOneStepOnly()
    {
        Fixture given;
        given.open();
        const OrderCard placed = given.cards.first();
        Order accepted = samples::order(placed, Role::Vendor);
        accepted.orderStatus = OrderStatus::Confirmed;
        accepted.nextStatuses = {OrderStatus::Packed};
        given.console.server.answer(api::advanceOrder, accepted, placed.id);
        given.page->reveal(placed.id.text());
        given.console.server.answer(api::readOrder, accepted, placed.id);

        given.console.server.hold();
        QVERIFY(press(*given.page, "to_confirmed"));
        QVERIFY(!press(*given.page, "to_confirmed")); // while it flies
        given.console.server.release();
        QTRY_VERIFY(found<QAbstractButton>(*given.page, "to_packed"));
        QVERIFY(!press(*given.page, "to_packed")); // the second half of the double click

        QCOMPARE(given.console.server.timesAsked(api::advanceOrder, placed.id), 1);
        QTRY_VERIFY(found<QAbstractButton>(*given.page, "to_packed")->isEnabled());
        QVERIFY(press(*given.page, "to_packed"));
        QCOMPARE(given.console.server.timesAsked(api::advanceOrder, placed.id), 2);
    }

    void oneColumnThatCameDoesNotHideThatAnotherDidNot()
    {
        Fixture given;
        given.open();
        const QByteArray cards = json::bytes(given.cards);
        given.console.server.answerWith([cards](const kit::Call &call) -> std::optional<QByteArray> {
            if (call.target.contains("status=placed") || call.target.contains("/chat"))
                return std::nullopt;
            return call.target.startsWith("/api/v1/vendor/orders?") ? std::optional<QByteArray>("[]") : std::nullopt;
        });

        given.page->refresh();

        QVERIFY(shows(*given.page, QStringLiteral("The paper server has no answer.")));
        QCOMPARE(given.cardsIn("lane_placed"), 3);
        QCOMPARE(given.cardsIn("lane_packed"), 0);
    }

    void aColumnThatIsCutSaysThatThereAreMore()
    {
        Fixture given;
        given.console.server.answerWith({});
        ::Page<OrderCard> many = samples::page(given.cards.first(3));
        for (OrderCard &card : many.items)
            card.orderStatus = OrderStatus::Placed;
        many.nextCursor = QStringLiteral("more");
        given.console.server.answer(api::listVendorOrders, many);

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("3+")));
    }

    void bothConfirmationsAreShown()
    {
        Fixture given;
        given.open();

        given.page->reveal(given.cards.at(6).id.text());

        QVERIFY(shows(*given.page, QStringLiteral("DELIVERY CONFIRMED BY")));
        QVERIFY(shows(*given.page, QStringLiteral("not yet")));
    }

    void anErrorBeforeTheFirstOrdersIsRetried()
    {
        Fixture given;
        given.console.server.answerWith({});
        given.open();
        QVERIFY(shows(*given.page, QStringLiteral("The paper server has no answer.")));
        given.console.server.answer(api::listVendorOrders, samples::page<OrderCard>({}));

        QVERIFY(press(*given.page, "stateButton"));

        QVERIFY(shows(*given.page, QStringLiteral("No open orders")));
    }

    // VEN-16
    void theTableIsSavedAsAFileByItsFilters()
    {
        Fixture given;
        given.open();
        QTemporaryDir place;
        given.console.server.answer(api::exportVendorOrders,
                                    FileBody{.bytes = "Order,Buyer\r\n", .contentType = "text/csv"});
        given.page->narrow({{"status", "packed"}});

        QVERIFY(press(*given.page, "export"));
        QTRY_VERIFY(given.page->findChild<QFileDialog *>());
        Q_EMIT given.page->findChild<QFileDialog *>()->fileSelected(place.filePath("orders.csv"));

        QFile saved(place.filePath("orders.csv"));
        QVERIFY(saved.open(QFile::ReadOnly));
        QCOMPARE(saved.readAll(), QByteArray("Order,Buyer\r\n"));
        const QString asked = given.console.server.lines().filter(QStringLiteral("/export/orders?")).constLast();
        QVERIFY(asked.contains("status=packed"));
    }

    void everyControlHasAName()
    {
        Fixture given;
        given.open();
        given.page->reveal(given.cards.first().id.text());

        QCOMPARE(nameless(*given.page), QString());
    }
};

CONSOLE_TEST(TestOrderBoard)
#include "tst_orderboard.moc"
