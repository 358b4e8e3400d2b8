// The balance of a wallet back to where it came from.

#include "tests/money/till.h"
#include "tests/support/refusal.h"
#include "tests/support/runner.h"

namespace {

struct Exit : Till
{
    Caller second = world.addAdmin(QStringLiteral("second"));

    Payment paid(qint64 paise)
    {
        Payment payment = recharge(paise).value();
        if (!tellCaptured(payment.gatewayOrderId, paise))
            qFatal("nothing was paid");
        return payment;
    }
    // As it is looked at now, unless another split was seen.
    Result<WalletClosure> close(const Caller &who, qint64 paise, const std::optional<QString> &reference = {},
                                const std::optional<Money> &byHand = {})
    {
        return payments.closeWallet(
            who, world.buyer.caller.id,
            {{paise}, byHand.value_or(outlook().byHand), QStringLiteral("The buyer leaves the market"), reference});
    }
    QString paidAtGateway(qint64 paise)
    {
        const Payment payment = recharge(paise).value();
        const QString attempt = payAt(payment.gatewayOrderId);
        if (!tell(signedBody(event("payment.captured", payment.gatewayOrderId, QStringLiteral("captured"), paise,
                                   QStringLiteral("INR"), attempt),
                             attempt.toUtf8())))
            qFatal("nothing was paid");
        return attempt;
    }
    void flagged(const Payment &payment, FlagKind kind)
    {
        (void)world.db->write([&](Tx &tx) -> Result<> {
            tx.insert("money_flags", MoneyFlag{.id = world.ids.next<MoneyFlag>(),
                                               .kind = kind,
                                               .provider = payment.provider,
                                               .transactionId = payment.gatewayOrderId,
                                               .paymentId = payment.id,
                                               .amount = payment.amount,
                                               .currency = QStringLiteral("INR"),
                                               .createdAt = tx.now()});
            return {};
        });
    }
    QList<MoneyFlag> flags() { return payments.listMoneyFlags(world.admin, {})->items; }
    WalletClosure outlook() { return payments.readWalletClosure(world.admin, world.buyer.caller.id).value(); }
    QList<qint64> traces()
    {
        return {world.db.number("count(*) FROM ledger_transactions"), world.db.number("count(*) FROM payment_refunds"),
                world.db.number("count(*) FROM wallet_closures"), balance().minor};
    }
};

} // namespace

class TestOfClosures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // WAL-12, C46: the one exception. Whole payments, the newest that fit; the rest by the bank, with its reference.
    void theNewestPaymentsThatFitGoBackAndTheRestByHand()
    {
        Exit exit;
        (void)exit.paid(30'000);
        (void)exit.paid(50'000);
        const Payment newest = exit.paid(20'000);
        (void)exit.world.settled(); // 750.00 of 1,000.00 are spent
        const WalletClosure seen = exit.outlook();
        const QList<qint64> before = exit.traces();

        const auto otherBalance = exit.close(exit.world.admin, 24'999, QStringLiteral("UTR0001"));
        const auto withoutBank = exit.close(exit.world.admin, 25'000);
        const QList<qint64> untouched = exit.traces();
        const auto closed = exit.close(exit.world.admin, 25'000, QStringLiteral("UTR0001"));
        const auto again = exit.close(exit.world.admin, 25'000, QStringLiteral("UTR0002"));

        QCOMPARE(seen.status, ClosureStatus::Open);
        QCOMPARE(seen.amount, Money{25'000});
        QCOMPARE(seen.throughGateways, Money{20'000});
        QCOMPARE(seen.byHand, Money{5'000});
        QCOMPARE(seen.parts.size(), 1);
        QCOMPARE(seen.parts[0].paymentId, newest.id);
        QCOMPARE(otherBalance.error().code, ErrorCode::Conflict);
        QCOMPARE(withoutBank.error().fields.value(0).field, QStringLiteral("bank_reference"));
        QCOMPARE(untouched, before);
        QCOMPARE(closed->status, ClosureStatus::Done);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QCOMPARE(exit.world.db.number("count(*) FROM outbox WHERE topic = 'payments.wallet_reduced'"), 1);
        QCOMPARE(
            exit.world.db.number("count(*) FROM outbox WHERE body LIKE '%\"loss\":\"closed\",\"amount\":\"250.00\","
                                 "\"owed\":\"0.00\",\"by_hand\":\"50.00\"%'"),
            1);
        const Wallet wallet = exit.world.wallet();
        QCOMPARE(wallet.currentBalance, Money{});
        QCOMPARE(wallet.totalRecharged, Money{100'000});
        QCOMPARE(wallet.totalSpent, Money{75'000});
        const auto entry = exit.world.ledger.listWalletEntries(exit.world.buyer.caller, {.limit = 1})->items.value(0);
        QCOMPARE(entry.type, WalletEntryType::Closure);
        QCOMPARE(entry.amount, Money{25'000});
        QCOMPARE(entry.balanceAfter, Money{});
        QCOMPARE(exit.world.db.number("count(*) FROM payment_refunds WHERE status = 'wanted' AND amount = 20000"), 1);
        QCOMPARE(exit.world.db.number("count(*) FROM ledger_transfers x JOIN ledger_accounts c"
                                      " ON c.id = x.credit_account_id WHERE c.kind = 'bank' AND x.amount = 5000"),
                 1);
        QCOMPARE(exit.world.db.number("count(*) FROM audit_log WHERE action = 'wallet.closed'"), 1);
        QCOMPARE(exit.world.ledger.verify(), std::optional<QString>());
    }

    // Above the house's limit for money that leaves, one hand asks and another one closes.
    void aLargeBalanceTakesTwoAdmins()
    {
        Exit exit;
        exit.world.set(QStringLiteral("payouts.second_approval_above"), QStringLiteral("499.99"));
        const Payment payment = exit.recharge(50'000).value();
        const QString attempt = exit.payAt(payment.gatewayOrderId);
        QVERIFY(
            exit.tell(Till::signedBody(Till::event("payment.captured", payment.gatewayOrderId,
                                                   QStringLiteral("captured"), 50'000, QStringLiteral("INR"), attempt),
                                       "paid")));

        const auto asked = exit.close(exit.world.admin, 50'000);
        const auto sameHand = exit.close(exit.world.admin, 50'000);

        QCOMPARE(asked->status, ClosureStatus::Waiting);
        QVERIFY(asked->needsSecond);
        QCOMPARE(asked->requestedById, std::optional(exit.world.admin.id));
        QCOMPARE(sameHand.error().code, ErrorCode::IllegalTransition);
        QCOMPARE(exit.balance(), Money{50'000});
        QCOMPARE(exit.outlook().status, ClosureStatus::Waiting);
        QCOMPARE(exit.outlook().requestedById, std::optional(exit.world.admin.id));

        const auto closed = exit.close(exit.second, 50'000);

        QCOMPARE(closed->status, ClosureStatus::Done);
        QCOMPARE(exit.balance(), Money{});
        QCOMPARE(exit.payments.refundSurplus(), 1);
        QCOMPARE(exit.statusAt(attempt), QStringLiteral("refunded"));
        QCOMPARE(exit.world.db.number("count(*) FROM wallet_closures WHERE status = 'done'"), 1);
        QCOMPARE(exit.outlook().status, ClosureStatus::Open);
        QCOMPARE(exit.world.ledger.verify(), std::optional<QString>());
    }

    // What was asked for with one balance is not what a second admin would give back of another one.
    void anotherBalanceIsAskedForAnew()
    {
        Exit exit;
        exit.world.set(QStringLiteral("payouts.second_approval_above"), QStringLiteral("100.00"));
        (void)exit.paid(50'000);
        QCOMPARE(exit.close(exit.world.admin, 50'000)->status, ClosureStatus::Waiting);
        (void)exit.paid(20'000);

        const auto second = exit.close(exit.second, 70'000);

        QCOMPARE(second->status, ClosureStatus::Waiting);
        QCOMPARE(exit.balance(), Money{70'000});
        QCOMPARE(exit.close(exit.world.admin, 70'000)->status, ClosureStatus::Done);
    }

    // WAL-16: what the check of the books says of a closure that they do not know so
    void aClosureThatTheBooksSayOtherwiseIsNamed()
    {
        Exit exit;
        (void)exit.paid(20'000);
        QVERIFY(exit.close(exit.world.admin, 20'000));
        const auto difference = [&] {
            ledger::Place place;
            return exit.world.db->read([&](Tx &tx) { return exit.payments.difference(tx, place); });
        };
        QCOMPARE(difference(), std::optional<QString>());

        QVERIFY(exit.world.db->write([&](Tx &tx) -> Result<> {
            tx.run("UPDATE wallet_closures SET amount = amount + 1");
            return {};
        }));

        QVERIFY(difference()->endsWith(QStringLiteral("gave back 200.01, the books say 200.00")));
    }

    // Money that is gone at the bank is not given back a second time.
    void whatTheBankMayHaveTakenComesFirst_data()
    {
        QTest::addColumn<FlagKind>("kind");
        QTest::newRow("taken back by the bank") << FlagKind::ChargedBack;
        QTest::newRow("went back at the provider") << FlagKind::Returned;
        QTest::newRow("disputed") << FlagKind::Disputed;
    }
    void whatTheBankMayHaveTakenComesFirst()
    {
        QFETCH(FlagKind, kind);
        Exit exit;
        exit.flagged(exit.paid(50'000), kind);
        const QList<qint64> before = exit.traces();

        const auto refused = exit.close(exit.world.admin, 50'000, QStringLiteral("UTR0001"));

        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(exit.outlook().obstacle, std::optional(refused.error().message));
        QCOMPARE(exit.traces(), before);
        QVERIFY(exit.payments.resolveMoneyFlag(exit.world.admin, exit.flags()[0].id,
                                               {FlagAction::Dismiss, {}, QStringLiteral("Won at the bank")}));
        QCOMPARE(exit.outlook().obstacle, std::optional<QString>());
        QCOMPARE(exit.close(exit.world.admin, 50'000, QStringLiteral("UTR0001"))->byHand, Money{50'000});
    }

    // Who has transferred 300.00 is not taken to have transferred 800.00.
    void anotherSplitOfTheSameBalanceIsRefused()
    {
        Exit exit;
        (void)exit.paid(50'000);
        exit.world.db.clock.advance(149 * dayMs);
        (void)exit.paid(30'000);
        QCOMPARE(exit.outlook().byHand, Money{});
        exit.world.db.clock.advance(2 * dayMs);
        exit.world.admin.sessionId = exit.world.prove(exit.world.admin.id);
        const QList<qint64> before = exit.traces();

        const auto refused = exit.close(exit.world.admin, 80'000, {}, Money{});

        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(exit.traces(), before);
        QCOMPARE(exit.close(exit.world.admin, 80'000, QStringLiteral("UTR0001"))->byHand, Money{50'000});
    }

    void aFirstWordEndsWithItsTimeOrItsAdminsPower_data()
    {
        QTest::addColumn<bool>("isTime");
        QTest::newRow("seven days") << true;
        QTest::newRow("no super-admin any more") << false;
    }
    void aFirstWordEndsWithItsTimeOrItsAdminsPower()
    {
        QFETCH(bool, isTime);
        Exit exit;
        exit.world.set(QStringLiteral("payouts.second_approval_above"), QStringLiteral("100.00"));
        (void)exit.paid(50'000);
        QCOMPARE(exit.close(exit.world.admin, 50'000)->status, ClosureStatus::Waiting);
        if (isTime)
            exit.world.db.clock.advance(7 * dayMs);
        else
            exit.sql("UPDATE accounts SET is_super_admin = 0 WHERE username = ?", QStringLiteral("boss"));
        exit.second.sessionId = exit.world.prove(exit.second.id);

        const auto second = exit.close(exit.second, 50'000);

        QCOMPARE(second->status, ClosureStatus::Waiting);
        QCOMPARE(second->requestedBy, std::optional(QStringLiteral("second")));
        QCOMPARE(exit.balance(), Money{50'000});
    }

    // What somebody gave back by hand at the gateway is not asked for once more, and the rest is not stuck for it.
    void whatIsLeftOfAPaymentGoesBack()
    {
        Exit exit;
        const QString attempt = exit.paidAtGateway(90'000);
        QVERIFY(exit.close(exit.world.admin, 90'000));
        exit.gateway.post(QStringLiteral("/v1/payments/%1/refund").arg(attempt), {{"amount", 10'000}});

        QCOMPARE(exit.payments.refundSurplus(), 1);

        QCOMPARE(exit.statusAt(attempt), QStringLiteral("refunded"));
        const PastClosure last = exit.outlook().last.value();
        QCOMPARE(last.amount, Money{90'000});
        QCOMPARE(last.parts.size(), 1);
        QCOMPARE(last.parts[0].status, WayBack::Refunded);
        QVERIFY(exit.flags().isEmpty());
    }

    // The gateway gives back no less than a rupee: after three refusals an admin hears of it, and pays it by the bank.
    void whatTheGatewayRefusesIsPaidByHand()
    {
        Exit exit;
        const QString attempt = exit.paidAtGateway(90'000);
        QVERIFY(exit.close(exit.world.admin, 90'000));
        exit.gateway.post(QStringLiteral("/v1/payments/%1/refund").arg(attempt), {{"amount", 89'950}});
        for (int i = 0; i < 3; ++i) {
            QVERIFY(exit.flags().isEmpty());
            QCOMPARE(exit.payments.refundSurplus(), 0);
            exit.world.db.clock.advance(15 * minuteMs);
        }
        const MoneyFlag refused = exit.flags().value(0);
        QCOMPARE(refused.kind, FlagKind::Refused);
        QCOMPARE(refused.amount, Money{50});
        QCOMPARE(exit.outlook().last->parts[0].status, WayBack::Refused);
        exit.world.admin.sessionId = exit.world.prove(exit.world.admin.id);
        const auto end = [&](FlagAction action, const std::optional<QString> &reference = {}) {
            return exit.payments.resolveMoneyFlag(exit.world.admin, refused.id,
                                                  {action, {}, QStringLiteral("Seen there"), reference});
        };
        const QList<qint64> before = exit.traces();

        QCOMPARE(end(FlagAction::Dismiss).error().code, ErrorCode::IllegalTransition);
        QCOMPARE(end(FlagAction::Transfer).error().fields.value(0).field, QStringLiteral("bank_reference"));
        QCOMPARE(exit.traces(), before);
        QCOMPARE(end(FlagAction::Transfer, QStringLiteral("UTR0007"))->status, FlagStatus::Refunded);

        const PastPart part = exit.outlook().last->parts[0];
        QCOMPARE(part.status, WayBack::ByHand);
        QCOMPARE(part.bankReference, std::optional(QStringLiteral("UTR0007")));
        QCOMPARE(exit.world.db.number("count(*) FROM ledger_transfers x JOIN ledger_accounts c"
                                      " ON c.id = x.credit_account_id WHERE c.kind = 'bank' AND x.amount = 50"),
                 1);
        QCOMPARE(exit.payments.refundSurplus(), 0);
        QCOMPARE(exit.world.ledger.verify(), std::optional<QString>());
    }

    void whatMayStillChangeComesFirst()
    {
        Exit exit;
        (void)exit.paid(100'000);
        Caller clerk = exit.world.addAdmin(QStringLiteral("clerk")), unproven = exit.world.admin;
        clerk.superAdmin = false;
        unproven.sessionId = {};
        const Order order = exit.world.placed();
        const QList<qint64> before = exit.traces();

        const auto held = exit.close(exit.world.admin, 25'000, QStringLiteral("UTR0001"));
        const auto powerless = exit.close(clerk, 25'000, QStringLiteral("UTR0001"));
        const auto stolen = exit.close(unproven, 25'000, QStringLiteral("UTR0001"));

        QCOMPARE(codeOf(held), ErrorCode::Conflict);
        QCOMPARE(codeOf(powerless), ErrorCode::PermissionMissing);
        QCOMPARE(codeOf(stolen), ErrorCode::ReauthenticationNeeded);
        QCOMPARE(exit.traces(), before);
        QVERIFY(exit.world.orders.cancelOrder(exit.world.buyer.caller, order.id, {QStringLiteral("No need any more")}));
        QVERIFY(exit.recharge(10'000)); // may still be paid
        QCOMPARE(exit.close(exit.world.admin, 100'000).error().code, ErrorCode::Conflict);
        QCOMPARE(exit.balance(), Money{100'000});
    }
};

TEST_CLASS(TestOfClosures)
#include "tst_closures.moc"
