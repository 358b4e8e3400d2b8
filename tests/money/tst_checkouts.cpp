// How a checkout is begun, gone on with when something died, and asked about before.

#include "tests/money/webshop.h"
#include "tests/support/runner.h"

namespace {

// A shop whose providers are others.
struct OtherShop : WebShop
{
    // configs: what becomes of the provider that is there.
    template <class Configs>
    explicit OtherShop(const Configs &configs)
        : others(*world.db, world.db.clock, world.ids, world.accounts, world.auth, world.ledger, world.settings,
                 world.audit, world.secrets(), configs(config))
    {}

    payments::Service others;
    orders::Service theirs{*world.db, world.db.clock, world.ids,  world.catalog,  world.ledger,
                           others,    world.accounts, world.auth, world.settings, world.audit};
};

payments::GatewayConfig bank()
{
    return {.provider = QStringLiteral("upi"),
            .keyId = QStringLiteral("market@bank"),
            .payeeName = QStringLiteral("Kabaadwala")};
}

PlaceOrder with(PlaceOrder wish, const QString &provider)
{
    wish.provider = provider;
    return wish;
}

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
        QCOMPARE(shop.world.stock(), WebShop::allOfIt - WebShop::kilogram);
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
        QCOMPARE(shop.world.stock(), WebShop::allOfIt - WebShop::kilogram);
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
        QVERIFY(shop.tellCaptured(atGateway, WebShop::pricePaise));

        QCOMPARE(shop.world.db.number("count(*) FROM orders"), 1);
        QCOMPARE(shop.world.db.number("count(*) FROM payments"), 1);
        QCOMPARE(shop.read(id).orderStatus, OrderStatus::Confirmed);
        QCOMPARE(shop.world.stock(), WebShop::allOfIt - WebShop::kilogram);
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
        QVERIFY(shop.tellCaptured(shop.gatewayOrderOf(placed), WebShop::pricePaise));

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
        QVERIFY(shop.tellCaptured(atGateway, WebShop::pricePaise));
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
        QCOMPARE(shop.world.stock(), WebShop::allOfIt);
    }

    void withoutAGatewayNothingIsPlacedOnline()
    {
        World world;
        const PlaceOrder wish{.addressId = world.buyer.address,
                              .lines = {{world.store.copper, WebShop::kilogram}},
                              .paymentMethod = PaymentMethodKind::Online};

        QCOMPARE(world.orders.placeOrder(world.buyer.caller, wish).error().code, ErrorCode::Unavailable);

        QCOMPARE(world.db.number("count(*) FROM orders"), 0);
        QCOMPARE(world.stock(), WebShop::allOfIt);
    }

    // PAY-03, D-09: the statement comes a day later, when the order would be cancelled for long.
    void whatOnlyAStatementTellsOfTakesNoOrders()
    {
        OtherShop shop([](const payments::GatewayConfig &) { return QList<payments::GatewayConfig>{bank()}; });
        const Caller &buyer = shop.world.buyer.caller;
        const CalculateTotal asked{.lines = {{shop.world.store.copper, WebShop::kilogram}},
                                   .addressId = shop.world.buyer.address};
        const QList<qint64> before = shop.world.traces();

        const auto placed = shop.theirs.placeOrder(buyer, shop.wish());

        QCOMPARE(placed.error().code, ErrorCode::Unavailable);
        QCOMPARE(shop.theirs.calculateTotal(buyer, asked)->methods,
                 QList<PaymentMethodKind>{PaymentMethodKind::Escrow});
        QCOMPARE(shop.world.traces(), before);
        QCOMPARE(shop.world.stock(), WebShop::allOfIt);
        QCOMPARE(shop.others.rechargeWallet(buyer, {{50'000}})->provider, QStringLiteral("upi"));
    }

    // PAY-03, PAY-02
    void ordersArePaidAtWhoTellsInTimeWhoeverIsOfferedFirst()
    {
        OtherShop shop([](const payments::GatewayConfig &own) { return QList<payments::GatewayConfig>{bank(), own}; });
        const Caller &buyer = shop.world.buyer.caller;

        const auto wished = shop.theirs.placeOrder(buyer, with(shop.wish(), QStringLiteral("upi")));

        QCOMPARE(wished.error().fields.value(0).field, QStringLiteral("provider"));
        QCOMPARE(shop.world.db.number("count(*) FROM orders"), 0);
        QCOMPARE(shop.world.stock(), WebShop::allOfIt);
        const auto placed = shop.theirs.placeOrder(buyer, shop.wish());
        QCOMPARE(placed->payment->provider, QStringLiteral("razorpay"));
        QVERIFY(shop.theirs
                    .calculateTotal(buyer, {.lines = {{shop.world.store.copper, WebShop::kilogram}},
                                            .addressId = shop.world.buyer.address})
                    ->methods.contains(PaymentMethodKind::Online));
    }

    // WAL-04: or a checkout that is taken back would fill the wallet beyond what a recharge may.
    void aCheckoutIsPaidOnlineUpToItsLimit()
    {
        WebShop shop;
        const Caller &buyer = shop.world.buyer.caller;
        const CalculateTotal asked{.lines = {{shop.world.store.copper, WebShop::kilogram}},
                                   .addressId = shop.world.buyer.address};
        shop.world.set(QStringLiteral("payments.checkout_max"), QStringLiteral("750.00"));
        QVERIFY(shop.orders.calculateTotal(buyer, asked)->methods.contains(PaymentMethodKind::Online));
        shop.world.set(QStringLiteral("payments.checkout_max"), QStringLiteral("749.99"));
        const QList<qint64> before = shop.world.traces();

        const auto placed = shop.place();

        QCOMPARE(placed.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(placed.error().fields.value(0).field, QStringLiteral("payment_method"));
        QVERIFY(!shop.orders.calculateTotal(buyer, asked)->methods.contains(PaymentMethodKind::Online));
        QCOMPARE(shop.world.traces(), before);
        QCOMPARE(shop.world.db.number("count(*) FROM payments"), 0);
        QCOMPARE(shop.world.stock(), WebShop::allOfIt);
    }

    // CART-11: it is only read, by the same rules.
    void aQuoteRefusesWhatACheckoutRefuses_data()
    {
        QTest::addColumn<qint64>("thousandths");
        QTest::addColumn<qint64>("expected");
        QTest::addColumn<ErrorCode>("refusal");
        QTest::newRow("more than there is") << qint64(100'001) << WebShop::pricePaise << ErrorCode::OutOfStock;
        QTest::newRow("at another price") << qint64(1'000) << WebShop::pricePaise - 1 << ErrorCode::PriceChanged;
    }
    void aQuoteRefusesWhatACheckoutRefuses()
    {
        QFETCH(qint64, thousandths);
        QFETCH(qint64, expected);
        QFETCH(ErrorCode, refusal);
        WebShop shop;
        const QList<PlaceOrderLine> lines{{shop.world.store.copper, Quantity{thousandths}, Money{expected}}};
        PlaceOrder wish = shop.wish();
        wish.lines = lines;
        const QList<qint64> before = shop.world.traces();

        const auto quote = shop.orders.calculateTotal(shop.world.buyer.caller,
                                                      {.lines = lines, .addressId = shop.world.buyer.address});
        const auto placed = shop.orders.placeOrder(shop.world.buyer.caller, wish);

        QCOMPARE(quote.error().code, refusal);
        QCOMPARE(placed.error().code, refusal);
        QCOMPARE(quote.error().details, placed.error().details);
        QCOMPARE(shop.world.traces(), before);
        QCOMPARE(shop.world.stock(), WebShop::allOfIt);
    }

    // PAY-16, CART-11, WAL-05, ORD-27
    void aQuoteSaysWhatACheckoutWouldAskForAndLeavesNoTrace()
    {
        WebShop shop;
        const Store other = shop.world.openStore(QStringLiteral("Tin Yard"));
        shop.world.fill(shop.world.buyer, {100'000});
        const QList<qint64> before = shop.world.traces();
        CalculateTotal wish{
            .lines = {{shop.world.store.copper, World::kilograms(2)}, {other.copper, WebShop::kilogram}},
            .addressId = shop.world.buyer.address};

        const Quote quote = shop.orders.calculateTotal(shop.world.buyer.caller, wish).value();

        QCOMPARE(quote.stores.size(), 2);
        QCOMPARE(quote.stores[0].storeName, QStringLiteral("Iron Yard"));
        QCOMPARE(quote.stores[0].lines[0].lineTotal, Money{2 * WebShop::pricePaise});
        QCOMPARE(quote.stores[1].totalAmount, Money{WebShop::pricePaise});
        QCOMPARE(quote.totalAmount, Money{3 * WebShop::pricePaise});
        QCOMPARE(quote.walletAvailable, Money{100'000});
        QCOMPARE(quote.missing, Money{3 * WebShop::pricePaise - 100'000});
        QCOMPARE(quote.methods, (QList<PaymentMethodKind>{PaymentMethodKind::Escrow, PaymentMethodKind::Online}));
        wish.lines[0].quantity = World::kilograms(101);
        QCOMPARE(shop.orders.calculateTotal(shop.world.buyer.caller, wish).error().code, ErrorCode::OutOfStock);
        QCOMPARE(shop.world.traces(), before);
        QCOMPARE(shop.world.stock(), WebShop::allOfIt);
    }
};

TEST_CLASS(TestOfCheckouts)
#include "tst_checkouts.moc"
