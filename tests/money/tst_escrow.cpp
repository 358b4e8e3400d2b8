// What admins are told of the money that is held for orders.

#include "tests/money/webshop.h"
#include "tests/support/runner.h"

class TestOfEscrow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // WAL-10, WAL-09, WAL-17: every field, while it is held and when an admin has released it
    void aRecordSaysWhatIsHeldAndWhoReleasedIt()
    {
        World world;
        world.set(QStringLiteral("escrow.release_mode"), QStringLiteral("manual"));
        const Caller chief = world.addAdmin(QStringLiteral("chief"));
        world.fill(world.buyer, {75'000});
        const Instant placedAt = world.db.clock.now();
        const Order order = world.settled();
        const auto hold =
            world.db->read([&](Tx &tx) { return world.ledger.posting(tx, order.id.uuid, ledger::Step::Hold).value(); });

        const EscrowRecord held = world.orders.readEscrow(chief, order.id).value();
        world.db.clock.advance(60'000);
        const Instant releasedAt = world.db.clock.now();
        QVERIFY(world.orders.releaseEscrow(chief, order.id));
        const EscrowRecord released = world.orders.readEscrow(chief, order.id).value();
        // The payment says whether the buyer has paid, the escrow whether the store has it.
        QCOMPARE(order.paymentStatus, PaymentStatus::Paid);
        QCOMPARE(world.read(order.id).paymentStatus, PaymentStatus::Paid);

        QCOMPARE(held.orderId, order.id);
        QCOMPARE(held.orderNumber, order.orderNumber);
        QCOMPARE(held.walletId, world.buyer.caller.id);
        QCOMPARE(held.vendorId, world.store.id);
        QVERIFY(!held.paymentId);
        QCOMPARE(held.amount, Money{75'000});
        QCOMPARE(held.walletTransactionId->uuid, hold.id.uuid);
        QCOMPARE(held.escrowStatus, EscrowStatus::Held);
        QCOMPARE(held.heldAt, std::optional(placedAt));
        QVERIFY(!held.releasedAt && !held.releasedById && !held.releasedBy);
        QCOMPARE(released.escrowStatus, EscrowStatus::Released);
        QCOMPARE(released.amount, Money{75'000});
        QCOMPARE(released.releasedAt, std::optional(releasedAt));
        QCOMPARE(released.releasedById, std::optional(chief.id));
        QVERIFY(released.releasedBy && !released.releasedBy->isEmpty());
    }

    // WAL-10: of what was paid online the payment is said, too; of what goes back, when it did
    void aRecordNamesThePaymentOfItsOrder()
    {
        WebShop shop;
        const PlacedOrders placed = shop.place().value();
        const Id<Order> id = placed.orders.constFirst().id;
        QCOMPARE(shop.orders.readEscrow(shop.world.admin, id).error().code, ErrorCode::NotFound);
        QVERIFY(shop.tellCaptured(shop.gatewayOrderOf(placed), World::copperPrice.minor));

        const EscrowRecord held = shop.orders.readEscrow(shop.world.admin, id).value();
        QVERIFY(shop.orders.cancelOrder(shop.world.buyer.caller, id, {QStringLiteral("Changed my mind")}));
        const EscrowRecord refunded = shop.orders.readEscrow(shop.world.admin, id).value();

        QCOMPARE(held.paymentId, std::optional(placed.payment->id));
        QCOMPARE(held.amount, World::copperPrice);
        QCOMPARE(refunded.escrowStatus, EscrowStatus::Refunded);
        QVERIFY(refunded.releasedAt && !refunded.releasedBy);
    }

    // WAL-10, WAL-14: without another wish, whatever is not settled, also what the sides do not agree on
    void theListIsOfWhatIsHeldOrContested()
    {
        World world;
        world.fill(world.buyer, {300'000});
        const Order held = world.placed(), contested = world.placed(), over = world.settled();
        QVERIFY(world.db->write(
            [&](Tx &tx) { return world.orders.freeze(tx, world.orders.stakeOf(tx, contested.id).value()); }));
        Caller powerless = world.admin;
        powerless.superAdmin = false;

        const auto refused = world.orders.listEscrow(powerless, {});
        const auto open = world.orders.listEscrow(world.admin, {.limit = 1}).value();
        const auto rest = world.orders.listEscrow(world.admin, {.limit = 1, .cursor = open.nextCursor}).value();
        const auto disputed = world.orders.listEscrow(world.admin, {.escrow = EscrowStatus::Disputed})->items;
        const auto released = world.orders.listEscrow(world.admin, {.escrow = EscrowStatus::Released})->items;

        QCOMPARE(refused.error().code, ErrorCode::PermissionMissing);
        QCOMPARE(open.items.size(), 1);
        QCOMPARE(open.items[0].orderId, contested.id);
        QCOMPARE(rest.items.size(), 1);
        QCOMPARE(rest.items[0].orderId, held.id);
        QVERIFY(!rest.nextCursor);
        QCOMPARE(disputed.size(), 1);
        QCOMPARE(disputed[0].orderId, contested.id);
        QCOMPARE(released.size(), 1);
        QCOMPARE(released[0].orderId, over.id);
    }
};

TEST_CLASS(TestOfEscrow)
#include "tst_escrow.moc"
