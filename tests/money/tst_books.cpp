#include "tests/money/books.h"
#include "tests/support/runner.h"

#include <thread>

class TestOfBooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // WAL-06, WAL-11
    void aTopUpAddsToTheEscrowOnceAndIsSettledWithIt()
    {
        Books books;
        const auto order = books.ids.next<Order>();
        const QUuid more = books.ids.next<Order>().uuid;
        QVERIFY(books.recharge(20'000));
        QVERIFY(books.hold(order, 10'000));

        QVERIFY(books.topUp(order, more, 2'500));
        QVERIFY(books.topUp(order, more, 2'500));

        QCOMPARE(books.heldOf(order), Money{12'500});
        QCOMPARE(books.wallet().heldAmount, Money{12'500});
        QCOMPARE(books.entries().size(), 3);
        QCOMPARE(books.entries()[0].type, WalletEntryType::Hold);
        QCOMPARE(books.entries()[0].amount, Money{2'500});
        QVERIFY(books.settle(order, 12'000, 240));
        QVERIFY(books.topUp(order, more, 2'500)); // the same again, after the end
        QCOMPARE(books.heldOf(order), Money{});
        QCOMPARE(books.funds().released, Money{11'760});
        QCOMPARE(books.wallet().available, Money{8'000});
        QCOMPARE(books.ledger.verify(), std::optional<QString>());
    }

    void aReleaseReturnsTheTopUpsToo()
    {
        Books books;
        const auto order = books.ids.next<Order>();
        QVERIFY(books.recharge(20'000));
        QVERIFY(books.hold(order, 10'000));
        QVERIFY(books.topUp(order, books.ids.next<Order>().uuid, 2'500));

        QVERIFY(books.release(order));
        QVERIFY(books.release(order));

        QCOMPARE(books.wallet().available, Money{20'000});
        QCOMPARE(books.wallet().heldAmount, Money{});
        QCOMPARE(books.heldOf(order), Money{});
    }

    void aTopUpThatCannotBeLeavesNoTrace()
    {
        Books books;
        const auto order = books.ids.next<Order>(), released = books.ids.next<Order>();
        QVERIFY(books.recharge(10'000));
        QVERIFY(books.hold(order, 5'000));
        QVERIFY(books.hold(released, 1'000));
        QVERIFY(books.release(released));
        const auto topUp = [&](Id<Order> id, qint64 paise) {
            return books.topUp(id, books.ids.next<Order>().uuid, paise).error();
        };

        const Error unheld = topUp(books.ids.next<Order>(), 100);
        const Error closed = topUp(released, 100);
        const Error tooMuch = topUp(order, 6'250);
        const Error nothing = topUp(order, 0);

        QCOMPARE(unheld.code, ErrorCode::Conflict);
        QCOMPARE(closed.code, ErrorCode::Conflict);
        QCOMPARE(tooMuch.code, ErrorCode::InsufficientFunds);
        QCOMPARE(tooMuch.details, QByteArray("{\"missing\":\"12.50\"}"));
        QCOMPARE(nothing.code, ErrorCode::Conflict);
        QCOMPARE(books.wallet().heldAmount, Money{5'000});
        QCOMPARE(books.db.number("count(*) FROM ledger_transactions"), 4);
        QCOMPARE(books.entries().size(), 4);
    }

    // WAL-11, WAL-19: who bears it and what the buyer gets
    void aRefundTakesFromTheStoreAndTheCommissionOnce()
    {
        Books books;
        const auto order = books.settled(10'000, 200);
        const QUuid refund = books.ids.next<Order>().uuid;

        QVERIFY(books.refund(order, refund, 2'450, 50));
        QVERIFY(books.refund(order, refund, 2'450, 50));

        QCOMPARE(books.wallet().available, Money{2'500});
        QCOMPARE(books.wallet().totalSpent, Money{7'500});
        QCOMPARE(books.wallet().totalRecharged, Money{10'000});
        QCOMPARE(books.funds().released, Money{7'350});
        QCOMPARE(books.funds().owed, Money{});
        QCOMPARE(books.entries()[0].type, WalletEntryType::Refund);
        QCOMPARE(books.entries()[0].balanceBefore, Money{});
        QCOMPARE(books.entries()[0].balanceAfter, Money{2'500});
        QCOMPARE(books.entries()[0].orderId, std::optional(order));
        QCOMPARE(books.ledger.verify(), std::optional<QString>());
    }

    void noMoreIsRefundedThanTheOrderHasBrought()
    {
        Books books;
        const auto order = books.settled(10'000, 200), held = books.ids.next<Order>();
        QVERIFY(books.recharge(5'000));
        QVERIFY(books.hold(held, 5'000));
        QVERIFY(books.settled(50'000, 0).uuid != QUuid()); // the store has enough
        const auto refund = [&](Id<Order> id, qint64 fromVendor, qint64 fromCommission) {
            return books.refund(id, books.ids.next<Order>().uuid, fromVendor, fromCommission);
        };
        QVERIFY(refund(order, 9'000, 0));

        QCOMPARE(refund(order, 801, 200).error().code, ErrorCode::Conflict);
        QCOMPARE(refund(held, 1, 0).error().code, ErrorCode::Conflict);
        QCOMPARE(refund(order, -1, 2).error().code, ErrorCode::Conflict);
        QCOMPARE(refund(order, 0, 0).error().code, ErrorCode::Conflict);

        QCOMPARE(books.wallet().available, Money{9'000});
        QVERIFY(refund(order, 800, 200));
        QCOMPARE(books.wallet().available, Money{10'000});
    }

    // A refund after the payout: the design of field.md 5.3
    void whatTheStoreNoLongerHasItOwesAndTheNextSettlementPaysIt()
    {
        Books books;
        const auto order = books.settled(10'000, 200);
        const auto payout = books.ids.next<Payout>();
        const QUuid refund = books.ids.next<Order>().uuid;
        QVERIFY(books.reserve(payout, 9'000));
        QVERIFY(books.complete(payout, 9'000));

        QVERIFY(books.refund(order, refund, 9'800, 200));

        QCOMPARE(books.wallet().available, Money{10'000});
        QCOMPARE(books.funds().released, Money{});
        QCOMPARE(books.funds().owed, Money{9'000});
        const auto next = books.settled(6'000, 0);
        QCOMPARE(books.funds().owed, Money{3'000});
        QCOMPARE(books.funds().released, Money{});
        QCOMPARE(books.reserve(books.ids.next<Payout>(), 1).error().code, ErrorCode::InsufficientFunds);
        (void)books.settled(5'000, 100);
        QCOMPARE(books.funds().owed, Money{});
        QCOMPARE(books.funds().released, Money{1'900});
        QVERIFY(books.settle(next, 6'000, 0)); // the same again, although nothing is owed any more
        QVERIFY(books.refund(order, refund, 9'800, 200));
        QCOMPARE(books.funds().released, Money{1'900});
        QCOMPARE(books.ledger.verify(), std::optional<QString>());
    }

    void aPayoutThatReturnsPaysWhatIsOwed()
    {
        Books books;
        const auto order = books.settled(10'000, 0);
        const auto payout = books.ids.next<Payout>();
        QVERIFY(books.reserve(payout, 10'000));
        QVERIFY(books.refund(order, books.ids.next<Order>().uuid, 4'000, 0));
        QCOMPARE(books.funds().owed, Money{4'000});

        QVERIFY(books.giveBack(payout, 10'000));
        QVERIFY(books.giveBack(payout, 10'000));

        QCOMPARE(books.funds().owed, Money{});
        QCOMPARE(books.funds().released, Money{6'000});
        QCOMPARE(books.funds().inPayouts, Money{});
    }

    void whatTheBankSendsBackIsTheStoresAgainOnce()
    {
        Books books;
        (void)books.settled(10'000, 200);
        const auto sent = books.ids.next<Payout>(), waiting = books.ids.next<Payout>();
        QVERIFY(books.reserve(sent, 9'000));
        QVERIFY(books.complete(sent, 9'000));
        QVERIFY(books.reserve(waiting, 800));

        QVERIFY(books.bounce(sent, 9'000));
        QVERIFY(books.bounce(sent, 9'000));

        QCOMPARE(books.bounce(waiting, 800).error().code, ErrorCode::Conflict);
        QCOMPARE(books.bounce(sent, 8'999).error().code, ErrorCode::Conflict);
        QCOMPARE(books.bounce(books.ids.next<Payout>(), 1).error().code, ErrorCode::Conflict);
        QCOMPARE(books.funds().released, Money{9'000});
        QCOMPARE(books.funds().inPayouts, Money{800});
        QCOMPARE(books.ledger.verify(), std::optional<QString>());
    }

    // COM-05
    void aCorrectionMovesCommissionEitherWayOnce()
    {
        Books books;
        (void)books.settled(10'000, 1'000);
        const QUuid first = books.ids.next<Order>().uuid, second = books.ids.next<Order>().uuid;

        QVERIFY(books.adjust(first, 400));
        QVERIFY(books.adjust(first, 400));
        QCOMPARE(books.adjust(first, 401).error().code, ErrorCode::Conflict);
        QCOMPARE(books.funds().released, Money{9'400});
        QVERIFY(books.adjust(second, -9'500));
        QVERIFY(books.adjust(second, -9'500));

        QCOMPARE(books.adjust(books.ids.next<Order>().uuid, 0).error().code, ErrorCode::Conflict);
        QCOMPARE(books.funds().released, Money{});
        QCOMPARE(books.funds().owed, Money{100});
        QCOMPARE(books.db.number("count(*) FROM ledger_transactions WHERE note = 'a wrong rate'"), 2);
        QCOMPARE(books.ledger.verify(), std::optional<QString>());
    }

    // LED-01: not even whoever writes into the tables gets a posting without what it moves
    void aPostingWithoutItsLinesIsNotCommittedAndNobodyElseSuffers()
    {
        Books books;
        QVERIFY(books.recharge(10'000));

        QVERIFY(books.isFaulty("INSERT INTO ledger_transactions (id, kind, step, subject_id, lines, created_at)"
                               " SELECT account_id, 'recharge', 'recharge', account_id, 1, 1 FROM wallets"));
        QVERIFY(books.isFaulty("INSERT INTO ledger_transactions (id, kind, step, subject_id, lines, created_at)"
                               " SELECT account_id, 'recharge', 'recharge', account_id, 0, 1 FROM wallets"));

        QVERIFY(books.recharge(5'000));
        QCOMPARE(books.wallet().available, Money{15'000});
        QCOMPARE(books.db.number("count(*) FROM ledger_transactions"), 2);
    }

    // WAL-12: there is no way from a wallet to a bank, whatever is posted; C46 is the one exception (tst_closures)
    void nothingThatIsPostedTakesMoneyOutOfAWallet()
    {
        Books books;
        const auto order = books.settled(10'000, 200);
        const auto payout = books.ids.next<Payout>();
        QVERIFY(books.reserve(payout, 5'000));
        QVERIFY(books.complete(payout, 5'000));
        QVERIFY(books.refund(order, books.ids.next<Order>().uuid, 9'000, 200));
        QVERIFY(books.bounce(payout, 5'000));
        QVERIFY(books.recharge(5'000));

        QCOMPARE(books.db.number("count(*) FROM ledger_transfers x JOIN ledger_accounts d ON d.id = x.debit_account_id"
                                 " JOIN ledger_accounts c ON c.id = x.credit_account_id"
                                 " WHERE d.kind IN ('buyer_available', 'buyer_held')"
                                 " AND c.kind IN ('bank', 'gateway_clearing', 'vendor_payout')"),
                 0);
        QCOMPARE(books.wallet().available, Money{14'200});
    }

    // WAL-15
    void holdsAtOnceNeverBindMoreThanThereIs()
    {
        Books books;
        QVERIFY(books.recharge(10'000));
        std::atomic<int> held = 0, refused = 0;
        std::vector<std::thread> shoppers;

        for (int i = 0; i < 8; ++i)
            shoppers.emplace_back([&] {
                for (int order = 0; order < 5; ++order) {
                    const Result<> done = books.hold(books.ids.next<Order>(), 1'500);
                    ++(done ? held : refused);
                }
            });
        for (std::thread &shopper : shoppers)
            shopper.join();

        QCOMPARE(held.load(), 6);
        QCOMPARE(refused.load(), 34);
        QCOMPARE(books.wallet().available, Money{1'000});
        QCOMPARE(books.wallet().heldAmount, Money{9'000});
        QCOMPARE(books.ledger.verify(), std::optional<QString>());
    }
};

TEST_CLASS(TestOfBooks)
#include "tst_books.moc"
