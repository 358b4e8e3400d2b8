#include "tests/money/returns.h"
#include "tests/support/runner.h"

#include <thread>

class TestOfRefunds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // REF-01, REF-02, REF-03, WAL-19
    void aSettledOrderGivesBackWhatStoreAndMarketGotOfIt()
    {
        Returns given;
        const Order order = given.settled();
        QCOMPARE(given.world.funds().released, Returns::total - Returns::commission);

        const Refund asked = given.request(order.id, Money{50'000}).value();
        const auto approved = given.decide(asked.id, RefundStatus::Approved);
        const Money untouched = given.world.wallet().available;
        const auto done = given.decide(asked.id, RefundStatus::Processed);

        QCOMPARE(asked.status, RefundStatus::Requested);
        QVERIFY(asked.refundNumber.startsWith(QLatin1String("RF-")));
        QCOMPARE(approved->status, RefundStatus::Approved);
        QCOMPARE(untouched, Money{1'000'000} - Returns::total);
        QCOMPARE(done->status, RefundStatus::Processed);
        QCOMPARE(done->fromCommission, Money{1'000}); // 818.18 of copper's 1,500.00 and so on
        QCOMPARE(done->fromVendor, Money{49'000});
        QCOMPARE(done->lines.size(), 2);
        QCOMPARE(done->lines[0].amount + done->lines[1].amount, Money{50'000});
        QCOMPARE(given.world.wallet().available, untouched + Money{50'000});
        QCOMPARE(given.world.wallet().totalSpent, Returns::total - Money{50'000});
        QCOMPARE(given.world.funds().released, Returns::total - Returns::commission - Money{49'000});
        QCOMPARE(given.commissionIncome(), Returns::commission - Money{1'000});
        QCOMPARE(given.world.read(order.id).orderStatus, OrderStatus::Completed);
        QCOMPARE(given.world.read(order.id).paymentStatus, PaymentStatus::Paid);
        const auto entries = given.world.ledger.listWalletEntries(given.buyer(), {});
        QCOMPARE(entries->items.constFirst().type, WalletEntryType::Refund);
        QCOMPARE(entries->items.constFirst().amount, Money{50'000});
        QCOMPARE(given.world.db.number("count(*) FROM outbox WHERE topic = 'refunds.processed'"), 1);
        QCOMPARE(given.world.db.number("count(*) FROM outbox WHERE topic = 'refunds.changed'"), 3);
        QCOMPARE(given.world.db.number("count(*) FROM audit_log WHERE action LIKE 'refunds.%'"), 3);
        QCOMPARE(given.world.ledger.verify(), std::optional<QString>());
    }

    // REF-03, COM-04: what is the store's of it follows from the order alone; commissions are nothing of a buyer.
    void anOrderSaysWhatWentBackOfIt()
    {
        Returns given;
        const Id<Order> order = given.settled().id;
        QCOMPARE(given.world.read(order).refundedAmount, Money{});

        QVERIFY(given.refunded(order, Money{50'000}));

        const Order sold = given.world.orders.readOrder(given.store(), order).value();
        const Order bought = given.world.orders.readOrder(given.buyer(), order).value();
        const Money commission = *sold.commissionAmount - *sold.refundedCommission;
        QCOMPARE(sold.refundedAmount, Money{50'000});
        QCOMPARE(sold.refundedCommission, Money{1'000});
        QCOMPARE(sold.totalAmount - sold.refundedAmount - commission, given.world.funds().released);
        QCOMPARE(bought.refundedAmount, Money{50'000});
        QCOMPARE(bought.refundedCommission, std::nullopt);
        QCOMPARE(given.world.orders.listVendorOrders(given.store(), {})->items.constFirst().refundedAmount,
                 Money{50'000});
    }

    // REF-03, COM-04: however a whole is cut, its parts take back what one whole does.
    void theLastOfManyPartsTakesTheLastPaisa()
    {
        Returns given;
        const Order order = given.settled();

        for (const qint64 part : {1, 2, 33'331, 99'999})
            QVERIFY(given.refunded(order.id, Money{part}));
        const auto last = given.refunded(order.id); // all that is left

        QCOMPARE(last->amount, Money{183'333 - 1 - 2 - 33'331 - 99'999});
        QCOMPARE(given.world.wallet().available, Money{1'000'000});
        QCOMPARE(given.world.wallet().totalSpent, Money{});
        QCOMPARE(given.world.funds().released, Money{});
        QCOMPARE(given.commissionIncome(), Money{});
        // REF-08: what was fulfilled stays completed, its payment is refunded.
        QCOMPARE(given.world.read(order.id).orderStatus, OrderStatus::Completed);
        QCOMPARE(given.world.read(order.id).paymentStatus, PaymentStatus::Refunded);
        QCOMPARE(given.request(order.id, Money{1}).error().code, ErrorCode::Conflict);
        QCOMPARE(given.world.ledger.verify(), std::optional<QString>());
    }

    // REF-03: what waits counts, and what was paid is the end.
    void allWishesTogetherNeverExceedWhatWasPaid()
    {
        Returns given;
        const Order order = given.settled();
        QVERIFY(given.request(order.id, Money{183'000}));
        const auto before = given.world.traces();

        const auto tooMuch = given.request(order.id, Money{334});

        QCOMPARE(tooMuch.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(given.world.traces(), before);
        QCOMPARE(given.request(order.id)->amount, Money{333}); // all that is left
    }

    void linesCanBeNamed()
    {
        Returns given;
        const Order order = given.settled();
        RequestRefund wish = Returns::wish();
        wish.lines = {{order.lines[1].id, Money{10'000}}};
        const Refund asked = given.world.refunds.requestRefund(given.store(), order.id, wish).value();
        QVERIFY(given.decide(asked.id, RefundStatus::Approved));

        const auto done = given.decide(asked.id, RefundStatus::Processed);
        wish.lines = {{order.lines[1].id, Money{23'334}}};
        const auto beyondTheLine = given.world.refunds.requestRefund(given.store(), order.id, wish);
        wish.lines = {{given.world.ids.next<OrderLine>(), Money{1}}};
        const auto unknown = given.world.refunds.requestRefund(given.store(), order.id, wish);

        QCOMPARE(done->lines.size(), 1);
        QCOMPARE(done->lines[0].title, QStringLiteral("Brass taps"));
        QCOMPARE(done->fromCommission, Money{200}); // 667 x 10,000 / 33,333
        QCOMPARE(beyondTheLine.error().code, ErrorCode::Conflict);
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
        QCOMPARE(given.world.ledger.verify(), std::optional<QString>());
    }

    // REF-03: a part of what is still held is left out when the rest is settled.
    void aPartOfAHeldOrderIsLeftOutOfItsSettlement()
    {
        Returns given;
        const Order order = given.at(OrderStatus::Delivered);

        const auto done = given.refunded(order.id, Money{83'333});
        const Wallet held = given.world.wallet();
        QVERIFY(given.world.orders.confirmDelivery(given.buyer(), order.id));

        QCOMPARE(done->fromCommission, Money{1'667});
        QCOMPARE(held.heldAmount, Returns::total);
        QCOMPARE(given.world.wallet().available, Money{1'000'000 - 100'000});
        QCOMPARE(given.world.wallet().heldAmount, Money{});
        QCOMPARE(given.world.wallet().totalSpent, Money{100'000});
        QCOMPARE(given.world.funds().released, Money{98'000});
        QCOMPARE(given.commissionIncome(), Money{2'000});
        QCOMPARE(given.world.payouts.readBalance(given.store())->commission, Money{2'000});
        const auto earnings = given.world.payouts.listEarnings(given.store(), {});
        QCOMPARE(earnings->items.constFirst().net, Money{98'000});
        QCOMPARE(given.world.ledger.verify(), std::optional<QString>());
    }

    // REF-08, C10, ORD-11
    void aHeldOrderThatIsRefundedWholeEndsThere_data()
    {
        QTest::addColumn<OrderStatus>("status");
        QTest::addColumn<Quantity>("stock");
        QTest::newRow("still on the shelf") << OrderStatus::Packed << World::kilograms(100);
        QTest::newRow("on its way") << OrderStatus::OutForDelivery << World::kilograms(98);
    }
    void aHeldOrderThatIsRefundedWholeEndsThere()
    {
        QFETCH(OrderStatus, status);
        QFETCH(Quantity, stock);
        Returns given;
        const Order order = given.at(status);
        QVERIFY(given.refunded(order.id, Money{33'333}));

        const auto rest = given.refunded(order.id);

        QCOMPARE(rest->amount, Money{150'000});
        const Order ended = given.world.read(order.id);
        QCOMPARE(ended.orderStatus, OrderStatus::Refunded);
        QCOMPARE(ended.paymentStatus, PaymentStatus::Refunded);
        QCOMPARE(ended.escrowStatus, EscrowStatus::Refunded);
        QCOMPARE(ended.history.constLast().status, OrderStatus::Refunded);
        QCOMPARE(given.world.wallet().available, Money{1'000'000});
        QCOMPARE(given.world.wallet().totalSpent, Money{});
        QCOMPARE(given.world.stock(), stock);
        QCOMPARE(given.world.funds().released, Money{});
        QCOMPARE(given.world.advance(order.id, OrderStatus::Delivered).error().code, ErrorCode::IllegalTransition);
        QCOMPARE(given.world.ledger.verify(), std::optional<QString>());
    }

    // REF-03: what has left for the bank is owed, and the next sales pay it.
    void aRefundAfterThePayoutIsPaidByTheNextSales()
    {
        Returns given;
        given.world.verifyBank(given.world.store);
        const Order order = given.settled();
        const Payout payout = given.world.payouts.requestPayout(given.store()).value();
        QVERIFY(given.world.payouts.approvePayout(given.admin(), payout.id));
        QVERIFY(given.world.payouts.processPayout(given.admin(), payout.id, {QStringLiteral("UTR-2026-77")}));

        QVERIFY(given.refunded(order.id, Money{100'000}));
        const ledger::VendorFunds owing = given.world.funds();
        given.settled();
        const ledger::VendorFunds earned = given.world.funds();

        QCOMPARE(owing.released, Money{});
        QCOMPARE(owing.owed, Money{98'000});
        QCOMPARE(earned.owed, Money{});
        QCOMPARE(earned.released, Returns::total - Returns::commission - Money{98'000});
        QCOMPARE(given.world.wallet().available, Money{1'000'000} - Returns::total - Returns::total + Money{100'000});
        QCOMPARE(given.world.ledger.verify(), std::optional<QString>());
    }

    void aCancelledOrderHasNothingToRefund()
    {
        Returns given;
        const Order order = given.placed();
        QVERIFY(given.world.orders.cancelOrder(given.buyer(), order.id, {QStringLiteral("No need any more")}));
        const auto before = given.world.traces();

        QCOMPARE(given.request(order.id).error().code, ErrorCode::Conflict);
        QCOMPARE(given.world.traces(), before);
    }

    // WAL-07: what was promised back of a held order goes back with all of it.
    void aCancellationAfterAPartialRefundReturnsEverythingOnce()
    {
        Returns given;
        const Order order = given.at(OrderStatus::Packed);
        QVERIFY(given.refunded(order.id, Money{10'000}));
        const Refund waiting = given.request(order.id, Money{20'000}).value();
        QVERIFY(given.decide(waiting.id, RefundStatus::Approved));

        QVERIFY(given.world.orders.cancelOrder(given.store(), order.id, {QStringLiteral("Sold out")}));

        QCOMPARE(given.world.wallet().available, Money{1'000'000});
        QCOMPARE(given.decide(waiting.id, RefundStatus::Processed).error().code, ErrorCode::Conflict);
        QCOMPARE(given.world.wallet().available, Money{1'000'000});
        QVERIFY(given.decide(waiting.id, RefundStatus::Rejected));
        QCOMPARE(given.world.ledger.verify(), std::optional<QString>());
    }

    void aRejectionNeedsItsReasonAndMovesNothing()
    {
        Returns given;
        const Order order = given.settled();
        const Refund asked = given.request(order.id, Money{5'000}).value();
        const Wallet before = given.world.wallet();

        const auto bare = given.world.refunds.decideRefund(given.admin(), asked.id, {.status = RefundStatus::Rejected});
        const auto rejected = given.decide(asked.id, RefundStatus::Rejected);

        QCOMPARE(bare.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(rejected->refusal, QStringLiteral("There is no proof"));
        QCOMPARE(given.world.wallet().available, before.available);
        QCOMPARE(given.decide(asked.id, RefundStatus::Processed).error().code, ErrorCode::IllegalTransition);
        QCOMPARE(given.request(order.id)->amount, Returns::total); // it waits no more
    }

    // REF-09
    void anAdminGrantsWithoutBeingAsked()
    {
        Returns given;
        const Order order = given.settled();

        const auto granted = given.world.refunds.grantRefund(given.admin(), order.id, Returns::wish(Money{700}));
        const auto done = given.decide(granted->id, RefundStatus::Processed);

        QCOMPARE(granted->status, RefundStatus::Approved);
        QCOMPARE(granted->requestedBy, Actor::Admin);
        QCOMPARE(done->status, RefundStatus::Processed);
        QCOMPARE(given.world.refunds.readRefund(given.admin(), granted->id)->money.refunded, Money{700});
    }

    void everybodySeesHisOwnAndNobodyWhoDecided()
    {
        Returns given;
        const Order order = given.settled();
        QVERIFY(given.refunded(order.id, Money{50'000}));
        const ::Store rival = given.world.openStore(QStringLiteral("Rival"));
        const Customer other = given.world.addBuyer(QStringLiteral("other"));

        const Refund forBuyer = given.world.refunds.listRefunds(given.buyer(), {})->items.value(0);
        const Refund forStore = given.world.refunds.listRefunds(given.store(), {})->items.value(0);
        const Refund forAdmin = given.world.refunds.listAllRefunds(given.admin(), {})->items.value(0);

        QCOMPARE(forBuyer.amount, Money{50'000});
        QVERIFY(!forBuyer.fromCommission);
        QCOMPARE(forBuyer.lines[0].commission, Money{});
        QCOMPARE(forStore.fromCommission, Money{1'000});
        QCOMPARE(forStore.decidedBy, QStringLiteral("Kabaadwala"));
        QCOMPARE(forAdmin.decidedBy, QStringLiteral("boss"));
        QVERIFY(given.world.refunds.listRefunds(rival.caller, {})->items.isEmpty());
        QVERIFY(given.world.refunds.listRefunds(other.caller, {})->items.isEmpty());
        QCOMPARE(given.world.refunds.listRefundsOf(other.caller, order.id).error().code, ErrorCode::NotFound);
        QCOMPARE(given.world.refunds.listRefundsOf(given.buyer(), order.id)->size(), 1);
        QCOMPARE(given.world.refunds.requestRefund(rival.caller, order.id, Returns::wish()).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(given.world.refunds.requestRefund(given.buyer(), order.id, Returns::wish()).error().code,
                 ErrorCode::Forbidden);
        QCOMPARE(given.world.refunds.listAllRefunds(given.store(), {}).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(given.world.refunds.decideRefund(given.store(), forStore.id, {.status = RefundStatus::Processed})
                     .error()
                     .code,
                 ErrorCode::PermissionMissing);
    }

    // SRCH-09
    void refundsComeInPages()
    {
        Returns given;
        const Order order = given.settled();
        for (int i = 0; i < 3; ++i)
            QVERIFY(given.request(order.id, Money{100}));

        const auto first = given.world.refunds.listAllRefunds(given.admin(), {.limit = 2});
        const auto second =
            given.world.refunds.listAllRefunds(given.admin(), {.limit = 2, .cursor = first->nextCursor});
        const auto none = given.world.refunds.listAllRefunds(given.admin(), {.status = RefundStatus::Processed});

        QCOMPARE(first->items.size(), 2);
        QCOMPARE(second->items.size(), 1);
        QVERIFY(!second->nextCursor);
        QVERIFY(none->items.isEmpty());
    }

    // Of many admins at once exactly one processes it.
    void ofManyDecisionsAtOnceOneWins()
    {
        Returns given;
        const Order order = given.settled();
        const Refund asked = given.request(order.id, Money{50'000}).value();
        QVERIFY(given.decide(asked.id, RefundStatus::Approved));
        std::atomic<int> won = 0;

        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&, i] {
                won += given.decide(asked.id, i % 2 == 0 ? RefundStatus::Processed : RefundStatus::Rejected) ? 1 : 0;
            });
        for (std::thread &thread : threads)
            thread.join();

        QCOMPARE(won.load(), 1);
        const bool isProcessed = given.world.db.number("count(*) FROM refunds WHERE status = 'processed'") == 1;
        const Money back = isProcessed ? Money{50'000} : Money{};
        QCOMPARE(given.world.wallet().available, Money{1'000'000} - Returns::total + back);
        QCOMPARE(given.world.ledger.verify(), std::optional<QString>());
    }

    // REF-07
    void theStatisticsSayHowManyWhyAndHowLong()
    {
        Returns given;
        const Order order = given.settled();
        QVERIFY(given.request(order.id, Money{100}));
        const Refund slow = given.request(order.id, Money{1'000}).value();
        given.world.db.clock.advance(90 * minuteMs);
        QVERIFY(given.decide(slow.id, RefundStatus::Approved));
        QVERIFY(given.decide(slow.id, RefundStatus::Processed));

        const auto said = given.world.refunds.refundStatistics(given.admin(), {});
        const auto before = given.world.refunds.refundStatistics(given.admin(), {.until = Instant{1}});

        QCOMPARE(said->requested, 1);
        QCOMPARE(said->processed, 1);
        QCOMPARE(said->refunded, Money{1'000});
        QCOMPARE(said->fromVendors + said->fromCommission, Money{1'000});
        QCOMPARE(said->byReason.size(), 1);
        QCOMPARE(said->byReason[0].reason, QStringLiteral("damaged"));
        QCOMPARE(said->minutesToDecision, 90);
        QCOMPARE(before->processed, 0);
        QVERIFY(!before->minutesToDecision);
        QCOMPARE(given.world.refunds.refundStatistics(given.store(), {}).error().code, ErrorCode::PermissionMissing);
    }
};

TEST_CLASS(TestOfRefunds)
#include "tst_refunds.moc"
