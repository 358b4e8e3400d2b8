#include "shared/base/indiatime.h"
#include "tests/money/books.h"
#include "tests/support/runner.h"

class TestOfLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // WAL-04, WAL-11, WAL-19
    void aRechargeIsCreditedOnceHoweverOftenItIsReported()
    {
        Books books;
        const auto payment = books.ids.next<Payment>();

        QVERIFY(books.recharge(50'000, payment));
        QVERIFY(books.recharge(50'000, payment));

        const Wallet wallet = books.wallet();
        QCOMPARE(wallet.currentBalance, Money{50'000});
        QCOMPARE(wallet.totalRecharged, Money{50'000});
        const auto entries = books.entries();
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries[0].type, WalletEntryType::Recharge);
        QCOMPARE(entries[0].balanceBefore, Money{});
        QCOMPARE(entries[0].balanceAfter, Money{50'000});
        QCOMPARE(entries[0].gatewayReference, QStringLiteral("pay_1"));
    }

    // WAL-01, WAL-06, C15
    void aHoldLowersOnlyWhatIsAvailable()
    {
        Books books;
        QVERIFY(books.recharge(50'000));

        QVERIFY(books.hold(books.ids.next<Order>(), 20'000));

        const Wallet wallet = books.wallet();
        QCOMPARE(wallet.currentBalance, Money{50'000});
        QCOMPARE(wallet.heldAmount, Money{20'000});
        QCOMPARE(wallet.available, Money{30'000});
        QCOMPARE(wallet.totalSpent, Money{});
        const auto entries = books.entries();
        QCOMPARE(entries[0].type, WalletEntryType::Hold);
        QCOMPARE(entries[0].balanceBefore, Money{50'000});
        QCOMPARE(entries[0].balanceAfter, Money{50'000});
        QCOMPARE(entries[0].heldAfter, Money{20'000});
    }

    // WAL-05
    void aShortWalletSaysExactlyWhatIsMissing()
    {
        Books books;
        QVERIFY(books.recharge(10'000));

        const Result<> refused = books.hold(books.ids.next<Order>(), 11'250);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InsufficientFunds);
        QCOMPARE(refused.error().details, QByteArray("{\"missing\":\"12.50\"}"));
        QCOMPARE(books.wallet().heldAmount, Money{});
        QCOMPARE(books.db.number("count(*) FROM ledger_transactions"), 1);
        QCOMPARE(books.entries().size(), 1);
    }

    void aWalletThatWasNeverOpenedMissesEverything()
    {
        Books books;

        const Result<> refused = books.hold(books.ids.next<Order>(), 11'250);

        QCOMPARE(refused.error().code, ErrorCode::InsufficientFunds);
        QCOMPARE(refused.error().details, QByteArray("{\"missing\":\"112.50\"}"));
        QCOMPARE(books.db.number("count(*) FROM ledger_transactions"), 0);
    }

    // WAL-18
    void aClosedWalletHoldsNothingNewButReleases()
    {
        Books books;
        const auto order = books.ids.next<Order>();
        QVERIFY(books.recharge(10'000));
        QVERIFY(books.hold(order, 4'000));
        QVERIFY(!books.isFaulty("UPDATE ledger_accounts SET frozen_at = 1, frozen_reason = 'a complaint'"
                                " WHERE kind = 'buyer_available'"));

        const Result<> refused = books.hold(books.ids.next<Order>(), 1'000);
        const Result<> released = books.release(order);

        QCOMPARE(refused.error().code, ErrorCode::BalanceFrozen);
        QVERIFY(released);
        QCOMPARE(books.wallet().available, Money{10'000});
    }

    // WAL-07
    void aReleaseReturnsTheWholeHoldOnce()
    {
        Books books;
        const auto order = books.ids.next<Order>();
        QVERIFY(books.recharge(10'000));
        QVERIFY(books.hold(order, 4'000));

        QVERIFY(books.release(order));
        QVERIFY(books.release(order));

        QCOMPARE(books.wallet().available, Money{10'000});
        QCOMPARE(books.wallet().heldAmount, Money{});
        QCOMPARE(books.entries().size(), 3);
        QCOMPARE(books.entries()[0].type, WalletEntryType::Release);
    }

    // WAL-08, LED-01
    void aSettlementGivesTheVendorTheRestOfTheCommission()
    {
        Books books;
        const auto order = books.ids.next<Order>();
        QVERIFY(books.recharge(10'000));
        QVERIFY(books.hold(order, 10'000));

        QVERIFY(books.settle(order, 9'000, 180));
        QVERIFY(books.settle(order, 9'000, 180));

        QCOMPARE(books.funds().released, Money{8'820});
        const Wallet wallet = books.wallet();
        QCOMPARE(wallet.currentBalance, Money{1'000});
        QCOMPARE(wallet.heldAmount, Money{});
        QCOMPARE(wallet.totalSpent, Money{9'000});
        const auto entries = books.entries();
        QCOMPARE(entries.size(), 4);
        QCOMPARE(entries[1].type, WalletEntryType::Deduct);
        QCOMPARE(entries[1].heldAfter, Money{1'000});
        QCOMPARE(entries[0].type, WalletEntryType::Release);
        QCOMPARE(entries[0].amount, Money{1'000});
        QCOMPARE(books.ledger.verify(), std::optional<QString>());
    }

    void settledMoneyCannotBeReleasedAndReleasedMoneyCannotBeSettled()
    {
        Books books;
        const auto settled = books.ids.next<Order>(), released = books.ids.next<Order>();
        QVERIFY(books.recharge(10'000));
        QVERIFY(books.hold(settled, 5'000));
        QVERIFY(books.hold(released, 5'000));
        QVERIFY(books.settle(settled, 5'000, 100));
        QVERIFY(books.release(released));

        QCOMPARE(books.release(settled).error().code, ErrorCode::Conflict);
        QCOMPARE(books.settle(released, 5'000, 100).error().code, ErrorCode::Conflict);

        QCOMPARE(books.wallet().currentBalance, Money{5'000});
        QCOMPARE(books.funds().released, Money{4'900});
    }

    void noMoreIsSettledThanWasHeld()
    {
        Books books;
        const auto order = books.ids.next<Order>();
        QVERIFY(books.recharge(10'000));
        QVERIFY(books.hold(order, 5'000));

        QCOMPARE(books.settle(order, 5'001, 0).error().code, ErrorCode::Conflict);
        QCOMPARE(books.settle(order, 5'000, 5'001).error().code, ErrorCode::Conflict);
        QCOMPARE(books.settle(books.ids.next<Order>(), 1, 0).error().code, ErrorCode::Conflict);

        QCOMPARE(books.wallet().heldAmount, Money{5'000});
    }

    // PAYO-05
    void aPayoutTakesNoMoreThanWasReleased()
    {
        Books books;
        const auto order = books.ids.next<Order>();
        const auto payout = books.ids.next<Payout>();
        QVERIFY(books.recharge(10'000));
        QVERIFY(books.hold(order, 10'000));
        QVERIFY(books.settle(order, 10'000, 200));
        const auto reserve = [&](Id<Payout> id, qint64 paise) {
            return books.post([&](Tx &tx) { return books.ledger.reservePayout(tx, books.vendor, id, {paise}); });
        };

        QCOMPARE(reserve(books.ids.next<Payout>(), 9'801).error().code, ErrorCode::InsufficientFunds);
        QVERIFY(reserve(payout, 9'800));
        QCOMPARE(reserve(books.ids.next<Payout>(), 1).error().code, ErrorCode::InsufficientFunds);

        QCOMPARE(books.funds().released, Money{});
        QCOMPARE(books.funds().inPayouts, Money{9'800});
    }

    void aPayoutIsConcludedOnlyOnce()
    {
        Books books;
        const auto order = books.ids.next<Order>();
        const auto payout = books.ids.next<Payout>();
        QVERIFY(books.recharge(10'000));
        QVERIFY(books.hold(order, 10'000));
        QVERIFY(books.settle(order, 10'000, 200));
        QVERIFY(books.post([&](Tx &tx) { return books.ledger.reservePayout(tx, books.vendor, payout, {9'800}); }));

        QVERIFY(books.post([&](Tx &tx) { return books.ledger.completePayout(tx, books.vendor, payout, {9'800}); }));
        const Result<> returned =
            books.post([&](Tx &tx) { return books.ledger.returnPayout(tx, books.vendor, payout, {9'800}); });

        QCOMPARE(returned.error().code, ErrorCode::Conflict);
        QCOMPARE(books.funds().released, Money{});
        QCOMPARE(books.funds().inPayouts, Money{});
        QCOMPARE(books.ledger.verify(), std::optional<QString>());
    }

    // LED-02, WAL-02
    void theDatabaseItselfRefusesWhatMustNotHappen_data()
    {
        QTest::addColumn<QByteArray>("statement");
        QTest::newRow("change a posting") << QByteArray("UPDATE ledger_transactions SET kind = 'hold'");
        QTest::newRow("remove a posting") << QByteArray("DELETE FROM ledger_transactions");
        QTest::newRow("change a transfer") << QByteArray("UPDATE ledger_transfers SET amount = 1");
        QTest::newRow("remove a transfer") << QByteArray("DELETE FROM ledger_transfers");
        QTest::newRow("change an entry") << QByteArray("UPDATE wallet_entries SET amount = 1");
        QTest::newRow("remove an entry") << QByteArray("DELETE FROM wallet_entries");
        QTest::newRow("overdraw") << QByteArray("UPDATE ledger_accounts SET balance = -1 WHERE balance > 0");
        QTest::newRow("remove an account") << QByteArray("DELETE FROM ledger_accounts");
        QTest::newRow("give the platform a balance")
            << QByteArray("UPDATE ledger_accounts SET balance = 1 WHERE owner_id IS NULL");
    }
    void theDatabaseItselfRefusesWhatMustNotHappen()
    {
        QFETCH(QByteArray, statement);
        Books books;
        QVERIFY(books.recharge(10'000));

        QVERIFY(books.isFaulty({statement.constData(), std::size_t(statement.size())}));

        QCOMPARE(books.wallet().available, Money{10'000});
        QCOMPARE(books.ledger.verify(), std::optional<QString>());
    }

    // WAL-16
    void verifyNamesTheFirstNumberThatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::addColumn<QString>("found");
        QTest::newRow("balance") << QByteArray("UPDATE ledger_accounts SET balance = balance + 1 WHERE kind = "
                                               "'buyer_available'")
                                 << QStringLiteral("buyer_available of %1 is 60.01, its rows say 60.00");
        QTest::newRow("recharged") << QByteArray("UPDATE wallets SET total_recharged = 7")
                                   << QStringLiteral("wallet recharged of %1 is 0.07, its rows say 100.00");
        QTest::newRow("spent") << QByteArray("UPDATE wallets SET total_spent = 7")
                               << QStringLiteral("wallet spent of %1 is 0.07, its rows say 0.00");
    }
    void verifyNamesTheFirstNumberThatIsWrong()
    {
        QFETCH(QByteArray, damage);
        QFETCH(QString, found);
        Books books;
        QVERIFY(books.recharge(10'000));
        QVERIFY(books.hold(books.ids.next<Order>(), 4'000));
        QCOMPARE(books.ledger.verify(), std::optional<QString>());

        QVERIFY(!books.isFaulty({damage.constData(), std::size_t(damage.size())}));

        QCOMPARE(books.ledger.verify(), found.arg(books.buyer.text()));
    }

    // More accounts than one piece holds, and the damage at the end of the last one.
    void verifyGoesThroughAllOfTheBooks()
    {
        Books books;
        const auto open = [&] {
            books.buyer = books.ids.next<Account>();
            return books.recharge(10'000);
        };
        for (int i = 0; i < 120; ++i)
            QVERIFY(open());
        QCOMPARE(books.ledger.verify(), std::optional<QString>());
        int pieces = 0;
        const auto cutOff = books.ledger.verify([&] { return ++pieces == 2; });

        QVERIFY(books.db->write([&](Tx &tx) -> Result<> {
            tx.run("UPDATE wallets SET total_spent = 7 WHERE account_id = ?", books.buyer);
            return {};
        }));

        QCOMPARE(books.ledger.verify(),
                 QStringLiteral("wallet spent of %1 is 0.07, its rows say 0.00").arg(books.buyer.text()));
        QCOMPARE(cutOff, QStringLiteral("the check was cut off"));
    }

    // WAL-16
    void theNightIsIndias_data()
    {
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("night");
        QTest::newRow("before") << "2026-03-01T20:29:59.999Z"
                                << "";
        QTest::newRow("two in the morning") << "2026-03-01T20:30:00.000Z"
                                            << "2026-03-01T18:30:00.000Z";
        QTest::newRow("almost four") << "2026-03-01T22:29:59.999Z"
                                     << "2026-03-01T18:30:00.000Z";
        QTest::newRow("four") << "2026-03-01T22:30:00.000Z"
                              << "";
        QTest::newRow("noon") << "2026-03-01T06:30:00.000Z"
                              << "";
    }
    void theNightIsIndias()
    {
        QFETCH(QString, time);
        QFETCH(QString, night);
        const auto instantOf = [](const QString &text) {
            return Instant{QDateTime::fromString(text, Qt::ISODateWithMs).toMSecsSinceEpoch()};
        };

        const auto found = india::nightOf(instantOf(time));

        QCOMPARE(found, night.isEmpty() ? std::nullopt : std::optional(instantOf(night)));
    }

    // SRCH-09 for wallets, WAL-13
    void theEntriesComeInPagesNewestFirst()
    {
        Books books;
        for (int paise = 1; paise <= 5; ++paise)
            QVERIFY(books.recharge(paise * 100));
        const Caller caller{.id = books.buyer, .known = true};

        const auto first = books.ledger.listWalletEntries(caller, {.limit = 3});
        const auto second = books.ledger.listWalletEntries(caller, {.limit = 3, .cursor = first->nextCursor});

        QCOMPARE(first->items.size(), 3);
        QCOMPARE(first->items[0].amount, Money{500});
        QCOMPARE(second->items.size(), 2);
        QCOMPARE(second->items[1].amount, Money{100});
        QVERIFY(!second->nextCursor);
        QVERIFY(books.ledger.listWalletEntries(caller, {.type = WalletEntryType::Hold})->items.isEmpty());
        QVERIFY(!books.ledger.listWalletEntries(caller, {.cursor = QStringLiteral("nonsense")}));
    }
};

TEST_CLASS(TestOfLedger)
#include "tst_ledger.moc"
