#include "tests/money/returns.h"
#include "tests/support/runner.h"

#include <thread>

class TestOfReturnRaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // Refund, dispute, decision, confirmation, cancellation and payout, all at once: one end, and the books agree.
    void aRaceOfEverythingHasOneEnd()
    {
        Returns given;
        given.world.verifyBank(given.world.store);
        const Order order = given.at(OrderStatus::Delivered);
        const Refund asked = given.request(order.id).value();
        QVERIFY(given.decide(asked.id, RefundStatus::Approved));
        constexpr int racers = 50;

        const auto run = [&](int i) {
            switch (i % 5) {
            case 0: (void)given.decide(asked.id, RefundStatus::Processed); break;
            case 1: (void)given.world.orders.confirmDelivery(given.buyer(), order.id); break;
            case 2:
                if (const auto dispute = given.dispute(given.buyer(), order.id);
                    dispute && given.answer(given.store(), dispute->id))
                    (void)given.resolve(dispute->id, {83'333}, {100'000});
                break;
            case 3: (void)given.world.payouts.requestPayout(given.store()); break;
            default:
                (void)given.world.advance(given.admin(), order.id, OrderStatus::Completed,
                                          QStringLiteral("It was confirmed by phone"));
                break;
            }
        };
        std::vector<std::thread> threads;
        for (int i = 0; i < racers; ++i)
            threads.emplace_back([&, i] {
                try {
                    run(i);
                } catch (const DbBusy &) { // as good as one who came too late
                }
            });
        for (std::thread &thread : threads)
            thread.join();
        // Whoever lost may have left it half done, as people do.
        const QList<Dispute> left = given.world.refunds.listAllDisputes(given.admin(), {.open = true}).value().items;
        for (const Dispute &open : left) {
            (void)given.answer(given.store(), open.id);
            QVERIFY(given.resolve(open.id, {}, given.money(order.id).left));
        }

        QCOMPARE(given.world.db.number("count(*) FROM ledger_transactions WHERE step = 'close'"), 1);
        const Wallet wallet = given.world.wallet();
        QCOMPARE(wallet.heldAmount, Money{});
        const ledger::VendorFunds funds = given.world.funds();
        const Money spent = Money{1'000'000} - wallet.available;
        QCOMPARE(wallet.totalSpent, spent);
        QCOMPARE(funds.released + funds.inPayouts - funds.owed + given.commissionIncome(), spent);
        QCOMPARE(given.money(order.id).left, spent);
        QVERIFY(spent >= Money{} && spent <= Returns::total);
        QCOMPARE(given.world.ledger.verify(), std::optional<QString>());
    }
};

TEST_CLASS(TestOfReturnRaces)
#include "tst_returnraces.moc"
