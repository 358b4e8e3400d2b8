// PAYO-04, PAYO-08: a sender that was halted between its claim and its call, and transfers that were made after all.

#include "server/payouts/rules.h"
#include "tests/money/payer.h"
#include "tests/support/runner.h"

#include <QJsonArray>

#include <functional>

namespace {

// Time that something happens in, once, when it is looked at: a sender that is halted there.
class HaltingClock : public Clock
{
public:
    explicit HaltingClock(const Clock &clock)
        : m_clock(clock)
    {}

    Instant now() const override
    {
        if (m_meanwhile)
            std::exchange(m_meanwhile, {})();
        return m_clock.now();
    }
    void halt(std::function<void()> meanwhile) { m_meanwhile = std::move(meanwhile); }

private:
    const Clock &m_clock;
    mutable std::function<void()> m_meanwhile;
};

// A second node that is halted where it looks whether the provider may be called. It looks at the time there only after
// failures.
struct Node
{
    Payer &payer;
    HaltingClock clock{payer.world.db.clock};
    payments::Service payments{*payer.world.db,       clock,
                               payer.world.ids,       payer.world.accounts,
                               payer.world.auth,      payer.world.ledger,
                               payer.world.settings,  payer.world.audit,
                               payer.world.secrets(), {payer.connect}};
    payouts::Service payouts{*payer.world.db,      payer.world.ids,  payer.world.ledger,
                             payer.world.orders,   payer.world.tax,  payer.world.kyc,
                             payer.world.accounts, payer.world.auth, payer.world.audit,
                             payer.world.settings, payments};

    explicit Node(Payer &payer)
        : payer(payer)
    {
        payer.switchOn();
        payer.onboard();
    }
    void halt(std::function<void()> meanwhile)
    {
        payer.control({{"outages", 8}});
        for (int i = 0; i < 2; ++i)
            (void)payments.connect()->accountFor(QStringLiteral("acct_any"));
        payer.control({{"outages", 0}});
        payer.world.db.clock.advance(minuteMs);
        clock.halt(std::move(meanwhile));
    }
    Result<PayoutTransfer> end(Id<Payout> id)
    {
        return payer.payouts.endPayoutTransfer(payer.world.admin, id, {QStringLiteral("It does not end by itself")});
    }
    QList<MoneyFlag> flags() { return payer.payments.listMoneyFlags(payer.world.admin, {})->items; }
    qint64 late() { return payer.world.db.number("count(*) FROM audit_log WHERE action = 'payouts.transfer_late'"); }
};

} // namespace

class TestOfLateTransfers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aSenderWhoseClaimIsOverSendsNothing()
    {
        Payer payer;
        Node node(payer);
        const Id<Payout> id = payer.approved();
        payer.control({{"outages", 4}});
        QCOMPARE(payer.payouts.followUp(), 0); // it may have been sent, so that it is asked about first
        payer.world.db.clock.advance(10 * minuteMs);
        node.halt([&] { payer.world.db.clock.advance(payouts::claimMs); });

        QCOMPARE(node.payouts.followUp(), 0);

        QCOMPARE(payer.made(id).size(), 0);
        QCOMPARE(payer.transfer(id).status, TransferStatus::Sending);
        QCOMPARE(payer.read(id).status, PayoutStatus::Approved);
        QCOMPARE(payer.payouts.followUp(), 1); // whoever has claimed it since does
        QCOMPARE(payer.made(id).size(), 1);
        QCOMPARE(payer.read(id).status, PayoutStatus::Processed);
    }

    void aClaimLastsForAWholeCall()
    {
        const Instant until{10 * minuteMs};

        QVERIFY(payouts::maySendYet(until, until.after(-minuteMs)));
        QVERIFY(!payouts::maySendYet(until, until.after(-minuteMs + 1)));
        QVERIFY(!payouts::maySendYet(until, until.after(minuteMs)));
    }

    // The books say once what was paid once, and an admin hears of it.
    void whatWasSentAfterItHadEndedPaysAPayoutThatNothingElsePays()
    {
        Payer payer;
        Node node(payer);
        const Id<Payout> id = payer.approved();
        node.halt([&] {
            payer.world.db.clock.advance(6 * minuteMs);
            if (node.end(id)->status != TransferStatus::Cancelled)
                qFatal("the provider has it already");
        });

        QCOMPARE(node.payouts.followUp(), 1);

        QCOMPARE(payer.made(id).size(), 1);
        QCOMPARE(payer.transfer(id).status, TransferStatus::Paid);
        QCOMPARE(payer.read(id).status, PayoutStatus::Processed);
        QCOMPARE(payer.read(id).transactionReference, payer.transfer(id).transferRef);
        QCOMPARE(payer.office.balance().paidOut, Money{147'000});
        const auto flags = node.flags();
        QCOMPARE(flags.size(), 1);
        QCOMPARE(flags[0].kind, FlagKind::Duplicate);
        QCOMPARE(flags[0].transactionId, *payer.transfer(id).transferRef);
        QCOMPARE(flags[0].reference, std::optional(payer.read(id).payoutNumber));
        QCOMPARE(flags[0].amount, Money{147'000});
        QCOMPARE(node.late(), 1);
        QCOMPARE(payer.payments
                     .resolveMoneyFlag(payer.world.admin, flags[0].id,
                                       {.action = FlagAction::Refund, .reason = QStringLiteral("Give it back")})
                     .error()
                     .code,
                 ErrorCode::IllegalTransition);
        QCOMPARE(payer.world.ledger.verify(), std::optional<QString>());
    }

    // The bank may not have its file yet, and then does not get it.
    void whatStandsInABankFileByThenGoesNowhereUntilItIsLookedAt()
    {
        Payer payer;
        Node node(payer);
        const Id<Payout> id = payer.approved();
        Id<PayoutBatch> file;
        node.halt([&] {
            payer.world.db.clock.advance(6 * minuteMs);
            (void)node.end(id);
            file = payer.payouts.makePayoutBatch(payer.world.admin, {{id}, QStringLiteral("neft")})->id;
        });

        QCOMPARE(node.payouts.followUp(), 1);

        QCOMPARE(payer.read(id).status, PayoutStatus::Approved);
        QCOMPARE(payer.office.balance().inPayouts, Money{147'000});
        QCOMPARE(payer.transfer(id).status, TransferStatus::Cancelled);
        QVERIFY(payer.transfer(id).transferRef);
        QCOMPARE(node.flags().size(), 1);
        const Caller &admin = payer.world.admin;
        QCOMPARE(payer.payouts.openPayoutBatch(admin, file).error().code, ErrorCode::IllegalTransition);
        QCOMPARE(node.end(id).error().code, ErrorCode::IllegalTransition); // it stands in the file
        QVERIFY(payer.payouts.cancelPayoutBatch(admin, file));
        QCOMPARE(payer.payouts.rejectPayout(admin, id, {QStringLiteral("wrong holder")}).error().code,
                 ErrorCode::IllegalTransition);
        QCOMPARE(payer.payouts.processPayout(admin, id, {QStringLiteral("UTR-2026-77")}).error().code,
                 ErrorCode::IllegalTransition);
        QCOMPARE(payer.payouts.makePayoutBatch(admin, {{id}, QStringLiteral("neft")}).error().code,
                 ErrorCode::IllegalTransition);
        QCOMPARE(node.end(id)->status, TransferStatus::Paid);
        QCOMPARE(payer.read(id).status, PayoutStatus::Processed);
        QCOMPARE(payer.office.balance().paidOut, Money{147'000});
        QCOMPARE(payer.world.ledger.verify(), std::optional<QString>());
    }

    void whatTheProviderTakesBackOfItIsAsIfItHadNotBeenMade()
    {
        Payer payer;
        Node node(payer);
        const Id<Payout> id = payer.approved();
        node.halt([&] {
            payer.world.db.clock.advance(6 * minuteMs);
            (void)node.end(id);
            (void)payer.payouts.processPayout(payer.world.admin, id, {QStringLiteral("UTR-2026-77")});
        });

        QCOMPARE(node.payouts.followUp(), 1);
        QCOMPARE(payer.read(id).transactionReference, std::optional(QStringLiteral("UTR-2026-77")));
        QCOMPARE(node.flags().size(), 1);
        const auto returned = payer.office.bounce(id);
        QCOMPARE(returned.error().code, ErrorCode::IllegalTransition); // the store has it from the provider
        payer.control({{"reverse", *payer.transfer(id).transferRef}});

        QCOMPARE(node.end(id)->status, TransferStatus::Reversed);

        QCOMPARE(payer.read(id).status, PayoutStatus::Processed);
        QVERIFY(payer.office.bounce(id));
        QCOMPARE(payer.office.balance().released, Money{147'000});
        QCOMPARE(payer.world.ledger.verify(), std::optional<QString>());
    }
};

TEST_CLASS(TestOfLateTransfers)
#include "tst_latetransfers.moc"
