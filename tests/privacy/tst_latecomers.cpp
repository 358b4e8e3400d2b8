// What is on its way while somebody is erased, and just after.

#include "tests/privacy/registry.h"
#include "tests/support/runner.h"

#include <latch>
#include <thread>

class TestOfLatecomers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // A request that was let in just before writes just after.
    void whatWasOnItsWayIsForgottenAMinuteLater()
    {
        Registry registry;
        Market &market = registry.market;
        registry.prove(registry.buyer);
        QVERIFY(market.privacy.eraseMe(registry.buyer.caller));
        const Id<Account> id = registry.buyer.caller.id;
        QVERIFY(market.accounts.addAddress(registry.buyer.caller, Registry::homeOf(QStringLiteral("Meera Nair"))));
        QVERIFY(market.accounts.updateMe(registry.buyer.caller, {.fullName = QStringLiteral("Meera Nair")}));
        QVERIFY(market.accounts.savePreferences(registry.buyer.caller, {}));
        QVERIFY(market.buyers.saveBuyerProfile(registry.buyer.caller, {.gender = Gender::Female}));
        (void)registry.upload(registry.buyer, FilePurpose::ProfilePhoto, QStringLiteral("late.jpg"));
        registry.drain();
        QCOMPARE(registry.db.number("count(*) FROM addresses WHERE account_id = ?", id), 1);

        registry.db.clock.advance(minuteMs);
        registry.drain();

        QCOMPARE(registry.db.number("count(*) FROM addresses WHERE account_id = ?", id), 0);
        QCOMPARE(registry.db.number("count(*) FROM stored_files WHERE owner_id = ?", id), 0);
        QCOMPARE(registry.db.number("count(*) FROM preferences WHERE account_id = ?", id), 0);
        QCOMPARE(registry.db.number("count(*) FROM buyer_profiles WHERE account_id = ?", id), 0);
        QVERIFY(!market.accounts.account(id)->fullName);
        QCOMPARE(registry.filesIn(QString()), QStringList());
        QCOMPARE(registry.db.number("count(*) FROM audit_log WHERE action = 'privacy.erased'"), 1);
    }

    // C46, D-04: of a recharge and an erasure at the same moment one is refused, so that no money comes for nobody.
    void neverIsMoneyOnItsWayToSomebodyErased()
    {
        Registry registry;
        constexpr int pairs = 6;
        int paying = 0;
        for (int i = 0; i < pairs; ++i) {
            const Somebody who = registry.signedIn(registry.enrol(QStringLiteral("payer%1").arg(i), Role::Buyer));
            registry.prove(who);

            std::latch start(2);
            Result<Payment> recharge = failure(ErrorCode::Unavailable, QString());
            std::thread payer([&] {
                start.arrive_and_wait();
                recharge = registry.market.payments.rechargeWallet(who.caller, {.amount = {50'000}});
            });
            start.arrive_and_wait();
            const auto erased = registry.market.privacy.eraseMe(who.caller);
            payer.join();

            const qint64 begun = registry.db.number("count(*) FROM payments WHERE account_id = ?", who.caller.id);
            QCOMPARE(begun, erased ? 0 : 1);
            QCOMPARE(recharge.error().code, erased ? ErrorCode::AccountInactive : ErrorCode::GatewayFailed);
            if (!erased)
                QCOMPARE(Registry::blockersIn(erased.error()), QStringList{QStringLiteral("pending_payments")});
            paying += int(begun);
        }
        QCOMPARE(registry.db.number("count(*) FROM audit_log WHERE action = 'privacy.erased'"), pairs - paying);
    }

    // C46: a recharge that was let in before the erasure and goes on after it.
    void aRechargeThatComesTooLateIsRefused()
    {
        Registry registry;
        registry.prove(registry.buyer);
        QVERIFY(registry.market.privacy.eraseMe(registry.buyer.caller));
        const QByteArray before = registry.everything();

        const auto refused = registry.market.payments.rechargeWallet(registry.buyer.caller, {.amount = {50'000}});

        QCOMPARE(refused.error().code, ErrorCode::AccountInactive);
        QCOMPARE(registry.everything(), before);
    }
};

TEST_CLASS(TestOfLatecomers)
#include "tst_latecomers.moc"
