#include "tests/money/webshop.h"
#include "tests/support/runner.h"

class TestOfOnlineOrders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // P29, P32, PAY-03, C11
    void anOnlineOrderTakesItsStockAndOpensAPaymentOfItsExactSum()
    {
        WebShop shop;

        const PlacedOrders placed = shop.place().value();

        const Order order = placed.orders.constFirst();
        QCOMPARE(order.orderStatus, OrderStatus::Placed);
        QCOMPARE(order.paymentMethod, PaymentMethodKind::Online);
        QCOMPARE(order.paymentStatus, PaymentStatus::Pending);
        QVERIFY(!order.escrowStatus);
        QCOMPARE(placed.payment->status, PaymentStatus::Pending);
        QCOMPARE(placed.payment->amount, World::copperPrice);
        QCOMPARE(placed.payment->checkoutId->text(), placed.checkoutId);
        QVERIFY(shop.gatewayOrderOf(placed).startsWith(QLatin1String("order_")));
        QVERIFY(!placed.payment->checkoutUrl.isEmpty());
        QCOMPARE(shop.world.stock(), WebShop::allOfIt - WebShop::kilogram);
        QCOMPARE(shop.balance(), Money{});
        QCOMPARE(shop.told("orders.placed"), 0);
        QCOMPARE(shop.sold(shop.world.store.caller), 0);
        QCOMPARE(shop.orders.countVendorOrders(shop.world.store.caller)->all, 0);
        QCOMPARE(shop.orders.readOrder(shop.world.store.caller, order.id).error().code, ErrorCode::NotFound);
        QCOMPARE(shop.orders.listOrders(shop.world.buyer.caller, {})->items.size(), 1);
        QCOMPARE(shop.orders.listAllOrders(shop.world.admin, {.payment = PaymentStatus::Pending})->items.size(), 1);
        QCOMPARE(shop.orders.listAllOrders(shop.world.admin, {.method = PaymentMethodKind::Escrow})->items.size(), 0);
        QCOMPARE(shop.world.db.number("count(*) FROM audit_log WHERE action = 'payment.attempted'"), 1); // P64
    }

    // P30, PAY-04, PAY-10, C11, C14, C47
    void theSuccessOfItsPaymentRechargesHoldsAndConfirmsInOne()
    {
        WebShop shop;
        const PlacedOrders placed = shop.place().value();

        QVERIFY(shop.tellCaptured(shop.gatewayOrderOf(placed), WebShop::pricePaise));

        const Order order = shop.read(placed.orders[0].id);
        QCOMPARE(order.orderStatus, OrderStatus::Confirmed);
        QCOMPARE(order.paymentStatus, PaymentStatus::Paid);
        QCOMPARE(order.escrowStatus, std::optional(EscrowStatus::Held));
        QCOMPARE(shop.world.wallet().currentBalance, World::copperPrice);
        QCOMPARE(shop.world.wallet().heldAmount, World::copperPrice);
        QCOMPARE(shop.world.wallet().available, Money{});
        QCOMPARE(shop.world.stock(), WebShop::allOfIt - WebShop::kilogram);
        QCOMPARE(shop.told("orders.placed"), 1);
        QCOMPARE(shop.told("payments.settled", "%\"use\":\"orders\"%"), 1);
        QCOMPARE(shop.sold(shop.world.store.caller), 1);
        QCOMPARE(shop.world.ledger.verify(), std::optional<QString>());
    }

    // C11
    void aStoreConfirmsByItselfWhereTheMarketWantsThat()
    {
        WebShop shop;
        shop.world.set(QStringLiteral("orders.auto_confirm_on_payment"), QStringLiteral("false"));
        const PlacedOrders placed = shop.place().value();

        QVERIFY(shop.tellCaptured(shop.gatewayOrderOf(placed), WebShop::pricePaise));

        QCOMPARE(shop.read(placed.orders[0].id).orderStatus, OrderStatus::Placed);
        QCOMPARE(shop.read(placed.orders[0].id).paymentStatus, PaymentStatus::Paid);
        QVERIFY(shop.world.advance(placed.orders[0].id, OrderStatus::Confirmed));
    }

    // P31, P55, PAY-05, ORD-03
    void theFailureOfItsPaymentFailsTheOrderAndLateMoneyGoesToTheWallet()
    {
        WebShop shop;
        const PlacedOrders placed = shop.place().value();
        const QString atGateway = shop.gatewayOrderOf(placed);

        QVERIFY(shop.tellFailed(atGateway));

        const Order failed = shop.read(placed.orders[0].id);
        QCOMPARE(failed.orderStatus, OrderStatus::Failed);
        QCOMPARE(failed.paymentStatus, PaymentStatus::Failed);
        QCOMPARE(failed.history.constLast().reason, std::optional(QStringLiteral("declined")));
        QCOMPARE(shop.world.stock(), WebShop::allOfIt);
        QCOMPARE(shop.balance(), Money{});
        QCOMPARE(shop.told("payments.settled", "%\"status\":\"failed\"%\"use\":\"orders\"%"), 1);
        QCOMPARE(shop.told("orders.advanced", "%\"is_paid\":false%"), 1);

        QVERIFY(shop.tellCaptured(atGateway, WebShop::pricePaise));

        QCOMPARE(shop.read(failed.id).orderStatus, OrderStatus::Failed);
        QCOMPARE(shop.read(failed.id).paymentStatus, PaymentStatus::Failed);
        QCOMPARE(shop.world.wallet().available, World::copperPrice);
        QCOMPARE(shop.world.wallet().heldAmount, Money{});
        QCOMPARE(shop.told("payments.settled", "%\"use\":\"late_orders\"%"), 1);
        QCOMPARE(shop.told("orders.placed"), 0);
        QCOMPARE(shop.world.ledger.verify(), std::optional<QString>());
    }

    // D-09, STK-13, ORD-15
    void whatIsNotPaidInTimeIsCancelled()
    {
        WebShop shop;
        const PlacedOrders placed = shop.place().value();
        shop.world.db.clock.advance(30 * 60'000 - 1);
        QCOMPARE(shop.orders.cancelUnpaid(), 0);
        shop.world.db.clock.advance(1);

        QCOMPARE(shop.orders.cancelUnpaid(), 1);

        QCOMPARE(shop.read(placed.orders[0].id).orderStatus, OrderStatus::Cancelled);
        QCOMPARE(shop.read(placed.orders[0].id).paymentStatus, PaymentStatus::Failed);
        QCOMPARE(shop.world.stock(), WebShop::allOfIt);
        QCOMPARE(shop.orders.cancelUnpaid(), 0);
        QVERIFY(shop.tellCaptured(shop.gatewayOrderOf(placed), WebShop::pricePaise));
        QCOMPARE(shop.read(placed.orders[0].id).orderStatus, OrderStatus::Cancelled);
        QCOMPARE(shop.world.wallet().available, World::copperPrice);
        QCOMPARE(shop.sold(shop.world.store.caller), 0);
    }

    // D-09, C11: a store that heard of it a second ago has all of its time.
    void theTimeToConfirmBeginsWithThePayment()
    {
        constexpr qint64 minute = 60'000;
        WebShop shop;
        shop.world.set(QStringLiteral("orders.auto_confirm_on_payment"), QStringLiteral("false"));
        shop.world.set(QStringLiteral("orders.unconfirmed_cancel_minutes"), QStringLiteral("30"));
        shop.world.set(QStringLiteral("orders.unpaid_cancel_minutes"), QStringLiteral("60"));
        const PlacedOrders placed = shop.place().value();
        shop.world.db.clock.advance(45 * minute);
        const Instant paidAt = shop.world.db.clock.now();
        QVERIFY(shop.tellCaptured(shop.gatewayOrderOf(placed), WebShop::pricePaise));
        const auto due = shop.orders.listVendorOrders(shop.world.store.caller, {})->items.value(0).dueAt;

        shop.world.db.clock.advance(30 * minute - 1);
        const int early = shop.orders.cancelUnconfirmed();
        shop.world.db.clock.advance(1);
        const int inTime = shop.orders.cancelUnconfirmed();

        QCOMPARE(due.value_or(Instant{}).ms, paidAt.ms + 30 * minute);
        QCOMPARE(early, 0);
        QCOMPARE(inTime, 1);
        QCOMPARE(shop.read(placed.orders[0].id).orderStatus, OrderStatus::Cancelled);
        QCOMPARE(shop.world.wallet().available, World::copperPrice);
    }

    // C11, PRIV-02: nothing of it is in what its store keeps, and no file calls it refunded.
    void whatWasNeverPaidLeavesTheHouseAsThat()
    {
        WebShop shop;
        const Order order = shop.placed();
        const Account store = shop.world.db->read(
            [&](Tx &tx) { return shop.world.accounts.find(tx, shop.world.store.caller.id).value(); });

        const QByteArray file = shop.orders.exportOrders(shop.world.buyer.caller, {})->bytes;
        const personal::Parts copy = shop.world.db->read([&](Tx &tx) { return shop.orders.exportOf(tx, store); });

        QVERIFY(file.contains(order.orderNumber.toUtf8()));
        QVERIFY(!file.contains("refunded"));
        for (const personal::Part &part : copy)
            QVERIFY(!part.json.contains(order.orderNumber.toUtf8()));
    }

    void aPaidOrderIsNotTakenForAnUnpaidOne()
    {
        WebShop shop;
        shop.world.set(QStringLiteral("orders.auto_confirm_on_payment"), QStringLiteral("false"));
        const PlacedOrders placed = shop.place().value();
        QVERIFY(shop.tellCaptured(shop.gatewayOrderOf(placed), WebShop::pricePaise));
        shop.world.db.clock.advance(60 * 60'000);

        QCOMPARE(shop.orders.cancelUnpaid(), 0);

        QCOMPARE(shop.read(placed.orders[0].id).orderStatus, OrderStatus::Placed);
    }

    // PAY-08
    void anotherAmountIsFlaggedAndFailsTheOrder()
    {
        WebShop shop;
        const PlacedOrders placed = shop.place().value();

        QVERIFY(shop.tellCaptured(shop.gatewayOrderOf(placed), WebShop::pricePaise - 1));

        QCOMPARE(shop.read(placed.orders[0].id).orderStatus, OrderStatus::Failed);
        QCOMPARE(shop.world.stock(), WebShop::allOfIt);
        QCOMPARE(shop.balance(), Money{});
        QCOMPARE(shop.world.db.number("count(*) FROM money_flags WHERE kind = 'partial' AND status = 'open'"), 1);
        QCOMPARE(shop.told("payments.flagged"), 1);
        QCOMPARE(shop.events("mismatch"), 1);
    }

    // D-04
    void theOrdersOfACheckoutHaveOnePaymentAndOneEnd()
    {
        WebShop shop;
        const Store other = shop.world.openStore(QStringLiteral("Tin Yard"));
        PlaceOrder wish = shop.wish();
        wish.lines += {other.copper, World::kilograms(2)};
        const auto place = [&] { return shop.orders.placeOrder(shop.world.buyer.caller, wish).value(); };
        const PlacedOrders paid = place(), dropped = place();

        QVERIFY(shop.tellCaptured(shop.gatewayOrderOf(paid), 3 * WebShop::pricePaise));
        const auto cancelled =
            shop.orders.cancelOrder(shop.world.buyer.caller, dropped.orders[1].id, {QStringLiteral("Ordered twice")});

        QCOMPARE(paid.payment->amount, Money{3 * WebShop::pricePaise});
        for (const Order &order : paid.orders)
            QCOMPARE(shop.read(order.id).orderStatus, OrderStatus::Confirmed);
        QCOMPARE(shop.world.wallet().heldAmount, Money{3 * WebShop::pricePaise});
        QCOMPARE(shop.sold(other.caller), 1);
        QCOMPARE(cancelled->orderStatus, OrderStatus::Cancelled);
        for (const Order &order : dropped.orders)
            QCOMPARE(shop.read(order.id).orderStatus, OrderStatus::Cancelled);
        QCOMPARE(shop.world.stock(), WebShop::allOfIt - WebShop::kilogram);
        QCOMPARE(shop.world.stock(other.copper), WebShop::allOfIt - World::kilograms(2));
        QCOMPARE(shop.world.db.number("count(*) FROM payments"), 2);
        QCOMPARE(shop.world.ledger.verify(), std::optional<QString>());
    }

    // PAY-18
    void theCheckoutsAnswerAndTheAskingConfirmItToo()
    {
        WebShop shop;
        const PlacedOrders told = shop.place().value(), found = shop.place().value();
        const QJsonObject paid = shop.gateway.post("/checkout/" + shop.gatewayOrderOf(told) + "/pay");
        shop.payAt(shop.gatewayOrderOf(found));

        QVERIFY(shop.payments.confirmPayment(shop.world.buyer.caller, {paid["razorpay_order_id"].toString(),
                                                                       paid["razorpay_payment_id"].toString(),
                                                                       paid["razorpay_signature"].toString()}));
        shop.world.db.clock.advance(15 * 60'000);
        QCOMPARE(shop.payments.reconcile(), 1);

        QCOMPARE(shop.read(told.orders[0].id).orderStatus, OrderStatus::Confirmed);
        QCOMPARE(shop.read(found.orders[0].id).orderStatus, OrderStatus::Confirmed);
        QCOMPARE(shop.world.wallet().heldAmount, Money{2 * WebShop::pricePaise});
    }

    // What is owed since money went back at the bank comes first; the order is not delivered on credit.
    void moneyThatPaysWhatTheWalletOwesIsNotForTheOrder()
    {
        WebShop shop;
        QVERIFY(shop.world.db->write([&](Tx &tx) {
            return shop.world.ledger.rechargeBack(tx, shop.world.buyer.caller.id, shop.world.ids.next<Payment>().uuid,
                                                  {100}, QStringLiteral("Lost to the bank"), QStringLiteral("pay_1"));
        }));
        const PlacedOrders placed = shop.place().value();

        QVERIFY(shop.tellCaptured(shop.gatewayOrderOf(placed), WebShop::pricePaise));

        QCOMPARE(shop.read(placed.orders[0].id).orderStatus, OrderStatus::Failed);
        QCOMPARE(shop.world.wallet().owed, Money{});
        QCOMPARE(shop.world.wallet().available, Money{WebShop::pricePaise - 100});
        QCOMPARE(shop.world.wallet().heldAmount, Money{});
        QCOMPARE(shop.world.stock(), WebShop::allOfIt);
    }

    // What is only authorised is taken for orders that wait for it, and else goes back to its card by itself.
    void moneyThatIsHeldReadyForOrdersThatHaveEndedIsNotTaken()
    {
        WebShop shop;
        const PlacedOrders placed = shop.place().value();
        const QString order =
            shop.gateway
                .post(QStringLiteral("/v1/orders"),
                      {{"amount", WebShop::pricePaise}, {"currency", "INR"}, {"payment_capture", 0}})["id"]
                .toString();
        shop.sql("UPDATE payments SET gateway_order_id = ?", order);
        const QString attempt = shop.payAt(order);
        QVERIFY(shop.orders.cancelOrder(shop.world.buyer.caller, placed.orders[0].id, {QStringLiteral("Too late")}));

        shop.world.db.clock.advance(45 * minuteMs);
        QCOMPARE(shop.payments.reconcile(), 0);

        QCOMPARE(shop.statusAt(attempt), QStringLiteral("authorized"));
        QCOMPARE(shop.balance(), Money{});
    }

    // WAL-07, ORD-11
    void aPaidOnlineOrderThatIsCancelledReleasesIntoTheWallet()
    {
        WebShop shop;
        const PlacedOrders placed = shop.place().value();
        QVERIFY(shop.tellCaptured(shop.gatewayOrderOf(placed), WebShop::pricePaise));

        QVERIFY(shop.orders.cancelOrder(shop.world.buyer.caller, placed.orders[0].id, {QStringLiteral("Too late")}));

        QCOMPARE(shop.read(placed.orders[0].id).paymentStatus, PaymentStatus::Refunded);
        QCOMPARE(shop.read(placed.orders[0].id).escrowStatus, std::optional(EscrowStatus::Refunded));
        QCOMPARE(shop.world.wallet().available, World::copperPrice);
        QCOMPARE(shop.world.stock(), WebShop::allOfIt);
    }

    void nobodyMovesAnOrderThatIsNotPaid()
    {
        WebShop shop;
        const Order order = shop.placed();

        QCOMPARE(shop.world.advance(order.id, OrderStatus::Confirmed).error().code, ErrorCode::NotFound);
        QCOMPARE(shop.world.advance(shop.world.admin, order.id, OrderStatus::Confirmed, QStringLiteral("For him"))
                     .error()
                     .code,
                 ErrorCode::Conflict);

        QCOMPARE(shop.read(order.id).orderStatus, OrderStatus::Placed);
        QVERIFY(shop.orders.readOrder(shop.world.admin, order.id)->nextStatuses.isEmpty());
    }

    // WAL-18
    void aWalletThatWasClosedKeepsTheMoneyAndTheOrderFails()
    {
        WebShop shop;
        const PlacedOrders placed = shop.place().value();
        QVERIFY(shop.world.db->write([&](Tx &tx) -> Result<> {
            shop.world.ledger.openWallet(tx, shop.world.buyer.caller.id);
            return shop.world.ledger.freeze(tx, ledger::key(ledger::available(shop.world.buyer.caller.id)),
                                            QStringLiteral("Under inquiry"));
        }));

        QVERIFY(shop.tellCaptured(shop.gatewayOrderOf(placed), WebShop::pricePaise));

        QCOMPARE(shop.read(placed.orders[0].id).orderStatus, OrderStatus::Failed);
        QCOMPARE(shop.balance(), World::copperPrice);
        QCOMPARE(shop.world.stock(), WebShop::allOfIt);
        QCOMPARE(shop.place().error().code, ErrorCode::BalanceFrozen);
    }
};

TEST_CLASS(TestOfOnlineOrders)
#include "tst_online.moc"
