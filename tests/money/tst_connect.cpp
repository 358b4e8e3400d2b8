// PAYO-08, PAY-20, PAY-22: payouts through a provider at which every store has an account.

#include "tests/money/payer.h"
#include "tests/support/runner.h"

#include <QJsonArray>

namespace {

// How often the vendor is told about his account at the provider.
qint64 timesToldOfAccount(Payer &payer)
{
    return payer.world.db.number("count(*) FROM outbox WHERE topic = 'payouts.account_changed'");
}

} // namespace

class TestOfConnect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aStoreIsSetUpOnAPageOfTheProviders()
    {
        Payer payer;
        QCOMPARE(payer.account().status, PayoutAccountStatus::None);
        QCOMPARE(payer.account().provider, PayoutProvider::Manual);

        const auto link = payer.payouts.openPayoutAccount(payer.office.store);
        const auto again = payer.payouts.openPayoutAccount(payer.office.store);

        QVERIFY(link->url.endsWith(QStringLiteral("/onboarding/") + *payer.account().accountRef));
        QCOMPARE(again->url, link->url); // the same account
        QVERIFY(link->expiresAt > std::optional(payer.world.db.clock.now()));
        QCOMPARE(payer.account().status, PayoutAccountStatus::Pending);
        QCOMPARE(payer.world.db.number("count(*) FROM payout_accounts"), 1);
        QCOMPARE(payer.world.db.number("count(*) FROM audit_log WHERE action = 'payouts.account_opened'"), 1);

        payer.onboard();
        payer.switchOn();

        QCOMPARE(payer.account().status, PayoutAccountStatus::Active);
        QCOMPARE(payer.account().provider, PayoutProvider::StripeConnect);
        QCOMPARE(payer.world.db.number("count(*) FROM payout_accounts WHERE ask_at IS NOT NULL"), 0);
    }

    // PAY-22: the page decides where the money goes.
    void aPageIsForWhoeverProvesWhoItIsOnly()
    {
        Payer payer;
        Caller stolen = payer.office.store;
        stolen.sessionId = {};

        const auto refused = payer.payouts.openPayoutAccount(stolen);

        QCOMPARE(refused.error().code, ErrorCode::ReauthenticationNeeded);
        QCOMPARE(payer.world.db.number("count(*) FROM payout_accounts"), 0);
        QCOMPARE(timesToldOfAccount(payer), 0);
        QVERIFY(payer.payouts.openPayoutAccount(payer.office.store));
    }

    void aPageIsForVerifiedStoresOnly()
    {
        Payer payer;
        Caller other = payer.world.openStore(QStringLiteral("Tin Yard")).caller;
        other.sessionId = payer.world.prove(other.id);

        const auto refused = payer.payouts.openPayoutAccount(other);

        QCOMPARE(refused.error().code, ErrorCode::NotVerified);
        QCOMPARE(payer.world.db.number("count(*) FROM payout_accounts"), 0);
        QCOMPARE(timesToldOfAccount(payer), 0);
    }

    // The vendor hears of what somebody else may have done.
    void everyPageAndWhatItEndsInIsTold()
    {
        Payer payer;

        QVERIFY(payer.payouts.openPayoutAccount(payer.office.store));
        QCOMPARE(timesToldOfAccount(payer), 1);
        QVERIFY(payer.payouts.openPayoutAccount(payer.office.store));
        QCOMPARE(timesToldOfAccount(payer), 2);
        payer.onboard(); // opens it once more, and finishes
        QCOMPARE(timesToldOfAccount(payer), 4);
        payer.payouts.followUp();

        QCOMPARE(timesToldOfAccount(payer), 4);
    }

    void withoutAProviderThereIsNoPage()
    {
        Office office;

        QCOMPARE(office.world.payouts.openPayoutAccount(office.store).error().code, ErrorCode::Unavailable);
        QCOMPARE(office.world.db.number("count(*) FROM payout_accounts"), 0);
    }

    void aStoreThatIsNotSetUpGetsNothing_data()
    {
        QTest::addColumn<QByteArray>("button");
        QTest::newRow("never seen") << QByteArray();
        QTest::newRow("refused by the provider") << QByteArray("restrict");
    }
    void aStoreThatIsNotSetUpGetsNothing()
    {
        QFETCH(QByteArray, button);
        Payer payer;
        payer.switchOn();
        if (!button.isEmpty())
            payer.onboard(button.constData());
        const QList<qint64> before = payer.world.traces();

        const auto refused = payer.payouts.requestPayout(payer.office.store);

        QCOMPARE(refused.error().code, ErrorCode::NotVerified);
        QVERIFY(refused.error().message.contains(QStringLiteral("provider of payouts")));
        QCOMPARE(payer.world.traces(), before);
        if (!button.isEmpty())
            QCOMPARE(payer.account().status, PayoutAccountStatus::Restricted);
    }

    // Asked for while it went by the bank.
    void anApprovalIsRefusedToo()
    {
        Payer payer;
        const Id<Payout> id = payer.payouts.requestPayout(payer.office.store).value().id;
        payer.switchOn();

        QCOMPARE(payer.payouts.approvePayout(payer.world.admin, id).error().code, ErrorCode::NotVerified);
        QCOMPARE(payer.read(id).status, PayoutStatus::Requested);
        QCOMPARE(payer.world.db.number("count(*) FROM payout_transfers"), 0);
    }

    // The commission was the platform's fee; nothing more is kept back (C33).
    void anApprovedPayoutIsSentWholeAndOnce()
    {
        Payer payer;
        payer.switchOn();
        payer.onboard();
        const Id<Payout> id = payer.approved();
        QCOMPARE(payer.transfer(id).status, TransferStatus::Wanted);

        QCOMPARE(payer.payouts.followUp(), 1);
        QCOMPARE(payer.payouts.followUp(), 0);

        const QJsonArray made = payer.made(id);
        QCOMPARE(made.size(), 1);
        QCOMPARE(made[0].toObject().value("amount").toInteger(), 147'000);
        QCOMPARE(made[0].toObject().value("destination").toString(), *payer.account().accountRef);
        QCOMPARE(payer.transfer(id).status, TransferStatus::Paid);
        QCOMPARE(payer.read(id).status, PayoutStatus::Processed);
        QCOMPARE(payer.read(id).transactionReference, payer.transfer(id).transferRef);
        QCOMPARE(payer.office.balance().paidOut, Money{147'000});
        QCOMPARE(payer.office.balance().inPayouts, Money{});
        QCOMPARE(payer.world.ledger.verify(), std::optional<QString>());
    }

    // The answer was lost after the provider had paid: it is asked, and not told again.
    void aLostAnswerPaysNobodyTwice_data()
    {
        QTest::addColumn<bool>("isForgotten");
        QTest::newRow("the provider knows the key") << false;
        QTest::newRow("its keys are forgotten by then") << true;
    }
    void aLostAnswerPaysNobodyTwice()
    {
        QFETCH(bool, isForgotten);
        Payer payer;
        payer.switchOn();
        payer.onboard();
        const Id<Payout> id = payer.approved();
        payer.control({{"lose_transfers", 1}});

        QCOMPARE(payer.payouts.followUp(), 0);
        QCOMPARE(payer.transfer(id).status, TransferStatus::Sending);
        QCOMPARE(payer.read(id).status, PayoutStatus::Approved);
        QCOMPARE(payer.office.balance().inPayouts, Money{147'000});
        QCOMPARE(payer.payouts.followUp(), 0); // it is not time yet
        payer.control({{"forget_keys", isForgotten}});
        payer.world.db.clock.advance(10 * minuteMs);

        QCOMPARE(payer.payouts.followUp(), 1);

        QCOMPARE(payer.made(id).size(), 1);
        QCOMPARE(payer.transfer(id).status, TransferStatus::Paid);
        QCOMPARE(payer.transfer(id).tries, 2);
        QCOMPARE(payer.read(id).status, PayoutStatus::Processed);
        QCOMPARE(payer.office.balance().paidOut, Money{147'000});
        QCOMPARE(payer.world.ledger.verify(), std::optional<QString>());
    }

    void whatTheProviderRefusesReturnsToTheBalance()
    {
        Payer payer;
        payer.switchOn();
        payer.onboard();
        const Id<Payout> id = payer.approved();
        payer.control({{"refuse_transfers", 1}});

        QCOMPARE(payer.payouts.followUp(), 1);

        QCOMPARE(payer.transfer(id).status, TransferStatus::Failed);
        QCOMPARE(payer.read(id).status, PayoutStatus::Failed);
        QCOMPARE(payer.read(id).failureCode, std::optional(PayoutFailure::BankRefused));
        QVERIFY(payer.read(id).failureReason->contains(QStringLiteral("capability")));
        QCOMPARE(payer.office.balance().released, Money{147'000});
        const Id<Payout> next = payer.approved();
        QCOMPARE(payer.payouts.followUp(), 1);
        QCOMPARE(payer.read(next).status, PayoutStatus::Processed);
        QCOMPARE(payer.made(id).size(), 0);
        QCOMPARE(payer.world.ledger.verify(), std::optional<QString>());
    }

    // Our own empty balance, and a provider that is down, are nothing that a store has done. The provider says its no
    // again under the same key, for a day.
    void whatLiesWithUsIsTriedAgain_data()
    {
        QTest::addColumn<QByteArray>("mischief");
        QTest::addColumn<int>("times");
        QTest::newRow("an empty balance") << QByteArray("empty_balance") << 1;
        QTest::newRow("a provider that is down") << QByteArray("outages") << 4;
    }
    void whatLiesWithUsIsTriedAgain()
    {
        QFETCH(QByteArray, mischief);
        QFETCH(int, times);
        Payer payer;
        payer.switchOn();
        payer.onboard();
        const Id<Payout> id = payer.approved();
        payer.control({{QString::fromLatin1(mischief), times}});

        QCOMPARE(payer.payouts.followUp(), 0);
        QCOMPARE(payer.read(id).status, PayoutStatus::Approved);
        QVERIFY(payer.transfer(id).problem.has_value());
        payer.world.db.clock.advance(10 * minuteMs);

        QCOMPARE(payer.payouts.followUp(), 1);
        QCOMPARE(payer.read(id).status, PayoutStatus::Processed);
        QCOMPARE(payer.made(id).size(), 1);
        QCOMPARE(payer.transfer(id).tries, 2);
    }

    // PAYO-04: like the bank's return.
    void whatTheProviderTakesBackReturnsToTheBalance()
    {
        Payer payer;
        payer.switchOn();
        payer.onboard();
        const Id<Payout> id = payer.approved();
        QCOMPARE(payer.payouts.followUp(), 1);
        payer.hear(1); // transfer.created
        QCOMPARE(payer.payouts.followUp(), 0);
        payer.control({{"reverse", *payer.transfer(id).transferRef}});
        payer.hear(1);

        QCOMPARE(payer.payouts.followUp(), 1);
        QCOMPARE(payer.payouts.followUp(), 0);

        QCOMPARE(payer.transfer(id).status, TransferStatus::Reversed);
        QCOMPARE(payer.read(id).failureCode, std::optional(PayoutFailure::Returned));
        QCOMPARE(payer.office.balance().released, Money{147'000});
        QCOMPARE(payer.office.balance().paidOut, Money{});
        QCOMPARE(payer.world.ledger.verify(), std::optional<QString>());
    }

    void whatIsUnderWayIsNobodyElsesToEnd()
    {
        Payer payer;
        payer.switchOn();
        payer.onboard();
        const Id<Payout> id = payer.approved();
        payouts::Service &payouts = payer.payouts;

        QCOMPARE(payouts.processPayout(payer.world.admin, id, {QStringLiteral("UTR-2026-77")}).error().code,
                 ErrorCode::IllegalTransition);
        QCOMPARE(payouts.makePayoutBatch(payer.world.admin, {{id}, QStringLiteral("neft")}).error().code,
                 ErrorCode::IllegalTransition);
        payer.control({{"lose_transfers", 1}});
        payouts.followUp();
        QCOMPARE(payouts.rejectPayout(payer.world.admin, id, {QStringLiteral("wrong holder")}).error().code,
                 ErrorCode::IllegalTransition);
        QCOMPARE(payer.office.balance().inPayouts, Money{147'000});
        QCOMPARE(payer.read(id).status, PayoutStatus::Approved);
    }

    void beforeItIsSentAPayoutCanBeRejected()
    {
        Payer payer;
        payer.switchOn();
        payer.onboard();
        const Id<Payout> id = payer.approved();

        QVERIFY(payer.payouts.rejectPayout(payer.world.admin, id, {QStringLiteral("wrong holder")}));

        QCOMPARE(payer.payouts.followUp(), 0);
        QCOMPARE(payer.transfer(id).status, TransferStatus::Cancelled);
        QCOMPARE(payer.made(id).size(), 0);
        QCOMPARE(payer.office.balance().released, Money{147'000});
    }

    // VEN-10
    void nothingIsSentForASuspendedStore()
    {
        Payer payer;
        payer.switchOn();
        payer.onboard();
        const Id<Payout> id = payer.approved();
        payer.office.stand(StoreStatus::Suspended);

        QCOMPARE(payer.payouts.followUp(), 0);
        QCOMPARE(payer.made(id).size(), 0);
        QCOMPARE(payer.transfer(id).tries, 0);
        payer.office.stand(StoreStatus::Active);
        payer.world.db.clock.advance(10 * minuteMs);
        QCOMPARE(payer.payouts.followUp(), 1);
        QCOMPARE(payer.read(id).status, PayoutStatus::Processed);
    }

    // PAYO-08: whoever approves sees where the money goes, and later it is what the approval chose.
    void aPayoutSaysThroughWhomItGoes()
    {
        Payer payer;
        payer.onboard();
        const Id<Payout> id = payer.payouts.requestPayout(payer.office.store).value().id;
        const auto listed = [&] { return payer.payouts.listAllPayouts(payer.world.admin, {})->items[0].provider; };
        QCOMPARE(payer.read(id).provider, PayoutProvider::Manual);
        QCOMPARE(listed(), PayoutProvider::Manual);

        payer.switchOn();
        QCOMPARE(payer.read(id).provider, PayoutProvider::StripeConnect);
        QCOMPARE(listed(), PayoutProvider::StripeConnect);
        const auto approved = payer.payouts.approvePayout(payer.world.admin, id);
        payer.world.set(QStringLiteral("payouts.provider"), QStringLiteral("manual"));

        QCOMPARE(approved->provider, PayoutProvider::StripeConnect);
        QCOMPARE(payer.read(id).provider, PayoutProvider::StripeConnect);
        QCOMPARE(listed(), PayoutProvider::StripeConnect);
    }

    void whatGoesByTheBankHasNoTransfer()
    {
        Payer payer;
        const Id<Payout> id = payer.approved();

        QVERIFY(payer.payouts.listPayoutTransfers(payer.world.admin, id)->isEmpty());
        QCOMPARE(payer.read(id).provider, PayoutProvider::Manual);
        QCOMPARE(payer.payouts.followUp(), 0);
        QVERIFY(payer.payouts.processPayout(payer.world.admin, id, {QStringLiteral("UTR-2026-77")}));
    }

    // PAY-06, PAY-07: what is not signed is nothing, and what is told twice is asked about once.
    void newsOfAnybodyElseAreRefused()
    {
        Payer payer;
        payer.switchOn();
        QVERIFY(payer.payouts.openPayoutAccount(payer.office.store));
        const QString account = *payer.account().accountRef;
        payer.gateway.post(QStringLiteral("/stripe/onboarding/%1/finish").arg(account));
        const RawBody truth = payer.gateway.inbox.take(1).constFirst();
        RawBody forged = truth;
        forged.bytes.replace(account.toLatin1(), "acct_other");
        const auto tell = [&](const RawBody &news) {
            return payer.payments.receiveWebhook({}, QStringLiteral("stripe_connect"), news);
        };

        QCOMPARE(tell(forged).error().code, ErrorCode::InvalidSignature);
        QCOMPARE(payer.world.db.number("count(*) FROM webhook_events"), 0);
        QVERIFY(tell(truth));
        QVERIFY(tell(truth));
        QCOMPARE(payer.world.db.number("count(*) FROM webhook_events"), 1);
        QCOMPARE(payer.world.db.number("count(*) FROM outbox WHERE topic = 'payouts.provider_told'"), 1);
        QCOMPARE(payer.world.payments.receiveWebhook({}, QStringLiteral("stripe_connect"), truth).error().code,
                 ErrorCode::NotFound);
    }
};

TEST_CLASS(TestOfConnect)
#include "tst_connect.moc"
