#include "tests/money/office.h"
#include "tests/support/runner.h"

#include <thread>

namespace {

// What a payout remembers of the bank account.
struct KeptNumber
{
    sql::Blob bankAccountSealed;
    Id<KycSubmission> kycSubmissionId;

    FIELDS(KeptNumber, FIELD(bankAccountSealed), FIELD(kycSubmissionId))
};

} // namespace

class TestOfPayouts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // PAYO-01, PAYO-02
    void aRequestTakesEverythingThatIsReleased()
    {
        Office office;

        const auto payout = office.request();

        QVERIFY(payout);
        QCOMPARE(payout->status, PayoutStatus::Requested);
        QCOMPARE(payout->amount, Money{147'000});
        QCOMPARE(payout->ordersCount, 2);
        QVERIFY(payout->bankAccountMasked.endsWith(QLatin1String("6620")));
        QVERIFY(!payout->bankAccountMasked.contains(QLatin1String("1234")));
        QCOMPARE(office.balance().released, Money{});
        QCOMPARE(office.balance().inPayouts, Money{147'000});
        QCOMPARE(office.balance().commission, Money{3'000});
        const auto earnings = office.world.payouts.listEarnings(office.store, {});
        QCOMPARE(earnings->items.size(), 2);
        QCOMPARE(earnings->items[0].net, Money{73'500});
        QCOMPARE(earnings->items[0].payoutNumber, payout->payoutNumber);
        QCOMPARE(earnings->items[0].payoutStatus, PayoutStatus::Requested);
        QCOMPARE(office.world.db.number("count(*) FROM outbox WHERE topic = 'payouts.changed'"), 1);
    }

    // VEN-10: also what was asked for before stays until the store is active again, or goes back.
    void nothingLeavesForASuspendedStore()
    {
        Office office;
        const Id<Payout> id = office.request()->id;
        office.stand(StoreStatus::Suspended);

        QCOMPARE(office.world.payouts.approvePayout(office.world.admin, id).error().code, ErrorCode::BalanceFrozen);
        QCOMPARE(office.request().error().code, ErrorCode::BalanceFrozen);
        QCOMPARE(office.balance().inPayouts, Money{147'000});
        office.stand(StoreStatus::Active);
        QVERIFY(office.world.payouts.approvePayout(office.world.admin, id));
        office.stand(StoreStatus::Suspended);
        QCOMPARE(office.process(id).error().code, ErrorCode::BalanceFrozen);
        QCOMPARE(office.balance().inPayouts, Money{147'000});
        QCOMPARE(office.balance().paidOut, Money{});

        QVERIFY(office.reject(id));
        QCOMPARE(office.balance().released, Money{147'000});
    }

    // PAYO-04, PAYO-05
    void ofManyRequestsAtOnceOneWins()
    {
        Office office;
        std::atomic<int> won = 0, below = 0;

        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                const auto payout = office.request();
                if (payout)
                    ++won;
                else if (payout.error().code == ErrorCode::BelowMinimum)
                    ++below;
            });
        for (std::thread &thread : threads)
            thread.join();

        QCOMPARE(won.load(), 1);
        QCOMPARE(below.load(), 7);
        QCOMPARE(office.world.db.number("count(*) FROM payout_orders"), 2);
        QCOMPARE(office.balance().inPayouts, Money{147'000});
        QCOMPARE(office.world.ledger.verify(), std::optional<QString>());
    }

    void anApprovedPayoutIsProcessedWithTheBanksReference()
    {
        Office office;
        const Payout payout = office.request().value();

        QCOMPARE(office.process(payout.id).error().code, ErrorCode::IllegalTransition);
        QVERIFY(office.world.payouts.approvePayout(office.world.admin, payout.id));
        const auto done = office.process(payout.id);

        QCOMPARE(done->status, PayoutStatus::Processed);
        QCOMPARE(done->transactionReference, QStringLiteral("UTR-2026-77"));
        QCOMPARE(done->processedBy, QStringLiteral("boss"));
        const auto told = office.world.payouts.listPayouts(office.world.store.caller, {});
        QCOMPARE(told->items[0].processedBy, QStringLiteral("Kabaadwala"));
        const auto seen = office.world.payouts.listAllPayouts(office.world.admin, {});
        QCOMPARE(seen->items[0].processedBy, QStringLiteral("boss"));
        QCOMPARE(office.balance().paidOut, Money{147'000});
        QCOMPARE(office.balance().inPayouts, Money{});
        QCOMPARE(office.process(payout.id).error().code, ErrorCode::IllegalTransition);
        QCOMPARE(office.reject(payout.id).error().code, ErrorCode::IllegalTransition);
        QCOMPARE(office.balance().released, Money{});
        QCOMPARE(office.world.db.number("count(*) FROM audit_log WHERE action LIKE 'payouts.%'"), 2);
        QCOMPARE(office.world.ledger.verify(), std::optional<QString>());
    }

    // REF-05, WAL-14, PAYO-02: released or not, what its sides do not agree on is not paid out.
    void whatIsContestedWaitsForItsDecision()
    {
        Office office;
        const Order order = office.world.settled();
        const OpenDispute claim{.kind = DisputeKind::Damaged, .text = QStringLiteral("Half of it is rusty and bent.")};
        const Dispute dispute = office.world.refunds.openDispute(office.world.buyer.caller, order.id, claim).value();

        const Payout first = office.request().value();
        const auto before = office.world.traces();
        const auto more = office.request();

        QCOMPARE(first.amount, Money{147'000}); // of the two others
        QCOMPARE(first.corrections, Money{});
        QCOMPARE(first.ordersCount, 2);
        QCOMPARE(more.error().code, ErrorCode::BelowMinimum);
        QVERIFY(more.error().message.contains(QLatin1String("decision")));
        QVERIFY(more.error().details.contains(R"("contested":"735.00")"));
        QCOMPARE(office.world.traces(), before);
        QCOMPARE(office.balance().released, Money{});
        QCOMPARE(office.balance().contested, Money{73'500});

        QVERIFY(office.world.refunds.addStatement(office.store, dispute.id, {.text = QStringLiteral("It was new.")}));
        QVERIFY(office.world.refunds.decideDispute(
            office.world.admin, dispute.id, {{25'000}, {50'000}, QStringLiteral("Both sides gave in a little.")}));

        QCOMPARE(office.balance().released, Money{49'000});
        QCOMPARE(office.balance().contested, Money{});
        const Payout next = office.request().value();
        QCOMPARE(next.amount, Money{49'000});
        QCOMPARE(next.corrections, Money{});
        QCOMPARE(next.ordersCount, 1);
        QCOMPARE(office.balance().released, Money{});
        QCOMPARE(office.balance().owed, Money{});
        QCOMPARE(office.world.ledger.verify(), std::optional<QString>());
    }

    // C34, PAYO-04
    void aRejectedPayoutReturnsItsOrdersAndTheirMoney_data()
    {
        QTest::addColumn<bool>("isApprovedBefore");
        QTest::newRow("requested") << false;
        QTest::newRow("approved") << true;
    }
    void aRejectedPayoutReturnsItsOrdersAndTheirMoney()
    {
        QFETCH(bool, isApprovedBefore);
        Office office;
        const Payout payout = office.request().value();
        if (isApprovedBefore)
            QVERIFY(office.world.payouts.approvePayout(office.world.admin, payout.id));

        const auto rejected = office.reject(payout.id);
        const auto next = office.request();

        QCOMPARE(rejected->status, PayoutStatus::Failed);
        QCOMPARE(rejected->failureReason, QStringLiteral("wrong holder"));
        QCOMPARE(next->amount, Money{147'000});
        QCOMPARE(office.world.payouts.readPayout(office.world.admin, payout.id)->earnings.size(), 2);
        QCOMPARE(office.world.db.number("count(*) FROM payout_orders WHERE is_current = 1"), 2);
        QCOMPARE(office.world.ledger.verify(), std::optional<QString>());
    }

    void ofTwoContradictingDecisionsOneWins()
    {
        Office office;
        const Payout payout = office.request().value();
        QVERIFY(office.world.payouts.approvePayout(office.world.admin, payout.id));
        std::atomic<int> won = 0;

        std::thread processing([&] { won += office.process(payout.id) ? 1 : 0; });
        std::thread rejecting([&] { won += office.reject(payout.id) ? 1 : 0; });
        processing.join();
        rejecting.join();

        QCOMPARE(won.load(), 1);
        QCOMPARE(office.balance().inPayouts, Money{});
        QCOMPARE(office.balance().released + office.balance().paidOut, Money{147'000});
        QCOMPARE(office.world.ledger.verify(), std::optional<QString>());
    }

    void aRefusedRequestChangesNothing()
    {
        World world;
        world.fill(world.buyer, {1'000'000});
        world.settled({100}); // 75.00 minus commission
        const auto before = world.traces();

        const auto withoutBank = world.payouts.requestPayout(world.store.caller);
        const auto asBuyer = world.payouts.requestPayout(world.buyer.caller);
        const auto afterRefusals = world.traces();
        world.verifyBank(world.store);
        const auto withBank = world.traces();
        const auto tooLittle = world.payouts.requestPayout(world.store.caller);

        QCOMPARE(withoutBank.error().code, ErrorCode::NotVerified);
        QCOMPARE(asBuyer.error().code, ErrorCode::Forbidden);
        QCOMPARE(afterRefusals, before);
        QCOMPARE(tooLittle.error().code, ErrorCode::BelowMinimum);
        QCOMPARE(tooLittle.error().details, QByteArray("{\"released\":\"73.50\",\"minimum\":\"100.00\"}"));
        QCOMPARE(world.traces(), withBank);
    }

    void onlyAdminsWithThePermissionDecide()
    {
        Office office;
        const Payout payout = office.request().value();
        Caller powerless = office.world.admin;
        powerless.superAdmin = false;

        for (const Caller &caller : {powerless, office.store, office.world.buyer.caller}) {
            QCOMPARE(office.world.payouts.approvePayout(caller, payout.id).error().code, ErrorCode::PermissionMissing);
            QCOMPARE(office.world.payouts.listAllPayouts(caller, {}).error().code, ErrorCode::PermissionMissing);
            QCOMPARE(office.world.payouts.readPayout(caller, payout.id).error().code, ErrorCode::PermissionMissing);
        }
        QCOMPARE(office.world.payouts.approvePayout(office.world.admin, office.world.ids.next<Payout>()).error().code,
                 ErrorCode::NotFound);
        const Store rival = office.world.openStore(QStringLiteral("Rival"));
        QVERIFY(office.world.payouts.listPayouts(rival.caller, {})->items.isEmpty());
        QCOMPARE(office.world.payouts.listPayouts(office.store, {})->items.size(), 1);
    }

    // SRCH-09
    void earningsComeInPages()
    {
        Office office;
        office.world.db.clock.advance(1000);
        const Order newest = office.world.settled();

        const auto first = office.world.payouts.listEarnings(office.store, {.limit = 2});
        const auto second = office.world.payouts.listEarnings(office.store, {.limit = 2, .cursor = first->nextCursor});

        QCOMPARE(first->items.size(), 2);
        QCOMPARE(first->items[0].orderId, newest.id);
        QCOMPARE(second->items.size(), 1);
        QVERIFY(!second->nextCursor);
        QVERIFY(!office.world.payouts.listEarnings(office.store, {.cursor = QStringLiteral("x")}));
    }

    // SEC-02: the number that a payout keeps is sealed anew too, and opens without the old master.
    void aRotationOfKeysReachesWhatAPayoutKeeps()
    {
        Office office;
        World &world = office.world;
        QVERIFY(office.request());
        const QByteArray old(32, 'm'), newest(32, 'n');
        constexpr int cheapest = 4;
        const Secrets both({newest, old}, cheapest), later({newest}, cheapest);
        const auto numberOpens = [&](const Secrets &secrets) {
            kyc::Service kyc{*world.db,     world.ids,   world.accounts, world.auth,
                             world.storage, world.audit, world.settings, secrets};
            const auto kept = world.db->read([](Tx &tx) { return tx.all<KeptNumber>("FROM payouts").constFirst(); });
            kyc::BankAccount account;
            account.sealed = kept.bankAccountSealed.bytes;
            account.submissionId = kept.kycSubmissionId;
            return kyc.numberOf(account);
        };
        kyc::Service kyc{*world.db,     world.ids,   world.accounts, world.auth,
                         world.storage, world.audit, world.settings, both};
        payouts::Service payouts{*world.db,      world.ids,  world.ledger, world.orders,   world.tax,     kyc,
                                 world.accounts, world.auth, world.audit,  world.settings, world.payments};

        QCOMPARE(payouts.reseal(1000, [](int) {}), 1);
        QCOMPARE(payouts.reseal(1000, [](int) {}), 0);

        QVERIFY(numberOpens(later).endsWith(QLatin1String("6620")));
    }

    // PAYO-03: two hands stay two, whatever the bound says by then.
    void theFirstApproverNeverGivesTheLastApproval()
    {
        Office office;
        office.world.set(QStringLiteral("payouts.second_approval_above"), QStringLiteral("1469.99"));
        const Caller other = office.world.addAdmin(QStringLiteral("second"));
        const Id<Payout> id = office.request()->id;
        QVERIFY(office.approve(id));
        office.world.set(QStringLiteral("payouts.second_approval_above"), QStringLiteral("0.00"));

        const auto sameAgain = office.approve(id);
        const PayoutStatus between = office.read(id).status;
        const auto second = office.approve(other, id);

        QVERIFY(!sameAgain);
        QCOMPARE(sameAgain.error().code, ErrorCode::IllegalTransition);
        QCOMPARE(between, PayoutStatus::Requested);
        QCOMPARE(second->status, PayoutStatus::Approved);
        QCOMPARE(second->processedBy, QStringLiteral("second"));
    }

    // PAYO-08: whoever takes one word of the file for the other reads which one it is.
    void theWordThatFitsAPayoutIsSaid()
    {
        Office office;
        const Payout payout = office.read(office.approved());
        const QString head = QStringLiteral("payout_number,status,reference,reason\n") + payout.payoutNumber;

        const BankAnswer tooEarly = office.answer(head + QStringLiteral(",returned,,Account closed\n"));
        QVERIFY(office.process(payout.id));
        const BankAnswer tooLate = office.answer(head + QStringLiteral(",failed,,Account closed\n"));

        QCOMPARE(tooEarly.problems.size(), 1);
        QCOMPARE(tooEarly.problems[0].problem,
                 QStringLiteral("This payout is not paid yet; when the bank refuses it, the word is failed."));
        QCOMPARE(tooLate.problems.size(), 1);
        QCOMPARE(tooLate.problems[0].problem,
                 QStringLiteral("This payout is paid; when its money came back, the word is returned."));
        QCOMPARE(office.read(payout.id).status, PayoutStatus::Processed);
    }

    // PAYO-08: a spreadsheet writes an empty row as separators.
    void anEmptyRowOfAnAnswerIsPassedOver()
    {
        Office office;
        const Payout payout = office.read(office.approved());

        const BankAnswer answer =
            office.answer(QStringLiteral(",,,\npayout_number,status,reference,reason\n,,,\n%1,paid,UTR-77,\n , ,,\n"
                                         "PO-NONE,paid,UTR-78,\n")
                              .arg(payout.payoutNumber));

        QCOMPARE(answer.paid, 1);
        QCOMPARE(answer.problems.size(), 1);
        QCOMPARE(answer.problems[0].line, 6);
    }
};

TEST_CLASS(TestOfPayouts)
#include "tst_payouts.moc"
