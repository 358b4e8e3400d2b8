// Histories that come from another system: taken in when they could have happened here, refused as a whole when not.

#include "tests/money/world.h"
#include "tests/support/runner.h"

namespace {

constexpr qint64 hour = 3'600'000;

struct Removal
{
    World world;
    Instant start = world.db.clock.now().after(-100 * hour);
    Id<Order> id = Ids::past<Order>(start, world.buyer.caller.id.uuid, 1);

    // An order for two kilograms, placed at the start, one step every hour after it.
    orders::PastOrder order(const QList<OrderStatus> &steps)
    {
        const auto read = [&](auto &&work) { return world.db->read(work); };
        const auto copper = world.catalog.readProduct(world.store.caller, world.store.copper);
        const auto address =
            read([&](Tx &tx) { return world.accounts.addressOf(tx, world.buyer.caller.id, world.buyer.address); });
        orders::PastOrder past{.id = id,
                               .checkoutId = Ids::past<PlacedOrders>(start, id.uuid, 2),
                               .buyerId = world.buyer.caller.id,
                               .vendorId = world.store.id,
                               .customerName = QStringLiteral("Meera"),
                               .customerPhone = QStringLiteral("+919800000002"),
                               .deliveryAddress = *address,
                               .lines = {{.product = *copper,
                                          .listed = World::kilograms(10),
                                          .ordered = World::kilograms(2),
                                          .commissionRate = {200},
                                          .commissionLevel = QStringLiteral("global")}}};
        past.changes += {.status = OrderStatus::Placed, .actor = Actor::Buyer, .at = start};
        for (const OrderStatus step : steps)
            past.changes += {.status = step,
                             .actor = step == OrderStatus::Completed ? Actor::System : Actor::Vendor,
                             .at = start.after(past.changes.size() * hour)};
        return past;
    }

    Result<> take(const orders::PastOrder &past)
    {
        return world.db->write([&](Tx &tx) { return world.orders.adopt(tx, {past}); });
    }

    ledger::PastPosting posting(ledger::Posting kind, QUuid subject, qint64 hours, Money amount, Money commission = {})
    {
        return {.kind = kind,
                .subject = subject,
                .at = start.after(hours * hour),
                .buyer = world.buyer.caller.id,
                .vendor = world.store.id,
                .amount = amount,
                .commission = commission,
                .description = QStringLiteral("Order")};
    }

    Result<> keep(const QList<ledger::PastPosting> &journal)
    {
        return world.db->write([&](Tx &tx) {
            qsizetype next = 0;
            return world.ledger.adopt(tx, [&]() -> std::optional<ledger::PastPosting> {
                return next < journal.size() ? std::optional(journal[next++]) : std::nullopt;
            });
        });
    }

    static inline const QUuid recharge{QStringLiteral("01999999-0000-7000-8000-000000000001")};
};

using enum OrderStatus;
const QList<OrderStatus> wholeWay{Confirmed, Packed, OutForDelivery, Delivered, Completed};

} // namespace

class TestOfHistories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void anOrderComesInAsItWas()
    {
        Removal removal;

        const auto taken = removal.take(removal.order(wholeWay));

        QVERIFY2(taken, taken ? "" : qPrintable(taken.error().message));
        const Order order = removal.world.read(removal.id);
        QCOMPARE(order.orderStatus, Completed);
        QCOMPARE(order.escrowStatus, EscrowStatus::Released);
        QCOMPARE(order.totalAmount, Money{150'000});
        QCOMPARE(order.commissionAmount, Money{3'000});
        QCOMPARE(order.placedAt, removal.start);
        QCOMPARE(order.settledAt, removal.start.after(5 * hour));
        QCOMPARE(order.history.size(), 6);
        QCOMPARE(order.history.constFirst().actor, Actor::Buyer);
        QCOMPARE(order.lines.constFirst().settledQuantity, World::kilograms(2));
        QCOMPARE(removal.world.db.number("count(*) FROM outbox WHERE topic LIKE 'orders.%'"), 0);
    }

    void anOrderThatCouldNotHaveHappenedHereIsRefused_data()
    {
        QTest::addColumn<QList<OrderStatus>>("steps");
        QTest::addColumn<qint64>("shift");
        QTest::newRow("skips a step") << QList<OrderStatus>{Confirmed, Delivered} << qint64(0);
        QTest::newRow("goes on after its end") << QList<OrderStatus>{Cancelled, Confirmed} << qint64(0);
        QTest::newRow("lies in the future") << QList<OrderStatus>{Confirmed} << 200 * hour;
    }
    void anOrderThatCouldNotHaveHappenedHereIsRefused()
    {
        QFETCH(QList<OrderStatus>, steps);
        QFETCH(qint64, shift);
        Removal removal;
        orders::PastOrder past = removal.order(steps);
        past.changes.back().at = past.changes.back().at.after(shift);
        const QList<qint64> before = removal.world.traces();

        const auto taken = removal.take(past);

        QVERIFY(!taken);
        QCOMPARE(taken.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(removal.world.traces(), before);
    }

    // Lists of a time look for ids of that time and would never find it.
    void anOrderWithAnIdOfAnotherTimeIsRefused()
    {
        Removal removal;
        orders::PastOrder past = removal.order(wholeWay);
        past.id = Ids::past<Order>(removal.start.after(2 * hour), past.buyerId.uuid, 1);
        const QList<qint64> before = removal.world.traces();

        const auto taken = removal.take(past);

        QCOMPARE(taken.error().code, ErrorCode::ValidationFailed);
        QVERIFY(taken.error().message.contains(QStringLiteral("its id is not of the time")));
        QCOMPARE(removal.world.traces(), before);
    }

    void anOrderIsTakenInOnce()
    {
        Removal removal;
        QVERIFY(removal.take(removal.order(wholeWay)));
        const QList<qint64> before = removal.world.traces();

        const auto again = removal.take(removal.order(wholeWay));

        QCOMPARE(again.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(removal.world.traces(), before);
    }

    // LED-02, WAL-16
    void aJournalLeavesTheBalancesThatItsPostingsLeadTo()
    {
        Removal removal;

        const auto kept =
            removal.keep({removal.posting(ledger::Posting::Recharge, Removal::recharge, 0, {200'000}),
                          removal.posting(ledger::Posting::Hold, removal.id.uuid, 1, {150'000}),
                          removal.posting(ledger::Posting::Settle, removal.id.uuid, 6, {150'000}, {3'000})});

        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().message));
        QCOMPARE(removal.world.wallet().available, Money{50'000});
        QCOMPARE(removal.world.wallet().heldAmount, Money{});
        QCOMPARE(removal.world.wallet().totalSpent, Money{150'000});
        QCOMPARE(removal.world.funds().released, Money{147'000});
        QVERIFY(!removal.world.ledger.verify());
    }

    void aJournalThatCouldNotHaveBeenKeptHereIsRefusedAsAWhole_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("more held than there was") << 0;
        QTest::newRow("back in time") << 1;
        QTest::newRow("settles what was not held") << 2;
        QTest::newRow("settles and releases") << 3;
    }
    void aJournalThatCouldNotHaveBeenKeptHereIsRefusedAsAWhole()
    {
        QFETCH(int, fault);
        Removal removal;
        const auto recharged = removal.posting(ledger::Posting::Recharge, Removal::recharge, 0, {100'000});
        const auto held = removal.posting(ledger::Posting::Hold, removal.id.uuid, 1, {90'000});
        const QList<QList<ledger::PastPosting>> journals{
            {recharged, removal.posting(ledger::Posting::Hold, removal.id.uuid, 1, {100'001})},
            {recharged, held, removal.posting(ledger::Posting::Settle, removal.id.uuid, 0, {90'000})},
            {recharged, held, removal.posting(ledger::Posting::Settle, removal.id.uuid, 2, {80'000})},
            {recharged, held, removal.posting(ledger::Posting::Release, removal.id.uuid, 2, {90'000}),
             removal.posting(ledger::Posting::Settle, removal.id.uuid, 3, {90'000})}};
        const QList<qint64> before = removal.world.traces();

        const auto kept = removal.keep(journals[fault]);

        QVERIFY(!kept);
        QCOMPARE(kept.error().code, ErrorCode::Conflict);
        QCOMPARE(removal.world.traces(), before);
        QCOMPARE(removal.world.wallet().currentBalance, Money{});
    }

    void aPayoutIsWhatItsOrdersBrought()
    {
        Removal removal;
        removal.world.verifyBank(removal.world.store);
        const auto payout = Ids::past<Payout>(removal.start.after(7 * hour), removal.world.store.id.uuid, 1);
        orders::PastOrder past = removal.order(wholeWay);
        past.payoutId = payout;
        QVERIFY(removal.take(past));
        const auto take = [&](Money amount) {
            return removal.world.db->write([&](Tx &tx) {
                return removal.world.payouts.adopt(tx, {.id = payout,
                                                        .vendorId = removal.world.store.id,
                                                        .amount = amount,
                                                        .transactionReference = QStringLiteral("NEFT1"),
                                                        .requestedAt = removal.start.after(7 * hour),
                                                        .approvedAt = removal.start.after(8 * hour),
                                                        .processedAt = removal.start.after(9 * hour)});
            });
        };

        const auto refused = take({147'001});
        const auto taken = take({147'000});

        QCOMPARE(refused.error().code, ErrorCode::ValidationFailed);
        QVERIFY2(taken, taken ? "" : qPrintable(taken.error().message));
        QCOMPARE(removal.world.db.number("count(*) FROM payouts"), 1);
        QCOMPARE(removal.world.db.number("count(*) FROM payout_orders WHERE is_current = 1 AND net = 147000"), 1);
    }

    // STK-08
    void aProductNeedsMovementsThatLeadToItsStock()
    {
        Removal removal;
        Product product = *removal.world.catalog.readProduct(removal.world.store.caller, removal.world.store.copper);
        product.id = Ids::past<Product>(removal.start, removal.id.uuid, 1);
        product.sku = QStringLiteral("OLD-1");
        product.stockQuantity = World::kilograms(7);
        const auto movement = [&](int number, qint64 before, qint64 after) {
            return catalog::StockMovement{
                .id = Ids::past<catalog::StockMovement>(removal.start.after(number), product.id.uuid, quint32(number)),
                .productId = product.id,
                .vendorId = product.vendorId,
                .quantityBefore = World::kilograms(before),
                .quantityAfter = World::kilograms(after),
                .createdAt = removal.start.after(number)};
        };
        const auto take = [&](const QList<catalog::StockMovement> &movements) {
            return removal.world.db->write([&](Tx &tx) {
                return removal.world.catalog.adopt(tx, {product, movements});
            });
        };
        const qint64 before = removal.world.db.number("count(*) FROM stock_movements");

        const auto gap = take({movement(1, 0, 10), movement(2, 9, 7)});
        const auto other = take({movement(1, 0, 10)});
        QCOMPARE(removal.world.db.number("count(*) FROM stock_movements"), before);
        const auto right = take({movement(1, 0, 10), movement(2, 10, 7)});

        QVERIFY(!gap && !other);
        QVERIFY2(right, right ? "" : qPrintable(right.error().message));
        QCOMPARE(removal.world.stock(product.id), World::kilograms(7));
    }
};

TEST_CLASS(TestOfHistories)

#include "tst_history.moc"
