// What buyers and admins are told of wallets and of what came into them.

#include "tests/money/till.h"
#include "tests/support/refusal.h"
#include "tests/support/runner.h"

class TestOfPurses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // WAL-13: recent recharges, also those that wait or have failed
    void aBuyerSeesHisPaymentsNewestFirst()
    {
        Till till;
        const Payment paid = till.recharge(30'000).value(), failed = till.recharge(40'000).value(),
                      waiting = till.recharge(50'000).value();
        QVERIFY(till.tellCaptured(paid.gatewayOrderId, 30'000));
        QVERIFY(till.tell(Till::signedBody(
            Till::event("payment.failed", failed.gatewayOrderId, QStringLiteral("failed"), 40'000), "failed")));
        const Caller &buyer = till.world.buyer.caller;

        const auto first = till.payments.listPayments(buyer, {.limit = 2}).value();
        const auto rest = till.payments.listPayments(buyer, {.limit = 2, .cursor = first.nextCursor}).value();
        const auto ofStatus = [&](PaymentStatus status) {
            return till.payments.listPayments(buyer, {.status = status})->items;
        };

        QCOMPARE(first.items.size(), 2);
        QCOMPARE(first.items[0].id, waiting.id);
        QCOMPARE(first.items[1].id, failed.id);
        QCOMPARE(first.items[1].status, PaymentStatus::Failed);
        QVERIFY(first.items[1].failureReason);
        QCOMPARE(rest.items.size(), 1);
        QCOMPARE(rest.items[0].id, paid.id);
        QVERIFY(!rest.nextCursor);
        QCOMPARE(ofStatus(PaymentStatus::Pending).size(), 1);
        QCOMPARE(ofStatus(PaymentStatus::Pending)[0].id, waiting.id);
        QCOMPARE(ofStatus(PaymentStatus::Paid)[0].id, paid.id);
        QVERIFY(till.payments.listPayments(till.world.addBuyer(QStringLiteral("ravi")).caller, {})->items.isEmpty());
        QCOMPARE(codeOf(till.payments.listPayments(till.world.store.caller, {})), ErrorCode::Forbidden);
    }

    // WAL-11, WAL-13
    void theHistoryIsFilteredByDayAndState()
    {
        Till till;
        World &world = till.world;
        world.fill(world.buyer, {10'000});
        world.db.clock.advance(dayMs);
        const Instant day = world.db.clock.now();
        world.fill(world.buyer, {20'000});
        world.db.clock.advance(dayMs);
        const Instant next = world.db.clock.now();
        world.fill(world.buyer, {30'000});
        const auto entries = [&](const ListWalletEntries &wish) {
            return world.ledger.listWalletEntries(world.buyer.caller, wish)->items;
        };

        const auto within = entries({.from = day, .to = next});

        QCOMPARE(within.size(), 1);
        QCOMPARE(within[0].amount, Money{20'000});
        QCOMPARE(entries({.from = day}).size(), 2);
        QCOMPARE(entries({.to = day}).size(), 1);
        QCOMPARE(entries({.to = day})[0].amount, Money{10'000});
        QCOMPARE(entries({.status = WalletEntryStatus::Completed}).size(), 3);
        QVERIFY(entries({.status = WalletEntryStatus::Failed}).isEmpty());
    }

    // WAL-04: a checkout that was left does not lock the wallet, and what is paid late at it is not lost.
    void anAbandonedCheckoutCountsForAnHourAgainstTheLimit()
    {
        Till till;
        World &world = till.world;
        world.set(QStringLiteral("wallet.balance_max"), QStringLiteral("1000.00"));
        const Payment left = till.recharge(100'000).value();
        world.db.clock.advance(hourMs - 1);

        const auto refused = till.recharge(50'000);

        QCOMPARE(refused.error().code, ErrorCode::ValidationFailed);
        const QString problem = refused.error().fields.value(0).problem;
        QVERIFY2(problem.contains(QLatin1String("at most 0.00")), qPrintable(problem));
        QVERIFY2(problem.contains(QLatin1String("1000.00 of recharges")), qPrintable(problem));
        QCOMPARE(world.db.number("count(*) FROM payments"), 1);
        world.db.clock.advance(1);
        const auto opened = till.recharge(50'000);
        QVERIFY(opened);
        QVERIFY(till.tellCaptured(opened->gatewayOrderId));
        QVERIFY(till.tellCaptured(left.gatewayOrderId, 100'000));
        QCOMPARE(till.balance(), Money{150'000});
        const auto full = till.recharge(10'000).error().fields.value(0).problem;
        QVERIFY2(!full.contains(QLatin1String("recharges")), qPrintable(full)); // nothing waits
        QCOMPARE(world.ledger.verify(), std::optional<QString>());
    }

    // WAL-01: all of it
    void aWalletSaysEverythingThatItHas()
    {
        Till till;
        World &world = till.world;
        const auto read = [&] { return world.ledger.readWallet(world.buyer.caller).value(); };
        const Wallet unopened = read();
        const Instant openedAt = world.db.clock.now();
        world.fill(world.buyer, {200'000});
        (void)world.settled();
        world.db.clock.advance(minuteMs);
        (void)world.placed();

        const Wallet wallet = read();

        QVERIFY(!unopened.createdAt && !unopened.updatedAt);
        QCOMPARE(wallet.currentBalance, Money{125'000});
        QCOMPARE(wallet.heldAmount, Money{75'000});
        QCOMPARE(wallet.available, Money{50'000});
        QCOMPARE(wallet.totalRecharged, Money{200'000});
        QCOMPARE(wallet.totalSpent, Money{75'000});
        QVERIFY(wallet.isActive);
        QCOMPARE(wallet.createdAt, std::optional(openedAt));
        QCOMPARE(wallet.updatedAt, std::optional(world.db.clock.now()));
    }

    // WAL-01, WAL-19: for admins, with a permission
    void anAdminSeesTheWalletOfAPerson()
    {
        Till till;
        World &world = till.world;
        world.fill(world.buyer, {200'000});
        (void)world.settled();
        (void)world.placed();
        Caller powerless = world.admin;
        powerless.superAdmin = false;
        const Id<Account> owner = world.buyer.caller.id;

        const Wallet seen = till.payments.readWalletOf(world.admin, owner).value();
        const auto entries = till.payments.listWalletEntriesOf(world.admin, owner, {})->items;

        QCOMPARE(seen.currentBalance, Money{125'000});
        QCOMPARE(seen.heldAmount, Money{75'000});
        QCOMPARE(seen.available, Money{50'000});
        QCOMPARE(seen.totalRecharged, Money{200'000});
        QCOMPARE(seen.totalSpent, Money{75'000});
        QCOMPARE(entries.size(), 4);
        QCOMPARE(entries[0].type, WalletEntryType::Hold);
        QCOMPARE(till.payments.readWalletOf(powerless, owner).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(till.payments.listWalletEntriesOf(powerless, owner, {}).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(till.payments.readWalletOf(world.admin, world.ids.next<Account>()).error().code, ErrorCode::NotFound);
    }
};

TEST_CLASS(TestOfPurses)
#include "tst_purses.moc"
