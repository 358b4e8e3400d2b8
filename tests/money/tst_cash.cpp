// Orders that are paid in cash at their delivery: between the two sides, but for the commission (C14).

#include "tests/money/cashshop.h"
#include "tests/support/runner.h"

class TestOfCash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // C14, PAY-15, WAL-03
    void anOrderInCashHoldsNothingAndItsStoreHearsOfItAtOnce()
    {
        CashShop shop;

        const Order order = shop.cash();

        QCOMPARE(order.paymentMethod, PaymentMethodKind::Cod);
        QCOMPARE(order.paymentStatus, PaymentStatus::Pending);
        QVERIFY(!order.escrowStatus);
        QCOMPARE(shop.told("orders.placed"), 1);
        QCOMPARE(shop.sold(shop.world.store.caller), 1);
        QCOMPARE(shop.orders.countVendorOrders(shop.world.store.caller)->placed, 1);
        QCOMPARE(shop.orders.countVendorOrders(shop.world.store.caller)->held, Money{});
        QCOMPARE(shop.world.stock(), CashShop::allOfIt - CashShop::kilogram);
        QCOMPARE(shop.postings(), 0);
        QCOMPARE(shop.world.db.number("count(*) FROM payments"), 0);
        QCOMPARE(shop.orders.cancelUnpaid(), 0);
        QVERIFY(shop.isSound());
    }

    // C14, COM-03, COM-04: settled or not in the way of escrow, the commission is owed with the second word.
    void bothConfirmationsPayItAndItsStoreOwesTheCommission()
    {
        CashShop shop;
        shop.world.set(QStringLiteral("escrow.release_mode"), QStringLiteral("manual"));
        const Order delivered = shop.at(OrderStatus::Delivered);
        QCOMPARE(delivered.paymentStatus, PaymentStatus::Pending);
        QCOMPARE(shop.owed(), Money{});

        const Order order = shop.confirm(delivered.id).value();

        QCOMPARE(order.orderStatus, OrderStatus::Completed);
        QCOMPARE(order.paymentStatus, PaymentStatus::Paid);
        QVERIFY(!order.escrowStatus);
        QVERIFY(order.settledAt.has_value());
        QCOMPARE(order.lines.constFirst().settledQuantity, std::optional(CashShop::kilogram));
        QCOMPARE(shop.owed(), CashShop::commission);
        QCOMPARE(shop.world.funds().released, Money{});
        QCOMPARE(shop.earned(), CashShop::commission);
        QCOMPARE(shop.postings(), 1);
        QCOMPARE(shop.told("orders.settled", "%\"method\":\"cod\"%"), 1);
        QCOMPARE(shop.sold(shop.world.store.caller), 1);
        const auto figures =
            shop.world.db->read([&](Tx &tx) { return shop.world.orders.figuresOf(tx, shop.world.store.id); });
        QCOMPARE(figures.settledSales, World::copperPrice);
        QCOMPARE(figures.commission, CashShop::commission);
        const auto sold = shop.world.db->read([&](Tx &tx) { return shop.world.orders.soldOf(tx, order.id); });
        QCOMPARE(sold->gross, World::copperPrice);
        QCOMPARE(shop.orders.releaseEscrow(shop.world.admin, order.id).error().code, ErrorCode::Conflict);
        QVERIFY(shop.isSound());
    }

    // C14: a receivable like any other, and no payout has the order.
    void theNextSettlementPaysTheCommissionThatIsOwed()
    {
        CashShop shop;
        shop.paid();
        shop.world.fill(shop.world.buyer, World::copperPrice);

        const Order escrow = shop.world.settled();

        QCOMPARE(shop.owed(), Money{});
        QCOMPARE(shop.world.funds().released, World::copperPrice - CashShop::commission - CashShop::commission);
        const auto earnings = shop.world.payouts.listEarnings(shop.world.store.caller, {});
        QCOMPARE(earnings->items.size(), 1);
        QCOMPARE(earnings->items[0].orderId, escrow.id);
        shop.world.verifyBank(shop.world.store);
        const auto payout = shop.world.payouts.requestPayout(shop.world.store.caller);
        QCOMPARE(payout->amount, World::copperPrice - CashShop::commission - CashShop::commission);
        QCOMPARE(payout->ordersCount, 1);
        QVERIFY(shop.isSound());
    }

    void whatAStoreHasReleasedPaysTheCommissionFirst()
    {
        CashShop shop;
        shop.world.fill(shop.world.buyer, World::copperPrice);
        (void)shop.world.settled();

        shop.paid();

        QCOMPARE(shop.owed(), Money{});
        QCOMPARE(shop.world.funds().released, World::copperPrice - CashShop::commission - CashShop::commission);
        QCOMPARE(shop.earned(), CashShop::commission + CashShop::commission);
        QVERIFY(shop.isSound());
    }

    // C14, PAY-15, PAY-16
    void cashIsOfferedOnlyWhereItIsOnAndUpToItsLimit_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("off") << QStringLiteral("orders.cod_enabled") << QStringLiteral("false");
        QTest::newRow("one paisa above") << QStringLiteral("orders.cod_max") << QStringLiteral("749.99");
    }
    void cashIsOfferedOnlyWhereItIsOnAndUpToItsLimit()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        CashShop shop;
        const Caller &buyer = shop.world.buyer.caller;
        const CalculateTotal asked{.lines = {{shop.world.store.copper, CashShop::kilogram}},
                                   .addressId = shop.world.buyer.address};
        const PlacedOrders online = shop.place().value();
        shop.world.set(QStringLiteral("orders.cod_max"), QStringLiteral("750.00"));
        QVERIFY(shop.orders.calculateTotal(buyer, asked)->methods.contains(PaymentMethodKind::Cod));
        QCOMPARE(shop.payments.listPaymentMethods(buyer)->constLast().provider, QStringLiteral("cod"));
        QCOMPARE(shop.payments.listPaymentMethods(buyer)->constLast().amountMax, World::copperPrice);
        shop.world.set(key, value);
        const QList<qint64> before = shop.world.traces();

        const auto placed = shop.orders.placeOrder(buyer, shop.cashWish());
        const auto turned = shop.orders.payInCash(buyer, {online.orders[0].id});

        QCOMPARE(placed.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(placed.error().fields.value(0).field, QStringLiteral("payment_method"));
        QCOMPARE(turned.error().code, ErrorCode::ValidationFailed);
        QVERIFY(!shop.orders.calculateTotal(buyer, asked)->methods.contains(PaymentMethodKind::Cod));
        QCOMPARE(shop.world.traces(), before);
        QCOMPARE(shop.world.stock(), CashShop::allOfIt - CashShop::kilogram);
        QCOMPARE(shop.read(online.orders[0].id).paymentMethod, PaymentMethodKind::Online);
    }

    // PAY-16
    void whatWaitsForAGatewayIsPaidInCashInsteadAndLateMoneyGoesToTheWallet()
    {
        CashShop shop;
        const PlacedOrders online = shop.place().value();
        const Caller &buyer = shop.world.buyer.caller;
        const PayInCash wish{online.orders[0].id};
        const Customer stranger = shop.world.addBuyer(QStringLiteral("ravi"));
        QCOMPARE(shop.orders.payInCash(stranger.caller, wish).error().code, ErrorCode::NotFound);
        QCOMPARE(shop.told("orders.placed"), 0);

        const PlacedOrders cash = shop.orders.payInCash(buyer, wish).value();

        QCOMPARE(cash.checkoutId, online.checkoutId);
        QCOMPARE(cash.orders.size(), 1);
        QCOMPARE(cash.orders[0].id, online.orders[0].id);
        QCOMPARE(cash.orders[0].paymentMethod, PaymentMethodKind::Cod);
        QCOMPARE(cash.orders[0].paymentStatus, PaymentStatus::Pending);
        QVERIFY(!cash.orders[0].escrowStatus);
        QCOMPARE(shop.told("orders.placed"), 1);
        QCOMPARE(shop.sold(shop.world.store.caller), 1);
        QCOMPARE(shop.orders.payInCash(buyer, wish).error().code, ErrorCode::Conflict);
        QCOMPARE(shop.orders.payOrder(buyer, {online.orders[0].id}).error().code, ErrorCode::Conflict);
        QVERIFY(shop.tellCaptured(shop.gatewayOrderOf(online), World::copperPrice.minor));
        QCOMPARE(shop.world.wallet().available, World::copperPrice);
        QCOMPARE(shop.read(wish.orderId).paymentStatus, PaymentStatus::Pending);
        QCOMPARE(shop.told("payments.settled", "%\"use\":\"late_orders\"%"), 1);
        QVERIFY(shop.isSound());
    }

    // C14, ORD-11, ORD-15
    void aCancelledOrderInCashGivesNothingBack_data()
    {
        QTest::addColumn<bool>("isByTime");
        QTest::newRow("by its buyer") << false;
        QTest::newRow("not confirmed in time") << true;
    }
    void aCancelledOrderInCashGivesNothingBack()
    {
        QFETCH(bool, isByTime);
        CashShop shop;
        const Order order = shop.cash();
        shop.world.db.clock.advance(1440 * minuteMs);

        if (isByTime)
            QCOMPARE(shop.orders.cancelUnconfirmed(), 1);
        else
            QVERIFY(shop.orders.cancelOrder(shop.world.buyer.caller, order.id, {QStringLiteral("Ordered twice")}));

        QCOMPARE(shop.read(order.id).orderStatus, OrderStatus::Cancelled);
        QCOMPARE(shop.read(order.id).paymentStatus, PaymentStatus::Failed);
        QVERIFY(!shop.read(order.id).escrowStatus);
        QCOMPARE(shop.world.stock(), CashShop::allOfIt);
        QCOMPARE(shop.postings(), 0);
        QVERIFY(shop.isSound());
    }

    // D-01
    void theSilenceOfABuyerPaysItToo()
    {
        CashShop shop;
        const Order order = shop.at(OrderStatus::Delivered);
        shop.world.db.clock.advance(7 * dayMs);

        QCOMPARE(shop.orders.completeOverdue(), 1);

        QCOMPARE(shop.read(order.id).paymentStatus, PaymentStatus::Paid);
        QCOMPARE(shop.owed(), CashShop::commission);
        QCOMPARE(shop.orders.completeOverdue(), 0);
        QVERIFY(shop.isSound());
    }

    // C14, COM-04: what is weighed is paid, with no money of the wallet asked for.
    void theAgreedWeightIsWhatIsPaidAndWhatTheCommissionIsOf()
    {
        CashShop shop;
        const Order order = shop.at(OrderStatus::Packed, World::kilograms(10));
        const RecordWeighTicket reading{.lineId = order.lines.constFirst().id,
                                        .gross = {11'000},
                                        .scaleSerial = QStringLiteral("MT-4711"),
                                        .operatorName = QStringLiteral("Ravi"),
                                        .weighedAt = shop.world.db.clock.now()};

        const WeighTicket ticket =
            shop.world.weighing.recordWeighTicket(shop.world.store.caller, order.id, reading).value();
        QVERIFY(shop.world.weighing.acceptWeighTicket(shop.world.store.caller, ticket.id));
        QVERIFY(shop.world.weighing.acceptWeighTicket(shop.world.buyer.caller, ticket.id));

        const Settlement settlement = shop.world.weighing.readSettlement(shop.world.buyer.caller, order.id).value();
        QCOMPARE(settlement.stage, WeighingStage::Agreed);
        QCOMPARE(settlement.charge, Money{825'000});
        QVERIFY(!settlement.topUp);
        for (const OrderStatus step : {OrderStatus::Shipped, OrderStatus::OutForDelivery, OrderStatus::Delivered})
            QVERIFY(shop.world.advance(order.id, step));
        QCOMPARE(shop.confirm(order.id)->totalAmount, Money{825'000});
        QCOMPARE(shop.owed(), Money{16'500});
        QCOMPARE(shop.read(order.id).lines.constFirst().settledQuantity, std::optional(Quantity{11'000}));
        QVERIFY(shop.isSound());
    }

    // C14, REF-01: the buyer's money never was with the market.
    void nothingOfAnOrderInCashIsRefunded()
    {
        CashShop shop;
        const Order order = shop.paid();
        const RequestRefund wish{
            .amount = Money{10'000}, .reason = RefundReason::Damaged, .text = QStringLiteral("Half of it is rusty")};
        const QList<qint64> before = shop.world.traces();

        const auto asked = shop.world.refunds.requestRefund(shop.world.store.caller, order.id, wish);
        const auto granted = shop.world.refunds.grantRefund(shop.world.admin, order.id, wish);

        QCOMPARE(asked.error().code, ErrorCode::Conflict);
        QVERIFY(asked.error().message.contains(QLatin1String("in cash")));
        QCOMPARE(granted.error().code, ErrorCode::Conflict);
        QCOMPARE(shop.world.traces(), before);
        QCOMPARE(shop.owed(), CashShop::commission);
    }

    // LED-07
    void theCheckOfTheBooksSeesACommissionThatWasNotCharged()
    {
        CashShop shop;
        shop.paid();

        QVERIFY(shop.world.db->write([&](Tx &tx) -> Result<> {
            tx.run("UPDATE orders SET commission_amount = commission_amount + 1");
            return {};
        }));

        QVERIFY(shop.difference()->contains(QLatin1String("as a sale in cash")));
    }
};

TEST_CLASS(TestOfCash)
#include "tst_cash.moc"
