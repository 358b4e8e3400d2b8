#include "tests/money/returns.h"
#include "tests/money/webshop.h"
#include "tests/support/runner.h"

class TestOfPaymentRefunds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // PAY-16, REF-09: asked for by the payment, when that was for one order.
    void aRefundIsGrantedByItsPayment()
    {
        WebShop shop;
        const auto grant = [&](Id<Payment> payment, const Caller &by) {
            return shop.world.refunds.grantRefundOfPayment(by, payment, Returns::wish(Money{700}));
        };
        const PlacedOrders placed = shop.place().value();
        QVERIFY(shop.tellCaptured(shop.gatewayOrderOf(placed), World::copperPrice.minor));
        const Payment recharge = shop.recharge().value();

        const auto granted = grant(placed.payment->id, shop.world.admin);

        QCOMPARE(granted->orderId, placed.orders[0].id);
        QCOMPARE(granted->status, RefundStatus::Approved);
        QCOMPARE(granted->amount, Money{700});
        QCOMPARE(grant(placed.payment->id, shop.world.buyer.caller).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(grant(recharge.id, shop.world.admin).error().code, ErrorCode::Conflict);
        QCOMPARE(grant(shop.world.ids.next<Payment>(), shop.world.admin).error().code, ErrorCode::NotFound);
        QCOMPARE(shop.world.db.number("count(*) FROM refunds"), 1);
    }

    void aPaymentOfSeveralOrdersNamesThem()
    {
        WebShop shop;
        const ::Store rival = shop.world.openStore(QStringLiteral("Rival"));
        PlaceOrder wish = shop.wish();
        wish.lines += PlaceOrderLine{rival.copper, World::kilograms(1), {}};
        const PlacedOrders placed = shop.orders.placeOrder(shop.world.buyer.caller, wish).value();
        QCOMPARE(placed.orders.size(), 2);

        const auto granted =
            shop.world.refunds.grantRefundOfPayment(shop.world.admin, placed.payment->id, Returns::wish(Money{700}));

        QCOMPARE(granted.error().code, ErrorCode::ValidationFailed);
        for (const Order &order : placed.orders)
            QVERIFY(granted.error().message.contains(order.orderNumber));
        QCOMPARE(shop.world.db.number("count(*) FROM refunds"), 0);
    }
};

TEST_CLASS(TestOfPaymentRefunds)
#include "tst_paymentrefunds.moc"
