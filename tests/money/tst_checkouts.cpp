// How a checkout is begun, gone on with when something died, and asked about before.

#include "tests/money/webshop.h"
#include "tests/support/runner.h"

namespace {

constexpr Quantity kilogram = World::kilograms(1), allOfIt = World::kilograms(100);
constexpr qint64 price = World::copperPrice.minor;

} // namespace

class TestOfCheckouts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // PAY-13, ORD-23
    void aRepeatedCallIsTheSameCheckout()
    {
        WebShop shop;
        RepeatedCall call{.key = "key-1", .endpoint = "POST /api/v1/orders", .bodyHash = "hash"};
        Caller caller = shop.world.buyer.caller;
        caller.repeat = &call;

        QVERIFY(shop.orders.placeOrder(caller, shop.wish()));
        const QByteArray first = call.reply;
        QVERIFY(shop.orders.placeOrder(caller, shop.wish()));

        QVERIFY(call.replayed);
        QCOMPARE(call.reply, first);
        call.bodyHash = "other";
        QCOMPARE(shop.orders.placeOrder(caller, shop.wish(World::kilograms(2))).error().code,
                 ErrorCode::IdempotencyMismatch);
        QCOMPARE(shop.world.db.number("count(*) FROM orders"), 1);
        QCOMPARE(shop.world.db.number("count(*) FROM payments"), 1);
        QCOMPARE(shop.world.stock(), allOfIt - kilogram);
    }

    void aKeyThatPaidFromTheWalletTakesNothingWithAnotherBody()
    {
        WebShop shop;
        shop.world.fill(shop.world.buyer, World::copperPrice);
        RepeatedCall call{.key = "key-1", .endpoint = "POST /api/v1/orders", .bodyHash = "hash"};
        Caller caller = shop.world.buyer.caller;
        caller.repeat = &call;
        PlaceOrder wish = shop.wish();
        wish.paymentMethod = PaymentMethodKind::Escrow;
        QVERIFY(shop.orders.placeOrder(caller, wish));
        call.bodyHash = "other";

        QCOMPARE(shop.orders.placeOrder(caller, shop.wish()).error().code, ErrorCode::IdempotencyMismatch);

        QCOMPARE(shop.world.db.number("count(*) FROM orders"), 1);
        QCOMPARE(shop.world.stock(), allOfIt - kilogram);
    }

    // PAY-13: the server died, or the gateway was away, after the orders were made.
    void aCheckoutThatDiedBeforeItsAnswerIsContinued_data()
    {
        QTest::addColumn<bool>("isByKey");
        QTest::newRow("by the same call") << true;
        QTest::newRow("by paying the order") << false;
    }
    void aCheckoutThatDiedBeforeItsAnswerIsContinued()
    {
        QFETCH(bool, isByKey);
        WebShop shop;
        RepeatedCall call{.key = "key-1", .endpoint = "POST /api/v1/orders", .bodyHash = "hash"};
        Caller caller = shop.world.buyer.caller;
        caller.repeat = &call;
        shop.gateway.post(QStringLiteral("/control"), {{"outages", 4}});
        QCOMPARE(shop.orders.placeOrder(caller, shop.wish()).error().code, ErrorCode::GatewayFailed);
        const Id<Order> id = shop.orders.listOrders(shop.world.buyer.caller, {})->items[0].id;
        QCOMPARE(shop.orders.placeOrder(caller, shop.wish(World::kilograms(2))).error().code,
                 ErrorCode::IdempotencyMismatch);

        const QString atGateway = isByKey ? shop.orders.placeOrder(caller, shop.wish())->payment->gatewayOrderId
                                          : shop.orders.payOrder(shop.world.buyer.caller, {id})->gatewayOrderId;
        QVERIFY(shop.tellCaptured(atGateway, price));

        QCOMPARE(shop.world.db.number("count(*) FROM orders"), 1);
        QCOMPARE(shop.world.db.number("count(*) FROM payments"), 1);
        QCOMPARE(shop.read(id).orderStatus, OrderStatus::Confirmed);
        QCOMPARE(shop.world.stock(), allOfIt - kilogram);
    }

    void payingAgainIsTheSamePaymentUntilItIsPaid()
    {
        WebShop shop;
        const PlacedOrders placed = shop.place().value();
        const Customer stranger = shop.world.addBuyer(QStringLiteral("ravi"));
        const PayOrder wish{placed.orders[0].id};

        const auto again = shop.orders.payOrder(shop.world.buyer.caller, wish);
        QCOMPARE(again->id, placed.payment->id);
        QCOMPARE(again->gatewayOrderId, shop.gatewayOrderOf(placed));
        QCOMPARE(shop.orders.payOrder(stranger.caller, wish).error().code, ErrorCode::NotFound);
        QVERIFY(shop.tellCaptured(shop.gatewayOrderOf(placed), price));

        QCOMPARE(shop.orders.payOrder(shop.world.buyer.caller, wish).error().code, ErrorCode::Conflict);
        QCOMPARE(shop.world.db.number("count(*) FROM payments"), 1);
    }

    // PAY-07
    void anEventBeforeTheAnswerIsKeptAndApplied()
    {
        WebShop shop;
        RepeatedCall call{.key = "key-1", .endpoint = "POST /api/v1/orders", .bodyHash = "hash"};
        Caller caller = shop.world.buyer.caller;
        caller.repeat = &call;
        const PlacedOrders placed = shop.orders.placeOrder(caller, shop.wish()).value();
        const QString atGateway = shop.gatewayOrderOf(placed);
        shop.sql("DELETE FROM idempotency_keys WHERE endpoint <> ?", QString());
        shop.sql("UPDATE payments SET gateway_order_id = NULL WHERE gateway_order_id = ?", atGateway);
        QVERIFY(shop.tellCaptured(atGateway, price));
        QCOMPARE(shop.events("parked"), 1);
        shop.sql("UPDATE payments SET gateway_order_id = ?", atGateway);

        const auto again = shop.orders.placeOrder(caller, shop.wish());

        QCOMPARE(again->orders[0].id, placed.orders[0].id);
        QCOMPARE(again->orders[0].orderStatus, OrderStatus::Confirmed);
        QCOMPARE(again->payment->status, PaymentStatus::Paid);
        QCOMPARE(shop.world.wallet().heldAmount, World::copperPrice);
    }

    // WAL-03, C13, C14
    void theWalletStaysTheWayToPayAndCashIsNone()
    {
        WebShop shop;
        PlaceOrder wish = shop.wish();
        wish.paymentMethod = PaymentMethodKind::Cod;

        const auto cash = shop.orders.placeOrder(shop.world.buyer.caller, wish);

        QCOMPARE(cash.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(cash.error().fields.value(0).field, QStringLiteral("payment_method"));
        QCOMPARE(PlaceOrder().paymentMethod, PaymentMethodKind::Escrow);
        QCOMPARE(shop.world.order().error().code, ErrorCode::InsufficientFunds);
        QCOMPARE(shop.world.db.number("count(*) FROM orders"), 0);
        QCOMPARE(shop.world.stock(), allOfIt);
    }

    void withoutAGatewayNothingIsPlacedOnline()
    {
        World world;
        const PlaceOrder wish{.addressId = world.buyer.address,
                              .lines = {{world.store.copper, kilogram}},
                              .paymentMethod = PaymentMethodKind::Online};

        QCOMPARE(world.orders.placeOrder(world.buyer.caller, wish).error().code, ErrorCode::Unavailable);

        QCOMPARE(world.db.number("count(*) FROM orders"), 0);
        QCOMPARE(world.stock(), allOfIt);
    }

    // PAY-16, CART-11, WAL-05, ORD-27
    void aQuoteSaysWhatACheckoutWouldAskForAndLeavesNoTrace()
    {
        WebShop shop;
        const Store other = shop.world.openStore(QStringLiteral("Tin Yard"));
        shop.world.fill(shop.world.buyer, {100'000});
        const QList<qint64> before = shop.world.traces();
        CalculateTotal wish{.lines = {{shop.world.store.copper, World::kilograms(2)}, {other.copper, kilogram}},
                            .addressId = shop.world.buyer.address};

        const Quote quote = shop.orders.calculateTotal(shop.world.buyer.caller, wish).value();

        QCOMPARE(quote.stores.size(), 2);
        QCOMPARE(quote.stores[0].storeName, QStringLiteral("Iron Yard"));
        QCOMPARE(quote.stores[0].lines[0].lineTotal, Money{2 * price});
        QCOMPARE(quote.stores[1].totalAmount, Money{price});
        QCOMPARE(quote.totalAmount, Money{3 * price});
        QCOMPARE(quote.walletAvailable, Money{100'000});
        QCOMPARE(quote.missing, Money{3 * price - 100'000});
        QCOMPARE(quote.methods, (QList<PaymentMethodKind>{PaymentMethodKind::Escrow, PaymentMethodKind::Online}));
        wish.lines[0].quantity = World::kilograms(101);
        QCOMPARE(shop.orders.calculateTotal(shop.world.buyer.caller, wish).error().code, ErrorCode::OutOfStock);
        QCOMPARE(shop.world.traces(), before);
        QCOMPARE(shop.world.stock(), allOfIt);
    }
};

TEST_CLASS(TestOfCheckouts)
#include "tst_checkouts.moc"
